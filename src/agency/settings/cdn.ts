/** What is known of the caches in front of the site: how far they were told what moved, and what they may hold. */
import { type Db, together } from "#store/db.ts";

const TOLD = "cdn:told";

/** Everything that moved before it they were told of; nothing where they never were. */
export async function toldUpTo(db: Db): Promise<number | undefined> {
  const told = await db.selectFrom("setting").select("value").where("key", "=", TOLD).executeTakeFirst();
  return told && Number(told.value);
}

export async function noteToldUpTo(db: Db, mark: number): Promise<void> {
  await db
    .insertInto("setting")
    .values({ key: TOLD, value: String(mark) })
    .onConflict((taken) => taken.column("key").doUpdateSet({ value: String(mark) }))
    .execute();
}

// A statement takes so many values at most, on either engine.
const MOST_AT_ONCE = 1_000;

/** A page is handed out that depends on these topics: kept before it is sent, so that it can be dropped by its address. */
export async function noteHandedOut(
  db: Db,
  { address, topics, at }: { address: string; topics: readonly string[]; at: Date },
): Promise<void> {
  const noted_at = at.toISOString();
  await together(db, async (db) => {
    for (const some of parts(topics))
      await db
        .insertInto("handed_out")
        .values(some.map((topic) => ({ topic, address, noted_at })))
        .onConflict((taken) => taken.columns(["topic", "address"]).doUpdateSet({ noted_at }))
        .execute();
  });
}

/** In order; every address there is where no topics are named. */
export async function addressesDependingOn(db: Db, topics: readonly string[] | undefined): Promise<string[]> {
  const found = new Set<string>();
  for (const some of topics ? parts(topics) : [undefined]) {
    const rows = await db
      .selectFrom("handed_out")
      .select("address")
      .distinct()
      .$if(some !== undefined, (query) => query.where("topic", "in", some ?? []))
      .execute();
    for (const { address } of rows) found.add(address);
  }
  return [...found].sort();
}

// Printed again after a day, then kept by a cache for a day more.
const HELD_AT_MOST_MS = 3 * 24 * 60 * 60 * 1000;

/** What no cache can hold any more. */
export async function forgetHandedOut(db: Db, at: Date): Promise<void> {
  const before = new Date(at.getTime() - HELD_AT_MOST_MS).toISOString();
  await db.deleteFrom("handed_out").where("noted_at", "<", before).execute();
}

function parts<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / MOST_AT_ONCE);
  return Array.from({ length: count }, (_, at) => all.slice(at * MOST_AT_ONCE, (at + 1) * MOST_AT_ONCE));
}
