/** The frozen evaluation sets of labels: their files checked against their digests, their sentences labelled and compared. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DEFAULT_POLICY } from "#agency/labels/policy.ts";
import {
  compile,
  type DecidedMention,
  decisionsOn,
  mentionsInText,
  type Organisation,
  type OrganisationName,
  type Register,
} from "#text/labels/labels.ts";
import { readList } from "#text/registers/lists.ts";

const ROOT = join(import.meta.dirname, "..", "..");

type EvaluationSet = { readonly name: string; readonly folder: string; readonly record: string };

export const EVALUATION_SETS: readonly EvaluationSet[] = [
  setOf("the first set", "evaluation", "2026-11-26-evaluation-set.md"),
  setOf("the second set", "evaluation-second", "2026-11-27-second-evaluation-set.md"),
  setOf("the third set", "evaluation-third", "2026-11-27-third-evaluation-set.md"),
  setOf("the fourth set", "evaluation-fourth", "2026-11-27-fourth-evaluation-set.md"),
  setOf("the fifth set", "evaluation-fifth", "2026-11-27-fifth-evaluation-set.md"),
  setOf("the sixth set", "evaluation-sixth", "2026-11-27-sixth-evaluation-set.md"),
  setOf("the seventh set", "evaluation-seventh", "2026-11-27-seventh-evaluation-set.md"),
];

function setOf(name: string, folder: string, record: string): EvaluationSet {
  return { name, folder: join(ROOT, "test", folder), record: join(ROOT, "docs", "decisions", record) };
}

// Every entry of the sets is in force by then.
const DAY = "2026-11-27";

/** Files that are not what the set's decision record froze, with the reason. */
export function changedFiles({ folder, record }: EvaluationSet): readonly string[] {
  const frozen = new Map(
    [...readFileSync(record, "utf8").matchAll(/^([\da-f]{64}) {2}(\S+)$/gm)].map(([, digest = "", file = ""]) => [
      file,
      digest,
    ]),
  );
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name).slice(folder.length + 1));
  const added = files.filter((file) => !frozen.has(file)).map((file) => `${file} is not in the record`);
  const changed = [...frozen].flatMap(([file, digest]) => {
    if (!files.includes(file)) return [`${file} is missing`];
    const is = createHash("sha256")
      .update(readFileSync(join(folder, file)))
      .digest("hex");
    return is === digest ? [] : [`${file} has changed`];
  });
  return [...added, ...changed];
}

type Wanted = {
  readonly text: string;
  readonly nth: number;
  readonly organisation: string;
  readonly want: "label" | "ask";
  readonly candidate_only?: boolean;
};

type Sentence = {
  readonly id: string;
  readonly language: string;
  readonly text: string;
  readonly mentions: readonly Wanted[];
  readonly trap: boolean;
};

/** What became of one language's sentences. */
export type Accuracy = {
  readonly language: string;
  sentences: number;
  /** Mentions that are meant, and those of them that were labelled or asked about. */
  meant: number;
  found: number;
  /** Labels that were printed, and those of them that were wanted. */
  labels: number;
  right: number;
  /** Wanted as a label, and asked about. */
  asked: number;
  /** Questions where no listed organisation is meant. */
  needless: number;
  /** Probably not meant, and not asked about. */
  silent: number;
};

export type Fault = {
  readonly kind: "false label" | "missed" | "asked" | "needless" | "silent";
  readonly told: string;
};
export type Evaluation = { readonly languages: readonly Accuracy[]; readonly faults: readonly Fault[] };

export async function evaluated({ folder }: EvaluationSet): Promise<Evaluation> {
  const register = await evaluationRegister(folder);
  const sentences = readFileSync(join(folder, "sentences.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line): Sentence => JSON.parse(line));
  const faults: Fault[] = [];
  const languages = [...Map.groupBy(sentences, ({ language }) => language)].map(([language, its]) => {
    const matcher = compile(register, language);
    const accuracy: Accuracy = {
      language,
      sentences: its.length,
      meant: 0,
      found: 0,
      labels: 0,
      right: 0,
      asked: 0,
      needless: 0,
      silent: 0,
    };
    const policy = { ...DEFAULT_POLICY, jurisdictions: ["un"], language };
    for (const sentence of its) {
      const mentions = decisionsOn(mentionsInText(sentence.text, matcher), policy, DAY);
      compare(sentence, mentions, accuracy, faults);
    }
    return accuracy;
  });
  return { languages, faults };
}

/** The set's editions one after another, as an import merges them: by reference number. */
async function evaluationRegister(folder: string): Promise<Register> {
  const organisations = new Map<string, Organisation>();
  for (const file of readdirSync(join(folder, "register")).sort()) {
    const text = readFileSync(join(folder, "register", file), "utf8");
    const language = file.replace(/\.xml$/, "");
    for await (const rows of readList(asChunks(text), { format: "un", language })) {
      for (const { organisation, reason } of rows) {
        if (!organisation) throw new Error(`${file}: ${reason}`);
        const known = organisations.get(organisation.id);
        organisations.set(organisation.id, known ? merged(known, organisation) : organisation);
      }
    }
  }
  return { organisations: [...organisations.values()] };
}

async function* asChunks(text: string): AsyncGenerator<string> {
  yield text;
}

function merged(one: Organisation, other: Organisation): Organisation {
  const key = ({ language, text }: OrganisationName) => `${language} ${text}`;
  const known = new Set(one.names.map(key));
  return { ...one, names: [...one.names, ...other.names.filter((name) => !known.has(key(name)))] };
}

function compare(sentence: Sentence, mentions: readonly DecidedMention[], accuracy: Accuracy, faults: Fault[]) {
  const told = mentions.filter(
    ({ decision, reason }) => decision !== "none" || /^(?:its label stands|it is labelled already)/.test(reason ?? ""),
  );
  const wanted = sentence.mentions.map((one) => ({ ...one, ...placeOf(sentence.text, one) }));
  const fault = (kind: Fault["kind"], words: string, more = "") =>
    faults.push({ kind, told: `${sentence.id} "${words}"${more} in: ${sentence.text}` });
  for (const one of wanted) {
    const its = told.find((mention) => isOf(mention, one));
    if (one.candidate_only && !its) {
      accuracy.silent++;
      fault("silent", one.text);
    }
    if (!one.candidate_only) accuracy.meant++;
    if (!one.candidate_only && its) accuracy.found++;
    if (!one.candidate_only && !its) fault("missed", one.text, ` (${one.organisation})`);
    if (its?.decision === "ask" && one.want === "label") {
      accuracy.asked++;
      fault("asked", one.text, `: ${its.reason}`);
    }
  }
  for (const mention of told) {
    const its = wanted.filter((one) => isOf(mention, one));
    const words = sentence.text.slice(mention.start, mention.end);
    if (mention.decision === "ask" && its.length === 0) {
      accuracy.needless++;
      fault("needless", words, `: ${mention.reason}`);
    }
    if (mention.decision !== "label") continue;
    accuracy.labels++;
    // One label stands for all that it follows: a full name with its acronym in brackets is one mention.
    if (its.some(({ want }) => want === "label")) accuracy.right++;
    else fault("false label", words, ` (${mention.organisation})`);
  }
}

function isOf({ start, end, candidates }: DecidedMention, wanted: Wanted & { start: number; end: number }): boolean {
  const id = `un-${wanted.organisation.toLowerCase()}`;
  return start < wanted.end && wanted.start < end && candidates.some(({ organisation }) => organisation.id === id);
}

function placeOf(text: string, { text: words, nth }: Wanted): { start: number; end: number } {
  let start = -1;
  for (let n = 0; n < nth; n++) start = text.indexOf(words, start + 1);
  return { start, end: start + words.length };
}
