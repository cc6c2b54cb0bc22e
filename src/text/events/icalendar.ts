/** iCalendar (RFC 5545): events as days of a calendar. How exactly a date is known stands in `X-DATELINE-DATE`, as EDTF. */
import { dayAfter, isDay } from "#lib/days.ts";
import { eventDate } from "./dates.ts";
import {
  edtfOfDays,
  MOST_EVENTS,
  type ReadTimeline,
  type SkippedWhy,
  type Timeline,
  type TimelineEvent,
} from "./exchange.ts";

/**
 * A calendar of whole days. `host` makes the events' names worldwide, `url` is where they can be read, `stamp` when they were
 * last changed.
 */
export function printCalendar(
  { title, about, events }: Timeline,
  { host, url, stamp }: { readonly host: string; readonly url: string; readonly stamp: Date },
): string {
  const stamped = `${stamp.toISOString().replaceAll(/[-:]|\.\d+/g, "")}`;
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Dateline//Timeline//EN",
    "CALSCALE:GREGORIAN",
    `NAME:${escaped(title)}`,
    `X-WR-CALNAME:${escaped(title)}`,
    ...(about === "" ? [] : [`DESCRIPTION:${escaped(about)}`]),
    ...events.flatMap(({ id, date, title, words }) => [
      "BEGIN:VEVENT",
      `UID:${id}@${host}`,
      `DTSTAMP:${stamped}`,
      `DTSTART;VALUE=DATE:${date.from.replaceAll("-", "")}`,
      ...(date.to === date.from ? [] : [`DTEND;VALUE=DATE:${dayAfter(date.to).replaceAll("-", "")}`]),
      `SUMMARY:${escaped(title)}`,
      ...(words === "" ? [] : [`DESCRIPTION:${escaped(words)}`]),
      `URL:${url}`,
      "TRANSP:TRANSPARENT",
      `X-DATELINE-DATE:${date.edtf}`,
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
    "",
  ]
    .map(folded)
    .join("\r\n");
}

/** RFC 5545 §3.3.11 */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r\n|\r|\n/g, "\\n");
}

const LONGEST_LINE_BYTES = 75;

/** RFC 5545 §3.1: a line goes on after CR LF and a space; never inside a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > LONGEST_LINE_BYTES) {
      parts.push(part);
      part = " ";
      bytes = 1;
    }
    part += character;
    bytes += size;
  }
  return [...parts, part].join("\r\n");
}

export function readCalendar(text: string): ReadTimeline {
  const lines = text.replaceAll(/\r?\n[ \t]/g, "").split(/\r?\n/);
  if (!/^\uFEFF?BEGIN:VCALENDAR\s*$/i.test(lines.find((line) => line.trim() !== "") ?? ""))
    return { problem: "not-a-calendar" };
  const events: TimelineEvent[] = [];
  const skipped: { entry: number; why: SkippedWhy }[] = [];
  let name = "";
  let entry: Map<string, string> | undefined;
  let count = 0;
  // An alarm inside an event has a description of its own.
  let inner = 0;
  for (const line of lines) {
    const [, property = "", value = ""] = /^([^:;]+)(?:;(?:"[^"]*"|[^":])*)?:(.*)$/.exec(line) ?? [];
    const key = property.toUpperCase();
    const isEvent = value.trim().toUpperCase() === "VEVENT";
    if (key === "BEGIN" && isEvent) entry = new Map();
    else if (key === "BEGIN" && entry) inner += 1;
    else if (key === "END" && entry && inner > 0) inner -= 1;
    else if (key === "END" && isEvent && entry) {
      if (++count > MOST_EVENTS) return { problem: "too-many" };
      const read = eventOf(entry, count);
      if (typeof read === "string") skipped.push({ entry: count, why: read });
      else events.push(read);
      entry = undefined;
    } else if (entry && inner === 0 && !entry.has(key)) entry.set(key, value);
    else if (!entry && (key === "NAME" || key === "X-WR-CALNAME") && name === "") name = unescaped(value);
  }
  return { timeline: { title: name, about: "", events }, skipped };
}

function eventOf(entry: ReadonlyMap<string, string>, count: number): TimelineEvent | SkippedWhy {
  const date = eventDate(entry.get("X-DATELINE-DATE") ?? "") ?? eventDate(daysOf(entry));
  if (!date) return "no-date";
  const [title, words] = [unescaped(entry.get("SUMMARY") ?? ""), unescaped(entry.get("DESCRIPTION") ?? "")];
  if (title === "" && words === "") return "no-words";
  const id = (entry.get("UID") ?? String(count)).split("@")[0] ?? String(count);
  return title === "" ? { id, date, title: words, words: "" } : { id, date, title, words };
}

function daysOf(entry: ReadonlyMap<string, string>): string {
  const day = (value = "") => value.trim().replace(/^(\d{4})(\d\d)(\d\d)(T.*)?$/, "$1-$2-$3");
  const from = day(entry.get("DTSTART"));
  const end = day(entry.get("DTEND"));
  const lasting = daysLasting(entry.get("DURATION") ?? "");
  if (!isDay(end) && isDay(from) && lasting > 1) return edtfOfDays(from, later(from, lasting - 1));
  if (!isDay(end) || end <= from) return from;
  // Of whole days the end is the first day after; of hours it is the last, unless it is midnight.
  const endsBefore = /^\s*\d{8}(?:T000000Z?)?\s*$/.test(entry.get("DTEND") ?? "");
  return edtfOfDays(from, endsBefore ? later(end, -1) : end);
}

/** RFC 5545 §3.3.6; hours make no day more. */
function daysLasting(duration: string): number {
  const [, weeks = "0", days = "0"] = /^\s*\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?/i.exec(duration) ?? [];
  return Number(weeks) * 7 + Number(days);
}

function later(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

function unescaped(text: string): string {
  return text.replaceAll(/\\([nN\\;,])/g, (_, sign: string) => (sign.toLowerCase() === "n" ? "\n" : sign)).trim();
}
