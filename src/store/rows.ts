/** Rows put into tables many at a time, as they were read: for what copies a store. Who writes news has actions. */
import { sql } from "kysely";
import { type Db, engineOf } from "./db.ts";
import { OWN_NOTES, TABLES, type TableName, type TableRow } from "./tables.ts";

// So many values in one statement are allowed on either engine.
const MOST_VALUES = 20_000;

/** What an empty store has noted for itself makes room for what is put into it. */
export async function forgetOwnNotes(db: Db): Promise<void> {
  for (const table of OWN_NOTES) await sql`delete from ${sql.table(table)}`.execute(db);
}

/** What the tables refuse, and on PostgreSQL data exceptions, broken constraints and columns that are not there. */
export function isRowRefused(code: string): boolean {
  return /^(SQLITE_(ERROR|CONSTRAINT|MISMATCH|TOOBIG)|22...$|23...$|42703$)/.test(code);
}

/** 53100 is PostgreSQL's disk_full. */
export function isNoRoom(code: string): boolean {
  return ["ENOSPC", "EDQUOT", "SQLITE_FULL", "53100"].includes(code);
}

/** Adds rows that all have the same columns; what names rows that come later is left out until `completeRows`. */
export async function insertRows(db: Db, table: TableName, rows: readonly TableRow[]): Promise<void> {
  const { later = [] } = TABLES[table];
  const columns = Object.keys(rows[0] ?? {});
  // Whoever watches topics hears of what has been put back.
  const marked = table === "topic_version";
  const names = [...columns, ...(marked ? ["moved"] : [])].map((column) => sql.ref(column));
  for (const some of inStatements(rows, columns.length + 1)) {
    const values = some.map((row) => {
      const own = columns.map((column) => (later.includes(column) ? sql`null` : sql`${row[column]}`));
      return sql`(${sql.join(marked ? [...own, engineOf(db).movedMark] : own)})`;
    });
    await sql`insert into ${sql.table(table)} (${sql.join(names)}) values ${sql.join(values)}`.execute(db);
  }
}

/** Those of the rows that name others which come later. */
export function namingLater(table: TableName, rows: readonly TableRow[]): TableRow[] {
  const { later = [] } = TABLES[table];
  return later.length === 0 ? [] : rows.filter((row) => later.some((column) => row[column] !== null));
}

/** Puts in what `insertRows` left out, once all rows are there. */
export async function completeRows(db: Db, table: TableName, rows: readonly TableRow[]): Promise<void> {
  const { key, later = [] } = TABLES[table];
  const columns = [...key, ...later];
  const givenOf = (column: string) => sql.ref(`given.column${columns.indexOf(column) + 1}`);
  const changes = later.map((column) => sql`${sql.ref(column)} = ${givenOf(column)}`);
  const same = key.map((column) => sql`${sql.ref(`${table}.${column}`)} = ${givenOf(column)}`);
  for (const some of inStatements(rows, columns.length)) {
    const values = some.map((row) => sql`(${sql.join(columns.map((column) => asText(row[column])))})`);
    await sql`
      update ${sql.table(table)}
         set ${sql.join(changes)}
        from (values ${sql.join(values)}) as given
       where ${sql.join(same, sql` and `)}`.execute(db);
  }
}

// A column of nothing but nulls has no type of its own there, and what names rows is text.
function asText(value: unknown) {
  return sql`cast(${value} as text)`;
}

function* inStatements(rows: readonly TableRow[], columns: number): Generator<readonly TableRow[], void, void> {
  const most = Math.max(1, Math.floor(MOST_VALUES / columns));
  for (let from = 0; from < rows.length; from += most) yield rows.slice(from, from + most);
}
