/** Every quarter of an hour: letters to those of the staff who want to hear of replies that wait. */
import { z } from "zod";
import { askForReplyLetters } from "#agency/replies/waiting.ts";
import { mailOf } from "#agency/settings/mail.ts";
import type { Outside } from "./outside.ts";
import { type Handler, handler } from "./work.ts";

export function repliesWaiting(outside: Outside): Handler {
  return handler(z.object({}), async (_, { db, at }) => {
    // A house without mail has its queue.
    if (await mailOf(db, outside)) await askForReplyLetters(db, { at });
  });
}
