/** Events: found by their words, told, mended, and compared with the stories that tell of them. */
import { keepEvent, removeEvent, useEvent } from "#agency/events/actions.ts";
import type { EventDraft, EventRefusal, EventText, EventUse, KeptEvent } from "#agency/events/events.ts";
import { countUses, eventById, eventsWith, usesOfEvent } from "#agency/events/queries.ts";
import { ledgerSources, sourcesAmong } from "#agency/sources/queries.ts";
import type { Source } from "#agency/sources/sources.ts";
import type { Form } from "#lib/form.ts";
import { type EventDate, eventDate, PRECISIONS, SEASONS, seasonDate, seasonOf } from "#text/events/dates.ts";
import { Act, Buttons, MainAct } from "../house/parts.tsx";
import { Choice, Problem, TextArea, TextField, Tick } from "../views/fields.tsx";
import { type DeskAnswer, type DeskPage, type DeskVisit, seeOther } from "../visit.ts";
import { EventsNav, titleOf, whenOf } from "./parts.tsx";

const EVENTS_A_PAGE = 50;
// No event has this id.
const NEW = "+";

export async function printEvents(visit: DeskVisit): Promise<DeskPage> {
  const { db, query, words } = visit;
  const { events: said } = words;
  const [startsOn = "", id = ""] = query["before"]?.split("_") ?? [];
  const search = query["words"] ?? "";
  const found = await eventsWith(db, search, {
    limit: EVENTS_A_PAGE + 1,
    ...(id !== "" && { before: { startsOn, id } }),
  });
  const events = found.slice(0, EVENTS_A_PAGE);
  const last = found.length > EVENTS_A_PAGE ? events.at(-1) : undefined;
  const uses = await countUses(
    db,
    events.map((event) => event.id),
  );
  return {
    title: said.title,
    place: "events",
    main: (
      <>
        <EventsNav visit={visit} current="events" />
        <p class="hint">{said.introduction}</p>
        <form method="get" action="/desk/events" class="filters">
          <TextField name="words" label={said.search} type="search" value={search} />
          <p class="buttons">
            <button type="submit">{said.find}</button>
            <a class="button" href={`/desk/events/${NEW}`}>
              {said.add}
            </a>
          </p>
        </form>
        {events.length === 0 && <p>{said.none}</p>}
        <ul class="stories">
          {events.map((event) => (
            <li>
              <a href={`/desk/events/${event.id}`} dir="auto">
                {titleOf(event, visit)}
              </a>
              <p class="about">
                <span>{whenOf(event, visit)}</span>
                <span>{said.uses(uses.get(event.id) ?? 0)}</span>
              </p>
            </li>
          ))}
        </ul>
        {last && (
          <p class="buttons">
            <a class="button" href={`/desk/events?${olderThan(search, last)}`}>
              {said.older}
            </a>
          </p>
        )}
      </>
    ),
  };
}

function olderThan(words: string, { date, id }: KeptEvent): string {
  return new URLSearchParams({ ...(words !== "" && { words }), before: `${date.from}_${id}` }).toString();
}

export async function printEvent(visit: DeskVisit): Promise<DeskPage | undefined> {
  const known = await eventAsked(visit);
  if (known === undefined) return undefined;
  return eventForm(visit, known, known ? typedOf(known) : NOTHING, {});
}

/** The event an address names; `null` where it is to be a new one. */
async function eventAsked({ db, steps }: DeskVisit): Promise<KeptEvent | null | undefined> {
  const id = steps["event"] ?? "";
  return id === NEW ? null : eventById(db, id);
}

export async function changeEvent(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const known = await eventAsked(visit);
  if (known === undefined) return undefined;
  const { db, staff, at, words } = visit;
  const [act, what = ""] = form.text("do").split(" ");
  const hand = { by: staff.id, at };
  if (known && act === "remove") {
    const { inUse } = await removeEvent(db, { id: known.id, ...hand });
    if (inUse === 0) return seeOther("/desk/events", "removed");
    return eventForm(visit, known, typedOf(known), { problem: words.events.inUse(inUse) });
  }
  if (known && act === "agrees") {
    const use = (await usesOfEvent(db, known.id)).find(({ articleId }) => articleId === what);
    if (use) await useEvent(db, { eventId: known.id, articleId: what, sentence: use.sentence, ...hand });
    return seeOther(`/desk/events/${known.id}`, "kept");
  }
  const typed = await typedIn(visit, form);
  const date = dateFrom(typed);
  if (!date) return eventForm(visit, known, typed, { refusal: "no-date" });
  const draft: EventDraft = { date, texts: textsOf(typed), sourceIds: typed.sourceIds };
  const version = Number(form.text("version"));
  const outcome = await keepEvent(db, { draft, ...(known && { known: { id: known.id, version } }), ...hand });
  if ("refusal" in outcome) return eventForm(visit, known, typed, { refusal: outcome.refusal });
  return seeOther(`/desk/events/${outcome.id}`, "kept");
}

type Typed = {
  readonly precision: string;
  readonly date: string;
  readonly until: string;
  readonly season: string;
  readonly texts: Readonly<Record<string, EventText>>;
  readonly sourceIds: readonly string[];
  readonly version: number;
};

const NOTHING: Typed = { precision: "day", date: "", until: "", season: "", texts: {}, sourceIds: [], version: 0 };

function typedOf({ date, texts, sourceIds, version }: KeptEvent): Typed {
  const season = seasonOf(date);
  const [from = "", to = ""] = date.edtf.split("/");
  return {
    precision: date.precision,
    date: season ? date.edtf.slice(0, 4) : from.replace("~", ""),
    until: to,
    season: season ?? "",
    texts,
    sourceIds,
    version,
  };
}

async function typedIn({ db, editions }: DeskVisit, form: Form): Promise<Typed> {
  const texts = editions.map(({ language }): [string, EventText] => [
    language,
    { title: form.text(`title-${language}`), words: form.text(`words-${language}`) },
  ]);
  const more = form.text("moreSources");
  const named = more === "" ? [] : await ledgerSources(db, { words: more, limit: 1 });
  return {
    precision: form.text("precision"),
    date: form.text("date"),
    until: form.text("until"),
    season: form.text("season"),
    texts: Object.fromEntries(texts),
    sourceIds: [...form.texts("source"), ...named.map(({ id }) => id)],
    version: Number(form.text("version")),
  };
}

function dateFrom({ precision, date, until, season }: Typed): EventDate | undefined {
  const [said] = SEASONS.filter((one) => one === season);
  const read = eventDate(
    precision === "season" && said
      ? seasonDate(date.slice(0, 4), said)
      : precision === "about"
        ? `${date}~`
        : precision === "between"
          ? `${date}/${until}`
          : date,
  );
  // "The year" with a whole day typed beside it is a slip of one of the two.
  return read?.precision === precision ? read : undefined;
}

function textsOf({ texts }: Typed): Readonly<Record<string, EventText>> {
  return Object.fromEntries(Object.entries(texts).filter(([, { title }]) => title !== ""));
}

type Refused = { readonly refusal?: EventRefusal; readonly problem?: string };

async function eventForm(
  visit: DeskVisit,
  known: KeptEvent | null,
  typed: Typed,
  { refusal, problem }: Refused,
): Promise<DeskPage> {
  const { db, words, editions } = visit;
  const { events: said } = words;
  const sources = await sourcesAmong(db, typed.sourceIds);
  const uses = known ? await usesOfEvent(db, known.id) : [];
  const why = (one: EventRefusal) => (refusal === one ? said.refusals[one] : undefined);
  const address = `/desk/events/${known?.id ?? NEW}`;
  const languages = [...new Map(editions.map((edition) => [edition.language, edition])).values()];
  return {
    title: known ? said.change(titleOf(known, visit)) : said.add,
    place: "events",
    ...((refusal ?? problem) && { status: 422 }),
    main: (
      <>
        <EventsNav visit={visit} current="events" />
        {(problem ?? why("changed") ?? why("too-long")) !== undefined && (
          <Problem>{problem ?? why("changed") ?? why("too-long")}</Problem>
        )}
        <form method="post" action={address}>
          <input type="hidden" name="version" value={String(typed.version)} />
          <Choice
            name="precision"
            label={said.precision}
            options={PRECISIONS.map((value) => ({ value, text: said.precisions[value] }))}
            chosen={typed.precision}
          />
          <div class="filters when-fields">
            <TextField
              name="date"
              label={said.date}
              hint={said.dateHint}
              value={typed.date}
              dir="ltr"
              problem={why("no-date")}
            />
            <TextField name="until" label={said.until} hint={said.untilHint} value={typed.until} dir="ltr" />
            <Choice
              name="season"
              label={said.season}
              hint={said.seasonHint}
              options={[{ value: "", text: "–" }, ...SEASONS.map((value) => ({ value, text: said.seasons[value] }))]}
              chosen={typed.season}
            />
          </div>
          {languages.map(({ language, name }) => (
            <>
              <TextField
                name={`title-${language}`}
                label={said.titleIn(name)}
                value={typed.texts[language]?.title ?? ""}
                dir="auto"
                problem={language === languages[0]?.language ? why("no-title") : undefined}
              />
              <TextArea
                name={`words-${language}`}
                label={said.wordsIn(name)}
                value={typed.texts[language]?.words ?? ""}
                rows={3}
                dir="auto"
              />
            </>
          ))}
          <SourcesOf sources={sources} visit={visit} />
          <Buttons>
            <MainAct act="keep">{said.keep}</MainAct>
          </Buttons>
        </form>
        {known && <UsesOf event={known} uses={uses} visit={visit} address={address} />}
        {known && (
          <form method="post" action={address} class="house-next">
            <Buttons>
              <Act act="remove">{said.remove}</Act>
            </Buttons>
          </form>
        )}
      </>
    ),
  };
}

const SourcesOf = ({ sources, visit }: { readonly sources: readonly Source[]; readonly visit: DeskVisit }) => {
  const { events: said } = visit.words;
  return (
    <>
      {sources.length > 0 && (
        <fieldset>
          <legend>{said.sources}</legend>
          {sources.map(({ id, name }) => (
            <Tick name="source" value={id} label={name} ticked />
          ))}
        </fieldset>
      )}
      <TextField name="moreSources" label={said.moreSources} hint={said.moreSourcesHint} dir="auto" />
    </>
  );
};

type UsesProps = {
  readonly event: KeptEvent;
  readonly uses: readonly EventUse[];
  readonly visit: DeskVisit;
  readonly address: string;
};

const UsesOf = ({ event, uses, visit, address }: UsesProps) => {
  const { events: said, flow } = visit.words;
  if (uses.length === 0) return null;
  return (
    <section class="event-part" aria-labelledby="uses">
      <h2 id="uses">{said.usesTitle}</h2>
      <ul class="stories">
        {uses.map(({ articleId, headline, language, sentence, isOld }) => (
          <li>
            <a href={`/desk/articles/${articleId}/events`} dir="auto" lang={language}>
              {headline || flow.noHeadline}
            </a>
            {sentence !== "" && (
              <p dir="auto" lang={language} class="quiet">
                {sentence}
              </p>
            )}
            {isOld && (
              <>
                <p class="about">
                  <strong class="overdue">{said.isOld}</strong>
                  <span>{said.ofStory.mended(whenOf(event, visit), titleOf(event, visit))}</span>
                </p>
                <form method="post" action={address} class="buttons">
                  <a class="button" href={`/desk/articles/${articleId}`}>
                    {said.ofStory.write}
                  </a>{" "}
                  <Act act={`agrees ${articleId}`}>{said.agrees}</Act>
                </form>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
