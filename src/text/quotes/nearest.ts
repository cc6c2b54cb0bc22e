/** The passage of a source that a quotation comes nearest to, told by the words they share. */
import { sequenceDifference } from "../diff/words.ts";
import { endOf } from "./found.ts";
import { GAP, type Letters, lettersOf } from "./letters.ts";

/** The words of a text with where they stand in its letters; made once for a source. */
export type WordPlaces = {
  readonly letters: Letters;
  readonly words: readonly string[];
  /** The first unit of each word. */
  readonly starts: Int32Array;
  readonly placesOf: ReadonlyMap<string, readonly number[]>;
};

export function wordPlaces(letters: Letters): WordPlaces {
  const words: string[] = [];
  const starts: number[] = [];
  const placesOf = new Map<string, number[]>();
  const { folded, gaps } = letters;
  for (let from = 0; from < folded.length; ) {
    let to = from + 1;
    const isAlone = STANDS_ALONE.test(folded.charAt(from));
    while (
      !isAlone &&
      to < folded.length &&
      (gaps[to] === GAP.none || gaps[to] === GAP.brokenWord) &&
      !STANDS_ALONE.test(folded.charAt(to))
    )
      to += 1;
    const word = folded.slice(from, to);
    const known = placesOf.get(word);
    if (known) known.push(words.length);
    else placesOf.set(word, [words.length]);
    words.push(word);
    starts.push(from);
    from = to;
  }
  return { letters, words, starts: Int32Array.from(starts), placesOf };
}

const STANDS_ALONE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

export type Nearest = {
  /** Offsets in the source's text. */
  readonly start: number;
  readonly end: number;
  /** From 0 to 1: how much of their letters the quotation and the passage share. */
  readonly likeness: number;
};

// A word that stands this often tells little of where a quotation is from.
const MOST_PLACES = 2_000;
const ALWAYS_ASKED = 4;

/** The nearest passage; nothing when no two words of it are found side by side. */
export function nearestIn(source: WordPlaces, quotation: string): Nearest | undefined {
  const quoted = wordPlaces(lettersOf(quotation)).words;
  const window = richestWindow(source, quoted);
  if (!window) return undefined;
  const words = source.words.slice(window.from, window.to);
  const turned = sameWordsIn(words, quoted);
  if (turned !== undefined) {
    const from = window.from + turned;
    const end = source.starts[from + quoted.length] ?? source.letters.folded.length;
    const start = source.letters.at[source.starts[from] ?? 0] ?? 0;
    return { start, end: endOf(source.letters, end), likeness: 1 };
  }
  const steps = sequenceDifference(words, quoted);
  let at = window.from;
  let first: number | undefined;
  let last = at;
  let shared = 0;
  for (const { kind, item } of steps) {
    if (kind === "same") {
      first ??= at;
      last = at + 1;
      shared += item.length;
    }
    if (kind !== "added") at += 1;
  }
  if (first === undefined) return undefined;
  // A first or last word that was changed has one over against it in the source.
  const from = Math.max(window.from, first - addedAtEnd(steps, 1));
  const to = Math.min(window.to, last + addedAtEnd(steps, -1));
  const all = [...quoted, ...source.words.slice(from, to)].reduce((sum, word) => sum + word.length, 0);
  const end = source.starts[to] ?? source.letters.folded.length;
  return {
    start: source.letters.at[source.starts[from] ?? 0] ?? 0,
    end: endOf(source.letters, end),
    likeness: (2 * shared) / Math.max(1, all),
  };
}

// Two words change places in any text.
const FEWEST_TURNED = 3;
const MOST_TURNED = 16;

/** Where all the words stand side by side, in whatever order: `Dog bites man`. */
function sameWordsIn(words: readonly string[], quoted: readonly string[]): number | undefined {
  if (quoted.length < FEWEST_TURNED || quoted.length > MOST_TURNED) return undefined;
  const wanted = quoted.toSorted().join(" ");
  const at = words.findIndex(
    (_, from) =>
      words
        .slice(from, from + quoted.length)
        .toSorted()
        .join(" ") === wanted,
  );
  return at < 0 ? undefined : at;
}

/** How many words of the quotation stand before the first shared one, or after the last; sentences are not gone back over. */
function addedAtEnd(steps: readonly { readonly kind: string }[], direction: 1 | -1): number {
  let count = 0;
  for (const { kind } of direction === 1 ? steps : steps.toReversed()) {
    if (kind === "same") break;
    if (kind === "added") count += 1;
  }
  return count;
}

type Hit = { readonly place: number; readonly word: number; readonly weight: number };

/** The stretch of the source, about twice as long as the quotation, in which most of its letters stand. */
function richestWindow(source: WordPlaces, quoted: readonly string[]): { from: number; to: number } | undefined {
  const width = quoted.length * 2 + 12;
  const hits = hitsOf(source, quoted);
  const inside = new Map<number, number>();
  let weight = 0;
  let best = { weight: 0, from: 0, to: 0 };
  let tail = 0;
  for (const hit of hits) {
    const count = inside.get(hit.word) ?? 0;
    inside.set(hit.word, count + 1);
    if (count === 0) weight += hit.weight;
    for (let oldest = hits[tail]; oldest && oldest.place <= hit.place - width; oldest = hits[++tail]) {
      const left = (inside.get(oldest.word) ?? 1) - 1;
      inside.set(oldest.word, left);
      if (left === 0) weight -= oldest.weight;
    }
    if (weight > best.weight) best = { weight, from: hits[tail]?.place ?? 0, to: hit.place + 1 };
  }
  if (best.weight === 0) return undefined;
  // What was changed at the ends, and the common words nobody asked for, stand around it.
  const around = quoted.length;
  return { from: Math.max(0, best.from - around), to: Math.min(source.words.length, best.to + around) };
}

function hitsOf(source: WordPlaces, quoted: readonly string[]): Hit[] {
  const known = [...new Set(quoted)].flatMap((word) => {
    const places = source.placesOf.get(word);
    return places ? [{ word, places }] : [];
  });
  const rarest = known.sort((one, other) => one.places.length - other.places.length);
  const asked = rarest.filter(({ places }, at) => at < ALWAYS_ASKED || places.length <= MOST_PLACES);
  return asked
    .flatMap(({ word, places }, index) => places.map((place) => ({ place, word: index, weight: word.length })))
    .sort((one, other) => one.place - other.place);
}
