/** Somebody who works at the desk of a journey's server: invited on the command line, signed in by their link. */
import assert from "node:assert/strict";
import type { Browser, BrowserContext, BrowserContextOptions } from "playwright-core";
import type { Role } from "#agency/staff/staff.ts";
import { dateline, type Server } from "./browser.ts";

export type Colleague = { readonly name: string; readonly role: Role; readonly language?: string };

/** A browser of theirs in which they are signed in. */
export async function signedIn(
  browser: Browser,
  { address, data }: Server,
  { name, role, language = "en" }: Colleague,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const email = `${name.toLowerCase()}@strait.example`;
  const words = ["staff", "invite", email, "--role", role, "--name", name, "--language", language];
  const invited = await dateline([...words, "--data", data, "--json"]);
  assert.equal(invited.status, 0, invited.err);
  const { link }: { link: string } = JSON.parse(invited.out);
  // The desk speaks the language of the browser they come in with first.
  const context = await browser.newContext({ locale: language, ...options });
  const page = await context.newPage();
  await page.goto(address + new URL(link).pathname);
  const password = page.locator("input[name=password]");
  if ((await password.count()) > 0) await password.fill("a long enough password");
  await page.locator("form.door button").last().click();
  await page.waitForURL(/\/desk\/$/);
  await page.close();
  return context;
}
