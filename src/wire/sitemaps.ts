/**
 * Sitemaps (sitemaps.org 0.9): an index, one for each month of each edition and one of its other pages, and the news of the
 * last two days. Each address names its picture and its sister texts in other languages.
 */
import { addressOfArticle } from "#agency/articles/articles.ts";
import { addressesBetween, articlesPerSpan, type ListedAddress, reachOfArchive } from "#agency/articles/queries.ts";
import type { Edition } from "#agency/editions/editions.ts";
import { editionByCode, editions, sectionsOf, topicsOf } from "#agency/editions/queries.ts";
import { labellerFor } from "#agency/labels/labeller.ts";
import { fileName } from "#agency/media/media.ts";
import { addressOfPage } from "#agency/pages/pages.ts";
import { standingPages } from "#agency/pages/queries.ts";
import { peopleOf } from "#agency/people/queries.ts";
import { agency } from "#agency/settings/queries.ts";
import { dayIn, startOfDay } from "#lib/days.ts";
import { dependsOn, KEPT_UNTIL_HEADER } from "#lib/http.ts";
import type { Route, Visit } from "#lib/routes.ts";
import { type Db, reading } from "#store/db.ts";
import { element, type XmlPiece, xmlDocument } from "#text/wire/xml.ts";
import type { WireWorld } from "./feeds.ts";

type NotFound = (request: Request) => Promise<Response>;

type Asked = { readonly db: Db; readonly world: WireWorld; readonly steps: Visit["steps"] };
type Print = (asked: Asked) => Promise<string | undefined>;

// sitemaps.org lets a file name 50,000; no month of an agency has as many.
const MOST_ADDRESSES = 50_000;
// What the news sitemap of Google takes: two days, a thousand addresses.
const MOST_NEWS = 1_000;
const NEWS_MS = 2 * 24 * 60 * 60 * 1000;
// The two days, and the month the index ends with, move on although nothing is published.
const KEPT_MS = 60 * 60 * 1000;

export function sitemapRoutes(world: WireWorld, notFound: NotFound): Route[] {
  const route = (address: string, print: Print): Route => ({
    method: "GET",
    address,
    kept: "pages",
    async answer({ steps, request }) {
      const printed = await reading(world.db, async (db) => {
        const xml = await print({ db, world, steps });
        return xml === undefined ? undefined : { xml, codes: (await editions(db)).map(({ code }) => code) };
      });
      if (!printed) return notFound(request);
      const headers = new Headers({ "content-type": "application/xml; charset=utf-8" });
      const moving = printed.codes.flatMap((code) => [`front:${code}`, `people:${code}`]);
      dependsOn(headers, ["editions", "settings", "register", ...moving]);
      headers.set(KEPT_UNTIL_HEADER, new Date(world.now().getTime() + KEPT_MS).toISOString());
      return new Response(printed.xml, { headers });
    },
  });
  return [
    route("/sitemap.xml", index),
    route("/sitemap/{edition}/pages.xml", otherPages),
    route("/sitemap/{edition}/{month}.xml", month),
    route("/news-sitemap.xml", news),
  ];
}

async function index({ db, world }: Asked): Promise<string> {
  const all = await Promise.all(
    (await editions(db)).map(async (edition) => {
      const months = await monthsOf(db, edition);
      return ["pages", ...months].map((file) => `${world.url}/sitemap/${edition.code}/${file}.xml`);
    }),
  );
  return xmlDocument(
    element(
      "sitemapindex",
      { xmlns: SITEMAP },
      all.flat().map((address) => element("sitemap", {}, element("loc", {}, address))),
    ),
  );
}

/** The months in which something came out that is still there, newest first: `2026-11`. */
async function monthsOf(db: Db, edition: Edition): Promise<string[]> {
  const reach = await reachOfArchive(db, edition.id);
  if (!reach) return [];
  const months: string[] = [];
  const last = dayIn(edition.timeZone, reach.last).slice(0, 7);
  for (let one = dayIn(edition.timeZone, reach.first).slice(0, 7); one <= last; one = monthAfter(one)) months.push(one);
  const instants = [...months, monthAfter(last)].map((one) => startOfDay(edition.timeZone, `${one}-01`));
  const counts = await articlesPerSpan(db, edition.id, instants);
  return months.filter((_, at) => (counts[at] ?? 0) > 0).toReversed();
}

function monthAfter(one: string): string {
  const [year = 0, month = 0] = one.split("-").map(Number);
  return month === 12
    ? `${String(year + 1).padStart(4, "0")}-01`
    : `${one.slice(0, 5)}${String(month + 1).padStart(2, "0")}`;
}

async function month({ db, world, steps }: Asked): Promise<string | undefined> {
  const edition = await editionByCode(db, steps["edition"] ?? "");
  const asked = steps["month"] ?? "";
  if (!edition || !/^\d{4}-(0[1-9]|1[0-2])$/.test(asked)) return undefined;
  const [from, until] = [asked, monthAfter(asked)].map((one) => startOfDay(edition.timeZone, `${one}-01`));
  if (!from || !until) return undefined;
  const found = await addressesBetween(db, edition.id, { from, until, limit: MOST_ADDRESSES });
  return found.length === 0 ? undefined : urlset(found.map((one) => storyEntry(world, edition, one)));
}

function storyEntry(
  { url }: WireWorld,
  edition: Edition,
  { slug, changedAt, picture, siblings }: ListedAddress,
): XmlPiece {
  const own = { editionCode: edition.code, language: edition.language, slug };
  const file = picture && fileName(picture.id, picture.type);
  return element(
    "url",
    {},
    element("loc", {}, url + addressOfArticle(edition.code, slug)),
    element("lastmod", {}, changedAt.toISOString()),
    // A page that stands in one edition alone has nothing to say here; else each names all, itself too.
    siblings.length === 0
      ? null
      : [own, ...siblings].map((one) =>
          element("xhtml:link", {
            rel: "alternate",
            hreflang: one.language,
            href: url + addressOfArticle(one.editionCode, one.slug),
          }),
        ),
    file ? element("image:image", {}, element("image:loc", {}, `${url}/media/${file}`)) : null,
  );
}

async function otherPages({ db, world, steps }: Asked): Promise<string | undefined> {
  const edition = await editionByCode(db, steps["edition"] ?? "");
  if (!edition) return undefined;
  const home = `/${edition.code}/`;
  const [sections, topics, people, pages] = await Promise.all([
    sectionsOf(db, edition.id),
    topicsOf(db, edition.id),
    peopleOf(db, edition.id),
    standingPages(db, edition.id),
  ]);
  const inEveryEdition = ["", "people", "corrections", "labels"].map((step) => home + step);
  const all = [
    ...inEveryEdition,
    ...sections.map(({ slug }) => `${home}sections/${encodeURIComponent(slug)}`),
    ...topics.map(({ slug }) => `${home}topics/${encodeURIComponent(slug)}`),
    ...people.map(({ slug }) => `${home}people/${encodeURIComponent(slug)}`),
    ...pages.flatMap(({ slug, isShown }) => (isShown ? [addressOfPage(edition.code, slug)] : [])),
  ];
  return urlset(all.map((path) => element("url", {}, element("loc", {}, world.url + path))));
}

async function news({ db, world }: Asked): Promise<string> {
  const now = world.now();
  const span = { from: new Date(now.getTime() - NEWS_MS), until: new Date(now.getTime() + 1), limit: MOST_NEWS };
  const entries = await Promise.all(
    (await editions(db)).map(async (edition) => {
      const [{ name }, labeller] = await Promise.all([agency(db, edition.code), labellerFor(db, edition, now, "feed")]);
      const found = await addressesBetween(db, edition.id, span);
      return found.map(({ slug, headline, publishedAt }) => ({
        publishedAt,
        entry: element(
          "url",
          {},
          element("loc", {}, world.url + addressOfArticle(edition.code, slug)),
          element(
            "news:news",
            {},
            element(
              "news:publication",
              {},
              element("news:name", {}, name),
              element("news:language", {}, languageForNews(edition.language)),
            ),
            element("news:publication_date", {}, publishedAt.toISOString()),
            element(
              "news:title",
              {},
              labeller
                .line(headline, "feed", publishedAt)
                .map(({ text }) => text)
                .join(""),
            ),
          ),
        ),
      }));
    }),
  );
  const newest = entries.flat().toSorted((one, other) => other.publishedAt.getTime() - one.publishedAt.getTime());
  return urlset(newest.slice(0, MOST_NEWS).map(({ entry }) => entry));
}

/** ISO 639, but for the two ways of writing Chinese, which are told apart. */
function languageForNews(language: string): string {
  const { language: plain, script, region } = new Intl.Locale(language).maximize();
  if (plain !== "zh") return plain ?? language;
  return script === "Hant" || region === "TW" ? "zh-tw" : "zh-cn";
}

const SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";

function urlset(entries: readonly XmlPiece[]): string {
  const spaces = {
    xmlns: SITEMAP,
    "xmlns:xhtml": "http://www.w3.org/1999/xhtml",
    "xmlns:image": "http://www.google.com/schemas/sitemap-image/1.1",
    "xmlns:news": "http://www.google.com/schemas/sitemap-news/0.9",
  };
  return xmlDocument(element("urlset", spaces, ...entries));
}
