import { expect, test } from "bun:test";
import { createHash } from "node:crypto";
import { digestOf, newGuestToken } from "./addresses.ts";

const AT = new Date("2026-11-27T12:00:00Z");

test("tokens of devices that came one after another are kept in that order, by digests nobody can make a token of", () => {
  const tokens = Array.from({ length: 200 }, (_, of) => newGuestToken(new Date(AT.getTime() + Math.floor(of / 50))));
  const digests = tokens.map(digestOf);
  expect(digests.toSorted()).toEqual(digests);
  expect(new Set(tokens.map((token) => token.slice(14))).size).toBe(tokens.length);
  for (const [at, token] of tokens.entries()) expect(digests[at]).not.toContain(token.slice(14));
});

test("a token from before they said their moment is found by the digest it was kept under", () => {
  const token = "q".repeat(32);
  expect(digestOf(token)).toBe(createHash("sha256").update(token).digest("hex"));
});
