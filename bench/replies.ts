/**
 * Durable posts a second, each acknowledged after the fsync with its token, reply, guest, contact, decision and job, beside a
 * bare `Bun.serve` that keeps one row; an article with ten thousand replies beside one with a single page of them; and all
 * of it again with a million replies in the store.
 * `npm run bench replies [-- --json] [--seconds 3] [--rounds 5] [--million 1000000] [--only posts]`.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { topicOfReplies } from "#agency/replies/replies.ts";
import { keyIn } from "#outside/keys.ts";
import { type Db, together } from "#store/db.ts";
import { openStore, type Store } from "#store/open.ts";
import { bump } from "#store/topics.ts";
import { emptyPlace, type Place } from "#test/engines.ts";
import { withFirstEdition } from "../src/cli/store.ts";
import { fillArchive } from "./lib/archive.ts";
import { freePort, Missing, program, type Running, started } from "./lib/programs.ts";
import { fillReplies, postsFor, writePosts } from "./lib/replies.ts";
import { machine, spreadOf } from "./lib/rounds.ts";
import { load } from "./lib/wrk.ts";

// What the issue promises.
const LEAST_OF_BARE = 1 / 8;
const LEAST_OF_FULL_PAGE = 0.9;
const LEAST_OF_EMPTY = 0.9;

// One page of first replies, and many.
const FULL_PAGE = 20;
// How often a page is printed anew in a round.
const PRINTED = 30;
const MANY = 10_000;
// Faster than any machine this runs on, so that posts never run out.
const MOST_A_SECOND = 15_000;
// So many rounds are not counted.
const WARMED = 2;
const TABLES = ["reply", "reply_token", "guest", "reply_contact", "decision", "job"] as const;

const { values } = parseArgs({
  options: {
    json: { type: "boolean" },
    seconds: { type: "string", default: "3" },
    rounds: { type: "string", default: "5" },
    million: { type: "string", default: "1000000" },
    only: { type: "string" },
    profile: { type: "string" },
  },
});
const [seconds, rounds, million] = [Number(values.seconds), Number(values.rounds), Number(values.million)];
const folder = mkdtempSync(join(tmpdir(), "dateline-bench-"));

type Site = Running & {
  readonly name: string;
  readonly origin: string;
  readonly store: Store;
  readonly key: string;
  readonly articleId: string;
  /** Where posts go, an article with one page of replies, and one with many. */
  readonly posts: string;
  readonly full: string;
  readonly many: string;
};

try {
  process.exitCode = await measured();
} catch (error) {
  if (!(error instanceof Missing)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit();

async function measured(): Promise<number> {
  program("wrk", "wrk");
  const rates = new Map<string, number[]>();
  const note = (name: string, rate: number) => rates.set(name, [...(rates.get(name) ?? []), rate]);
  const small = await site("SQLite", { data: join(folder, "small") }, 0);
  const large = await site("SQLite with a million", { data: join(folder, "large") }, million);
  const postgres = await site("PostgreSQL", await emptyPlace("postgres"), 0);
  const sites = [small, large, postgres];
  const bare = await bareServer();
  try {
    // The compilers of a server that runs have done their work.
    await bareRate(bare, small);
    for (const one of sites) for (let time = 0; time < WARMED; time++) await postRate(one);
    for (let round = 0; round < rounds; round++) {
      // Every way once a round, so that what else the machine does meets all of them.
      note("posts, bare", await bareRate(bare, small));
      for (const one of sites) note(`posts, ${one.name}`, await postRate(one));
      for (const one of values.only === "posts" ? [] : [small, large]) {
        note(`pages, ${one.name}, one page`, await pageRate(one.full));
        note(`pages, ${one.name}, ${MANY} replies`, await pageRate(one.many));
        note(`printed anew, ${one.name}, one page`, await printRate(one, one.full));
        note(`printed anew, ${one.name}, ${MANY} replies`, await printRate(one, one.many));
      }
    }
  } finally {
    for (const { stop, store } of sites) {
      await stop();
      await store.close();
    }
    await bare.stop();
  }
  return reported(rates);
}

async function site(name: string, place: Place, others: number): Promise<Site> {
  const store = await openStore(place);
  const at = new Date();
  await withFirstEdition(store, at);
  const addresses = await fillArchive(store.db, { articles: 3 + Math.ceil(others / 1_000), paragraphs: 10 });
  const ids = await articleIds(store.db);
  const [articleId = "", full = "", many = "", ...rest] = ids;
  await fillReplies(store.db, { articleIds: [full], each: FULL_PAGE, at });
  await fillReplies(store.db, { articleIds: [many], each: MANY, at });
  await fillReplies(store.db, { articleIds: rest, each: 1_000, at });
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const main = join(import.meta.dirname, "..", "src", "main.ts");
  const where = ["--data", place.data, ...(place.database === undefined ? [] : ["--database", place.database])];
  const profiled = values.profile === name ? ["--cpu-prof", "--cpu-prof-dir", "/tmp/profile"] : [];
  const running = await started(
    [process.execPath, ...profiled, main, "serve", "--only", "web", "--port", String(port), ...where],
    `${origin}/healthz`,
    { DATELINE_TRUSTED_PROXIES: "127.0.0.1" },
  );
  const key = await keyIn(join(place.data, "keys"), "reply-challenge");
  const address = (number: number) => `${origin}${addresses[number]}`;
  return {
    ...running,
    name,
    origin,
    store,
    key,
    articleId,
    posts: `${address(0)}/replies`,
    full: address(1),
    many: address(2),
  };
}

async function articleIds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom("article").select(["id", "slug"]).execute();
  const number = (slug: string) => Number(slug.slice("archive-".length));
  return rows.toSorted((one, other) => number(one.slug) - number(other.slug)).map(({ id }) => id);
}

/** Acknowledged posts a second; throws when one of them left not every row. */
async function postRate({ store, posts, key, articleId }: Site): Promise<number> {
  const script = writePosts(
    join(folder, "posts"),
    postsFor(key, { articleId, count: MOST_A_SECOND * seconds, at: new Date() }),
  );
  const before = await countsOf(store.db);
  const { requests, perSecond } = await load({ url: posts, seconds, script });
  const after = await countsOf(store.db);
  for (const table of TABLES)
    if (after[table] - before[table] < requests)
      throw new Error(
        `${requests} posts were acknowledged, and ${after[table] - before[table]} rows of ${table} are kept`,
      );
  return perSecond;
}

async function bareRate(bare: { readonly url: string }, { key, articleId }: Site): Promise<number> {
  const script = writePosts(
    join(folder, "bare-posts"),
    postsFor(key, { articleId, count: MOST_A_SECOND * 4 * seconds, at: new Date() }),
  );
  return (await load({ url: bare.url, seconds, script })).perSecond;
}

async function countsOf(db: Db): Promise<Readonly<Record<(typeof TABLES)[number], number>>> {
  const counts = await Promise.all(
    TABLES.map(async (table) => {
      const { rows } = await db
        .selectFrom(table)
        .select((row) => row.cast<number>(row.fn.countAll(), "integer").as("rows"))
        .executeTakeFirstOrThrow();
      return [table, rows] as const;
    }),
  );
  // `fromEntries` forgets which keys there are.
  return Object.fromEntries(counts) as Record<(typeof TABLES)[number], number>;
}

async function pageRate(url: string): Promise<number> {
  return (await load({ url, seconds, headers: { "Accept-Encoding": "gzip" } })).perSecond;
}

/** Pages a second when each is printed anew, as after every new reply. */
async function printRate({ store, many, full }: Site, url: string): Promise<number> {
  const ids = await articleIds(store.db);
  const id = url === many ? ids[2] : url === full ? ids[1] : undefined;
  const from = performance.now();
  for (let time = 0; time < PRINTED; time++) {
    await together(store.db, (db) => bump(db, [topicOfReplies(id ?? "")]));
    const marked = await fetch(`${url}/replies?after=none_${time}${Math.random()}`);
    await marked.arrayBuffer();
    if (!marked.ok) throw new Error(`${url} answered ${marked.status}`);
  }
  return (PRINTED * 1_000) / (performance.now() - from);
}

async function bareServer(): Promise<Running & { readonly url: string }> {
  const data = join(folder, "bare");
  mkdirSync(data);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const child = join(import.meta.dirname, "replies-child.ts");
  return { ...(await started([process.execPath, child, join(data, "bare.db"), String(port)], url)), url };
}

function checksOfPages(of: (name: string) => number): readonly Check[] {
  return [
    {
      what: `${MANY} replies of one page of them, gzip`,
      is: of(`pages, SQLite, ${MANY} replies`) / of("pages, SQLite, one page"),
      least: LEAST_OF_FULL_PAGE,
    },
    {
      what: "pages beside a million replies of pages beside few",
      is: of(`pages, SQLite with a million, ${MANY} replies`) / of(`pages, SQLite, ${MANY} replies`),
      least: LEAST_OF_EMPTY,
    },
  ];
}

type Check = { readonly what: string; readonly is: number; readonly least: number };

function reported(rates: ReadonlyMap<string, readonly number[]>): number {
  const figures = Object.fromEntries([...rates].map(([name, all]) => [name, spreadOf(all)]));
  const of = (name: string) => {
    const found = figures[name];
    if (!found) throw new Error(`${name} was not measured`);
    return found.median;
  };
  const checks: Check[] = [
    { what: "posts of the bare handler's, SQLite", is: of("posts, SQLite") / of("posts, bare"), least: LEAST_OF_BARE },
    {
      what: "posts beside a million replies of posts beside few",
      is: of("posts, SQLite with a million") / of("posts, SQLite"),
      least: LEAST_OF_EMPTY,
    },
    ...(values.only === "posts" ? [] : checksOfPages(of)),
  ];
  const isKept = checks.every(({ is, least }) => is >= least);
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ machine: machine(), seconds, rounds, figures, checks, isKept })}\n`);
    return isKept ? 0 : 1;
  }
  process.stdout.write(`${machine()}; median of ${rounds} rounds of ${seconds} s, 32 connections (least–most)\n`);
  for (const [name, { median, least, most }] of Object.entries(figures))
    process.stdout.write(
      `${name.padEnd(52)} ${Math.round(median).toString().padStart(7)} a second (${Math.round(least)}–${Math.round(most)})\n`,
    );
  for (const { what, is, least } of checks)
    process.stdout.write(`${is >= least ? "holds " : "MISSES"} ${what}: ${is.toFixed(3)} (at least ${least})\n`);
  return isKept ? 0 : 1;
}
