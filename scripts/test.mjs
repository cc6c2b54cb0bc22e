// `npm test [WORD …]`: everything, or the files whose path holds one of the words. Sets up, runs the tests beside the
// code on Bun and the journeys in a real Chromium under Node, and ends with `N passed, N failed`. Nothing is skipped.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { chromium, NoChromium } from "./chromium.mjs";
import { closingLines, crashed, fromJunit, fromNode } from "./results.mjs";
import { root, setUpOrExit } from "./set-up.mjs";

/** @typedef {import("./results.mjs").Result} Result */

const PASSED_OVER = new Set(["node_modules", ".git", "data", "coverage", ".screenshots"]);

// A test that hangs must not hang the run; a slow machine must not fail it.
const TEST_TIMEOUT_MS = 90_000;
const BUN_TIMEOUT_MS = 40 * 60_000;
const JOURNEY_TIMEOUT_MS = 10 * 60_000;

const words = process.argv.slice(2);
const bun = await setUpOrExit();
const scratch = mkdtempSync(join(tmpdir(), "dateline-test-"));
process.once("exit", () => rmSync(scratch, { recursive: true, force: true }));

const files = filesUnder("").filter((file) => words.length === 0 || words.some((word) => file.includes(word)));
const units = files.filter((file) => /\.test\.tsx?$/.test(file));
const journeys = files.filter((file) => /^test\/journeys\/.*\.journey\.(ts|mjs)$/.test(file));

if (units.length + journeys.length === 0) {
  process.stderr.write(`No test file has ${words.join(" or ")} in its path.\n`);
  process.exit(2);
}

const results = [...(await unitResults()), ...(await journeyResults())];
const { lines, green } = closingLines(results, { everything: words.length === 0 });
process.stdout.write(`\n${lines.join("\n")}\n`);
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
async function unitResults() {
  if (units.length === 0) return [];
  const report = join(scratch, "units.xml");
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
      ...units.map((file) => `./${file}`),
    ],
    BUN_TIMEOUT_MS,
  );
  const seen = existsSync(report) ? fromJunit(readFileSync(report, "utf8")) : [];
  return [...seen, ...crashed({ seen, files: units, kind: "bun", status })];
}

/** @returns {Promise<Result[]>} */
async function journeyResults() {
  if (journeys.length === 0) return [];
  const browser = browserOrSentence();
  if ("sentence" in browser) {
    process.stderr.write(`${browser.sentence}\n`);
    return journeys.map((file) => ({
      name: `${file}: no browser to run it in`,
      file,
      kind: "browser",
      outcome: "failed",
    }));
  }
  // Playwright wants Node, and Node 20 reads no TypeScript: Bun makes one file of each journey first. It lies inside
  // the clone so that packages are found from it.
  const built = join(root, "node_modules", ".cache", `journeys-${process.pid}`);
  mkdirSync(built, { recursive: true });
  try {
    /** @type {Result[]} */
    const all = [];
    for (const file of journeys) all.push(...(await journeyResultsOf(file, built, browser.path)));
    return all;
  } finally {
    rmSync(built, { recursive: true, force: true });
  }
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
 * @param {string} built
 * @param {string} browser
 * @returns {Promise<Result[]>}
 */
async function journeyResultsOf(file, built, browser) {
  const script = join(built, basename(file).replace(/\.(ts|mjs)$/, ".mjs"));
  const made = await run(
    bun,
    ["build", `./${file}`, "--target=node", "--packages=external", `--outfile=${script}`],
    JOURNEY_TIMEOUT_MS,
    { stdout: "ignore" },
  );
  if (made !== 0) return crashed({ seen: [], files: [file], kind: "browser", status: made });

  const report = join(scratch, `${basename(file)}.ndjson`);
  process.stdout.write(`\n${file}:\n`);
  const status = await run(
    process.execPath,
    [
      "--test-reporter=spec",
      "--test-reporter-destination=stdout",
      "--test-reporter=./scripts/journey-reporter.mjs",
      `--test-reporter-destination=${report}`,
      script,
    ],
    JOURNEY_TIMEOUT_MS,
    { environment: { CHROMIUM_PATH: browser, DATELINE_BUN: bun } },
  );
  const seen = existsSync(report) ? fromNode(readFileSync(report, "utf8"), file) : [];
  return [...seen, ...crashed({ seen, files: [file], kind: "browser", status })];
}

/**
 * Runs to the end, or until its time is over.
 * @param {string} command
 * @param {readonly string[]} given
 * @param {number} timeoutMs
 * @param {{ stdout?: "inherit" | "ignore", environment?: Record<string, string> }} [options]
 * @returns {Promise<number | string>} the exit status, or the signal that ended it
 */
function run(command, given, timeoutMs, { stdout = "inherit", environment = {} } = {}) {
  return new Promise((done) => {
    const child = spawn(command, given, {
      cwd: root,
      stdio: ["ignore", stdout, "inherit"],
      env: { ...ownEnvironment(), ...environment },
    });
    const clock = setTimeout(() => {
      process.stderr.write(`Stopped after ${timeoutMs / 60_000} minutes without an end.\n`);
      child.kill("SIGKILL");
    }, timeoutMs);
    child.once("error", (error) => done(error.message));
    child.once("exit", (status, signal) => {
      clearTimeout(clock);
      done(status ?? String(signal));
    });
  });
}

/** The operator's settings are none of the tests' business, and under CI Bun refuses `test.only`. */
function ownEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^(DATELINE_|PORT$|npm_)/.test(name));
  return { ...Object.fromEntries(kept), CI: "true" };
}
