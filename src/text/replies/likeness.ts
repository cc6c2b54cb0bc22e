/**
 * How alike two replies are, told by a few numbers kept with each: a campaign of five hundred copies, each with a name, a
 * number or a word changed, is one thing to decide. Letters are compared by their look, so that swapped alphabets change nothing.
 */
import { lookOf } from "./cleaned.ts";

/** What is kept of a text: `sketch` to compare by, `bands` under which texts alike are found. */
export type Likeness = { readonly sketch: string; readonly bands: readonly number[] };

// Pieces of words: a changed word changes a handful of them.
const PIECE = 5;
// What is shorter than a sentence is alike by chance: "Thank you", "I agree with Ada".
const SHORTEST = 40;

const HASHES = 32;
// Two texts that share 80 of 100 pieces meet in one of four bands of three with 94 of 100; copies of copies meet the rest.
const BANDS = 4;
const ROWS = 3;
const BAND_BITS = 2 ** 36;

/** Texts that share more than half of their pieces say the same. */
export const ALIKE = 0.55;

/** Nothing for a text too short to be like another by anything but chance. */
export function likenessOf(text: string): Likeness | undefined {
  const look = lookOf(text);
  if (look.length < SHORTEST) return undefined;
  const least = leastHashes(look);
  return {
    // The last byte of each.
    sketch: Buffer.from(Uint8Array.from(least)).toString("base64url"),
    bands: Array.from({ length: BANDS }, (_, band) => bandOf(least, band * ROWS)),
  };
}

/** From 0 to 1: which part of their pieces two texts share, guessed from their sketches. */
export function likeness(one: string, other: string): number {
  const [a, b] = [Buffer.from(one, "base64url"), Buffer.from(other, "base64url")];
  if (a.length !== HASHES || b.length !== HASHES) return 0;
  let same = 0;
  for (let at = 0; at < HASHES; at++) if (a[at] === b[at]) same += 1;
  return same / HASHES;
}

/** Of each of many ways to hash a piece, the least hash any piece has: MinHash. */
function leastHashes(look: string): Uint32Array {
  const least = new Uint32Array(HASHES).fill(0xffffffff);
  // A piece that comes again changes nothing: the least stays the least.
  for (let from = 0; from <= look.length - PIECE; from++) {
    const hash = hashOf(look, from, from + PIECE);
    for (let way = 0; way < HASHES; way++) {
      const mixed = mix(hash ^ (WAYS[way] ?? 0));
      if (mixed < (least[way] ?? 0)) least[way] = mixed;
    }
  }
  return least;
}

// Any numbers do, as long as they are the same for ever: they are in what is kept.
const WAYS = Uint32Array.from({ length: HASHES }, (_, way) => mix(0x9e3779b9 * (way + 1)));

/** FNV-1a over the letters of a piece. */
function hashOf(look: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ look.charCodeAt(at), 0x01000193);
  return hash;
}

/** The end of MurmurHash3: each bit of the answer hangs on each bit of what is asked. */
function mix(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Of the three hashes from `at` on. */
function bandOf(least: Uint32Array, at: number): number {
  const [first, second, third] = [least[at] ?? 0, least[at + 1] ?? 0, least[at + 2] ?? 0];
  const low = mix(first ^ mix(second ^ mix(third)));
  const high = mix(third + mix(second + mix(first))) % 16;
  return (high * 2 ** 32 + low) % BAND_BITS;
}
