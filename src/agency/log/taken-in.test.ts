import { expect, test } from "bun:test";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import type { Db } from "#store/db.ts";
import { openPostgres } from "#store/engines/postgres.ts";
import { openSqlite } from "#store/engines/sqlite.ts";
import { migrate } from "#store/migrate.ts";
import { MIGRATIONS } from "#store/migrations/all.ts";
import { DATABASE_FILE } from "#store/open.ts";
import { type EngineName, emptyPlace, engines } from "#test/engines.ts";
import { unlock } from "#test/unlocked.ts";
import { readEntry } from "./log.ts";
import { verifyStore } from "./verify.ts";

for (const engine of engines) {
  test(`${engine}: what was published before there was a log is taken into it in its order, and says that it was`, async () => {
    await using store = await storeBefore(engine, "0014-log");
    const { db } = store;
    await published(db);
    await migrate(db, { migrations: before("0019-decisions-logged") });
    await decided(db);
    await migrate(db);
    const rows = await db.selectFrom("log_entry").select("entry").orderBy("number").execute();
    const entries = rows.map(({ entry }) => readEntry(entry));
    expect(entries.map((entry) => [entry?.kind, entry?.at, entry?.revision])).toEqual([
      ["publication", "2026-01-01T10:00:00.000Z", "stands-1"],
      ["publication", "2026-01-02T10:00:00.000Z", "gone-1"],
      ["update", "2026-01-03T10:00:00.000Z", "stands-2"],
      ["withdrawal", "2026-01-04T10:00:00.000Z", undefined],
      ["decision", "2026-01-05T10:00:00.000Z", undefined],
    ]);
    // That it was taken in later is told in the entry itself; what a draft said is not the log's.
    for (const entry of entries)
      expect(Date.parse(entry?.facts?.["taken"] ?? "")).toBeGreaterThan(Date.parse("2026-02-01"));
    expect(rows.map(({ entry }) => entry).join()).not.toContain("draft");
    expect(await faultsOf(db)).toEqual([]);
    await unlock({ db, engine });
    await sql`update revision set headline = 'Another' where id = 'stands-1'`.execute(db);
    await sql`update decision set after = 'shown' where id = 'decided'`.execute(db);
    expect(await faultsOf(db)).toEqual([
      expect.stringContaining("has been changed since"),
      expect.stringContaining("has been changed since"),
    ]);
  });
}

async function storeBefore(engine: EngineName, name: string) {
  const { data, database } = await emptyPlace(engine);
  mkdirSync(data, { recursive: true });
  const { db } =
    database === undefined
      ? openSqlite(join(data, DATABASE_FILE), { readonly: false })
      : openPostgres(database, { readonly: false });
  await migrate(db, { migrations: before(name) });
  return {
    db,
    async [Symbol.asyncDispose]() {
      await db.destroy();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function before(name: string) {
  return MIGRATIONS.filter((one) => one.name < name);
}

/** As an earlier version wrote them: an article that was changed once, one that was taken back, and a draft. */
async function published(db: Db): Promise<void> {
  const at = (day: number) => `2026-01-0${day}T10:00:00.000Z`;
  await sql`
    insert into edition (id, code, name, language, time_zone, date_order, dateline_style, jurisdictions, label_policy, labels_as_of, position, made_at)
    values ('en', 'en', 'English', 'en', 'UTC', 'day-first', 'place-day', '[]', '{}', 'today', 0, ${at(1)})`.execute(
    db,
  );
  for (const [id, state] of [
    ["stands", "published"],
    ["gone", "withdrawn"],
  ] as const) {
    await sql`insert into story (id, made_at) values (${id}, ${at(1)})`.execute(db);
    await sql`
      insert into article (id, story_id, edition_id, slug, state, published_at, changed_at, made_at)
      values (${id}, ${id}, 'en', ${id}, ${state}, ${at(1)}, ${at(1)}, ${at(1)})`.execute(db);
  }
  for (const [id, article, kind, day] of [
    ["stands-0", "stands", "draft", 1],
    ["stands-1", "stands", "publication", 1],
    ["gone-1", "gone", "publication", 2],
    ["stands-2", "stands", "update", 3],
  ] as const)
    await sql`
      insert into revision (id, article_id, kind, headline, standfirst, document, picture_alt, picture_caption, note, made_by, made_at)
      values (${id}, ${article}, ${kind}, 'Ferries stop', '', '{}', '', '', '', 'Ilse', ${at(day)})`.execute(db);
  await sql`update article set published_revision_id = 'stands-2' where id = 'stands'`.execute(db);
  await sql`update article set gone = 'withdrawn', gone_at = ${at(4)} where id = 'gone'`.execute(db);
}

async function decided(db: Db): Promise<void> {
  const at = "2026-01-05T10:00:00.000Z";
  await sql`
    insert into reply (id, article_id, root_id, depth, kind, author_name, body, quote, state, is_listed, shown_below, note, flags, written_at)
    values ('reply', 'stands', 'reply', 0, 'reply', 'Ada', 'No.', '', 'refused', 0, 0, '', '[]', ${at})`.execute(db);
  await sql`
    insert into decision (id, reply_id, before, after, note, made_by, made_at)
    values ('decided', 'reply', 'held', 'refused', '', 'Mo', ${at})`.execute(db);
}

async function faultsOf(db: Db): Promise<string[]> {
  const { findings } = await verifyStore(db, { verifier: undefined, earlier: [] });
  return findings.filter(({ severity }) => severity === "fault").map(({ sentence }) => sentence);
}
