/** Mailboxes among the channels of the wire: how far each was read, and which of its letters are taken. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function mailbox(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`alter table wire_channel add column cursor ${text}`.execute(db);
  await sql`alter table wire_channel add column letter_days integer not null default 7`.execute(db);
  await sql`alter table wire_channel add column letter_senders ${text} not null default ''`.execute(db);
  await sql`alter table wire_channel add column marks_seen integer not null default 0`.execute(db);
}
