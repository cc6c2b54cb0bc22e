import { expect, test } from "bun:test";
import { engines } from "#test/engines.ts";
import { proveImport, type Source } from "#test/proofs/import.ts";

// Small here; `npm run prove import -- --kills 200` is the whole of it.
const KILLS: Readonly<Record<Source, number>> = { wxr: 8, ghost: 3, rss: 3 };
const STORIES = 60;

for (const engine of engines)
  for (const source of ["wxr", "ghost", "rss"] as const) {
    test(`${engine}: an import of ${source} that is killed and begun again leaves what one leaves that nobody disturbed`, async () => {
      const kills = KILLS[source];
      const figures = await proveImport(engine, { source, kills, stories: STORIES, seed: 20_261_127 });
      expect(figures.kills).toBe(kills);
      expect(figures.stories).toBeGreaterThan(STORIES / 2);
    }, 600_000);
  }
