/** Calendar days as `yyyy-mm-dd`, and the day it is somewhere. */
import { remembered } from "./remembered.ts";

/** The day it is at `at` in an IANA time zone. */
export function dayIn(timeZone: string, at: Date): string {
  // Most sites, and what a start prints first, ask for this one: the runtime's first format of a date takes 16 ms to make.
  return timeZone === "UTC" ? at.toISOString().slice(0, 10) : daysOf(timeZone).format(at);
}

// Making one costs a hundred times what using it does, and there are a few hundred time zones. The Swedish locale writes
// dates as ISO 8601 does.
const MOST_ZONES = 1_000;
const daysOf = inSwedish({ dateStyle: "short" });
const minutesOf = inSwedish({ dateStyle: "short", timeStyle: "short" });
const secondsOf = inSwedish({ dateStyle: "short", timeStyle: "medium" });

function inSwedish(parts: Intl.DateTimeFormatOptions): (timeZone: string) => Intl.DateTimeFormat {
  return remembered(MOST_ZONES, (timeZone) => new Intl.DateTimeFormat("sv-SE", { timeZone, ...parts }));
}

/** The day and the minute it is at `at` in an IANA time zone: `2026-03-02 14:05`. */
export function minuteIn(timeZone: string, at: Date): string {
  return timeZone === "UTC" ? at.toISOString().slice(0, 16).replace("T", " ") : minutesOf(timeZone).format(at);
}

/** The first instant of a day (`yyyy-mm-dd`) in an IANA time zone. */
export function startOfDay(timeZone: string, day: string): Date {
  const guess = new Date(`${day}T00:00:00Z`).getTime();
  // Twice, because the offset at the guess may differ from the offset at midnight when clocks change that day.
  const once = guess - offsetMs(timeZone, guess);
  return new Date(guess - offsetMs(timeZone, once));
}

/**
 * The instants at which clocks in an IANA time zone show a day and a minute (`2026-03-02 14:05`, or with the `T` a browser's
 * field sends): one, two in the hour that comes twice when clocks go back, none in the hour they jump over, for what is no time, and in the years 0 to 999 and 9999: slips of the
 * hand, at the ends of which a day is not written with four figures.
 */
export function instantsAt(timeZone: string, local: string): readonly Date[] {
  const shown = local.replace("T", " ");
  const guess = Date.parse(`${shown.replace(" ", "T")}Z`);
  if (!/^(?!0|9999)\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(shown) || Number.isNaN(guess)) return [];
  // The clocks change at most once between the day before and the day after.
  const offsets = new Set([offsetMs(timeZone, guess - DAY_MS), offsetMs(timeZone, guess + DAY_MS)]);
  return [...offsets]
    .map((offset) => new Date(guess - offset))
    .filter((at) => minuteIn(timeZone, at) === shown)
    .toSorted((one, other) => one.getTime() - other.getTime());
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether `yyyy-mm-dd` names a day that exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** The day after a day. */
export function dayAfter(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + 1);
  return at.toISOString().slice(0, 10);
}

function offsetMs(timeZone: string, ms: number): number {
  if (timeZone === "UTC") return 0;
  const parts = secondsOf(timeZone).format(new Date(ms));
  return new Date(`${parts.replace(" ", "T")}Z`).getTime() - Math.floor(ms / 1000) * 1000;
}
