/** Keeps the diary in step with what published stories say is still to come. */
import { z } from "zod";
import { readAhead } from "#agency/diary/actions.ts";
import { handler } from "./work.ts";

export const diaryRead = handler(z.object({ articleId: z.string() }), ({ articleId }, { db, at }) =>
  readAhead(db, { articleId, at }),
);
