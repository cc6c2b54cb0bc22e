/**
 * An address is found by its owner once the job that asks them has run: where it is found lies anywhere in its index, and
 * who sends a reply does not wait for that. What older programs put down is found at once, as ever.
 */
import { sql } from "kysely";
import type { Db } from "../db.ts";

export async function foundAddresses(db: Db): Promise<void> {
  await sql`alter table reader_address add column is_found integer not null default 1`.execute(db);
  await sql`drop index reader_address_by_index`.execute(db);
  await sql`create index reader_address_found on reader_address (blind_index) where is_found = 1`.execute(db);
}
