import { expect, test } from "bun:test";
import { z } from "zod";
import { deadJobs, enqueue, HELD_MS, MOST_ATTEMPTS, revive } from "#store/queue.ts";
import { engines, openTestStore } from "#test/engines.ts";
import { until } from "#test/until.ts";
import { handler, type Jobs, type Work, work, workOnce } from "./work.ts";

const monday = new Date("2026-03-02T10:00:00.000Z");
const letter = z.object({ to: z.string() });

for (const engine of engines) {
  test(`${engine}: a job is done once and its payload arrives`, async () => {
    await using store = await openTestStore(engine);
    const sent: string[] = [];
    const at = clock(monday);
    await enqueue(store.db, "letter.send", { to: "Ilse" }, monday);

    expect(await workOnce(atWork(store, { "letter.send": sending(sent) }, at))).toBe(1);
    expect(await workOnce(atWork(store, { "letter.send": sending(sent) }, at))).toBe(0);
    expect(sent).toEqual(["Ilse"]);
  });

  test(`${engine}: what keeps jobs from being looked at is told of once, until they were looked at again`, async () => {
    await using store = await openTestStore(engine);
    const [sent, said]: [string[], string[]] = [[], []];
    const at = clock(monday);
    let isAway = true;
    let looks = 0;
    const away = {
      ...store,
      db: new Proxy(store.db, {
        get(db, name) {
          if (isAway && name === "selectFrom") {
            looks += 1;
            throw new Error("nobody listens there");
          }
          const value: unknown = Reflect.get(db, name, db);
          return typeof value === "function" ? value.bind(db) : value;
        },
      }),
    };
    await enqueue(store.db, "letter.send", { to: "Ilse" }, monday);
    const worker = work(atWork(away, { "letter.send": sending(sent) }, at, said));
    await until("it has looked often", () => {
      worker.look();
      return looks > 5;
    });
    expect(said).toHaveLength(1);
    isAway = false;
    await until("the letter is sent", () => {
      worker.look();
      return sent.length === 1;
    });
    isAway = true;
    await until("it is told of again", () => {
      worker.look();
      return said.length === 2;
    });
    isAway = false;
    await worker.stop();
  });

  test(`${engine}: a job of a kind nobody here knows is left for who does`, async () => {
    await using store = await openTestStore(engine);
    await enqueue(store.db, "letter.send", { to: "Ilse" }, monday);
    expect(await workOnce(atWork(store, {}, clock(monday)))).toBe(0);
    const { state, attempts } = await store.db.selectFrom("job").selectAll().executeTakeFirstOrThrow();
    expect({ state, attempts }).toEqual({ state: "waiting", attempts: 0 });
  });

  test(`${engine}: a job that fails is tried later and later, then lies with the dead until it is revived`, async () => {
    await using store = await openTestStore(engine);
    const at = clock(monday);
    const said: string[] = [];
    let works = false;
    const tried: Date[] = [];
    const jobs: Jobs = {
      "letter.send": async () => {
        tried.push(at.now());
        if (!works) throw new Error("the letterbox is locked");
      },
    };
    await enqueue(store.db, "letter.send", { to: "Ilse" }, monday);
    for (let day = 0; day < MOST_ATTEMPTS; day++) {
      await workOnce(atWork(store, jobs, at, said));
      at.pass(24 * 60 * 60 * 1000);
    }
    expect(tried).toHaveLength(MOST_ATTEMPTS);
    expect(said.at(-1)).toContain("for the last time");

    const [dead] = await deadJobs(store.db);
    expect(dead?.attempts).toBe(MOST_ATTEMPTS);
    expect(dead?.lastError).toContain("the letterbox is locked");
    await workOnce(atWork(store, jobs, at));
    expect(tried).toHaveLength(MOST_ATTEMPTS);

    works = true;
    expect(await revive(store.db, dead?.id ?? "")).toBe(true);
    expect(await revive(store.db, dead?.id ?? "")).toBe(false);
    expect(await workOnce(atWork(store, jobs, at))).toBe(1);
    expect(await deadJobs(store.db)).toEqual([]);
  });

  test(`${engine}: a payload that is not what the job takes fails and is kept`, async () => {
    await using store = await openTestStore(engine);
    const sent: string[] = [];
    await enqueue(store.db, "letter.send", { too: "Ilse" }, monday);
    await workOnce(atWork(store, { "letter.send": sending(sent) }, clock(monday)));
    const { state, last_error } = await store.db.selectFrom("job").selectAll().executeTakeFirstOrThrow();
    expect(state).toBe("waiting");
    expect(last_error).toContain("expected string");
    expect(sent).toEqual([]);
  });

  test(`${engine}: a worker hears of a job as it is asked for and finishes it before it stops`, async () => {
    await using store = await openTestStore(engine);
    const gate = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const jobs: Jobs = {
      "letter.send": async () => {
        begun.resolve();
        await gate.promise;
      },
    };
    const worker = work(atWork(store, jobs, clock(monday)));
    await enqueue(store.db, "letter.send", { to: "Ilse" }, monday);
    await begun.promise;
    const stopped = worker.stop();
    gate.resolve();
    await stopped;
    const { state } = await store.db.selectFrom("job").select("state").executeTakeFirstOrThrow();
    expect(state).toBe("done");
  });

  test(`${engine}: a job that does not end in time is told to, is not called done, and the next worker takes it at once`, async () => {
    await using store = await openTestStore(engine);
    const [sent, said]: [string[], string[]] = [[], []];
    const begun = Promise.withResolvers<void>();
    const ended = Promise.withResolvers<void>();
    const jobs: Jobs = {
      "letter.send": async (_, { signal }) => {
        begun.resolve();
        await new Promise((told) => signal.addEventListener("abort", told));
        ended.resolve();
      },
    };
    const worker = work({ ...atWork(store, jobs, clock(monday), said), stopsWithinMs: 1 });
    await enqueue(store.db, "letter.send", { to: "Ilse" }, monday);
    await begun.promise;
    await worker.stop();
    await ended.promise;
    expect(await workOnce(atWork(store, { "letter.send": sending(sent) }, clock(monday), said))).toBe(1);
    expect(sent).toEqual(["Ilse"]);
    expect(said).toEqual([]);
  });

  test(`${engine}: slow jobs are done one at a time, and no quick one waits for them`, async () => {
    await using store = await openTestStore(engine);
    const drawn: string[] = [];
    const sent: string[] = [];
    let atOnce = 0;
    let mostAtOnce = 0;
    const gate = Promise.withResolvers<void>();
    const jobs: Jobs = {
      "picture.draw": handler(letter, async ({ to }) => {
        mostAtOnce = Math.max(mostAtOnce, ++atOnce);
        await gate.promise;
        drawn.push(to);
        atOnce--;
      }),
      "letter.send": sending(sent),
    };
    for (let number = 0; number < 10; number++)
      await enqueue(store.db, "picture.draw", { to: `picture ${number}` }, monday);
    const worker = work({ ...atWork(store, jobs, clock(monday)), slow: ["picture.draw"] });
    await until("a slow job begins", () => atOnce > 0);
    for (let number = 0; number < 10; number++)
      await enqueue(store.db, "letter.send", { to: `reader ${number}` }, monday);
    await until("every letter is sent beside it", () => sent.length === 10);
    expect(drawn).toEqual([]);
    gate.resolve();
    await until("every picture is drawn", () => drawn.length === 10);
    expect(mostAtOnce).toBe(1);
    await worker.stop();
  });

  test(`${engine}: of two workers only one does a job`, async () => {
    await using store = await openTestStore(engine);
    const sent: string[] = [];
    for (let number = 0; number < 20; number++)
      await enqueue(store.db, "letter.send", { to: `reader ${number}` }, monday);
    const at = clock(monday);
    const both = [1, 2].map(() => workOnce(atWork(store, { "letter.send": sending(sent) }, at)));
    const [one = 0, other = 0] = await Promise.all(both);
    expect(one + other).toBe(20);
    expect(new Set(sent).size).toBe(20);
    expect(sent).toHaveLength(20);
  });

  test(`${engine}: a job whose worker died is done by another once its hold has run out, not before`, async () => {
    await using store = await openTestStore(engine);
    const at = clock(monday);
    await enqueue(store.db, "letter.send", { to: "Ilse" }, monday);
    // What a killed worker leaves: a row it holds.
    await store.db
      .updateTable("job")
      .set({ held_by: "gone", held_until: new Date(monday.getTime() + HELD_MS).toISOString(), attempts: 1 })
      .execute();
    const sent: string[] = [];
    expect(await workOnce(atWork(store, { "letter.send": sending(sent) }, at))).toBe(0);
    at.pass(HELD_MS);
    expect(await workOnce(atWork(store, { "letter.send": sending(sent) }, at))).toBe(1);
    expect(sent).toEqual(["Ilse"]);
  });

  test(`${engine}: what comes again is asked for once a period, however many look`, async () => {
    await using store = await openTestStore(engine);
    const at = clock(monday);
    let swept = 0;
    const daily = { kind: "floor.sweep", everyMs: 24 * 60 * 60 * 1000, payload: {} };
    const jobs: Jobs = {
      "floor.sweep": async () => {
        swept += 1;
      },
    };
    const look = () => workOnce({ ...atWork(store, jobs, at), schedule: [daily] });
    await Promise.all([look(), look(), look()]);
    expect(swept).toBe(1);
    at.pass(3 * daily.everyMs);
    await look();
    await look();
    expect(swept).toBe(2);
  });
}

function sending(sent: string[]) {
  return handler(letter, async ({ to }) => {
    sent.push(to);
  });
}

function clock(start: Date) {
  let now = start.getTime();
  return {
    now: () => new Date(now),
    pass: (ms: number) => {
      now += ms;
    },
  };
}

function atWork(store: Work["store"], jobs: Jobs, { now }: { now: () => Date }, said: string[] = []): Work {
  return { store, jobs, now, random: () => 0.5, report: (sentence) => said.push(sentence) };
}
