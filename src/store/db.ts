/**
 * Actions and snapshots over Kysely. Inside `together` everything is kept or lost
 * as one; which engine keeps it is the engine's own file.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { type CompiledQuery, type DialectAdapter, type Kysely, type RawBuilder, sql } from "kysely";
import type { Schema } from "./schema.ts";

/** The store, or an action on it: what `together` hands over fits wherever a `Db` is asked for. */
export type Db = Kysely<Schema>;

export type Moved = {
  readonly topic: string;
  readonly version: number;
  /** What had been printed before was called back. */
  readonly isRecalled: boolean;
};

export type SearchFor = {
  readonly editionId: string;
  /** Every one has to be there. */
  readonly stems: readonly string[];
  /** The last stem may be the beginning of a longer one. */
  readonly lastIsBeginning?: boolean;
  readonly limit: number;
  /** The last of the page before. */
  readonly before?: Found | undefined;
};

export type Found = { readonly articleId: string; readonly publishedAt: string };

export type Following = {
  readonly table: string;
  readonly change: "insert" | "update" | "delete";
  /** Only rows of which this is true. */
  readonly when?: RawBuilder<unknown>;
  readonly statements: readonly RawBuilder<unknown>[];
};

/** What one engine does in its own way, beside its dialect. Its adapter carries it, so every `Db` knows it. */
export type Engine = {
  readonly name: "sqlite" | "postgres";
  /** The type of a text column that sorts by code point. */
  readonly text: RawBuilder<unknown>;
  /** Told what this process's own commits moved, before the action's caller is answered. */
  readonly committed: Set<(moved: readonly Moved[]) => void>;
  /** Since the start: actions that were kept and, where several are committed together, the commits. */
  readonly written: { actions: number; groups: number };
  /** Processes that hear of each other's commits; nothing where the engine cannot know. */
  readonly countNodes: (db: Db) => Promise<number | undefined>;
  /** Told of a snapshot when it has begun: its compiled statements may have a straight way. */
  readonly beganReading?: (snapshot: Db) => Promise<void>;
  /** Rejects when `work` keeps others waiting without end; otherwise answers what it answers. */
  readonly watched: <T>(action: Db, work: () => Promise<T>) => Promise<T>;
  /** Whether a failed action was undone as a whole, through no fault of its own, so that it may run again. */
  readonly mayRunAgain: (error: unknown) => boolean;
  /** Whether the database did not answer, as while it is restarted: the same may succeed a moment later. */
  readonly isAway: (error: unknown) => boolean;
  /** One process after another from here to the end of the action. */
  readonly lockForMigration: (action: Db) => Promise<void>;
  /** Tells the planner what the tables of a site of years are like, where it does not find out by itself. */
  readonly notePlans: (action: Db) => Promise<void>;
  /** One action after another from here to its commit; those who read do not wait. */
  readonly lockForLog: (action: Db) => Promise<void>;
  readonly hasTable: (db: Db, name: string) => Promise<boolean>;
  /** Rows of `table`, which no other table names, are kept by their key alone, where the engine would keep them by a number of its own too. */
  readonly keepByKey: (db: Db, table: string) => Promise<void>;
  readonly makeSearchIndex: (db: Db) => Promise<void>;
  /** From here on rows of `table` are added and never changed or deleted, whoever asks. */
  readonly makeAppendOnly: (db: Db, table: string) => Promise<void>;
  /** From here on the statements, which may name the row as `new` and `old`, are part of every such change of a row. */
  readonly follow: (db: Db, what: Following) => Promise<void>;
  /** Of such a table rows whose `column` holds one of `words` may be deleted again. */
  readonly letForget: (db: Db, table: string, column: string, words: readonly string[]) => Promise<void>;
  /**
   * From here on rows of `table` are never deleted, but for those whose column holds one of the words, and changed only
   * by a withholding that two people decided on: the change names it in the column `withheld`, each row once.
   */
  readonly keepUnlessWithheld: (
    db: Db,
    table: string,
    deletable?: { readonly column: string; readonly words: readonly string[] },
  ) => Promise<void>;
  /** From here on rows of `table` are never deleted, nor changed once `column` holds one of `words`. */
  readonly keepDecided: (db: Db, table: string, column: string, words: readonly string[]) => Promise<void>;
  /** What was taken out of the search index leaves no bytes in it. */
  readonly forgetSearched: (db: Db) => Promise<void>;
  /** What was overwritten or deleted leaves no bytes in files beside the tables; throws when that is not possible just now. */
  readonly forgetBytes: (db: Db) => Promise<void>;
  readonly matchingArticles: (db: Db, wanted: SearchFor) => Promise<Found[]>;
  /** What `topic_version.moved` is set to. */
  readonly movedMark: RawBuilder<number>;
  /** Nothing that is committed later lies before it. */
  readonly markNow: (db: Db) => Promise<number>;
  /** What moved after `mark`, some of it perhaps once more, and the mark to ask from next time. */
  readonly movedAfter: (db: Db, mark: number) => Promise<{ readonly moved: readonly Moved[]; readonly mark: number }>;
  /** Tells the other processes at commit, where the engine can. */
  readonly announce: (action: Db) => Promise<void>;
  /** Servers that readers' pages may be read from; nothing where there is but one. */
  readonly replicas?: {
    readonly moved: () => void;
    readonly counts: () => { readonly asked: number; readonly behind: number; readonly away: number };
  };
  /** Rows others hold are passed over instead of waited for. */
  readonly skipsLocked: boolean;
};

type Level = { readonly outer: Level | undefined; readonly moved: Moved[]; last: Promise<unknown>; open: boolean };

const levels = new WeakMap<Db, Level>();
const acting = new AsyncLocalStorage<{ readonly engine: Engine; readonly level: Level }>();

const aside = new AsyncLocalStorage<boolean>();

/**
 * Runs what only reads, where it may be asked of a server that follows the main one: it sees all that this process has been
 * told of. Where that server gives up in the middle the work is done again on the main one.
 */
export async function readingAside<T>(db: Db, work: () => Promise<T>): Promise<T> {
  const engine = engineOf(db);
  if (!engine.replicas) return work();
  try {
    return await aside.run(true, work);
  } catch (error) {
    if (!engine.mayRunAgain(error) && !engine.isAway(error)) throw error;
    return aside.run(false, work);
  }
}

/** Whether the connection that is asked for now may lead to a server that follows the main one. */
export function mayReadAside(): boolean {
  return aside.getStore() === true;
}

/** Where statements go when they are compiled already, past all that Kysely does with one that is not. */
export type StraightWay = { readonly rows: <R>(query: CompiledQuery<R>) => Promise<readonly R[]> };

const straight = new WeakMap<Db, StraightWay>();

/** Said by an engine that has such a way. */
export function noteStraightWay(db: Db, way: StraightWay): void {
  straight.set(db, way);
}

export function straightWayOf(db: Db): StraightWay | undefined {
  return straight.get(db);
}

type Snapshot = { readonly engine: Engine; open: boolean };
const snapshots = new AsyncLocalStorage<Snapshot>();

// A deadlock is over when one side gives way; more than this is not bad luck.
const MOST_RUNS = 4;

/**
 * Runs an action: all it writes is kept or lost as one. Called inside another action it joins that one as a savepoint,
 * so a failure that the outer action catches undoes only the inner. `work` waits for the database alone and has no
 * effect outside it: after a deadlock it is run again, and on SQLite everybody's writes wait for it.
 */
export async function together<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  const current = acting.getStore();
  if (current?.level.open && current.engine === engineOf(db) && current.level !== levels.get(db)) {
    throw new Error(
      "an action inside an action was given the db from outside; hand it the one the outer action was given",
    );
  }
  return db.isTransaction ? joined(db, work) : aside.run(false, () => begun(db, work));
}

/** Runs an action, answers what it answers and keeps nothing of it: what would stand there if it were kept. */
export async function supposing<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  const undone: { readonly answer: T }[] = [];
  try {
    await together(db, async (db) => {
      undone.push({ answer: await work(db) });
      throw undone;
    });
  } catch (error) {
    if (error !== undone) throw error;
  }
  const last = undone.at(-1);
  if (!last) throw new Error("an action that is not kept was not run either");
  return last.answer;
}

/** Many reads that all see one moment; they never wait for a writer. Inside an action they see the action's own writes. */
export async function reading<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db);
  const engine = engineOf(db);
  const outer = snapshots.getStore();
  // A few that each wait for a second connection while they hold one would wait for each other without end.
  if (outer?.open && outer.engine === engine) {
    throw new Error(
      "reading inside reading was given the db from outside; hand it the one the outer reading was given",
    );
  }
  const snapshot: Snapshot = { engine, open: true };
  try {
    return await db
      .transaction()
      .setIsolationLevel("repeatable read")
      .setAccessMode("read only")
      .execute(async (db) => {
        await engine.beganReading?.(db);
        return snapshots.run(snapshot, () => work(db));
      });
  } finally {
    snapshot.open = false;
  }
}

export function engineOf(db: Db): Engine {
  const { adapter } = db.getExecutor();
  if (isEngineAdapter(adapter)) return adapter.engine;
  throw new Error("this db was not opened by the store");
}

/** Told to those who wait when the action has been kept; forgotten when it is undone. */
export function noteMoved(action: Db, moved: readonly Moved[]): void {
  levels.get(action)?.moved.push(...moved);
}

function isEngineAdapter(adapter: DialectAdapter): adapter is DialectAdapter & { readonly engine: Engine } {
  return "engine" in adapter;
}

async function begun<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  const engine = engineOf(db);
  for (let run = 1; ; run++) {
    const level: Level = { outer: undefined, moved: [], last: Promise.resolve(), open: true };
    try {
      const result = await db.transaction().execute((action) => {
        levels.set(action, level);
        return engine.watched(action, () => acting.run({ engine, level }, () => work(action)));
      });
      engine.written.actions += 1;
      for (const tell of engine.committed) tell(level.moved);
      return result;
    } catch (error) {
      if (run === MOST_RUNS || !engine.mayRunAgain(error)) throw error;
    } finally {
      level.open = false;
    }
  }
}

function joined<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  const outer = levelOf(db);
  // Savepoints nest, so actions started side by side in one action run one after another.
  const run = outer.last.then(() => savepoint(db, outer, work));
  outer.last = run.catch(() => undefined);
  return run;
}

async function savepoint<T>(db: Db, outer: Level, work: (db: Db) => Promise<T>): Promise<T> {
  const level: Level = { outer, moved: [], last: Promise.resolve(), open: true };
  const name = sql.ref(`level_${depth(level)}`);
  // Another handle on the same transaction: what is started inside gets a row of its own to wait in.
  const inner = db.withoutPlugins();
  levels.set(inner, level);
  const way = straight.get(db);
  if (way) straight.set(inner, way);
  await sql`savepoint ${name}`.execute(db);
  try {
    const result = await acting.run({ engine: engineOf(db), level }, () => work(inner));
    await sql`release savepoint ${name}`.execute(db);
    outer.moved.push(...level.moved);
    return result;
  } catch (error) {
    try {
      await sql`rollback to savepoint ${name}`.execute(db);
      await sql`release savepoint ${name}`.execute(db);
    } catch {
      // A full disk makes SQLite undo the whole action by itself: nothing more can be written in it, and the first failure tells why.
    }
    throw error;
  } finally {
    level.open = false;
  }
}

function levelOf(db: Db): Level {
  const known = levels.get(db);
  if (known) return known;
  const level: Level = { outer: undefined, moved: [], last: Promise.resolve(), open: true };
  levels.set(db, level);
  return level;
}

function depth({ outer }: Level): number {
  return outer ? depth(outer) + 1 : 0;
}
