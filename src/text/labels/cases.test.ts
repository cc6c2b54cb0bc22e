import { expect, test } from "bun:test";
import type { LabelCase } from "../cases/labels/case.ts";
import { languages } from "../cases/labels/languages.ts";
import { names } from "../cases/labels/names.ts";
import { policies } from "../cases/labels/policies.ts";
import { REGISTER } from "../cases/labels/register.ts";
import { typed } from "../cases/labels/typed.ts";
import { compile, type EditionPolicy, labelCopy, type Matcher, readRegister } from "./labels.ts";

const read = readRegister(REGISTER);
if ("problems" in read) throw new Error(read.problems.join("\n"));
const { register } = read;

const matchers = new Map<string, Matcher>();
function matcherFor(language: string): Matcher {
  const matcher = matchers.get(language) ?? compile(register, language);
  matchers.set(language, matcher);
  return matcher;
}

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
) {
  const surfaces = {
    headline: true,
    standfirst: true,
    body: true,
    caption: true,
    alt: true,
    feed: true,
    wire: true,
    mail: true,
    social: true,
  };
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

for (const one of [...names, ...typed, ...policies, ...languages]) {
  test(one.rule, () => {
    const { text, mentions } = labelledAs(one.text, one);
    expect(text).toBe(one.labelled);
    const asked = mentions
      .filter(({ decision }) => decision === "ask")
      .map(({ start, end }) => one.text.slice(start, end));
    expect(asked).toEqual([...(one.asks ?? [])]);
    for (const { decision, reason } of mentions) expect(reason === undefined).toBe(decision === "label");
    // Labelling what is labelled changes nothing.
    expect(labelledAs(text, one).text).toBe(text);
  });
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
