/** Links that show what is not published yet to somebody outside, until they end or are revoked. */
import { createHash, randomBytes } from "node:crypto";
import { newId } from "#lib/ids.ts";
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";

export type PreviewLink = { readonly id: string; readonly madeBy: string; readonly endsAt: Date };

/** How long a link may show what is not published, in days. */
export const PREVIEW_DAYS = [1, 3, 7, 30] as const;

const DAY_MS = 24 * 60 * 60 * 1000;
// 192 bits: nobody guesses it, and it is kept nowhere but by whom it is given to.
const TOKEN_BYTES = 24;
const MOST_LISTED = 100;

/** Links that still show the article, the newest first. */
export async function previewLinks(db: Db, { articleId, at }: { articleId: string; at: Date }): Promise<PreviewLink[]> {
  const rows = await db
    .selectFrom("preview_link")
    .select(["id", "made_by", "ends_at"])
    .where("article_id", "=", articleId)
    .where("revoked_at", "is", null)
    .where("ends_at", ">", at.toISOString())
    .orderBy("id", "desc")
    .limit(MOST_LISTED)
    .execute();
  return rows.map(({ id, made_by, ends_at }) => ({ id, madeBy: made_by, endsAt: new Date(ends_at) }));
}

/** The article a token shows, and until when; nothing for one made up, ended or revoked, and nothing that was killed. */
export async function previewedArticle(
  db: Db,
  { token, at }: { token: string; at: Date },
): Promise<{ readonly articleId: string; readonly editionId: string; readonly endsAt: Date } | undefined> {
  const row = await db
    .selectFrom("preview_link")
    .innerJoin("article", "article.id", "preview_link.article_id")
    .select(["article.id", "article.edition_id", "preview_link.ends_at"])
    .where("token_digest", "=", digestOf(token))
    .where("article.state", "<>", "killed")
    .where("revoked_at", "is", null)
    .where("ends_at", ">", at.toISOString())
    .executeTakeFirst();
  return row && { articleId: row.id, editionId: row.edition_id, endsAt: new Date(row.ends_at) };
}

type MakePreview = { readonly articleId: string; readonly days: number; readonly by: string; readonly at: Date };

/** The token of a new link: told this once. */
export async function makePreview(db: Db, { articleId, days, by, at }: MakePreview): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  const ends_at = new Date(at.getTime() + days * DAY_MS).toISOString();
  await together(db, async (db) => {
    await db
      .insertInto("preview_link")
      .values({
        id: newId(at),
        article_id: articleId,
        token_digest: digestOf(token),
        made_by: by,
        made_at: at.toISOString(),
        ends_at,
        revoked_at: null,
      })
      .execute();
    await note(db, {
      by,
      act: "article.preview-make",
      subject: `article:${articleId}`,
      detail: { until: ends_at },
      at,
    });
  });
  return token;
}

/** Ends a link at once; answers whether there was one. */
export async function revokePreview(
  db: Db,
  { articleId, id, by, at }: { articleId: string; id: string; by: string; at: Date },
): Promise<boolean> {
  return together(db, async (db) => {
    const row = await db
      .updateTable("preview_link")
      .set({ revoked_at: at.toISOString() })
      .where("id", "=", id)
      .where("article_id", "=", articleId)
      .where("revoked_at", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (row) await note(db, { by, act: "article.preview-revoke", subject: `article:${articleId}`, at });
    return row !== undefined;
  });
}

/** Ends all that show the article: who brings it back later has not asked for them. */
export async function endPreviews(
  db: Db,
  { articleId, by, at }: { readonly articleId: string; readonly by: string; readonly at: Date },
): Promise<void> {
  const ended = await db
    .updateTable("preview_link")
    .set({ revoked_at: at.toISOString() })
    .where("article_id", "=", articleId)
    .where("revoked_at", "is", null)
    .where("ends_at", ">", at.toISOString())
    .returning("id")
    .execute();
  const detail = { links: ended.length };
  if (ended.length > 0)
    await note(db, { by, act: "article.preview-revoke", subject: `article:${articleId}`, detail, at });
}

function digestOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
