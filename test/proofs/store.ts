/**
 * Kills a process that writes, and one that works, again and again with `kill -9`: what was acknowledged is there,
 * no action is there by half, and every job is done in the end. `bun test/proofs/store.ts --kills 200 [--seed N]`.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sql } from "kysely";
import { z } from "zod";
import { reading } from "#store/db.ts";
import { openStore, type Store } from "#store/open.ts";
import { deadJobs, enqueue, HELD_MS, MOST_ATTEMPTS, revive } from "#store/queue.ts";
import { handler, workOnce } from "#worker/work.ts";
import { type EngineName, emptyPlace, engines, type Place } from "../engines.ts";
import { killedAfter, numbersFrom } from "../kills.ts";

type Proof = { readonly engine: EngineName; readonly kills: number; readonly seed: number };

type WriteFigures = { readonly kills: number; readonly acknowledged: number; readonly kept: number };
type WorkFigures = {
  readonly kills: number;
  readonly jobs: number;
  readonly begun: number;
  /** Killed as often as a job is tried, so laid with the dead; done when they were revived. */
  readonly revived: number;
  readonly done: number;
};

const CHILD = join(import.meta.dirname, "store-child.ts");

// A kill comes after a random number of lines up to this one: at the opening, in the first group, or far in.
const MOST_LINES_BEFORE_KILL = 150;

/** Throws when an acknowledged write is missing, or a pair is there by half. */
export async function proveWrites({ engine, kills, seed }: Proof): Promise<WriteFigures> {
  const place = await emptyPlace(engine);
  const random = numbersFrom(seed);
  const acknowledged = new Set<string>();
  for (let kill = 1; kill <= kills; kill++) {
    const lines = await killedAfter(CHILD, random(MOST_LINES_BEFORE_KILL), [
      "write",
      JSON.stringify(place),
      `run${kill}`,
      "1000000",
    ]);
    for (const id of lines) acknowledged.add(id);
    await checkWrites(place, acknowledged);
  }
  return { kills, acknowledged: acknowledged.size, kept: (await pairsAt(place)).length };
}

/** Throws when a job was lost, or is not done by whoever comes after those that were killed. */
export async function proveWork({ engine, kills, seed }: Proof): Promise<WorkFigures> {
  const place = await emptyPlace(engine);
  const random = numbersFrom(seed);
  const jobs = kills * 2;
  await opened(place, async ({ db }) => {
    for (let number = 0; number < jobs; number++) await enqueue(db, "story.tell", { id: `job ${number}` }, new Date(0));
  });
  let begun = 0;
  for (let kill = 1; kill <= kills; kill++) {
    const count = random(3);
    // Each comes after the holds of the one before have run out.
    const lines = await killedAfter(CHILD, count, [
      "work",
      JSON.stringify(place),
      "",
      String(count),
      String(kill * 2 * HELD_MS),
    ]);
    begun += lines.length;
  }
  const { revived, done } = await finishWork(place, (kills + 1) * 2 * HELD_MS);
  if (done !== jobs) throw new Error(`${jobs - done} of ${jobs} jobs were not done`);
  return { kills, jobs, begun, revived, done };
}

/** Two processes that write at the same time; answers how many rows each has. */
export async function proveTwoWriters(engine: EngineName, writes: number): Promise<number[]> {
  const place = await emptyPlace(engine);
  await opened(place, async () => undefined);
  const lines = await Promise.all(
    ["one", "two"].map((run) =>
      killedAfter(CHILD, Number.POSITIVE_INFINITY, ["write", JSON.stringify(place), run, String(writes)]),
    ),
  );
  await checkWrites(place, new Set(lines.flat()));
  return lines.map(({ length }) => length);
}

async function checkWrites(place: Place, acknowledged: ReadonlySet<string>): Promise<void> {
  const kept = new Set(await pairsAt(place));
  const lost = [...acknowledged].filter((id) => !kept.has(id));
  if (lost.length > 0) throw new Error(`${lost.length} acknowledged writes are gone: ${lost.slice(0, 5).join(", ")}`);
}

async function pairsAt(place: Place): Promise<string[]> {
  return opened(place, async ({ db, engine }) => {
    // At one moment: PostgreSQL may just be committing what the killed process had sent.
    const [stories, settings] = await reading(db, async (db) => [
      await db.selectFrom("story").select("id").orderBy("id").execute(),
      await db.selectFrom("setting").select("key").orderBy("key").execute(),
    ]);
    const ids = stories.map(({ id }) => id);
    if (ids.join() !== settings.map(({ key }) => key).join()) throw new Error("an action is there by half");
    if (engine === "sqlite") {
      const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
      if (rows[0]?.integrity_check !== "ok") throw new Error(`the file is damaged: ${rows[0]?.integrity_check}`);
    }
    return ids;
  });
}

async function finishWork(place: Place, clockOffsetMs: number): Promise<{ revived: number; done: number }> {
  return opened(place, async (store) => {
    const { db } = store;
    const tell = handler(z.object({ id: z.string() }), async ({ id }) => {
      await db
        .insertInto("story")
        .values({ id, made_at: new Date().toISOString() })
        .onConflict((taken) => taken.column("id").doNothing())
        .execute();
    });
    const finish = () =>
      workOnce({
        store,
        now: () => new Date(Date.now() + clockOffsetMs),
        report: (sentence, cause) => {
          throw new Error(sentence, { cause });
        },
        jobs: { "story.tell": tell },
      });
    await finish();
    const dead = await deadJobs(db);
    const early = dead.find(({ attempts }) => attempts < MOST_ATTEMPTS);
    if (early) throw new Error(`${early.id} was laid with the dead after ${early.attempts} tries`);
    for (const { id } of dead) await revive(db, id);
    await finish();
    const done = await db.selectFrom("job").select("id").where("state", "=", "done").execute();
    const told = await db.selectFrom("story").select("id").execute();
    return { revived: dead.length, done: Math.min(done.length, told.length) };
  });
}

async function opened<T>(place: Place, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(place);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { kills: { type: "string", default: "200" }, seed: { type: "string" } } });
  const kills = Number(values.kills);
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  process.stdout.write(`seed ${seed}\n`);
  const lines: string[] = [];
  for (const engine of engines) {
    const writes = await proveWrites({ engine, kills, seed });
    const jobs = await proveWork({ engine, kills, seed });
    const [one, two] = await proveTwoWriters(engine, 2_000);
    lines.push(
      `- ${engine}: ${writes.kills} kills among grouped writes, ${writes.acknowledged} writes acknowledged, none missing (${writes.kept} kept);`,
      `  ${jobs.kills} workers killed in the middle of a job, ${jobs.jobs} jobs begun ${jobs.begun} times before,`,
      `  ${jobs.revived} of them killed at every try and revived, all done in the end;`,
      `  two processes writing at once kept ${one} and ${two} of 2000 each.`,
    );
    process.stdout.write(`${lines.slice(-4).join("\n")}\n`);
  }
  const folder = join(import.meta.dirname, "..", "..", "docs", "proofs");
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "store.md"),
    `# The store survives being killed\n\n\`npm run prove store -- --kills ${kills} --seed ${seed}\`, ${new Date().toISOString().slice(0, 10)}\n\n${lines.join("\n")}\n\nA killed process leaves what it wrote to the operating system; a power cut was not tried.\n`,
  );
  process.exit(0);
}
