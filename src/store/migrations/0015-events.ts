/** Dated events, where they are used, timelines made of them, and what stories said was still to come. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function events(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`
    create table event (
      id         ${text} not null primary key,
      edtf       ${text} not null,
      starts_on  ${text} not null,
      ends_on    ${text} not null,
      version    integer not null,
      made_by    ${text} not null,
      made_at    ${text} not null,
      changed_at ${text} not null
    )`.execute(db);
  await sql`create index event_by_day on event (starts_on, id)`.execute(db);
  await sql`
    create table event_text (
      event_id ${text} not null references event (id) on delete cascade,
      language ${text} not null,
      title    ${text} not null,
      words    ${text} not null,
      folded   ${text} not null,
      primary key (event_id, language)
    )`.execute(db);
  await sql`
    create table event_source (
      event_id  ${text} not null references event (id) on delete cascade,
      source_id ${text} not null references source (id),
      position  integer not null,
      primary key (event_id, source_id)
    )`.execute(db);
  await sql`
    create table event_use (
      event_id     ${text} not null references event (id) on delete cascade,
      article_id   ${text} not null references article (id) on delete cascade,
      sentence     ${text} not null,
      seen_version integer not null,
      made_by      ${text} not null,
      made_at      ${text} not null,
      primary key (event_id, article_id)
    )`.execute(db);
  await sql`create index event_use_of_article on event_use (article_id, event_id)`.execute(db);
  await sql`
    create table timeline (
      id         ${text} not null primary key,
      edition_id ${text} not null references edition (id),
      slug       ${text} not null,
      title      ${text} not null,
      about      ${text} not null,
      made_by    ${text} not null,
      made_at    ${text} not null,
      changed_at ${text} not null,
      unique (edition_id, slug)
    )`.execute(db);
  await sql`
    create table timeline_event (
      timeline_id ${text} not null references timeline (id) on delete cascade,
      event_id    ${text} not null references event (id) on delete cascade,
      primary key (timeline_id, event_id)
    )`.execute(db);
  await sql`create index timeline_of_event on timeline_event (event_id, timeline_id)`.execute(db);
  await sql`
    create table diary_entry (
      id           ${text} not null primary key,
      article_id   ${text} not null references article (id) on delete cascade,
      digest       ${text} not null,
      sentence     ${text} not null,
      due_from     ${text},
      due_to       ${text},
      due_on       ${text},
      state        ${text} not null check (state in ('open', 'kept', 'missed', 'moved', 'dropped')),
      follow_up_id ${text} references article (id) on delete set null,
      outcome      ${text} not null,
      made_at      ${text} not null,
      decided_by   ${text},
      decided_at   ${text},
      unique (article_id, digest)
    )`.execute(db);
  await sql`create index diary_open on diary_entry (due_on, id) where state = 'open'`.execute(db);
  await sql`create index diary_decided on diary_entry (decided_at, id) where state <> 'open'`.execute(db);
  await sql`create index diary_follow_up on diary_entry (follow_up_id) where follow_up_id is not null`.execute(db);
}
