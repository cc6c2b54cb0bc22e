/** One quotation against one source, and what is to be said of it. */
export type QuoteCase = {
  readonly rule: string;
  /** What the source says; without it, the page its file begins with. */
  readonly source?: string;
  /** BCP 47 of the source; the quotation's own when it is left out. */
  readonly from?: string;
  readonly quotation: string;
  /** The words in the source's language, as an editor has named them. */
  readonly original?: string;
  readonly verdict: "same" | "altered" | "shortened" | "translated" | "not-found";
  /** What the difference takes out of the source and puts in, joined by `|`. */
  readonly removed?: string;
  readonly added?: string;
  readonly leftOut?: number;
  /** How the source has it. */
  readonly passage?: string;
  /** One of the passages that may be the original. */
  readonly likely?: string;
};
