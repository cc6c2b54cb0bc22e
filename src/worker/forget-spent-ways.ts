/** Forgets sessions, links and tries whose time is over. */
import { z } from "zod";
import { forgetSpent } from "#agency/staff/actions.ts";
import { handler } from "./work.ts";

export const forgetSpentWays = handler(z.object({}), (_, { db, at }) => forgetSpent(db, { at }));
