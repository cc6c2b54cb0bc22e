/** How an engine goes about a statement: which tables it reads through from one end to the other, and how many rows it looks at. */
import { CompiledQuery, type LogEvent, sql } from "kysely";
import { type Db, engineOf, reading } from "#store/db.ts";

export type Statement = { readonly sql: string; readonly parameters: readonly unknown[] };

/** Hears statements and keeps one of each text. */
export function newListener() {
  const heard = new Map<string, Statement>();
  return {
    heard,
    hear: ({ level, query }: LogEvent) => {
      if (level === "query" && READS.test(query.sql) && !heard.has(query.sql))
        heard.set(query.sql, { sql: query.sql, parameters: query.parameters });
    },
  };
}

// What writes also looks for what it changes; beginnings, pragmas and plans themselves do not.
const READS = /^\s*(select|with|insert|update|delete)\b/i;

/** Tables with more rows than this grow with the archive. */
export const LARGE = 120;

/** What one page may look at: a leaf of a list, a hundred replies and what hangs on each. */
const MOST_LOOKED_AT = 600;

/** One sentence for each part of a plan that costs more the larger the archive is; none where there is none. */
export async function planOf(db: Db, statement: Statement, sizes: ReadonlyMap<string, number>): Promise<string[]> {
  return engineOf(db).name === "sqlite" ? sqlitePlan(db, statement, sizes) : postgresPlan(db, statement, sizes);
}

async function sqlitePlan(
  db: Db,
  { sql: asked, parameters }: Statement,
  sizes: ReadonlyMap<string, number>,
): Promise<string[]> {
  const { rows } = await db.executeQuery<{ detail: string }>(
    CompiledQuery.raw(`explain query plan ${asked}`, [...parameters]),
  );
  const steps = rows.map(({ detail }) => detail);
  // In the order of an index and with a limit, reading ends early.
  const endsEarly = /\blimit\b/i.test(asked) && !steps.some((step) => step.startsWith("USE TEMP B-TREE FOR ORDER BY"));
  const share = await sharesOf(db);
  return steps.filter((step) => {
    if (endsEarly && step.includes(" INDEX ")) return false;
    const scanned = /^SCAN (\w+)/.exec(step)?.[1];
    if (scanned === undefined) return share(step) > MOST_LOOKED_AT;
    return !/VIRTUAL TABLE|CONSTANT/.test(step) && (sizes.get(tableOf(asked, scanned)) ?? 0) > LARGE;
  });
}

/** How many rows of a site of years have in common what a step looks for in an index, by the figures the planner has. */
async function sharesOf(db: Db): Promise<(step: string) => number> {
  const { rows } = await sql<{ idx: string; stat: string }>`select idx, stat from sqlite_stat1`.execute(db);
  const known = new Map(rows.map(({ idx, stat }) => [idx, stat.split(" ").map(Number)]));
  return (step) => {
    const [, index = "", asked = ""] = /^SEARCH \w+ USING (?:COVERING )?INDEX (\w+) \((.*)\)$/.exec(step) ?? [];
    // What narrows it further by order is not counted in the figures.
    if (/[<>]/.test(asked)) return 0;
    return known.get(index)?.[asked.split("=?").length - 1] ?? 0;
  };
}

/** The table behind the name a plan has for it. */
function tableOf(asked: string, name: string): string {
  return new RegExp(`"?(\\w+)"? as "?${name}"?\\b`, "i").exec(asked)?.[1] ?? name;
}

type Node = {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Cond"?: string;
  readonly "Actual Rows"?: number;
  readonly "Actual Loops"?: number;
  readonly "Rows Removed by Filter"?: number;
  readonly "Rows Removed by Index Recheck"?: number;
  readonly Plans?: readonly Node[];
};

// So few rows fit on a page or two, which a server rather reads through; and joins as if they were all it will ever have.
const AS_IF_THERE_WERE_MANY = ["enable_seqscan", "enable_hashjoin", "enable_mergejoin"];

async function postgresPlan(
  db: Db,
  { sql: asked, parameters }: Statement,
  sizes: ReadonlyMap<string, number>,
): Promise<string[]> {
  // What writes is not run a second time: its plan alone is looked at.
  const runs = /^\s*(select|with)\b/i.test(asked) && !/\bfor (update|share|no key update)\b/i.test(asked);
  const options = runs ? "analyze, timing off, format json" : "format json";
  const ask = CompiledQuery.raw(`explain (${options}) ${asked}`, [...parameters]);
  const top = await reading(db, async (db) => {
    for (const setting of AS_IF_THERE_WERE_MANY) await db.executeQuery(CompiledQuery.raw(`set local ${setting} = off`));
    const { rows } = await db.executeQuery<{ "QUERY PLAN": readonly { readonly Plan: Node }[] }>(ask);
    return rows[0]?.["QUERY PLAN"][0]?.Plan;
  });
  if (!top) throw new Error(`there is no plan for ${asked}`);
  return nodesOf(top).flatMap((node) => faultOf(node, sizes) ?? []);
}

function faultOf(node: Node, sizes: ReadonlyMap<string, number>): string | undefined {
  const { "Node Type": kind, "Relation Name": table } = node;
  const rows = lookedAt(node);
  if (table !== undefined) {
    const size = sizes.get(table) ?? 0;
    if (kind === "Seq Scan" && size > LARGE) return `reads through ${table} (${size} rows)`;
    if (kind.startsWith("Index") && node["Index Cond"] === undefined && rows > LARGE)
      return `reads through an index of ${table} (${rows} rows)`;
    return rows > MOST_LOOKED_AT ? `looks at ${rows} rows of ${table}` : undefined;
  }
  // What is sorted for a leaf of a list could have been read in order.
  const [sort] = kind === "Limit" ? (node.Plans ?? []) : [];
  const sorted = sort?.["Node Type"] === "Sort" ? (sort.Plans?.[0] ? lookedAt(sort.Plans[0]) : 0) : 0;
  return sorted > LARGE && sorted > 2 * rows ? `sorts ${sorted} rows for ${rows}` : undefined;
}

function nodesOf(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

function lookedAt(node: Node): number {
  const removed = (node["Rows Removed by Filter"] ?? 0) + (node["Rows Removed by Index Recheck"] ?? 0);
  return Math.round(((node["Actual Rows"] ?? 0) + removed) * (node["Actual Loops"] ?? 0));
}
