/**
 * Writes down what SQLite's planner goes by: how many rows a site of years has, and how many of them share what an index
 * has first. `npm run statistics`, after a table that grows was given another index; a test tells when one is missing.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { openDoor } from "#test/door.ts";
import { growNewsroom, type Statistic, statisticsIn } from "#test/grown.ts";

const FILE = join(import.meta.dirname, "..", "src", "store", "engines", "sqlite-statistics.json");

const STORIES = 300;
const HOUSE = 100;

// What SQLite takes a table for that it is told nothing of, as it is of those that the demo has no rows of.
const ARTICLES = 1_000_000;

// A value that so many rows of the grown newsroom share is one that more would share in a larger one: an edition, a
// section, an author. What fewer share belongs to one story, and does not become more.
const SHARED_BY_ALL = 100;

/** Tables that stay as small as they are, with what they have in the demo. */
const FEW: ReadonlySet<string> = new Set([
  ...["edition", "section", "setting", "person", "standing_page", "page_revision", "front_plan"],
  ...["timeline", "timeline_event", "spam_total"],
]);

/** How many rows share each column where the copies, or the demo itself, have in common what in life few have. */
const SHARED: Readonly<Record<string, string>> = {
  article_marked: "300000 2000 1",
  article_source_of_article: "3",
  sqlite_autoindex_article_source_1: "5 1",
  audit_subject: "10 1",
  decision_batch: "20",
  media_upload: "1",
  sqlite_autoindex_picture_use_1: "3 1",
  reply_of_guest: "3 1",
  revision_picture: "3",
  source_name: "2 1",
  source_url: "1",
  sqlite_autoindex_event_use_1: "10 1",
  sqlite_autoindex_topic_2: "300 1",
  topic_version_moved: "2",
  wire_version_text: "1",
};

/** Of what the demo has none or too many, as it is of an index that has a few rows of its table alone: rows, and who shares. */
const ROWS: Readonly<Record<string, string>> = {
  article_due: "1000 2 1",
  article_gone: "5000 1500 1 1",
  article_publish_at: "100 1",
  article_ready_revision: "100 1",
  article_scheduled_revision: "100 1",
  article_touched_of: "5000 100 1 1",
  diary_decided: "100000 1 1",
  diary_follow_up: "20000 1",
  diary_open: "1000 20 1",
  form_in_doubt: "200 1",
  job_over: "100000 50000 2 1",
  job_key: "1000 1",
  job_waiting: "1000 2 1",
  // Its key: it is kept by that alone.
  job: "100000 1",
  media_replaced: "1000 1",
  name_in_doubt: "200 1",
  reply_cards: "500 2 1 1 1",
  reply_reported: "200 20 1",
  reply_waiting: "500 1 1",
  version_told: "50000 1 1",
  wire_item_alarm: "1000 1 1",
};

await using door = await openDoor("sqlite", { demo: true });
await door.doJobs();
await growNewsroom(door.db, { stories: STORIES, house: HOUSE });
await sql`analyze`.execute(door.db);
const found = await statisticsIn(door.db, FEW);
const articles = found.find(({ idx }) => idx === "sqlite_autoindex_article_1");
const factor = ARTICLES / Number.parseInt(articles?.stat ?? "", 10);
const lines = found.map((one) => JSON.stringify([one.tbl, one.idx, figuresOf(one)]).replaceAll(",", ", "));
writeFileSync(FILE, `[\n${lines.map((line) => `  ${line}`).join(",\n")}\n]\n`);
process.stdout.write(`${lines.length} indexes\n`);

function figuresOf({ tbl, idx, stat }: Statistic): string {
  const [rows = 0, ...shares] = stat.split(" ").map(Number);
  const told = ROWS[idx];
  if (told !== undefined) return told;
  if (rows === 0) throw new Error(`the demo has no rows in ${idx}: say among ROWS how many there are in life`);
  if (FEW.has(tbl)) return stat;
  const grown = shares.map((share) => (share < SHARED_BY_ALL ? share : Math.round(share * factor)));
  return `${Math.round(rows * factor)} ${SHARED[idx] ?? grown.join(" ")}`;
}
