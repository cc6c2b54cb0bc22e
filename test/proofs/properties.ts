/**
 * Tries every property of the tests on many times its everyday cases, from one fresh seed after another until the time is
 * over: `bun test/proofs/properties.ts [--minutes 10] [--times 50]`, and `--seed N` for the one round of that seed again.
 */
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

type Round = { readonly seed: number; readonly times: number; readonly files: readonly string[] };

const ROOT = join(import.meta.dirname, "..", "..");

// A property that never ends must not hang the proof; a slow machine must not fail it.
const ROUND_MS = 60 * 60_000;

/** The test files with a property in them, as paths from the root of the clone. */
export function propertyFiles(): readonly string[] {
  return ["src", "test"]
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
    )
    .filter((file) => /\.test\.tsx?$/.test(file) && propertiesIn(file) > 0)
    .sort();
}

function propertiesIn(file: string): number {
  return readFileSync(join(ROOT, file), "utf8").match(/\bfc\.assert\(/g)?.length ?? 0;
}

/** Whether every property held; what fails is printed by the tests themselves. */
function holds({ seed, times, files }: Round): Promise<boolean> {
  const { promise, resolve, reject } = Promise.withResolvers<boolean>();
  const child = spawn(
    process.execPath,
    ["test", "--only-failures", `--timeout=${ROUND_MS}`, ...files.map((file) => `./${file}`)],
    {
      cwd: ROOT,
      stdio: ["ignore", "inherit", "inherit"],
      timeout: ROUND_MS,
      env: { ...process.env, PROPERTIES_SEED: String(seed), PROPERTIES_TIMES: String(times) },
    },
  );
  child.on("error", reject);
  child.on("exit", (status) => resolve(status === 0));
  return promise;
}

function writeFigures({
  files,
  times,
  minutes,
  seeds,
}: Omit<Round, "seed"> & { readonly minutes: string; readonly seeds: readonly number[] }): void {
  const properties = files.reduce((sum, file) => sum + propertiesIn(file), 0);
  const said = [
    `- ${properties} properties in ${files.length} files, each on ${times} times its everyday cases from each of ${seeds.length} fresh seeds:`,
    "  all held.",
    `- Seeds: ${seeds.join(", ")}.`,
  ];
  const folder = join(ROOT, "docs", "proofs");
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "properties.md"),
    `# The properties hold for cases nobody chose\n\n\`npm run prove properties -- --minutes ${minutes} --times ${times}\`, ${new Date().toISOString().slice(0, 10)}\n\n${said.join("\n")}\n`,
  );
  process.stdout.write(`${said.join("\n")}\n`);
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      minutes: { type: "string", default: "10" },
      times: { type: "string", default: "50" },
      seed: { type: "string" },
    },
  });
  const times = Number(values.times);
  // The properties of the seed itself hold in an ordinary run only.
  const files = propertyFiles().filter((file) => file !== "test/properties.test.ts");
  const until = Date.now() + Number(values.minutes) * 60_000;
  const seeds: number[] = [];
  do {
    const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
    process.stdout.write(`seed ${seed}\n`);
    if (!(await holds({ seed, times, files }))) {
      process.stdout.write(`again: npm run prove properties -- --times ${times} --seed ${seed}\n`);
      process.exit(1);
    }
    seeds.push(seed);
  } while (values.seed === undefined && Date.now() < until);
  if (values.seed === undefined) writeFigures({ files, times, minutes: values.minutes, seeds });
}
