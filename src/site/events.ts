/** Events as pages print them: when in words, what with its labels, and what they rest on. */
import { addressOfArticle } from "#agency/articles/articles.ts";
import { lookedAheadIn, whatBecameOf } from "#agency/diary/queries.ts";
import type { Edition } from "#agency/editions/editions.ts";
import { addressOfTimeline, type KeptEvent, textIn } from "#agency/events/events.ts";
import { eventsOfArticle, timelinesWith } from "#agency/events/queries.ts";
import { type Labeller, labellersFor } from "#agency/labels/labeller.ts";
import { sourcesAmong } from "#agency/sources/queries.ts";
import { isPublic } from "#agency/sources/sources.ts";
import { isWebAddress } from "#text/document/links.ts";
import type { EventDate } from "#text/events/dates.ts";
import { printEventDate } from "#text/typography/event-dates.ts";
import { headlineIn, labelled } from "./cards.ts";
import type { EventLine, LabelledText, Moment, TimeInStory } from "./views/values.ts";
import type { EditionVisit } from "./visit.ts";

/** What a story tells of time: its events, the timelines they stand on, what became of what it said was to come. */
export async function timeInStory(
  visit: EditionVisit,
  labeller: Labeller,
  { id, publishedAt }: { readonly id: string; readonly publishedAt: Date },
): Promise<TimeInStory> {
  const { db, edition } = visit;
  const [events, became, before] = await Promise.all([
    eventsOfArticle(db, id),
    whatBecameOf(db, id),
    lookedAheadIn(db, id),
  ]);
  const timelines = await timelinesWith(
    db,
    edition.id,
    events.map((event) => event.id),
  );
  const line = lineWith(edition, labeller, publishedAt);
  const labellerOf = labellersFor(db, visit.editions, visit.at);
  const told = async ({ slug, headline, editionCode }: { slug: string; headline: string; editionCode: string }) => ({
    href: addressOfArticle(editionCode, slug),
    text: headlineIn(await labellerOf(editionCode), { headline, publishedAt }),
  });
  return {
    events: await eventLines(visit, labeller, events, publishedAt),
    timelines: timelines.map(({ slug, title }) => ({
      href: addressOfTimeline(edition.code, slug),
      text: headlineIn(labeller, { headline: title, publishedAt }),
    })),
    became: await Promise.all(
      became.map(async ({ sentence, state, outcome, story }) => ({
        sentence: line(sentence),
        state,
        outcome: line(outcome),
        ...(story && { story: await told(story) }),
      })),
    ),
    before: await Promise.all(before.map(told)),
  };
}

/** Events in the order given; one that is told in no language of ours is left out. */
export async function eventLines(
  { db, edition }: EditionVisit,
  labeller: Labeller,
  events: readonly KeptEvent[],
  at: Date,
): Promise<readonly EventLine[]> {
  const sources = await sourcesAmong(db, [...new Set(events.flatMap(({ sourceIds }) => sourceIds))]);
  const known = new Map(sources.map((source) => [source.id, source]));
  const line = lineWith(edition, labeller, at);
  return events.flatMap((event): EventLine[] => {
    const text = textIn(event, edition.language);
    if (!text) return [];
    return [
      {
        id: `event-${event.id}`,
        when: momentOfEvent(event.date, edition),
        title: line(text.title),
        words: line(text.words),
        ...(text.language !== edition.language && { language: text.language }),
        sources: event.sourceIds.flatMap((id) => {
          const source = known.get(id);
          // Whom readers are not told of stands beside no event either.
          if (!source || !isPublic(source)) return [];
          const isThere = source.url !== null && source.deadAt === null && isWebAddress(source.url);
          return [{ text: source.name, ...(isThere && { href: source.url }) }];
        }),
      },
    ];
  });
}

/** Labels as in the body; no words, no segments. */
export function lineWith(edition: Edition, labeller: Labeller, at: Date): (text: string) => LabelledText {
  return (text) => (text === "" ? [] : labelled(edition, labeller.line(text, "body", at)));
}

/** `iso` is empty where HTML has no way to write it: a season, about, between. */
function momentOfEvent(date: EventDate, { language }: Pick<Edition, "language">): Moment {
  const isWritten = date.precision === "day" || date.precision === "month" || date.precision === "year";
  return { iso: isWritten ? date.edtf : "", text: printEventDate(date, language) };
}
