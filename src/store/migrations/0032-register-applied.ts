/** A large list is applied by a job: who asked for it, how far it has come, and the names it has made ready beforehand. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function registerApplied(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`alter table register_import add column asked_by ${text}`.execute(db);
  await sql`alter table register_import add column asked_at ${text}`.execute(db);
  await sql`alter table register_import add column ready_to integer not null default 0`.execute(db);
  await sql`alter table register_import add column ready_count integer not null default 0`.execute(db);
  await sql`alter table register_import add column is_all_ready integer not null default 0`.execute(db);
  await sql`alter table register_import add column problem ${text}`.execute(db);
  await sql`
    create table register_import_name (
      id              ${text} not null primary key,
      import_id       ${text} not null references register_import (id) on delete cascade,
      organisation_id ${text} not null,
      text            ${text} not null,
      language        ${text} not null,
      kind            ${text} not null,
      match           ${text},
      wording         ${text},
      position        integer not null,
      list            ${text},
      doubt           ${text},
      decided_by      ${text}
    )`.execute(db);
  await sql`create index register_import_name_of on register_import_name (import_id, organisation_id)`.execute(db);
  await sql`
    create table register_import_form (
      name_id     ${text} not null references register_import_name (id) on delete cascade,
      text        ${text} not null,
      how         ${text} not null,
      is_doubtful integer not null,
      is_off      integer not null,
      primary key (name_id, text)
    )`.execute(db);
}
