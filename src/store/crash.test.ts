import { expect, test } from "bun:test";
import { engines } from "#test/engines.ts";
import { proveTwoWriters, proveWork, proveWrites } from "#test/proofs/store.ts";

// Small here; `npm run prove store -- --kills 200` is the whole of it.
const kills = 5;
const seed = 20_260_302;

for (const engine of engines) {
  test(`${engine}: what was acknowledged survives kill -9, and no action is kept by half`, async () => {
    const { acknowledged, kept } = await proveWrites({ engine, kills, seed });
    expect(acknowledged).toBeGreaterThan(kills);
    expect(kept).toBeGreaterThanOrEqual(acknowledged);
  }, 120_000);

  test(`${engine}: a job whose worker was killed in the middle of it is done by the next`, async () => {
    const { jobs, begun, done } = await proveWork({ engine, kills, seed });
    expect(begun).toBeGreaterThanOrEqual(kills);
    expect(done).toBe(jobs);
  }, 120_000);

  test(`${engine}: two processes write at once and neither loses or refuses anything`, async () => {
    expect(await proveTwoWriters(engine, 300)).toEqual([300, 300]);
  }, 120_000);
}
