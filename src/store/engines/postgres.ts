/** PostgreSQL through `pg`: a pool, notices between processes, and search by `tsvector`. `sqlite.ts` is its sibling. */
import { Kysely, type Logger, PostgresAdapter, PostgresDialect, type PostgresPool, sql } from "kysely";
import { Client, type ClientConfig, Pool, types } from "pg";
import { type Db, type Engine, type Following, type Found, mayReadAside, type SearchFor } from "../db.ts";
import { StoreProblem } from "../problem.ts";
import type { Schema } from "../schema.ts";
import { type Replicas, replicasOf } from "./replicas.ts";

export type PostgresServer = {
  readonly db: Db;
  readonly engine: Engine;
  /** Calls `heard` whenever another process, or this one, tells of a commit. */
  readonly listen: (heard: () => void) => () => Promise<void>;
};

// A web process and a worker side by side stay well under PostgreSQL's usual hundred connections.
const MOST_CONNECTIONS = 10;

// Like the writer of SQLite: who waits for something else than the database may not hold others up without end.
const LONGEST_IDLE_IN_ACTION_MS = 60_000;
const LONGEST_CONNECT_MS = 10_000;
// The main server stands behind it: readers do not wait long for one that does not answer.
const LONGEST_CONNECT_TO_REPLICA_MS = 1_000;

// One channel for all that a process may want to look at again; what exactly moved is read from the tables.
const CHANNEL = "dateline_topics";
const RECONNECT_MS = 500;
// One such connection stands for one process.
const LISTENER = "dateline, listening";

// Any numbers will do that no other program in the same database takes.
const MIGRATION_LOCK = 7_164_201_802;
const LOG_LOCK = 7_164_201_803;

export function openPostgres(
  address: string,
  {
    readonly,
    heard,
    replicas = [],
  }: { readonly: boolean; heard?: Logger | undefined; replicas?: readonly string[] | undefined },
): PostgresServer {
  const config: ClientConfig = {
    connectionString: address,
    connectionTimeoutMillis: LONGEST_CONNECT_MS,
    application_name: "dateline",
    types: { getTypeParser },
    idle_in_transaction_session_timeout: LONGEST_IDLE_IN_ACTION_MS,
    ...(readonly && { options: "-c default_transaction_read_only=on" }),
  };
  const pool = poolOf(config);
  const followers = replicas.map((replica) =>
    poolOf({ ...config, connectionString: replica, connectionTimeoutMillis: LONGEST_CONNECT_TO_REPLICA_MS }),
  );
  const aside = followers.length > 0 ? replicasOf(pool, followers) : undefined;
  const engine: Engine = { ...engineFor(), ...(aside && { replicas: aside }) };
  return {
    db: new Kysely<Schema>({
      dialect: new EngineDialect(aside ? routed(pool, aside) : pool, engine),
      ...(heard && { log: heard }),
    }),
    engine,
    listen: (heard) => listenOn(config, heard),
  };
}

function poolOf(config: ClientConfig): Pool {
  const pool = new Pool({ ...config, max: MOST_CONNECTIONS });
  // A connection lost while nobody uses it is replaced when the next one is needed; whoever uses it hears from its query.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** Who may read aside does, where a follower is to be had. */
function routed(pool: Pool, replicas: Replicas): PostgresPool {
  return {
    connect: async () => (mayReadAside() ? await replicas.connect() : undefined) ?? (await pool.connect()),
    end: async () => {
      await replicas.end();
      await pool.end();
    },
  };
}

/** Why a database could not be opened, for what the server, the network or the address itself said. */
export function postgresProblem(cause: unknown): StoreProblem | undefined {
  if (cause instanceof StoreProblem || !(cause instanceof Error) || !("code" in cause)) return undefined;
  // The address may hold a password: it is not repeated.
  return new StoreProblem(`The PostgreSQL database cannot be opened: ${cause.message || cause.code}.`, { cause });
}

class EngineDialect extends PostgresDialect {
  readonly #engine: Engine;

  constructor(pool: PostgresPool, engine: Engine) {
    super({ pool });
    this.#engine = engine;
  }

  override createAdapter(): PostgresAdapter {
    return Object.assign(new PostgresAdapter(), { engine: this.#engine });
  }
}

// Counts and sums come as text by default, for they may be larger than a number holds; ours are not.
const WHOLE_NUMBERS: readonly number[] = [types.builtins.INT8, types.builtins.NUMERIC];

const getTypeParser: typeof types.getTypeParser = (oid: number, format?: "text" | "binary") => {
  if (!WHOLE_NUMBERS.includes(oid)) return types.getTypeParser(oid, format);
  return (value: string | null) => (value === null ? null : Number(value));
};

function listenOn(config: ClientConfig, heard: () => void): () => Promise<void> {
  let client: Client | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  async function connect(): Promise<void> {
    const next = new Client({ ...config, application_name: LISTENER });
    client = next;
    next.on("notification", heard);
    next.on("error", reconnect);
    next.on("end", reconnect);
    try {
      await next.connect();
      await next.query(`listen ${CHANNEL}`);
      // Whatever was told while nobody listened is looked for now.
      heard();
    } catch {
      reconnect(); // a server that is away is asked again; the poll behind the notices goes on meanwhile
    }
  }

  function reconnect(): void {
    if (stopped || again) return;
    again = setTimeout(() => {
      again = undefined;
      client?.removeAllListeners();
      client?.on("error", () => undefined);
      void client?.end().catch(() => undefined);
      void connect();
    }, RECONNECT_MS);
    again.unref();
  }

  const connecting = connect();
  return async () => {
    stopped = true;
    clearTimeout(again);
    await connecting;
    await client?.end().catch(() => undefined);
  };
}

function engineFor(): Engine {
  return {
    name: "postgres",
    // By code point as on the other engine, whatever language the server sorts in.
    text: sql`text collate "C"`,
    committed: new Set(),
    written: { actions: 0, groups: 0 },
    countNodes: async (db) => {
      const { rows } = await sql<{ nodes: number }>`
        select cast(count(*) as integer) as nodes
          from pg_stat_activity
         where application_name = ${LISTENER}
           and datname = current_database()`.execute(db);
      return rows[0]?.nodes;
    },
    // The server itself ends the session of an action that is idle too long.
    watched: (_, work) => work(),
    mayRunAgain: (error) => RUN_AGAIN.includes(codeOf(error)),
    isAway,
    notePlans: async () => undefined, // autovacuum looks
    lockForMigration: async (action) => {
      await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(action);
    },
    lockForLog: async (action) => {
      await sql`select pg_advisory_xact_lock(${LOG_LOCK})`.execute(action);
    },
    hasTable: async (db, name) => {
      const { rows } = await sql<{ there: boolean }>`select to_regclass(${name}) is not null as there`.execute(db);
      return rows[0]?.there === true;
    },
    keepByKey: async () => undefined, // it keeps rows in a heap, whatever their key
    makeSearchIndex,
    makeAppendOnly,
    follow,
    letForget,
    keepUnlessWithheld,
    forgetSearched: async () => undefined,
    // Dead rows go with the next vacuum; what its operator can do beside that is in docs/operate.
    forgetBytes: async () => undefined,
    keepDecided,
    matchingArticles,
    movedMark: sql<number>`cast(cast(pg_current_xact_id() as text) as bigint)`,
    markNow: async (db) => {
      const { rows } = await sql<{ mark: number }>`select ${OLDEST_RUNNING} as mark`.execute(db);
      return rows[0]?.mark ?? 0;
    },
    movedAfter,
    announce: async (action) => {
      await sql`select pg_notify(${CHANNEL}, '')`.execute(action);
    },
    skipsLocked: true,
  };
}

// serialization_failure and deadlock_detected: the server undid the whole action and says that it may be tried again.
// unique_violation: an action looks before it takes a name, so somebody else took it in between; looking again, it sees that.
const RUN_AGAIN = ["40001", "40P01", "23505"];

// What the system says of a server that is not there, and a server of itself that ends, starts, or has no room for one more.
const UNREACHED = ["ECONNREFUSED", "ENOENT", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "ENOTFOUND", "EAI_AGAIN"];
const LOST = ["ECONNRESET", "EPIPE", "53300"];
const LOST_CLASSES = ["08", "57P"];
// What `pg` says of a connection that ended under a statement, and of one that could not be had in time; these have no code.
const LOST_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (code === "") return LOST_WORDS.test(error.message);
  // A file that is missing has the code of a socket that is.
  if (UNREACHED.includes(code)) return "syscall" in error && ["connect", "getaddrinfo"].includes(String(error.syscall));
  return LOST.includes(code) || LOST_CLASSES.some((beginning) => code.startsWith(beginning));
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

const OLDEST_RUNNING = sql`cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)`;

/**
 * Transactions do not commit in the order of their numbers, so the mark is the oldest one still running when the
 * question is asked: everything below it has been seen, and what lies above may come twice.
 */
async function movedAfter(db: Db, mark: number) {
  const { rows } = await sql<{ topic: string; version: number; recalled: number; oldest: number }>`
    select topic,
           version,
           recalled,
           ${OLDEST_RUNNING} as oldest
      from topic_version
     where moved >= ${mark}
     order by moved`.execute(db);
  const moved = rows.map(({ topic, version, recalled }) => ({
    topic,
    version,
    isRecalled: recalled >= mark && recalled > 0,
  }));
  return { moved, mark: rows[0]?.oldest ?? mark };
}

// PostgreSQL takes lexemes of up to 2046 bytes; of a "word" longer than this only its beginning is looked for.
const LONGEST_STEM = 500;

async function makeSearchIndex(db: Db): Promise<void> {
  // Not `to_tsvector`, whose parser would cut our stems in its own way.
  await sql`
    create function search_lexemes(stems text) returns tsvector
    language sql immutable parallel safe
    return array_to_tsvector(array(
      select distinct left(stem, ${sql.lit(LONGEST_STEM)})
        from unnest(string_to_array(stems, ' ')) as stem
       where stem <> ''))`.execute(db);
  await sql`
    alter table search_entry
      add column words tsvector
      generated always as (search_lexemes(headline_stems || ' ' || text_stems)) stored`.execute(db);
  await sql`create index search_entry_words on search_entry using gin (words)`.execute(db);
}

async function makeAppendOnly(db: Db, table: string): Promise<void> {
  await sql`
    create or replace function refuse_change() returns trigger language plpgsql as
    $$ begin raise exception 'rows of % are added and never changed', tg_table_name; end $$`.execute(db);
  await sql`
    create trigger ${sql.ref(`${table}_is_append_only`)}
    before update or delete or truncate on ${sql.table(table)}
    for each statement execute function refuse_change()`.execute(db);
}

async function follow(db: Db, { table, change, when, statements }: Following): Promise<void> {
  const name = sql.ref(`${table}_followed_by_${change}`);
  await sql`
    create or replace function ${name}() returns trigger language plpgsql as
    $$ begin ${sql.join(statements, sql`; `)}; return null; end $$`.execute(db);
  await sql`
    create or replace trigger ${name}
    after ${sql.raw(change)} on ${sql.table(table)}
    for each row ${when ? sql`when (${when})` : sql``}
    execute function ${name}()`.execute(db);
}

async function letForget(db: Db, table: string, column: string, words: readonly string[]): Promise<void> {
  await sql`drop trigger ${sql.ref(`${table}_is_append_only`)} on ${sql.table(table)}`.execute(db);
  await sql`
    create trigger ${sql.ref(`${table}_is_append_only`)}
    before update or truncate on ${sql.table(table)}
    for each statement execute function refuse_change()`.execute(db);
  await sql`
    create trigger ${sql.ref(`${table}_refuses_delete`)}
    before delete on ${sql.table(table)}
    for each row when (old.${sql.ref(column)} not in (${sql.join(words.map((word) => sql.lit(word)))}))
    execute function refuse_change()`.execute(db);
}

async function keepUnlessWithheld(
  db: Db,
  table: string,
  deletable?: { readonly column: string; readonly words: readonly string[] },
): Promise<void> {
  await sql`
    create or replace function refuse_unless_withheld() returns trigger language plpgsql as
    $$ begin
      if new.withheld is null
         or new.withheld is not distinct from old.withheld
         or not exists (select 1 from withholding where id = new.withheld and state = 'confirmed')
      then raise exception 'rows of % are never changed, but by a withholding', tg_table_name;
      end if;
      return new;
    end $$`.execute(db);
  await keepRows(db, table);
  await sql`
    create trigger ${sql.ref(`${table}_refuses_update`)}
    before update on ${sql.table(table)}
    for each row execute function refuse_unless_withheld()`.execute(db);
  await refuseDelete(
    db,
    table,
    deletable &&
      sql`when (old.${sql.ref(deletable.column)} not in (${sql.join(deletable.words.map((word) => sql.lit(word)))}))`,
  );
}

async function keepDecided(db: Db, table: string, column: string, words: readonly string[]): Promise<void> {
  await keepRows(db, table);
  await sql`
    create trigger ${sql.ref(`${table}_refuses_update`)}
    before update on ${sql.table(table)}
    for each row when (old.${sql.ref(column)} in (${sql.join(words.map((word) => sql.lit(word)))}))
    execute function refuse_change()`.execute(db);
  await refuseDelete(db, table);
}

/** Takes away what guarded the table before, and guards it against being emptied at once. */
async function keepRows(db: Db, table: string): Promise<void> {
  for (const trigger of ["is_append_only", "refuses_update", "refuses_delete"])
    await sql`drop trigger if exists ${sql.ref(`${table}_${trigger}`)} on ${sql.table(table)}`.execute(db);
  await sql`
    create trigger ${sql.ref(`${table}_is_append_only`)}
    before truncate on ${sql.table(table)}
    for each statement execute function refuse_change()`.execute(db);
}

async function refuseDelete(db: Db, table: string, when = sql``): Promise<void> {
  await sql`
    create trigger ${sql.ref(`${table}_refuses_delete`)}
    before delete on ${sql.table(table)}
    for each row ${when} execute function refuse_change()`.execute(db);
}

async function matchingArticles(
  db: Db,
  { editionId, stems, lastIsBeginning, limit, before }: SearchFor,
): Promise<Found[]> {
  const lexemes = stems.map((stem, at) => `${quoted(stem)}${lastIsBeginning && at === stems.length - 1 ? ":*" : ""}`);
  const older = before ? sql`and (published_at, article_id) < (${before.publishedAt}, ${before.articleId})` : sql``;
  const { rows } = await sql<Found>`
    select article_id   as "articleId",
           published_at as "publishedAt"
      from search_entry
     where edition_id = ${editionId}
       and words @@ cast(${lexemes.join(" & ")} as tsquery) ${older}
     order by published_at desc, article_id desc
     limit ${limit}`.execute(db);
  return rows;
}

function quoted(stem: string): string {
  const kept = Array.from(stem).slice(0, LONGEST_STEM).join("");
  return `'${kept.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}
