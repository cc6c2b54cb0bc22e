/** Versions and corrections, written in the action that shows them to readers. None is ever changed or taken out again. */
import { newId } from "#lib/ids.ts";
import type { Db } from "#store/db.ts";
import { appendEntry, type Part } from "#store/log.ts";
import { bump } from "#store/topics.ts";
import { type Correction, isTold, markAfter, markFrom, topicOfCorrections, type VersionKind } from "./corrections.ts";

type NewVersion = {
  readonly articleId: string;
  /** The text readers see from now on. */
  readonly revisionId: string;
  readonly kind: VersionKind;
  readonly sentence?: string;
  readonly correction?: Correction | undefined;
  /** What the audit says of it, where that is told of too. */
  readonly noteId?: string;
  readonly by: string;
  readonly at: Date;
};

/** Part of the action that publishes, retracts or labels anew, and the one place where the record grows. */
export async function addVersion(db: Db, version: NewVersion): Promise<void> {
  const { articleId, revisionId, kind, sentence = "", correction, noteId, by, at } = version;
  // Held, so that two versions do not take one number.
  const article = await db
    .updateTable("article")
    .set((row) => ({ state: row.ref("state") }))
    .where("id", "=", articleId)
    .returning(["edition_id", "mark"])
    .executeTakeFirstOrThrow();
  const { last } = await db
    .selectFrom("version")
    .select((row) => row.fn.max("number").as("last"))
    .where("article_id", "=", articleId)
    .executeTakeFirstOrThrow();
  const id = newId(at);
  await db
    .insertInto("version")
    .values({
      id,
      article_id: articleId,
      number: (last ?? 0) + 1,
      revision_id: revisionId,
      kind,
      sentence,
      made_by: by,
      made_at: at.toISOString(),
    })
    .execute();
  const parts: Part[] = [{ of: "version", id }];
  if (correction)
    parts.push({ of: "correction", id: await addCorrection(db, { versionId: id, articleId, correction, at }) });
  const mark = markAfter(markFrom(article.mark), kind);
  await db.updateTable("article").set({ mark }).where("id", "=", articleId).execute();
  // A text that stood there already was told of when it came out.
  if (kind !== "label-change" && kind !== "retraction") parts.unshift({ of: "revision", id: revisionId });
  if (noteId !== undefined) parts.push({ of: "audit", id: noteId });
  await appendEntry(db, { kind, articleId, revisionId, parts, at });
  if (!isTold(kind)) return;
  const { code } = await db
    .selectFrom("edition")
    .select("code")
    .where("id", "=", article.edition_id)
    .executeTakeFirstOrThrow();
  await bump(db, [topicOfCorrections(code)]);
}

type NewCorrection = {
  readonly versionId: string;
  readonly articleId: string;
  readonly correction: Correction;
  readonly at: Date;
};

async function addCorrection(db: Db, { versionId, articleId, correction, at }: NewCorrection): Promise<string> {
  const { oldWords, newWords, severity, askedBy, isAskerPublic } = correction;
  const id = newId(at);
  await db
    .insertInto("correction")
    .values({
      id,
      version_id: versionId,
      article_id: articleId,
      old_words: oldWords,
      new_words: newWords,
      severity,
      asked_by: askedBy,
      credited: isAskerPublic && askedBy !== "" ? askedBy : null,
    })
    .execute();
  return id;
}
