/**
 * Where events stand in a picture of time. Across it is measured in hundredths of whatever width there is, so that the
 * picture can be drawn wider without being laid out again; down in rows, so that no words stand on others.
 */
import type { EventDate } from "#text/events/dates.ts";
import { printDay } from "#text/typography/dates.ts";
import type { TimePicture } from "./views/values.ts";

export type PlacedEvent = { readonly id: string; readonly title: string; readonly date: EventDate };

/** At this width the words of marks have room; a narrower picture shows their numbers alone. */
const WIDTH = 800;
const LETTER_WIDTH = 7;
const MARK_WIDTH = 24;
const GAP = 12;
const EDGE = 3; // hundredths kept free at both ends
const LONGEST_TITLE = 32;
const DAY_MS = 24 * 60 * 60 * 1000;

export function timePicture(events: readonly PlacedEvent[], language: string): TimePicture {
  const [first] = events;
  if (!first) return { rows: 0, ticks: [], marks: [] };
  const begins = Math.min(...events.map(({ date }) => msOf(date.from)));
  const ends = Math.max(...events.map(({ date }) => msOf(date.to) + DAY_MS));
  // A single day is drawn with some time round it.
  const room = Math.max(ends - begins, 28 * DAY_MS);
  const across = (ms: number) => EDGE + ((ms - begins) / room) * (100 - 2 * EDGE);

  const taken: number[][] = [];
  const marks = events.map(({ id, title, date }, at) => {
    const from = across(msOf(date.from));
    const to = Math.max(from, across(msOf(date.to)));
    const short = shortened(title);
    const words = short.length * LETTER_WIDTH + GAP;
    const end = px(to) + MARK_WIDTH / 2;
    const isBefore = end + words > WIDTH && px(from) - MARK_WIDTH / 2 - words > 0;
    const span: [number, number] = isBefore
      ? [px(from) - MARK_WIDTH / 2 - words, end + GAP]
      : [px(from) - MARK_WIDTH / 2, end + words];
    const row = freeRow(taken, span);
    return {
      number: at + 1,
      id,
      title: short,
      from: rounded(from),
      to: rounded(to),
      row,
      isBefore,
      isVague: date.precision === "about" || date.precision === "between",
    };
  });
  return { rows: taken.length, ticks: ticksOf(begins, begins + room, across, language), marks };
}

function px(hundredths: number): number {
  return (hundredths / 100) * WIDTH;
}

function freeRow(taken: number[][], [from, to]: readonly [number, number]): number {
  const row = taken.findIndex((spans) => {
    for (let at = 0; at < spans.length; at += 2) if (from < (spans[at + 1] ?? 0) && to > (spans[at] ?? 0)) return false;
    return true;
  });
  const found = row === -1 ? taken.push([]) - 1 : row;
  taken[found]?.push(from, to);
  return found;
}

function shortened(title: string): string {
  if (title.length <= LONGEST_TITLE) return title;
  const space = title.lastIndexOf(" ", LONGEST_TITLE);
  // A letter of two units is not cut in two.
  return `${title.slice(0, space > LONGEST_TITLE / 2 ? space : LONGEST_TITLE).replace(/[\ud800-\udbff]$/, "")}…`;
}

/** Months between ticks; the first that gives few enough is taken. */
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 2_400, 6_000, 12_000] as const;
const MOST_TICKS = 8;

function ticksOf(begins: number, ends: number, across: (ms: number) => number, language: string): TimePicture["ticks"] {
  const first = monthOf(begins);
  const last = monthOf(ends);
  const step = STEPS.find((months) => (last - first) / months <= MOST_TICKS) ?? STEPS[STEPS.length - 1] ?? 1;
  const ticks: { at: number; text: string }[] = [];
  for (let month = Math.ceil(first / step) * step; month <= last; month += step) {
    const at = across(startOfMonth(month));
    const year = String(Math.floor(month / 12)).padStart(4, "0");
    if (at < 0 || at > 100) continue;
    const text =
      step % 12 === 0
        ? String(Number(year))
        : printDay(`${year}-${String((month % 12) + 1).padStart(2, "0")}`, language, "short");
    ticks.push({ at: rounded(at), text });
  }
  return ticks;
}

function monthOf(ms: number): number {
  const at = new Date(ms);
  return at.getUTCFullYear() * 12 + at.getUTCMonth();
}

function startOfMonth(month: number): number {
  const at = new Date(0);
  at.setUTCFullYear(Math.floor(month / 12), month % 12, 1);
  return at.getTime();
}

function msOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function rounded(hundredths: number): number {
  return Math.round(hundredths * 100) / 100;
}
