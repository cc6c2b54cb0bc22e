/** What moderators work by: which replies are copies of each other, by which words they are found, and the rules of the desk. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function moderation(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`alter table reply add column cluster_id ${text}`.execute(db);
  await sql`alter table reply add column sketch ${text} not null default ''`.execute(db);
  await sql`alter table reply add column folded ${text} not null default ''`.execute(db);
  await sql`alter table reply add column score integer`.execute(db);
  await sql`alter table reply add column reports integer not null default 0`.execute(db);
  // The queue: copies of one reply are one card.
  await sql`
    create index reply_cards
        on reply ((coalesce(cluster_id, id)), written_at, id, reports)
     where state = 'held'`.execute(db);
  await sql`create index reply_reported on reply (reports, id) where reports > 0`.execute(db);
  await sql`create index reply_written on reply (written_at, id)`.execute(db);
  await sql`create index reply_of_article on reply (article_id, written_at)`.execute(db);
  await sql`create index decision_made on decision (made_at)`.execute(db);
  // A mark holds its week in its highest figures: what is written this week stands together, whatever came before.
  await sql`
    create table reply_mark (
      mark       bigint not null primary key,
      cluster_id ${text} not null
    )`.execute(db);
  await sql`
    create table rule (
      id         ${text} not null primary key,
      kind       ${text} not null,
      terms      ${text} not null,
      effect     ${text} not null check (effect in ('hold', 'refuse', 'flag')),
      reason     ${text},
      is_on      integer not null,
      made_by    ${text} not null,
      made_at    ${text} not null,
      changed_at ${text} not null
    )`.execute(db);
  // Which network a reply came from, as a digest whose key is gone tomorrow; the rows go with it.
  await sql`
    create table reply_network (
      reply_id ${text} not null primary key references reply (id) on delete cascade,
      day      ${text} not null,
      digest   ${text} not null
    )`.execute(db);
  await sql`create index reply_network_of on reply_network (day, digest)`.execute(db);
  await sql`alter table reply_contact add column domain_index ${text} not null default ''`.execute(db);
}
