/** The log that cannot be rewritten unnoticed; what had been published before is taken into it. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";
import { appendEntry } from "../log.ts";

export async function log(db: Db): Promise<void> {
  const { text, makeAppendOnly } = engineOf(db);
  await sql`
    create table log_entry (
      number     integer not null primary key,
      kind       ${text} not null,
      article_id ${text},
      entry      ${text} not null,
      leaf       ${text} not null
    )`.execute(db);
  await sql`create index log_entry_of_article on log_entry (article_id, number) where article_id is not null`.execute(
    db,
  );
  await sql`
    create table log_node (
      level  integer not null,
      number integer not null,
      hash   ${text} not null,
      primary key (level, number)
    )`.execute(db);
  await sql`
    create table log_salt (
      entry   integer not null references log_entry (number),
      place   integer not null,
      kept_in ${text} not null,
      row_id  ${text} not null,
      salt    ${text} not null,
      primary key (entry, place)
    )`.execute(db);
  await sql`create index log_salt_of_row on log_salt (kept_in, row_id, entry)`.execute(db);
  await sql`
    create table log_checkpoint (
      size    integer not null primary key,
      note    ${text} not null,
      made_at ${text} not null
    )`.execute(db);
  await sql`
    create table log_cosignature (
      size    integer not null references log_checkpoint (size),
      witness ${text} not null,
      line    ${text} not null,
      made_at ${text} not null,
      primary key (size, witness)
    )`.execute(db);
  await sql`
    create table log_timestamp (
      size      integer not null references log_checkpoint (size),
      authority ${text} not null,
      answer    ${text} not null,
      made_at   ${text} not null,
      primary key (size, authority)
    )`.execute(db);
  for (const table of ["log_entry", "log_node", "log_checkpoint", "log_cosignature", "log_timestamp"])
    await makeAppendOnly(db, table);
  await takeIn(db);
}

/** In the order in which it happened. That it was taken in later is said in each entry. */
async function takeIn(db: Db): Promise<void> {
  const { rows: published } = await sql<{ id: string; article_id: string; kind: string; made_at: string }>`
    select id, article_id, kind, made_at
      from revision
     where kind <> 'draft'
     order by made_at, id`.execute(db);
  const { rows: gone } = await sql<{ id: string; gone: string; gone_at: string }>`
    select id, gone, gone_at
      from article
     where gone is not null
       and gone_at is not null
     order by gone_at, id`.execute(db);
  const acts = [
    ...published.map(({ id, article_id, kind, made_at }) => ({
      kind,
      articleId: article_id,
      revisionId: id,
      parts: [{ of: "revision" as const, id }],
      at: new Date(made_at),
    })),
    ...gone.map(({ id, gone, gone_at }) => ({
      kind: gone === "killed" ? "kill" : "withdrawal",
      articleId: id,
      parts: [],
      at: new Date(gone_at),
    })),
  ].sort((one, other) => one.at.getTime() - other.at.getTime());
  const taken = new Date().toISOString();
  for (const act of acts) await appendEntry(db, { ...act, facts: { taken } });
}
