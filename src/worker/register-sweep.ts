/** Looks through all stories for labels that a change of the register, or a day, would make others. */
import { z } from "zod";
import { sweep } from "#agency/labels/sweep.ts";
import { handler } from "./work.ts";

const question = z.union([z.object({ importId: z.string() }), z.object({ asOf: z.string() })]);

export const registerSweep = handler(
  z.object({ question, by: z.string() }),
  async ({ question, by }, { db, at, signal }) => {
    const { isDone } = await sweep(db, question, { by, at, goesOn: () => !signal.aborted });
    if (!isDone) throw new Error("the sweep was stopped before the last story; it goes on where it was");
  },
);
