// Finds a real Chromium for the tests, or installs one; else fails and says how to get it.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { root } from "./set-up.mjs";

/** No browser to test with; its message says how to get one. */
export class NoChromium extends Error {}

const HOW = `Install Chromium or Chrome, or point CHROMIUM_PATH at one: on Debian and Ubuntu "apt-get install chromium" as root, elsewhere "npx playwright-core install chromium".`;

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * The path of a Chromium that runs.
 * @param {Record<string, string | undefined>} environment
 * @returns {string}
 */
export function chromium(environment) {
  const named = environment["CHROMIUM_PATH"];
  if (named) {
    if (works(named)) return named;
    throw new NoChromium(`CHROMIUM_PATH is ${named}, which does not run as a Chromium. ${HOW}`);
  }
  const path = found(environment) ?? installed(environment);
  if (path) return path;
  throw new NoChromium(`There is no Chromium here and none could be installed. ${HOW}`);
}

/** @param {Record<string, string | undefined>} environment */
function found(environment) {
  const folders = (environment["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...APPLICATIONS, ...inPlaywrightsCache(environment)].find(
    (path) => existsSync(path) && works(path),
  );
}

/** @param {Record<string, string | undefined>} environment */
function inPlaywrightsCache(environment) {
  const home = homedir();
  const caches = [
    environment["PLAYWRIGHT_BROWSERS_PATH"],
    environment["XDG_CACHE_HOME"] && join(environment["XDG_CACHE_HOME"], "ms-playwright"),
    join(home, ".cache", "ms-playwright"),
    join(home, "Library", "Caches", "ms-playwright"),
  ].flatMap((cache) => cache || []);
  const inside = [
    "chrome-linux64/chrome",
    "chrome-linux/chrome",
    "chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
    "chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
    "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
  ];
  return caches.flatMap((cache) =>
    versionsIn(cache).flatMap((version) => inside.map((path) => join(cache, version, path))),
  );
}

/** Newest first. @param {string} cache */
function versionsIn(cache) {
  if (!existsSync(cache)) return [];
  const versions = readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name));
  return versions.sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
}

/** Ubuntu's `chromium-browser` may be a note that says to install a snap, so being there is not enough. @param {string} path */
function works(path) {
  const { status, stdout } = spawnSync(path, ["--version"], { encoding: "utf8", timeout: 30_000 });
  return status === 0 && /Chrom(e|ium)/.test(stdout);
}

/** @param {Record<string, string | undefined>} environment */
function installed(environment) {
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    installWithApt();
    const path = found(environment);
    if (path) return path;
  }
  process.stderr.write("Installing Playwright's Chromium …\n");
  run(process.execPath, [join(root, "node_modules", "playwright-core", "cli.js"), "install", "chromium"]);
  return found(environment);
}

function installWithApt() {
  process.stderr.write("There is no Chromium here; installing Debian's (apt-get install chromium) …\n");
  const install = ["install", "-q", "-y", "--no-install-recommends", "chromium"];
  if (run("apt-get", install)) return;
  // A new machine has no list of packages yet, and an old list names files that are gone.
  run("apt-get", ["update", "-q"]);
  run("apt-get", install);
}

/**
 * @param {string} command
 * @param {string[]} words
 */
function run(command, words) {
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(command, words, { stdio: ["ignore", 2, 2], env: environment }).status === 0;
}
