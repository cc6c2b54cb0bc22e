/**
 * Every kind of public page as readers see it: narrow and wide, light and dark, left-to-right and back. Each is pictured, for
 * people to look at, and seen to on the way: axe.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { axeFaults } from "../faults.ts";
import { inTurn } from "../looks.ts";
import { openedFor } from "../opened.ts";
import { picture } from "../picture.ts";
import { oneOfEachKind, tour, type Visited } from "../tour.ts";

const FOLDER = ".screenshots/site";

let kinds: readonly Visited[];

const here = openedFor({
  folder: FOLDER,
  ready: async ({ server }) => {
    kinds = oneOfEachKind(await tour(server.address));
  },
});

const LOOKS = [
  { colorScheme: "light", width: 390 },
  { colorScheme: "dark", width: 1280 },
  { colorScheme: "dark", width: 390 },
  { colorScheme: "light", width: 1280 },
] as const;

for (const [at, { colorScheme, width }] of LOOKS.entries()) {
  test(`kinds of page are pictured, and axe finds nothing on them: ${colorScheme}, ${width} pixels`, async () => {
    const context = await here.browser.newContext({ colorScheme, viewport: { width, height: 900 } });
    const page = await context.newPage();
    const faults: string[] = [];
    for (const kind of inTurn(kinds, { at, of: LOOKS.length })) {
      await page.goto(here.server.address + kind.path);
      faults.push(...(await axeFaults(page)).map((fault) => `${kind.path}: ${fault}`));
      await picture(page, `${FOLDER}/${nameOf(kind)}-${width}-${colorScheme}.png`);
    }
    assert.deepEqual(faults, []);
    await context.close();
  });
}

/** `en-labels-organisation` */
function nameOf({ edition, kind }: Visited): string {
  const steps = kind.replace("/{edition}", "").replaceAll(/[{}]/g, "").split("/").filter(Boolean);
  return [edition || "root", ...(steps.length > 0 ? steps : ["front"])].join("-");
}
