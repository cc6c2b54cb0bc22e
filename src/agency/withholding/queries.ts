import { z } from "zod";
import type { Db } from "#store/db.ts";
import { keptStatement, type ValueOf } from "#store/kept.ts";
import { rowsHolding, type Wanted } from "./find.ts";
import { inFiles } from "./kept-files.ts";
import { type DecidingRole, type Reason, reasonFrom, type Tombstone, type Way, wayFrom } from "./withholding.ts";

// Far more than is ever withheld from one story.
const MOST_TOMBSTONES = 50;

/** What an article is told to have lost, newest first. */
export async function tombstonesOf(db: Db, articleId: string): Promise<Tombstone[]> {
  return (await withheldFrom(db, { articleId })).flatMap((row) => {
    const reason = reasonFrom(row.reason);
    if (!reason || row.decided_at === null) return [];
    const roles = [roleFrom(row.asked_role), roleFrom(row.decided_role)] as const;
    return [{ id: row.id, at: new Date(row.decided_at), reason, roles }];
  });
}

const withheldFrom = keptStatement((db, value: ValueOf<{ articleId: string }>) =>
  db
    .selectFrom("withheld_article")
    .innerJoin("withholding", "withholding.id", "withheld_article.withholding_id")
    .select([
      "withholding.id",
      "withholding.reason",
      "withholding.asked_role",
      "withholding.decided_role",
      "withholding.decided_at",
    ])
    .where("withheld_article.article_id", "=", value("articleId"))
    .where("withholding.state", "=", "done")
    .orderBy("withholding.decided_at", "desc")
    .orderBy("withholding.id", "desc")
    .limit(MOST_TOMBSTONES),
);

function roleFrom(kept: string | null): DecidingRole {
  if (kept === "editor" || kept === "administrator") return kept;
  throw new Error(`"${kept}" is no role that decides on withholding`);
}

export type WantedNow = Wanted & {
  /** Snapshots whose files hold it, as far as they were looked through. */
  readonly inFiles: readonly string[];
  /** Nobody has looked through them all yet. */
  readonly isLooking: boolean;
};

/** What a withholding is to take away; nothing when it is not asked for any more. */
export async function wantedBy(db: Db, id: string): Promise<WantedNow | undefined> {
  const row = await db
    .selectFrom("withholding")
    .select(["words", "picture_id", "story_id", "state", "in_files", "looked_at"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (row?.state !== "asked") return undefined;
  const pictures = row.picture_id === null ? [] : await picturesLike(db, row.picture_id);
  const articles =
    row.story_id === null
      ? undefined
      : await db.selectFrom("article").select("id").where("story_id", "=", row.story_id).orderBy("id").execute();
  const forms = row.words === null ? [] : z.array(z.string()).parse(JSON.parse(row.words));
  return {
    forms,
    pictures,
    articleIds: articles?.map(({ id }) => id),
    inFiles: inFiles(row.in_files),
    isLooking: forms.length > 0 && !articles && row.looked_at === null,
  };
}

/** A picture, and those it is shown in the place of: they show the same, less well hidden. */
async function picturesLike(db: Db, id: string): Promise<string[]> {
  const rows = await db.selectFrom("media").select("id").where("replaced_by", "=", id).orderBy("id").execute();
  return [id, ...rows.map((row) => row.id)];
}

/** Where it stands now, for who decides. */
export type Found = {
  readonly stories: readonly { readonly articleId: string; readonly headline: string; readonly texts: number }[];
  /** Rows that belong to no story: pictures, sources, pages, the record. */
  readonly elsewhere: number;
  /** The files of what was kept of sources are still being looked through. */
  readonly isLooking: boolean;
};

export async function foundFor(db: Db, wanted: WantedNow): Promise<Found> {
  const texts = new Map<string, number>();
  const inFiles = new Set(wanted.inFiles);
  let elsewhere = inFiles.size;
  for await (const { table, row, articleId } of rowsHolding(db, wanted)) {
    if (articleId === undefined) elsewhere += table === "snapshot" && inFiles.has(String(row["id"])) ? 0 : 1;
    else texts.set(articleId, (texts.get(articleId) ?? 0) + 1);
  }
  const headlines =
    texts.size === 0
      ? []
      : await db
          .selectFrom("article")
          .select(["id", "headline"])
          .where("id", "in", [...texts.keys()])
          .orderBy("id")
          .execute();
  return {
    stories: headlines.map(({ id, headline }) => ({ articleId: id, headline, texts: texts.get(id) ?? 0 })),
    elsewhere,
    isLooking: wanted.isLooking,
  };
}

export type WithholdingLine = {
  readonly id: string;
  readonly state: "asked" | "done" | "dropped";
  readonly reason: Reason;
  readonly how: Way;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly isSealed: boolean;
};

export type Asked = WithholdingLine & {
  readonly forms: readonly string[];
  readonly pictureId: string | null;
  readonly storyId: string | null;
  readonly note: string;
};

/** Those that wait first, then the last decided. */
export async function withholdings(db: Db, { limit }: { limit: number }): Promise<WithholdingLine[]> {
  const rows = await lines(db)
    .orderBy((row) => row.case().when("state", "=", "asked").then(0).else(1).end())
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(lineFrom);
}

export async function withholdingById(db: Db, id: string): Promise<Asked | undefined> {
  const row = await lines(db)
    .select(["words", "picture_id", "story_id", "note"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    ...lineFrom(row),
    forms: row.words === null ? [] : z.array(z.string()).parse(JSON.parse(row.words)),
    pictureId: row.picture_id,
    storyId: row.story_id,
    note: row.note ?? "",
  };
}

/** What was sealed, still closed; nothing where nothing was. */
export async function sealedIn(db: Db, id: string): Promise<string | undefined> {
  const row = await db.selectFrom("withholding").select("sealed").where("id", "=", id).executeTakeFirst();
  return row?.sealed ?? undefined;
}

function lines(db: Db) {
  return db
    .selectFrom("withholding")
    .select(["id", "state", "reason", "how", "asked_by", "asked_at", "decided_by", "decided_at"])
    .select((row) => row("sealed", "is not", null).as("is_sealed"));
}

type LineColumns = Awaited<ReturnType<ReturnType<typeof lines>["execute"]>>[number];

function lineFrom(row: LineColumns): WithholdingLine {
  const [reason, how] = [reasonFrom(row.reason), wayFrom(row.how)];
  if (!reason || !how) throw new Error(`the withholding ${row.id} has no reason or way that is known`);
  return {
    id: row.id,
    state: row.state === "asked" || row.state === "dropped" ? row.state : "done",
    reason,
    how,
    askedBy: row.asked_by,
    askedAt: new Date(row.asked_at),
    decidedBy: row.decided_by,
    decidedAt: row.decided_at === null ? null : new Date(row.decided_at),
    isSealed: Boolean(row.is_sealed),
  };
}
