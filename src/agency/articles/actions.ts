import type { Change } from "#agency/corrections/corrections.ts";
import { addVersion } from "#agency/corrections/record.ts";
import { newId } from "#lib/ids.ts";
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { appendEntry } from "#store/log.ts";
import { enqueue } from "#store/queue.ts";
import { bump, recall } from "#store/topics.ts";
import type { DocumentJson } from "#text/document/schema.ts";
import { withNumber } from "#text/slug/slug.ts";
import { type Dateline, isFixedWord } from "./articles.ts";
import { notePlacesLeft, placesOf } from "./places.ts";
import { endPreviews } from "./previews.ts";
import { holderOfSlug } from "./queries.ts";
import type { RevisionKind } from "./revisions.ts";
import { keepRevision, workingCopy } from "./working-copy.ts";
import { forgetWriters, noteWriting } from "./writers.ts";

export type Draft = {
  readonly edition: { readonly id: string; readonly code: string };
  readonly slug: string;
  readonly headline: string;
  readonly standfirst: string;
  readonly document: DocumentJson;
  readonly dateline: Dateline | null;
  readonly origin?: { readonly name: string; readonly url: string | null } | null;
  readonly sectionId?: string | null;
  readonly topicIds?: readonly string[];
  readonly authorIds?: readonly string[];
  readonly picture?: { readonly id: string; readonly alt: string; readonly caption: string } | null;
  /** The story it belongs to; a new one when it is left out. */
  readonly storyId?: string;
  /** The article it is a translation of. */
  readonly translatedFrom?: string;
  readonly by: string;
  readonly at: Date;
};

export type Drafted = { readonly articleId: string; readonly storyId: string; readonly slug: string };

/** A new article in the state `draft`, with its first revision. A slug that is taken or a fixed word gets a number. */
export async function draftArticle(db: Db, draft: Draft): Promise<Drafted> {
  const { edition, at } = draft;
  return together(db, async (db) => {
    const articleId = newId(at);
    const storyId = draft.storyId ?? (await newStory(db, at));
    const slug = await freeSlug(db, edition.id, draft.slug);
    await db
      .insertInto("article")
      .values({
        id: articleId,
        story_id: storyId,
        edition_id: edition.id,
        section_id: draft.sectionId ?? null,
        slug,
        state: "draft",
        published_revision_id: null,
        published_at: null,
        changed_at: null,
        origin_name: draft.origin?.name ?? null,
        origin_url: draft.origin?.url ?? null,
        translated_from: draft.translatedFrom ?? null,
        made_at: at.toISOString(),
      })
      .execute();
    await newRevision(db, articleId, draft);
    await noteWriting(db, { articleId, headline: draft.headline, by: draft.by, at });
    await note(db, {
      by: draft.by,
      act: "article.draft",
      subject: `article:${articleId}`,
      detail: { headline: draft.headline, edition: edition.code },
      at,
    });
    if (draft.topicIds?.length) {
      await db
        .insertInto("article_topic")
        .values(draft.topicIds.map((topic_id) => ({ article_id: articleId, topic_id })))
        .execute();
    }
    return { articleId, storyId, slug };
  });
}

type Publish = {
  readonly articleId: string;
  readonly revisionId?: string;
  /** What is said of a change of what was out before; an update when it is left out. */
  readonly change?: Change | undefined;
  readonly by: string;
  readonly at: Date;
};

/**
 * Puts the text of an article as it stands now at its address, or one of its kept revisions. Its first time of
 * publication stays. Who may do so, and whether anything speaks against it, is asked by the move that calls this.
 */
export async function publishArticle(
  db: Db,
  { articleId, revisionId, change = UPDATE, by, at }: Publish,
): Promise<void> {
  await together(db, async (db) => {
    const from = await db
      .selectFrom("article")
      .select(["published_at", "embargo_until", "ahead"])
      .where("id", "=", articleId)
      .executeTakeFirstOrThrow();
    if (from.embargo_until !== null && from.embargo_until > at.toISOString())
      throw new Error(`article ${articleId} is under an embargo until ${from.embargo_until}`);
    const isFirst = from.published_at === null;
    const kind = isFirst ? "publication" : change.kind;
    const copy = await workingCopy(db, articleId);
    const kept = revisionId ?? (await keepRevision(db, { articleId, by: copy?.savedBy ?? by, at }));
    // What comes out at its hour as it was sent ahead is no new version for whoever has it; anything else is.
    const isAsSent = from.ahead === null || (from.ahead === "sent" && revisionId !== undefined);
    const before = isFirst ? [] : await placesOf(db, articleId);
    const published = await publishedCopyOf(db, kept, { kind, by, at });
    await db
      .updateTable("article")
      .set((row) => ({
        state: "published",
        published_revision_id: published.id,
        published_at: row.fn.coalesce("published_at", row.val(at.toISOString())),
        changed_at: at.toISOString(),
        touched_at: at.toISOString(),
        publish_at: null,
        ...UNDECIDED,
        gone: null,
        gone_at: null,
        gone_note: null,
        ahead: null,
        ahead_at: null,
        ahead_version: row("ahead_version", "+", Number(!isAsSent)),
      }))
      .where("id", "=", articleId)
      .execute();
    const isCopy = revisionId === undefined && copy !== undefined;
    await forgetWriters(db, { articleId, until: isCopy ? copy.savedAt.toISOString() : published.textFrom });
    await note(db, {
      by,
      act: "article.publish",
      subject: `article:${articleId}`,
      detail: { kind, revisionId: published.id, ...(revisionId !== undefined && { scheduled: true }) },
      at,
    });
    await addVersion(db, {
      articleId,
      revisionId: published.id,
      kind,
      ...(!isFirst && { sentence: change.sentence, correction: change.correction }),
      by,
      at,
    });
    if (!isFirst) await notePlacesLeft(db, { articleId, before, at });
    await followUp(db, articleId, at);
  });
}

const UPDATE: Change = { kind: "update", sentence: "" };

/** What was said of a text before it came out holds for that text only. */
export const UNDECIDED = {
  ready_by: null,
  ready_revision_id: null,
  scheduled_by: null,
  scheduled_revision_id: null,
  scheduled_change: null,
} as const;

/** Says at its address that what an article told does not hold, and why; its text is found in its history alone. */
export async function retractArticle(
  db: Db,
  { articleId, reason, by, at }: { articleId: string; reason: string; by: string; at: Date },
): Promise<void> {
  await together(db, async (db) => {
    const { published_revision_id: revisionId } = await db
      .updateTable("article")
      .set({ changed_at: at.toISOString(), touched_at: at.toISOString() })
      .where("id", "=", articleId)
      .returning("published_revision_id")
      .executeTakeFirstOrThrow();
    if (revisionId === null) throw new Error(`article ${articleId} was never published and cannot be retracted`);
    await note(db, { by, act: "article.retract", subject: `article:${articleId}`, detail: { note: reason }, at });
    await addVersion(db, { articleId, revisionId, kind: "retraction", sentence: reason, by, at });
    // What does not hold is shown to nobody any more, not even while its page is printed anew.
    await followUp(db, articleId, at, { how: recall });
  });
}

/** Takes an article from its address; its text and its address stay for the day it comes back. */
export async function withdrawArticle(
  db: Db,
  { articleId, how = "withdrawn", note: told = "", by, at }: TakenBack,
): Promise<void> {
  await together(db, async (db) => {
    const gone_at = at.toISOString();
    await db
      .updateTable("article")
      .set({ state: how, gone: how, gone_at, gone_note: told || null, touched_at: gone_at, ...UNDECIDED })
      .where("id", "=", articleId)
      .execute();
    await endPreviews(db, { articleId, by, at });
    const id = await note(db, {
      by,
      act: how === "killed" ? "article.kill" : "article.withdraw",
      subject: `article:${articleId}`,
      detail: { note: told },
      at,
    });
    const kind = how === "killed" ? "kill" : "withdrawal";
    await appendEntry(db, { kind, articleId, parts: [{ of: "audit", id }], at });
    await followUp(db, articleId, at, { how: recall });
  });
}

type TakenBack = {
  readonly articleId: string;
  readonly how?: "withdrawn" | "killed";
  /** What readers are told at its address. */
  readonly note?: string;
  readonly by: string;
  readonly at: Date;
};

/**
 * What has to be printed again when an article appears, changes or goes: its own page, the pages of
 * its story in other editions, and every list of its edition. The search entry and the note of whom it mentions follow as jobs.
 */
export async function followUp(
  db: Db,
  articleId: string,
  at: Date,
  { formerSection = null, how = bump }: { formerSection?: string | null; how?: typeof bump } = {},
): Promise<void> {
  const article = await db
    .selectFrom("article")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .select(["edition.code", "article.story_id", "article.section_id"])
    .where("article.id", "=", articleId)
    .executeTakeFirstOrThrow();
  const sections = [article.section_id, formerSection].flatMap((id) => (id === null ? [] : [`section:${id}`]));
  await how(db, [`article:${articleId}`, `story:${article.story_id}`, `front:${article.code}`, ...sections]);
  await enqueue(db, "search.index", { articleId }, at);
  await enqueue(db, "labels.mentions", { articleId }, at);
  await enqueue(db, "media.uses", { articleId }, at);
  await enqueue(db, "diary.read", { articleId }, at);
  await enqueue(db, "sources.uses", { articleId }, at);
  await enqueue(db, "websub.publish", { articleId }, at, { key: `websub.publish:${articleId}` });
  await enqueue(db, "wire.clients", { articleId }, at, { key: `wire.clients:${articleId}` });
}

/** A revision never changes, so what is published is a new one with the same text, of its own kind and time. */
async function publishedCopyOf(
  db: Db,
  revisionId: string,
  { kind, by, at }: { kind: "publication" | Change["kind"]; by: string; at: Date },
): Promise<{ readonly id: string; readonly textFrom: string }> {
  const {
    made_at: textFrom,
    withheld: _,
    ...text
  } = await db.selectFrom("revision").selectAll().where("id", "=", revisionId).executeTakeFirstOrThrow();
  const id = newId(at);
  await db
    .insertInto("revision")
    .values({ ...text, id, kind: kindOfRevision(kind), note: "", made_by: by, made_at: at.toISOString() })
    .execute();
  const authors = await db
    .selectFrom("byline")
    .select(["person_id", "position"])
    .where("revision_id", "=", revisionId)
    .execute();
  if (authors.length > 0) {
    await db
      .insertInto("byline")
      .values(authors.map((author) => ({ ...author, revision_id: id })))
      .execute();
  }
  return { id, textFrom };
}

// A revision says how its text differs; the finer kinds stand with the version that shows it.
function kindOfRevision(kind: "publication" | Change["kind"]): RevisionKind {
  return kind === "typo" || kind === "translation" ? "update" : kind;
}

async function newStory(db: Db, at: Date): Promise<string> {
  const id = newId(at);
  await db.insertInto("story").values({ id, made_at: at.toISOString() }).execute();
  return id;
}

async function newRevision(db: Db, articleId: string, draft: Draft): Promise<void> {
  const id = newId(draft.at);
  await db
    .insertInto("revision")
    .values({
      id,
      article_id: articleId,
      kind: "draft",
      headline: draft.headline,
      standfirst: draft.standfirst,
      document: JSON.stringify(draft.document),
      dateline_place: draft.dateline?.place ?? null,
      dateline_date: draft.dateline?.date ?? null,
      picture_id: draft.picture?.id ?? null,
      picture_alt: draft.picture?.alt ?? "",
      picture_caption: draft.picture?.caption ?? "",
      note: "",
      made_by: draft.by,
      made_at: draft.at.toISOString(),
    })
    .execute();
  if (draft.authorIds?.length) {
    await db
      .insertInto("byline")
      .values(draft.authorIds.map((person_id, position) => ({ revision_id: id, person_id, position })))
      .execute();
  }
}

// More copies of one headline than this in one edition is a machine gone wrong.
const MOST_NUMBERED_SLUGS = 10_000;

/** The first of `wanted`, `wanted-2` … that no article has or had. */
async function freeSlug(db: Db, editionId: string, wanted: string): Promise<string> {
  for (let number = 1; number <= MOST_NUMBERED_SLUGS; number++) {
    const slug = number === 1 ? wanted : withNumber(wanted, number);
    if (isFixedWord(slug)) continue;
    if ((await holderOfSlug(db, editionId, slug)) === undefined) return slug;
  }
  throw new Error(`every address from ${wanted} to ${withNumber(wanted, MOST_NUMBERED_SLUGS)} is taken`);
}
