/**
 * Work to be done after the action commits. A job is a row, so it is kept or lost together
 * with the change that asked for it. A job runs at least once: who does it twice does no harm.
 */
import { idsInTurn } from "#lib/ids.ts";
import { type Db, engineOf, together } from "./db.ts";
import { keptStatement, type ValueOf } from "./kept.ts";

/** What a handler is told; it goes into a column as JSON. */
export type Payload = Readonly<Record<string, unknown>>;

/** A job somebody has taken to do now. */
export type HeldJob = {
  readonly id: string;
  readonly kind: string;
  readonly payload: unknown;
  /** 1 the first time. */
  readonly attempt: number;
  /** When it was taken. */
  readonly since: Date;
};

export type DeadJob = {
  readonly id: string;
  readonly kind: string;
  readonly payload: unknown;
  readonly attempts: number;
  readonly lastError: string;
  readonly diedAt: Date;
};

// Ten tries spread over about sixteen hours: a server that is down for a night is waited for.
export const MOST_ATTEMPTS = 10;
const FIRST_WAIT_MS = 10_000;
const WAIT_GROWS_BY = 3;
const LONGEST_WAIT_MS = 6 * 60 * 60 * 1000;

/** A job whose worker died is free again after this; a living worker renews it well before. */
export const HELD_MS = 60_000;

// An error's whole stack can be long; its beginning says what happened.
const LONGEST_ERROR = 4_000;
const MOST_DEAD_LISTED = 200;

/**
 * Asks for a job at `at` or soon after. With a `key`, a job that waits untouched under the same key stands for this
 * one too and is moved forward when it would come later; one that is being done already does not count. It keeps what it
 * was asked with, unless this one `isLatest`.
 */
export async function enqueue(
  db: Db,
  kind: string,
  payload: Payload,
  at: Date,
  { key, isLatest = false }: { key?: string; isLatest?: boolean } = {},
): Promise<void> {
  const ask = async (db: Db) => {
    const instead = isLatest ? payload : undefined;
    if (key !== undefined && (await standsFor(db, { kind, key, at, instead }))) return;
    const moment = at.toISOString();
    await insertJob(db, { id: newJobId(at), kind, key: key ?? null, payload: JSON.stringify(payload), at: moment });
    await engineOf(db).announce(db);
  };
  // Inside an action it is kept or lost with it, and needs no savepoint of its own.
  await (db.isTransaction ? ask(db) : together(db, ask));
}

/** Asks for many jobs at once, each whether or not one like it waits. */
export async function enqueueAll(
  db: Db,
  jobs: readonly { readonly kind: string; readonly payload: Payload }[],
  at: Date,
): Promise<void> {
  if (jobs.length === 0) return;
  await together(db, async (db) => {
    for (const { kind, payload } of jobs)
      await insertJob(db, {
        id: newJobId(at),
        kind,
        key: null,
        payload: JSON.stringify(payload),
        at: at.toISOString(),
      });
    await engineOf(db).announce(db);
  });
}

const newJobId = idsInTurn();

const insertJob = keptStatement(
  (db, value: ValueOf<{ id: string; kind: string; key: string | null; payload: string; at: string }>) =>
    db.insertInto("job").values({
      id: value("id"),
      kind: value("kind"),
      key: value("key"),
      payload: value("payload"),
      state: "waiting",
      run_at: value("at"),
      attempts: 0,
      held_until: null,
      held_by: null,
      last_error: null,
      made_at: value("at"),
      ended_at: null,
    }),
);

type Standing = {
  readonly kind: string;
  readonly key: string;
  readonly at: Date;
  readonly instead?: Payload | undefined;
};

async function standsFor(db: Db, { kind, key, at, instead }: Standing): Promise<boolean> {
  const [waiting] = await waitingUnder(db, { kind, key });
  if (!waiting) return false;
  if (instead)
    await db
      .updateTable("job")
      .set({ payload: JSON.stringify(instead) })
      .where("id", "=", waiting.id)
      .execute();
  if (waiting.run_at > at.toISOString()) {
    await db.updateTable("job").set({ run_at: at.toISOString() }).where("id", "=", waiting.id).execute();
  }
  return true;
}

const waitingUnder = keptStatement((db, value: ValueOf<{ kind: string; key: string }>) =>
  db
    .selectFrom("job")
    .select(["id", "run_at"])
    .where("key", "=", value("key"))
    .where("kind", "=", value("kind"))
    .where("state", "=", "waiting")
    .where("held_by", "is", null)
    .orderBy("run_at")
    .limit(1)
    .$if(engineOf(db).skipsLocked, (query) => query.forUpdate().skipLocked()),
);

type Claim = { readonly kinds: readonly string[]; readonly worker: string; readonly now: Date; readonly limit: number };

/** Takes what is due, oldest first. A job that took its worker down with it at the last try is buried instead. */
export async function claim(db: Db, { kinds, worker, now, limit }: Claim): Promise<HeldJob[]> {
  if (kinds.length === 0 || limit <= 0) return [];
  return together(db, async (db) => {
    const due = await db
      .selectFrom("job")
      .select(["id", "attempts"])
      .where("state", "=", "waiting")
      .where("run_at", "<=", now.toISOString())
      .where((job) => job.or([job("held_until", "is", null), job("held_until", "<=", now.toISOString())]))
      .where("kind", "in", kinds)
      .orderBy("run_at")
      .orderBy("id")
      .limit(limit)
      .$if(engineOf(db).skipsLocked, (query) => query.forUpdate().skipLocked())
      .execute();
    const spent = due.filter(({ attempts }) => attempts >= MOST_ATTEMPTS).map(({ id }) => id);
    const fresh = due.filter(({ attempts }) => attempts < MOST_ATTEMPTS).map(({ id }) => id);
    if (spent.length > 0) await bury(db, spent, "its worker was gone before the job ended, at every try", now);
    return fresh.length > 0 ? hold(db, fresh, worker, now) : [];
  });
}

async function hold(db: Db, ids: readonly string[], worker: string, now: Date): Promise<HeldJob[]> {
  const rows = await db
    .updateTable("job")
    .set((job) => ({
      held_by: worker,
      held_until: heldUntil(now),
      attempts: job("attempts", "+", 1),
    }))
    .where("id", "in", ids)
    .returning(["id", "kind", "payload", "attempts", "run_at"])
    .execute();
  rows.sort((one, other) => compare(one.run_at, other.run_at) || compare(one.id, other.id));
  return rows.map(({ id, kind, payload, attempts }) => ({
    id,
    kind,
    payload: JSON.parse(payload),
    attempt: attempts,
    since: now,
  }));
}

/** Says that the worker is still alive; answers which of the jobs it has lost to another meanwhile. */
export async function renew(
  db: Db,
  { ids, worker, now }: { ids: readonly string[]; worker: string; now: Date },
): Promise<string[]> {
  if (ids.length === 0) return [];
  const kept = await db
    .updateTable("job")
    .set({ held_until: heldUntil(now) })
    .where("id", "in", ids)
    .where("held_by", "=", worker)
    .where("state", "=", "waiting")
    .returning("id")
    .execute();
  return ids.filter((id) => !kept.some((row) => row.id === id));
}

/** The job is done. What another worker has taken over meanwhile stays that worker's. */
export async function finish(db: Db, { id, worker, now }: { id: string; worker: string; now: Date }): Promise<void> {
  await db
    .updateTable("job")
    .set({ state: "done", ended_at: now.toISOString(), held_by: null, held_until: null })
    .where("id", "=", id)
    .where("held_by", "=", worker)
    .execute();
}

/** What a worker began and leaves undone is free at once for another; what it no longer holds is left alone. */
export async function letGo(db: Db, { ids, worker }: { ids: readonly string[]; worker: string }): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable("job")
    .set({ held_by: null, held_until: null })
    .where("id", "in", ids)
    .where("held_by", "=", worker)
    .where("state", "=", "waiting")
    .execute();
}

type Failure = {
  readonly job: HeldJob;
  readonly worker: string;
  readonly error: string;
  readonly now: Date;
  readonly random: number;
};

/** Puts the job back for a later try, or away when it has had its tries. */
export async function fail(db: Db, { job, worker, error, now, random }: Failure): Promise<"again" | "dead"> {
  const dies = job.attempt >= MOST_ATTEMPTS;
  const runAt = new Date(now.getTime() + waitAfter(job.attempt, random));
  await db
    .updateTable("job")
    .set((row) => ({
      ...(dies ? { state: "dead", ended_at: now.toISOString() } : { run_at: runAt.toISOString() }),
      last_error: row
        .case()
        .when(row.exists(withheldSince(db, job.since)))
        .then(NOT_TOLD)
        .else(error.slice(0, LONGEST_ERROR))
        .end(),
      held_by: null,
      held_until: null,
    }))
    .where("id", "=", job.id)
    .where("held_by", "=", worker)
    .execute();
  return dies ? "dead" : "again";
}

const NOT_TOLD = "Something was withheld while this was being done: what it failed with is not kept.";

// A withholding has its moment when it is agreed to, and is seen by others when all of it is done.
const WITHHOLDING_TAKES_MS = 10 * 60 * 1000;

/** A job that was taken before a withholding may fail with words that are withheld by now: of that try no error is kept. */
function withheldSince(db: Db, moment: Date) {
  return db
    .selectFrom("withholding")
    .select("id")
    .where("state", "=", "done")
    .where("decided_at", ">=", new Date(moment.getTime() - WITHHOLDING_TAKES_MS).toISOString());
}

/** Forgets what jobs failed with while a withholding that was agreed to at `since` was on its way. */
export async function forgetErrors(db: Db, { since }: { readonly since: Date }): Promise<void> {
  await db
    .updateTable("job")
    .set({ last_error: NOT_TOLD })
    .where("last_error", "is not", null)
    .where((job) =>
      job.or([
        job.and([job("state", "=", "waiting"), job("run_at", ">=", since.toISOString())]),
        job.and([job("state", "=", "dead"), job("ended_at", ">=", since.toISOString())]),
      ]),
    )
    .execute();
}

/** How long to wait after a failed try; `random`, from 0 to 1, spreads those that failed together. */
export function waitAfter(attempt: number, random: number): number {
  const full = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * WAIT_GROWS_BY ** (attempt - 1));
  return Math.round(full * (0.75 + random / 4));
}

/** When the next job of these kinds is due, or one that is held becomes free; nothing when none waits. */
export async function nextDueAt(db: Db, kinds: readonly string[]): Promise<Date | undefined> {
  if (kinds.length === 0) return undefined;
  const waiting = db.selectFrom("job").where("state", "=", "waiting").where("kind", "in", kinds);
  const [free, held] = await Promise.all([
    waiting.select("run_at as at").where("held_until", "is", null).orderBy("run_at").limit(1).executeTakeFirst(),
    waiting
      .select((job) => job.fn.min("held_until").as("at"))
      .where("held_until", "is not", null)
      .executeTakeFirst(),
  ]);
  const [first] = [free?.at, held?.at].flatMap((at) => (at ? [at] : [])).sort();
  return first === undefined ? undefined : new Date(first);
}

/** Jobs that had all their tries in vain, the last to die first. */
export async function deadJobs(db: Db): Promise<DeadJob[]> {
  const rows = await db
    .selectFrom("job")
    .select(["id", "kind", "payload", "attempts", "last_error", "ended_at", "made_at"])
    .where("state", "=", "dead")
    .where("ended_at", "is not", null)
    .orderBy("ended_at", "desc")
    .orderBy("id", "desc")
    .limit(MOST_DEAD_LISTED)
    .execute();
  return rows.map(({ id, kind, payload, attempts, last_error, ended_at, made_at }) => ({
    id,
    kind,
    payload: JSON.parse(payload),
    attempts,
    lastError: last_error ?? "",
    diedAt: new Date(ended_at ?? made_at),
  }));
}

/** Gives a dead job all its tries again, the first at once; answers whether there was one. */
export async function revive(db: Db, id: string): Promise<boolean> {
  return together(db, async (db) => {
    const revived = await db
      .updateTable("job")
      .set({ state: "waiting", attempts: 0, ended_at: null, held_by: null, held_until: null })
      .where("id", "=", id)
      .where("state", "=", "dead")
      .returning("id")
      .executeTakeFirst();
    await engineOf(db).announce(db);
    return revived !== undefined;
  });
}

async function bury(db: Db, ids: readonly string[], error: string, now: Date): Promise<void> {
  await db
    .updateTable("job")
    .set({ state: "dead", ended_at: now.toISOString(), last_error: error, held_by: null, held_until: null })
    .where("id", "in", ids)
    .execute();
}

function heldUntil(now: Date): string {
  return new Date(now.getTime() + HELD_MS).toISOString();
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

export type JobCounts = { readonly kind: string; readonly waiting: number; readonly dead: number };

/** How many jobs of each kind wait, and how many had all their tries in vain. */
export async function countJobs(db: Db): Promise<readonly JobCounts[]> {
  const waiting = new Map((await countWaiting(db, {})).map(({ kind, jobs }) => [kind, Number(jobs)]));
  const dead = new Map((await countDead(db, {})).map(({ kind, jobs }) => [kind, Number(jobs)]));
  return [...new Set([...waiting.keys(), ...dead.keys()])]
    .sort()
    .map((kind) => ({ kind, waiting: waiting.get(kind) ?? 0, dead: dead.get(kind) ?? 0 }));
}

const countWaiting = keptStatement((db) => counted(db).where("state", "=", "waiting"));
const countDead = keptStatement((db) => counted(db).where("state", "=", "dead").where("ended_at", "is not", null));

function counted(db: Db) {
  return db
    .selectFrom("job")
    .select((job) => ["kind", job.fn.countAll<number | string>().as("jobs")])
    .groupBy("kind");
}
