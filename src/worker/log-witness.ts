/** Has a witness sign the newest checkpoint. One that does not is asked again, and publication goes on meanwhile. */
import { z } from "zod";
import { keepCosignature, proofFrom, type Unwitnessed, unwitnessed } from "#agency/log/vouched.ts";
import { cosignatureIn, sizeAnswered, submissionText, type Witness } from "#lib/merkle/witness.ts";
import { ask } from "#outside/ask.ts";
import { type Db, reading } from "#store/db.ts";
import type { Outside } from "./outside.ts";
import { type Handler, handler } from "./work.ts";

export function logWitness({ witnesses = [] }: Outside): Handler {
  return handler(z.object({ witness: z.string() }), async ({ witness: name }, { db, at }) => {
    const witness = witnesses.find(({ key }) => key.name === name);
    // One that is not set any more is asked nothing.
    const wanted = witness && (await reading(db, (db) => unwitnessed(db, name)));
    if (!witness || !wanted) return;
    const line = await signedBy(db, witness, wanted, { old: wanted.signedBefore, isLast: false });
    await keepCosignature(db, { size: wanted.size, witness: name, line, at });
  });
}

// C2SP asks for room for many lines of a few hundred letters.
const MOST_BYTES = 64 * 1024;

type From = { readonly old: number; readonly isLast: boolean };

/** The line it answers with. Where it has signed another size than we know of, it says so, and is asked from there. */
async function signedBy(db: Db, witness: Witness, wanted: Unwitnessed, { old, isLast }: From): Promise<string> {
  const { size, checkpoint } = wanted;
  const proof = await reading(db, (db) => proofFrom(db, old, size));
  const body = submissionText({ old, proof, checkpoint });
  const { status, bytes } = await ask(`${witness.url}/add-checkpoint`, { body, mostBytes: MOST_BYTES });
  const answer = Buffer.from(bytes).toString();
  if (status === 200) {
    const line = cosignatureIn(answer, checkpoint, witness.key);
    if (line === undefined)
      throw new Error(`The witness ${witness.key.name} answered without a good signature of its own.`);
    return line;
  }
  const signed = status === 409 ? sizeAnswered(answer) : undefined;
  if (signed !== undefined && signed !== old && signed <= size && !isLast)
    return signedBy(db, witness, wanted, { old: signed, isLast: true });
  throw new Error(refusal(witness.key.name, status, signed, size));
}

function refusal(name: string, status: number, signed: number | undefined, size: number): string {
  const who = `The witness ${name}`;
  if (signed !== undefined && signed > size)
    return `${who} has signed ${signed} entries of this log, and here are ${size}: an older copy of the data was put back, or somebody else signs with the key.`;
  if (status === 404) return `${who} does not know this log: its operator has to add its key (/log/key).`;
  if (status === 403) return `${who} knows this log by another key.`;
  if (status === 409 || status === 422)
    return `${who} finds that the log does not go on from what it signed before. Ask: dateline verify`;
  return `${who} answered ${status}.`;
}
