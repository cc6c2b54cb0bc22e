import { describe, expect, test } from "bun:test";
import * as fc from "fast-check";
import { cases } from "#test/properties.ts";
import { quoteCases } from "#text/cases/quotes/quotes.ts";
import { checkQuotation, quotedSource, type Stretch, type Verdict } from "./quotes.ts";

const of = (difference: readonly Stretch[], kind: Stretch["kind"]) =>
  difference.flatMap((one) => (one.kind === kind ? [one.text] : [])).join("|");

for (const { language, page, cases } of quoteCases) {
  describe(`quotations (${language})`, () => {
    for (const { rule, source = page, from = language, quotation, original, verdict, ...more } of cases) {
      test(rule, () => {
        const quoted = { words: quotation, language, ...(original !== undefined && { original }) };
        const found = checkQuotation(quoted, quotedSource(source, from));
        expect([found.verdict, found]).toEqual([verdict, found]);
        if (found.verdict === "altered") {
          if (more.removed !== undefined) expect(of(found.difference, "removed")).toBe(more.removed);
          if (more.added !== undefined) expect(of(found.difference, "added")).toBe(more.added);
          expect(of(found.difference, "removed") + of(found.difference, "added")).not.toBe("");
        }
        if (more.leftOut !== undefined) expect(found).toMatchObject({ leftOut: more.leftOut });
        if (more.passage !== undefined) expect(passageOf(found)).toBe(more.passage);
        if (more.likely !== undefined) expect(found).toMatchObject({ likely: [more.likely] });
      });
    }
  });
}

function passageOf(verdict: Verdict): string | undefined {
  return "passage" in verdict ? verdict.passage : verdict.verdict === "translated" ? verdict.original : undefined;
}

test("the corpus has at least 120 rows in five languages, and each of the five verdicts in every one", () => {
  expect(quoteCases.flatMap((one) => one.cases).length).toBeGreaterThanOrEqual(120);
  for (const { cases: rows } of quoteCases) expect(new Set(rows.map(({ verdict }) => verdict)).size).toBe(5);
  const rules = quoteCases.flatMap((one) => one.cases.map(({ rule }) => rule));
  expect(new Set(rules).size).toBe(rules.length);
});

const word = fc.stringMatching(/^[a-zа-яéüا-غف-ي]{2,9}$/);
const texts = fc.uniqueArray(word, { minLength: 14, maxLength: 60 });
const signs = fc.constantFrom(" ", ", ", ". ", " — ", "; ", "\n", " “", "” ", "\n\n");
const written = fc.tuple(texts, fc.array(signs, { minLength: 60, maxLength: 60 }), fc.nat(), fc.nat());

function cut([words, between, from, length]: readonly [string[], string[], number, number]) {
  const start = from % (words.length - 8);
  const end = Math.min(words.length, start + 6 + (length % 20));
  const write = (some: readonly string[], offset: number) =>
    some.map((one, at) => (at === 0 ? one : `${between[(at + offset) % between.length]}${one}`)).join("");
  return {
    source: write(words, 0),
    words: words.slice(start, end),
    quote: (some: readonly string[]) => `“${write(some, start)}”`,
  };
}

const verdictOn = (words: string, source: string) =>
  checkQuotation({ words, language: "en" }, quotedSource(source, "en"));

test("a quotation cut from the source is the same, whatever stands between its words", () => {
  fc.assert(
    fc.property(written, (given) => {
      const { source, words, quote } = cut(given);
      expect(verdictOn(quote(words), source).verdict).toBe("same");
      expect(verdictOn(words.join(" "), source).verdict).toBe("same");
    }),
    cases(300),
  );
});

test("a quotation with one word changed, added or left out is altered, and the difference names it", () => {
  fc.assert(
    fc.property(written, fc.nat(), fc.constantFrom("changed", "added", "left out"), (given, place, how) => {
      const { source, words } = cut(given);
      const at = 1 + (place % (words.length - 2));
      const changed = how === "left out" ? [] : how === "added" ? ["qqqq", words[at] ?? ""] : ["qqqq"];
      const found = verdictOn(words.toSpliced(at, 1, ...changed).join(" "), source);
      expect(found.verdict).toBe("altered");
      if (found.verdict !== "altered") return;
      if (how !== "left out") expect(of(found.difference, "added")).toContain("qqqq");
      if (how !== "added") expect(of(found.difference, "removed")).toContain(words[at] ?? "");
    }),
    cases(300),
  );
});

test("words left out and said so are shortened, by as many words", () => {
  fc.assert(
    fc.property(written, fc.nat(), (given, place) => {
      const { source, words } = cut(given);
      const at = 1 + (place % (words.length - 2));
      expect(verdictOn(`${words.slice(0, at).join(" ")} … ${words.slice(at + 1).join(" ")}`, source)).toMatchObject({
        verdict: "shortened",
        leftOut: 1,
      });
    }),
    cases(300),
  );
});

test("no quotation and no source break it, and a quotation is the same as itself", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      "[",
      "]",
      "…",
      "...",
      "(",
      ")",
      "-\n",
      "\n\n",
      "’",
      "«",
      "5",
      ",",
      ".",
      "%",
      "word",
      "слово",
      "كلمة",
      "漢字",
    ),
    fc.string({ unit: "grapheme", maxLength: 4 }),
  );
  const any = fc.array(piece, { maxLength: 24 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(any, any, (one, other) => {
      expect(verdictOn(one, other).verdict).toBeString();
      if (
        /[\p{L}\p{N}]/u.test(one.replaceAll(/\[[^\]]*\]|[.…()<>]/g, "")) &&
        !/[[\]().…<>]|\p{M}|[²³¹⁰-⁹₀-₉]/u.test(one)
      )
        expect([one, verdictOn(one, one).verdict]).toEqual([one, "same"]);
    }),
    cases(1000),
  );
});

test("a megabyte of source is read once and asked many times in a moment", () => {
  const sentence = "The quick brown fox said that it is what it was in the house of cards, and the dog agreed. ";
  const page = `${sentence.repeat(11_600)}We went home in the rain and nobody sang. ${"a".repeat(20_000)}`;
  expect(page.length).toBeGreaterThan(1_000_000);
  const begun = performance.now();
  const source = quotedSource(page, "en");
  const ask = (words: string) => checkQuotation({ words, language: "en" }, source).verdict;
  expect(ask("We went home in the rain and nobody sang")).toBe("same");
  expect(ask("We went home in the rain and nobody danced")).toBe("altered");
  expect(ask("the dog agreed … nobody sang")).toBe("shortened");
  expect(ask("the fox … the dog … sunflowers")).toBe("not-found");
  expect(ask(`${"the fox … ".repeat(40)}sunflowers`)).not.toBe("same");
  expect(ask("a".repeat(10_000))).toBe("not-found");
  expect(ask("it is what it was what it is the of and in the it".repeat(20))).not.toBe("same");
  // Far above what it takes, far below what anything worse than a few passes over the text would.
  expect(performance.now() - begun).toBeLessThan(15_000);
});
