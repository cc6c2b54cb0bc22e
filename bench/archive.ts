/**
 * What pages and acts take in an archive of a thousand articles, of ten and of a hundred times as many, in one run on each
 * engine: front page, section, story, search, lists of the desk and publishing, printed anew each time. The demo newsroom's
 * own rows, over and over, fill it: at 100,000 articles 300,000 revisions and 1,000,000 replies.
 * `npm run bench archive [-- --json] [--sizes 1000,10000,100000] [--rounds 7] [--engine sqlite]`.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sql } from "kysely";
import { draftArticle, publishArticle } from "#agency/articles/actions.ts";
import { editions } from "#agency/editions/queries.ts";
import { stemsOf } from "#agency/search/search.ts";
import { newId } from "#lib/ids.ts";
import { type Db, together } from "#store/db.ts";
import { completeRows, insertRows, namingLater } from "#store/rows.ts";
import { rowsOf, type TableName, type TableRow } from "#store/tables.ts";
import { type Door, openDoor } from "#test/door.ts";
import { type EngineName, engines } from "#test/engines.ts";
import { growNewsroom } from "#test/grown.ts";
import { documentOf, p } from "#test/newsroom/body.ts";
import { siteOn } from "../src/program.ts";
import { machine, type Spread, spreadOf } from "./lib/rounds.ts";

// What the issue states: the largest archive against the smallest, and the median of a search.
const MOST_GROWTH = 1.3;
const LONGEST_SEARCH_MS = 30;
// Of each article and reply of the newsroom this many in all.
const REVISIONS = 3;
const REPLIES = 10;
const TIMES = 5;
const AT = new Date("2026-03-02T12:00:00Z");
// Words nothing else says, put into one story in ten and one in a thousand.
const OFTEN = { word: "kelp", everyNth: 10 };
const SELDOM = { word: "quahog", everyNth: 1_000 };

const { values } = parseArgs({
  options: {
    json: { type: "boolean" },
    sizes: { type: "string", default: "1000,10000,100000" },
    rounds: { type: "string", default: "7" },
    engine: { type: "string" },
  },
});
const sizes = values.sizes.split(",").map(Number);
const rounds = Number(values.rounds);

type Archive = {
  readonly size: number;
  readonly rows: Readonly<Record<string, number>>;
  readonly ways: Readonly<Record<string, () => Promise<unknown>>>;
  readonly close: () => Promise<void>;
};

type Row = {
  readonly engine: EngineName;
  readonly what: string;
  readonly bySize: readonly Spread[];
  readonly growth: number;
};

const rows: Row[] = [];
const filled: Record<string, unknown> = {};
for (const engine of engines)
  if (values.engine === undefined || values.engine === engine) rows.push(...(await measured(engine)));

const isSearch = (what: string) => what.startsWith("search");
const missed = rows.filter(
  ({ what, bySize, growth }) =>
    growth > MOST_GROWTH || (isSearch(what) && (bySize.at(-1)?.median ?? 0) > LONGEST_SEARCH_MS),
);
if (values.json) process.stdout.write(`${JSON.stringify({ machine: machine(), sizes, rounds, filled, rows })}\n`);
else print();
process.exit(missed.length > 0 ? 1 : 0);

async function measured(engine: EngineName): Promise<Row[]> {
  const archives: Archive[] = [];
  for (const size of sizes) {
    archives.push(await archiveOf(engine, size));
    process.stderr.write(`${engine}: ${JSON.stringify(archives.at(-1)?.rows)}\n`);
  }
  filled[engine] = archives.map((archive) => archive.rows);
  const names = Object.keys(archives[0]?.ways ?? {});
  const times = new Map(names.map((name) => [name, archives.map(() => [] as number[])]));
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      // Every size once a round, now from the small end and now from the large one.
      const order = archives.map((_, at) => (round % 2 === 0 ? at : archives.length - 1 - at));
      for (const at of order) {
        const took = await timed(archives[at]?.ways[name] ?? (() => Promise.resolve()));
        // The first round warms up.
        if (round > 0) times.get(name)?.[at]?.push(took);
      }
    }
  }
  for (const { close } of archives) await close();
  return [...times].map(([what, all]) => {
    const bySize = all.map(spreadOf);
    return { engine, what, bySize, growth: (bySize.at(-1)?.median ?? 0) / (bySize[0]?.median ?? 1) };
  });
}

/** Milliseconds each, in the middle of some. */
async function timed(way: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    const begun = performance.now();
    await way();
    took.push(performance.now() - begun);
  }
  return spreadOf(took).median;
}

async function archiveOf(engine: EngineName, size: number): Promise<Archive> {
  const door = await openDoor(engine, { demo: true });
  const { db } = door;
  await door.doJobs();
  const articles = (await rowsOf(db, "article")) ?? 1;
  await addRevisionsAndReplies(db, articles);
  await growNewsroom(db, {
    stories: Math.max(0, Math.round(size / articles) - 1),
    house: Math.min(50, Math.round(size / articles)),
  });
  for (const one of [OFTEN, SELDOM]) await say(db, one);
  const counted = ["article", "revision", "reply", "source", "search_entry"] as const;
  const rows = Object.fromEntries(
    await Promise.all(counted.map(async (table) => [table, (await rowsOf(db, table)) ?? 0])),
  );
  return { size, rows, ways: await waysOf(door), close: async () => void (await door[Symbol.asyncDispose]()) };
}

/** Until every article of the newsroom has so many, which its copies then have too. */
async function addRevisionsAndReplies(db: Db, articles: number): Promise<void> {
  await add(db, "revision", articles * REVISIONS, (row) => ({ ...row, id: newId(AT), kind: "draft" }));
  const answered = new Set<string>();
  await add(db, "reply", articles * REPLIES, (row) => {
    const id = newId(AT);
    answered.add(String(row["article_id"]));
    return { ...row, id, parent_id: null, root_id: id };
  });
}

async function add(
  db: Db,
  table: TableName & ("revision" | "reply"),
  wanted: number,
  copy: (row: TableRow) => TableRow,
): Promise<void> {
  const originals: TableRow[] = await db.selectFrom(table).selectAll().execute();
  const missing = wanted - originals.length;
  if (missing <= 0 || originals.length === 0) return;
  const made = Array.from({ length: missing }, (_, at) => copy(originals[at % originals.length] ?? {}));
  await together(db, async (db) => {
    await insertRows(db, table, made);
    await completeRows(db, table, namingLater(table, made));
  });
}

/** Puts a word into every so many-eth story, in the order of their publication. */
async function say(db: Db, { word, everyNth }: { word: string; everyNth: number }): Promise<void> {
  const [stem = word] = await stemsOf(word, "en");
  const all = await db
    .selectFrom("search_entry")
    .select("article_id")
    .orderBy("published_at")
    .orderBy("article_id")
    .execute();
  const ids = all.flatMap(({ article_id }, at) => (at % everyNth === 0 ? article_id : []));
  const AT_ONCE = 500;
  for (let from = 0; from < ids.length; from += AT_ONCE)
    await db
      .updateTable("search_entry")
      .set({ text_stems: sql`text_stems || ${sql.lit(` ${stem}`)}` })
      .where("article_id", "in", ids.slice(from, from + AT_ONCE))
      .execute();
}

async function waysOf(door: Door): Promise<Archive["ways"]> {
  const { db } = door;
  const [edition] = await editions(db);
  if (!edition) throw new Error("the newsroom has no edition");
  const config = { data: door.store.data, keys: join(door.store.data, "keys"), url: "https://strait.example" };
  const site = await siteOn(db, config, AT);
  const admin = door.as("administrator");
  const section = await db
    .selectFrom("section")
    .select("slug")
    .where("edition_id", "=", edition.id)
    .executeTakeFirstOrThrow();
  const story = await db
    .selectFrom("article")
    .innerJoin("reply_count", "reply_count.article_id", "article.id")
    .select("slug")
    .where("edition_id", "=", edition.id)
    .where("state", "=", "published")
    .orderBy("shown", "desc")
    .executeTakeFirstOrThrow();
  const page = (path: string) => async () => {
    const answer = await site.answer(path);
    if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}`);
    await answer.arrayBuffer();
  };
  const desk = (path: string) => async () => {
    const answer = await admin.get(path);
    if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}`);
    await answer.arrayBuffer();
  };
  let drafted = 0;
  return {
    "front page": page(`/${edition.code}/`),
    section: page(`/${edition.code}/sections/${section.slug}`),
    "story with its replies": page(`/${edition.code}/${story.slug}`),
    "search, one story in ten": page(`/${edition.code}/search?q=${OFTEN.word}`),
    "search, one in a thousand": page(`/${edition.code}/search?q=${SELDOM.word}`),
    "desk: stories": desk("/desk/articles"),
    "desk: published stories": desk("/desk/articles?state=published"),
    "desk: replies": desk("/desk/replies"),
    publish: async () => {
      drafted += 1;
      const { articleId } = await draftArticle(db, {
        edition,
        slug: `bench-${drafted}`,
        headline: "Ferries sail again",
        standfirst: "",
        document: documentOf([p("They sail.")]),
        dateline: null,
        by: "the bench",
        at: AT,
      });
      await publishArticle(db, { articleId, by: "the bench", at: AT });
    },
  };
}

function print(): void {
  process.stdout.write(`${machine()}; medians of ${rounds} rounds (least–most), milliseconds\n`);
  for (const { engine, what, bySize, growth } of rows) {
    const all = bySize.map(
      ({ median, least, most }, at) => `${sizes[at]}: ${median.toFixed(1)} (${least.toFixed(1)}–${most.toFixed(1)})`,
    );
    const held = missed.some((one) => one.what === what && one.engine === engine) ? "MISSED" : "kept  ";
    process.stdout.write(
      `${held} ${engine.padEnd(8)} ${what.padEnd(26)} ${all.join("   ")}   × ${growth.toFixed(2)}\n`,
    );
  }
  process.stdout.write(`at most × ${MOST_GROWTH}, a search at most ${LONGEST_SEARCH_MS} ms\n`);
}
