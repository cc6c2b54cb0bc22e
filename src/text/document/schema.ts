/**
 * The article body: a ProseMirror document, kept as plain JSON. Desk, intake and
 * printers share this one schema. Labels are never part of a stored body: the
 * `label` and `notes` nodes appear only in a printed copy (see `text/labels`).
 */
import { type Node, Schema } from "prosemirror-model";

/** A body as it is stored: ProseMirror's own JSON. */
export type DocumentJson = {
  readonly type: "doc";
  readonly content: readonly NodeJson[];
};

export type NodeJson = {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly NodeJson[];
  readonly text?: string;
  readonly marks?: readonly MarkJson[];
};

export type MarkJson = { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> };

/**
 * What an author typed after a mention. `words` is the label without its brackets,
 * `as` the exact characters that stood there, one space before them included, so
 * that a copy can be printed as it was typed: ` (organization banned in Russia)`.
 */
export type TypedLabel = { readonly words: string; readonly as: string };

export type MentionAttrs = {
  /** The register's id for it, or `null` when intake or the author did not know one. */
  readonly organisation: string | null;
  readonly typed: TypedLabel | null;
  /** An editor's word on this one mention; `null` leaves it to the register and the policy. */
  readonly decision: "label" | "none" | null;
};

export type QuotationAttrs = {
  readonly speaker: string | null;
  readonly office: string | null;
  /** Id of a source in the ledger. */
  readonly source: string | null;
};

export type EventAttrs = {
  /** `2003`, `2018-02` or `2018-02-15`. */
  readonly date: string;
  readonly precision: DatePrecision;
};

export type DatePrecision = "day" | "month" | "year";

export type LabelAttrs = {
  /** Empty for a label printed as its author typed it, of an organisation no register knows. */
  readonly organisations: readonly string[];
  /** The words without brackets; several wordings are joined by `; ` beforehand. */
  readonly wording: string;
  /** Exactly what a reader of plain text sees: ` (organization banned in Russia)`, `*`, ` [organization banned in Russia]`. */
  readonly print: string;
  readonly style: "inline" | "note" | "abbr" | "typed";
};

const optional = { default: null };

export const documentSchema = new Schema({
  nodes: {
    doc: { content: "block+ notes?" },
    paragraph: { group: "block", content: "inline*" },
    heading: { group: "block", content: "inline*", attrs: { level: { default: 2 } } },
    bullet_list: { group: "block", content: "list_item+" },
    ordered_list: { group: "block", content: "list_item+", attrs: { start: { default: 1 } } },
    list_item: { content: "paragraph block*" },
    /** A quotation set off from the text; its speaker and office print below it. */
    blockquote: { group: "block", content: "paragraph+", attrs: { speaker: optional, office: optional, source: optional } },
    pull_quote: { group: "block", content: "inline*" },
    /** A picture; its content is the caption. `media` is the id of a kept file. */
    picture: { group: "block", content: "inline*", attrs: { media: {}, alt: { default: "" }, credit: { default: "" } } },
    table: { group: "block", content: "table_row+" },
    table_row: { content: "(table_cell | table_header)+" },
    table_cell: { content: "paragraph+", attrs: { colspan: { default: 1 }, rowspan: { default: 1 } } },
    table_header: { content: "paragraph+", attrs: { colspan: { default: 1 }, rowspan: { default: 1 } } },
    /** A page elsewhere, shown as a link with a card; never a script. */
    embed: { group: "block", atom: true, attrs: { url: {}, title: { default: "" }, description: { default: "" } } },
    rule: { group: "block" },
    text: { group: "inline" },
    hard_break: { group: "inline", inline: true, selectable: false, leafText: () => "\n" },
    /** Printed copies only. */
    label: {
      group: "inline",
      inline: true,
      atom: true,
      attrs: { organisations: {}, wording: {}, print: {}, style: {} },
      leafText: (node: Node) => String(node.attrs["print"]),
    },
    /** Printed copies only: what the markers of a `note` policy point to, one line each. */
    notes: { content: "note+" },
    note: { content: "inline*", attrs: { marker: {}, organisations: {} } },
  },
  marks: {
    link: { attrs: { href: {}, title: optional }, inclusive: false },
    /** A sentence that rests on a source of the ledger. */
    citation: { attrs: { source: {} }, inclusive: false, excludes: "" },
    /** A direct quotation inside a sentence, its quotation marks included. */
    quotation: { attrs: { speaker: optional, office: optional, source: optional }, inclusive: false },
    /** A dated piece of background. */
    event: { attrs: { date: {}, precision: { default: "year" } }, inclusive: false },
    /** A name of an organisation, its possessive or case suffix included. */
    mention: { attrs: { organisation: optional, typed: optional, decision: optional }, inclusive: false },
    strong: {},
    em: {},
    code: { excludes: "mention" },
  },
});
