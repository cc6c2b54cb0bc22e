/** What is no longer on its list: an editor says on which day it ended, or that it still holds. */
import { endedOn, heldStill, isVanished } from "#agency/labels/edits.ts";
import { applyImport, type Edit, stageEdits } from "#agency/labels/imports.ts";
import { vanishedOnes } from "#agency/labels/listing.ts";
import { organisationsAmong } from "#agency/labels/queries.ts";
import type { KeptOrganisation } from "#agency/labels/register.ts";
import { markOf } from "#agency/settings/meanwhile.ts";
import { isDay } from "#lib/days.ts";
import type { Form } from "#lib/form.ts";
import { Act, Buttons, MainAct } from "../house/parts.tsx";
import { Problem, TextField } from "../views/fields.tsx";
import { type DeskAnswer, type DeskPage, type DeskVisit, seeOther } from "../visit.ts";
import { addressOf, authorityShown, dayShown, nameOf, REGISTER, spanShown } from "./said.tsx";
import { stagedNow } from "./staged.tsx";

const ADDRESS = `${REGISTER}/+vanished`;
// As many as an editor decides about at one sitting; the others follow.
const MOST_AT_ONCE = 100;

export async function printVanished(visit: DeskVisit): Promise<DeskPage> {
  return vanishedPage(visit, {});
}

export async function decideVanished(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { words } = visit;
  const all = await vanishedNow(visit);
  const days = Object.fromEntries(all.map(({ id }) => [id, form.text(`end-${id}`)]));
  const [act, ...rest] = form.text("do").split(" ");
  if (act === "holds") return holds(visit, all, rest.join(" "), form);
  const ended = all.filter(({ id }) => days[id] !== "");
  const odd = ended.filter((one) => !isEnd(one, days[one.id] ?? ""));
  if (ended.length === 0 || odd.length > 0)
    return vanishedPage(visit, {
      days,
      odd: new Set(odd.map(({ id }) => id)),
      refusal: words.register.vanished.badDay,
    });
  const stale = ended.find((one) => form.text(`mark-${one.id}`) !== markOf(one));
  if (stale) return vanishedPage(visit, { days, refusal: words.register.staged.refusals["register-moved"] });
  const edits: Edit[] = ended.map((one) => ({ before: one, after: endedOn(one, days[one.id] ?? "") }));
  return stagedNow(
    visit,
    edits,
    ended
      .map((one) => nameOf(visit, one))
      .join(", ")
      .slice(0, LONGEST_TITLE),
  );
}

const LONGEST_TITLE = 120;

function isEnd({ designations }: KeptOrganisation, day: string): boolean {
  return isDay(day) && designations.every((one) => !isVanished(one) || one.from <= day);
}

/** Nothing readers see changes by it, so it counts at once. */
async function holds(visit: DeskVisit, all: readonly KeptOrganisation[], id: string, form: Form): Promise<DeskAnswer> {
  const { db, staff, at } = visit;
  const before = all.find((one) => one.id === id);
  if (!before) return seeOther(ADDRESS);
  const isStale = form.text(`mark-${id}`) !== markOf(before);
  if (isStale) return vanishedPage(visit, { refusal: visit.words.register.staged.refusals["register-moved"] });
  const edits = [{ before, after: heldStill(before, staff.id) }];
  const { importId } = await stageEdits(db, { edits, name: nameOf(visit, before), by: staff.id, at });
  await applyImport(db, { importId, by: staff.id, at });
  return seeOther(ADDRESS, "kept");
}

async function vanishedNow({ db }: DeskVisit): Promise<readonly KeptOrganisation[]> {
  return organisationsAmong(db, await vanishedOnes(db, { limit: MOST_AT_ONCE }), { withOff: true });
}

type Shown = {
  readonly days?: Readonly<Record<string, string>>;
  readonly odd?: ReadonlySet<string>;
  readonly refusal?: string;
};

async function vanishedPage(visit: DeskVisit, { days = {}, odd, refusal }: Shown): Promise<DeskPage> {
  const { words } = visit;
  const said = words.register.vanished;
  const all = await vanishedNow(visit);
  return {
    title: said.title,
    place: "register",
    ...(refusal !== undefined && { status: 422 }),
    main: (
      <>
        <p class="introduction">{said.introduction}</p>
        {refusal !== undefined && <Problem>{refusal}</Problem>}
        {all.length === 0 ? (
          <p>{said.none}</p>
        ) : (
          <form method="post" action={ADDRESS}>
            <ul class="house-list">
              {all.map((one) => (
                <li class="vanished-one">
                  <input type="hidden" name={`mark-${one.id}`} value={markOf(one)} />
                  <p class="register-name">
                    <bdi>
                      <a href={addressOf(one.id)}>{nameOf(visit, one)}</a>
                    </bdi>
                  </p>
                  {one.designations.filter(isVanished).map((designation) => (
                    <p class="about">
                      <span dir="auto">{authorityShown(designation, words)}</span>
                      <span>{designation.decision}</span>
                      <span>{spanShown(designation, words)}</span>
                      <span class="overdue">
                        {said.gone(designation.list ?? "", dayShown(designation.vanishedOn ?? "", words))}
                      </span>
                    </p>
                  ))}
                  <div class="vanished-say">
                    <TextField
                      name={`end-${one.id}`}
                      label={said.end}
                      type="date"
                      value={days[one.id] ?? ""}
                      problem={odd?.has(one.id) ? said.badDay : undefined}
                    />
                    <p>
                      <Act act={`holds ${one.id}`}>{said.holds(nameOf(visit, one))}</Act>
                    </p>
                  </div>
                </li>
              ))}
            </ul>
            <p class="hint vanished-hint">{said.endHint}</p>
            <Buttons>
              <MainAct act="end">{words.register.lookAtIt}</MainAct>
            </Buttons>
          </form>
        )}
      </>
    ),
  };
}
