/**
 * The document as passages: each paragraph, heading or caption as one flat text with
 * its marks by offset, so that rules can cut and mark text without knowing nodes.
 */
import type { DocumentJson, MarkJson, NodeJson } from "#text/document/schema.ts";

export type Span = { readonly start: number; readonly end: number };
export type Marked = Span & { readonly mark: MarkJson };

export type Passage = {
  /** The node it was read from; a passage that is split keeps one home. */
  readonly home: NodeJson;
  /** A line break inside is `\n`. */
  readonly text: string;
  readonly marked: readonly Marked[];
};

const WITH_TEXT = new Set(["paragraph", "heading", "pull_quote", "picture"]);

/** Every passage of a document in reading order, white space evened out. */
export function passagesOf(document: DocumentJson): Passage[] {
  const passages: Passage[] = [];
  const visit = (node: NodeJson) => {
    if (WITH_TEXT.has(node.type)) passages.push(evened(passageOf(node)));
    else for (const child of node.content ?? []) visit(child);
  };
  for (const node of document.content) visit(node);
  return passages;
}

function passageOf(home: NodeJson): Passage {
  const texts: string[] = [];
  const marked: Marked[] = [];
  let at = 0;
  for (const node of home.content ?? []) {
    const text = node.type === "text" ? (node.text ?? "") : node.type === "hard_break" ? "\n" : "";
    for (const mark of node.marks ?? []) marked.push({ start: at, end: at + text.length, mark });
    texts.push(text);
    at += text.length;
  }
  return { home, text: texts.join(""), marked };
}

// What no reader sees: NUL and other controls, byte order marks inside the text, half of a surrogate pair.
const UNEVEN = /[\s\p{Cc}\ufeff\p{Cs}]{2,}|[\p{Cc}\ufeff\p{Cs}]|^\s|\s$/gu;
const UNSEEN = /[\p{Cc}\ufeff\ufffe\p{Cs}]/u;

/** Runs of white space become one space, spaces at the ends of lines go, invisible rubbish goes. */
function evened(passage: Passage): Passage {
  const edits: Edit[] = [];
  for (const { index, 0: found } of passage.text.matchAll(UNEVEN)) {
    const end = index + found.length;
    const white = found.replaceAll(/[^\s]|\ufeff/gu, "");
    const atEdge = index === 0 || end === passage.text.length;
    const insert =
      atEdge || white === "" ? "" : white.includes("\n") ? "\n" : white.length > 1 || UNSEEN.test(white) ? " " : white;
    if (insert !== found) edits.push({ start: index, end, insert });
  }
  return edited(passage, edits);
}

type Edit = Span & { readonly insert: string };

/** The passage without some stretches of it; they may touch and overlap. */
export function without(passage: Passage, cuts: readonly Span[]): Passage {
  if (cuts.length === 0) return passage;
  const sorted = [...cuts].sort((a, b) => a.start - b.start);
  const joined: Edit[] = [];
  for (const { start, end } of sorted) {
    const last = joined.at(-1);
    if (last && start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end), insert: "" };
    else joined.push({ start, end, insert: "" });
  }
  return edited(passage, joined);
}

/** The passage between two offsets, trimmed. */
export function trimmedTo(passage: Passage, { start, end }: Span): Passage {
  const inner = passage.text.slice(start, end);
  const from = start + (inner.length - inner.trimStart().length);
  const to = Math.max(from, start + inner.trimEnd().length);
  return without(passage, [
    { start: 0, end: from },
    { start: to, end: passage.text.length },
  ]);
}

/** Where an offset of the passage lies once the cuts are made; `cuts` sorted and apart. */
export function offsetsAfter(cuts: readonly Span[]): (offset: number) => number {
  const starts = cuts.map(({ start }) => start);
  const removedBefore: number[] = [0];
  for (const [at, { start, end }] of cuts.entries()) removedBefore.push((removedBefore[at] ?? 0) + end - start);
  return (offset) => {
    const count = countBelow(starts, offset);
    const last = cuts[count - 1];
    const inside = last && offset < last.end ? last.end - offset : 0;
    return offset - (removedBefore[count] ?? 0) + inside;
  };
}

/** How many of sorted numbers are below a value. */
function countBelow(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function edited(passage: Passage, edits: readonly Edit[]): Passage {
  if (edits.length === 0) return passage;
  const parts: string[] = [];
  const shifts: { readonly from: number; readonly to: number; readonly start: number; readonly shift: number }[] = [];
  let at = 0;
  let length = 0;
  for (const { start, end, insert } of edits) {
    parts.push(passage.text.slice(at, start), insert);
    length += start - at;
    shifts.push({ from: start, to: end, start: length, shift: length + insert.length - end });
    length += insert.length;
    at = end;
  }
  parts.push(passage.text.slice(at));
  const starts = edits.map(({ start }) => start);
  const moved = (offset: number): number => {
    const shift = shifts[countBelow(starts, offset) - 1];
    if (!shift) return offset;
    return offset < shift.to
      ? Math.min(shift.start + (offset - shift.from), shift.to + shift.shift)
      : offset + shift.shift;
  };
  const marked = passage.marked
    .map(({ start, end, mark }) => ({ start: moved(start), end: moved(end), mark }))
    .filter(({ start, end }) => start < end);
  return { home: passage.home, text: parts.join(""), marked };
}

// A block that must not stand empty keeps an empty paragraph; every other one goes with its words.
const NEVER_EMPTY = new Set(["table_cell", "table_header"]);

/** The document again, each passage replaced by what became of it: one, several or none. */
export function documentOf(document: DocumentJson, became: ReadonlyMap<NodeJson, readonly Passage[]>): DocumentJson {
  const rebuilt = (node: NodeJson): NodeJson[] => {
    if (WITH_TEXT.has(node.type)) return (became.get(node) ?? []).map((passage) => withText(node, passage));
    if (!node.content) return [node];
    const content = node.content.flatMap(rebuilt);
    if (content.length === 0) return NEVER_EMPTY.has(node.type) ? [{ ...node, content: [{ type: "paragraph" }] }] : [];
    const needsParagraph = node.type === "list_item" && content[0]?.type !== "paragraph";
    return [{ ...node, content: needsParagraph ? [{ type: "paragraph" }, ...content] : content }];
  };
  const content = document.content.flatMap(rebuilt);
  return { type: "doc", content: content.length > 0 ? content : [{ type: "paragraph" }] };
}

function withText(node: NodeJson, passage: Passage): NodeJson {
  const content = inlineNodes(passage);
  const { content: _, ...bare } = node;
  return content.length > 0 ? { ...bare, content } : bare;
}

// The order of the schema: ProseMirror keeps marks sorted by it.
const MARK_ORDER = ["link", "citation", "quotation", "event", "mention", "strong", "em", "code"];

function inlineNodes({ text, marked }: Passage): NodeJson[] {
  const edges = new Set([0, text.length]);
  for (const { start, end } of marked) edges.add(start).add(end);
  for (const { index } of text.matchAll(/\n/g)) edges.add(index).add(index + 1);
  const sorted = [...edges].sort((a, b) => a - b);

  const opening = [...marked].sort((a, b) => a.start - b.start);
  const nodes: NodeJson[] = [];
  let open: Marked[] = [];
  let next = 0;
  for (const [at, start] of sorted.entries()) {
    const end = sorted[at + 1];
    if (end === undefined) break;
    open = open.filter((one) => one.end > start);
    for (let one = opening[next]; one && one.start <= start; one = opening[++next]) open.push(one);
    nodes.push(inlineNode(text.slice(start, end), open));
  }
  return nodes;
}

function inlineNode(text: string, open: readonly Marked[]): NodeJson {
  if (text === "\n") return { type: "hard_break" };
  if (open.length === 0) return { type: "text", text };
  const isCode = open.some(({ mark }) => mark.type === "code");
  const marks = open
    .map(({ mark }) => mark)
    .filter(({ type }) => !(isCode && type === "mention"))
    .sort((a, b) => MARK_ORDER.indexOf(a.type) - MARK_ORDER.indexOf(b.type));
  return { type: "text", text, marks };
}
