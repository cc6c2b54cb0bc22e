/** What the desk needs of articles: the way to publication, the copy being written, and the record of who did what. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function desk(db: Db): Promise<void> {
  const { text, makeAppendOnly } = engineOf(db);
  for (const column of ["publish_at", "embargo_until", "due_at", "assigned_to"]) {
    await sql`alter table article add column ${sql.ref(column)} ${text}`.execute(db);
  }
  await sql`create index article_state on article (state, edition_id)`.execute(db);
  await sql`create index article_publish_at on article (publish_at) where publish_at is not null`.execute(db);
  await sql`
    create table working_copy (
      article_id      ${text} not null primary key references article (id),
      version         integer not null,
      headline        ${text} not null,
      standfirst      ${text} not null,
      document        ${text} not null,
      dateline_place  ${text},
      dateline_date   ${text},
      picture_id      ${text} references media (id),
      picture_alt     ${text} not null,
      picture_caption ${text} not null,
      author_ids      ${text} not null,
      saved_by        ${text} not null,
      saved_at        ${text} not null
    )`.execute(db);
  await sql`
    create table audit (
      id      ${text} not null primary key,
      made_at ${text} not null,
      made_by ${text} not null,
      act     ${text} not null,
      subject ${text} not null,
      detail  ${text} not null
    )`.execute(db);
  await sql`create index audit_subject on audit (subject, id)`.execute(db);
  await sql`create index audit_by on audit (made_by, id)`.execute(db);
  await makeAppendOnly(db, "audit");
}
