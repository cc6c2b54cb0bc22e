/** A rule of labels as a sentence, with a text that shows it. */
export type LabelCase = {
  readonly rule: string;
  /** `en` when not given. */
  readonly language?: string;
  /** `every` when not given; `note` is every mention with a marker. */
  readonly policy?: "every" | "first" | "section" | "note" | "document" | "none";
  readonly quotations?: "after" | "inside";
  /** `ru` when not given. */
  readonly jurisdictions?: readonly string[];
  /** 2018-02-16 when not given. */
  readonly day?: string;
  readonly format?: "text" | "html" | "markdown";
  readonly text: string;
  readonly labelled: string;
  /** Names that have to be asked about. */
  readonly asks?: readonly string[];
};

/** The label most of the register's names get. */
export const B = " (organization banned in Russia)";
export const Z = " (организация запрещена в России)";
