import { z } from "zod";
import { patternsOf } from "#lib/folded.ts";
import type { Db } from "#store/db.ts";
import { keptStatement, type ValueOf } from "#store/kept.ts";
import { type EventDate, eventDate } from "#text/events/dates.ts";
import type { EventChange, EventText, EventUse, KeptEvent, KeptTimeline } from "./events.ts";

type EventRow = { readonly id: string; readonly edtf: string; readonly version: number };

/** One event, or nothing. */
export async function eventById(db: Db, id: string): Promise<KeptEvent | undefined> {
  return (await eventsAmong(db, [id]))[0];
}

/** The events among `ids`, by time; what is not there is left out. */
export async function eventsAmong(db: Db, ids: readonly string[]): Promise<readonly KeptEvent[]> {
  if (ids.length === 0) return [];
  return filled(db, await inOrderOfTime(db, { ids }));
}

const inOrderOfTime = keptStatement((db, value: ValueOf<{ ids: readonly string[] }>) =>
  db
    .selectFrom("event")
    .select(["id", "edtf", "version"])
    .where("id", "in", value("ids"))
    .orderBy("starts_on")
    .orderBy("ends_on")
    .orderBy("id"),
);

/** Events whose text holds every word, the latest to have happened first; all when there are no words. */
export async function eventsWith(
  db: Db,
  words: string,
  { limit, before }: { limit: number; before?: { readonly startsOn: string; readonly id: string } },
): Promise<readonly KeptEvent[]> {
  let query = db.selectFrom("event").select(["id", "edtf", "version"]);
  for (const pattern of patternsOf(words)) {
    query = query.where((event) =>
      event.exists(
        event
          .selectFrom("event_text")
          .select("event_id")
          .whereRef("event_text.event_id", "=", "event.id")
          .where("event_text.folded", "like", pattern),
      ),
    );
  }
  if (before)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple("starts_on", "id"), "<", tuple(before.startsOn, before.id)),
    );
  const rows = await query.orderBy("starts_on", "desc").orderBy("id", "desc").limit(limit).execute();
  return filled(db, rows);
}

/** Events that may have been on a day between two, by time. */
export async function eventsBetween(
  db: Db,
  { from, to }: Pick<EventDate, "from" | "to">,
  { limit }: { limit: number },
): Promise<readonly KeptEvent[]> {
  const rows = await db
    .selectFrom("event")
    .select(["id", "edtf", "version"])
    .where("starts_on", "<=", to)
    .where("ends_on", ">=", from)
    .orderBy("starts_on")
    .orderBy("id")
    .limit(limit)
    .execute();
  return filled(db, rows);
}

/** The events a story tells of, by time, each with the words it uses. */
export async function eventsOfArticle(
  db: Db,
  articleId: string,
): Promise<readonly (KeptEvent & { readonly sentence: string; readonly isOld: boolean })[]> {
  const uses = await usesIn(db, { articleId });
  const byId = new Map(uses.map((use) => [use.event_id, use]));
  const events = await eventsAmong(db, [...byId.keys()]);
  return events.map((event) => ({
    ...event,
    sentence: byId.get(event.id)?.sentence ?? "",
    isOld: (byId.get(event.id)?.seen_version ?? 0) < event.version,
  }));
}

const usesIn = keptStatement((db, value: ValueOf<{ articleId: string }>) =>
  db
    .selectFrom("event_use")
    .select(["event_id", "sentence", "seen_version"])
    .where("article_id", "=", value("articleId")),
);

const MOST_CHANGES = 100;

const shownEvent = z.object({ edtf: z.string(), title: z.string(), words: z.string() });
const detailOfChange = z.object({
  shown: z.object({ before: shownEvent.optional(), after: shownEvent.optional() }).optional(),
});

/** What changed below a story since it came out, the last first; the newest hundred. */
export async function eventChangesOf(
  db: Db,
  { id, publishedAt }: { readonly id: string; readonly publishedAt: Date },
): Promise<readonly EventChange[]> {
  const rows = await db
    .selectFrom("audit")
    .select(["detail", "made_at"])
    .where("subject", "=", `article:${id}`)
    .where("act", "in", ["event.use", "event.drop", "event.mend"])
    .where("made_at", ">", publishedAt.toISOString())
    .orderBy("id", "desc")
    .limit(MOST_CHANGES)
    .execute();
  return rows.flatMap(({ detail, made_at }) => {
    // That a story's words agree with an event changes nothing for readers.
    const { shown } = detailOfChange.parse(JSON.parse(detail));
    return shown ? [{ ...shown, at: new Date(made_at) }] : [];
  });
}

const MOST_USES = 1_000;

/** The stories that tell of an event, the newest first. */
export async function usesOfEvent(db: Db, eventId: string): Promise<readonly EventUse[]> {
  const rows = await db
    .selectFrom("event_use")
    .innerJoin("event", "event.id", "event_use.event_id")
    .innerJoin("article", "article.id", "event_use.article_id")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .select([
      "event_use.article_id",
      "event_use.sentence",
      "event_use.seen_version",
      "event.version",
      "article.headline",
      "article.state",
      "edition.code",
      "edition.language",
    ])
    .where("event_use.event_id", "=", eventId)
    .orderBy("article.id", "desc")
    .limit(MOST_USES)
    .execute();
  return rows.map((row) => ({
    articleId: row.article_id,
    headline: row.headline,
    editionCode: row.code,
    language: row.language,
    state: row.state,
    sentence: row.sentence,
    isOld: row.seen_version < row.version,
  }));
}

/** How many stories tell of each. */
export async function countUses(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("event_use")
    .select((use) => ["event_id", use.cast<number>(use.fn.countAll(), "integer").as("uses")])
    .where("event_id", "in", ids)
    .groupBy("event_id")
    .execute();
  return new Map(rows.map(({ event_id, uses }) => [event_id, uses]));
}

export async function timelinesOf(db: Db, editionId: string): Promise<readonly KeptTimeline[]> {
  const rows = await timelines(db).where("edition_id", "=", editionId).orderBy("title").orderBy("id").execute();
  return rows.map(timelineFrom);
}

export async function timelineBySlug(db: Db, editionId: string, slug: string): Promise<KeptTimeline | undefined> {
  const row = await timelines(db).where("edition_id", "=", editionId).where("slug", "=", slug).executeTakeFirst();
  return row && timelineFrom(row);
}

/** Timelines of an edition on which any of these events stands. */
export async function timelinesWith(
  db: Db,
  editionId: string,
  eventIds: readonly string[],
): Promise<readonly KeptTimeline[]> {
  if (eventIds.length === 0) return [];
  return (await linesThrough(db, { editionId, eventIds })).map(timelineFrom);
}

const linesThrough = keptStatement((db, value: ValueOf<{ editionId: string; eventIds: readonly string[] }>) =>
  timelines(db)
    .where("edition_id", "=", value("editionId"))
    .where("id", "in", (line) =>
      line.selectFrom("timeline_event").select("timeline_id").where("event_id", "in", value("eventIds")),
    )
    .orderBy("title")
    .orderBy("id"),
);

export async function eventsOnTimeline(db: Db, timelineId: string): Promise<readonly KeptEvent[]> {
  const rows = await db.selectFrom("timeline_event").select("event_id").where("timeline_id", "=", timelineId).execute();
  return eventsAmong(
    db,
    rows.map(({ event_id }) => event_id),
  );
}

/** The published stories of an edition that tell of each event, the newest first. */
export async function storiesOfEvents(
  db: Db,
  editionId: string,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, readonly { readonly slug: string; readonly headline: string }[]>> {
  if (eventIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("event_use")
    .innerJoin("article", "article.id", "event_use.article_id")
    .innerJoin("revision", "revision.id", "article.published_revision_id")
    .select(["event_use.event_id", "article.slug", "revision.headline"])
    .where("event_use.event_id", "in", eventIds)
    .where("article.edition_id", "=", editionId)
    .where("article.state", "=", "published")
    .orderBy("article.published_at", "desc")
    .orderBy("article.id")
    .execute();
  return Map.groupBy(rows, ({ event_id }) => event_id);
}

function timelines(db: Db) {
  return db.selectFrom("timeline").select(["id", "edition_id", "slug", "title", "about", "changed_at"]);
}

function timelineFrom(row: {
  id: string;
  edition_id: string;
  slug: string;
  title: string;
  about: string;
  changed_at: string;
}): KeptTimeline {
  const { id, slug, title, about } = row;
  return { id, slug, title, about, editionId: row.edition_id, changedAt: new Date(row.changed_at) };
}

async function filled(db: Db, rows: readonly EventRow[]): Promise<readonly KeptEvent[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [texts, sources] = await Promise.all([textsOfEvents(db, { ids }), sourcesOfEvents(db, { ids })]);
  const textsOf = Map.groupBy(texts, ({ event_id }) => event_id);
  const sourcesOf = Map.groupBy(sources, ({ event_id }) => event_id);
  return rows.map(({ id, edtf, version }) => {
    const date = eventDate(edtf);
    if (!date) throw new Error(`event ${id} has no date: ${edtf}`);
    const its = (textsOf.get(id) ?? []).map(({ language, title, words }): [string, EventText] => [
      language,
      { title, words },
    ]);
    return {
      id,
      date,
      version,
      texts: Object.fromEntries(its),
      sourceIds: (sourcesOf.get(id) ?? []).map(({ source_id }) => source_id),
    };
  });
}

const textsOfEvents = keptStatement((db, value: ValueOf<{ ids: readonly string[] }>) =>
  db
    .selectFrom("event_text")
    .select(["event_id", "language", "title", "words"])
    .where("event_id", "in", value("ids"))
    .orderBy("event_id")
    .orderBy("language"),
);

const sourcesOfEvents = keptStatement((db, value: ValueOf<{ ids: readonly string[] }>) =>
  db
    .selectFrom("event_source")
    .select(["event_id", "source_id"])
    .where("event_id", "in", value("ids"))
    .orderBy("position"),
);
