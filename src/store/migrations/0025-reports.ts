/** Reports of readers, bans of guests, what was learned of advertising, notes of the desk, and what one story asks of replies. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function reports(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`
    create table report (
      id              ${text} not null primary key,
      reply_id        ${text} not null references reply (id) on delete cascade,
      digest          ${text} not null unique,
      kind            ${text} not null check (kind in ('rules', 'unlawful')),
      reason          ${text} not null,
      words           ${text} not null,
      law             ${text} not null,
      reporter        ${text} not null,
      language        ${text} not null,
      guest_id        ${text},
      weight          integer not null,
      state           ${text} not null check (state in ('open', 'upheld', 'dismissed')),
      decided_by      ${text},
      decided_at      ${text},
      note            ${text} not null,
      appeal          ${text},
      appealed_at     ${text},
      appeal_decided_at ${text},
      made_at         ${text} not null
    )`.execute(db);
  await sql`create index report_of on report (reply_id, made_at)`.execute(db);
  await sql`create index report_open on report (state, made_at)`.execute(db);
  await sql`create index report_of_guest on report (guest_id, state) where guest_id is not null`.execute(db);
  await sql`
    create table report_contact (
      report_id ${text} not null primary key references report (id) on delete cascade,
      address   ${text} not null
    )`.execute(db);
  await sql`
    create table guest_ban (
      id        ${text} not null primary key,
      kind      ${text} not null check (kind in ('device', 'address', 'network')),
      mark      ${text} not null,
      reason    ${text} not null,
      note      ${text} not null,
      reply_id  ${text},
      made_by   ${text} not null,
      made_at   ${text} not null,
      until     ${text} not null,
      lifted_at ${text},
      lifted_by ${text}
    )`.execute(db);
  await sql`create index guest_ban_mark on guest_ban (mark, until)`.execute(db);
  await sql`
    create table spam_token (
      language ${text} not null,
      token    ${text} not null,
      spam     integer not null,
      ham      integer not null,
      primary key (language, token)
    )`.execute(db);
  await sql`
    create table spam_total (
      language ${text} not null primary key,
      spam     integer not null,
      ham      integer not null,
      changed  integer not null
    )`.execute(db);
  await sql`alter table decision add column learned integer not null default 0`.execute(db);
  await sql`
    create table reply_note (
      id       ${text} not null primary key,
      reply_id ${text} not null references reply (id) on delete cascade,
      guest_id ${text},
      words    ${text} not null,
      made_by  ${text} not null,
      made_at  ${text} not null
    )`.execute(db);
  await sql`create index reply_note_of on reply_note (reply_id, made_at)`.execute(db);
  await sql`create index reply_note_of_guest on reply_note (guest_id, made_at) where guest_id is not null`.execute(db);
  await sql`
    create table reply_advice (
      reply_id ${text} not null references reply (id) on delete cascade,
      source   ${text} not null,
      advice   ${text} not null,
      words    ${text} not null,
      made_at  ${text} not null,
      primary key (reply_id, source)
    )`.execute(db);
  await sql`
    create table article_talk (
      article_id   ${text} not null primary key references article (id) on delete cascade,
      mode         ${text} not null check (mode in ('usual', 'open', 'closed')),
      close_at     ${text},
      slow_seconds integer,
      surge        ${text} not null check (surge in ('usual', 'on', 'off')),
      changed_by   ${text} not null,
      changed_at   ${text} not null
    )`.execute(db);
}
