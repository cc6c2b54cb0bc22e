// Runs something on the pinned Bun and ends as it ended.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { root, setUpOrExit } from "./set-up.mjs";

// Ctrl-C comes twice, from the terminal and from npm, and a server may take the second for "now".
const SAME_SIGNAL_MS = 1_000;

/**
 * Sets up, runs Bun in the clone with these words, passes signals on and ends this process with its exit status.
 * @param {readonly string[]} words
 */
export async function runOnBun(words) {
  const bun = await setUpOrExit();
  // Its own process group, so that each signal comes once and through us; gone when we are killed outright.
  const child = spawn(bun, ["--no-orphans", "--no-install", "--no-env-file", ...words], {
    cwd: root,
    stdio: "inherit",
    detached: process.platform !== "win32",
  });
  passSignalsTo(child);
  if (process.env["npm_lifecycle_event"] !== undefined) endWithNpm(child);
  child.once("error", (error) => {
    process.stderr.write(`Bun could not be started: ${error.message}\n`);
    process.exit(1);
  });
  child.once("exit", (status, signal) => process.exit(status ?? 128 + (signal ? constants.signals[signal] : 0)));
}

/** @param {import("node:child_process").ChildProcess} child */
function passSignalsTo(child) {
  /** @type {Map<string, number>} */
  const last = new Map();
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => {
      const now = Date.now();
      if (now - (last.get(signal) ?? 0) > SAME_SIGNAL_MS) child.kill(signal);
      last.set(signal, now);
    });
  }
}

const LOOK_FOR_NPM_MS = 500;

/**
 * npm hands a signal to the shell it started us with, and that shell ends without handing it on.
 * @param {import("node:child_process").ChildProcess} child
 */
function endWithNpm(child) {
  const shell = process.ppid;
  const clock = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(clock);
    child.kill("SIGTERM");
  }, LOOK_FOR_NPM_MS);
}
