/**
 * Sends to many receivers at once: who hangs takes a place for a while, a host and those that failed before have a share of the
 * places each, and the others have the rest. Who waits is taken from the store in batches.
 */
import { newBell } from "#lib/bell.ts";
import type { Room, Waiting } from "#lib/fairly.ts";

const AT_ONCE = 256;
const FAILING_AT_ONCE = AT_ONCE / 2;
const OF_A_HOST_AT_ONCE = 16;
const TAKEN_AT_A_TIME = 64;

type Round<One extends Waiting> = {
  /** Takes who is due and holds them, as far as there is room. */
  readonly take: (room: Room) => Promise<readonly One[]>;
  readonly send: (one: One) => Promise<void>;
  readonly signal: AbortSignal;
};

/** A round ends when nobody is due any more. Who asks while one goes on has it look again, and need not wait for it. */
export function newRounds<One extends Waiting>(): (round: Round<One>) => Promise<void> {
  const sending = new Set<One>();
  const bell = newBell();
  let isOn = false;
  let isAsked = false;

  async function sendAll({ take, send, signal }: Round<One>): Promise<void> {
    const broken: unknown[] = [];
    const begin = (one: One) => {
      sending.add(one);
      send(one)
        .catch((cause: unknown) => broken.push(cause))
        .finally(() => {
          sending.delete(one);
          bell.ring();
        });
    };
    for (;;) {
      const rung = bell.next();
      isAsked = false;
      const room = roomBeside(sending);
      const isOver = signal.aborted || broken.length > 0;
      const taken = room.most === 0 || isOver ? [] : await take(room);
      for (const one of taken) begin(one);
      if (taken.length > 0 || (isAsked && !isOver)) continue;
      if (sending.size === 0) break;
      await rung;
    }
    if (broken.length > 0) throw new Error("it could not be noted how sending went", { cause: broken[0] });
  }

  return async (round) => {
    isAsked = true;
    bell.ring();
    if (isOn) return;
    isOn = true;
    try {
      await sendAll(round);
    } finally {
      isOn = false;
    }
  };
}

function roomBeside(sending: ReadonlySet<Waiting>): Room {
  const busy = new Map<string, number>();
  let failing = 0;
  for (const { host, failures } of sending) {
    busy.set(host, (busy.get(host) ?? 0) + 1);
    if (failures > 0) failing += 1;
  }
  return {
    most: Math.min(TAKEN_AT_A_TIME, AT_ONCE - sending.size),
    failing: Math.max(0, FAILING_AT_ONCE - failing),
    ofAHost: OF_A_HOST_AT_ONCE,
    busy,
  };
}
