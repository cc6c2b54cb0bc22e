/**
 * The one writer of a SQLite file: actions that wait run one after another, each in its own
 * savepoint, and are committed together. Knows no SQL but that of transactions.
 */
import { setTimeout as pause } from "node:timers/promises";
import { StoreProblem } from "./problem.ts";

export type WriterConnection = {
  readonly command: (sql: string) => void;
  readonly inTransaction: () => boolean;
  /** Another process is writing: worth trying again. */
  readonly isBusy: (error: unknown) => boolean;
};

/** An action's time at the connection. It is over with `keep`, answered after the commit, or `undo`. */
export type Turn = {
  readonly keep: () => Promise<void>;
  readonly undo: () => Promise<void>;
  /** Every statement of the action says so first; throws when the turn is over. */
  readonly used: () => void;
  /** Rejects when the turn was taken away. */
  readonly taken: Promise<never>;
};

export type Writer = {
  /** Waits in the row; the connection is the caller's until the turn is over. */
  readonly turn: () => Promise<Turn>;
  /** One statement, which is kept or lost as one without a savepoint; answered after the commit. */
  readonly once: <T>(statement: () => T) => Promise<T>;
  /** Waits until all that was asked for is done, and takes nothing more. */
  readonly close: () => Promise<void>;
};

export type WriterLimits = {
  /** How long another process may hold the file before those who wait are told so. */
  readonly longestBusyMs: number;
  /** How long an action may hold the connection without sending a statement. */
  readonly longestIdleMs: number;
  /** How long a group takes in whoever waits; when it is left out 8 ms, and up to 24 where the disk is slow to answer. */
  readonly groupMs?: number;
};

// Ten seconds: longer than any action of this program, shorter than a reader's or an operator's patience.
const LIMITS: WriterLimits = { longestBusyMs: 10_000, longestIdleMs: 10_000 };

// A group is closed at 256 actions or 8 ms, so that the first of a burst does not wait for the last. Where a commit takes as
// long as that, on a disk that is slow to answer, longer groups let fewer of them be waited for.
const MOST_IN_GROUP = 256;
const GROUP_MS = 8;
const LONGEST_GROUP_MS = 24;
const OF_A_COMMIT = 3;

// Another process holds the file for a few milliseconds at a time and leaves gaps of less: look often.
const LONGEST_PAUSE_MS = 5;

type Waiting = {
  /** Does the action; answers whether it is to be kept. Nothing in it is left unhandled. */
  readonly act: () => Promise<boolean>;
  /** After the commit of the group it was kept in. */
  readonly kept: () => void;
  readonly lost: (error: unknown) => void;
};

export function writerOf(
  connection: WriterConnection,
  limits: WriterLimits = LIMITS,
  committed: () => void = () => undefined,
): Writer {
  const row: Waiting[] = [];
  let working: Promise<void> | undefined;
  let closed = false;
  // How long the last one took.
  let commitMs = 0;

  function wait(waiting: Waiting): void {
    if (closed) {
      waiting.lost(new Error("the store is closed"));
      return;
    }
    row.push(waiting);
    working ??= work();
  }

  async function work(): Promise<void> {
    do {
      // What the same turn of the event loop brings belongs to the group already, and readers get theirs.
      await immediate();
      try {
        if (await begin()) await group();
      } catch (error) {
        for (const waiting of row.splice(0)) waiting.lost(error);
      }
    } while (row.length > 0);
    // In the same breath as the look at the row: whoever comes now begins anew.
    working = undefined;
  }

  async function begin(): Promise<boolean> {
    const from = performance.now();
    for (let tried = 1; ; tried++) {
      try {
        connection.command("begin immediate");
        return true;
      } catch (error) {
        const waited = performance.now() - from;
        if (connection.isBusy(error) && waited < limits.longestBusyMs) {
          await pause(Math.random() * Math.min(tried, LONGEST_PAUSE_MS));
          continue;
        }
        const told = connection.isBusy(error) ? busyFor(waited, error) : error;
        for (const waiting of row.splice(0)) waiting.lost(told);
        return false;
      }
    }
  }

  async function group(): Promise<void> {
    const { groupMs = Math.min(LONGEST_GROUP_MS, Math.max(GROUP_MS, OF_A_COMMIT * commitMs)) } = limits;
    const until = performance.now() + groupMs;
    const kept: Waiting[] = [];
    try {
      while (kept.length < MOST_IN_GROUP && performance.now() < until) {
        if (row.length === 0) await immediate();
        const next = row.shift();
        if (!next) break;
        if (await next.act()) kept.push(next);
        // A full disk or a failing one makes SQLite undo all of the transaction by itself.
        if (!connection.inTransaction())
          throw new Error("the database undid a group of writes that had not been committed");
      }
      const done = performance.now();
      connection.command("commit");
      commitMs = performance.now() - done;
      if (kept.length > 0) committed();
    } catch (error) {
      for (const waiting of kept) waiting.lost(error);
      // Where even this fails, the next `begin` does too, and tells those who wait.
      if (connection.inTransaction()) connection.command("rollback");
      return;
    }
    for (const waiting of kept) waiting.kept();
  }

  return {
    turn: () => new Promise((granted, refused) => wait(action(connection, limits, granted, refused))),
    once: (statement) => new Promise((answer, refuse) => wait(single(statement, answer, refuse))),
    close: async () => {
      closed = true;
      await working;
    },
  };
}

function single<T>(statement: () => T, answer: (value: T) => void, refuse: (error: unknown) => void): Waiting {
  let result: { readonly value: T } | undefined;
  return {
    act: async () => {
      try {
        result = { value: statement() };
        return true;
      } catch (error) {
        refuse(error);
        return false;
      }
    },
    kept: () => (result ? answer(result.value) : refuse(new Error("a statement was kept and has no answer"))),
    lost: refuse,
  };
}

function action(
  connection: WriterConnection,
  limits: WriterLimits,
  granted: (turn: Turn) => void,
  refused: (error: unknown) => void,
): Waiting {
  const end = Promise.withResolvers<boolean>();
  const answer = Promise.withResolvers<void>();
  const taken = Promise.withResolvers<never>();
  // Who has gone away does not hear of it; whoever still waits on the promise does.
  answer.promise.catch(() => undefined);
  taken.promise.catch(() => undefined);
  let over: string | undefined;
  let uses = 0;

  function finish(keep: boolean): void {
    if (over !== undefined) return;
    over = "the action is over; a statement came after its end";
    end.resolve(keep);
  }

  function takeAway(): void {
    finish(false);
    over = `an action held the writer for ${limits.longestIdleMs / 1000} s without a statement and was undone: inside an action wait for the database alone`;
    const error = new Error(over);
    answer.reject(error);
    taken.reject(error);
  }

  const turn: Turn = {
    keep: () => {
      finish(true);
      return answer.promise;
    },
    undo: async () => finish(false),
    used: () => {
      if (over !== undefined) throw new Error(over);
      // Past this point a statement would be kept by itself.
      if (!connection.inTransaction())
        throw new Error("the database has undone this action; nothing more can be written in it");
      uses += 1;
    },
    taken: taken.promise,
  };

  return {
    act: async () => {
      try {
        connection.command("savepoint action");
      } catch (error) {
        refused(error);
        return false;
      }
      granted(turn);
      const stopLooking = whenIdle(limits.longestIdleMs, () => uses, takeAway);
      const keep = await end.promise;
      stopLooking();
      try {
        if (!keep && connection.inTransaction()) connection.command("rollback to action");
        if (connection.inTransaction()) connection.command("release action");
        return keep;
      } catch (error) {
        answer.reject(error);
        return false;
      }
    },
    kept: () => answer.resolve(),
    lost: (error) => {
      answer.reject(error);
      refused(error);
    },
  };
}

// Often enough that an action is taken away within a twentieth of its time.
const LOOKS = 20;

/**
 * Counted in looks and not by the clock: while this process computes, or a full machine lets it stand, nobody waits for
 * anything else than it, and it cannot look either.
 */
function whenIdle(longestMs: number, uses: () => number, then: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  let seen = uses();
  let idle = 0;
  const look = (): void => {
    idle = uses() === seen ? idle + 1 : 0;
    seen = uses();
    if (idle >= LOOKS) then();
    else timer = setTimeout(look, longestMs / LOOKS);
  };
  timer = setTimeout(look, longestMs / LOOKS);
  return () => clearTimeout(timer);
}

function busyFor(waitedMs: number, cause: unknown): StoreProblem {
  return new StoreProblem(
    `Another process has been writing to the database for ${Math.round(waitedMs / 1000)} seconds. Nothing was written; try again when it has finished.`,
    { cause },
  );
}

function immediate(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
