/**
 * A sweep over a hundred thousand published articles, killed in the middle and gone on with; then its list is applied, while
 * a reader in a process of its own reads pages, front page and feed all the while and meets none with half its labels.
 * `npm run prove sweep [-- --articles 100000 --engine sqlite]`; its figures go to docs/proofs/sweep.md.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { setEdition } from "#agency/editions/actions.ts";
import { importRegister } from "#agency/labels/actions.ts";
import { stageImport } from "#agency/labels/imports.ts";
import type { Db } from "#store/db.ts";
import { openStore } from "#store/open.ts";
import { readRegister } from "#text/labels/labels.ts";
import { listNameOf, readList } from "#text/registers/lists.ts";
import { withFirstEdition } from "../../src/cli/store.ts";
import { type EngineName, emptyPlace, engines, type Place } from "../engines.ts";
import { killedAfter } from "../kills.ts";
import { NAMED, SAID } from "../labels-shown.ts";
import { publishMany } from "../many-articles.ts";
import { until } from "../until.ts";

type SweepFigures = {
  readonly articles: number;
  /** Where the killed sweep was, and the first place the next one told of. */
  readonly killedAt: number;
  readonly wentOnAt: number;
  readonly changed: number;
  readonly sweptMs: number;
  readonly appliedMs: number;
  readonly notedMs: number;
  /** Changes of labels on the record. */
  readonly recorded: number;
  readonly read: number;
};

const CHILD = join(import.meta.dirname, "sweep-child.ts");
const ORGANISATIONS = 1_000;
// So many that the newest ones, which front page and feed show, name it too.
const NEWEST = 40;
const EVERY = 50;
const STRETCH = 500;
const PAGES_READ = 12;
const at = new Date("2026-03-02T10:00:00.000Z");
const by = "the proof";

/** Throws when the sweep begins anew, misses an article, or a reader meets a page with half its labels. */
export async function proveSweep(engine: EngineName, articles: number): Promise<SweepFigures> {
  const place = await emptyPlace(engine);
  const isNamed = (one: number) => one % EVERY === EVERY - 1 || one >= articles - NEWEST;
  const named = Array.from({ length: articles }, (_, one) => one).filter(isNamed);
  const importId = await newsroom(place, articles, isNamed);
  const paths = [...named.slice(-PAGES_READ / 2), ...named.slice(0, PAGES_READ / 2)].map(
    (one) => `/en/many-${String(one).padStart(7, "0")}`,
  );
  const reader = readerOf(place, [...paths, "/en/", "/en/feed.xml", `${paths[0]}/print`]);
  try {
    await reader.says((line) => line.labelled === 0);

    const began = performance.now();
    const stretches = Math.max(1, Math.floor(articles / STRETCH / 2));
    const before = (await killedAfter(CHILD, stretches, ["sweep", JSON.stringify(place), importId])).map(Number);
    const after = await killedAfter(CHILD, Number.POSITIVE_INFINITY, ["sweep", JSON.stringify(place), importId]);
    const sweptMs = performance.now() - began;
    const done: { looked: number; changed: number } = JSON.parse(after.at(-1) ?? "{}");
    const killedAt = before.at(-1) ?? 0;
    const wentOnAt = Number(after[0]);
    if (killedAt >= articles) throw new Error("the sweep was over before it was killed");
    // Killed between a commit and the line that tells of it, it may be one stretch further.
    if (wentOnAt <= killedAt || wentOnAt > killedAt + 2 * STRETCH)
      throw new Error(`killed at ${killedAt}, it went on at ${wentOnAt}`);
    if (done.looked !== articles || done.changed !== named.length)
      throw new Error(`${done.looked} looked at, ${done.changed} found of ${named.length}`);
    await reader.says((line) => line.labelled === 0);

    const [line = "{}"] = await killedAfter(CHILD, Number.POSITIVE_INFINITY, [
      "apply",
      JSON.stringify(place),
      importId,
    ]);
    const { appliedMs, notedMs }: { appliedMs: number; notedMs: number } = JSON.parse(line);
    const { read } = await reader.says((line) => line.labelled === paths.length + 3);
    const recorded = await recordedIn(place);
    if (recorded !== named.length) throw new Error(`${recorded} changes of labels recorded of ${named.length}`);
    return { articles, killedAt, wentOnAt, changed: done.changed, sweptMs, appliedMs, notedMs, recorded, read };
  } finally {
    reader.stop();
  }
}

/** A newsroom whose articles are noted as they are labelled now; the list that will label one more name is read. */
async function newsroom(place: Place, articles: number, isNamed: (one: number) => boolean): Promise<string> {
  const store = await openStore(place);
  try {
    const { db } = store;
    await withFirstEdition(store, at);
    await setEdition(db, { code: "en", settings: { jurisdictions: ["xk"] }, by, at });
    const before = readRegister({
      organisations: Array.from({ length: ORGANISATIONS }, (_, n) => organisation(n, "1990-01-01")),
    });
    if ("problems" in before) throw new Error(before.problems[0]);
    await importRegister(db, { register: before.register, by, at });
    await publishMany(db, {
      count: articles,
      at,
      headline: (one) => (isNamed(one) ? `${NAMED} named ${one}` : `Story ${one}`),
      text: (one) => textOf(one, isNamed(one)),
    });
    await noteAsSeen(db, articles, isNamed);
    await db.updateTable("job").set({ state: "done" }).execute();
    const options = { format: "dateline" } as const;
    const { importId } = await stageImport(db, {
      rows: readList(pieces(JSON.stringify({ organisations: [organisation(0, null)] })), options),
      list: listNameOf(options),
      file: "register.json",
      format: "dateline",
      by,
      at,
    });
    return importId;
  } finally {
    await store.close();
  }
}

function organisation(n: number, until: string | null) {
  return {
    id: `o${n}`,
    names: [{ text: n === 0 ? NAMED : `Salt League of Harbour ${n}`, lang: "en", kind: "full" }],
    designations: [
      {
        jurisdiction: "xk",
        from: "1980-01-01",
        until: n === 0 ? until : null,
        wording: { en: n === 0 ? SAID : "listed" },
      },
    ],
  };
}

/** About 3,000 signs; one in ten names another organisation, which is labelled before and after. */
function textOf(place: number, isNamed: boolean): readonly string[] {
  const said = isNamed ? NAMED : otherIn(place);
  const filler =
    "The council met in the harbour on Monday and talked about the ferries, the price of salt and the weather. ";
  return Array.from(
    { length: 10 },
    (_, at) => `${at % 4 === 0 ? `The police named ${said ?? "nobody"}. ` : ""}${filler.repeat(3)}`,
  );
}

function otherIn(place: number): string | undefined {
  return place % 10 === 0 ? `Salt League of Harbour ${(place % (ORGANISATIONS - 1)) + 1}` : undefined;
}

/** What the jobs would have noted one after another when the articles came out. */
async function noteAsSeen(db: Db, articles: number, isNamed: (one: number) => boolean): Promise<void> {
  for (let from = 0; from < articles; from += STRETCH) {
    const places = Array.from({ length: Math.min(STRETCH, articles - from) }, (_, one) => from + one);
    const rows = places.map((one) => {
      const id = `many-${String(one).padStart(7, "0")}`;
      const other = isNamed(one) || otherIn(one) === undefined ? undefined : `o${(one % (ORGANISATIONS - 1)) + 1}`;
      const said = other === undefined ? [] : [{ organisation: other, wording: "listed", times: 3 }];
      return { id, named: isNamed(one) ? "o0" : other, labels: JSON.stringify({ style: "inline", said }) };
    });
    await db
      .insertInto("article_label")
      .values(rows.map(({ id, labels }) => ({ article_id: id, revision_id: id, labels, noted_at: at.toISOString() })))
      .execute();
    const mentions = rows.flatMap(({ id, named }) =>
      named === undefined ? [] : [{ article_id: id, organisation_id: named }],
    );
    if (mentions.length > 0) await db.insertInto("article_mention").values(mentions).execute();
  }
}

async function recordedIn(place: Place): Promise<number> {
  const store = await openStore(place);
  const { count } = await store.db
    .selectFrom("audit")
    .select((row) => row.fn.countAll().as("count"))
    .where("act", "=", "labels.change")
    .executeTakeFirstOrThrow();
  await store.close();
  return Number(count);
}

async function* pieces(text: string): AsyncGenerator<string> {
  yield text;
}

type Round = { readonly read: number; readonly labelled: number };

/** Another process that reads the pages round after round and ends at the first that is labelled by half. */
function readerOf(place: Place, paths: readonly string[]) {
  const child: ChildProcess = spawn(
    process.execPath,
    [CHILD, "read", JSON.stringify(place), "", JSON.stringify(paths)],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  let rounds = 0;
  let last = "";
  let rest = "";
  let ended: string | undefined;
  child.stdout?.on("data", (some: Buffer) => {
    const lines = `${rest}${some}`.split("\n");
    rest = lines.pop() ?? "";
    rounds += lines.length;
    last = lines.at(-1) ?? last;
  });
  child.on("exit", () => {
    ended = last;
  });
  return {
    /** Waits for a whole round from here on that is as wanted. */
    says: async (isWanted: (round: Round) => boolean): Promise<Round> => {
      const from = rounds + 1;
      await until(
        "the reader's round",
        () => {
          if (ended !== undefined) throw new Error(`the reader ended: ${ended}`);
          return rounds > from && isWanted(JSON.parse(last));
        },
        LONGEST_ROUND_MS,
      );
      return JSON.parse(last);
    },
    stop: () => child.kill("SIGKILL"),
  };
}

const LONGEST_ROUND_MS = 120_000;
const LONGEST_MS = 120_000;

if (import.meta.main) {
  const { values } = parseArgs({
    options: { articles: { type: "string", default: "100000" }, engine: { type: "string", multiple: true } },
  });
  const articles = Number(values.articles);
  const lines: string[] = [];
  for (const engine of engines.filter((one) => values.engine?.includes(one) ?? true)) {
    const figures = await proveSweep(engine, articles);
    const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
    lines.push(
      `- ${engine}: a sweep over ${figures.articles} published articles of about 3,000 signs, ${ORGANISATIONS} organisations in the`,
      `  register, was killed at ${figures.killedAt}, went on at ${figures.wentOnAt} and found all ${figures.changed} articles whose labels differ, in`,
      `  ${seconds(figures.sweptMs)} in all. The list was applied in ${seconds(figures.appliedMs)}; within ${seconds(figures.notedMs)} more all articles were noted`,
      `  again and ${figures.recorded} changes of labels were on the record. A reader read ${figures.read} pages meanwhile: articles, one`,
      "  on paper, the front page, the feed. None had half its labels.",
    );
    process.stdout.write(`${lines.slice(-5).join("\n")}\n`);
    if (figures.sweptMs > LONGEST_MS) throw new Error(`the sweep took ${seconds(figures.sweptMs)}`);
  }
  const folder = join(import.meta.dirname, "..", "..", "docs", "proofs");
  mkdirSync(folder, { recursive: true });
  const head = `# A change of the register over published articles\n\n\`npm run prove sweep -- --articles ${articles}\`, ${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores\n`;
  if (lines.length === 5 * engines.length) writeFileSync(join(folder, "sweep.md"), `${head}\n${lines.join("\n")}\n`);
}
