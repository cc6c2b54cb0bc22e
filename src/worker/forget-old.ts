/** Once a day: forgets what the house keeps no longer, so that tables stay as small as the work. */
import { z } from "zod";
import { forgetOld } from "#agency/retention/actions.ts";
import { handler } from "./work.ts";

export const forgetOldRows = handler(z.object({}), (_, { db, at }) => forgetOld(db, { at }));
