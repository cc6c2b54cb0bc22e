import { expect, test } from "bun:test";
import { spawn } from "node:child_process";
import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { emptyPlace, engines, openTestStore } from "#test/engines.ts";
import { until } from "#test/until.ts";
import { together } from "./db.ts";
import { openSqlite, sqliteProblem } from "./engines/sqlite.ts";
import { migrate, migrationsOf } from "./migrate.ts";
import { MIGRATIONS } from "./migrations/all.ts";
import { DATABASE_FILE, openStore, StoreProblem, watchVersion } from "./open.ts";
import { TABLE_NAMES } from "./tables.ts";

for (const engine of engines) {
  test(`${engine}: a new place gets every table, and opening again changes nothing`, async () => {
    const place = await emptyPlace(engine);
    const first = await openStore(place);
    expect(first.engine).toBe(engine);
    const tables = (await first.db.introspection.getTables()).map(({ name }) => name);
    expect(TABLE_NAMES.filter((table) => !tables.includes(table))).toEqual([]);
    await first.close();
    const again = await openStore(place);
    expect(await migrationsOf(again.db)).toEqual(MIGRATIONS.map(({ name }) => name));
    await again.close();
  });

  test(`${engine}: of processes that open a new place at once one makes the tables and all can use them`, async () => {
    const place = await emptyPlace(engine);
    const program = `
      import { openStore } from "#store/open.ts";
      const store = await openStore(${JSON.stringify(place)});
      await store.db.insertInto("story").values({ id: String(process.pid), made_at: "" }).execute();
      await store.close();`;
    const script = join(import.meta.dirname, "..", "..", "test");
    const ends = await Promise.all(Array.from({ length: 4 }, () => ended(program, script)));
    expect(ends).toEqual([0, 0, 0, 0]);
    const store = await openStore(place);
    expect(await store.db.selectFrom("story").selectAll().execute()).toHaveLength(4);
    await store.close();
  }, 60_000);

  test(`${engine}: a migration that fails leaves the store as it was`, async () => {
    await using store = await openTestStore(engine);
    const second = {
      name: "9998-good",
      up: async (db: typeof store.db) => void (await sql`create table good (id integer)`.execute(db)),
    };
    const third = {
      name: "9999-bad",
      up: async () => {
        throw new Error("no");
      },
    };
    await expect(migrate(store.db, { migrations: [...MIGRATIONS, second, third] })).rejects.toThrow("no");
    expect(await migrationsOf(store.db)).toEqual(MIGRATIONS.map(({ name }) => name));
    const tables = (await store.db.introspection.getTables()).map(({ name }) => name);
    expect(tables).not.toContain("good");
    await migrate(store.db, { migrations: [...MIGRATIONS, second] });
    expect(await migrationsOf(store.db)).toEqual([...MIGRATIONS.map(({ name }) => name), "9998-good"]);
  });

  test(`${engine}: a store of a newer version is refused with a sentence`, async () => {
    await using store = await openTestStore(engine);
    await sql`insert into migration (name, made_at) values ('0009-from-the-future', '')`.execute(store.db);
    for (const readonly of [false, true]) {
      const opening = openStore({ data: store.data, database: store.database, readonly });
      await expect(opening).rejects.toThrow(StoreProblem);
      await expect(opening).rejects.toThrow("newer version of Dateline");
    }
  });

  test(`${engine}: what a newer version did is no hindrance where it says that older ones may stay`, async () => {
    await using store = await openTestStore(engine);
    const up = async (db: typeof store.db) => void (await sql`create table of_tomorrow (id integer)`.execute(db));
    const peaceful = [{ name: "9998-tomorrow", up, olderStays: true as const }];
    await migrate(store.db, { migrations: [...MIGRATIONS, ...peaceful] });
    for (const readonly of [false, true]) {
      const again = await openStore({ data: store.data, database: store.database, readonly });
      expect(await again.db.selectFrom("story").selectAll().execute()).toEqual([]);
      await again.close();
    }
    await migrate(store.db, {
      migrations: [...MIGRATIONS, ...peaceful, { name: "9999-other-meaning", up: async () => undefined }],
    });
    const opening = openStore({ data: store.data, database: store.database });
    await expect(opening).rejects.toThrow("newer version of Dateline");
  });

  test(`${engine}: a store opened to read writes nothing`, async () => {
    await using store = await openTestStore(engine);
    const reader = await openStore({ data: store.data, database: store.database, readonly: true });
    await expect(reader.db.insertInto("story").values({ id: "one", made_at: "" }).execute()).rejects.toThrow(
      /read-?only/i,
    );
    await expect(together(reader.db, (db) => db.deleteFrom("story").execute())).rejects.toThrow(/read-?only/i);
    await reader.close();
  });

  test(`${engine}: both engines have the same tables and columns`, async () => {
    await using store = await openTestStore(engine);
    await using other = await openTestStore(engine === "sqlite" ? "postgres" : "sqlite");
    const [ours, theirs] = await Promise.all([store, other].map(({ db }) => columnsOf(db)));
    expect(ours).toEqual(theirs);
  });
}

test("sqlite: the directory and the file are for their own user alone", async () => {
  const place = await emptyPlace("sqlite");
  const store = await openStore(place);
  await store.db.insertInto("story").values({ id: "one", made_at: "" }).execute();
  expect(statSync(place.data).mode & 0o777).toBe(0o700);
  for (const file of [DATABASE_FILE, `${DATABASE_FILE}-wal`]) {
    expect(statSync(join(place.data, file)).mode & 0o777).toBe(0o600);
  }
  await store.close();
});

test("sqlite: a store plans from its first day as one of years, and one that was there before from its next opening", async () => {
  const { data } = await emptyPlace("sqlite");
  mkdirSync(data, { recursive: true });
  // As the version before the figures left it.
  const before = openSqlite(join(data, DATABASE_FILE), { readonly: false });
  await migrate(before.db, { migrations: MIGRATIONS.filter(({ name }) => name < "0074-desk-sections") });
  await sql`drop table sqlite_stat1`.execute(before.db);
  await before.db.destroy();

  const { db } = openSqlite(join(data, DATABASE_FILE), { readonly: false });
  // A plan that was asked for is kept: each time for another story.
  const planOf = async (one: typeof db, storyId: string) => {
    const siblings = sql<{ detail: string }>`
      explain query plan
      select slug from article where story_id = ${sql.lit(storyId)} and state = 'published'`;
    return (await siblings.execute(one)).rows.map(({ detail }) => detail).join();
  };
  expect(await planOf(db, "one")).not.toContain("article_of_story");

  await using store = await openStore({ data });
  expect(await planOf(store.db, "one")).toContain("article_of_story (story_id=?)");
  // Who has the file open since before reads on, and by the same figures.
  expect(await db.selectFrom("article").selectAll().execute()).toEqual([]);
  expect(await planOf(db, "two")).toContain("article_of_story (story_id=?)");
  await db.destroy();
});

test("sqlite: a commit is on the disk before it is answered, and readers do not keep writers out", async () => {
  await using store = await openTestStore("sqlite");
  await together(store.db, async (db) => {
    const settings = await Promise.all(
      ["journal_mode", "synchronous", "foreign_keys"].map((name) =>
        sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(db),
      ),
    );
    expect(settings.map(({ rows }) => Object.values(rows[0] ?? {})[0])).toEqual(["wal", 2, 1]);
  });
});

test("sqlite: what is not a database is refused with a sentence and left as it is", async () => {
  const { data } = await emptyPlace("sqlite");
  mkdirSync(data, { recursive: true });
  writeFileSync(join(data, DATABASE_FILE), "Dear reader,\n".repeat(1_000));
  await expect(openStore({ data })).rejects.toThrow("is not a database, or it is damaged");
  const file = join(data, DATABASE_FILE);
  await expect(openStore({ data: file })).rejects.toThrow("cannot be made: it is a file. Give a folder");
  await expect(openStore({ data: join(file, "in it") })).rejects.toThrow("a part of its path is a file");
  await expect(openStore({ data: join(data, "nothing"), readonly: true })).rejects.toThrow("There is no store");
});

test("sqlite: a file that is held, or another user's, or on a full disk is refused with a sentence", () => {
  const says: Record<string, string> = {
    SQLITE_BUSY: "another program holds it",
    SQLITE_BUSY_RECOVERY: "another program holds it",
    SQLITE_READONLY_DIRECTORY: "this user may not write it",
    EPERM: "it belongs to another user",
    SQLITE_FULL: "the disk is full",
    SQLITE_IOERR_WRITE: "the disk could not be read or written",
  };
  for (const [code, why] of Object.entries(says)) {
    const problem = sqliteProblem("/srv/news/dateline.db", Object.assign(new Error("no"), { code }));
    expect(problem?.message).toStartWith(`/srv/news/dateline.db cannot be opened: ${why}`);
  }
  expect(sqliteProblem("/srv/news/dateline.db", new Error("a mistake of ours"))).toBeUndefined();
});

test("sqlite: a look at the file that fails is made up for by the next", async () => {
  const versions = [1, "locked", "locked", 2];
  const watch = watchVersion(() => {
    const version = versions.length > 1 ? versions.shift() : versions[0];
    if (typeof version === "number") return version;
    throw new Error("database is locked");
  });
  let told = 0;
  watch.listen(() => {
    told += 1;
  });
  await until("the change behind two failed looks is told", () => told > 0);
  await watch.stop();
  expect([told, versions]).toEqual([1, [2]]);
});

test("postgres: a server that is not there is said in a sentence without the password", async () => {
  const { data } = await emptyPlace("sqlite");
  const opening = openStore({ data, database: "postgres://ilse:secret@127.0.0.1:1/news" });
  const error = await opening.catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(StoreProblem);
  expect(String(error)).toContain("cannot be opened");
  expect(String(error)).not.toContain("secret");
});

async function columnsOf(db: Parameters<typeof migrationsOf>[0]): Promise<Record<string, string[]>> {
  const tables = await db.introspection.getTables();
  const ours = tables.filter(({ name }) => TABLE_NAMES.some((known) => known === name));
  return Object.fromEntries(
    ours
      .map(
        ({ name, columns }) =>
          [name, columns.map((column) => `${column.name}${column.isNullable ? "?" : ""}`).sort()] as const,
      )
      // The words are kept in a table of their own on one engine and in a column on the other.
      .map(([name, columns]) => [name, columns.filter((column) => column !== "words?")] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

function ended(program: string, cwd: string): Promise<number | null> {
  const child = spawn(process.execPath, ["-e", program], { cwd, stdio: ["ignore", "ignore", "inherit"] });
  return new Promise((resolve) => child.on("close", resolve));
}
