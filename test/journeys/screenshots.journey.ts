/** A picture of every kind of page, for people to look at: narrow and wide, light and dark, left-to-right and back. */
import assert from "node:assert/strict";
import { mkdir, rm, stat } from "node:fs/promises";
import { test } from "node:test";
import { withBrowser, withServer } from "../browser.ts";
import { oneOfEachKind, tour, type Visited } from "../tour.ts";

const FOLDER = ".screenshots/site";
const WIDTHS = [390, 1280];
const SCHEMES = ["light", "dark"] as const;
// A picture of nothing is smaller than this.
const LEAST_BYTES = 5_000;

test("every kind of page is pictured, narrow and wide, light and dark, in every direction", async () => {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  await withServer(({ address }) =>
    withBrowser(async (browser) => {
      const kinds = oneOfEachKind(await tour(address));
      for (const colorScheme of SCHEMES) {
        for (const width of WIDTHS) {
          const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
          const page = await context.newPage();
          for (const kind of kinds) {
            await page.goto(address + kind.path);
            await page.evaluate(everythingShown);
            const path = `${FOLDER}/${nameOf(kind)}-${width}-${colorScheme}.png`;
            await page.screenshot({ path, fullPage: true });
            assert.ok((await stat(path)).size > LEAST_BYTES, `${path} shows nothing`);
          }
          await context.close();
        }
      }
    }),
  );
});

/** Runs in the page: its faces, and the pictures a reader would have scrolled to. */
async function everythingShown(): Promise<void> {
  await document.fonts.ready;
  const pictures = [...document.images];
  for (const picture of pictures) picture.loading = "eager";
  await Promise.all(pictures.map((picture) => picture.decode()));
}

/** `en-labels-organisation` */
function nameOf({ edition, kind }: Visited): string {
  const steps = kind.replace("/{edition}", "").replaceAll(/[{}]/g, "").split("/").filter(Boolean);
  return [edition || "root", ...(steps.length > 0 ? steps : ["front"])].join("-");
}
