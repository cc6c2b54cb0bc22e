/**
 * The replies to a story on a page that is not ours: read there, written here. The site stands in the address, so that what is
 * answered is the same bytes for everybody; browsers hand it to that site's pages alone.
 */
import { addressOfArticle } from "#agency/articles/articles.ts";
import { formerArticle, publishedArticle } from "#agency/articles/queries.ts";
import { editionByCode } from "#agency/editions/queries.ts";
import { mayCarry, TOPIC_OF_SITES } from "#agency/embeds/embeds.ts";
import { embedSite } from "#agency/embeds/queries.ts";
import { labellerFor } from "#agency/labels/labeller.ts";
import { topicOfReplies } from "#agency/replies/replies.ts";
import { dayIn } from "#lib/days.ts";
import { directionOf } from "#lib/direction.ts";
import { dependsOn } from "#lib/http.ts";
import type { Route, Visit } from "#lib/routes.ts";
import { reading } from "#store/db.ts";
import { printDay } from "#text/typography/dates.ts";
import { siteIslands } from "./assets/islands.ts";
import type { Doors } from "./doors.ts";
import { afterFrom, articleLink, fromQuery, listen, printersOf, repliesBelow } from "./replies.tsx";
import { EmbedPage, EmbedRefusedPage } from "./views/embed.tsx";
import type { EmbedFrame } from "./views/values.ts";
import { type EditionVisit, enter, type Printed, response, type SiteWorld } from "./visit.ts";
import { embedWordsFor } from "./words/embed.ts";

const REPLIES = "/embed/{site}/{edition}/{slug}/replies";
// Who runs a page that is not ours gives it no new name when we change the script.
const SCRIPT_KEPT = "public, max-age=3600";

export function embedRoutes(world: SiteWorld, doors: Doors): Route[] {
  return [
    { method: "GET", address: "/embed.js", kept: "pages", answer: script },
    {
      method: "GET",
      address: REPLIES,
      parameters: ["after"],
      kept: "pages",
      answer: (visit) => takenIn(world, visit),
    },
    { method: "GET", address: `${REPLIES}/live`, kept: "not-kept", answer: (visit) => lineFor(world, doors, visit) },
  ];
}

/** The script for their page. Any page may have it: what it may show is asked when it asks. */
async function script(): Promise<Response> {
  const { files, addresses } = await siteIslands();
  const file = files.find(({ address }) => address === addresses.embed);
  if (!file) throw new Error("there is no script for pages that are not ours");
  const headers = new Headers({ "content-type": file.type, "cache-control": SCRIPT_KEPT });
  letIn(headers, "*");
  dependsOn(headers, ["assets"]);
  return new Response(new Uint8Array(file.bytes), { headers });
}

async function takenIn(world: SiteWorld, asked: Visit): Promise<Response> {
  return reading(world.db, async (db) => {
    const { visit, found } = await enter(db, world, asked, asked.steps["edition"]);
    const site = await embedSite(db, asked.steps["site"] ?? "");
    const mayHere = site && mayCarry(site, visit.edition);
    const printed = mayHere ? await replies(visit, found) : refusal(visit, site !== undefined);
    const answer = await response(visit, { ...printed, topics: [TOPIC_OF_SITES, ...printed.topics] });
    // That nothing is shown, and why, is no secret from the page that asked.
    letIn(answer.headers, mayHere && answer.status === 200 ? site.origin : "*");
    return answer;
  });
}

/** Lets pages of that site read the answer; no cookie goes along with what they ask. */
function letIn(headers: Headers, origin: string): void {
  headers.set("access-control-allow-origin", origin);
}

async function replies(visit: EditionVisit, isEdition: boolean): Promise<Printed> {
  const { db, edition, steps, query } = visit;
  const slug = steps["slug"] ?? "";
  const article = isEdition ? await currentArticle(visit, slug) : undefined;
  if (!article) return nothing(visit, slug);
  const labeller = await labellerFor(db, edition, visit.at);
  const site = steps["site"] ?? "";
  const printers = printersOf(visit, labeller, article, site);
  const below = await repliesBelow(visit, article, printers, { after: afterFrom(query["after"]) });
  const here = `/embed/${encodeURIComponent(site)}${below.all}`;
  return {
    html: (
      <EmbedPage
        frame={embedFrame(visit)}
        article={articleLink(visit, labeller, article)}
        replies={below}
        write={`${below.all}/write${fromQuery(site)}`}
        later={below.later && here + below.later.slice(below.all.length)}
        live={below.live && `${here}/live`}
      />
    ),
    topics: [`article:${article.id}`, topicOfReplies(article.id)],
  };
}

/** The story at an address, or where that address leads now: their page goes on naming the one it knows. */
async function currentArticle({ db, edition }: EditionVisit, slug: string) {
  const article = await publishedArticle(db, edition.id, slug);
  if (article) return article;
  const former = await formerArticle(db, edition.id, slug);
  return former && !former.gone ? publishedArticle(db, edition.id, former.slug) : undefined;
}

async function nothing(visit: EditionVisit, slug: string): Promise<Printed> {
  const { db, edition, agency, words } = visit;
  const former = await formerArticle(db, edition.id, slug);
  const said = embedWordsFor(edition.language);
  const sentence = former?.gone
    ? words.gone[former.gone.how].sentence(printDay(dayIn(edition.timeZone, former.gone.at), edition.language))
    : said.missing(agency.name);
  return {
    status: former?.gone ? 410 : 404,
    html: <EmbedRefusedPage frame={embedFrame(visit)} sentence={sentence} read={`/${edition.code}/`} />,
    topics: [`front:${edition.code}`, ...(former ? [`article:${former.id}`] : [])],
  };
}

function refusal(visit: EditionVisit, isKnown: boolean): Printed {
  const { edition, agency, steps } = visit;
  const said = embedWordsFor(edition.language);
  const site = steps["site"] ?? "";
  return {
    status: 403,
    html: (
      <EmbedRefusedPage
        frame={embedFrame(visit)}
        sentence={isKnown ? said.otherEdition(site, edition.name) : said.refused(site, agency.name)}
        read={`${addressOfArticle(edition.code, steps["slug"] ?? "")}/replies`}
      />
    ),
    topics: [],
  };
}

function embedFrame({ agency, edition: { code, language } }: EditionVisit): EmbedFrame {
  return { agency: agency.name, code, language, direction: directionOf(language) };
}

/** A line that stays open, for pages of a site that may have it. */
async function lineFor(world: SiteWorld, doors: Doors, asked: Visit): Promise<Response> {
  const site = await embedSite(world.db, asked.steps["site"] ?? "");
  const edition = await editionByCode(world.db, asked.steps["edition"] ?? "");
  if (!site || !edition || !mayCarry(site, edition)) return new Response(null, { status: 403 });
  const line = await listen(world, doors, asked);
  letIn(line.headers, site.origin);
  return line;
}
