// Installs what package-lock.json names when it changed, and answers with the pinned Bun. Plain Node with nothing
// but its own modules, because it runs before anything is installed. Everything it says goes to stderr.
import { spawn, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { machine, type } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export const root = resolve(fileURLToPath(new URL("..", import.meta.url)));

/** What stopped the set-up; its message is a sentence that says what to do. */
export class SetUpFailed extends Error {}

const OLDEST_NODE = 20;

/**
 * The path of the pinned Bun, everything installed. Two at once wait for each other.
 * @param {string} [home] the clone to set up
 * @returns {Promise<string>}
 */
export async function setUp(home = root) {
  const bun = join(home, "node_modules", "bun", "bin", "bun.exe");
  if (isSetUp(home) && existsSync(bun)) return bun;

  refuseOldNode();
  await alone(home, async () => {
    // Whoever held the lock before us may have installed everything.
    if (isSetUp(home) && existsSync(bun)) return;
    if (!installedAsLocked(home)) await install(home);
    await haveBun(home, bun);
    copyFileSync(join(home, "package-lock.json"), stampOf(home));
  });
  return bun;
}

/** Ends the process with the sentence when the set-up fails, for launchers. */
export async function setUpOrExit() {
  try {
    return await setUp();
  } catch (cause) {
    if (!(cause instanceof SetUpFailed)) throw cause;
    process.stderr.write(`${cause.message}\n`);
    process.exit(1);
  }
}

/**
 * Has the program of this clone put together for a quick start, where that was not done for what stands there now. Without it
 * everything is the same, only slower to start: what is wrong is told and stops nothing.
 * @param {string} bun
 */
export async function assemble(bun) {
  const words = ["--no-install", "--no-env-file", "scripts/assemble.ts"];
  await ended(spawn(bun, words, { cwd: root, stdio: ["ignore", 2, 2] }));
}

/** @param {string} home */
function isSetUp(home) {
  try {
    return readFileSync(stampOf(home)).equals(readFileSync(join(home, "package-lock.json")));
  } catch (cause) {
    if (codeOf(cause) !== "ENOENT") throw cause;
    return false;
  }
}

/**
 * The lockfile everything was installed from, kept as it was: `./dateline` compares the two without starting Node. A
 * folder that two systems share has two sets of binaries, so the system's name is part of the file's.
 * @param {string} home
 */
function stampOf(home) {
  return join(home, "node_modules", `.dateline-lock-${type()}-${machine()}`);
}

function refuseOldNode() {
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) return;
  throw new SetUpFailed(
    `Dateline is set up with Node ${OLDEST_NODE} or newer, and this is ${process.versions.node}. Get a newer one from https://nodejs.org.`,
  );
}

/**
 * Whether a person ran `npm ci` or `npm install` and node_modules is as the lockfile says already.
 * @param {string} home
 */
function installedAsLocked(home) {
  const locked = packagesIn(join(home, "package-lock.json"));
  const installed = packagesIn(join(home, "node_modules", ".package-lock.json"));
  if (!locked || !installed) return false;
  const wanted = Object.entries(locked).filter(([path]) => path !== "");
  return (
    wanted.every(([path, { version, optional }]) =>
      installed[path] ? installed[path].version === version : optional,
    ) && Object.keys(installed).every((path) => locked[path])
  );
}

/**
 * @param {string} path
 * @returns {Record<string, { version: string, optional?: boolean }> | undefined}
 */
function packagesIn(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8")).packages;
  } catch {
    return undefined;
  }
}

/** @param {string} home */
async function install(home) {
  process.stderr.write("Installing what package-lock.json names (npm ci) …\n");
  // Tools for tests come too, whatever NODE_ENV says: a clone is for running and for checking.
  const [command, ...words] = [...npm(), "ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
  const status = await ended(
    spawn(command, words, { cwd: home, stdio: ["ignore", 2, 2], shell: onWindows() && command === "npm" }),
  );
  if (status === 0) return;
  throw new SetUpFailed(
    status === "ENOENT"
      ? "npm was not found. It comes with Node: install Node 20 or newer from https://nodejs.org and try again."
      : `npm could not install Dateline's packages (npm ci ended with ${status}); its own words are above. Without a network or with a broken cache, mend that and run the same command again.`,
  );
}

/**
 * Under `npm start` the npm that runs us; else the one on PATH.
 * @returns {[string, ...string[]]}
 */
function npm() {
  const running = process.env["npm_execpath"];
  return running && /npm-cli\.c?js$/.test(running) && existsSync(running) ? [process.execPath, running] : ["npm"];
}

function onWindows() {
  return process.platform === "win32";
}

/**
 * npm may have been told to run no install scripts; Bun's own one puts the binary in its place.
 * @param {string} home
 * @param {string} bun
 */
async function haveBun(home, bun) {
  if (runs(bun)) return;
  await ended(
    spawn(process.execPath, ["install.js"], { cwd: join(home, "node_modules", "bun"), stdio: ["ignore", 2, 2] }),
  );
  if (runs(bun)) return;
  throw new SetUpFailed(
    `Bun, which Dateline runs on, was installed but does not run on this machine (${process.platform} ${process.arch}). Remove node_modules and try again; https://bun.com lists the systems it supports.`,
  );
}

/** @param {string} bun */
function runs(bun) {
  return spawnSync(bun, ["--version"], { stdio: "ignore" }).status === 0;
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<number | string>} its exit status, or the name of the signal or error
 */
function ended(child) {
  const stop = () => child.kill();
  process.once("exit", stop);
  child.once("close", () => process.off("exit", stop));
  return new Promise((done) => {
    child.once("error", (error) => done("code" in error ? String(error.code) : error.message));
    child.once("exit", (status, signal) => done(status ?? String(signal)));
  });
}

// A folder is made by one process only, whatever the system. Its holder touches it as long as it lives, so one that
// was killed is told by its age, also from another container that shares the folder.
const HEARTBEAT_MS = 2_000;
const ABANDONED_AFTER_MS = 20_000;
const LOOK_AGAIN_MS = 200;

/**
 * @param {string} home
 * @param {() => Promise<void>} work
 */
async function alone(home, work) {
  const lock = join(home, ".set-up-lock");
  await taken(lock);
  const heartbeat = setInterval(() => touch(lock), HEARTBEAT_MS);
  const letGo = () => rmSync(lock, { recursive: true, force: true });
  const interrupted = () => process.exit(130);
  process.once("exit", letGo).once("SIGINT", interrupted).once("SIGTERM", interrupted);
  try {
    await work();
  } finally {
    clearInterval(heartbeat);
    process.off("exit", letGo).off("SIGINT", interrupted).off("SIGTERM", interrupted);
    letGo();
  }
}

/** @param {string} lock */
async function taken(lock) {
  let told = false;
  for (;;) {
    try {
      mkdirSync(lock);
      return;
    } catch (cause) {
      if (codeOf(cause) !== "EEXIST") {
        throw new SetUpFailed(
          `Dateline cannot write into its own folder: ${cause instanceof Error ? cause.message : cause}.`,
        );
      }
    }
    if (ageMs(lock) > ABANDONED_AFTER_MS) setAside(lock);
    else {
      if (!told) process.stderr.write("Another Dateline is installing here; waiting for it …\n");
      told = true;
      await pause(LOOK_AGAIN_MS);
    }
  }
}

/** Renamed first, so that of two who find it abandoned one removes it. @param {string} lock */
function setAside(lock) {
  const aside = `${lock}-${randomUUID()}`;
  try {
    renameSync(lock, aside);
    rmSync(aside, { recursive: true, force: true });
  } catch (cause) {
    if (codeOf(cause) !== "ENOENT") throw cause;
  }
}

/** @param {string} lock */
function ageMs(lock) {
  try {
    return Date.now() - statSync(lock).mtimeMs;
  } catch {
    return 0;
  }
}

/** @param {string} lock */
function touch(lock) {
  try {
    utimesSync(lock, new Date(), new Date());
  } catch {
    // Someone removed it by hand; the installation goes on, and the next to come checks the stamp.
  }
}

/** @param {unknown} cause */
function codeOf(cause) {
  return cause instanceof Error && "code" in cause ? cause.code : undefined;
}
