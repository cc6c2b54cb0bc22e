/** What is asked to be withheld is looked for in the kept files of sources before anybody decides. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function lookedInto(db: Db): Promise<void> {
  const { text } = engineOf(db);
  for (const column of ["looked_at", "in_files"])
    await sql`alter table withholding add column ${sql.ref(column)} ${text}`.execute(db);
  // Those of before name the words they looked for.
  await sql`delete from job where kind = 'record.snapshots'`.execute(db);
}
