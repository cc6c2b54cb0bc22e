/** Decisions about replies are entries of the log; those made before are taken into it, and each entry says when. */
import { sql } from "kysely";
import type { Db } from "../db.ts";
import { appendEntry } from "../log.ts";

export async function decisionsLogged(db: Db): Promise<void> {
  const { rows } = await sql<{ id: string; made_at: string }>`
    select id, made_at
      from decision
     order by made_at, id`.execute(db);
  const taken = new Date().toISOString();
  for (const { id, made_at } of rows)
    await appendEntry(db, {
      kind: "decision",
      parts: [{ of: "decision", id }],
      facts: { taken },
      at: new Date(made_at),
    });
}
