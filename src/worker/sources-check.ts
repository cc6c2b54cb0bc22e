/** Asks the pages stories rest on whether they are still there, some of them at a time. */
import { z } from "zod";
import { noteAnswer } from "#agency/sources/actions.ts";
import { addressesToCheck } from "#agency/sources/queries.ts";
import { fetchPublic } from "#outside/fetch.ts";
import { stateOf } from "./links-check.ts";
import type { Outside } from "./outside.ts";
import { type Handler, handler } from "./work.ts";

const ENOUGH_BYTES = 256 * 1024;
// Asked every hour, this is a thousand a day.
const AT_ONCE = 40;
// A page is asked again after so long, one that failed too: nobody is asked more often than once a day.
const HOLDS_MS = 23 * 60 * 60 * 1000;

export function sourcesCheck({ url, network }: Outside): Handler {
  return handler(z.object({}), async (_, { db, at, signal }) => {
    const before = new Date(at.getTime() - HOLDS_MS);
    for (const { id, url: address } of await addressesToCheck(db, { before, limit: AT_ONCE })) {
      if (signal.aborted) return;
      const answer = await fetchPublic(address, {
        agent: `Dateline (+${url})`,
        mostBytes: ENOUGH_BYTES,
        ...(network && { network }),
      });
      await noteAnswer(db, { id, answers: stateOf(answer) === "answers", at });
    }
  });
}
