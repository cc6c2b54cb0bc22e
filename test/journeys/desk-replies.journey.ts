/** A reader's reply is found in the queue by keyboard, shown, reported and taken down; then every page of it for everybody's eyes. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { signedIn } from "../colleague.ts";
import { forEverybody } from "../everybody.ts";
import { pageFaults } from "../faults.ts";
import { openedFor } from "../opened.ts";

const FOLDER = ".screenshots/moderation";

const here = openedFor({ folder: FOLDER });

async function faultsOf(page: Page): Promise<readonly string[]> {
  const html = await (await page.context().request.get(page.url())).text();
  return pageFaults(page, html);
}

async function firstShown(page: Page): Promise<string> {
  await page.goto(`${here.server.address}/desk/replies?list=shown`);
  return (await page.locator("a[data-open]").first().getAttribute("href")) ?? "";
}

for (const javaScriptEnabled of [false, true]) {
  const how = javaScriptEnabled ? "with JavaScript" : "without JavaScript";

  test(`a reader reports a reply and sees what was decided, ${how}`, async () => {
    const reader = await here.browser.newContext({ javaScriptEnabled, viewport: { width: 390, height: 900 } });
    const page = await reader.newPage();
    await page.goto(`${here.server.address}/en/ferry-strike`);
    await page
      .getByRole("link", { name: /^Report the reply of/ })
      .last()
      .click();
    // axe waits for a script of its own.
    if (javaScriptEnabled) assert.deepEqual(await faultsOf(page), []);
    await page.screenshot({ path: `${FOLDER}/report-${javaScriptEnabled}.png`, fullPage: true });
    await page.getByLabel("Its content is unlawful").check();
    await page.getByLabel("In your words").fill("It says where somebody lives.");
    await page.getByLabel(/^I believe in good faith/).check();
    await page.getByRole("button", { name: "Send the report" }).click();
    assert.match(await page.locator("main").innerText(), /Your report has arrived/);
    if (javaScriptEnabled) assert.deepEqual(await faultsOf(page), []);
    await page.screenshot({ path: `${FOLDER}/reported-${javaScriptEnabled}.png`, fullPage: true });
    const own = page.url();
    const who = { name: `Mona-${javaScriptEnabled}`, role: "moderator", language: "en" } as const;
    const context = await signedIn(here.browser, here.server, who, { javaScriptEnabled });
    const desk = await context.newPage();
    await desk.goto(`${here.server.address}/desk/replies/reports`);
    await desk.screenshot({ path: `${FOLDER}/reports-${javaScriptEnabled}.png`, fullPage: true });
    if (javaScriptEnabled) assert.deepEqual(await faultsOf(desk), []);
    await desk.getByLabel("Reasons, for who reported").first().fill("Homes are private.");
    await desk.getByRole("button", { name: "Take the reply down" }).first().click();
    await page.goto(own);
    assert.match(await page.locator("main").innerText(), /You were right[\s\S]*Homes are private\./);
    await Promise.all([reader.close(), context.close()]);
  });
}

test("the queue is worked by keyboard alone: help, choose, refuse with a number, take back", async () => {
  const context = await signedIn(here.browser, here.server, { name: "Kay", role: "moderator", language: "en" }, {});
  const page = await context.newPage();
  await page.goto(`${here.server.address}/desk/replies?list=shown`);
  const name = await page.locator("a[data-open]").first().innerText();
  await page.keyboard.press("?");
  assert.equal(await page.locator("#keys").isVisible(), true);
  await page.screenshot({ path: `${FOLDER}/keys.png` });
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await page.keyboard.press("2");
  await page.locator(".said").waitFor();
  assert.match(await page.locator(".said").innerText(), /1 reply is decided\./);
  await page.keyboard.press("u");
  await page.getByText("1 reply is as it was.").waitFor();
  assert.equal(await page.locator("a[data-open]").first().innerText(), name);
  await context.close();
});

forEverybody({
  title: "moderation is for everybody",
  role: "administrator",
  folder: FOLDER,
  here,
  paths: async (page) => {
    const reply = await firstShown(page);
    await page.goto(here.server.address + reply);
    const story = (await page.locator('a[href^="/desk/replies/stories/"]').getAttribute("href")) ?? "";
    await page.goto(`${here.server.address}/desk/replies/rules`);
    const rule = (await page.locator('a[href^="/desk/replies/rules/"]').first().getAttribute("href")) ?? "";
    return {
      queue: "/desk/replies?list=shown",
      reply,
      story,
      rules: "/desk/replies/rules",
      rule,
      bans: "/desk/replies/bans",
      reports: "/desk/replies/reports",
      house: "/desk/house/replies",
    };
  },
});
