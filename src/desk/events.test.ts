import { expect, test } from "bun:test";
import { withdrawArticle } from "#agency/articles/actions.ts";
import { bump } from "#store/topics.ts";
import { type Door, openDoor } from "#test/door.ts";
import { type EngineName, engines } from "#test/engines.ts";

const FERRY = {
  precision: "day",
  date: "2018-02-15",
  "title-en": "Crews vote to strike",
  "words-en": "The count was 214 to 3.",
  version: "0",
};

async function withEvent(door: Door, fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const answer = await door.as("editor").post("/desk/events/+", { ...FERRY, do: "keep", ...fields });
  expect(answer.status).toBe(303);
  return /\/desk\/events\/([^?]+)/.exec(answer.headers.get("location") ?? "")?.[1] ?? "";
}

async function published(door: Door): Promise<{ id: string; slug: string }> {
  return door.db
    .selectFrom("article")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .select(["article.id", "article.slug"])
    .where("article.state", "=", "published")
    .where("edition.code", "=", "en")
    .orderBy("article.id", "desc")
    .executeTakeFirstOrThrow();
}

/** A story published through intake, with a date in it and something to come. */
async function publishedCopy(door: Door): Promise<{ id: string; slug: string }> {
  const { takeIn } = await import("#agency/articles/take-in.ts");
  const { editionByCode } = await import("#agency/editions/queries.ts");
  const edition = await editionByCode(door.db, "en");
  if (!edition) throw new Error("no edition");
  const text = [
    "Strait ferries to get a new line",
    "",
    "16.02.2018, Port Halden.",
    "",
    "The line was founded in 2003. The new mission is scheduled to start in the middle of the year, the port said.",
  ].join("\n");
  const { slug } = await takeIn(door.db, {
    text,
    edition,
    publish: true,
    by: "command line",
    at: new Date("2018-02-16T12:00:00Z"),
  });
  return door.db.selectFrom("article").select(["id", "slug"]).where("slug", "=", slug).executeTakeFirstOrThrow();
}

async function withDoor(engine: EngineName, work: (door: Door) => Promise<void>): Promise<void> {
  await using door = await openDoor(engine, { demo: true });
  await work(door);
  expect(door.broken).toEqual([]);
}

for (const engine of engines) {
  test(`${engine}: an event is told once and shown below every story that tells of it`, () =>
    withDoor(engine, async (door) => {
      const event = await withEvent(door);
      const { id, slug } = await published(door);
      expect(await door.text(`/en/${slug}`)).not.toContain("Crews vote to strike");
      await door.as("reporter").post(`/desk/articles/${id}/events`, { do: `use ${event}`, sentence: "" });
      const page = await door.text(`/en/${slug}`);
      expect(page).toContain("Events in this story");
      expect(page).toContain('<time datetime="2018-02-15">15 February 2018</time>');
      await door.as("editor").post(`/desk/articles/${id}/events`, { do: `drop ${event}` });
      expect(await door.text(`/en/${slug}`)).not.toContain("Crews vote to strike");
    }));

  test(`${engine}: mending an event changes what readers see and is offered to the story`, () =>
    withDoor(engine, async (door) => {
      const event = await withEvent(door);
      const { id, slug } = await published(door);
      await door.as("reporter").post(`/desk/articles/${id}/events`, { do: `use ${event}`, sentence: "Crews voted." });
      expect(await door.as("editor").text(`/desk/articles/${id}/events`)).not.toContain("was mended since");
      await withMend(door, event, { date: "2018-02-14", version: "1" });
      expect(await door.text(`/en/${slug}`)).toContain("14 February 2018");
      expect(await door.as("editor").text(`/desk/events/${event}`)).toContain(
        "Written before the event was last mended",
      );
      expect(await door.as("reporter").text(`/desk/articles/${id}/events`)).toContain("was mended since");
      await door.as("reporter").post(`/desk/articles/${id}/events`, { do: `agrees ${event}` });
      expect(await door.as("reporter").text(`/desk/articles/${id}/events`)).not.toContain("was mended since");
    }));

  test(`${engine}: what changes in the events below a published story is in its history and in the log`, () =>
    withDoor(engine, async (door) => {
      const event = await withEvent(door);
      const { id, slug } = await published(door);
      const history = () => door.text(`/en/${slug}/history`);
      door.setNow("2026-11-27T09:00:00Z");
      await door.as("reporter").post(`/desk/articles/${id}/events`, { do: `use ${event}`, sentence: "Crews voted." });
      expect(await history()).toContain("Event added: Crews vote to strike");
      await door.as("reporter").post(`/desk/articles/${id}/events`, { do: `agrees ${event}` });
      expect((await history()).match(/Event added/g)).toHaveLength(1);
      await withMend(door, event, { date: "2018-02-14", version: "1" });
      const mended = await history();
      expect(mended).toContain("Event mended: Crews vote to strike");
      expect(mended).toMatch(/<del[^>]*>15<\/del><ins[^>]*>14<\/ins> February 2018/);
      // The same again changes nothing for readers.
      await withMend(door, event, { date: "2018-02-14", version: "2" });
      expect((await history()).match(/Event mended/g)).toHaveLength(1);
      await door.as("editor").post(`/desk/articles/${id}/events`, { do: `drop ${event}` });
      expect(await history()).toContain("Event removed: Crews vote to strike");
      const entries = await door.db
        .selectFrom("log_entry")
        .select("number")
        .where("kind", "=", "events")
        .where("article_id", "=", id)
        .execute();
      expect(entries).toHaveLength(3);
    }));

  test(`${engine}: a form that began before somebody else's change is refused and keeps what was typed`, () =>
    withDoor(engine, async (door) => {
      const event = await withEvent(door);
      await withMend(door, event, { "title-en": "Crews vote", version: "1" });
      const late = await door
        .as("reporter")
        .post(`/desk/events/${event}`, { ...FERRY, "title-en": "Mine", version: "1", do: "keep" });
      expect(late.status).toBe(422);
      const page = await late.text();
      expect(page).toContain("Somebody changed this event meanwhile");
      expect(page).toContain('value="Mine"');
      expect(await door.as("editor").text("/desk/events")).toContain("Crews vote");
    }));

  test(`${engine}: every precision is kept as it was meant, and a date that is none is refused`, () =>
    withDoor(engine, async (door) => {
      for (const [fields, shown] of [
        [{ precision: "year", date: "2003" }, "2003"],
        [{ precision: "month", date: "2003-05" }, "May 2003"],
        [{ precision: "season", date: "2003", season: "summer" }, "summer 2003"],
        [{ precision: "about", date: "2003" }, "about 2003"],
        [{ precision: "between", date: "2003", until: "2011-05" }, "between 2003 and May 2011"],
      ] as const) {
        const id = await withEvent(door, { ...fields, "title-en": `It was ${shown}` });
        expect(await door.as("editor").text(`/desk/events/${id}`)).toContain(`value="${fields.precision}" selected`);
        expect(await door.as("editor").text("/desk/events")).toContain(`<span>${shown}</span>`);
      }
      for (const bad of [
        { precision: "day", date: "2018-02-30" },
        { precision: "year", date: "2018-02-03" },
        { precision: "between", date: "2011", until: "2003" },
        { precision: "season", date: "2018", season: "" },
      ]) {
        const answer = await door.as("editor").post("/desk/events/+", { ...FERRY, ...bad, do: "keep" });
        expect(answer.status).toBe(422);
        expect(await answer.text()).toContain("Give a date that exists");
      }
    }));

  test(`${engine}: dates of the text are found, become events, and are not found again`, () =>
    withDoor(engine, async (door) => {
      const { id } = await publishedCopy(door);
      const page = await door.as("reporter").text(`/desk/articles/${id}/events`);
      expect(page).toContain("The line was founded in 2003.");
      await door
        .as("reporter")
        .post(`/desk/articles/${id}/events`, { do: "new", sentence: "The line was founded in 2003.", date: "2003" });
      const after = await door.as("reporter").text(`/desk/articles/${id}/events`);
      expect(after).toContain("No dated sentence was found");
      const kept = await door.db.selectFrom("event").select(["edtf", "starts_on", "ends_on"]).execute();
      expect(kept).toContainEqual({ edtf: "2003", starts_on: "2003-01-01", ends_on: "2003-12-31" });
    }));

  test(`${engine}: an event a story tells of is not removed`, () =>
    withDoor(engine, async (door) => {
      const event = await withEvent(door);
      const { id } = await published(door);
      await door.as("editor").post(`/desk/articles/${id}/events`, { do: `use ${event}`, sentence: "" });
      const refused = await door.as("editor").post(`/desk/events/${event}`, { do: "remove" });
      expect(await refused.text()).toContain("1 story tells of this event");
      await door.as("editor").post(`/desk/articles/${id}/events`, { do: `drop ${event}` });
      expect((await door.as("editor").post(`/desk/events/${event}`, { do: "remove" })).status).toBe(303);
      expect(await door.db.selectFrom("event").select("id").where("id", "=", event).execute()).toEqual([]);
    }));

  test(`${engine}: a timeline is a list, a picture and data, and an address that was nothing becomes one at once`, () =>
    withDoor(engine, async (door) => {
      expect((await door.get("/en/timeline/ferry")).status).toBe(404);
      const [first, second] = [
        await withEvent(door),
        await withEvent(door, { precision: "about", date: "2003", "title-en": "First <b>talks</b>" }),
      ];
      const form = new FormData();
      for (const [name, value] of [
        ["title", "The ferry"],
        ["slug", "ferry"],
        ["about", "From talks to strike."],
        ["event", first],
        ["event", second],
        ["do", "keep"],
      ] as const)
        form.append(name, value);
      expect((await door.as("editor").post("/desk/timelines/en/+", form)).status).toBe(303);
      const page = await door.text("/en/timeline/ferry");
      expect(page.indexOf("about 2003")).toBeLessThan(page.indexOf("15 February 2018"));
      expect(page).toContain("First &lt;b&gt;talks&lt;/b&gt;");
      expect(page).toContain("<svg");
      const json = await (await door.get("/en/timeline/ferry/timeline.json")).json();
      expect(json).toMatchObject({ events: [{ edtf: "2003~" }, { edtf: "2018-02-15" }] });
      const calendar = await door.get("/en/timeline/ferry/calendar.ics");
      expect(calendar.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
      expect(await calendar.text()).toContain("DTSTART;VALUE=DATE:20180215");
      await withMend(door, first, { "title-en": "Crews vote", version: "1" });
      expect(await door.text("/en/timeline/ferry")).toContain("Crews vote<");
      await door.as("editor").post("/desk/timelines/en/ferry", { do: "remove" });
      expect((await door.get("/en/timeline/ferry")).status).toBe(404);
    }));

  test(`${engine}: more events than a timeline can hold break nothing`, () =>
    withDoor(engine, async (door) => {
      const known = await withEvent(door);
      const sent = async (count: number) => {
        const form = new FormData();
        for (const [name, value] of Object.entries({ title: "The ferry", slug: "ferry", do: "keep" }))
          form.append(name, value);
        for (let at = 0; at < count; at++) form.append("event", at === 0 ? known : `no-such-${at}`);
        return (await door.as("editor").post("/desk/timelines/en/+", form)).status;
      };
      expect(await sent(12_000)).toBe(413);
      expect(await sent(9_000)).toBe(303);
      const kept = await door.db
        .selectFrom("timeline_event")
        .innerJoin("timeline", "timeline.id", "timeline_event.timeline_id")
        .select("event_id")
        .where("timeline.slug", "=", "ferry")
        .execute();
      expect(kept).toEqual([{ event_id: known }]);
    }));

  test(`${engine}: a page of words finds no event and breaks nothing`, () =>
    withDoor(engine, async (door) => {
      await withEvent(door);
      const find = "strike vote ".repeat(25_000);
      const typed = { title: "The ferry", slug: "ferry", find, do: "find" };
      const answer = await door.as("editor").post("/desk/timelines/en/+", typed);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('value="The ferry"');
    }));

  test(`${engine}: a TimelineJS file and a calendar are taken in, and other files are refused by what they are`, () =>
    withDoor(engine, async (door) => {
      const editor = door.as("editor");
      await editor.post("/desk/timelines/en/+", { title: "Ferry", slug: "ferry", do: "keep" });
      const send = async (content: string) => {
        const form = new FormData();
        form.append("file", new File([content], "some.file"));
        return (await editor.post("/desk/timelines/en/ferry/import", form)).text();
      };
      const json = {
        events: [{ start_date: { year: 1999 }, text: { headline: "Founded" } }, { text: { headline: "Never" } }],
      };
      expect(await send(JSON.stringify(json))).toContain("1 taken in. 1 left out");
      const calendar =
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20180215\r\nSUMMARY:Vote\r\nEND:VEVENT\r\nEND:VCALENDAR";
      expect(await send(calendar)).toContain("1 taken in.");
      expect(await send("<html>")).toContain("neither a calendar nor JSON");
      expect(await send("[1]")).toContain("no TimelineJS timeline");
      const page = await door.text("/en/timeline/ferry");
      expect([page.includes("Founded"), page.includes("Vote"), page.includes("Never")]).toEqual([true, true, false]);
    }));

  test(`${engine}: what a story says is to come stands in the diary when due, and each story then names the other`, () =>
    withDoor(engine, async (door) => {
      const { id, slug } = await publishedCopy(door);
      await door.doJobs();
      door.setNow("2018-04-01T12:00:00Z");
      expect(await door.as("editor").text("/desk/diary")).toContain("Nothing here");
      const coming = await door.as("editor").text("/desk/diary?list=coming");
      expect(coming).toContain("scheduled to start in the middle of the year");
      door.setNow("2018-09-01T12:00:00Z");
      const due = await door.as("reporter").text("/desk/diary");
      const entry = /\/desk\/diary\/([0-9a-f-]{36})/.exec(due)?.[1] ?? "";
      expect(await door.as("reporter").text("/desk/")).toContain("of the diary ha");

      const later = await published(door);
      const decided = await door.as("reporter").post(`/desk/diary/${entry}`, {
        decision: "kept",
        outcome: "It began on 3 July.",
        followUp: later.id,
      });
      expect(decided.status).toBe(303);
      const old = await door.text(`/en/${slug}`);
      expect(old).toContain("What happened next");
      expect(old).toContain("It began on 3 July.");
      expect(old).toContain(`href="/en/${later.slug}"`);
      const new_ = await door.text(`/en/${later.slug}`);
      expect(new_).toContain("What went before");
      expect(new_).toContain(`href="/en/${slug}"`);
      const acts = await door.db.selectFrom("audit").select("act").where("subject", "=", `article:${id}`).execute();
      expect(acts.map(({ act }) => act)).toContain("diary.kept");

      // Stories of two sections have no list in common that moves: each page names the other story itself.
      const { db } = door;
      const [one, other] = await db.selectFrom("section").select("id").orderBy("id").execute();
      for (const [articleId, section] of [
        [id, one],
        [later.id, other],
      ] as const)
        await db
          .updateTable("article")
          .set({ section_id: section?.id ?? null })
          .where("id", "=", articleId)
          .execute();
      await bump(db, [`article:${id}`, `article:${later.id}`]);
      expect(await door.text(`/en/${slug}`)).toContain(`href="/en/${later.slug}"`);
      await withdrawArticle(db, { articleId: later.id, how: "killed", by: "the test", at: new Date("2018-09-02") });
      expect(await door.text(`/en/${slug}`)).not.toContain(`href="/en/${later.slug}"`);
    }));

  test(`${engine}: what was put off comes due again on its new day, also when the story is published again`, () =>
    withDoor(engine, async (door) => {
      const { id } = await publishedCopy(door);
      await door.doJobs();
      door.setNow("2018-09-01T12:00:00Z");
      const due = await door.as("editor").text("/desk/diary");
      const entry = /\/desk\/diary\/([0-9a-f-]{36})/.exec(due)?.[1] ?? "";
      await door
        .as("editor")
        .post(`/desk/diary/${entry}`, { decision: "moved", movedTo: "2019-01-15", outcome: "", followUp: "" });
      const { readAhead } = await import("#agency/diary/actions.ts");
      await readAhead(door.db, { articleId: id, at: new Date("2018-10-01T12:00:00Z") });
      const open = await door.db
        .selectFrom("diary_entry")
        .select("due_on")
        .where("state", "=", "open")
        .where("article_id", "=", id)
        .execute();
      expect(open).toEqual([{ due_on: "2019-01-15" }]);
      const bad = await door
        .as("editor")
        .post(`/desk/diary/${entry}`, { decision: "moved", movedTo: "soon", outcome: "x", followUp: "" });
      expect(bad.status).toBe(422);
    }));
}

async function withMend(door: Door, event: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const answer = await door.as("editor").post(`/desk/events/${event}`, { ...FERRY, ...fields, do: "keep" });
  expect(answer.status).toBe(303);
}
