/** Processes that are killed with `kill -9` at a moment nobody chose, and the numbers that choose it. */
import { type ChildProcessByStdio, spawn } from "node:child_process";
import type { Readable } from "node:stream";

/** Starts a file as a process of its own, kills it at its `count`th line, and answers all whole lines it had said. */
export async function killedAfter(file: string, count: number, words: readonly string[]): Promise<string[]> {
  const child = spawn(process.execPath, [file, ...words], { stdio: ["ignore", "pipe", "inherit"] });
  const said = await whatItSays(child, count);
  return said.split("\n").slice(0, -1);
}

function whatItSays(child: ChildProcessByStdio<null, Readable, null>, count: number): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let said = "";
  let lines = 0;
  child.stdout.on("data", (some: Buffer) => {
    said += some;
    lines += some.toString().split("\n").length - 1;
    if (lines >= count) child.kill("SIGKILL");
  });
  child.on("error", reject);
  child.on("close", (status, signal) => {
    if (signal === "SIGKILL" || status === 0) resolve(said);
    else reject(new Error(`the child ended with ${status ?? signal}`));
  });
  return promise;
}

/** Whole numbers from 1 to a limit, the same ones for the same seed (mulberry32). */
export function numbersFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) % limit) + 1;
  };
}
