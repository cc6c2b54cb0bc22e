/** What a place that keeps files can do; the disk is one, an object store may be another. */
export type Files = {
  /** Keeps bytes under a name for good; the same name twice keeps the first. */
  readonly keep: (name: string, bytes: Uint8Array) => Promise<void>;
  readonly open: (name: string) => Promise<OpenFile | undefined>;
};

export type OpenFile = { readonly bytes: number; readonly stream: ReadableStream<Uint8Array> };
