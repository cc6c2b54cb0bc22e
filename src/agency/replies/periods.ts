/** How long the newsroom keeps what readers took back, what it refused, the addresses of replies, and reports: it ends by itself. */
import { type SqlBool, sql } from "kysely";
import { type Db, together } from "#store/db.ts";
import { forgetMarks } from "./copies.ts";
import { forgetOldReports } from "./reports.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Days after which nothing of them is left but their place and what was decided. */
export const KEPT_DAYS = {
  /** Time enough to ask why something disappeared. */
  withdrawn: 30,
  /** Half a year to appeal, as the Digital Services Act asks (art. 20). */
  refused: 184,
  /** As long as a browser keeps its cookie: then nobody comes back to claim a reply by its address. */
  addresses: 400,
  /** Half a year after the decision, in which it may be looked at again (art. 20). */
  reports: 184,
  /** One that nobody decided by then ends as well. */
  openReports: 400,
} as const;

// One commit holds others up for some milliseconds.
const AT_ONCE = 500;

/** Run once a day; who runs it twice forgets nothing more. */
export async function forgetOldReplies(db: Db, { at }: { at: Date }): Promise<void> {
  const dayBefore = (days: number) => new Date(at.getTime() - days * DAY_MS);
  const before = (days: number) => dayBefore(days).toISOString();
  for (const state of ["withdrawn", "refused"] as const)
    while (await forgetSome(db, { state, before: before(KEPT_DAYS[state]) }));
  await db
    .deleteFrom("reply_contact")
    .where("reply_id", "in", (row) =>
      row.selectFrom("reply").select("id").where("written_at", "<", before(KEPT_DAYS.addresses)),
    )
    .execute();
  await forgetOldReports(db, {
    decidedBefore: dayBefore(KEPT_DAYS.reports),
    madeBefore: dayBefore(KEPT_DAYS.openReports),
  });
}

type Old = { readonly state: "withdrawn" | "refused"; readonly before: string };

/** Answers whether there may be more. */
async function forgetSome(db: Db, { state, before }: Old): Promise<boolean> {
  return together(db, async (db) => {
    const rows = await db
      .selectFrom("reply")
      .select(["id", "body", "written_at", "edited_at"])
      .where("state", "=", state)
      // The index has those that were decided alone.
      .where(sql<SqlBool>`state <> 'held'`)
      .where("decided_at", "<", before)
      .where("body", "<>", "")
      .orderBy("decided_at")
      .limit(AT_ONCE)
      .execute();
    if (rows.length === 0) return false;
    const ids = rows.map(({ id }) => id);
    await forgetMarks(db, ids, rows);
    await db.deleteFrom("reply_contact").where("reply_id", "in", ids).execute();
    await db.deleteFrom("reply_version").where("reply_id", "in", ids).execute();
    await db
      .updateTable("reply")
      .set({ author_name: "", body: "", folded: "", sketch: "", quote: "", flags: "[]", appeal: null })
      .where("id", "in", ids)
      .execute();
    return rows.length === AT_ONCE;
  });
}
