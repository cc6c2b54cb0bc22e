/**
 * Servers that follow the main one and are asked what readers read. One that has not yet replayed what this process was told
 * of is passed over, so that no page is printed from before a change its press has heard of.
 */
import type { Pool, PoolClient } from "pg";

export type Replicas = {
  /** A connection to one that is there and has caught up; nothing where the main one is to be asked. */
  readonly connect: () => Promise<PoolClient | undefined>;
  /** Something was committed that a page printed from here on must hold. */
  readonly moved: () => void;
  readonly counts: () => { readonly asked: number; readonly behind: number; readonly away: number };
  readonly end: () => Promise<void>;
};

// One that does not answer is not asked again for so long, one that is behind for so long.
const AWAY_MS = 5_000;
const BEHIND_MS = 50;

type Replica = { readonly pool: Pool; replayed: bigint; notBefore: number };

export function replicasOf(main: Pool, pools: readonly Pool[]): Replicas {
  const replicas: Replica[] = pools.map((pool) => ({ pool, replayed: -1n, notBefore: 0 }));
  const counts = { asked: 0, behind: 0, away: 0 };
  let needed: Promise<bigint> | undefined;
  let turn = 0;

  /** How far the main one had written when it was asked, which was after what had been told of then. */
  function neededNow(): Promise<bigint> {
    needed ??= positionOf(main, "pg_current_wal_insert_lsn()");
    needed.catch(() => {
      needed = undefined; // whoever waits for it asks the main one, and hears that it is away
    });
    return needed;
  }

  async function connectTo(replica: Replica, upTo: bigint): Promise<PoolClient | undefined> {
    try {
      // A statement of its own, before the snapshot: what was replayed by now is in every snapshot taken later.
      if (replica.replayed < upTo) replica.replayed = await positionOf(replica.pool, "pg_last_wal_replay_lsn()");
      if (replica.replayed < upTo) {
        replica.notBefore = performance.now() + BEHIND_MS;
        counts.behind += 1;
        return undefined;
      }
      return await replica.pool.connect();
    } catch {
      // It may come back as another server, or from an older copy: it is asked anew how far it is.
      replica.replayed = -1n;
      replica.notBefore = performance.now() + AWAY_MS;
      counts.away += 1;
      return undefined;
    }
  }

  return {
    async connect() {
      turn += 1;
      const now = performance.now();
      const inTurn = replicas.map((_, at) => replicas[(turn + at) % replicas.length]);
      const there = inTurn.flatMap((one) => (one && one.notBefore <= now ? one : []));
      if (there.length === 0) return undefined;
      const upTo = await neededNow();
      for (const replica of there) {
        const client = await connectTo(replica, upTo);
        if (!client) continue;
        counts.asked += 1;
        return client;
      }
      return undefined;
    },
    moved: () => {
      needed = undefined;
    },
    counts: () => ({ ...counts }),
    end: async () => {
      await Promise.all(pools.map((pool) => pool.end()));
    },
  };
}

/** A place in the log of changes as a number; before everything for a server that has replayed nothing, being no replica. */
async function positionOf(pool: Pool, which: string): Promise<bigint> {
  const { rows } = await pool.query<{ position: string | null }>(
    `select cast(pg_wal_lsn_diff(${which}, '0/0') as text) as position`,
  );
  return BigInt(rows[0]?.position ?? -1);
}
