import { expect, test } from "bun:test";
import { sql } from "kysely";
import { openDoor } from "#test/door.ts";
import { engines, openTestStore } from "#test/engines.ts";
import { publishMany } from "#test/many-articles.ts";

const AT = new Date("2026-11-26T08:00:00Z");
const COUNT = 2_000;

for (const engine of engines) {
  test(`${engine}: an article is under its topic from its publication until it is taken away`, async () => {
    await using store = await openTestStore(engine, { demo: true });
    const { db } = store;
    const listed = (id: string) => db.selectFrom("listed").select("kind").where("article_id", "=", id).execute();
    const { article_id: id } = await db.selectFrom("article_topic").select("article_id").executeTakeFirstOrThrow();
    const before = await listed(id);
    expect(before).toContainEqual({ kind: "topic" });
    await db.updateTable("article").set({ state: "withdrawn" }).where("id", "=", id).execute();
    expect(await listed(id)).toEqual([]);
    await db.updateTable("article").set({ state: "published" }).where("id", "=", id).execute();
    expect((await listed(id)).length).toBe(before.length);
  });
}

test("postgres: listing one article reads no other, on a connection that knew the table when it was empty", async () => {
  await using door = await openDoor("postgres");
  const { db } = door;
  await publishMany(db, { count: COUNT, at: AT, text: () => ["A quiet day."] });
  await sql`select pg_stat_force_next_flush()`.execute(db);
  await sql`select 1`.execute(db);
  const { rows } = await sql<{ read: string }>`
    select sum(idx_tup_read) as read from pg_stat_user_indexes
     where relname = 'article' and indexrelname <> 'article_pkey'`.execute(db);
  expect(Number(rows[0]?.read)).toBeLessThan(COUNT * 10);
});
