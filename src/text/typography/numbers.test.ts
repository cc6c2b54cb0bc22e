import { describe, expect, test } from "bun:test";
import { numberCases } from "#text/cases/typography/dates.ts";
import { numberInWords } from "./numbers.ts";

describe("numbers in words", () => {
  for (const { number, language, words } of numberCases) {
    test(`${number} is ${words} (${language})`, () => {
      expect(numberInWords(number, language)).toBe(words);
    });
  }
  for (const language of ["en", "ru", "ar"]) {
    test(`no two numbers to 99 have the same words (${language})`, () => {
      const words = Array.from({ length: 100 }, (_, number) => numberInWords(number, language));
      expect(new Set(words).size).toBe(100);
      expect(words.join("")).not.toMatch(/\d|undefined/);
    });
  }
});
