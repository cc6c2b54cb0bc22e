/**
 * What feeds tell their followers: where a story was listed while it was out and is not any more, when a subscription was
 * asked for, and which state of a story's replies its follower was told.
 */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function feedsTold(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`
    create table former_place (
      article_id ${text} not null references article (id),
      kind       ${text} not null,
      thing_id   ${text} not null,
      left_at    ${text} not null,
      told_at    ${text},
      primary key (article_id, kind, thing_id)
    )`.execute(db);
  await sql`create index article_marked on article (edition_id, mark, changed_at)`.execute(db);
  await sql`create index former_place_of on former_place (kind, thing_id)`.execute(db);
  await sql`alter table websub_subscription add column asked_at ${text} not null default ''`.execute(db);
  await sql`alter table websub_subscription add column replies_version integer`.execute(db);
  await sql`
    create index websub_replies on websub_subscription (topic) where replies_version is not null`.execute(db);
}
