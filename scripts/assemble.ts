/**
 * Puts the program of this clone together into few files, with its scripts for browsers beside them, where that was not done
 * for what stands here now: a start reads those in half the time. Part of the set-up; `src/lib/runtime/assembled.ts` looks for it.
 */
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { ASSEMBLED_IN, assembled, MADE_OF, type MadeOf } from "#lib/runtime/assembled.ts";
import { bundle, scriptName } from "#lib/runtime/bundle.ts";
import { placeOf } from "#lib/runtime/place.ts";

const CLONE = placeOf("");
const CACHE = placeOf(ASSEMBLED_IN);
const PREFIX = "program-";
// A server that runs reads on from the one it began with.
const KEPT = 3;

// Their machine code is found from where they lie.
const LEFT_WHERE_THEY_ARE = ["sharp", "ssh2", "ssh2-sftp-client", "cpu-features", "pg-native"];
// Which packages there are, and how modules are found and written.
const ALSO_MADE_OF = ["package-lock.json", "package.json", "tsconfig.json"];

/** Whether there is one for what stands here, afterwards. Throws with the bundler's words where it cannot be put together. */
export async function assemble(): Promise<boolean> {
  if (assembled() !== undefined) return true;
  const begun = Date.now();
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, PREFIX));
  try {
    const inputs = [...(await putTogether(folder)), ...(await scripts(folder))];
    const files = [...ALSO_MADE_OF, ...new Set(inputs.flatMap(sourceIn))].map(stamped);
    // Somebody wrote into it meanwhile: the next set-up sees to it.
    if (files.some(([, , changedMs]) => changedMs >= begun))
      throw new Error("It was changed while it was put together.");
    const madeOf: MadeOf = { bun: Bun.version, entry: join(folder, "program.js"), files };
    writeFileSync(join(folder, "made-of.json"), JSON.stringify(madeOf));
  } catch (cause) {
    rmSync(folder, { recursive: true, force: true });
    throw cause;
  }
  renameSync(join(folder, "made-of.json"), placeOf(MADE_OF));
  forgetOlder();
  return assembled() !== undefined;
}

/** The paths of all it is made of. */
async function putTogether(folder: string): Promise<readonly string[]> {
  const { success, logs, metafile } = await Bun.build({
    entrypoints: [placeOf("src/program.ts")],
    outdir: folder,
    // Faces and style sheets are read from there, wherever the program is started.
    publicPath: `${folder}/`,
    target: "bun",
    splitting: true,
    sourcemap: "linked",
    minify: { whitespace: true, syntax: true },
    external: LEFT_WHERE_THEY_ARE,
    metafile: true,
    throw: false,
  });
  if (!success) throw new Error(logs.join("\n"));
  return Object.keys(metafile?.inputs ?? {});
}

async function scripts(folder: string): Promise<readonly string[]> {
  // Not asked for where there is nothing to do: it names every style sheet of the desk.
  const { ISLANDS } = await import("./islands.ts");
  const made = await Promise.all(
    ISLANDS.map(async (path) => {
      const { script, inputs } = await bundle(placeOf(path), "browser");
      writeFileSync(join(folder, scriptName(path)), script);
      return inputs;
    }),
  );
  return made.flat();
}

/** In a package nothing changes but with the lockfile. */
function sourceIn(input: string): readonly string[] {
  const path = relative(CLONE, resolve(input));
  return path.startsWith("node_modules") ? [] : [path];
}

function stamped(path: string): MadeOf["files"][number] {
  const { size, mtimeMs } = statSync(placeOf(path));
  return [path, size, mtimeMs];
}

function forgetOlder(): void {
  const folders = readdirSync(CACHE)
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => join(CACHE, name));
  const newestFirst = folders.toSorted((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs);
  for (const folder of newestFirst.slice(KEPT)) rmSync(folder, { recursive: true, force: true });
}

if (import.meta.main)
  await assemble().catch((cause) => {
    process.stderr.write(
      `Dateline starts more slowly than it could: ${cause instanceof Error ? cause.message : cause}\n`,
    );
  });
