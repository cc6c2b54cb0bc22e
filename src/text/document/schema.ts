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

export type LabelAttrs = {
  /** Empty for a label printed as its author typed it, of an organisation no register knows. */
  readonly organisations: readonly string[];
  /** The words without brackets; several wordings are joined by `; ` beforehand. */
  readonly wording: string;
  /** Exactly what a reader of plain text sees: ` (organization banned in Russia)`, `*`, ` [organization banned in Russia]`. */
  readonly print: string;
  readonly style: "inline" | "note" | "abbr" | "typed" | "notice";
  /** For a `notice` on the whole text, in per cent of the text's size; 100 without it. */
  readonly size?: number;
  /** For `abbr`: how many UTF-16 units of text right before the label are the mention it explains. */
  readonly covers?: number;
};

const given = { validate: "string" };
const optional = { default: null, validate: "string|null" };
const words = { default: "", validate: "string" };
const one = { default: 1, validate: atLeastOne };

export const documentSchema = new Schema({
  nodes: {
    doc: { content: "block+ notes?" },
    paragraph: { group: "block", content: "inline*" },
    heading: { group: "block", content: "inline*", attrs: { level: { default: 2, validate: atLeastOne } } },
    bullet_list: { group: "block", content: "list_item+" },
    ordered_list: { group: "block", content: "list_item+", attrs: { start: { default: 1, validate: "number" } } },
    list_item: { content: "paragraph block*" },
    /** A quotation set off from the text; its speaker and office print below it. */
    blockquote: {
      group: "block",
      content: "paragraph+",
      attrs: { speaker: optional, office: optional, source: optional },
    },
    pull_quote: { group: "block", content: "inline*" },
    /** A picture; its content is the caption. `media` is the id of a kept file. */
    picture: {
      group: "block",
      content: "inline*",
      isolating: true,
      attrs: { media: given, alt: words, credit: words },
    },
    table: { group: "block", content: "table_row+" },
    table_row: { content: "(table_cell | table_header)+" },
    table_cell: { content: "paragraph+", isolating: true, attrs: { colspan: one, rowspan: one } },
    table_header: { content: "paragraph+", isolating: true, attrs: { colspan: one, rowspan: one } },
    /** A page elsewhere, shown as a link with a card; never a script. */
    embed: { group: "block", atom: true, attrs: { url: given, title: words, description: words } },
    rule: { group: "block" },
    text: { group: "inline" },
    hard_break: { group: "inline", inline: true, selectable: false, leafText: () => "\n" },
    /** Printed copies only. */
    label: {
      group: "inline",
      inline: true,
      atom: true,
      attrs: { organisations: {}, wording: {}, print: {}, style: {}, covers: { default: 0 }, size: { default: 100 } },
      leafText: (node: Node) => String(node.attrs["print"]),
    },
    /** Printed copies only: what the markers of a `note` policy point to, one line each. */
    notes: { content: "note+" },
    note: { content: "inline*", attrs: { marker: { default: "" }, organisations: { default: [] } } },
  },
  marks: {
    link: { attrs: { href: given, title: optional }, inclusive: false },
    /** A sentence that rests on a source of the ledger. */
    citation: { attrs: { source: given }, inclusive: false, excludes: "" },
    /** A direct quotation inside a sentence, its quotation marks included. */
    quotation: { attrs: { speaker: optional, office: optional, source: optional }, inclusive: false },
    /** A dated piece of background. */
    event: { attrs: { date: given, precision: { default: "year", validate: "string" } }, inclusive: false },
    /** A name of an organisation, its possessive or case suffix included. */
    mention: {
      attrs: { organisation: optional, typed: { default: null, validate: typedLabel }, decision: optional },
      inclusive: false,
    },
    strong: {},
    em: {},
    code: { excludes: "mention" },
  },
});

function atLeastOne(value: unknown) {
  if (typeof value !== "number" || !Number.isInteger(value) || value < 1) throw new RangeError(`${value} is no count`);
}

function typedLabel(value: unknown) {
  if (value === null) return;
  if (!isRecord(value) || typeof value["words"] !== "string" || typeof value["as"] !== "string") {
    throw new RangeError("a typed label has words, and the characters they stood as");
  }
}

/** JSON that is no document; its message is a sentence that says what is wrong. */
export class BadDocument extends Error {}

// A real body nests a handful of levels. The bound keeps everything that walks a document by recursion safe.
const DEEPEST = 120;

/**
 * A stored body, or JSON from elsewhere, as a document of this schema: attributes
 * it does not know are left out, those left out get their defaults. Throws
 * `BadDocument`. A body with a label is refused: labels are printed, never stored.
 */
export function readDocument(json: unknown): DocumentJson {
  const problem = shapeProblem(json);
  if (problem) throw new BadDocument(problem);
  try {
    const document = documentSchema.nodeFromJSON(json);
    document.check();
    // ProseMirror types its JSON as anything; the node it comes from has just been checked.
    return document.toJSON() as DocumentJson;
  } catch (cause) {
    throw new BadDocument(`The document does not fit the schema: ${cause instanceof Error ? cause.message : cause}.`, {
      cause,
    });
  }
}

/** What the schema cannot say itself, looked at without recursion. */
function shapeProblem(json: unknown): string | undefined {
  if (!isRecord(json) || json["type"] !== "doc") return 'A document is an object whose type is "doc".';
  let level: readonly unknown[] = [json];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return `The document nests deeper than ${DEEPEST} levels.`;
    for (const node of level) {
      const problem = nodeProblem(node);
      if (problem) return problem;
    }
    level = level.flatMap((node) => (isRecord(node) && Array.isArray(node["content"]) ? node["content"] : []));
  }
  return undefined;
}

function nodeProblem(node: unknown): string | undefined {
  if (!isRecord(node) || typeof node["type"] !== "string") return "Every node of a document is an object with a type.";
  const { type, content, marks } = node;
  if (PRINTED_ONLY.has(type)) return `A stored document holds no ${type}: labels are printed, never stored.`;
  if (content !== undefined && !Array.isArray(content)) return `The content of ${type} is not a list.`;
  if (marks !== undefined && !Array.isArray(marks)) return `The marks of ${type} are not a list.`;
  return undefined;
}

const PRINTED_ONLY = new Set(["label", "notes", "note"]);

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
