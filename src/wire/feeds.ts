/** An edition's newest articles for feed readers: RSS 2.0, Atom (RFC 4287), JSON Feed 1.1, full text with labels. */
import { generateAtomFeed, generateJsonFeed, generateRssFeed } from "feedsmith";
import { addressOfArticle } from "#agency/articles/articles.ts";
import { newestTexts } from "#agency/articles/queries.ts";
import { topicOfCorrections } from "#agency/corrections/corrections.ts";
import { correctionsIn } from "#agency/corrections/queries.ts";
import type { Edition } from "#agency/editions/editions.ts";
import { editionByCode } from "#agency/editions/queries.ts";
import { labellerFor } from "#agency/labels/labeller.ts";
import { newestCheckpoint } from "#agency/log/queries.ts";
import { sharedJpeg } from "#agency/media/media.ts";
import { picturesAmong } from "#agency/media/queries.ts";
import { agency } from "#agency/settings/queries.ts";
import { dayAfter, dayIn, startOfDay } from "#lib/days.ts";
import { dependsOn, KEPT_UNTIL_HEADER } from "#lib/http.ts";
import type { Signer } from "#lib/merkle/note.ts";
import type { Route } from "#lib/routes.ts";
import { type Db, reading } from "#store/db.ts";
import { LOG_TOPIC } from "#store/log.ts";
import { nodesOf } from "#text/document/find.ts";
import { printHtml } from "#text/document/html.ts";
import { textAttr } from "#text/document/nodes.ts";
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

type FeedOf = (db: Db, world: WireWorld, edition: Edition, file: string) => Promise<Feed>;

export function feedRoutes(world: WireWorld, notFound: (request: Request) => Promise<Response>): Route[] {
  const feed = (feedOf: FeedOf, file: string, type: string, print: (feed: Feed) => string): Route => ({
    method: "GET",
    address: `/{edition}/${file}`,
    kept: "pages",
    async answer({ steps, request }) {
      const found = await reading(world.db, async (db) => {
        const edition = await editionByCode(db, steps["edition"] ?? "");
        return edition && { edition, values: await feedOf(db, world, edition, file) };
      });
      return found ? answer(world, found.edition, type, print(found.values)) : notFound(request);
    },
  });
  const inEachFormat = (feedOf: FeedOf, folder: string) => [
    feed(feedOf, `${folder}feed.xml`, "application/rss+xml", asRss),
    feed(feedOf, `${folder}atom.xml`, "application/atom+xml", asAtom),
    feed(feedOf, `${folder}feed.json`, "application/feed+json", asJsonFeed),
  ];
  return [...inEachFormat(newestFeed, ""), ...inEachFormat(correctionsFeed, "corrections/")];
}

type Feed = {
  readonly title: string;
  readonly home: string;
  readonly self: string;
  readonly language: string;
  readonly updated: Date;
  readonly publisher: string;
  /** The newest state of the publication log: whoever keeps a feed can prove later what had been logged. */
  readonly log: { readonly about: string; readonly key: string; readonly checkpoint: string };
  readonly items: readonly Item[];
};

type Item = {
  /** Stays when the address changes. */
  readonly id: string;
  readonly address: string;
  readonly headline: string;
  /** Else the first words of the text. */
  readonly standfirst: string;
  readonly html: string;
  readonly publishedAt: Date;
  readonly changedAt: Date;
  readonly authors: readonly { readonly name: string; readonly url: string }[];
  readonly section: string | null;
  /** Whole address. */
  readonly picture: string | null;
};

async function newestFeed(db: Db, world: WireWorld, edition: Edition, file: string): Promise<Feed> {
  const { name } = await agency(db, edition.code);
  const home = `${world.url}/${edition.code}/`;
  const labeller = await labellerFor(db, edition, world.now(), "feed");
  const words = wireWordsFor(edition.language);
  const articles = await newestTexts(db, edition.id, { limit: ITEMS_A_FEED });
  const pictures = await picturesAmong(
    db,
    articles.flatMap(({ document }) => nodesOf(document, "picture").map((node) => textAttr(node, "media"))),
  );
  // Readers of feeds know JPEG, and few of them anything newer.
  const jpegOf = (picture: Parameters<typeof sharedJpeg>[0]) => {
    const jpeg = sharedJpeg(picture);
    return jpeg && { src: `${world.url}/media/${jpeg.file}`, width: jpeg.width, height: jpeg.height };
  };
  const items = articles.map((article): Item => {
    const { id, slug, headline, standfirst, document, publishedAt, changedAt, authors, section, picture, mark } =
      article;
    const line = (text: string) => plainLine(labeller.line(text, "feed", publishedAt));
    return {
      id: `urn:uuid:${id}`,
      address: world.url + addressOfArticle(edition.code, slug),
      headline: mark === "retracted" ? words.retracted(line(headline)) : line(headline),
      standfirst:
        line(standfirst) || (mark === "retracted" ? "" : labeller.excerpt(document, publishedAt, LONGEST_SUMMARY)),
      html:
        mark === "retracted"
          ? `<p>${words.doesNotHold}</p>`
          : printHtml(labeller.body(document, publishedAt, [headline, standfirst]), {
              areSizesStyled: true,
              altText: (alt) => plainLine(labeller.line(alt, "alt", publishedAt)),
              line: (text) => labeller.line(text, "body", publishedAt),
              labelHref: (organisation) => `${home}labels/${encodeURIComponent(organisation)}`,
              idPrefix: `${id}-`,
              picture(of) {
                const kept = pictures.get(of);
                const jpeg = kept && jpegOf(kept);
                return jpeg && { ...jpeg, credit: kept.credit };
              },
            }),
      publishedAt,
      changedAt,
      authors: authors.map((author) => ({ name: author.name, url: `${home}people/${author.slug}` })),
      section: section && line(section.name),
      picture: (picture && jpegOf(picture)?.src) ?? null,
    };
  });
  return feedWith(db, world, edition, { title: `${name} · ${edition.name}`, publisher: name, home, file, items });
}

type FeedParts = Pick<Feed, "title" | "publisher" | "home" | "items"> & { readonly file: string };

async function feedWith(db: Db, world: WireWorld, edition: Edition, { file, ...parts }: FeedParts): Promise<Feed> {
  return {
    ...parts,
    self: `${world.url}/${edition.code}/${file}`,
    language: edition.language,
    // An edition without articles was last changed when the world began, as far as a feed reader cares.
    updated: new Date(Math.max(0, ...parts.items.map(({ changedAt }) => changedAt.getTime()))),
    log: await logOf(db, world),
  };
}

async function logOf(db: Db, { url, log }: WireWorld): Promise<Feed["log"]> {
  return { about: `${url}/log`, key: log.vkey, checkpoint: (await newestCheckpoint(db, log)).written };
}

function plainLine(segments: readonly { readonly text: string }[]): string {
  return segments.map(({ text }) => text).join("");
}

/** What was corrected, clarified and retracted, each with its story. */
async function correctionsFeed(db: Db, world: WireWorld, edition: Edition, file: string): Promise<Feed> {
  const { name } = await agency(db, edition.code);
  const home = `${world.url}/${edition.code}/`;
  const words = wireWordsFor(edition.language);
  const labeller = await labellerFor(db, edition, world.now(), "feed");
  const told = await correctionsIn(db, edition.id, { limit: ITEMS_A_FEED });
  const items = told.map(({ id, kind, sentence, at, correction, slug, headline, publishedAt }): Item => {
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
      section: null,
      picture: null,
    };
  });
  const title = `${name} · ${edition.name} · ${words.corrections}`;
  return feedWith(db, world, edition, { title, publisher: name, home: `${home}corrections`, file, items });
}

function asRss({ title, home, self, language, updated, log, items }: Feed): string {
  return withCheckpoint(
    "rss",
    "channel",
    log,
    generateRssFeed({
      title,
      link: home,
      description: title,
      language,
      lastBuildDate: updated,
      atom: { links: [{ href: self, rel: "self", type: "application/rss+xml" }] },
      items: items.map((item) => ({
        title: item.headline,
        link: item.address,
        guid: { value: item.id, isPermaLink: false },
        pubDate: item.publishedAt,
        ...(item.standfirst !== "" && { description: escaped(item.standfirst) }),
        dc: { creators: item.authors.map((author) => author.name) },
        ...(item.section !== null && { categories: [{ name: item.section }] }),
        content: { encoded: item.html },
        atom: { updated: item.changedAt },
      })),
    }),
  );
}

function asAtom({ title, home, self, language, updated, publisher, log, items }: Feed): string {
  return withCheckpoint(
    "feed",
    "feed",
    log,
    generateAtomFeed({
      id: self,
      title: { value: title },
      updated,
      xml: { lang: language },
      authors: [{ name: publisher }],
      links: [
        { href: self, rel: "self", type: "application/atom+xml" },
        { href: home, rel: "alternate", type: "text/html", hreflang: language },
      ],
      entries: items.map((item) => ({
        id: item.id,
        title: { value: item.headline },
        published: item.publishedAt,
        updated: item.changedAt,
        links: [{ href: item.address, rel: "alternate", type: "text/html", hreflang: language }],
        authors: item.authors.map(({ name, url }) => ({ name, uri: url })),
        ...(item.section !== null && { categories: [{ term: item.section }] }),
        ...(item.standfirst !== "" && { summary: { value: item.standfirst } }),
        content: { type: "html", value: item.html },
      })),
    }),
  );
}

// The elements of a feed may be followed by those of others (RSS 2.0, "Extending RSS"; RFC 4287 §6.4). This one is called
// after the description of what stands in it.
const CHECKPOINT_SPACE = "https://c2sp.org/tlog-checkpoint";

function withCheckpoint(outermost: string, within: string, { checkpoint }: Feed["log"], xml: string): string {
  const end = xml.lastIndexOf(`</${within}>`);
  const head = xml.slice(0, end).replace(`<${outermost} `, `<${outermost} xmlns:tlog="${CHECKPOINT_SPACE}" `);
  return wellFormed(`${head}<tlog:checkpoint>${escaped(checkpoint)}</tlog:checkpoint>${xml.slice(end)}`);
}

function asJsonFeed({ title, home, self, language, log, items }: Feed): string {
  const feed = generateJsonFeed({
    title,
    home_page_url: home,
    feed_url: self,
    language,
    items: items.map((item) => ({
      id: item.id,
      url: item.address,
      title: item.headline,
      content_html: item.html,
      ...(item.standfirst !== "" && { summary: item.standfirst }),
      ...(item.picture !== null && { image: item.picture }),
      date_published: item.publishedAt,
      date_modified: item.changedAt,
      ...(item.authors.length > 0 && { authors: item.authors.map(({ name, url }) => ({ name, url })) }),
      ...(item.section !== null && { tags: [item.section] }),
      language,
    })),
  });
  // JSON Feed 1.1, "Extensions": a name that begins with an underscore.
  return `${JSON.stringify({ ...Object(feed), _dateline: log }, null, 2)}\n`;
}

function answer(world: WireWorld, edition: Edition, type: string, body: string): Response {
  const headers = new Headers({ "content-type": `${type}; charset=utf-8` });
  dependsOn(headers, [
    "editions",
    "settings",
    "register",
    `people:${edition.code}`,
    `front:${edition.code}`,
    LOG_TOPIC,
    topicOfCorrections(edition.code),
  ]);
  if (edition.labelsAsOf === "today") {
    const tomorrow = startOfDay(edition.timeZone, dayAfter(dayIn(edition.timeZone, world.now())));
    headers.set(KEPT_UNTIL_HEADER, tomorrow.toISOString());
  }
  return new Response(body, { headers });
}

/** XML 1.0 §2.2: what a text may hold as a character and XML may not, even as a reference. */
function wellFormed(xml: string): string {
  return xml.toWellFormed().replace(/[^\P{Cc}\t\n\r\u0080-\u009F]|[\uFFFE\uFFFF]/gu, "");
}

// RSS readers take a description for HTML (RSS 2.0, "description").
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
