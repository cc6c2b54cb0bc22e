/** What an article said before: its revisions, and the way back to one of them. None is ever changed or taken out. */
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { keepRevision, revisionText, saveCopy, workingCopy } from "./working-copy.ts";

export const REVISION_KINDS = ["draft", "publication", "update", "clarification", "correction", "retraction"] as const;

export type RevisionKind = (typeof REVISION_KINDS)[number];

export type RevisionLine = {
  readonly id: string;
  readonly kind: RevisionKind;
  readonly headline: string;
  readonly by: string;
  readonly at: Date;
};

/** Where a page of revisions begins: after this one. */
export type RevisionPlace = { readonly at: string; readonly id: string };

/** Newest first. */
export async function revisionsOf(
  db: Db,
  articleId: string,
  { limit, after }: { limit: number; after?: RevisionPlace | undefined },
): Promise<RevisionLine[]> {
  const rows = await db
    .selectFrom("revision")
    .select(["id", "kind", "headline", "made_by", "made_at"])
    .where("article_id", "=", articleId)
    .$if(after !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple("made_at", "id"), "<", tuple(after?.at ?? "", after?.id ?? "")),
      ),
    )
    .orderBy("made_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  // A publication is kept in the same moment as the draft it was made from, and comes after it.
  const isDraft = ({ kind }: { kind: string }) => Number(kind === "draft");
  return rows
    .toSorted((one, other) => (one.made_at === other.made_at ? isDraft(one) - isDraft(other) : 0))
    .map(lineFrom);
}

export async function revisionLine(
  db: Db,
  { articleId, revisionId }: { articleId: string; revisionId: string },
): Promise<RevisionLine | undefined> {
  const row = await db
    .selectFrom("revision")
    .select(["id", "kind", "headline", "made_by", "made_at"])
    .where("article_id", "=", articleId)
    .where("id", "=", revisionId)
    .executeTakeFirst();
  return row && lineFrom(row);
}

type Restore = { readonly articleId: string; readonly revisionId: string; readonly by: string; readonly at: Date };

/** Makes an old text the one being written; what was being written is kept as a revision first. */
export async function restoreRevision(
  db: Db,
  { articleId, revisionId, by, at }: Restore,
): Promise<"restored" | "conflict" | undefined> {
  return together(db, async (db) => {
    const [text, copy] = [await revisionText(db, { articleId, revisionId }), await workingCopy(db, articleId)];
    if (!text || !copy) return undefined;
    await keepRevision(db, { articleId, by: copy.savedBy, at });
    const saved = await saveCopy(db, { articleId, from: copy.version, text, by, at });
    if ("conflict" in saved) return "conflict";
    await note(db, { by, act: "article.restore", subject: `article:${articleId}`, detail: { revisionId }, at });
    return "restored";
  });
}

type RevisionColumns = { id: string; kind: string; headline: string; made_by: string; made_at: string };

function lineFrom({ id, kind, headline, made_by, made_at }: RevisionColumns): RevisionLine {
  const known = REVISION_KINDS.find((one) => one === kind);
  if (!known) throw new Error(`"${kind}" is no kind of revision`);
  return { id, kind: known, headline, by: made_by, at: new Date(made_at) };
}
