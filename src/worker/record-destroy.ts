/** Destroys what a withholding left behind: files of pictures, and bytes the database has written over but still holds. */
import { z } from "zod";
import { topicOfFile } from "#agency/media/media.ts";
import { engineOf } from "#store/db.ts";
import { recall } from "#store/topics.ts";
import type { Outside } from "./outside.ts";
import { type Handler, handler } from "./work.ts";

export function recordDestroy({ files }: Outside): Handler {
  return handler(z.object({ files: z.array(z.string()) }), async ({ files: names }, { db }) => {
    for (const name of names) await files.remove(name);
    // A cache in front of the site may hold what the house does not any more.
    await recall(db, names.map(topicOfFile));
    await engineOf(db).forgetBytes(db);
  });
}
