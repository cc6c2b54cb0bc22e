/** Every story of the invented agency. What it is made of is in `demo.ts`; one file a story. */
import type { DemoStory } from "./demo.ts";
import { bookFair } from "./stories/book-fair.ts";
import { budget } from "./stories/budget.ts";
import { charcoal } from "./stories/charcoal.ts";
import { cupFinal } from "./stories/cup-final.ts";
import { desalination } from "./stories/desalination.ts";
import { drought } from "./stories/drought.ts";
import { ferryStrike } from "./stories/ferry-strike.ts";
import { harbourMaster } from "./stories/harbour-master.ts";
import { howWeLabel } from "./stories/how-we-label.ts";
import { isilListing } from "./stories/isil-listing.ts";
import { museum } from "./stories/museum.ts";
import { nusrahDelisting } from "./stories/nusrah-delisting.ts";
import { port } from "./stories/port.ts";
import { satellite } from "./stories/satellite.ts";
import { seaCadets } from "./stories/sea-cadets.ts";
import { squidSeason } from "./stories/squid-season.ts";
import { storm } from "./stories/storm.ts";

/** Newest first. */
export const STORIES: readonly DemoStory[] = [
  storm,
  ferryStrike,
  budget,
  isilListing,
  cupFinal,
  museum,
  port,
  satellite,
  harbourMaster,
  howWeLabel,
  drought,
  charcoal,
  squidSeason,
  nusrahDelisting,
  bookFair,
  seaCadets,
  desalination,
];
