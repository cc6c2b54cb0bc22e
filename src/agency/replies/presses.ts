/** What moderators decided, and rules in an hour: each press of the last day, and the history of one reply. */
import { sql } from "kysely";
import type { Db } from "#store/db.ts";
import { stateOf } from "./queries.ts";
import type { ReplyState } from "./replies.ts";

export type Press = {
  readonly batch: string;
  readonly to: ReplyState;
  readonly count: number;
  /** The name of who pressed. */
  readonly by: string;
  readonly at: Date;
};

const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_PRESSES = 10;

/** The latest presses of the last day that still hold, the latest first. */
export async function recentPresses(db: Db, at: Date): Promise<readonly Press[]> {
  const { rows } = await sql<{ batch: string; to: string; count: number; by: string; at: string }>`
    select decision.batch                             as batch,
           min(decision.after)                        as "to",
           cast(count(*) as integer)                  as count,
           coalesce(min(staff.name), min(decision.made_by)) as "by",
           max(decision.made_at)                      as "at"
      from decision
      left join staff on staff.id = decision.made_by
     where decision.made_at > ${new Date(at.getTime() - DAY_MS).toISOString()}
       and decision.batch is not null
       and decision.undone_at is null
     group by decision.batch
     order by max(decision.made_at) desc, decision.batch desc
     limit ${MOST_PRESSES}`.execute(db);
  return rows.map((row) => ({ ...row, to: stateOf(row.to), at: new Date(row.at) }));
}

export type MadeDecision = {
  readonly after: ReplyState;
  readonly reason: string | null;
  readonly note: string;
  readonly by: string;
  readonly at: Date;
  readonly undoneAt: Date | null;
};

const MOST_DECISIONS = 100;

/** Everything that was decided of a reply, the first first. */
export async function decisionsOf(db: Db, replyId: string): Promise<readonly MadeDecision[]> {
  const rows = await db
    .selectFrom("decision")
    .leftJoin("staff", "staff.id", "decision.made_by")
    .select([
      "decision.after",
      "decision.reason",
      "decision.note",
      "decision.made_by",
      "staff.name",
      "decision.made_at",
      "decision.undone_at",
    ])
    .where("decision.reply_id", "=", replyId)
    .orderBy("decision.made_at")
    .orderBy("decision.id")
    .limit(MOST_DECISIONS)
    .execute();
  return rows.map(({ after, reason, note, name, made_by, made_at, undone_at }) => ({
    after: stateOf(after),
    reason,
    note,
    by: name ?? made_by,
    at: new Date(made_at),
    undoneAt: undone_at === null ? null : new Date(undone_at),
  }));
}
