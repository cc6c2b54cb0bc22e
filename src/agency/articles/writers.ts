/** What has to be known as soon as somebody has written on an article: who it was, when, and how lists call it now. */
import { folded } from "#lib/folded.ts";
import type { Db } from "#store/db.ts";

type Writing = {
  readonly articleId: string;
  readonly headline: string;
  readonly by: string;
  readonly at: Date;
};

/** Part of the action that saves a text. */
export async function noteWriting(db: Db, { articleId, headline, by, at }: Writing): Promise<void> {
  const wrote_at = at.toISOString();
  await db
    .updateTable("article")
    .set({ headline, headline_folded: folded(headline), touched_at: wrote_at })
    .where("id", "=", articleId)
    .execute();
  await db
    .insertInto("article_writer")
    .values({ article_id: articleId, staff_id: by, wrote_at })
    .onConflict((known) => known.columns(["article_id", "staff_id"]).doUpdateSet({ wrote_at }))
    .execute();
}

/** Who wrote on an article since it was last published, in no order. */
export async function writersOf(db: Db, articleId: string): Promise<string[]> {
  const rows = await db.selectFrom("article_writer").select("staff_id").where("article_id", "=", articleId).execute();
  return rows.map(({ staff_id }) => staff_id);
}

/** Their work up to `until` is published. */
export async function forgetWriters(db: Db, { articleId, until }: { articleId: string; until: string }): Promise<void> {
  await db.deleteFrom("article_writer").where("article_id", "=", articleId).where("wrote_at", "<=", until).execute();
}
