/** The wire as it comes in: channels and how asking them goes, what they brought in all its versions, and what became of it. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function wireIn(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`
    create table wire_channel (
      id            ${text} not null primary key,
      kind          ${text} not null,
      name          ${text} not null,
      address       ${text} not null,
      language      ${text},
      edition_id    ${text} references edition (id),
      rights_holder ${text} not null,
      usage_terms   ${text} not null,
      every_minutes integer,
      state         ${text} not null,
      due_at        ${text},
      asked_at      ${text},
      heard_at      ${text},
      failures      integer not null,
      problem       ${text},
      problem_at    ${text},
      etag          ${text},
      modified      ${text},
      robots_at     ${text},
      moved_from    ${text},
      digest        ${text},
      token_digest  ${text} unique,
      sealed        ${text},
      hub           ${text},
      hub_topic     ${text},
      hub_state     ${text},
      hub_until     ${text},
      hub_at        ${text},
      made_by       ${text} not null,
      made_at       ${text} not null
    )`.execute(db);
  await sql`create index wire_channel_due on wire_channel (due_at) where due_at is not null`.execute(db);
  await sql`
    create table wire_item (
      id            ${text} not null primary key,
      channel_id    ${text} not null references wire_channel (id),
      version_id    ${text} not null,
      versions      integer not null,
      state         ${text} not null,
      status        ${text} not null,
      signal        ${text},
      language      ${text},
      headline      ${text} not null,
      words         ${text} not null,
      embargo_until ${text},
      urgency       integer,
      alarm         ${text},
      alarm_at      ${text},
      decided_by    ${text},
      decided_at    ${text},
      made_at       ${text} not null,
      changed_at    ${text} not null
    )`.execute(db);
  await sql`create index wire_item_newest on wire_item (changed_at desc, id desc)`.execute(db);
  await sql`create index wire_item_in_state on wire_item (state, changed_at desc, id desc)`.execute(db);
  await sql`create index wire_item_alarm on wire_item (alarm_at desc, id desc) where alarm is not null`.execute(db);
  await sql`
    create table wire_version (
      id          ${text} not null primary key,
      item_id     ${text} not null references wire_item (id),
      channel_id  ${text} not null references wire_channel (id),
      digest      ${text} not null,
      text_digest ${text},
      number      integer,
      said_at     ${text},
      status      ${text} not null,
      signal      ${text},
      format      ${text} not null,
      copy        ${text} not null,
      made_at     ${text} not null
    )`.execute(db);
  await sql`create index wire_version_of_item on wire_version (item_id, made_at, id)`.execute(db);
  await sql`create index wire_version_text on wire_version (text_digest) where text_digest is not null`.execute(db);
  await sql`
    create table wire_name (
      channel_id ${text} not null references wire_channel (id),
      name       ${text} not null,
      item_id    ${text} not null references wire_item (id),
      made_at    ${text} not null,
      seen_at    ${text} not null,
      primary key (channel_id, name)
    )`.execute(db);
  await sql`create index wire_name_anywhere on wire_name (name)`.execute(db);
  await sql`create index wire_name_of_item on wire_name (item_id)`.execute(db);
  await sql`
    create table wire_mark (
      mark    ${text} not null,
      item_id ${text} not null references wire_item (id),
      sketch  ${text} not null,
      made_at ${text} not null,
      primary key (mark, item_id)
    )`.execute(db);
  await sql`create index wire_mark_of_item on wire_mark (item_id)`.execute(db);
  await sql`
    create table wire_use (
      article_id ${text} not null primary key references article (id),
      item_id    ${text} not null references wire_item (id),
      version_id ${text} not null,
      made_by    ${text} not null,
      made_at    ${text} not null
    )`.execute(db);
  await sql`create index wire_use_of_item on wire_use (item_id)`.execute(db);
}
