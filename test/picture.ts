/** Pictures of whole pages, for people to look at. Runs on Node. */
import assert from "node:assert/strict";
import { stat } from "node:fs/promises";
import type { Page } from "playwright-core";

// A picture of nothing is smaller than this.
const LEAST_BYTES = 5_000;

/** The page as it stands, whole, as a PNG at `path`. Throws where it shows nothing. */
export async function picture(page: Page, path: string): Promise<void> {
  await page.evaluate(everythingShown);
  await page.screenshot({ path, fullPage: true });
  assert.ok((await stat(path)).size > LEAST_BYTES, `${path} shows nothing`);
}

/** Runs in the page: its faces, and the pictures a reader would have scrolled to. */
async function everythingShown(): Promise<void> {
  await document.fonts.ready;
  const pictures = [...document.images];
  for (const picture of pictures) picture.loading = "eager";
  await Promise.all(pictures.map((picture) => picture.decode()));
}
