/** What of the register waits for an editor, for the desk's front: what vanished from its list, changes made ready, days that come. */
import { importsBy } from "#agency/labels/imports.ts";
import { turnsAfter, vanishedOnes } from "#agency/labels/listing.ts";
import type { DeskVisit } from "../visit.ts";
import { dayShown, REGISTER, todayOf } from "./said.tsx";
import { addressOfChange } from "./staged.tsx";

// A day further off is still on the page of days.
const DAYS_AHEAD = 7;
const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_TOLD = 5;
const MOST_COUNTED = 1_000;

export async function registerWaits(visit: DeskVisit) {
  const { db, words, at } = visit;
  const said = words.register;
  const [vanished, changes, turns] = await Promise.all([
    vanishedOnes(db, { limit: MOST_COUNTED }),
    importsBy(db, "ready", { limit: MOST_TOLD }),
    turnsAfter(db, todayOf(visit), { limit: MOST_COUNTED }),
  ]);
  const last = new Date(at.getTime() + DAYS_AHEAD * DAY_MS).toISOString().slice(0, 10);
  const days = [...new Set(turns.map(({ day }) => day))].filter((day) => day <= last);
  if (vanished.length + changes.length + days.length === 0) return null;
  return (
    <section aria-labelledby="register-waits" class="register-part">
      <h2 id="register-waits">{said.title}</h2>
      <ul>
        {vanished.length > 0 && (
          <li>
            <a href={`${REGISTER}/+vanished`}>{said.vanishedWait(vanished.length)}</a>
          </li>
        )}
        {changes.map(({ id, file }) => (
          <li>
            <a href={addressOfChange(id)}>{said.changeWaits(file)}</a>
          </li>
        ))}
        {days.slice(0, MOST_TOLD).map((day) => (
          <li>
            <a href={`${REGISTER}/+days?day=${day}`}>{said.days.soon(dayShown(day, words))}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
