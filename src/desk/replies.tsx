/** Readers' replies at the desk: every page and form, with the right it asks for. */
import type { Route } from "#lib/routes.ts";
import { BANS, changeBans, printBans } from "./replies/bans.tsx";
import { decide, printQueue, QUEUE } from "./replies/queue.tsx";
import { changeReply, printReply } from "./replies/reply.tsx";
import { changeReports, printReports, REPORTS } from "./replies/reports.tsx";
import { changeRule, printRule, printRules, RULES, writeRule } from "./replies/rules.tsx";
import { changeStory, printStory, STORIES } from "./replies/story.tsx";
import { type DeskWorld, deskAction, deskPage } from "./visit.ts";

export function replyQueueRoutes(world: DeskWorld): Route[] {
  const right = "reply.moderate";
  return [
    deskPage(world, { address: QUEUE, right, parameters: ["list", "words", "after"] }, printQueue),
    deskAction(world, { address: QUEUE, right }, decide),
    deskPage(world, { address: RULES, right }, printRules),
    deskAction(world, { address: RULES, right }, writeRule),
    deskPage(world, { address: `${RULES}/{rule}`, right }, printRule),
    deskAction(world, { address: `${RULES}/{rule}`, right }, changeRule),
    deskPage(world, { address: REPORTS, right }, printReports),
    deskAction(world, { address: REPORTS, right }, changeReports),
    deskPage(world, { address: `${STORIES}/{article}`, right }, printStory),
    deskAction(world, { address: `${STORIES}/{article}`, right }, changeStory),
    deskPage(world, { address: BANS, right }, printBans),
    deskAction(world, { address: BANS, right }, changeBans),
    deskPage(world, { address: `${QUEUE}/{reply}`, right }, printReply),
    deskAction(world, { address: `${QUEUE}/{reply}`, right }, changeReply),
  ];
}
