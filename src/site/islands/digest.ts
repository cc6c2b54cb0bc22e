/**
 * The work before a reply: a number whose digest, together with a token, begins with so many zero bits (FIPS 180-4). What
 * never changes of a message is digested once, so each try costs one block.
 */

// The first 32 bits of the fractional parts of the cube roots, and of the square roots, of the first primes.
const PRIMES = primes(64);
const ROUNDS = Uint32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
const START = Uint32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
const DIGITS = 9;
const BLOCK = 64;

/** Tries numbers of nine digits until one is the work; nothing if none is, which does not happen. */
export function workOf(token: string, bits: number): string | undefined {
  const before = new TextEncoder().encode(`${token}.`);
  const whole = before.length - (before.length % BLOCK);
  const state = START.slice();
  for (let at = 0; at < whole; at += BLOCK) digest(state, before.subarray(at, at + BLOCK));
  const rest = before.length - whole;
  const tail = new Uint8Array(rest + DIGITS + 9 > BLOCK ? 2 * BLOCK : BLOCK);
  tail.set(before.subarray(whole));
  tail[rest + DIGITS] = 0x80;
  new DataView(tail.buffer).setUint32(tail.length - 4, (before.length + DIGITS) * 8);
  const number = tail.subarray(rest, rest + DIGITS).fill(48);
  const tried = new Uint32Array(8);
  do {
    tried.set(state);
    for (let at = 0; at < tail.length; at += BLOCK) digest(tried, tail.subarray(at, at + BLOCK));
    if (Math.clz32(tried[0] ?? 0) >= bits) return String.fromCharCode(...number);
  } while (isNext(number));
  return undefined;
}

/** Counts on by one, in figures. */
function isNext(number: Uint8Array): boolean {
  for (let at = DIGITS - 1; at >= 0; at--) {
    const figure = number[at] ?? 0;
    if (figure < 57) {
      number[at] = figure + 1;
      return true;
    }
    number[at] = 48;
  }
  return false;
}

const W = new Uint32Array(64);

function digest(state: Uint32Array, block: Uint8Array): void {
  for (let at = 0; at < 16; at++) {
    const from = at * 4;
    W[at] = (b(block, from) << 24) | (b(block, from + 1) << 16) | (b(block, from + 2) << 8) | b(block, from + 3);
  }
  for (let at = 16; at < 64; at++) {
    const [x, y] = [w(at - 15), w(at - 2)];
    W[at] = w(at - 16) + (r(x, 7) ^ r(x, 18) ^ (x >>> 3)) + w(at - 7) + (r(y, 17) ^ r(y, 19) ^ (y >>> 10));
  }
  let [a = 0, b2 = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let at = 0; at < 64; at++) {
    const one = (h + (r(e, 6) ^ r(e, 11) ^ r(e, 25)) + ((e & f) ^ (~e & g)) + (ROUNDS[at] ?? 0) + w(at)) | 0;
    const other = ((r(a, 2) ^ r(a, 13) ^ r(a, 22)) + ((a & b2) ^ (a & c) ^ (b2 & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b2;
    b2 = a;
    a = (one + other) | 0;
  }
  for (const [at, value] of [a, b2, c, d, e, f, g, h].entries()) state[at] = (state[at] ?? 0) + value;
}

const b = (bytes: Uint8Array, at: number) => bytes[at] ?? 0;
const w = (at: number) => W[at] ?? 0;
const r = (word: number, by: number) => (word >>> by) | (word << (32 - by));

function primes(many: number): number[] {
  const found: number[] = [];
  for (let next = 2; found.length < many; next++) if (found.every((prime) => next % prime !== 0)) found.push(next);
  return found;
}

function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 2 ** 32);
}
