/** Brings a store forward to this version's tables, never back, one process at a time. */
import { sql } from "kysely";
import { type Db, engineOf, together } from "./db.ts";
import { MIGRATIONS, type Migration } from "./migrations/all.ts";
import { StoreProblem } from "./problem.ts";

/**
 * All that is missing, in one action with the list of what has been done: a process killed in the middle leaves
 * the store as it was. (Kysely's own migrator makes its tables before it takes its lock.)
 */
export async function migrate(
  db: Db,
  { migrations = MIGRATIONS }: { migrations?: readonly Migration[] } = {},
): Promise<void> {
  if (await isComplete(db, migrations)) return;
  await together(db, async (db) => {
    await engineOf(db).lockForMigration(db);
    await sql`create table if not exists migration (name ${engineOf(db).text} not null primary key, made_at ${engineOf(db).text} not null)`.execute(
      db,
    );
    if (await isComplete(db, migrations)) return;
    const done = await migrationsOf(db);
    for (const { name, up, olderStays } of migrations.slice(done.length)) {
      await up(db);
      await sql`insert into migration (name, made_at) values (${name}, ${new Date().toISOString()})`.execute(db);
      if (olderStays) await sql`update migration set older_stays = 1 where name = ${name}`.execute(db);
    }
    await engineOf(db).notePlans(db);
  });
}

/** Throws unless the store is at this version. */
export async function checkMigrated(db: Db): Promise<void> {
  if (await isComplete(db, MIGRATIONS)) return;
  throw new StoreProblem(
    "The database is from an older version of Dateline and has to be brought forward. Start this version once with: serve",
  );
}

/** The names of what has been done, in order; none where there is no store yet. */
export async function migrationsOf(db: Db): Promise<string[]> {
  if (!(await engineOf(db).hasTable(db, "migration"))) return [];
  const { rows } = await sql<{ name: string }>`
    select name
      from migration
     order by name`.execute(db);
  return rows.map(({ name }) => name);
}

/** What tells a store from every other one, also from one its backup was put back into. */
export async function storeIdentity(db: Db): Promise<string> {
  const { rows } = await sql<{ made_at: string }>`
    select made_at
      from migration
     order by name
     limit 1`.execute(db);
  return rows[0]?.made_at ?? "";
}

/** Also where a newer version has been, if all it did leaves this one in peace. */
async function isComplete(db: Db, migrations: readonly Migration[]): Promise<boolean> {
  const done = await migrationsOf(db);
  const first = done.findIndex((name, at) => migrations[at]?.name !== name);
  if (first === -1) return done.length === migrations.length;
  const newer = done.slice(first);
  if (first === migrations.length && (await leaveOlderInPeace(db, newer))) return true;
  throw new StoreProblem(
    `The database has been written by a newer version of Dateline (it has "${newer[0]}", which this version does not know). Use that version or a later one.`,
  );
}

async function leaveOlderInPeace(db: Db, names: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ name: string }>`select name from migration where older_stays = 1`.execute(db);
  const peaceful = new Set(rows.map(({ name }) => name));
  return names.every((name) => peaceful.has(name));
}
