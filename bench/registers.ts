/**
 * A list of the United Nations' form taken in beside a store, a tenth of it and whole: how long it takes, and that its size
 * costs no memory. `npm run bench registers [-- --json] [--megabytes 100]`.
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { applyImport, stageImport } from "#agency/labels/imports.ts";
import { type EngineName, openTestStore } from "#test/engines.ts";
import { unEntries, unXml } from "#text/cases/registers/un.ts";
import { listNameOf, readList } from "#text/registers/lists.ts";
import { machine } from "./lib/rounds.ts";

// What a list ten times as large may take more; held whole it would be several times the file.
const MOST_MORE_MEGABYTES = 64;

// Five times what the United Nations list; who applies a difference at the desk waits for the page that says so.
const ENTRIES_APPLIED = 5_000;
const MOST_APPLYING_S = 10;

const { values } = parseArgs({
  options: { json: { type: "boolean" }, megabytes: { type: "string", default: "100" } },
});
const megabytes = Number(values.megabytes);

type Import = {
  readonly fileMegabytes: number;
  readonly entries: number;
  readonly seconds: number;
  readonly most: number;
};

const folder = mkdtempSync(join(tmpdir(), "dateline-bench-"));
try {
  const less = await taken(megabytes / 10);
  const all = await taken(megabytes);
  const more = all.most - less.most;
  const applied = [await appliedOn("sqlite"), await appliedOn("postgres")];
  const holds = more <= MOST_MORE_MEGABYTES && applied.every(({ cpuSeconds }) => cpuSeconds <= MOST_APPLYING_S);
  if (values.json) process.stdout.write(`${JSON.stringify({ machine: machine(), less, all, applied, holds })}\n`);
  else {
    process.stdout.write(
      `${machine()}; register import --dry-run on SQLite\n${[less, all].map(shown).join("\n")}\n${holds ? "kept  " : "MISSED"} ${more.toFixed(0)} MB more for a list ten times as large (at most ${MOST_MORE_MEGABYTES})\n${applied.map(shownApplied).join("\n")}\n`,
    );
  }
  process.exitCode = holds ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function taken(wanted: number): Promise<Import> {
  const file = join(folder, `${wanted}.xml`);
  const sample = unXml(unEntries(1_000)).length / 1_000;
  const entries = Math.ceil((wanted * 1_000_000) / sample);
  writeFileSync(file, unXml(unEntries(entries)));
  const main = join(import.meta.dirname, "..", "src", "main.ts");
  const words = ["register", "import", file, "--dry-run", "--data", join(folder, `data-${wanted}`)];
  const begun = performance.now();
  const child = Bun.spawn([process.execPath, main, ...words], { stdin: "ignore", stdout: "ignore", stderr: "inherit" });
  const status = await child.exited;
  if (status !== 0) throw new Error(`the import of ${file} ended with ${status}`);
  const most = (child.resourceUsage()?.maxRSS ?? Number.NaN) / 1024 / 1024;
  return { fileMegabytes: statSync(file).size / 1_000_000, entries, seconds: (performance.now() - begun) / 1000, most };
}

function shown({ fileMegabytes, entries, seconds, most }: Import): string {
  return `${fileMegabytes.toFixed(0)} MB, ${entries} entries: ${seconds.toFixed(0)} s, at most ${most.toFixed(0)} MB resident`;
}

type AppliedOn = { readonly engine: EngineName; readonly cpuSeconds: number; readonly seconds: number };

/** One decision over thousands of new entries, as the desk takes it: in one commit, within the request. */
async function appliedOn(engine: EngineName): Promise<AppliedOn> {
  await using store = await openTestStore(engine);
  const at = new Date();
  const list = (async function* () {
    yield unXml(unEntries(ENTRIES_APPLIED));
  })();
  const un = { format: "un" } as const;
  const told = { list: listNameOf(un), file: "list.xml", format: un.format, by: "the bench", at };
  const { importId } = await stageImport(store.db, { rows: readList(list, un), ...told });
  const begun = performance.now();
  const cpu = process.cpuUsage();
  const done = await applyImport(store.db, { importId, by: "the bench", at });
  if (!("counts" in done) || done.counts.added !== ENTRIES_APPLIED) throw new Error("the list was not applied");
  const { user, system } = process.cpuUsage(cpu);
  return { engine, cpuSeconds: (user + system) / 1e6, seconds: (performance.now() - begun) / 1000 };
}

function shownApplied({ engine, cpuSeconds, seconds }: AppliedOn): string {
  const kept = cpuSeconds <= MOST_APPLYING_S ? "kept  " : "MISSED";
  return `${kept} ${ENTRIES_APPLIED} entries applied on ${engine}: ${cpuSeconds.toFixed(1)} s of the process (at most ${MOST_APPLYING_S}), ${seconds.toFixed(1)} s on the clock`;
}
