/**
 * What a reply puts down is written in fewer places: rows that are found by their key alone are kept by it, and what waits
 * stands in no index of what was decided or done. And bans are of what it is judged by (`reply_ground`).
 */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

const BY_KEY = ["reply_token", "reply_contact", "reply_network", "decision", "job"] as const;

export async function keptByKey(db: Db): Promise<void> {
  const { keepByKey, follow } = engineOf(db);
  for (const table of BY_KEY) await keepByKey(db, table);
  await sql`create index reply_decided on reply (state, decided_at, id) where state <> 'held'`.execute(db);
  await sql`create index job_over on job (state, ended_at, id) where ended_at is not null`.execute(db);
  await sql`create index guest_ban_holds on guest_ban (until) where lifted_at is null`.execute(db);
  const counted = sql`update reply_ground set changes = changes + 1`;
  for (const change of ["insert", "update", "delete"] as const)
    await follow(db, { table: "guest_ban", change, statements: [counted] });
  // Last: PostgreSQL keeps readers out from here to the commit, and older programs still serve them.
  await sql`drop index reply_by_state`.execute(db);
  await sql`drop index job_ended`.execute(db);
}
