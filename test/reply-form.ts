/** A reader at the reply form of a page, in a browser, and a moderator who lets through what was written. */
import type { BrowserContext, Page } from "playwright-core";
import { answerTo } from "./sums.ts";

/** Where a reader is led whose reply has arrived. */
export const MINE = /\/replies\/mine\//;

/** An address is given together with the wish to be told. */
export async function fill(page: Page, name: string, text: string, email = ""): Promise<void> {
  const form = page.locator("#reply-form");
  await form.locator("[name=name]").fill(name);
  if (email !== "") {
    await form.locator("[name=email]").fill(email);
    await form.locator("[name=tell]").check();
  }
  await form.locator("[name=text]").fill(text);
}

export async function doTheSum(page: Page): Promise<void> {
  const sum = await page.locator("label[for=reply-answer]").innerText();
  await page.getByLabel(sum, { exact: true }).fill(answerTo(sum));
  await page.getByRole("button", { name: "Send the reply" }).click();
}

/** What was sent has arrived; on a machine too busy for the work in time, after the sum that takes its place. */
export async function arrived(page: Page): Promise<void> {
  const isMine = page.waitForURL(MINE).then(() => true);
  const isSum = page
    .locator("[name=answer]")
    .waitFor({ state: "visible" })
    .then(
      () => false,
      () => true,
    );
  if (await Promise.race([isMine, isSum])) return;
  await doTheSum(page);
  await isMine;
}

/** Every reply that waits is shown from now on. */
export async function approveAll(moderator: BrowserContext, address: string): Promise<void> {
  const page = await moderator.newPage();
  await page.goto(`${address}/desk/replies`);
  for (const box of await page.locator('.reply-queue input[name="reply"]').all()) await box.check();
  await page.locator('button[name=do][value="shown"]').click();
  await page.waitForLoadState();
  await page.close();
}
