/** Notes which sources an article rests on, after it was published or taken back. */
import { z } from "zod";
import { noteSources } from "#agency/sources/actions.ts";
import { handler } from "./work.ts";

export const sourceUses = handler(z.object({ articleId: z.string() }), async ({ articleId }, { db }) => {
  await noteSources(db, { articleId });
});
