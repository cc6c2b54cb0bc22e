/** Which program this is, told by its files: another version may print the same page in another way. */
import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { isSingleFile, placeOf } from "./runtime/place.ts";

/** Changes when a file of the program does; in a compiled single file, when that file does. */
export function programIdentity(): string {
  const digest = createHash("sha256");
  for (const path of [process.execPath, ...sourceFiles()]) {
    const { size, mtimeMs } = statSync(path);
    digest.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return digest.digest("base64url");
}

function sourceFiles(): string[] {
  if (isSingleFile) return []; // it is `execPath`
  // Each time it is put together it is in a folder of its own.
  if (import.meta.dirname !== placeOf("src/lib")) return [import.meta.dirname];
  const all = readdirSync(placeOf("src"), { recursive: true, withFileTypes: true });
  return all.flatMap((one) => (one.isFile() ? [join(one.parentPath, one.name)] : [])).sort();
}
