/** Puts the rows of an export into an empty store, all of them or none, and asks for what follows from them. */
import { sql } from "kysely";
import { type Db, engineOf, together } from "./db.ts";
import { rowArriving } from "./leaving.ts";
import { MIGRATIONS } from "./migrations/all.ts";
import { StoreProblem } from "./problem.ts";
import { enqueue } from "./queue.ts";
import { completeRows, forgetOwnNotes, insertRows, isNoRoom, isRowRefused, namingLater } from "./rows.ts";
import { firstUsedTable, TABLE_NAMES, type TableName, type TableRow } from "./tables.ts";
import { bump } from "./topics.ts";

export type Arriving = {
  /** Of a table, in the order they were written; an empty one for a table that has none. */
  readonly rows: (table: TableName) => AsyncIterable<TableRow>;
  /** Tables whose rows are left behind. */
  readonly without: readonly TableName[];
  readonly at: Date;
  readonly progress: (table: TableName, rows: number) => void;
};

const ROWS_AT_ONCE = 200;

/** The newest migration this version knows; what was made at another one is refused with a sentence. */
export function migrationProblem(migration: string): string | undefined {
  if (migration === MIGRATIONS.at(-1)?.name) return undefined;
  return MIGRATIONS.some(({ name }) => name === migration)
    ? `was made by an older version of Dateline (its tables are at "${migration}"). Read it back with that version, then start this one: it brings the tables forward`
    : `was made by a newer version of Dateline (its tables are at "${migration}"). Read it back with that version`;
}

export async function refuseUnlessEmpty(db: Db): Promise<void> {
  const used = await firstUsedTable(db);
  if (!used) return;
  throw new StoreProblem(
    `The store is not empty (the table "${used}" has rows), so nothing was read into it. Give a new directory with --data, or an empty database.`,
  );
}

export async function putArriving(db: Db, { rows, without, at, progress }: Arriving): Promise<void> {
  try {
    await together(db, async (db) => {
      await refuseUnlessEmpty(db);
      await forgetOwnNotes(db);
      const unfinished = new Map<TableName, readonly TableRow[]>();
      for (const table of TABLE_NAMES)
        if (!without.includes(table)) unfinished.set(table, await putTable(db, table, rows(table), progress));
      for (const [table, some] of unfinished) await completeRows(db, table, some);
      await askForWhatFollows(db, at);
      await bump(db, ["editions", "settings", "register"]);
      await engineOf(db).announce(db);
    });
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : "";
    if (isRowRefused(code))
      throw new StoreProblem("A row of the export does not fit into its table. Nothing was changed.", { cause });
    if (isNoRoom(code)) throw new StoreProblem("The disk is full. Nothing was changed.", { cause });
    throw cause;
  }
}

async function putTable(
  db: Db,
  table: TableName,
  rows: AsyncIterable<TableRow>,
  progress: Arriving["progress"],
): Promise<TableRow[]> {
  const unfinished: TableRow[] = [];
  let some: TableRow[] = [];
  let put = 0;
  const flush = async () => {
    if (some.length === 0) return;
    await insertRows(db, table, some);
    unfinished.push(...namingLater(table, some));
    put += some.length;
    progress(table, put);
    some = [];
  };
  for await (const row of rows) {
    const arriving = rowArriving(row);
    // A statement names its columns once.
    if (some.length > 0 && Object.keys(arriving).join() !== Object.keys(some[0] ?? {}).join()) await flush();
    some.push(arriving);
    if (some.length === ROWS_AT_ONCE) await flush();
  }
  await flush();
  return unfinished;
}

/** Jobs stay in the house they were in: what search looks through, sizes of pictures, what comes out at its minute. */
async function askForWhatFollows(db: Db, at: Date): Promise<void> {
  await enqueue(db, "log.checkpoint", {}, at, { key: "log.checkpoint" });
  for (const { id } of (
    await sql<{ id: string }>`
    select id
      from media
     where type <> 'image/svg+xml'
       and not exists (select 1 from rendition where rendition.media_id = media.id)
     order by id`.execute(db)
  ).rows)
    await enqueue(db, "media.sizes", { id }, at, { key: id });
  for (let after = ""; ; ) {
    const { rows } = await sql<{ id: string; state: string; publish_at: string | null }>`
      select id, state, publish_at
        from article
       where state in ('published', 'scheduled')
         and id > ${after}
       order by id
       limit 500`.execute(db);
    for (const { id, state, publish_at: publishAt } of rows) {
      if (state === "published") await enqueue(db, "search.index", { articleId: id }, at);
      else if (publishAt !== null)
        await enqueue(db, "article.publish", { articleId: id, publishAt }, new Date(publishAt));
    }
    if (rows.length < 500) return;
    after = rows.at(-1)?.id ?? after;
  }
}
