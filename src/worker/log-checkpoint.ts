/** Signs what the log says of itself now and keeps it. */
import { z } from "zod";
import { keepCheckpoint } from "#agency/log/actions.ts";
import type { Outside } from "./outside.ts";
import { type Handler, handler } from "./work.ts";

export function logCheckpoint({ log }: Outside): Handler {
  return handler(z.object({}), async (_, { db, at }) => {
    await keepCheckpoint(db, { signer: log, at });
  });
}
