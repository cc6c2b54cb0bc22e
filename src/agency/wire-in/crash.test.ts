import { expect, test } from "bun:test";
import { engines } from "#test/engines.ts";
import { proveWireIn } from "#test/proofs/wire-in.ts";

// Small here; `npm run prove wire-in -- --kills 200` is the whole of it.
const kills = 5;

for (const engine of engines) {
  test(`${engine}: copy that is taken in while its taker is killed is neither lost nor there twice`, async () => {
    const figures = await proveWireIn(engine, { kills, seed: 20_261_126 });
    expect(figures).toEqual({ kills, files: 20, items: 10, versions: 20 });
  }, 600_000);
}
