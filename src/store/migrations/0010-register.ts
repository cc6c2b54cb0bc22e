/** Where what stands in the register came from, lists taken in but not yet confirmed, and which labels readers see. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function register(db: Db): Promise<void> {
  const { text } = engineOf(db);
  for (const [table, column] of [
    ["name", "list"],
    ["name", "doubt"],
    ["name", "decided_by"],
    ["designation", "list"],
    ["designation", "vanished_on"],
    ["designation", "worded_by"],
    ["designation", "remark"],
  ] as const)
    await sql`alter table ${sql.table(table)} add column ${sql.ref(column)} ${text}`.execute(db);
  await sql`alter table form add column is_doubtful integer not null default 0`.execute(db);
  await sql`alter table form add column is_off integer not null default 0`.execute(db);
  await sql`create index designation_of_list on designation (list, organisation_id) where list is not null`.execute(db);
  await sql`create index designation_vanished on designation (vanished_on, id) where vanished_on is not null`.execute(
    db,
  );
  await sql`
    create table register_import (
      id              ${text} not null primary key,
      list            ${text},
      file            ${text} not null,
      format          ${text} not null,
      state           ${text} not null check (state in ('reading', 'ready', 'applied', 'dropped')),
      register_digest ${text} not null,
      counts          ${text} not null,
      made_by         ${text} not null,
      made_at         ${text} not null,
      ended_at        ${text}
    )`.execute(db);
  await sql`
    create table register_import_row (
      import_id       ${text} not null references register_import (id) on delete cascade,
      place           integer not null,
      entry           ${text},
      fate            ${text} not null check (fate in ('added', 'changed', 'unchanged', 'vanished', 'skipped', 'refused')),
      reason          ${text},
      organisation_id ${text},
      organisation    ${text},
      primary key (import_id, place)
    )`.execute(db);
  await sql`create unique index register_import_row_once on register_import_row (import_id, organisation_id) where organisation_id is not null`.execute(
    db,
  );
  await sql`create index register_import_row_fate on register_import_row (import_id, fate, place)`.execute(db);
  await sql`
    create table article_label (
      article_id  ${text} not null primary key references article (id) on delete cascade,
      revision_id ${text} not null,
      labels      ${text} not null,
      noted_at    ${text} not null
    )`.execute(db);
  await sql`
    create table sweep (
      id         ${text} not null primary key,
      key        ${text} not null unique,
      import_id  ${text},
      as_of      ${text},
      state      ${text} not null check (state in ('looking', 'ready', 'applied')),
      after_id   ${text} not null,
      looked     integer not null,
      changed    integer not null,
      made_by    ${text} not null,
      made_at    ${text} not null
    )`.execute(db);
  await sql`
    create table sweep_change (
      sweep_id   ${text} not null references sweep (id) on delete cascade,
      article_id ${text} not null,
      before     ${text} not null,
      after      ${text} not null,
      primary key (sweep_id, article_id)
    )`.execute(db);
}
