/**
 * The same story with the same fifty replies from Dateline, WordPress without a page cache, WordPress behind nginx's
 * `fastcgi_cache`, and Ghost, in one run on the same cores: pages a second with gzip and without, durable posts beside
 * WordPress's, and what a browser fetches. `npm run bench peers [-- --json] [--seconds 3] [--rounds 7]`.
 * What is missing is installed from Debian's packages when root, and from npm; else it says what it needs.
 */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { draftArticle, publishArticle } from "#agency/articles/actions.ts";
import { addressOfArticle } from "#agency/articles/articles.ts";
import { editions } from "#agency/editions/queries.ts";
import { keyIn } from "#outside/keys.ts";
import { openStore } from "#store/open.ts";
import { parseMarkdown } from "#text/document/markdown.ts";
import { chromium as installed, NoChromium } from "../scripts/chromium.mjs";
import { withFirstEdition } from "../src/cli/store.ts";
import { type Story, story } from "./lib/blog.ts";
import { ghost } from "./lib/ghost-server.ts";
import { mariaDb } from "./lib/mariadb.ts";
import { freePort, Missing, program, type Running, started } from "./lib/programs.ts";
import { fillReplies, postsFor, replyOf, writePosts } from "./lib/replies.ts";
import { machine, type Spread, spreadOf } from "./lib/rounds.ts";
import { type Fetched, firstVisit } from "./lib/visit.ts";
import { type WordPress, wordPress } from "./lib/wordpress-server.ts";
import { load } from "./lib/wrk.ts";

const REPLIES = 50;

// What the issue promises, with gzip.
const LEAST_OF = { plain: 400, cached: 10, ghost: 200, posts: 15 } as const;
// WordPress takes seconds to answer 32 at once: a shorter round ends before the first of them has its page.
const LEAST_SECONDS_OF_PHP = 12;
// Faster than any machine this runs on, so that posts never run out.
const MOST_POSTS_A_SECOND = 15_000;

const { values } = parseArgs({
  options: {
    json: { type: "boolean" },
    seconds: { type: "string", default: "3" },
    rounds: { type: "string", default: "7" },
  },
});
const [seconds, rounds] = [Number(values.seconds), Number(values.rounds)];

const NAMES = {
  dateline: "Dateline",
  plain: "WordPress, no page cache",
  cached: "WordPress, fastcgi_cache",
  ghost: "Ghost (replies by script)",
} as const;
type Name = keyof typeof NAMES;
const WAYS = { gzip: { "Accept-Encoding": "gzip" }, identity: {} } as const;
type Way = keyof typeof WAYS;

type Ours = Running & { readonly page: string; readonly posts: (round: number) => string; readonly path: string };
type Figures = {
  readonly versions: { readonly wordpress: string; readonly ghost: string };
  readonly pages: Readonly<Record<Way, Readonly<Record<Name, Spread>>>>;
  readonly posts: Readonly<Record<"dateline" | "wordpress", Spread>>;
  readonly fetched: Readonly<Record<Name, Fetched>>;
};

const folder = mkdtempSync(join(tmpdir(), "dateline-bench-peers-"));
// The servers of the others run as users of their own.
chmodSync(folder, 0o755);
const running: Running[] = [];
try {
  process.exitCode = reported(await measured());
} catch (error) {
  if (!(error instanceof Missing) && !(error instanceof NoChromium)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  for (const one of running.toReversed()) await one.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measured(): Promise<Figures> {
  program("wrk", "wrk");
  const executablePath = installed(process.env);
  const told = story(REPLIES, new Date());
  const db = kept(await mariaDb(join(folder, "mariadb")));
  const blog = kept(await wordPress(join(folder, "wordpress"), db, told));
  const theirs = kept(await ghost(join(folder, "ghost"), db, told));
  const ours = kept(await dateline(join(folder, "dateline"), told));
  const urls: Readonly<Record<Name, string>> = {
    dateline: ours.page,
    plain: blog.plain,
    cached: blog.cached,
    ghost: theirs.page,
  };
  await checkPages(urls, told);
  const fetched = await visits(urls, executablePath);
  const rates = new Map<string, number[]>();
  const note = (name: string, rate: number) => rates.set(name, [...(rates.get(name) ?? []), rate]);
  const names = Object.keys(NAMES) as Name[]; // `Object.keys` forgets which keys there are
  for (const name of names) await load({ url: urls[name], seconds: 1 });
  for (let round = 0; round < rounds; round++) {
    // The order alternates, so that what else the machine does meets all.
    for (const way of Object.keys(WAYS) as Way[])
      for (const name of round % 2 === 0 ? names : names.toReversed())
        note(`${way} ${name}`, (await load({ url: urls[name], seconds: lasting(name), headers: WAYS[way] })).perSecond);
    note("posts dateline", (await load({ url: `${ours.page}/replies`, seconds, script: ours.posts(round) })).perSecond);
    note("posts wordpress", await commentsRate(blog, round));
  }
  const spread = (name: string) => spreadOf(rates.get(name) ?? []);
  const each = <T>(of: (name: Name) => T) => ({
    dateline: of("dateline"),
    plain: of("plain"),
    cached: of("cached"),
    ghost: of("ghost"),
  });
  return {
    versions: { wordpress: blog.version, ghost: theirs.version },
    pages: { gzip: each((name) => spread(`gzip ${name}`)), identity: each((name) => spread(`identity ${name}`)) },
    posts: { dateline: spread("posts dateline"), wordpress: spread("posts wordpress") },
    fetched,
  };
}

/** Each address answers with the story itself, those that print replies with all of them, and the cache from itself. */
async function checkPages(urls: Readonly<Record<Name, string>>, { headline, replies }: Story): Promise<void> {
  for (const [name, url] of Object.entries(urls)) {
    await (await fetch(url, { redirect: "manual" })).arrayBuffer();
    const answer = await fetch(url, { redirect: "manual" });
    const text = await answer.text();
    const said = url === urls.ghost ? [] : replies.map((reply) => reply.name);
    const missing = [headline, ...said].filter((one) => !text.includes(one));
    if (answer.status !== 200 || missing.length > 0)
      throw new Error(`${name}: ${url} answered ${answer.status}, without ${missing.length} of what it should say`);
    if (url === urls.cached && answer.headers.get("x-cache") !== "HIT")
      throw new Error(`${name}: ${url} does not come from the cache, but ${answer.headers.get("x-cache")}`);
  }
}

function lasting(name: Name): number {
  return name === "plain" ? Math.max(seconds, LEAST_SECONDS_OF_PHP) : seconds;
}

function kept<Server extends Running>(server: Server): Server {
  running.push(server);
  return server;
}

async function dateline(data: string, { headline, paragraphs }: Story): Promise<Ours> {
  const at = new Date();
  const store = await openStore({ data });
  await withFirstEdition(store, at);
  const [edition] = await editions(store.db);
  if (!edition) throw new Error("a story needs an edition");
  const document = parseMarkdown(paragraphs.join("\n\n"));
  const draft = { edition, slug: "ferries", headline, standfirst: "", document, dateline: null, by: "the bench", at };
  const { articleId, slug } = await draftArticle(store.db, draft);
  await publishArticle(store.db, { articleId, by: "the bench", at });
  await fillReplies(store.db, { articleIds: [articleId], each: REPLIES, at, inThreads: true });
  await store.close();
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const main = join(import.meta.dirname, "../src/main.ts");
  const server = await started(
    [process.execPath, main, "serve", "--only", "web", "--port", String(port), "--data", data],
    `${origin}/healthz`,
    { DATELINE_TRUSTED_PROXIES: "127.0.0.1" },
  );
  const key = await keyIn(join(data, "keys"), "reply-challenge");
  const path = addressOfArticle(edition.code, slug);
  const posts = (round: number) =>
    writePosts(
      join(folder, `posts-${round}`),
      postsFor(key, { articleId, count: MOST_POSTS_A_SECOND * seconds, at: new Date() }),
    );
  return { ...server, page: origin + path, path, posts };
}

/** Comments a second that WordPress acknowledged; throws when they are not in its database. */
async function commentsRate({ comments, post, comment }: WordPress, round: number): Promise<number> {
  const script = join(folder, `comments-${round}.lua`);
  const { text } = replyOf(round);
  writeFileSync(
    script,
    `local at = 0
request = function()
  at = at + 1
  local body = "comment_post_ID=${post}&author=Reader+" .. at .. "&email=reader." .. at .. "%40readers.example&comment=${encodeURIComponent(text)}+" .. at
  return wrk.format("POST", nil, { ["Content-Type"] = "application/x-www-form-urlencoded" }, body)
end
`,
  );
  const before = comment.count();
  const { requests, perSecond } = await load({ url: comments, seconds: lasting("plain"), script });
  const rows = comment.count() - before;
  if (rows < requests) throw new Error(`WordPress acknowledged ${requests} comments and keeps ${rows}`);
  return perSecond;
}

async function visits(
  urls: Readonly<Record<Name, string>>,
  executablePath: string,
): Promise<Readonly<Record<Name, Fetched>>> {
  const browser = await chromium.launch({
    executablePath,
    // Other hosts are asked in vain: what is asked of them is counted.
    args: ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"],
  });
  try {
    const [ours, plain, cached, theirs] = [
      await firstVisit(browser, urls.dateline),
      await firstVisit(browser, urls.plain),
      await firstVisit(browser, urls.cached),
      await firstVisit(browser, urls.ghost),
    ];
    return { dateline: ours, plain, cached, ghost: theirs };
  } finally {
    await browser.close();
  }
}

type Check = { readonly what: string; readonly is: number; readonly least: number };

function reported({ versions, pages, posts, fetched }: Figures): number {
  const times = (name: Name) => pages.gzip.dateline.median / pages.gzip[name].median;
  const others = [fetched.plain, fetched.cached, fetched.ghost];
  const checks: readonly Check[] = [
    { what: "times WordPress without a page cache, gzip", is: times("plain"), least: LEAST_OF.plain },
    { what: "times WordPress behind fastcgi_cache, gzip", is: times("cached"), least: LEAST_OF.cached },
    { what: "times Ghost, gzip", is: times("ghost"), least: LEAST_OF.ghost },
    {
      what: "times WordPress's durable comments",
      is: posts.dateline.median / posts.wordpress.median,
      least: LEAST_OF.posts,
    },
    {
      what: "times our bytes, of the lightest other",
      is: Math.min(...others.map(({ bytes }) => bytes)) / fetched.dateline.bytes,
      least: 1,
    },
    {
      what: "times our requests, of the one with fewest",
      is: Math.min(...others.map(({ requests }) => requests)) / fetched.dateline.requests,
      least: 1,
    },
  ];
  const isKept = checks.every(({ is, least }) => is >= least);
  const all = { machine: machine(), seconds, rounds, connections: 32, versions, pages, posts, fetched, checks, isKept };
  process.stdout.write(values.json ? `${JSON.stringify(all)}\n` : printed(all));
  return isKept ? 0 : 1;
}

function printed({
  versions,
  pages,
  posts,
  fetched,
  checks,
  ...run
}: Figures & { readonly machine: string; readonly checks: readonly Check[] }): string {
  const rate = ({ median, least, most }: Spread) => `${figure(median)} (${figure(least)}–${figure(most)})`.padStart(26);
  const rows = (Object.keys(NAMES) as Name[]).map((name) => {
    const { bytes, requests, elsewhere } = fetched[name];
    const asked = `${bytes.toLocaleString("en")} bytes, ${requests} requests`;
    const far = elsewhere > 0 ? `, ${elsewhere} of them of other hosts` : "";
    return `${NAMES[name].padEnd(28)} ${rate(pages.gzip[name])} ${rate(pages.identity[name])}   ${asked}${far}`;
  });
  return [
    `${run.machine}; WordPress ${versions.wordpress}, Ghost ${versions.ghost}; 32 connections, median of ${rounds} rounds of ${seconds} s`,
    `${"pages a second".padEnd(28)} ${"gzip".padStart(26)} ${"identity".padStart(26)}   a first visit`,
    ...rows,
    `durable posts a second: Dateline ${rate(posts.dateline).trim()}, WordPress ${rate(posts.wordpress).trim()}`,
    ...checks.map(
      ({ what, is, least }) => `${is >= least ? "kept  " : "MISSED"} ${is.toFixed(2)} ${what} (at least ${least})`,
    ),
    "",
  ].join("\n");
}

function figure(rate: number): string {
  return rate < 1_000 ? rate.toFixed(1) : Math.round(rate).toLocaleString("en");
}
