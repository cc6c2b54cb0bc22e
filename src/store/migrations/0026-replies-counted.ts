/** What is read of an article with ten thousand replies, and of a million of them, by an index of its own. */
import { sql } from "kysely";
import type { Db } from "../db.ts";

export async function repliesCounted(db: Db): Promise<void> {
  await sql`create index reply_shown on reply (article_id, written_at, id) where state = 'shown' and kind = 'reply'`.execute(
    db,
  );
}
