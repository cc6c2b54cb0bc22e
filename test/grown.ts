/**
 * The demo newsroom as years of work would leave it: its rows over and over, under ids and times of their own. For what
 * has to be as fast with a hundred thousand articles as with a hundred; nobody reads these texts.
 */
import { sql } from "kysely";
import { type Db, engineOf, together } from "#store/db.ts";
import { completeRows, insertRows, namingLater } from "#store/rows.ts";
import { pagesOf, type TableName, type TableRow } from "#store/tables.ts";

/** Tables that grow together: a copy names the copies of its own family, and of others what the row named before. */
type Family = readonly (readonly [table: TableName, columns: Columns])[];

type Columns = {
  /** Ids of rows of this family. */
  readonly ids: readonly string[];
  /** What no two rows may share. */
  readonly once?: readonly string[];
};

const STORIES: Family = [
  ["story", { ids: ["id"] }],
  [
    "article",
    {
      ids: ["id", "story_id", "published_revision_id", "translated_from", "ready_revision_id", "scheduled_revision_id"],
      once: ["slug"],
    },
  ],
  ["revision", { ids: ["id", "article_id"] }],
  ["version", { ids: ["id", "article_id", "revision_id"] }],
  ["correction", { ids: ["id", "article_id", "version_id"] }],
  ["byline", { ids: ["revision_id"] }],
  ["article_source", { ids: ["article_id"] }],
  ["article_topic", { ids: ["article_id"] }],
  ["article_mention", { ids: ["article_id"] }],
  ["article_label", { ids: ["article_id", "revision_id"] }],
  ["article_writer", { ids: ["article_id"] }],
  ["picture_use", { ids: ["article_id"] }],
  ["search_entry", { ids: ["article_id"] }],
  ["working_copy", { ids: ["article_id"] }],
  ["slug_redirect", { ids: ["article_id"], once: ["slug"] }],
  ["former_place", { ids: ["article_id"] }],
  ["comment", { ids: ["id", "article_id", "answers"] }],
  ["preview_link", { ids: ["id", "article_id"], once: ["token_digest"] }],
  ["event_use", { ids: ["article_id"] }],
  ["diary_entry", { ids: ["id", "article_id", "follow_up_id"] }],
  ["quotation_original", { ids: ["article_id"] }],
  ["wire_item", { ids: ["id", "version_id"] }],
  ["wire_version", { ids: ["id", "item_id"] }],
  ["wire_name", { ids: ["item_id"], once: ["name"] }],
  ["wire_mark", { ids: ["item_id"] }],
  ["reply", { ids: ["id", "article_id", "parent_id", "root_id"] }],
  ["reply_count", { ids: ["article_id"] }],
  ["reply_version", { ids: ["id", "reply_id"] }],
  ["reply_contact", { ids: ["reply_id"] }],
  ["decision", { ids: ["id", "reply_id"] }],
];

const HOUSE: Family = [
  ["topic", { ids: ["id"], once: ["slug"] }],
  ["media", { ids: ["id", "replaced_by"] }],
  ["rendition", { ids: ["media_id"] }],
  ["source", { ids: ["id"] }],
  ["snapshot", { ids: ["id", "source_id"] }],
  ["organisation", { ids: ["id"] }],
  ["name", { ids: ["id", "organisation_id"] }],
  ["form", { ids: ["name_id"] }],
  ["designation", { ids: ["id", "organisation_id"] }],
  ["register_change", { ids: ["id", "organisation_id"] }],
  ["event", { ids: ["id"] }],
  ["event_text", { ids: ["event_id"] }],
  ["event_source", { ids: ["event_id"] }],
  ["guest", { ids: ["id"], once: ["digest"] }],
  ["audit", { ids: ["id"] }],
  ["job", { ids: ["id"], once: ["key"] }],
  ["link_check", { ids: [], once: ["address"] }],
  ["topic_version", { ids: [], once: ["topic"] }],
];

export type Growth = {
  /** Copies of every story with what belongs to it. */
  readonly stories: number;
  /** Copies of what stories rest on: sources, pictures, organisations, events, readers. */
  readonly house: number;
};

export async function growNewsroom(db: Db, { stories, house }: Growth): Promise<void> {
  await grow(db, STORIES, stories);
  await grow(db, HOUSE, house);
  await lookAgain(db);
}

/** So that PostgreSQL knows how many rows there are, as one that has run for a day does; SQLite goes by what it was given. */
async function lookAgain(db: Db): Promise<void> {
  if (engineOf(db).name === "postgres") await sql`vacuum analyze`.execute(db);
}

export type Statistic = { readonly tbl: string; readonly idx: string; readonly stat: string };

// Tables of fewer rows do not grow, or none grew here: SQLite takes a table it knows nothing of for a large one.
const GREW = 1_000;

/** What `analyze` found out on SQLite about the indexes of tables that grew, and of those of `few` that have rows. */
export async function statisticsIn(db: Db, few: ReadonlySet<string> = new Set()): Promise<readonly Statistic[]> {
  const { rows } = await sql<Statistic>`
    select tbl, idx, stat
      from sqlite_stat1
     where idx is not null
       and tbl not like 'search_words%'
     order by tbl, idx`.execute(db);
  const sizes = new Map<string, number>();
  for (const { tbl, stat } of rows) sizes.set(tbl, Math.max(sizes.get(tbl) ?? 0, Number.parseInt(stat, 10)));
  return rows.filter(({ tbl }) => few.has(tbl) || (sizes.get(tbl) ?? 0) >= GREW);
}

// Copies of the whole family are kept at a time: enough that a commit costs nothing, few enough to stand in memory.
const ROWS_AT_ONCE = 20_000;

async function grow(db: Db, family: Family, times: number): Promise<void> {
  const originals = new Map<TableName, TableRow[]>();
  for (const [table] of family)
    originals.set(table, await Array.fromAsync(pagesOf(db, table)).then((all) => all.flat()));
  const rows = [...originals.values()].reduce((sum, some) => sum + some.length, 0);
  const atOnce = Math.max(1, Math.floor(ROWS_AT_ONCE / rows));
  for (let from = 1; from <= times; from += atOnce) {
    const copies = Array.from({ length: Math.min(atOnce, times + 1 - from) }, (_, at) => from + at);
    await together(db, async (db) => {
      const all = family.flatMap(([table, columns]) => {
        const made = copies.flatMap((copy) => (originals.get(table) ?? []).map((row) => copied(row, columns, copy)));
        return made.length > 0 ? [{ table, made }] : [];
      });
      for (const { table, made } of all) await insertRows(db, table, made);
      for (const { table, made } of all) await completeRows(db, table, namingLater(table, made));
    });
  }
}

function copied(row: TableRow, { ids, once = [] }: Columns, copy: number): TableRow {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      if (typeof value !== "string") return [column, value];
      if (ids.includes(column)) return [column, idOfCopy(value, copy)];
      if (once.includes(column)) return [column, `${value}-${copy}`];
      return [column, column.endsWith("_at") ? earlier(value, copy) : value];
    }),
  );
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An id of the same shape and moment; what editors named by hand gets a number. */
function idOfCopy(id: string, copy: number): string {
  if (!UUID.test(id)) return `${id}-${copy}`;
  const last = BigInt(`0x${id.slice(-12)}`) ^ BigInt(copy);
  return `${id.slice(0, -12)}${last.toString(16).padStart(12, "0")}`;
}

const MINUTE_MS = 60_000;

/** Every copy is a minute older than the one before. */
function earlier(instant: string, copy: number): string {
  const at = Date.parse(instant);
  return Number.isNaN(at) ? instant : new Date(at - copy * MINUTE_MS).toISOString();
}
