/**
 * Puts the program of this clone together into few files, with its scripts for browsers beside them, where that was not done
 * for what stands here now: a start reads those in a third of the time. What it needs before the first page is one file, compiled
 * to bytecode; the rest are parts of it. Part of the set-up; `src/lib/runtime/assembled.ts` looks for it.
 */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import type { BuildMetafile, BunPlugin } from "bun";
import { ASSEMBLED_IN, assembled, MADE_OF, type MadeOf } from "#lib/runtime/assembled.ts";
import { bundle, scriptName } from "#lib/runtime/bundle.ts";
import { placeOf } from "#lib/runtime/place.ts";
import { composed } from "./source-maps.ts";

const CLONE = placeOf("");
const CACHE = placeOf(ASSEMBLED_IN);
const PREFIX = "program-";
// A server that runs reads on from the one it began with.
const KEPT = 3;

// Their machine code is found from where they lie.
const LEFT_WHERE_THEY_ARE = ["sharp", "ssh2", "ssh2-sftp-client", "cpu-features", "pg-native"];
// Which packages there are, how modules are found and written, and how they are put together.
const ALSO_MADE_OF = [
  "package-lock.json",
  "package.json",
  "tsconfig.json",
  "scripts/assemble.ts",
  "scripts/source-maps.ts",
];

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
    const madeOf: MadeOf = { bun: Bun.version, entry: join(folder, START), files };
    writeFileSync(join(folder, "made-of.json"), JSON.stringify(madeOf));
  } catch (cause) {
    rmSync(folder, { recursive: true, force: true });
    throw cause;
  }
  renameSync(join(folder, "made-of.json"), placeOf(MADE_OF));
  forgetOlder();
  return assembled() !== undefined;
}

const START = "start.js";

// What `program.ts` asks for until the first page is answered. What is missing here is loaded all the same, more slowly.
const AT_START = [
  "src/program.ts",
  "src/agency/staff/actions.ts",
  "src/outside/files.ts",
  "src/outside/keys.ts",
  "src/outside/log-key.ts",
  "src/outside/network-key.ts",
  "src/outside/push-key.ts",
  "src/outside/reader-keys.ts",
  "src/press/web.ts",
  "src/site/agency-sheet.ts",
  "src/site/assets/assets.ts",
  "src/site/assets/islands.ts",
  "src/site/files.ts",
  "src/site/metrics.ts",
  "src/site/not-found.tsx",
  "src/site/operations.ts",
  "src/site/site.ts",
  "src/wire/api.ts",
  "src/wire/bearer.ts",
  "src/wire/clients.ts",
  "src/wire/discovery.ts",
  "src/wire/feeds.ts",
  "src/wire/hub.ts",
  "src/wire/incoming.ts",
  "src/wire/sitemaps.ts",
  "src/wire/stories.ts",
];

/** The paths of all it is made of. */
async function putTogether(folder: string): Promise<readonly string[]> {
  const { inputs, outputs } = await built(folder, {
    entrypoints: [placeOf("src/program.ts")],
    // Faces and style sheets are read from there, wherever the program is started.
    publicPath: `${folder}/`,
    splitting: true,
    metafile: true,
    plugins: [doneWithout],
  });
  await compileStart(folder, partsAtStart(outputs));
  return Object.keys(inputs);
}

const DONE_WITHOUT: readonly { readonly file: RegExp; readonly otherwise: (text: string) => string }[] = [
  {
    // It looks at a trace of its own to see whether it runs on V8, for which the source map would be read at every start.
    file: /[/\\]prosemirror-model[/\\]dist[/\\]index\.js$/,
    otherwise: (text) => text.replace('let { stack } = new Error("/");', "let stack;"),
  },
  {
    // What is wrong in sixty languages: a tenth of the text, and nobody is shown it in any.
    file: /[/\\]zod[/\\]v4[/\\]locales[/\\]index\.js$/,
    otherwise: () => 'export { default as en } from "./en.js";',
  },
];

const doneWithout: BunPlugin = {
  name: "done without",
  setup(build) {
    for (const { file, otherwise } of DONE_WITHOUT)
      build.onLoad({ filter: file }, ({ path }) => ({ loader: "js", contents: otherwise(readFileSync(path, "utf8")) }));
  },
};

/** The parts a start reads: those of the modules above, and what these import. */
function partsAtStart(outputs: BuildMetafile["outputs"]): readonly string[] {
  const entries = new Map(Object.entries(outputs).map(([path, { entryPoint }]) => [entryPoint, path]));
  const found = new Set(
    AT_START.map((path) => {
      const entry = entries.get(path);
      if (entry === undefined) throw new Error(`A start is said to load ${path}, and nothing does.`);
      return entry;
    }),
  );
  for (const path of found)
    for (const { path: other, kind } of outputs[path]?.imports ?? [])
      if (kind !== "dynamic-import" && other in outputs) found.add(other);
  return [...found].map((path) => basename(path));
}

/**
 * Parts become one file that holds each as it was, evaluated when it is first asked for: bytecode there is for CommonJS alone,
 * which cannot be split. In their own places stand words that lead there, so that there is one of each for all other parts.
 */
async function compileStart(folder: string, parts: readonly string[]): Promise<void> {
  const entry = join(folder, "parts.js");
  const each = parts.map((part) => `${JSON.stringify(part)}: () => require("./${part}")`);
  writeFileSync(entry, `export { begin } from "./program.js";\nexport const PARTS = {\n${each.join(",\n")}\n};\n`);
  await built(folder, {
    entrypoints: [entry],
    naming: START,
    format: "cjs",
    bytecode: true,
    // How packages in the parts ask for modules of the runtime.
    define: { "import.meta.require": "require" },
    plugins: [
      {
        name: "other parts",
        setup: (build) =>
          void build.onResolve({ filter: /\/chunk-[^/]+\.js$/ }, ({ path }) =>
            parts.includes(basename(path)) ? undefined : { path, external: true },
          ),
      },
    ],
  });
  const mapOf = (name: string) => JSON.parse(readFileSync(join(folder, `${name}.map`), "utf8"));
  const map = composed(mapOf(START), (source) =>
    parts.includes(basename(source)) ? mapOf(basename(source)) : undefined,
  );
  writeFileSync(join(folder, `${START}.map`), JSON.stringify(map));
  for (const part of parts) {
    rmSync(join(folder, `${part}.map`));
    writeFileSync(join(folder, part), `module.exports = require("./${START}").PARTS[${JSON.stringify(part)}]();\n`);
  }
  rmSync(entry);
}

async function built(folder: string, how: Bun.BuildConfig): Promise<BuildMetafile> {
  const { success, logs, metafile } = await Bun.build({
    outdir: folder,
    target: "bun",
    sourcemap: "linked",
    minify: { whitespace: true, syntax: true },
    external: LEFT_WHERE_THEY_ARE,
    throw: false,
    ...how,
  });
  if (!success) throw new Error(logs.join("\n"));
  return metafile ?? { inputs: {}, outputs: {} };
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
