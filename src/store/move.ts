/**
 * A running SQLite site moved into an empty PostgreSQL database. What changes meanwhile is noted by the file itself and
 * taken over after; the site can be read all the while and refuses to write for the last of it alone. Whatever ends it in
 * the middle, it is begun again and goes on: what is there already is compared, and only what differs is written.
 */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import { type Db, engineOf, reading, together } from "./db.ts";
import { migrationsOf, storeIdentity } from "./migrate.ts";
import { fillListed } from "./migrations/0028-lists.ts";
import { REFUSAL, StoreProblem } from "./problem.ts";
import { completeRows, insertRows, namingLater } from "./rows.ts";
import {
  firstUsedTable,
  OWN_NOTES,
  pagesOf,
  rowsOf,
  TABLE_NAMES,
  TABLES,
  type TableName,
  type TableRow,
} from "./tables.ts";

/** In the file that is left: the rows that changed since the move began. */
const CHANGED = "moving_out";
/** In the file that was left: from here on it refuses every change. */
const LEFT = "moved_away";
/** In the database that is being filled: what is put back at the end. */
const FILLING = "moving_in";

export type Move = {
  readonly from: Db;
  readonly to: Db;
  readonly now: () => Date;
  readonly progress?: (what: string, rows: number) => void;
};

export type Moved = {
  readonly rows: number;
  /** Every row's digest was found to be the same on both sides. */
  readonly tables: Readonly<Partial<Record<TableName, number>>>;
  /** How many rows had changed while the first copy was made. */
  readonly caughtUp: number;
  /** How long nobody could write until all was over. */
  readonly readOnlyMs: number;
};

// Fewer changes than this are caught up with in the time of one commit.
const FEW = 200;
const MOST_ROUNDS = 20;

export async function moveStore({ from, to, now, progress = () => undefined }: Move): Promise<Moved> {
  const names = (await migrationsOf(from)).join();
  if (names !== (await migrationsOf(to)).join())
    throw new StoreProblem("The two stores are not of one version of Dateline. Start this version once on both.");
  await beginFilling(to, await storeIdentity(from));
  await noteChanges(from);
  let reached = await copyAll(from, to, progress);
  const before = reached;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const reachedBefore = reached;
    reached = await catchUp(from, to, reached);
    if (reached - reachedBefore < FEW) break;
  }
  const since = now().getTime();
  await leave(from, now());
  reached = await catchUp(from, to, reached);
  const tables = await countsAlike(from, to);
  await endFilling(to);
  const rows = Object.values(tables).reduce((sum, count) => sum + count, 0);
  return { rows, tables, caughtUp: reached - before, readOnlyMs: now().getTime() - since };
}

/** Throws where nobody may work: a store that was left, or one that is not yet whole. */
export async function refuseWhileMoving(db: Db): Promise<void> {
  const { hasTable } = engineOf(db);
  if (await hasTable(db, LEFT)) {
    throw new StoreProblem(
      "The site was moved from here to PostgreSQL: start it with --database. To go on with this file after all: migrate --stay",
    );
  }
  if (await hasTable(db, FILLING)) {
    throw new StoreProblem(
      "A site is being moved into this database and is not all there: run migrate --to once more.",
    );
  }
}

/** The file is its site's again, as if nothing had been begun. What was copied is of no use any more. */
export async function stayHere(from: Db): Promise<boolean> {
  const { hasTable } = engineOf(from);
  if (!(await hasTable(from, CHANGED)) && !(await hasTable(from, LEFT))) return false;
  await together(from, async (db) => {
    for (const table of TABLE_NAMES) {
      for (const change of CHANGES) {
        await sql`drop trigger if exists ${sql.ref(noting(table, change))}`.execute(db);
        await sql`drop trigger if exists ${sql.ref(refusing(table, change))}`.execute(db);
      }
    }
    await sql`drop table if exists ${sql.table(CHANGED)}`.execute(db);
    await sql`drop table if exists ${sql.table(LEFT)}`.execute(db);
  });
  return true;
}

const CHANGES = ["insert", "update", "delete"] as const;
type Change = (typeof CHANGES)[number];

const noting = (table: TableName, change: Change) => `${CHANGED}_${table}_${change}`;
const refusing = (table: TableName, change: Change) => `${LEFT}_${table}_${change}`;

/** Every change of a row from here on is noted by its key, whichever process makes it. */
async function noteChanges(from: Db): Promise<void> {
  if (await engineOf(from).hasTable(from, CHANGED)) return;
  await together(from, async (db) => {
    await sql`create table ${sql.table(CHANGED)} (number integer primary key, kept_in text not null, key text not null)`.execute(
      db,
    );
    for (const table of TABLE_NAMES) {
      for (const change of CHANGES) {
        const rows = { insert: ["new"], update: ["old", "new"], delete: ["old"] }[change];
        const values = rows.map((row) => {
          const key = TABLES[table].key.map((column) => sql.ref(`${row}.${column}`));
          return sql`(${sql.lit(table)}, json_array(${sql.join(key)}))`;
        });
        await sql`
          create trigger ${sql.ref(noting(table, change))} after ${sql.raw(change)} on ${sql.table(table)}
          begin insert into ${sql.table(CHANGED)} (kept_in, key) values ${sql.join(values)}; end`.execute(db);
      }
    }
  });
}

/** From the commit of this on, the file itself refuses every change, whichever process wants it. */
async function leave(from: Db, at: Date): Promise<void> {
  await together(from, async (db) => {
    if (await engineOf(db).hasTable(db, LEFT)) return;
    await sql`create table ${sql.table(LEFT)} (at text not null)`.execute(db);
    await sql`insert into ${sql.table(LEFT)} (at) values (${at.toISOString()})`.execute(db);
    for (const table of TABLE_NAMES) {
      for (const change of CHANGES) {
        await sql`
          create trigger ${sql.ref(refusing(table, change))} before ${sql.raw(change)} on ${sql.table(table)}
          begin select raise(abort, ${sql.lit(REFUSAL)}); end`.execute(db);
      }
    }
  });
}

/**
 * Rows come in an order that no reference between them and no rule against changing them allows: both are taken off, and
 * the database is refused to everybody else, until `endFilling`.
 */
async function beginFilling(to: Db, source: string): Promise<void> {
  await together(to, async (db) => {
    await engineOf(db).lockForMigration(db);
    if (await engineOf(db).hasTable(db, FILLING)) return refuseUnlessFrom(db, source);
    const used = await firstUsedTable(db);
    if (used) {
      throw new StoreProblem(
        `The database is not empty (the table "${used}" has rows), so nothing was moved. Make a new one and give its address with --to.`,
      );
    }
    await sql`create table ${sql.table(FILLING)} (kept_in text not null, name text not null, definition text not null)`.execute(
      db,
    );
    await sql`insert into ${sql.table(FILLING)} values ('', 'from', ${source})`.execute(db);
    await sql`
      insert into ${sql.table(FILLING)}
      select pg_class.relname, pg_constraint.conname, pg_get_constraintdef(pg_constraint.oid)
        from pg_constraint
        join pg_class on pg_class.oid = pg_constraint.conrelid
       where pg_constraint.contype = 'f'
         and pg_constraint.connamespace = to_regnamespace(current_schema())`.execute(db);
    for (const { kept_in, name } of await referencesIn(db))
      await sql`alter table ${sql.table(kept_in)} drop constraint ${sql.ref(name)}`.execute(db);
    for (const table of TABLE_NAMES) await sql`alter table ${sql.table(table)} disable trigger user`.execute(db);
    for (const table of OWN_NOTES) await sql`delete from ${sql.table(table)}`.execute(db);
  });
}

async function refuseUnlessFrom(db: Db, source: string): Promise<void> {
  const { rows } = await sql<{ definition: string }>`
    select definition from ${sql.table(FILLING)} where kept_in = '' and name = 'from'`.execute(db);
  if (rows[0]?.definition === source) return;
  throw new StoreProblem(
    "Another site is being moved into this database, or was and was given up. Make a new one and give its address with --to.",
  );
}

type Reference = { readonly kept_in: string; readonly name: string; readonly definition: string };

async function referencesIn(db: Db): Promise<readonly Reference[]> {
  const { rows } = await sql<Reference>`
    select kept_in, name, definition from ${sql.table(FILLING)} where kept_in <> '' order by kept_in, name`.execute(db);
  return rows;
}

/** All rules hold again, each found to hold for every row; and what the database makes out of other tables is made. */
async function endFilling(to: Db): Promise<void> {
  await together(to, async (db) => {
    for (const { kept_in, name, definition } of await referencesIn(db))
      await sql`alter table ${sql.table(kept_in)} add constraint ${sql.ref(name)} ${sql.raw(definition)}`.execute(db);
    await fillListed(db);
    for (const table of TABLE_NAMES) await sql`alter table ${sql.table(table)} enable trigger user`.execute(db);
    await sql`drop table ${sql.table(FILLING)}`.execute(db);
    await sql`analyze`.execute(db);
  });
}

/** Everything as it was at one moment; answers up to which noted change that moment reaches. */
async function copyAll(from: Db, to: Db, progress: (what: string, rows: number) => void): Promise<number> {
  return reading(from, async (from) => {
    const reached = await lastChange(from);
    for (const table of TABLE_NAMES) {
      await takeOutWhatDiffers(from, to, table);
      await putInWhatIsMissing(from, to, table, progress);
      const { missing, differing } = await compared(from, to, table);
      if (missing + differing > 0) throw new Error(`${table} is not the same on both sides after it was copied`);
    }
    return reached;
  });
}

/** First, so that no row that is put in meets one that has its name still. */
async function takeOutWhatDiffers(from: Db, to: Db, table: TableName): Promise<void> {
  const keys: string[] = [];
  for await (const { differing } of sideBySide(from, to, table)) keys.push(...differing);
  await takeOut(to, table, keys);
}

async function putInWhatIsMissing(
  from: Db,
  to: Db,
  table: TableName,
  progress: (what: string, rows: number) => void,
): Promise<void> {
  let rows = 0;
  for await (const { missing, looked } of sideBySide(from, to, table)) {
    rows += looked;
    await putIn(to, table, missing);
    progress(table, rows);
  }
}

async function compared(from: Db, to: Db, table: TableName) {
  const found = { missing: 0, differing: 0 };
  for await (const { missing, differing } of sideBySide(from, to, table)) {
    found.missing += missing.length;
    found.differing += differing.length;
  }
  return found;
}

type Side = {
  readonly looked: number;
  /** Rows the other side does not have. */
  readonly missing: readonly TableRow[];
  /** Keys of rows the other side has otherwise, or has and should not. */
  readonly differing: readonly string[];
};

/** A page of rows after another, each beside the rows of the other side that lie in its reach. */
async function* sideBySide(from: Db, to: Db, table: TableName): AsyncGenerator<Side, void, void> {
  let after: TableRow | undefined;
  for await (const page of pagesOf(from, table)) {
    const last = page.at(-1);
    const there = new Map((await rowsBetween(to, table, after, last)).map((row) => [keyOf(table, row), digestOf(row)]));
    const missing: TableRow[] = [];
    const differing: string[] = [];
    for (const row of page) {
      const key = keyOf(table, row);
      const digest = there.get(key);
      if (digest === undefined) missing.push(row);
      else if (digest !== digestOf(row)) differing.push(key);
      there.delete(key);
    }
    yield { looked: page.length, missing, differing: [...differing, ...there.keys()] };
    after = last;
  }
  const rest = await rowsBetween(to, table, after, undefined);
  yield { looked: 0, missing: [], differing: rest.map((row) => keyOf(table, row)) };
}

async function rowsBetween(
  db: Db,
  table: TableName,
  after: TableRow | undefined,
  upTo: TableRow | undefined,
): Promise<TableRow[]> {
  const { key } = TABLES[table];
  const keys = sql.join(key.map((column) => sql.ref(column)));
  const place = (row: TableRow) => sql.join(key.map((column) => sql`${row[column]}`));
  const begin = after ? sql`(${keys}) > (${place(after)})` : sql`1 = 1`;
  const end = upTo ? sql`(${keys}) <= (${place(upTo)})` : sql`1 = 1`;
  const { rows } = await sql<TableRow>`
    select * from ${sql.table(table)} where ${begin} and ${end} order by ${keys}`.execute(db);
  return rows.map((row) => copiedColumns(table, row));
}

function keyOf(table: TableName, row: TableRow): string {
  return JSON.stringify(TABLES[table].key.map((column) => row[column]));
}

function digestOf(row: TableRow): string {
  const columns = Object.keys(row).sort();
  return createHash("sha256")
    .update(JSON.stringify(columns.map((column) => [column, row[column]])))
    .digest("base64");
}

async function takeOut(to: Db, table: TableName, keys: readonly string[]): Promise<void> {
  for (const some of parts(keys)) await sql`delete from ${sql.table(table)} where ${isOneOf(table, some)}`.execute(to);
}

// SQLite takes an expression of a thousand parts.
const MOST_KEYS = 200;

function parts(keys: readonly string[]): string[][] {
  const count = Math.ceil(keys.length / MOST_KEYS);
  return Array.from({ length: count }, (_, at) => keys.slice(at * MOST_KEYS, (at + 1) * MOST_KEYS));
}

/** Lists of several columns are written in another way on each engine, comparisons are not. */
function isOneOf(table: TableName, keys: readonly string[]) {
  const { key: columns } = TABLES[table];
  const each = keys.map((key) => {
    // What `keyOf` or the file itself wrote.
    const values = JSON.parse(key) as readonly (string | number)[];
    return sql`(${sql.join(
      columns.map((column, at) => sql`${sql.ref(column)} = ${values[at]}`),
      sql` and `,
    )})`;
  });
  return sql.join(each, sql` or `);
}

async function putIn(to: Db, table: TableName, rows: readonly TableRow[]): Promise<void> {
  if (rows.length === 0) return;
  await together(to, async (db) => {
    await insertRows(db, table, rows);
    await completeRows(db, table, namingLater(table, rows));
  });
}

/** What changed after the noted change `reached`, taken over in one commit and compared; answers up to which it reaches now. */
async function catchUp(from: Db, to: Db, reached: number): Promise<number> {
  return reading(from, async (from) => {
    const last = await lastChange(from);
    const { rows } = await sql<{ kept_in: TableName; key: string }>`
      select distinct kept_in, key from ${sql.table(CHANGED)} where number > ${reached} and number <= ${last}`.execute(
      from,
    );
    const changed = Map.groupBy(rows, ({ kept_in }) => kept_in);
    await together(to, async (to) => {
      for (const [table, some] of changed) {
        const keys = some.map(({ key }) => key);
        const now = await rowsWith(from, table, keys);
        await takeOut(to, table, keys);
        await putIn(to, table, now);
        const there = new Map((await rowsWith(to, table, keys)).map((row) => [keyOf(table, row), digestOf(row)]));
        const wrong = now.filter((row) => there.get(keyOf(table, row)) !== digestOf(row)).length;
        if (wrong > 0 || there.size !== now.length)
          throw new Error(`${table} is not the same on both sides after what changed was taken over`);
      }
    });
    return last;
  });
}

async function lastChange(from: Db): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`select max(number) as last from ${sql.table(CHANGED)}`.execute(
    from,
  );
  return rows[0]?.last ?? 0;
}

async function rowsWith(db: Db, table: TableName, keys: readonly string[]): Promise<TableRow[]> {
  const found: TableRow[] = [];
  for (const some of parts(keys)) {
    const { rows } = await sql<TableRow>`select * from ${sql.table(table)} where ${isOneOf(table, some)}`.execute(db);
    found.push(...rows.map((row) => copiedColumns(table, row)));
  }
  return found;
}

function copiedColumns(table: TableName, row: TableRow): TableRow {
  const { without = [] } = TABLES[table];
  return Object.fromEntries(Object.entries(row).filter(([column]) => !without.includes(column)));
}

/** The last look: as many rows in every table, after each of them was compared. */
async function countsAlike(from: Db, to: Db): Promise<Partial<Record<TableName, number>>> {
  const counts: Partial<Record<TableName, number>> = {};
  for (const table of TABLE_NAMES) {
    const [here, there] = [await rowsOf(from, table), await rowsOf(to, table)];
    if (here !== there) throw new Error(`${table} has ${here} rows here and ${there} there`);
    counts[table] = here ?? 0;
  }
  return counts;
}
