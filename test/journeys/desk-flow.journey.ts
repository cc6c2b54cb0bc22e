/** A story from its first word to its readers without JavaScript, and every page on that way for everybody's eyes and hands. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { BrowserContext } from "playwright-core";
import { signedIn } from "../colleague.ts";
import { pageFaults } from "../faults.ts";
import { FOUR, looks } from "../looks.ts";
import { answeredFrom, inZone, nextMinute, zoneOf } from "../minute.ts";
import { openedFor } from "../opened.ts";

const here = openedFor();

test("plain text is written, reviewed, scheduled, and read at its minute, without JavaScript", async () => {
  const plain = { javaScriptEnabled: false };
  const rita = await signedIn(here.browser, here.server, { name: "Rita", role: "reporter" }, plain);
  const edgar = await signedIn(here.browser, here.server, { name: "Edgar", role: "editor" }, plain);
  const page = await rita.newPage();
  await page.goto(`${here.server.address}/desk/`);
  await page.getByRole("link", { name: "New story" }).click();
  await page.getByLabel("Headline").fill("Night ferries return to the strait");
  await page.getByRole("button", { name: "Begin writing" }).click();
  await page
    .locator("textarea[name=body]")
    .fill("The night ferries sail again from Monday.\n\n## Fares\n\nThey stay as they were.");
  await page.locator("form:has(textarea[name=body]) button.main").click();
  await page.getByRole("link", { name: "Details" }).click();
  await page.getByRole("button", { name: "Submit for review" }).click();
  assert.match(await page.locator(".where").innerText(), /In review/);

  const desk = await edgar.newPage();
  await desk.goto(`${here.server.address}/desk/`);
  await desk
    .getByRole("region", { name: "Waits for you" })
    .getByRole("link", { name: /Night ferries/ })
    .click();
  await desk.getByRole("link", { name: "Details" }).click();
  const address = desk.url();
  const asked = desk.locator("input[name=accepted]");
  for (let at = 0; at < (await asked.count()); at++) await asked.nth(at).check();
  const publishAt = nextMinute();
  await desk.getByLabel("Comes out at").fill(inZone(publishAt, await zoneOf(desk)));
  await desk.getByRole("button", { name: "Schedule", exact: true }).click();
  assert.match(await desk.locator(".where").innerText(), /Scheduled/, `${address} is not scheduled`);

  const reader = await here.browser.newPage();
  const story = `${here.server.address}/en/night-ferries-return-to-the-strait`;
  assert.equal((await reader.goto(story))?.status(), 404);
  const answer = await answeredFrom(reader, story, publishAt);
  assert.ok(answer >= publishAt.getTime(), "it came out before its minute");
  assert.match(await reader.locator("h1").innerText(), /Night ferries/);
  await reader.goto(`${here.server.address}/en/`);
  assert.ok((await reader.getByRole("link", { name: /Night ferries/ }).count()) > 0);
  await reader.close();
  await Promise.all([rita.close(), edgar.close()]);
});

for (const [language, colorScheme, width] of looks(FOUR)) {
  test(`every page of the way is for everybody: ${language}, ${colorScheme}, ${width} pixels`, async () => {
    const name = `Ada-${language}-${width}`;
    const who = { name, role: "administrator", language } as const;
    const context = await signedIn(here.browser, here.server, who, { colorScheme, viewport: { width, height: 900 } });
    const faults: string[] = [];
    const page = await context.newPage();
    for (const path of await pagesOfTheWay(context)) {
      const response = await page.goto(here.server.address + path);
      assert.equal(await page.locator("html").getAttribute("lang"), path.startsWith("/desk/") ? language : "en", path);
      const found = await pageFaults(page, (await response?.text()) ?? "");
      faults.push(...found.map((fault) => `${path}: ${fault}`));
    }
    assert.deepEqual(faults, []);
    await context.close();
  });
}

/** Every page, with a story on which something was said, changed and shown to somebody. */
async function pagesOfTheWay(context: BrowserContext): Promise<string[]> {
  const page = await context.newPage();
  await page.goto(`${here.server.address}/desk/articles?words=museum&edition=en`);
  const id = /articles\/([\da-f-]{36})/.exec(
    (await page.locator(".stories a").first().getAttribute("href")) ?? "",
  )?.[1];
  const story = `/desk/articles/${id}`;
  await page.goto(`${here.server.address}${story}/comments?on=1`);
  await page.locator("#words-1").fill("Who says so?");
  await page.locator("form:has(#words-1) button").click();
  const body =
    "The Museum of the Strait opens.\n\nThe museum shows 1,300 objects in fifteen rooms.\n\n## A room of empty cases";
  const rewritten = { version: "0", headline: "Museum of the Strait opens after seven years", body };
  await page.context().request.post(here.server.address + story, { form: rewritten });
  await page.goto(`${here.server.address}${story}/history`);
  const compare = await page.locator("a[href*=compare]").first().getAttribute("href");
  await page.goto(`${here.server.address}${story}/details`);
  await page.locator("form[action$=previews] button").click();
  const preview = new URL(await page.locator("#link").inputValue()).pathname;
  await page.close();
  return [
    "/desk/",
    "/desk/articles",
    "/desk/articles?view=board",
    "/desk/articles/new",
    `${story}/details`,
    `${story}/comments?on=2`,
    `${story}/history`,
    compare ?? "",
    `${compare}&view=side`,
    "/desk/log",
    preview,
  ];
}
