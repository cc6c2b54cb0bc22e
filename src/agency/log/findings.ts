/** What a check of the log finds, counted whole and listed within bounds. */

/** Something that is wrong, or, as a note, something a reader of the report should know; in a sentence. */
export type Finding = { readonly severity: "fault" | "note"; readonly code: FindingCode; readonly sentence: string };

export type FindingCode =
  | "entry-missing"
  | "entry-changed"
  | "entry-unreadable"
  | "tree-changed"
  | "checkpoint-contradicted"
  | "checkpoint-ahead"
  | "checkpoint-unsigned"
  | "content-changed"
  | "content-gone"
  | "content-unlogged"
  | "salt-gone"
  | "salt-kept"
  | "standing-changed"
  | "page-changed"
  | "page-missing"
  | "file-changed"
  | "withheld"
  | "cosignature"
  | "timestamp"
  | "key-missing"
  | "unknown";

// A log that was rewritten differs everywhere: the first hundred say so.
const MOST_LISTED = 100;

/** Faults and notes are bounded apart: a hundred withholdings must not keep the one fault behind them from being told. */
export class Findings {
  #faults = 0;
  #notes = 0;
  readonly #listed: Finding[] = [];

  fault(code: FindingCode, sentence: string): void {
    this.#faults += 1;
    if (this.#faults <= MOST_LISTED) this.#listed.push({ severity: "fault", code, sentence });
  }

  note(code: FindingCode, sentence: string): void {
    this.#notes += 1;
    if (this.#notes <= MOST_LISTED) this.#listed.push({ severity: "note", code, sentence });
  }

  found(): { readonly faults: number; readonly findings: readonly Finding[]; readonly more: number } {
    return { faults: this.#faults, findings: this.#listed, more: this.#faults + this.#notes - this.#listed.length };
  }
}
