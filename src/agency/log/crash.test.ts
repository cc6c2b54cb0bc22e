import { expect, test } from "bun:test";
import { engines } from "#test/engines.ts";
import { proveLog } from "#test/proofs/log.ts";

// Small here; `npm run prove log -- --kills 200` is the whole of it.
for (const engine of engines) {
  test(`${engine}: what was published before a kill is in the log once, and no checkpoint handed out is contradicted`, async () => {
    const { acknowledged, entries, served } = await proveLog({ engine, kills: 10, seed: 20_260_302 });
    expect(acknowledged).toBeGreaterThan(10);
    expect(entries).toBeGreaterThanOrEqual(acknowledged);
    expect(served).toBeGreaterThan(0);
  }, 240_000);
}
