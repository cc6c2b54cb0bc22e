import { describe, expect, test } from "bun:test";
import * as fc from "fast-check";
import { cardOf } from "./card.ts";

const CASES = [
  {
    rule: "a page's own card goes before its title",
    html: `<title>Port | News</title><meta property="og:title" content="The port is open"><meta property="og:description" content="Ships may enter.">`,
    card: { title: "The port is open", description: "Ships may enter." },
  },
  {
    rule: "without a card the title and the description serve",
    html: `<title>\n The port\n is open </title><meta name=Description content='Ships &amp; crews'>`,
    card: { title: "The port is open", description: "Ships & crews" },
  },
  {
    rule: "a page without a title is called by its site",
    html: `<meta property="og:site_name" content="Fjord News"><p>Words`,
    card: { title: "Fjord News", description: "" },
  },
  {
    rule: "what a script or a style says is no card",
    html: `<script>"<title>One</title><meta property='og:title' content='Two'>"</script><style><title>Three</title></style>`,
    card: { title: "", description: "" },
  },
  {
    rule: "of two titles the first is taken, and an empty one is none",
    html: `<meta property="og:title" content=" "><title>One</title><svg><title>Two</title></svg>`,
    card: { title: "One", description: "" },
  },
  {
    rule: "tags in a title are words",
    html: `<title><img src=x onerror=alert(1)></title>`,
    card: { title: "<img src=x onerror=alert(1)>", description: "" },
  },
  {
    rule: "controls, marks that turn the direction and half letters are left out",
    html: `<meta property="og:title" content="The \u202eport\u0007 is open\ud800">`,
    card: { title: "The port is open\ufffd", description: "" },
  },
  { rule: "a page without words has an empty card", html: "", card: { title: "", description: "" } },
];

describe("the card of a page", () => {
  for (const { rule, html, card } of CASES) {
    test(rule, () => expect(cardOf(html)).toEqual(card));
  }
});

test("a title without end is cut with a sign that it was", () => {
  const { title } = cardOf(`<title>${"Port ".repeat(10_000)}`);
  expect(title.length).toBeLessThanOrEqual(200);
  expect(title).toEndWith("Port…");
});

test("whatever a page holds, its card is words of one line", () => {
  const part = fc.constantFrom(
    "<title>",
    "</title>",
    "<meta property=og:title content='",
    "'>",
    "<script>",
    "\n",
    "One",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(part, fc.string({ unit: "binary", maxLength: 5 })), { maxLength: 30 }), (parts) => {
      const { title, description } = cardOf(parts.join(""));
      expect(`${title}${description}`).not.toMatch(/\p{Cc}/u);
    }),
  );
});
