/** Asks the pages an article links to whether they are still there. */
import { z } from "zod";
import { noteLink } from "#agency/preflight/actions.ts";
import { linksToCheck } from "#agency/preflight/queries.ts";
import { fetchPublic } from "#outside/fetch.ts";
import type { Outside } from "./outside.ts";
import { type Handler, handler } from "./work.ts";

// Whether a page is there shows in its first bytes; what is larger than this is there too.
const ENOUGH_BYTES = 256 * 1024;

export function linksCheck({ url, network }: Outside): Handler {
  return handler(z.object({ articleId: z.string() }), async ({ articleId }, { db, at, signal }) => {
    // One after another: several of them are often of one server.
    for (const address of await linksToCheck(db, { articleId, at })) {
      if (signal.aborted) return;
      const answer = await fetchPublic(address, {
        agent: `Dateline (+${url})`,
        mostBytes: ENOUGH_BYTES,
        ...(network && { network }),
      });
      await noteLink(db, { address, state: stateOf(answer), at });
    }
  });
}

/** `answers`, a status such as `404`, or why there was no answer. */
export function stateOf(answer: Awaited<ReturnType<typeof fetchPublic>>): string {
  if ("problem" in answer) return answer.problem === "too-large" ? "answers" : answer.problem;
  // A page that asks for a password or for patience is there.
  const { status } = answer.fetched;
  return status < 400 || status === 401 || status === 403 || status === 429 ? "answers" : String(status);
}
