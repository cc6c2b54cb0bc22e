import { expect, test } from "bun:test";
import * as fc from "fast-check";
import "#test/properties.ts";
import { anchorCases } from "../cases/diff/anchors.ts";
import { documentsCases } from "../cases/diff/documents.ts";
import { wordsCases } from "../cases/diff/words.ts";
import { type DocumentJson, readDocument } from "../document/schema.ts";
import { placeOf } from "./anchor.ts";
import { documentDifference, linesOf } from "./documents.ts";
import { likeness, type Stretch, wordDifference } from "./words.ts";

for (const { rule, language, before, after, shown } of wordsCases) {
  test(`words: ${rule}`, () => {
    expect(printed(wordDifference(before, after, language))).toBe(shown);
  });
}

for (const { rule, language, before, after, shown } of documentsCases) {
  test(`documents: ${rule}`, () => {
    const lines = documentDifference(document(before), document(after), language);
    expect(lines.map(({ kind, part, stretches }) => `${kind} ${part} ${plain(kind, stretches)}`)).toEqual([...shown]);
  });
}

for (const { rule, language, words, place, paragraphs, found } of anchorCases) {
  test(`anchors: ${rule}`, () => {
    expect(placeOf(words, place, paragraphs, language) ?? null).toBe(found);
  });
}

const text = fc
  .array(
    fc.constantFrom(
      "ferry",
      "strike",
      "the",
      "в",
      "порту",
      "судно",
      "ميناء",
      "السفينة",
      " ",
      " ",
      ". ",
      "\n",
      "“",
      "1,5",
    ),
  )
  .map((all) => all.join(""));

test("what stayed and went is the text before, what stayed and came the text after", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const difference = wordDifference(before, after, "ru");
      expect(sideOf(difference, "removed")).toBe(before);
      expect(sideOf(difference, "added")).toBe(after);
    }),
  );
});

test("texts of any characters are put together again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (before, after) => {
      const difference = wordDifference(before, after);
      expect([sideOf(difference, "removed"), sideOf(difference, "added")]).toEqual([before, after]);
    }),
  );
});

test("neighbouring stretches are of different kinds, and none is empty", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const difference = wordDifference(before, after);
      expect(difference.filter((one) => one.text === "")).toEqual([]);
      expect(difference.filter((one, at) => at > 0 && difference[at - 1]?.kind === one.kind)).toEqual([]);
    }),
  );
});

test("a text is wholly like itself, and as like another as that is like it", () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(likeness(one, one)).toBe(1);
      expect(likeness(one, other)).toBe(likeness(other, one));
      expect(likeness(one, other)).toBeWithin(0, 1.0001);
    }),
  );
});

const bodies = fc.array(text, { minLength: 1, maxLength: 8 }).map((all) => document(all.map(paragraphOf)));

test("the lines of both bodies come back out of their difference", () => {
  fc.assert(
    fc.property(bodies, bodies, (before, after) => {
      const lines = documentDifference(before, after);
      const side = (without: "removed" | "added", of: "removed" | "added") =>
        lines.flatMap(({ kind, stretches }) => (kind === without ? [] : [sideOf(stretches, of)]));
      expect(side("added", "removed")).toEqual(linesOf(before).map((line) => line.text));
      expect(side("removed", "added")).toEqual(linesOf(after).map((line) => line.text));
    }),
  );
});

test("two long texts without a word in common, or with one word only, end", () => {
  const long = (word: string) => Array.from({ length: 20_000 }, (_, at) => `${word}${at % 7}`).join(" ");
  expect(sideOf(wordDifference(long("a"), long("b")), "added")).toBe(long("b"));
  expect(sideOf(wordDifference("na ".repeat(20_000), "na ".repeat(19_000)), "added")).toBe("na ".repeat(19_000));
});

function sideOf(difference: readonly Stretch[], side: "removed" | "added"): string {
  return difference.flatMap(({ kind, text }) => (kind === "same" || kind === side ? [text] : [])).join("");
}

function printed(difference: readonly Stretch[]): string {
  const signs = { same: ["", ""], removed: ["[-", "-]"], added: ["{+", "+}"] } as const;
  return difference.map(({ kind, text }) => signs[kind].join(text)).join("");
}

function plain(kind: string, stretches: readonly Stretch[]): string {
  return kind === "changed" ? printed(stretches) : stretches.map(({ text }) => text).join("");
}

function document(content: DocumentJson["content"]): DocumentJson {
  return readDocument({ type: "doc", content });
}

function paragraphOf(text: string): DocumentJson["content"][number] {
  return text === "" ? { type: "paragraph" } : { type: "paragraph", content: [{ type: "text", text }] };
}
