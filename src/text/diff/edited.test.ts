import { describe, expect, test } from "bun:test";
import * as fc from "fast-check";
import { cases } from "#test/properties.ts";
import { bodies } from "#text/cases/document/documents.ts";
import { parseMarkdown, printMarkdown } from "../document/markdown.ts";
import { textNode } from "../document/nodes.ts";
import { printPlain } from "../document/plain.ts";
import { type DocumentJson, type MarkJson, type NodeJson, readDocument } from "../document/schema.ts";
import { editedBody } from "./edited.ts";

const bodyOf = (...content: readonly NodeJson[]): DocumentJson => ({ type: "doc", content });
const line = (...content: readonly (string | NodeJson)[]): NodeJson => ({
  type: "paragraph",
  content: content.map((part) => (typeof part === "string" ? textNode(part) : part)),
});
const cell = (text: string, more: Readonly<Record<string, unknown>> = {}, type = "table_cell"): NodeJson => ({
  type,
  attrs: { colspan: 1, rowspan: 1, ...more },
  content: [text === "" ? { type: "paragraph" } : line(text)],
});
const row = (...content: readonly NodeJson[]): NodeJson => ({ type: "table_row", content });

const notThisOne: MarkJson = { type: "mention", attrs: { organisation: "nrf", typed: null, decision: "none" } };
const cited: MarkJson = { type: "citation", attrs: { source: "s1" } };
const spoken: MarkJson = { type: "quotation", attrs: { speaker: "Mira Holt", office: "harbour master", source: "s1" } };
const dated: MarkJson = { type: "event", attrs: { date: "2003", precision: "year" } };

const SPOKEN = line(
  "Crews of ",
  textNode("NRF", [notThisOne]),
  " stopped. ",
  textNode("“We will sail,”", [cited, spoken]),
  textNode(" she said", [cited]),
  ". ",
  textNode("In 2003 they did.", [dated]),
);
const QUOTE: NodeJson = {
  type: "blockquote",
  attrs: { speaker: "Mira Holt, Ph.D.", office: "harbour master", source: "s1" },
  content: [line("Open for ", textNode("NRF", [notThisOne]), ".")],
};
const PULL: NodeJson = { type: "pull_quote", content: [textNode("We will sail.")] };
const PICTURE: NodeJson = {
  type: "picture",
  attrs: { media: "p1", alt: "A crane", credit: "I. Vale" },
  content: [textNode("The port of "), textNode("NRF", [notThisOne])],
};
const CARD: NodeJson = {
  type: "embed",
  attrs: { url: "https://x.example/1", title: "The port", description: "A film" },
};
const TABLE: NodeJson = {
  type: "table",
  content: [
    row(cell("Lines", { colspan: 2 }, "table_header"), cell("Ships", {}, "table_header")),
    row(cell("North", { rowspan: 2 }, "table_header"), cell("Haven"), cell("4")),
    row(cell("Bay"), cell("5")),
  ],
};
const REST: NodeJson = { type: "list_item", content: [line("Rest for ", textNode("NRF", [notThisOne]))] };
const PAY: NodeJson = { type: "list_item", content: [line(textNode("Pay since 2003", [dated]))] };
const LIST: NodeJson = { type: "bullet_list", content: [REST, PAY] };
const WHOLE = bodyOf(SPOKEN, QUOTE, PULL, PICTURE, CARD, TABLE, LIST);

/** What becomes of the whole body when one thing in its Markdown is written anew. */
const edited = (from: string, to: string) => {
  const markdown = printMarkdown(WHOLE);
  expect(markdown).toContain(from);
  return editedBody(
    WHOLE,
    markdown.replace(from, () => to),
    "en",
  ).content;
};
const others = (without: NodeJson) => WHOLE.content.filter((block) => block !== without);

describe("a body edited as Markdown", () => {
  test("is what it was when nobody touched it", () => {
    expect(editedBody(WHOLE, printMarkdown(WHOLE))).toEqual(WHOLE);
  });

  test("keeps all blocks round a new one", () => {
    const [first, ...rest] = edited("Crews of", "A new paragraph.\n\nCrews of");
    expect(first).toEqual(line("A new paragraph."));
    expect(rest).toEqual([...WHOLE.content]);
  });

  test("keeps all blocks round one that went", () => {
    expect(edited("> We will sail.\n\n", "")).toEqual(others(PULL));
  });

  test("keeps blocks that changed their places with those between, each once", () => {
    const moved = bodyOf(CARD, SPOKEN);
    expect(
      editedBody(bodyOf(SPOKEN, CARD), printMarkdown(moved)).content.filter(({ type }) => type === "embed"),
    ).toHaveLength(1);
  });

  test("keeps the marks of words that stand where others changed", () => {
    const [first, ...rest] = edited("Crews of NRF stopped.", "All crews of NRF stopped today.");
    expect(rest).toEqual(others(SPOKEN));
    expect(first).toEqual(
      line(
        "All crews of ",
        textNode("NRF", [notThisOne]),
        " stopped today. ",
        textNode("“We will sail,”", [cited, spoken]),
        textNode(" she said", [cited]),
        ". ",
        textNode("In 2003 they did.", [dated]),
      ),
    );
  });

  test("gives up the decision on a name that is written anew, and none of the other marks", () => {
    const [first] = edited("NRF stopped", "NRX stopped");
    expect(JSON.stringify(first)).not.toContain("mention");
    expect(JSON.stringify(first)).toContain("quotation");
  });

  test("keeps a quotation a word was mended in, with its speaker and source", () => {
    const [first] = edited("“We will sail,”", "“We shall sail,”");
    expect(first?.content).toContainEqual(textNode("“We shall sail,”", [cited, spoken]));
  });

  test("gives up a quotation most of which is gone", () => {
    const [first] = edited("“We will sail,” she said", "She would not say anything of it");
    expect(JSON.stringify(first)).not.toContain("quotation");
  });

  test("keeps the speaker of a quotation set off, and its source, when its words change", () => {
    const [, quote] = edited("> Open for NRF.", "> Open for NRF again.");
    expect(quote).toEqual({ ...QUOTE, content: [line("Open for ", textNode("NRF", [notThisOne]), " again.")] });
  });

  test("takes a new speaker as it is written", () => {
    const [, quote] = edited("> -- Mira Holt, Ph.D., harbour master", "> -- Ilse Vale, pilot");
    expect(quote?.attrs).toEqual({ speaker: "Ilse Vale", office: "pilot", source: "s1" });
  });

  test("keeps a pull quote one, and the mention in a caption", () => {
    expect(edited("> We will sail.", "> We will sail soon.")[2]).toEqual({
      type: "pull_quote",
      content: [textNode("We will sail soon.")],
    });
    expect(edited("The port of NRF", "The old port of NRF")[3]).toEqual({
      ...PICTURE,
      content: [textNode("The old port of "), textNode("NRF", [notThisOne])],
    });
  });

  test("keeps merged cells and header cells of a table in which one word changed", () => {
    const table = edited("| Bay | 5 |", "| Bay | 6 |")[5];
    expect(table).toEqual({
      type: "table",
      content: [...(TABLE.content ?? []).slice(0, 2), row(cell("Bay"), cell("6"))],
    });
  });

  test("loses no word that was put where cells were merged", () => {
    const table = edited("| Lines |  | Ships |", "| Lines | more | Ships |")[5];
    expect(JSON.stringify(table)).toContain("more");
  });

  test("keeps what stands in the items of a list one was added to", () => {
    const list = edited("- Pay since 2003", "- Sleep\n- Pay since 2003")[6];
    expect(list?.content).toEqual([REST, { type: "list_item", content: [line("Sleep")] }, PAY]);
  });

  test("is one empty paragraph when everything went", () => {
    expect(editedBody(WHOLE, "")).toEqual(bodyOf({ type: "paragraph" }));
  });
});

test("any body comes back from its own Markdown with all it holds", () => {
  fc.assert(
    fc.property(bodies, (body) => {
      expect(editedBody(body, printMarkdown(body))).toEqual(body);
    }),
    cases(300),
  );
});

test("whatever is written over whatever body, its words are those that were written, and it is a document", () => {
  const words = (body: DocumentJson) => printPlain(body).text;
  fc.assert(
    fc.property(bodies, bodies, (before, after) => {
      const markdown = printMarkdown(after);
      const edited = editedBody(before, markdown);
      expect(words(edited)).toBe(words(parseMarkdown(markdown)));
      expect(readDocument(edited)).toEqual(edited);
    }),
    cases(300),
  );
});

test("a long body is edited while somebody waits", () => {
  const body = bodyOf(
    ...Array.from({ length: 3_000 }, (_, at) => line(`Line ${at} of `, textNode("NRF", [notThisOne]))),
  );
  const edited = editedBody(body, printMarkdown(body).replaceAll("of NRF", "by NRF"));
  expect(edited.content[2_999]).toEqual(line("Line 2999 by ", textNode("NRF", [notThisOne])));
});
