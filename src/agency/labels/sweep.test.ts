import { expect, test } from "bun:test";
import { draftArticle, publishArticle } from "#agency/articles/actions.ts";
import { setEdition } from "#agency/editions/actions.ts";
import { editionByCode } from "#agency/editions/queries.ts";
import { withFirstEdition } from "#cli/store.ts";
import type { Db } from "#store/db.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines, openTestStore } from "#test/engines.ts";
import { publishMany } from "#test/many-articles.ts";
import { readRegister } from "#text/labels/labels.ts";
import { listNameOf, readList } from "#text/registers/lists.ts";
import { importRegister, turnDay } from "./actions.ts";
import { applyImport, stageImport } from "./imports.ts";
import { sweep, sweptArticles } from "./sweep.ts";

const monday = new Date("2026-03-02T10:00:00.000Z");

const register = (until: string | null, from = "2026-03-05") => ({
  organisations: [
    {
      id: "dawn",
      names: [{ text: "Crimson Daybreak", lang: "en", kind: "full" }],
      designations: [{ jurisdiction: "xk", authority: "Court", from, until, wording: { en: "banned in Karvia" } }],
    },
    {
      id: "league",
      names: [{ text: "Salt League", lang: "en", kind: "full" }],
      designations: [
        { jurisdiction: "xk", authority: "Court", from: "2015-01-01", wording: { en: "banned in Karvia" } },
      ],
    },
  ],
});

async function keepRegister(db: Db, json: unknown, at: Date): Promise<void> {
  const read = readRegister(json);
  if ("problems" in read) throw new Error(read.problems[0]);
  await importRegister(db, { register: read.register, at });
}

async function newsroom(db: Db): Promise<void> {
  await setEdition(db, {
    code: "en",
    settings: { jurisdictions: ["xk"], timeZone: "Asia/Tokyo" },
    by: "the test",
    at: monday,
  });
}

async function publish(db: Db, slug: string, headline: string, text: string, at: Date): Promise<string> {
  const edition = await editionByCode(db, "en");
  if (!edition) throw new Error("there is an edition");
  const { articleId } = await draftArticle(db, {
    edition,
    slug,
    headline,
    standfirst: "",
    document: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] },
    dateline: null,
    by: "the test",
    at,
  });
  await publishArticle(db, { articleId, by: "the test", at });
  return articleId;
}

function labelChanges(db: Db) {
  return db
    .selectFrom("audit")
    .select(["subject", "detail", "made_by"])
    .where("act", "=", "labels.change")
    .orderBy("id")
    .execute();
}

function seen(door: Door, path: string): Promise<boolean> {
  return door.text(path).then((page) => page.includes("(banned in Karvia)"));
}

for (const engine of engines) {
  test(`${engine}: a designation begins and ends at midnight of the edition, on kept pages and in the feed, and it is on the record`, async () => {
    await using door = await openDoor(engine);
    const { db } = door;
    door.setNow("2026-03-02T10:00:00Z");
    await newsroom(db);
    await keepRegister(db, register("2026-03-10"), monday);
    const articleId = await publish(
      db,
      "strike",
      "Crimson Daybreak strikes",
      "The police named Crimson Daybreak.",
      monday,
    );
    const revisions = await db.selectFrom("revision").select("id").execute();
    await door.doJobs();
    const look = async () => [
      await seen(door, "/en/strike"),
      await seen(door, "/en/feed.xml"),
      await seen(door, "/en/"),
    ];
    expect(await look()).toEqual([false, false, false]);

    // Found beforehand: midnight of the fifth in Tokyo is 15:00 UTC of the fourth.
    const { sweepId, looked, changed } = await sweep(db, { asOf: "2026-03-05" }, { by: "the test", at: monday });
    expect({ looked, changed }).toEqual({ looked: 1, changed: 1 });
    expect(await sweptArticles(db, { sweepId, limit: 9 })).toMatchObject([
      {
        articleId,
        before: { said: [] },
        after: { said: [{ organisation: "dawn", wording: "banned in Karvia", times: 2 }] },
      },
    ]);
    expect(await look()).toEqual([false, false, false]);

    const turn = async (at: string) => {
      door.setNow(at);
      await turnDay(db, { at: new Date(at) });
      await door.doJobs();
    };
    await turn("2026-03-04T14:59:00Z");
    expect(await look()).toEqual([false, false, false]);
    await turn("2026-03-04T15:00:30Z");
    expect(await look()).toEqual([true, true, true]);
    await turn("2026-03-09T14:59:00Z");
    expect(await look()).toEqual([true, true, true]);
    await turn("2026-03-09T15:00:30Z");
    expect(await look()).toEqual([false, false, false]);
    const said = [{ organisation: "dawn", wording: "banned in Karvia", times: 2 }];
    expect((await labelChanges(db)).map(({ subject, detail }) => [subject, JSON.parse(detail)])).toEqual([
      [`article:${articleId}`, { before: { style: "inline", said: [] }, after: { style: "inline", said } }],
      [`article:${articleId}`, { before: { style: "inline", said }, after: { style: "inline", said: [] } }],
    ]);
    // It is no edit of the story.
    expect(await db.selectFrom("revision").select("id").execute()).toEqual(revisions);
  });

  test(`${engine}: a list is swept before it is applied, and applied it changes exactly what was told`, async () => {
    await using door = await openDoor(engine);
    const { db } = door;
    door.setNow(monday.toISOString());
    await newsroom(db);
    await keepRegister(db, { organisations: [] }, monday);
    const dawn = await publish(db, "dawn", "Strike", "Crimson Daybreak and the Salt League.", monday);
    await publish(db, "ferry", "Ferry", "The ferries stand still.", monday);
    await door.doJobs();
    const options = { format: "dateline" } as const;
    const { importId } = await stageImport(db, {
      rows: readList(pieces(JSON.stringify(register(null, "2020-01-01"))), options),
      list: listNameOf(options),
      file: "register.json",
      format: "dateline",
      by: "the test",
      at: monday,
    });
    const { sweepId, looked, changed } = await sweep(db, { importId }, { by: "the test", at: monday });
    expect({ looked, changed }).toEqual({ looked: 2, changed: 1 });
    const [told] = await sweptArticles(db, { sweepId, limit: 9 });
    expect(await seen(door, "/en/dawn")).toBe(false);

    await applyImport(db, { importId, by: "the test", at: monday });
    expect(await seen(door, "/en/dawn")).toBe(true);
    await door.doJobs();
    const [change, ...more] = await labelChanges(db);
    expect(more).toEqual([]);
    expect(change?.subject).toBe(`article:${dawn}`);
    expect(JSON.parse(change?.detail ?? "{}")).toEqual({ before: told?.before, after: told?.after });
    const links = await db
      .selectFrom("article_mention")
      .select(["article_id", "organisation_id"])
      .orderBy("organisation_id")
      .execute();
    expect(links).toEqual([
      { article_id: dawn, organisation_id: "dawn" },
      { article_id: dawn, organisation_id: "league" },
    ]);
  });

  test(`${engine}: another policy is a label change of every article it touches`, async () => {
    await using door = await openDoor(engine);
    const { db } = door;
    await newsroom(db);
    await keepRegister(db, register(null, "2020-01-01"), monday);
    await publish(db, "dawn", "Strike", "Crimson Daybreak and the Salt League.", monday);
    await publish(db, "ferry", "Ferry", "The ferries stand still.", monday);
    await door.doJobs();
    expect(await labelChanges(db)).toEqual([]);
    await setEdition(db, { code: "en", settings: { jurisdictions: [] }, by: "the test", at: monday });
    await door.doJobs();
    expect(await labelChanges(db)).toHaveLength(1);
  });

  test(`${engine}: a sweep that was stopped goes on where it was, and one that was answered is asked anew`, async () => {
    await using store = await openTestStore(engine);
    const { db } = store;
    await withFirstEdition(store, monday);
    await newsroom(db);
    await keepRegister(db, register("2026-03-10"), monday);
    await publishMany(db, {
      count: 1_200,
      at: monday,
      text: (place) => [place % 100 === 0 ? "Crimson Daybreak." : "Nothing."],
    });
    const question = { asOf: "2026-03-06" };
    const stopped = sweep(db, question, {
      by: "the test",
      at: monday,
      told: () => {
        throw new Error("killed");
      },
    });
    await expect(stopped).rejects.toThrow("killed");
    const heard: number[] = [];
    const done = await sweep(db, question, { by: "the test", at: monday, told: (looked) => heard.push(looked) });
    expect(heard).toEqual([1_000, 1_200]);
    expect(done).toMatchObject({ looked: 1_200, changed: 12 });
    expect(await sweptArticles(db, { sweepId: done.sweepId, limit: 100 })).toHaveLength(12);
    expect(await sweep(db, question, { by: "the test", at: monday })).toMatchObject({ looked: 1_200, changed: 12 });
    expect(await sweep(db, { asOf: "2026-03-03" }, { by: "the test", at: monday })).toMatchObject({ changed: 0 });
  });
}

async function* pieces(text: string): AsyncGenerator<string> {
  yield text;
}
