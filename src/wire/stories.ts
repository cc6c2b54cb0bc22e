/** One published story in the formats clients' systems read, at addresses that stay when its slug changes. */
import { newestArticles, takenBackSince } from "#agency/articles/queries.ts";
import type { Edition } from "#agency/editions/editions.ts";
import { editionByCode } from "#agency/editions/queries.ts";
import { agency } from "#agency/settings/queries.ts";
import { type LabelWay, wireItem } from "#agency/wire/stories.ts";
import { dayAfter, dayIn, startOfDay } from "#lib/days.ts";
import { dependsOn, KEPT_UNTIL_HEADER } from "#lib/http.ts";
import type { Route } from "#lib/routes.ts";
import { reading } from "#store/db.ts";
import { FORMAT, FORMATS, type FormatOf } from "#text/wire/formats.ts";
import { writeNewsMlG2Package } from "#text/wire/newsml-g2.ts";
import type { WireWorld } from "./feeds.ts";

type NotFound = (request: Request) => Promise<Response>;

export function storyRoutes(world: WireWorld, notFound: NotFound): Route[] {
  return [...FORMATS.map((format) => storyRoute(world, notFound, FORMAT[format])), packageRoute(world, notFound)];
}

function storyRoute(world: WireWorld, notFound: NotFound, { file, type, print }: FormatOf): Route {
  return {
    method: "GET",
    address: `/wire/stories/{article}/${file}`,
    parameters: ["labels"],
    kept: "pages",
    async answer({ steps, query, request }) {
      const { url } = world;
      const at = world.now();
      const labels: LabelWay = query["labels"] === "data" ? "data" : "text";
      const asked = { articleId: steps["article"] ?? "", url, at, labels };
      const item = await reading(world.db, (db) => wireItem(db, asked));
      if (!item) return notFound(request);
      const headers = headersOf(item.edition, at, type, item.topics);
      return new Response(print(item.story), { headers });
    },
  };
}

const STORIES_A_PACKAGE = 30;

/** The newest stories of an edition by name, for systems that fetch each. */
function packageRoute(world: WireWorld, notFound: NotFound): Route {
  const { file, type } = FORMAT["newsml-g2"];
  return {
    method: "GET",
    address: "/wire/{edition}/package.xml",
    kept: "pages",
    async answer({ steps, request }) {
      const { url } = world;
      const at = world.now();
      const found = await reading(world.db, async (db) => {
        const edition = await editionByCode(db, steps["edition"] ?? "");
        if (!edition) return undefined;
        const articles = await newestArticles(db, edition.id, { limit: STORIES_A_PACKAGE });
        const items = await Promise.all(
          articles.map(async ({ id }) => {
            const item = await wireItem(db, { articleId: id, url, at });
            return item && { ...item, href: `${url}/wire/stories/${id}/${file}` };
          }),
        );
        const [lastGone] = await takenBackSince(db, edition.id, { since: new Date(0), limit: 1 });
        const { name } = await agency(db, edition.code);
        return { edition, name, lastGone, items: items.flatMap((item) => item ?? []) };
      });
      if (!found) return notFound(request);
      const { edition, name, lastGone, items } = found;
      // What was taken back is named no more: without its moment the version would go back, and receivers keep the later one.
      const changed = [...items.map(({ story }) => story.versionCreated), ...(lastGone ? [lastGone.at] : [])];
      const newest = Math.max(0, ...changed.map((one) => one.getTime()));
      const xml = writeNewsMlG2Package({
        uri: `${url}/wire/${edition.code}/package.xml`,
        title: `${name} · ${edition.name}`,
        language: edition.language,
        // A version is 1 or more.
        at: new Date(Math.max(1000, newest)),
        provider: { name, uri: `${url}/` },
        stories: items.map(({ story, href }) => ({ story, href, type })),
      });
      const topics = [`front:${edition.code}`, ...items.flatMap((item) => item.topics)];
      return new Response(xml, { headers: headersOf(edition, at, "application/vnd.iptc.g2.packageitem+xml", topics) });
    },
  };
}

function headersOf(edition: Edition, at: Date, type: string, topics: readonly string[]): Headers {
  const headers = new Headers({ "content-type": `${type}; charset=utf-8`, "content-language": edition.language });
  dependsOn(headers, topics);
  if (edition.labelsAsOf === "today") {
    const tomorrow = startOfDay(edition.timeZone, dayAfter(dayIn(edition.timeZone, at)));
    headers.set(KEPT_UNTIL_HEADER, tomorrow.toISOString());
  }
  return headers;
}
