/** Which of the staff are written to about replies that wait, and up to which reply they were. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function replyLetters(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`alter table staff add column reply_letters_at ${text}`.execute(db);
}
