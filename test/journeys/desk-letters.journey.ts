/** Letters about replies that wait: asked for at the desk, sent, followed, and decided by; for everybody's eyes and hands. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { after, before, test } from "node:test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { openBrowser, openServer } from "../browser.ts";
import { signedIn } from "../colleague.ts";
import { axeFaults, pageFaults, widerThanWindow } from "../faults.ts";
import { keyboardFaults } from "../keyboard.ts";
import { looks } from "../looks.ts";
import { type Mailbox, openMailbox } from "../mailbox.ts";
import { arrived, fill } from "../reply-form.ts";
import { until } from "../until.ts";

const FOLDER = ".screenshots/letters";
const SAID = "The night boat left twenty minutes late.";

const EYES = looks({
  everyDay: [
    ["en", "light", 1280],
    ["ar", "light", 390],
  ],
  more: [
    ["ru", "dark", 390],
    ["ar", "dark", 1280],
  ],
});

let server: Awaited<ReturnType<typeof openServer>>;
let browser: Browser;
let mailbox: Mailbox;
const moderators = new Map<string, BrowserContext>();

before(async () => {
  mailbox = await openMailbox();
  [server, browser] = await Promise.all([
    openServer({ environment: { DATELINE_SMTP: mailbox.smtp } }),
    openBrowser(),
    mkdir(FOLDER, { recursive: true }),
  ]);
  for (const [language, colorScheme, width] of EYES) {
    const who = { name: nameOf(language, width), role: "moderator", language } as const;
    const viewport = { width, height: 900 };
    const context = await signedIn(browser, server, who, { baseURL: server.address, colorScheme, viewport });
    moderators.set(who.name, context);
    const page = await context.newPage();
    await page.goto("/desk/me");
    await page.locator("[name=reply-letters]").check();
    await page.locator("form:has([name=reply-letters]) button.main").click();
    await page.waitForLoadState();
    await page.close();
  }
  const reader = await browser.newPage();
  await reader.goto(`${server.address}/en/outer-quay`);
  await fill(reader, "Nils", SAID);
  await reader.getByRole("button", { name: "Send", exact: true }).click();
  await arrived(reader);
  await reader.close();
  const asked = spawn(process.env["DATELINE_BUN"] ?? "", ["test/ask-for-job.ts", server.data, "replies.waiting"], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  assert.deepEqual(await once(asked, "exit"), [0, null]);
  await until("a letter to each moderator", () =>
    EYES.every(([language, , width]) => letterOf(language, width) !== ""),
  );
});

after(async () => {
  await browser.close();
  await server.stop();
  await mailbox[Symbol.asyncDispose]();
});

for (const [language, colorScheme, width] of EYES) {
  test(`what a letter leads to is for everybody: ${language}, ${colorScheme}, ${width} pixels`, async () => {
    const page = await pageOf(language, width);
    const [show = "", refuse = ""] = linksOf(language, width);
    const faults: string[] = [];
    for (const [name, path] of Object.entries({ show, refuse, "of-nobody": `${show.slice(0, -4)}AAAA` })) {
      const response = await page.goto(path);
      const found = [...(await pageFaults(page, (await response?.text()) ?? "")), ...(await keyboardFaults(page))];
      faults.push(...found.map((fault) => `${name}: ${fault}`));
      await page.screenshot({ path: `${FOLDER}/${name}-${language}-${width}-${colorScheme}.png`, fullPage: true });
    }
    assert.deepEqual(faults, []);
    await page.close();
  });
}

test("one moderator shows the reply from their letter, by keyboard; the letter of another then says so", async () => {
  const [show = ""] = linksOf("en", 1280);
  const page = await pageOf("en", 1280);
  await page.goto(show);
  assert.match(await page.locator("main").innerText(), new RegExp(SAID));
  await page.locator("main form button").focus();
  await page.keyboard.press("Enter");
  await page.waitForLoadState();
  await page.screenshot({ path: `${FOLDER}/done.png`, fullPage: true });
  assert.ok((await (await fetch(`${server.address}/en/outer-quay`)).text()).includes(SAID));
  const other = await pageOf("ar", 390);
  const [, refuse = ""] = linksOf("ar", 390);
  await other.goto(refuse);
  assert.equal(await other.locator("main form").count(), 0);
  assert.ok((await other.locator("main").innerText()).includes(nameOf("en", 1280)));
  assert.deepEqual([...(await axeFaults(other)), ...(await widerThanWindow(other))], []);
  await other.screenshot({ path: `${FOLDER}/decided-ar-390-light.png`, fullPage: true });
  await Promise.all([page.close(), other.close()]);
});

function nameOf(language: string, width: number): string {
  return `Mona-${language}-${width}`;
}

async function pageOf(language: string, width: number): Promise<Page> {
  const context = moderators.get(nameOf(language, width));
  assert.ok(context);
  return context.newPage();
}

function letterOf(language: string, width: number): string {
  const address = `${nameOf(language, width).toLowerCase()}@strait.example`;
  return mailbox.letters.find(({ to, text }) => to.includes(address) && text.includes("/desk/letters/"))?.text ?? "";
}

/** The paths by which the letter shows the reply and refuses it. */
function linksOf(language: string, width: number): readonly string[] {
  return [...letterOf(language, width).matchAll(/(\/desk\/letters\/\S+)/g)].map(([path]) => path);
}
