/** Which program this is, told by its files: another version may print the same page in another way. */
import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const SOURCE = join(import.meta.dirname, "..");

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
  try {
    const all = readdirSync(SOURCE, { recursive: true, withFileTypes: true });
    return all.flatMap((one) => (one.isFile() ? [join(one.parentPath, one.name)] : [])).sort();
  } catch {
    return []; // compiled into one file, which is `execPath`
  }
}
