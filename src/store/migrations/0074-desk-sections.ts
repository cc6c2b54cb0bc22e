/** A section's list at the desk is read in its own order. Stores get what SQLite's planner goes by after every migration. */
import { sql } from "kysely";
import type { Db } from "../db.ts";

export async function deskSections(db: Db): Promise<void> {
  await sql`create index article_touched_under on article (section_id, touched_at desc, id desc)`.execute(db);
}
