/** Once a day, where there is something new: a checkpoint for every editor, so that it is kept outside the house. */
import { z } from "zod";
import { askForLogLetters } from "#agency/log/actions.ts";
import { mailOf } from "#agency/settings/mail.ts";
import type { Outside } from "./outside.ts";
import { type Handler, handler } from "./work.ts";

export function logLetters(outside: Outside): Handler {
  return handler(z.object({}), async (_, { db, at }) => {
    // A house without mail has its feeds and proofs.
    if (await mailOf(db, outside)) await askForLogLetters(db, { at });
  });
}
