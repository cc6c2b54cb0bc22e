/** Sites that are not ours and may carry our replies. */
import { sql } from "kysely";
import { type Db, engineOf } from "../db.ts";

export async function embedSites(db: Db): Promise<void> {
  const { text } = engineOf(db);
  await sql`
    create table embed_site (
      host       ${text} not null primary key,
      origin     ${text} not null,
      edition_id ${text} references edition (id),
      made_at    ${text} not null
    )`.execute(db);
}
