/** What published stories said was still to come: when the newsroom should look again, and what became of it. */

/** `dropped` was no promise at all; readers hear nothing of it. */
export const DIARY_STATES = ["open", "kept", "missed", "moved", "dropped"] as const;
export type DiaryState = (typeof DIARY_STATES)[number];

export type Decision = Exclude<DiaryState, "open">;

export function isDecision(text: string): text is Decision {
  return text === "kept" || text === "missed" || text === "moved" || text === "dropped";
}

export type DiaryEntry = {
  readonly id: string;
  readonly articleId: string;
  readonly headline: string;
  readonly editionCode: string;
  /** Of the sentence. */
  readonly language: string;
  readonly sentence: string;
  /** Days; null where the sentence gives none. */
  readonly dueFrom: string | null;
  readonly dueTo: string | null;
  readonly state: DiaryState;
  /** What became of it, in a sentence for readers. */
  readonly outcome: string;
  readonly followUp: { readonly articleId: string; readonly headline: string } | null;
};

/** What readers are told: below the story that looked ahead. */
export type WhatBecame = {
  readonly id: string;
  readonly sentence: string;
  readonly state: Exclude<Decision, "dropped">;
  readonly outcome: string;
  /** The story that tells of it, once it is published. */
  readonly story: TheStory | null;
};

/** A published story, as the other one names it. */
export type TheStory = { readonly slug: string; readonly headline: string; readonly editionCode: string };

export type DiaryRefusal = "no-day" | "too-long" | "no-story";

export const LONGEST_OUTCOME = 500;
