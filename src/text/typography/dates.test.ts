import { describe, expect, test } from "bun:test";
import { dayIn, minuteIn, startOfDay } from "#lib/days.ts";
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

test("what stands here for some languages is what the runtime's own tables say", () => {
  for (const language of ["en-GB", "ru", "ar"]) {
    const tables = new Intl.DateTimeFormat(language, {
      dateStyle: "long",
      timeZone: "UTC",
      numberingSystem: "latn",
      calendar: "gregory",
    });
    for (let month = 1; month <= 12; month++) {
      const day = `2018-${String(month).padStart(2, "0")}-05`;
      const told = tables.format(new Date(`${day}T00:00:00Z`)).replace(/[\u00a0\u202f]/g, " ");
      expect(printDay(day, language)).toBe(told.replace(/ г\.$/, " года"));
    }
  }
});

test("the day and the minute in UTC are told like those of a place that keeps its time", () => {
  for (const at of ["2026-03-01T00:00:00.000Z", "2026-12-31T23:59:59.999Z", "1066-10-14T09:05:00.000Z"].map(
    (at) => new Date(at),
  )) {
    expect(dayIn("UTC", at)).toBe(dayIn("Etc/GMT", at));
    expect(minuteIn("UTC", at)).toBe(minuteIn("Etc/GMT", at));
    expect(startOfDay("UTC", dayIn("UTC", at))).toEqual(startOfDay("Etc/GMT", dayIn("Etc/GMT", at)));
  }
});
