/**
 * A sweep over a hundred thousand published articles: killed in the middle, gone on with, and within two minutes in all; then
 * the labels are noted article by article. `npm run prove sweep [-- --articles 100000]`; its figures go to docs/proofs/sweep.md.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { setEdition } from "#agency/editions/actions.ts";
import { importRegister, noteAllMentions } from "#agency/labels/actions.ts";
import { sweep } from "#agency/labels/sweep.ts";
import { openStore } from "#store/open.ts";
import { readRegister } from "#text/labels/labels.ts";
import { withFirstEdition } from "../../src/cli/store.ts";
import { publishMany } from "../many-articles.ts";

const LONGEST_MS = 120_000;
const ORGANISATIONS = 1_000;
const at = new Date("2026-03-02T10:00:00.000Z");

const { values } = parseArgs({ options: { articles: { type: "string", default: "100000" } } });
const articles = Number(values.articles);
const data = mkdtempSync(join(tmpdir(), "dateline-sweep-"));
const store = await openStore({ data });
try {
  await withFirstEdition(store, at);
  await setEdition(store.db, { code: "en", settings: { jurisdictions: ["xk"] }, by: "the proof", at });
  const read = readRegister({ organisations: Array.from({ length: ORGANISATIONS }, (_, n) => organisation(n)) });
  if ("problems" in read) throw new Error(read.problems[0]);
  await importRegister(store.db, { register: read.register, at });
  await publishMany(store.db, { count: articles, at, text: textOf });

  const question = { asOf: "2026-03-06" };
  const half = Math.floor(articles / 2);
  const began = performance.now();
  const killed = sweep(store.db, question, {
    by: "the proof",
    at,
    told: (looked) => {
      process.stderr.write(`\r${looked} of ${articles}`);
      if (looked >= half) throw new Error("killed");
    },
  });
  const fate = await killed.then(
    () => "ended",
    () => "killed",
  );
  const heard: number[] = [];
  const swept = await sweep(store.db, question, {
    by: "the proof",
    at,
    told: (looked) => {
      heard.push(looked);
      process.stderr.write(`\r${looked} of ${articles}`);
    },
  });
  const sweptMs = performance.now() - began;

  const noting = performance.now();
  await noteAllMentions(store.db, { after: "", at });
  const notedMs = performance.now() - noting;

  const expected = Math.ceil(articles / 50);
  const isGood =
    fate === "killed" &&
    (heard[0] ?? 0) > half &&
    swept.looked === articles &&
    swept.changed === expected &&
    sweptMs < LONGEST_MS;
  const lines = [
    `${articles} published articles of about 3,000 signs, ${ORGANISATIONS} organisations in the register, SQLite.`,
    `The sweep was killed at ${half} articles and went on at ${heard[0]}; ${(sweptMs / 1000).toFixed(1)} s in all (at most ${LONGEST_MS / 1000} s).`,
    `${swept.changed} articles have other labels on the day, ${expected} were made to.`,
    `Noting the mentions and labels of a stretch of 500 took ${(notedMs / 1000).toFixed(2)} s.`,
  ];
  process.stdout.write(`\n${lines.join("\n")}\n`);
  if (isGood) writeFileSync("docs/proofs/sweep.md", `# A sweep over published articles\n\n${lines.join("\n\n")}\n`);
  process.exitCode = isGood ? 0 : 1;
} finally {
  await store.close();
  rmSync(data, { recursive: true, force: true });
}

function organisation(n: number) {
  return {
    id: `o${n}`,
    names: [{ text: n === 0 ? "Crimson Daybreak" : `Salt League of Harbour ${n}`, lang: "en", kind: "full" }],
    designations: [
      { jurisdiction: "xk", from: n === 0 ? "2026-03-05" : "2015-01-01", wording: { en: "banned in Karvia" } },
    ],
  };
}

/** One in fifty names the organisation whose day comes, one in ten another. */
function textOf(place: number): readonly string[] {
  const said =
    place % 50 === 0 ? "Crimson Daybreak" : place % 10 === 0 ? `the Salt League of Harbour ${place % 999}` : "nobody";
  const filler =
    "The council met in the harbour on Monday and talked about the ferries, the price of salt and the weather. ";
  return Array.from({ length: 10 }, (_, at) => `${at === 4 ? `The police named ${said}. ` : ""}${filler.repeat(3)}`);
}
