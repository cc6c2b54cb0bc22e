/**
 * XML read as it arrives, with the line and column of what is wrong in it. Nothing a file can say makes it grow or look
 * elsewhere: a document type, and with it every entity of its own, is refused. What a piece means is the caller's.
 */

export type XmlEvent =
  | XmlOpen
  | { readonly kind: "close"; readonly name: string }
  | { readonly kind: "text"; readonly text: string };

export type XmlOpen = {
  readonly kind: "open";
  /** As it is written, `wp:post_id`. */
  readonly name: string;
  /** Without its prefix, and the namespace that stands for; an undeclared prefix has none. */
  readonly local: string;
  readonly space: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
  readonly column: number;
};

/** The file is not well formed, is no XML, or holds what is not read. `what` goes on after "The file". */
export class XmlProblem extends Error {
  readonly what: string;
  readonly line: number;
  readonly column: number;

  constructor(what: string, { line, column }: Position) {
    super(`line ${line}, column ${column}: the file ${what}`);
    this.what = what;
    this.line = line;
    this.column = column;
  }
}

export type XmlLimits = {
  /** Elements in elements; 64 when left out. */
  readonly mostLevels?: number;
  /** Characters of a text, a comment or a tag; 16 Mi when left out. */
  readonly longestPiece?: number;
};

type Position = { readonly line: number; readonly column: number };
type Spaces = ReadonlyMap<string, string>;
type Open = { readonly name: string; readonly spaces: Spaces };

/** The events of a document, some at a time; what is not well formed, or ends too early, throws an `XmlProblem`. */
export async function* xmlEvents(
  chunks: AsyncIterable<string>,
  { mostLevels = 64, longestPiece = 16 * 1024 * 1024 }: XmlLimits = {},
): AsyncGenerator<readonly XmlEvent[]> {
  const reader = new Reader(mostLevels, longestPiece);
  for await (const chunk of chunks) {
    const events = reader.take(chunk);
    if (events.length > 0) yield events;
  }
  reader.end();
}

/** The events of a whole document that is at hand. */
export function xmlEventsIn(
  text: string,
  { mostLevels = 64, longestPiece = 16 * 1024 * 1024 }: XmlLimits = {},
): readonly XmlEvent[] {
  const reader = new Reader(mostLevels, longestPiece);
  const events = reader.take(text);
  reader.end();
  return events;
}

class Reader {
  readonly #mostLevels: number;
  readonly #longestPiece: number;
  readonly #open: Open[] = [];
  #rest = "";
  /** How much of the first unfinished piece has been looked through already. */
  #seen = 0;
  #line = 1;
  #column = 1;
  #hasRoot = false;

  constructor(mostLevels: number, longestPiece: number) {
    this.#mostLevels = mostLevels;
    this.#longestPiece = longestPiece;
  }

  take(chunk: string): XmlEvent[] {
    this.#rest += chunk;
    const events: XmlEvent[] = [];
    let at = 0;
    for (;;) {
      const end = this.#endOfPiece(at);
      if (end === undefined) break;
      const piece = this.#rest.slice(at, end);
      this.#piece(piece, events);
      this.#pass(piece);
      at = end;
      this.#seen = 0;
    }
    this.#rest = this.#rest.slice(at);
    if (this.#rest.length > this.#longestPiece)
      throw this.#broken(`has a piece longer than ${Math.round(this.#longestPiece / 1024 / 1024)} MB`);
    return events;
  }

  end(): void {
    const last = this.#open.at(-1);
    const left = this.#rest.trim();
    if (last && left.startsWith("<")) throw this.#broken(`ends in the middle of ${left.slice(0, 20)}`);
    if (last) throw this.#broken(`ends in the middle: <${last.name}> is never closed`, this.#rest);
    if (!this.#hasRoot) throw this.#broken(left === "" ? "is empty" : "is not XML");
    if (left !== "") throw this.#broken("goes on after its end");
  }

  /** Where a tag, a comment or the text up to the next tag ends; nothing while its end has not come. */
  #endOfPiece(at: number): number | undefined {
    const rest = this.#rest;
    if (at >= rest.length) return undefined;
    const from = Math.max(at + 1, at + this.#seen);
    if (rest.charCodeAt(at) !== LESS_THAN) {
      const end = rest.indexOf("<", from);
      if (end !== -1) return end;
      this.#seen = rest.length - at;
      return undefined;
    }
    const closing = closingOf(rest, at);
    if (closing === undefined) return undefined;
    const end = closing === ">" ? endOfTag(rest, at) : rest.indexOf(closing, from);
    if (end !== -1) return end + closing.length;
    // The end may have begun already.
    this.#seen = closing === ">" ? 0 : Math.max(0, rest.length - at - closing.length);
    return undefined;
  }

  #piece(piece: string, events: XmlEvent[]): void {
    if (piece.charCodeAt(0) !== LESS_THAN) {
      if (this.#open.length > 0) events.push({ kind: "text", text: this.#words(piece) });
      else if (piece.replace("\ufeff", "").trim() !== "") throw this.#broken("is not XML");
      return;
    }
    if (piece.startsWith("<?") || piece.startsWith("<!--")) return;
    if (piece.startsWith("<![CDATA[")) {
      if (this.#open.length > 0) events.push({ kind: "text", text: piece.slice(9, -3) });
      return;
    }
    if (piece.startsWith("<!"))
      throw this.#broken("has a document type. Entities and other files are not followed, so it is not read");
    this.#tag(piece, events);
  }

  #tag(piece: string, events: XmlEvent[]): void {
    const [, closes, name = "", written = "", isEmpty] = TAG.exec(piece) ?? [];
    if (name === "") throw this.#broken(`has a tag that cannot be read: ${piece.slice(0, 60)}`);
    if (closes) {
      if (this.#open.pop()?.name !== name) throw this.#broken(`closes <${name}>, which is not open there`);
      events.push({ kind: "close", name });
      return;
    }
    if (this.#open.length === 0 && this.#hasRoot) throw this.#broken("goes on after its end");
    this.#hasRoot = true;
    const attributes = written.includes("=") ? this.#attributes(piece, written) : NO_ATTRIBUTES;
    const spaces = spacesWith(attributes, this.#open.at(-1)?.spaces ?? NO_SPACES);
    if (this.#open.length >= this.#mostLevels) throw this.#broken(`is more than ${this.#mostLevels} levels deep`);
    const colon = name.indexOf(":");
    const [line, column] = [this.#line, this.#column];
    const space = spaces.get(colon === -1 ? "" : name.slice(0, colon));
    events.push({ kind: "open", name, local: name.slice(colon + 1), space, attributes, line, column });
    if (isEmpty) events.push({ kind: "close", name });
    else this.#open.push({ name, spaces });
  }

  #attributes(piece: string, written: string): Readonly<Record<string, string>> {
    const attributes: Record<string, string> = {};
    let read = 0;
    for (const [all, name = "", quoted = ""] of written.matchAll(ATTRIBUTE)) {
      if (Object.hasOwn(attributes, name)) throw this.#broken(`says ${name} twice in a tag: ${piece.slice(0, 60)}`);
      attributes[name] = this.#words(quoted.slice(1, -1));
      read += all.length;
    }
    if (read !== written.trimEnd().length) throw this.#broken(`has a tag that cannot be read: ${piece.slice(0, 60)}`);
    return attributes;
  }

  #words(text: string): string {
    if (text.includes("]]>")) throw this.#broken("has ]]> where no CDATA is open", text.slice(0, text.indexOf("]]>")));
    if (!text.includes("&")) return text;
    return text.replace(/&([^;&]{0,60});?/g, (all, name: string, at: number) => {
      const sign = all.endsWith(";") ? characterOf(name) : undefined;
      if (sign === undefined)
        throw this.#broken(`has an entity nobody has declared: ${all.slice(0, 60)}`, text.slice(0, at));
      return sign;
    });
  }

  /** Says where it is, after `passed` of the piece that is being read. */
  #broken(what: string, passed = ""): XmlProblem {
    this.#pass(passed);
    return new XmlProblem(what, { line: this.#line, column: this.#column });
  }

  #pass(piece: string): void {
    let last = -1;
    for (let at = piece.indexOf("\n"); at !== -1; at = piece.indexOf("\n", at + 1)) {
      this.#line += 1;
      last = at;
    }
    if (last === -1) this.#column += piece.length;
    else this.#column = piece.length - last;
  }
}

const LESS_THAN = 60;
const NO_ATTRIBUTES: Readonly<Record<string, string>> = {};
const NO_SPACES: Spaces = new Map();

const TAG = /^<(\/?)([\p{L}_][\p{L}\p{N}_.:\u00b7-]{0,199})(\s(?:[^<>"']|"[^<"]*"|'[^<']*')*?)?(\/?)>$/u;
const ATTRIBUTE = /\s+([\p{L}_:][\p{L}\p{N}_.:-]{0,199})\s*=\s*("[^"]*"|'[^']*')/gu;

function closingOf(rest: string, at: number): string | undefined {
  const second = rest.charAt(at + 1);
  if (second === "?") return "?>";
  if (second === "") return undefined;
  if (second !== "!") return ">";
  // `<![CDATA[` is the longest beginning; what is shorter may still become one.
  const begun = rest.slice(at, at + 9);
  if (begun.startsWith("<!--")) return "-->";
  if (begun === "<![CDATA[") return "]]>";
  return "<!--".startsWith(begun) || "<![CDATA[".startsWith(begun) ? undefined : ">";
}

/** A tag may have `>` in the values of its attributes. */
function endOfTag(rest: string, at: number): number {
  const end = rest.indexOf(">", at + 1);
  const quoted = rest.slice(at, end).match(/["']/g);
  if (end === -1 || quoted === null || rest.charAt(at + 1) === "!") return end;
  let quote = "";
  for (let place = at + 1; place < rest.length; place++) {
    const char = rest.charAt(place);
    if (quote !== "") {
      if (char === quote) quote = "";
    } else if (char === '"' || char === "'") quote = char;
    else if (char === ">") return place;
    // A quotation mark that stands for itself would swallow the rest of the file.
    if (char === "<") return rest.indexOf(">", at + 1);
  }
  return -1;
}

function spacesWith(attributes: Readonly<Record<string, string>>, outer: Spaces): Spaces {
  if (attributes === NO_ATTRIBUTES) return outer;
  const own = Object.entries(attributes).flatMap(([name, value]): [string, string][] => {
    if (name === "xmlns") return [["", value]];
    return name.startsWith("xmlns:") ? [[name.slice(6), value]] : [];
  });
  return own.length === 0 ? outer : new Map([...outer, ...own]);
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function characterOf(name: string): string | undefined {
  if (!name.startsWith("#")) return Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
  const point = /^#x([\da-f]{1,6})$/i.exec(name)?.[1];
  const code = point === undefined ? Number(/^#(\d{1,7})$/.exec(name)?.[1] ?? "-1") : Number.parseInt(point, 16);
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return code > 0 && code <= 0x10ffff && !isSurrogate ? String.fromCodePoint(code) : undefined;
}
