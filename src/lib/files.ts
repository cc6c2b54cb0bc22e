/** What a place that keeps files can do; the disk is one, an object store may be another. */
export type Files = {
  /** Keeps bytes under a name for good; the same name twice keeps the first. */
  readonly keep: (name: string, bytes: Uint8Array) => Promise<void>;
  readonly open: (name: string) => Promise<OpenFile | undefined>;
  /** Destroys what is kept under a name; nothing happens where nothing is. */
  readonly remove: (name: string) => Promise<void>;
};

export type OpenFile = { readonly bytes: number; readonly stream: ReadableStream<Uint8Array> };

/**
 * Why a place of files cannot do its work just now: it is `full`, it is `away` (it does not answer, or not in time), or
 * it is `closed` to us (wrong keys, no such bucket). The message is a sentence for the operator.
 */
export class FilesProblem extends Error {
  readonly problem: "full" | "away" | "closed";

  constructor(problem: FilesProblem["problem"], message: string, { cause }: { cause?: unknown } = {}) {
    super(message, { cause });
    this.problem = problem;
  }
}
