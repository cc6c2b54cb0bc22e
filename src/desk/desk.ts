/** The address book of the desk: every page and every form, with the right it asks for. */
import type { Route } from "#lib/routes.ts";
import { eventRoutes } from "./events.tsx";
import { flowRoutes } from "./flow.ts";
import { frontRoutes } from "./front.tsx";
import { houseRoutes } from "./house.tsx";
import { meRoutes } from "./me.tsx";
import { passkeyRoutes } from "./passkeys.ts";
import { pasteRoutes } from "./paste.ts";
import { picturesRoutes } from "./pictures.tsx";
import { preflightRoutes } from "./pre-flight.tsx";
import { registerRoutes } from "./register.tsx";
import { byLetterRoutes } from "./replies/by-letter.tsx";
import { replyQueueRoutes } from "./replies.tsx";
import { signInRoutes } from "./sign-in.tsx";
import { signInLinkRoutes } from "./sign-in-link.tsx";
import { sourcesRoutes } from "./sources.tsx";
import { staffRoutes } from "./staff.tsx";
import { type DeskVisit, type DeskWorld, deskPage, deskPost, seeOther } from "./visit.ts";
import { wireRoutes } from "./wire.tsx";
import { wireCopyRoutes } from "./wire-copy.tsx";
import { withholdRoutes } from "./withhold.tsx";
import { writingRoutes } from "./writing.tsx";

export function deskRoutes(world: DeskWorld): Route[] {
  return [
    ...signInRoutes(world),
    ...signInLinkRoutes(world),
    ...byLetterRoutes(world),
    ...passkeyRoutes(world),
    ...meRoutes(world),
    ...staffRoutes(world),
    ...flowRoutes(world),
    ...eventRoutes(world),
    ...preflightRoutes(world),
    ...writingRoutes(world),
    ...pasteRoutes(world),
    ...wireCopyRoutes(world),
    ...wireRoutes(world),
    ...picturesRoutes(world),
    ...sourcesRoutes(world),
    ...replyQueueRoutes(world),
    ...frontRoutes(world),
    ...registerRoutes(world),
    ...withholdRoutes(world),
    ...houseRoutes(world),
    ...nowhere(world),
  ];
}

/** What nobody answers, last: the same page as what a role does not open, so that neither tells of the other. */
function nowhere(world: DeskWorld): Route[] {
  const anything = { address: "/desk/*", right: "desk.enter" } as const;
  const withoutSlash = async ({ path }: DeskVisit) =>
    path.endsWith("/") ? seeOther(path.replace(/\/+$/, "")) : undefined;
  return [deskPage(world, anything, withoutSlash), deskPost(world, anything, async () => undefined)];
}
