/**
 * Slows guessing. A try is counted before it is answered, so a thousand at once are a thousand; it is taken back when it
 * was right. Counts are stored, so a restart forgets nothing, and nobody is locked out by others: a browser that signed
 * in before has a count of its own, and links and passkeys have none.
 */
import { createHash } from "node:crypto";
import { type Db, together } from "#store/db.ts";

export type Counted = {
  /** `account:…`, `device:…`, `address:…` */
  readonly key: string;
  /** So many may go wrong before the next has to wait. */
  readonly free: number;
};

// A person mistypes a few times; a whole newsroom may sit behind one address.
const FREE = { account: 5, device: 10, address: 30 } as const;

const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 15 * 60_000;
// A failure is forgotten an hour, so that mistyping does not add up over weeks.
const FORGOTTEN_EVERY_MS = 60 * 60_000;
export const FORGOTTEN_AFTER_MS = 30 * 24 * FORGOTTEN_EVERY_MS;

type Trying = {
  /** Whose account; nobody's for what anybody may ask. */
  readonly email?: string;
  /** A browser that signed in to this account before. */
  readonly device?: string | undefined;
  readonly address: string | undefined;
};

/** What a try counts under. The address somebody typed is not kept, only its digest. */
export function countedFor({ email, device, address }: Trying): Counted[] {
  return [
    ...(email === undefined ? [] : [accountKey(digest(email), device)]),
    ...(address === undefined ? [] : [{ key: `address:${networkOf(address)}`, free: FREE.address }]),
  ];
}

function accountKey(account: string, device: string | undefined): Counted {
  return device === undefined
    ? { key: `account:${account}`, free: FREE.account }
    : { key: `device:${account}:${device}`, free: FREE.device };
}

/** Counts a try under all its keys; answers the moment it may be made when that is still to come. */
export async function beginTry(
  db: Db,
  { counted, at }: { counted: readonly Counted[]; at: Date },
): Promise<Date | undefined> {
  return together(db, async (db) => {
    const waits: string[] = [];
    const failures = new Map<string, number>();
    for (const { key } of counted.toSorted(byKey)) {
      const row = await locked(db, key, at);
      failures.set(key, Math.max(0, row.failures - hoursBetween(row.last_at, at)));
      if (row.open_at > at.toISOString()) waits.push(row.open_at);
    }
    const openAt = waits.sort().at(-1);
    if (openAt !== undefined) return new Date(openAt);
    for (const { key, free } of counted) await count(db, key, { failures: (failures.get(key) ?? 0) + 1, free, at });
    return undefined;
  });
}

/** The try was right: its account begins anew, its address has one less to its name. */
export async function forgiveTry(db: Db, { counted }: { counted: readonly Counted[] }): Promise<void> {
  await together(db, async (db) => {
    for (const { key } of counted) {
      if (!key.startsWith("address:")) await db.deleteFrom("sign_in_try").where("key", "=", key).execute();
      else
        await db
          .updateTable("sign_in_try")
          .set((row) => ({ failures: row("failures", "-", 1) }))
          .where("key", "=", key)
          .where("failures", ">", 0)
          .execute();
    }
  });
}

/** The row of a key, held until the action ends, so that tries made at one moment are counted one after another. */
async function locked(db: Db, key: string, at: Date) {
  const moment = at.toISOString();
  return db
    .insertInto("sign_in_try")
    .values({ key, failures: 0, last_at: moment, open_at: moment })
    .onConflict((known) => known.column("key").doUpdateSet({ key }))
    .returning(["failures", "last_at", "open_at"])
    .executeTakeFirstOrThrow();
}

type Count = { readonly failures: number; readonly free: number; readonly at: Date };

async function count(db: Db, key: string, { failures, free, at }: Count): Promise<void> {
  await db
    .updateTable("sign_in_try")
    .set({
      failures,
      last_at: at.toISOString(),
      open_at: new Date(at.getTime() + waitMs(failures - free)).toISOString(),
    })
    .where("key", "=", key)
    .execute();
}

function hoursBetween(earlier: string, later: Date): number {
  return Math.max(0, Math.floor((later.getTime() - new Date(earlier).getTime()) / FORGOTTEN_EVERY_MS));
}

/** Nothing while tries are free, then five seconds, ten, twenty … a quarter of an hour. */
function waitMs(beyond: number): number {
  return beyond <= 0 ? 0 : Math.min(FIRST_WAIT_MS * 2 ** (beyond - 1), LONGEST_WAIT_MS);
}

/** Somebody with IPv6 has a network of addresses, and is one. */
function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  const [start = "", end = ""] = address.split("::");
  const head = start.split(":").filter(Boolean);
  const tail = end.split(":").filter(Boolean);
  const middle = address.includes("::") ? Array<string>(Math.max(0, 8 - head.length - tail.length)).fill("0") : [];
  return `${[...head, ...middle, ...tail].slice(0, 4).join(":")}::/64`;
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function byKey(one: Counted, other: Counted): number {
  return one.key < other.key ? -1 : Number(one.key > other.key);
}

/** Takes a code for its owner, once: who looked over their shoulder comes too late. */
export async function takeCode(
  db: Db,
  { staffId, code, at }: { staffId: string; code: string; at: Date },
): Promise<boolean> {
  const moment = at.toISOString();
  const taken = await db
    .insertInto("sign_in_try")
    .values({ key: `code:${digest(`${staffId} ${code}`)}`, failures: 0, last_at: moment, open_at: moment })
    .onConflict((known) =>
      known
        .column("key")
        .doUpdateSet({ last_at: moment, open_at: moment })
        .where("sign_in_try.open_at", "<", stale(at)),
    )
    .returning("key")
    .executeTakeFirst();
  return taken !== undefined;
}

// A code is shown for half a minute and taken a while before and after.
const CODE_LIVES_MS = 3 * 60_000;

function stale(at: Date): string {
  return new Date(at.getTime() - CODE_LIVES_MS).toISOString();
}
