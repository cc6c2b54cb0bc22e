import { describe, expect, test } from "bun:test";
import { datelineCases, dayCases, instantCases } from "#text/cases/typography/dates.ts";
import { printDateline, printDay, printInstant } from "./dates.ts";

describe("days in words", () => {
  for (const { rule, language, day, style, printed } of dayCases) {
    test(`${rule} (${language})`, () => {
      expect(printDay(day, language, style)).toBe(printed);
    });
  }
});

describe("datelines", () => {
  for (const { rule, language, style, place = "Brussels", printed } of datelineCases) {
    test(`${rule} (${language}, ${style})`, () => {
      expect(printDateline({ place, date: "2018-02-16" }, language, style)).toBe(printed);
    });
  }
});

describe("instants in words", () => {
  for (const { rule, language, timeZone, at, printed } of instantCases) {
    test(`${rule} (${language})`, () => {
      expect(printInstant(new Date(at), timeZone, language)).toBe(printed);
    });
  }
});
