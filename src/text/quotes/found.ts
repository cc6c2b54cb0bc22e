/** Where the words of a quotation stand in a source, letter for letter. */
import type { Fragment } from "./fragments.ts";
import { GAP, type Letters, lettersOf } from "./letters.ts";
import { cutFairly, standsFairly } from "./replaced.ts";

export type FoundWords = {
  /** Offsets in the source's text. */
  readonly start: number;
  readonly end: number;
  /** How many words of the source the ellipses pass over. */
  readonly leftOut: number;
};

/** Units of `Letters`, the end exclusive. */
type Stretch = { readonly from: number; readonly to: number };

// An editor's words stand for a few of the speaker's; an ellipsis joins what was said in one breath, not a page apart.
const LONGEST_REPLACED = 150;
const LONGEST_LEFT_OUT = 8_000;

/** The stretch of a source that holds all fragments in their order, the shortest there is; nothing when none does. */
export function foundIn(source: Letters, fragments: readonly Fragment[]): FoundWords | undefined {
  const [first, ...others] = fragments
    .map((fragment) => ({ fragment, letters: lettersOf(fragment.words) }))
    .filter(({ letters }) => letters.folded !== "");
  if (!first) return undefined;
  const cursors = others.map((wanted) => ({ wanted, next: cursorOver(source, wanted) }));
  let best: { readonly places: readonly Stretch[]; readonly leftOut: number } | undefined;
  for (const start of placesOf(source, first)) {
    if (!cutFairly(source.text.slice(0, source.at[start.from]), first.fragment.before, "before")) continue;
    const places = following(source, start, cursors);
    if (!places || !endsFairly(source, places, cursors.at(-1)?.wanted ?? first)) continue;
    const leftOut = leftOutBetween(source, places, others);
    if (!best || leftOut < best.leftOut) best = { places, leftOut };
    if (leftOut === 0) break;
  }
  const from = best?.places[0]?.from;
  const to = best?.places.at(-1)?.to;
  if (!best || from === undefined || to === undefined) return undefined;
  return { start: source.at[from] ?? 0, end: endOf(source, to), leftOut: best.leftOut };
}

/** The offset behind a unit, the marks that belong to its letter included. */
export function endOf({ text, at }: Letters, to: number): number {
  const last = at[to - 1] ?? 0;
  const sign = String.fromCodePoint(text.codePointAt(last) ?? 0);
  let end = last + sign.length;
  while (end < text.length && /\p{M}/u.test(text.charAt(end))) end += 1;
  return end;
}

type Wanted = { readonly fragment: Fragment; readonly letters: Letters };

type Cursor = { readonly wanted: Wanted; readonly next: (from: number) => Stretch | undefined };

function endsFairly(source: Letters, places: readonly Stretch[], { fragment }: Wanted): boolean {
  const last = places.at(-1);
  return !last || cutFairly(source.text.slice(endOf(source, last.to)), fragment.behind, "behind");
}

function following(source: Letters, start: Stretch, cursors: readonly Cursor[]): Stretch[] | undefined {
  const places = [start];
  let from = start.to;
  for (const { wanted, next } of cursors) {
    const place = next(from);
    const isEllipsis = wanted.fragment.after === "ellipsis";
    if (!place || place.from - from > (isEllipsis ? LONGEST_LEFT_OUT : LONGEST_REPLACED)) return undefined;
    const replaced = source.text.slice(endOf(source, from), source.at[place.from]);
    if (!standsFairly(replaced, wanted.fragment.before, { isEllipsis, isInWord: wanted.fragment.startsInWord }))
      return undefined;
    places.push(place);
    from = place.to;
  }
  return places;
}

/** The first place at or after an offset; asked for offsets that never fall, it goes through the source once. */
function cursorOver(source: Letters, wanted: Wanted): (from: number) => Stretch | undefined {
  const places = placesOf(source, wanted);
  let place: Stretch | undefined = places.next().value ?? undefined;
  return (from) => {
    while (place && place.from < from) place = places.next().value ?? undefined;
    return place;
  };
}

function* placesOf(source: Letters, { fragment, letters }: Wanted): Generator<Stretch, undefined> {
  const { folded } = letters;
  for (let at = source.folded.indexOf(folded); at >= 0; at = source.folded.indexOf(folded, at + 1)) {
    if (isSame(source, at, letters, fragment)) yield { from: at, to: at + folded.length };
  }
  return undefined;
}

/** Letters are the same already: whether words end where they end, and are as large as they are. */
function isSame(source: Letters, at: number, quoted: Letters, fragment: Fragment): boolean {
  const length = quoted.folded.length;
  if (!fragment.startsInWord && source.gaps[at] === GAP.none && !isWordSign(source, at)) return false;
  const after = at + length;
  if (
    !fragment.endsInWord &&
    after < source.folded.length &&
    source.gaps[after] === GAP.none &&
    !isWordSign(source, after)
  )
    return false;
  for (let index = 1; index < length; index++) {
    if (!areAlike(source, at + index, quoted, index)) return false;
  }
  return isAsLarge(source, at, quoted);
}

/** A language that writes without spaces has its words side by side. */
function isWordSign({ folded }: Letters, at: number): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(folded.charAt(at));
}

/** Whether what parts two letters in the source parts them in the quotation too, or may be a printer's line end or hyphen. */
function areAlike(source: Letters, at: number, quoted: Letters, index: number): boolean {
  const here = source.gaps[at] ?? GAP.none;
  const there = quoted.gaps[index] ?? GAP.none;
  if (here === there || (here !== GAP.none && there !== GAP.none)) return true;
  if (isFigure(quoted, index) && isFigure(quoted, index - 1)) return here === GAP.brokenWord;
  return here !== GAP.space && there !== GAP.space;
}

function isFigure({ folded }: Letters, at: number): boolean {
  return /[0-9]/.test(folded.charAt(at));
}

/** The first letter of a word may be raised or not, and what a source sets all in capitals is any size. */
function isAsLarge(source: Letters, at: number, quoted: Letters): boolean {
  const there = quoted.raised;
  const here = source.raised.slice(at, at + there.length);
  if (here === there) return true;
  if (there.length > 3 && here === here.toUpperCase()) return true;
  for (let index = 0; index < there.length; index++) {
    if (here[index] === there[index] || isFirstOfWord(source, at + index, quoted, index)) continue;
    if (!isInCapitals(source, at + index)) return false;
  }
  return true;
}

function isFirstOfWord(source: Letters, at: number, quoted: Letters, index: number): boolean {
  return (
    index === 0 || source.gaps[at] !== GAP.none || quoted.gaps[index] !== GAP.none || quoted.folded[index - 1] === "'"
  );
}

// "NATO" may be set as "Nato"; "US" and "us" are two words.
const SHORTEST_NAME_IN_CAPITALS = 4;

function isInCapitals({ raised, gaps }: Letters, at: number): boolean {
  let from = at;
  while (from > 0 && gaps[from] === GAP.none) from -= 1;
  let to = at + 1;
  while (to < raised.length && gaps[to] === GAP.none) to += 1;
  const word = raised.slice(from, to);
  return word.length >= SHORTEST_NAME_IN_CAPITALS && word === word.toUpperCase();
}

function leftOutBetween(source: Letters, places: readonly Stretch[], others: readonly Wanted[]): number {
  let words = 0;
  for (const [index, { from }] of places.entries()) {
    const before = places[index - 1];
    if (!before || others[index - 1]?.fragment.after !== "ellipsis") continue;
    for (let at = before.to; at < from; at++) if (source.gaps[at] !== GAP.none) words += 1;
  }
  return words;
}
