/**
 * What lets better-auth keep its rows in our tables: its models and fields by our names, instants as text,
 * truth as 0 or 1, ids of ours, and every write an action of our writer.
 */
import { type CleanedWhere, type CustomAdapter, createAdapterFactory } from "better-auth/adapters";
import { type RawBuilder, sql } from "kysely";
import { newId } from "#lib/ids.ts";
import { type Db, together } from "#store/db.ts";

const TABLES: Readonly<Record<string, string>> = {
  user: "staff",
  session: "staff_session",
  account: "staff_credential",
  passkey: "staff_passkey",
  twoFactor: "staff_totp",
  verification: "staff_check",
};

// All others are their own name in our spelling.
const COLUMNS: Readonly<Record<string, string>> = { userId: "staff_id", createdAt: "made_at", updatedAt: "changed_at" };

type Row = Readonly<Record<string, unknown>>;

export function authAdapter(db: Db, now: () => Date) {
  return createAdapterFactory({
    config: {
      adapterId: "dateline",
      supportsNumericIds: false,
      supportsDates: false,
      supportsBooleans: false,
      customIdGenerator: () => newId(now()),
    },
    adapter: ({ schema }) => {
      const toFields = (model: string, row: Row) => fieldsOf(Object.keys(schema[model]?.fields ?? {}), row);
      return adapterOn(db, toFields);
    },
  });
}

type ToFields = (model: string, row: Row) => Row;

function adapterOn(db: Db, toFields: ToFields): CustomAdapter {
  function shaped<T>(model: string, row: Row | undefined): T | null {
    // Which fields a model's row has is better-auth's to know: it names them in `T`.
    return row ? (toFields(model, row) as T) : null;
  }

  const written = async (query: RawBuilder<Row>): Promise<readonly Row[]> =>
    (await together(db, (db) => query.execute(db))).rows;

  return {
    async create<T>({ model, data }: { model: string; data: T }) {
      const given = Object.entries(columnsOf(data as Row)).filter(([, value]) => value !== undefined);
      const columns = sql.join(given.map(([column]) => sql.ref(column)));
      const values = sql.join(given.map(([, value]) => value));
      const [row] = await written(sql`insert into ${tableOf(model)} (${columns}) values (${values}) returning *`);
      return shaped<T>(model, row) as T; // an insert that does not throw has its row
    },

    async update<T>({ model, where, update }: { model: string; where: CleanedWhere[]; update: T }) {
      const [row] = await written(updating(model, where, columnsOf(update as Row)));
      return shaped<T>(model, row);
    },

    async updateMany({ model, where, update }) {
      return (await written(updating(model, where, columnsOf(update)))).length;
    },

    async findOne<T>({ model, where }: { model: string; where: CleanedWhere[] }) {
      const { rows } = await sql<Row>`select * from ${tableOf(model)} ${suchAs(where)} limit 1`.execute(db);
      return shaped<T>(model, rows[0]);
    },

    async findMany<T>({ model, where = [], limit, offset = 0, sortBy }: FindMany) {
      const order = sortBy
        ? sql`${columnOf(sortBy.field)} ${sql.raw(sortBy.direction === "desc" ? "desc" : "asc")},`
        : sql``;
      const { rows } = await sql<Row>`
        select * from ${tableOf(model)} ${suchAs(where)}
         order by ${order} id
         limit ${limit} offset ${offset}`.execute(db);
      return rows.map((row) => toFields(model, row) as T);
    },

    async count({ model, where = [] }) {
      const { rows } = await sql<{ count: number }>`
        select cast(count(*) as integer) as count from ${tableOf(model)} ${suchAs(where)}`.execute(db);
      return rows[0]?.count ?? 0;
    },

    async delete({ model, where }) {
      await written(sql`delete from ${tableOf(model)} ${suchAs(where)} returning id`);
    },

    async deleteMany({ model, where }) {
      return (await written(sql`delete from ${tableOf(model)} ${suchAs(where)} returning id`)).length;
    },

    async consumeOne<T>({ model, where }: { model: string; where: CleanedWhere[] }) {
      const [row] = await written(sql`
        delete from ${tableOf(model)}
         where id in (select id from ${tableOf(model)} ${suchAs(where)} order by id limit 1)
        returning *`);
      return shaped<T>(model, row);
    },

    async incrementOne<T>({ model, where, increment, set = {} }: IncrementOne) {
      const changes = [
        ...Object.entries(increment).map(([field, by]) => sql`${columnOf(field)} = ${columnOf(field)} + ${by}`),
        ...Object.entries(columnsOf(set)).map(([column, value]) => sql`${sql.ref(column)} = ${value}`),
      ];
      const [row] = await written(sql`update ${tableOf(model)} set ${sql.join(changes)} ${suchAs(where)} returning *`);
      return shaped<T>(model, row);
    },
  };
}

type FindMany = Parameters<CustomAdapter["findMany"]>[0];
type IncrementOne = Parameters<NonNullable<CustomAdapter["incrementOne"]>>[0];

function updating(model: string, where: readonly CleanedWhere[], changes: Row): RawBuilder<Row> {
  const assignments = Object.entries(changes).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  return sql`update ${tableOf(model)} set ${sql.join(assignments)} ${suchAs(where)} returning *`;
}

/** Better-auth asks for all of its conditions or for none of them; a condition it joins otherwise is refused aloud. */
function suchAs(where: readonly CleanedWhere[]): RawBuilder<unknown> {
  if (where.length === 0) return sql``;
  if (where.some(({ connector }, at) => at > 0 && connector === "OR")) throw new Error("conditions joined by OR");
  return sql`where ${sql.join(where.map(condition), sql` and `)}`;
}

function condition({ field, operator, value }: CleanedWhere): RawBuilder<unknown> {
  const column = columnOf(field);
  if (value === null) return operator === "ne" ? sql`${column} is not null` : sql`${column} is null`;
  if (Array.isArray(value)) return value.length === 0 ? sql`1 = 0` : sql`${column} in (${sql.join(value)})`;
  const sign = SIGNS[operator ?? "eq"];
  if (sign === undefined) throw new Error(`a condition with the operator ${operator}`);
  return sql`${column} ${sql.raw(sign)} ${value}`;
}

const SIGNS: Readonly<Record<string, string>> = { eq: "=", ne: "<>", lt: "<", lte: "<=", gt: ">", gte: ">=" };

function tableOf(model: string): RawBuilder<unknown> {
  const table = TABLES[model];
  if (table === undefined) throw new Error(`a table for better-auth's model ${model}`);
  return sql.table(table);
}

function columnsOf(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([field, value]) => [columnNameOf(field), value]));
}

function fieldsOf(fields: readonly string[], row: Row): Row {
  return Object.fromEntries(["id", ...fields].map((field) => [field, row[columnNameOf(field)]]));
}

function columnOf(field: string): RawBuilder<unknown> {
  return sql.ref(columnNameOf(field));
}

function columnNameOf(field: string): string {
  return COLUMNS[field] ?? field.replaceAll(/([a-z])([A-Z]+)/g, "$1_$2").toLowerCase();
}
