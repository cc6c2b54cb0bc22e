/**
 * A list of the United Nations' form taken in beside a store, a tenth of it and whole: how long it takes, and that its size
 * costs no memory. `npm run bench registers [-- --json] [--megabytes 100]`.
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { unEntries, unXml } from "#text/cases/registers/un.ts";
import { machine } from "./lib/rounds.ts";

// What a list ten times as large may take more; held whole it would be several times the file.
const MOST_MORE_MEGABYTES = 64;

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
  const holds = more <= MOST_MORE_MEGABYTES;
  if (values.json) process.stdout.write(`${JSON.stringify({ machine: machine(), less, all, holds })}\n`);
  else {
    process.stdout.write(
      `${machine()}; register import --dry-run on SQLite\n${[less, all].map(shown).join("\n")}\n${holds ? "kept  " : "MISSED"} ${more.toFixed(0)} MB more for a list ten times as large (at most ${MOST_MORE_MEGABYTES})\n`,
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
