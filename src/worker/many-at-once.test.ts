import { expect, test } from "bun:test";
import { fairly, fullHosts, type Room, type Waiting } from "#lib/fairly.ts";
import { until } from "#test/until.ts";
import { newRounds } from "./many-at-once.ts";

type One = Waiting & { readonly name: string };
const { signal } = new AbortController();

/** Who waits, as the store would hand them out. */
function queueOf(all: readonly One[]) {
  const waiting = [...all];
  return async (room: Room) => {
    const full = fullHosts(room);
    const taken = fairly(
      waiting.filter(({ host }) => !full.includes(host)),
      room,
    );
    for (const one of taken) waiting.splice(waiting.indexOf(one), 1);
    return taken;
  };
}

function many(count: number, of: (at: number) => Omit<One, "name">): One[] {
  return Array.from({ length: count }, (_, at) => ({ name: `${of(at).host} ${at}`, ...of(at) }));
}

test("a host whose every receiver hangs, and many that failed before, keep nobody else waiting", async () => {
  const hanging = many(1000, () => ({ host: "hangs.example", failures: 0 }));
  const failed = many(300, (at) => ({ host: `failed-${at}.example`, failures: 1 }));
  const good = many(500, (at) => ({ host: `good-${at}.example`, failures: 0 }));
  const gate = Promise.withResolvers<void>();
  const [sent, held]: [string[], string[]] = [[], []];
  const ended = newRounds<One>()({
    signal,
    take: queueOf([...hanging, ...failed, ...good]),
    send: async ({ name }) => {
      if (name.startsWith("good")) return void sent.push(name);
      held.push(name);
      await gate.promise;
    },
  });
  await until("the good ones are all served", () => sent.length === good.length);
  expect(held.filter((name) => name.startsWith("hangs")).length).toBe(16);
  expect(held.filter((name) => name.startsWith("failed")).length).toBe(128);
  gate.resolve();
  await ended;
  expect(new Set(held).size).toBe(1300);
});

test("who asks while a round goes on does not wait for it, and it looks again", async () => {
  const waiting: One[] = [];
  const gate = Promise.withResolvers<void>();
  const sent: string[] = [];
  const rounds = newRounds<One>();
  const round = {
    signal,
    take: async () => waiting.splice(0),
    send: async ({ name }: One) => {
      sent.push(name);
      await gate.promise;
    },
  };
  waiting.push(...many(1, () => ({ host: "first.example", failures: 0 })));
  const ended = rounds(round);
  await until("the first is being sent to", () => sent.length === 1);
  waiting.push(...many(1, () => ({ host: "second.example", failures: 0 })));
  await rounds(round);
  await until("the second is sent to beside it", () => sent.length === 2);
  gate.resolve();
  await ended;
  expect(sent).toEqual(["first.example 0", "second.example 0"]);
});

test("what breaks ends the round when all that was begun is over", async () => {
  const take = queueOf(many(300, (at) => ({ host: `${at}.example`, failures: 0 })));
  let begun = 0;
  const broken = newRounds<One>()({
    signal,
    take,
    send: async () => {
      begun += 1;
      if (begun === 1) throw new Error("the disk is full");
    },
  });
  await expect(broken).rejects.toThrow("it could not be noted how sending went");
  expect(begun).toBeLessThan(300);
});
