import { expect, test } from "bun:test";
import { proveNodes } from "#test/proofs/nodes.ts";

// Small here; `npm run prove nodes` is the whole of it.
test("postgres: three nodes lose nothing when one is killed, one frozen, the database crashed and a next version takes over", async () => {
  const { faults, repliesAcknowledged, lettersAsked, pagesChecked } = await proveNodes({
    publications: 10,
    seconds: 1,
    letters: 30,
  });
  expect(faults.map(({ fault }) => fault)).toEqual(["nothing", "kill", "freeze", "database", "rolling"]);
  for (const { fault, reads, readsUnanswered, proxyUnanswered } of faults) {
    expect([fault, proxyUnanswered]).toEqual([fault, 0]);
    expect(reads).toBeGreaterThan(0);
    // From memory all the while; a node that is just being killed or replaced answers nobody.
    if (fault === "nothing" || fault === "database") expect([fault, readsUnanswered]).toEqual([fault, 0]);
  }
  expect(repliesAcknowledged).toBeGreaterThan(20);
  expect(lettersAsked).toBe(30);
  expect(pagesChecked).toBeGreaterThan(100);
}, 600_000);
