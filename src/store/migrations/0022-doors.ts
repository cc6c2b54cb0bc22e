/** Readers' addresses with their owners' word, what they want to hear of, and replies that wait for a letter's link. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function doors(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`
    create table guest_key (
      digest   ${text} not null primary key,
      guest_id ${text} not null references guest (id) on delete cascade,
      made_at  ${text} not null
    )`.execute(db);
  await sql`create index guest_key_of on guest_key (guest_id)`.execute(db);
  await sql`create index guest_key_by_age on guest_key (made_at)`.execute(db);
  await sql`
    create table reader_address (
      id           ${text} not null primary key,
      guest_id     ${text} not null references guest (id) on delete cascade,
      blind_index  ${text} not null,
      address      ${text} not null,
      edition      ${text} not null,
      made_at      ${text} not null,
      confirmed_at ${text},
      stopped_at   ${text},
      told_at      ${text}
    )`.execute(db);
  await sql`create unique index reader_address_once on reader_address (guest_id, blind_index)`.execute(db);
  await sql`create index reader_address_by_index on reader_address (blind_index)`.execute(db);
  await sql`
    create table reply_follow (
      reply_id   ${text} not null primary key references reply (id) on delete cascade,
      address_id ${text} not null references reader_address (id) on delete cascade,
      made_at    ${text} not null
    )`.execute(db);
  await sql`create index reply_follow_by_address on reply_follow (address_id)`.execute(db);
  await sql`
    create table reply_notice (
      to_id    ${text} not null,
      reply_id ${text} not null references reply (id) on delete cascade,
      kind     ${text} not null check (kind in ('answer', 'shown', 'refused')),
      made_at  ${text} not null,
      sent_at  ${text},
      primary key (to_id, reply_id, kind)
    )`.execute(db);
  await sql`create index reply_notice_of_reply on reply_notice (reply_id)`.execute(db);
  await sql`
    create table letter_count (
      blind_index ${text} not null,
      day         ${text} not null,
      letters     integer not null,
      primary key (blind_index, day)
    )`.execute(db);
  await sql`
    create table mailed_reply (
      nonce       ${text} not null primary key,
      article_id  ${text} not null references article (id) on delete cascade,
      blind_index ${text} not null,
      sealed      ${text} not null,
      expires_at  ${text} not null
    )`.execute(db);
  await sql`create index mailed_reply_ends on mailed_reply (expires_at)`.execute(db);
}
