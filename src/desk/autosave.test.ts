import { expect, test } from "bun:test";
import { engines } from "#test/engines.ts";
import { proveAutosave } from "#test/proofs/autosave.ts";
import { until } from "#test/until.ts";

// Small here; `npm run prove autosave` is the whole of it.
const SAVES_BETWEEN_KILLS = 30;

for (const engine of engines) {
  test(`${engine}: ten editors lose no acknowledged word to a kill -9, and none to each other`, async () => {
    const typing = (saves: () => number) => {
      const before = saves();
      return until("they save", () => saves() >= before + SAVES_BETWEEN_KILLS);
    };
    const { saves, conflicts } = await proveAutosave({ engine, kills: 1, typing });
    expect(saves).toBeGreaterThanOrEqual(2 * SAVES_BETWEEN_KILLS);
    expect(conflicts).toBeGreaterThan(0);
  }, 120_000);
}
