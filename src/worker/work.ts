/**
 * Does the jobs that are due, a few at a time. A worker killed in the middle of one lets go of it
 * when its hold runs out, and another does it again. What a job does is in the file of its kind.
 */
import type { z } from "zod";
import { newBell } from "#lib/bell.ts";
import { newId } from "#lib/ids.ts";
import type { Db } from "#store/db.ts";
import type { Store } from "#store/open.ts";
import { claim, fail, finish, HELD_MS, type HeldJob, letGo, nextDueAt, renew } from "#store/queue.ts";
import { nextPlannedAt, type Planned, plan } from "./schedule.ts";

export type JobContext = {
  readonly db: Db;
  readonly at: Date;
  /** The worker is stopping or has lost the job: no more effects outside. */
  readonly signal: AbortSignal;
};

export type Handler = (payload: unknown, context: JobContext) => Promise<void>;

/** By kind: `search.index`. */
export type Jobs = Readonly<Record<string, Handler>>;

export type Work = {
  readonly store: Store;
  readonly jobs: Jobs;
  readonly schedule?: readonly Planned[];
  /** Kinds that are done one at a time, beside the others and never in their place. */
  readonly slow?: readonly string[];
  readonly now: () => Date;
  /** A job failed, died or was lost, or the store could not be asked: a sentence for the log, and why. */
  readonly report: (sentence: string, cause: unknown) => void;
  /** From 0 to 1: spreads the tries of jobs that failed together. */
  readonly random?: () => number;
  /** How long jobs may still take once it is asked to stop. */
  readonly stopsWithinMs?: number;
};

export type Worker = {
  /** Looks at once, whatever it waits for. */
  readonly look: () => void;
  /** Takes nothing more and waits for what is being done; what does not end in time is free for another worker at once. */
  readonly stop: () => Promise<void>;
};

type Running = { readonly kind: string; readonly done: Promise<void>; readonly abort: AbortController };

// Jobs mostly wait for the database or the network; more at once would only stand in each other's way.
const MOST_AT_ONCE = 4;

// Work is told of by the store; this is for a clock that jumped and a notice that was lost.
const LOOK_AT_LEAST_EVERY_MS = 5_000;

// Three chances to renew before a hold runs out.
const RENEW_EVERY_MS = HELD_MS / 3;

const STOPS_WITHIN_MS = 10_000;

/** A handler whose payload is checked before it runs: rows may be older than the program. */
export function handler<Told>(told: z.ZodType<Told>, run: (told: Told, context: JobContext) => Promise<void>): Handler {
  return (payload, context) => run(told.parse(payload), context);
}

/** The moment a job was begun, and what has gone by since. */
export function clockFrom(at: Date): () => Date {
  const began = performance.now();
  return () => new Date(at.getTime() + Math.round(performance.now() - began));
}

/** Works until it is stopped. */
export function work({
  store,
  jobs,
  schedule = [],
  slow = [],
  now,
  report,
  random = Math.random,
  stopsWithinMs = STOPS_WITHIN_MS,
}: Work): Worker {
  const { db } = store;
  const worker = newId(now());
  const quick = Object.keys(jobs).filter((kind) => !slow.includes(kind));
  const running = new Map<string, Running>();
  const bell = newBell();
  let stopping = false;

  async function loop(): Promise<void> {
    let reported: string | undefined;
    while (!stopping) {
      const rung = bell.next();
      const waitMs = await lookOnce().then(
        (ms) => {
          reported = undefined;
          return ms;
        },
        (error: unknown) => {
          // A database that is away, or a file its site has left, says the same at every look: it is told of once.
          const said = String(error);
          if (said !== reported) report("the jobs could not be looked at", error);
          reported = said;
          return LOOK_AT_LEAST_EVERY_MS;
        },
      );
      if (waitMs > 0) await ringOrTime(rung, waitMs);
    }
  }

  /** Starts what is due; answers how long there is nothing to do. */
  async function lookOnce(): Promise<number> {
    await plan(db, schedule, now());
    const slowRun = [...running.values()].filter(({ kind }) => slow.includes(kind)).length;
    const places = MOST_AT_ONCE - (running.size - slowRun);
    const kinds = [...(places > 0 ? quick : []), ...(slowRun === 0 ? slow : [])];
    if (kinds.length === 0) return LOOK_AT_LEAST_EVERY_MS;
    const due = await nextDueAt(db, kinds);
    const next = Math.min(due?.getTime() ?? Number.POSITIVE_INFINITY, nextPlannedAt(schedule, now())) - now().getTime();
    if (next > 0) return Math.min(next, LOOK_AT_LEAST_EVERY_MS);
    const taken = [
      ...(await claim(db, { kinds: quick, worker, now: now(), limit: places })),
      ...(await claim(db, { kinds: slow, worker, now: now(), limit: 1 - slowRun })),
    ];
    for (const job of taken) start(job);
    // A job that is due and was not to be had is in another worker's hands.
    return taken.length > 0 ? 0 : LOOK_AT_LEAST_EVERY_MS;
  }

  function start(job: HeldJob): void {
    const abort = new AbortController();
    const done = perform({ job, db, jobs, worker, now, random, report, signal: abort.signal }).finally(() => {
      running.delete(job.id);
      bell.ring();
    });
    running.set(job.id, { kind: job.kind, done, abort });
  }

  async function renewAll(): Promise<void> {
    const lost = await renew(db, { ids: [...running.keys()], worker, now: now() });
    for (const id of lost) running.get(id)?.abort.abort(new Error("another worker has taken the job over"));
  }

  const renewing = setInterval(
    () => void renewAll().catch((error: unknown) => report("jobs could not be held on to", error)),
    RENEW_EVERY_MS,
  );
  const stopListening = store.changes(bell.ring);
  const ended = loop();

  return {
    look: bell.ring,
    stop: async () => {
      stopping = true;
      bell.ring();
      stopListening();
      await ended;
      await ringOrTime(Promise.all([...running.values()].map(({ done }) => done)), stopsWithinMs);
      clearInterval(renewing);
      for (const { abort } of running.values()) abort.abort(new Error("the worker is stopping"));
      await letGo(db, { ids: [...running.keys()], worker });
    },
  };
}

/** Does everything that is due now and what follows from it, one after another; answers how many jobs that was. */
export async function workOnce({
  store: { db },
  jobs,
  schedule = [],
  now,
  report,
  random = Math.random,
}: Work): Promise<number> {
  const worker = newId(now());
  const { signal } = new AbortController();
  await plan(db, schedule, now());
  for (let count = 0; ; count++) {
    const [job] = await claim(db, { kinds: Object.keys(jobs), worker, now: now(), limit: 1 });
    if (!job) return count;
    await perform({ job, db, jobs, worker, now, random, report, signal });
  }
}

type Performance = Pick<Work, "jobs" | "now" | "report"> & {
  readonly job: HeldJob;
  readonly db: Db;
  readonly worker: string;
  readonly random: () => number;
  readonly signal: AbortSignal;
};

async function perform({ job, db, jobs, worker, now, random, report, signal }: Performance): Promise<void> {
  try {
    const run = jobs[job.kind];
    if (!run) throw new Error(`nobody knows how to do a job of the kind ${job.kind}`);
    await run(job.payload, { db, at: now(), signal });
    // Told to end, it may have left off in the middle: it is another worker's, or the next one's, to do again.
    if (!signal.aborted) await finish(db, { id: job.id, worker, now: now() });
  } catch (error) {
    if (!signal.aborted) await putBack(error);
  }

  async function putBack(error: unknown): Promise<void> {
    try {
      const fate = await fail(db, { job, worker, error: inWords(error), now: now(), random: random() });
      report(
        fate === "dead"
          ? `${job.kind} ${job.id} failed for the last time`
          : `${job.kind} ${job.id} failed and will be tried again`,
        error,
      );
    } catch (cause) {
      // The hold runs out by itself, and the job is done again.
      report(`${job.kind} ${job.id} failed, and so did putting it back`, cause);
    }
  }
}

function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? "" : `\ncaused by ${inWords(error.cause)}`;
  // A stack need not hold the message, nor a message the stack.
  return `${error.name}: ${error.message}\n${error.stack ?? ""}${cause}`;
}

async function ringOrTime(rung: Promise<unknown>, ms: number): Promise<void> {
  const { promise: time, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  await Promise.race([rung, time]);
  clearTimeout(timer);
}
