/** Keeps search in step with what is published. */
import { z } from "zod";
import { indexArticle } from "#agency/search/actions.ts";
import { handler } from "./work.ts";

export const searchIndex = handler(z.object({ articleId: z.string() }), ({ articleId }, { db }) =>
  indexArticle(db, { articleId }),
);
