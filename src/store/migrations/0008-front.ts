/** How links answered, for pre-flight. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function front(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`
    create table link_check (
      address    ${text} not null primary key,
      state      ${text} not null,
      checked_at ${text} not null
    )`.execute(db);
}
