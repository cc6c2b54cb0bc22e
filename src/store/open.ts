/** Opens the store: SQLite in the data directory, or PostgreSQL at an address; makes and migrates it when needed. */
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Logger } from "kysely";
import type { Db, Engine, Moved } from "./db.ts";
import { openSqlite, sqliteProblem } from "./engines/sqlite.ts";
import { checkMigrated, migrate } from "./migrate.ts";
import { refuseWhileMoving } from "./move.ts";
import { StoreProblem } from "./problem.ts";
import type { WriterLimits } from "./writer.ts";

export { MovedAway, StoreProblem } from "./problem.ts";

export type OpenStore = {
  /** The data directory; made, for its user alone, when it is missing. */
  readonly data: string;
  /** `postgres://…`; without it the store is `dateline.db` in the data directory. */
  readonly database?: string | undefined;
  /** Servers that follow that one, which readers' pages are read from. */
  readonly replicas?: readonly string[] | undefined;
  /** Makes, migrates and writes nothing; a store that is missing or old is refused. */
  readonly readonly?: boolean;
  /** Also a store that a site is moved out of or into. */
  readonly moving?: boolean | undefined;
  readonly limits?: WriterLimits | undefined;
  /** Told of every statement: how the tests ask for its plan. */
  readonly heard?: Logger | undefined;
};

export type Store = AsyncDisposable & {
  readonly db: Db;
  readonly engine: "sqlite" | "postgres";
  /** What `movedAfter` is asked from by whoever begins to watch: nothing that moved since the opening is missed. */
  readonly openedAtMark: number;
  /**
   * Calls `told` after an action is kept: one of this process at once; those of others within 100 ms on SQLite, at
   * their notice on PostgreSQL. Sometimes there is nothing new. Answers how to stop.
   */
  readonly changes: (told: (change: Change) => void) => () => void;
  readonly close: () => Promise<void>;
};

export type Change = { readonly by: "us"; readonly moved: readonly Moved[] } | { readonly by: "others" };

export const DATABASE_FILE = "dateline.db";

export async function openStore({
  data,
  database,
  replicas,
  readonly = false,
  moving,
  limits,
  heard,
}: OpenStore): Promise<Store> {
  if (database !== undefined) return openedPostgres(database, { readonly, moving, heard, replicas });
  const path = join(data, DATABASE_FILE);
  if (readonly && !existsSync(path))
    throw new StoreProblem(`There is no store in ${data}. Make one with: serve --data ${data}`);
  if (!readonly) await makeDirectory(data);
  return openedSqlite(path, { readonly, moving, limits, heard }).catch(thrownAs((cause) => sqliteProblem(path, cause)));
}

/** What the engine has a sentence for is thrown with it; everything else as it came. */
function thrownAs(problem: (cause: unknown) => StoreProblem | undefined): (cause: unknown) => never {
  return (cause) => {
    throw problem(cause) ?? cause;
  };
}

async function makeDirectory(data: string): Promise<void> {
  try {
    await mkdir(data, { recursive: true, mode: 0o700 });
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    const why = NOT_MADE[code] ?? `${cause instanceof Error ? cause.message : cause}.`;
    throw new StoreProblem(`The data directory ${data} cannot be made: ${why}`, { cause });
  }
}

const NOT_MADE: Readonly<Record<string, string>> = {
  EEXIST: "it is a file. Give a folder with --data.",
  ENOTDIR: "a part of its path is a file. Give a folder with --data.",
  EACCES: "this user may not write there.",
  EROFS: "the disk may only be read.",
  ENOSPC: "the disk is full.",
};

type How = Omit<OpenStore, "data" | "database"> & { readonly readonly: boolean };

async function openedSqlite(path: string, how: How): Promise<Store> {
  const { db, engine, dataVersion, takeBackFromMemory } = openSqlite(path, how);
  const others = watchVersion(dataVersion);
  const store = await opened(db, engine, how, others.listen, others.stop);
  takeBackFromMemory();
  return store;
}

async function openedPostgres(database: string, how: How): Promise<Store> {
  // Who is on SQLite, as most are, need not wait for it at the start.
  const { openPostgres, postgresProblem } = await import("./engines/postgres.ts");
  const { db, engine, listen } = openPostgres(database, how);
  const others = shared(listen);
  return opened(db, engine, how, others.listen, others.stop).catch(thrownAs(postgresProblem));
}

type Listen = (told: () => void) => () => void;

async function opened(
  db: Db,
  engine: Engine,
  { readonly, moving = readonly }: How,
  listen: Listen,
  stop: () => Promise<void>,
): Promise<Store> {
  const close = async () => {
    await stop();
    await db.destroy();
  };
  try {
    if (!moving) await refuseWhileMoving(db);
    await (readonly ? checkMigrated(db) : migrate(db));
    return {
      db,
      engine: engine.name,
      openedAtMark: await engine.markNow(db),
      changes: (told) => {
        const stopListening = listen(() => told({ by: "others" }));
        const ours = (moved: readonly Moved[]) => told({ by: "us", moved });
        engine.committed.add(ours);
        return () => {
          engine.committed.delete(ours);
          stopListening();
        };
      },
      close,
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

// Looking is a few microseconds; a page that another process has changed is at most this old.
const LOOK_EVERY_MS = 100;

export function watchVersion(dataVersion: () => number): { listen: Listen; stop: () => Promise<void> } {
  const heard = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;
  let seen: number | undefined;

  function look(): void {
    const version = versionNow();
    if (version === undefined || version === seen) return;
    seen = version;
    for (const told of heard) told();
  }

  function versionNow(): number | undefined {
    try {
      return dataVersion();
    } catch {
      return undefined; // the file is held for a moment, as while a crash is recovered from: the next look tells
    }
  }

  return {
    listen: (told) => {
      heard.add(told);
      if (!timer) {
        seen = versionNow();
        timer = setInterval(look, LOOK_EVERY_MS);
        timer.unref();
      }
      return () => void heard.delete(told);
    },
    stop: async () => clearInterval(timer),
  };
}

// Notices can be lost while a connection is; whoever listens looks this often all the same.
const POLL_EVERY_MS = 2_000;

function shared(listen: (heard: () => void) => () => Promise<void>): { listen: Listen; stop: () => Promise<void> } {
  const heard = new Set<() => void>();
  let stopNotices: (() => Promise<void>) | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;

  function tell(): void {
    for (const told of heard) told();
  }

  return {
    listen: (told) => {
      heard.add(told);
      if (!timer) {
        stopNotices = listen(tell);
        timer = setInterval(tell, POLL_EVERY_MS);
        timer.unref();
      }
      return () => void heard.delete(told);
    },
    stop: async () => {
      clearInterval(timer);
      await stopNotices?.();
    },
  };
}
