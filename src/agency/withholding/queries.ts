import type { Db } from "#store/db.ts";
import { type DecidingRole, reasonFrom, type Tombstone } from "./withholding.ts";

// Far more than is ever withheld from one story.
const MOST_TOMBSTONES = 50;

/** What an article is told to have lost, newest first. */
export async function tombstonesOf(db: Db, articleId: string): Promise<Tombstone[]> {
  const rows = await db
    .selectFrom("withheld_article")
    .innerJoin("withholding", "withholding.id", "withheld_article.withholding_id")
    .select([
      "withholding.id",
      "withholding.reason",
      "withholding.asked_role",
      "withholding.decided_role",
      "withholding.decided_at",
    ])
    .where("withheld_article.article_id", "=", articleId)
    .where("withholding.state", "=", "done")
    .orderBy("withholding.decided_at", "desc")
    .orderBy("withholding.id", "desc")
    .limit(MOST_TOMBSTONES)
    .execute();
  return rows.flatMap((row) => {
    const reason = reasonFrom(row.reason);
    if (!reason || row.decided_at === null) return [];
    const roles = [roleFrom(row.asked_role), roleFrom(row.decided_role)] as const;
    return [{ id: row.id, at: new Date(row.decided_at), reason, roles }];
  });
}

function roleFrom(kept: string | null): DecidingRole {
  if (kept === "editor" || kept === "administrator") return kept;
  throw new Error(`"${kept}" is no role that decides on withholding`);
}
