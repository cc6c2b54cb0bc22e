/** Once a day: forgets spent tokens, letters that were never followed, addresses nobody said yes to, and replies that had their time. */
import { z } from "zod";
import { forgetAtTheDoors } from "#agency/replies/forget.ts";
import { forgetOldReplies } from "#agency/replies/periods.ts";
import { handler } from "./work.ts";

export const readersForget = handler(z.object({}), async (_, { db, at }) => {
  await forgetAtTheDoors(db, { at });
  await forgetOldReplies(db, { at });
});
