import type { SelectQueryBuilder } from "kysely";
import { topicOfTimeline } from "#agency/events/events.ts";
import { patternsOf } from "#lib/folded.ts";
import type { Db } from "#store/db.ts";
import { keptStatement, type ValueOf } from "#store/kept.ts";
import type { Schema } from "#store/schema.ts";
import { OPEN_KINDS, SNAPSHOT_WAYS, type Snapshot, type Source, type SourceKind, topicOfSource } from "./sources.ts";

/** The sources of the ledger among `ids`, in the order of `ids`; one the ledger does not know is left out. */
export async function sourcesAmong(db: Db, ids: readonly string[]): Promise<Source[]> {
  if (ids.length === 0) return [];
  const rows = await inLedger(db, { ids });
  const known = new Map(rows.map((row) => [row.id, sourceFrom(row)]));
  return ids.flatMap((id) => known.get(id) ?? []);
}

const inLedger = keptStatement((db, value: ValueOf<{ ids: readonly string[] }>) =>
  ledger(db).where("source.id", "in", value("ids")),
);

export type LedgerLeaf = {
  /** All of these words, each anywhere in a name, an office or an address. */
  readonly words?: string;
  readonly kind?: SourceKind | undefined;
  /** Goes on after this one. */
  readonly after?: string | undefined;
  readonly limit: number;
};

/** Sources of the ledger, the newest first. */
export async function ledgerSources(db: Db, { words = "", kind, after, limit }: LedgerLeaf): Promise<Source[]> {
  let query = ledger(db);
  for (const pattern of patternsOf(words)) query = query.where("source.words", "like", pattern);
  if (kind === "confidential") query = query.where("source.is_confidential", "=", 1);
  else if (kind !== undefined) query = query.where("source.kind", "=", kind).where("source.is_confidential", "=", 0);
  const last = after === undefined ? undefined : await madeAtOf(db, after);
  if (last) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple("source.made_at", "source.id"), "<", tuple(last.made_at, last.id)),
    );
  }
  const rows = await query.orderBy("source.made_at", "desc").orderBy("source.id", "desc").limit(limit).execute();
  return rows.map(sourceFrom);
}

function madeAtOf(db: Db, id: string) {
  return db.selectFrom("source").select(["id", "made_at"]).where("id", "=", id).executeTakeFirst();
}

/** A source as the desk sees it. */
export type LedgerSource = Source & {
  /** How far it is to be relied on. */
  readonly notes: string;
  readonly madeAt: Date;
  /** `waiting`, `kept`, or why its page could not be fetched. */
  readonly fetchState: string | null;
};

export async function ledgerSource(db: Db, id: string): Promise<LedgerSource | undefined> {
  const row = await ledger(db)
    .select(["source.notes", "source.made_at", "source.fetch_state"])
    .where("source.id", "=", id)
    .executeTakeFirst();
  return (
    row && {
      ...sourceFrom(row),
      notes: row.notes,
      madeAt: new Date(row.made_at),
      fetchState: row.fetch_state,
    }
  );
}

/** The source that stands for an address already. */
export async function sourceAt(db: Db, url: string): Promise<Source | undefined> {
  const row = await ledger(db).where("source.url", "=", url).orderBy("source.id").limit(1).executeTakeFirst();
  return row && sourceFrom(row);
}

/** What pages that tell of a source depend on: it itself, and stories and timelines with an event that names it. */
export async function topicsTelling(db: Db, id: string): Promise<string[]> {
  const named = db.selectFrom("event_source").select("event_id").where("source_id", "=", id);
  const [stories, timelines] = await Promise.all([
    db.selectFrom("event_use").select("article_id").distinct().where("event_id", "in", named).execute(),
    db.selectFrom("timeline_event").select("timeline_id").distinct().where("event_id", "in", named).execute(),
  ]);
  return [
    topicOfSource(id),
    ...stories.map(({ article_id }) => `article:${article_id}`),
    ...timelines.map(({ timeline_id }) => topicOfTimeline(timeline_id)),
  ];
}

/** What was kept of a source, the newest first. */
export async function snapshotsOf(db: Db, sourceId: string, { limit }: { limit: number }): Promise<Snapshot[]> {
  const rows = await snapshots(db)
    .where("source_id", "=", sourceId)
    .orderBy("made_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(snapshotFrom);
}

/** One snapshot with its whole text; for the desk alone. */
export async function snapshotText(
  db: Db,
  { sourceId, id }: { sourceId: string; id: string },
): Promise<(Snapshot & { readonly text: string }) | undefined> {
  const row = await snapshots(db)
    .select("text")
    .where("id", "=", id)
    .where("source_id", "=", sourceId)
    .executeTakeFirst();
  return row && { ...snapshotFrom(row), text: row.text };
}

/** The newest snapshot of each of these sources, without its text. */
export async function newestSnapshots(db: Db, sourceIds: readonly string[]): Promise<ReadonlyMap<string, Snapshot>> {
  if (sourceIds.length === 0) return new Map();
  const rows = await snapshots(db)
    .where("source_id", "in", sourceIds)
    .orderBy("made_at", "asc")
    .orderBy("id", "asc")
    .execute();
  return new Map(rows.map((row) => [row.source_id, snapshotFrom(row)]));
}

export type SourceUse = { readonly articleId: string; readonly headline: string; readonly editionCode: string };

/** The published articles that rest on a source, the newest first. */
export async function usesOfSource(db: Db, id: string, { limit }: { limit: number }): Promise<SourceUse[]> {
  return db
    .selectFrom("listed")
    .innerJoin("article", "article.id", "listed.article_id")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .select(["article.id as articleId", "article.headline", "edition.code as editionCode"])
    .where("listed.kind", "=", "source")
    .where("listed.thing_id", "=", id)
    .orderBy("listed.published_at", "desc")
    .orderBy("listed.article_id", "desc")
    .limit(limit)
    .execute();
}

/** Sources with an address that published articles rest on, those asked longest ago first. */
export async function addressesToCheck(
  db: Db,
  { before, limit }: { before: Date; limit: number },
): Promise<{ readonly id: string; readonly url: string }[]> {
  const rows = await db
    .selectFrom("source")
    .select(["source.id", "source.url"])
    .where("source.url", "is not", null)
    .where((source) =>
      source.or([source("source.asked_at", "is", null), source("source.asked_at", "<", before.toISOString())]),
    )
    .where(({ exists, selectFrom }) =>
      exists(selectFrom("article_source").select("source_id").whereRef("article_source.source_id", "=", "source.id")),
    )
    .orderBy("source.asked_at")
    .orderBy("source.id")
    .limit(limit)
    .execute();
  return rows.flatMap(({ id, url }) => (url === null ? [] : [{ id, url }]));
}

/** What editors have named as originals of an article's quotations, by the digest of the quotation's words. */
export async function originalsOf(db: Db, articleId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await originalsIn(db, { articleId });
  return new Map(rows.map(({ words, original }) => [words, original]));
}

const originalsIn = keptStatement((db, value: ValueOf<{ articleId: string }>) =>
  db.selectFrom("quotation_original").select(["words", "original"]).where("article_id", "=", value("articleId")),
);

function ledger(db: Db) {
  return db
    .selectFrom("source")
    .select([
      "source.id",
      "source.kind",
      "source.is_confidential",
      "source.name",
      "source.office",
      "source.language",
      "source.url",
      "source.published_on",
      "source.shown_at",
      "source.dead_at",
    ]);
}

type LedgerRow = ReturnType<typeof ledger> extends SelectQueryBuilder<Schema, "source", infer Row> ? Row : never;

function sourceFrom(row: LedgerRow): Source {
  const { id, name, office, language, url } = row;
  return {
    id,
    kind: row.is_confidential === 1 ? "confidential" : (OPEN_KINDS.find((kind) => kind === row.kind) ?? "page"),
    name,
    office,
    language,
    url,
    publishedOn: row.published_on,
    shownAt: row.shown_at === null ? null : new Date(row.shown_at),
    deadAt: row.dead_at === null ? null : new Date(row.dead_at),
  };
}

function snapshots(db: Db) {
  return db
    .selectFrom("snapshot")
    .select([
      "id",
      "source_id",
      "how",
      "address",
      "type",
      "title",
      "language",
      "digest",
      "bytes",
      "made_by",
      "made_at",
    ]);
}

type SnapshotRow = ReturnType<typeof snapshots> extends SelectQueryBuilder<Schema, "snapshot", infer Row> ? Row : never;

function snapshotFrom(row: SnapshotRow): Snapshot {
  const { id, address, type, title, language, digest, bytes } = row;
  return {
    id,
    sourceId: row.source_id,
    how: SNAPSHOT_WAYS.find((how) => how === row.how) ?? "pasted",
    address,
    type,
    title,
    language,
    digest,
    bytes,
    madeBy: row.made_by,
    madeAt: new Date(row.made_at),
  };
}
