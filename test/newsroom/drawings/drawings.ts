/** Every picture of the invented agency, by the name of its file without the ending. */
import { council } from "./council.ts";
import { ferry } from "./ferry.ts";
import { gallery } from "./gallery.ts";
import { museum } from "./museum.ts";

export const DRAWINGS: Readonly<Record<string, () => string>> = { ferry, council, museum, gallery };
