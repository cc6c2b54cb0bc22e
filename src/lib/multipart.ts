/**
 * A form with a file in it, read as it arrives (RFC 7578): a list of organisations may be larger than what ought to stand in
 * memory. `formOf` is for everything else.
 */

export type Part = {
  readonly name: string;
  /** The name of the file, when it is one. */
  readonly file: string | undefined;
  /** To be read to its end before the next part is asked for. */
  readonly bytes: AsyncIterable<Uint8Array>;
};

export class PartsProblem extends Error {
  readonly problem: "too-large" | "not-a-form";

  constructor(problem: PartsProblem["problem"]) {
    super(problem);
    this.problem = problem;
  }
}

// Names and types of a part; what is longer is no form of ours.
const LONGEST_HEAD_BYTES = 16 * 1024;

/** The parts of a form in their order; a body that is none, ends early or has more than `mostBytes` throws a `PartsProblem`. */
export async function* partsOf(request: Request, { mostBytes }: { mostBytes: number }): AsyncGenerator<Part> {
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) throw new PartsProblem("too-large");
  const [, quoted, plain] =
    /^multipart\/form-data;.*?boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(request.headers.get("content-type") ?? "") ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) throw new PartsProblem("not-a-form");
  const body = new Body(request.body ?? new ReadableStream(), mostBytes);
  const line = Buffer.from(`\r\n--${boundary}`);
  // What stands before the first boundary is nobody's.
  for await (const _ of body.until(line));
  while (!(await body.startsWith("--"))) {
    const head = await body.head();
    const name = /\bname="([^"]*)"/i.exec(head)?.[1];
    const file = /\bfilename="([^"]*)"/i.exec(head)?.[1];
    if (name === undefined) throw new PartsProblem("not-a-form");
    yield { name, file: file === undefined ? undefined : unquoted(file), bytes: body.until(line) };
  }
}

/** Browsers write a quotation mark and a line end of a name with their numbers. */
function unquoted(file: string): string {
  return file.replaceAll("%22", '"').replaceAll(/%0[AD]/gi, " ");
}

class Body {
  // The first boundary may stand at the very beginning, where no line ends before it.
  #left: Buffer = Buffer.from("\r\n");
  #bytes = 0;
  #reader: ReadableStreamDefaultReader<Uint8Array>;
  #mostBytes: number;

  constructor(stream: ReadableStream<Uint8Array>, mostBytes: number) {
    this.#reader = stream.getReader();
    this.#mostBytes = mostBytes;
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#reader.read();
    if (done) throw new PartsProblem("not-a-form");
    this.#bytes += value.byteLength;
    if (this.#bytes > this.#mostBytes) throw new PartsProblem("too-large");
    this.#left = Buffer.concat([this.#left, value]);
  }

  /** Everything before `end`, which is taken off. */
  async *until(end: Buffer): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = this.#left.indexOf(end);
      // The beginning of `end` may be all that has come of it yet.
      const ready = this.#left.subarray(0, at === -1 ? Math.max(0, this.#left.length - end.length + 1) : at);
      this.#left = this.#left.subarray(at === -1 ? ready.length : at + end.length);
      if (ready.length > 0) yield new Uint8Array(ready);
      if (at !== -1) return;
      await this.#more();
    }
  }

  async startsWith(text: string): Promise<boolean> {
    while (this.#left.length < text.length) await this.#more();
    return this.#left.subarray(0, text.length).toString("latin1") === text;
  }

  /** The lines before a part's bytes. */
  async head(): Promise<string> {
    const end = Buffer.from("\r\n\r\n");
    while (!this.#left.includes(end)) {
      if (this.#left.length > LONGEST_HEAD_BYTES) throw new PartsProblem("not-a-form");
      await this.#more();
    }
    const at = this.#left.indexOf(end);
    const head = this.#left.subarray(0, at).toString("utf8");
    this.#left = this.#left.subarray(at + end.length);
    return head;
  }
}
