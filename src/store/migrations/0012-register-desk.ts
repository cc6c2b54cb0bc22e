/** What became of each organisation of the register, and what a change waiting to be applied began from. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function registerDesk(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`alter table designation add column held_by ${text}`.execute(db);
  await sql`alter table register_import_row add column was ${text}`.execute(db);
  await sql`alter table register_import_row add column is_in_doubt integer not null default 0`.execute(db);
  await sql`
    create table register_change (
      id              ${text} not null primary key,
      organisation_id ${text} not null references organisation (id) on delete cascade,
      made_by         ${text} not null,
      made_at         ${text} not null,
      changes         ${text} not null
    )`.execute(db);
  await sql`create index register_change_of on register_change (organisation_id, id)`.execute(db);
}
