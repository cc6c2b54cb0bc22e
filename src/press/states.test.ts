import { expect, test } from "bun:test";
import { engines } from "#test/engines.ts";
import { provePress } from "#test/proofs/press.ts";
import { stateShown } from "#test/states.ts";

// Small here; `npm run prove press` is the whole of it.
const publications = 20;

for (const engine of engines) {
  test(`${engine}: while a story is published again and again no page mixes two states or goes back`, async () => {
    const { reads, states } = await provePress(engine, publications);
    expect(reads).toBeGreaterThan(publications);
    expect(states).toBeGreaterThan(2);
  }, 60_000);
}

test("the proof would see a page that mixes two states", () => {
  expect(() => stateShown("ferry-strike-state-1 and ferry-strike-state-2")).toThrow("the states 1 and 2 at once");
  expect(stateShown("<h1>ferry-strike-state-7</h1><p>ferry-strike-state-7, harbour-state-8")).toBe(7);
});
