/** What is in the store, so that a test can say that nothing has changed. */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Db } from "#store/db.ts";
import { TABLE_NAMES, TABLES } from "#store/tables.ts";

/** Of every table, all its rows. */
export type Digests = ReadonlyMap<string, string>;

export async function digests(db: Db): Promise<Digests> {
  const found = new Map<string, string>();
  for (const table of TABLE_NAMES) {
    const order = sql.join(TABLES[table].key.map((column) => sql.ref(column)));
    const { rows } = await sql`select * from ${sql.table(table)} order by ${order}`.execute(db);
    found.set(table, createHash("sha256").update(JSON.stringify(rows)).digest("hex"));
  }
  return found;
}

/** The tables that are not as they were. */
export async function changedSince(db: Db, before: Digests): Promise<readonly string[]> {
  return [...(await digests(db))].flatMap(([table, digest]) => (before.get(table) === digest ? [] : [table]));
}
