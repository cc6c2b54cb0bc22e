import { foldedWords } from "#lib/folded.ts";
import { newId } from "#lib/ids.ts";
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { appendEntries } from "#store/log.ts";
import { bump } from "#store/topics.ts";
import {
  type EventChange,
  type EventDraft,
  type EventRefusal,
  eventRefusal,
  type KeptEvent,
  MOST_SOURCES,
  shownIn,
  type TimelineLine,
  type TimelineRefusal,
  textIn,
  timelineRefusal,
  topicOfTimeline,
} from "./events.ts";
import { eventById, eventsAmong, timelineBySlug } from "./queries.ts";

type Hand = { readonly by: string; readonly at: Date };

type KeepEvent = Hand & {
  readonly draft: EventDraft;
  /** The event that is mended, and the version its form began from; a new one without. */
  readonly known?: { readonly id: string; readonly version: number };
};

/** Adds an event or mends one; every page that shows it is printed again, and stories that tell of it are offered the mend. */
export async function keepEvent(
  db: Db,
  { draft, known, by, at }: KeepEvent,
): Promise<{ readonly id: string } | { readonly refusal: EventRefusal }> {
  const refusal = eventRefusal(draft);
  if (refusal) return { refusal };
  return together(db, async (db) => {
    const before = known && (await eventById(db, known.id));
    if (known && before?.version !== known.version) return { refusal: "changed" as const };
    const id = known?.id ?? newId(at);
    const { edtf, from, to } = draft.date;
    const when = { edtf, starts_on: from, ends_on: to, changed_at: at.toISOString() };
    if (known) {
      await db
        .updateTable("event")
        .set({ ...when, version: known.version + 1 })
        .where("id", "=", id)
        .execute();
      await agreeWithOwn(db, id, { by, version: known.version + 1 });
    } else {
      await db
        .insertInto("event")
        .values({ id, ...when, version: 1, made_by: by, made_at: at.toISOString() })
        .execute();
    }
    await keepTexts(db, id, draft);
    const name = textIn(draft, "en")?.title ?? "";
    const detail = { name, ...(before && before.date.edtf !== edtf && { date: `${before.date.edtf} → ${edtf}` }) };
    await note(db, { by, act: known ? "event.change" : "event.add", subject: `event:${id}`, detail, at });
    if (before) await tellReaders(db, { act: "event.mend", before, after: await eventById(db, id), by, at });
    await printAgain(db, id);
    return { id };
  });
}

/** Whoever mends an event that only their own story tells of has the story before them. */
async function agreeWithOwn(db: Db, id: string, { by, version }: { by: string; version: number }): Promise<void> {
  const uses = await db.selectFrom("event_use").select("made_by").where("event_id", "=", id).execute();
  if (uses.length !== 1 || uses[0]?.made_by !== by) return;
  await db.updateTable("event_use").set({ seen_version: version }).where("event_id", "=", id).execute();
}

async function keepTexts(db: Db, id: string, { texts, sourceIds }: EventDraft): Promise<void> {
  await db.deleteFrom("event_text").where("event_id", "=", id).execute();
  await db.deleteFrom("event_source").where("event_id", "=", id).execute();
  await db
    .insertInto("event_text")
    .values(
      Object.entries(texts).map(([language, { title, words }]) => ({
        event_id: id,
        language,
        title,
        words,
        folded: foldedWords(`${title} ${words}`),
      })),
    )
    .execute();
  const sources = [...new Set(sourceIds)].slice(0, MOST_SOURCES);
  if (sources.length > 0) {
    await db
      .insertInto("event_source")
      .values(sources.map((source_id, position) => ({ event_id: id, source_id, position })))
      .execute();
  }
}

/** Takes an event away that no story tells of; answers how many do. */
export async function removeEvent(
  db: Db,
  { id, by, at }: Hand & { readonly id: string },
): Promise<{ readonly inUse: number }> {
  return together(db, async (db) => {
    const event = await eventById(db, id);
    if (!event) return { inUse: 0 };
    const uses = await db.selectFrom("event_use").select("article_id").where("event_id", "=", id).execute();
    if (uses.length > 0) return { inUse: uses.length };
    await printAgain(db, id);
    await db.deleteFrom("event").where("id", "=", id).execute();
    const detail = { name: textIn(event, "en")?.title ?? "" };
    await note(db, { by, act: "event.remove", subject: `event:${id}`, detail, at });
    return { inUse: 0 };
  });
}

type UseEvent = Hand & {
  readonly eventId: string;
  readonly articleId: string;
  /** The story's words about it. */
  readonly sentence: string;
};

/** Says that a story tells of an event, or that its words agree with the event as it stands now. */
export async function useEvent(db: Db, { eventId, articleId, sentence, by, at }: UseEvent): Promise<boolean> {
  return together(db, async (db) => {
    const event = await eventById(db, eventId);
    const article = await db.selectFrom("article").select("id").where("id", "=", articleId).executeTakeFirst();
    if (!event || !article) return false;
    const known = await db
      .selectFrom("event_use")
      .select("event_id")
      .where("event_id", "=", eventId)
      .where("article_id", "=", articleId)
      .executeTakeFirst();
    await db
      .insertInto("event_use")
      .values({
        event_id: eventId,
        article_id: articleId,
        sentence,
        seen_version: event.version,
        made_by: by,
        made_at: at.toISOString(),
      })
      .onConflict((known) =>
        known.columns(["event_id", "article_id"]).doUpdateSet({ sentence, seen_version: event.version }),
      )
      .execute();
    if (known) await noteOnStory(db, { act: "event.use", event, articleId, by, at });
    else await tellReaders(db, { act: "event.use", after: event, articleId, by, at });
    await bump(db, [`article:${articleId}`]);
    return true;
  });
}

/** Takes an event out of a story's list. */
export async function dropEvent(db: Db, { eventId, articleId, by, at }: Omit<UseEvent, "sentence">): Promise<void> {
  await together(db, async (db) => {
    const gone = await db
      .deleteFrom("event_use")
      .where("event_id", "=", eventId)
      .where("article_id", "=", articleId)
      .returning("event_id")
      .execute();
    if (gone.length === 0) return;
    const event = await eventById(db, eventId);
    await tellReaders(db, { act: "event.drop", before: event, articleId, by, at });
    await bump(db, [`article:${articleId}`]);
  });
}

type Told = Hand & {
  readonly act: "event.use" | "event.drop" | "event.mend";
  readonly before?: KeptEvent | undefined;
  readonly after?: KeptEvent | undefined;
  /** The one story it is about; without it, all that tell of the event. */
  readonly articleId?: string;
};

/**
 * Puts on the record of each story what its readers see changed below it, in the words of its language; of what is published
 * the log has an entry, and the story's history shows it.
 */
async function tellReaders(db: Db, { act, before, after, articleId, by, at }: Told): Promise<void> {
  const event = after ?? before;
  if (!event) return;
  const entries: Parameters<typeof appendEntries>[1][number][] = [];
  for (const story of await storiesTold(db, articleId === undefined ? { eventId: event.id } : { articleId })) {
    const was = shownIn(before, story.language);
    const is = shownIn(after, story.language);
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    const shown = { ...(was && { before: was }), ...(is && { after: is }) };
    const id = await noteOnStory(db, { act, event, articleId: story.id, shown, by, at });
    if (story.published_at !== null)
      entries.push({ kind: "events", articleId: story.id, parts: [{ of: "audit", id }], at });
  }
  await appendEntries(db, entries);
}

async function storiesTold(db: Db, what: { readonly eventId: string } | { readonly articleId: string }) {
  const stories = db
    .selectFrom("article")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .select(["article.id", "article.published_at", "edition.language"]);
  if ("articleId" in what) return stories.where("article.id", "=", what.articleId).execute();
  return stories
    .innerJoin("event_use", "event_use.article_id", "article.id")
    .where("event_use.event_id", "=", what.eventId)
    .orderBy("article.id")
    .execute();
}

type OnStory = Hand & {
  readonly act: Told["act"];
  readonly event: KeptEvent;
  readonly articleId: string;
  readonly shown?: Pick<EventChange, "before" | "after">;
};

async function noteOnStory(db: Db, { act, event, articleId, shown, by, at }: OnStory): Promise<string> {
  const detail = { name: textIn(event, "en")?.title ?? "", ...(shown && { shown }) };
  return note(db, { by, act, subject: `article:${articleId}`, detail, at });
}

type KeepTimeline = Hand & {
  readonly edition: { readonly id: string; readonly code: string };
  readonly line: TimelineLine;
  readonly eventIds: readonly string[];
  readonly isNew: boolean;
};

export async function keepTimeline(
  db: Db,
  { edition, line, eventIds, isNew, by, at }: KeepTimeline,
): Promise<{ readonly refusal: TimelineRefusal } | undefined> {
  const refusal = timelineRefusal(line);
  if (refusal) return { refusal };
  return together(db, async (db) => {
    const { slug, title, about } = line;
    const known = await timelineBySlug(db, edition.id, slug);
    if (isNew && known) return { refusal: "taken-slug" };
    const changed_at = at.toISOString();
    const id = known?.id ?? newId(at);
    if (known) await db.updateTable("timeline").set({ title, about, changed_at }).where("id", "=", id).execute();
    else {
      await db
        .insertInto("timeline")
        .values({ id, edition_id: edition.id, slug, title, about, made_by: by, made_at: changed_at, changed_at })
        .execute();
    }
    const gone = await db.deleteFrom("timeline_event").where("timeline_id", "=", id).returning("event_id").execute();
    const there = (await eventsAmong(db, eventIds)).map(({ id }) => id);
    const touched = [...there, ...gone.map(({ event_id }) => event_id)];
    const chosen = there.map((event_id) => ({ timeline_id: id, event_id }));
    if (chosen.length > 0) await db.insertInto("timeline_event").values(chosen).execute();
    const detail = { name: title };
    await note(db, { by, act: "timeline.keep", subject: `timeline:${edition.code}/${slug}`, detail, at });
    // An address that said "not found" a moment ago is printed again too.
    await bump(db, [topicOfTimeline(id), `timelines:${edition.code}`, ...(await articlesWith(db, touched))]);
    return undefined;
  });
}

export async function removeTimeline(
  db: Db,
  { edition, slug, by, at }: Hand & { readonly edition: KeepTimeline["edition"]; readonly slug: string },
): Promise<void> {
  await together(db, async (db) => {
    const known = await timelineBySlug(db, edition.id, slug);
    if (!known) return;
    const chosen = await db
      .selectFrom("timeline_event")
      .select("event_id")
      .where("timeline_id", "=", known.id)
      .execute();
    const stories = await articlesWith(
      db,
      chosen.map(({ event_id }) => event_id),
    );
    await db.deleteFrom("timeline").where("id", "=", known.id).execute();
    const subject = `timeline:${edition.code}/${slug}`;
    await note(db, { by, act: "timeline.remove", subject, detail: { name: known.title }, at });
    await bump(db, [topicOfTimeline(known.id), `timelines:${edition.code}`, ...stories]);
  });
}

/** Everything that shows an event. */
async function printAgain(db: Db, eventId: string): Promise<void> {
  const lines = await db.selectFrom("timeline_event").select("timeline_id").where("event_id", "=", eventId).execute();
  const stories = await articlesWith(db, [eventId]);
  await bump(db, [...stories, ...lines.map(({ timeline_id }) => topicOfTimeline(timeline_id))]);
}

async function articlesWith(db: Db, eventIds: readonly string[]): Promise<string[]> {
  if (eventIds.length === 0) return [];
  const uses = await db
    .selectFrom("event_use")
    .select("article_id")
    .distinct()
    .where("event_id", "in", eventIds)
    .execute();
  return uses.map(({ article_id }) => `article:${article_id}`);
}
