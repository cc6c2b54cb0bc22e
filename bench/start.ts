/**
 * How long it takes from starting the program to its first page answered whole: the clone on the pinned Bun, the single file
 * of a release where there is one, and beside them, in turn, what no program on Bun can be below: one that answers a word.
 * `npm run bench start [-- --json] [--articles 100000] [--rounds 9] [--release release/dateline-…/dateline]`, SQLite. The page is the
 * front page, printed anew; files of the program are in the page cache. Time of the processor is told beside the clock.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openStore } from "#store/open.ts";
import { withFirstEdition } from "../src/cli/store.ts";
import { fillArchive } from "./lib/archive.ts";
import { machine, type Spread, spreadOf } from "./lib/rounds.ts";

const PROMISED_MS = 400;
// What the system tells of a process is counted in hundredths of a second.
const TICK_MS = 10;

const { values } = parseArgs({
  options: {
    json: { type: "boolean" },
    articles: { type: "string", default: "100000" },
    rounds: { type: "string", default: "9" },
    release: { type: "string" },
  },
});

type Program = { readonly name: string; readonly command: readonly string[]; readonly page: string };
type Start = { readonly clockMs: number; readonly processorMs: number };
type Started = { readonly name: string; readonly clockMs: Spread; readonly processorMs: Spread };

const folder = mkdtempSync(join(tmpdir(), "dateline-bench-start-"));
try {
  const all = await measured();
  const passed = all.slice(1).every(({ clockMs }) => clockMs.median < PROMISED_MS);
  if (values.json)
    process.stdout.write(`${JSON.stringify({ machine: machine(), articles: Number(values.articles), all, passed })}\n`);
  else print(all);
  process.exitCode = passed ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}

async function measured(): Promise<readonly Started[]> {
  const data = join(folder, "data");
  await fill(data);
  const programs = programsOn(data);
  const starts = new Map<Program, Start[]>(programs.map((one) => [one, []]));
  // The first of each brings its files into the page cache and is not counted.
  for (let round = 0; round <= Number(values.rounds); round++) {
    for (const program of round % 2 === 0 ? programs : programs.toReversed()) {
      rmSync(join(data, "press"), { recursive: true, force: true });
      const start = await started(program);
      if (round > 0) starts.get(program)?.push(start);
    }
  }
  return programs.map((program) => ({
    name: program.name,
    clockMs: spreadOf((starts.get(program) ?? []).map(({ clockMs }) => clockMs)),
    processorMs: spreadOf((starts.get(program) ?? []).map(({ processorMs }) => processorMs)),
  }));
}

async function fill(data: string): Promise<void> {
  await using store = await openStore({ data });
  await withFirstEdition(store, new Date());
  await fillArchive(store.db, { articles: Number(values.articles), paragraphs: 6 });
}

function programsOn(data: string): readonly Program[] {
  const limit = join(folder, "limit.ts");
  writeFileSync(
    limit,
    `const { port } = Bun.serve({ port: 0, fetch: () => new Response("here") });
     console.log(JSON.stringify({ address: "http://localhost:" + port }));`,
  );
  const bun = [process.execPath, "--no-install", "--no-env-file"];
  const words = ["serve", "--port", "0", "--json", "--data", data];
  return [
    { name: "a Bun that answers a word", command: [...bun, limit], page: "/" },
    { name: "Dateline in a clone", command: [...bun, "src/main.ts", ...words], page: "/en/" },
    ...(values.release === undefined
      ? []
      : [{ name: "Dateline as one file", command: [values.release, ...words], page: "/en/" }]),
  ];
}

async function started({ name, command, page }: Program): Promise<Start> {
  const begun = performance.now();
  const [file = "", ...words] = command;
  const child = spawn(file, words, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  let said = "";
  for await (const some of child.stdout) {
    said += some;
    if (said.includes("\n")) break;
  }
  const answer = await fetch(JSON.parse(said).address + page);
  await answer.bytes();
  const clockMs = performance.now() - begun;
  if (answer.status !== 200) throw new Error(`${name} answered ${answer.status}`);
  const processorMs = processorTimeOf(child.pid);
  child.kill();
  await ended;
  return { clockMs, processorMs };
}

function processorTimeOf(id: number | undefined): number {
  try {
    const [, , , , , , , , , , , , , user, system] = readFileSync(`/proc/${id}/stat`, "utf8").split(" ");
    return (Number(user) + Number(system)) * TICK_MS;
  } catch {
    return Number.NaN; // not Linux
  }
}

function print(all: readonly Started[]): void {
  const ms = ({ median, least, most }: Spread) => `${median.toFixed(0)} ms (${least.toFixed(0)}–${most.toFixed(0)})`;
  const lines = all.map(({ name, clockMs, processorMs }, at) => {
    const word = at === 0 ? "limit " : clockMs.median < PROMISED_MS ? "kept  " : "MISSED";
    return `${word} ${name}: ${ms(clockMs)}, of the processor ${ms(processorMs)}`;
  });
  process.stdout.write(
    `${machine()}; ${values.articles} articles, ${values.rounds} rounds, promised: under ${PROMISED_MS} ms\n${lines.join("\n")}\n`,
  );
}
