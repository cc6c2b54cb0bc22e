/** One script for browsers out of a module and all it imports. */
import { readFile } from "node:fs/promises";
import { isSingleFile, placeOf } from "./place.ts";

/**
 * The script's bytes, minified; throws with the bundler's own words when a module does not compile. A release was bundled
 * when it was built.
 */
export async function bundled(entry: string): Promise<Uint8Array> {
  return isSingleFile ? readFile(placeOf(entry)) : bundle(placeOf(entry), "browser");
}

export async function bundle(entry: string, target: "browser" | "bun"): Promise<Uint8Array> {
  const { outputs } = await Bun.build({
    entrypoints: [entry],
    target,
    format: "esm",
    minify: true,
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const [script] = outputs;
  if (!script) throw new Error(`nothing came out of ${entry}`);
  return new Uint8Array(await script.arrayBuffer());
}
