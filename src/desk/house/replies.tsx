/** What the house asks of readers' replies: when they close, how slowly they come, whose are trusted. */
import { type HouseTalk, houseTalk, TALK_BOUNDS, TALK_FIELDS, talkSetting } from "#agency/replies/talk.ts";
import type { Form } from "#lib/form.ts";
import type { Route } from "#lib/routes.ts";
import { Problem, TextField } from "../views/fields.tsx";
import { type DeskPage, type DeskVisit, type DeskWorld, deskAction, deskPage } from "../visit.ts";
import { Buttons, From, keepOrAgain, MainAct, partNow } from "./parts.tsx";

const ADDRESS = "/desk/house/replies";

type Field = keyof HouseTalk;

export function replyHouseRoutes(world: DeskWorld): Route[] {
  const right = "house.keep";
  return [
    deskPage(world, { address: ADDRESS, right }, async (visit) => {
      const now = await houseTalk(visit.db);
      const from = await partNow(visit.db, "replies");
      return talkForm(visit, { typed: (field) => String(now[field]), from });
    }),
    deskAction(world, { address: ADDRESS, right }, change),
  ];
}

async function change(visit: DeskVisit, form: Form): Promise<DeskPage | Response> {
  const typed = (field: Field) => form.text(field);
  const from = form.text("from");
  if (TALK_FIELDS.some((field) => isOdd(field, typed(field)))) return talkForm(visit, { typed, from });
  const values = Object.fromEntries(TALK_FIELDS.map((field) => [talkSetting(field), typed(field)]));
  const kept = { part: "replies", values, from, address: ADDRESS };
  return keepOrAgain(visit, kept, (now) => talkForm(visit, { typed, ...now }));
}

function isOdd(field: Field, typed: string): boolean {
  const [least, most] = TALK_BOUNDS[field];
  return !/^\d{1,5}$/.test(typed) || Number(typed) < least || Number(typed) > most;
}

type TalkForm = { readonly typed: (field: Field) => string; readonly from: string; readonly sentence?: string };

function talkForm({ words }: DeskVisit, { typed, from, sentence }: TalkForm): DeskPage {
  const { talk, house } = words;
  const odd = TALK_FIELDS.some((field) => isOdd(field, typed(field)));
  return {
    title: house.parts.replies.title,
    place: "house",
    ...((odd || sentence !== undefined) && { status: 422 }),
    main: (
      <form method="post" action={ADDRESS}>
        <p class="introduction">{talk.introduction}</p>
        {sentence !== undefined && <Problem>{sentence}</Problem>}
        <From mark={from} />
        {TALK_FIELDS.map((field) => (
          <TextField
            name={field}
            label={talk.fields[field].title}
            hint={talk.fields[field].hint}
            value={typed(field)}
            inputmode="numeric"
            dir="ltr"
            problem={isOdd(field, typed(field)) ? talk.between(...TALK_BOUNDS[field]) : undefined}
          />
        ))}
        <Buttons>
          <MainAct act="keep">{house.keep}</MainAct>
        </Buttons>
      </form>
    ),
  };
}
