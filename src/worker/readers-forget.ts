/** Once a day: forgets spent tokens, letters that were never followed and addresses nobody said yes to. */
import { z } from "zod";
import { forgetAtTheDoors } from "#agency/replies/forget.ts";
import { handler } from "./work.ts";

export const readersForget = handler(z.object({}), (_, { db, at }) => forgetAtTheDoors(db, { at }));
