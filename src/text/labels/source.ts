/** The way from a flow back to the source it was read from, so that labels go into the source and nothing else changes. */
import type { Flow, Range } from "./flow.ts";

/** What a kind of text says of itself. */
export type Source = {
  readonly flow: Flow;
  /** Where in the source a character of the flow begins. */
  readonly startOf: (at: number) => number;
  /** After the character before `at`, and after tags or signs that close there: where a label goes in. */
  readonly endOf: (at: number) => number;
  /** Without what closes there: where the words end. */
  readonly wordsEndOf: (at: number) => number;
  /** Places between two blocks where the source may be cut in two that are read by themselves, ascending. */
  readonly cuts: readonly Cut[];
};

export type Cut = { readonly source: number; readonly flow: number };

/** A flow that is the source itself. */
export function plainSource(flow: Flow): Source {
  return { flow, startOf: (at) => at, endOf: (at) => at, wordsEndOf: (at) => at, cuts: [] };
}

/** The next match of a pattern from a place on; asked in ascending order, it never searches a stretch twice. */
export type Finder = (from: number) => RegExpExecArray | undefined;

export function finder(pattern: RegExp, source: string): Finder {
  const search = new RegExp(pattern);
  let found: RegExpExecArray | null | undefined;
  return (from) => {
    if (found === undefined || (found && found.index < from)) {
      search.lastIndex = from;
      found = search.exec(source);
    }
    return found ?? undefined;
  };
}

/** Puts a flow together piece by piece, in order of the source. */
export class SourceReading {
  readonly #parts: string[] = [];
  #length = 0;
  #wordsEnd = 0;
  // Runs of the flow, side by side: where each begins in it, where in the source, and where there it ends.
  readonly #flows: number[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #closings = new Map<number, number>();
  readonly #sections: number[] = [];
  readonly #setOff: Range[] = [];
  readonly #cuts: Cut[] = [];
  #openSetOff: { start: number; depth: number } | undefined;

  get length(): number {
    return this.#length;
  }

  /** Words as they stand in the source. */
  words(source: string, start: number, end: number) {
    if (end > start) this.as(source.slice(start, end), start, end);
  }

  /** Words that stand otherwise in the source: an entity, a run of white space. */
  as(words: string, start: number, end: number) {
    this.#flows.push(this.#length);
    this.#starts.push(start);
    this.#ends.push(end);
    this.between(words);
  }

  /** What the source does not hold: the gap between two blocks. */
  between(words: string) {
    this.#parts.push(words);
    const kept = words.trimEnd().length;
    if (kept > 0) this.#wordsEnd = this.#length + kept;
    this.#length += words.length;
  }

  /** A closing tag or sign, which belongs to the words before it. */
  closing(start: number, end: number) {
    this.#closings.set(start, end);
  }

  /** Between two blocks, where nothing is open that was begun before. */
  cut(source: number) {
    if (!this.#openSetOff) this.#cuts.push({ source, flow: this.#length });
  }

  section() {
    this.#sections.push(this.#length);
  }

  /** A quotation set off from the text begins or ends; of nested ones the outer counts. */
  beginSetOff() {
    if (this.#openSetOff) this.#openSetOff.depth++;
    else this.#openSetOff = { start: this.#length, depth: 1 };
  }

  endSetOff() {
    if (!this.#openSetOff || --this.#openSetOff.depth > 0) return;
    const { start } = this.#openSetOff;
    this.#openSetOff = undefined;
    // Its label follows its last word, not the gap after it.
    if (this.#wordsEnd > start) this.#setOff.push({ start, end: this.#wordsEnd });
  }

  done(): Source {
    while (this.#openSetOff) this.endSetOff();
    const text = this.#parts.join("");
    return {
      flow: { text, sections: this.#sections, setOff: this.#setOff, captions: [] },
      startOf: (at) => this.#startOf(at),
      endOf: (at) => this.#afterClosings(this.#endOf(at)),
      wordsEndOf: (at) => this.#endOf(at),
      cuts: this.#cuts,
    };
  }

  #startOf(at: number): number {
    const run = this.#runAt(at);
    const start = this.#starts[run] ?? 0;
    return this.#isVerbatim(run) ? start + at - (this.#flows[run] ?? 0) : start;
  }

  #endOf(at: number): number {
    const run = this.#runAt(at - 1);
    if (run < 0) return 0;
    const end = this.#ends[run] ?? 0;
    return this.#isVerbatim(run) ? Math.min(end, (this.#starts[run] ?? 0) + at - (this.#flows[run] ?? 0)) : end;
  }

  #afterClosings(at: number): number {
    let end = at;
    for (let next = this.#closings.get(end); next !== undefined; next = this.#closings.get(end)) end = next;
    return end;
  }

  /** A run is verbatim when it is as long as what it stands for; an entity never is. */
  #isVerbatim(run: number): boolean {
    const flow = this.#flows[run] ?? 0;
    const next = this.#flows[run + 1] ?? this.#length;
    return next - flow >= (this.#ends[run] ?? 0) - (this.#starts[run] ?? 0);
  }

  #runAt(at: number): number {
    let low = 0;
    let high = this.#flows.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if ((this.#flows[middle] ?? 0) <= at) low = middle + 1;
      else high = middle - 1;
    }
    return high;
  }
}
