/** Every page of the desk without a mouse: all of it is reached by Tab, in the order it is read, and shows where one is. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { BrowserContext, Page } from "playwright-core";
import { signedIn } from "../colleague.ts";
import { type DeskPlace, onePageOfEachKind } from "../desk-walk.ts";
import { keyboardFaults } from "../keyboard.ts";
import { looks } from "../looks.ts";
import { openedFor } from "../opened.ts";

const here = openedFor();
let desk: readonly DeskPlace[] | undefined;

for (const { language, width } of looks({
  everyDay: [{ language: "ar", width: 390 }],
  more: [{ language: "en", width: 1280 }],
})) {
  test(`everything on every page is reached by Tab in the order it is read, and shows that it is: ${language}, ${width} pixels`, async () => {
    const context = await colleague(`Ada-${language}`, language, width);
    const page = await context.newPage();
    const faults: string[] = [];
    desk ??= await onePageOfEachKind((path) => read(context, path));
    for (const { path } of desk) {
      await page.goto(path);
      await page.waitForLoadState("networkidle");
      faults.push(...(await keyboardFaults(page)).map((fault) => `${path}: ${fault}`));
    }
    assert.deepEqual(faults, []);
    await context.close();
  });
}

test("the first press of Tab skips the menu", async () => {
  const context = await colleague("Ines", "en", 1280);
  for (const path of ["/desk/", "/desk/house/agency", "/desk/staff"]) {
    const page = await context.newPage();
    await page.goto(path);
    await page.keyboard.press("Tab");
    const skip = page.locator(":focus");
    assert.equal(await skip.getAttribute("href"), "#page", path);
    const box = await skip.boundingBox();
    assert.ok(box && box.x >= 0 && box.y >= 0 && box.height > 10, `${path} shows no link to skip by`);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.equal(await page.locator("main :focus").count(), 1, `${path}: Tab goes on elsewhere than in the page`);
    await page.close();
  }
  await context.close();
});

const ASKING = ["link", "quotation", "citation", "event", "blockquote", "picture", "embed", "help"];

test("each dialog of the editor opens from its tool, keeps Tab inside, and Escape leads back to the text", async () => {
  const context = await colleague("Edith", "en", 1280);
  const page = await context.newPage();
  await openedStory(page);
  for (const tool of ASKING) {
    await page.locator("#body-text p").first().click();
    await page.keyboard.press("Home");
    await page.locator(`#tools button[data-tool=${tool}]`).focus();
    await page.keyboard.press("Enter");
    const dialog = page.locator("dialog[open]");
    await dialog.waitFor();
    const name = (await dialog.getAttribute("id")) ?? "";
    assert.equal(await dialog.locator(":focus").count(), 1, `${name} does not take the focus`);
    for (let stop = 0; stop < 30; stop++) {
      await page.keyboard.press("Tab");
      const isOutside = await page.evaluate(() => {
        const at = document.activeElement;
        return at !== document.body && at?.closest("dialog[open]") === null;
      });
      assert.ok(!isOutside, `Tab leaves ${name} for what is behind it`);
    }
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    const back = await page.evaluate(() => document.activeElement?.closest("#body-text, #tools")?.id);
    assert.ok(back !== undefined, `after ${name} the focus is lost`);
  }
  await context.close();
});

test("Tab leaves the text of an article, wherever in it one is, forwards and back", async () => {
  const context = await colleague("Tess", "en", 1280);
  const page = await context.newPage();
  await openedStory(page);
  const text = page.locator("#body-text");
  await text.locator("p").first().click();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.type("- first");
  await page.keyboard.press("Enter");
  await page.keyboard.type("second");
  for (const key of ["Tab", "Shift+Tab"]) {
    for (const place of ["p", "h2", "li"]) {
      await text.locator(place).last().click();
      for (let press = 0; press < 4 && (await isInText()); press++) await page.keyboard.press(key);
      assert.ok(!(await isInText()), `${key} does not leave ${place}`);
    }
  }
  await text.locator("p").first().click();
  await page.keyboard.press("Control+Alt+t");
  await text.locator("table").waitFor();
  for (let press = 0; press < 20 && (await isInText()); press++) await page.keyboard.press("Tab");
  assert.ok(!(await isInText()), "Tab does not leave a table");
  await context.close();

  function isInText(): Promise<boolean> {
    return page.evaluate(() => document.activeElement?.closest("#body-text") !== null);
  }
});

test("a page that is careless with the keyboard is seen to", async () => {
  const page = await here.browser.newPage();
  await page.setContent(`<!doctype html>
    <style>a:focus { outline: none } .over { position: fixed; inset: 0 0 auto; height: 60px; background: #fff }</style>
    <button style="margin-top: 100px">First</button> <a href="/">Unseen</a> <button tabindex="3">Hasty</button>
    <div style="display: flex; flex-direction: column-reverse"><button>Below</button><button>Above</button></div>
    <button style="position: absolute; top: 10px">Hidden</button><div class="over"></div>`);
  const faults = (await keyboardFaults(page)).join("\n");
  assert.match(faults, /Unseen does not show that it has the focus/);
  assert.match(faults, /Hasty is out of its order by a tabindex/);
  assert.match(faults, /Above\s+stands above what comes before it/);
  assert.match(faults, /Hidden is covered by <div class=over>/);
  await page.setContent(`<button>One</button><button id="trap">Trap</button><button>Three</button>`);
  await page.evaluate(() => {
    document.querySelector("#trap")?.addEventListener("keydown", (event) => event.preventDefault());
  });
  assert.match((await keyboardFaults(page)).join("\n"), /has found no end|Three.* is not reached/);
  await page.close();
});

async function openedStory(page: Page): Promise<void> {
  await page.goto("/desk/articles?words=museum&edition=en");
  await page.locator(".stories a").first().click();
  await page.locator("#tools:not([hidden])").waitFor();
}

function colleague(name: string, language: string, width: number): Promise<BrowserContext> {
  const viewport = { width, height: 900 };
  const who = { name, role: "administrator", language } as const;
  return signedIn(here.browser, here.server, who, { baseURL: here.server.address, viewport });
}

async function read({ request }: BrowserContext, path: string): Promise<string | undefined> {
  const response = await request.get(path);
  return response.ok() ? response.text() : undefined;
}
