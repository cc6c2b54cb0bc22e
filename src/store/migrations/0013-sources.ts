/** The source ledger: what is known of a source, what was kept of it, what rests on it, and sources nobody may name. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function sources(db: Db): Promise<void> {
  const { text } = engineOf(db);
  for (const column of ["office", "notes", "words"]) {
    await sql`alter table source add column ${sql.ref(column)} ${text} not null default ''`.execute(db);
  }
  for (const column of ["published_on", "shown_at", "fetch_state", "asked_at", "failed_at", "dead_at"]) {
    await sql`alter table source add column ${sql.ref(column)} ${text}`.execute(db);
  }
  // A person who is never public, whatever an editor says: what forgets to ask for this shows nothing either.
  await sql`alter table source add column is_confidential integer not null default 0`.execute(db);
  const known = await db.selectFrom("source").select(["id", "name", "url"]).execute();
  for (const { id, name, url } of known) {
    const words = `${name} ${url ?? ""}`.toLowerCase();
    await db.updateTable("source").set({ words }).where("id", "=", id).execute();
  }
  await sql`create index source_newest on source (made_at desc, id desc)`.execute(db);
  await sql`create index source_url on source (url)`.execute(db);
  await sql`
    create table snapshot (
      id           ${text} not null primary key,
      source_id    ${text} not null references source (id),
      how          ${text} not null,
      address      ${text},
      type         ${text} not null,
      title        ${text} not null,
      language     ${text},
      text         ${text} not null,
      digest       ${text} not null,
      bytes_digest ${text} not null,
      bytes        integer not null,
      made_by      ${text} not null,
      made_at      ${text} not null
    )`.execute(db);
  await sql`create index snapshot_of_source on snapshot (source_id, made_at desc)`.execute(db);
  await sql`
    create table article_source (
      article_id ${text} not null references article (id),
      source_id  ${text} not null references source (id),
      primary key (source_id, article_id)
    )`.execute(db);
  await sql`create index article_source_of_article on article_source (article_id)`.execute(db);
  await sql`
    create table quotation_original (
      article_id ${text} not null references article (id),
      words      ${text} not null,
      quoted     ${text} not null,
      original   ${text} not null,
      made_by    ${text} not null,
      made_at    ${text} not null,
      primary key (article_id, words)
    )`.execute(db);
  await sql`
    create table confidential_source (
      source_id ${text} not null primary key references source (id),
      sealed    ${text} not null,
      reporter  ${text} not null,
      made_at   ${text} not null
    )`.execute(db);
  await sql`
    create table confidential_reader (
      source_id ${text} not null references source (id),
      staff_id  ${text} not null,
      made_at   ${text} not null,
      primary key (source_id, staff_id)
    )`.execute(db);
}
