/** Identifiers: UUIDv7 text, so that rows sort by the moment they were made; and bytes that begin with their moment. */
import { randomBytes, randomUUID } from "node:crypto";

const MOMENT_DIGITS = 12;
const BEFORE_RANDOM = "xxxxxxxx-xxxx-4".length;
const TURN_DIGITS = 3;
const TURNS = 16 ** TURN_DIGITS;

/** A new id for a row made at `at`. Ids made in one millisecond have no order among themselves. */
export function newId(at: Date): string {
  // What is random in version 4 stands where version 7 has it, its variant too.
  return momentOf(at) + randomUUID().slice(BEFORE_RANDOM);
}

/**
 * Makes ids of one kind. Those one process makes in one millisecond sort in the order they were made, up to some thousands:
 * rows are added at the end of an index and not anywhere near it (RFC 9562, 6.2, method 1). Of one kind, because how many
 * came between two that are public is seen in them: it must be nothing but how many of these.
 */
export function idsInTurn(): (at: Date) => string {
  const turnAt = turns();
  return (at) => {
    const random = randomUUID();
    const digits = random.slice(BEFORE_RANDOM, BEFORE_RANDOM + TURN_DIGITS);
    const turn = turnAt(at, () => Number.parseInt(digits, 16) >>> 1) % TURNS;
    return momentOf(at) + turn.toString(16).padStart(TURN_DIGITS, "0") + random.slice(BEFORE_RANDOM + TURN_DIGITS);
  };
}

// Of one moment many are made.
let lastMoment = { ms: Number.NaN, text: "" };

function momentOf(at: Date): string {
  const ms = at.getTime();
  if (ms !== lastMoment.ms) {
    const digits = ms.toString(16).padStart(MOMENT_DIGITS, "0");
    lastMoment = { ms, text: `${digits.slice(0, 8)}-${digits.slice(8)}-7` };
  }
  return lastMoment.text;
}

const MOMENT_BYTES = 6;
const TURN_BYTES = 4;
/** With so many bytes, which are no secret, those of `bytesInTurn` begin. */
export const BYTES_OF_TURN = MOMENT_BYTES + TURN_BYTES;

/** Makes bytes of one kind, nobody can guess, behind their moment and their turn in it: kept by them, rows lie side by side. */
export function bytesInTurn({ random }: { readonly random: number }): (at: Date) => Buffer {
  const turnAt = turns();
  return (at) => {
    const bytes = randomBytes(BYTES_OF_TURN + random);
    const turn = turnAt(at, () => bytes.readUInt32BE(MOMENT_BYTES) >>> 1);
    bytes.writeUIntBE(at.getTime(), 0, MOMENT_BYTES);
    bytes.writeUInt32BE(turn >>> 0, MOMENT_BYTES);
    return bytes;
  };
}

/** Counts within a millisecond, from what is drawn for its first: half of the numbers there are, so that others follow. */
function turns(): (at: Date, first: () => number) => number {
  let last = { ms: -1, turn: 0 };
  return (at, first) => {
    const ms = at.getTime();
    last = { ms, turn: ms === last.ms ? last.turn + 1 : first() };
    return last.turn;
  };
}
