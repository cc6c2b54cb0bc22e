/** Designations that begin or end by the calendar, and which stories change on such a day, told ahead. */
import { mentionsOf, type Turn, turnsAfter } from "#agency/labels/listing.ts";
import { organisationNames } from "#agency/labels/queries.ts";
import { dayIn, isDay } from "#lib/days.ts";
import type { Form } from "#lib/form.ts";
import { Act } from "../house/parts.tsx";
import { TextField } from "../views/fields.tsx";
import { type DeskAnswer, type DeskPage, type DeskVisit, seeOther } from "../visit.ts";
import { addressOf, authorityShown, dayShown, REGISTER } from "./said.tsx";
import { lookNow, storiesFor } from "./stories.tsx";

const ADDRESS = `${REGISTER}/+days`;
const MOST_TURNS = 200;

export async function printDays(visit: DeskVisit): Promise<DeskPage | undefined> {
  const day = visit.query["day"];
  if (day === undefined) return daysPage(visit);
  return isDay(day) ? dayPage(visit, day) : undefined;
}

/** Has the stories looked through for the labels of a day. */
export async function lookAtDay(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const day = form.text("day");
  if (!isDay(day)) return daysPage(visit, visit.words.register.days.noDay);
  await lookNow(visit, { asOf: day });
  return seeOther(addressOfDay(day));
}

function addressOfDay(day: string): string {
  return `${ADDRESS}?day=${day}`;
}

async function daysPage(visit: DeskVisit, problem?: string): Promise<DeskPage> {
  const { words } = visit;
  const said = words.register.days;
  const days = Map.groupBy(await turnsAfter(visit.db, earliestToday(visit), { limit: MOST_TURNS }), ({ day }) => day);
  return {
    title: said.title,
    place: "register",
    ...(problem !== undefined && { status: 422 }),
    main: (
      <>
        <p class="introduction">{said.introduction}</p>
        {days.size === 0 && <p>{said.none}</p>}
        {await Promise.all([...days].map(async ([day, turns]) => comingDay(visit, day, turns)))}
        <form method="post" action={ADDRESS} class="register-part">
          <TextField name="day" label={said.another} type="date" problem={problem} />
          <p class="buttons">
            <Act act="look">{said.look}</Act>
          </p>
        </form>
      </>
    ),
  };
}

async function comingDay(visit: DeskVisit, day: string, turns: readonly Turn[]) {
  const said = visit.words.register.days;
  const shown = dayShown(day, visit.words);
  return (
    <section class="register-part" aria-labelledby={`day-${day}`}>
      <h2 id={`day-${day}`}>
        <time datetime={day}>{shown}</time>
      </h2>
      {await turnsShown(visit, turns)}
      <form method="post" action={ADDRESS}>
        <input type="hidden" name="day" value={day} />
        <p class="buttons">
          <Act act="look">{said.lookAt(shown)}</Act>
        </p>
      </form>
    </section>
  );
}

/** An edition in the far west may still have yesterday. */
function earliestToday({ editions, at }: DeskVisit): string {
  return editions.map(({ timeZone }) => dayIn(timeZone, at)).sort()[0] ?? dayIn("UTC", at);
}

async function turnsShown({ db, words }: DeskVisit, turns: readonly Turn[]) {
  const said = words.register.days;
  const ids = [...new Set(turns.map(({ organisationId }) => organisationId))];
  const [names, mentions] = await Promise.all([organisationNames(db, ids, words.language), mentionsOf(db, ids)]);
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  return (
    <ul class="house-list">
      {turns.map((one) => (
        <li>
          <a href={addressOf(one.organisationId)} dir="auto">
            {nameOf.get(one.organisationId) ?? one.organisationId}
          </a>{" "}
          <span class="about">
            <span dir="auto">{said.turns[one.turn](authorityShown(one, words))}</span>
            <span>{said.stories(mentions.get(one.organisationId) ?? 0)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

async function dayPage(visit: DeskVisit, day: string): Promise<DeskPage> {
  const { words, db } = visit;
  const said = words.register.days;
  const turns = (await turnsAfter(db, earliestToday(visit), { limit: MOST_TURNS })).filter((one) => one.day <= day);
  const asked = { address: ADDRESS, page: addressOfDay(day), fields: { day }, isOpen: true };
  const stories = await storiesFor(visit, { asOf: day }, asked);
  return {
    title: said.ofDay(dayShown(day, words)),
    place: "register",
    main: (
      <>
        <p class="introduction">{said.sentence}</p>
        {turns.length === 0 ? <p>{said.none}</p> : await turnsShown(visit, turns)}
        {stories.section}
      </>
    ),
  };
}
