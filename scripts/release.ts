/**
 * `npm run release [-- --to FOLDER]`: everything as one file that needs neither Node nor a clone, for the system it is built
 * on, in `release/dateline-VERSION-SYSTEM/`. Beside it stand the library for pictures, which cannot be inside, and the licences.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { BunPlugin } from "bun";
import { bundle, scriptName } from "#lib/runtime/bundle.ts";
import { PICTURES, PICTURES_DIRECTORY } from "#test/newsroom/pictures.ts";
import { ISLANDS } from "./islands.ts";

const ROOT = resolve(import.meta.dirname, "..");

const WORKERS = ["src/outside/pdf/watch.ts"];

// The machine code that reads pictures is loaded from here: a folder beside the file, in which the LGPL lets anybody put
// another build. Its two parts find each other by how they lie.
const BESIDE = "lib";
const PICTURE_CODE = /^@img\/(sharp-[\w-]+)\/sharp\.node$/;
// Only makes what is there anyhow faster, and is built for one machine: who asks for it does without.
const LEFT_OUT = /^cpu-features$|\.node$/;

type Lock = { readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly version?: string }>> };

/** Builds into that folder, which is made anew; answers the program's path. */
export async function buildRelease(folder: string): Promise<string> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const program = join(folder, "dateline");
  const made = mkdtempSync(join(tmpdir(), "dateline-release-"));
  try {
    await compile(program, await holdReady(made));
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
  for (const name of pictureLibraries())
    cpSync(join(ROOT, "node_modules/@img", name), join(folder, BESIDE, name), { recursive: true });
  cpSync(join(ROOT, "LICENSE"), join(folder, "LICENSE"));
  writeFileSync(join(folder, "THIRD_PARTY.txt"), licences());
  return program;
}

/** By the path in a clone, the file that will be inside. */
async function holdReady(made: string): Promise<ReadonlyMap<string, string>> {
  const held = new Map(
    PICTURES.map(({ file }) => [join(PICTURES_DIRECTORY, file), join(ROOT, PICTURES_DIRECTORY, file)]),
  );
  for (const path of [...ISLANDS, ...WORKERS]) {
    const file = join(made, scriptName(path));
    writeFileSync(file, (await bundle(join(ROOT, path), WORKERS.includes(path) ? "bun" : "browser")).script);
    held.set(path, file);
  }
  return held;
}

async function compile(outfile: string, held: ReadonlyMap<string, string>): Promise<void> {
  const { success, logs } = await Bun.build({
    entrypoints: [join(ROOT, "src/main.ts")],
    // What lies in the folder it is started from, an `.env` or a `bunfig.toml`, is nothing to it.
    compile: {
      outfile,
      autoloadDotenv: false,
      autoloadBunfig: false,
      autoloadTsconfig: false,
      autoloadPackageJson: false,
    },
    // A start neither parses what it runs nor looks at the parts it does without: it takes half the processor's time.
    bytecode: true,
    format: "esm",
    splitting: true,
    minify: { whitespace: true, syntax: true },
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [singleFile(held)],
    throw: false,
  });
  if (!success) throw new Error(`The single file could not be built:\n${logs.join("\n")}`);
}

function singleFile(held: ReadonlyMap<string, string>): BunPlugin {
  return {
    name: "single file",
    setup(build) {
      build.onLoad({ filter: /\/src\/lib\/runtime\/held\.ts$/ }, () => ({ loader: "ts", contents: heldModule(held) }));
      // Its other form asks for its machine code in a way that the bundler does not follow.
      build.onResolve({ filter: /^sharp$/ }, () => ({ path: join(ROOT, "node_modules/sharp/dist/index.cjs") }));
      build.onResolve({ filter: LEFT_OUT }, ({ path }) => {
        const name = PICTURE_CODE.exec(path)?.[1] ?? "";
        return pictureLibraries().includes(name)
          ? { path: name, namespace: "beside" }
          : { path, namespace: "left-out" };
      });
      build.onLoad({ filter: /./, namespace: "beside" }, ({ path }) => ({
        loader: "js",
        contents: besideModule(path),
      }));
      build.onLoad({ filter: /./, namespace: "left-out" }, ({ path }) => ({
        loader: "js",
        contents: `throw new Error(${JSON.stringify(`${path} is not in the single file`)});`,
      }));
      // It wants this to be there first, and the bundler puts it behind.
      build.onLoad({ filter: /\/tsyringe\/dist\/esm5\/index\.js$/ }, ({ path }) => ({
        loader: "js",
        contents: `import "reflect-metadata";\n${readFileSync(path, "utf8")}`,
      }));
    },
  };
}

/** Those that were installed: the ones for this system. */
function pictureLibraries(): string[] {
  return readdirSync(join(ROOT, "node_modules/@img")).filter((name) => name.startsWith("sharp-"));
}

function heldModule(held: ReadonlyMap<string, string>): string {
  const all = [...held].map(([path, file], at) => ({ path, file, name: `held${at}` }));
  return [
    ...all.map(({ file, name }) => `import ${name} from ${JSON.stringify(file)} with { type: "file" };`),
    `export const HELD = { ${all.map(({ path, name }) => `${JSON.stringify(path)}: ${name}`).join(", ")} };`,
  ].join("\n");
}

/** Looked for beside the program itself and nowhere else: not where somebody happens to stand. */
function besideModule(name: string): string {
  const [binary] = readdirSync(join(ROOT, "node_modules/@img", name, "lib")).filter((file) => file.endsWith(".node"));
  return `
    const { createRequire } = require("node:module");
    const { dirname, join } = require("node:path");
    const beside = join(dirname(process.execPath), ${JSON.stringify(BESIDE)});
    module.exports = createRequire(beside + "/")(join(beside, ${JSON.stringify(`${name}/lib/${binary}`)}));`;
}

/** What the licences ask to be handed on: their own words, of every package that runs with Dateline and of the faces. */
function licences(): string {
  const { packages }: Lock = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8"));
  const folders = Object.entries(packages).flatMap(([path, { dev }]) => (path !== "" && dev !== true ? [path] : []));
  return [...folders, "src/site/assets/fonts"].flatMap(licencesIn).join(`\n${"-".repeat(78)}\n\n`);
}

function licencesIn(folder: string): string[] {
  const path = join(ROOT, folder);
  if (!existsSync(path)) return [];
  const files = readdirSync(path).filter((file) =>
    /^(licen[cs]e|copying|notice|ofl)|\.(licen[cs]e|ofl)$|ofl.*\.txt$/i.test(file),
  );
  return files
    .filter((file) => statSync(join(path, file)).isFile())
    .map((file) => `${folder.replace(/^.*node_modules\//, "")}: ${file}\n\n${readFileSync(join(path, file), "utf8")}`);
}

if (import.meta.main) {
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const { values } = parseArgs({ options: { to: { type: "string", default: join(ROOT, "release") } } });
  const folder = join(resolve(values.to), `dateline-${version}-${process.platform}-${process.arch}`);
  await buildRelease(folder);
  const archive = `${folder}.tar.gz`;
  const { exitCode, stderr } = Bun.spawnSync(["tar", "-czf", archive, "-C", resolve(values.to), basename(folder)]);
  if (exitCode !== 0) throw new Error(`tar could not pack ${folder}: ${stderr}`);
  const digest = new Bun.CryptoHasher("sha256").update(readFileSync(archive)).digest("hex");
  writeFileSync(`${archive}.sha256`, `${digest}  ${basename(archive)}\n`);
  process.stdout.write(`${folder}\n${archive}\n${digest}\n`);
}
