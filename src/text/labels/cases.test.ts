import { expect, test } from "bun:test";
import { ABROAD_CASES } from "../cases/labels/abroad/all.ts";
import { ABROAD } from "../cases/labels/abroad/register.ts";
import type { LabelCase } from "../cases/labels/case.ts";
import { failures } from "../cases/labels/failures/failures.ts";
import { MISTAKEN } from "../cases/labels/failures/register.ts";
import { languages } from "../cases/labels/languages.ts";
import { names } from "../cases/labels/names.ts";
import { policies } from "../cases/labels/policies.ts";
import { REGISTER } from "../cases/labels/register.ts";
import { typed } from "../cases/labels/typed.ts";
import { type EditionPolicy, EVERY_SURFACE, labelCopy, type Matcher, matchersOf, readRegister } from "./labels.ts";

function matchersFor(json: unknown): (language: string) => Matcher {
  const read = readRegister(json);
  if ("problems" in read) throw new Error(read.problems.join("\n"));
  return matchersOf(read.register);
}

const atHome = matchersFor(REGISTER);
const abroad = matchersFor(ABROAD);
const mistaken = matchersFor(MISTAKEN);

function labelledAs(
  text: string,
  {
    language = "en",
    policy = "every",
    quotations = "after",
    jurisdictions = ["ru"],
    day = "2018-02-16",
    format,
  }: Partial<LabelCase>,
  matcherFor = atHome,
) {
  const surfaces = EVERY_SURFACE;
  const isNote = policy === "note";
  const edition: EditionPolicy = {
    scope: isNote ? "every" : policy,
    style: isNote ? "note" : "inline",
    quotations,
    surfaces,
    jurisdictions,
    language,
  };
  return labelCopy(text, { matcher: matcherFor(language), policy: edition, day, ...(format && { format }) });
}

for (const [cases, matcherFor] of [
  [[...names, ...typed, ...policies, ...languages], atHome],
  [ABROAD_CASES, abroad],
  [Object.values(failures).flat(), mistaken],
] as const) {
  for (const one of cases) {
    test(one.rule, () => {
      const { text, mentions } = labelledAs(one.text, one, matcherFor);
      expect(text).toBe(one.labelled);
      const asked = mentions
        .filter(({ decision }) => decision === "ask")
        .map(({ start, end }) => one.text.slice(start, end));
      expect(asked).toEqual([...(one.asks ?? [])]);
      for (const { decision, reason } of mentions) expect(reason === undefined).toBe(decision === "label");
      // Labelling what is labelled changes nothing.
      expect(labelledAs(text, one, matcherFor).text).toBe(text);
    });
  }
}

// Work that grows with the square of the length would take minutes over these.
for (const [what, piece] of [
  ["paragraphs without a quotation mark", `RDM left${" and came back".repeat(6)}.\n\n`],
  ["names in one word", "RDM’"],
] as const) {
  test(`a hundred thousand ${what} are read`, () => {
    expect(labelledAs(piece.repeat(100_000), {}).mentions.length).toBe(100_000);
  }, 60_000);
}

test("a club that is itself somebody's in the register does not bear another name", () => {
  const matcher = matchersFor({
    organisations: [
      {
        id: "tarvan",
        names: [
          { text: "Tarvan League", lang: "en" },
          { text: "Lantern Club", lang: "en", kind: "product", wording: { en: "owned by the Tarvan League" } },
        ],
        designations: [{ jurisdiction: "ru", from: "2010-01-01", wording: { en: "banned in Russia" } }],
      },
    ],
  });
  const text = "The Lantern Club of the Tarvan League, and a Rowing Club of the Tarvan League";
  const once = labelledAs(text, {}, matcher);
  expect(once.text).toBe(
    "The Lantern Club (owned by the Tarvan League) of the Tarvan League (banned in Russia), and a Rowing Club of the Tarvan League",
  );
  expect(once.mentions.map(({ decision }) => decision)).toEqual(["label", "label", "ask"]);
  expect(labelledAs(once.text, {}, matcher).text).toBe(once.text);
});

test("the words of a label are words in every format, whatever signs they hold", () => {
  const wording = "see <b>list</b> *7*, `a|b` & [c](d) $& $1";
  const matcher = matchersFor({
    organisations: [
      {
        id: "tarvan",
        names: [{ text: "Tarvan League", lang: "en" }],
        designations: [{ jurisdiction: "ru", from: "2010-01-01", wording: { en: wording } }],
      },
    ],
  });
  const markdown = "see \\<b>list\\</b> \\*7\\*, \\`a\\|b\\` \\& \\[c\\](d) $\\& $1";
  const html = "see &lt;b&gt;list&lt;/b&gt; *7*, `a|b` &amp; [c](d) $&amp; $1";
  for (const policy of ["every", "note", "document"] as const)
    for (const [format, words] of [
      ["text", wording],
      ["markdown", markdown],
      ["html", html],
    ] as const) {
      const once = labelledAs("The Tarvan League left.", { policy, format }, matcher).text;
      expect(once).toContain(words);
      expect(labelledAs(once, { policy, format }, matcher).text).toBe(once);
    }
});
