import { expect, test } from "bun:test";
import fc from "fast-check";
import { printEventDate } from "../typography/event-dates.ts";
import { eventDate, mayBeOne, SEASONS, seasonDate } from "./dates.ts";

test("a date is as exact as it is written", () => {
  const read = (edtf: string) => {
    const date = eventDate(edtf);
    return date && [date.precision, date.from, date.to];
  };
  expect(read("2018-02-15")).toEqual(["day", "2018-02-15", "2018-02-15"]);
  expect(read("2016-02")).toEqual(["month", "2016-02-01", "2016-02-29"]);
  expect(read("2018-22")).toEqual(["season", "2018-06-01", "2018-08-31"]);
  expect(read("2015-24")).toEqual(["season", "2015-12-01", "2016-02-29"]);
  // The last winter of four figures, and the first there is.
  expect(read("9999-24")).toEqual(["season", "9999-12-01", "9999-12-31"]);
  expect(read("0001-24")).toEqual(["season", "0001-12-01", "0002-02-28"]);
  expect(read("2003")).toEqual(["year", "2003-01-01", "2003-12-31"]);
  expect(read("2003~")).toEqual(["about", "2003-01-01", "2003-12-31"]);
  expect(read("2003-05/2011")).toEqual(["between", "2003-05-01", "2011-12-31"]);
});

test("what is no date, or ends before it begins, is refused", () => {
  for (const text of [
    "",
    "yesterday",
    "2018-02-30",
    "2018-13",
    "2018-25",
    "0000",
    "18",
    "2011/2003",
    "2003/2004/2005",
    "2003~/2005",
    "2018-22~",
    "2018-22/2019",
    "/2003",
    "2003/",
    "2018-2",
    "+2018",
  ])
    expect([text, eventDate(text)?.edtf]).toEqual([text, text === "2018-22~" ? text : undefined]);
});

test("in words of the language", () => {
  const said = (edtf: string, language: string) => {
    const date = eventDate(edtf);
    return date && printEventDate(date, language);
  };
  expect(said("2018-22", "en")).toBe("summer 2018");
  expect(said("2003~", "en")).toBe("about 2003");
  expect(said("2003-05/2011", "en")).toBe("between May 2003 and 2011");
  expect(said("2018-02-15", "ru")).toBe("15 февраля 2018 года");
  expect(said("2018-21", "ru")).toBe("весна 2018 года");
  expect(said("2003~", "ar")).toBe("نحو 2003");
  expect(said("2018-22", "tr")).toBe("Haziran 2018 – Ağustos 2018");
});

test("two dates may be one when a day could be both", () => {
  const dates = (one: string, other: string) => {
    const [first, second] = [eventDate(one), eventDate(other)];
    return first && second && mayBeOne(first, second);
  };
  expect(dates("2003", "2003-05-01")).toBe(true);
  expect(dates("2003-05", "2003-06")).toBe(false);
});

test("property: what is read begins no later than it ends, and reads the same again", () => {
  const year = fc.integer({ min: 1, max: 9999 }).map((n) => String(n).padStart(4, "0"));
  const month = fc.integer({ min: 1, max: 12 }).map((n) => String(n).padStart(2, "0"));
  const plain = fc.oneof(
    year,
    fc.tuple(year, month).map((parts) => parts.join("-")),
    fc.tuple(year, month, month).map((parts) => parts.join("-")),
  );
  const any = fc.oneof(
    plain,
    plain.map((date) => `${date}~`),
    fc.tuple(plain, plain).map((both) => both.sort().join("/")),
    fc.tuple(year, fc.constantFrom(...SEASONS)).map(([in_, season]) => seasonDate(in_, season)),
  );
  fc.assert(
    fc.property(any, (edtf) => {
      const date = eventDate(edtf);
      if (!date) return;
      expect(date.from <= date.to).toBe(true);
      expect(eventDate(date.edtf)).toEqual(date);
      expect(printEventDate(date, "en")).not.toBe("");
    }),
  );
});
