/** Timelines: which events stand on them; taken in from other programs and handed on to them. */
import type { Edition } from "#agency/editions/editions.ts";
import { keepEvent, keepTimeline, removeTimeline } from "#agency/events/actions.ts";
import {
  addressOfTimeline,
  type KeptEvent,
  type KeptTimeline,
  LONGEST_TITLE,
  LONGEST_WORDS,
  type TimelineLine,
  type TimelineRefusal,
} from "#agency/events/events.ts";
import { eventsAmong, eventsOnTimeline, eventsWith, timelineBySlug, timelinesOf } from "#agency/events/queries.ts";
import type { Form } from "#lib/form.ts";
import { together } from "#store/db.ts";
import type { ReadTimeline } from "#text/events/exchange.ts";
import { readCalendar } from "#text/events/icalendar.ts";
import { readTimelineJs } from "#text/events/timelinejs.ts";
import { decodeText } from "#text/intake/decode.ts";
import { Act, Buttons, EditionsNav, editionOf, MainAct } from "../house/parts.tsx";
import { Problem, TextArea, TextField, Tick } from "../views/fields.tsx";
import { type DeskAnswer, type DeskPage, type DeskVisit, seeOther } from "../visit.ts";
import type { EventWords } from "../words/events.ts";
import { EventsNav, titleOf, whenOf } from "./parts.tsx";

export const MOST_FILE_BYTES = 4 * 1024 * 1024;
const MOST_FOUND = 30;
// No timeline has this address.
const NEW = "+";

export async function toFirstEdition({ editions: [first] }: DeskVisit): Promise<DeskAnswer> {
  return first && seeOther(`/desk/timelines/${first.code}`);
}

export async function printTimelines(visit: DeskVisit): Promise<DeskPage | undefined> {
  const edition = editionOf(visit);
  if (!edition) return undefined;
  const { db, words } = visit;
  const { timelines: said } = words.events;
  const timelines = await timelinesOf(db, edition.id);
  const address = `/desk/timelines/${edition.code}`;
  return {
    title: said.title,
    place: "events",
    main: (
      <>
        <EventsNav visit={visit} current="timelines" />
        <EditionsNav visit={visit} current={edition} address="/desk/timelines" />
        <p class="hint">{said.introduction}</p>
        <ul class="house-list">
          {timelines.map(({ slug, title }) => (
            <li>
              <a href={`${address}/${slug}`} dir="auto">
                {title}
              </a>
            </li>
          ))}
        </ul>
        <p class="buttons">
          <a class="button" href={`${address}/${NEW}`}>
            {said.add}
          </a>
        </p>
      </>
    ),
  };
}

type Asked = { readonly edition: Edition; readonly known: KeptTimeline | undefined };

async function asked(visit: DeskVisit): Promise<Asked | undefined> {
  const edition = editionOf(visit);
  const slug = visit.steps["slug"] ?? "";
  if (!edition) return undefined;
  const known = await timelineBySlug(visit.db, edition.id, slug);
  return known || slug === NEW ? { edition, known } : undefined;
}

export async function printTimelineForm(visit: DeskVisit): Promise<DeskPage | undefined> {
  const here = await asked(visit);
  if (!here) return undefined;
  const { db, query } = visit;
  const { known } = here;
  const chosen = known ? await eventsOnTimeline(db, known.id) : [];
  return timelineForm(visit, here, { typed: known ?? NOTHING, chosen, search: query["words"] ?? "" });
}

const NOTHING: TimelineLine = { slug: "", title: "", about: "" };

export async function changeTimeline(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const here = await asked(visit);
  if (!here) return undefined;
  const { edition, known } = here;
  const { db, staff, at } = visit;
  const hand = { edition, by: staff.id, at };
  const list = `/desk/timelines/${edition.code}`;
  const act = form.text("do");
  if (known && act === "remove") {
    await removeTimeline(db, { slug: known.slug, ...hand });
    return seeOther(list, "removed");
  }
  const typed = { slug: known?.slug ?? form.text("slug"), title: form.text("title"), about: form.text("about") };
  const eventIds = form.texts("event");
  const search = form.text("find");
  if (act === "find") return timelineForm(visit, here, { typed, chosen: await eventsAmong(db, eventIds), search });
  const refused = await keepTimeline(db, { line: typed, eventIds, isNew: !known, ...hand });
  if (!refused) return seeOther(`${list}/${typed.slug}`, "kept");
  const chosen = await eventsAmong(db, eventIds);
  return timelineForm(visit, here, { typed, chosen, search, refusal: refused.refusal });
}

/** Adds the events of a file to a timeline: each becomes an event of its own, in the edition's language. */
export async function takeInTimeline(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const here = await asked(visit);
  if (!here?.known) return undefined;
  const { edition, known } = here;
  const { db, staff, at, words } = visit;
  const { timelines: said } = words.events;
  const chosen = await eventsOnTimeline(db, known.id);
  const shown = { typed: known, chosen, search: "" };
  const [file] = form.files("file");
  if (!file) return timelineForm(visit, here, { ...shown, fileProblem: said.problems["no-file"] });
  const read = readTimelineFile(await wordsOf(file));
  if ("problem" in read) return timelineForm(visit, here, { ...shown, fileProblem: said.problems[read.problem] });
  const hand = { by: staff.id, at };
  let skipped = read.skipped.length;
  await together(db, async (db) => {
    const ids: string[] = [];
    for (const { date, title, words: more } of read.timeline.events) {
      const text = { title: title.slice(0, LONGEST_TITLE), words: more.slice(0, LONGEST_WORDS) };
      const kept = await keepEvent(db, {
        draft: { date, texts: { [edition.language]: text }, sourceIds: [] },
        ...hand,
      });
      if ("id" in kept) ids.push(kept.id);
      else skipped += 1;
    }
    const eventIds = [...chosen.map(({ id }) => id), ...ids];
    await keepTimeline(db, { edition, line: known, eventIds, isNew: false, ...hand });
  });
  const now = await eventsOnTimeline(db, known.id);
  const took = said.took(now.length - chosen.length, skipped);
  return timelineForm(visit, here, { ...shown, chosen: now, took });
}

/** A calendar says what it is in its first line; everything else is read as JSON. */
/** Calendars of old programs are in encodings of their own. */
async function wordsOf(file: File): Promise<string> {
  const decoded = decodeText(new Uint8Array(await file.arrayBuffer()));
  return "text" in decoded ? decoded.text : file.text();
}

function readTimelineFile(text: string): ReadTimeline {
  return /^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text) ? readCalendar(text) : readTimelineJs(text.replace(/^\uFEFF/, ""));
}

type Shown = {
  readonly typed: TimelineLine;
  readonly chosen: readonly KeptEvent[];
  readonly search: string;
  readonly refusal?: TimelineRefusal;
  readonly fileProblem?: string;
  /** What came of a file that was taken in. */
  readonly took?: string;
};

async function timelineForm(
  visit: DeskVisit,
  { edition, known }: Asked,
  { typed, chosen, search, refusal, fileProblem, took }: Shown,
): Promise<DeskPage> {
  const { db, words } = visit;
  const { events: all } = words;
  const { timelines: said } = all;
  const found = search === "" ? [] : await eventsWith(db, search, { limit: MOST_FOUND });
  const others = found.filter(({ id }) => !chosen.some((event) => event.id === id));
  const action = `/desk/timelines/${edition.code}/${known?.slug ?? NEW}`;
  const why = (...some: TimelineRefusal[]) =>
    refusal !== undefined && some.includes(refusal) ? said.refusals[refusal] : undefined;
  return {
    title: known ? said.change(known.title) : said.add,
    place: "events",
    ...((refusal ?? fileProblem) && { status: 422 }),
    main: (
      <>
        <EventsNav visit={visit} current="timelines" />
        {took !== undefined && (
          <p class="said" role="status">
            {took}
          </p>
        )}
        <form method="post" action={action}>
          <TextField
            name="title"
            label={said.name}
            value={typed.title}
            dir="auto"
            problem={why("no-title", "too-long")}
          />
          {!known && (
            <TextField
              name="slug"
              label={said.address}
              hint={said.addressHint}
              value={typed.slug}
              dir="ltr"
              problem={why("bad-slug", "taken-slug")}
            />
          )}
          <TextArea name="about" label={said.about} value={typed.about} rows={3} dir="auto" />
          <fieldset>
            <legend>
              {said.events} <span class="quiet">{said.eventsOn(chosen.length)}</span>
            </legend>
            <EventTicks events={chosen} ticked visit={visit} />
            <EventTicks events={others} visit={visit} />
            {search !== "" && others.length === 0 && <p>{all.none}</p>}
          </fieldset>
          <TextField name="find" label={said.moreEvents} type="search" value={search} />
          <Buttons>
            <MainAct act="keep">{all.keep}</MainAct> <Act act="find">{all.find}</Act>
          </Buttons>
        </form>
        {known && <TakingIn action={`${action}/import`} words={said} problem={fileProblem} />}
        {known && (
          <form method="post" action={action} class="house-next">
            <p class="buttons">
              <a class="button" href={addressOfTimeline(edition.code, known.slug)}>
                {said.see}
              </a>
              <Act act="remove">{said.remove(known.title)}</Act>
            </p>
          </form>
        )}
      </>
    ),
  };
}

type TicksProps = { readonly events: readonly KeptEvent[]; readonly ticked?: boolean; readonly visit: DeskVisit };

const EventTicks = ({ events, ticked = false, visit }: TicksProps) => (
  <>
    {events.map((event) => (
      <Tick name="event" value={event.id} label={`${whenOf(event, visit)}: ${titleOf(event, visit)}`} ticked={ticked} />
    ))}
  </>
);

type TakingInProps = {
  readonly action: string;
  readonly words: EventWords["timelines"];
  readonly problem: string | undefined;
};

const TakingIn = ({ action, words, problem }: TakingInProps) => (
  <section aria-labelledby="take-in" class="house-next">
    <h2 id="take-in">{words.import}</h2>
    {problem !== undefined && <Problem>{problem}</Problem>}
    <form method="post" action={action} enctype="multipart/form-data">
      <div class="field">
        <label for="file">{words.file}</label>
        <p class="hint" id="file-hint">
          {words.importHint}
        </p>
        <input
          id="file"
          name="file"
          type="file"
          accept=".json,.ics,application/json,text/calendar"
          aria-describedby="file-hint"
        />
      </div>
      <Buttons>
        <button type="submit">{words.take}</button>
      </Buttons>
    </form>
  </section>
);
