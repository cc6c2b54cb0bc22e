/**
 * The document as plain text, with the way back: from an offset to the node it
 * was printed from. Labels, search, quote check and diff all read this one print.
 */
import { textAttr, textOf } from "./nodes.ts";
import type { DocumentJson, NodeJson } from "./schema.ts";

export type Plain = {
  /** Blocks of text are separated by an empty line, a line break is `\n`, a printed label stands as its `print`. */
  readonly text: string;
  /** Every block that holds words, in order; blocks without words are left out. */
  readonly blocks: readonly PlainBlock[];
  /** Every text, line break and label, in order. */
  readonly pieces: readonly Piece[];
  /** The piece a character belongs to; nothing for the empty lines between blocks and for the marker of a note. */
  readonly at: (offset: number) => Place | undefined;
};

/** Indexes of children, from the document down. */
export type Path = readonly number[];
export type Piece = { readonly start: number; readonly end: number; readonly path: Path; readonly node: NodeJson };
type PlainBlock = { readonly start: number; readonly end: number; readonly path: Path; readonly node: NodeJson };
export type Place = { readonly path: Path; readonly node: NodeJson; readonly offset: number };

/** Only words of the text: speakers of set-off quotations, credits, alternative texts and cards are not among them. */
export function printPlain(document: DocumentJson): Plain {
  const blocks: PlainBlock[] = [];
  const pieces: Piece[] = [];
  const out: string[] = [];
  let length = 0;

  const write = (text: string) => {
    out.push(text);
    length += text.length;
  };
  const printBlock = (node: NodeJson, path: Path) => {
    if (!isTextBlock(node)) {
      for (const [at, child] of (node.content ?? []).entries()) printBlock(child, [...path, at]);
      return;
    }
    if (textOf(node) === "") return;
    if (length > 0) write(isNextNote(node, blocks.at(-1)?.node) ? "\n" : "\n\n");
    if (node.type === "note") write(`${textAttr(node, "marker")} `);
    const start = length;
    for (const [at, child] of (node.content ?? []).entries()) {
      const words = textOf(child);
      if (words !== "") pieces.push({ start: length, end: length + words.length, path: [...path, at], node: child });
      write(words);
    }
    blocks.push({ start, end: length, path, node });
  };

  for (const [at, node] of document.content.entries()) printBlock(node, [at]);
  return { text: out.join(""), blocks, pieces, at: (offset) => placeIn(pieces, offset) };
}

const TEXT_BLOCKS = new Set(["paragraph", "heading", "pull_quote", "picture", "note"]);

/** Whether a block holds words itself rather than other blocks. */
function isTextBlock(node: NodeJson): boolean {
  return TEXT_BLOCKS.has(node.type);
}

function isNextNote(node: NodeJson, before: NodeJson | undefined): boolean {
  return node.type === "note" && before?.type === "note";
}

function placeIn(pieces: readonly Piece[], offset: number): Place | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (!piece) return undefined;
    if (offset < piece.start) high = middle - 1;
    else if (offset >= piece.end) low = middle + 1;
    else return { path: piece.path, node: piece.node, offset: offset - piece.start };
  }
  return undefined;
}
