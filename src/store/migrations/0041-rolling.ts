/** Which migrations leave the programs before them in peace: two versions run side by side while one takes over. */
import { sql } from "kysely";
import type { Db } from "../db.ts";

export async function rolling(db: Db): Promise<void> {
  await sql`alter table migration add column older_stays integer not null default 0`.execute(db);
}
