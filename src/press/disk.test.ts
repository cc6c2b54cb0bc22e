import { expect, test } from "bun:test";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { dependsOn } from "#lib/http.ts";
import { together } from "#store/db.ts";
import { openStore, type Store } from "#store/open.ts";
import { bump, recall, watchTopics } from "#store/topics.ts";
import { type EngineName, engines, openTestStore, type TestStore } from "#test/engines.ts";
import { until } from "#test/until.ts";
import { keepPress, pressFile } from "./disk.ts";
import { openPress } from "./press.ts";

/** A press that prints what a story says in the store, with its file. */
function pressOn(store: Store & Pick<TestStore, "data">, { printer = "this program" } = {}) {
  const printed: string[] = [];
  const press = openPress({
    async print(request) {
      const { pathname } = new URL(request.url);
      printed.push(pathname);
      const row = await store.db.selectFrom("setting").select("value").where("key", "=", pathname).executeTakeFirst();
      const headers = new Headers({ "content-type": "text/plain", "x-own": "ship" });
      dependsOn(headers, [`page:${pathname}`]);
      return new Response(`${row?.value ?? "nothing"} `.repeat(200), { headers });
    },
    keyFor: ({ pathname }) => ({ key: pathname, shelf: "pages" }),
    now: () => new Date("2026-03-02T09:00:00Z"),
  });
  const watch = watchTopics(store, press.moved);
  const path = join(store.data, "press", "pages");
  const get = (key: string, headers: Record<string, string> = {}) =>
    press.serve(new Request(`http://localhost${key}`, { headers }));
  const text = async (key: string) => (await (await get(key)).text()).split(" ")[0];
  return { press, path, printed, get, text, watch, file: pressFile({ path, db: store.db, press, watch, printer }) };
}

/** The press of the process after this one. */
async function restarted(place: TestStore) {
  const store = await openStore(place);
  return { ...pressOn({ ...store, data: place.data }), [Symbol.asyncDispose]: store.close };
}

const say = (store: Pick<TestStore, "db">, key: string, value: string, how = bump) =>
  together(store.db, async (db) => {
    await db
      .insertInto("setting")
      .values({ key, value })
      .onConflict((taken) => taken.column("key").doUpdateSet({ value }))
      .execute();
    await how(db, [`page:${key}`]);
  });

async function withTwoPages(engine: EngineName) {
  const store = await openTestStore(engine);
  const before = pressOn(store);
  await say(store, "/a", "one");
  await say(store, "/b", "two");
  await before.get("/b", { "accept-encoding": "gzip" });
  for (let time = 0; time < 3; time++) await before.text("/a");
  return { store, before };
}

for (const engine of engines) {
  test(`${engine}: a restart begins with the pages of before, in every encoding, and prints none of them`, async () => {
    const { store, before } = await withTwoPages(engine);
    await using _ = store;
    const old = await before.get("/b", { "accept-encoding": "gzip" });
    await before.file.keep();
    await using after = await restarted(store);
    expect(await after.file.takeIn()).toEqual([]);
    expect(await after.text("/a")).toBe("one");
    const again = await after.get("/b", { "accept-encoding": "gzip" });
    expect(Object.fromEntries(again.headers)).toEqual(Object.fromEntries(old.headers));
    expect(await again.bytes()).toEqual(await old.bytes());
    expect(after.printed).toEqual([]);
    expect(after.press.mostRead().map(({ key }) => key)[0]).toBe("/a");
  });

  test(`${engine}: what moved while the program was away is not taken in but printed again, the most read first`, async () => {
    const { store, before } = await withTwoPages(engine);
    await using _ = store;
    await before.file.keep();
    await using elsewhere = await openStore(store);
    await say(elsewhere, "/a", "changed");
    await using after = await restarted(store);
    const keeping = keepPress(after.file, {
      press: after.press,
      ask: after.get,
      report: (_, cause) => {
        throw cause;
      },
    });
    await until(`${engine}: the page that moved`, () => after.printed.includes("/a"));
    expect(after.printed).toEqual(["/a"]);
    expect(await after.text("/a")).toBe("changed");
    expect(await after.text("/b")).toBe("two");
    await keeping.stop();
    expect(after.printed).toEqual(["/a"]);
  });

  test(`${engine}: a page that another process changed a moment before it was kept is not kept as it was`, async () => {
    const { store, before } = await withTwoPages(engine);
    await using _ = store;
    await using elsewhere = await openStore(store);
    await say(elsewhere, "/a", "changed");
    await before.file.keep();
    await using after = await restarted(store);
    await after.file.takeIn();
    expect(await after.text("/a")).toBe("changed");
  });

  test(`${engine}: what is called back is gone from the disk at once, also when it was just being written`, async () => {
    const { store, before } = await withTwoPages(engine);
    await using _ = store;
    await before.file.keep();
    await say(store, "/a", "withdrawn", recall);
    await before.file.forget();
    expect(() => readFileSync(before.path)).toThrow();
    const keeping = before.file.keep();
    await before.file.forget();
    await keeping;
    expect(() => readFileSync(before.path)).toThrow();
  });

  test(`${engine}: another program, another store or a damaged file begin with nothing`, async () => {
    const { store, before } = await withTwoPages(engine);
    await using _ = store;
    await before.file.keep();
    const newer = pressOn(store, { printer: "the next program" });
    expect(await newer.file.takeIn()).toEqual([]);
    expect(newer.press.size().pages).toBe(0);
    await using other = await openTestStore(engine);
    await sql`update migration set made_at = '2026-03-01T00:00:00.000Z'`.execute(other.db);
    const there = pressOn(other);
    await there.file.keep();
    writeFileSync(there.path, readFileSync(before.path));
    await there.file.takeIn();
    expect(there.press.size().pages).toBe(0);
    const whole = readFileSync(before.path);
    for (const broken of [whole.subarray(0, 5), whole.subarray(0, 200), Buffer.from("         2{}"), Buffer.alloc(0)]) {
      writeFileSync(before.path, broken);
      await using after = await restarted(store);
      expect(await after.file.takeIn()).toEqual([]);
      expect(after.press.size().pages).toBe(0);
    }
    const flipped = Buffer.from(whole);
    flipped[flipped.indexOf("one one")] = 0x4f;
    writeFileSync(before.path, flipped);
    await using after = await restarted(store);
    await after.file.takeIn();
    expect(await after.text("/a")).toBe("one");
    expect(after.printed).toEqual(["/a"]);
  });
}
