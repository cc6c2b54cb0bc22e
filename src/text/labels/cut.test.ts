import { expect, test } from "bun:test";
import * as fc from "fast-check";
import { cases } from "#test/properties.ts";
import { ABROAD_CASES } from "#text/cases/labels/abroad/all.ts";
import { ABROAD } from "#text/cases/labels/abroad/register.ts";
import { bodiesFor, type Edition, editions, stated, wordsFor } from "#text/cases/labels/generated.ts";
import { languages } from "#text/cases/labels/languages.ts";
import { names } from "#text/cases/labels/names.ts";
import { policies } from "#text/cases/labels/policies.ts";
import { REGISTER } from "#text/cases/labels/register.ts";
import { typed } from "#text/cases/labels/typed.ts";
import { printHtml } from "../document/html.ts";
import { textAttr, textOf } from "../document/nodes.ts";
import { printPlain } from "../document/plain.ts";
import { type DocumentJson, documentSchema, type NodeJson } from "../document/schema.ts";
import {
  type CutText,
  compile,
  cutDocument,
  cutText,
  decisionsOn,
  type EditionPolicy,
  EVERY_SURFACE,
  knowingWords,
  type Matcher,
  matchersOf,
  mentionsIn,
  mentionsInText,
  readRegister,
  withoutLabels,
} from "./labels.ts";

const read = readRegister(REGISTER);
if ("problems" in read) throw new Error(read.problems.join("\n"));
const matcher = compile(read.register, "en");
const policy: EditionPolicy = {
  scope: "every",
  style: "inline",
  quotations: "after",
  surfaces: EVERY_SURFACE,
  jurisdictions: ["ru"],
  language: "en",
  wording: { ru: "banned" },
};

type Given = Partial<EditionPolicy> & { readonly hasNotes?: boolean };

function cut(text: string, longest: number, { hasNotes = false, ...more }: Given = {}): CutText {
  return cutText(text, { matcher, policy: { ...policy, ...more }, day: "2018-02-16", longest, hasNotes });
}

function words({ segments }: CutText): string {
  return segments.map(({ text }) => text).join("");
}

for (const [rule, text, longest, shown] of [
  ["what fits is whole", "RDM left.", 18, "RDM (banned) left."],
  ["labels count towards the length", "RDM left.", 17, "RDM (banned)…"],
  ["a name that does not fit with its label goes", "The RDM left.", 15, "The…"],
  ["a name at the beginning goes, too, rather than its label", "RDM left.", 12, "…"],
  ["a word is not cut where one fits", "Ferries stand still", 12, "Ferries…"],
  ["a word that does not fit is cut at the end of a letter", "Constantinople", 5, "Cons…"],
  ["a letter of several signs is not cut", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 14, "👩‍👩‍👧‍👦…"],
  ["the sign stands close, the space and the open bracket go", "He said (in Paris) so", 10, "He said…"],
  ["a no-break space holds its words together", "He saw №\u00a05 there", 10, "He saw…"],
  [
    "in a quotation that is cut off the label stands inside",
    "“RDM won and rules,” she said.",
    20,
    "“RDM [banned] won…",
  ],
  ["one that is whole is followed by it", "“RDM won,” she said.", 20, "“RDM won,” (banned)…"],
  ["a typed label is not parted from its name", "The RDM (banned in Russia) left.", 24, "The…"],
  ["nor that of a name no register knows", "The Foo (banned in Russia) left.", 24, "The…"],
  ["a longer name is not cut to a shorter one", "The Northern State of Ice and Snow fell", 25, "The…"],
  ["what was turned round is turned back", "\u2067RDM is far away", 20, "\u2067RDM (banned) is\u2069…"],
] as const) {
  test(rule, () => {
    const done = cut(text, longest);
    expect(words(done)).toBe(shown);
    expect(done.isCut).toBe(!text.endsWith(words(done).slice(-3)));
  });
}

test("with a place for notes the markers that are left have theirs, and no other note stands", () => {
  const text = "RDM met NSIS and the council";
  expect(words(cut(text, 8, { style: "note", hasNotes: true }))).toBe("RDM*…");
  expect(cut(text, 8, { style: "note", hasNotes: true }).notes).toMatchObject([{ marker: "*", wording: "banned" }]);
  expect(cut(text, 25, { style: "note", hasNotes: true }).notes).toHaveLength(2);
  expect(words(cut(text, 25, { style: "note" }))).toBe("RDM (banned) met…");
});

test("one that goes out without the notice of its text is labelled by itself", () => {
  expect(words(cut("RDM and RDM left the town", 20, { scope: "document" }))).toBe("RDM (banned) and…");
});

const line = (text: string): NodeJson => ({ type: "paragraph", content: [{ type: "text", text }] });
const shortened = (document: DocumentJson, longest: number, more: Partial<EditionPolicy> = {}) => {
  const copy = cutDocument(document, { matcher, policy: { ...policy, ...more }, day: "2018-02-16", longest });
  documentSchema.nodeFromJSON(copy).check();
  return copy;
};

test("a document is cut between its words, and its notes are those of the markers left", () => {
  const document: DocumentJson = { type: "doc", content: [line("RDM left."), line("NSIS came to the town.")] };
  const plain = (longest: number, more: Partial<EditionPolicy>) => printPlain(shortened(document, longest, more)).text;
  expect(plain(25, {})).toBe("RDM (banned) left.…");
  expect(plain(40, {})).toBe("RDM (banned) left.\n\nNSIS (banned) came…");
  expect(plain(14, { style: "note" })).toBe("RDM* left.…\n\n* banned");
  expect(plain(14, { scope: "document" })).toBe("RDM left.…\n\nRDM — banned");
  expect(plain(1, {})).toBe("…");
});

test("a table is kept or left out as a whole", () => {
  const cell = (text: string): NodeJson => ({ type: "table_cell", content: [line(text)] });
  const table: NodeJson = {
    type: "table",
    content: [{ type: "table_row", content: [cell("one two"), cell("three")] }],
  };
  const document: DocumentJson = { type: "doc", content: [line("Before."), table, line("After it all.")] };
  expect(printPlain(shortened(document, 15)).text).toBe("Before.…");
  expect(printPlain(shortened(document, 30)).text).toBe("Before.\n\none two\n\nthree…");
});

// --- Whatever the copy, the register, the policy, the day and the length ----------------------------------------------

const toldLine = fc
  .oneof(editions, stated)
  .chain((edition) => fc.record({ edition: fc.constant(edition), text: wordsFor(edition), hasNotes: fc.boolean() }));

test("a line of any length is a beginning of it, no longer than allowed, and no label is parted from its name", () => {
  fc.assert(
    fc.property(toldLine, ({ edition, text, hasNotes }) => {
      const matcher = compile(edition.register, edition.language);
      for (let longest = 1; longest <= text.length + 60; longest++)
        expectCut(text, longest, { edition, matcher, hasNotes });
    }),
    cases(60),
  );
}, 120_000);

const LAWS = (["every", "first", "document"] as const).flatMap((scope) =>
  (["inline", "note"] as const).flatMap((style) =>
    (["after", "inside"] as const).map((quotations) => ({ scope, style, quotations })),
  ),
);

test.each([
  ["the names at home", [...names, ...typed, ...policies, ...languages], REGISTER],
  ["thirteen languages, both directions", ABROAD_CASES, ABROAD],
] as const)(
  "every line of the corpus of %s holds together at every length, under each policy in turn",
  (_, rows, json) => {
    const read = readRegister(json);
    if ("problems" in read) throw new Error(read.problems.join("\n"));
    const matcherFor = matchersOf(read.register);
    let cuts = 0;
    for (const [place, { text, language = "en", jurisdictions = ["ru"], day = "2018-02-16" }] of rows.entries()) {
      const law = LAWS[place % LAWS.length];
      const edition: Law = { policy: { ...policy, ...law, wording: {}, jurisdictions, language }, day };
      const line = text.slice(0, LONGEST_LINE);
      for (let longest = 1; longest <= line.length + 40; longest += longest < 50 ? 1 : 5) {
        expectCut(line, longest, { edition, matcher: matcherFor(language), hasNotes: place % 2 === 0 });
        cuts++;
      }
    }
    expect(cuts).toBeGreaterThan(10_000);
  },
  300_000,
);

const LONGEST_LINE = 400;

function expectCut(text: string, longest: number, told: Told) {
  const { edition, matcher, hasNotes } = told;
  const done = cutText(text, { matcher, policy: edition.policy, day: edition.day, longest, hasNotes });
  const print = words(done);
  const kept = keptOf(done);
  expect([print, print.length <= longest]).toEqual([print, true]);
  expect([text, kept, text.startsWith(kept)]).toEqual([text, kept, true]);
  if (!done.isCut) expect(kept).toBe(text);
  expectLabelled(text, kept, done, told);
  // No name of it is without its label for whoever reads it with the same register.
  if (done.notes.length === 0 && edition.policy.scope !== "document")
    expect([print, relabelled(print, matcher, edition)]).toEqual([print, []]);
}

test("a document of any length has for every name its label, for every marker its note and for every note its marker", () => {
  fc.assert(
    fc.property(
      fc
        .oneof(editions, stated)
        .chain((edition) => fc.record({ edition: fc.constant(edition), body: bodiesFor(edition) })),
      ({ edition, body }) => {
        const matcher = compile(edition.register, edition.language);
        const { policy, day } = edition;
        const whole = printPlain(body).text;
        const mentions = mentionsIn(body, knowingWords(matcher, policy));
        for (const longest of lengths(whole.length)) {
          const copy = cutDocument(body, { matcher, policy, day, longest });
          documentSchema.nodeFromJSON(copy).check();
          const bare = printPlain(withoutLabels(copy)).text;
          const kept = bare === whole ? whole : bare.replace(SIGNS, "");
          expect(whole.startsWith(kept)).toBe(true);
          const names = mentions.filter(({ start }) => start < kept.length);
          for (const { end, taken } of names) expect(Math.max(end, taken)).toBeLessThanOrEqual(kept.length);
          expectNotes(copy, kept, edition);
        }
      },
    ),
    cases(25),
  );
}, 300_000);

const SIGNS = /[\u202c\u2069]*…$/u;

function keptOf({ segments, isCut }: CutText): string {
  const bare = segments.flatMap(({ text, label }) => (label ? [] : [text])).join("");
  return isCut ? bare.replace(SIGNS, "") : bare;
}

/** From 1 up, the first ones each, then in steps. */
function lengths(most: number): readonly number[] {
  const all = Array.from({ length: most + 40 }, (_, at) => at + 1);
  return all.filter((one) => one <= 60 || one % 7 === 0);
}

type Law = Pick<Edition, "policy" | "day">;
type Told = { readonly edition: Law; readonly matcher: Matcher; readonly hasNotes: boolean };

/** Every name of the whole line that would be labelled there is left out whole, or has its words or a marker with its note. */
function expectLabelled(
  text: string,
  kept: string,
  { segments, notes }: CutText,
  { edition, matcher, hasNotes }: Told,
) {
  const { policy, day } = edition;
  const scope = policy.scope === "document" ? "first" : policy.scope;
  const line: EditionPolicy = { ...policy, scope, style: hasNotes && policy.style === "note" ? "note" : "inline" };
  const labels = placesOf(segments);
  const found = mentionsInText(text, knowingWords(matcher, policy));
  const markers = new Set(notes.map(({ marker }) => marker));
  for (const { start, end, taken, decision, wording, organisation } of decisionsOn(found, line, day)) {
    if (start >= kept.length) continue;
    expect(Math.max(end, taken)).toBeLessThanOrEqual(kept.length);
    if (decision !== "label") continue;
    const its = labels.find((one) => one.at >= start && one.organisations.includes(organisation ?? ""));
    expect([text, kept, its !== undefined]).toEqual([text, kept, true]);
    if (!its) continue;
    if (line.style === "note")
      expect(
        its.text
          .trim()
          .split(" ")
          .every((one) => markers.has(one)),
      ).toBe(true);
    else expect(its.text).toContain(wording);
  }
  const used = new Set(labels.flatMap(({ text }) => text.trim().split(" ")));
  for (const marker of markers) expect(used.has(marker)).toBe(true);
}

function placesOf(segments: CutText["segments"]) {
  let at = 0;
  return segments.flatMap(({ text, label }) => {
    if (label) return [{ at, text, organisations: label.organisations }];
    at += text.length;
    return [];
  });
}

function relabelled(print: string, matcher: Matcher, { policy, day }: Law): readonly string[] {
  const line: EditionPolicy = { ...policy, style: "inline" };
  return decisionsOn(mentionsInText(print, knowingWords(matcher, policy)), line, day).flatMap(({ decision, name }) =>
    decision === "label" ? [name] : [],
  );
}

/** A marker has one note: ours, or the one that somebody typed below with that marker, which is used on. */
function expectNotes(copy: DocumentJson, kept: string, { register, policy }: Edition) {
  const notes = new Set<string>();
  const markers = new Set<string>();
  const walk = (node: NodeJson) => {
    if (node.type === "note") notes.add(textAttr(node, "marker"));
    if (node.type === "label" && textAttr(node, "style") === "note") markers.add(textOf(node).trim());
    for (const child of node.content ?? []) walk(child);
  };
  for (const node of copy.content) walk(node);
  const wordings = register.organisations.flatMap(({ designations }) =>
    designations.flatMap(({ wording }) => Object.values(wording)),
  );
  const words = [...wordings, ...Object.values(policy.wording ?? {}), "banned in Russia", "запрещена в России"];
  const typed = [...markers].filter((one) => !notes.has(one));
  for (const marker of typed) {
    const lines = kept.split("\n").map((line) => line.trimStart());
    const its = lines.filter(
      (line) =>
        line.startsWith(marker) && line.charAt(marker.length) !== "*" && words.some((one) => line.includes(one)),
    );
    expect([kept, marker, its.length > 0]).toEqual([kept, marker, true]);
  }
  expect(markers).toEqual(notes.union(new Set(typed)));
  // In HTML every marker is a link to its note.
  const html = printHtml(copy);
  for (const [, id] of html.matchAll(/class="note-marker"[^>]* href="#([^"]+)"/g)) expect(html).toContain(`id="${id}"`);
}
