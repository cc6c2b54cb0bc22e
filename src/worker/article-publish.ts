/** Brings a scheduled article out at its minute, or as soon after as there is a worker. */
import { z } from "zod";
import { publishScheduled } from "#agency/articles/move.ts";
import { handler } from "./work.ts";

export const articlePublish = handler(
  z.object({ articleId: z.string(), publishAt: z.string() }),
  ({ articleId, publishAt }, { db, at }) => publishScheduled(db, { articleId, publishAt, at }),
);
