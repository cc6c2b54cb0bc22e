import { expect, test } from "bun:test";
import { engines, openTestStore } from "#test/engines.ts";
import { type Db, together } from "./db.ts";
import {
  claim,
  deadJobs,
  enqueue,
  fail,
  finish,
  HELD_MS,
  MOST_ATTEMPTS,
  nextDueAt,
  renew,
  waitAfter,
} from "./queue.ts";

const monday = new Date("2026-03-02T10:00:00.000Z");
const kinds = ["letter.send"];

for (const engine of engines) {
  test(`${engine}: a job is kept or lost with the action that asked for it`, async () => {
    await using store = await openTestStore(engine);
    const failing = together(store.db, async (db) => {
      await enqueue(db, "letter.send", { to: "Ilse" }, monday);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await taken(store.db, monday)).toEqual([]);
    await together(store.db, (db) => enqueue(db, "letter.send", { to: "Ilse" }, monday));
    expect(await taken(store.db, monday)).toEqual([{ to: "Ilse" }]);
  });

  test(`${engine}: jobs come in the order they are due, and not before`, async () => {
    await using store = await openTestStore(engine);
    await enqueue(store.db, "letter.send", { to: "later" }, after(60_000));
    await enqueue(store.db, "letter.send", { to: "second" }, after(1_000));
    await enqueue(store.db, "letter.send", { to: "first" }, monday);
    await enqueue(store.db, "other.kind", {}, monday);
    expect(await nextDueAt(store.db, kinds)).toEqual(monday);
    expect(await taken(store.db, after(1_000))).toEqual([{ to: "first" }, { to: "second" }]);
    expect(await taken(store.db, after(59_999))).toEqual([]);
    // The two that are held are free at 61 s, after the third is due.
    expect(await nextDueAt(store.db, kinds)).toEqual(after(60_000));
    expect(await taken(store.db, after(60_000))).toEqual([{ to: "later" }]);
    expect(await nextDueAt(store.db, ["no.such"])).toBeUndefined();
  });

  test(`${engine}: a key stands for the job that waits, the earlier time counts`, async () => {
    await using store = await openTestStore(engine);
    await enqueue(store.db, "letter.send", { to: "a" }, after(5_000), { key: "a" });
    await enqueue(store.db, "letter.send", { to: "a" }, after(1_000), { key: "a" });
    await enqueue(store.db, "letter.send", { to: "a" }, after(9_000), { key: "a" });
    await enqueue(store.db, "letter.send", { to: "b" }, after(1_500), { key: "b" });
    expect(await taken(store.db, after(1_500))).toEqual([{ to: "a" }, { to: "b" }]);
    expect(await taken(store.db, after(20_000))).toEqual([]);
  });

  test(`${engine}: a job that is being done does not stand for a new one of its key`, async () => {
    await using store = await openTestStore(engine);
    await enqueue(store.db, "letter.send", { to: "a" }, monday, { key: "a" });
    expect(await taken(store.db, monday)).toHaveLength(1);
    await enqueue(store.db, "letter.send", { to: "a" }, monday, { key: "a" });
    expect(await taken(store.db, monday)).toHaveLength(1);
  });

  test(`${engine}: a renewed hold is kept, one that ran out is another's`, async () => {
    await using store = await openTestStore(engine);
    await enqueue(store.db, "letter.send", { to: "Ilse" }, monday);
    const [job] = await claim(store.db, { kinds, worker: "one", now: monday, limit: 5 });
    const ids = job ? [job.id] : [];
    expect(ids).toHaveLength(1);
    expect(await renew(store.db, { ids, worker: "one", now: after(HELD_MS - 1) })).toEqual([]);
    expect(await claim(store.db, { kinds, worker: "two", now: after(HELD_MS), limit: 5 })).toEqual([]);
    const [again] = await claim(store.db, { kinds, worker: "two", now: after(2 * HELD_MS), limit: 5 });
    expect(again?.attempt).toBe(2);
    expect(await renew(store.db, { ids, worker: "one", now: after(2 * HELD_MS) })).toEqual(ids);
  });

  test(`${engine}: who has lost a job does not end it for the other`, async () => {
    await using store = await openTestStore(engine);
    await enqueue(store.db, "letter.send", { to: "Ilse" }, monday);
    const [job] = await claim(store.db, { kinds, worker: "one", now: monday, limit: 1 });
    await claim(store.db, { kinds, worker: "two", now: after(HELD_MS), limit: 1 });
    if (!job) throw new Error("there was no job");
    await finish(store.db, { id: job.id, worker: "one", now: after(HELD_MS) });
    await fail(store.db, { job, worker: "one", error: "late", now: after(HELD_MS), random: 0 });
    const row = await store.db.selectFrom("job").selectAll().executeTakeFirstOrThrow();
    expect({ state: row.state, held_by: row.held_by, last_error: row.last_error }).toEqual({
      state: "waiting",
      held_by: "two",
      last_error: null,
    });
  });

  test(`${engine}: a job that takes its worker down every time is buried, and no longer taken`, async () => {
    await using store = await openTestStore(engine);
    await enqueue(store.db, "letter.send", { to: "Ilse" }, monday);
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      const [job] = await claim(store.db, { kinds, worker: "doomed", now: after(attempt * HELD_MS), limit: 1 });
      expect(job?.attempt).toBe(attempt);
    }
    const now = after((MOST_ATTEMPTS + 1) * HELD_MS);
    expect(await claim(store.db, { kinds, worker: "doomed", now, limit: 1 })).toEqual([]);
    const [dead] = await deadJobs(store.db);
    expect(dead).toMatchObject({ kind: "letter.send", payload: { to: "Ilse" }, attempts: MOST_ATTEMPTS, diedAt: now });
    expect(dead?.lastError).toContain("its worker was gone");
  });
}

test("a failed job waits three times as long each time, at most six hours, spread by a quarter", () => {
  const waits = Array.from({ length: MOST_ATTEMPTS }, (_, before) => waitAfter(before + 1, 1) / 1000);
  expect(waits).toEqual([10, 30, 90, 270, 810, 2430, 7290, 21_600, 21_600, 21_600]);
  expect(waitAfter(1, 0)).toBe(7_500);
  expect(waitAfter(1, 0.5)).toBe(8_750);
});

function after(ms: number): Date {
  return new Date(monday.getTime() + ms);
}

async function taken(db: Db, now: Date): Promise<unknown[]> {
  const jobs = await claim(db, { kinds, worker: "one", now, limit: 10 });
  return jobs.map(({ payload }) => payload);
}
