/** Every story of the invented agency. What it is made of is in `demo.ts`; one file a story. */
import type { DemoStory } from "./demo.ts";
import { ferryStrike } from "./stories/ferry-strike.ts";
import { isilListing } from "./stories/isil-listing.ts";
import { museum } from "./stories/museum.ts";

export const STORIES: readonly DemoStory[] = [ferryStrike, isilListing, museum];
