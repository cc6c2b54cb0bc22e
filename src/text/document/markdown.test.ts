import { describe, expect, test } from "bun:test";
import * as fc from "fast-check";
import { cases } from "#test/properties.ts";
import { bodies, plainBodies } from "#text/cases/document/documents.ts";
import { markdownCases } from "#text/cases/document/markdown.ts";
import { printHtml } from "./html.ts";
import { parseMarkdown, printMarkdown } from "./markdown.ts";
import { textNode } from "./nodes.ts";
import { printPlain } from "./plain.ts";
import { type DocumentJson, type NodeJson, readDocument } from "./schema.ts";

describe("Markdown copy", () => {
  for (const { rule, markdown, text, html } of markdownCases) {
    test(rule, () => {
      const body = parseMarkdown(markdown);
      expect(printPlain(body).text).toBe(text);
      if (html !== undefined) expect(printHtml(body)).toBe(html);
      expect(body).toEqual(readDocument(body));
    });
  }
});

test("a body that Markdown can say comes back from its Markdown as it was", () => {
  fc.assert(
    fc.property(plainBodies, (body) => {
      expect(parseMarkdown(printMarkdown(body))).toEqual(body);
    }),
    cases(300),
  );
});

test("a body with marks of the trade loses them in Markdown, and not one of its words", () => {
  const words = (body: DocumentJson) => printPlain(body).text.replace(/\s+/g, "");
  fc.assert(
    fc.property(bodies, (body) => {
      expect(words(readDocument(parseMarkdown(printMarkdown(body))))).toBe(words(body));
    }),
  );
});

test("whatever is given as Markdown becomes a document of the schema", () => {
  const sign = fc.constantFrom("* - > # ` ``` ~~~ | |- [a] (b) ![ ] <b> </b> <i <!-- 1. \\ & _ ** word".split(" "));
  const soup = fc.array(
    fc.oneof(
      fc.constantFrom("\n", "\n\n", " ", "    ", "\t"),
      sign.chain((all) => fc.constantFrom(...all)),
      fc.string({ unit: "binary", maxLength: 3 }),
    ),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(soup, (parts) => {
      const body = parseMarkdown(parts.join(""));
      expect(readDocument(body)).toEqual(body);
    }),
    cases(500),
  );
});

const line = (text: string): NodeJson => ({ type: "paragraph", content: [textNode(text)] });
const bodyOf = (...content: readonly NodeJson[]): DocumentJson => ({ type: "doc", content });

test("a picture goes out and comes back with its caption and its credit", () => {
  const attrs = { media: "p1", alt: "A [crane]", credit: 'I. "Vale"' };
  const body = bodyOf({ type: "picture", attrs, content: [textNode("The port")] }, line("One"));
  expect(printMarkdown(body)).toBe('![A \\[crane\\]](media:p1 "I. \\"Vale\\"")\nThe port\n\nOne\n');
  expect(parseMarkdown(printMarkdown(body))).toEqual(body);
});

test("a quotation goes out and comes back with its speaker and office", () => {
  const attrs = { speaker: "Mira Holt", office: "harbour master, North Haven", source: null };
  const body = bodyOf({ type: "blockquote", attrs, content: [line("Open."), line("Closed.")] });
  expect(printMarkdown(body)).toBe("> Open.\n>\n> Closed.\n>\n> -- Mira Holt, harbour master, North Haven\n");
  expect(parseMarkdown(printMarkdown(body))).toEqual(body);
});

test("a last line of a quotation that begins with a dash is words", () => {
  const attrs = { speaker: null, office: null, source: null };
  for (const words of ["— Да, — сказал он.", "-- Mira Holt", "- Mira Holt", "-- "]) {
    const body = bodyOf({ type: "blockquote", attrs, content: [line("Open."), line(words)] });
    expect(parseMarkdown(printMarkdown(body))).toEqual(body);
  }
  expect(printPlain(parseMarkdown("> -- Mira Holt\n\n-- One")).text).toBe("-- Mira Holt\n\n-- One");
});

test("what Markdown cannot say leaves its words: a card is a link", () => {
  const embed = { type: "embed", attrs: { url: "https://video.example/1", title: "The port", description: "A film" } };
  expect(printMarkdown(bodyOf(embed))).toBe("[The port](https://video.example/1)\\\nA film\n");
});

test("two lists in a row stay two", () => {
  const list = (type: string): NodeJson => ({
    type,
    ...(type === "ordered_list" && { attrs: { start: 1 } }),
    content: [{ type: "list_item", content: [line("One")] }],
  });
  for (const type of ["bullet_list", "ordered_list"]) {
    const body = bodyOf(list(type), list(type), list(type));
    expect(parseMarkdown(printMarkdown(body))).toEqual(body);
  }
});

test("emphasis that stars cannot say is printed as tags", () => {
  const body = bodyOf({
    type: "paragraph",
    content: [textNode("un"), textNode("believ", [{ type: "em" }]), textNode("able")],
  });
  expect(printMarkdown(body)).toBe("un<em>believ</em>able\n");
  expect(parseMarkdown(printMarkdown(body))).toEqual(body);
});

describe("hostile Markdown costs no more than its length", () => {
  for (const start of ["> ", "- ", "*a ", "[", "![", "<b>", "`", "a**b", "| a ", "\\", "&", "<!--"]) {
    test(`twenty thousand times ${start}`, () => {
      expect(readDocument(parseMarkdown(`${start.repeat(20_000)}x`))).toBeDefined();
    });
  }
});
