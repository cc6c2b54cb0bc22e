/**
 * One article page from Dateline and the same bytes from nginx's static files, in the same run on the same cores:
 * requests a second, waiting, CPU; and Dateline's memory after many pages.
 * `npm run bench pages [-- --json] [--seconds 3] [--rounds 7] [--memory 60000]`.
 * Where wrk and nginx are missing they are installed from Debian's packages when root; else it says so.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openStore } from "#store/open.ts";
import { withFirstEdition } from "../src/cli/store.ts";
import { fillArchive } from "./lib/archive.ts";
import { cpuSeconds, freePort, Missing, program, type Running, residentMegabytes, started } from "./lib/programs.ts";
import { fillReplies } from "./lib/replies.ts";
import { machine, type Spread, spreadOf } from "./lib/rounds.ts";
import { load } from "./lib/wrk.ts";

// What issue and README promise.
const LEAST_OF_NGINX = 0.9;
const MOST_P99_OF_NGINX = 1.5;
const MOST_MEGABYTES = 320;
const MOST_GROWTH = 1.1;

const REPLIES = 50;
// Paragraphs that make a page of about twenty kilobytes.
const PARAGRAPHS = 50;
const FEWER_PAGES = 10_000;

const { values } = parseArgs({
  options: {
    json: { type: "boolean" },
    seconds: { type: "string", default: "3" },
    rounds: { type: "string", default: "7" },
    memory: { type: "string", default: "60000" },
  },
});
const [seconds, rounds, pages] = [Number(values.seconds), Number(values.rounds), Number(values.memory)];

type Way = { readonly name: string; readonly headers: Record<string, string> };
type Server = Running & { readonly name: string; readonly url: string; readonly ways: readonly Way[] };
type Measured = {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly cpuMicros: number;
};

const folder = mkdtempSync(join(tmpdir(), "dateline-bench-"));
try {
  process.exitCode = await measured();
} catch (error) {
  if (!(error instanceof Missing)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measured(): Promise<number> {
  program("wrk", "wrk");
  const ours = await dateline();
  const theirs = await nginx(ours);
  const rates = new Map<string, Measured[]>();
  try {
    for (const server of [ours, theirs]) await load({ url: server.url, seconds: 1 });
    for (let round = 0; round < rounds; round++) {
      // The order alternates, so that what else the machine does meets both.
      const order = round % 2 === 0 ? [ours, theirs] : [theirs, ours];
      for (const way of ["identity", "gzip", "not modified"]) {
        for (const server of order) {
          const name = `${server.name}, ${way}`;
          const headers = server.ways.find((one) => one.name === way)?.headers ?? {};
          rates.set(name, [...(rates.get(name) ?? []), await oneRun(server, headers)]);
        }
      }
    }
    const memory = await memoryOf(ours);
    return reported(rates, memory);
  } finally {
    await ours.stop();
    await theirs.stop();
  }
}

async function oneRun(server: Server, headers: Record<string, string>): Promise<Measured> {
  const before = cpuSeconds(server.pid);
  const run = await load({ url: server.url, seconds, headers });
  return { ...run, cpuMicros: ((cpuSeconds(server.pid) - before) * 1_000_000) / (run.perSecond * seconds) };
}

async function dateline(): Promise<Server & { readonly addresses: readonly string[] }> {
  const data = join(folder, "data");
  const store = await openStore({ data });
  await withFirstEdition(store, new Date());
  const addresses = await fillArchive(store.db, { articles: pages, paragraphs: PARAGRAPHS });
  const { id: articleId } = await store.db
    .selectFrom("article")
    .select("id")
    .where("slug", "=", addresses[0]?.split("/").at(-1) ?? "")
    .executeTakeFirstOrThrow();
  await fillReplies(store.db, { articleIds: [articleId], each: REPLIES, at: new Date(), inThreads: true });
  await store.close();
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const main = join(import.meta.dirname, "..", "src", "main.ts");
  const running = await started(
    [process.execPath, main, "serve", "--only", "web", "--data", data, "--port", String(port)],
    `${origin}/healthz`,
  );
  const url = `${origin}${addresses[0]}`;
  return { ...running, name: "Dateline", url, ways: await waysOf(url), addresses };
}

async function waysOf(url: string): Promise<Way[]> {
  const gzip = { "Accept-Encoding": "gzip" };
  const response = await fetch(url, { headers: gzip });
  await response.arrayBuffer();
  return [
    { name: "identity", headers: {} },
    { name: "gzip", headers: gzip },
    { name: "not modified", headers: { ...gzip, "If-None-Match": response.headers.get("etag") ?? "" } },
  ];
}

/** The same page with the same headers, from files compressed beforehand. */
async function nginx(ours: Server): Promise<Server> {
  const file = program("nginx", "nginx-light");
  const root = join(folder, "nginx");
  mkdirSync(join(root, "logs"), { recursive: true });
  const page = await fetch(ours.url, { headers: { "Accept-Encoding": "identity" } });
  const packed = await fetch(ours.url, { headers: { "Accept-Encoding": "gzip" }, decompress: false });
  writeFileSync(join(root, "page.html"), await page.bytes());
  writeFileSync(join(root, "page.html.gz"), await packed.bytes());
  const port = await freePort();
  const own = ["content-type", "content-length", "etag", "vary", "date", "connection"];
  const headers = [...page.headers].flatMap(([name, value]) =>
    own.includes(name) ? [] : [`add_header ${name} "${value}";`],
  );
  writeFileSync(join(root, "nginx.conf"), nginxConf(root, port, headers));
  const url = `http://127.0.0.1:${port}/page.html`;
  const running = await started([file, "-p", root, "-c", join(root, "nginx.conf")], url);
  return { ...running, name: "nginx", url, ways: await waysOf(url) };
}

function nginxConf(root: string, port: number, headers: readonly string[]): string {
  return `
daemon off;
${process.getuid?.() === 0 ? "user root;" : ""}
worker_processes auto;
pid ${root}/nginx.pid;
error_log stderr error;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  open_file_cache max=100 inactive=1h;
  gzip_static on;
  gzip_vary on;
  types { text/html html; }
  charset utf-8;
  server {
    listen 127.0.0.1:${port};
    root ${root};
    ${headers.join("\n    ")}
  }
}
`;
}

type Memory = { readonly start: number; readonly fewer: number; readonly all: number };

async function memoryOf({ pid, url, addresses }: Server & { readonly addresses: readonly string[] }): Promise<Memory> {
  const { origin } = new URL(url);
  const read = async (some: readonly string[]) => {
    const waiting = [...some];
    const reader = async () => {
      for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
        const response = await fetch(`${origin}${address}`, { headers: { "Accept-Encoding": "gzip" } });
        if (!response.ok) throw new Error(`${address} answered ${response.status}`);
        await response.arrayBuffer();
      }
    };
    await Promise.all(Array.from({ length: 8 }, reader));
  };
  const start = residentMegabytes(pid);
  await read(addresses.slice(0, FEWER_PAGES));
  const fewer = residentMegabytes(pid);
  await read(addresses.slice(FEWER_PAGES));
  return { start, fewer, all: residentMegabytes(pid) };
}

function reported(rates: ReadonlyMap<string, readonly Measured[]>, memory: Memory): number {
  const figures = Object.fromEntries(
    [...rates].map(([name, runs]) => [
      name,
      {
        perSecond: spreadOf(runs.map(({ perSecond }) => perSecond)),
        p50Ms: spreadOf(runs.map(({ p50Ms }) => p50Ms)),
        p99Ms: spreadOf(runs.map(({ p99Ms }) => p99Ms)),
        cpuMicros: spreadOf(runs.map(({ cpuMicros }) => cpuMicros)),
      },
    ]),
  );
  const of = (server: string, way: string) => {
    const found = figures[`${server}, ${way}`];
    if (!found) throw new Error(`${server} was not measured ${way}`);
    return found;
  };
  const checks = ["identity", "gzip"].flatMap((way) => [
    check(
      `requests a second of nginx's, ${way}`,
      of("Dateline", way).perSecond.median / of("nginx", way).perSecond.median,
      { least: LEAST_OF_NGINX },
    ),
    check(`p99 of nginx's, ${way}`, of("Dateline", way).p99Ms.median / of("nginx", way).p99Ms.median, {
      most: MOST_P99_OF_NGINX,
    }),
  ]);
  checks.push(
    check(
      "304s a second of 200s",
      of("Dateline", "not modified").perSecond.median / of("Dateline", "gzip").perSecond.median,
      { least: 1 },
    ),
    check(`MB after ${pages} pages`, memory.all, { most: MOST_MEGABYTES }),
    check(`of the MB after ${FEWER_PAGES}`, memory.all / memory.fewer, { most: MOST_GROWTH }),
  );
  const isKept = checks.every(({ holds }) => holds);
  const all = { machine: machine(), seconds, rounds, connections: 32, figures, memory, checks, isKept };
  if (values.json) process.stdout.write(`${JSON.stringify(all)}\n`);
  else print(all);
  return isKept ? 0 : 1;
}

type Check = { readonly what: string; readonly is: number; readonly promised: string; readonly holds: boolean };

function check(what: string, is: number, { least = 0, most = Number.POSITIVE_INFINITY }): Check {
  const promised = Number.isFinite(most) ? `at most ${most}` : `at least ${least}`;
  return { what, is, promised, holds: is >= least && is <= most };
}

type All = {
  readonly machine: string;
  readonly figures: Readonly<Record<string, Readonly<Record<keyof Measured, Spread>>>>;
  readonly memory: Memory;
  readonly checks: readonly Check[];
};

function print({ machine, figures, memory, checks }: All): void {
  const lines = [
    `${machine}; median of ${rounds} rounds of ${seconds} s, 32 connections (least–most)`,
    ...Object.entries(figures).map(
      ([name, { perSecond, p50Ms, p99Ms, cpuMicros }]) =>
        `${name.padEnd(24)} ${shown(perSecond, 0)} a second   p50 ${shown(p50Ms, 2)} ms   p99 ${shown(p99Ms, 2)} ms   CPU ${shown(cpuMicros, 1)} µs`,
    ),
    `RSS ${memory.start.toFixed(0)} MB after the runs, ${memory.fewer.toFixed(0)} after ${FEWER_PAGES} pages, ${memory.all.toFixed(0)} after ${pages}`,
    ...checks.map(
      ({ what, is, promised, holds }) => `${holds ? "kept  " : "MISSED"} ${is.toFixed(2)} ${what} (${promised})`,
    ),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

function shown({ median, least, most }: Spread, digits: number): string {
  return `${median.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`;
}
