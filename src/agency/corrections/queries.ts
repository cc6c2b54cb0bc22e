import { sql } from "kysely";
import type { Db } from "#store/db.ts";
import { keptStatement, type ValueOf } from "#store/kept.ts";
import {
  type ChangeKind,
  isTold,
  SEVERITIES,
  type Severity,
  TOLD_KINDS,
  type ToldKind,
  type VersionKind,
  versionKindFrom,
} from "./corrections.ts";

/** What was wrong, as readers are told. */
export type ToldCorrection = {
  readonly oldWords: string;
  readonly newWords: string;
  readonly severity: Severity;
  /** Who asked for it and agreed to be named. */
  readonly credited: string | null;
};

export type Version = {
  readonly id: string;
  readonly number: number;
  readonly revisionId: string;
  readonly kind: VersionKind;
  readonly sentence: string;
  readonly at: Date;
  readonly correction: ToldCorrection | null;
};

/** Newest first; before the number, when one is given. */
export async function versionsOf(
  db: Db,
  articleId: string,
  { limit, before }: { limit: number; before?: number | undefined },
): Promise<Version[]> {
  const rows = await versions(db)
    .where("version.article_id", "=", articleId)
    .$if(before !== undefined, (query) => query.where("version.number", "<", before ?? 0))
    .orderBy("version.number", "desc")
    .limit(limit)
    .execute();
  return rows.map(versionFrom);
}

export async function versionOf(db: Db, articleId: string, number: number): Promise<Version | undefined> {
  const row = await versions(db)
    .where("version.article_id", "=", articleId)
    .where("version.number", "=", number)
    .executeTakeFirst();
  return row && versionFrom(row);
}

export type ToldVersion = Version & { readonly kind: ToldKind };

// More than any story is ever corrected; the page of its history has all of them.
const MOST_NOTES = 50;

/** What readers of an article are told of its corrections, clarifications and its retraction, newest first. */
export async function notesOn(db: Db, articleId: string): Promise<ToldVersion[]> {
  return (await toldOf(db, { articleId })).map(versionFrom).flatMap(toldOnly);
}

const toldOf = keptStatement((db, value: ValueOf<{ articleId: string }>) =>
  versions(db)
    .where("version.article_id", "=", value("articleId"))
    .where("version.kind", "in", TOLD_KINDS)
    .orderBy("version.number", "desc")
    .limit(MOST_NOTES),
);

/** A row of the page of corrections. */
export type EditionCorrection = ToldVersion & {
  readonly articleId: string;
  readonly slug: string;
  readonly headline: string;
  readonly publishedAt: Date;
};

/** Where a leaf of corrections begins: after this one. */
export type CorrectionPlace = { readonly at: string; readonly id: string };

// As part of the text: only so does SQLite see that `version_told`, which has those kinds alone, has all that is asked for.
const TOLD_IN_TEXT = TOLD_KINDS.map((kind) => sql.lit(kind));

/** Those of articles readers can open, newest first. */
export async function correctionsIn(
  db: Db,
  editionId: string,
  { limit, before }: { limit: number; before?: CorrectionPlace | undefined },
): Promise<EditionCorrection[]> {
  const rows = await versions(db)
    .innerJoin("article", "article.id", "version.article_id")
    .innerJoin("revision", "revision.id", "article.published_revision_id")
    .select(["article.id as article_id", "article.slug", "article.published_at", "revision.headline"])
    .where("article.edition_id", "=", editionId)
    .where("article.state", "=", "published")
    .where("version.kind", "in", TOLD_IN_TEXT)
    .$if(before !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple("version.made_at", "version.id"), "<", tuple(before?.at ?? "", before?.id ?? "")),
      ),
    )
    .orderBy("version.made_at", "desc")
    .orderBy("version.id", "desc")
    .limit(limit)
    .execute();
  return rows.flatMap((row) =>
    toldOnly(versionFrom(row)).map((version) => ({
      ...version,
      articleId: row.article_id,
      slug: row.slug,
      headline: row.headline,
      publishedAt: new Date(row.published_at ?? row.made_at),
    })),
  );
}

/** What readers were told of stories that were withdrawn or killed since, which is not told any more: the last taken back first. */
export async function correctionsTakenBack(
  db: Db,
  editionId: string,
  { since, limit }: { readonly since: Date; readonly limit: number },
): Promise<{ readonly id: string; readonly at: Date }[]> {
  const rows = await db
    .selectFrom("version")
    .innerJoin("article", "article.id", "version.article_id")
    .select(["version.id", "article.gone_at"])
    .where("article.edition_id", "=", editionId)
    .where("article.gone_at", ">=", since.toISOString())
    .where("version.kind", "in", TOLD_KINDS)
    .orderBy("article.gone_at", "desc")
    .orderBy("version.id")
    .limit(limit)
    .execute();
  return rows.flatMap(({ id, gone_at }) => (gone_at === null ? [] : [{ id, at: new Date(gone_at) }]));
}

/** With what kind of change each of these revisions came out, finer than its own; those that did not are left out. */
export async function kindsOfRevisions(
  db: Db,
  revisionIds: readonly string[],
): Promise<Map<string, ChangeKind | "publication">> {
  if (revisionIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("version")
    .select(["revision_id", "kind"])
    .where("revision_id", "in", revisionIds)
    .execute();
  return new Map(
    rows.flatMap(({ revision_id, kind: kept }) => {
      const kind = versionKindFrom(kept);
      return kind === "label-change" || kind === "retraction" ? [] : [[revision_id, kind] as const];
    }),
  );
}

function versions(db: Db) {
  return db
    .selectFrom("version")
    .leftJoin("correction", "correction.version_id", "version.id")
    .select([
      "version.id",
      "version.number",
      "version.revision_id",
      "version.kind",
      "version.sentence",
      "version.made_at",
      "correction.old_words",
      "correction.new_words",
      "correction.severity",
      "correction.credited",
    ]);
}

type VersionColumns = Awaited<ReturnType<ReturnType<typeof versions>["execute"]>>[number];

function versionFrom(row: VersionColumns): Version {
  const { old_words: oldWords, new_words: newWords, credited } = row;
  const severity = SEVERITIES.find((one) => one === row.severity);
  return {
    id: row.id,
    number: row.number,
    revisionId: row.revision_id,
    kind: versionKindFrom(row.kind),
    sentence: row.sentence,
    at: new Date(row.made_at),
    correction: severity && oldWords !== null && newWords !== null ? { oldWords, newWords, severity, credited } : null,
  };
}

function toldOnly(version: Version): ToldVersion[] {
  const { kind } = version;
  return isTold(kind) ? [{ ...version, kind }] : [];
}
