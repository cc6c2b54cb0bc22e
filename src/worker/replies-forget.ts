/** Forgets where replies came from when the day is over, and what later ones are compared with after two weeks. */
import { z } from "zod";
import { forgetOldMarks } from "#agency/replies/copies.ts";
import { forgetNetworks } from "#agency/replies/networks.ts";
import { handler } from "./work.ts";

export const repliesForget = handler(z.object({}), async (_, { db, at }) => {
  await forgetNetworks(db, at);
  await forgetOldMarks(db, at);
});
