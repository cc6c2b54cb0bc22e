/** Forgets the jobs that were done a while ago, so that the table stays as small as the work. */
import { z } from "zod";
import { forgetDone } from "#store/queue.ts";
import { handler } from "./work.ts";

// Long enough to see what happened over a holiday.
const KEPT_MS = 14 * 24 * 60 * 60 * 1000;

export const forgetDoneJobs = handler(z.object({}), (_, { db, at }) =>
  forgetDone(db, new Date(at.getTime() - KEPT_MS)),
);
