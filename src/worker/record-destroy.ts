/**
 * Destroys what a withholding left behind: files of pictures and of sources, copy that lies aside, what jobs failed with
 * meanwhile, and bytes the database has written over but still holds.
 */
import { z } from "zod";
import { topicOfFile } from "#agency/media/media.ts";
import { laidAside } from "#outside/drop-folder.ts";
import { destroyFile } from "#outside/files.ts";
import { engineOf } from "#store/db.ts";
import { forgetErrors } from "#store/queue.ts";
import { recall } from "#store/topics.ts";
import type { Outside } from "./outside.ts";
import { type Handler, handler } from "./work.ts";

const Left = z.object({
  files: z.array(z.string()),
  withheldAt: z.iso.datetime().optional(),
  isEverywhere: z.boolean().optional(),
});

export function recordDestroy({ files, wireFolder }: Outside): Handler {
  return handler(Left, async ({ files: names, withheldAt, isEverywhere = false }, { db }) => {
    for (const name of names) await files.remove(name);
    // The job knows no words, so all that lies aside goes: what was read of it stands in the queue.
    if (isEverywhere) for await (const path of laidAside(wireFolder)) await destroyFile(path);
    if (withheldAt !== undefined) await forgetErrors(db, { since: new Date(withheldAt) });
    // A cache in front of the site may hold what the house does not any more.
    await recall(db, names.map(topicOfFile));
    await engineOf(db).forgetBytes(db);
  });
}
