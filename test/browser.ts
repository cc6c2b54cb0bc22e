/** A server of its own and a real Chromium for the journeys under `test/journeys/`, which run on Node. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";

export type Server = {
  /** `http://localhost:49152`, without a slash at its end. */
  readonly address: string;
  readonly data: string;
  /** Everything it has said so far, on both streams. */
  readonly output: () => string;
};

export type ServerOptions = {
  /** The invented agency, unless this says false: then one empty edition, `en`. */
  readonly demo?: boolean;
  readonly words?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** A data directory that is there already and stays; else a new one that goes with the server. */
  readonly data?: string;
};

// A machine that does ten other things takes its time.
const READY_WITHIN_MS = 120_000;
const LOOK_AGAIN_MS = 50;
const GONE_WITHIN_MS = 10_000;

/** A server on the pinned Bun, on a free loopback port. Whoever opens it stops it, and its data goes with it. */
export async function openServer(
  options: ServerOptions = {},
): Promise<Server & { readonly stop: () => Promise<void> }> {
  const data = options.data ?? (await mkdtemp(join(tmpdir(), "dateline-journey-")));
  const address = `http://localhost:${await freePort()}`;
  const child = started(address, data, options);
  const output = heard(child);
  const stop = async () => {
    await stopped(child);
    if (options.data === undefined) await rm(data, { recursive: true, force: true });
  };
  try {
    await ready(address, child, output);
  } catch (cause) {
    await stop();
    throw cause;
  }
  return { address, data, output, stop };
}

/** The same for one piece of work; stopped when `work` has ended, well or not. */
export async function withServer<T>(work: (server: Server) => Promise<T>, options: ServerOptions = {}): Promise<T> {
  const server = await openServer(options);
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

// For each window a Chromium that is whole makes two pages of its own below the line of addresses, which cost more of the processor
// than most of ours do. The last list of features given holds: behind those two stands what Playwright turns off.
const WITHOUT = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
];

/** The Chromium `npm test` found. Whoever opens it closes it. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: fromRunner("CHROMIUM_PATH"),
    args: [
      // Root has no sandbox; small containers have no room in /dev/shm.
      ...["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-quic", "--no-first-run"],
      ...["--disable-sync", `--disable-features=${WITHOUT.join(",")}`],
    ],
  });
}

/** The same for one piece of work; closed when `work` has ended, well or not. */
export async function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await openBrowser();
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** `dateline WORD …` to its end, with what it said; for journeys that begin on the command line. */
export async function dateline(
  words: readonly string[],
  { stdin = "" }: { readonly stdin?: string } = {},
): Promise<{ readonly status: number | null; readonly out: string; readonly err: string }> {
  const child = spawn(fromRunner("DATELINE_BUN"), ["--no-orphans", "--no-env-file", "src/main.ts", ...words], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  child.stdin.end(stdin);
  const status = await new Promise<number | null>((done, fail) => child.once("error", fail).once("close", done));
  return { status, out, err };
}

function started(address: string, data: string, { demo = true, words = [], environment = {} }: ServerOptions) {
  const port = new URL(address).port;
  const given = ["serve", ...(demo ? ["--demo"] : []), "--port", port, "--data", data, ...words];
  // `--no-orphans`: a journey that is killed takes its server along.
  return spawn(fromRunner("DATELINE_BUN"), ["--no-orphans", "--no-env-file", "src/main.ts", ...given], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...environment },
  });
}

function heard(child: ChildProcess): () => string {
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (more: string) => {
      text += more;
    });
  }
  return () => text;
}

async function ready(address: string, child: ChildProcess, output: () => string): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null)
      throw new Error(`the server ended with ${child.exitCode} before it was ready:\n${output()}`);
    if (await answers(`${address}/readyz`)) return;
    await new Promise((done) => setTimeout(done, LOOK_AGAIN_MS));
  }
  throw new Error(
    `${address}/readyz did not answer 200 within ${READY_WITHIN_MS / 1000} s; the server said:\n${output()}`,
  );
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false; // nobody listens yet
  }
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((done) => child.once("exit", () => done()));
  child.kill("SIGTERM");
  const clock = setTimeout(() => child.kill("SIGKILL"), GONE_WITHIN_MS);
  await gone;
  clearTimeout(clock);
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = address !== null && typeof address === "object" ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}

function fromRunner(name: "CHROMIUM_PATH" | "DATELINE_BUN"): string {
  const value = process.env[name];
  if (value) return value;
  throw new Error(`Journeys are started by "npm test journeys", which sets ${name}.`);
}
