import { describe, expect, test } from "bun:test";
import * as fc from "fast-check";
import { cases } from "#test/properties.ts";
import { pastedCases } from "#text/cases/document/pasted.ts";
import { parseHtml, printHtml, readHtml } from "./html.ts";
import { printPlain } from "./plain.ts";
import { readDocument } from "./schema.ts";

describe("pasted HTML", () => {
  for (const { rule, pasted, text, html } of pastedCases) {
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

test("a kept picture is a picture with its caption", () => {
  const body = parseHtml('<figure><img src="/a.jpg" alt="A crane"><figcaption>The port</figcaption></figure>', {
    picture: (src) => (src === "/a.jpg" ? "p1" : undefined),
  });
  expect(body.content).toEqual([
    {
      type: "picture",
      attrs: { media: "p1", alt: "A crane", credit: "" },
      content: [{ type: "text", text: "The port" }],
    },
  ]);
});

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
