/** How long what is not published is kept, with what would go now. */
import { retention, wouldBeForgotten } from "#agency/retention/queries.ts";
import { FORGOTTEN, type Forgotten, LEAST_DAYS, MOST_DAYS, type Retention } from "#agency/retention/retention.ts";
import type { Form } from "#lib/form.ts";
import type { Route } from "#lib/routes.ts";
import { Problem, TextField } from "../views/fields.tsx";
import { type DeskPage, type DeskVisit, type DeskWorld, deskAction, deskPage } from "../visit.ts";
import { Buttons, From, keepOrAgain, MainAct, partNow } from "./parts.tsx";

const ADDRESS = "/desk/house/retention";

type Typed = Readonly<Record<Forgotten, string>>;

export function retentionRoutes(world: DeskWorld): Route[] {
  const right = "house.keep";
  return [
    deskPage(world, { address: ADDRESS, right }, async (visit) => {
      const from = await partNow(visit.db, "retention");
      return retentionForm(visit, { typed: typedAs(await retention(visit.db)), from });
    }),
    deskAction(world, { address: ADDRESS, right }, change),
  ];
}

async function change(visit: DeskVisit, form: Form): Promise<DeskPage | Response> {
  const typed = each((what) => form.text(what));
  const from = form.text("from");
  const isOdd = FORGOTTEN.some((what) => daysFrom(typed[what]) === undefined);
  if (isOdd || form.text("do") === "preview") return retentionForm(visit, { typed, from });
  const values = Object.fromEntries(FORGOTTEN.map((what) => [`retention.${what}`, typed[what]]));
  const kept = { part: "retention", values, from, address: ADDRESS };
  return keepOrAgain(visit, kept, (now) => retentionForm(visit, { typed, ...now }));
}

function daysFrom(typed: string): number | undefined {
  const days = /^\d{1,5}$/.test(typed) ? Number(typed) : 0;
  return days >= LEAST_DAYS && days <= MOST_DAYS ? days : undefined;
}

function each<Value>(of: (what: Forgotten) => Value): Readonly<Record<Forgotten, Value>> {
  // `fromEntries` forgets which keys there are.
  return Object.fromEntries(FORGOTTEN.map((what) => [what, of(what)])) as Record<Forgotten, Value>;
}

function typedAs(kept: Retention): Typed {
  return each((what) => String(kept[what]));
}

type RetentionForm = { readonly typed: Typed; readonly from: string; readonly sentence?: string };

async function retentionForm(visit: DeskVisit, { typed, from, sentence }: RetentionForm): Promise<DeskPage> {
  const { db, words, at } = visit;
  const { retention: said, keep, parts } = words.house;
  const now = await retention(db);
  const would = await wouldBeForgotten(
    db,
    each((what) => daysFrom(typed[what]) ?? now[what]),
    at,
  );
  const isOdd = FORGOTTEN.some((what) => daysFrom(typed[what]) === undefined);
  return {
    title: parts.retention.title,
    place: "house",
    ...((isOdd || sentence !== undefined) && { status: 422 }),
    main: (
      <form method="post" action={ADDRESS}>
        <p class="introduction">{said.introduction}</p>
        {sentence !== undefined && <Problem>{sentence}</Problem>}
        <From mark={from} />
        {FORGOTTEN.map((what) => (
          <TextField
            name={what}
            label={said.kinds[what].title}
            hint={`${said.kinds[what].sentence} ${said.wouldGo(would[what])}`}
            value={typed[what]}
            inputmode="numeric"
            dir="ltr"
            problem={daysFrom(typed[what]) === undefined ? said.badDays(LEAST_DAYS, MOST_DAYS) : undefined}
          />
        ))}
        <Buttons>
          <MainAct act="keep">{keep}</MainAct>
          <button type="submit" name="do" value="preview">
            {said.count}
          </button>
        </Buttons>
      </form>
    ),
  };
}
