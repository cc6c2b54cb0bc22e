/**
 * What it costs to print the page of a story with fifty replies anew, with its copies in gzip and brotli, in time of the
 * processor: after one of the replies changed, and when nothing of it was printed before; by turns with what no such
 * printing can be below, the two compressors on the same bytes; and where the time goes.
 * `npm run bench print [-- --json] [--pages 300] [--rounds 7]`, SQLite, a thousand articles.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openStore } from "#store/open.ts";
import { withFirstEdition } from "../src/cli/store.ts";
import { fillArchive } from "./lib/archive.ts";
import { fillReplies } from "./lib/replies.ts";
import { machine, type Spread, spreadOf } from "./lib/rounds.ts";
import type { Printed } from "./print-child.ts";

// What the issue promises.
const LEAST_A_SECOND = 1_000;
const ARTICLES = 1_000;
const PARAGRAPHS = 10;
const REPLIES = 50;

const { values } = parseArgs({
  options: {
    json: { type: "boolean" },
    pages: { type: "string", default: "300" },
    rounds: { type: "string", default: "7" },
  },
});

const folder = mkdtempSync(join(tmpdir(), "dateline-bench-print-"));
try {
  const data = join(folder, "data");
  const address = await fill(data);
  // What a child of this file wrote.
  const printed = JSON.parse(child([data, address, values.pages, values.rounds])) as Printed;
  const profile = join(folder, "profile");
  child([data, address, values.pages, "1", "replies"], ["--cpu-prof", "--cpu-prof-dir", profile]);
  process.exitCode = reported(printed, shares(profile));
} finally {
  rmSync(folder, { recursive: true });
}

/** The address of the one story that has replies. */
async function fill(data: string): Promise<string> {
  const store = await openStore({ data });
  const at = new Date();
  await withFirstEdition(store, at);
  const addresses = await fillArchive(store.db, { articles: ARTICLES, paragraphs: PARAGRAPHS });
  const address = addresses.at(-1) ?? "";
  const { id } = await store.db
    .selectFrom("article")
    .select("id")
    .where("slug", "=", address.split("/").at(-1) ?? "")
    .executeTakeFirstOrThrow();
  await fillReplies(store.db, { articleIds: [id], each: REPLIES, at, inThreads: true });
  await store.close();
  return address;
}

/** A process of its own, as the program runs on a server. */
function child(words: readonly string[], options: readonly string[] = []): string {
  const file = join(import.meta.dirname, "print-child.ts");
  const { status, stdout } = spawnSync(process.execPath, [...options, file, ...words], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (status !== 0) throw new Error(`printing ended with ${status}`);
  return stdout;
}

type Profile = {
  readonly nodes: readonly { readonly id: number; readonly callFrame: { readonly url: string } }[];
  readonly samples: readonly number[];
};

type Share = { readonly room: string; readonly percent: number };

/** The innermost function's room of each sample. */
function shares(profile: string): readonly Share[] {
  const [name = ""] = readdirSync(profile);
  // As the Chrome DevTools Protocol has it.
  const { nodes, samples } = JSON.parse(readFileSync(join(profile, name), "utf8")) as Profile;
  const rooms = new Map(nodes.map(({ id, callFrame }) => [id, roomOf(callFrame.url)]));
  const counts = Map.groupBy(samples, (id) => rooms.get(id) ?? "the runtime");
  return [...counts]
    .map(([room, found]) => ({ room, percent: (100 * found.length) / samples.length }))
    .toSorted((one, other) => other.percent - one.percent);
}

function roomOf(url: string): string {
  const [, module] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
  if (module) return module;
  const [, room] = /\/src\/((?:[^/]+\/)?[^/]+)\//.exec(url) ?? [];
  return room ?? (url.includes("/src/") ? "src" : "the runtime");
}

function reported({ printing, whole, copies, bytes }: Printed, where: readonly Share[]): number {
  const [print, wholePage, compress] = [spreadOf(printing), spreadOf(whole), spreadOf(copies)];
  const perSecond = 1_000 / print.median;
  const isKept = perSecond >= LEAST_A_SECOND;
  const all = { machine: machine(), print, wholePage, compress, bytes, perSecond, where, isKept };
  process.stdout.write(values.json ? `${JSON.stringify(all)}\n` : shown(all));
  return isKept ? 0 : 1;
}

type All = {
  readonly machine: string;
  readonly print: Spread;
  readonly wholePage: Spread;
  readonly compress: Spread;
  readonly bytes: number;
  readonly perSecond: number;
  readonly where: readonly Share[];
  readonly isKept: boolean;
};

function shown({ machine, print, wholePage, compress, bytes, perSecond, where, isKept }: All): string {
  const ms = ({ median, least, most }: Spread) => `${median.toFixed(2)} ms (${least.toFixed(2)}–${most.toFixed(2)})`;
  return [
    `${machine}; a page of ${bytes.toLocaleString("en")} bytes, median of ${values.rounds} rounds of ${values.pages} pages`,
    `printed with both copies  ${ms(print)} of the processor, after one of its replies changed`,
    `the two compressors alone ${ms(compress)}`,
    `printed for the first time ${ms(wholePage)}`,
    `${isKept ? "kept  " : "MISSED"} ${perSecond.toFixed(0)} a second on one core (at least ${LEAST_A_SECOND})`,
    ...where.slice(0, 12).map(({ room, percent }) => `${percent.toFixed(1).padStart(6)} % ${room}`),
    "",
  ].join("\n");
}
