/**
 * Words for writing article bodies by hand: each makes nodes and marks of the document
 * schema, in the form in which the schema itself would print them.
 */
import { type DocumentJson, documentSchema, type MarkJson, type NodeJson } from "#text/document/schema.ts";

export type Inline = string | readonly NodeJson[];
type Speaker = { readonly speaker: string; readonly office?: string; readonly source?: string };
type Cell = Inline;

export function bodyOf(...blocks: readonly NodeJson[]): readonly NodeJson[] {
  return blocks;
}

export function documentOf(blocks: readonly NodeJson[]): DocumentJson {
  return { type: "doc", content: blocks };
}

export const p = (...words: readonly Inline[]): NodeJson => block("paragraph", words);
export const h2 = (...words: readonly Inline[]): NodeJson => block("heading", words, { level: 2 });
export const pull = (...words: readonly Inline[]): NodeJson => block("pull_quote", words);

export function list(...items: readonly (readonly Inline[])[]): NodeJson {
  return { type: "bullet_list", content: items.map(listItem) };
}

export function numbered(...items: readonly (readonly Inline[])[]): NodeJson {
  return { type: "ordered_list", attrs: { start: 1 }, content: items.map(listItem) };
}

/** A quotation set off from the text; each argument after the speaker is a paragraph. */
export function blockquote(who: Speaker, ...paragraphs: readonly Inline[]): NodeJson {
  return { type: "blockquote", attrs: attrsOf(who), content: paragraphs.map((words) => p(words)) };
}

/** The first row is the head; the first cell of every other row heads it. */
export function table(head: readonly Cell[], ...rows: readonly (readonly Cell[])[]): NodeJson {
  const cell = (type: string, words: Cell): NodeJson => ({
    type,
    attrs: { colspan: 1, rowspan: 1 },
    content: [p(words)],
  });
  const row = (cells: readonly NodeJson[]): NodeJson => ({ type: "table_row", content: cells });
  return {
    type: "table",
    content: [
      row(head.map((words) => cell("table_header", words))),
      ...rows.map((cells) => row(cells.map((words, at) => cell(at === 0 ? "table_header" : "table_cell", words)))),
    ],
  };
}

/** A picture in the text, by the name of its file until `withMedia` gives it the id it is kept under. */
export function picture(
  file: string,
  { alt, credit }: { alt: string; credit: string },
  ...caption: readonly Inline[]
): NodeJson {
  return block("picture", caption, { media: file, alt, credit });
}

/** Words somebody said, quotation marks included. */
export const said = (words: string, who: Speaker): readonly NodeJson[] =>
  marked({ type: "quotation", attrs: attrsOf(who) }, [words]);

/** A sentence, or part of one, that rests on a source of the ledger. */
export const cites = (source: string, ...words: readonly Inline[]): readonly NodeJson[] =>
  marked({ type: "citation", attrs: { source } }, words);

/** Dated background: `2003`, `2018-02` or `2018-02-15`, and the words that say so. */
export const dated = (date: string, words: string): readonly NodeJson[] =>
  marked({ type: "event", attrs: { date, precision: precisionOf(date) } }, [words]);

export const link = (href: string, ...words: readonly Inline[]): readonly NodeJson[] =>
  marked({ type: "link", attrs: { href, title: null } }, words);

export const em = (...words: readonly Inline[]): readonly NodeJson[] => marked({ type: "em" }, words);

/** A name an editor decided not to label here, such as the one inside the title of a list. */
export const unlabelled = (organisation: string, words: string): readonly NodeJson[] =>
  marked({ type: "mention", attrs: { organisation, typed: null, decision: "none" } }, [words]);

/** A copy of a body whose pictures name the ids they are kept under. */
export function withMedia(blocks: readonly NodeJson[], idOf: (file: string) => string): readonly NodeJson[] {
  return blocks.map((node) => {
    if (node.type !== "picture") return node;
    return { ...node, attrs: { ...node.attrs, media: idOf(String(node.attrs?.["media"])) } };
  });
}

function block(type: string, words: readonly Inline[], attrs?: Readonly<Record<string, unknown>>): NodeJson {
  return { type, ...(attrs && { attrs }), content: joined(words) };
}

function listItem(words: readonly Inline[]): NodeJson {
  return { type: "list_item", content: [p(...words)] };
}

function attrsOf({ speaker, office, source }: Speaker): Readonly<Record<string, string | null>> {
  return { speaker, office: office ?? null, source: source ?? null };
}

function precisionOf(date: string): "day" | "month" | "year" {
  return date.length === 10 ? "day" : date.length === 7 ? "month" : "year";
}

function marked(mark: MarkJson, words: readonly Inline[]): readonly NodeJson[] {
  return joined(words).map((node) => ({ ...node, marks: inOrder([...(node.marks ?? []), mark]) }));
}

// The schema sorts the marks of a text by the order in which it names them.
const MARK_ORDER = Object.keys(documentSchema.marks);

function inOrder(marks: readonly MarkJson[]): readonly MarkJson[] {
  return [...marks].sort((a, b) => MARK_ORDER.indexOf(a.type) - MARK_ORDER.indexOf(b.type));
}

function joined(words: readonly Inline[]): readonly NodeJson[] {
  return words.flatMap((one): readonly NodeJson[] => (typeof one === "string" ? [{ type: "text", text: one }] : one));
}
