/** What is known of each picture in `pictures/`. They are drawn by `drawings/`. */
import { ILLUSTRATOR } from "./agency.ts";
import type { DemoPicture } from "./demo.ts";
import { HEIGHT, WIDTH } from "./drawings/draw.ts";
import { DRAWINGS } from "./drawings/drawings.ts";

/** Where their files are, in a clone. */
export const PICTURES_DIRECTORY = "test/newsroom/pictures";

export const PICTURES: readonly DemoPicture[] = Object.keys(DRAWINGS).map((name) => ({
  file: `${name}.jpg`,
  type: "image/jpeg",
  width: WIDTH,
  height: HEIGHT,
  credit: ILLUSTRATOR,
  licence: "own work",
}));
