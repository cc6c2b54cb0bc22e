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
  if (isComplete(await migrationsOf(db), migrations)) return;
  await together(db, async (db) => {
    await engineOf(db).lockForMigration(db);
    await sql`create table if not exists migration (name ${engineOf(db).text} not null primary key, made_at ${engineOf(db).text} not null)`.execute(
      db,
    );
    const done = await migrationsOf(db);
    if (isComplete(done, migrations)) return;
    for (const { name, up } of migrations.slice(done.length)) {
      await up(db);
      await sql`insert into migration (name, made_at) values (${name}, ${new Date().toISOString()})`.execute(db);
    }
  });
}

/** Throws unless the store is at this version. */
export async function checkMigrated(db: Db): Promise<void> {
  if (isComplete(await migrationsOf(db), MIGRATIONS)) return;
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

function isComplete(done: readonly string[], migrations: readonly Migration[]): boolean {
  const newer = done.find((name, at) => migrations[at]?.name !== name);
  if (newer !== undefined) {
    throw new StoreProblem(
      `The database has been written by a newer version of Dateline (it has "${newer}", which this version does not know). Use that version or a later one.`,
    );
  }
  return done.length === migrations.length;
}
