/** What witnesses and authorities vouch for, checked for a report: of a store, or of what a site serves. */
import { type Checkpoint, readCheckpoint } from "#lib/merkle/checkpoint.ts";
import { checkedBy, type Note, readNote, type Verifier } from "#lib/merkle/note.ts";
import { witnessedAt } from "#lib/merkle/witness.ts";
import { checkedTimestamp } from "#lib/timestamps.ts";
import type { Db } from "#store/db.ts";

export type Told = {
  readonly fault: (code: "cosignature" | "timestamp", sentence: string) => void;
  readonly note: (code: "cosignature" | "timestamp", sentence: string) => void;
};

export type Trusted = {
  /** Keys of witnesses that have to have signed. */
  readonly witnesses: readonly Verifier[];
  /** Certificates (PEM) that time stamps have to lead to; their chains are not checked without. */
  readonly certificates: readonly string[];
};

/** Whether each witness has signed this very checkpoint. */
export function checkWitnesses(
  { size, note }: Checkpoint & { readonly note: Note },
  { witnesses }: Pick<Trusted, "witnesses">,
  told: Told,
): void {
  for (const key of witnesses) {
    const at = witnessedAt(note, key);
    if (at) told.note("cosignature", signedWords(key.name, size, at));
    else
      told.fault(
        "cosignature",
        checkedBy(note, key) === "bad"
          ? `The signature of the witness ${key.name} under the newest checkpoint is wrong.`
          : `The witness ${key.name} has not signed the newest checkpoint. One that has just been made gets its signature within a minute: ask again then.`,
      );
  }
}

function entries(size: number): string {
  return size === 1 ? "1 entry" : `${size} entries`;
}

function signedWords(name: string, size: number, at: Date): string {
  return `The witness ${name} signed on ${at.toISOString()} that the log has ${entries(size)} and goes on from what it signed before.`;
}

const PAGE = 1_000;

/** The same for all signatures a store keeps: each has to be right, and each witness that was named has to have one. */
export async function checkKeptCosignatures(db: Db, { witnesses }: Trusted, told: Told): Promise<void> {
  const newest = new Map<string, { readonly size: number; readonly at: Date }>();
  const strange = new Set<string>();
  for (let after = -1; ; ) {
    const rows = await db
      .selectFrom("log_cosignature")
      .innerJoin("log_checkpoint", "log_checkpoint.size", "log_cosignature.size")
      .select(["log_cosignature.size", "log_cosignature.witness", "log_cosignature.line", "log_checkpoint.note"])
      .where("log_cosignature.size", ">", after)
      .orderBy("log_cosignature.size")
      .orderBy("log_cosignature.witness")
      .limit(PAGE)
      .execute();
    // The last size may go on in the next page, but where there is none.
    const last = rows.at(-1)?.size ?? after;
    const whole = rows.length < PAGE ? rows : rows.filter(({ size }) => size < last);
    for (const { size, witness, line, note: written } of whole) {
      const key = witnesses.find(({ name }) => name === witness);
      const note = readNote(written + line);
      const at = key && note && witnessedAt(note, key);
      if (!key) strange.add(witness);
      else if (at) newest.set(witness, { size, at });
      else told.fault("cosignature", `The signature of the witness ${witness} under ${entries(size)} is wrong.`);
    }
    if (rows.length < PAGE) break;
    after = last - 1;
  }
  for (const { name } of witnesses) {
    const signed = newest.get(name);
    if (signed) told.note("cosignature", signedWords(name, signed.size, signed.at));
    else told.fault("cosignature", `The witness ${name} has signed no checkpoint of this log.`);
  }
  for (const name of [...strange].sort())
    told.note("cosignature", `The witness ${name} has signed, and its key was not given (--witness): not checked.`);
}

export type Stamp = {
  readonly size: number;
  readonly authority: string;
  readonly checkpoint: string;
  /** base64 */
  readonly answer: string;
};

/** Whether each stamp is one on its checkpoint; the newest of each authority is told of. */
export function checkStamps(
  stamps: readonly Stamp[],
  { certificates }: Pick<Trusted, "certificates">,
  told: Told,
): void {
  const newest = new Map<string, string>();
  for (const { size, authority, checkpoint, answer } of stamps) {
    if (readCheckpoint(checkpoint)?.size !== size) {
      told.fault(
        "timestamp",
        `The time stamp of ${authority} is not over the checkpoint of ${entries(size)} that it is said to be over.`,
      );
      continue;
    }
    const checked = checkedTimestamp(Buffer.from(answer, "base64"), { words: checkpoint, trusted: certificates });
    const which = `The time stamp of ${authority} over ${entries(size)}`;
    if ("refusal" in checked) {
      told.fault("timestamp", `${which} is wrong: ${checked.refusal}.`);
      continue;
    }
    const { at, by, isTrusted } = checked.stamped;
    if (isTrusted === false)
      told.fault("timestamp", `${which} is signed by ${by}, which does not lead to a certificate you trust.`);
    else if (!newest.has(authority))
      newest.set(
        authority,
        `${which} says that they were there on ${at.toISOString()} (${by}${isTrusted ? "" : "; whose certificate this is was not checked, give --trust FILE"}).`,
      );
  }
  for (const sentence of newest.values()) told.note("timestamp", sentence);
}
