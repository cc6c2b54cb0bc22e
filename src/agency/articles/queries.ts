import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import { markFrom } from "#agency/corrections/corrections.ts";
import type { Rendition } from "#agency/media/media.ts";
import { picturesAmong, renditionsAmong } from "#agency/media/queries.ts";
import { chunksOf } from "#lib/chunks.ts";
import type { Db } from "#store/db.ts";
import { keptStatement, type ValueOf } from "#store/kept.ts";
import type { FormerPlaceRow, ListedRow, Schema } from "#store/schema.ts";
import { type DocumentJson, readDocument } from "#text/document/schema.ts";
import type { ArticleCard, Author, Named, Picture, PublishedArticle, Sibling } from "./articles.ts";
import { type ArticleText, revisionText, workingCopy } from "./working-copy.ts";

/** A published article, or nothing: drafts and what was taken back are not at their address. */
export async function publishedArticle(db: Db, editionId: string, slug: string): Promise<PublishedArticle | undefined> {
  const [row] = await articleAt(db, { editionId, slug });
  if (!row) return undefined;

  const [[card], topics, siblings] = await Promise.all([
    withAuthors(db, [row]),
    topicsOfArticle(db, { articleId: row.id }),
    siblingsOf(db, { storyId: row.story_id, articleId: row.id }),
  ]);
  if (!card) return undefined;
  const { dateline_place: place, dateline_date: date } = row;
  return {
    ...card,
    editionId,
    storyId: row.story_id,
    document: bodyOf(row),
    dateline: place !== null && date !== null ? { place, date } : null,
    origin: row.origin_name === null ? null : { name: row.origin_name, url: row.origin_url },
    translatedFrom: row.translated_from,
    topics,
    siblings,
  };
}

const articleAt = keptStatement((db, value: ValueOf<{ editionId: string; slug: string }>) =>
  cards(db, value("editionId"))
    .select([
      "article.story_id",
      "article.origin_name",
      "article.origin_url",
      "article.translated_from",
      "revision.document",
      "revision.dateline_place",
      "revision.dateline_date",
    ])
    .where("article.slug", "=", value("slug")),
);

// What does not hold is not printed where readers take it for news.
const NOTHING: DocumentJson = { type: "doc", content: [{ type: "paragraph" }] };

function bodyOf({ mark, document }: { readonly mark: string | null; readonly document: string }): DocumentJson {
  return mark === "retracted" ? NOTHING : readDocument(JSON.parse(document));
}

/** A published article with the text it had before; nothing when it has no such revision. */
export async function articleAsItWas(
  db: Db,
  article: PublishedArticle,
  revisionId: string,
): Promise<PublishedArticle | undefined> {
  const text = await revisionText(db, { articleId: article.id, revisionId });
  if (!text) return undefined;
  const { dateline } = text;
  return {
    ...article,
    ...(await shownText(db, text)),
    dateline: dateline?.place && dateline.date ? dateline : null,
  };
}

/** What of a text is kept elsewhere: who wrote it, and its picture. */
async function shownText(db: Db, { headline, standfirst, document, picture, authorIds }: ArticleText) {
  const [authors, kept] = await Promise.all([authorsAmong(db, authorIds), picture && picturesAmong(db, [picture.id])]);
  const shown = picture && kept?.get(picture.id);
  return { headline, standfirst, document, authors, picture: picture && shown ? { ...picture, ...shown } : null };
}

export type FormerArticle = {
  readonly id: string;
  /** Where it is now. */
  readonly slug: string;
  readonly gone: { readonly how: "withdrawn" | "killed"; readonly at: Date; readonly note: string | null } | undefined;
};

/** What readers knew at this address: an article that was taken back, or one that is elsewhere now. */
export async function formerArticle(db: Db, editionId: string, slug: string): Promise<FormerArticle | undefined> {
  const known = db
    .selectFrom("article")
    .select(["article.id", "article.slug", "article.state", "article.gone", "article.gone_at", "article.gone_note"])
    .where("article.edition_id", "=", editionId);
  const here = await known.where("article.slug", "=", slug).executeTakeFirst();
  const row =
    here ??
    (await known
      .innerJoin("slug_redirect", "slug_redirect.article_id", "article.id")
      .where("slug_redirect.edition_id", "=", editionId)
      .where("slug_redirect.slug", "=", slug)
      .executeTakeFirst());
  if (!row || (row.state !== "published" && row.gone === null)) return undefined;
  const { id, gone, gone_at: at, gone_note: note } = row;
  const how = gone === "killed" ? "killed" : "withdrawn";
  return { id, slug: row.slug, gone: gone !== null && at !== null ? { how, at: new Date(at), note } : undefined };
}

/** An article as it is being written, with what would stand round it if it were published now. */
export async function unpublishedArticle(
  db: Db,
  { articleId, at }: { articleId: string; at: Date },
): Promise<PublishedArticle | undefined> {
  const copy = await workingCopy(db, articleId);
  const row = await db
    .selectFrom("article")
    .leftJoin("section", "section.id", "article.section_id")
    .select([
      "article.edition_id",
      "article.story_id",
      "article.slug",
      "article.published_at",
      "article.publish_at",
      "article.origin_name",
      "article.origin_url",
      "article.translated_from",
      "section.id as section_id",
      "section.slug as section_slug",
      "section.name as section_name",
    ])
    .where("article.id", "=", articleId)
    .executeTakeFirst();
  if (!row || !copy) return undefined;
  const { dateline } = copy.text;
  const [text, topics, siblings] = await Promise.all([
    shownText(db, copy.text),
    topicsOfArticle(db, { articleId }),
    siblingsOf(db, { storyId: row.story_id, articleId }),
  ]);
  const publishedAt = new Date(row.published_at ?? row.publish_at ?? at);
  return {
    id: articleId,
    editionId: row.edition_id,
    storyId: row.story_id,
    slug: row.slug,
    ...text,
    dateline: dateline?.place && dateline.date ? dateline : null,
    section: sectionFrom(row),
    publishedAt,
    changedAt: publishedAt,
    mark: null,
    origin: row.origin_name === null ? null : { name: row.origin_name, url: row.origin_url },
    translatedFrom: row.translated_from,
    topics,
    siblings,
  };
}

/** Who has the address, or had it and is still found by it: an article, or a standing page. */
export async function holderOfSlug(db: Db, editionId: string, slug: string): Promise<string | undefined> {
  const holders = await db
    .selectFrom("article")
    .select("id")
    .where("edition_id", "=", editionId)
    .where("slug", "=", slug)
    .unionAll(
      db
        .selectFrom("slug_redirect")
        .select("article_id as id")
        .where("edition_id", "=", editionId)
        .where("slug", "=", slug),
    )
    .unionAll(db.selectFrom("standing_page").select("id").where("edition_id", "=", editionId).where("slug", "=", slug))
    .execute();
  return holders[0]?.id;
}

/** One page of a list: so many, older than the one named. */
export type Leaf = { readonly limit: number; readonly before?: Place | undefined };

/** Where an article stands in a list by time. */
export type Place = { readonly publishedAt: string; readonly id: string };

/** Newest first. */
export async function newestArticles(db: Db, editionId: string, leaf: Leaf): Promise<ArticleCard[]> {
  if (leaf.before) return inOrder(db, cards(db, editionId), leaf);
  return withAuthors(db, await newestOfEdition(db, { editionId, limit: leaf.limit }));
}

const newestOfEdition = keptStatement((db, value: ValueOf<{ editionId: string; limit: number }>) =>
  newestFirst(cards(db, value("editionId"))).limit(value("limit")),
);

/** Which articles of an edition: those of a section, on a topic or by a person, of one thing; all when nothing is said. */
export type Among =
  | { readonly sectionId?: string; readonly topicId?: undefined; readonly personId?: undefined }
  | { readonly topicId: string; readonly sectionId?: undefined; readonly personId?: undefined }
  | { readonly personId: string; readonly sectionId?: undefined; readonly topicId?: undefined };

export type TextOfCard = ArticleCard & { readonly document: DocumentJson; readonly topics: readonly Named[] };

/** Newest first, each with its body and topics. */
export async function newestTexts(
  db: Db,
  editionId: string,
  { limit, ...among }: Among & { readonly limit: number },
): Promise<TextOfCard[]> {
  const under = underOf(editionId, among);
  const listed = under && (await idsListed(db, under, { limit }));
  if (listed?.length === 0) return [];
  const query = cards(db, editionId)
    .select("revision.document")
    .$if(among.sectionId !== undefined, (query) => query.where("article.section_id", "=", among.sectionId ?? ""))
    .$if(listed !== undefined, (query) => query.where("article.id", "in", listed ?? []))
    .orderBy("article.published_at", "desc")
    .orderBy("article.id", "desc")
    .limit(limit);
  return withTexts(db, await query.execute());
}

function underOf(editionId: string, { topicId, personId }: Among): Under | undefined {
  if (topicId !== undefined) return { kind: "topic", thing: topicId, editionId };
  if (personId !== undefined) return { kind: "person", thing: personId, editionId };
  return undefined;
}

/** What was retracted since, however old it is, of what is or was among them: the last retracted first. */
export async function retractedSince(
  db: Db,
  editionId: string,
  { since, limit, ...among }: Among & { readonly since: Date; readonly limit: number },
): Promise<TextOfCard[]> {
  const rows = await cards(db, editionId)
    .select("revision.document")
    .where("article.mark", "=", "retracted")
    .where("article.changed_at", ">=", since.toISOString())
    .where((article) => everAmong(article, among))
    .orderBy("article.changed_at", "desc")
    .orderBy("article.id")
    .limit(limit)
    .execute();
  return withTexts(db, rows);
}

async function withTexts(db: Db, rows: readonly (CardRow & { readonly document: string })[]): Promise<TextOfCard[]> {
  const articles = await withAuthors(db, rows);
  const topics = await topicsAmong(
    db,
    rows.map(({ id }) => id),
  );
  return articles.flatMap((article, index) => {
    const row = rows[index];
    return row ? [{ ...article, document: bodyOf(row), topics: topics.get(article.id) ?? [] }] : [];
  });
}

/** Whether an article is among them, or was while readers saw it: who has read of it there is to hear what became of it. */
function everAmong(
  article: ExpressionBuilder<Schema, "article">,
  { sectionId, topicId, personId }: Among,
): Expression<SqlBool> {
  const former = (kind: FormerPlaceRow["kind"], thing: string) =>
    article.exists(
      article
        .selectFrom("former_place")
        .select("thing_id")
        .whereRef("article_id", "=", "article.id")
        .where("kind", "=", kind)
        .where("thing_id", "=", thing),
    );
  return article.and([
    ...(sectionId === undefined
      ? []
      : [article.or([article("article.section_id", "=", sectionId), former("section", sectionId)])]),
    ...(topicId === undefined
      ? []
      : [
          article.or([
            article.exists(
              article
                .selectFrom("article_topic")
                .select("topic_id")
                .whereRef("article_id", "=", "article.id")
                .where("topic_id", "=", topicId),
            ),
            former("topic", topicId),
          ]),
        ]),
    ...(personId === undefined
      ? []
      : [
          article.or([
            article.exists(
              article
                .selectFrom("byline")
                .select("person_id")
                .whereRef("revision_id", "=", "article.published_revision_id")
                .where("person_id", "=", personId),
            ),
            former("person", personId),
          ]),
        ]),
  ]);
}

/** What was withdrawn or killed since, of what is or was among them, newest first. */
export async function takenBackSince(
  db: Db,
  editionId: string,
  { since, limit, ...among }: Among & { readonly since: Date; readonly limit: number },
): Promise<{ readonly id: string; readonly at: Date }[]> {
  const rows = await db
    .selectFrom("article")
    .select(["id", "gone_at"])
    .where("edition_id", "=", editionId)
    .where((article) => everAmong(article, among))
    .where("published_at", "is not", null)
    .where("gone_at", ">=", since.toISOString())
    .orderBy("gone_at", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.flatMap(({ id, gone_at }) => (gone_at === null ? [] : [{ id, at: new Date(gone_at) }]));
}

/** A published article as a list of addresses has it. */
export type ListedAddress = {
  readonly slug: string;
  readonly headline: string;
  readonly publishedAt: Date;
  readonly changedAt: Date;
  /** The lead picture's file in its own width. */
  readonly picture: { readonly id: string; readonly type: string } | null;
  /** The same story in other editions. */
  readonly siblings: readonly Pick<Sibling, "editionCode" | "language" | "slug">[];
};

/** Those that came out from `from` on and before `until`, newest first; retracted ones are left out. */
export async function addressesBetween(
  db: Db,
  editionId: string,
  { from, until, limit }: { readonly from: Date; readonly until: Date; readonly limit: number },
): Promise<ListedAddress[]> {
  const rows = await db
    .selectFrom("article")
    .innerJoin("revision", "revision.id", "article.published_revision_id")
    .leftJoin("media as named", "named.id", "revision.picture_id")
    .leftJoin("media", (media) =>
      media.on(({ eb, fn }) => eb("media.id", "=", fn.coalesce("named.replaced_by", "named.id"))),
    )
    .select(["article.slug", "article.story_id", "article.published_at", "article.changed_at", "revision.headline"])
    .select(["media.id as media_id", "media.type as media_type"])
    .where("article.edition_id", "=", editionId)
    .where("article.state", "=", "published")
    .where((article) => article.or([article("article.mark", "is", null), article("article.mark", "!=", "retracted")]))
    .where("article.published_at", ">=", from.toISOString())
    .where("article.published_at", "<", until.toISOString())
    .orderBy("article.published_at", "desc")
    .orderBy("article.id", "desc")
    .limit(limit)
    .execute();
  const siblings = new Map<string, { editionCode: string; language: string; slug: string; editionId: string }[]>();
  for (const some of chunksOf([...new Set(rows.map(({ story_id }) => story_id))], MOST_IDS_ASKED)) {
    const found = await db
      .selectFrom("article")
      .innerJoin("edition", "edition.id", "article.edition_id")
      .select(["article.story_id", "article.slug", "edition.id", "edition.code", "edition.language"])
      .where("article.story_id", "in", some)
      .where("article.state", "=", "published")
      .orderBy("edition.position")
      .execute();
    for (const { story_id, slug, id, code, language } of found) {
      const known = siblings.get(story_id) ?? [];
      siblings.set(story_id, [...known, { editionCode: code, language, slug, editionId: id }]);
    }
  }
  return rows.map((row) => ({
    slug: row.slug,
    headline: row.headline,
    publishedAt: new Date(row.published_at ?? 0),
    changedAt: new Date(row.changed_at ?? row.published_at ?? 0),
    picture: row.media_id === null || row.media_type === null ? null : { id: row.media_id, type: row.media_type },
    siblings: (siblings.get(row.story_id) ?? []).filter((one) => one.editionId !== editionId),
  }));
}

// A statement takes so many values at most, on either engine.
const MOST_IDS_ASKED = 1_000;

export async function articlesOfSection(
  db: Db,
  editionId: string,
  sectionId: string,
  leaf: Leaf,
): Promise<ArticleCard[]> {
  if (leaf.before) return inOrder(db, cards(db, editionId).where("article.section_id", "=", sectionId), leaf);
  return withAuthors(db, await newestOfSection(db, { editionId, sectionId, limit: leaf.limit }));
}

const newestOfSection = keptStatement((db, value: ValueOf<{ editionId: string; sectionId: string; limit: number }>) =>
  newestFirst(cards(db, value("editionId")).where("article.section_id", "=", value("sectionId"))).limit(value("limit")),
);

export async function articlesOnTopic(db: Db, editionId: string, topicId: string, leaf: Leaf): Promise<ArticleCard[]> {
  return articlesListed(db, { kind: "topic", thing: topicId, editionId }, leaf);
}

export async function articlesBy(db: Db, editionId: string, personId: string, leaf: Leaf): Promise<ArticleCard[]> {
  return articlesListed(db, { kind: "person", thing: personId, editionId }, leaf);
}

/** Those in which the organisation is mentioned, as the last look at the register found. */
export async function articlesMentioning(
  db: Db,
  editionId: string,
  organisationId: string,
  leaf: Leaf,
): Promise<ArticleCard[]> {
  return articlesListed(db, { kind: "organisation", thing: organisationId, editionId }, leaf);
}

/** Those that rest on a source. */
export async function articlesRestingOn(
  db: Db,
  editionId: string,
  sourceId: string,
  leaf: Leaf,
): Promise<ArticleCard[]> {
  return articlesListed(db, { kind: "source", thing: sourceId, editionId }, leaf);
}

type Under = { readonly kind: ListedRow["kind"]; readonly thing: string; readonly editionId: string };

async function articlesListed(db: Db, under: Under, leaf: Leaf): Promise<ArticleCard[]> {
  return articlesAmong(db, under.editionId, await idsListed(db, under, leaf));
}

/** A leaf is read where it stands in order, however many articles there are under the thing. */
async function idsListed(db: Db, { kind, thing, editionId }: Under, { limit, before }: Leaf): Promise<string[]> {
  const rows = await db
    .selectFrom("listed")
    .select("article_id")
    .where("kind", "=", kind)
    .where("thing_id", "=", thing)
    .where("edition_id", "=", editionId)
    .$if(before !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple("published_at", "article_id"), "<", tuple(before?.publishedAt ?? "", before?.id ?? "")),
      ),
    )
    .orderBy("published_at", "desc")
    .orderBy("article_id", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ article_id }) => article_id);
}

/** The published ones among `ids`, newest first. */
export async function articlesAmong(db: Db, editionId: string, ids: readonly string[]): Promise<ArticleCard[]> {
  if (ids.length === 0) return [];
  return inOrder(db, cards(db, editionId).where("article.id", "in", ids), { limit: ids.length });
}

/** What came out from `from` on and before `until`, newest first. */
export async function articlesBetween(
  db: Db,
  editionId: string,
  { from, until, limit }: { from: Date; until: Date; limit: number },
): Promise<ArticleCard[]> {
  return inOrder(
    db,
    cards(db, editionId)
      .where("article.published_at", ">=", from.toISOString())
      .where("article.published_at", "<", until.toISOString()),
    { limit },
  );
}

/** When the first and the last published article of an edition came out. */
export async function reachOfArchive(db: Db, editionId: string): Promise<{ first: Date; last: Date } | undefined> {
  const published = db
    .selectFrom("article")
    .select("published_at")
    .where("edition_id", "=", editionId)
    .where("state", "=", "published")
    .where("published_at", "is not", null)
    .limit(1);
  const first = await published.orderBy("published_at").executeTakeFirst();
  const last = await published.orderBy("published_at", "desc").executeTakeFirst();
  if (!first?.published_at || !last?.published_at) return undefined;
  return { first: new Date(first.published_at), last: new Date(last.published_at) };
}

/** How many articles came out from each of these instants to the next; one number less than instants. */
export async function articlesPerSpan(db: Db, editionId: string, instants: readonly Date[]): Promise<number[]> {
  const counts = instants.slice(1).map((until, index) =>
    db
      .selectFrom("article")
      .select((row) => row.fn.countAll<number | string>().as("articles"))
      .where("edition_id", "=", editionId)
      .where("state", "=", "published")
      .where("published_at", ">=", instants[index]?.toISOString() ?? "")
      .where("published_at", "<", until.toISOString())
      .executeTakeFirstOrThrow(),
  );
  return (await Promise.all(counts)).map(({ articles }) => Number(articles));
}

/** What an article's search entry is made of; nothing for one that is not published. */
export async function articleToIndex(db: Db, articleId: string) {
  const row = await db
    .selectFrom("article")
    .innerJoin("revision", "revision.id", "article.published_revision_id")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .select([
      "article.edition_id",
      "article.published_at",
      "article.mark",
      "edition.code",
      "edition.language",
      "revision.headline",
      "revision.standfirst",
      "revision.picture_caption",
      "revision.document",
    ])
    .where("article.id", "=", articleId)
    .where("article.state", "=", "published")
    .executeTakeFirst();
  if (!row?.published_at) return undefined;
  const isRetracted = row.mark === "retracted";
  return {
    editionId: row.edition_id,
    editionCode: row.code,
    language: row.language,
    publishedAt: row.published_at,
    headline: row.headline,
    standfirst: isRetracted ? "" : row.standfirst,
    caption: isRetracted ? "" : row.picture_caption,
    document: bodyOf(row),
  };
}

function cards(db: Db, editionId: string) {
  return db
    .selectFrom("article")
    .innerJoin("revision", "revision.id", "article.published_revision_id")
    .leftJoin("section", "section.id", "article.section_id")
    .leftJoin("media as named", "named.id", "revision.picture_id")
    .leftJoin("media", (media) =>
      media.on(({ eb, fn }) => eb("media.id", "=", fn.coalesce("named.replaced_by", "named.id"))),
    )
    .select([
      "article.id",
      "article.slug",
      "article.published_at",
      "article.changed_at",
      "article.mark",
      "revision.id as revision_id",
      "revision.headline",
      "revision.standfirst",
      "revision.picture_alt",
      "revision.picture_caption",
      "section.id as section_id",
      "section.slug as section_slug",
      "section.name as section_name",
      "media.id as media_id",
      "media.type as media_type",
      "media.width as media_width",
      "media.height as media_height",
      "media.credit as media_credit",
      "media.focus_x",
      "media.focus_y",
    ])
    .where("article.edition_id", "=", editionId)
    .where("article.state", "=", "published");
}

type Cards = ReturnType<typeof cards>;
type CardRow = Awaited<ReturnType<Cards["execute"]>>[number];

async function inOrder(db: Db, query: Cards, { limit, before }: Leaf): Promise<ArticleCard[]> {
  const older = before
    ? query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple("article.published_at", "article.id"), "<", tuple(before.publishedAt, before.id)),
      )
    : query;
  return withAuthors(db, await newestFirst(older).limit(limit).execute());
}

function newestFirst(query: Cards): Cards {
  return query.orderBy("article.published_at", "desc").orderBy("article.id", "desc");
}

async function withAuthors(db: Db, rows: readonly CardRow[]): Promise<ArticleCard[]> {
  const authors = await authorsOf(
    db,
    rows.map(({ revision_id }) => revision_id),
  );
  const renditions = await renditionsAmong(
    db,
    rows.flatMap(({ media_id }) => media_id ?? []),
  );
  return rows.map((row) => cardFrom(row, authors.get(row.revision_id) ?? [], renditions.get(row.media_id ?? "") ?? []));
}

function cardFrom(row: CardRow, authors: readonly Author[], renditions: readonly Rendition[]): ArticleCard {
  if (!row.published_at) throw new Error(`article ${row.id} is published and has no time of publication`);
  const mark = markFrom(row.mark);
  const isRetracted = mark === "retracted";
  return {
    id: row.id,
    slug: row.slug,
    headline: row.headline,
    standfirst: isRetracted ? "" : row.standfirst,
    section: sectionFrom(row),
    authors,
    picture: isRetracted ? null : pictureFrom(row, renditions),
    mark,
    publishedAt: new Date(row.published_at),
    changedAt: new Date(row.changed_at ?? row.published_at),
  };
}

type SectionColumns = Pick<CardRow, "section_id" | "section_slug" | "section_name">;

function sectionFrom({
  section_id: id,
  section_slug: slug,
  section_name: name,
}: SectionColumns): ArticleCard["section"] {
  return id !== null && slug !== null && name !== null ? { id, slug, name } : null;
}

function pictureFrom(row: CardRow, renditions: readonly Rendition[]): Picture | null {
  const { media_id: id, media_type: type, media_width: width, media_height: height } = row;
  if (id === null || type === null || width === null || height === null) return null;
  return {
    id,
    type,
    width,
    height,
    focus: { x: row.focus_x ?? 50, y: row.focus_y ?? 50 },
    renditions,
    alt: row.picture_alt,
    caption: row.picture_caption,
    credit: row.media_credit ?? "",
  };
}

const topicsOfArticle = keptStatement((db, value: ValueOf<{ articleId: string }>) =>
  db
    .selectFrom("article_topic")
    .innerJoin("topic", "topic.id", "article_topic.topic_id")
    .select(["topic.slug", "topic.name"])
    .where("article_topic.article_id", "=", value("articleId"))
    .orderBy("topic.name"),
);

async function topicsAmong(db: Db, ids: readonly string[]): Promise<Map<string, Named[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("article_topic")
    .innerJoin("topic", "topic.id", "article_topic.topic_id")
    .select(["article_topic.article_id", "topic.slug", "topic.name"])
    .where("article_topic.article_id", "in", ids)
    .orderBy("topic.name")
    .execute();
  return Map.groupBy(rows, ({ article_id }) => article_id);
}

/** The authors of each revision, in the order of its byline. */
async function authorsOf(db: Db, revisionIds: readonly string[]): Promise<Map<string, Author[]>> {
  if (revisionIds.length === 0) return new Map();
  return Map.groupBy(await bylinesOf(db, { revisionIds }), ({ revision_id }) => revision_id);
}

const bylinesOf = keptStatement((db, value: ValueOf<{ revisionIds: readonly string[] }>) =>
  db
    .selectFrom("byline")
    .innerJoin("person", "person.id", "byline.person_id")
    .select(["byline.revision_id", "person.slug", "person.name", "person.office"])
    .where("byline.revision_id", "in", value("revisionIds"))
    .orderBy("byline.position"),
);

async function authorsAmong(db: Db, ids: readonly string[]): Promise<Author[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom("person").select(["id", "slug", "name", "office"]).where("id", "in", ids).execute();
  return ids.flatMap((id) => rows.filter((row) => row.id === id));
}

const siblingsOf = keptStatement((db, value: ValueOf<{ storyId: string; articleId: string }>) =>
  db
    .selectFrom("article")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .innerJoin("revision", "revision.id", "article.published_revision_id")
    .select([
      "article.id as articleId",
      "edition.code as editionCode",
      "edition.language",
      "article.slug",
      "revision.headline",
    ])
    .where("article.story_id", "=", value("storyId"))
    .where("article.id", "!=", value("articleId"))
    .where("article.state", "=", "published")
    .orderBy("edition.position")
    .orderBy("edition.code"),
);
