/**
 * TimelineJS's JSON (Knight Lab): `events`, each with `start_date`, perhaps `end_date`, and `text`. What it has no field
 * for, a date that is only about right, is said in `display_date`, and exactly in `edtf`, which TimelineJS leaves alone.
 */
import { z } from "zod";
import { readHtml } from "../document/html.ts";
import { printPlain } from "../document/plain.ts";
import { printEventDate } from "../typography/event-dates.ts";
import { type EventDate, eventDate } from "./dates.ts";
import { MOST_EVENTS, type ReadTimeline, type Timeline, type TimelineEvent } from "./exchange.ts";

/** In the language the dates are said in; `linkOf` gives an event its whole address. */
export function printTimelineJs(
  { title, about, events }: Timeline,
  { language }: { readonly language: string },
): Readonly<Record<string, unknown>> {
  return {
    title: { text: { headline: escaped(title), text: escaped(about) } },
    events: events.map(({ id, date, title, words }) => ({
      unique_id: id,
      start_date: partsOf(firstOf(date)),
      ...(date.precision !== "day" &&
        date.precision !== "month" &&
        date.precision !== "year" && {
          end_date: partsOf(date.precision === "about" ? firstOf(date) : date.to),
          display_date: printEventDate(date, language),
        }),
      text: { headline: escaped(title), text: escaped(words) },
      edtf: date.edtf,
    })),
  };
}

function firstOf({ precision, edtf, from }: EventDate): string {
  switch (precision) {
    case "about":
      return edtf.slice(0, -1);
    case "season":
    case "between":
      return from;
    default:
      return edtf;
  }
}

function partsOf(date: string) {
  const [year, month, day] = date.split("-").map(Number);
  return { year, ...(month !== undefined && { month }), ...(day !== undefined && { day }) };
}

/** TimelineJS reads its words as HTML. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\n", "<br>");
}

// What is of no use in one entry is as if it were not there: it must not cost all the others.
const figure = z.union([z.number(), z.string()]).nullish().catch(null);
const day = z.object({ year: figure, month: figure, day: figure }).nullish().catch(null);
const said = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(null);
const words = z.object({ headline: said, text: said }).nullish().catch(null);
const file = z.object({
  title: z.object({ text: words }).nullish().catch(null),
  events: z.array(
    z.object({ unique_id: said, start_date: day, end_date: day, text: words, edtf: said }).catch({
      unique_id: null,
      start_date: null,
      end_date: null,
      text: null,
      edtf: null,
    }),
  ),
});

export function readTimelineJs(text: string): ReadTimeline {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { problem: "not-json" };
  }
  const read = file.safeParse(json);
  if (!read.success) return { problem: "not-a-timeline" };
  if (read.data.events.length > MOST_EVENTS) return { problem: "too-many" };
  const skipped: { entry: number; why: "no-date" | "no-words" }[] = [];
  const events = read.data.events.flatMap((entry, at): TimelineEvent[] => {
    const date = eventDate(entry.edtf ?? "") ?? eventDate(edtfOf(entry.start_date, entry.end_date));
    const headline = plain(entry.text?.headline);
    const rest = plain(entry.text?.text);
    const [title, more] = headline === "" ? [rest, ""] : [headline, rest];
    if (date && title !== "") return [{ id: entry.unique_id ?? String(at + 1), date, title, words: more }];
    skipped.push({ entry: at + 1, why: date ? "no-words" : "no-date" });
    return [];
  });
  const title = read.data.title?.text;
  return { timeline: { title: plain(title?.headline), about: plain(title?.text), events }, skipped };
}

type Day = z.infer<typeof day>;

function edtfOf(start: Day, end: Day): string {
  const [from, to] = [dateOf(start), dateOf(end)];
  return to === "" || to === from ? from : `${from}/${to}`;
}

function dateOf(day: Day): string {
  const number = (figure: string | number | null | undefined) =>
    figure === "" ? Number.NaN : Number(figure ?? Number.NaN);
  const parts: string[] = [];
  for (const [part, digits] of [
    [number(day?.year), 4],
    [number(day?.month), 2],
    [number(day?.day), 2],
  ] as const) {
    if (!Number.isInteger(part)) break;
    parts.push(String(part).padStart(digits, "0"));
  }
  return parts.join("-");
}

function plain(html: string | null | undefined): string {
  return html ? printPlain(readHtml(html).document).text.trim() : "";
}
