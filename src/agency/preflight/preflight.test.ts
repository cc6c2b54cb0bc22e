import { expect, test } from "bun:test";
import type { ArticleText } from "#agency/articles/working-copy.ts";
import { DEFAULT_POLICY } from "#agency/labels/policy.ts";
import type { Source } from "#agency/sources/sources.ts";
import { parseMarkdown } from "#text/document/markdown.ts";
import type { NodeJson } from "#text/document/schema.ts";
import { compile, decisionsOn, mentionsIn, readRegister } from "#text/labels/labels.ts";
import { checkQuotation, quotedSource } from "#text/quotes/quotes.ts";
import { CHECK_CODES, DEFAULT_RULES, type Finding, findings, type Subject } from "./preflight.ts";

const at = new Date("2026-03-02T12:00:00Z");
const whole: ArticleText = {
  headline: "Ferries sail again",
  standfirst: "Crews went back to work on Monday.",
  document: parseMarkdown("Crews went back to work on Monday."),
  dateline: { place: "Talmira", date: "2026-03-02" },
  picture: null,
  authorIds: [],
};
const subject: Subject = {
  text: whole,
  sectionId: "region",
  hasSections: true,
  embargoUntil: null,
  edition: {
    id: "e",
    code: "en",
    name: "English",
    language: "en",
    timeZone: "Europe/Riga",
    dateOrder: "day-first",
    datelineStyle: "place-date",
    jurisdictions: ["xx"],
    labelPolicy: DEFAULT_POLICY,
    labelsAsOf: "today",
  },
  mentions: [],
  pictures: new Map(),
  quotations: [],
  differing: [],
  notKept: [],
  links: new Map(),
  wire: null,
  missingEditions: [],
  at,
};

const found = (change: Partial<Subject>): Omit<Finding, "severity">[] =>
  findings({ ...subject, ...change }, DEFAULT_RULES).map(({ severity, ...finding }) => finding);
const written = (change: Partial<ArticleText>) => found({ text: { ...whole, ...change } });
const body = (...content: NodeJson[]) => written({ document: { type: "doc", content } });
const paragraph = (...content: NodeJson[]): NodeJson => ({ type: "paragraph", content });
const text = (words: string, type?: string, attrs: Record<string, unknown> = {}): NodeJson => ({
  type: "text",
  text: words,
  ...(type && { marks: [{ type, attrs }] }),
});

test("an article with everything in its place has nothing to be said of", () => {
  expect(found({})).toEqual([]);
});

const CASES: readonly { rule: string; found: ReturnType<typeof found>; expected: ReturnType<typeof found> }[] = [
  {
    rule: "without a headline and a text",
    found: written({ headline: " ", document: parseMarkdown("") }),
    expected: [{ code: "headline-missing" }, { code: "text-missing" }],
  },
  {
    rule: "a headline of 65 characters fits a push message, one of 66 does not, whatever they are made of",
    found: [...written({ headline: "é".repeat(65) }), ...written({ headline: "👩‍🚒".repeat(66) })],
    expected: [{ code: "headline-long", detail: "66" }],
  },
  {
    rule: "a quotation in a sentence says who speaks and where the words are from; one over two pieces of text is one",
    found: body(
      paragraph(
        text("“We are ", "quotation", { speaker: null, source: null }),
        { type: "text", text: "not", marks: [{ type: "quotation", attrs: { speaker: null } }, { type: "em" }] },
        text(" asking for money,”", "quotation", { speaker: null, source: null }),
        text(" she said. "),
        text("“Two people.”", "quotation", { speaker: "Nora Valent", source: "nora" }),
      ),
    ),
    expected: [
      { code: "quotation-without-speaker", passage: "“We are not asking for money,”" },
      { code: "quotation-without-source", passage: "“We are not asking for money,”" },
    ],
  },
  {
    rule: "a quotation set off from the text too",
    found: body({
      type: "blockquote",
      attrs: { speaker: "Nora Valent", source: null },
      content: [paragraph(text("Two people."))],
    }),
    expected: [{ code: "quotation-without-source", passage: "Two people." }],
  },
  {
    rule: "half a dateline is none",
    found: written({ dateline: { place: "Talmira", date: "" } }),
    expected: [{ code: "dateline-missing" }],
  },
  {
    rule: "a dateline of tomorrow, by the edition's own calendar",
    found: [
      ...written({ dateline: { place: "Talmira", date: "2026-03-03" } }),
      ...found({
        text: { ...whole, dateline: { place: "Talmira", date: "2026-03-03" } },
        at: new Date("2026-03-02T22:30:00Z"),
      }),
    ],
    expected: [{ code: "dateline-day", passage: "Talmira", detail: "2026-03-03" }],
  },
  {
    rule: "a dateline of last month",
    found: written({ dateline: { place: "Talmira", date: "2026-02-02" } }),
    expected: [{ code: "dateline-day", passage: "Talmira", detail: "2026-02-02" }],
  },
  {
    rule: "a picture without words, maker and licence; what the library or the text says is enough",
    found: [
      ...found({
        text: { ...whole, picture: { id: "p1", alt: "", caption: "The quay" } },
        pictures: new Map([["p1", { credit: "", licence: "" }]]),
      }),
      ...found({
        text: { ...whole, picture: { id: "p1", alt: "A quay", caption: "The quay" } },
        pictures: new Map([["p1", { credit: "Ilse", licence: "CC BY 4.0" }]]),
      }),
    ],
    expected: [
      { code: "picture-without-alt", passage: "The quay" },
      { code: "picture-without-credit", passage: "The quay" },
      { code: "picture-without-licence", passage: "The quay" },
    ],
  },
  {
    rule: "links that do not answer, and those nobody has asked; a mail address is no link to ask",
    found: found({
      text: {
        ...whole,
        document: parseMarkdown(
          "[one](https://a.example/) [two](https://b.example/) [three](https://c.example/) [mail](mailto:a@b.example)",
        ),
      },
      links: new Map([
        ["https://a.example/", "answers"],
        ["https://b.example/", "404"],
      ]),
    }),
    expected: [
      { code: "link-broken", passage: "https://b.example/", detail: "404" },
      { code: "link-unchecked", detail: "1" },
    ],
  },
  {
    rule: "no section, an edition without it, an embargo in the edition's time",
    found: found({
      sectionId: null,
      missingEditions: ["Русская"],
      embargoUntil: new Date("2026-03-02T16:00:00Z"),
    }),
    expected: [
      { code: "embargo-holds", detail: "2026-03-02 18:00" },
      { code: "section-missing" },
      { code: "edition-missing", detail: "Русская" },
    ],
  },
  { rule: "wire copy that was killed", found: found({ wire: "killed" }), expected: [{ code: "wire-killed" }] },
  { rule: "wire copy that changed since", found: found({ wire: "changed" }), expected: [{ code: "wire-changed" }] },
  { rule: "no section where there is none", found: found({ sectionId: null, hasSections: false }), expected: [] },
  { rule: "an embargo that is over", found: found({ embargoUntil: at }), expected: [] },
];

for (const { rule, found, expected } of CASES) {
  test(rule, () => expect(found).toEqual(expected));
}

test("each doubtful name is asked about once, with the reason", () => {
  const register = readRegister({
    organisations: [
      {
        id: "reefs",
        names: [{ text: "Reef", lang: "en", kind: "short", match: "ask" }],
        designations: [
          { jurisdiction: "xx", authority: "Court", decision: "1", from: "2020-01-01", wording: { en: "banned" } },
        ],
      },
    ],
  });
  if ("problems" in register) throw new Error(register.problems.join());
  const document = parseMarkdown("A Reef met. The Reef met again.");
  const policy = { ...DEFAULT_POLICY, jurisdictions: ["xx"], language: "en" };
  const mentions = decisionsOn(mentionsIn(document, compile(register.register, "en")), policy, "2026-03-02");
  const doubtful = found({ mentions }).filter(({ code }) => code === "mention-doubtful");
  expect(doubtful).toHaveLength(1);
  expect(doubtful[0]?.passage).toBe("Reef");
  expect(doubtful[0]?.detail).not.toBe("");
});

const radio: Source = {
  id: "radio",
  kind: "page",
  name: "Radio Fjord",
  office: "",
  language: "en",
  url: null,
  publishedOn: null,
  shownAt: null,
  deadAt: null,
};

test("quotations, figures and names that a source has otherwise are told, with what the source has", () => {
  const quoted = (words: string, source: string) => ({
    words,
    speaker: "Nora Valent",
    office: "",
    source: "radio",
    sources: ["radio"],
    key: words,
    checked: { source: radio, verdict: checkQuotation({ words, language: "en" }, quotedSource(source, "en")) },
  });
  const source = "“We have agreed to keep the night ferry,” she said.";
  const german = "„Wir haben beschlossen, die Nachtfähre zu behalten“, sagte sie.";
  const translated = { words: "We keep it", language: "en", original: "Wir haben beschlossen" };
  expect(
    found({
      quotations: [
        quoted("“We have agreed to keep the night ferry”", source),
        quoted("“We have agreed to sell the night ferry”", source),
        quoted("“Gulls have taken the harbour office over”", source),
        {
          ...quoted("“We keep it”", source),
          checked: { source: radio, verdict: checkQuotation(translated, quotedSource(german, "de")) },
        },
        { ...quoted("“We hold it”", source), checked: undefined },
        {
          ...quoted("“We have agreed”", source),
          checked: { source: radio, verdict: { verdict: "same", passage: "We have agreed" }, saidBy: "Jonas Oduya" },
        },
      ],
      differing: [
        { kind: "figure", words: "1,600", instead: "1,500", source: "Radio Fjord" },
        { kind: "name", words: "Stoltenburg", instead: "Stoltenberg", source: "Radio Fjord" },
        { kind: "date", words: "2013", instead: null, source: "Radio Fjord" },
      ],
      notKept: ["Harbour notice"],
    }),
  ).toEqual([
    {
      code: "quotation-altered",
      passage: "“We have agreed to sell the night ferry”",
      detail: "“We have agreed to keep the night ferry” (Radio Fjord)",
    },
    { code: "quotation-not-found", passage: "“Gulls have taken the harbour office over”", detail: "Radio Fjord" },
    { code: "quotation-of-another", passage: "“We have agreed”", detail: "Jonas Oduya (Radio Fjord)" },
    { code: "figure-differs", passage: "1,600", detail: "Radio Fjord", instead: "1,500" },
    { code: "date-differs", passage: "2013", detail: "Radio Fjord" },
    { code: "name-differs", passage: "Stoltenburg", detail: "Radio Fjord", instead: "Stoltenberg" },
    { code: "source-not-kept", detail: "Harbour notice" },
  ]);
});

test("what blocks stands first, what the agency has let be is not looked for", () => {
  const rules = { ...DEFAULT_RULES, "dateline-missing": "block", "section-missing": "off" } as const;
  const seen = findings({ ...subject, sectionId: null, text: { ...whole, dateline: null, headline: "" } }, rules);
  expect(seen.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
    "block headline-missing",
    "block dateline-missing",
  ]);
  expect(CHECK_CODES.length).toBeGreaterThan(15);
});
