/** Events as other programs hand them on, whatever their format. */
import { dayAfter } from "#lib/days.ts";
import type { EventDate } from "./dates.ts";

export type TimelineEvent = {
  /** Stable within one timeline. */
  readonly id: string;
  readonly date: EventDate;
  readonly title: string;
  /** Plain text; empty when the title says all. */
  readonly words: string;
};

export type Timeline = { readonly title: string; readonly about: string; readonly events: readonly TimelineEvent[] };

/** A file that cannot be read, and entries of one that can which have no date or no words. */
export type ReadTimeline =
  | { readonly problem: "not-json" | "not-a-timeline" | "not-a-calendar" | "too-many" }
  | { readonly timeline: Timeline; readonly skipped: readonly { readonly entry: number; readonly why: SkippedWhy }[] };

export type SkippedWhy = "no-date" | "no-words";

/** More than this nobody reads, and no newsroom has written. */
export const MOST_EVENTS = 2_000;

/** From the first day on up to the last: as one date of the precision that says just that, else between the two. */
export function edtfOfDays(from: string, to: string): string {
  if (from === to) return from;
  const [year, month] = [from.slice(0, 4), from.slice(0, 7)];
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year;
  if (from === `${month}-01` && to.slice(0, 7) === month && dayAfter(to).endsWith("-01")) return month;
  return `${from}/${to}`;
}
