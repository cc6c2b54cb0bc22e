import { describe, expect, test } from "bun:test";
import * as fc from "fast-check";
import { HtmlValidate } from "html-validate";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { cases } from "#test/properties.ts";
import { bodies } from "#text/cases/document/documents.ts";
import { printedCases } from "#text/cases/document/printed.ts";
import { type HtmlOptions, printHtml } from "./html.ts";
import { textNode } from "./nodes.ts";
import { printPlain } from "./plain.ts";
import type { DocumentJson, NodeJson } from "./schema.ts";

const NUMBERS: Readonly<Record<string, number>> = { s1: 1, s2: 2 };
const options: HtmlOptions = {
  labelHref: (organisation) => (organisation === "" ? undefined : `/en/labels/${organisation}`),
  sourceNumber: (source) => NUMBERS[source],
};

const bodyOf = (...content: readonly NodeJson[]): DocumentJson => ({ type: "doc", content });
const paragraph = (...content: readonly NodeJson[]): NodeJson => ({ type: "paragraph", content });

describe("a line of the body in HTML", () => {
  for (const { rule, line, html } of printedCases) {
    test(rule, () => {
      expect(printHtml(bodyOf(paragraph(...line)), options)).toBe(`<p>${html}</p>`);
    });
  }
});

const marker: NodeJson = {
  type: "label",
  attrs: { organisations: ["nrf"], wording: "banned", print: "*", style: "note" },
};
const noted = bodyOf(paragraph(textNode("NRF"), marker, textNode(" and NRF"), marker), {
  type: "notes",
  content: [{ type: "note", attrs: { marker: "*", organisations: ["nrf"] }, content: [textNode("banned")] }],
});

test("a note is linked from every marker, and leads back to the first", () => {
  const html = printHtml(noted, { ...options, idPrefix: "a1-" });
  expect(html).toBe(
    [
      '<p>NRF<span class="label" data-label="note"><a class="note-marker" id="a1-note-1-marker" href="#a1-note-1" aria-label="Note 1">*</a></span>' +
        ' and NRF<span class="label" data-label="note"><a class="note-marker" href="#a1-note-1" aria-label="Note 1">*</a></span></p>',
      '<div class="notes" data-label="notes">',
      '<p class="note" id="a1-note-1"><a class="note-marker" href="#a1-note-1-marker" aria-label="Back to the text">*</a> <a href="/en/labels/nrf">banned</a></p>',
      "</div>",
    ].join("\n"),
  );
});

test("a set-off quotation shows speaker, office and the number of its source below it", () => {
  const attrs = { speaker: "Mira Holt", office: "harbour master", source: "s2" };
  const html = printHtml(bodyOf({ type: "blockquote", attrs, content: [paragraph(textNode("Open."))] }), options);
  expect(html).toContain(
    '<figcaption><a class="citation" href="#source-2" data-number="2"><span class="speaker">Mira Holt</span>, <span class="office">harbour master</span></a></figcaption>',
  );
});

const picture: NodeJson = {
  type: "picture",
  attrs: { media: "p1", alt: 'A "crane"', credit: "" },
  content: [textNode("The port")],
};

test("a picture has its size, its caption and its credit", () => {
  const html = printHtml(bodyOf(picture), {
    picture: () => ({
      src: "/media/p1.jpg",
      srcset: "/media/p1-800.jpg 800w",
      width: 1600,
      height: 1000,
      credit: "I. Vale",
    }),
  });
  expect(html).toBe(
    '<figure class="picture">\n<img src="/media/p1.jpg" srcset="/media/p1-800.jpg 800w" width="1600" height="1000" alt="A &quot;crane&quot;" loading="lazy" decoding="async">\n' +
      '<figcaption>The port <span class="credit">I. Vale</span></figcaption>\n</figure>',
  );
});

test("a picture that is not kept is left out with its caption", () => {
  expect(printHtml(bodyOf(picture, paragraph(textNode("One"))))).toBe("<p>One</p>");
});

test("headings move by the offset and stay within six levels", () => {
  const heading = (level: number): NodeJson => ({ type: "heading", attrs: { level }, content: [textNode("One")] });
  expect(printHtml(bodyOf(heading(2), heading(6)), { headingOffset: 1 })).toBe("<h3>One</h3>\n<h6>One</h6>");
  expect(printHtml(bodyOf(heading(1)), { headingOffset: -3 })).toBe("<h1>One</h1>");
});

test("a card of an unsafe address is words", () => {
  const attrs = { url: "javascript:alert(1)", title: "The <port>", description: "" };
  expect(printHtml(bodyOf({ type: "embed", attrs }))).toBe(
    '<div class="embed">\n<p class="embed-title">The &lt;port&gt;</p>\n</div>',
  );
});

test("header cells name their column or their row, and an empty corner names nothing", () => {
  const cell = (type: string, text: string): NodeJson => ({
    type,
    attrs: { colspan: 1, rowspan: 1 },
    content: [text === "" ? { type: "paragraph" } : paragraph(textNode(text))],
  });
  const row = (...content: readonly NodeJson[]): NodeJson => ({ type: "table_row", content });
  const html = printHtml(
    bodyOf({
      type: "table",
      content: [
        row(cell("table_header", ""), cell("table_header", "Ships")),
        row(cell("table_header", "May"), cell("table_cell", "12")),
      ],
    }),
  );
  expect(html.match(/<t[hd](?: [^>]*)?>/g)).toEqual(["<td>", '<th scope="col">', '<th scope="row">', "<td>"]);
});

test("what the document cannot hold is not printed in silence", () => {
  expect(() => printHtml(bodyOf({ type: "marquee" }))).toThrow("marquee");
  expect(() => printHtml(bodyOf(paragraph({ type: "blink" })))).toThrow("blink");
});

type Element = DefaultTreeAdapterTypes.Element;

function elementsOf(node: DefaultTreeAdapterTypes.ParentNode): Element[] {
  return node.childNodes.flatMap((child) =>
    "childNodes" in child && "tagName" in child ? [child, ...elementsOf(child)] : [],
  );
}

function wordsOf(node: DefaultTreeAdapterTypes.ParentNode): string {
  return node.childNodes
    .map((child) => ("value" in child ? child.value : "childNodes" in child ? wordsOf(child) : ""))
    .join("");
}

test("a reader of HTML reads the words of the body, not one more or less", () => {
  fc.assert(
    fc.property(bodies, (body) => {
      const words = (text: string) => text.replace(/\s+/g, "");
      expect(words(wordsOf(parseFragment(printHtml(body, options))))).toBe(words(printPlain(body).text));
    }),
    cases(500),
  );
});

const HOSTILE = fc.constantFrom(
  '"><script>alert(1)</script>',
  "' onmouseover='alert(1)",
  "javascript:alert(1)",
  "</a></span><img src=x onerror=alert(1)>",
  "<!--",
  "]]>",
  "&lt;script&gt;",
  "\u0000<\u0001b>",
  "data:text/html,<script>alert(1)</script>",
);

const hostileBodies = fc
  .record({
    text: HOSTILE,
    href: HOSTILE,
    who: HOSTILE,
    date: HOSTILE,
    wording: HOSTILE,
    print: HOSTILE,
    marker: HOSTILE,
  })
  .map(({ text, href, who, date, wording, print, marker: sign }) =>
    bodyOf(
      paragraph(
        textNode(text, [
          { type: "link", attrs: { href, title: who } },
          { type: "citation", attrs: { source: who } },
          { type: "quotation", attrs: { speaker: who, office: who, source: who } },
          { type: "event", attrs: { date, precision: date } },
        ]),
        { type: "label", attrs: { organisations: [who], wording, print, style: "inline" } },
        { type: "label", attrs: { organisations: [who], wording, print: sign, style: "note" } },
        { type: "label", attrs: { organisations: [who], wording, print: "", style: "abbr", covers: 3 } },
      ),
      { type: "blockquote", attrs: { speaker: who, office: who, source: who }, content: [paragraph(textNode(text))] },
      { type: "embed", attrs: { url: href, title: who, description: text } },
      { type: "picture", attrs: { media: who, alt: text, credit: who } },
      {
        type: "notes",
        content: [{ type: "note", attrs: { marker: sign, organisations: [who] }, content: [textNode(text)] }],
      },
    ),
  );

const ALLOWED =
  /^(class|href|title|id|src|srcset|width|height|alt|loading|decoding|datetime|aria-label|role|tabindex|scope|colspan|rowspan|start|data-(speaker|office|number|label))$/;

test("hostile words stay words wherever they stand", () => {
  fc.assert(
    fc.property(hostileBodies, HOSTILE, (body, address) => {
      const html = printHtml(body, {
        labelHref: (organisation) => `/en/labels/${organisation}`,
        sourceNumber: () => 1,
        sourceHref: (source) => `#${source}`,
        picture: (media) => ({ src: `/media/${media}`, srcset: address, width: 1, height: 1, credit: address }),
        idPrefix: address,
      });
      for (const element of elementsOf(parseFragment(html))) {
        expect(["script", "style", "iframe", "object"]).not.toContain(element.tagName);
        for (const { name, value } of element.attrs) {
          expect(name).toMatch(ALLOWED);
          if (name === "href" || name === "src") expect(value).toMatch(/^(https?:|mailto:|tel:|\/|#)/);
        }
      }
    }),
  );
});

test("printed bodies are valid HTML", async () => {
  const samples = [noted, ...fc.sample(bodies, 40)];
  const html = samples.map((body, at) => printHtml(body, { ...options, idPrefix: `b${at}-` })).join("\n");
  const page = `<!DOCTYPE html>\n<html lang="en">\n<head>\n<title>A page</title>\n</head>\n<body>\n${html}\n<ol>\n<li id="source-1">One</li>\n<li id="source-2">Two</li>\n</ol>\n</body>\n</html>\n`;
  const validator = new HtmlValidate({ extends: ["html-validate:standard", "html-validate:a11y"] });
  const { results } = await validator.validateString(page);
  const found = results.flatMap(({ messages }) => messages).filter(({ ruleId }) => !OF_THE_WORDS.has(ruleId));
  expect(found.map(({ ruleId, message, line }) => `${ruleId}: ${message}\n${page.split("\n")[line - 1]}`)).toEqual([]);
}, 20_000);

// What generated words decide, and not the printer: the order of headings.
const OF_THE_WORDS = new Set(["heading-level"]);
