/** A client of the wire comes in by a link, finds, follows and takes stories, and acknowledges what was taken back; each page looked at. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { dateline } from "../browser.ts";
import { signedIn } from "../colleague.ts";
import { pageFaults } from "../faults.ts";
import { keyboardFaults } from "../keyboard.ts";
import { looks } from "../looks.ts";
import { openedFor } from "../opened.ts";
import { until } from "../until.ts";

const FOLDER = ".screenshots/portal";
const RETRACTED = "Two ships collide off Talmira";
const STORIES = [RETRACTED, "Ferry crews end their strike", "The harbour council meets again"];

const here = openedFor({ folder: FOLDER });

test("a client is sent what comes out, reads and acknowledges it, in English and in Arabic", async () => {
  const desk = await signedIn(
    here.browser,
    here.server,
    { name: "Edda", role: "editor" },
    { baseURL: here.server.address },
  );
  const editor = await desk.newPage();
  const links = {
    en: [await clientWithLink(editor, "The Harbour Post", "en"), await newLink(editor)],
    ar: [await clientWithLink(editor, "صحيفة الميناء", "ar"), await newLink(editor)],
  };
  for (const headline of STORIES) await publish(headline);
  await retract(editor, RETRACTED);
  for (const [language, colorScheme, width, link] of looks({
    everyDay: [
      ["en", "dark", 1280, links.en[0]],
      ["ar", "dark", 390, links.ar[0]],
    ],
    more: [
      ["en", "light", 390, links.en[1]],
      ["ar", "light", 1280, links.ar[1]],
    ],
  })) {
    const context = await here.browser.newContext({
      colorScheme,
      viewport: { width, height: 900 },
      baseURL: here.server.address,
    });
    const page = await context.newPage();
    const look = { page, name: `${language}-${width}-${colorScheme}` };
    await seen(look, "/wire/portal", "sign-in");
    await seen(look, new URL(link ?? "").pathname, "link");
    await page.locator("main form button").last().click();
    await page.waitForURL(/\/wire\/portal$/);
    await until("everything has been put down for the client", async () => {
      await page.reload();
      return (await page.locator("main").innerText()).includes(STORIES[2] ?? "");
    });
    await seen(look, "/wire/portal", "list");
    await seen(look, "/wire/portal?q=ferry", "found");
    await seen(look, "/wire/portal?q=nothing-of-this-name", "nothing");
    await seen(look, "/wire/portal/items/2", "item");
    await until("the retraction has come", async () => {
      await page.goto("/wire/portal/notices");
      return (await page.locator("main form").count()) > 1;
    });
    await seen(look, "/wire/portal/notices", "notices");
    await seen(look, "/wire/portal?q=collide", "retracted");
    await context.close();
  }
  await desk.close();
});

test("all of it is done without a mouse: words are followed, a notice is acknowledged", async () => {
  const desk = await signedIn(
    here.browser,
    here.server,
    { name: "Olga", role: "editor" },
    { baseURL: here.server.address },
  );
  const editor = await desk.newPage();
  const link = await clientWithLink(editor, "The Quay", "en");
  await publish("Ships wait at the quay");
  await retract(editor, "Ships wait at the quay");
  const context = await here.browser.newContext({ baseURL: here.server.address });
  const page = await context.newPage();
  await page.goto(new URL(link).pathname);
  await reach(page, "Go in");
  await until("its stories are put down for the client", async () => {
    await page.goto("/wire/portal?q=quay");
    return (await page.getByRole("button", { name: "Follow these words" }).count()) > 0;
  });
  await reach(page, "Follow these words");
  await page.waitForLoadState();
  assert.match(await page.locator("main").innerText(), /Stop following/);
  await until("the retraction has come", async () => {
    await page.goto("/wire/portal/notices");
    return (await page.getByRole("button", { name: "We have read this" }).count()) === 1;
  });
  await reach(page, "We have read this");
  await page.waitForLoadState();
  assert.match(await page.locator("main").innerText(), /There is nothing to acknowledge\./);
  await context.close();
  await desk.close();
});

/** Adds a client at the desk, whose page it ends at, and answers a link into the portal. */
async function clientWithLink(page: Page, name: string, language: string): Promise<string> {
  await page.goto("/desk/house/clients/+new");
  await page.locator("input[name=name]").fill(name);
  await page.locator("select[name=language]").selectOption(language);
  await page.locator("button[value=keep]").click();
  await page.waitForURL(/\/clients\/(?!\+new)/);
  return newLink(page);
}

async function newLink(page: Page): Promise<string> {
  const ofClient = page.url().replace(/\/tokens$/, "");
  await page.goto(ofClient);
  await page.locator("button[value=link]").click();
  const link = await page.locator("#secret").inputValue();
  await page.goto(ofClient);
  return link;
}

async function publish(headline: string): Promise<void> {
  const text = `${headline}\n\nTALMIRA, 20 November 2026. ${"The ferry lay at the quay until noon, the harbour office said. ".repeat(4)}\n\nNobody was hurt.`;
  const { status, err } = await dateline(["intake", "-", "--publish", "--data", here.server.data], { stdin: text });
  assert.equal(status, 0, err);
}

async function retract(page: Page, headline: string): Promise<void> {
  await page.goto(`/desk/articles?q=${encodeURIComponent(headline)}`);
  const story = await page.getByRole("link", { name: headline }).first().getAttribute("href");
  await page.goto(`${story}/details`);
  await page.getByLabel("Why it does not hold, for readers").fill("There was no collision.");
  // It is asked whether they are sure.
  page.once("dialog", (dialog) => void dialog.accept());
  await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Retract", exact: true }).click()]);
  assert.deepEqual(await page.locator(".problem").allInnerTexts(), []);
}

async function seen({ page, name }: { readonly page: Page; readonly name: string }, path: string, what: string) {
  const html = (await (await page.goto(path))?.text()) ?? "";
  assert.deepEqual([path, await pageFaults(page, html)], [path, []]);
  await page.screenshot({ path: `${FOLDER}/${name}-${what}.png`, fullPage: true });
  assert.deepEqual([path, await keyboardFaults(page)], [path, []]);
}

const MOST_STOPS = 100;

/** Presses Tab until the button of that name has the focus, and then the space bar. */
async function reach(page: Page, button: string): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => document.activeElement?.textContent?.trim());
    if (at !== button) continue;
    await Promise.all([page.waitForNavigation(), page.keyboard.press("Space")]);
    return;
  }
  throw new Error(`"${button}" is not reached by Tab`);
}
