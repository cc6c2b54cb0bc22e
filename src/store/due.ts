/** Rows of receivers that are due, taken by one of several workers and held until it says how sending went, or was killed. */
import { sql } from "kysely";
import { fairly, fullHosts, lookedAt, type Room, type Waiting } from "#lib/fairly.ts";
import { type Db, engineOf } from "./db.ts";

const HELD_MS = 60_000;

/** Holds those there is room for, the ones that went well last time first; the action it is part of says what else becomes of them. */
export async function holdDue(
  db: Db,
  table: "client_channel" | "websub_subscription",
  { at, room }: { readonly at: Date; readonly room: Room },
): Promise<readonly (Waiting & { readonly id: string })[]> {
  const now = at.toISOString();
  const full = fullHosts(room);
  const { rows } = await sql<Waiting & { readonly id: string }>`
    select id, host, failures
      from ${sql.table(table)}
     where ((due_at <= ${now} and held_until is null) or held_until <= ${now})
       ${full.length > 0 ? sql`and host not in (${sql.join(full)})` : sql``}
     order by failures, due_at, id
     limit ${lookedAt(room)}
     ${engineOf(db).skipsLocked ? sql`for update skip locked` : sql``}`.execute(db);
  const held = fairly(rows, room);
  if (held.length > 0)
    await sql`
      update ${sql.table(table)}
         set held_until = ${new Date(at.getTime() + HELD_MS).toISOString()}
       where id in (${sql.join(held.map(({ id }) => id))})`.execute(db);
  return held;
}
