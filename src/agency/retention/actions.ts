import { sql } from "kysely";
import { type Db, together } from "#store/db.ts";
import { oldOnes, retention, TABLES } from "./queries.ts";
import { FORGOTTEN, forgottenBefore } from "./retention.ts";

/** Forgets what has had its time. Who runs it twice forgets nothing more. */
export async function forgetOld(db: Db, { at }: { at: Date }): Promise<void> {
  const kept = await retention(db);
  for (const what of FORGOTTEN)
    await together(db, async (db) => {
      if (what === "wire") await forgetOfItems(db, forgottenBefore(kept[what], at));
      await sql`
        delete from ${sql.table(TABLES[what])}
         where ${oldOnes(what, forgottenBefore(kept[what], at))}`.execute(db);
    });
}

/** What hangs on items of the wire goes before them. */
async function forgetOfItems(db: Db, before: Date): Promise<void> {
  for (const table of ["wire_mark", "wire_version", "wire_name"])
    await sql`
      delete from ${sql.table(table)}
       where item_id in (select id from wire_item where ${oldOnes("wire", before)})`.execute(db);
}
