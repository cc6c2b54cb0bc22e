/**
 * A site of WordPress moved here: how many items a second, beside reading the same file alone, and that its size costs no
 * memory; one of Ghost, for its memory. And one publication on its way to many clients by webhook, some of them dead, beside
 * posting alone. `npm run bench wire [-- --json] [--items 100000] [--posts 20000] [--clients 10000] [--only in|ghost|out]`.
 */
import { createReadStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { textOfPieces } from "#lib/text-pieces.ts";
import { lookThroughGhost } from "#text/moving/ghost.ts";
import { readWxr } from "#text/moving/wxr.ts";
import { writeGhost } from "./lib/ghost.ts";
import { machine } from "./lib/rounds.ts";
import { deliverTo } from "./lib/webhooks.ts";
import { writeWordPress } from "./lib/wordpress.ts";

// What issue 8 asks for.
const LEAST_ITEMS_A_SECOND = 300;
const MOST_MEGABYTES = 400;
const MOST_SECONDS = 120;
const DEAD_SHARE = 0.01;

const { values } = parseArgs({
  options: {
    json: { type: "boolean" },
    items: { type: "string", default: "100000" },
    posts: { type: "string", default: "20000" },
    clients: { type: "string", default: "10000" },
    only: { type: "string" },
  },
});
const isAsked = (part: string) => values.only === undefined || values.only === part;
const moved = isAsked("in") ? await movedHere("wxr", Number(values.items)) : undefined;
const ghost = isAsked("ghost") ? await movedHere("ghost", Number(values.posts)) : undefined;
const delivered = isAsked("out") ? await sentOut(Number(values.clients)) : undefined;
const measured = [moved, ghost, delivered].filter((one) => one !== undefined);
const holds = measured.every((one) => one.holds);
if (values.json) process.stdout.write(`${JSON.stringify({ machine: machine(), moved, ghost, delivered, holds })}\n`);
else process.stdout.write(`${[`${machine()}, on SQLite`, ...measured.map(({ said }) => said)].join("\n")}\n`);
process.exitCode = holds ? 0 : 1;

async function movedHere(source: "wxr" | "ghost", items: number) {
  const folder = mkdtempSync(join(tmpdir(), "dateline-bench-"));
  try {
    const file = join(folder, "old");
    await (source === "wxr" ? writeWordPress : writeGhost)(file, items);
    const megabytes = statSync(file).size / 1_000_000;
    const reading = await readAlone(source, file);
    const moved = await importOf({ source, file, data: join(folder, "data"), items });
    // Of Ghost memory is what is asked for: its files say everything several times.
    const least = source === "wxr" ? LEAST_ITEMS_A_SECOND : 0;
    const holds = moved.aSecond >= least && moved.most <= MOST_MEGABYTES;
    const said = `import ${source} of ${items} items, ${megabytes.toFixed(0)} MB; reading the file alone: ${reading.toFixed(0)} items a second
${holds ? "kept  " : "MISSED"} moved here: ${moved.aSecond.toFixed(0)} items a second${least > 0 ? ` (at least ${least})` : ""}, ${(moved.aSecond / reading).toFixed(3)} of reading alone; ${moved.seconds.toFixed(0)} s, of them ${moved.cpuSeconds.toFixed(0)} s of a processor; at most ${moved.most.toFixed(0)} MB resident (at most ${MOST_MEGABYTES})`;
    return { items, megabytes, reading, ...moved, holds, said };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function sentOut(clients: number) {
  const dead = Math.round(clients * DEAD_SHARE);
  const delivered = await deliverTo("sqlite", { clients, dead });
  const { seconds, postedASecond } = delivered;
  const aSecond = (clients - dead) / seconds;
  const holds = seconds <= MOST_SECONDS;
  const said = `one publication to ${clients} webhooks, ${dead} of them dead; posting alone: ${postedASecond.toFixed(0)} a second
${holds ? "kept  " : "MISSED"} everybody alive had it after ${seconds.toFixed(1)} s (at most ${MOST_SECONDS}): ${aSecond.toFixed(0)} a second, ${(aSecond / postedASecond).toFixed(3)} of posting alone`;
  return { ...delivered, aSecond, holds, said };
}

/** The limit: nothing is made of what is read. */
async function readAlone(source: "wxr" | "ghost", file: string): Promise<number> {
  const begun = performance.now();
  const chunks = textOfPieces(createReadStream(file));
  let read = 0;
  if (source === "wxr") for await (const parts of readWxr(chunks)) read += parts.length;
  else read = (await lookThroughGhost(chunks, () => {})).posts;
  return (read / (performance.now() - begun)) * 1000;
}

type Importing = {
  readonly source: "wxr" | "ghost";
  readonly file: string;
  readonly data: string;
  readonly items: number;
};

async function importOf({ source, file, data, items }: Importing) {
  const main = join(import.meta.dirname, "..", "src", "main.ts");
  const begun = performance.now();
  const child = Bun.spawn([process.execPath, main, "import", source, file, "--data", data], {
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
