/** Notes which pictures an article shows, after it was published or taken back. */
import { z } from "zod";
import { noteUses } from "#agency/media/actions.ts";
import { handler } from "./work.ts";

export const mediaUses = handler(z.object({ articleId: z.string() }), async ({ articleId }, { db }) => {
  await noteUses(db, { articleId });
});
