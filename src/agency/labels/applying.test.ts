import { expect, test } from "bun:test";
import { notedActs } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { countJobs } from "#store/queue.ts";
import { engines, openTestStore } from "#test/engines.ts";
import { unEntries, unXml } from "#text/cases/registers/un.ts";
import { listNameOf, readList } from "#text/registers/lists.ts";
import { applyAsked, askToApply, isLarge, noteApplyFailed } from "./applying.ts";
import { applyImport, dropImport, importById, stageEdits, stageImport } from "./imports.ts";
import { matcherFor, organisationsAmong, registerDigest, registerOf } from "./queries.ts";
import { NO_COUNTS } from "./register.ts";

const monday = new Date("2026-03-02T10:00:00.000Z");
const tuesday = new Date("2026-03-03T10:00:00.000Z");
const ILSE = "ilse";

// More than one stretch.
const ENTRIES = unEntries(600);
const LIST = unXml(ENTRIES);
const RENAMED = unXml(ENTRIES.map((entry, at) => (at < 300 ? { ...entry, name: `${entry.name} AND SONS` } : entry)));

async function staged(db: Db, text: string): Promise<string> {
  const un = { format: "un" } as const;
  const rows = readList(
    (async function* () {
      yield text;
    })(),
    un,
  );
  const { importId } = await stageImport(db, {
    rows,
    list: listNameOf(un),
    file: "list.xml",
    format: "un",
    by: ILSE,
    at: monday,
  });
  return importId;
}

async function asked(db: Db, text: string): Promise<string> {
  const importId = await staged(db, text);
  expect(await askToApply(db, { importId, by: ILSE, at: monday })).toBeUndefined();
  return importId;
}

/** Goes on for some stretches. */
function stretches(most: number): () => boolean {
  let count = 0;
  return () => count++ < most;
}

async function left(db: Db): Promise<readonly number[]> {
  const count = (table: "register_import_name" | "register_import_form") =>
    db
      .selectFrom(table)
      .select((row) => row.fn.countAll<number | string>().as("rows"))
      .executeTakeFirstOrThrow();
  return [Number((await count("register_import_name")).rows), Number((await count("register_import_form")).rows)];
}

test("a list is large when a request should not wait for it", () => {
  expect(isLarge({ ...NO_COUNTS, added: 2_000, unchanged: 90_000 })).toBe(false);
  expect(isLarge({ ...NO_COUNTS, added: 1_000, changed: 1_000, vanished: 1 })).toBe(true);
});

for (const engine of engines) {
  test(`${engine}: a list applied step by step leaves the register that one decision leaves, and nothing shows before its end`, async () => {
    await using plain = await openTestStore(engine);
    await using stepwise = await openTestStore(engine);
    for (const text of [LIST, RENAMED]) {
      const importId = await staged(plain.db, text);
      await applyImport(plain.db, { importId, by: ILSE, at: tuesday });
    }

    const { db } = stepwise;
    const first = await asked(db, LIST);
    expect(await countJobs(db)).toContainEqual({ kind: "register.apply", waiting: 1, dead: 0 });
    const digest = await registerDigest(db);
    expect(await applyAsked(db, first, { at: tuesday, goesOn: stretches(1) })).toBe("stopped");
    expect((await importById(db, first))?.applying).toMatchObject({ by: ILSE, ready: 500, isAllReady: false });
    expect((await registerOf(db)).organisations).toEqual([]);
    expect(await registerDigest(db)).toBe(digest);
    // Stopped again after the last name is ready, and before any counts.
    expect(await applyAsked(db, first, { at: tuesday, goesOn: stretches(1) })).toBe("applied");
    expect(await left(db)).toEqual([0, 0]);
    expect(await importById(db, first)).toMatchObject({ state: "applied", applying: null, problem: null });

    const second = await asked(db, RENAMED);
    expect(await applyAsked(db, second, { at: tuesday })).toBe("applied");
    const withOff = { withOff: true } as const;
    expect(await organisationsAmong(db, undefined, withOff)).toEqual(
      await organisationsAmong(plain.db, undefined, withOff),
    );
    const [one] = ENTRIES;
    const matcher = await matcherFor(db, "en");
    expect([...matcher.matches(`${one?.name} AND SONS left`)].length).toBe(1);
    const changes = (db: Db) =>
      db.selectFrom("register_change").select("changes").orderBy("organisation_id").orderBy("changes").execute();
    expect(await changes(db)).toEqual(await changes(plain.db));
  }, 120_000);

  test(`${engine}: a step cut off in the middle leaves nothing of itself, and the job goes on`, async () => {
    await using store = await openTestStore(engine);
    const { db } = store;
    const importId = await asked(db, LIST);
    await applyAsked(db, importId, { at: tuesday, goesOn: stretches(1) });
    const before = await left(db);
    const cutOff = together(db, async (db) => {
      await applyAsked(db, importId, { at: tuesday });
      throw new Error("the power went");
    });
    await expect(cutOff).rejects.toThrow("the power went");
    expect(await left(db)).toEqual(before);
    expect((await registerOf(db)).organisations).toEqual([]);
    expect((await importById(db, importId))?.applying).toMatchObject({ ready: 500 });
    expect(await applyAsked(db, importId, { at: tuesday })).toBe("applied");
    expect((await registerOf(db)).organisations).toHaveLength(600);
    expect(await applyAsked(db, importId, { at: tuesday })).toBe("nothing-asked");
  }, 60_000);

  test(`${engine}: two at once apply it once`, async () => {
    await using store = await openTestStore(engine);
    const { db } = store;
    const importId = await asked(db, LIST);
    expect(await askToApply(db, { importId, by: "another", at: monday })).toEqual({ refusal: "not-ready" });
    expect(await applyImport(db, { importId, by: ILSE, at: monday })).toEqual({ refusal: "not-ready" });
    const done = await Promise.all([1, 2].map(() => applyAsked(db, importId, { at: tuesday })));
    expect(done.filter((one) => one === "applied")).toHaveLength(1);
    expect((await registerOf(db)).organisations).toHaveLength(600);
    expect(await notedActs(db, { act: "register.import" }, { limit: 5 })).toHaveLength(1);
    expect(await left(db)).toEqual([0, 0]);
  }, 60_000);

  test(`${engine}: where the register moved meanwhile, nothing counts and it is said; the same where it was dropped`, async () => {
    await using store = await openTestStore(engine);
    const { db } = store;
    const importId = await asked(db, LIST);
    await applyAsked(db, importId, { at: tuesday, goesOn: stretches(1) });
    const orda = {
      id: "orda",
      names: [
        {
          text: "Brigade of Salt",
          language: "en",
          kind: "full",
          match: null,
          wording: null,
          list: null,
          decidedBy: null,
          forms: [{ text: "Brigade of Salt", how: "given" }],
        },
      ],
      designations: [],
    } as const;
    const byHand = await stageEdits(db, {
      edits: [{ before: undefined, after: orda }],
      name: "Orda",
      by: ILSE,
      at: monday,
    });
    await applyImport(db, { importId: byHand.importId, by: ILSE, at: monday });
    expect(await applyAsked(db, importId, { at: tuesday })).toBe("refused");
    expect(await importById(db, importId)).toMatchObject({ state: "ready", applying: null, problem: "register-moved" });
    expect((await registerOf(db)).organisations.map(({ id }) => id)).toEqual(["orda"]);
    expect(await left(db)).toEqual([0, 0]);

    const again = await asked(db, LIST);
    await applyAsked(db, again, { at: tuesday, goesOn: stretches(1) });
    await dropImport(db, { importId: again, at: tuesday });
    expect(await left(db)).toEqual([0, 0]);
    expect(await applyAsked(db, again, { at: tuesday })).toBe("nothing-asked");
    expect((await registerOf(db)).organisations).toHaveLength(1);
  }, 60_000);

  test(`${engine}: what failed says so until it is tried again`, async () => {
    await using store = await openTestStore(engine);
    const { db } = store;
    const importId = await asked(db, LIST);
    await noteApplyFailed(db, importId);
    expect(await importById(db, importId)).toMatchObject({ problem: "failed", applying: { ready: 0 } });
    expect(await askToApply(db, { importId, by: ILSE, at: tuesday })).toBeUndefined();
    expect((await importById(db, importId))?.problem).toBeNull();
    expect(await applyAsked(db, importId, { at: tuesday })).toBe("applied");
  }, 60_000);
}
