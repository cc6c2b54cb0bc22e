/** What labels clients were sent a story with, so that they hear of others: and how often they did. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function relabelled(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`alter table wire_delivery add column labels ${text}`.execute(db);
  await sql`alter table wire_delivery add column relabelled integer not null default 0`.execute(db);
  await sql`alter table wire_delivery add column reason ${text}`.execute(db);
  await sql`create index wire_delivery_lately on wire_delivery (article_id, made_at)`.execute(db);
}
