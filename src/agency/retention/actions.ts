import { sql } from "kysely";
import { type Db, together } from "#store/db.ts";
import { oldOnes, retention, TABLES } from "./queries.ts";
import { FORGOTTEN, forgottenBefore } from "./retention.ts";

/** Forgets what has had its time. Who runs it twice forgets nothing more. */
export async function forgetOld(db: Db, { at }: { at: Date }): Promise<void> {
  const kept = await retention(db);
  for (const what of FORGOTTEN)
    await together(db, async (db) => {
      await sql`
        delete from ${sql.table(TABLES[what])}
         where ${oldOnes(what, forgottenBefore(kept[what], at))}`.execute(db);
    });
}
