/**
 * The words of many names as one tree, in two arrays: looking a name up touches few places in memory, however many there
 * are. A step is a place in the tree; what stands there is the caller's.
 */
import { numberOf } from "./letters.ts";

export const ROOT = 0;
/** No step: no name goes on so. */
export const NONE = -1;

// Of a step: which it follows, its word's number and length, what stands there; then the units of the word.
const NUMBER = 1;
const LENGTH = 2;
const VALUE = 3;
const WORD = 4;

export class WordTree<Value> {
  #steps = new Int32Array(1024);
  #used = WORD;
  /** The step after a step by a word, at a place told by both; 0 is none. */
  #places = new Int32Array(1024);
  #count = 0;
  /** The first means nothing stands there. */
  readonly #values: (Value | undefined)[] = [undefined];

  /** The step after `step` by a word, which is `text` from `at` to `end` and has this number; `NONE` when there is none. */
  after(step: number, number: number, text: string, at: number, end: number): number {
    const steps = this.#steps;
    const places = this.#places;
    const mask = places.length - 1;
    for (let place = placeOf(step, number) & mask; ; place = (place + 1) & mask) {
      const next = places[place] ?? 0;
      if (next === 0) return NONE;
      if (steps[next] !== step || steps[next + NUMBER] !== number || steps[next + LENGTH] !== end - at) continue;
      let same = at;
      while (same < end && steps[next + WORD + same - at] === text.charCodeAt(same)) same++;
      if (same === end) return next;
    }
  }

  afterWord(step: number, word: string): number {
    return this.after(step, numberOf(word), word, 0, word.length);
  }

  valueAt(step: number): Value | undefined {
    return this.#values[this.#steps[step + VALUE] ?? 0];
  }

  /** The step after `step` by a word, made when there is none. */
  plant(step: number, word: string): number {
    const known = this.afterWord(step, word);
    if (known !== NONE) return known;
    const made = this.#used;
    this.#used += WORD + word.length;
    if (this.#used > this.#steps.length) this.#steps = enlarged(this.#steps, this.#used);
    this.#steps[made] = step;
    this.#steps[made + NUMBER] = numberOf(word);
    this.#steps[made + LENGTH] = word.length;
    for (let at = 0; at < word.length; at++) this.#steps[made + WORD + at] = word.charCodeAt(at);
    this.#place(made);
    return made;
  }

  put(step: number, value: Value) {
    const known = this.#steps[step + VALUE] ?? 0;
    if (known !== 0) this.#values[known] = value;
    else this.#steps[step + VALUE] = this.#values.push(value) - 1;
  }

  #place(step: number) {
    // Half of the places stay free, so that few words are met on the way to another.
    if (++this.#count * 2 > this.#places.length) {
      const before = this.#places;
      this.#places = new Int32Array(before.length * 2);
      for (const one of before) if (one !== 0) this.#occupy(one);
    }
    this.#occupy(step);
  }

  #occupy(step: number) {
    const mask = this.#places.length - 1;
    let place = placeOf(this.#steps[step] ?? 0, this.#steps[step + NUMBER] ?? 0) & mask;
    while (this.#places[place] !== 0) place = (place + 1) & mask;
    this.#places[place] = step;
  }
}

function placeOf(step: number, number: number): number {
  const mixed = Math.imul(step ^ Math.imul(number, 0x9e37_79b1), 0x85eb_ca6b);
  return mixed ^ (mixed >>> 15);
}

function enlarged(array: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(array.length * 2, least));
  larger.set(array);
  return larger;
}
