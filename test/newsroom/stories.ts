/** Every story of the invented agency. What it is made of is in `demo.ts`; one file a story. */
import type { DemoStory } from "./demo.ts";
import { budget } from "./stories/budget.ts";
import { cupFinal } from "./stories/cup-final.ts";
import { drought } from "./stories/drought.ts";
import { ferryStrike } from "./stories/ferry-strike.ts";
import { harbourMaster } from "./stories/harbour-master.ts";
import { isilListing } from "./stories/isil-listing.ts";
import { museum } from "./stories/museum.ts";
import { port } from "./stories/port.ts";
import { satellite } from "./stories/satellite.ts";

export const STORIES: readonly DemoStory[] = [
  ferryStrike,
  budget,
  isilListing,
  cupFinal,
  museum,
  port,
  satellite,
  harbourMaster,
  drought,
];
