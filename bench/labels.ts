/**
 * The label engine: right on the frozen evaluation sets, by language; and as fast as modern-ahocorasick and a compiled
 * alternation on the same text with registers of 10, 1,000 and 50,000 forms.
 * `npm run bench labels [-- --only accuracy|speed] [--faults] [--json] [--megabytes 50] [--rounds 7]`.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Accuracy, changedFiles, EVALUATION_SETS, type Evaluation, evaluated } from "./lib/evaluation.ts";
import { COMPILED, type Counting, MATCHERS, type MatcherName, registerOfForms } from "./lib/matchers.ts";
import { inventedCopy, inventedNames } from "./lib/names.ts";
import { machine, type Spread, spreadOf } from "./lib/rounds.ts";

// What the issue asks for.
const LEAST_FOUND = 0.99;
const MOST_SLOWER = 1.5;
const FORMS = [10, 1_000, 50_000] as const;
// A matcher that has not read all of the text by then is measured by what it has read.
const LONGEST_RUN_MS = 5_000;
const COMPILE_ROUNDS = 3;

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    faults: { type: "boolean" },
    json: { type: "boolean" },
    megabytes: { type: "string", default: "50" },
    rounds: { type: "string", default: "7" },
  },
});
const rounds = Number(values.rounds);

const accuracy = values.only === "speed" ? [] : await Promise.all(EVALUATION_SETS.map(accuracyOf));
const speed = values.only === "accuracy" ? undefined : measured();
if (values.json) process.stdout.write(`${JSON.stringify({ machine: machine(), accuracy, speed })}\n`);
else {
  for (const one of accuracy) printAccuracy(one);
  if (speed) printSpeed(speed);
}
process.exitCode = [...accuracy, ...(speed ? [speed] : [])].flatMap(({ checks }) => checks).every(({ holds }) => holds)
  ? 0
  : 1;

type Check = { readonly what: string; readonly is: string; readonly promised: string; readonly holds: boolean };

type Judged = Evaluation & { readonly set: string; readonly all: Accuracy; readonly checks: readonly Check[] };

async function accuracyOf(set: (typeof EVALUATION_SETS)[number]): Promise<Judged> {
  const changed = changedFiles(set);
  if (changed.length > 0) {
    process.stderr.write(`Of evaluation, ${set.name} is not the one that was frozen: ${changed.join("; ")}.\n`);
    process.exit(1);
  }
  const evaluation = await evaluated(set);
  const all = evaluation.languages.reduce((sum, one) => ({
    language: "all",
    sentences: sum.sentences + one.sentences,
    meant: sum.meant + one.meant,
    found: sum.found + one.found,
    labels: sum.labels + one.labels,
    right: sum.right + one.right,
    asked: sum.asked + one.asked,
    needless: sum.needless + one.needless,
    silent: sum.silent + one.silent,
  }));
  const wrong = all.labels - all.right;
  const checks = [
    { what: "false automatic labels", is: String(wrong), promised: "none", holds: wrong === 0 },
    {
      what: "of mentions found",
      is: percent(all.found, all.meant),
      promised: `at least ${LEAST_FOUND * 100} %`,
      holds: all.found >= LEAST_FOUND * all.meant,
    },
  ];
  return { ...evaluation, set: set.name, all, checks };
}

function printAccuracy({ set, languages, all, faults, checks }: Judged): void {
  const lines = [...languages, all].map(
    ({ language, sentences, meant, found, labels, right, asked, needless, silent }) =>
      `${language.padEnd(4)} ${String(sentences).padStart(4)} sentences   recall ${percent(found, meant)} (${found} of ${meant})   precision ${percent(right, labels)} (${right} of ${labels})   asked though plain ${asked}   needless questions ${needless}   silent ${silent}`,
  );
  const told = values.faults ? faults.map((fault) => `${fault.kind}: ${fault.told}`) : [];
  process.stdout.write(`${[`${set}:`, ...lines, ...told, ...checks.map(shownCheck)].join("\n")}\n`);
}

function percent(some: number, all: number): string {
  return all === 0 ? "–" : `${((100 * some) / all).toFixed(1)} %`;
}

function shownCheck({ what, is, promised, holds }: Check): string {
  return `${holds ? "kept  " : "MISSED"} ${is} ${what} (${promised})`;
}

type Measured = {
  readonly matcher: MatcherName;
  readonly forms: number;
  readonly megabytesPerSecond: Spread;
  readonly compileMs: Spread;
  /** Resident memory it takes once compiled. */
  readonly megabytes: number;
  /** Of the text, how much a round has read at least. */
  readonly shareRead: number;
  readonly found: number;
};
type Speed = { readonly all: readonly Measured[]; readonly checks: readonly Check[] };

function measured(): Speed {
  const copy = inventedCopy(Number(values.megabytes) * 1_000_000, inventedNames(Math.max(...FORMS)));
  const all = FORMS.flatMap((forms) => measuredAt(forms, copy));
  const of = (matcher: MatcherName, forms: number) => {
    const one = all.find((each) => each.matcher === matcher && each.forms === forms);
    if (!one) throw new Error(`${matcher} was not measured with ${forms} forms`);
    return one.megabytesPerSecond.median;
  };
  const [fewest, , most] = FORMS;
  const fastest = Math.max(...MATCHERS.filter((one) => one !== "Dateline").map((one) => of(one, most)));
  const slower = of("Dateline", fewest) / of("Dateline", most);
  const checks = [
    {
      what: `times as fast as the fastest other with ${most} forms`,
      is: (of("Dateline", most) / fastest).toFixed(1),
      promised: "at least 1",
      holds: of("Dateline", most) >= fastest,
    },
    {
      what: `times slower with ${most} forms than with ${fewest}`,
      is: slower.toFixed(2),
      promised: `at most ${MOST_SLOWER}`,
      holds: slower <= MOST_SLOWER,
    },
  ];
  return { all, checks };
}

function measuredAt(forms: number, copy: readonly string[]): Measured[] {
  const given = registerOfForms(forms);
  if (given.texts.length !== forms) throw new Error(`the register has ${given.texts.length} forms, not ${forms}`);
  const compileMs = new Map<MatcherName, number[]>();
  const matchers = new Map<MatcherName, Counting>();
  const runs = new Map<MatcherName, Run[]>();
  for (let round = 0; round < COMPILE_ROUNDS; round++) {
    for (const name of inTurn(round)) {
      const begun = cpuMs();
      matchers.set(name, COMPILED[name](given));
      compileMs.set(name, [...(compileMs.get(name) ?? []), cpuMs() - begun]);
    }
  }
  // One more round first, so that every matcher has been made ready by the runtime.
  for (let round = -1; round < rounds; round++) {
    for (const name of inTurn(round)) {
      const matcher = matchers.get(name);
      const run = matcher && oneRun(matcher, copy);
      if (run && round >= 0) runs.set(name, [...(runs.get(name) ?? []), run]);
    }
  }
  return MATCHERS.map((matcher) => {
    const its = runs.get(matcher) ?? [];
    return {
      matcher,
      forms,
      megabytesPerSecond: spreadOf(its.map((run) => run.units / 1000 / run.ms)),
      compileMs: spreadOf(compileMs.get(matcher) ?? []),
      megabytes: memoryOf(matcher, forms),
      shareRead: Math.min(...its.map((run) => run.share)),
      found: its[0]?.found ?? 0,
    };
  });
}

/** The order alternates, so that what else the machine does meets all. */
function inTurn(round: number): readonly MatcherName[] {
  return round % 2 === 0 ? MATCHERS : MATCHERS.toReversed();
}

/** `ms` is time of the CPU: what else the machine does is not measured. */
type Run = { readonly units: number; readonly ms: number; readonly found: number; readonly share: number };

function oneRun(matcher: Counting, copy: readonly string[]): Run {
  let units = 0;
  let found = 0;
  let articles = 0;
  const begun = performance.now();
  const cpuBegun = cpuMs();
  for (const article of copy) {
    found += matcher(article);
    units += article.length;
    articles++;
    if (articles % 64 === 0 && performance.now() - begun > LONGEST_RUN_MS) break;
  }
  return { units, ms: cpuMs() - cpuBegun, found, share: articles / copy.length };
}

function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** In a process of its own, which holds nothing else. */
function memoryOf(matcher: MatcherName, forms: number): number {
  const child = join(import.meta.dirname, "labels-child.ts");
  const { stdout, status } = spawnSync(process.execPath, [child, matcher, String(forms)], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the memory of ${matcher} with ${forms} forms was not measured`);
  return Number(stdout);
}

function printSpeed({ all, checks }: Speed): void {
  const lines = [
    `${machine()}; ${values.megabytes} MB of text in articles, megabytes a second of CPU time, median of ${rounds} rounds (least–most)`,
    ...all.map(
      ({ matcher, forms, megabytesPerSecond, compileMs, megabytes, shareRead, found }) =>
        `${String(forms).padStart(6)} forms  ${matcher.padEnd(18)} ${shown(megabytesPerSecond, 1)} MB/s   compiled in ${shown(compileMs, 0)} ms   ${megabytes.toFixed(0)} MB   ${found} found${shareRead < 1 ? `   in ${percent(shareRead, 1)} of the text` : ""}`,
    ),
    ...checks.map(shownCheck),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

function shown({ median, least, most }: Spread, digits: number): string {
  return `${median.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`;
}
