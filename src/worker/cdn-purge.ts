/**
 * Has the caches in front of the site drop what depends on a topic that moved. How far they have been told stands in the
 * store, so that what moved while nobody could tell them is told later; they are told once more after a few seconds, for a
 * node that had not heard yet may have handed out the page of before in between.
 */
import { z } from "zod";
import { addressesDependingOn, forgetHandedOut, noteToldUpTo, toldUpTo } from "#agency/settings/cdn.ts";
import { type Drop, dropFrom } from "#outside/cdn.ts";
import type { Db } from "#store/db.ts";
import { engineOf } from "#store/db.ts";
import { enqueue } from "#store/queue.ts";
import type { Outside } from "./outside.ts";
import { type Handler, handler } from "./work.ts";

// The poll behind PostgreSQL's notices is two seconds; a printing takes less than the rest.
const ONCE_MORE_AFTER_MS = 5_000;
// More moved at once than this (a new list of the law, a new name of the agency) is all of the site.
const MOST_TOPICS = 2_000;

export function cdnPurge(outside: Outside): Handler {
  return handler(z.object({}), async (_, { db, at }) => {
    if (!outside.cdns?.length) return;
    const mark = await toldUpTo(db);
    const { moved, mark: next } = await engineOf(db).movedAfter(db, mark ?? (await engineOf(db).markNow(db)));
    const topics = mark === undefined || moved.length > MOST_TOPICS ? undefined : moved.map(({ topic }) => topic);
    if (topics?.length !== 0) {
      await dropAll(db, outside, topics);
      await enqueue(db, "cdn.purge.again", topics ? { topics } : {}, new Date(at.getTime() + ONCE_MORE_AFTER_MS));
    }
    await noteToldUpTo(db, next);
    await forgetHandedOut(db, at);
  });
}

export function cdnPurgeAgain(outside: Outside): Handler {
  return handler(z.object({ topics: z.array(z.string()).optional() }), ({ topics }, { db }) =>
    dropAll(db, outside, topics),
  );
}

async function dropAll(db: Db, { cdns = [], url }: Outside, topics: readonly string[] | undefined): Promise<void> {
  const knowsNoKeys = cdns.some(({ kind }) => kind === "purge");
  const addresses = knowsNoKeys ? await addressesDependingOn(db, topics) : [];
  const drop: Drop = topics ? { topics, addresses } : "all";
  for (const cdn of cdns) await dropFrom(cdn, url, cdn.kind === "purge" ? { topics: [], addresses } : drop);
}
