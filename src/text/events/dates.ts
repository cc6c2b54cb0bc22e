/**
 * When something happened, as exactly as it is known: a day, a month, a season, a year, about then, or between two of
 * them. Written as Extended Date/Time Format, level 1 (ISO 8601-2:2019): `2018-02-15`, `2018-02`, `2018-22`, `2018`,
 * `2018~`, `2018-02/2019`.
 */
import { isDay } from "#lib/days.ts";

export type Precision = "day" | "month" | "season" | "year" | "about" | "between";

export const PRECISIONS: readonly Precision[] = ["day", "month", "season", "year", "about", "between"];

export type EventDate = {
  /** EDTF, level 1. */
  readonly edtf: string;
  readonly precision: Precision;
  /** First and last day (`yyyy-mm-dd`) it may have been; about a time stands for that time itself. */
  readonly from: string;
  readonly to: string;
};

export const SEASONS = ["spring", "summer", "autumn", "winter"] as const;
export type Season = (typeof SEASONS)[number];

// EDTF numbers the seasons without a hemisphere from 21 to 24; spring begins in March, as newsrooms of the north use the word.
const FIRST_SEASON = 21;
const MONTHS_OF_SEASON: Readonly<Record<Season, readonly [first: number, last: number]>> = {
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  winter: [12, 14],
};

const SINGLE = /^(?!0000)\d{4}(?:-\d\d(?:-\d\d)?)?$/;

/** A date as EDTF writes it; nothing for what is none, a day that does not exist, or an interval that ends before it begins. */
export function eventDate(edtf: string): EventDate | undefined {
  const text = edtf.trim();
  const [first = "", last, ...more] = text.split("/");
  if (last !== undefined) return more.length === 0 ? between(text, eventDate(first), eventDate(last)) : undefined;
  if (text.endsWith("~")) {
    const known = single(text.slice(0, -1));
    return known && { ...known, edtf: text, precision: "about" };
  }
  return single(text);
}

function between(edtf: string, first: EventDate | undefined, last: EventDate | undefined): EventDate | undefined {
  if (!first || !last || !isSimple(first) || !isSimple(last) || last.to < first.from) return undefined;
  return { edtf, precision: "between", from: first.from, to: last.to };
}

function isSimple({ precision }: EventDate): boolean {
  return precision === "day" || precision === "month" || precision === "year";
}

function single(text: string): EventDate | undefined {
  if (!SINGLE.test(text)) return undefined;
  const [year = "", month, day] = text.split("-");
  if (day !== undefined) return isDay(text) ? { edtf: text, precision: "day", from: text, to: text } : undefined;
  if (month === undefined) return { edtf: text, precision: "year", from: `${year}-01-01`, to: `${year}-12-31` };
  const season = SEASONS[Number(month) - FIRST_SEASON];
  if (season) {
    const [first, last] = MONTHS_OF_SEASON[season];
    return { edtf: text, precision: "season", from: firstDay(year, first), to: lastDay(year, last) };
  }
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  return { edtf: text, precision: "month", from: `${text}-01`, to: lastDay(year, Number(month)) };
}

/** The season of a date that is one. */
export function seasonOf({ edtf, precision }: EventDate): Season | undefined {
  return precision === "season" ? SEASONS[Number(edtf.slice(5)) - FIRST_SEASON] : undefined;
}

/** `2018`, `summer` → `2018-22` */
export function seasonDate(year: string, season: Season): string {
  return `${year}-${FIRST_SEASON + SEASONS.indexOf(season)}`;
}

/** Whether two dates may speak of one day. */
export function mayBeOne(one: Pick<EventDate, "from" | "to">, other: Pick<EventDate, "from" | "to">): boolean {
  return one.from <= other.to && other.from <= one.to;
}

function firstDay(year: string, month: number): string {
  return `${year}-${String(month).padStart(2, "0")}-01`;
}

/** `month` may run on into the next year: 14 is its February. */
function lastDay(year: string, month: number): string {
  const at = new Date(0);
  at.setUTCFullYear(Number(year), month, 0);
  const day = at.toISOString();
  // The last winter that four figures can write ends in a year that takes five.
  return day.startsWith("+") ? `${year}-12-31` : day.slice(0, 10);
}
