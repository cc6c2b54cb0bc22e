/** Every table in an order in which rows can be put back, and how a table is read page by page. */
import { type RawBuilder, sql } from "kysely";
import type { Db } from "./db.ts";
import type { Schema } from "./schema.ts";

/** What the database makes out of other tables is not copied with them. */
export type TableName = Exclude<keyof Schema, "listed" | "reply_ground">;

export type TableRow = Readonly<Record<string, unknown>>;

type Table = {
  /** What tells its rows apart. */
  readonly key: readonly string[];
  /** Columns of the engine's own, or of this one database: not copied. */
  readonly without?: readonly string[];
  /** Columns that name rows which come later; put in when all rows are there. */
  readonly later?: readonly string[];
  readonly pageRows?: number;
};

// A table that is added to the schema does not compile until it has its place here.
export const TABLES: Readonly<Record<TableName, Table>> = {
  edition: { key: ["id"] },
  section: { key: ["id"] },
  topic: { key: ["id"] },
  person: { key: ["id"] },
  media: { key: ["id"], later: ["replaced_by"] },
  rendition: { key: ["media_id", "type", "width"] },
  source: { key: ["id"] },
  story: { key: ["id"] },
  article: {
    key: ["id"],
    later: ["published_revision_id", "translated_from", "ready_revision_id", "scheduled_revision_id"],
  },
  withholding: { key: ["id"] },
  withheld_article: { key: ["withholding_id", "article_id"] },
  revision: { key: ["id"], pageRows: 50 },
  version: { key: ["id"] },
  correction: { key: ["id"] },
  snapshot: { key: ["id"], pageRows: 10 },
  article_source: { key: ["source_id", "article_id"] },
  quotation_original: { key: ["article_id", "words"] },
  confidential_source: { key: ["source_id"] },
  confidential_reader: { key: ["source_id", "staff_id"] },
  article_topic: { key: ["article_id", "topic_id"] },
  picture_use: { key: ["media_id", "article_id"] },
  article_mention: { key: ["article_id", "organisation_id"] },
  byline: { key: ["revision_id", "person_id"] },
  front_plan: { key: ["id"] },
  front_banner: { key: ["edition_id"] },
  search_entry: { key: ["article_id"], without: ["words"], pageRows: 50 },
  organisation: { key: ["id"] },
  name: { key: ["id"] },
  form: { key: ["name_id", "text"] },
  designation: { key: ["id"] },
  register_import: { key: ["id"] },
  register_import_row: { key: ["import_id", "place"] },
  register_import_name: { key: ["id"] },
  register_import_form: { key: ["name_id", "text"] },
  register_change: { key: ["id"] },
  article_label: { key: ["article_id"] },
  sweep: { key: ["id"] },
  sweep_change: { key: ["sweep_id", "article_id"] },
  job: { key: ["id"] },
  topic_version: { key: ["topic"], without: ["moved", "recalled"] },
  setting: { key: ["key"] },
  staff: { key: ["id"] },
  staff_session: { key: ["id"] },
  staff_credential: { key: ["id"] },
  staff_passkey: { key: ["id"] },
  staff_totp: { key: ["id"] },
  staff_check: { key: ["id"] },
  staff_link: { key: ["digest"] },
  sign_in_try: { key: ["key"] },
  audit: { key: ["id"] },
  log_entry: { key: ["number"] },
  log_node: { key: ["level", "number"] },
  log_salt: { key: ["entry", "place"] },
  log_checkpoint: { key: ["size"] },
  log_cosignature: { key: ["size", "witness"] },
  log_timestamp: { key: ["size", "authority"] },
  working_copy: { key: ["article_id"], pageRows: 50 },
  link_check: { key: ["address"] },
  handed_out: { key: ["topic", "address"] },
  article_writer: { key: ["article_id", "staff_id"] },
  slug_redirect: { key: ["edition_id", "slug"] },
  former_place: { key: ["article_id", "kind", "thing_id"] },
  comment: { key: ["id"], later: ["answers"] },
  preview_link: { key: ["id"] },
  presence: { key: ["article_id", "sitting"] },
  topic_redirect: { key: ["edition_id", "slug"] },
  menu: { key: ["edition_id", "place"] },
  standing_page: { key: ["id"] },
  page_revision: { key: ["id"], pageRows: 50 },
  event: { key: ["id"] },
  event_text: { key: ["event_id", "language"] },
  event_source: { key: ["event_id", "source_id"] },
  event_use: { key: ["event_id", "article_id"] },
  timeline: { key: ["id"] },
  timeline_event: { key: ["timeline_id", "event_id"] },
  diary_entry: { key: ["id"] },
  guest: { key: ["id"] },
  reply: { key: ["id"], later: ["parent_id"] },
  reply_count: { key: ["article_id"] },
  reply_version: { key: ["id"] },
  reply_contact: { key: ["reply_id"] },
  reply_token: { key: ["nonce"] },
  guest_key: { key: ["digest"] },
  reader_address: { key: ["id"] },
  reply_follow: { key: ["reply_id"] },
  reply_notice: { key: ["to_id", "reply_id", "kind"] },
  letter_count: { key: ["blind_index", "day"] },
  reply_month: { key: ["edition_id", "month", "what"] },
  mailed_reply: { key: ["nonce"] },
  push_subscription: { key: ["id"] },
  decision: { key: ["id"] },
  moved_item: { key: ["source", "site", "kind", "old_id"] },
  former_address: { key: ["address"] },
  moved_reply: { key: ["source", "site", "old_id"] },
  moved_aside: { key: ["source", "site", "old_id"] },
  reply_mark: { key: ["mark"] },
  rule: { key: ["id"] },
  reply_network: { key: ["reply_id"] },
  report: { key: ["id"] },
  report_contact: { key: ["report_id"] },
  guest_ban: { key: ["id"] },
  spam_token: { key: ["language", "token"] },
  spam_total: { key: ["language"] },
  reply_note: { key: ["id"] },
  reply_advice: { key: ["reply_id", "source"] },
  article_talk: { key: ["article_id"] },
  websub_subscription: { key: ["id"] },
  wire_channel: { key: ["id"] },
  wire_item: { key: ["id"], pageRows: 200 },
  wire_version: { key: ["id"], pageRows: 50 },
  wire_name: { key: ["channel_id", "name"] },
  wire_mark: { key: ["mark", "item_id"] },
  wire_use: { key: ["article_id"] },
  wire_client: { key: ["id"] },
  wire_token: { key: ["digest"] },
  client_channel: { key: ["id"] },
  wire_delivery: { key: ["client_id", "number"] },
  wire_sent: { key: ["id"] },
  wire_follow: { key: ["client_id", "words"] },
  embed_site: { key: ["host"] },
};

// `Object.keys` forgets which keys there are.
export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

// Rows are small but for those that hold a text, of which a page has fewer.
const PAGE_ROWS = 1_000;

/** All rows in pages, in the order of the key; or those alone that `only` is true of. */
export async function* pagesOf(
  db: Db,
  table: TableName,
  only: RawBuilder<unknown> = sql`1 = 1`,
): AsyncGenerator<TableRow[], void, void> {
  const { key, without = [], pageRows = PAGE_ROWS } = TABLES[table];
  const keys = sql.join(key.map((column) => sql.ref(column)));
  let last: TableRow | undefined;
  do {
    const after: TableRow | undefined = last;
    const later = after ? sql`and (${keys}) > (${sql.join(key.map((column) => after[column]))})` : sql``;
    const { rows } = await sql<TableRow>`
      select *
        from ${sql.table(table)}
       where ${only}
       ${later}
       order by ${keys}
       limit ${pageRows}`.execute(db);
    if (rows.length > 0)
      yield rows.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => !without.includes(column))));
    last = rows.length === pageRows ? rows.at(-1) : undefined;
  } while (last);
}

/** What a store notes by itself before anybody has written anything into it. */
export const OWN_NOTES: readonly TableName[] = ["topic_version", "setting", "job"];

/** The first table that has rows, a store's own notes left aside. */
export async function firstUsedTable(db: Db): Promise<TableName | undefined> {
  for (const table of TABLE_NAMES) {
    if (OWN_NOTES.includes(table)) continue;
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db);
    if (rows.length > 0) return table;
  }
  return undefined;
}

/** How many rows a table has; nothing where there is no table of that name. */
export async function rowsOf(db: Db, table: string): Promise<number | undefined> {
  if (!Object.hasOwn(TABLES, table)) return undefined;
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(db);
  return Number(rows[0]?.count ?? 0);
}
