/** Wire copy taken in at the desk without JavaScript, and its pages for everybody's eyes and hands. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { signedIn } from "../colleague.ts";
import { axeFaults, htmlFaults } from "../faults.ts";
import { looks } from "../looks.ts";
import { openedFor } from "../opened.ts";

const COPY = `Port of Talmira opens again

12.03.2026, Talmira.

“We have seen enough,” harbour master Ines Tallow said. The Reef Front (organization banned in Orvane) did not answer.

Back in 2019, the port was closed for a year, Strait Wire reported on March 11th. The next ferry is scheduled to sail on 1 April.

Source: Strait Wire News Agency

Leave a Reply

Loading Facebook Comments ...`;

const here = openedFor({ demo: false });

test("wire copy is pasted, mended and made a draft without JavaScript, by keyboard alone", async () => {
  const rita = await signedIn(
    here.browser,
    here.server,
    { name: "Rita", role: "reporter" },
    { javaScriptEnabled: false },
  );
  const page = await rita.newPage();
  await page.goto(`${here.server.address}/desk/`);
  await page.getByRole("link", { name: "Paste wire copy" }).click();
  await page.getByLabel("The copy").focus();
  await page.keyboard.insertText(COPY);
  await page.getByRole("button", { name: "Read it" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "What was found in the copy" }).waitFor();
  await page.getByLabel("Headline").focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText("Talmira opens");
  await page.getByRole("checkbox", { name: "2019 · Back in 2019" }).focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Make it a draft" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/desk\/articles\/[\w-]+\?said=kept$/);
  assert.equal((await page.locator("textarea[name=headline]").inputValue()).trim(), "Talmira opens");
  const body = await page.locator("textarea[name=body]").inputValue();
  assert.match(body, /“We have seen enough,”/);
  assert.doesNotMatch(body, /banned in Orvane|Leave a Reply|12\.03/);
  await rita.close();
});

for (const [language, colorScheme, width] of looks({
  everyDay: [
    ["en", "dark", 1280],
    ["ar", "light", 390],
  ],
  more: [
    ["en", "light", 390],
    ["ru", "dark", 390],
  ],
})) {
  test(`the pages of wire copy are whole in ${language}, ${colorScheme}, ${width} wide`, async () => {
    const name = `Ilse${language}${colorScheme}`;
    const options = { colorScheme, viewport: { width, height: 900 } };
    const ilse = await signedIn(here.browser, here.server, { name, role: "editor", language }, options);
    const page = await ilse.newPage();
    await page.goto(`${here.server.address}/desk/wire-copy`);
    const faults = await faultsOf(page, "form");
    await page.locator("textarea[name=copy]").fill(COPY);
    await page.locator("button.main").click();
    faults.push(...(await faultsOf(page, "review")));
    await page.locator("input[name=headline]").fill("");
    await page.locator("button.main").click();
    faults.push(...(await faultsOf(page, "refusal")));
    assert.deepEqual(faults, []);
    await ilse.close();
  });
}

async function faultsOf(page: Page, state: string): Promise<string[]> {
  const folder = process.env["DATELINE_PICTURES"];
  const named = await page.locator("html").getAttribute("lang");
  if (folder) await page.screenshot({ path: `${folder}/wire-copy-${named}-${state}.png`, fullPage: true });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  const sideways = wide > 0 ? [`scrolls ${wide} px sideways`] : [];
  const all = [...sideways, ...(await axeFaults(page)), ...(await htmlFaults(await page.content()))];
  return all.map((fault) => `${state}: ${fault}`);
}
