import { expect, test } from "bun:test";
import { parseMarkdown } from "../document/markdown.ts";
import { printPlain } from "../document/plain.ts";
import { readDocument } from "../document/schema.ts";
import { bodyWithout, bodyWithoutPictures, cutOf, holds, textWithout } from "./withholding.ts";

const GONE = "[withheld]";

const CASES: readonly { rule: string; forms: readonly string[]; text: string; left: string }[] = [
  { rule: "a name goes", forms: ["Anna Kovacs"], text: "So Anna Kovacs said.", left: "So [withheld] said." },
  {
    rule: "in whatever case",
    forms: ["Anna Kovacs"],
    text: "ANNA KOVACS, anna kovacs",
    left: "[withheld], [withheld]",
  },
  {
    rule: "part of a word is not the word",
    forms: ["Ann"],
    text: "Anna, Annie and Ann’s announcement",
    left: "Anna, Annie and [withheld]’s announcement",
  },
  {
    rule: "any space, hyphen or line break parts the words of a name",
    forms: ["Anna Kovacs"],
    text: "Anna\u00a0Kovacs, Anna\nKovacs, anna-kovacs, Anna_Kovacs",
    left: "[withheld], [withheld], [withheld], [withheld]",
  },
  {
    rule: "invisible characters hide nothing",
    forms: ["Kovacs"],
    text: "Ko\u00advacs, Kova\u200bcs",
    left: "[withheld], [withheld]",
  },
  {
    rule: "a line or a page that ends in the middle of a word hides nothing",
    forms: ["Anna Kovacs"],
    text: "Anna Ko-\nvacs, Anna Kov-\r\n  acs, An-\fna Kovacs, but Anna Ko-vacs",
    left: "[withheld], [withheld], [withheld], but Anna Ko-vacs",
  },
  {
    rule: "letters and marks are one letter or two",
    forms: ["Zoë"],
    text: "Zoe\u0308 and Zo\u00eb",
    left: "[withheld] and [withheld]",
  },
  { rule: "ё is е", forms: ["Семён"], text: "Семен и Семён", left: "[withheld] и [withheld]" },
  {
    rule: "the longest form first",
    forms: ["Kovacs", "Anna Kovacs"],
    text: "Anna Kovacs. Kovacs!",
    left: "[withheld]. [withheld]!",
  },
  {
    rule: "an address writes it otherwise",
    forms: ["Анна Ко"],
    text: "https://x.example/?q=%D0%90%D0%BD%D0%BD%D0%B0%20%D0%9A%D0%BE",
    left: "https://x.example/?q=[withheld]",
  },
  { rule: "signs are signs", forms: ["A.B. (C)"], text: "A.B. (C) and AxBx (C)", left: "[withheld] and AxBx (C)" },
  { rule: "what is not there leaves the text", forms: ["Kovacs"], text: "Nobody.", left: "Nobody." },
];

for (const { rule, forms, text, left } of CASES)
  test(`words taken out: ${rule}`, () => {
    const cut = cutOf(forms, GONE);
    expect(textWithout(text, cut)).toBe(left);
    expect(holds(text, cut)).toBe(text !== left);
    expect(holds(left, cut)).toBe(false);
  });

test("a name that marks cut into pieces goes as a whole, and the marks round it stay", () => {
  const body = parseMarkdown("So **An**na *Ko*vacs **said** it. [Anna](https://x.example/anna-kovacs) left.");
  const left = bodyWithout(body, cutOf(["Anna Kovacs", "Anna"], GONE));
  expect(printPlain(left).text).toBe("So [withheld] said it. [withheld] left.");
  expect(JSON.stringify(left)).not.toMatch(/anna|kovacs/i);
  expect(JSON.stringify(left)).toContain('"strong"');
  expect(readDocument(JSON.parse(JSON.stringify(left)))).toEqual(left);
});

test("a name goes from captions, descriptions, speakers and cards, and a picture goes as a whole", () => {
  const body = readDocument({
    type: "doc",
    content: [
      {
        type: "picture",
        attrs: { media: "one", alt: "Anna waves", credit: "Anna" },
        content: [{ type: "text", text: "Anna at home" }],
      },
      { type: "embed", attrs: { url: "https://x.example/anna", title: "Anna", description: "" } },
      { type: "blockquote", attrs: { speaker: "Anna", office: null, source: null }, content: [{ type: "paragraph" }] },
    ],
  });
  const left = bodyWithout(body, cutOf(["Anna"], GONE));
  expect(JSON.stringify(left)).not.toMatch(/anna/i);
  expect(readDocument(JSON.parse(JSON.stringify(left)))).toEqual(left);
  expect(JSON.stringify(bodyWithoutPictures(left, ["one"]))).not.toContain("picture");
});
