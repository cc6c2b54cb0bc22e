/** One script for browsers out of a module and all it imports. */

/** The script's bytes, minified; throws with the bundler's own words when a module does not compile. */
export async function bundled(entry: string): Promise<Uint8Array> {
  const { outputs } = await Bun.build({
    entrypoints: [entry],
    target: "browser",
    format: "esm",
    minify: true,
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const [script] = outputs;
  if (!script) throw new Error(`nothing came out of ${entry}`);
  return new Uint8Array(await script.arrayBuffer());
}
