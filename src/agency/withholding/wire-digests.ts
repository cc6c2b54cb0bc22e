/**
 * Copy of a wire is known again by digests. Where all of it is left but a name they would tell the name to whoever guesses,
 * so they go with it. What the wire calls the copy stays where it has a name of its own: by it the same copy, which its
 * sender may go on sending, is known and not taken in a second time.
 */
import { z } from "zod";
import { NOT_KNOWN_AGAIN } from "#agency/wire-in/matching.ts";
import type { Db } from "#store/db.ts";
import type { TableRow } from "#store/tables.ts";
import type { Held } from "./find.ts";

/** What else becomes of the row itself. */
export function withoutDigests({ table }: Held): TableRow {
  return table === "wire_version" ? { digest: NOT_KNOWN_AGAIN, text_digest: null } : {};
}

/** What stands beside it. */
export async function forgetOfWire(db: Db, { table, row }: Held): Promise<void> {
  if (table !== "wire_version" && table !== "wire_item") return;
  const itemId = String(table === "wire_item" ? row["id"] : row["item_id"]);
  await db.deleteFrom("wire_mark").where("item_id", "=", itemId).execute();
  // Of all that a channel last gave; without it the same is read once more, and known by its name.
  await db
    .updateTable("wire_channel")
    .set({ digest: null, etag: null, modified: null })
    .where("id", "in", (channel) => channel.selectFrom("wire_item").select("channel_id").where("id", "=", itemId))
    .execute();
  if (table === "wire_version" && isNamedByItsWords(String(row["copy"])))
    await db.deleteFrom("wire_name").where("item_id", "=", itemId).execute();
}

const CALLED = z.object({ id: z.string().nullish(), address: z.string().nullish() });

function isNamedByItsWords(copy: string): boolean {
  const { id, address } = CALLED.parse(JSON.parse(copy));
  return (id ?? address ?? null) === null;
}
