/** A designation begins and ends at midnight in the edition's time zone, whatever its clocks do that night. */
import { expect, test } from "bun:test";
import { draftArticle, publishArticle } from "#agency/articles/actions.ts";
import { addEdition, setEdition } from "#agency/editions/actions.ts";
import { editionByCode } from "#agency/editions/queries.ts";
import type { Db } from "#store/db.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { readRegister } from "#text/labels/labels.ts";
import { SCHEDULE } from "#worker/jobs.ts";
import { plan } from "#worker/schedule.ts";
import { importRegister } from "./actions.ts";
import { DEFAULT_POLICY } from "./policy.ts";
import { sweep } from "./sweep.ts";

// The first moment of a day and of the next, in universal time. In Cairo the first hour of the day does not exist, in
// Havana midnight comes twice, on Lord Howe the clocks move by half an hour.
const NIGHTS = [
  {
    zone: "Asia/Tokyo",
    day: "2026-03-05",
    begins: "2026-03-04T15:00:00Z",
    next: "2026-03-06",
    ends: "2026-03-05T15:00:00Z",
  },
  {
    zone: "Asia/Kathmandu",
    day: "2026-03-05",
    begins: "2026-03-04T18:15:00Z",
    next: "2026-03-06",
    ends: "2026-03-05T18:15:00Z",
  },
  {
    zone: "America/New_York",
    day: "2026-03-08",
    begins: "2026-03-08T05:00:00Z",
    next: "2026-03-09",
    ends: "2026-03-09T04:00:00Z",
  },
  {
    zone: "Africa/Cairo",
    day: "2026-04-24",
    begins: "2026-04-23T22:00:00Z",
    next: "2026-04-25",
    ends: "2026-04-24T21:00:00Z",
  },
  {
    zone: "America/Havana",
    day: "2026-11-01",
    begins: "2026-11-01T04:00:00Z",
    next: "2026-11-02",
    ends: "2026-11-02T05:00:00Z",
  },
  {
    zone: "Australia/Lord_Howe",
    day: "2026-04-05",
    begins: "2026-04-04T13:00:00Z",
    next: "2026-04-06",
    ends: "2026-04-05T13:30:00Z",
  },
] as const;

const BEFORE = new Date("2026-02-01T10:00:00Z");
const by = "the test";
const SAID = "banned in Karvia";

async function newsroom(db: Db, { zone, day, next }: { zone: string; day: string; next: string }): Promise<string> {
  const settings = { jurisdictions: ["xk"], timeZone: zone };
  await setEdition(db, { code: "en", settings, by, at: BEFORE });
  const read = readRegister({
    organisations: [
      {
        id: "dawn",
        names: [{ text: "Crimson Daybreak", lang: "en", kind: "full" }],
        designations: [{ jurisdiction: "xk", authority: "Court", from: day, until: next, wording: { en: SAID } }],
      },
    ],
  });
  if ("problems" in read) throw new Error(read.problems[0]);
  await importRegister(db, { register: read.register, by, at: BEFORE });
  return publish(db, "en");
}

async function publish(db: Db, code: string): Promise<string> {
  const edition = await editionByCode(db, code);
  if (!edition) throw new Error("there is an edition");
  const text = "The police named Crimson Daybreak.";
  const { articleId } = await draftArticle(db, {
    edition,
    slug: "strike",
    headline: "Crimson Daybreak strikes",
    standfirst: "",
    document: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] },
    dateline: null,
    by,
    at: BEFORE,
  });
  await publishArticle(db, { articleId, by, at: BEFORE });
  return articleId;
}

const PAGES = ["strike", "strike/print", "", "feed.xml", "atom.xml", "feed.json", "search?q=police"];

/** How many of the pages and feeds that are kept show the label; asked twice, so that the second answer is a kept one. */
async function shown(door: Door, code = "en"): Promise<number> {
  let count = 0;
  for (const page of PAGES) {
    await door.text(`/${code}/${page}`);
    const kept = await door.get(`/${code}/${page}`);
    if ((await kept.text()).includes(SAID)) count++;
  }
  return count;
}

/** As the worker would at that moment: what is planned is asked for, what is due is done. */
async function work(door: Door, at: Date): Promise<void> {
  await plan(door.db, SCHEDULE, at);
  await door.doJobs();
}

const second = (moment: string, by: number) => new Date(new Date(moment).getTime() + by * 1000);

for (const engine of engines) {
  test.each(NIGHTS)(
    `${engine}: in $zone a designation of one day is printed that day, on kept pages and in feeds, and on the record`,
    async (night) => {
      await using door = await openDoor(engine);
      const { db } = door;
      door.setNow(BEFORE.toISOString());
      const articleId = await newsroom(db, night);
      await work(door, BEFORE);
      const revisions = await db.selectFrom("revision").select("id").execute();
      const none = await shown(door);
      expect(none).toBe(0);
      // Found beforehand.
      for (const [asOf, changed] of [
        [night.day, 1],
        [night.next, 0],
      ] as const)
        expect(await sweep(db, { asOf }, { by, at: BEFORE })).toMatchObject({ looked: 1, changed });

      for (const [moment, labelled] of [
        [second(night.begins, -1), 0],
        [second(night.begins, 0), PAGES.length],
        // Where midnight comes twice it is the same day, and where an hour is missing, too.
        [second(night.begins, 3_700), PAGES.length],
        [second(night.ends, -1), PAGES.length],
        [second(night.ends, 0), 0],
      ] as const) {
        door.setNow(moment.toISOString());
        // Readers do not wait for the worker.
        expect([moment.toISOString(), await shown(door)]).toEqual([moment.toISOString(), labelled]);
        await work(door, moment);
        expect([moment.toISOString(), await shown(door)]).toEqual([moment.toISOString(), labelled]);
      }
      const changes = await db
        .selectFrom("audit")
        .select(["subject", "detail"])
        .where("act", "=", "labels.change")
        .orderBy("id")
        .execute();
      expect(changes.map(({ subject }) => subject)).toEqual([`article:${articleId}`, `article:${articleId}`]);
      expect(changes.map(({ detail }) => JSON.parse(detail).after.said.length)).toEqual([1, 0]);
      // It is no edit of the story.
      expect(await db.selectFrom("revision").select("id").execute()).toEqual(revisions);
    },
    60_000,
  );

  test(`${engine}: editions in two time zones turn each at its own midnight`, async () => {
    await using door = await openDoor(engine);
    const { db } = door;
    door.setNow(BEFORE.toISOString());
    const settings = { language: "en", jurisdictions: ["xk"], timeZone: "America/New_York" };
    await addEdition(db, { code: "us", settings, labelPolicy: DEFAULT_POLICY, by, at: BEFORE });
    await newsroom(db, NIGHTS[0]);
    await publish(db, "us");
    await work(door, BEFORE);
    const tokyo = new Date(NIGHTS[0].begins);
    const york = new Date("2026-03-05T05:00:00Z");
    const look = async (at: Date) => {
      door.setNow(at.toISOString());
      await work(door, at);
      return [await shown(door, "en"), await shown(door, "us")];
    };
    expect(await look(tokyo)).toEqual([PAGES.length, 0]);
    expect(await look(york)).toEqual([PAGES.length, PAGES.length]);
    expect(await look(new Date(NIGHTS[0].ends))).toEqual([0, PAGES.length]);
    expect(await look(new Date("2026-03-06T05:00:00Z"))).toEqual([0, 0]);
  }, 120_000);

  test(`${engine}: nights the worker slept through are made up for when it wakes`, async () => {
    await using door = await openDoor(engine);
    const { db } = door;
    door.setNow(BEFORE.toISOString());
    await newsroom(db, NIGHTS[0]);
    await work(door, BEFORE);
    const later = second(NIGHTS[0].begins, 6 * 60 * 60);
    door.setNow(later.toISOString());
    await work(door, later);
    expect(await shown(door)).toBe(PAGES.length);
    const changes = await db.selectFrom("audit").select("id").where("act", "=", "labels.change").execute();
    expect(changes).toHaveLength(1);
  }, 120_000);
}
