/** Looks through the files of what was kept of sources for what somebody asks to have withheld, before another decides. */
import { z } from "zod";
import { lookIntoFiles, noteLook } from "#agency/withholding/kept-files.ts";
import type { Outside } from "./outside.ts";
import { type Handler, handler } from "./work.ts";

// It names the asking and never the words: a job that fails for good stays in its table.
export function recordSnapshots({ files }: Outside): Handler {
  return handler(z.object({ asking: z.string() }), async ({ asking: id }, { db, at, signal }) => {
    const look = await lookIntoFiles(db, files, { id, signal });
    if (look) await noteLook(db, { id, look, at });
  });
}
