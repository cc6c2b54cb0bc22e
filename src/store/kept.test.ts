/** Kept statements: compiled once, run with other values each time. */
import { expect, test } from "bun:test";
import { engines, openTestStore } from "#test/engines.ts";
import { keptStatement, type ValueOf } from "./kept.ts";
import { enqueue } from "./queue.ts";

const AT = new Date("2026-03-04T12:00:00Z");

const waitingOf = keptStatement((db, value: ValueOf<{ kind: string; most: number }>) =>
  db
    .selectFrom("job")
    .select(["kind", "key"])
    .where("state", "=", "waiting")
    .where("kind", "=", value("kind"))
    .orderBy("key")
    .limit(value("most")),
);

for (const engine of engines) {
  test(`${engine}: a kept statement is run with the values of its run, and what it always says stands in its text`, async () => {
    const heard: { readonly text: string; readonly parameters: readonly unknown[] }[] = [];
    await using store = await openTestStore(engine, {
      heard: ({ query: { sql: text, parameters } }) => void heard.push({ text, parameters }),
    });
    for (const key of ["one", "two", "three"]) await enqueue(store.db, "bell", {}, AT, { key });
    await enqueue(store.db, "whistle", {}, AT, { key: "four" });
    heard.length = 0;

    expect(await waitingOf(store.db, { kind: "bell", most: 2 })).toEqual([
      { kind: "bell", key: "one" },
      { kind: "bell", key: "three" },
    ]);
    expect(await waitingOf(store.db, { kind: "whistle", most: 9 })).toEqual([{ kind: "whistle", key: "four" }]);

    const [first, second] = heard;
    expect(second?.text).toBe(first?.text ?? "");
    expect(first?.text).toContain(`"state" = 'waiting'`);
    expect(heard.map(({ parameters }) => parameters)).toEqual([
      ["bell", 2],
      ["whistle", 9],
    ]);
  });
}

const someOf = keptStatement((db, value: ValueOf<{ kind: string; keys: readonly string[] }>) =>
  db.selectFrom("job").select("key").where("kind", "=", value("kind")).where("key", "in", value("keys")).orderBy("key"),
);

for (const engine of engines) {
  test(`${engine}: a kept statement takes lists of any length, and is compiled for few of them`, async () => {
    const heard = new Set<string>();
    await using store = await openTestStore(engine, { heard: ({ query }) => void heard.add(query.sql) });
    const keys = ["five", "four", "one", "three", "two"];
    for (const key of keys) await enqueue(store.db, "bell", {}, AT, { key });
    heard.clear();
    for (let many = 1; many <= keys.length; many++) {
      const some = keys.slice(0, many);
      expect(await someOf(store.db, { kind: "bell", keys: some })).toEqual(some.map((key) => ({ key })));
    }
    expect(heard.size).toBe(4); // one, two, four and eight
    await expect(someOf(store.db, { kind: "bell", keys: [] })).rejects.toThrow("among nothing");
  });
}

test("SQLite plans a kept statement once: none of its values is in the planner's view", async () => {
  const heard: string[] = [];
  await using store = await openTestStore("sqlite", { heard: ({ query }) => void heard.push(query.sql) });
  await waitingOf(store.db, { kind: "bell", most: 1 });
  expect(heard.at(-1)).toEndWith(`"state" = 'waiting' and "kind" = +? order by "key" limit +?`);
});
