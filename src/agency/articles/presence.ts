/** Who has an article open in the editor now. It lasts for as long as the editor says so, a few times a minute. */
import { type Db, together } from "#store/db.ts";

/** An open editor speaks up every fifteen seconds; one that missed two of them is closed, or offline. */
export const HERE_EVERY_MS = 15_000;
const GONE_AFTER_MS = 2.5 * HERE_EVERY_MS;

type Here = { readonly articleId: string; readonly sitting: string; readonly staffId: string; readonly at: Date };

/** Notes that an editor is open, and forgets those of the article that have gone. */
export async function stayHere(db: Db, { articleId, sitting, staffId, at }: Here): Promise<void> {
  const seen_at = at.toISOString();
  await together(db, async (db) => {
    await db
      .insertInto("presence")
      .values({ article_id: articleId, sitting, staff_id: staffId, seen_at })
      .onConflict((known) => known.columns(["article_id", "sitting"]).doUpdateSet({ seen_at }))
      .execute();
    await db.deleteFrom("presence").where("article_id", "=", articleId).where("seen_at", "<", lastSeen(at)).execute();
  });
}

export async function leave(db: Db, { articleId, sitting }: Pick<Here, "articleId" | "sitting">): Promise<void> {
  await db.deleteFrom("presence").where("article_id", "=", articleId).where("sitting", "=", sitting).execute();
}

/** The names of those who have the article open elsewhere, by name; somebody with two windows stands here once. */
export async function othersHere(
  db: Db,
  { articleId, sitting, at }: Pick<Here, "articleId" | "sitting" | "at">,
): Promise<string[]> {
  const rows = await db
    .selectFrom("presence")
    .innerJoin("staff", "staff.id", "presence.staff_id")
    .select(["staff.id", "staff.name"])
    .distinct()
    .where("article_id", "=", articleId)
    .where("sitting", "!=", sitting)
    .where("seen_at", ">=", lastSeen(at))
    .orderBy("staff.name")
    .orderBy("staff.id")
    .execute();
  return rows.map(({ name }) => name);
}

function lastSeen(at: Date): string {
  return new Date(at.getTime() - GONE_AFTER_MS).toISOString();
}
