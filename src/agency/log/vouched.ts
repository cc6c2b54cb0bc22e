/**
 * What others vouch for: signatures of witnesses and stamps of authorities on checkpoints that are kept. Without any the
 * log goes on; who asks for them, and how, is the worker's.
 */
import type { Hash } from "#lib/merkle/tree.ts";
import { consistencyProof } from "#lib/merkle/tree.ts";
import { type Db, together } from "#store/db.ts";
import { LOG_TOPIC } from "#store/log.ts";
import { enqueue } from "#store/queue.ts";
import { bump } from "#store/topics.ts";
import { tilesIn } from "./queries.ts";

const WITNESS_JOB = "log.witness";
const TIMESTAMP_JOB = "log.timestamp";

/** Names of those who are asked to vouch: the keys of witnesses, the addresses of authorities. */
export type Vouching = { readonly witnesses: readonly string[]; readonly authorities: readonly string[] };

// An authority is somebody's free service: one stamp an hour covers everything before it.
const STAMPED_EVERY_MS = 60 * 60 * 1000;

/** Part of keeping a checkpoint: asks for those who vouch for it, each once until it has answered. */
export async function askForVouching(db: Db, { witnesses, authorities }: Vouching, at: Date): Promise<void> {
  for (const witness of witnesses) await askOnce(db, WITNESS_JOB, { witness }, at);
  for (const authority of authorities) {
    const last = await lastStamp(db, authority);
    const next = last ? new Date(Date.parse(last.made_at) + STAMPED_EVERY_MS) : at;
    await askOnce(db, TIMESTAMP_JOB, { authority }, next > at ? next : at);
  }
}

/** One that waits for its next try is left in peace, or a dead server would be asked at every entry. */
async function askOnce(db: Db, kind: string, payload: Readonly<Record<string, string>>, at: Date): Promise<void> {
  const [key = ""] = Object.values(payload);
  const waiting = await db
    .selectFrom("job")
    .select("id")
    .where("kind", "=", kind)
    .where("key", "=", key)
    .where("state", "=", "waiting")
    .where("held_by", "is", null)
    .limit(1)
    .executeTakeFirst();
  if (!waiting) await enqueue(db, kind, payload, at, { key });
}

export type Unwitnessed = {
  readonly size: number;
  readonly checkpoint: string;
  /** How many entries the checkpoint had that this witness signed last; 0 for none. */
  readonly signedBefore: number;
};

/** The newest checkpoint that is kept, where this witness has not signed it. */
export async function unwitnessed(db: Db, witness: string): Promise<Unwitnessed | undefined> {
  const newest = await newestKept(db);
  const last = await db
    .selectFrom("log_cosignature")
    .select((row) => row.fn.max("size").as("size"))
    .where("witness", "=", witness)
    .executeTakeFirst();
  const signedBefore = last?.size ?? 0;
  return newest && newest.size > signedBefore
    ? { size: newest.size, checkpoint: newest.note, signedBefore }
    : undefined;
}

/** What shows a witness that the tree of `to` entries goes on from that of `from`. */
export async function proofFrom(db: Db, from: number, to: number): Promise<readonly Hash[]> {
  return consistencyProof(from, to, tilesIn(db));
}

/** The newest checkpoint that is kept, where this authority has stamped none of its size. */
export async function unstamped(
  db: Db,
  authority: string,
): Promise<{ readonly size: number; readonly checkpoint: string } | undefined> {
  const newest = await newestKept(db);
  const last = await lastStamp(db, authority);
  return newest && newest.size > (last?.size ?? 0) ? { size: newest.size, checkpoint: newest.note } : undefined;
}

async function newestKept(db: Db): Promise<{ readonly size: number; readonly note: string } | undefined> {
  return db.selectFrom("log_checkpoint").select(["size", "note"]).orderBy("size", "desc").limit(1).executeTakeFirst();
}

async function lastStamp(
  db: Db,
  authority: string,
): Promise<{ readonly size: number; readonly made_at: string } | undefined> {
  return db
    .selectFrom("log_timestamp")
    .select(["size", "made_at"])
    .where("authority", "=", authority)
    .orderBy("size", "desc")
    .limit(1)
    .executeTakeFirst();
}

type Cosigned = { readonly size: number; readonly witness: string; readonly line: string; readonly at: Date };

/** From here on whoever asks for the checkpoint gets the witness's line with it. */
export async function keepCosignature(db: Db, { size, witness, line, at }: Cosigned): Promise<void> {
  await together(db, async (db) => {
    await db
      .insertInto("log_cosignature")
      .values({ size, witness, line, made_at: at.toISOString() })
      .onConflict((taken) => taken.columns(["size", "witness"]).doNothing())
      .execute();
    await bump(db, [LOG_TOPIC]);
  });
}

type Stamped = {
  readonly size: number;
  readonly authority: string;
  readonly answer: Uint8Array;
  readonly at: Date;
};

export async function keepTimestamp(db: Db, { size, authority, answer, at }: Stamped): Promise<void> {
  await together(db, async (db) => {
    await db
      .insertInto("log_timestamp")
      .values({ size, authority, answer: Buffer.from(answer).toString("base64"), made_at: at.toISOString() })
      .onConflict((taken) => taken.columns(["size", "authority"]).doNothing())
      .execute();
    await bump(db, [LOG_TOPIC]);
  });
}

export type KeptStamp = {
  readonly size: number;
  readonly authority: string;
  /** The very words that were stamped. */
  readonly checkpoint: string;
  /** The authority's answer (`.tsr`), base64. */
  readonly answer: string;
};

/** Stamps with what they stamp, the newest first. */
export async function keptStamps(db: Db, { limit }: { limit: number }): Promise<readonly KeptStamp[]> {
  return db
    .selectFrom("log_timestamp")
    .innerJoin("log_checkpoint", "log_checkpoint.size", "log_timestamp.size")
    .select([
      "log_timestamp.size",
      "log_timestamp.authority",
      "log_checkpoint.note as checkpoint",
      "log_timestamp.answer",
    ])
    .orderBy("log_timestamp.size", "desc")
    .orderBy("log_timestamp.authority")
    .limit(limit)
    .execute();
}

export type Vain = { readonly who: string; readonly tries: number; readonly why: string };

/** Those who were asked to vouch and have not answered as they should, while they are asked again. */
export async function askedInVain(db: Db): Promise<readonly Vain[]> {
  const rows = await db
    .selectFrom("job")
    .select(["key", "attempts", "last_error"])
    .where("kind", "in", [WITNESS_JOB, TIMESTAMP_JOB])
    .where("state", "=", "waiting")
    .where("last_error", "is not", null)
    .orderBy("key")
    .limit(MOST_TOLD)
    .execute();
  return rows.map(({ key, attempts, last_error }) => ({
    who: key ?? "",
    tries: attempts,
    why: (last_error ?? "").split("\n", 1)[0]?.replace(/^Error: /, "") ?? "",
  }));
}

const MOST_TOLD = 20;
