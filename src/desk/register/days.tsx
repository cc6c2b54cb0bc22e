/** Designations that begin or end by the calendar, and which stories change on such a day, told ahead. */
import { mentionsOf, type Turn, turnsAfter } from "#agency/labels/listing.ts";
import { organisationNames } from "#agency/labels/queries.ts";
import { dayIn, isDay } from "#lib/days.ts";
import type { Form } from "#lib/form.ts";
import { type DeskAnswer, type DeskPage, type DeskVisit, seeOther } from "../visit.ts";
import { addressOf, authorityShown, dayShown, REGISTER } from "./said.tsx";
import { lookNow, storiesFor } from "./stories.tsx";

const ADDRESS = `${REGISTER}/+days`;
const MOST_TURNS = 200;

export async function printDays(visit: DeskVisit): Promise<DeskPage> {
  const { words } = visit;
  const said = words.register.days;
  const days = Map.groupBy(await turnsAfter(visit.db, earliestToday(visit), { limit: MOST_TURNS }), ({ day }) => day);
  return {
    title: said.title,
    place: "register",
    main: (
      <>
        <p class="introduction">{said.introduction}</p>
        {days.size === 0 && <p>{said.none}</p>}
        {
          await Promise.all(
            [...days].map(async ([day, turns]) => (
              <section class="register-part" aria-labelledby={`day-${day}`}>
                <h2 id={`day-${day}`}>
                  <time datetime={day}>{dayShown(day, words)}</time>
                </h2>
                {await turnsShown(visit, turns)}
                <form method="post" action={`${ADDRESS}/${day}`}>
                  <p class="buttons">
                    <button type="submit" name="do" value="look" aria-describedby={`day-${day}`}>
                      {said.look}
                    </button>
                  </p>
                </form>
              </section>
            )),
          )
        }
      </>
    ),
  };
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

export async function printDay(visit: DeskVisit): Promise<DeskPage | undefined> {
  const { steps, words, db } = visit;
  const day = steps["day"] ?? "";
  if (!isDay(day)) return undefined;
  const said = words.register.days;
  const turns = (await turnsAfter(db, earliestToday(visit), { limit: MOST_TURNS })).filter((one) => one.day <= day);
  const stories = await storiesFor(visit, { asOf: day }, { address: `${ADDRESS}/${day}`, isOpen: true });
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

export async function lookAtDay(visit: DeskVisit, _form: Form): Promise<DeskAnswer> {
  const day = visit.steps["day"] ?? "";
  if (!isDay(day)) return undefined;
  await lookNow(visit, { asOf: day });
  return seeOther(`${ADDRESS}/${day}#stories`);
}
