/** A front page arranged by keyboard without JavaScript, and pre-flight, for everybody's eyes and hands. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { signedIn } from "../colleague.ts";
import { forEverybody } from "../everybody.ts";
import { openedFor } from "../opened.ts";

const FOLDER = ".screenshots/front";

const here = openedFor({ folder: FOLDER });

test("the second story becomes the lead by keyboard alone, and a banner stands above it", async () => {
  const context = await signedIn(
    here.browser,
    here.server,
    { name: "Edgar", role: "editor" },
    { javaScriptEnabled: false },
  );
  const page = await context.newPage();
  await page.goto(`${here.server.address}/desk/front/en`);
  const second = await headlineAt(page, 1);
  await pressed(page, `Move up: ${second}`);
  assert.equal(await headlineAt(page, 0), second);
  assert.notEqual(await leadOf(page), second, "looking at another order has already changed the front page");
  await page.goBack();
  await pressed(page, `Move up: ${second}`);
  await pressed(page, "Put on now");
  assert.match(await page.getByRole("status").innerText(), /Kept/);
  await page.getByLabel("Words").fill("Quay One is closed");
  await pressed(page, "Put up");
  assert.match(await page.getByRole("status").innerText(), /Kept/);
  assert.equal(await leadOf(page), second);
  await page.goto(`${here.server.address}/en/`);
  assert.equal(await page.locator(".banner").innerText(), "Quay One is closed");
  await page.screenshot({ path: `${FOLDER}/banner.png` });
  await context.close();
});

forEverybody({
  title: "front pages and pre-flight are for everybody",
  role: "administrator",
  folder: FOLDER,
  here,
  paths: async (page) => {
    await page.goto(`${here.server.address}/desk/articles`);
    const story = await page.locator('a[href^="/desk/articles/0"]').first().getAttribute("href");
    return { ar: "/desk/front/ar", "pre-flight": `${story}/pre-flight`, rules: "/desk/house/pre-flight" };
  },
});

/** Presses Enter on a button and waits for the page it leads to. */
async function pressed(page: Page, button: string): Promise<void> {
  const arrived = page.waitForEvent("load");
  await page.getByRole("button", { name: button }).focus();
  await page.keyboard.press("Enter");
  await arrived;
}

async function headlineAt(page: Page, place: number): Promise<string> {
  return (await page.locator(".place-headline").nth(place).innerText()).trim();
}

/** What readers see first. */
async function leadOf(page: Page): Promise<string> {
  const reader = await page.context().newPage();
  await reader.goto(`${here.server.address}/en/`);
  const lead = await reader.locator(".headline").first().innerText();
  await reader.close();
  return lead.trim();
}
