/** Stories that are sent to clients before they are out, under an embargo: which, in which version, to whom. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function sentAhead(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`alter table article add column ahead ${text}`.execute(db);
  await sql`alter table article add column ahead_at ${text}`.execute(db);
  await sql`alter table article add column ahead_version integer not null default 0`.execute(db);
  await sql`alter table wire_client add column takes_embargoed integer not null default 0`.execute(db);
  await sql`alter table wire_delivery add column is_ahead integer not null default 0`.execute(db);
}
