/** SQLite through Bun: one writer, readers that do not wait for it, and search by FTS5. `postgres.ts` is its sibling. */
import { Database, type SQLQueryBindings, type Statement } from "bun:sqlite";
import { chmodSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  type Logger,
  type QueryResult,
  type RawBuilder,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
  type TransactionSettings,
} from "kysely";
import { type Db, type Engine, type Following, type Found, noteStraightWay, type SearchFor } from "../db.ts";
import { keptStatement, Place, type ValueOf } from "../kept.ts";
import { MovedAway, REFUSAL, StoreProblem } from "../problem.ts";
import type { Schema } from "../schema.ts";
import { type Turn, type Writer, type WriterLimits, writerOf } from "../writer.ts";

export type SqliteFile = {
  readonly db: Db;
  readonly engine: Engine;
  /** Changes whenever anything is committed that this process's readers have not seen: `pragma data_version`. */
  readonly dataVersion: () => number;
  /**
   * From here on what an action may take back is kept in memory: SQLite would put the pages each action is about to change
   * into a file, which costs more than changing them. Not while a migration changes whole tables.
   */
  readonly takeBackFromMemory: () => void;
};

// Enough for the program's own statements; each holds a few kilobytes.
const MOST_PREPARED = 400;

// Snapshots side by side on connections of their own; more wait for one to be given back.
const MOST_SNAPSHOTS = 8;

// Opening and recovering after a crash lock the file for a moment; then no connection blocks the event loop this long.
const OPENING_BUSY_MS = 5_000;

// Readers wait for nobody but a recovery after another process's crash.
const LONGEST_READ_BUSY_MS = 10_000;
const READ_BUSY_PAUSE_MS = 2;

// A page takes less time to print; readers wait no longer for a long action of the same process.
const LONGEST_BREATH_MS = 4;

// A log this large is cut back once no reader needs it.
const LARGEST_KEPT_LOG_BYTES = 64 * 1024 * 1024;

/** Opens the file, which is made when it is missing unless `readonly`. */
export function openSqlite(
  path: string,
  { readonly, limits, heard }: { readonly: boolean; limits?: WriterLimits | undefined; heard?: Logger | undefined },
): SqliteFile {
  // Who listens to the statements hears of those Kysely hands on.
  const engine = engineFor({ straight: heard === undefined });
  const files = openFiles(path, readonly, limits, () => {
    engine.written.groups += 1;
  });
  const db = new Kysely<Schema>({ dialect: dialectOf(files, engine), ...(heard && { log: heard }) });
  if (heard === undefined) noteStraightWay(db, new Lease(files));
  return {
    db,
    engine,
    dataVersion: () => Number(files.reader.rows("pragma data_version", [])[0]?.["data_version"]),
    takeBackFromMemory: () => files.written.command("pragma temp_store = memory"),
  };
}

/** Why a file could not be opened, for what an operator can mend. */
export function sqliteProblem(path: string, cause: unknown): StoreProblem | undefined {
  const code = codeOf(cause);
  const [, why] = OPENING_PROBLEMS.find(([known]) => code.startsWith(known)) ?? [];
  return why === undefined ? undefined : new StoreProblem(`${path} cannot be opened: ${why}`, { cause });
}

// By the beginning of the code: SQLite's own have variants such as SQLITE_BUSY_RECOVERY.
const OPENING_PROBLEMS: readonly (readonly [code: string, why: string])[] = [
  ["SQLITE_BUSY", "another program holds it. Try again when that one has ended."],
  ["SQLITE_READONLY", "this user may not write it. Run Dateline as the user who owns the data directory."],
  ["EPERM", "it belongs to another user. Run Dateline as the user who owns the data directory."],
  ["EROFS", "the disk may only be read."],
  ["SQLITE_FULL", "the disk is full."],
  ["SQLITE_IOERR", "the disk could not be read or written. It may be full or failing."],
];

type Files = {
  readonly writer: Writer;
  readonly written: Connection;
  readonly reader: Connection;
  readonly snapshots: Snapshots;
};

function openFiles(path: string, readonly: boolean, limits: WriterLimits | undefined, committed: () => void): Files {
  const written = new Connection(path, { readonly, create: !readonly });
  try {
    prepare(written, path, readonly);
    return {
      written,
      writer: writerOf(written, limits, committed),
      reader: new Connection(path, { readonly: true, create: false }),
      snapshots: new Snapshots(path),
    };
  } catch (error) {
    written.close();
    throw error;
  }
}

function prepare(written: Connection, path: string, readonly: boolean): void {
  if (!readonly) {
    // The store holds drafts and, later, readers' addresses: for its own user alone. The log beside it inherits this.
    chmodSync(path, 0o600);
    written.command("pragma journal_mode = wal");
    written.command("pragma synchronous = full");
    // macOS answers an ordinary fsync before the disk has the bytes; elsewhere these two do nothing.
    written.command("pragma fullfsync = on");
    written.command("pragma checkpoint_fullfsync = on");
    written.command("pragma foreign_keys = on");
    // What is withheld or forgotten leaves no bytes behind: pages are overwritten, not only given back.
    written.command("pragma secure_delete = on");
    // What is written in one action stays at hand, and the file itself is seldom written: after 48 MB, with each page once.
    written.command("pragma cache_size = -16000");
    written.command("pragma wal_autocheckpoint = 12000");
    written.command(`pragma journal_size_limit = ${LARGEST_KEPT_LOG_BYTES}`);
  }
  written.command("pragma busy_timeout = 0");
}

type Row = Record<string, unknown>;

type Prepared = { readonly statement: Statement<Row>; readonly answersRows: boolean };

/** One connection with the statements it has prepared. */
class Connection {
  readonly #file: Database;
  readonly #prepared = new Map<string, Prepared>();

  constructor(path: string, { readonly, create }: { readonly: boolean; create: boolean }) {
    this.#file = opened(path, create);
    this.command(`pragma busy_timeout = ${OPENING_BUSY_MS}`);
    // A connection opened read-only could not repair the log after a crash, so it may write and is told not to.
    if (readonly) this.command("pragma query_only = on");
    this.#check(path);
    if (readonly) this.command("pragma busy_timeout = 0");
  }

  readonly command = (text: string): void => {
    // Each action begins and ends with one: they are kept prepared, as statements are.
    this.#prepare(text).statement.run();
  };

  readonly inTransaction = (): boolean => this.#file.inTransaction;

  readonly isBusy = (error: unknown): boolean => codeOf(error).startsWith("SQLITE_BUSY");

  rows<R = Row>(text: string, parameters: readonly unknown[]): R[] {
    try {
      // What columns a row has is known to whoever wrote the statement.
      return this.#prepare(text).statement.all(...bindings(parameters)) as R[];
    } catch (cause) {
      throw asRefusal(cause);
    }
  }

  run<R>({ sql: text, parameters }: CompiledQuery): QueryResult<R> {
    const { statement, answersRows } = this.#prepare(text);
    if (answersRows) {
      const rows = this.rows<R>(text, parameters);
      return { rows, numAffectedRows: BigInt(rows.length) };
    }
    try {
      const { changes, lastInsertRowid } = statement.run(...bindings(parameters));
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
    } catch (cause) {
      throw asRefusal(cause);
    }
  }

  close(): void {
    for (const { statement } of this.#prepared.values()) statement.finalize();
    this.#file.close();
  }

  #check(path: string): void {
    try {
      this.#file.run("pragma schema_version");
      this.rows("select 1 from sqlite_schema limit 1", []);
    } catch (cause) {
      this.#file.close();
      if (codeOf(cause) !== "SQLITE_NOTADB" && codeOf(cause) !== "SQLITE_CORRUPT") throw cause;
      throw new StoreProblem(
        `${path} is not a database, or it is damaged. Move it out of the way and put a backup in its place with: restore FILE`,
        { cause },
      );
    }
  }

  #prepare(text: string): Prepared {
    const known = this.#prepared.get(text);
    // Taken out and put back, the one used longest ago stands first; with room for more, nobody asks.
    if (known && this.#prepared.size < MOST_PREPARED) return known;
    if (known) this.#prepared.delete(text);
    const prepared = known ?? preparedBy(this.#file, text);
    this.#prepared.set(text, prepared);
    if (this.#prepared.size > MOST_PREPARED) {
      for (const [oldest, { statement }] of this.#prepared) {
        statement.finalize();
        this.#prepared.delete(oldest);
        break;
      }
    }
    return prepared;
  }
}

function preparedBy(file: Database, text: string): Prepared {
  const statement = file.prepare<Row, SQLQueryBindings[]>(text);
  return { statement, answersRows: statement.columnNames.length > 0 };
}

function asRefusal(cause: unknown): unknown {
  return cause instanceof Error && cause.message.includes(REFUSAL) ? new MovedAway(cause) : cause;
}

function opened(path: string, create: boolean): Database {
  try {
    return new Database(path, { readwrite: true, create });
  } catch (cause) {
    throw new StoreProblem(`${path} cannot be opened: ${cause instanceof Error ? cause.message : cause}.`, { cause });
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

// Kysely hands over what the schema's types let through: text, numbers, null.
function bindings(parameters: readonly unknown[]): readonly SQLQueryBindings[] {
  return parameters.every(isBound) ? parameters : parameters.map(bound);
}

function isBound(value: unknown): value is string | number | bigint | null {
  return typeof value === "string" || typeof value === "number" || value === null || typeof value === "bigint";
}

function bound(value: unknown): SQLQueryBindings {
  if (isBound(value) || value instanceof Uint8Array) return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  throw new Error(`a ${value === undefined ? "missing value" : typeof value} cannot be written to the database`);
}

/** Connections for snapshots, made when they are needed and kept. */
class Snapshots {
  readonly #path: string;
  readonly #free: Connection[] = [];
  readonly #waiting: ((connection: Connection) => void)[] = [];
  #made = 0;

  constructor(path: string) {
    this.#path = path;
  }

  async take(): Promise<Connection> {
    const free = this.#free.pop();
    if (free) return free;
    if (this.#made < MOST_SNAPSHOTS) {
      const made = new Connection(this.#path, { readonly: true, create: false });
      this.#made += 1;
      return made;
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  giveBack(connection: Connection): void {
    const next = this.#waiting.shift();
    if (next) next(connection);
    else this.#free.push(connection);
  }

  close(): void {
    for (const connection of this.#free.splice(0)) connection.close();
  }
}

function dialectOf(files: Files, engine: Engine): Dialect {
  return {
    createAdapter: () => new EngineAdapter(engine),
    createDriver: () => new SqliteFileDriver(files),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new FileQueryCompiler(),
  };
}

class FileQueryCompiler extends SqliteQueryCompiler {
  /**
   * SQLite plans with the values of a join and a limit in view, and so prepares the statement anew whenever they are bound
   * to others: ten times what running it costs. Behind a plus, which changes nothing, they are out of its sight.
   */
  protected override appendValue(value: unknown): void {
    if (value instanceof Place) this.append("+");
    super.appendValue(value);
  }
}

class EngineAdapter extends SqliteAdapter {
  readonly engine: Engine;

  constructor(engine: Engine) {
    super();
    this.engine = engine;
  }

  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class SqliteFileDriver implements Driver {
  readonly #files: Files;

  constructor(files: Files) {
    this.#files = files;
  }

  async init(): Promise<void> {
    // The files are open before there is a driver.
  }

  async acquireConnection(): Promise<Lease> {
    return new Lease(this.#files);
  }

  async beginTransaction(lease: DatabaseConnection, { accessMode }: TransactionSettings): Promise<void> {
    await (accessMode === "read only" ? leaseFrom(lease).beginReading() : leaseFrom(lease).beginWriting());
  }

  async commitTransaction(lease: DatabaseConnection): Promise<void> {
    await leaseFrom(lease).end("keep");
  }

  async rollbackTransaction(lease: DatabaseConnection): Promise<void> {
    await leaseFrom(lease).end("undo");
  }

  async releaseConnection(): Promise<void> {
    // Nothing is held outside a transaction.
  }

  async destroy(): Promise<void> {
    await this.#files.writer.close();
    this.#files.snapshots.close();
    this.#files.reader.close();
    this.#files.written.close();
  }
}

/** What Kysely takes for a connection: every statement finds the reader, the snapshot or the writer it belongs to. */
class Lease implements DatabaseConnection {
  readonly #files: Files;
  #turn: Turn | undefined;
  #snapshot: Connection | undefined;
  #breathedAt = 0;

  constructor(files: Files) {
    this.#files = files;
  }

  /** Rejects when the action's turn was taken away; nothing where there is no action. */
  get taken(): Promise<never> | undefined {
    return this.#turn?.taken;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return this.#at(query, (connection) => connection.run<R>(query));
  }

  /** The straight way: rows, and nothing about how many were changed. In an action they are there at once. */
  rows<R>(query: CompiledQuery<R>): Promise<readonly R[]> {
    if (!this.#turn || this.#isOutOfBreath())
      return this.#at(query, (connection) => connection.rows<R>(query.sql, query.parameters));
    try {
      this.#turn.used();
      return Promise.resolve(this.#files.written.rows<R>(query.sql, query.parameters));
    } catch (error) {
      return Promise.reject(error);
    }
  }

  /** Runs a statement at the connection it belongs to. */
  async #at<T>(query: CompiledQuery, run: (connection: Connection) => T): Promise<T> {
    const { written, reader, writer } = this.#files;
    if (this.#turn) {
      if (this.#isOutOfBreath()) await this.#breathe();
      this.#turn.used();
      return run(written);
    }
    if (this.#snapshot) {
      if (this.#isOutOfBreath()) await this.#breathe();
      return run(this.#snapshot);
    }
    if (looksLikeReading(query)) {
      try {
        return await patiently(reader, () => run(reader));
      } catch (error) {
        // `with … insert` begins like a question.
        if (!codeOf(error).startsWith("SQLITE_READONLY")) throw error;
      }
    }
    return writer.once(() => run(written));
  }

  /** Statements answer at once, so a long action would let nobody else in this process come to a word. */
  #isOutOfBreath(): boolean {
    return performance.now() - this.#breathedAt >= LONGEST_BREATH_MS;
  }

  async #breathe(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#breathedAt = performance.now();
  }

  streamQuery(): AsyncIterableIterator<never> {
    // PostgreSQL would need one more library for it, and a long list is read page by page anyway.
    throw new Error("rows are not streamed; read them page by page");
  }

  async beginWriting(): Promise<void> {
    this.#turn = await this.#files.writer.turn();
    this.#breathedAt = performance.now();
  }

  async beginReading(): Promise<void> {
    const connection = await this.#files.snapshots.take();
    try {
      await patiently(connection, () => {
        if (!connection.inTransaction()) connection.command("begin");
        // A deferred transaction sees the moment of its first question.
        connection.rows("select 1 from sqlite_schema limit 1", []);
      });
    } catch (error) {
      if (connection.inTransaction()) connection.command("rollback");
      this.#files.snapshots.giveBack(connection);
      throw error;
    }
    this.#snapshot = connection;
    this.#breathedAt = performance.now();
  }

  async end(how: "keep" | "undo"): Promise<void> {
    const turn = this.#turn;
    const snapshot = this.#snapshot;
    this.#turn = undefined;
    this.#snapshot = undefined;
    if (snapshot) {
      // A failing disk makes SQLite end it by itself.
      if (snapshot.inTransaction()) snapshot.command("rollback");
      this.#files.snapshots.giveBack(snapshot);
    }
    await turn?.[how]();
  }
}

function leaseFrom(connection: DatabaseConnection): Lease {
  if (connection instanceof Lease) return connection;
  throw new Error("this connection is not one of the SQLite store");
}

/** What an action or a snapshot runs its statements at. */
function leaseOf(db: Db): Promise<Lease> {
  // The lease, not its promise: an answer that is a promise would be waited for.
  return db.getExecutor().provideConnection(async (connection) => leaseFrom(connection));
}

function looksLikeReading({ query, sql: text }: CompiledQuery): boolean {
  return (
    query.kind === "SelectQueryNode" ||
    (query.kind === "RawNode" && /^\s*(select|with|values|explain|pragma)\b/i.test(text))
  );
}

async function patiently<T>(connection: Connection, read: () => T): Promise<T> {
  const until = performance.now() + LONGEST_READ_BUSY_MS;
  for (;;) {
    try {
      return read();
    } catch (error) {
      if (!connection.isBusy(error) || performance.now() > until) throw error;
      await pause(READ_BUSY_PAUSE_MS);
    }
  }
}

function engineFor({ straight }: { straight: boolean }): Engine {
  return {
    name: "sqlite",
    text: sql`text`,
    committed: new Set(),
    written: { actions: 0, groups: 0 },
    countNodes: async () => undefined,
    ...(straight && { beganReading: async (snapshot: Db) => noteStraightWay(snapshot, await leaseOf(snapshot)) }),
    watched: async (action, work) => {
      const lease = await leaseOf(action);
      if (straight) noteStraightWay(action, lease);
      return lease.taken ? Promise.race([work(), lease.taken]) : work();
    },
    // The writer holds the file: nobody else can be in the way once an action runs.
    mayRunAgain: () => false,
    isAway: () => false,
    lockForMigration: async () => undefined,
    notePlans,
    lockForLog: async () => undefined,
    hasTable: async (db, name) => {
      const { rows } = await sql`select 1 from sqlite_schema where type = 'table' and name = ${name}`.execute(db);
      return rows.length > 0;
    },
    keepByKey,
    makeSearchIndex,
    makeAppendOnly,
    follow,
    letForget,
    keepUnlessWithheld,
    forgetSearched: async (db) => {
      // A deletion only marks: the words go when the pieces of the index are merged into one.
      await sql`insert into search_words (search_words) values ('optimize')`.execute(db);
    },
    forgetBytes: async (db) => {
      const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
      if (rows[0]?.busy !== 0) throw new Error("somebody still reads an earlier state of the database");
    },
    keepDecided,
    matchingArticles,
    // Writers follow one another, so the numbers rise in the order of the commits.
    movedMark: sql<number>`(select coalesce(max(moved), 0) + 1 from topic_version)`,
    markNow: async (db) => {
      const { mark } = await db
        .selectFrom("topic_version")
        .select((row) => row.fn.max("moved").as("mark"))
        .executeTakeFirstOrThrow();
      return mark ?? 0;
    },
    movedAfter,
    announce: async () => undefined,
    skipsLocked: false,
  };
}

/**
 * SQLite knows nothing of how many rows share a value until somebody runs `analyze`, and then plans by what the tables were
 * on that day. The figures of a site of years, which `npm run statistics` wrote down, are right from the first day, and the
 * plans stay the ones that are tested (https://sqlite.org/optoverview.html, "Fixed Results Of ANALYZE").
 */
async function notePlans(db: Db): Promise<void> {
  const { default: statistics } = await import("./sqlite-statistics.json");
  // The table is SQLite's own: it is made by asking, and made anew so that connections which have the file open read it again.
  await sql`drop table if exists sqlite_stat1`.execute(db);
  await sql`analyze sqlite_schema`.execute(db);
  for (const [table, index, stat] of statistics)
    await sql`insert into sqlite_stat1 (tbl, idx, stat) values (${table}, ${index}, ${stat})`.execute(db);
  await sql`analyze sqlite_schema`.execute(db);
}

const movedSince = keptStatement((db, value: ValueOf<{ mark: number }>) =>
  db
    .selectFrom("topic_version")
    .select(["topic", "version", "recalled", "moved"])
    .where("moved", ">", value("mark"))
    .orderBy("moved"),
);

async function movedAfter(db: Db, mark: number) {
  const rows = await movedSince(db, { mark });
  const moved = rows.map(({ topic, version, recalled }) => ({ topic, version, isRecalled: recalled > mark }));
  return { moved, mark: rows.at(-1)?.moved ?? mark };
}

/**
 * The words live in an index without content, whose row numbers rise with the time of publication: newest first
 * is walking it backwards. Row numbers of `search_entry` itself would not do, for `vacuum` may change them.
 */
async function makeSearchIndex(db: Db): Promise<void> {
  await sql`
    create table search_number (
      number     integer primary key,
      article_id text not null unique
    )`.execute(db);
  // Stems are made by us: no folding of accents here, and marks belong to their letters.
  await sql`
    create virtual table search_words using fts5 (
      edition, stems,
      content = '', contentless_delete = 1, detail = full,
      tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
    )`.execute(db);
  await sql`
    create trigger search_entry_added after insert on search_entry begin
      insert into search_number (number, article_id)
      select coalesce(max(number) + 1, ${firstNumberAt("new.published_at")}), new.article_id
        from search_number
       where number between ${firstNumberAt("new.published_at")} and ${lastNumberAt("new.published_at")};
      insert into search_words (rowid, edition, stems)
      select number, replace(new.edition_id, '-', ''), new.headline_stems || ' ' || new.text_stems
        from search_number
       where article_id = new.article_id;
    end`.execute(db);
  await sql`
    create trigger search_entry_gone after delete on search_entry begin
      delete from search_words where rowid = (select number from search_number where article_id = old.article_id);
      delete from search_number where article_id = old.article_id;
    end`.execute(db);
  await sql`
    create trigger search_entry_changed after update on search_entry begin
      delete from search_words where rowid = (select number from search_number where article_id = old.article_id);
      delete from search_number where article_id = old.article_id;
      insert into search_number (number, article_id)
      select coalesce(max(number) + 1, ${firstNumberAt("new.published_at")}), new.article_id
        from search_number
       where number between ${firstNumberAt("new.published_at")} and ${lastNumberAt("new.published_at")};
      insert into search_words (rowid, edition, stems)
      select number, replace(new.edition_id, '-', ''), new.headline_stems || ' ' || new.text_stems
        from search_number
       where article_id = new.article_id;
    end`.execute(db);
}

// An import may give one instant to many articles; a millisecond has room for this many.
const NUMBERS_IN_A_MS = 65_536;

function firstNumberAt(instant: string) {
  return sql.raw(`cast(round(unixepoch(${instant}, 'subsec') * 1000) as integer) * ${NUMBERS_IN_A_MS}`);
}

function lastNumberAt(instant: string) {
  return sql.raw(
    `cast(round(unixepoch(${instant}, 'subsec') * 1000) as integer) * ${NUMBERS_IN_A_MS} + ${NUMBERS_IN_A_MS - 1}`,
  );
}

async function makeAppendOnly(db: Db, table: string): Promise<void> {
  for (const change of ["update", "delete"]) {
    await sql`
      create trigger ${sql.ref(`${table}_refuses_${change}`)}
      before ${sql.raw(change)} on ${sql.table(table)}
      begin select raise(abort, ${sql.lit(`rows of ${table} are added and never changed`)}); end`.execute(db);
  }
}

/** A table `without rowid` is its own index: a row is written in one place fewer (https://sqlite.org/withoutrowid.html). */
async function keepByKey(db: Db, table: string): Promise<void> {
  const { rows } = await sql<{ type: string; sql: string }>`
    select type, sql
      from sqlite_schema
     where tbl_name = ${table} and sql is not null`.execute(db);
  const made = rows.find(({ type }) => type === "table")?.sql;
  if (made === undefined) throw new Error(`there is no table ${table}`);
  const other = `${table}_by_key`;
  const named = made.replace(new RegExp(`^create table "?${table}"?`, "i"), `create table "${other}"`);
  await sql.raw(`${named} without rowid`).execute(db);
  await sql`insert into ${sql.table(other)} select * from ${sql.table(table)}`.execute(db);
  await sql`drop table ${sql.table(table)}`.execute(db);
  await sql`alter table ${sql.table(other)} rename to ${sql.table(table)}`.execute(db);
  // Indexes and triggers went with the table.
  for (const one of rows.filter(({ type }) => type !== "table")) await sql.raw(one.sql).execute(db);
}

async function follow(db: Db, { table, change, when, statements }: Following): Promise<void> {
  const name = sql.ref(`${table}_followed_by_${change}`);
  await sql`drop trigger if exists ${name}`.execute(db);
  await sql`
    create trigger ${name}
    after ${sql.raw(change)} on ${sql.table(table)}
    for each row ${when ? sql`when (${when})` : sql``}
    begin ${sql.join(statements, sql`; `)}; end`.execute(db);
}

async function letForget(db: Db, table: string, column: string, words: readonly string[]): Promise<void> {
  const trigger = sql.ref(`${table}_refuses_delete`);
  await sql`drop trigger ${trigger}`.execute(db);
  await sql`
    create trigger ${trigger}
    before delete on ${sql.table(table)}
    when old.${sql.ref(column)} not in (${sql.join(words.map((word) => sql.lit(word)))})
    begin select raise(abort, ${sql.lit(`rows of ${table} are added and never changed`)}); end`.execute(db);
}

async function keepUnlessWithheld(db: Db, table: string, deletable?: Deletable): Promise<void> {
  await replaceTrigger(
    db,
    table,
    "update",
    sql`when new.withheld is null
          or new.withheld is old.withheld
          or not exists (select 1 from withholding where id = new.withheld and state = 'confirmed')`,
    "never changed, but by a withholding",
  );
  const kept = deletable
    ? sql`when old.${sql.ref(deletable.column)} not in (${sql.join(deletable.words.map((word) => sql.lit(word)))})`
    : sql``;
  await replaceTrigger(db, table, "delete", kept, "added and never changed");
}

type Deletable = { readonly column: string; readonly words: readonly string[] };

async function keepDecided(db: Db, table: string, column: string, words: readonly string[]): Promise<void> {
  const decided = sql`when old.${sql.ref(column)} in (${sql.join(words.map((word) => sql.lit(word)))})`;
  await replaceTrigger(db, table, "update", decided, "never changed once they are decided");
  await replaceTrigger(db, table, "delete", sql``, "added and never changed");
}

async function replaceTrigger(db: Db, table: string, change: string, when: RawBuilder<unknown>, why: string) {
  const trigger = sql.ref(`${table}_refuses_${change}`);
  await sql`drop trigger if exists ${trigger}`.execute(db);
  await sql`
    create trigger ${trigger}
    before ${sql.raw(change)} on ${sql.table(table)}
    ${when}
    begin select raise(abort, ${sql.lit(`rows of ${table} are ${why}`)}); end`.execute(db);
}

async function matchingArticles(
  db: Db,
  { editionId, stems, lastIsBeginning, limit, before }: SearchFor,
): Promise<Found[]> {
  const words = stems.map(
    (stem, at) => `"${stem.replaceAll('"', '""')}"${lastIsBeginning && at === stems.length - 1 ? "*" : ""}`,
  );
  const wanted = `edition : "${editionId.replaceAll(/[^0-9a-z]/gi, "")}" AND stems : (${words.join(" AND ")})`;
  const older = before
    ? sql`and search_words.rowid < coalesce(
              (select number from search_number where article_id = ${before.articleId}),
              cast(round(unixepoch(${before.publishedAt}, 'subsec') * 1000) as integer) * ${sql.raw(String(NUMBERS_IN_A_MS))})`
    : sql``;
  const { rows } = await sql<Found>`
    select search_entry.article_id   as "articleId",
           search_entry.published_at as "publishedAt"
      from search_words
      join search_number on search_number.number = search_words.rowid
      join search_entry on search_entry.article_id = search_number.article_id
     where search_words match ${wanted} ${older}
     order by search_words.rowid desc
     limit ${limit}`.execute(db);
  return rows;
}
