/** A timeline: its events as a list, drawn above it, and the same as data for other programs. */
import { addressOfArticle } from "#agency/articles/articles.ts";
import { addressOfTimeline, type KeptTimeline, textIn, topicOfTimeline } from "#agency/events/events.ts";
import { eventsOnTimeline, storiesOfEvents, timelineBySlug } from "#agency/events/queries.ts";
import { labellerFor } from "#agency/labels/labeller.ts";
import { dependsOn } from "#lib/http.ts";
import type { Route } from "#lib/routes.ts";
import { reading } from "#store/db.ts";
import type { Timeline } from "#text/events/exchange.ts";
import { printCalendar } from "#text/events/icalendar.ts";
import { printTimelineJs } from "#text/events/timelinejs.ts";
import { eventLines, lineWith } from "./events.ts";
import { frameFor, headFor } from "./frame.ts";
import { printNotFound } from "./not-found.tsx";
import { timePicture } from "./time-picture.ts";
import { plain } from "./views/labelled.tsx";
import { TimelinePage } from "./views/timeline.tsx";
import { type EditionVisit, enter, type PrintPage, response, type SiteWorld } from "./visit.ts";

export const printTimeline: PrintPage = async (visit) => {
  const { db, edition, steps, agency, words, world } = visit;
  const timeline = await timelineBySlug(db, edition.id, steps["timeline"] ?? "");
  if (!timeline) return notThere(visit);
  const kept = await eventsOnTimeline(db, timeline.id);
  const labeller = await labellerFor(db, edition, visit.at);
  const [events, stories] = await Promise.all([
    eventLines(visit, labeller, kept, timeline.changedAt),
    storiesOfEvents(
      db,
      edition.id,
      kept.map(({ id }) => id),
    ),
  ]);
  const line = lineWith(edition, labeller, timeline.changedAt);
  const lineOf = new Map(events.map((event) => [event.id, event]));
  const placed = kept.flatMap(({ id, date }) => {
    const event = lineOf.get(`event-${id}`);
    return event ? [{ id: event.id, title: plain(event.title), date }] : [];
  });
  const address = addressOfTimeline(edition.code, timeline.slug);
  const title = line(timeline.title);
  return {
    html: (
      <TimelinePage
        frame={await frameFor(visit)}
        head={headFor(visit, {
          title: plain(title),
          description: plain(line(timeline.about)) || `${words.time.kind}: ${timeline.title}. ${agency.name}`,
          structuredData: {
            "@context": "https://schema.org",
            "@type": "ItemList",
            name: plain(title),
            itemListOrder: "https://schema.org/ItemListOrderAscending",
            itemListElement: events.map(({ id, title, when }, at) => ({
              "@type": "ListItem",
              position: at + 1,
              url: `${world.url}${address}#${id}`,
              item: {
                "@type": "Event",
                name: plain(title),
                ...(when.iso !== "" && { startDate: when.iso }),
              },
            })),
          },
        })}
        title={title}
        about={line(timeline.about)}
        picture={timePicture(placed, edition.language)}
        events={events.map((event) => ({
          ...event,
          stories: (stories.get(event.id.slice("event-".length)) ?? []).map(({ slug, headline }) => ({
            href: addressOfArticle(edition.code, slug),
            text: plain(labeller.line(headline, "headline", timeline.changedAt)),
          })),
        }))}
        json={`${address}/timeline.json`}
        calendar={`${address}/calendar.ics`}
      />
    ),
    topics: [topicOfTimeline(timeline.id), `timelines:${edition.code}`, `front:${edition.code}`],
  };
};

/** Until somebody makes a timeline of that address. */
async function notThere(visit: EditionVisit): ReturnType<PrintPage> {
  const page = await printNotFound(visit);
  return page && { ...page, topics: [...page.topics, `timelines:${visit.edition.code}`] };
}

/** The same timeline for other programs. */
export function timelineDataRoutes(world: SiteWorld): Route[] {
  const data = (
    file: string,
    type: string,
    print: (visit: EditionVisit, timeline: KeptTimeline) => Promise<string>,
  ): Route => ({
    method: "GET",
    address: `/{edition}/timeline/{timeline}/${file}`,
    kept: "pages",
    answer: (asked) =>
      reading(world.db, async (db) => {
        const { visit, found } = await enter(db, world, asked, asked.steps["edition"]);
        const timeline = found && (await timelineBySlug(db, visit.edition.id, asked.steps["timeline"] ?? ""));
        if (!timeline) return response(visit, await notThere(visit));
        const headers = new Headers({ "content-type": type });
        dependsOn(headers, [
          "editions",
          "settings",
          "register",
          topicOfTimeline(timeline.id),
          `timelines:${visit.edition.code}`,
        ]);
        return new Response(await print(visit, timeline), { headers });
      }),
  });
  return [
    data("timeline.json", "application/json; charset=utf-8", async (visit, timeline) =>
      JSON.stringify(printTimelineJs(await asData(visit, timeline), visit.edition)),
    ),
    data("calendar.ics", "text/calendar; charset=utf-8", async (visit, timeline) =>
      printCalendar(await asData(visit, timeline), {
        host: new URL(world.url).hostname,
        url: world.url + addressOfTimeline(visit.edition.code, timeline.slug),
        stamp: timeline.changedAt,
      }),
    ),
  ];
}

/** With its labels: data leaves the house like any page. */
async function asData({ db, edition, at }: EditionVisit, timeline: KeptTimeline): Promise<Timeline> {
  const labeller = await labellerFor(db, edition, at);
  const line = lineWith(edition, labeller, timeline.changedAt);
  const events = await eventsOnTimeline(db, timeline.id);
  return {
    title: plain(line(timeline.title)),
    about: plain(line(timeline.about)),
    events: events.flatMap((event) => {
      const text = textIn(event, edition.language);
      if (!text) return [];
      return [{ id: event.id, date: event.date, title: plain(line(text.title)), words: plain(line(text.words)) }];
    }),
  };
}
