/**
 * XML as lists of names are published in, read as it arrives. Nothing a file can say makes it grow or look elsewhere:
 * a document type, and with it every entity of its own, is refused. Attributes are passed over.
 */
import { ListProblem } from "./entry.ts";

export type XmlEvent =
  | { readonly kind: "open" | "close"; readonly name: string }
  | { readonly kind: "text"; readonly text: string };

// A list is three levels deep and its longest comment a page long.
const MOST_LEVELS = 32;
const LONGEST_PIECE = 1024 * 1024;

/** The events of a document, some at a time; what is not well formed, or ends too early, throws a `ListProblem`. */
export async function* xmlEvents(chunks: AsyncIterable<string>): AsyncGenerator<readonly XmlEvent[]> {
  const open: string[] = [];
  let rest = "";
  let hasRoot = false;
  for await (const chunk of chunks) {
    rest += chunk;
    const events: XmlEvent[] = [];
    let at = 0;
    for (;;) {
      const piece = pieceAt(rest, at);
      if (!piece) break;
      for (const event of eventsOf(piece.text, open)) {
        if (event.kind === "open" && open.length === 1 && hasRoot) throw broken("goes on after its end");
        if (event.kind === "open") hasRoot = true;
        events.push(event);
      }
      at = piece.end;
    }
    rest = rest.slice(at);
    if (rest.length > LONGEST_PIECE) throw broken("has a piece longer than 1 MB");
    if (events.length > 0) yield events;
  }
  const [outermost] = open;
  if (outermost !== undefined) throw broken(`ends in the middle: <${open.at(-1)}> is never closed`);
  if (!hasRoot) throw broken(rest.trim() === "" ? "is empty" : "is not XML");
  if (rest.trim() !== "") throw broken("goes on after its end");
}

type Piece = { readonly text: string; readonly end: number };

/** A tag, a comment or the text up to the next tag; nothing while its end has not come. */
function pieceAt(rest: string, at: number): Piece | undefined {
  if (at >= rest.length) return undefined;
  if (rest.charAt(at) !== "<") {
    const end = rest.indexOf("<", at);
    return end === -1 ? undefined : { text: rest.slice(at, end), end };
  }
  const closing = closingOf(rest, at);
  if (closing === undefined) return undefined;
  const end = rest.indexOf(closing, at);
  return end === -1 ? undefined : { text: rest.slice(at, end + closing.length), end: end + closing.length };
}

function closingOf(rest: string, at: number): string | undefined {
  // `<![CDATA[` is the longest beginning; what is shorter may still become one.
  const begun = rest.slice(at, at + 9);
  if (begun.startsWith("<?")) return "?>";
  if (!begun.startsWith("<!")) return ">";
  if (begun.startsWith("<!--")) return "-->";
  if (begun === "<![CDATA[") return "]]>";
  return "<!--".startsWith(begun) || "<![CDATA[".startsWith(begun) ? undefined : ">";
}

function* eventsOf(piece: string, open: string[]): Generator<XmlEvent> {
  if (!piece.startsWith("<")) {
    if (open.length > 0) yield { kind: "text", text: unescaped(piece) };
    else if (piece.replace("\ufeff", "").trim() !== "") throw broken("is not XML");
    return;
  }
  if (piece.startsWith("<?") || piece.startsWith("<!--")) return;
  if (piece.startsWith("<![CDATA[")) {
    if (open.length > 0) yield { kind: "text", text: piece.slice(9, -3) };
    return;
  }
  if (piece.startsWith("<!"))
    throw broken("has a document type. Entities and other files are not followed, so it is not read");
  yield* tag(piece, open);
}

const TAG = /^<(\/?)([\p{L}_][\p{L}\p{N}_.:-]{0,99})(\s[^<]*?)?(\/?)>$/u;

function* tag(piece: string, open: string[]): Generator<XmlEvent> {
  const [, closes, name = "", , isEmpty] = TAG.exec(piece) ?? [];
  if (name === "") throw broken(`has a tag that cannot be read: ${piece.slice(0, 60)}`);
  if (closes) {
    if (open.pop() !== name) throw broken(`closes <${name}>, which is not open there`);
    yield { kind: "close", name };
    return;
  }
  open.push(name);
  if (open.length > MOST_LEVELS) throw broken(`is more than ${MOST_LEVELS} levels deep`);
  yield { kind: "open", name };
  if (isEmpty) {
    open.pop();
    yield { kind: "close", name };
  }
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&([^;&]{0,60});?/g, (all, name: string) => {
    const point = /^#x([\da-f]{1,6})$/i.exec(name)?.[1] ?? "";
    const code = point ? Number.parseInt(point, 16) : Number(/^#(\d{1,7})$/.exec(name)?.[1] ?? "-1");
    if (code > 0 && code <= 0x10ffff && all.endsWith(";")) return String.fromCodePoint(code);
    const sign = all.endsWith(";") ? NAMED[name] : undefined;
    if (sign === undefined) throw broken(`has an entity nobody has declared: ${all.slice(0, 60)}`);
    return sign;
  });
}

function broken(what: string): ListProblem {
  return new ListProblem(`The file ${what}.`);
}
