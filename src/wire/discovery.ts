/** How others find what there is: every feed in one list (OPML 2.0), what a link stands for (oEmbed), how to search here (OpenSearch). */
import { addressOfArticle } from "#agency/articles/articles.ts";
import { formerArticle, publishedArticle } from "#agency/articles/queries.ts";
import type { Edition } from "#agency/editions/editions.ts";
import { editionByCode, editions, sectionsOf, topicsOf } from "#agency/editions/queries.ts";
import { labellerFor } from "#agency/labels/labeller.ts";
import { sharedJpeg } from "#agency/media/media.ts";
import { peopleOf } from "#agency/people/queries.ts";
import { agency } from "#agency/settings/queries.ts";
import { dependsOn } from "#lib/http.ts";
import type { Route } from "#lib/routes.ts";
import { type Db, reading } from "#store/db.ts";
import { element, type XmlPiece, xmlDocument } from "#text/wire/xml.ts";
import type { WireWorld } from "./feeds.ts";
import { wireWordsFor } from "./words.ts";

type NotFound = (request: Request) => Promise<Response>;

export function discoveryRoutes(world: WireWorld, notFound: NotFound): Route[] {
  return [opmlRoute(world), oEmbedRoute(world), openSearchRoute(world, notFound)];
}

function opmlRoute(world: WireWorld): Route {
  return {
    method: "GET",
    address: "/wire/feeds.opml",
    kept: "pages",
    async answer() {
      const { xml, codes } = await reading(world.db, async (db) => {
        const all = await editions(db);
        const outlines = await Promise.all(all.map((edition) => feedsOf(db, world, edition)));
        const { name } = await agency(db);
        const head = element("head", {}, element("title", {}, name), element("docs", {}, "http://opml.org/spec2.opml"));
        const opml = element("opml", { version: "2.0" }, head, element("body", {}, ...outlines));
        return { xml: xmlDocument(opml), codes: all.map(({ code }) => code) };
      });
      const headers = new Headers({ "content-type": "text/x-opml; charset=utf-8" });
      dependsOn(headers, [
        "editions",
        "settings",
        "register",
        ...codes.flatMap((code) => [`front:${code}`, `people:${code}`]),
      ]);
      return new Response(xml, { headers });
    },
  };
}

async function feedsOf(db: Db, { url, now }: WireWorld, edition: Edition): Promise<XmlPiece> {
  const [{ name }, sections, topics, people, labeller] = await Promise.all([
    agency(db, edition.code),
    sectionsOf(db, edition.id),
    topicsOf(db, edition.id),
    peopleOf(db, edition.id),
    labellerFor(db, edition, now(), "feed"),
  ]);
  const home = `${url}/${edition.code}/`;
  const feed = (text: string, path: string) => {
    const said = labeller.line(text, "feed", now()).map((one) => one.text);
    return element("outline", {
      type: "rss",
      version: "RSS2",
      text: said.join(""),
      title: said.join(""),
      language: edition.language,
      htmlUrl: home + path,
      xmlUrl: `${home}${path}${path === "" ? "" : "/"}feed.xml`,
    });
  };
  return element(
    "outline",
    { text: `${name} · ${edition.name}`, language: edition.language },
    feed(`${name} · ${edition.name}`, ""),
    feed(wireWordsFor(edition.language).corrections, "corrections"),
    sections.map(({ slug, name }) => feed(name, `sections/${encodeURIComponent(slug)}`)),
    topics.map(({ slug, name }) => feed(name, `topics/${encodeURIComponent(slug)}`)),
    people.map(({ slug, name }) => feed(name, `people/${encodeURIComponent(slug)}`)),
  );
}

// oEmbed 1.0, "url": asked for by programs that show a link with a card. No page of ours stands in a frame, so it is a link.
function oEmbedRoute(world: WireWorld): Route {
  return {
    method: "GET",
    address: "/wire/oembed",
    parameters: ["url", "format", "maxwidth", "maxheight"],
    kept: "made-up",
    async answer({ query }) {
      const { url = "", format = "json" } = query;
      // 501 is what oEmbed asks for where a format is not known.
      if (format !== "json" && format !== "xml") return refused(501, "There is json and xml.");
      const card = await reading(world.db, (db) => cardOf(db, world, url, query));
      if (!card) return refused(404, "There is no story at that address.");
      const { values, topics } = card;
      const headers = new Headers({
        "content-type": `${format === "json" ? "application/json" : "text/xml"}; charset=utf-8`,
      });
      dependsOn(headers, topics);
      const asXml = () =>
        xmlDocument(
          element("oembed", {}, ...Object.entries(values).map(([name, value]) => element(name, {}, String(value)))),
        );
      return new Response(format === "json" ? `${JSON.stringify(values, null, 2)}\n` : asXml(), { headers });
    },
  };
}

async function cardOf(db: Db, world: WireWorld, address: string, query: Readonly<Record<string, string>>) {
  const path = address.startsWith(`${world.url}/`) ? URL.parse(address)?.pathname : undefined;
  const [, code = "", slug = "", ...more] = path?.split("/") ?? [];
  const edition = more.length === 0 ? await editionByCode(db, code) : undefined;
  const article = edition && (await articleKnownAs(db, edition.id, decoded(slug)));
  if (!edition || !article) return undefined;
  const [{ name }, labeller] = await Promise.all([
    agency(db, edition.code),
    labellerFor(db, edition, world.now(), "social"),
  ]);
  const line = (text: string) =>
    labeller
      .line(text, "social", article.publishedAt)
      .map(({ text }) => text)
      .join("");
  const [author] = article.authors;
  const jpeg = article.picture && sharedJpeg(article.picture);
  // oEmbed 1.0: a thumbnail is no larger than was asked for, or there is none.
  const fits = (asked: string | undefined, size: number) => asked === undefined || !(Number(asked) < size);
  const thumbnail =
    jpeg && fits(query["maxwidth"], jpeg.width) && fits(query["maxheight"], jpeg.height) ? jpeg : undefined;
  const values: Readonly<Record<string, string | number>> = {
    version: "1.0",
    type: "link",
    title: line(article.headline),
    ...(author && {
      author_name: line(author.name),
      author_url: `${world.url}/${edition.code}/people/${encodeURIComponent(author.slug)}`,
    }),
    provider_name: name,
    provider_url: `${world.url}/`,
    cache_age: 3600,
    url: world.url + addressOfArticle(edition.code, article.slug),
    ...(thumbnail && {
      thumbnail_url: `${world.url}/media/${thumbnail.file}`,
      thumbnail_width: thumbnail.width,
      thumbnail_height: thumbnail.height,
    }),
  };
  return { values, topics: [`article:${article.id}`, `people:${edition.code}`, "editions", "settings", "register"] };
}

/** A link that was set before the story had another address shows the same card. */
async function articleKnownAs(db: Db, editionId: string, slug: string) {
  const article = await publishedArticle(db, editionId, slug);
  if (article) return article;
  const former = await formerArticle(db, editionId, slug);
  return former && publishedArticle(db, editionId, former.slug);
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return ""; // a broken percent-encoding names no story
  }
}

function refused(status: number, sentence: string): Response {
  return new Response(`${sentence}\n`, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}

const OPEN_SEARCH = "http://a9.com/-/spec/opensearch/1.1/";
// What the description has room for.
const LONGEST_SHORT_NAME = 16;

/** OpenSearch 1.1: browsers and programs learn how this edition is searched. */
function openSearchRoute(world: WireWorld, notFound: NotFound): Route {
  return {
    method: "GET",
    address: "/{edition}/opensearch.xml",
    kept: "pages",
    async answer({ steps, request }) {
      const found = await reading(world.db, async (db) => {
        const edition = await editionByCode(db, steps["edition"] ?? "");
        return edition && { edition, name: (await agency(db, edition.code)).name };
      });
      if (!found) return notFound(request);
      const { edition, name } = found;
      const home = `${world.url}/${edition.code}/`;
      const headers = new Headers({ "content-type": "application/opensearchdescription+xml; charset=utf-8" });
      dependsOn(headers, ["editions", "settings"]);
      const description = element(
        "OpenSearchDescription",
        { xmlns: OPEN_SEARCH },
        element("ShortName", {}, [...name].slice(0, LONGEST_SHORT_NAME).join("").trim()),
        element("Description", {}, `${name} · ${edition.name}`),
        element("Url", { type: "text/html", template: `${home}search?q={searchTerms}` }),
        element("Url", {
          type: "application/opensearchdescription+xml",
          rel: "self",
          template: `${home}opensearch.xml`,
        }),
        element("Language", {}, edition.language),
        element("OutputEncoding", {}, "UTF-8"),
        element("InputEncoding", {}, "UTF-8"),
      );
      return new Response(xmlDocument(description), { headers });
    },
  };
}
