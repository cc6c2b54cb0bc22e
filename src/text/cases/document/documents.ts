/** Generated bodies for the properties of printers and parsers. */
import * as fc from "fast-check";
import { joined, textNode } from "#text/document/nodes.ts";
import { type DocumentJson, documentSchema, type MarkJson, type NodeJson } from "#text/document/schema.ts";

const WORDS =
  "ferry harbour Ministry’s “agreed” said 2003 16.02.2018 & <b> AT&T a_b _x_ * ** ` [1] (ISIL) # > - + 1. ~~~ | \\ ! &amp; « паром » порт، الميناء https://x.example —".split(
    " ",
  );

/** Words of a line: signs that Markdown and HTML could mistake for their own among them. */
const someWords = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((words) =>
    words
      .join(" ")
      .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\uFEFF\u200B]/gu, "")
      .trim(),
  )
  .filter((text) => text !== "");

const address = fc.constantFrom("https://news.example/a?b=1&c=(2)", "/en/ferry-strike", "mailto:desk@news.example");
const link = address.map((href): MarkJson => ({ type: "link", attrs: { href, title: null } }));

const plainMarks: Readonly<Record<string, fc.Arbitrary<MarkJson>>> = {
  link,
  strong: fc.constant({ type: "strong" }),
  em: fc.constant({ type: "em" }),
  code: fc.constant({ type: "code" }),
};

const tradeMarks: Readonly<Record<string, fc.Arbitrary<MarkJson>>> = {
  citation: fc.constantFrom("s1", "s2").map((source) => ({ type: "citation", attrs: { source } })),
  quotation: fc.constantFrom("Mira Holt", null).map((speaker) => ({
    type: "quotation",
    attrs: { speaker, office: null, source: null },
  })),
  event: fc
    .constantFrom(["2003", "year"], ["2018-02-15", "day"], ["no date", "year"])
    .map(([date, precision]) => ({ type: "event", attrs: { date, precision } })),
  mention: fc.constant({ type: "mention", attrs: { organisation: "nrf", typed: null, decision: null } }),
};

function marksFrom(kinds: Readonly<Record<string, fc.Arbitrary<MarkJson>>>): fc.Arbitrary<readonly MarkJson[]> {
  return fc.subarray(Object.keys(kinds), { maxLength: 3 }).chain((names) => {
    const order = Object.keys(documentSchema.marks).filter((name) => names.includes(name));
    // The schema lets no mention stand in code.
    const allowed = order.filter((name) => !(name === "mention" && order.includes("code")));
    return fc.tuple(...allowed.flatMap((name) => kinds[name] ?? []));
  });
}

function lineOf(
  kinds: Readonly<Record<string, fc.Arbitrary<MarkJson>>>,
  words = someWords,
): fc.Arbitrary<readonly NodeJson[]> {
  const piece = fc.record({
    before: fc.constantFrom("", "", " ", "hard_break"),
    text: words,
    marks: fc.oneof(fc.constant([]), marksFrom(kinds)),
  });
  return fc
    .array(piece, { minLength: 1, maxLength: 5 })
    .map((pieces) =>
      joined(
        pieces.flatMap(({ before, text, marks }, at) => [
          ...(at > 0 && before === "hard_break" ? [{ type: "hard_break" }] : []),
          ...(at > 0 && before === " " ? [textNode(" ")] : []),
          textNode(text, marks),
        ]),
      ),
    );
}

function bodyOf(line: fc.Arbitrary<readonly NodeJson[]>): fc.Arbitrary<DocumentJson> {
  const paragraph = line.map((content): NodeJson => ({ type: "paragraph", content }));
  const cell = (type: string) =>
    paragraph.map((content): NodeJson => ({ type, attrs: { colspan: 1, rowspan: 1 }, content: [content] }));
  const row = (type: string) =>
    fc.tuple(cell(type), cell(type)).map((content): NodeJson => ({ type: "table_row", content }));
  const { block } = fc.letrec<{ block: NodeJson; item: NodeJson; list: NodeJson }>((tie) => ({
    item: fc
      .tuple(paragraph, fc.oneof({ maxDepth: 2 }, fc.constant([]), fc.array(tie("list"), { maxLength: 1 })))
      .map(([first, rest]) => ({ type: "list_item", content: [first, ...rest] })),
    list: fc
      .tuple(fc.boolean(), fc.array(tie("item"), { minLength: 1, maxLength: 3 }))
      .map(([isOrdered, content]) =>
        isOrdered ? { type: "ordered_list", attrs: { start: 3 }, content } : { type: "bullet_list", content },
      ),
    block: fc.oneof(
      { maxDepth: 3 },
      { weight: 5, arbitrary: paragraph },
      fc.tuple(fc.integer({ min: 1, max: 6 }), line).map(([level, content]) => ({
        type: "heading",
        attrs: { level },
        content,
      })),
      fc.array(paragraph, { minLength: 1, maxLength: 2 }).map((content) => ({
        type: "blockquote",
        attrs: { speaker: null, office: null, source: null },
        content,
      })),
      fc.tuple(row("table_header"), row("table_cell")).map((content) => ({ type: "table", content })),
      tie("list"),
      fc.constant({ type: "rule" }),
    ),
  }));
  return fc.array(block, { minLength: 1, maxLength: 5 }).map((content): DocumentJson => ({ type: "doc", content }));
}

/** Bodies of what Markdown can say: no citations, speakers, events, mentions or cards. */
export const plainBodies = bodyOf(lineOf(plainMarks));

/** Bodies with every mark of the trade, overlapping as it comes. */
export const bodies = bodyOf(lineOf({ ...plainMarks, ...tradeMarks }));

/** The same bodies of other words. */
export function bodiesSaying(words: fc.Arbitrary<string>): fc.Arbitrary<DocumentJson> {
  return bodyOf(lineOf({ ...plainMarks, ...tradeMarks }, words));
}
