/** Keeps the lists "stories that mention it" in step with what is published and with the register. */
import { z } from "zod";
import { noteAllMentions, noteMentions, turnDay } from "#agency/labels/actions.ts";
import { handler } from "./work.ts";

export const labelsMentions = handler(z.object({ articleId: z.string() }), ({ articleId }, { db, at }) =>
  noteMentions(db, { articleId, at }),
);

export const labelsMentionsAll = handler(
  z.object({ after: z.string(), mentioning: z.array(z.string()).optional() }),
  ({ after, mentioning }, { db, at }) => noteAllMentions(db, { after, mentioning, at }),
);

export const labelsDay = handler(z.object({}), (_, { db, at }) => turnDay(db, { at }));
