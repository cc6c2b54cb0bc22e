/**
 * How many durable actions a second the SQLite store keeps: grouped, as 32 askers at a time bring it about; one commit
 * for each, as one asker does; and what the engine itself could do at most. `npm run bench writes [-- --json] [--seconds 2]`.
 */
import { Database } from "bun:sqlite";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { together } from "#store/db.ts";
import { DATABASE_FILE, openStore } from "#store/open.ts";

// What the grouping has to be worth: on a disk with slower fsyncs it is worth more.
const LEAST_GAIN = 3;

const ASKERS = 32;
const ROUNDS = 3;

type Rate = { readonly perSecond: number; readonly p50Ms: number; readonly p99Ms: number };

const { values } = parseArgs({ options: { json: { type: "boolean" }, seconds: { type: "string", default: "2" } } });
const seconds = Number(values.seconds);
const ways: Readonly<Record<string, (data: string) => Promise<Rate>>> = {
  grouped: (data) => actions(data, ASKERS),
  "one by one": (data) => actions(data, 1),
  "the engine, 64 rows a commit": async (data) => raw(data, 64),
  "the engine, a row a commit": async (data) => raw(data, 1),
};

const rounds = new Map<string, Rate[]>(Object.keys(ways).map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round++) {
  // Every way once a round, so that what else the machine does meets all of them.
  for (const [name, measure] of Object.entries(ways)) rounds.get(name)?.push(await inNewStore(measure));
}

const median = Object.fromEntries([...rounds].map(([name, rates]) => [name, middle(rates)]));
const gain = rate("grouped") / rate("one by one");
const ofLimit = rate("grouped") / rate("the engine, 64 rows a commit");
if (values.json) {
  process.stdout.write(
    `${JSON.stringify({ seconds, rounds: ROUNDS, askers: ASKERS, median, gain, ofLimit, leastGain: LEAST_GAIN })}\n`,
  );
} else {
  for (const [name, { perSecond, p50Ms, p99Ms }] of Object.entries(median)) {
    process.stdout.write(
      `${name.padEnd(30)} ${String(Math.round(perSecond)).padStart(8)} a second   p50 ${p50Ms.toFixed(2)} ms   p99 ${p99Ms.toFixed(2)} ms\n`,
    );
  }
  process.stdout.write(
    `grouped is ${gain.toFixed(1)} times one by one (at least ${LEAST_GAIN}), ${ofLimit.toFixed(2)} of the engine's own 64 a commit\n`,
  );
}
process.exitCode = gain >= LEAST_GAIN ? 0 : 1;

async function inNewStore(measure: (data: string) => Promise<Rate>): Promise<Rate> {
  const data = mkdtempSync(join(tmpdir(), "dateline-bench-"));
  try {
    return await measure(data);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function actions(data: string, askers: number): Promise<Rate> {
  const store = await openStore({ data });
  const until = performance.now() + seconds * 1000;
  const took: number[] = [];
  let next = 0;
  async function ask(): Promise<void> {
    while (performance.now() < until) {
      const id = `story ${next++}`;
      const from = performance.now();
      await together(store.db, (db) =>
        db.insertInto("story").values({ id, made_at: "2026-03-02T10:00:00.000Z" }).execute(),
      );
      took.push(performance.now() - from);
    }
  }
  const from = performance.now();
  await Promise.all(Array.from({ length: askers }, ask));
  const lasted = performance.now() - from;
  await store.close();
  return rateFrom(took, took.length, lasted);
}

async function raw(data: string, rowsACommit: number): Promise<Rate> {
  await (await openStore({ data })).close();
  const file = new Database(join(data, DATABASE_FILE));
  file.run("pragma synchronous = full");
  const insert = file.prepare("insert into story (id, made_at) values (?, ?)");
  const took: number[] = [];
  const from = performance.now();
  while (performance.now() < from + seconds * 1000) {
    const began = performance.now();
    file.run("begin immediate");
    for (let row = 0; row < rowsACommit; row++) insert.run(`story ${took.length} ${row}`, "2026-03-02T10:00:00.000Z");
    file.run("commit");
    took.push(performance.now() - began);
  }
  const lasted = performance.now() - from;
  insert.finalize();
  file.close();
  return rateFrom(took, took.length * rowsACommit, lasted);
}

function rateFrom(took: number[], count: number, lastedMs: number): Rate {
  const sorted = took.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { perSecond: (count * 1000) / lastedMs, p50Ms: at(0.5), p99Ms: at(0.99) };
}

function middle(rates: readonly Rate[]): Rate {
  const found = rates.toSorted((one, other) => one.perSecond - other.perSecond)[Math.floor(rates.length / 2)];
  if (!found) throw new Error("nothing was measured");
  return found;
}

function rate(name: string): number {
  return median[name]?.perSecond ?? Number.NaN;
}
