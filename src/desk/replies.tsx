/** Readers' replies at the desk: every page and form, with the right it asks for. */
import type { Route } from "#lib/routes.ts";
import { decide, printQueue, QUEUE } from "./replies/queue.tsx";
import { printReply } from "./replies/reply.tsx";
import { type DeskWorld, deskAction, deskPage } from "./visit.ts";

export function replyQueueRoutes(world: DeskWorld): Route[] {
  const right = "reply.moderate";
  return [
    deskPage(world, { address: QUEUE, right, parameters: ["list", "words", "before"] }, printQueue),
    deskAction(world, { address: QUEUE, right }, decide),
    deskPage(world, { address: `${QUEUE}/{reply}`, right }, printReply),
  ];
}
