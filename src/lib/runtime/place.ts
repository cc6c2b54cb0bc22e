/** Where the program's own files are: in a clone as they stand there, in a release inside its single file. */
import { join } from "node:path";
import { HELD } from "./held.ts";

const CLONE = join(import.meta.dirname, "../../..");

/** Whether this is the single file of a release, which is the whole program. */
export const isSingleFile = HELD !== undefined;

/** Where to read what has this path in a clone. */
export function placeOf(path: string): string {
  if (HELD === undefined) return join(CLONE, path);
  const held = HELD[path];
  if (held === undefined) throw new Error(`${path} was not put into the single file`);
  return held;
}

/** How a module is run in a process of its own. The single file is told by its first word what it is asked to be. */
export function commandOf(path: string): readonly [string, string] {
  return [process.execPath, isSingleFile ? path : placeOf(path)];
}
