/**
 * Decisions about replies in the publication log, in the decision's own commit. An entry says when one was made and holds
 * its digest: not about which reply, nor to which story, nor what was decided. Called before topics are bumped.
 */
import type { Db } from "#store/db.ts";
import { appendEntry, type Part } from "#store/log.ts";

type Entered = {
  readonly ids: readonly string[];
  readonly at: Date;
  /** The same decisions, taken back. */
  readonly undone?: boolean;
};

export async function enterDecisions(db: Db, { ids, at, undone = false }: Entered): Promise<void> {
  for (const parts of portions(ids))
    await appendEntry(db, { kind: "decision", parts, at, ...(undone && { facts: { taken: "back" } }) });
}

/**
 * Their reader has had the replies erased: the random bytes of what was logged of the decisions about them are destroyed,
 * and the decisions, without words by now, entered anew. No entry says whose replies they were.
 */
export async function enterErasure(
  db: Db,
  { replyIds, at }: { readonly replyIds: readonly string[]; readonly at: Date },
): Promise<void> {
  if (replyIds.length === 0) return;
  const decisions = await db
    .selectFrom("decision")
    .select("id")
    .where("reply_id", "in", replyIds)
    // How it stood when it arrived was never logged.
    .where("before", "!=", "")
    .orderBy("id")
    .execute();
  for (const parts of portions(decisions.map(({ id }) => id)))
    await appendEntry(db, { kind: "erasure", parts, withholds: parts, at });
}

// An entry has room for a few hundred digests.
const PARTS_AN_ENTRY = 200;

function* portions(ids: readonly string[]): Generator<Part[], void, void> {
  for (let from = 0; from < ids.length; from += PARTS_AN_ENTRY)
    yield ids.slice(from, from + PARTS_AN_ENTRY).map((id) => ({ of: "decision", id }));
}
