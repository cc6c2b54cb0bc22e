/** One script for browsers out of a module and all it imports. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isSingleFile, placeOf } from "./place.ts";

/**
 * The script's bytes, minified; throws with the bundler's own words when a module does not compile. A release was bundled
 * when it was built, and a program that was put together has its scripts beside it.
 */
export async function bundled(entry: string): Promise<Uint8Array> {
  if (isSingleFile) return readFile(placeOf(entry));
  const ready = join(import.meta.dirname, scriptName(entry));
  return existsSync(ready) ? readFile(ready) : (await bundle(placeOf(entry), "browser")).script;
}

/** The file a bundled script is kept in: `src-desk-islands-editor.js`. */
export function scriptName(entry: string): string {
  return entry.replaceAll("/", "-").replace(/tsx?$/, "js");
}

/** The same, and the paths of all it was made of, from where the process stands. */
export async function bundle(
  entry: string,
  target: "browser" | "bun",
): Promise<{ readonly script: Uint8Array; readonly inputs: readonly string[] }> {
  const { outputs, metafile } = await Bun.build({
    entrypoints: [entry],
    target,
    format: "esm",
    minify: true,
    define: { "process.env.NODE_ENV": '"production"' },
    metafile: true,
  });
  const [script] = outputs;
  if (!script) throw new Error(`nothing came out of ${entry}`);
  return { script: new Uint8Array(await script.arrayBuffer()), inputs: Object.keys(metafile?.inputs ?? {}) };
}
