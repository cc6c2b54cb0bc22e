/**
 * The program of a clone put together into fewer files, which are read in half the time that nine hundred take. Made at set-up,
 * used as long as everything it was made of is as it was then.
 */
import { readFileSync, statSync } from "node:fs";
import { isSingleFile, placeOf } from "./place.ts";

/** A folder here is as deep in the clone as this one, so that what looks for the clone from there finds it. */
export const ASSEMBLED_IN = "node_modules/.cache";
export const MADE_OF = `${ASSEMBLED_IN}/program.json`;

export type MadeOf = {
  readonly bun: string;
  /** The file to import. */
  readonly entry: string;
  /** Paths in the clone. What is in packages is told by the lockfile alone. */
  readonly files: readonly (readonly [path: string, bytes: number, changedMs: number])[];
};

/** The file to import instead of `src/program.ts`; nothing where there is none, or none for this very source. */
export function assembled(madeOf?: string): string | undefined {
  if (isSingleFile) return undefined;
  try {
    const { bun, entry, files }: MadeOf = JSON.parse(readFileSync(madeOf ?? placeOf(MADE_OF), "utf8"));
    return bun === process.versions["bun"] && files.every(isAsItWas) && statSync(entry).isFile() ? entry : undefined;
  } catch {
    return undefined; // none was made yet, or it is half there
  }
}

function isAsItWas([path, bytes, changedMs]: MadeOf["files"][number]): boolean {
  const { size, mtimeMs } = statSync(placeOf(path));
  return size === bytes && mtimeMs === changedMs;
}
