/** Replies that came from another program: what they were called there, and what stood beside them and is no reply. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function movedReplies(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`
    create table moved_reply (
      source     ${text} not null,
      site       ${text} not null,
      old_id     ${text} not null,
      old_parent ${text} not null,
      article_id ${text} not null references article (id) on delete cascade,
      reply_id   ${text} not null references reply (id) on delete cascade,
      anchor     ${text},
      settled    integer not null,
      moved_at   ${text} not null,
      primary key (source, site, old_id)
    )`.execute(db);
  await sql`create unique index moved_reply_of on moved_reply (reply_id)`.execute(db);
  await sql`create unique index moved_reply_anchor on moved_reply (article_id, anchor) where anchor is not null`.execute(
    db,
  );
  await sql`create index moved_reply_loose on moved_reply (article_id) where settled = 0`.execute(db);
  await sql`
    create table moved_aside (
      source     ${text} not null,
      site       ${text} not null,
      old_id     ${text} not null,
      article_id ${text} not null references article (id) on delete cascade,
      kind       ${text} not null check (kind in ('ping', 'note', 'other')),
      name       ${text} not null,
      body       ${text} not null,
      written_at ${text},
      primary key (source, site, old_id)
    )`.execute(db);
  await sql`create index moved_aside_of on moved_aside (article_id)`.execute(db);
}
