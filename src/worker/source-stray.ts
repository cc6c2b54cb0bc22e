/** Destroys the file of what a source said when no row names it: the commit that was to name it did not come about. */
import { z } from "zod";
import { fileOfSnapshot } from "#agency/sources/sources.ts";
import type { Outside } from "./outside.ts";
import { type Handler, handler } from "./work.ts";

export function sourceStray({ files }: Outside): Handler {
  return handler(z.object({ snapshot: z.string() }), async ({ snapshot: id }, { db }) => {
    const row = await db.selectFrom("snapshot").select("id").where("id", "=", id).executeTakeFirst();
    if (!row) await files.remove(fileOfSnapshot(id));
  });
}
