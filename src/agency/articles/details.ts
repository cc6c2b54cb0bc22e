/** What stands with an article beside its text: its address, its place, whose it is, and its times. */

import { type Mark, markFrom } from "#agency/corrections/corrections.ts";
import { lastHand, markOf } from "#agency/settings/meanwhile.ts";
import { may, type StaffMember } from "#agency/staff/staff.ts";
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { isWebAddress } from "#text/document/links.ts";
import { isSlug } from "#text/slug/slug.ts";
import { followUp } from "./actions.ts";
import { type Ahead, aheadFrom, sendAhead } from "./ahead.ts";
import { isFixedWord } from "./articles.ts";
import { type ArticleState, stateOf } from "./flow.ts";
import { notePlacesLeft, placesOf } from "./places.ts";
import { holderOfSlug } from "./queries.ts";

export type Details = {
  readonly slug: string;
  readonly sectionId: string | null;
  readonly topicIds: readonly string[];
  readonly origin: { readonly name: string; readonly url: string | null } | null;
  /** The article it is a translation of: one of the same story. */
  readonly translatedFrom: string | null;
  readonly assignedTo: string | null;
  readonly dueAt: Date | null;
  readonly embargoUntil: Date | null;
};

export type Story = Details & {
  readonly id: string;
  readonly storyId: string;
  readonly editionId: string;
  readonly headline: string;
  readonly state: ArticleState;
  readonly publishAt: Date | null;
  readonly publishedAt: Date | null;
  readonly publishedRevisionId: string | null;
  readonly scheduledRevisionId: string | null;
  readonly readyBy: string | null;
  readonly gone: { readonly how: "withdrawn" | "killed"; readonly at: Date } | null;
  readonly hasChanges: boolean;
  readonly mark: Mark | null;
  readonly ahead: Ahead | null;
};

/** An article whatever its state; nothing when there is none. */
export async function storyById(db: Db, id: string): Promise<Story | undefined> {
  const row = await db
    .selectFrom("article")
    .selectAll()
    .select((article) =>
      article
        .exists(article.selectFrom("article_writer").select("staff_id").whereRef("article_id", "=", "article.id"))
        .as("is_written_on"),
    )
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) return undefined;
  const topics = await db
    .selectFrom("article_topic")
    .select("topic_id")
    .where("article_id", "=", id)
    .orderBy("topic_id")
    .execute();
  const state = stateOf(row.state);
  return {
    id,
    storyId: row.story_id,
    editionId: row.edition_id,
    headline: row.headline,
    state,
    slug: row.slug,
    sectionId: row.section_id,
    topicIds: topics.map(({ topic_id }) => topic_id),
    origin: row.origin_name === null ? null : { name: row.origin_name, url: row.origin_url },
    translatedFrom: row.translated_from,
    assignedTo: row.assigned_to,
    dueAt: instant(row.due_at),
    embargoUntil: instant(row.embargo_until),
    publishAt: instant(row.publish_at),
    publishedAt: instant(row.published_at),
    publishedRevisionId: row.published_revision_id,
    scheduledRevisionId: row.scheduled_revision_id,
    readyBy: row.ready_by,
    gone:
      row.gone_at === null ? null : { how: row.gone === "killed" ? "killed" : "withdrawn", at: new Date(row.gone_at) },
    mark: markFrom(row.mark),
    ahead: aheadFrom(row.ahead),
    hasChanges: state === "published" && Boolean(row.is_written_on),
  };
}

// Far more than an article is ever renamed.
const MOST_LISTED = 100;

/** Old addresses that lead to an article, the last given up first. */
export async function oldSlugs(db: Db, articleId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("slug_redirect")
    .select("slug")
    .where("article_id", "=", articleId)
    .orderBy("made_at", "desc")
    .orderBy("slug")
    .limit(MOST_LISTED)
    .execute();
  return rows.map(({ slug }) => slug);
}

/** The articles a text can be a translation of: the others of its story, in the order they were made. */
export async function originalsFor(db: Db, { storyId, id }: Pick<Story, "storyId" | "id">) {
  return (
    db
      .selectFrom("article")
      .innerJoin("edition", "edition.id", "article.edition_id")
      .select(["article.id", "article.headline", "edition.name as edition", "edition.language"])
      .where("story_id", "=", storyId)
      .where("article.id", "!=", id)
      // Two articles are not each the original of the other.
      .where((row) => row.or([row("article.translated_from", "is", null), row("article.translated_from", "!=", id)]))
      .orderBy("article.id")
      .limit(MOST_LISTED)
      .execute()
  );
}

/**
 * Whether somebody may change what readers see of a story beside its text: until it is out or waits for its minute, who
 * writes it. From then on an editor has answered for it.
 */
export function mayChangeFacts(
  staff: StaffMember,
  { publishedAt, state }: Pick<Story, "publishedAt" | "state">,
): boolean {
  return (publishedAt === null && state !== "scheduled") || may(staff, "article.publish");
}

export type DetailsRefusal =
  | "slug-missing"
  | "slug-not-one"
  | "slug-fixed"
  | "slug-taken"
  | "origin-missing"
  | "origin-address"
  | "embargo-after-schedule"
  | "embargo-published";

export type DetailsOutcome =
  | { readonly changed: boolean }
  /** Who has changed them since the form was printed. */
  | { readonly changedBy: string }
  | { readonly refusals: Readonly<Partial<Record<keyof Details, DetailsRefusal>>> };

/** Stands for the details as they are, in a form that is printed from them. */
export function markOfDetails(story: Details): string {
  return markOf(told(story));
}

type DetailsToKeep = {
  readonly articleId: string;
  readonly details: Partial<Details>;
  /** The mark of those the form began from; without it nobody is asked. */
  readonly from?: string;
  readonly by: string;
  readonly at: Date;
};

/** Keeps what was given; what is left out stays as it is. An address readers know stays behind as one that leads on. */
export async function changeDetails(
  db: Db,
  { articleId, details, from, by, at }: DetailsToKeep,
): Promise<DetailsOutcome | undefined> {
  return together(db, async (db) => {
    await hold(db, articleId);
    const story = await storyById(db, articleId);
    if (!story) return undefined;
    const wanted: Details = { ...story, ...details };
    const refusals = {
      ...(await slugRefusal(db, story, wanted.slug)),
      ...originRefusal(wanted),
      ...embargoRefusal(story, wanted),
    };
    if (Object.keys(refusals).length > 0) return { refusals };
    const changes = changesBetween(story, wanted);
    if (Object.keys(changes).length === 0) return { changed: false };
    if (from !== undefined && from !== markOfDetails(story))
      return { changedBy: await lastHand(db, `article:${articleId}`, "article.details") };
    const before = story.publishedAt ? await placesOf(db, articleId) : [];
    await write(db, story, wanted, at);
    await note(db, { by, act: "article.details", subject: `article:${articleId}`, detail: changes, at });
    if (story.ahead === "sent") await sendAhead(db, { articleId, ahead: "sent", at });
    // The lists of the section it was in change too.
    if (story.publishedAt) {
      await notePlacesLeft(db, { articleId, before, at });
      await followUp(db, articleId, at, { formerSection: story.sectionId });
    }
    return { changed: true };
  });
}

/** Nobody else changes it before this action is over: of two who began from the same details the second hears of the first. */
async function hold(db: Db, articleId: string): Promise<void> {
  await db
    .updateTable("article")
    .set((row) => ({ state: row.ref("state") }))
    .where("id", "=", articleId)
    .execute();
}

async function slugRefusal(db: Db, story: Story, slug: string): Promise<{ slug?: DetailsRefusal }> {
  if (slug === story.slug) return {};
  if (slug === "") return { slug: "slug-missing" };
  if (!isSlug(slug)) return { slug: "slug-not-one" };
  if (isFixedWord(slug)) return { slug: "slug-fixed" };
  const holder = await holderOfSlug(db, story.editionId, slug);
  return holder === undefined || holder === story.id ? {} : { slug: "slug-taken" };
}

function originRefusal({ origin }: Details): { origin?: DetailsRefusal } {
  if (!origin) return {};
  if (origin.name === "") return { origin: "origin-missing" };
  return origin.url === null || isWebAddress(origin.url) ? {} : { origin: "origin-address" };
}

function embargoRefusal(story: Story, { embargoUntil }: Details): { embargoUntil?: DetailsRefusal } {
  if (!embargoUntil || embargoUntil.getTime() === story.embargoUntil?.getTime()) return {};
  if (story.state === "published") return { embargoUntil: "embargo-published" };
  return story.publishAt && embargoUntil > story.publishAt ? { embargoUntil: "embargo-after-schedule" } : {};
}

async function write(db: Db, story: Story, wanted: Details, at: Date): Promise<void> {
  await db
    .updateTable("article")
    .set({
      slug: wanted.slug,
      section_id: wanted.sectionId,
      origin_name: wanted.origin?.name ?? null,
      origin_url: wanted.origin?.url ?? null,
      translated_from: wanted.translatedFrom,
      assigned_to: wanted.assignedTo,
      due_at: wanted.dueAt?.toISOString() ?? null,
      embargo_until: wanted.embargoUntil?.toISOString() ?? null,
      touched_at: at.toISOString(),
    })
    .where("id", "=", story.id)
    .execute();
  if (wanted.slug !== story.slug) await moveAddress(db, story, wanted.slug, at);
  if (String(wanted.topicIds.toSorted()) !== String(story.topicIds)) await writeTopics(db, story.id, wanted.topicIds);
}

/** The new address is no old one any more; the one given up becomes one when readers can know it. */
async function moveAddress(db: Db, { id, editionId, slug, publishedAt }: Story, to: string, at: Date): Promise<void> {
  await db.deleteFrom("slug_redirect").where("edition_id", "=", editionId).where("slug", "=", to).execute();
  if (!publishedAt) return;
  await db
    .insertInto("slug_redirect")
    .values({ edition_id: editionId, slug, article_id: id, made_at: at.toISOString() })
    .execute();
}

async function writeTopics(db: Db, articleId: string, topicIds: readonly string[]): Promise<void> {
  await db.deleteFrom("article_topic").where("article_id", "=", articleId).execute();
  if (topicIds.length === 0) return;
  await db
    .insertInto("article_topic")
    .values(topicIds.map((topic_id) => ({ article_id: articleId, topic_id })))
    .execute();
}

/** Before and after of each thing that changes, for the record. */
function changesBetween(story: Story, wanted: Details): Record<string, readonly [unknown, unknown]> {
  const [before, after] = [told(story), told(wanted)];
  return Object.fromEntries(
    Object.entries(after).flatMap(([name, value]) => {
      // Both have the same keys.
      const old = before[name as keyof typeof before];
      return JSON.stringify(old) === JSON.stringify(value) ? [] : [[name, [old, value] as const]];
    }),
  );
}

function instant(at: string | null): Date | null {
  return at === null ? null : new Date(at);
}

function told({ slug, sectionId, topicIds, origin, translatedFrom, assignedTo, dueAt, embargoUntil }: Details) {
  return {
    slug,
    sectionId,
    topicIds: topicIds.toSorted(),
    origin,
    translatedFrom,
    assignedTo,
    dueAt,
    embargoUntil,
  };
}
