/** Replies of readers; their addresses sealed in a table of their own, which nothing public joins. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function replies(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`
    create table guest (
      id       ${text} not null primary key,
      digest   ${text} not null unique,
      shown    integer not null,
      refused  integer not null,
      made_at  ${text} not null,
      seen_at  ${text} not null
    )`.execute(db);
  await sql`
    create table reply (
      id          ${text} not null primary key,
      article_id  ${text} not null references article (id) on delete cascade,
      parent_id   ${text} references reply (id),
      root_id     ${text} not null,
      depth       integer not null,
      kind        ${text} not null check (kind in ('reply', 'correction')),
      author_name ${text} not null,
      staff_id    ${text},
      guest_id    ${text} references guest (id),
      body        ${text} not null,
      quote       ${text} not null,
      state       ${text} not null check (state in ('held', 'shown', 'refused', 'withdrawn', 'erased')),
      is_listed   integer not null,
      shown_below integer not null,
      featured_at ${text},
      reason      ${text},
      note        ${text} not null,
      appeal      ${text},
      flags       ${text} not null,
      written_at  ${text} not null,
      edited_at   ${text},
      decided_at  ${text},
      decided_by  ${text}
    )`.execute(db);
  // Roots of one article by time, and what was said to them: what its page reads.
  await sql`create index reply_roots on reply (article_id, written_at, id) where parent_id is null and is_listed = 1`.execute(
    db,
  );
  await sql`create index reply_of_root on reply (root_id, written_at, id) where is_listed = 1`.execute(db);
  await sql`create index reply_waiting on reply (written_at, id) where state = 'held'`.execute(db);
  await sql`create index reply_by_state on reply (state, decided_at, id)`.execute(db);
  await sql`create index reply_of_guest on reply (guest_id, written_at) where guest_id is not null`.execute(db);
  await sql`create index reply_of_parent on reply (parent_id) where parent_id is not null`.execute(db);
  await sql`
    create table reply_count (
      article_id ${text} not null primary key references article (id) on delete cascade,
      shown      integer not null
    )`.execute(db);
  await sql`
    create table reply_version (
      id          ${text} not null primary key,
      reply_id    ${text} not null references reply (id) on delete cascade,
      body        ${text} not null,
      replaced_at ${text} not null
    )`.execute(db);
  await sql`create index reply_version_of on reply_version (reply_id, replaced_at)`.execute(db);
  await sql`
    create table reply_contact (
      reply_id     ${text} not null primary key references reply (id) on delete cascade,
      address      ${text} not null,
      blind_index  ${text} not null
    )`.execute(db);
  await sql`create index reply_contact_by_index on reply_contact (blind_index, reply_id)`.execute(db);
  await sql`
    create table reply_token (
      nonce      ${text} not null primary key,
      wrong      integer not null,
      reply_id   ${text},
      expires_at ${text} not null
    )`.execute(db);
  await sql`create index reply_token_ends on reply_token (expires_at)`.execute(db);
  await sql`
    create table decision (
      id       ${text} not null primary key,
      reply_id ${text} not null references reply (id) on delete cascade,
      batch    ${text},
      before   ${text} not null,
      after    ${text} not null,
      reason   ${text},
      note     ${text} not null,
      made_by  ${text} not null,
      made_at  ${text} not null,
      undone_at ${text}
    )`.execute(db);
  await sql`create index decision_of on decision (reply_id, id)`.execute(db);
  await sql`create index decision_batch on decision (batch) where batch is not null`.execute(db);
}
