/** Times of an edition, as forms send and pages print them. */
import type { Edition } from "#agency/editions/editions.ts";
import { instantsAt, isDay, minuteIn } from "#lib/days.ts";
import type { Form } from "#lib/form.ts";
import { printInstant } from "#text/typography/dates.ts";
import type { Option } from "../views/fields.tsx";
import type { DeskWords } from "../words/words.ts";

/** What a field held: an instant or nothing, or why it is neither and, where clocks show it twice, which there are. */
export type ReadTime =
  | { readonly at: Date | null }
  | { readonly typed: string; readonly problem: string; readonly which?: readonly Option[] };

/** The time a field sent, as the edition's clocks show it. */
export function timeFrom(form: Form, name: string, { timeZone }: Edition, words: DeskWords): ReadTime {
  const typed = form.text(name);
  if (typed === "") return { at: null };
  const [first, second] = instantsAt(timeZone, typed);
  if (!first) return { typed, problem: problemWith(typed, timeZone, words) };
  if (!second) return { at: first };
  const which = form.text(whichOf(name));
  if (which === "first" || which === "second") return { at: which === "first" ? first : second };
  const options = [
    { value: "first", text: offsetShown(first, timeZone, words) },
    { value: "second", text: offsetShown(second, timeZone, words) },
  ];
  return { typed, problem: words.flow.details.twice, which: options };
}

/** The field that says which of two equal minutes is meant. */
export function whichOf(name: string): string {
  return `${name}-which`;
}

/** As the edition's clocks show it, in the words of the reader: "2 March 2026, 14:05". */
export function shownAt(at: Date, { timeZone }: Pick<Edition, "timeZone">, words: DeskWords): string {
  return printInstant(at, timeZone, words.language);
}

/** As a field of a form holds it. */
export function fieldTime(at: Date | null, { timeZone }: Edition): string {
  return at === null ? "" : minuteIn(timeZone, at).replace(" ", "T");
}

function problemWith(typed: string, timeZone: string, { flow }: DeskWords): string {
  const [day = "", minute = ""] = typed.split("T");
  // A year a browser's field took while it was being typed.
  if (day < "1000" || day > "9999") return flow.details.noTime;
  if (!isDay(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(minute)) return flow.details.noTime;
  return flow.details.noSuchTime(nextMinute(typed, timeZone));
}

const MINUTE_MS = 60_000;
// Clocks jump by an hour nearly everywhere, and by less than a day anywhere.
const LONGEST_JUMP_MINUTES = 24 * 60;

function nextMinute(typed: string, timeZone: string): string {
  const start = Date.parse(`${typed}:00Z`);
  for (let minutes = 1; minutes <= LONGEST_JUMP_MINUTES; minutes++) {
    const local = new Date(start + minutes * MINUTE_MS).toISOString().slice(0, 16);
    if (instantsAt(timeZone, local).length > 0) return local.replace("T", " ");
  }
  return typed;
}

function offsetShown(at: Date, timeZone: string, { language }: DeskWords): string {
  return new Intl.DateTimeFormat(language, {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "longOffset",
    numberingSystem: "latn",
  }).format(at);
}
