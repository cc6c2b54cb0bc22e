/**
 * Every kind of page as people see it: narrow and wide, light and dark, left-to-right and back. Each is pictured, for people
 * to look at, and seen to on the way: axe, valid HTML, nothing wider than the window.
 */
import assert from "node:assert/strict";
import { mkdir, rm, stat } from "node:fs/promises";
import { after, before, test } from "node:test";
import type { APIRequestContext, Browser, Page } from "playwright-core";
import { openBrowser, openServer } from "../browser.ts";
import { signedIn } from "../colleague.ts";
import { type DeskPlace, onePageOfEachKind } from "../desk-walk.ts";
import { axeFaults, pageFaults } from "../faults.ts";
import { oneOfEachKind, tour, type Visited } from "../tour.ts";

const FOLDER = ".screenshots/site";
const DESK_FOLDER = ".screenshots/desk";
// A picture of nothing is smaller than this.
const LEAST_BYTES = 5_000;

// One address, another form.
const MORE = [{ address: "/desk/wire/+channels/+new-mailbox", path: "/desk/wire/+channels/+new?kind=mailbox" }];

let server: Awaited<ReturnType<typeof openServer>>;
let browser: Browser;
let kinds: readonly Visited[];
// Administrators get to the same pages in any language: they are walked once.
let desk: readonly Pick<DeskPlace, "address" | "path">[] | undefined;

before(async () => {
  for (const folder of [FOLDER, DESK_FOLDER]) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
  }
  [server, browser] = await Promise.all([openServer(), openBrowser()]);
  kinds = oneOfEachKind(await tour(server.address));
});

after(async () => {
  await browser.close();
  await server.stop();
});

for (const [colorScheme, width] of [
  ["light", 390],
  ["dark", 390],
  ["light", 1280],
  ["dark", 1280],
] as const) {
  test(`every kind of page is pictured, and axe finds nothing on it: ${colorScheme}, ${width} pixels`, async () => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
    const page = await context.newPage();
    const faults: string[] = [];
    for (const kind of kinds) {
      await page.goto(server.address + kind.path);
      faults.push(...(await axeFaults(page)).map((fault) => `${kind.path}: ${fault}`));
      await picture(page, `${FOLDER}/${nameOf(kind)}-${width}-${colorScheme}.png`);
    }
    assert.deepEqual(faults, []);
    await context.close();
  });
}

for (const [language, colorScheme, width] of [
  ["en", "light", 390],
  ["en", "dark", 1280],
  ["ar", "dark", 390],
  ["ar", "light", 1280],
] as const) {
  const look = `${language}-${width}-${colorScheme}`;
  test(`every page of the desk is pictured and without a fault: ${language}, ${colorScheme}, ${width} pixels`, async () => {
    const who = { name: `Ada-${look}`, role: "administrator", language } as const;
    const viewport = { width, height: 900 };
    const context = await signedIn(browser, server, who, { baseURL: server.address, colorScheme, viewport });
    const page = await context.newPage();
    const faults: string[] = [];
    desk ??= [...(await onePageOfEachKind(reading(context.request))), ...MORE];
    for (const { address, path } of desk) {
      const html = (await (await page.goto(path))?.text()) ?? "";
      const found = await pageFaults(page, html);
      faults.push(...found.map((fault) => `${path}: ${fault}`));
      const name = address.replaceAll(/[^a-z]+/g, "-").replaceAll(/^-desk-?|-$/g, "") || "today";
      await picture(page, `${DESK_FOLDER}/${look}-${name}.png`);
    }
    assert.deepEqual(faults, []);
    await context.close();
  });
}

function reading(request: APIRequestContext) {
  return async (path: string) => {
    const response = await request.get(path);
    return response.ok() ? response.text() : undefined;
  };
}

async function picture(page: Page, path: string): Promise<void> {
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

/** `en-labels-organisation` */
function nameOf({ edition, kind }: Visited): string {
  const steps = kind.replace("/{edition}", "").replaceAll(/[{}]/g, "").split("/").filter(Boolean);
  return [edition || "root", ...(steps.length > 0 ? steps : ["front"])].join("-");
}
