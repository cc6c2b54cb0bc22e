/** The minute a story is scheduled for in a journey: typed as the page wants it, and waited for. */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";

const MINUTE_MS = 60_000;
// A page takes a second or two to fill in on a slow machine.
const TIME_TO_TYPE_MS = 15_000;

/** The first minute that can still be typed in. */
export function nextMinute(): Date {
  return new Date(Math.ceil((Date.now() + TIME_TO_TYPE_MS) / MINUTE_MS) * MINUTE_MS);
}

export async function zoneOf(page: Page): Promise<string> {
  const hints = await page.locator(".hint").allInnerTexts();
  const zone = hints.map((hint) => /those of (\S+)\./.exec(hint)?.[1]).find((found) => found !== undefined);
  assert.ok(zone, "the page does not say which time zone it means");
  return zone;
}

export function inZone(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" })
    .format(at)
    .replace(" ", "T");
}

/** Asks until it is there; answers when that was. */
export async function answeredFrom(page: Page, address: string, publishAt: Date): Promise<number> {
  const end = publishAt.getTime() + MINUTE_MS;
  while (Date.now() < end) {
    const response = await page.goto(address);
    if (response?.status() === 200) return Date.now();
    await page.waitForTimeout(500);
  }
  throw new Error(`nothing came out at ${publishAt.toISOString()}`);
}
