/**
 * A site of WordPress moved here: how many items a second, beside reading the same file alone, and that its size costs no
 * memory. `npm run bench wire [-- --json] [--items 100000]`.
 */
import { createReadStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { textOfPieces } from "#lib/text-pieces.ts";
import { readWxr } from "#text/moving/wxr.ts";
import { machine } from "./lib/rounds.ts";
import { writeWordPress } from "./lib/wordpress.ts";

// What issue 8 asks for.
const LEAST_ITEMS_A_SECOND = 300;
const MOST_MEGABYTES = 400;

const { values } = parseArgs({
  options: { json: { type: "boolean" }, items: { type: "string", default: "100000" } },
});
const items = Number(values.items);
const folder = mkdtempSync(join(tmpdir(), "dateline-bench-"));
try {
  const file = join(folder, "old.xml");
  await writeWordPress(file, items);
  const megabytes = statSync(file).size / 1_000_000;
  const reading = await readAlone(file);
  const moved = await importOf(file);
  const holds = moved.aSecond >= LEAST_ITEMS_A_SECOND && moved.most <= MOST_MEGABYTES;
  if (values.json)
    process.stdout.write(`${JSON.stringify({ machine: machine(), items, megabytes, reading, moved, holds })}\n`);
  else
    process.stdout.write(`${machine()}; import wxr of ${items} items, ${megabytes.toFixed(0)} MB, on SQLite
reading the file alone: ${reading.toFixed(0)} items a second
${holds ? "kept  " : "MISSED"} moved here: ${moved.aSecond.toFixed(0)} items a second (at least ${LEAST_ITEMS_A_SECOND}), ${(moved.aSecond / reading).toFixed(3)} of reading alone; ${moved.seconds.toFixed(0)} s, of them ${moved.cpuSeconds.toFixed(0)} s of a processor; at most ${moved.most.toFixed(0)} MB resident (at most ${MOST_MEGABYTES})
`);
  process.exitCode = holds ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The limit: nothing is made of what is read. */
async function readAlone(file: string): Promise<number> {
  const begun = performance.now();
  let read = 0;
  for await (const parts of readWxr(textOfPieces(createReadStream(file)))) read += parts.length;
  return (read / (performance.now() - begun)) * 1000;
}

async function importOf(file: string) {
  const main = join(import.meta.dirname, "..", "src", "main.ts");
  const begun = performance.now();
  const child = Bun.spawn([process.execPath, main, "import", "wxr", file, "--data", join(folder, "data")], {
    stdin: "ignore",
    stdout: "ignore",
    stderr: "inherit",
  });
  const status = await child.exited;
  if (status !== 0) throw new Error(`the import ended with ${status}`);
  const seconds = (performance.now() - begun) / 1000;
  const used = child.resourceUsage();
  const cpuSeconds = Number(used?.cpuTime.total ?? 0) / 1e6;
  return { aSecond: items / seconds, seconds, cpuSeconds, most: (used?.maxRSS ?? Number.NaN) / 1024 / 1024 };
}
