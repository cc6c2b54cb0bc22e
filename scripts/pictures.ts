/**
 * Prints the drawings as JPEG files into `test/newsroom/pictures/`. Run it again after changing
 * one: `bun scripts/pictures.ts [name …]`. Needs Chromium (`CHROMIUM_PATH`).
 */
import { join } from "node:path";
import { chromium } from "playwright-core";
import { HEIGHT, WIDTH } from "#test/newsroom/drawings/draw.ts";
import { DRAWINGS } from "#test/newsroom/drawings/drawings.ts";
import { PICTURES_DIRECTORY } from "#test/newsroom/pictures.ts";

const QUALITY = 74;

const wanted = process.argv.slice(2);
const names = Object.keys(DRAWINGS).filter((name) => wanted.length === 0 || wanted.includes(name));

const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } });
for (const name of names) {
  const draw = DRAWINGS[name];
  if (!draw) continue;
  await page.setContent(`<!doctype html><style>body{margin:0}svg{display:block}</style>${draw()}`);
  await page.screenshot({ path: join(PICTURES_DIRECTORY, `${name}.jpg`), type: "jpeg", quality: QUALITY });
}
await browser.close();
