/** The house in a browser: a page from its first word to its readers, and the agency's colour. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { signedIn } from "../colleague.ts";
import { openedFor } from "../opened.ts";

const here = openedFor();

test("a page is written, changed and brought back without JavaScript, by keyboard alone", async () => {
  const context = await signedIn(
    here.browser,
    here.server,
    { name: "Edgar", role: "editor" },
    { javaScriptEnabled: false },
  );
  const page = await context.newPage();
  await page.goto(`${here.server.address}/desk/house/pages/en/+`);
  await page.getByLabel("Address").focus();
  await page.keyboard.type("our-history");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Our history");
  await page.keyboard.press("Tab");
  await page.keyboard.type("It began in the harbour office.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.match(await page.getByRole("status").innerText(), /Kept/);
  await page.getByLabel("Text").fill("It began on a boat.");
  await page.getByRole("button", { name: "Keep" }).click();
  await page.getByRole("link", { name: "History" }).click();
  await page.getByRole("link", { name: "Bring this text back" }).click();
  await page.getByRole("button", { name: "Keep" }).click();
  await page.getByRole("link", { name: "See it" }).click();
  assert.match(await page.locator("main").innerText(), /It began in the harbour office\./);
  assert.ok((await page.locator("footer").getByRole("link", { name: "Our history" }).count()) > 0);
  await context.close();
});

test("an accent is tried in a preview, then stands on every page, and the page's law allows it", async () => {
  const context = await signedIn(here.browser, here.server, { name: "Ada", role: "administrator" });
  const page = await context.newPage();
  const refused: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") refused.push(message.text());
  });
  await page.goto(`${here.server.address}/desk/house/agency`);
  await page.getByLabel("Accent in the light").fill("#0b5345");
  const [preview] = await Promise.all([
    context.waitForEvent("page"),
    page.getByRole("button", { name: "Preview" }).click(),
  ]);
  await preview.waitForLoadState();
  assert.equal(await accentOf(preview), "#0b5345");
  await preview.close();
  const reader = await here.browser.newPage();
  await reader.goto(`${here.server.address}/en/`);
  assert.notEqual(await accentOf(reader), "#0b5345");
  await page.getByRole("button", { name: "Keep" }).click();
  await page.getByRole("status").waitFor();
  await reader.goto(`${here.server.address}/en/`);
  assert.equal(await accentOf(reader), "#0b5345");
  assert.deepEqual(refused, []);
  await reader.close();
  await context.close();
});

async function accentOf(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--accent").trim());
}
