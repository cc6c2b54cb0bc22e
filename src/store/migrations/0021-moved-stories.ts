/** What stories were called where they came from, and the addresses they had there. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function movedStories(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`
    create table moved_item (
      source   ${text} not null,
      site     ${text} not null,
      kind     ${text} not null,
      old_id   ${text} not null,
      item_id  ${text} not null,
      moved_at ${text} not null,
      primary key (source, site, kind, old_id)
    )`.execute(db);
  await sql`
    create table former_address (
      address    ${text} not null primary key,
      article_id ${text} references article (id) on delete cascade,
      leads_to   ${text},
      made_at    ${text} not null
    )`.execute(db);
  await sql`create index former_address_of on former_address (article_id)`.execute(db);
}
