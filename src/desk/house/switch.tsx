/** A part of the house that is one thing to be turned on or off. */
import type { Route } from "#lib/routes.ts";
import type { Db } from "#store/db.ts";
import { Tick } from "../views/fields.tsx";
import { type DeskWorld, deskAction, deskPage, seeOther } from "../visit.ts";
import type { HousePart } from "../words/house.ts";
import type { DeskWords } from "../words/words.ts";
import { Buttons, MainAct } from "./parts.tsx";

type Switch = {
  readonly part: HousePart;
  readonly words: (words: DeskWords) => { readonly introduction: string; readonly on: string };
  readonly isOn: (db: Db) => Promise<boolean>;
  readonly turn: (db: Db, to: { readonly on: boolean; readonly by: string; readonly at: Date }) => Promise<void>;
};

export function switchRoutes(world: DeskWorld, { part, words: wordsOf, isOn, turn }: Switch): Route[] {
  const address = `/desk/house/${part}`;
  const right = "house.keep";
  return [
    deskPage(world, { address, right }, async ({ db, words }) => ({
      title: words.house.parts[part].title,
      place: "house",
      main: (
        <form method="post" action={address}>
          <p class="introduction">{wordsOf(words).introduction}</p>
          <Tick name="on" label={wordsOf(words).on} ticked={await isOn(db)} />
          <Buttons>
            <MainAct act="keep">{words.house.keep}</MainAct>
          </Buttons>
        </form>
      ),
    })),
    deskAction(world, { address, right }, async ({ db, staff, at }, form) => {
      await turn(db, { on: form.text("on") === "yes", by: staff.id, at });
      return seeOther(address, "kept");
    }),
  ];
}
