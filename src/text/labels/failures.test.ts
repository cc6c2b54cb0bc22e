/** Known failures of labels in print, and that the corpora hold enough cases of every failure and every language. */
import { expect, test } from "bun:test";
import { russian, ukrainian } from "../cases/labels/abroad/east-slavic.ts";
import { english } from "../cases/labels/abroad/english.ts";
import { ABROAD } from "../cases/labels/abroad/register.ts";
import { arabic, hebrew, persian } from "../cases/labels/abroad/right-to-left.ts";
import { french, german, italian, polish, portuguese, spanish, turkish } from "../cases/labels/abroad/west.ts";
import type { LabelCase } from "../cases/labels/case.ts";
import { failures, TOLD_BY_TEXT, type ToldByText } from "../cases/labels/failures/failures.ts";
import { count, data, difference, readers, search, surfaces, TOLD_BY_PRINT } from "../cases/labels/failures/printed.ts";
import { MISTAKEN } from "../cases/labels/failures/register.ts";
import { languages } from "../cases/labels/languages.ts";
import { names } from "../cases/labels/names.ts";
import { policies } from "../cases/labels/policies.ts";
import { typed } from "../cases/labels/typed.ts";
import { documentDifference } from "../diff/documents.ts";
import { printHtml } from "../document/html.ts";
import { printPlain } from "../document/plain.ts";
import type { DocumentJson, NodeJson } from "../document/schema.ts";
import {
  compile,
  type EditionPolicy,
  EVERY_SURFACE,
  labelText,
  mentionsIn,
  readRegister,
  withLabels,
  withoutLabels,
} from "./labels.ts";

const read = readRegister(MISTAKEN);
if ("problems" in read) throw new Error(read.problems.join("\n"));
const matcher = compile(read.register, "en");
const DAY = "2024-03-01";

const policyOf = (style: EditionPolicy["style"], scope: EditionPolicy["scope"] = "every"): EditionPolicy => ({
  scope,
  style,
  quotations: "after",
  surfaces: EVERY_SURFACE,
  jurisdictions: ["xk"],
  language: "en",
});

function documentOf(text: string): DocumentJson {
  return { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] };
}

function printedWith(style: EditionPolicy["style"], text: string): DocumentJson {
  const document = documentOf(text);
  return withLabels(document, mentionsIn(document, matcher), policyOf(style), DAY);
}

for (const { line, style, scope, printed } of surfaces) {
  test(`a line that stands alone, ${style}, ${scope}: ${line}`, () => {
    const segments = labelText(line, matcher, policyOf(style, scope), DAY);
    expect(segments.map(({ text }) => text).join("")).toBe(printed);
    expect(segments.flatMap(({ text, label }) => (label ? [] : [text])).join("")).toBe(line);
  });
}

for (const { text, organisations, wordings } of data) {
  test(`whose a label is and what it says is data: ${text}`, () => {
    const labels = labelsOf(printedWith("inline", text).content);
    expect(labels.flatMap(({ attrs }) => attrs?.["organisations"] ?? [])).toEqual([...organisations]);
    expect(labels.map(({ attrs }) => String(attrs?.["wording"]))).toEqual([...wordings]);
  });
}

function labelsOf(nodes: readonly NodeJson[]): NodeJson[] {
  return nodes.flatMap((node) => (node.type === "label" ? [node] : labelsOf(node.content ?? [])));
}

for (const { text, style, html } of readers) {
  test(`a label is told from the words round it, ${style}: ${text}`, () => {
    expect(printHtml(printedWith(style, text))).toStartWith(html);
  });
}

for (const { text, phrase } of search) {
  test(`search and quotations read past labels: ${text}`, () => {
    const printed = printedWith("inline", text);
    expect(printPlain(printed).text).not.toContain(phrase);
    const { text: searched } = printPlain(withoutLabels(printed));
    expect(searched).toContain(phrase);
    expect(searched).not.toContain("banned");
  });
}

for (const { text, style, words } of count) {
  test(`labels are no words of the author, ${style}: ${text}`, () => {
    const counted = printPlain(withoutLabels(printedWith(style, text))).text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu);
    expect(counted).toHaveLength(words);
  });
}

for (const { text, one, other } of difference) {
  test(`another policy is no edit, ${one} and ${other}: ${text}`, () => {
    const [first, second] = [printedWith(one, text), printedWith(other, text)];
    expect(second).not.toEqual(first);
    const kinds = documentDifference(withoutLabels(first), withoutLabels(second)).map(({ kind }) => kind);
    expect(kinds).toEqual(["same"]);
  });
}

const PRINTED = { surfaces, data, readers, search, count, difference };
const LEAST_OF_FAILURE = 4;
const LEAST_CASES = 600;

test("nineteen failures are known, and each has cases of its own", () => {
  const groups = [
    ...Object.keys(TOLD_BY_TEXT).map((key) => [key, failures[key as ToldByText].length] as const),
    ...Object.keys(TOLD_BY_PRINT).map((key) => [key, PRINTED[key as keyof typeof PRINTED].length] as const),
  ];
  expect(groups).toHaveLength(19);
  expect(groups.filter(([, cases]) => cases < LEAST_OF_FAILURE)).toEqual([]);
});

const BY_LANGUAGE: Readonly<Record<string, readonly LabelCase[]>> = {
  en: english,
  ru: russian,
  uk: ukrainian,
  de: german,
  fr: french,
  es: spanish,
  it: italian,
  pt: portuguese,
  pl: polish,
  tr: turkish,
  ar: arabic,
  fa: persian,
  he: hebrew,
};

test("the corpora hold at least six hundred cases, no two of them the same", () => {
  const all = [names, typed, policies, languages, ...Object.values(BY_LANGUAGE), ...Object.values(failures)].flat();
  const different = new Set(all.map(({ rule: _rule, ...shown }) => JSON.stringify(shown)));
  expect(different.size).toBeGreaterThanOrEqual(LEAST_CASES);
  expect(all.length - different.size).toBe(0);
});

test("at least ten languages have cases", () => {
  expect(Object.keys(BY_LANGUAGE).length).toBeGreaterThanOrEqual(10);
});

type Registered = { readonly text: string; readonly lang: string };
const registered: readonly Registered[] = ABROAD.organisations.flatMap(({ names }) => names);

const LEAST: Readonly<Record<Feature, number>> = {
  inflected: 3,
  capitalised: 2,
  quoted: 2,
  hyphenated: 2,
  nested: 2,
  "look-alikes": 10,
};

type Feature = "inflected" | "capitalised" | "quoted" | "hyphenated" | "nested" | "look-alikes";

for (const [language, cases] of Object.entries(BY_LANGUAGE)) {
  test(`${language}: there are enough cases of every kind`, () => {
    const counts = featuresOf(language, cases);
    // Arabic, Persian and Hebrew have one case of letters.
    const hasCapitals = registered.some(({ lang, text }) => lang === language && text !== text.toLowerCase());
    const features = Object.entries(LEAST).filter(([feature]) => hasCapitals || feature !== "capitalised");
    const short = features.flatMap(([feature, least]) => {
      const is = counts[feature as Feature];
      return is < least ? [`${is} ${feature}, not ${least}`] : [];
    });
    expect(short).toEqual([]);
  });
}

/** How often a language shows a kind of mention, told by the words of its sentences and the register. */
function featuresOf(language: string, cases: readonly LabelCase[]): Record<Feature, number> {
  const own = registered.filter(({ lang }) => lang === language).map(({ text }) => text);
  const known = new Set(own.map((text) => text.toLowerCase()));
  const counts: Record<Feature, number> = {
    inflected: 0,
    capitalised: 0,
    quoted: 0,
    hyphenated: 0,
    nested: 0,
    "look-alikes": 0,
  };
  for (const { rule, text, labelled, asks = [] } of cases) {
    if (text === labelled && asks.length === 0) counts["look-alikes"]++;
    for (const [whole, before = "", mention = ""] of rule.matchAll(/(.?)⟦([^⟧]*)⟧/gsu)) {
      if (whole === "") continue;
      const words = mention
        .replace(/["“”„«»‘’']+$/u, "")
        .replace(/\s+/gu, " ")
        .trim();
      const isQuoted = /["“”„«»‘’'‹]/u.test(before) && /["“”„«»‘’'›]$/u.test(mention);
      if (isQuoted || /["“”„«»] ?$/u.test(mention)) counts.quoted++;
      if (/[-‐‑–]/u.test(words)) counts.hyphenated++;
      if (words.length > 6 && words === words.toLocaleUpperCase(language) && words !== words.toLowerCase())
        counts.capitalised++;
      const longer = own.find((name) => words.toLowerCase().includes(name.toLowerCase()) && holdsAnother(name, own));
      if (longer || /\(.+\)/u.test(words)) counts.nested++;
      if (!known.has(words.toLowerCase()) && !/[-‐‑–()]/u.test(words) && !/[\u00ad\n]/u.test(mention))
        counts.inflected++;
    }
  }
  return counts;
}

function holdsAnother(name: string, names: readonly string[]): boolean {
  return names.some((other) => other !== name && name.toLowerCase().startsWith(`${other.toLowerCase()} `));
}
