/**
 * Finds runs of code that stand in `src/` more than once: the same words, strings and signs, whatever their layout.
 * Where the logic really is the same, one piece of it should serve both places.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Token, tokensOf } from "./tokens.ts";

export type Source = { readonly path: string; readonly code: string };
export type Repeated = { readonly first: Place; readonly again: Place; readonly lines: number };
type Place = { readonly path: string; readonly line: number };

type Limits = {
  /** A run of fewer lines is no matter. */
  readonly lines?: number;
  /** Nor is one of fewer words and signs, however it is spread. */
  readonly tokens?: number;
};

// Shorter runs are the shape of the language: a chain of a query, a component's frame.
const SHORTEST_LINES = 8;
const SHORTEST_TOKENS = 60;
// Lists of words, which read alike in every language and are not logic.
const LISTS = [/^src\/site\/words\//, /^src\/text\/cases\//, /\.test\.tsx?$/];

/** Every run that stands twice, each once, the longest form of it, in the order of the second place. */
export function repeatedRuns(
  sources: readonly Source[],
  { lines = SHORTEST_LINES, tokens: shortest = SHORTEST_TOKENS }: Limits = {},
): Repeated[] {
  const all = sources.flatMap(({ path, code }) => tokensOf(withoutImports(code)).map((token) => ({ ...token, path })));
  const seen = new Map<string, number>();
  const runs: Repeated[] = [];
  let at = 0;
  while (at + shortest <= all.length) {
    const window = all.slice(at, at + shortest);
    if (window.at(-1)?.path !== window[0]?.path) {
      at += 1;
      continue;
    }
    const key = window.map(({ text }) => text).join(" ");
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, at);
      at += 1;
      continue;
    }
    const length = sameFrom(all, before, at);
    const run = runFrom(all, before, at, length);
    if (run.lines >= lines) runs.push(run);
    at += run.lines >= lines ? length : 1;
  }
  return runs;
}

type Placed = Token & { readonly path: string };

/** How many tokens are the same from both places on, neither running into the other nor out of its file. */
function sameFrom(all: readonly Placed[], first: number, again: number): number {
  let length = 0;
  while (first + length < again) {
    const [a, b] = [all[first + length], all[again + length]];
    if (!a || !b || a.text !== b.text || a.path !== all[first]?.path || b.path !== all[again]?.path) break;
    length += 1;
  }
  return length;
}

function runFrom(all: readonly Placed[], first: number, again: number, length: number): Repeated {
  const last = all[again + length - 1]?.line ?? 0;
  const place = (at: number): Place => ({ path: all[at]?.path ?? "", line: all[at]?.line ?? 0 });
  return { first: place(first), again: place(again), lines: last - place(again).line + 1 };
}

/** Two files that build on the same things say nothing twice by it. Lines keep their numbers. */
function withoutImports(code: string): string {
  return code.replaceAll(/^import [^"]*"[^"]+";$/gm, (lines) => lines.replaceAll(/[^\n]/g, ""));
}

function sourcesUnder(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => /\.tsx?$/.test(path) && !LISTS.some((list) => list.test(path)))
    .sort()
    .map((path) => ({ path, code: readFileSync(path, "utf8") }));
}

if (import.meta.main) {
  const runs = repeatedRuns(sourcesUnder("src"));
  for (const { first, again, lines } of runs) {
    console.log(`${again.path}:${again.line} repeats ${lines} lines of ${first.path}:${first.line}`);
  }
  console.log(runs.length === 0 ? "No run of code stands twice." : `${runs.length} runs of code stand twice.`);
  process.exitCode = runs.length > 0 ? 1 : 0;
}
