/** What came by the wire with a story and could not be put into its draft. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function leftOut(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`alter table wire_use add column left_out ${text} not null default '[]'`.execute(db);
}
