/** What labels must never do, whatever the copy, the register, the policy and the day. */
import { expect, test } from "bun:test";
import * as fc from "fast-check";
import { cases } from "#test/properties.ts";
import {
  bodiesFor,
  type Edition,
  editions,
  type Language,
  NAMES,
  registerOf,
  stated,
  stretchesFor,
  wordingsOf,
  wordsFor,
} from "#text/cases/labels/generated.ts";
import { closedTo, written } from "#text/cases/labels/written.ts";
import { printHtml } from "../document/html.ts";
import { printPlain } from "../document/plain.ts";
import { type DocumentJson, documentSchema, type NodeJson } from "../document/schema.ts";
import { asHtml } from "./html-source.ts";
import {
  type CopyFormat,
  compile,
  type EditionPolicy,
  EVERY_SURFACE,
  labelCopy,
  labelText,
  mentionsIn,
  type Register,
  withLabels,
  withoutLabels,
} from "./labels.ts";
import { asMarkdown } from "./markdown-source.ts";

const FORMATS: readonly CopyFormat[] = ["text", "html", "markdown"];

const toldCopy = editions.chain((edition) =>
  fc.record({ edition: fc.constant(edition), stretches: stretchesFor(edition) }),
);
const toldBody = editions.chain((edition) => fc.record({ edition: fc.constant(edition), body: bodiesFor(edition) }));

function labelledCopy(copy: string, format: CopyFormat, { register, language, policy, day }: Edition) {
  return labelCopy(copy, { matcher: compile(register, language), policy, day, format });
}

function labelledBody(body: DocumentJson, { register, language, policy, day }: Edition): DocumentJson {
  return withLabels(body, mentionsIn(body, compile(register, language)), policy, day);
}

for (const format of FORMATS) {
  test(`${format}: nothing but labels is added, and nothing goes`, () => {
    fc.assert(
      fc.property(toldCopy, ({ edition, stretches }) => {
        const copy = written(stretches, format);
        const { text, mentions } = labelledCopy(copy, format, edition);
        expect(isMadeOf(text, copy, additionsTo(format, edition))).toBe(true);
        if (edition.policy.scope === "none" || !mentions.some(({ decision }) => decision === "label"))
          expect(text).toBe(copy);
      }),
      cases(150),
    );
  });

  test(`${format}: twice is once`, () => {
    fc.assert(
      fc.property(toldCopy, ({ edition, stretches }) => {
        const { text } = labelledCopy(written(stretches, format), format, edition);
        expect(labelledCopy(text, format, edition).text).toBe(text);
      }),
      cases(150),
    );
  });

  test(`${format}: statements on the whole text are written once, too`, () => {
    fc.assert(
      fc.property(
        stated.chain((edition) => fc.record({ edition: fc.constant(edition), stretches: stretchesFor(edition) })),
        ({ edition, stretches }) => {
          const { text } = labelledCopy(written(stretches, format), format, edition);
          expect(labelledCopy(text, format, edition).text).toBe(text);
        },
      ),
      cases(150),
    );
  });

  test(`${format}: no label stands in an address, in code or in an attribute`, () => {
    fc.assert(
      fc.property(toldCopy, ({ edition, stretches }) => {
        const copy = written(stretches, format);
        const { text } = labelledCopy(copy, format, edition);
        for (const piece of closedTo(stretches, format))
          expect(text.split(piece)).toHaveLength(copy.split(piece).length);
      }),
      cases(150),
    );
  });

  test(`${format}: mentions stand in order, each by itself, and are told where they are`, () => {
    fc.assert(
      fc.property(toldCopy, ({ edition, stretches }) => {
        const copy = written(stretches, format);
        let last = 0;
        for (const { start, end } of labelledCopy(copy, format, edition).mentions) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(copy.length);
          last = start;
        }
      }),
      cases(100),
    );
  });
}

test("a document: nothing but labels is added, removing them restores it, and twice is once", () => {
  fc.assert(
    fc.property(toldBody, ({ edition, body }) => {
      const copy = labelledBody(body, edition);
      documentSchema.nodeFromJSON(copy).check();
      expect(isMadeOf(printPlain(copy).text, printPlain(body).text, additionsTo("text", edition))).toBe(true);
      expect(withoutLabels(copy)).toEqual(body);
      expect(labelledBody(copy, edition)).toEqual(copy);
    }),
    cases(150),
  );
});

test("a document: no label stands in code, and in HTML none in an attribute", () => {
  fc.assert(
    fc.property(toldBody, ({ edition, body }) => {
      const copy = labelledBody(body, edition);
      expect(codeOf(copy)).toEqual(codeOf(body));
      const attributes = (document: DocumentJson) =>
        [...printHtml(document).matchAll(/ (?:href="[^#]|data-speaker="|datetime=")[^"]*"/g)].map(([one]) => one);
      expect(new Set(attributes(copy))).toEqual(new Set(attributes(body)));
    }),
    cases(100),
  );
});

test("one line: its segments without the labels are the line", () => {
  fc.assert(
    fc.property(
      editions.chain((edition) => fc.record({ edition: fc.constant(edition), line: wordsFor(edition) })),
      ({ edition: { register, language, policy, day }, line }) => {
        const segments = labelText(line, compile(register, language), policy, day);
        expect(segments.flatMap(({ text, label }) => (label ? [] : [text])).join("")).toBe(line);
      },
    ),
    cases(150),
  );
});

test("the longest name wins, and names inside it are not labelled again", () => {
  fc.assert(
    fc.property(nested, ({ edition, chosen, joints }) => {
      const copy = (label: string) => chosen.map(({ form }, at) => `${form}${label}${joints[at] ?? ""}`).join("");
      const { text, mentions } = labelledCopy(copy(""), "text", edition);
      expect(mentions.map(({ name }) => name)).toEqual(chosen.map(({ name }) => name));
      expect(text).toBe(copy(" (banned)"));
    }),
    cases(500),
  );
});

/** Every name is an organisation's of its own; what is said with them is lower case and parts them. */
const nested = fc.constantFrom<Language>("en", "ru").chain((language) =>
  fc
    .uniqueArray(fc.constantFrom(...NAMES[language].filter((name) => name.length > 2)), { minLength: 2 })
    .chain((names) => {
      const register = registerOf(
        names.map((text) => ({
          id: text,
          names: [{ text, lang: language, kind: "short", match: "auto" }],
          designations: [{ jurisdiction: "ru", from: "2014-12-29", wording: { en: "banned" } }],
        })),
      );
      return fc.record({
        edition: fc.constant<Edition>({ language, register, policy: everyInline(language), day: "2018-02-16" }),
        chosen: fc.array(fc.constantFrom(...formsOfOne(register)), { minLength: 1, maxLength: 6 }),
        joints: fc.array(fc.constantFrom(", ", ". ", " – ", "\n\n", language === "en" ? " and " : " и "), {
          minLength: 6,
          maxLength: 6,
        }),
      });
    }),
);

function everyInline(language: Language): EditionPolicy {
  return {
    scope: "every",
    style: "inline",
    quotations: "after",
    surfaces: EVERY_SURFACE,
    jurisdictions: ["ru"],
    language,
  };
}

/** Forms that are one name's alone: a form of two asks. */
function formsOfOne({ organisations }: Register): readonly { readonly name: string; readonly form: string }[] {
  const forms = organisations.flatMap(({ names }) =>
    names.flatMap((name) => name.forms.map(({ text }) => ({ name: name.text, form: text }))),
  );
  const owners = Map.groupBy(forms, ({ form }) => form.toLowerCase());
  return forms.filter((one) => owners.get(one.form.toLowerCase())?.every(({ name }) => name === one.name));
}

type Additions = { readonly within: readonly string[]; readonly atEnd: RegExp };

/** What labelling may add: words in brackets and markers within the copy, notes and a notice after it. */
function additionsTo(format: CopyFormat, edition: Edition): Additions {
  const as = { html: asHtml, markdown: asMarkdown, text: (words: string) => words }[format];
  const wordings = wordingsOf(edition).map(as);
  const { scope, style } = edition.policy;
  const markers = ["*", "**", "***", "****", "*****", "******", ..."†‡✱¹²³⁴⁵⁶⁷⁸⁹"];
  const words = `(?:${wordings.map((one) => RegExp.escape(one)).join("|")})`;
  const line = scope === "document" ? `[^\\n]+ — ${words}` : `(?:\\*+|[†‡✱¹²³⁴⁵⁶⁷⁸⁹]) ${words}`;
  const lines = format === "html" ? `<p>${line}(?:<br>${line})*</p>` : `\\n*${line}(?:\\n+${line})*\\n?`;
  if (scope === "document") return { within: [], atEnd: new RegExp(`^(?:${lines})?$`) };
  if (style === "note") {
    const signs = format === "markdown" ? markers.flatMap((one) => [one, one.replaceAll("*", "\\*")]) : markers;
    return { within: signs.flatMap((one) => [one, ` ${one}`]), atEnd: new RegExp(`^(?:${lines})?$`) };
  }
  return { within: wordings.flatMap((one) => [` (${one})`, ` [${one}]`]), atEnd: /^$/ };
}

/** Whether a text is the input with additions and nothing else: every place the input can have reached is followed. */
function isMadeOf(text: string, input: string, { within, atEnd }: Additions): boolean {
  const withAdditions = (places: ReadonlySet<number>) => {
    const reached = new Set(places);
    for (const place of reached)
      for (const one of within) if (text.startsWith(one, place)) reached.add(place + one.length);
    return reached;
  };
  let places = withAdditions(new Set([0]));
  for (const sign of input.split("")) {
    places = withAdditions(new Set([...places].flatMap((place) => (text[place] === sign ? [place + 1] : []))));
  }
  return [...places].some((place) => atEnd.test(text.slice(place)));
}

/** The code of a document: words that stand side by side are one. */
function codeOf(node: DocumentJson | NodeJson): readonly string[] {
  const runs: string[] = [];
  let isOpen = false;
  for (const child of node.content ?? []) {
    const isCode = child.marks?.some(({ type }) => type === "code") ?? false;
    if (isCode && isOpen) runs.push(`${runs.pop()}${child.text}`);
    else if (isCode) runs.push(child.text ?? "");
    else runs.push(...codeOf(child));
    isOpen = isCode;
  }
  return runs;
}
