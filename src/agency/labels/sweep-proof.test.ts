import { expect, test } from "bun:test";
import { engines } from "#test/engines.ts";
import { labelsShown } from "#test/labels-shown.ts";
import { proveSweep } from "#test/proofs/sweep.ts";

// Small here; `npm run prove sweep` is the whole of it.
const articles = 1_200;

for (const engine of engines) {
  test(`${engine}: a sweep that is killed goes on, and no reader meets half a page's labels while its list is applied`, async () => {
    const { killedAt, wentOnAt, changed, recorded, read } = await proveSweep(engine, articles);
    expect(killedAt).toBeLessThan(articles);
    expect(wentOnAt).toBeGreaterThan(killedAt);
    expect([changed, recorded]).toEqual([63, 63]);
    expect(read).toBeGreaterThan(30);
  }, 240_000);
}

test("the proof would see a page with half its labels", () => {
  expect(labelsShown("Crimson Daybreak and Crimson Daybreak (banned in Karvia)")).toBe("half");
  expect(labelsShown("Crimson Daybreak (banned in Karvia)")).toBe("all");
  expect(labelsShown("Crimson Daybreak")).toBe("none");
});
