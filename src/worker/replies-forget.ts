/** Forgets where replies came from when the day is over, bans that have ended, and what later replies are compared with after two weeks. */
import { z } from "zod";
import { forgetBans } from "#agency/replies/bans.ts";
import { forgetOldMarks } from "#agency/replies/copies.ts";
import { forgetNetworks } from "#agency/replies/networks.ts";
import { handler } from "./work.ts";

export const repliesForget = handler(z.object({}), async (_, { db, at }) => {
  await forgetNetworks(db, at);
  await forgetBans(db, at);
  await forgetOldMarks(db, at);
});
