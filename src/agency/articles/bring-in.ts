/**
 * Stories moved here from another program, a batch in each commit: what is here already is left as it is, so that a run
 * that was cut short is begun again. Each published one is a version and an entry of the log like any other; what was due
 * after it years ago is not written into the diary.
 */
import { type RawBuilder, type SqlBool, sql } from "kysely";
import { folded } from "#lib/folded.ts";
import { newId } from "#lib/ids.ts";
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { keptStatement, type ValueOf } from "#store/kept.ts";
import { appendEntries } from "#store/log.ts";
import { enqueue, enqueueAll } from "#store/queue.ts";
import { bump } from "#store/topics.ts";
import type { DocumentJson } from "#text/document/schema.ts";
import { withNumber } from "#text/slug/slug.ts";
import { type Dateline, isFixedWord } from "./articles.ts";

export type MovedStory = {
  /** Its id there. */
  readonly oldId: string;
  readonly state: "published" | "scheduled" | "draft";
  readonly headline: string;
  readonly standfirst: string;
  readonly document: DocumentJson;
  readonly dateline: Dateline | null;
  readonly origin: { readonly name: string; readonly url: string | null } | null;
  readonly slug: string;
  readonly sectionId: string | null;
  readonly topicIds: readonly string[];
  readonly authorIds: readonly string[];
  readonly picture: { readonly id: string; readonly alt: string; readonly caption: string } | null;
  /** When it came or comes out. */
  readonly outAt: Date | null;
  /** Paths it was found under there. */
  readonly formerAddresses: readonly string[];
};

export type BringIn = {
  readonly source: string;
  readonly site: string;
  readonly edition: { readonly id: string; readonly code: string };
  readonly stories: readonly MovedStory[];
  readonly by: string;
  readonly at: Date;
};

/** What became of each, in order: its id and slug, and whether it was here before. */
export type BroughtIn = { readonly articleId: string; readonly slug: string; readonly wasHere: boolean };

export async function bringIn(
  db: Db,
  { source, site, edition, stories, by, at }: BringIn,
): Promise<readonly BroughtIn[]> {
  return together(db, async (db) => {
    const here = await articlesMoved(db, { source, site, oldIds: stories.map(({ oldId }) => oldId) });
    const slugs = await Slugs.among(db, edition.id, stories);
    const brought: BroughtIn[] = [];
    const fresh: (MovedStory & Placed)[] = [];
    for (const story of stories) {
      const known = here.get(story.oldId);
      if (known) {
        brought.push({ ...known, wasHere: true });
        continue;
      }
      const outAt = story.outAt ?? at;
      const slug = await slugs.free(story.slug);
      const placed = {
        ...story,
        slug,
        outAt,
        articleId: newId(outAt),
        storyId: newId(outAt),
        revisionId: newId(outAt),
        versionId: newId(outAt),
      };
      here.set(story.oldId, { articleId: placed.articleId, slug });
      fresh.push(placed);
      brought.push({ articleId: placed.articleId, slug, wasHere: false });
    }
    if (fresh.length > 0) await keepAll(db, fresh, { source, site, edition, by, at });
    return brought;
  });
}

type Placed = {
  readonly articleId: string;
  readonly storyId: string;
  readonly revisionId: string;
  readonly versionId: string;
  readonly outAt: Date;
};

type Moved = { readonly source: string; readonly site: string; readonly oldIds: readonly string[] };

/** Articles that came before, by what they were called there. */
export async function articlesMoved(
  db: Db,
  { source, site, oldIds }: Moved,
): Promise<Map<string, { readonly articleId: string; readonly slug: string }>> {
  if (oldIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("moved_item")
    .innerJoin("article", "article.id", "moved_item.item_id")
    .select(["moved_item.old_id", "article.id", "article.slug"])
    .where("source", "=", source)
    .where("site", "=", site)
    .where("kind", "=", "article")
    .where("old_id", "in", oldIds)
    .execute();
  return new Map(rows.map(({ old_id, id, slug }) => [old_id, { articleId: id, slug }]));
}

/** Addresses of an edition that are not free: of articles, of those led on from, and of pages. */
class Slugs {
  readonly #db: Db;
  readonly #editionId: string;
  readonly #taken = new Set<string>();
  /** The last number that was tried behind a slug. */
  readonly #numbers = new Map<string, number>();

  private constructor(db: Db, editionId: string) {
    this.#db = db;
    this.#editionId = editionId;
  }

  static async among(db: Db, editionId: string, stories: readonly MovedStory[]): Promise<Slugs> {
    const slugs = new Slugs(db, editionId);
    const wanted = [...new Set(stories.map(({ slug }) => slug))];
    if (wanted.length > 0) await slugs.#learn((column) => sql<SqlBool>`${column} in (${sql.join(wanted)})`);
    return slugs;
  }

  /** The wanted one, or the first with a number that is free in the store and among those given out before. */
  async free(wanted: string): Promise<string> {
    if (!this.#numbers.has(wanted)) {
      if (this.#isFree(wanted)) return this.#given(wanted);
      // Stories of one headline may be thousands: all their numbers are learnt at once.
      const begun = withNumber(wanted, LARGEST_NUMBER).slice(0, -`${LARGEST_NUMBER}`.length);
      await this.#learn((column) => sql<SqlBool>`${column} like ${`${begun}%`}`);
    }
    for (let number = (this.#numbers.get(wanted) ?? 1) + 1; ; number++) {
      const slug = withNumber(wanted, number);
      if (!this.#isFree(slug)) continue;
      this.#numbers.set(wanted, number);
      return this.#given(slug);
    }
  }

  #isFree(slug: string): boolean {
    return !this.#taken.has(slug) && !isFixedWord(slug);
  }

  #given(slug: string): string {
    this.#taken.add(slug);
    return slug;
  }

  async #learn(which: (column: RawBuilder<unknown>) => RawBuilder<SqlBool>): Promise<void> {
    const where = which(sql.ref("slug"));
    for (const table of ["article", "slug_redirect", "standing_page"] as const) {
      const rows = await this.#db
        .selectFrom(table)
        .select("slug")
        .where("edition_id", "=", this.#editionId)
        .where(where)
        .execute();
      for (const { slug } of rows) this.#taken.add(slug);
    }
  }
}

// Behind a long slug it leaves room for fewer letters than any number that will be met.
const LARGEST_NUMBER = 9_999_999;

type Hand = Omit<BringIn, "stories">;

async function keepAll(db: Db, stories: readonly (MovedStory & Placed)[], hand: Hand): Promise<void> {
  const { source, site, edition, by, at } = hand;
  const moment = at.toISOString();
  await db
    .insertInto("story")
    .values(stories.map(({ storyId }) => ({ id: storyId, made_at: moment })))
    .execute();
  await db
    .insertInto("article")
    .values(stories.map((story) => articleRow(story, edition.id, at)))
    .execute();
  await db
    .insertInto("revision")
    .values(stories.map((story) => revisionRow(story, by, at)))
    .execute();
  const out = stories.filter(({ state }) => state === "published");
  await keepBeside(db, stories, hand);
  for (const { articleId, revisionId, state } of stories)
    if (state === "published") await showRevision(db, { articleId, revisionId });
    else if (state === "scheduled") await scheduleRevision(db, { articleId, revisionId, by });
  await note(db, {
    by,
    act: "article.move-here",
    subject: `edition:${edition.id}`,
    detail: { source, site, articles: stories.length },
    at,
  });
  if (out.length > 0) await bringOut(db, out, hand);
  for (const { articleId, outAt, state } of stories)
    if (state === "scheduled")
      await enqueue(db, "article.publish", { articleId, publishAt: outAt.toISOString() }, outAt);
}

const showRevision = keptStatement((db, value: ValueOf<{ articleId: string; revisionId: string }>) =>
  db
    .updateTable("article")
    .set({ published_revision_id: value("revisionId") })
    .where("id", "=", value("articleId")),
);

const scheduleRevision = keptStatement((db, value: ValueOf<{ articleId: string; revisionId: string; by: string }>) =>
  db
    .updateTable("article")
    .set({ scheduled_revision_id: value("revisionId"), scheduled_by: value("by") })
    .where("id", "=", value("articleId")),
);

function articleRow(story: MovedStory & Placed, editionId: string, at: Date) {
  const { articleId, storyId, sectionId, slug, state, origin, outAt, headline } = story;
  return {
    id: articleId,
    story_id: storyId,
    edition_id: editionId,
    section_id: sectionId,
    slug,
    state,
    published_revision_id: null,
    published_at: state === "published" ? outAt.toISOString() : null,
    changed_at: state === "published" ? outAt.toISOString() : null,
    publish_at: state === "scheduled" ? outAt.toISOString() : null,
    origin_name: origin?.name ?? null,
    origin_url: origin?.url ?? null,
    translated_from: null,
    headline,
    headline_folded: folded(headline),
    touched_at: (state === "published" ? outAt : at).toISOString(),
    made_at: at.toISOString(),
  };
}

function revisionRow(story: MovedStory & Placed, by: string, at: Date) {
  const { revisionId, articleId, state, headline, standfirst, document, dateline, picture, outAt } = story;
  return {
    id: revisionId,
    article_id: articleId,
    kind: state === "published" ? "publication" : "draft",
    headline,
    standfirst,
    document: JSON.stringify(document),
    dateline_place: dateline?.place ?? null,
    dateline_date: dateline?.date ?? null,
    picture_id: picture?.id ?? null,
    picture_alt: picture?.alt ?? "",
    picture_caption: picture?.caption ?? "",
    note: "",
    made_by: by,
    made_at: (state === "published" ? outAt : at).toISOString(),
  };
}

async function keepBeside(
  db: Db,
  stories: readonly (MovedStory & Placed)[],
  { source, site, at }: Hand,
): Promise<void> {
  const moved_at = at.toISOString();
  const bylines = stories.flatMap(({ revisionId, authorIds }) =>
    [...new Set(authorIds)].map((person_id, position) => ({ revision_id: revisionId, person_id, position })),
  );
  if (bylines.length > 0) await db.insertInto("byline").values(bylines).execute();
  const topics = stories.flatMap(({ articleId, topicIds }) =>
    [...new Set(topicIds)].map((topic_id) => ({ article_id: articleId, topic_id })),
  );
  if (topics.length > 0) await db.insertInto("article_topic").values(topics).execute();
  await db
    .insertInto("moved_item")
    .values(
      stories.map(({ oldId, articleId }) => ({
        source,
        site,
        kind: "article",
        old_id: oldId,
        item_id: articleId,
        moved_at,
      })),
    )
    .execute();
  const former = stories.flatMap(({ articleId, formerAddresses }) =>
    formerAddresses.map((address) => ({ address, article_id: articleId, leads_to: null, made_at: moved_at })),
  );
  // Two that had one address there: the first keeps it.
  if (former.length > 0)
    await db
      .insertInto("former_address")
      .values([...new Map(former.toReversed().map((row) => [row.address, row])).values()])
      .onConflict((conflict) => conflict.column("address").doNothing())
      .execute();
}

/** Readers see them from now on: a version each, an entry of the log each, and what follows as jobs. */
async function bringOut(db: Db, stories: readonly (MovedStory & Placed)[], { edition, by, at }: Hand): Promise<void> {
  await db
    .insertInto("version")
    .values(
      stories.map(({ versionId, articleId, revisionId, outAt }) => ({
        id: versionId,
        article_id: articleId,
        number: 1,
        revision_id: revisionId,
        kind: "publication",
        sentence: "",
        made_by: by,
        made_at: outAt.toISOString(),
      })),
    )
    .execute();
  await enqueueAll(
    db,
    stories.flatMap(({ articleId, picture }) => [
      { kind: "search.index", payload: { articleId } },
      { kind: "labels.mentions", payload: { articleId } },
      ...(picture ? [{ kind: "media.uses", payload: { articleId } }] : []),
    ]),
    at,
  );
  await appendEntries(
    db,
    stories.map(({ articleId, revisionId, versionId }) => ({
      kind: "publication",
      articleId,
      revisionId,
      parts: [
        { of: "revision", id: revisionId },
        { of: "version", id: versionId },
      ],
      at,
    })),
  );
  const sections = new Set(stories.flatMap(({ sectionId }) => (sectionId === null ? [] : [`section:${sectionId}`])));
  await bump(db, [`front:${edition.code}`, ...sections]);
}
