/** Every picture of the invented agency, by the name of its file without the ending. */
import { ballot } from "./ballot.ts";
import { books } from "./books.ts";
import { cargo } from "./cargo.ts";
import { council } from "./council.ts";
import { cranes } from "./cranes.ts";
import { drought } from "./drought.ts";
import { ferry } from "./ferry.ts";
import { gallery } from "./gallery.ts";
import { museum } from "./museum.ts";
import { satellite } from "./satellite.ts";
import { stadium } from "./stadium.ts";
import { storm } from "./storm.ts";
import { tower } from "./tower.ts";

export const DRAWINGS: Readonly<Record<string, () => string>> = {
  ballot,
  books,
  cargo,
  council,
  cranes,
  drought,
  ferry,
  gallery,
  museum,
  satellite,
  stadium,
  storm,
  tower,
};
