/** The way of an article to its readers: what lists of the desk are made of, who wrote, what was said about it, old addresses. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function flow(db: Db): Promise<void> {
  const { text } = engineOf(db);
  for (const column of ["headline", "headline_folded", "touched_at"]) {
    await sql`alter table article add column ${sql.ref(column)} ${text} not null default ''`.execute(db);
  }
  for (const column of ["ready_by", "scheduled_by", "gone", "gone_at", "gone_note"]) {
    await sql`alter table article add column ${sql.ref(column)} ${text}`.execute(db);
  }
  for (const column of ["ready_revision_id", "scheduled_revision_id"]) {
    await sql`alter table article add column ${sql.ref(column)} ${text} references revision (id)`.execute(db);
  }
  // A headline of before is found by its letters once it is written on again.
  await sql`
    update article
       set touched_at = coalesce(changed_at, made_at),
           headline = coalesce((select revision.headline
                                  from revision
                                 where revision.article_id = article.id
                                 order by revision.made_at desc, revision.id desc
                                 limit 1), ''),
           headline_folded = coalesce((select lower(revision.headline)
                                         from revision
                                        where revision.article_id = article.id
                                        order by revision.made_at desc, revision.id desc
                                        limit 1), '')`.execute(db);
  // The lists of the desk walk these: all, of an edition, in a state, of a person, by what is due.
  await sql`create index article_touched on article (touched_at desc, id desc)`.execute(db);
  await sql`create index article_touched_in on article (edition_id, touched_at desc, id desc)`.execute(db);
  await sql`create index article_touched_as on article (state, touched_at desc, id desc)`.execute(db);
  await sql`create index article_touched_of on article (assigned_to, touched_at desc, id desc) where assigned_to is not null`.execute(
    db,
  );
  await sql`create index article_due on article (due_at, id) where due_at is not null`.execute(db);
  await sql`create index article_ready_revision on article (ready_revision_id) where ready_revision_id is not null`.execute(
    db,
  );
  await sql`create index article_scheduled_revision on article (scheduled_revision_id) where scheduled_revision_id is not null`.execute(
    db,
  );
  await sql`
    create table article_writer (
      article_id ${text} not null references article (id) on delete cascade,
      staff_id   ${text} not null,
      wrote_at   ${text} not null,
      primary key (article_id, staff_id)
    )`.execute(db);
  await sql`create index article_writer_of on article_writer (staff_id, wrote_at desc)`.execute(db);
  await sql`
    create table slug_redirect (
      edition_id ${text} not null references edition (id),
      slug       ${text} not null,
      article_id ${text} not null references article (id) on delete cascade,
      made_at    ${text} not null,
      primary key (edition_id, slug)
    )`.execute(db);
  await sql`create index slug_redirect_to on slug_redirect (article_id)`.execute(db);
  await sql`
    create table comment (
      id           ${text} not null primary key,
      article_id   ${text} not null references article (id) on delete cascade,
      answers      ${text} references comment (id),
      anchor_words ${text},
      anchor_place integer,
      words        ${text} not null,
      made_by      ${text} not null,
      made_at      ${text} not null,
      resolved_by  ${text},
      resolved_at  ${text}
    )`.execute(db);
  await sql`create index comment_of_article on comment (article_id, id)`.execute(db);
  await sql`create index comment_answers on comment (answers) where answers is not null`.execute(db);
  await sql`
    create table preview_link (
      id           ${text} not null primary key,
      article_id   ${text} not null references article (id) on delete cascade,
      token_digest ${text} not null unique,
      made_by      ${text} not null,
      made_at      ${text} not null,
      ends_at      ${text} not null,
      revoked_at   ${text}
    )`.execute(db);
  await sql`create index preview_link_of on preview_link (article_id, id)`.execute(db);
  await sql`create index audit_act on audit (act, id)`.execute(db);
}
