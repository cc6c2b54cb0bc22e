import { expect, test } from "bun:test";
import { USUAL_BITS } from "#agency/replies/challenge.ts";
import { newDifficulty } from "./difficulty.ts";
import { networkOf, newRate } from "./rate.ts";

const NOON = new Date("2026-11-26T12:00:00Z");
const later = (ms: number) => new Date(NOON.getTime() + ms);

test("a network is the first 24 bits of an address of version 4, and the first 56 of one of version 6", () => {
  expect(networkOf("203.0.113.7")).toBe(networkOf("203.0.113.250"));
  expect(networkOf("203.0.113.7")).not.toBe(networkOf("203.0.114.7"));
  const home = networkOf("2001:db8:1:aa00::1");
  expect(networkOf("2001:0DB8:0001:aaff:1:2:3:4")).toBe(home);
  expect(networkOf("2001:db8:1:ab00::1")).not.toBe(home);
  expect(networkOf("2001:db8::1")).toBe(networkOf("2001:db8:0:0:ffff::"));
  expect(networkOf("2001:db8::1")).not.toBe(networkOf("2001:db8:0:100::1"));
});

test("a network may send so many within its window, others are not counted with it, and a new window begins anew", () => {
  const rate = newRate({ most: 3, windowMs: 60_000 });
  const from = (host: number, at = NOON) => rate.isTooMany(`203.0.113.${host}`, at);
  expect([from(1), from(2), from(3), from(4)]).toEqual([false, false, false, true]);
  expect(rate.isTooMany("203.0.114.1", NOON)).toBe(false);
  expect(rate.countOf("203.0.113.9", NOON)).toBe(4);
  expect(from(1, later(59_999))).toBe(true);
  expect(from(1, later(60_000))).toBe(false);
});

test("of an address nobody knows none are counted, and two doors do not count together", () => {
  const [one, other] = [newRate({ most: 1, windowMs: 60_000 }), newRate({ most: 1, windowMs: 60_000 })];
  expect([one.isTooMany(undefined, NOON), one.isTooMany(undefined, NOON)]).toEqual([false, false]);
  expect([one.isTooMany("203.0.113.1", NOON), other.isTooMany("203.0.113.1", NOON)]).toEqual([false, false]);
});

test("with the day the key changes, and nothing of yesterday is known", () => {
  const rate = newRate({ most: 1, windowMs: 48 * 60 * 60 * 1000 });
  rate.isTooMany("203.0.113.1", NOON);
  expect(rate.countOf("203.0.113.1", later(60_000))).toBe(1);
  expect(rate.countOf("203.0.113.1", later(24 * 60 * 60 * 1000))).toBe(0);
});

test("work grows with what is asked for of one story, is bounded, and other stories keep the usual", () => {
  const difficulty = newDifficulty();
  const bits = (many: number, articleId = "a") =>
    Array.from({ length: many }, () => difficulty.bitsFor({ articleId, client: undefined, at: NOON })).at(-1);
  expect(bits(30)).toBe(USUAL_BITS);
  expect(bits(1)).toBe(USUAL_BITS + 1);
  expect(bits(30)).toBe(USUAL_BITS + 2);
  expect(bits(1_000)).toBe(USUAL_BITS + 4);
  expect(bits(1, "b")).toBe(USUAL_BITS);
  expect(difficulty.bitsFor({ articleId: "a", client: undefined, at: later(60_000) })).toBe(USUAL_BITS);
});

test("work grows for the network that asks for much, over all stories", () => {
  const difficulty = newDifficulty();
  const from = (client: string, at: number) => difficulty.bitsFor({ articleId: `story ${at}`, client, at: NOON });
  const all = Array.from({ length: 21 }, (_, at) => from("203.0.113.1", at));
  expect(all[9]).toBe(USUAL_BITS);
  expect(all[10]).toBe(USUAL_BITS + 1);
  expect(all[20]).toBe(USUAL_BITS + 2);
  expect(from("198.51.100.1", 99)).toBe(USUAL_BITS);
});
