/**
 * How long after its commit a publication is served, by every node, while readers ask as fast as they are answered:
 * three processes on PostgreSQL, and one on SQLite. `npm run bench fresh [-- --json] [--publications 300]`.
 */
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { parseArgs } from "node:util";
import { type EngineName, emptyPlace } from "#test/engines.ts";
import { stateShown } from "#test/states.ts";
import { Missing } from "./lib/programs.ts";
import { machine, quantile } from "./lib/rounds.ts";
import { load } from "./lib/wrk.ts";

// 99 of 100 publications are served by every node within so many milliseconds.
const PROMISED_MS: Readonly<Record<EngineName, number>> = { postgres: 100, sqlite: 20 };
const NODES: Readonly<Record<EngineName, number>> = { postgres: 3, sqlite: 1 };
const LOAD_SECONDS = 600;
const READERS_A_NODE = 8;

const { values } = parseArgs({
  options: { json: { type: "boolean" }, publications: { type: "string", default: "300" } },
});
const publications = Number(values.publications);

type Node = {
  readonly origin: string;
  readonly slug: string;
  readonly path: string;
  readonly child: ChildProcessByStdio<Writable, Readable, null>;
  readonly next: () => Promise<Record<string, unknown>>;
};

type Freshness = {
  readonly engine: EngineName;
  readonly nodes: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly mostMs: number;
  readonly readsChecked: number;
  readonly holds: boolean;
};

try {
  const all = [await freshness("postgres"), await freshness("sqlite")];
  if (values.json) process.stdout.write(`${JSON.stringify({ machine: machine(), publications, all })}\n`);
  else print(all);
  process.exit(all.every(({ holds }) => holds) ? 0 : 1);
} catch (error) {
  if (!(error instanceof Missing)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

async function freshness(engine: EngineName): Promise<Freshness> {
  const place = await emptyPlace(engine);
  const nodes: Node[] = [];
  for (let number = 0; number < NODES[engine]; number++) nodes.push(await node(place, `story-${number}`));
  const ended = new AbortController();
  const loads = nodes.map(({ origin, path }) =>
    load({
      url: origin + path,
      seconds: LOAD_SECONDS,
      connections: READERS_A_NODE,
      headers: { "Accept-Encoding": "gzip" },
      signal: ended.signal,
    }),
  );
  const waits: number[] = [];
  let readsChecked = 0;
  try {
    for (let state = 2; state <= publications + 1; state++) {
      const publisher = nodes[state % nodes.length];
      if (!publisher) throw new Error("there is no node");
      const asked = publisher.next();
      const seen = nodes.map(({ origin }) => firstSeen(origin + publisher.path, publisher.slug, state));
      publisher.child.stdin.write(`${state}\n`);
      const { committedAt } = await asked;
      for (const { at, reads } of await Promise.all(seen)) {
        waits.push(Math.max(0, at - Number(committedAt)));
        readsChecked += reads;
      }
    }
  } finally {
    ended.abort();
    await Promise.allSettled(loads);
    for (const { child } of nodes) child.kill();
  }
  waits.sort((one, other) => one - other);
  const p99Ms = quantile(waits, 0.99);
  return {
    engine,
    nodes: nodes.length,
    p50Ms: quantile(waits, 0.5),
    p99Ms,
    mostMs: waits.at(-1) ?? 0,
    readsChecked,
    holds: p99Ms <= PROMISED_MS[engine],
  };
}

async function node(place: unknown, slug: string): Promise<Node> {
  const words = [join(import.meta.dirname, "fresh-child.ts"), JSON.stringify(place), slug];
  const child = spawn(process.execPath, words, { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<Record<string, unknown>> => JSON.parse(String((await lines.next()).value));
  const { origin, path } = await next();
  return { origin: String(origin), slug, path: String(path), child, next };
}

type FirstSeen = { readonly at: number; readonly reads: number };

/** Reads until the state is shown; throws at a page that shows two, or an older one after a newer. */
async function firstSeen(url: string, slug: string, state: number): Promise<FirstSeen> {
  let newest = 0;
  for (let reads = 1; ; reads++) {
    const shown = stateShown(await (await fetch(url)).text(), slug);
    if (shown < newest) throw new Error(`${url} showed state ${shown} after state ${newest}`);
    newest = shown;
    if (shown >= state) return { at: performance.timeOrigin + performance.now(), reads };
  }
}

function print(all: readonly Freshness[]): void {
  const lines = all.map(
    ({ engine, nodes, p50Ms, p99Ms, mostMs, readsChecked, holds }) =>
      `${holds ? "kept  " : "MISSED"} ${engine}, ${nodes} ${nodes === 1 ? "process" : "processes"}: p50 ${p50Ms.toFixed(1)} ms   p99 ${p99Ms.toFixed(1)} ms (at most ${PROMISED_MS[engine]})   most ${mostMs.toFixed(1)} ms   ${readsChecked} pages checked`,
  );
  process.stdout.write(`${machine()}; ${publications} publications under full read load\n${lines.join("\n")}\n`);
}
