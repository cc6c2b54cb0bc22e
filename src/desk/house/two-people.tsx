/** Whether who wrote a text may alone decide that it comes out. */
import { isTwoPeopleRule, setTwoPeopleRule } from "#agency/articles/two-people.ts";
import type { Route } from "#lib/routes.ts";
import { Tick } from "../views/fields.tsx";
import { type DeskWorld, deskAction, deskPage, seeOther } from "../visit.ts";
import { Buttons, MainAct } from "./parts.tsx";

const ADDRESS = "/desk/house/two-people";

export function twoPeopleRoutes(world: DeskWorld): Route[] {
  const right = "house.keep";
  return [
    deskPage(world, { address: ADDRESS, right }, async ({ db, words }) => ({
      title: words.house.parts["two-people"].title,
      place: "house",
      main: (
        <form method="post" action={ADDRESS}>
          <p class="introduction">{words.house.twoPeople.introduction}</p>
          <Tick name="on" label={words.house.twoPeople.on} ticked={await isTwoPeopleRule(db)} />
          <Buttons>
            <MainAct act="keep">{words.house.keep}</MainAct>
          </Buttons>
        </form>
      ),
    })),
    deskAction(world, { address: ADDRESS, right }, async ({ db, staff, at }, form) => {
      await setTwoPeopleRule(db, { on: form.text("on") === "yes", by: staff.id, at });
      return seeOther(ADDRESS, "kept");
    }),
  ];
}
