/** What became of replies in each month that is over, counted once: nobody counts through all of them for a page. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function replyMonths(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`
    create table reply_month (
      edition_id ${text} not null references edition (id) on delete cascade,
      month      ${text} not null,
      what       ${text} not null,
      many       integer not null,
      primary key (edition_id, month, what)
    )`.execute(db);
}
