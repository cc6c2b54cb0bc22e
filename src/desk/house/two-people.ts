/** Whether who wrote a text may alone decide that it comes out. */
import { isTwoPeopleRule, setTwoPeopleRule } from "#agency/articles/two-people.ts";
import type { Route } from "#lib/routes.ts";
import type { DeskWorld } from "../visit.ts";
import { switchRoutes } from "./switch.tsx";

export function twoPeopleRoutes(world: DeskWorld): Route[] {
  return switchRoutes(world, {
    part: "two-people",
    words: ({ house }) => house.twoPeople,
    isOn: isTwoPeopleRule,
    turn: setTwoPeopleRule,
  });
}
