import { expect, test } from "bun:test";
import { engines, openTestStore } from "#test/engines.ts";
import { until } from "#test/until.ts";
import { together } from "./db.ts";
import { openStore } from "./open.ts";
import { bump, recall, topicVersions, watchTopics } from "./topics.ts";

for (const engine of engines) {
  test(`${engine}: a topic moves by one, also when it is named twice`, async () => {
    await using store = await openTestStore(engine);
    await bump(store.db, ["front:en", "front:en", "article:1"]);
    await bump(store.db, ["front:en"]);
    await bump(store.db, []);
    const versions = await topicVersions(store.db, ["front:en", "article:1", "article:2"]);
    expect(Object.fromEntries(versions)).toEqual({ "front:en": 2, "article:1": 1, "article:2": 0 });
  });

  test(`${engine}: more topics than a statement takes move together`, async () => {
    await using store = await openTestStore(engine);
    const topics = Array.from({ length: 2_500 }, (_, number) => `article:${number}`);
    await bump(store.db, topics);
    const versions = await topicVersions(store.db, topics);
    expect(versions.size).toBe(2_500);
    expect(new Set(versions.values())).toEqual(new Set([1]));
  });

  test(`${engine}: who watches hears of an action's topics before its caller is answered, once`, async () => {
    await using store = await openTestStore(engine);
    const heard: string[] = [];
    const { stop } = watchTopics(store, (moved) => heard.push(...moved));
    await bump(store.db, ["front:en"]);
    expect(heard).toEqual(["front:en"]);
    await together(store.db, async (db) => {
      await bump(db, ["article:1"]);
      expect(heard).toEqual(["front:en"]);
      await bump(db, ["article:2"]);
    });
    expect(heard.sort()).toEqual(["article:1", "article:2", "front:en"]);
    await elsewhere(store, ["last"]);
    await until(`${engine}: the other process's topic`, () => heard.includes("last"));
    expect(heard.sort()).toEqual(["article:1", "article:2", "front:en", "last"]);
    stop();
  });

  test(`${engine}: what is called back is told as such, here and elsewhere, and not again when it moves`, async () => {
    await using store = await openTestStore(engine);
    const here: string[][] = [];
    const there: string[][] = [];
    await using other = await openStore(store);
    const watches = [
      watchTopics(store, (_, recalled) => here.push([...recalled])),
      watchTopics(other, (_, recalled) => there.push([...recalled])),
    ];
    await bump(store.db, ["article:1", "front:en"]);
    await recall(store.db, ["article:1"]);
    expect(here).toEqual([[], ["article:1"]]);
    await until(`${engine}: the recall at the other process`, () => there.flat().length > 0);
    await bump(store.db, ["article:1"]);
    expect(await watches[1]?.look()).toBe(true);
    expect(here.flat()).toEqual(["article:1"]);
    expect(there.flat()).toEqual(["article:1"]);
    for (const { stop } of watches) stop();
  });

  test(`${engine}: nothing is told of an action that was undone, and what moves after it is`, async () => {
    await using store = await openTestStore(engine);
    const heard: string[] = [];
    const { stop } = watchTopics(store, (moved) => heard.push(...moved));
    const failing = together(store.db, async (db) => {
      await bump(db, ["lost"]);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    await together(store.db, async (db) => {
      await together(db, async (db) => {
        await bump(db, ["lost inside"]);
        throw new Error("no");
      }).catch(() => undefined);
      await bump(db, ["kept"]);
    });
    expect(heard).toEqual(["kept"]);
    // The undone move's number is given again: it must not pass for one already told.
    await elsewhere(store, ["lost inside"]);
    await until(`${engine}: the topic that was undone and moved later`, () => heard.includes("lost inside"));
    stop();
  });

  test(`${engine}: what another process commits is heard, and nothing after stopping`, async () => {
    await using store = await openTestStore(engine);
    const heard: string[] = [];
    const { stop } = watchTopics(store, (moved) => heard.push(...moved));
    await elsewhere(store, ["article:7", "front:en"]);
    await until(`${engine}: both topics`, () => heard.length >= 2);
    expect(heard.sort()).toEqual(["article:7", "front:en"]);
    stop();
    await bump(store.db, ["article:8"]);
    expect(heard).not.toContain("article:8");
  });

  test(`${engine}: what moved between the opening and the watching is not missed`, async () => {
    await using store = await openTestStore(engine);
    await elsewhere(store, ["early"]);
    const heard: string[] = [];
    const { stop } = watchTopics(store, (moved) => heard.push(...moved));
    await until(`${engine}: the early topic`, () => heard.includes("early"));
    stop();
  });

  test(`${engine}: of actions that overlap, the one that commits last is heard too`, async () => {
    await using store = await openTestStore(engine);
    const heard: string[] = [];
    await using other = await second(store);
    const { stop } = watchTopics(store, (moved) => heard.push(...moved));
    const gate = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const slow = together(other.db, async (db) => {
      await bump(db, ["slow"]);
      begun.resolve();
      await gate.promise;
    });
    await begun.promise;
    // On SQLite the quick one waits for the slow one; on PostgreSQL it overtakes it.
    const quick = bump(store.db, ["quick"]);
    if (engine === "postgres") {
      await quick;
      await elsewhere(store, ["between"]);
      await until("postgres: the topic in between", () => heard.includes("between"));
    }
    gate.resolve();
    await Promise.all([slow, quick]);
    await until(`${engine}: the slow action's topic`, () => heard.includes("slow"));
    expect(heard.filter((topic) => topic === "quick")).toEqual(["quick"]);
    stop();
  });
}

type Place = { readonly data: string; readonly database?: string };

/** Another connection to the same store, as another process has one. */
async function second({ data, database }: Place) {
  const store = await openStore({ data, database });
  return { ...store, [Symbol.asyncDispose]: store.close };
}

async function elsewhere(place: Place, topics: readonly string[]): Promise<void> {
  await using other = await second(place);
  await bump(other.db, topics);
}
