/**
 * Words taken out of texts and bodies, whatever case, spaces, hyphens and invisible characters stand in them and however
 * marks cut them into pieces. What takes their place is the caller's. Inflected forms are other forms: they are told apart by who asks.
 */
import { joined, textNode, textOf } from "../document/nodes.ts";
import type { DocumentJson, MarkJson, NodeJson } from "../document/schema.ts";

export type Cut = {
  /** Finds every form; to be used from its beginning. */
  readonly pattern: RegExp;
  readonly placeholder: string;
};

/** `forms` with letters in them; none of the others would be found anywhere or everywhere. */
export function cutOf(forms: readonly string[], placeholder: string): Cut {
  // The longest first, so that "Anna Kovacs" does not leave "Kovacs" to a shorter form.
  const sorted = [...new Set(forms.flatMap(spellings))].sort((one, other) => other.length - one.length);
  const pattern = new RegExp(`(?<![${LETTER}])(?:${sorted.map(patternOf).join("|")})(?![${LETTER}])`, "giu");
  return { pattern, placeholder };
}

const LETTER = String.raw`\p{L}\p{N}\p{M}`;

// Between letters: soft hyphen, zero-width characters, word joiner.
// A line of print that ends in the middle of a word, too.
const INVISIBLE = "(?:[\\u00AD\\u200B-\\u200F\\u2060\\uFEFF]|[-\\u2010][ \\t]*[\\r\\n\\f]{1,2}[ \\t]*)*";
// Between words: any space, any hyphen, and what stands for a space in addresses and names of files.
const BETWEEN = "(?:[\\s\\p{Zs}\\p{Pd}_+.,]|%20)+";
const ALIKE: readonly string[] = ["её", "'’‘ʼ′`", "-‐‑‒–—"];

/** As it is written, taken apart into letters and marks, and as an address writes it. */
function spellings(form: string): string[] {
  const written = form.trim();
  return [written.normalize("NFC"), written.normalize("NFD"), encodeURIComponent(written).replaceAll("%20", " ")];
}

function patternOf(spelling: string): string {
  return spelling
    .split(/[\s\p{Zs}]+/u)
    .map((word) => [...word].map(letterOf).join(INVISIBLE))
    .join(BETWEEN);
}

function letterOf(letter: string): string {
  const small = letter.toLowerCase();
  const alike = ALIKE.find((set) => set.includes(small));
  if (alike) return `[${alike.replaceAll("-", "\\-")}]`;
  return /[\p{L}\p{N}\p{M}%]/u.test(letter) ? letter : `\\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`;
}

export function holds(text: string, { pattern }: Cut): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}

export function textWithout(text: string, { pattern, placeholder }: Cut): string {
  return text.replace(pattern, placeholder);
}

/** Every text in a value, whatever lists and objects it stands in; keys stay. */
export function valueWithout(value: unknown, cut: Cut): unknown {
  if (typeof value === "string") return textWithout(value, cut);
  if (Array.isArray(value)) return value.map((one) => valueWithout(one, cut));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, valueWithout(one, cut)]));
}

/** A body without the words: in its texts across marks, in who speaks, captions, descriptions; a link that holds them goes. */
export function bodyWithout(document: DocumentJson, cut: Cut): DocumentJson {
  return { ...document, content: document.content.map((node) => nodeWithout(node, cut)) };
}

function nodeWithout(node: NodeJson, cut: Cut): NodeJson {
  // A card of a page elsewhere without its address is none.
  if (node.type === "embed" && holds(JSON.stringify(node.attrs), cut))
    return { type: "paragraph", content: [textNode(cut.placeholder)] };
  const attrs = node.attrs && { attrs: valueWithout(node.attrs, cut) as Record<string, unknown> };
  const { content = [] } = node;
  if (!content.some(isInline)) {
    return {
      ...node,
      ...attrs,
      ...(node.content && { content: content.map((child) => nodeWithout(child, cut)) }),
    };
  }
  return { ...node, ...attrs, content: lineWithout(content, cut) };
}

function isInline({ type }: NodeJson): boolean {
  return type === "text" || type === "hard_break";
}

/** The pieces of one line. What is found goes from all of them, and the placeholder stands in the first. */
function lineWithout(pieces: readonly NodeJson[], cut: Cut): NodeJson[] {
  const whole = pieces.map(textOf).join("");
  const found = [...whole.matchAll(cut.pattern)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
  let at = 0;
  const out = pieces.map((piece): NodeJson => {
    const start = at;
    at += textOf(piece).length;
    const marks = (piece.marks ?? []).flatMap((mark) => markWithout(mark, cut));
    if (piece.type !== "text") return piece;
    const inside = found.filter((one) => one.start < at && one.end > start);
    let text = "";
    let from = start;
    for (const one of inside) {
      text += whole.slice(from, Math.max(from, one.start));
      if (one.start >= start) text += cut.placeholder;
      from = Math.min(one.end, at);
    }
    return textNode(text + whole.slice(from, at), marks);
  });
  return joined(out);
}

function markWithout(mark: MarkJson, cut: Cut): MarkJson[] {
  if (!mark.attrs || !holds(JSON.stringify(mark.attrs), cut)) return [mark];
  if (mark.type === "link") return [];
  return [{ ...mark, attrs: valueWithout(mark.attrs, cut) as Record<string, unknown> }];
}

/** A body without some of its pictures. */
export function bodyWithoutPictures(document: DocumentJson, ids: readonly string[]): DocumentJson {
  const content = withoutPictures(document.content, ids);
  return { ...document, content: content.length > 0 ? content : [{ type: "paragraph" }] };
}

function withoutPictures(nodes: readonly NodeJson[], ids: readonly string[]): NodeJson[] {
  return nodes
    .filter(({ type, attrs }) => type !== "picture" || !ids.includes(String(attrs?.["media"])))
    .map((node) => (node.content ? { ...node, content: withoutPictures(node.content, ids) } : node));
}
