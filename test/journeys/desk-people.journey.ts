/** The way into the desk: from the link of the first run to a second person at work, with JavaScript and without. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { withAuthenticator } from "../authenticator.ts";
import { openBrowser, openServer } from "../browser.ts";
import { axeFaults, htmlFaults } from "../faults.ts";
import { looks } from "../looks.ts";
import { type Mailbox, openMailbox } from "../mailbox.ts";
import { codeNow } from "../totp.ts";
import { until } from "../until.ts";

const EYES = {
  everyDay: [
    { colorScheme: "light", width: 390 },
    { colorScheme: "dark", width: 1280 },
  ],
  more: [
    { colorScheme: "dark", width: 390 },
    { colorScheme: "light", width: 1280 },
  ],
} as const;

const PASSWORD = "a quiet harbour at noon";

let mail: Mailbox;
let server: Awaited<ReturnType<typeof openServer>>;
let browser: Browser;
let admin: BrowserContext;
let desk: Page;

before(async () => {
  mail = await openMailbox();
  [server, browser] = await Promise.all([
    openServer({ demo: false, environment: { DATELINE_SMTP: mail.smtp } }),
    openBrowser(),
  ]);
  admin = await browser.newContext({ baseURL: server.address });
  desk = await admin.newPage();
  await withAuthenticator(desk);
});

after(async () => {
  await browser.close();
  await server.stop();
  await mail[Symbol.asyncDispose]();
});

test("from the printed link a new administrator keeps a passkey and signs in with it", async () => {
  const [link = ""] = /http:\/\/localhost:\d+\/desk\/sign-in\/\S+/.exec(server.output()) ?? [];
  await desk.goto(link);
  assert.deepEqual(await faultsOf(desk), []);
  await desk.getByLabel("Your name").fill("Ilse Berg");
  await desk.getByLabel("Your e-mail address").fill("ilse@strait.example");
  await desk.getByRole("button", { name: "Go on with a passkey" }).click();
  await desk.waitForURL("**/desk/me/passkey");
  assert.deepEqual(await faultsOf(desk), []);
  await desk.getByRole("button", { name: "Add a passkey" }).click();
  await desk.waitForURL("**/desk/");
  assert.match(await desk.locator("header").innerText(), /Ilse Berg/);

  await desk.getByRole("button", { name: "Sign out" }).click();
  await desk.waitForURL("**/desk/sign-in");
  assert.deepEqual(await faultsOf(desk), []);
  await desk.goto("/desk/staff");
  await desk.waitForURL(/sign-in\?to=/);
  await desk.getByRole("button", { name: "Sign in with a passkey" }).click();
  await desk.waitForURL("**/desk/staff");

  const other = await browser.newPage();
  await other.goto(link);
  assert.match(await other.locator("main").innerText(), /This link is spent/);
  await other.close();
});

test("an editor comes in by a letter, and signs in with password and code, without JavaScript and by keyboard", async () => {
  await desk.goto("/desk/staff");
  await desk.getByLabel("Name", { exact: true }).fill("Ines Tallow");
  await desk.getByLabel("E-mail address").fill("ines@strait.example");
  await desk.getByLabel("Role").selectOption("editor");
  await desk.getByRole("button", { name: "Invite" }).click();
  await desk.getByRole("status").waitFor();
  await until("the letter of the invitation", () => mail.letters.length === 1);
  const [link = ""] = /http:\S+\/desk\/sign-in\/\S+/.exec(mail.letters[0]?.text ?? "") ?? [];

  const context = await browser.newContext({ baseURL: server.address, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Go on with a password" }).click();
  await page.waitForURL("**/desk/");

  await page.goto("/desk/me");
  await page.locator("#app-current").fill(PASSWORD);
  await page.getByRole("button", { name: "Set up an app" }).click();
  const secret = (await page.locator(".secret").innerText()).replaceAll(/\s/g, "");
  await page.getByLabel("The code it shows now").fill(codeNow(secret));
  await page.getByRole("button", { name: "Switch on" }).click();
  await page.waitForURL(/said=kept/);
  await page.getByRole("button", { name: "Sign out" }).click();

  await page.goto("/desk/");
  await page.getByLabel("Your e-mail address").focus();
  await page.keyboard.type("ines@strait.example");
  await page.keyboard.press("Tab");
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForURL(/sign-in\/code/);
  await page.getByLabel("Code").focus();
  await page.keyboard.type(codeNow(secret));
  await page.keyboard.press("Enter");
  await page.waitForURL("**/desk/");
  assert.match(await page.locator("header").innerText(), /Ines Tallow.*Editor/s);
  assert.equal((await page.goto("/desk/staff"))?.status(), 404);
  await context.close();
});

test("the pages of people are valid and usable by everybody: light and dark, wide and narrow, right to left", async () => {
  const faults: string[] = [];
  const [, id = ""] = /\/desk\/staff\/([\w-]+)"/.exec(await (await desk.request.get("/desk/staff")).text()) ?? [];
  const paths = ["/desk/me", "/desk/me/passkey", "/desk/staff", `/desk/staff/${id}`];
  for (const language of ["en", "ar"]) {
    await desk.goto("/desk/me");
    await desk.locator("#language").selectOption(language);
    await desk.locator("form[action='/desk/me'] button").click();
    await desk.getByRole("status").waitFor();
    for (const path of paths) faults.push(...(await looksOf(desk, path)).map((fault) => `${language} ${fault}`));
  }
  const guest = await browser.newContext({ baseURL: server.address, locale: "ar" });
  const page = await guest.newPage();
  for (const path of ["/desk/sign-in", "/desk/sign-in/code", "/desk/sign-in/spent-long-ago"]) {
    faults.push(...(await looksOf(page, path)));
  }
  await guest.close();
  assert.deepEqual(faults, []);
});

async function looksOf(page: Page, path: string): Promise<string[]> {
  const faults: string[] = [];
  for (const { colorScheme, width } of looks(EYES)) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await page.goto(path);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (sideways > 0) faults.push(`${path} ${width}: scrolls ${sideways} px sideways`);
    faults.push(...(await faultsOf(page)).map((fault) => `${path} ${width} ${colorScheme}: ${fault}`));
  }
  return faults;
}

async function faultsOf(page: Page): Promise<string[]> {
  const sent = await page.request.get(page.url());
  return [...(await axeFaults(page)), ...(await htmlFaults(await sent.text()))];
}
