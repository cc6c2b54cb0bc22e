/** A reply is written where few pages change: no index that no question is asked of, and none by digests where the day is enough. */
import { sql } from "kysely";
import type { Db } from "../db.ts";

export async function replyIndexes(db: Db): Promise<void> {
  await sql`drop index reply_contact_by_index`.execute(db);
  await sql`drop index reply_network_of`.execute(db);
  await sql`create index reply_network_of_day on reply_network (day)`.execute(db);
}
