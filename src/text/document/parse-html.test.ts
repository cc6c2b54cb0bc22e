import { describe, expect, test } from "bun:test";
import * as fc from "fast-check";
import { cases } from "#test/properties.ts";
import { bodiesSaying } from "#text/cases/document/documents.ts";
import { googleDocsCases } from "#text/cases/document/google-docs.ts";
import { libreOfficeCases } from "#text/cases/document/libreoffice.ts";
import { pastedCases } from "#text/cases/document/pasted.ts";
import { programCases } from "#text/cases/document/programs.ts";
import { webPageCases } from "#text/cases/document/web-pages.ts";
import { wordCases } from "#text/cases/document/word.ts";
import { parseHtml, printHtml, readHtml } from "./html.ts";
import { joined } from "./nodes.ts";
import { printPlain } from "./plain.ts";
import { type DocumentJson, type NodeJson, readDocument } from "./schema.ts";

const corpora = [pastedCases, wordCases, googleDocsCases, libreOfficeCases, webPageCases, programCases];

describe("pasted HTML", () => {
  for (const { rule, pasted, text, html } of corpora.flat()) {
    test(rule, () => {
      const body = parseHtml(pasted);
      expect(printPlain(body).text).toBe(text);
      if (html !== undefined) expect(printHtml(body)).toBe(html);
      expect(body).toEqual(readDocument(body));
    });
  }
});

test("a page tells its title, its language and what was left out of it", () => {
  const page = readHtml(`<!doctype html><html lang="en"><head><title>The port
    is open</title></head><body><nav><a href="/">Home</a><p>World</nav><main><h1>The port is open</h1></main>
    <form><h3>Leave a Reply</h3><p>Required fields are marked *</p><select><option>x</select></form></body>`);
  expect(page.title).toBe("The port is open");
  expect(page.language).toBe("en");
  expect(printPlain(page.document).text).toBe("The port is open");
  expect(page.dropped).toEqual([
    { element: "nav", lines: ["Home", "World"] },
    { element: "form", lines: ["Leave a Reply", "Required fields are marked *"] },
  ]);
});

const kept = { id: "p1", credit: "I. Vale" };
const picture = (src: string) => (src === "/a.jpg" ? kept : undefined);

test("a kept picture is a picture with its caption, and a credit of its own when it has another", () => {
  const figure = (credit: string) =>
    `<figure><img src="/a.jpg" alt="A crane"><figcaption>The port <span class="credit">${credit}</span></figcaption></figure>`;
  const shown = (credit: string) => parseHtml(figure(credit), { picture }).content;
  const content = [{ type: "text", text: "The port" }];
  expect(shown("I. Vale")).toEqual([{ type: "picture", attrs: { media: "p1", alt: "A crane", credit: "" }, content }]);
  expect(shown("M. Holt")).toEqual([
    { type: "picture", attrs: { media: "p1", alt: "A crane", credit: "M. Holt" }, content },
  ]);
});

test("a link into our own site becomes a path, one to a site that is only called like it does not", () => {
  const html = `<p><a href="https://strait.example/en/a">One</a> <a href="https://strait.example.evil/b">two</a></p>`;
  expect(printHtml(parseHtml(html, { home: "https://strait.example" }))).toBe(
    '<p><a href="/en/a">One</a> <a href="https://strait.example.evil/b">two</a></p>',
  );
});

describe("what our own pages print comes back as it was", () => {
  const line = (text: string): NodeJson => ({ type: "paragraph", content: [{ type: "text", text }] });
  const printed = (body: DocumentJson) =>
    printHtml(body, {
      sourceNumber: () => 1,
      picture: () => ({ src: "/a.jpg", width: 2, height: 1, credit: "I. Vale" }),
    });
  const blocks: Readonly<Record<string, NodeJson>> = {
    "a quotation with speaker and office": {
      type: "blockquote",
      attrs: { speaker: "Mira Holt, Ph.D.", office: "harbour master, North Haven", source: null },
      content: [line("Open."), line("Closed.")],
    },
    "a quotation with an office alone": {
      type: "blockquote",
      attrs: { speaker: null, office: "harbour master", source: null },
      content: [line("Open.")],
    },
    "a pull quote": { type: "pull_quote", content: line("“We will sail.”").content ?? [] },
    "a card": { type: "embed", attrs: { url: "https://x.example/1", title: "The port", description: "A film" } },
    "a card without a description": {
      type: "embed",
      attrs: { url: "https://x.example/1", title: "Port", description: "" },
    },
    "a card without a title": {
      type: "embed",
      attrs: { url: "https://x.example/1", title: "", description: "A film" },
    },
    "a picture with its caption": {
      type: "picture",
      attrs: { media: "p1", alt: "A crane", credit: "" },
      content: [
        { type: "text", text: "The " },
        { type: "text", text: "port", marks: [{ type: "strong" }] },
      ],
    },
    "a picture with a credit of its own": { type: "picture", attrs: { media: "p1", alt: "", credit: "M. Holt" } },
  };
  for (const [name, block] of Object.entries(blocks)) {
    test(name, () => {
      const body: DocumentJson = { type: "doc", content: [line("One"), block, line("Two")] };
      expect(parseHtml(printed(body), { picture })).toEqual(body);
    });
  }

  test("any body, but for citations and mentions, which lead nowhere in another story", () => {
    // White space runs together in HTML.
    const word = fc.constantFrom("ferry", "Ministry’s", "“agreed”", "&", "<b>", "&amp;", "« паром »", "الميناء", "—");
    const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(" "));
    fc.assert(
      fc.property(bodiesSaying(words), (body) => {
        expect(parseHtml(printed(body))).toEqual(withoutMarks(body));
      }),
      cases(300),
    );
  });

  test("notes of labels and labels stay behind", () => {
    const label = { organisations: ["nrf"], wording: "banned", print: "*", style: "note" };
    const body: DocumentJson = {
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [
            { type: "text", text: "NRF" },
            { type: "label", attrs: label },
          ],
        },
        {
          type: "notes",
          content: [
            {
              type: "note",
              attrs: { marker: "*", organisations: ["nrf"] },
              content: [{ type: "text", text: "banned" }],
            },
          ],
        },
      ],
    };
    expect(parseHtml(printHtml(body))).toEqual({ type: "doc", content: [line("NRF")] });
  });
});

/** Without citations and mentions, and without events whose date is none: pages do not print those. */
function withoutMarks(body: DocumentJson): DocumentJson {
  return { type: "doc", content: body.content.map(withoutItsMarks) };
}

function withoutItsMarks(node: NodeJson): NodeJson {
  const { marks = [], content, ...rest } = node;
  const left = marks.filter(({ type, attrs }) => !UNPRINTED.includes(type) && attrs?.["date"] !== "no date");
  return {
    ...rest,
    ...(content && { content: joined(content.map(withoutItsMarks)) }),
    ...(left.length > 0 && { marks: left }),
  };
}

const UNPRINTED = ["citation", "mention"];

const TAGS =
  "p div b i a span ul ol li table tr td th blockquote figure figcaption h2 br img nav form aside pre code q script style svg title iframe hr article footer".split(
    " ",
  );
const tag = fc.tuple(
  fc.constantFrom(...TAGS),
  fc.constantFrom(
    "",
    " hidden",
    " href=https://x.example",
    " href='javascript:x'",
    " src=x alt=y",
    " colspan=3",
    " style=font-weight:bold",
    ' data-label="x"',
  ),
);
const soup = fc.array(
  fc.oneof(
    tag.map(([name, attributes]) => `<${name}${attributes}>`),
    fc.constantFrom(...TAGS).map((name) => `</${name}>`),
    fc.constantFrom("word ", " ", "\n", "&amp;", "&lt;script&gt;", "<", "<!--", "-->", "<![CDATA[", "\u0000", "é"),
    fc.string({ unit: "binary", maxLength: 4 }),
  ),
  { maxLength: 40 },
);

test("whatever is pasted becomes a document of the schema, and prints back as itself", () => {
  fc.assert(
    fc.property(soup, (parts) => {
      const body = parseHtml(parts.join(""));
      expect(readDocument(body)).toEqual(body);
      expect(printPlain(parseHtml(printHtml(body))).text).toBe(printPlain(body).text);
    }),
    cases(1000),
  );
});

describe("depth and length cost nothing", () => {
  for (const start of [
    "<div>",
    "<ul><li>",
    "<blockquote>",
    "<table><tr><td>",
    "<b>",
    "<font size=1>",
    "<span>",
    "<nav>",
    "<div hidden>",
    "<a href=https://x.example>",
    "<svg>",
    "<p><b>",
    "</ul>",
    "<b></i>",
    "<",
  ]) {
    test(`fifty thousand times ${start}`, () => {
      expect(readDocument(parseHtml(`${start.repeat(50_000)}x`))).toBeDefined();
    });
  }

  // Work that grows with the square of the length would take minutes here.
  test("a line of four million characters is read and printed", () => {
    const line = `<p>${"Some <b>bold</b> words &amp; more. ".repeat(120_000)}`;
    expect(printHtml(parseHtml(line)).length).toBeGreaterThan(3_000_000);
  }, 60_000);
});
