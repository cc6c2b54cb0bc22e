import { expect, test } from "bun:test";
import { engines } from "#test/engines.ts";
import { proveReplies } from "#test/proofs/replies.ts";

// Small here; `npm run prove replies -- --kills 200` is the whole of it.
for (const engine of engines) {
  test(`${engine}: a reply acknowledged before a kill is there once, and what is sent again is not kept twice`, async () => {
    const { acknowledged, again } = await proveReplies({ engine, kills: 4, seed: 20_261_126 });
    expect(acknowledged).toBeGreaterThan(100);
    expect(again).toBeGreaterThan(0);
  }, 240_000);
}
