/** Applies a list that was too large for the request that decided so; where it was stopped, it goes on. */
import { z } from "zod";
import { applyAsked, noteApplyFailed } from "#agency/labels/applying.ts";
import { handler } from "./work.ts";

export const registerApply = handler(z.object({ importId: z.string() }), async ({ importId }, { db, at, signal }) => {
  try {
    const done = await applyAsked(db, importId, { at, goesOn: () => !signal.aborted });
    if (done !== "stopped") return;
  } catch (cause) {
    await noteApplyFailed(db, importId);
    throw cause;
  }
  throw new Error("the list was not yet applied when the worker stopped; it goes on where it was");
});
