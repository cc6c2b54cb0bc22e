/**
 * The Merkle tree of RFC 6962 over SHA-256: roots and proofs out of tiles, proofs checked, and a tree that grows leaf by
 * leaf and remembers only its right edge. Knows neither what the leaves say nor where tiles are kept.
 */
import { createHash, hash } from "node:crypto";
import { nameOfTile, TILE_HEIGHT, TILE_WIDTH, type Tile, widthOfTile } from "./tiles.ts";

export type Hash = Uint8Array;

export const HASH_BYTES = 32;

export function leafHash(entry: Uint8Array | string): Hash {
  return createHash("sha256").update(LEAF).update(entry).digest();
}

// A tile is 255 of them: in one go, and out of bytes that stand ready, each costs a quarter.
export function nodeHash(left: Hash, right: Hash): Hash {
  // What is no hash has no place among those bytes.
  if (!isHash(left) || !isHash(right)) return createHash("sha256").update(NODE).update(left).update(right).digest();
  node.set(left, 1);
  node.set(right, 1 + HASH_BYTES);
  return hash("sha256", node, "buffer");
}

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);
const node = Uint8Array.of(...NODE, ...new Uint8Array(2 * HASH_BYTES));

/** The root of the tree without a leaf. */
export const EMPTY_ROOT: Hash = createHash("sha256").digest();

/** The hashes of a tile one after another: at least as many as its width. */
export type ReadTile = (tile: Tile & { readonly level: number }) => Promise<Uint8Array>;

/** The root of the tree of the first `size` leaves. */
export async function rootAt(size: number, read: ReadTile): Promise<Hash> {
  return treeAt(size, read).root();
}

/** The hashes that lead from a leaf to the root at `size`, the leaf's neighbour first. */
export async function inclusionProof(index: number, size: number, read: ReadTile): Promise<Hash[]> {
  return treeAt(size, read).proof(index);
}

/** A tree of one size: what its root and its proofs have in common is read and hashed once. */
export type Tree = {
  readonly size: number;
  readonly root: () => Promise<Hash>;
  readonly proof: (index: number) => Promise<Hash[]>;
};

/** Tiles with all hashes over their own, from one tree to the next: one of some width never changes. */
export type KnownTiles = {
  readonly get: (name: string) => readonly Hash[][] | undefined;
  readonly keep: (name: string, rows: readonly Hash[][]) => void;
};

export function treeAt(size: number, read: ReadTile, known?: KnownTiles): Tree {
  const reader = new Reader(size, read, known);
  return {
    size,
    root: async () => (size === 0 ? EMPTY_ROOT : reader.range(0, size)),
    proof: async (index) => {
      if (index < 0 || index >= size) throw new Error(`a tree of ${size} leaves has no leaf ${index}`);
      return reader.path(index, 0, size);
    },
  };
}

/** The hashes that show that the tree at `to` goes on from the tree at `from`. */
export async function consistencyProof(from: number, to: number, read: ReadTile): Promise<Hash[]> {
  if (from < 0 || from > to) throw new Error(`a tree of ${to} leaves does not go on from one of ${from}`);
  return from === 0 || from === to ? [] : new Reader(to, read).subproof(from, 0, to, true);
}

/** Whole subtrees out of the tiles of a tree of one size; each tile is read once. */
class Reader {
  readonly #size: number;
  readonly #read: ReadTile;
  readonly #known: KnownTiles | undefined;
  readonly #tiles = new Map<string, Promise<readonly Hash[][]>>();

  constructor(size: number, read: ReadTile, known?: KnownTiles) {
    this.#size = size;
    this.#read = read;
    this.#known = known;
  }

  /** The hash over the leaves from `low` up to `high`, as §2.1 splits them. */
  async range(low: number, high: number): Promise<Hash> {
    const count = high - low;
    const half = largestPowerBelow(count);
    if (count === 1 || half * 2 === count) return this.#subtree(Math.round(Math.log2(count)), low / count);
    return nodeHash(await this.range(low, low + half), await this.range(low + half, high));
  }

  async path(index: number, low: number, high: number): Promise<Hash[]> {
    if (high - low === 1) return [];
    const middle = low + largestPowerBelow(high - low);
    return index < middle
      ? [...(await this.path(index, low, middle)), await this.range(middle, high)]
      : [...(await this.path(index, middle, high)), await this.range(low, middle)];
  }

  /** SUBPROOF of §2.1.2; the verifier knows the hash over `low` to `from` where it is a tree of its own. */
  async subproof(from: number, low: number, high: number, isKnown: boolean): Promise<Hash[]> {
    if (from === high) return isKnown ? [] : [await this.range(low, high)];
    const middle = low + largestPowerBelow(high - low);
    return from <= middle
      ? [...(await this.subproof(from, low, middle, isKnown)), await this.range(middle, high)]
      : [...(await this.subproof(from, middle, high, false)), await this.range(low, middle)];
  }

  async #subtree(height: number, index: number): Promise<Hash> {
    const level = Math.floor(height / TILE_HEIGHT);
    const within = height % TILE_HEIGHT;
    const first = index * 2 ** within;
    const rows = await this.#tile(level, Math.floor(first / TILE_WIDTH));
    const hash = rows[within]?.[(first % TILE_WIDTH) / 2 ** within];
    if (!hash) throw new Error(`tile ${level}/${Math.floor(first / TILE_WIDTH)} is too short`);
    return hash;
  }

  #tile(level: number, number: number): Promise<readonly Hash[][]> {
    const key = `${level}/${number}`;
    const known = this.#tiles.get(key) ?? this.#rows(level, number);
    this.#tiles.set(key, known);
    return known;
  }

  async #rows(level: number, number: number): Promise<readonly Hash[][]> {
    const width = widthOfTile(this.#size, { level, number });
    const name = nameOfTile({ level, number, width });
    const kept = this.#known?.get(name);
    if (kept) return kept;
    const bytes = await this.#read({ level, number, width });
    if (bytes.length < width * HASH_BYTES) throw new Error(`tile ${name} is too short`);
    const rows = [hashesIn(bytes.subarray(0, width * HASH_BYTES))];
    for (let row = rows[0] ?? []; row.length > 1; row = pairs(row)) rows.push(pairs(row));
    this.#known?.keep(name, rows);
    return rows;
  }
}

/** The hash over a full tile: one hash of the tile above it. */
export function hashOfTile(hashes: readonly Hash[]): Hash {
  let row = hashes;
  while (row.length > 1) row = pairs(row);
  const [root] = row;
  if (!root) throw new Error("an empty tile has no hash");
  return root;
}

export function hashesIn(bytes: Uint8Array): Hash[] {
  return Array.from({ length: Math.floor(bytes.length / HASH_BYTES) }, (_, at) =>
    bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES),
  );
}

/** Neighbours hashed together; one without a neighbour is left out. */
function pairs(row: readonly Hash[]): Hash[] {
  const above: Hash[] = [];
  for (let at = 0; at + 1 < row.length; at += 2) {
    const [left, right] = [row[at], row[at + 1]];
    if (left && right) above.push(nodeHash(left, right));
  }
  return above;
}

function largestPowerBelow(count: number): number {
  return count < 2 ? 0 : 2 ** Math.floor(Math.log2(count - 1));
}

export type Inclusion = {
  readonly index: number;
  readonly size: number;
  readonly leaf: Hash;
  readonly proof: readonly Hash[];
  readonly root: Hash;
};

/** Whether the proof leads from the leaf to the root: RFC 9162 §2.1.3.2. */
export function isIncluded({ index, size, leaf, proof, root }: Inclusion): boolean {
  if (!isCount(index) || !isCount(size) || index >= size || !isHash(leaf)) return false;
  let [at, last, hash] = [index, size - 1, leaf];
  for (const next of proof) {
    if (last === 0 || !isHash(next)) return false;
    if (isOdd(at) || at === last) {
      hash = nodeHash(next, hash);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      hash = nodeHash(hash, next);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && isSame(hash, root);
}

export type TreeHead = { readonly size: number; readonly root: Hash };

/** Whether the proof shows that `to` goes on from `from`: RFC 9162 §2.1.4.2. Of the empty tree, which every tree goes on from, nothing is shown. */
export function isConsistent(from: TreeHead, to: TreeHead, proof: readonly Hash[]): boolean {
  if (!isCount(from.size) || !isCount(to.size) || from.size > to.size || from.size === 0) return false;
  if (from.size === to.size) return proof.length === 0 && isSame(from.root, to.root);
  if (!proof.every(isHash)) return false;
  const [seed, ...rest] = isPowerOfTwo(from.size) ? [from.root, ...proof] : proof;
  if (!seed || proof.length === 0) return false;
  let [at, last, earlier, later] = [from.size - 1, to.size - 1, seed, seed];
  while (isOdd(at)) [at, last] = [half(at), half(last)];
  for (const next of rest) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      [earlier, later] = [nodeHash(next, earlier), nodeHash(next, later)];
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      later = nodeHash(later, next);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && isSame(earlier, from.root) && isSame(later, to.root);
}

/** A hash of a tile of that level: the hash over a full tile of the level below. */
export type FullTile = { readonly level: number; readonly number: number; readonly hash: Hash };

/** A tree that grows: of a million leaves it holds twenty hashes. */
export class GrowingTree {
  /** Roots of the full trees its leaves make, the largest first. */
  readonly #peaks: { readonly height: number; readonly hash: Hash }[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Answers the hashes of tiles that are full with this leaf, from the leaves up. */
  append(leaf: Hash): readonly FullTile[] {
    const full: FullTile[] = [];
    this.#size += 1;
    let peak = { height: 0, hash: leaf };
    for (let before = this.#peaks.at(-1); before?.height === peak.height; before = this.#peaks.at(-1)) {
      this.#peaks.pop();
      peak = { height: peak.height + 1, hash: nodeHash(before.hash, peak.hash) };
      if (peak.height % TILE_HEIGHT === 0)
        full.push({ level: peak.height / TILE_HEIGHT, number: this.#size / 2 ** peak.height - 1, hash: peak.hash });
    }
    this.#peaks.push(peak);
    return full;
  }

  root(): Hash {
    return (
      this.#peaks.reduceRight<Hash | undefined>(
        (right, { hash }) => (right ? nodeHash(hash, right) : hash),
        undefined,
      ) ?? EMPTY_ROOT
    );
  }
}

export function isSame(one: Hash, other: Hash): boolean {
  return Buffer.from(one).equals(other);
}

function isHash(bytes: Uint8Array): boolean {
  return bytes.length === HASH_BYTES;
}

function isCount(number: number): boolean {
  return Number.isSafeInteger(number) && number >= 0;
}

function isOdd(number: number): boolean {
  return number % 2 === 1;
}

// Shifting bits would lose those above the thirty-second.
function half(number: number): number {
  return Math.floor(number / 2);
}

function isPowerOfTwo(number: number): boolean {
  return number > 0 && 2 ** Math.round(Math.log2(number)) === number;
}
