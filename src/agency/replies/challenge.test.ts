import { expect, test } from "bun:test";
import { challengeOf, isAnswer, newChallenge, sumOf } from "./challenge.ts";
import { framed } from "./signed.ts";

const AT = new Date("2026-11-20T12:00:00Z");
const TOKENS = 20_000;

test("no answer is likelier than another: who guesses blindly is right in one of a hundred tries", () => {
  const counts = new Map<number, number>();
  const words = new Set<string>();
  for (let one = 0; one < TOKENS; one++) {
    const { challenge } = newChallenge("key", { kind: "sum", articleId: "a", at: AT });
    const { left, sign, right, answer } = sumOf("key", challenge);
    expect(sign === "+" ? left + right : sign === "−" ? left - right : left * right).toBe(answer);
    counts.set(answer, (counts.get(answer) ?? 0) + 1);
    words.add(sign);
  }
  expect([...counts.keys()].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, at) => at + 1));
  expect([...words].toSorted()).toEqual(["+", "×", "−"].toSorted());
  // Of 200 expected, 270 is five standard deviations away: chance comes there once in a hundred thousand runs.
  expect(Math.max(...counts.values())).toBeLessThan(270);
});

test("a right answer may be written in figures of any script, and in no other way", () => {
  const { challenge } = newChallenge("key", { kind: "sum", articleId: "a", at: AT });
  const { answer } = sumOf("key", challenge);
  const arabic = String(answer).replaceAll(/\d/g, (figure) => String.fromCharCode(0x660 + Number(figure)));
  for (const typed of [String(answer), ` ${answer} `, arabic]) expect(isAnswer("key", challenge, typed)).toBe(true);
  for (const typed of [
    `${answer}abc`,
    `${answer}.0`,
    `-${answer}`,
    "",
    "NaN",
    String(answer + 1),
    `0x${answer.toString(16)}`,
  ])
    expect([typed, isAnswer("key", challenge, typed)]).toEqual([typed, false]);
});

test("what is signed is told apart by lengths: a letter moved from one field to the next is another text", () => {
  expect(framed(["ab", "c"])).not.toEqual(framed(["a", "bc"]));
  expect(framed(["a", "", "b"])).not.toEqual(framed(["a", "b"]));
  const { token } = newChallenge("key", { kind: "sum", articleId: "a", at: AT });
  expect(challengeOf("key", token, { articleId: "a", at: AT })).toHaveProperty("challenge");
  expect(challengeOf("another key", token, { articleId: "a", at: AT })).toEqual({ problem: "not-ours" });
});

test("challenges given one after another lie side by side, each with twelve bytes of its own that nobody can tell", () => {
  const nonces = Array.from({ length: 500 }, () =>
    Buffer.from(newChallenge("key", { kind: "sum", articleId: "a", at: AT }).challenge.nonce, "base64url"),
  );
  const steps = nonces.slice(1).map((nonce, at) => (nonce.readUInt32BE(6) - (nonces[at]?.readUInt32BE(6) ?? 0)) >>> 0);
  expect(new Set(steps)).toEqual(new Set([1]));
  expect(nonces.every((nonce) => nonce.readUIntBE(0, 6) === AT.getTime())).toBe(true);
  expect(new Set(nonces.map((nonce) => nonce.subarray(10).toString("hex"))).size).toBe(500);
  expect(nonces[0]?.length).toBe(22);
});
