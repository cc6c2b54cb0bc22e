/** Words between colleagues about an article or one of its paragraphs. They follow the paragraph through what is written. */
import { newId } from "#lib/ids.ts";
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { placeOf } from "#text/diff/anchor.ts";
import { printPlain } from "#text/document/plain.ts";
import type { DocumentJson } from "#text/document/schema.ts";

export type Comment = {
  readonly id: string;
  /** The paragraph it is about, as it last read; none for the whole article. */
  readonly anchor: { readonly words: string; readonly place: number | null } | null;
  readonly words: string;
  readonly by: string;
  readonly at: Date;
  readonly resolvedBy: string | null;
  readonly answers: readonly Answer[];
};

type Answer = { readonly id: string; readonly words: string; readonly by: string; readonly at: Date };

export const LONGEST_COMMENT = 4_000;

// More than anybody reads; what is resolved comes last and is cut first.
const MOST_COMMENTS = 500;

/** What is open first, each group in the order it was said. */
export async function commentsOn(db: Db, articleId: string): Promise<Comment[]> {
  const rows = await db
    .selectFrom("comment")
    .selectAll()
    .where("article_id", "=", articleId)
    .orderBy((row) => row.case().when("resolved_at", "is", null).then(0).else(1).end())
    .orderBy("made_at")
    .orderBy("id")
    .limit(MOST_COMMENTS)
    .execute();
  const answers = Map.groupBy(rows, ({ answers }) => answers);
  return (answers.get(null) ?? []).map((row) => ({
    id: row.id,
    anchor: row.anchor_words === null ? null : { words: row.anchor_words, place: row.anchor_place },
    words: row.words,
    by: row.made_by,
    at: new Date(row.made_at),
    resolvedBy: row.resolved_by,
    answers: (answers.get(row.id) ?? []).map(({ id, words, made_by, made_at }) => ({
      id,
      words,
      by: made_by,
      at: new Date(made_at),
    })),
  }));
}

type NewComment = {
  readonly articleId: string;
  readonly words: string;
  /** The paragraph it is about, and which of the text's paragraphs that is; null when it is gone already. */
  readonly anchor?: { readonly words: string; readonly place: number | null };
  /** The comment it answers. */
  readonly answers?: string;
  readonly by: string;
  readonly at: Date;
};

type CommentRefusal = "empty" | "too-long" | "not-there";

/** Says something; an answer to an answer belongs to the comment both are under, and opens it again. */
export async function comment(
  db: Db,
  { articleId, words, anchor, answers, by, at }: NewComment,
): Promise<{ readonly id: string } | { readonly refusal: CommentRefusal }> {
  if (words.trim() === "") return { refusal: "empty" };
  if (words.length > LONGEST_COMMENT) return { refusal: "too-long" };
  return together(db, async (db) => {
    const top = answers === undefined ? null : await topOf(db, articleId, answers);
    if (top === undefined) return { refusal: "not-there" };
    const id = newId(at);
    await db
      .insertInto("comment")
      .values({
        id,
        article_id: articleId,
        answers: top,
        anchor_words: anchor?.words ?? null,
        anchor_place: anchor?.place ?? null,
        words: words.trim(),
        made_by: by,
        made_at: at.toISOString(),
        resolved_by: null,
        resolved_at: null,
      })
      .execute();
    if (top !== null)
      await db.updateTable("comment").set({ resolved_by: null, resolved_at: null }).where("id", "=", top).execute();
    await note(db, { by, act: "article.comment", subject: `article:${articleId}`, at });
    return { id };
  });
}

/** Says that a comment is dealt with, or that it is not after all; answers whether there was one. */
export async function resolveComment(
  db: Db,
  { articleId, id, resolved, by, at }: { articleId: string; id: string; resolved: boolean; by: string; at: Date },
): Promise<boolean> {
  return together(db, async (db) => {
    const row = await db
      .updateTable("comment")
      .set({ resolved_by: resolved ? by : null, resolved_at: resolved ? at.toISOString() : null })
      .where("id", "=", id)
      .where("article_id", "=", articleId)
      .where("answers", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (row)
      await note(db, {
        by,
        act: resolved ? "article.comment-resolve" : "article.comment-reopen",
        subject: `article:${articleId}`,
        at,
      });
    return row !== undefined;
  });
}

/**
 * Keeps every comment with its paragraph after the text has changed. The words of one that is gone stay, so that it
 * is found again should they come back.
 */
export async function followWords(
  db: Db,
  { articleId, document }: { articleId: string; document: DocumentJson },
): Promise<void> {
  const anchored = await db
    .selectFrom("comment")
    .select(["id", "anchor_words", "anchor_place"])
    .where("article_id", "=", articleId)
    .where("anchor_words", "is not", null)
    .orderBy("id")
    .limit(MOST_COMMENTS)
    .execute();
  if (anchored.length === 0) return;
  const paragraphs = paragraphsOf(document);
  for (const { id, anchor_words, anchor_place } of anchored) {
    const words = anchor_words ?? "";
    const place = placeOf(words, anchor_place ?? 0, paragraphs) ?? null;
    const now = place === null ? words : (paragraphs[place] ?? words);
    if (place === anchor_place && now === words) continue;
    await db.updateTable("comment").set({ anchor_words: now, anchor_place: place }).where("id", "=", id).execute();
  }
}

/** What can be spoken about: the words of each block, in order. */
export function paragraphsOf(document: DocumentJson): string[] {
  const { text, blocks } = printPlain(document);
  return blocks.map(({ start, end }) => text.slice(start, end));
}

async function topOf(db: Db, articleId: string, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("comment")
    .select(["id", "answers"])
    .where("id", "=", id)
    .where("article_id", "=", articleId)
    .executeTakeFirst();
  return row?.answers ?? row?.id;
}
