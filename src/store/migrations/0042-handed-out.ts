/** Which pages a cache that knows no keys may hold, by what they depend on. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function handedOut(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`
    create table handed_out (
      topic    ${text} not null,
      address  ${text} not null,
      noted_at ${text} not null,
      primary key (topic, address)
    )`.execute(db);
  await sql`create index handed_out_noted on handed_out (noted_at)`.execute(db);
}
