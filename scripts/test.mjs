// `npm test [WORD …]`: everything, or the files whose path holds one of the words. Sets up, runs the tests beside the
// code on Bun and the journeys in a real Chromium under Node, one more at once than there are processors, and ends
// with `N passed, N failed`. Nothing is skipped.
import { spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { chromium, NoChromium } from "./chromium.mjs";
import { closingLines, crashed, fromJunit, fromNode, slowestFiles } from "./results.mjs";
import { assemble, root, setUpOrExit } from "./set-up.mjs";

/** @typedef {import("./results.mjs").Result} Result */
/** @typedef {(piece: Buffer) => void} Say takes what a run prints */

const PASSED_OVER = new Set(["node_modules", ".git", "data", "coverage", ".screenshots"]);

// A test that hangs must not hang the run; a slow machine must not fail it.
const TEST_TIMEOUT_MS = 90_000;
const BUN_TIMEOUT_MS = 75 * 60_000;
const JOURNEY_TIMEOUT_MS = 40 * 60_000;

// Where what tests write need not reach a disk: a PostgreSQL database is made there forty times faster.
const IN_MEMORY = "/dev/shm";
const IN_MEMORY_BYTES = 6 * 1024 ** 3;

// The files beside the code, dealt out like cards: neighbours, which are alike in length, come into different hands.
const SHARES = 6;
const LEAST_FILES_A_SHARE = 12;

const MOST_LANES = 3;

// Which journeys take minutes; whatever begins last should be short.
const LONG = ["desk-keyboard", "desk-xss", "pages", "screenshots-desk", "screenshots-site", "desk-writing", "replies"];

// How many of the slowest files are named at the end of a whole run.
const SLOWEST = 30;

const words = process.argv.slice(2);
const bun = await setUpOrExit();
// What tests start as a program of its own is what people start.
await assemble(bun);
const scratch = mkdtempSync(join(holdsStores(IN_MEMORY) ? IN_MEMORY : tmpdir(), "dateline-test-"));
process.once("exit", () => rmSync(scratch, { recursive: true, force: true }));

const files = filesUnder("").filter((file) => words.length === 0 || words.some((word) => file.includes(word)));
const units = files.filter((file) => /\.test\.tsx?$/.test(file));
const journeys = files.filter((file) => /^test\/journeys\/.*\.journey\.(ts|mjs)$/.test(file));

if (units.length + journeys.length === 0) {
  process.stderr.write(`No test file has ${words.join(" or ")} in its path.\n`);
  process.exit(2);
}

const results = await allResults();
const { lines, green } = closingLines(results, { everything: words.length === 0 });
process.stdout.write(`\n${[...slowestFiles(results, SLOWEST), "", ...lines].join("\n")}\n`);
process.exit(green ? 0 : 1);

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesUnder(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      if (PASSED_OVER.has(entry.name)) return [];
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesUnder(path);
      return entry.isFile() ? [path] : [];
    })
    .sort();
}

/** @returns {Promise<Result[]>} */
async function allResults() {
  const browser = journeys.length > 0 ? browserOrSentence() : { sentence: "No journey was asked for." };
  // Playwright wants Node, and Node 20 reads no TypeScript: Bun makes one file of each journey first. It lies inside
  // the clone so that packages are found from it.
  const built = join(root, "node_modules", ".cache", `journeys-${process.pid}`);
  mkdirSync(built, { recursive: true });
  try {
    const isLong = (/** @type {string} */ file) => LONG.some((name) => basename(file).startsWith(`${name}.`));
    const journey = (/** @type {string} */ file) => (/** @type {Say} */ say) =>
      journeyResults(file, { built, browser, say });
    // In turn, so that what waits for a browser stands beside what waits for a database from the beginning.
    return await inLanes([
      ...inTurn(
        shared(units).map(
          (files, at) => (/** @type {Say} */ say) => unitResults(files, { name: `units-${at + 1}`, say }),
        ),
        journeys.filter(isLong).map(journey),
      ),
      ...journeys.filter((file) => !isLong(file)).map(journey),
    ]);
  } finally {
    rmSync(built, { recursive: true, force: true });
  }
}

/**
 * @template T
 * @param {readonly T[]} one
 * @param {readonly T[]} other
 * @returns {T[]}
 */
function inTurn(one, other) {
  return Array.from({ length: Math.max(one.length, other.length) }, (_, at) => [one[at], other[at]])
    .flat()
    .filter((each) => each !== undefined);
}

/**
 * Tests wait more than they work, for a browser, a database, a disk: one more at once than there are processors keeps those busy.
 * What each says is printed whole when it ends, or as it comes where nothing else runs.
 * @param {((say: Say) => Promise<Result[]>)[]} work
 * @returns {Promise<Result[]>}
 */
async function inLanes(work) {
  const lanes = Math.min(MOST_LANES, availableParallelism() + 1, work.length);
  const waiting = [...work];
  /** @type {Result[]} */
  const all = [];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      /** @type {Buffer[]} */
      const said = [];
      all.push(...(await next(lanes === 1 ? (piece) => process.stdout.write(piece) : (piece) => said.push(piece))));
      process.stdout.write(Buffer.concat(said));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return all;
}

/**
 * @param {readonly string[]} files
 * @returns {string[][]}
 */
function shared(files) {
  const many = Math.min(SHARES, Math.ceil(files.length / LEAST_FILES_A_SHARE));
  return Array.from({ length: many }, (_, share) => files.filter((_, at) => at % many === share));
}

/**
 * @param {readonly string[]} files
 * @param {{ name: string, say: Say }} how
 * @returns {Promise<Result[]>}
 */
async function unitResults(files, { name, say }) {
  const report = join(scratch, `${name}.xml`);
  const status = await run(
    bun,
    [
      "--no-orphans",
      "--no-env-file",
      "test",
      `--timeout=${TEST_TIMEOUT_MS}`,
      "--only-failures",
      "--reporter=junit",
      `--reporter-outfile=${report}`,
      ...files.map((file) => `./${file}`),
    ],
    { timeoutMs: BUN_TIMEOUT_MS, say },
  );
  const seen = existsSync(report) ? fromJunit(readFileSync(report, "utf8")) : [];
  return [...seen, ...crashed({ seen, files, kind: "bun", status })];
}

/** @returns {{ path: string } | { sentence: string }} */
function browserOrSentence() {
  try {
    return { path: chromium(process.env) };
  } catch (cause) {
    if (cause instanceof NoChromium) return { sentence: cause.message };
    throw cause;
  }
}

/**
 * @param {string} file
 * @param {{ built: string, browser: ReturnType<typeof browserOrSentence>, say: Say }} where
 * @returns {Promise<Result[]>}
 */
async function journeyResults(file, { built, browser, say }) {
  say(Buffer.from(`\n${file}:\n`));
  if ("sentence" in browser) {
    say(Buffer.from(`${browser.sentence}\n`));
    return [{ name: `${file}: no browser to run it in`, file, kind: "browser", outcome: "failed" }];
  }
  const script = join(built, basename(file).replace(/\.(ts|mjs)$/, ".mjs"));
  const made = await run(
    bun,
    ["build", `./${file}`, "--target=node", "--packages=external", `--outfile=${script}`],
    // It lists what it made; only why it failed is of use.
    { timeoutMs: JOURNEY_TIMEOUT_MS, say, stdout: "ignore" },
  );
  if (made !== 0) return crashed({ seen: [], files: [file], kind: "browser", status: made });

  const report = join(scratch, `${basename(file)}.ndjson`);
  const status = await run(
    process.execPath,
    [
      "--test-reporter=spec",
      "--test-reporter-destination=stdout",
      "--test-reporter=./scripts/journey-reporter.mjs",
      `--test-reporter-destination=${report}`,
      script,
    ],
    {
      timeoutMs: JOURNEY_TIMEOUT_MS,
      say,
      environment: {
        CHROMIUM_PATH: browser.path,
        DATELINE_BUN: bun,
        // A journey that is asked for by name looks at its pages in every way (test/looks.ts).
        DATELINE_LOOKS: words.length === 0 ? "everyday" : "all",
      },
    },
  );
  const seen = existsSync(report) ? fromNode(readFileSync(report, "utf8"), file) : [];
  return [...seen, ...crashed({ seen, files: [file], kind: "browser", status })];
}

/**
 * Runs to the end, or until its time is over.
 * @param {string} command
 * @param {readonly string[]} given
 * @param {{ timeoutMs: number, say: Say, stdout?: "pipe" | "ignore", environment?: Record<string, string> }} how
 * @returns {Promise<number | string>} the exit status, or the signal that ended it
 */
function run(command, given, { timeoutMs, say, stdout = "pipe", environment = {} }) {
  return new Promise((done) => {
    const child = spawn(command, given, {
      cwd: root,
      stdio: ["ignore", stdout, "pipe"],
      env: { ...ownEnvironment(), ...environment },
    });
    child.stdout?.on("data", say);
    child.stderr?.on("data", say);
    const clock = setTimeout(() => {
      say(Buffer.from(`Stopped after ${timeoutMs / 60_000} minutes without an end.\n`));
      child.kill("SIGKILL");
    }, timeoutMs);
    child.once("error", (error) => done(error.message));
    child.once("exit", (status, signal) => {
      clearTimeout(clock);
      const end = () => done(status ?? String(signal));
      child.once("close", end);
      // A stray process may hold what it prints to open for ever.
      setTimeout(end, 2_000).unref();
    });
  });
}

/**
 * Whether a folder has room for what tests write, lets them write it and runs a program that was copied there.
 * @param {string} folder
 */
function holdsStores(folder) {
  try {
    const { bavail, bsize } = statfsSync(folder);
    if (bavail * bsize < IN_MEMORY_BYTES) return false;
    const program = join(mkdtempSync(join(folder, "dateline-try-")), "try");
    try {
      writeFileSync(program, "#!/bin/sh\n", { mode: 0o755 });
      return spawnSync(program).status === 0;
    } finally {
      rmSync(dirname(program), { recursive: true });
    }
  } catch {
    return false; // there is none here, or it is not ours
  }
}

/** The operator's settings are none of the tests' business, and under CI Bun refuses `test.only`. */
function ownEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^(DATELINE_|PORT$|npm_)/.test(name));
  return { ...Object.fromEntries(kept), CI: "true", TMPDIR: dirname(scratch) };
}
