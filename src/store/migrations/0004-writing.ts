/** Which open editor saved a working copy, so that it knows its own saves again, and who is at which article now. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function writing(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`alter table working_copy add column sitting ${text}`.execute(db);
  await sql`alter table working_copy add column turn integer`.execute(db);
  await sql`
    create table presence (
      article_id ${text} not null references article (id) on delete cascade,
      sitting    ${text} not null,
      staff_id   ${text} not null,
      seen_at    ${text} not null,
      primary key (article_id, sitting)
    )`.execute(db);
}
