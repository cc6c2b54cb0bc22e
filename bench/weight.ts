/**
 * What a page costs who opens it: bytes, requests, when its first words are there, and Lighthouse's four marks, on a phone
 * and on a desk. `npm run bench weight [-- --json] [--rounds 5]`: the invented agency's front page and its story with most
 * replies, Lighthouse as it comes, in the Chromium that is there. Bytes and requests are of a first visit.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import lighthouse, { type Config, desktopConfig, type Flags } from "lighthouse";
import { chromium } from "playwright-core";
import { openStore } from "#store/open.ts";
import { chromium as installed, NoChromium } from "../scripts/chromium.mjs";
import { freePort, started } from "./lib/programs.ts";
import { machine, type Spread, spreadOf } from "./lib/rounds.ts";

const MARKS = ["performance", "accessibility", "best-practices", "seo"] as const;
const PROMISED_MARK = 100;

const { values } = parseArgs({
  options: { json: { type: "boolean" }, rounds: { type: "string", default: "5" } },
});

type Look = { readonly name: string; readonly config: Config | undefined };
const LOOKS: readonly Look[] = [
  { name: "phone", config: undefined },
  { name: "desk", config: desktopConfig },
];

type Visit = {
  readonly marks: Readonly<Record<(typeof MARKS)[number], number>>;
  readonly bytes: number;
  readonly requests: number;
  /** As Lighthouse works it out for a slow network and processor, and as it was here. */
  readonly firstWordsMs: number;
  readonly firstWordsHereMs: number;
  /** Audits that cost a mark something. */
  readonly losses: readonly string[];
};
type Weighed = {
  readonly page: string;
  readonly look: string;
  readonly marks: Readonly<Record<(typeof MARKS)[number], Spread>>;
  readonly bytes: number;
  readonly requests: number;
  readonly firstWordsMs: Spread;
  readonly firstWordsHereMs: Spread;
  readonly losses: readonly string[];
};

const folder = mkdtempSync(join(tmpdir(), "dateline-bench-weight-"));
try {
  const all = await weighed();
  const passed = all.every(({ marks }) => MARKS.every((mark) => marks[mark].median >= PROMISED_MARK));
  if (values.json) process.stdout.write(`${JSON.stringify({ machine: machine(), all, passed })}\n`);
  else print(all);
  process.exitCode = passed ? 0 : 1;
} catch (cause) {
  if (!(cause instanceof NoChromium)) throw cause;
  process.stderr.write(`${cause.message}\n`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function weighed(): Promise<readonly Weighed[]> {
  const executablePath = installed(process.env);
  const data = join(folder, "data");
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const main = join(import.meta.dirname, "../src/main.ts");
  const words = [main, "serve", "--demo", "--port", String(port), "--data", data];
  const server = await started([process.execPath, ...words], `${origin}/healthz`);
  try {
    const all: Weighed[] = [];
    for (const page of ["/en/", await mostRepliedTo(data)])
      for (const look of LOOKS) {
        const visits: Visit[] = [];
        for (let round = 0; round < Number(values.rounds); round++)
          visits.push(await visited(origin + page, look, executablePath));
        all.push(summed(page, look, visits));
      }
    return all;
  } finally {
    await server.stop();
  }
}

async function mostRepliedTo(data: string): Promise<string> {
  await using store = await openStore({ data });
  const { slug } = await store.db
    .selectFrom("reply_count")
    .innerJoin("article", "article.id", "reply_count.article_id")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .select("article.slug")
    .where("edition.code", "=", "en")
    .orderBy("reply_count.shown", "desc")
    .executeTakeFirstOrThrow();
  return `/en/${slug}`;
}

/** In a browser of its own, which has nothing of the site yet. */
async function visited(url: string, { config }: Look, executablePath: string): Promise<Visit> {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", `--remote-debugging-port=${port}`],
  });
  try {
    const flags: Flags = { port, output: "json", logLevel: "error", onlyCategories: [...MARKS] };
    const result = await lighthouse(url, flags, config);
    if (!result || result.lhr.runtimeError) throw new Error(`${url}: ${result?.lhr.runtimeError?.message}`);
    return visitOf(result.lhr);
  } finally {
    await browser.close();
  }
}

type Report = NonNullable<Awaited<ReturnType<typeof lighthouse>>>["lhr"];

function visitOf({ audits, categories }: Report): Visit {
  const requests = itemsOf(audits["network-requests"]?.details);
  const observed = itemsOf(audits["metrics"]?.details)[0]?.["observedFirstContentfulPaint"];
  const mark = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
  return {
    marks: {
      performance: mark("performance"),
      accessibility: mark("accessibility"),
      "best-practices": mark("best-practices"),
      seo: mark("seo"),
    },
    bytes: requests.reduce((sum, request) => sum + Number(request["transferSize"]), 0),
    requests: requests.length,
    firstWordsMs: audits["first-contentful-paint"]?.numericValue ?? Number.NaN,
    firstWordsHereMs: Number(observed),
    losses: Object.values(categories).flatMap(({ auditRefs }) =>
      auditRefs.flatMap(({ id, weight }) => {
        const score = audits[id]?.score ?? 1;
        return weight > 0 && score < 1 ? [`${id} ${Math.round(score * 100)}`] : [];
      }),
    ),
  };
}

function itemsOf(details: unknown): readonly Record<string, unknown>[] {
  return typeof details === "object" && details !== null && "items" in details && Array.isArray(details.items)
    ? details.items
    : [];
}

function summed(page: string, { name }: Look, visits: readonly Visit[]): Weighed {
  const spread = (of: (visit: Visit) => number) => spreadOf(visits.map(of));
  return {
    page,
    look: name,
    marks: {
      performance: spread(({ marks }) => marks.performance),
      accessibility: spread(({ marks }) => marks.accessibility),
      "best-practices": spread(({ marks }) => marks["best-practices"]),
      seo: spread(({ marks }) => marks.seo),
    },
    bytes: spread(({ bytes }) => bytes).median,
    requests: spread(({ requests }) => requests).median,
    firstWordsMs: spread(({ firstWordsMs }) => firstWordsMs),
    firstWordsHereMs: spread(({ firstWordsHereMs }) => firstWordsHereMs),
    losses: [...new Set(visits.flatMap(({ losses }) => losses.map((loss) => loss.split(" ", 1)[0] ?? "")))],
  };
}

function print(all: readonly Weighed[]): void {
  const ms = ({ median, least, most }: Spread) => `${median.toFixed(0)} ms (${least.toFixed(0)}–${most.toFixed(0)})`;
  const lines = all.map(({ page, look, marks, bytes, requests, firstWordsMs, firstWordsHereMs, losses }) => {
    const word = MARKS.every((mark) => marks[mark].median >= PROMISED_MARK) ? "kept  " : "MISSED";
    const said = MARKS.map((mark) => `${mark} ${marks[mark].median} (${marks[mark].least}–${marks[mark].most})`);
    return [
      `${word} ${page}, ${look}: ${said.join(", ")}`,
      `       ${bytes} bytes in ${requests} requests; first words ${ms(firstWordsMs)} by Lighthouse's slow network, ${ms(firstWordsHereMs)} here`,
      ...(losses.length > 0 ? [`       below 100: ${losses.join(", ")}`] : []),
    ].join("\n");
  });
  process.stdout.write(
    `${machine()}; ${values.rounds} rounds, promised: ${PROMISED_MARK} in each\n${lines.join("\n")}\n`,
  );
}
