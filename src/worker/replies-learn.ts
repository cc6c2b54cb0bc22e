/** Learns what moderators decided of advertising, after the press and not in its way. */
import { z } from "zod";
import { learnFrom } from "#agency/replies/learning.ts";
import { handler } from "./work.ts";

export const repliesLearn = handler(z.object({ batch: z.string() }), ({ batch }, { db }) => learnFrom(db, batch));
