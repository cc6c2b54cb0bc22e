/**
 * Every page of the desk as its people see it: narrow and wide, light and dark, left-to-right and back. Each is pictured, for
 * people to look at, and seen to on the way: axe, valid HTML, nothing wider than the window.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { APIRequestContext } from "playwright-core";
import { signedIn } from "../colleague.ts";
import { type DeskPlace, onePageOfEachKind } from "../desk-walk.ts";
import { pageFaults } from "../faults.ts";
import { inTurn } from "../looks.ts";
import { openedFor } from "../opened.ts";
import { picture } from "../picture.ts";

const FOLDER = ".screenshots/desk";

// One address, another form.
const MORE = [{ address: "/desk/wire/+channels/+new-mailbox", path: "/desk/wire/+channels/+new?kind=mailbox" }];

const here = openedFor({ folder: FOLDER });
// Administrators get to the same pages in any language: they are walked once.
let desk: readonly Pick<DeskPlace, "address" | "path">[] | undefined;

const LOOKS = [
  { language: "en", colorScheme: "light", width: 1280 },
  { language: "ar", colorScheme: "dark", width: 390 },
  { language: "ru", colorScheme: "light", width: 390 },
  { language: "ar", colorScheme: "dark", width: 1280 },
] as const;

for (const [at, { language, colorScheme, width }] of LOOKS.entries()) {
  const look = `${language}-${width}-${colorScheme}`;
  test(`pages of the desk are pictured and without a fault: ${language}, ${colorScheme}, ${width} pixels`, async () => {
    const { browser, server } = here;
    const who = { name: `Ada-${look}`, role: "administrator", language } as const;
    const viewport = { width, height: 900 };
    const context = await signedIn(browser, server, who, { baseURL: server.address, colorScheme, viewport });
    const page = await context.newPage();
    const faults: string[] = [];
    desk ??= [...(await onePageOfEachKind(reading(context.request))), ...MORE];
    for (const { address, path } of inTurn(desk, { at, of: LOOKS.length })) {
      const html = (await (await page.goto(path))?.text()) ?? "";
      const found = await pageFaults(page, html);
      faults.push(...found.map((fault) => `${path}: ${fault}`));
      const name = address.replaceAll(/[^a-z]+/g, "-").replaceAll(/^-desk-?|-$/g, "") || "today";
      await picture(page, `${FOLDER}/${look}-${name}.png`);
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
