/** The addresses of events, timelines and the diary. */
import type { Route } from "#lib/routes.ts";
import { changeEntry, printDiary, printEntry } from "./events/diary.tsx";
import { changeEvent, printEvent, printEvents } from "./events/event.tsx";
import { changeEventsOfStory, printEventsOfStory } from "./events/of-story.tsx";
import {
  changeTimeline,
  MOST_FILE_BYTES,
  printTimelineForm,
  printTimelines,
  takeInTimeline,
  toFirstEdition,
} from "./events/timelines.tsx";
import { type DeskWorld, deskAction, deskPage } from "./visit.ts";

export function eventRoutes(world: DeskWorld): Route[] {
  const right = "event.keep";
  const at = (address: string, ...parameters: string[]) => ({ address, right, parameters }) as const;
  const timeline = "/desk/timelines/{edition}/{slug}";
  return [
    deskPage(world, at("/desk/events", "words", "before"), printEvents),
    deskPage(world, at("/desk/events/{event}"), printEvent),
    deskAction(world, at("/desk/events/{event}"), changeEvent),
    deskPage(world, at("/desk/articles/{id}/events", "words"), printEventsOfStory),
    deskAction(world, at("/desk/articles/{id}/events"), changeEventsOfStory),
    deskPage(world, at("/desk/timelines"), toFirstEdition),
    deskPage(world, at("/desk/timelines/{edition}"), printTimelines),
    deskPage(world, at(timeline, "words"), printTimelineForm),
    deskAction(world, at(timeline), changeTimeline),
    deskAction(world, { ...at(`${timeline}/import`), mostBytes: MOST_FILE_BYTES }, takeInTimeline),
    deskPage(world, at("/desk/diary", "list"), printDiary),
    deskPage(world, at("/desk/diary/{entry}"), printEntry),
    deskAction(world, at("/desk/diary/{entry}"), changeEntry),
  ];
}
