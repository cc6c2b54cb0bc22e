/** Once a day: counts what became of replies in a month that is over. */
import { z } from "zod";
import { countMonths } from "#agency/replies/months.ts";
import { handler } from "./work.ts";

export const repliesMonth = handler(z.object({}), (_, { db, at }) => countMonths(db, { at }));
