/** Pictures from a file to a reader's page, with and without JavaScript, and the pages of the library for everybody. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { dateline } from "../browser.ts";
import { signedIn } from "../colleague.ts";
import { axeFaults, htmlFaults } from "../faults.ts";
import { FOUR, looks } from "../looks.ts";
import { openedFor } from "../opened.ts";

const FERRY = "test/newsroom/pictures/ferry.jpg";
const TOWER = "test/newsroom/pictures/tower.jpg";
const COPY = "# Ferries return to the strait\n\n14.11.2026, Talmira. The night ferries sail again from Monday.\n";
const SIZES_WITHIN_MS = 60_000;

const here = openedFor({ demo: false });

test("an editor uploads a picture, says what matters in it, and readers get it without a jump", async () => {
  const edgar = await signedIn(here.browser, here.server, { name: "Edgar", role: "editor" });
  const page = await edgar.newPage();
  await page.goto(`${here.server.address}/desk/pictures`);
  await page.getByLabel("Files").setInputFiles(FERRY);
  await page.getByRole("button", { name: "Upload" }).click();
  await page.waitForURL(/\/desk\/pictures\/[0-9a-f]{32}/);
  const id = /[0-9a-f]{32}/.exec(page.url())?.[0] ?? "";

  const shown = page.locator(".focus-frame img");
  const box = await shown.boundingBox();
  assert.ok(box, "the picture is not shown");
  await shown.click({ position: { x: box.width * 0.9, y: box.height * 0.1 } });
  assert.match(await page.locator("#focus-x").inputValue(), /^(89|90|91)$/);
  assert.match((await page.locator(".crops img").first().getAttribute("class")) ?? "", /fx-4 fy-0/);
  await page.getByLabel("Description", { exact: true }).fill("A white ferry at a quay.");
  await page.getByLabel("Credit").fill("Anouk Bell");
  await page.getByLabel("Licence").fill("CC BY 4.0");
  await page.getByRole("button", { name: "Keep" }).click();
  await page.getByText("Kept.", { exact: true }).waitFor();

  const address = await published(page, id);
  const reader = await here.browser.newPage();
  await untilPrinted(reader, `${here.server.address}${address}`, "srcset");
  assert.equal(await shiftOf(reader, `${here.server.address}${address}`), 0, "the article moves while it loads");
  const picture = reader.locator("figure.picture img");
  assert.match(await picture.evaluate((image: HTMLImageElement) => image.currentSrc), /\.avif$/);
  assert.equal(await shiftOf(reader, `${here.server.address}/en/`), 0, "the front page moves while it loads");
  const card = reader.locator(".card-picture img").first();
  assert.equal(await card.evaluate((image) => getComputedStyle(image).objectPosition), "100% 0%");
  await reader.close();
  await edgar.close();
});

test("several pictures are uploaded without JavaScript, and what is no picture is named", async () => {
  const rita = await signedIn(
    here.browser,
    here.server,
    { name: "Rita", role: "reporter" },
    { javaScriptEnabled: false },
  );
  const page = await rita.newPage();
  await page.goto(`${here.server.address}/desk/pictures`);
  if (!(await page.getByLabel("Files").isVisible())) await page.getByText("Add pictures").click();
  const script = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
  await page.getByLabel("Files").setInputFiles([
    { name: "tower.jpg", mimeType: "image/jpeg", buffer: await readFile(TOWER) },
    { name: "<img src=x onerror=alert(1)>.jpg", mimeType: "image/jpeg", buffer: script },
  ]);
  await page.getByRole("button", { name: "Upload" }).click();
  assert.match(await page.getByRole("alert").innerText(), /<img src=x onerror=alert\(1\)>\.jpg: This is not a picture/);
  await page.getByLabel("Search the pictures").fill("TOWER");
  await page.getByRole("button", { name: "Search" }).click();
  assert.equal(await page.locator(".picture-tile").count(), 1);
  assert.match(await page.locator(".picture-tile").innerText(), /Lacks a description, a credit, a licence/);
  await rita.close();
});

for (const [language, colorScheme, width] of looks(FOUR)) {
  test(`the pages of the library are for everybody: ${language}, ${colorScheme}, ${width} pixels`, async () => {
    const who = { name: `Ada-${language}-${width}`, role: "editor", language } as const;
    const context = await signedIn(here.browser, here.server, who, { colorScheme, viewport: { width, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${here.server.address}/desk/pictures`);
    const picture = (await page.locator(".picture-tile").first().getAttribute("href")) ?? "";
    const faults: string[] = [];
    for (const path of ["/desk/pictures", picture, "/desk/pictures?hidden=yes"]) {
      const response = await page.goto(here.server.address + path);
      faults.push(...(await axeFaults(page)), ...(await htmlFaults((await response?.text()) ?? "")));
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0) faults.push(`${path} is ${over} pixels wider than the window`);
    }
    assert.deepEqual(faults, []);
    await context.close();
  });
}

/** An article with the picture above its text; answers its address. */
async function published(page: Page, picture: string): Promise<string> {
  const taken = await dateline(["intake", "-", "--publish", "--json", "--data", here.server.data], { stdin: COPY });
  assert.equal(taken.status, 0, taken.err);
  const { address, headline }: { address: string; headline: string } = JSON.parse(taken.out);
  await page.goto(`${here.server.address}/desk/articles?state=published`);
  await page.getByRole("link", { name: headline }).first().click();
  const id = /articles\/([\da-f-]{36})/.exec(page.url())?.[1] ?? "";
  const story = `${here.server.address}/desk/articles/${id}`;
  const form = {
    version: "0",
    headline,
    body: "The night ferries sail again.",
    picture,
    alt: "A white ferry at a quay.",
  };
  const written = await page.context().request.post(story, { form, maxRedirects: 0 });
  assert.equal(written.status(), 303, await written.text());
  await page.goto(`${story}/details`);
  const asked = page.locator("form.move input[name=accepted]");
  for (let at = 0; at < (await asked.count()); at++) await asked.nth(at).check();
  page.once("dialog", (question) => question.accept());
  await page.locator("form.move button[value=publish]").click();
  assert.equal(await page.locator("[role=alert]").count(), 0, await page.locator("main").innerText());
  return address;
}

async function untilPrinted(page: Page, address: string, words: string): Promise<void> {
  const end = Date.now() + SIZES_WITHIN_MS;
  while (Date.now() < end) {
    const response = await page.goto(address);
    if ((await response?.text())?.includes(words)) return;
    await page.waitForTimeout(250);
  }
  throw new Error(`${address} does not say ${words}`);
}

/** How far what is shown moved while the page loaded, as browsers measure it. */
async function shiftOf(page: Page, address: string): Promise<number> {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Reflect.set(window, "shifts", shifts);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(Number(Reflect.get(entry, "value")));
    }).observe({ type: "layout-shift", buffered: true });
  });
  // Pictures come late, as on a slow line.
  await page.route("**/media/**", async (route) => {
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await route.continue();
  });
  await page.goto(address, { waitUntil: "load" });
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode().catch(() => undefined))));
  const shifts = await page.evaluate(() => Reflect.get(window, "shifts") as number[]);
  await page.unroute("**/media/**");
  return shifts.reduce((sum, one) => sum + one, 0);
}
