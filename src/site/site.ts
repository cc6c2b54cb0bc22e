/** The address book of the public site: every page, what it is printed by, which parameters change it. */

import { FORMER_NUMBERS } from "#agency/articles/moved.ts";
import { editions } from "#agency/editions/queries.ts";
import type { Route, Visit } from "#lib/routes.ts";
import { reading } from "#store/db.ts";
import { printArchive } from "./archive.tsx";
import { articleRoute, printOnPaper } from "./article.tsx";
import { printFront } from "./front.tsx";
import { printLabels, printLabelsData, printOrganisation, printOrganisationData } from "./labels.tsx";
import { printSection, printTopic } from "./lists.tsx";
import { logRoutes, printLog } from "./log.tsx";
import { machineRoutes } from "./machines.ts";
import { printNotFound } from "./not-found.tsx";
import { printPeople, printPerson } from "./people.tsx";
import { previewRoute } from "./preview.tsx";
import { printCorrections, printHistory, printVersion } from "./record.tsx";
import { printReplyKept } from "./reply-kept.tsx";
import { printReplyMonths } from "./reply-months.tsx";
import { printSearch } from "./search.tsx";
import { printSource } from "./source.tsx";
import { printTimeline, timelineDataRoutes } from "./timeline.tsx";
import { editionRoute, enter, type PrintPage, response, type SiteWorld } from "./visit.ts";

export { siteIslands } from "./assets/islands.ts";
export { openDoors } from "./doors.ts";
export { embedRoutes } from "./embed.tsx";
export { openKeptStories } from "./kept-stories.ts";
export { letterRoutes } from "./letters.tsx";
export { openLive } from "./live.ts";
export { mineRoutes } from "./mine.tsx";
export { portalRoutes } from "./portal.tsx";
export { pushRoutes } from "./push.ts";
export { replyRoutes } from "./replies.tsx";
export { reportRoutes } from "./report.tsx";

export function siteRoutes(world: SiteWorld): Route[] {
  const page = (address: string, print: PrintPage, ...parameters: string[]) =>
    editionRoute(world, { address, parameters, kept: "pages", print, notFound: printNotFound });
  return [
    {
      method: "GET",
      address: "/",
      // How WordPress names a story until somebody gives it a better address.
      parameters: [...FORMER_NUMBERS],
      kept: "pages",
      answer: (visit) => defaultFront(world, visit),
    },
    ...machineRoutes(world),
    previewRoute(world),
    ...logRoutes(world),
    page("/{edition}/", printFront),
    page("/{edition}/sections/{section}", printSection, "before"),
    page("/{edition}/topics/{topic}", printTopic, "before"),
    page("/{edition}/people", printPeople),
    page("/{edition}/people/{person}", printPerson, "before"),
    editionRoute(world, {
      address: "/{edition}/search",
      parameters: ["q", "before"],
      kept: "made-up",
      print: printSearch,
      notFound: printNotFound,
    }),
    page("/{edition}/labels", printLabels, "page"),
    page("/{edition}/labels.json", printLabelsData, "page"),
    page("/{edition}/labels/{organisation}.json", printOrganisationData),
    page("/{edition}/labels/{organisation}", printOrganisation, "before"),
    page("/{edition}/timeline/{timeline}", printTimeline),
    ...timelineDataRoutes(world),
    page("/{edition}/corrections", printCorrections, "before"),
    page("/{edition}/sources/{id}", printSource, "before"),
    page("/{edition}/archive/{yyyy}/{mm}", printArchive),
    page("/{edition}/log", printLog),
    page("/{edition}/replies", printReplyMonths),
    page("/{edition}/replies/kept", printReplyKept),
    articleRoute(world),
    page("/{edition}/{slug}/print", printOnPaper),
    page("/{edition}/{slug}/history", printHistory, "before"),
    page("/{edition}/{slug}/history/{number}", printVersion),
  ];
}

/** The front page of the default edition, at the root. */
async function defaultFront(world: SiteWorld, visit: Visit): Promise<Response> {
  return reading(world.db, async (db) => {
    const { visit: editionVisit } = await enter(db, world, visit, undefined);
    if (Object.keys(visit.query).length > 0) return response(editionVisit, await printNotFound(editionVisit));
    return response(editionVisit, await printFront(editionVisit));
  });
}

/** Asks for the name of every edition's house, so that it is known before the store first fails. */
export async function meetHouses(world: SiteWorld): Promise<void> {
  const request = new Request(world.url);
  await reading(world.db, async (db) => {
    for (const { code } of await editions(db))
      await enter(db, world, { request, path: "/", steps: {}, query: {} }, code);
  });
}

/** The page for an address nobody answers, in the edition its first step names or the default one. */
export async function notFoundPage(world: SiteWorld, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const visit: Visit = { request, path: pathname, steps: {}, query: {} };
  return reading(world.db, async (db) => {
    const { visit: editionVisit } = await enter(db, world, visit, pathname.split("/")[1]);
    return response(editionVisit, await printNotFound(editionVisit));
  });
}
