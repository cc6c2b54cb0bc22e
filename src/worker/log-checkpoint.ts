/** Signs what the log says of itself now, keeps it, and asks those who are to vouch for it. */
import { z } from "zod";
import { keepCheckpoint } from "#agency/log/actions.ts";
import type { Outside } from "./outside.ts";
import { type Handler, handler } from "./work.ts";

export function logCheckpoint({ log, witnesses = [], authorities = [] }: Outside): Handler {
  const vouching = { witnesses: witnesses.map(({ key }) => key.name), authorities: authorities.map(({ url }) => url) };
  return handler(z.object({}), async (_, { db, at }) => {
    await keepCheckpoint(db, { signer: log, vouching, at });
  });
}
