/** Words a client looks for in what it was sent, and how far it has looked. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function clientFollows(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`
    create table wire_follow (
      client_id   ${text} not null,
      words       ${text} not null,
      seen_number integer not null,
      made_at     ${text} not null,
      primary key (client_id, words)
    )`.execute(db);
}
