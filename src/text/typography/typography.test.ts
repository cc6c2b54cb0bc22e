import { describe, expect, test } from "bun:test";
import * as fc from "fast-check";
import { cases } from "#test/properties.ts";
import { typographyCases } from "#text/cases/typography/typography.ts";
import { withTypography } from "./typography.ts";

describe("printed signs", () => {
  for (const { rule, language, typed, printed } of typographyCases) {
    test(`${rule} (${language})`, () => {
      const spaced = printed.replaceAll("␣", "\u00a0").replaceAll("⸱", "\u202f");
      expect(withTypography(typed, language)).toBe(spaced);
      expect(withTypography(spaced, language)).toBe(spaced);
    });
  }
});

const languages = fc.constantFrom("en", "ru", "ar", "de", "fr", "pl");
const pieces = fc.oneof(
  fc.constantFrom(
    ..."\" ' - -- --- ... . , ? ! ; : « » “ ” ‘ ’ „ — – ( ) № § % г. км Mr. z. B. в на А. 5 2003 2010 2003-2010 word слово كلمة \n".split(
      " ",
    ),
    " ",
    "\u00a0",
  ),
  fc.string({ unit: "grapheme", maxLength: 3 }),
);
const texts = fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(""));

test("no letter and no figure changes, goes or comes", () => {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}\p{M}]/gu, "");
  fc.assert(
    fc.property(texts, languages, (text, language) => {
      expect(letters(withTypography(text, language))).toBe(letters(text));
    }),
    cases(1000),
  );
});

test("a text that was set once is set", () => {
  fc.assert(
    fc.property(texts, languages, (text, language) => {
      const once = withTypography(text, language);
      expect(withTypography(once, language)).toBe(once);
    }),
    cases(1000),
  );
});

test("a text of a hundred thousand signs is set in one go", () => {
  for (const sign of ['"', "'", " 'tis", "- ", "...", "«", "!", "в "]) {
    for (const language of ["en", "ru", "fr"]) {
      expect(withTypography(sign.repeat(100_000), language).length).toBeGreaterThan(0);
    }
  }
});
