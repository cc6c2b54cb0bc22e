/** What was printed can be called back: a page that names such a topic is shown to nobody while a new one is printed. */
import { sql } from "kysely";
import type { Db } from "../db.ts";

export async function press(db: Db): Promise<void> {
  await sql`alter table topic_version add column recalled bigint not null default 0`.execute(db);
}
