/**
 * What of the store leaves the house with an export: every table says which of its rows do, and what of them is left
 * blank. Keys, passwords, readers' addresses and what was withheld stay, whoever asks; what is sealed with a key of the
 * house goes along only when it is asked for by name. What a table's words mean is the trade's.
 */
import { type RawBuilder, sql } from "kysely";
import type { Db } from "./db.ts";
import { pagesOf, TABLE_NAMES, type TableName, type TableRow } from "./tables.ts";

/** What is sealed, by the name it is asked for. */
export const SEALED = ["reply-addresses", "confidential-sources"] as const;

export type Sealed = (typeof SEALED)[number];

type Leaving =
  /** All of it; nothing of it: made anew by whoever takes the export in, or nobody else's business. */
  | "whole"
  | "stays"
  | {
      readonly only?: RawBuilder<unknown>;
      /** Columns that stand empty in rows that `if` is true of, or in all. */
      readonly blank?: Readonly<Record<string, string | number | null>>;
      readonly if?: (row: TableRow) => boolean;
      readonly sealed?: Sealed;
      /** Columns that hold JSON, which stands in the export as JSON. */
      readonly json?: readonly string[];
    };

// A table that is added to the schema does not compile until it says here what of it may leave.
const LEAVING: Readonly<Record<TableName, Leaving>> = {
  edition: { json: ["jurisdictions", "label_policy"] },
  section: "whole",
  topic: "whole",
  person: "whole",
  media: "whole",
  rendition: "whole",
  // What the newsroom knows of a source nobody is told of could tell who it is.
  source: { blank: { url: null, office: "", notes: "" }, if: (row) => row["is_confidential"] === 1 },
  story: "whole",
  article: { json: ["scheduled_change"] },
  // Who asked for what waits for a decision names the very words.
  withholding: {
    only: sql`state in ('confirmed', 'done')`,
    blank: { words: null, note: null, sealed: null, in_files: null },
  },
  withheld_article: {
    only: sql`withholding_id in (select id from withholding where state in ('confirmed', 'done'))`,
  },
  revision: { json: ["document"] },
  version: "whole",
  correction: "whole",
  snapshot: { only: sql`source_id not in (select id from source where is_confidential = 1)` },
  article_source: "whole",
  quotation_original: "whole",
  confidential_source: { sealed: "confidential-sources" },
  confidential_reader: { sealed: "confidential-sources" },
  article_topic: "whole",
  picture_use: "whole",
  article_mention: "whole",
  byline: "whole",
  front_plan: { json: ["places", "sections"] },
  front_banner: "whole",
  search_entry: "stays",
  organisation: "whole",
  name: { json: ["wording"] },
  form: "whole",
  designation: { json: ["wording"] },
  // Lists that were read and not decided on, and looks through the archive.
  register_import: "stays",
  register_import_row: "stays",
  register_import_name: "stays",
  register_import_form: "stays",
  register_change: { json: ["changes"] },
  article_label: { json: ["labels"] },
  sweep: "stays",
  sweep_change: "stays",
  job: "stays",
  // Whoever follows a feed has agreed with this address, and asks again at another.
  websub_subscription: "stays",
  // What others send is theirs, under terms that were agreed with this house; stories made of it name their origin.
  wire_channel: "stays",
  wire_item: "stays",
  wire_version: "stays",
  wire_name: "stays",
  wire_mark: "stays",
  wire_use: "stays",
  // Who takes the wire is an agreement with this house: names and addresses of people among it.
  wire_client: "stays",
  wire_token: "stays",
  client_channel: "stays",
  wire_delivery: "stays",
  wire_sent: "stays",
  wire_follow: "stays",
  topic_version: "stays",
  // How letters are sent, and what a run of the program has noted for itself, is this house's own.
  setting: {
    only: sql`(${sql.join(
      ["agency", "labels", "preflight", "quotations", "register", "retention", "rule", "wire"].map(
        (part) => sql`key like ${`${part}.%`}`,
      ),
      sql` or `,
    )})`,
  },
  // Who works here, without how they sign in.
  staff: { blank: { two_factor_enabled: 0 } },
  staff_session: "stays",
  staff_credential: "stays",
  staff_passkey: "stays",
  staff_totp: "stays",
  staff_check: "stays",
  staff_link: "stays",
  sign_in_try: "stays",
  // Of the staff, of sources and of what is withheld only what the log tells of.
  audit: {
    only: sql`(subject not like 'staff:%' and subject not like 'source:%' and subject not like 'withholding:%'
       and subject not like 'wire:%'
       and subject not like 'job:%'
        or id in (select row_id from log_salt where kept_in = 'audit'))`,
    json: ["detail"],
  },
  log_entry: "whole",
  log_node: "whole",
  log_salt: "whole",
  log_checkpoint: "whole",
  log_cosignature: "whole",
  log_timestamp: "whole",
  working_copy: { json: ["document", "author_ids"] },
  link_check: "stays",
  handed_out: "stays",
  article_writer: "whole",
  slug_redirect: "whole",
  former_place: "whole",
  comment: "whole",
  preview_link: "stays",
  presence: "stays",
  topic_redirect: "whole",
  menu: { json: ["entries"] },
  standing_page: "whole",
  page_revision: { json: ["document"] },
  event: "whole",
  event_text: "whole",
  event_source: "whole",
  event_use: "whole",
  timeline: "whole",
  timeline_event: "whole",
  diary_entry: "whole",
  // Digests of the tokens by which readers come back to their own replies.
  guest: "whole",
  reply: { json: ["flags"] },
  reply_count: "whole",
  reply_version: "whole",
  reply_contact: { sealed: "reply-addresses" },
  guest_key: "whole",
  reader_address: { sealed: "reply-addresses" },
  reply_follow: { sealed: "reply-addresses" },
  push_subscription: { sealed: "reply-addresses" },
  // What readers were or will be told, and what waits for a letter's link.
  reply_notice: "stays",
  letter_count: "stays",
  // Each store counts its own changes.
  reply_month: "whole",
  mailed_reply: "stays",
  reply_token: "stays",
  // Where replies came from today, and what they are found alike by: gone in a week here, too.
  reply_network: "stays",
  reply_mark: "stays",
  rule: { json: ["terms"] },
  decision: "whole",
  report: "whole",
  report_contact: { sealed: "reply-addresses" },
  // A network's digest says nothing tomorrow; device and address are found again by digests alone.
  guest_ban: { only: sql`kind <> 'network'` },
  spam_token: "whole",
  spam_total: "whole",
  reply_note: "whole",
  reply_advice: "whole",
  article_talk: "whole",
  embed_site: "whole",
  moved_item: "whole",
  former_address: "whole",
  moved_reply: "whole",
  moved_aside: "whole",
};

/** The tables of an export, in an order in which their rows can be put back. */
export function tablesLeaving(asked: readonly Sealed[]): readonly TableName[] {
  return TABLE_NAMES.filter((table) => {
    const how = LEAVING[table];
    if (how === "stays") return false;
    return how === "whole" || how.sealed === undefined || asked.includes(how.sealed);
  });
}

/** The rows of a table as they stand in an export, page by page, in the order of its key. */
export async function* rowsLeaving(db: Db, table: TableName): AsyncGenerator<readonly TableRow[], void, void> {
  const how = LEAVING[table];
  if (how === "stays") return;
  if (how === "whole") return yield* pagesOf(db, table);
  for await (const page of pagesOf(db, table, how.only))
    yield page.map((row) => {
      const shown = how.blank && (how.if?.(row) ?? true) ? { ...row, ...how.blank } : row;
      return how.json ? { ...shown, ...opened(shown, how.json) } : shown;
    });
}

/** A row of an export as it stands in the store. */
export function rowArriving(row: TableRow): TableRow {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === "object" && value !== null ? JSON.stringify(value) : value,
    ]),
  );
}

/** JSON as JSON, where writing it again gives the very same text: digests of the log are taken over that text. */
function opened(row: TableRow, columns: readonly string[]): TableRow {
  return Object.fromEntries(
    columns.flatMap((column) => {
      const text = row[column];
      const value: unknown = typeof text === "string" ? jsonOf(text) : undefined;
      return typeof value === "object" && value !== null && JSON.stringify(value) === text ? [[column, value]] : [];
    }),
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // it stays the text it is
  }
}
