/** Tables whose rows the database keeps from being changed, opened as whoever has the database in hand opens them. */
import { sql } from "kysely";
import type { Db } from "#store/db.ts";
import type { EngineName } from "./engines.ts";

const KEPT = [
  "log_entry",
  "log_node",
  "log_checkpoint",
  "log_cosignature",
  "log_timestamp",
  "log_salt",
  "audit",
  "revision",
  "version",
  "correction",
];

export async function unlock({ db, engine }: { readonly db: Db; readonly engine: EngineName }): Promise<void> {
  for (const table of KEPT) {
    if (engine === "postgres") {
      await sql`alter table ${sql.table(table)} disable trigger all`.execute(db);
      continue;
    }
    const { rows } = await sql<{ name: string }>`
      select name
        from sqlite_schema
       where type = 'trigger'
         and tbl_name = ${table}
       order by name`.execute(db);
    for (const { name } of rows) await sql`drop trigger ${sql.ref(name)}`.execute(db);
  }
}
