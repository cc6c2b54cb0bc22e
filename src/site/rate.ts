/**
 * How many replies come from one network. An address is known here only as a keyed digest of its /24 or /56; the key is made
 * at random, changes every day, and is never written down.
 */
import { createHmac, randomBytes } from "node:crypto";

const MOST_IN_WINDOW = 10;
const WINDOW_MS = 10 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
// A flood from everywhere must not fill the memory with its counts.
const MOST_NETWORKS = 50_000;

let key = { day: -1, bytes: randomBytes(32) };
const counts = new Map<string, { replies: number; until: number }>();

/** Counts a reply; whether there are too many. Of an address nobody knows, none are counted. */
export function tooManyFrom(address: string | undefined, at: Date): boolean {
  if (address === undefined) return false;
  const ms = at.getTime();
  const network = digestOf(networkOf(address), ms);
  const known = counts.get(network);
  if (known && known.until > ms) return ++known.replies > MOST_IN_WINDOW;
  if (counts.size >= MOST_NETWORKS) counts.clear();
  counts.set(network, { replies: 1, until: ms + WINDOW_MS });
  return false;
}

function digestOf(network: string, ms: number): string {
  const day = Math.floor(ms / DAY_MS);
  if (key.day !== day) {
    key = { day, bytes: randomBytes(32) };
    counts.clear();
  }
  return createHmac("sha256", key.bytes).update(network).digest("base64url");
}

/** `203.0.113.0/24`, or the first 56 bits of an address of version 6. */
function networkOf(address: string): string {
  if (!address.includes(":")) return address.split(".").slice(0, 3).join(".");
  const [head = "", tail = ""] = address.toLowerCase().split("::");
  const [first, last] = [head.split(":").filter(Boolean), tail.split(":").filter(Boolean)];
  const groups = address.includes("::")
    ? [...first, ...Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => "0"), ...last]
    : first;
  const [a = "0", b = "0", c = "0", d = "0"] = groups;
  return [a, b, c, d.padStart(4, "0").slice(0, 2)].map((group) => group.replace(/^0+(?=.)/, "")).join(":");
}
