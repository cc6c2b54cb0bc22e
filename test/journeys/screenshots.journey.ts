/** A picture of every kind of page, for people to look at: narrow and wide, light and dark, left-to-right and back. */
import assert from "node:assert/strict";
import { mkdir, rm, stat } from "node:fs/promises";
import { test } from "node:test";
import type { APIRequestContext, Page } from "playwright-core";
import { withBrowser, withServer } from "../browser.ts";
import { signedIn } from "../colleague.ts";
import { onePageOfEachKind } from "../desk-walk.ts";
import { oneOfEachKind, tour, type Visited } from "../tour.ts";

const FOLDER = ".screenshots/site";
const DESK_FOLDER = ".screenshots/desk";
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
            await picture(page, `${FOLDER}/${nameOf(kind)}-${width}-${colorScheme}.png`);
          }
          await context.close();
        }
      }
    }),
  );
});

test("every page of the desk is pictured, in a direction, a light and a width of each kind", async () => {
  await rm(DESK_FOLDER, { recursive: true, force: true });
  await mkdir(DESK_FOLDER, { recursive: true });
  await withServer((server) =>
    withBrowser(async (browser) => {
      for (const [language, colorScheme, width] of DESK_LOOKS) {
        const who = { name: `Ada-${language}-${width}`, role: "administrator", language } as const;
        const viewport = { width, height: 900 };
        const context = await signedIn(browser, server, who, { baseURL: server.address, colorScheme, viewport });
        const page = await context.newPage();
        for (const { address, path } of await onePageOfEachKind(reading(context.request))) {
          await page.goto(path);
          const name = address.replaceAll(/[^a-z]+/g, "-").replaceAll(/^-desk-?|-$/g, "") || "today";
          await picture(page, `${DESK_FOLDER}/${language}-${width}-${colorScheme}-${name}.png`);
        }
        await context.close();
      }
    }),
  );
});

const DESK_LOOKS = [
  ["en", "light", 390],
  ["en", "dark", 1280],
  ["ar", "dark", 390],
  ["ar", "light", 1280],
] as const;

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
