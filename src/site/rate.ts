/**
 * How much comes from one network. An address is known here only as a keyed digest of its /24 or /56; the key is made at
 * random, changes every day, and is never written down.
 */
import { createHmac, randomBytes } from "node:crypto";

const DAY_MS = 24 * 60 * 60 * 1000;
// A flood from everywhere must not fill the memory with its counts.
const MOST_NETWORKS = 50_000;

export type Limit = { readonly most: number; readonly windowMs: number };

export type Rate = {
  /** Counts one more; whether that is too many. Of an address nobody knows, none are counted. */
  readonly isTooMany: (address: string | undefined, at: Date) => boolean;
  /** How many have come within the window. */
  readonly countOf: (address: string | undefined, at: Date) => number;
};

export function newRate({ most, windowMs }: Limit): Rate {
  let key = { day: -1, bytes: randomBytes(32) };
  const counts = new Map<string, { many: number; until: number }>();

  function digestOf(address: string, ms: number): string {
    const day = Math.floor(ms / DAY_MS);
    if (key.day !== day) {
      key = { day, bytes: randomBytes(32) };
      counts.clear();
    }
    return createHmac("sha256", key.bytes).update(networkOf(address)).digest("base64url");
  }

  return {
    isTooMany(address, at) {
      if (address === undefined) return false;
      const ms = at.getTime();
      const network = digestOf(address, ms);
      const known = counts.get(network);
      if (known && known.until > ms) return ++known.many > most;
      if (counts.size >= MOST_NETWORKS) counts.clear();
      counts.set(network, { many: 1, until: ms + windowMs });
      return most < 1;
    },
    countOf(address, at) {
      if (address === undefined) return 0;
      const known = counts.get(digestOf(address, at.getTime()));
      return known && known.until > at.getTime() ? known.many : 0;
    },
  };
}

/** `203.0.113`, its first 24 bits, or the first 56 bits of an address of version 6. */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address.split(".").slice(0, 3).join(".");
  const [head = "", tail = ""] = address.toLowerCase().split("::");
  const [first, last] = [head.split(":").filter(Boolean), tail.split(":").filter(Boolean)];
  const groups = address.includes("::")
    ? [...first, ...Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => "0"), ...last]
    : first;
  const [a = "0", b = "0", c = "0", d = "0"] = groups;
  return [a, b, c, d.padStart(4, "0").slice(0, 2)].map((group) => group.replace(/^0+(?=.)/, "")).join(":");
}
