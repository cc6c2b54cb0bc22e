/** The words a correction is about, as the difference of two texts shows them: a proposal for whoever writes it down. */
import type { ArticleText } from "#agency/articles/working-copy.ts";
import { documentDifference } from "#text/diff/documents.ts";
import { type Stretch, wordDifference } from "#text/diff/words.ts";
import { LONGEST_WORDS } from "./corrections.ts";

export type Proposal = { readonly oldWords: string; readonly newWords: string };

/** What only the text before says and what only the text after says, in the order of the text; `…` between separate places. */
export function proposedWords(before: ArticleText, after: ArticleText, language: string): Proposal {
  const lines = linesOf(before).map((line, at) => wordDifference(line, linesOf(after)[at] ?? "", language));
  const body = documentDifference(before.document, after.document, language);
  const whole = body.flatMap(({ kind, stretches }): (readonly Stretch[])[] => {
    if (kind === "same") return [];
    return kind === "changed" ? [stretches] : [stretches.map(({ text }) => ({ kind, text }))];
  });
  const all = [...lines, ...whole];
  return { oldWords: wordsOf(all, "removed"), newWords: wordsOf(all, "added") };
}

function linesOf({ headline, standfirst, dateline, picture }: ArticleText): readonly string[] {
  const where = [dateline?.place, dateline?.date].filter(Boolean).join(", ");
  return [headline, standfirst, where, picture?.caption ?? "", picture?.alt ?? ""];
}

function wordsOf(lines: readonly (readonly Stretch[])[], kind: "removed" | "added"): string {
  const words = lines
    .flatMap((stretches) => stretches.filter((stretch) => stretch.kind === kind))
    .map(({ text }) => text.trim())
    .filter((text) => text !== "")
    .join(" … ");
  return words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS - 1)}…` : words;
}
