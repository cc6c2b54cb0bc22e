/** What a witness is asked and what it answers (C2SP tlog-witness, cosignature/v1). Knows no network. */
import { checkedBy, cosignedAt, type Note, readNote, signatureLine, type Verifier } from "./note.ts";
import type { Hash } from "./tree.ts";

/** Somebody else's server that signs the checkpoints of a log, and only those that go on from what it signed before. */
export type Witness = {
  /** Its submission prefix, without a slash at its end. */
  readonly url: string;
  readonly key: Verifier;
};

export type Submission = {
  /** What the witness signed last; 0 for nothing. */
  readonly old: number;
  readonly proof: readonly Hash[];
  readonly checkpoint: string;
};

export function submissionText({ old, proof, checkpoint }: Submission): string {
  const hashes = proof.map((hash) => `${Buffer.from(hash).toString("base64")}\n`).join("");
  return `old ${old}\n${hashes}\n${checkpoint}`;
}

/** The size a witness answers with when it has signed another one than it was told (409); nothing for anything else. */
export function sizeAnswered(body: string): number | undefined {
  const [, size] = /^(0|[1-9]\d{0,15})\n$/.exec(body) ?? [];
  return size === undefined ? undefined : Number(size);
}

/** The line of this witness in its answer, checked; nothing where it is missing or bad. Lines of others are ignored. */
export function cosignatureIn(answer: string, checkpoint: string, key: Verifier): string | undefined {
  const note = readNote(checkpoint + answer);
  const own = note?.signatures.filter(({ name, id }) => name === key.name && id === key.id) ?? [];
  const [signature] = own;
  return note && signature && checkedBy(note, key) === "good" ? signatureLine(signature) : undefined;
}

/** When this witness says that it saw the note; nothing where it has not signed it, or badly. */
export function witnessedAt(note: Note, key: Verifier): Date | undefined {
  if (checkedBy(note, key) !== "good") return undefined;
  const times = note.signatures
    .filter(({ name, id }) => name === key.name && id === key.id)
    .map((signature) => cosignedAt(signature));
  return times.sort((one, other) => one.getTime() - other.getTime())[0];
}
