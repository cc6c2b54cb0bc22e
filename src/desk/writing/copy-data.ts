/** What the page hands the editor: the copy, and the words of the desk's language that it says while it runs. */
import type { ArticleText } from "#agency/articles/working-copy.ts";
import type { DeskWords } from "../words/words.ts";

/** Stands in a sentence for what only the editor knows. */
export const TIME = "{time}";
export const WHO = "{who}";

/** A copy as the editor takes it up. */
export type SentCopy = {
  readonly version: number;
  readonly text: ArticleText;
  readonly savedBy: string;
  readonly savedAt: string;
  /** Addresses of the pictures in the text, by their ids. */
  readonly pictures: Readonly<Record<string, string>>;
};

export type SourceName = { readonly id: string; readonly name: string };

export type CopyData = {
  readonly article: string;
  readonly staff: string;
  readonly copy: SentCopy;
  /** BCP 47 of the edition. */
  readonly language: string;
  readonly timeZone: string;
  readonly sources: readonly SourceName[];
  readonly hereEveryMs: number;
  readonly words: Pick<DeskWords["writing"], "state" | "mentions"> & {
    readonly language: string;
    readonly saved: string;
    readonly here: string;
    readonly newer: string;
    readonly saidBy: string;
    readonly labelAs: string;
  };
};
