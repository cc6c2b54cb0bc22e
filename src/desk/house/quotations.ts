/** Whether readers are told how quotations compare with their sources. */
import { areVerdictsShown, showVerdicts } from "#agency/settings/quotations.ts";
import type { Route } from "#lib/routes.ts";
import type { DeskWorld } from "../visit.ts";
import { switchRoutes } from "./switch.tsx";

export function quotationRoutes(world: DeskWorld): Route[] {
  return switchRoutes(world, {
    part: "quotations",
    words: ({ sources }) => sources.readers,
    isOn: areVerdictsShown,
    turn: showVerdicts,
  });
}
