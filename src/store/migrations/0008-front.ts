/** Front pages as they were and will be arranged, and how links answered, for pre-flight. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function front(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`
    create table front_plan (
      id         ${text} not null primary key,
      edition_id ${text} not null references edition (id),
      starts_at  ${text} not null,
      places     ${text} not null,
      sections   ${text} not null,
      made_by    ${text} not null,
      made_at    ${text} not null,
      unique (edition_id, starts_at)
    )`.execute(db);
  await sql`
    create table front_banner (
      edition_id ${text} not null primary key references edition (id),
      text       ${text} not null,
      href       ${text},
      ends_at    ${text},
      made_by    ${text} not null,
      made_at    ${text} not null
    )`.execute(db);
  await sql`
    create table link_check (
      address    ${text} not null primary key,
      state      ${text} not null,
      checked_at ${text} not null
    )`.execute(db);
}
