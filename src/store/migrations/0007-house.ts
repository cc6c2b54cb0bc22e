/** What the house says beside its stories: standing pages with their revisions, menus, and topics that went into others. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function house(db: Db): Promise<void> {
  const { text, letForget } = engineOf(db);
  await sql`alter table person add column position integer not null default 0`.execute(db);
  await sql`
    create table topic_redirect (
      edition_id ${text} not null references edition (id),
      slug       ${text} not null,
      topic_id   ${text} not null references topic (id) on delete cascade,
      made_at    ${text} not null,
      primary key (edition_id, slug)
    )`.execute(db);
  await sql`create index topic_redirect_to on topic_redirect (topic_id)`.execute(db);
  await sql`
    create table menu (
      edition_id ${text} not null references edition (id),
      place      ${text} not null check (place in ('head', 'foot')),
      entries    ${text} not null,
      primary key (edition_id, place)
    )`.execute(db);
  await sql`
    create table standing_page (
      id         ${text} not null primary key,
      edition_id ${text} not null references edition (id),
      slug       ${text} not null,
      position   integer not null,
      hidden_at  ${text},
      made_at    ${text} not null,
      unique (edition_id, slug)
    )`.execute(db);
  // No cascade: what a page said is not deleted together with it.
  await sql`
    create table page_revision (
      id       ${text} not null primary key,
      page_id  ${text} not null references standing_page (id),
      number   integer not null,
      title    ${text} not null,
      document ${text} not null,
      made_by  ${text} not null,
      made_at  ${text} not null,
      unique (page_id, number)
    )`.execute(db);
  // Where somebody was when is not kept for ever; what they did is.
  await letForget(db, "audit", "act", ["staff.sign-in", "staff.sign-out"]);
}
