/** Feeds of an edition, its sections, topics, people and corrections, for feed readers: full text with labels. */
import { addressOfArticle } from "#agency/articles/articles.ts";
import {
  type Among,
  formerArticle,
  newestTexts,
  publishedArticle,
  retractedSince,
  type TextOfCard,
  takenBackSince,
} from "#agency/articles/queries.ts";
import { topicOfCorrections } from "#agency/corrections/corrections.ts";
import { correctionsIn, correctionsTakenBack, notesOn } from "#agency/corrections/queries.ts";
import type { Edition } from "#agency/editions/editions.ts";
import { editionByCode, sectionsOf, topicBySlug } from "#agency/editions/queries.ts";
import { type Labeller, labellerFor } from "#agency/labels/labeller.ts";
import { newestCheckpoint } from "#agency/log/queries.ts";
import { sharedJpeg } from "#agency/media/media.ts";
import { bytesOfFiles, type KeptPicture, picturesAmong } from "#agency/media/queries.ts";
import { personBySlug } from "#agency/people/queries.ts";
import { newestReplies, repliesTakenBack } from "#agency/replies/queries.ts";
import { topicOfReplies } from "#agency/replies/replies.ts";
import { agency, settingsOf } from "#agency/settings/queries.ts";
import { rightsOf } from "#agency/wire/stories.ts";
import { dayAfter, dayIn, startOfDay } from "#lib/days.ts";
import { dependsOn, KEPT_UNTIL_HEADER } from "#lib/http.ts";
import type { Signer } from "#lib/merkle/note.ts";
import type { Route, Visit } from "#lib/routes.ts";
import { type Db, reading } from "#store/db.ts";
import { LOG_TOPIC } from "#store/log.ts";
import { nodesOf } from "#text/document/find.ts";
import { printHtml } from "#text/document/html.ts";
import { textAttr } from "#text/document/nodes.ts";
import { replyDocument } from "#text/replies/document.ts";
import { languageMarks } from "#text/replies/language.ts";
import { asNotes } from "#text/replies/notes.ts";
import { escaped, FEED_FORMATS, type Feed, type FeedItem, type FeedPicture } from "./feed-formats.ts";
import { wireWordsFor } from "./words.ts";

export type WireWorld = {
  readonly db: Db;
  readonly url: string;
  readonly now: () => Date;
  /** Signs for the publication log. */
  readonly log: Signer;
};

const ITEMS_A_FEED = 30;
// A story without a standfirst is told by its first words.
const LONGEST_SUMMARY = 300;
// Long enough for every reader that asks once a month.
const GONE_IS_TOLD_MS = 60 * 24 * 60 * 60 * 1000;

type FeedVisit = {
  readonly db: Db;
  readonly world: WireWorld;
  readonly edition: Edition;
  readonly steps: Visit["steps"];
  /** Below its edition: `sections/world/atom.xml`. */
  readonly path: string;
};

/** The feed of a story has its story's address, which may be another one now. */
type Elsewhere = { readonly movedTo: string; readonly topics: readonly string[] };

/** It goes with its story, too: whoever asks for it is told to ask no more. */
type Gone = { readonly goneFor: string; readonly topics: readonly string[] };

/** Nothing where there is no such section, topic, person or story. */
type FeedOf = (visit: FeedVisit) => Promise<Feed | Elsewhere | Gone | undefined>;

const FEEDS: readonly { readonly folder: string; readonly feedOf: FeedOf }[] = [
  { folder: "", feedOf: (visit) => newestFeed(visit, { folder: "", name: "", among: {} }) },
  { folder: "sections/{section}/", feedOf: sectionFeed },
  { folder: "topics/{topic}/", feedOf: topicFeed },
  { folder: "people/{person}/", feedOf: personFeed },
  { folder: "corrections/", feedOf: correctionsFeed },
  { folder: "{slug}/replies/", feedOf: repliesFeed },
];

export function feedRoutes(world: WireWorld, notFound: (request: Request) => Promise<Response>): Route[] {
  return FEEDS.flatMap(({ folder, feedOf }) =>
    FEED_FORMATS.map(
      ({ file, type, print }): Route => ({
        method: "GET",
        address: `/{edition}/${folder}${file}`,
        kept: "pages",
        async answer({ steps, request, path }) {
          const found = await reading(world.db, async (db) => {
            const edition = await editionByCode(db, steps["edition"] ?? "");
            const visit = edition && { db, world, edition, steps, path: path.slice(edition.code.length + 2) };
            const feed = visit && (await feedOf(visit));
            return edition && feed && { edition, feed };
          });
          if (!found) return notFound(request);
          const { edition, feed } = found;
          if ("movedTo" in feed) return moved(feed);
          if ("goneFor" in feed) return takenAway(feed, edition);
          return answer(world, { edition, feed }, type, await print(feed));
        },
      }),
    ),
  );
}

async function sectionFeed(visit: FeedVisit): Promise<Feed | undefined> {
  const section = (await sectionsOf(visit.db, visit.edition.id)).find(({ slug }) => slug === visit.steps["section"]);
  if (!section) return undefined;
  return newestFeed(visit, {
    folder: `sections/${section.slug}`,
    name: section.name,
    among: { sectionId: section.id },
  });
}

async function topicFeed(visit: FeedVisit): Promise<Feed | undefined> {
  const topic = await topicBySlug(visit.db, visit.edition.id, visit.steps["topic"] ?? "");
  if (!topic) return undefined;
  return newestFeed(visit, { folder: `topics/${topic.slug}`, name: topic.name, among: { topicId: topic.id } });
}

async function personFeed(visit: FeedVisit): Promise<Feed | undefined> {
  const person = await personBySlug(visit.db, visit.edition.id, visit.steps["person"] ?? "");
  if (!person) return undefined;
  return newestFeed(visit, { folder: `people/${person.slug}`, name: person.name, among: { personId: person.id } });
}

type Newest = {
  /** The page it is the feed of, below its edition. */
  readonly folder: string;
  readonly name: string;
  readonly among: Among;
};

async function newestFeed(visit: FeedVisit, { folder, name, among }: Newest): Promise<Feed> {
  const { db, world, edition } = visit;
  const labeller = await labellerFor(db, edition, world.now(), "feed");
  const newest = await newestTexts(db, edition.id, { ...among, limit: ITEMS_A_FEED });
  // What does not hold is told to those who had it, though it stands among the newest no more, or elsewhere by now.
  const told = { ...among, since: since(world), limit: ITEMS_A_FEED };
  const retracted = await retractedSince(db, edition.id, told);
  const isShown = new Set(newest.map(({ id }) => id));
  const articles = [...newest, ...retracted.filter(({ id }) => !isShown.has(id))];
  const pictures = await picturesOf(db, articles);
  const items = await Promise.all(articles.map((article) => itemOf(visit, labeller, article, pictures)));
  const gone = await takenBackSince(db, edition.id, told);
  return feedWith(visit, {
    title: plainLine(labeller.line(name, "feed", world.now())),
    home: folder,
    items,
    gone: gone.map(asTombstone),
  });
}

function asTombstone({ id, at }: { readonly id: string; readonly at: Date }): Feed["gone"][number] {
  return { id: `urn:uuid:${id}`, at };
}

function since({ now }: WireWorld): Date {
  return new Date(now().getTime() - GONE_IS_TOLD_MS);
}

type Pictures = { readonly kept: ReadonlyMap<string, KeptPicture>; readonly bytes: ReadonlyMap<string, number> };

async function picturesOf(db: Db, articles: readonly TextOfCard[]): Promise<Pictures> {
  const inText = articles.flatMap(({ document }) =>
    nodesOf(document, "picture").map((node) => textAttr(node, "media")),
  );
  return {
    kept: await picturesAmong(db, inText),
    bytes: await bytesOfFiles(
      db,
      articles.flatMap(({ picture }) => picture?.id ?? []),
    ),
  };
}

async function itemOf(
  { db, world, edition }: FeedVisit,
  labeller: Labeller,
  article: TextOfCard,
  { kept, bytes }: Pictures,
): Promise<FeedItem> {
  const { id, slug, headline, standfirst, document, publishedAt, changedAt, authors, section, topics, picture, mark } =
    article;
  const home = `${world.url}/${edition.code}/`;
  const words = wireWordsFor(edition.language);
  const isRetracted = mark === "retracted";
  const line = (text: string) => plainLine(labeller.line(text, "feed", publishedAt));
  const notes = mark === null ? [] : await notesOn(db, id);
  const told = notes.map(({ kind, sentence }) => `<p>${escaped(words.told[kind](line(sentence)))}</p>`);
  const body = isRetracted
    ? `<p>${words.doesNotHold}</p>`
    : printHtml(labeller.body(document, publishedAt, [headline, standfirst]), {
        areSizesStyled: true,
        altText: (alt) => plainLine(labeller.line(alt, "alt", publishedAt)),
        line: (text) => labeller.line(text, "body", publishedAt),
        labelHref: (organisation) => `${home}labels/${encodeURIComponent(organisation)}`,
        idPrefix: `${id}-`,
        picture(of) {
          const found = kept.get(of);
          const jpeg = found && jpegOf(world, found);
          return found && jpeg && { src: jpeg.url, width: jpeg.width, height: jpeg.height, credit: found.credit };
        },
      });
  const jpeg = picture && jpegOf(world, picture);
  return {
    id: `urn:uuid:${id}`,
    address: world.url + addressOfArticle(edition.code, slug),
    headline: isRetracted ? words.retracted(line(headline)) : line(headline),
    standfirst: line(standfirst) || (isRetracted ? "" : labeller.excerpt(document, publishedAt, LONGEST_SUMMARY)),
    html: [body, ...told].join("\n"),
    publishedAt,
    changedAt,
    authors: authors.map((author) => ({ name: line(author.name), url: `${home}people/${author.slug}` })),
    categories: [...(section ? [section] : []), ...topics].map((one) => line(one.name)),
    picture:
      picture && jpeg
        ? { ...jpeg, bytes: bytes.get(jpeg.file), alt: line(picture.alt), credit: line(picture.credit) }
        : null,
  };
}

/** Readers of feeds know JPEG, and few of them anything newer. */
function jpegOf(
  { url }: WireWorld,
  picture: Parameters<typeof sharedJpeg>[0],
): (Pick<FeedPicture, "url" | "type" | "width" | "height"> & { readonly file: string }) | undefined {
  const jpeg = sharedJpeg(picture);
  if (!jpeg) return undefined;
  const { file, type, width, height } = jpeg;
  return { file, url: `${url}/media/${file}`, type, width, height };
}

type FeedParts = Pick<Feed, "title" | "home" | "items"> & { readonly gone?: Feed["gone"] };

/** `title` and `home` as they stand behind those of the edition. */
async function feedWith(
  { db, world, edition, path }: FeedVisit,
  { title, home, items, gone = [] }: FeedParts,
): Promise<Feed> {
  const { name } = await agency(db, edition.code);
  const address = `${world.url}/${edition.code}/`;
  return {
    title: [name, edition.name, title].filter(Boolean).join(" · "),
    home: address + home,
    self: address + path,
    hubs: await hubsOf(db, world.url),
    language: edition.language,
    // An edition without articles was last changed when the world began, as far as a feed reader cares.
    updated: new Date(
      Math.max(0, ...[...items.map(({ changedAt }) => changedAt), ...gone.map(({ at }) => at)].map(Number)),
    ),
    publisher: name,
    copyright: (await rightsOf(db, edition.code, world.now())).notice,
    log: await logOf(db, world),
    items,
    gone,
    takenBack: wireWordsFor(edition.language).takenBack,
  };
}

/** Our own hub first, then those of others the operator has named. */
async function hubsOf(db: Db, url: string): Promise<string[]> {
  const others = (await settingsOf(db, "websub"))["websub.hubs"] ?? "";
  return [`${url}/hub`, ...others.split(/\s+/).filter(Boolean)];
}

async function logOf(db: Db, { url, log }: WireWorld): Promise<Feed["log"]> {
  return { about: `${url}/log`, key: log.vkey, checkpoint: (await newestCheckpoint(db, log)).written };
}

function plainLine(segments: readonly { readonly text: string }[]): string {
  return segments.map(({ text }) => text).join("");
}

/** What was corrected, clarified and retracted, each with its story. */
async function correctionsFeed(visit: FeedVisit): Promise<Feed> {
  const { db, world, edition } = visit;
  const words = wireWordsFor(edition.language);
  const labeller = await labellerFor(db, edition, world.now(), "feed");
  const told = await correctionsIn(db, edition.id, { limit: ITEMS_A_FEED });
  const items = told.map(({ id, kind, sentence, at, correction, slug, headline, publishedAt }): FeedItem => {
    const line = (text: string) => plainLine(labeller.line(text, "feed", publishedAt));
    const said = (text: string) => (text === "" ? words.nothing : escaped(line(text)));
    return {
      id: `urn:uuid:${id}`,
      address: world.url + addressOfArticle(edition.code, slug),
      headline: words.told[kind](line(headline)),
      standfirst: line(sentence),
      html: [
        `<p>${escaped(line(sentence))}</p>`,
        ...(correction
          ? [
              `<p>${words.itSaid} <del>${said(correction.oldWords)}</del></p>`,
              `<p>${words.itSays} <ins>${said(correction.newWords)}</ins></p>`,
            ]
          : []),
      ].join("\n"),
      publishedAt: at,
      changedAt: at,
      authors: [],
      categories: [],
      picture: null,
    };
  });
  const gone = await correctionsTakenBack(db, edition.id, { since: since(world), limit: ITEMS_A_FEED });
  return feedWith(visit, { title: words.corrections, home: "corrections", items, gone: gone.map(asTombstone) });
}

/** What is said to one story. */
async function repliesFeed(visit: FeedVisit): Promise<Feed | Elsewhere | Gone | undefined> {
  const { db, world, edition, steps } = visit;
  const article = await publishedArticle(db, edition.id, steps["slug"] ?? "");
  if (!article) return repliesElsewhere(visit);
  const words = wireWordsFor(edition.language);
  const labeller = await labellerFor(db, edition, world.now(), "feed");
  const headline = plainLine(labeller.line(article.headline, "feed", article.publishedAt));
  const home = `${addressOfArticle(edition.code, article.slug)}/replies`.slice(edition.code.length + 2);
  const replies = await newestReplies(db, article.id, { limit: ITEMS_A_FEED });
  const items = replies.map(({ id, name, text, writtenAt, editedAt }): FeedItem => {
    const address = `${world.url}/${edition.code}/${home}/${id}`;
    const { lang } = languageMarks(text, edition.language);
    return {
      id: `urn:uuid:${id}`,
      address,
      headline: words.replyOf(name, headline),
      standfirst: "",
      language: lang,
      html: printHtml(asNotes(labeller.body(replyDocument(text), writtenAt), words.note), {
        idPrefix: `${id}-`,
        labelLanguage: lang && edition.language,
        labelHref: (organisation) => `${world.url}/${edition.code}/labels/${encodeURIComponent(organisation)}`,
      }),
      publishedAt: writtenAt,
      changedAt: editedAt ?? writtenAt,
      authors: [{ name, url: address }],
      categories: [],
      picture: null,
    };
  });
  const gone = await repliesTakenBack(db, article.id, { since: since(world), limit: ITEMS_A_FEED });
  const feed = await feedWith(visit, {
    title: words.repliesTo(headline),
    home,
    items,
    gone: gone.map(asTombstone),
  });
  return { ...feed, topics: [`article:${article.id}`, topicOfReplies(article.id)] };
}

async function repliesElsewhere({ db, edition, steps, path }: FeedVisit): Promise<Elsewhere | Gone | undefined> {
  const slug = steps["slug"] ?? "";
  const former = await formerArticle(db, edition.id, slug);
  if (!former) return undefined;
  const topics = [`article:${former.id}`];
  if (former.slug === slug)
    return former.gone && { goneFor: wireWordsFor(edition.language).takenBack.sentence, topics };
  const file = path.slice(path.lastIndexOf("/"));
  return { movedTo: `${addressOfArticle(edition.code, former.slug)}/replies${file}`, topics };
}

type Found = { readonly edition: Edition; readonly feed: Feed };

function moved({ movedTo, topics }: Elsewhere): Response {
  const headers = new Headers({ location: movedTo });
  dependsOn(headers, ["editions", ...topics]);
  return new Response(null, { status: 308, headers });
}

function takenAway({ goneFor, topics }: Gone, { language }: Edition): Response {
  const headers = new Headers({ "content-type": "text/plain; charset=utf-8", "content-language": language });
  dependsOn(headers, ["editions", ...topics]);
  return new Response(`${goneFor}\n`, { status: 410, headers });
}

function answer(world: WireWorld, { edition, feed }: Found, type: string, body: string): Response {
  const headers = new Headers({ "content-type": `${type}; charset=utf-8`, "content-language": edition.language });
  // WebSub §4: found without reading the feed.
  headers.set("link", [...feed.hubs.map((hub) => `<${hub}>; rel="hub"`), `<${feed.self}>; rel="self"`].join(", "));
  dependsOn(headers, [
    "editions",
    "settings",
    "register",
    `people:${edition.code}`,
    `front:${edition.code}`,
    LOG_TOPIC,
    topicOfCorrections(edition.code),
    ...(feed.topics ?? []),
  ]);
  if (edition.labelsAsOf === "today") {
    const tomorrow = startOfDay(edition.timeZone, dayAfter(dayIn(edition.timeZone, world.now())));
    headers.set(KEPT_UNTIL_HEADER, tomorrow.toISOString());
  }
  return new Response(body, { headers });
}
