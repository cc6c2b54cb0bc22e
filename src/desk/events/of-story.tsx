/** The events one story tells of: those it has, those its dates may be, and others by their words. */
import { workingCopy } from "#agency/articles/working-copy.ts";
import { dropEvent, keepEvent, useEvent } from "#agency/events/actions.ts";
import { type KeptEvent, LONGEST_TITLE } from "#agency/events/events.ts";
import { eventById, eventsBetween, eventsOfArticle, eventsWith } from "#agency/events/queries.ts";
import { dayIn } from "#lib/days.ts";
import type { Form } from "#lib/form.ts";
import { type EventDate, eventDate, mayBeOne } from "#text/events/dates.ts";
import { timedSentences } from "#text/intake/times.ts";
import { printEventDate } from "#text/typography/event-dates.ts";
import { type Here, storyHere } from "../flow/details.tsx";
import { Act, Buttons } from "../house/parts.tsx";
import { ArticleTabs } from "../views/article-tabs.tsx";
import { TextField } from "../views/fields.tsx";
import { type DeskAnswer, type DeskPage, type DeskVisit, seeOther } from "../visit.ts";
import { titleOf, whenOf } from "./parts.tsx";

const MOST_KNOWN = 5;
const MOST_FOUND = 20;

type OfStory = Awaited<ReturnType<typeof eventsOfArticle>>[number];
type FoundDate = { readonly sentence: string; readonly date: EventDate };

export async function printEventsOfStory(visit: DeskVisit): Promise<DeskPage | undefined> {
  const here = await storyHere(visit);
  if (!here) return undefined;
  const { db, query, words, staff } = visit;
  const { story, edition } = here;
  const { events: said, flow } = words;
  const told = await eventsOfArticle(db, story.id);
  const found = await Promise.all(
    (await datesOf(visit, here, told)).map(async (one) => ({
      ...one,
      known: (await eventsBetween(db, one.date, { limit: MOST_KNOWN + told.length })).filter(
        ({ id }) => !told.some((event) => event.id === id),
      ),
    })),
  );
  const search = query["words"] ?? "";
  const others = search === "" ? [] : await eventsWith(db, search, { limit: MOST_FOUND });
  const address = `/desk/articles/${story.id}/events`;
  return {
    title: story.headline || flow.noHeadline,
    place: "articles",
    main: (
      <>
        <ArticleTabs articleId={story.id} current="events" staff={staff} words={words} />
        <p class="hint">{said.ofStory.introduction}</p>
        <section class="event-part" aria-labelledby="told">
          <h2 id="told">{said.ofStory.told}</h2>
          {told.length === 0 ? (
            <p>{said.ofStory.noneTold}</p>
          ) : (
            <form method="post" action={address}>
              <ul class="stories">
                {told.map((event) => (
                  <Told event={event} visit={visit} language={edition.language} />
                ))}
              </ul>
            </form>
          )}
        </section>
        <section class="event-part" aria-labelledby="found">
          <h2 id="found">{said.ofStory.found}</h2>
          <p class="hint">{found.length === 0 ? said.ofStory.noneFound : said.ofStory.foundHint}</p>
          <ul class="stories">
            {found.map(({ sentence, date, known }) => (
              <li>
                <form method="post" action={address}>
                  <input type="hidden" name="sentence" value={sentence} />
                  <input type="hidden" name="date" value={date.edtf} />
                  <p class="about">
                    <strong>{printEventDate(date, words.language)}</strong>
                  </p>
                  <p dir="auto" lang={edition.language}>
                    {sentence}
                  </p>
                  <Buttons>
                    <Act act="new">{said.ofStory.asNew}</Act>{" "}
                    {known.slice(0, MOST_KNOWN).map((event) => (
                      <Act act={`use ${event.id}`}>
                        {said.ofStory.isSame(`${titleOf(event, visit)} (${whenOf(event, visit)})`)}
                      </Act>
                    ))}
                  </Buttons>
                </form>
              </li>
            ))}
          </ul>
        </section>
        <section class="event-part" aria-labelledby="others">
          <h2 id="others">{said.ofStory.other}</h2>
          <form method="get" action={address}>
            <TextField name="words" label={said.search} hint={said.ofStory.otherHint} type="search" value={search} />
            <p class="buttons">
              <button type="submit">{said.find}</button>
            </p>
          </form>
          {search !== "" && others.length === 0 && <p>{said.none}</p>}
          {others.length > 0 && (
            <form method="post" action={address}>
              <ul class="stories">
                {others.map((event) => (
                  <li>
                    <p dir="auto">
                      {whenOf(event, visit)}: {titleOf(event, visit)}
                    </p>
                    <Buttons>
                      <Act act={`use ${event.id}`}>{said.ofStory.take(titleOf(event, visit))}</Act>
                    </Buttons>
                  </li>
                ))}
              </ul>
            </form>
          )}
        </section>
      </>
    ),
  };
}

type ToldProps = { readonly event: OfStory; readonly visit: DeskVisit; readonly language: string };

const Told = ({ event, visit, language }: ToldProps) => {
  const { events: said } = visit.words;
  return (
    <li>
      <a href={`/desk/events/${event.id}`} dir="auto">
        {titleOf(event, visit)}
      </a>
      <p class="about">
        <span>{whenOf(event, visit)}</span>
      </p>
      {event.sentence !== "" && (
        <p dir="auto" lang={language} class="quiet">
          {event.sentence}
        </p>
      )}
      {event.isOld && (
        <p class="about">
          <strong class="overdue">{said.ofStory.mended(whenOf(event, visit), titleOf(event, visit))}</strong>
        </p>
      )}
      <Buttons>
        {event.isOld && <Act act={`agrees ${event.id}`}>{said.agrees}</Act>}{" "}
        <Act act={`drop ${event.id}`}>{said.ofStory.drop(titleOf(event, visit))}</Act>
      </Buttons>
    </li>
  );
};

/** Dates of the text that none of the story's events stands for. */
async function datesOf(
  { db, at }: DeskVisit,
  { story, edition }: Here,
  told: readonly OfStory[],
): Promise<FoundDate[]> {
  const copy = await workingCopy(db, story.id);
  if (!copy) return [];
  const own = copy.text.dateline?.date || null;
  const day = own ?? dayIn(edition.timeZone, at);
  return timedSentences(copy.text.document, { order: edition.dateOrder, day, own }).flatMap(({ sentence, events }) =>
    events.flatMap((event): FoundDate[] => {
      const date = eventDate(event.date);
      const isTold = told.some((one) => one.sentence === sentence && date && mayBeOne(one.date, date));
      return date && !isTold ? [{ sentence, date }] : [];
    }),
  );
}

export async function changeEventsOfStory(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const here = await storyHere(visit);
  if (!here) return undefined;
  const { db, staff, at } = visit;
  const articleId = here.story.id;
  const address = `/desk/articles/${articleId}/events`;
  const hand = { articleId, by: staff.id, at };
  const [act, eventId = ""] = form.text("do").split(" ");
  const sentence = form.text("sentence");
  switch (act) {
    case "drop":
      await dropEvent(db, { eventId, ...hand });
      return seeOther(address, "removed");
    case "use":
      return (await useEvent(db, { eventId, sentence, ...hand })) ? seeOther(address, "kept") : undefined;
    case "agrees": {
      const told = (await eventsOfArticle(db, articleId)).find(({ id }) => id === eventId);
      if (told) await useEvent(db, { eventId, sentence: told.sentence, ...hand });
      return seeOther(address, "kept");
    }
    case "new": {
      const kept = await newFrom(visit, here, sentence, form.text("date"));
      if (!kept) return undefined;
      await useEvent(db, { eventId: kept.id, sentence, ...hand });
      return seeOther(`/desk/events/${kept.id}`, "kept");
    }
    default:
      return seeOther(address);
  }
}

/** The sentence becomes what happened; its author goes on from there. */
async function newFrom(
  { db, staff, at }: DeskVisit,
  { edition }: Here,
  sentence: string,
  edtf: string,
): Promise<KeptEvent | undefined> {
  const date = eventDate(edtf);
  if (!date || sentence === "") return undefined;
  const isLong = sentence.length > LONGEST_TITLE;
  const text = isLong
    ? { title: `${sentence.slice(0, sentence.lastIndexOf(" ", LONGEST_TITLE - 1))}…`, words: sentence }
    : { title: sentence, words: "" };
  const draft = { date, texts: { [edition.language]: text }, sourceIds: [] };
  const kept = await keepEvent(db, { draft, by: staff.id, at });
  return "id" in kept ? eventById(db, kept.id) : undefined;
}
