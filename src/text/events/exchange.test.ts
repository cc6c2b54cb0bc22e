import { expect, test } from "bun:test";
import fc from "fast-check";
import { eventDate } from "./dates.ts";
import type { ReadTimeline, TimelineEvent } from "./exchange.ts";
import { printCalendar, readCalendar } from "./icalendar.ts";
import { printTimelineJs, readTimelineJs } from "./timelinejs.ts";

const STAMP = new Date("2026-11-26T12:00:00Z");
const WHERE = { host: "strait.example", url: "https://strait.example/en/timeline/ferry", stamp: STAMP };

function event(edtf: string, title: string, words = ""): TimelineEvent {
  const date = eventDate(edtf);
  if (!date) throw new Error(`${edtf} is no date`);
  return { id: `e-${edtf.replaceAll(/\W/g, "")}`, date, title, words };
}

const FERRY = {
  title: "The ferry, from vote to strike",
  about: "Two shores; one line.",
  events: [
    event("2003~", "First talks", "Nobody kept minutes.\nTwo people remember."),
    event("2009", "A line is founded"),
    event("2014-22", "Trial crossings, weekdays only"),
    event("2017-03", "Fares rise"),
    event("2018-02-15", "Crews vote; 214 for, 3 against", "The count: 214 to 3 <in all>."),
    event("2018-03/2018-05", "Strike"),
  ],
};

const read = (answer: ReadTimeline) => {
  if ("problem" in answer) throw new Error(answer.problem);
  return answer;
};

test("TimelineJS: what is written is read again, to the season and the doubt", () => {
  const { timeline, skipped } = read(readTimelineJs(JSON.stringify(printTimelineJs(FERRY, { language: "en" }))));
  expect(timeline).toEqual(FERRY);
  expect(skipped).toEqual([]);
});

test("TimelineJS: its own fields say as much as they can", () => {
  const { events } = printTimelineJs(FERRY, { language: "en" }) as { events: Record<string, unknown>[] };
  expect(events[0]).toMatchObject({ start_date: { year: 2003 }, display_date: "about 2003" });
  expect(events[2]).toMatchObject({
    start_date: { year: 2014, month: 6, day: 1 },
    end_date: { year: 2014, month: 8, day: 31 },
    display_date: "summer 2014",
  });
  expect(events[4]).not.toHaveProperty("end_date");
  expect(events[4]).toMatchObject({ text: { text: "The count: 214 to 3 &lt;in all&gt;." } });
});

test("TimelineJS: a file by other hands, with years as words, markup and gaps", () => {
  const { timeline, skipped } = read(
    readTimelineJs(
      JSON.stringify({
        events: [
          {
            start_date: { year: "1999", month: "", day: "" },
            text: { headline: "<b>Vote</b>", text: "<p>One</p><script>alert(1)</script>" },
          },
          { start_date: { year: "2001", month: "5" }, end_date: { year: 2003 }, text: { text: "Only words" } },
          { start_date: { year: "soon" }, text: { headline: "No day" } },
          { start_date: { year: 2010 }, media: { url: "https://a.example/x.jpg" } },
        ],
      }),
    ),
  );
  expect(timeline.events.map(({ date, title, words }) => [date.edtf, title, words])).toEqual([
    ["1999", "Vote", "One"],
    ["2001-05/2003", "Only words", ""],
  ]);
  expect(skipped).toEqual([
    { entry: 3, why: "no-date" },
    { entry: 4, why: "no-words" },
  ]);
});

test("iCalendar: what is written is read again", () => {
  const { timeline } = read(readCalendar(printCalendar(FERRY, WHERE)));
  expect(timeline.events).toEqual(FERRY.events);
  expect(timeline.title).toBe(FERRY.title);
});

test("iCalendar: lines end with CR LF, are at most 75 bytes, and whole days end the day after", () => {
  const calendar = printCalendar(
    { ...FERRY, events: [event("2018-03/2018-05", `Забастовка ${"очень долгая ".repeat(20)}`)] },
    WHERE,
  );
  const lines = calendar.split("\r\n");
  expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !line.includes("\n"))).toBe(true);
  expect(lines).toContain("DTSTART;VALUE=DATE:20180301");
  expect(lines).toContain("DTEND;VALUE=DATE:20180601");
});

test("iCalendar: a file by other hands, with hours, time zones and alarms", () => {
  const { timeline, skipped } = read(
    readCalendar(
      [
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT",
        "DTSTART;TZID=Europe/Brussels:20180215T090000",
        "DTEND;TZID=Europe/Brussels:20180215T100000",
        "SUMMARY:Meeting\\, first",
        "BEGIN:VALARM",
        "DESCRIPTION:Ring",
        "END:VALARM",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "DTSTART;VALUE=DATE:20180201",
        "DTEND;VALUE=DATE:20180301",
        "SUMMARY:All",
        "  of it",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "SUMMARY:Never",
        "END:VEVENT",
        "END:VCALENDAR",
      ].join("\n"),
    ),
  );
  expect(timeline.events.map(({ date, title, words }) => [date.edtf, title, words])).toEqual([
    ["2018-02-15", "Meeting, first", ""],
    ["2018-02", "All of it", ""],
  ]);
  expect(skipped).toEqual([{ entry: 3, why: "no-date" }]);
});

test("TimelineJS: what is odd in one entry costs no other", () => {
  const { timeline, skipped } = read(
    readTimelineJs(
      JSON.stringify({
        title: 7,
        events: [
          { unique_id: 7, start_date: { year: 2014 }, text: { headline: 2014, text: ["no words"] } },
          { start_date: "2015", text: { headline: "A day in words" } },
          null,
          { start_date: { year: 2016, month: {} }, text: { headline: "Fine" }, edtf: 5 },
        ],
      }),
    ),
  );
  expect(timeline.events.map(({ date, title }) => [date.edtf, title])).toEqual([
    ["2014", "2014"],
    ["2016", "Fine"],
  ]);
  expect(skipped.map(({ entry }) => entry)).toEqual([2, 3]);
});

test("iCalendar: days that last, and hours that end at midnight", () => {
  const event = (...lines: string[]) => ["BEGIN:VEVENT", "SUMMARY:Strike", ...lines, "END:VEVENT"].join("\r\n");
  const calendar = [
    "BEGIN:VCALENDAR",
    event("DTSTART;VALUE=DATE:20180215", "DURATION:P3D"),
    event("DTSTART;VALUE=DATE:20180201", "DURATION:P4W"),
    event("DTSTART:20180215T090000Z", "DURATION:PT2H"),
    event("DTSTART:20180215T200000Z", "DTEND:20180216T000000Z"),
    event("DTSTART:20180215T200000Z", "DTEND:20180216T010000Z"),
    "END:VCALENDAR",
  ].join("\r\n");
  expect(read(readCalendar(calendar)).timeline.events.map(({ date }) => date.edtf)).toEqual([
    "2018-02-15/2018-02-17",
    "2018-02",
    "2018-02-15",
    "2018-02-15",
    "2018-02-15/2018-02-16",
  ]);
});

test("what is neither is refused by name", () => {
  expect(readTimelineJs("{")).toEqual({ problem: "not-json" });
  expect(readTimelineJs("[]")).toEqual({ problem: "not-a-timeline" });
  expect(readCalendar("<html>")).toEqual({ problem: "not-a-calendar" });
});

test("property: any words come back from both formats", () => {
  const words = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
    .map((text) => text.replaceAll(/\s+/g, " ").trim());
  fc.assert(
    fc.property(words, words, (title, more) => {
      fc.pre(title !== "");
      const timeline = { title: "T", about: "", events: [event("2018-02-15", title, more)] };
      expect(read(readCalendar(printCalendar(timeline, WHERE))).timeline.events[0]?.title).toBe(title);
    }),
  );
});
