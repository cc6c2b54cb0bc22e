/** Two texts word by word: what stayed, what went, what came. Fast enough to be asked while somebody waits. */

/** A stretch of text. `same` and `removed` in their order are the text before, `same` and `added` the text after. */
export type Stretch = { readonly kind: "same" | "removed" | "added"; readonly text: string };

/**
 * How `after` came out of `before`, in words as Unicode cuts them. `language` (BCP 47) decides where words end in
 * scripts that do not say so with spaces; without it the rules common to all languages hold.
 */
export function wordDifference(before: string, after: string, language = "und"): Stretch[] {
  if (before === after) return stretches([{ kind: "same", text: before }]);
  const stays = sequenceDifference(wordsOf(before, language), wordsOf(after, language));
  return readable(stays.map(({ kind, item }) => ({ kind, text: item })));
}

/** How alike two texts are: the part of their words they share, whatever the order, from 0 (none) to 1 (all). */
export function likeness(before: string, after: string, language = "und"): number {
  const [one, other] = [bagOf(before, language), bagOf(after, language)];
  if (one.size === 0 || other.size === 0) return one.size === other.size ? 1 : 0;
  let shared = 0;
  for (const [word, times] of one.words) shared += Math.min(times, other.words.get(word) ?? 0);
  return (2 * shared) / (one.size + other.size);
}

type Bag = { readonly words: ReadonlyMap<string, number>; readonly size: number };

const bags = new Map<string, Bag>();

// Whoever matches two lists asks for the same texts again and again; as many as one gap of them has are kept.
const MOST_BAGS = 128;

/** The words of a text, each with how often it stands there. */
function bagOf(text: string, language: string): Bag {
  const key = `${language} ${text}`;
  const known = bags.get(key);
  if (known) return known;
  const words = new Map<string, number>();
  const all = wordsOf(text, language).filter(isWord);
  for (const word of all) words.set(word, (words.get(word) ?? 0) + 1);
  if (bags.size >= MOST_BAGS) bags.clear();
  const bag = { words, size: all.length };
  bags.set(key, bag);
  return bag;
}

export type Step<Item> = { readonly kind: Stretch["kind"]; readonly item: Item };

/**
 * The same for any two lists, items compared by their text. What is in both lists once holds the rest in place, as in
 * Bram Cohen's patience difference; what lies between is compared item by item while that is quick.
 */
export function sequenceDifference(before: readonly string[], after: readonly string[]): Step<string>[] {
  const steps: Step<string>[] = [];
  // A list of work instead of recursion: two long texts may hang on thousands of common words.
  const waiting: Range[] = [{ from: 0, to: before.length, otherFrom: 0, otherTo: after.length }];
  for (let range = waiting.pop(); range; range = waiting.pop()) {
    const inner = withoutEnds(before, after, range);
    push(steps, "same", before, range.from, inner.from);
    const { from, to, otherFrom, otherTo } = inner;
    const anchors = from === to || otherFrom === otherTo ? [] : commonOnce(before, after, inner);
    if (inner.to < range.to) waiting.push({ from: to, to: range.to, otherFrom: otherTo, otherTo: range.otherTo });
    if (anchors.length > 0) waiting.push(...between(anchors, inner).reverse());
    else compareAll(steps, before, after, inner);
  }
  return steps;
}

type Range = {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
};

/** The range without what is the same at its two ends. */
function withoutEnds(before: readonly string[], after: readonly string[], range: Range): Range {
  let { from, to, otherFrom, otherTo } = range;
  while (from < to && otherFrom < otherTo && before[from] === after[otherFrom]) {
    from += 1;
    otherFrom += 1;
  }
  while (from < to && otherFrom < otherTo && before[to - 1] === after[otherTo - 1]) {
    to -= 1;
    otherTo -= 1;
  }
  return { from, to, otherFrom, otherTo };
}

type Anchor = { readonly at: number; readonly other: number };

/** Places of what stands once on either side, as many as keep their order. */
function commonOnce(before: readonly string[], after: readonly string[], range: Range): Anchor[] {
  const here = places(before, range.from, range.to);
  const there = places(after, range.otherFrom, range.otherTo);
  const pairs: Anchor[] = [];
  for (const [item, at] of here) {
    const other = there.get(item);
    if (at >= 0 && other !== undefined && other >= 0 && isWord(item)) pairs.push({ at, other });
  }
  return longestRising(pairs);
}

/** Where each item stands; -1 for one that stands more than once. */
function places(items: readonly string[], from: number, to: number): Map<string, number> {
  const found = new Map<string, number>();
  for (let at = from; at < to; at++) {
    const item = items[at] ?? "";
    found.set(item, found.has(item) ? -1 : at);
  }
  return found;
}

/** The longest choice of pairs, sorted by `at`, in which `other` rises too. */
function longestRising(pairs: readonly Anchor[]): Anchor[] {
  const tops: number[] = [];
  const under: number[] = [];
  for (const [index, { other }] of pairs.entries()) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((pairs[tops[middle] ?? 0]?.other ?? 0) < other) low = middle + 1;
      else high = middle;
    }
    under[index] = low > 0 ? (tops[low - 1] ?? -1) : -1;
    tops[low] = index;
  }
  const chosen: Anchor[] = [];
  for (let index = tops.at(-1) ?? -1; index >= 0; index = under[index] ?? -1) {
    const pair = pairs[index];
    if (pair) chosen.push(pair);
  }
  return chosen.reverse();
}

/** The ranges that begin at each anchor, and the one before the first. */
function between(anchors: readonly Anchor[], { from, to, otherFrom, otherTo }: Range): Range[] {
  const starts = [{ at: from, other: otherFrom }, ...anchors];
  return starts.map(({ at, other }, index) => {
    const next = starts[index + 1];
    return { from: at, to: next?.at ?? to, otherFrom: other, otherTo: next?.other ?? otherTo };
  });
}

// A table of so many fields is filled in a few milliseconds; a larger one would make two strange texts slow.
const LARGEST_TABLE = 250_000;

/** Item by item, the longest common list; what is too large for that was replaced as a whole. */
function compareAll(
  steps: Step<string>[],
  before: readonly string[],
  after: readonly string[],
  { from, to, otherFrom, otherTo }: Range,
): void {
  const rows = to - from;
  const columns = otherTo - otherFrom;
  let at = from;
  let other = otherFrom;
  if (rows > 0 && columns > 0 && rows * columns <= LARGEST_TABLE) {
    const table = commonLengths(before, after, { from, to, otherFrom, otherTo });
    const length = (row: number, column: number) => table[row * (columns + 1) + column] ?? 0;
    while (at < to && other < otherTo) {
      if (before[at] === after[other]) {
        push(steps, "same", before, at, at + 1);
        at += 1;
        other += 1;
      } else if (length(at + 1 - from, other - otherFrom) >= length(at - from, other + 1 - otherFrom)) {
        push(steps, "removed", before, at, at + 1);
        at += 1;
      } else {
        push(steps, "added", after, other, other + 1);
        other += 1;
      }
    }
  }
  push(steps, "removed", before, at, to);
  push(steps, "added", after, other, otherTo);
}

/** For every pair of ends, how long the longest common list from there on is. */
function commonLengths(
  before: readonly string[],
  after: readonly string[],
  { from, to, otherFrom, otherTo }: Range,
): Uint32Array {
  const width = otherTo - otherFrom + 1;
  const table = new Uint32Array((to - from + 1) * width);
  for (let row = to - from - 1; row >= 0; row--) {
    for (let column = width - 2; column >= 0; column--) {
      const cell = row * width + column;
      table[cell] =
        before[from + row] === after[otherFrom + column]
          ? (table[cell + width + 1] ?? 0) + 1
          : Math.max(table[cell + width] ?? 0, table[cell + 1] ?? 0);
    }
  }
  return table;
}

function push(steps: Step<string>[], kind: Stretch["kind"], items: readonly string[], from: number, to: number): void {
  for (let at = from; at < to; at++) steps.push({ kind, item: items[at] ?? "" });
}

/**
 * Neighbours of one kind as one, what went before what came. A space or a mark that stayed between two changes changes
 * with them: "the old ferry" → "a new boat" reads as one thing, not as three.
 */
function readable(steps: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = [];
  let removed = "";
  let added = "";
  let held = "";
  const close = () => {
    out.push({ kind: "removed", text: removed }, { kind: "added", text: added }, { kind: "same", text: held });
    removed = "";
    added = "";
    held = "";
  };
  for (const { kind, text } of steps) {
    if (kind === "same") {
      held += text;
      if (isWord(text) || /\n/.test(text)) close();
    } else if (removed === "" && added === "") {
      out.push({ kind: "same", text: held });
      held = "";
      if (kind === "removed") removed = text;
      else added = text;
    } else {
      removed += held + (kind === "removed" ? text : "");
      added += held + (kind === "added" ? text : "");
      held = "";
    }
  }
  close();
  return stretches(out);
}

function stretches(all: readonly Stretch[]): Stretch[] {
  const out: { kind: Stretch["kind"]; text: string }[] = [];
  for (const { kind, text } of all) {
    const last = out.at(-1);
    if (text === "") continue;
    if (last?.kind === kind) last.text += text;
    else out.push({ kind, text });
  }
  return out;
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Words, and between them single spaces and marks: nothing is left out. */
function wordsOf(text: string, language: string): string[] {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: "word" });
    segmenters.set(language, segmenter);
  }
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function isWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
