/** Reads the prose of Markdown without changing it: code, link targets, tags and the signs of emphasis are left out. */
import { NO_PROSE } from "./flow.ts";
import { decoded } from "./html-source.ts";
import { type Finder, finder, type Source, SourceReading } from "./source.ts";

export type MarkdownSource = Source & {
  /** Places of `*` that are emphasis or would be with a marker, ascending: a marker beside them has to be escaped. */
  readonly stars: readonly number[];
};

/** CommonMark's blocks by their first signs, its inline rules in one pass; anything is Markdown. */
export function markdownSource(source: string): MarkdownSource {
  const reading = new SourceReading();
  const stars: number[] = [];
  const closings = new Map(CODE_ELEMENTS.map((name) => [name, finder(new RegExp(`</${name}\\s*>`, "gi"), source)]));
  const signs = {
    inline: finder(INLINE, source),
    ticks: finder(/`+/g, source),
    comment: finder(/-->/g, source),
    closings,
  };
  const lines = new Lines(source);
  lines.passFrontMatter();
  for (let line = lines.next(); line; line = lines.next()) {
    lines.keepSetOff(line, reading);
    const words = source.slice(line.words, line.end);
    if (words.trim() === "") {
      reading.between("\n\n");
      lines.isAfterGap = true;
      continue;
    }
    // A line of prose at the margin ends lists, and what is set off has ended before it.
    if (lines.isAfterGap && line.depth === 0 && /^[\p{L}\p{Nd}]/u.test(words)) reading.cut(line.start);
    if (FENCE.test(words)) lines.passFence(words);
    else if (lines.isAfterGap && !lines.isInList && /^(?: {4}|\t)/.test(words)) reading.between("\n\n");
    else if (!DEFINITION.test(words)) {
      if (lines.isAfterHeading || HEADING.test(words)) reading.between("\n\n");
      lines.isAfterGap = false;
      lines.isAfterHeading = false;
      lines.isInList = LIST_ITEM.test(words) || (lines.isInList && /^\s/.test(words));
      readInline(reading, source, readBlock(reading, source, lines, line), { signs, stars });
      reading.between("\n");
    }
  }
  return { ...reading.done(), stars };
}

// Their content is no prose.
const CODE_ELEMENTS = ["code", "pre", "kbd", "samp", "script", "style", "textarea", "svg"];

type Line = { readonly start: number; readonly words: number; readonly end: number; readonly depth: number };

const FENCE = /^ {0,3}(?:`{3,}[^`]*$|~{3,})/;
const DEFINITION = /^ {0,3}\[[^\]\n]{1,999}\]:\s*\S/;
const LIST_ITEM = /^\s*(?:[-+*]|\d{1,9}[.)])[ \t]/;
const HEADING = /^ {0,3}#{1,6}(?:[ \t]|$)/;
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*\r?$/;
const BEGINS_BLOCK = /^ {0,3}(?:`{3,}[^`]*$|~{3,}|#{1,6}(?:[ \t]|$))|^\s*(?:[-+*]|\d{1,9}[.)])[ \t]/;
const QUOTE_SIGN = /^(?: {0,3}>[ \t]?)+/;

class Lines {
  readonly #source: string;
  #at = 0;
  #depth = 0;
  isAfterGap = true;
  isAfterHeading = false;
  isInList = false;

  constructor(source: string) {
    this.#source = source;
  }

  next(): Line | undefined {
    const line = this.peek();
    if (line) this.#at = line.end + 1;
    return line;
  }

  peek(): Line | undefined {
    const start = this.#at;
    if (start >= this.#source.length) return undefined;
    const found = this.#source.indexOf("\n", start);
    const end = found === -1 ? this.#source.length : found;
    const signs = QUOTE_SIGN.exec(this.#source.slice(start, Math.min(end, start + 200)))?.[0] ?? "";
    return { start, words: start + signs.length, end, depth: signs.replace(/[^>]/g, "").length };
  }

  passFrontMatter() {
    const matter = /^---[ \t]*\r?\n(?:[^\n]*\n){0,200}?(?:---|\.\.\.)[ \t]*\r?(?:\n|$)/.exec(this.#source);
    if (matter) this.#at = matter[0].length;
  }

  passFence(opening: string) {
    const fence = /[`~]{3,}/.exec(opening)?.[0] ?? "```";
    const closing = new RegExp(`^\\s*${fence.charAt(0)}{${fence.length},}\\s*$`);
    for (let line = this.next(); line; line = this.next()) {
      if (closing.test(this.#source.slice(line.words, line.end))) return;
    }
  }

  /** A quotation set off by `>` lasts while its lines do, and over a lazy line after them. */
  keepSetOff({ depth, start, end }: Line, reading: SourceReading) {
    const isBlank = this.#source.slice(start, end).trim() === "";
    if (depth > 0 && this.#depth === 0) reading.beginSetOff();
    if (depth === 0 && this.#depth > 0 && (isBlank || this.isAfterGap)) reading.endSetOff();
    else if (depth === 0 && this.#depth > 0) return;
    this.#depth = depth;
  }
}

/** The lines of a paragraph, or of a heading, which begins a section. */
function readBlock(reading: SourceReading, source: string, lines: Lines, first: Line): readonly Line[] {
  const block = [first];
  const isHeading = HEADING.test(source.slice(first.words, first.end));
  for (let next = lines.peek(); next && !isHeading; next = lines.peek()) {
    const words = source.slice(next.words, next.end);
    if (words.trim() === "" || next.depth > first.depth || BEGINS_BLOCK.test(words)) break;
    block.push(next);
    lines.next();
    if (UNDERLINE.test(words)) break;
  }
  const last = block.at(-1) ?? first;
  const isUnderlined = block.length > 1 && UNDERLINE.test(source.slice(last.words, last.end));
  if (isHeading || isUnderlined) {
    reading.section();
    lines.isAfterHeading = true;
  }
  return block;
}

type Token =
  | {
      readonly kind: "words" | "nothing" | "code" | "closing" | "bracket";
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: "as"; readonly start: number; readonly end: number; readonly words: string }
  | Delimiter;

/** A run of `*`, `_` or `~`: so many of its signs close what is before, so many open what is after. */
type Delimiter = {
  readonly kind: "delimiter";
  readonly start: number;
  readonly end: number;
  readonly sign: string;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  closed: number;
  opened: number;
};

/** Signs looked for in a whole source, each stretch once. */
type Signs = {
  readonly inline: Finder;
  readonly ticks: Finder;
  readonly comment: Finder;
  /** The end of an element whose content is no prose, by its name. */
  readonly closings: ReadonlyMap<string, Finder>;
};

type Inline = { readonly signs: Signs; readonly stars: number[] };

function readInline(reading: SourceReading, source: string, block: readonly Line[], { signs, stars }: Inline) {
  const tokens = tokensOf(source, block, signs);
  pairDelimiters(tokens);
  for (const token of tokens) {
    const { start, end } = token;
    if (token.kind === "words" || token.kind === "bracket") reading.words(source, start, end);
    else if (token.kind === "as") reading.as(token.words, start, end);
    else if (token.kind === "code") reading.between(NO_PROSE);
    else if (token.kind === "closing") reading.closing(start, end);
    else if (token.kind === "delimiter") {
      const { closed, opened, sign, canOpen, canClose } = token;
      if (closed > 0) reading.closing(start, start + closed);
      reading.words(source, start + closed, end - opened);
      if (sign === "*" && (canOpen || canClose)) stars.push(start);
    }
  }
}

const INLINE = /[\\`<&![\]*_~]/g;

function tokensOf(source: string, block: readonly Line[], signs: Signs): Token[] {
  const tokens: Token[] = [];
  const to = block.at(-1)?.end ?? 0;
  const known: Seen = { signs, spans: codeSpans(signs.ticks, block[0]?.words ?? 0, to), open: [], tokens };
  let passed = 0;
  for (const [n, line] of block.entries()) {
    let at = Math.max(line.words, passed);
    let looked = at;
    for (let found = signs.inline(looked); found && found.index < line.end; found = signs.inline(looked)) {
      const token = tokenAt(source, found.index, to, known);
      looked = token?.end ?? found.index + 1;
      if (!token) continue;
      if (found.index > at) tokens.push({ kind: "words", start: at, end: found.index });
      if (token.kind === "bracket") known.open.push(tokens.length);
      tokens.push(token);
      at = token.end;
    }
    const end = n < block.length - 1 ? line.end + 1 : line.end;
    if (end > at) tokens.push({ kind: "words", start: at, end });
    passed = Math.max(at, end);
  }
  return tokens;
}

/** What a block's first pass has seen so far. */
type Seen = {
  readonly signs: Signs;
  /** Where the code span that begins at a place ends. */
  readonly spans: ReadonlyMap<number, number>;
  /** Tokens that are brackets still open. */
  readonly open: number[];
  readonly tokens: Token[];
};

function tokenAt(source: string, at: number, to: number, seen: Seen): Token | undefined {
  switch (source.charAt(at)) {
    case "\\":
      if (/^\r?\n/.test(source.slice(at + 1, at + 3))) return { kind: "nothing", start: at, end: at + 1 };
      if (!/[!-/:-@[-`{-~]/.test(source.charAt(at + 1))) return undefined;
      return { kind: "as", words: source.charAt(at + 1), start: at, end: at + 2 };
    case "`": {
      const end = seen.spans.get(at);
      return end === undefined
        ? { kind: "words", start: at, end: runEnd(source, at) }
        : { kind: "code", start: at, end };
    }
    case "<":
      return tagAt(source, at, to, seen.signs);
    case "&": {
      const entity = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i.exec(source.slice(at, at + 40))?.[0];
      return entity === undefined
        ? undefined
        : { kind: "as", words: decoded(entity), start: at, end: at + entity.length };
    }
    case "!":
      return source.charAt(at + 1) === "[" ? imageAt(source, at, to) : undefined;
    case "[":
      return { kind: "bracket", start: at, end: at + 1 };
    case "]":
      return linkEndAt(source, at, to, seen);
    default:
      return delimiterAt(source, at);
  }
}

/** Where each code span that begins with a run of backticks ends. */
function codeSpans(ticks: Finder, from: number, to: number): ReadonlyMap<number, number> {
  const runs: { start: number; length: number }[] = [];
  for (let run = ticks(from); run && run.index < to; run = ticks(run.index + run[0].length)) {
    runs.push({ start: run.index, length: run[0].length });
  }
  const spans = new Map<number, number>();
  const next = new Map<number, number>();
  for (const { start, length } of runs.reverse()) {
    const close = next.get(length);
    if (close !== undefined) spans.set(start, close + length);
    next.set(length, start);
  }
  return spans;
}

function runEnd(source: string, at: number): number {
  let end = at + 1;
  while (source.charAt(end) === source.charAt(at)) end++;
  return end;
}

// A tag or an address in angle brackets is one line; a longer one is prose with a sign in it.
const LONGEST_TAG = 2000;

function tagAt(source: string, at: number, to: number, { comment, closings }: Signs): Token | undefined {
  const rest = source.slice(at, Math.min(to, at + LONGEST_TAG));
  const address = /^<(?:[a-z][a-z\d+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>/i.exec(rest);
  if (address) return { kind: "code", start: at, end: at + address[0].length };
  const commentEnd = rest.startsWith("<!--") ? comment(at)?.index : undefined;
  if (commentEnd !== undefined) return { kind: "nothing", start: at, end: commentEnd + 3 };
  const tag = /^<(\/?)([a-z][a-z\d-]*)(?:\s[^<>]*|\s*\/?)>/i.exec(rest);
  if (!tag) return undefined;
  const [whole, slash, name = ""] = tag;
  const end = at + whole.length;
  if (slash === "/") return { kind: "closing", start: at, end };
  const closing = closings.get(name.toLowerCase());
  if (!closing) return { kind: "nothing", start: at, end };
  const close = closing(end);
  return { kind: "code", start: at, end: close ? Math.min(to, close.index + close[0].length) : to };
}

// Of the text of a picture and of a link's address with its title.
const LONGEST_LINK = 4000;

function imageAt(source: string, at: number, to: number): Token | undefined {
  const rest = source.slice(at, Math.min(to, at + LONGEST_LINK));
  const image = /^!\[[^\]]*\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\]]*\])?/.exec(rest);
  return image ? { kind: "code", start: at, end: at + image[0].length } : undefined;
}

/** The end of a link's words with its target; its opening bracket is no longer prose either. */
function linkEndAt(source: string, at: number, to: number, { open, tokens }: Seen): Token | undefined {
  const target =
    /^\](?:\((?:<[^<>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)|\[[^\]\n]*\])/.exec(
      source.slice(at, Math.min(to, at + LONGEST_LINK)),
    );
  const place = open.pop();
  const bracket = place === undefined ? undefined : tokens[place];
  if (place === undefined || !bracket || !target) return undefined;
  tokens[place] = { kind: "nothing", start: bracket.start, end: bracket.end };
  return { kind: "closing", start: at, end: at + target[0].length };
}

function delimiterAt(source: string, at: number): Token | undefined {
  const end = runEnd(source, at);
  const sign = source.charAt(at);
  if (sign === "~" && end - at !== 2) return { kind: "words", start: at, end };
  const before = source.charAt(at - 1);
  const after = source.charAt(end);
  const isLeft = couldOpen(before, after);
  const isRight = couldOpen(after, before);
  const isInWord = sign === "_";
  return {
    kind: "delimiter",
    start: at,
    end,
    sign,
    canOpen: isLeft && !(isInWord && isRight && !PUNCTUATION.test(before)),
    canClose: isRight && !(isInWord && isLeft && !PUNCTUATION.test(after)),
    closed: 0,
    opened: 0,
  };
}

/** Whether stars between two signs, or at an end of the text, may begin emphasis; the other way round, whether they may end it. */
export function couldOpen(before: string, after: string): boolean {
  const isAtEdge = before === "" || /\s/u.test(before) || PUNCTUATION.test(before);
  return after !== "" && !/\s/u.test(after) && (isAtEdge || !PUNCTUATION.test(after));
}

const PUNCTUATION = /[\p{P}\p{S}]/u;

function pairDelimiters(tokens: readonly Token[]) {
  const open = new Map<string, Delimiter[]>();
  for (const token of tokens) {
    if (token.kind !== "delimiter") continue;
    const length = token.end - token.start;
    const openers = open.get(token.sign) ?? [];
    open.set(token.sign, openers);
    while (token.canClose && token.closed < length) {
      const opener = openers.at(-1);
      if (!opener) break;
      const free = opener.end - opener.start - opener.closed - opener.opened;
      const count = Math.min(free, length - token.closed);
      opener.opened += count;
      token.closed += count;
      if (count === free) openers.pop();
    }
    if (token.canOpen && token.closed < length) openers.push(token);
  }
}

/** Words as Markdown text: signs that begin code, emphasis, links, tags, entities or the next cell of a table are escaped. */
export function asMarkdown(words: string): string {
  return words.replace(/[\\`*_[\]<&~|]/g, "\\$&");
}
