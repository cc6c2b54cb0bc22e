/** Dates of a text become events, a timeline and entries of the diary, without JavaScript; then for everybody's eyes. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { signedIn } from "../colleague.ts";
import { forEverybody } from "../everybody.ts";
import { widerThanWindow } from "../faults.ts";
import { openedFor } from "../opened.ts";

const FOLDER = ".screenshots/events";

const here = openedFor({ folder: FOLDER });

test("a reporter keeps a date of the text as an event, puts it on a timeline, and readers find it in both places", async () => {
  const context = await signedIn(
    here.browser,
    here.server,
    { name: "Rhea", role: "reporter" },
    { javaScriptEnabled: false },
  );
  const page = await context.newPage();
  await page.goto(`${here.server.address}/desk/articles?words=outer`);
  await page.locator(".stories a").first().click();
  await page.getByRole("link", { name: "Events", exact: true }).last().click();
  await page.getByRole("button", { name: "Keep it as a new event" }).first().click();
  assert.match(await page.getByRole("status").innerText(), /Kept/);
  await page.getByLabel("What happened (English)").fill("Two hectares of seagrass are replanted, and take");
  await page.getByRole("button", { name: "Keep" }).click();
  await page.goto(`${here.server.address}/desk/timelines/en/+`);
  await page.getByLabel("Name").fill("The meadow");
  await page.getByLabel("Address").fill("the-meadow");
  await page.getByLabel("Find more events").fill("seagrass");
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByLabel(/seagrass are replanted/).check();
  await page.getByRole("button", { name: "Keep" }).click();
  await page.goto(`${here.server.address}/en/timeline/the-meadow`);
  assert.match(await page.locator(".events").innerText(), /Two hectares of seagrass are replanted/);
  await page.getByRole("link", { name: /outer quay/ }).click();
  assert.match(await page.locator(".article-foot").innerText(), /Events in this story\s+2014\s+Two hectares/);
  await page.getByRole("link", { name: "The meadow" }).click();
  assert.equal(new URL(page.url()).pathname, "/en/timeline/the-meadow");
  await context.close();
});

test("a reader looks closer at a picture of time with the arrow keys alone, and its words stay as large", async () => {
  const context = await here.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${here.server.address}/en/timeline/the-crossing`);
  const width = () => page.locator(".time-strip svg").evaluate((picture) => picture.getBoundingClientRect().width);
  const words = () =>
    page
      .locator(".time-strip .words")
      .first()
      .evaluate((text) => text.getBoundingClientRect().height);
  const [wide, high] = [await width(), await words()];
  await page.getByLabel("All of it").focus();
  await page.keyboard.press("ArrowRight");
  assert.ok((await width()) > 2 * wide, "the picture did not grow");
  assert.equal(await words(), high);
  assert.deepEqual(await widerThanWindow(page), []);
  await context.close();
});

forEverybody({
  title: "events, timelines and the diary are for everybody",
  role: "editor",
  folder: FOLDER,
  here,
  paths: async (page) => {
    const event = await firstLink(page, "/desk/events", 'a[href^="/desk/events/0"]');
    const entry = await firstLink(page, "/desk/diary?list=coming", 'a[href^="/desk/diary/0"]');
    const story = await firstLink(page, "/desk/articles?words=quay", 'a[href^="/desk/articles/0"]');
    return {
      events: "/desk/events",
      event: event,
      "new-event": "/desk/events/+",
      "of-story": `${story}/events`,
      timelines: "/desk/timelines/en",
      timeline: "/desk/timelines/en/the-crossing",
      diary: "/desk/diary?list=coming",
      entry: entry,
    };
  },
});

async function firstLink(page: Page, list: string, link: string): Promise<string> {
  await page.goto(here.server.address + list);
  const href = await page.locator(link).first().getAttribute("href");
  assert.ok(href, `${list} has no ${link}`);
  return href;
}
