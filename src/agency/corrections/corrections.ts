/** What is said of a published change: its kind, and for a correction what was wrong, what is right and how grave it was. */
import { z } from "zod";

/** The kinds whoever publishes over a published text chooses from, in the order they are offered. */
export const CHANGE_KINDS = ["update", "typo", "clarification", "correction", "translation"] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];

/**
 * - `publication`: the first.
 * - `update`: the news went on.
 * - `typo`: letters, not facts.
 * - `clarification`: what was right and could be misread.
 * - `correction`: what was wrong.
 * - `translation`: it follows its original.
 * - `retraction`: what it said does not hold; its page stays and says so.
 * - `label-change`: the same words under other labels.
 */
export const VERSION_KINDS = ["publication", ...CHANGE_KINDS, "retraction", "label-change"] as const;

export type VersionKind = (typeof VERSION_KINDS)[number];

/** Those that are told on the page of corrections. */
export const TOLD_KINDS = ["clarification", "correction", "retraction"] as const satisfies readonly VersionKind[];

export type ToldKind = (typeof TOLD_KINDS)[number];

/** `minor`: a detail. `substantial`: readers understood something else. `serious`: what the story stood on. */
export const SEVERITIES = ["minor", "substantial", "serious"] as const;

export type Severity = (typeof SEVERITIES)[number];

export const LONGEST_SENTENCE = 600;
export const LONGEST_WORDS = 1_000;
export const LONGEST_ASKER = 200;

const correction = z.object({
  oldWords: z.string().max(LONGEST_WORDS),
  newWords: z.string().max(LONGEST_WORDS),
  severity: z.enum(SEVERITIES),
  /** Who asked for it, for the desk; empty when nobody did. */
  askedBy: z.string().max(LONGEST_ASKER),
  /** They agreed that readers are told. */
  isAskerPublic: z.boolean(),
});

const change = z.object({
  kind: z.enum(CHANGE_KINDS),
  /** For readers. */
  sentence: z.string().max(LONGEST_SENTENCE),
  correction: correction.optional(),
});

export type Change = z.infer<typeof change>;

export type Correction = z.infer<typeof correction>;

/** As it was kept with a text that is scheduled. */
export function changeFrom(kept: string): Change {
  return change.parse(JSON.parse(kept));
}

export type ChangeRefusal = "sentence-missing" | "sentence-long" | "words-missing" | "words-long";

/** Why a change cannot be published as it is told; nothing when it can. */
export function refusalOf({ kind, sentence, correction }: Change): ChangeRefusal | undefined {
  if (sentence.length > LONGEST_SENTENCE) return "sentence-long";
  if (kind !== "clarification" && kind !== "correction") return undefined;
  if (sentence === "") return "sentence-missing";
  if (kind === "clarification") return undefined;
  const { oldWords = "", newWords = "", askedBy = "" } = correction ?? {};
  // Words that were left out, or should not have stood there, have no counterpart.
  if (oldWords === "" && newWords === "") return "words-missing";
  const isLong = oldWords.length > LONGEST_WORDS || newWords.length > LONGEST_WORDS || askedBy.length > LONGEST_ASKER;
  return isLong ? "words-long" : undefined;
}

export type Mark = "clarified" | "corrected" | "retracted";

const MARKS: Readonly<Record<ToldKind, Mark>> = {
  clarification: "clarified",
  correction: "corrected",
  retraction: "retracted",
};

/** What stands beside an article in lists from now on: the gravest of what was said of it, and a retraction until it comes out anew. */
export function markAfter(before: Mark | null, kind: VersionKind): Mark | null {
  const now = isTold(kind) ? MARKS[kind] : null;
  if (before === "retracted") return kind === "label-change" ? before : (now ?? "corrected");
  return now === "clarified" && before === "corrected" ? before : (now ?? before);
}

export function markFrom(kept: string | null): Mark | null {
  const mark = Object.values(MARKS).find((one) => one === kept);
  if (kept !== null && !mark) throw new Error(`"${kept}" is no mark of an article`);
  return mark ?? null;
}

export function versionKindFrom(kept: string): VersionKind {
  const kind = VERSION_KINDS.find((one) => one === kept);
  if (!kind) throw new Error(`"${kept}" is no kind of version`);
  return kind;
}

export function isTold(kind: VersionKind): kind is ToldKind {
  const told: readonly VersionKind[] = TOLD_KINDS;
  return told.includes(kind);
}

/** What the page of corrections of an edition depends on. */
export function topicOfCorrections(editionCode: string): string {
  return `corrections:${editionCode}`;
}
