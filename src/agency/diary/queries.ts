import type { Db } from "#store/db.ts";
import { keptStatement, type ValueOf } from "#store/kept.ts";
import { DIARY_STATES, type DiaryEntry, type DiaryState, isDecision, type TheStory, type WhatBecame } from "./diary.ts";

export type DiaryList = "due" | "coming" | "undated" | "decided";

/** Entries of one list, open ones of published stories: what came due first stands first, of what was decided the latest. */
export async function diaryEntries(
  db: Db,
  list: DiaryList,
  { today, limit }: { today: string; limit: number },
): Promise<readonly DiaryEntry[]> {
  const open = entries(db)
    .where("diary_entry.state", "=", "open")
    .where("article.state", "=", "published")
    .limit(limit);
  switch (list) {
    case "due":
      return shaped(await open.where("due_on", "<=", today).orderBy("due_on").orderBy("diary_entry.id").execute());
    case "coming":
      return shaped(await open.where("due_on", ">", today).orderBy("due_on").orderBy("diary_entry.id").execute());
    case "undated":
      return shaped(await open.where("due_on", "is", null).orderBy("diary_entry.id", "desc").execute());
    case "decided":
      return shaped(
        await entries(db)
          .where("diary_entry.state", "!=", "open")
          .orderBy("decided_at", "desc")
          .orderBy("diary_entry.id", "desc")
          .limit(limit)
          .execute(),
      );
  }
}

export async function diaryEntry(db: Db, id: string): Promise<DiaryEntry | undefined> {
  return shaped(await entries(db).where("diary_entry.id", "=", id).execute())[0];
}

/** How many entries have come due. */
export async function countDue(db: Db, today: string): Promise<number> {
  const { due } = await db
    .selectFrom("diary_entry")
    .innerJoin("article", "article.id", "diary_entry.article_id")
    .select((row) => row.cast<number>(row.fn.countAll(), "integer").as("due"))
    .where("diary_entry.state", "=", "open")
    .where("article.state", "=", "published")
    .where("due_on", "<=", today)
    .executeTakeFirstOrThrow();
  return due;
}

/** What became of what a story said was to come, in the order it said so. */
export async function whatBecameOf(db: Db, articleId: string): Promise<readonly WhatBecame[]> {
  const rows = await endedOf(db, { articleId });
  const stories = await publishedStories(
    db,
    rows.flatMap(({ follow_up_id }) => follow_up_id ?? []),
  );
  return rows.flatMap(({ id, sentence, state, outcome, follow_up_id }) => {
    const story = (follow_up_id === null ? undefined : stories.get(follow_up_id)) ?? null;
    if (!isDecision(state) || state === "dropped") return [];
    return [{ id, sentence, state, outcome, story }];
  });
}

const ENDED = ["kept", "missed", "moved"];

const endedOf = keptStatement((db, value: ValueOf<{ articleId: string }>) =>
  db
    .selectFrom("diary_entry")
    .select(["id", "sentence", "state", "outcome", "follow_up_id"])
    .where("article_id", "=", value("articleId"))
    .where("state", "in", ENDED)
    .orderBy("id"),
);

/** The articles whose headline may stand on the page of another for what became of something, published or not. */
export async function storiesInTime(db: Db, articleId: string): Promise<readonly string[]> {
  const ended = await endedOf(db, { articleId });
  const before = await followedUpBy(db, { articleId });
  return [...ended.flatMap(({ follow_up_id }) => follow_up_id ?? []), ...before.map(({ article_id }) => article_id)];
}

/** The published stories a story looks back to. */
export async function lookedAheadIn(db: Db, articleId: string): Promise<readonly TheStory[]> {
  const rows = await followedUpBy(db, { articleId });
  const ids = rows.map(({ article_id }) => article_id);
  return [...(await publishedStories(db, ids)).values()];
}

const followedUpBy = keptStatement((db, value: ValueOf<{ articleId: string }>) =>
  db
    .selectFrom("diary_entry")
    .select("article_id")
    .distinct()
    .where("follow_up_id", "=", value("articleId"))
    .where("state", "in", ENDED)
    .orderBy("article_id"),
);

async function publishedStories(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, TheStory>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("article")
    .innerJoin("revision", "revision.id", "article.published_revision_id")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .select(["article.id", "article.slug", "revision.headline", "edition.code"])
    .where("article.id", "in", ids)
    .where("article.state", "=", "published")
    .orderBy("article.id")
    .execute();
  return new Map(rows.map(({ id, slug, headline, code }) => [id, { slug, headline, editionCode: code }]));
}

function entries(db: Db) {
  return db
    .selectFrom("diary_entry")
    .innerJoin("article", "article.id", "diary_entry.article_id")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .leftJoin("article as later", "later.id", "diary_entry.follow_up_id")
    .select([
      "diary_entry.id",
      "diary_entry.article_id",
      "article.headline",
      "edition.code",
      "edition.language",
      "diary_entry.sentence",
      "diary_entry.due_from",
      "diary_entry.due_to",
      "diary_entry.state",
      "diary_entry.outcome",
      "diary_entry.follow_up_id",
      "later.headline as follow_up_headline",
    ]);
}

type EntryRow = Awaited<ReturnType<ReturnType<typeof entries>["execute"]>>[number];

function shaped(rows: readonly EntryRow[]): DiaryEntry[] {
  return rows.map((row) => ({
    id: row.id,
    articleId: row.article_id,
    headline: row.headline,
    editionCode: row.code,
    language: row.language,
    sentence: row.sentence,
    dueFrom: row.due_from,
    dueTo: row.due_to,
    state: stateOf(row.state),
    outcome: row.outcome,
    followUp:
      row.follow_up_id === null ? null : { articleId: row.follow_up_id, headline: row.follow_up_headline ?? "" },
  }));
}

function stateOf(state: string): DiaryState {
  return DIARY_STATES.find((one) => one === state) ?? "open";
}
