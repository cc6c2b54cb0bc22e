/** Destroys what a withholding left behind: files of pictures, and bytes the database has written over but still holds. */
import { z } from "zod";
import { engineOf } from "#store/db.ts";
import type { Outside } from "./outside.ts";
import { type Handler, handler } from "./work.ts";

export function recordDestroy({ files }: Outside): Handler {
  return handler(z.object({ files: z.array(z.string()) }), async ({ files: names }, { db }) => {
    for (const name of names) await files.remove(name);
    await engineOf(db).forgetBytes(db);
  });
}
