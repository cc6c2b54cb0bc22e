/** The register from a file to a reader: a difference, the stories it changes, one decision; by hand; and an end. For everybody's eyes and hands. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { BrowserContext, Page } from "playwright-core";
import { unXml } from "../../src/text/cases/registers/un.ts";
import { dateline } from "../browser.ts";
import { signedIn } from "../colleague.ts";
import { forEverybody } from "../everybody.ts";
import { openedFor } from "../opened.ts";

const FOLDER = ".screenshots/register";
const AMBER = {
  reference: "XDe.001",
  name: "AMBER LEGION",
  original: "Янтарный завет",
  aliases: [["Salters", "Good"]],
} as const;
const LEAGUE = { reference: "XDe.002", name: "ARMY OF BRATOL" } as const;
const COPY = `HARBOUR, Nov 20 (Agency) - The Amber Legion and the Army of Bratol met by the sea.

The Brigade of Salt was not there.`;

let story: string;

const here = openedFor({
  folder: FOLDER,
  ready: async ({ server }) => {
    const words = ["intake", "-", "--edition", "en", "--publish", "--json", "--data", server.data];
    const taken = await dateline(words, { stdin: `A meeting by the sea\n\n${COPY}` });
    assert.equal(taken.status, 0, taken.err);
    story = JSON.parse(taken.out).address;
  },
});

for (const javaScriptEnabled of [false, true]) {
  test(`a list is read, seen, applied and printed, and an entry that vanished is ended ${javaScriptEnabled ? "with" : "without"} JavaScript`, async () => {
    const name = javaScriptEnabled ? "Edgar" : "Eve";
    const context = await signedIn(here.browser, here.server, { name, role: "editor" }, { javaScriptEnabled });
    const page = await context.newPage();
    // The second time round what was ended comes back with the list.
    await takeIn(page, unXml([AMBER, LEAGUE]));
    await seen(page, /What would change: consolidated\.xml/);
    assert.match(await text(page), /1 published story changes/);
    assert.match(await text(page), /Amber Legion \(under United Nations sanctions\)/);
    assert.doesNotMatch(await printed(context), /Amber Legion \(under/);
    await page.screenshot({ path: `${FOLDER}/difference-${name}.png`, fullPage: true });
    await pressed(page, "Apply all of it");
    assert.match(await text(page), /Applied on/);
    assert.match(await printed(context), /Amber Legion \(under United Nations sanctions\)/);

    await takeIn(page, unXml([LEAGUE]));
    assert.match(await text(page), /No longer on the list/);
    await pressed(page, "Apply all of it");
    await page.goto(`${here.server.address}/desk/register`);
    await page.getByRole("link", { name: /no longer on its list/ }).click();
    await page.getByLabel("First day it no longer holds").fill("2026-11-01");
    await page.screenshot({ path: `${FOLDER}/vanished-${name}.png`, fullPage: true });
    await pressed(page, "See what it changes");
    await seen(page, /What would change: Amber Legion/);
    assert.match(await text(page), /first day it no longer holds: not set → 1 November 2026/);
    await pressed(page, "Apply all of it");
    assert.doesNotMatch(await printed(context), /Amber Legion \(under/);
    assert.match(await printed(context), /Army of Bratol \(under United Nations sanctions\)/);
    await context.close();
  });
}

test("an organisation is added by hand with the keyboard alone, changed, and its public page tells what happened", async () => {
  const context = await signedIn(
    here.browser,
    here.server,
    { name: "Hanna", role: "editor" },
    { javaScriptEnabled: false },
  );
  const page = await context.newPage();
  await page.goto(`${here.server.address}/desk/register`);
  await pressedLink(page, "Add by hand");
  await page.getByLabel("Name", { exact: true }).fill("Brigade of Salt");
  await page.getByLabel("Whose designation it is").fill("un");
  await page.getByLabel("Who decided").fill("High Court of Karvia");
  await page.getByLabel("First day it holds").fill("2026-01-15");
  await page.getByLabel("In English").fill("banned in Karvia");
  await pressed(page, "See what it changes");
  await seen(page, /What would change: Brigade of Salt/);
  assert.match(await text(page), /1 published story changes/);
  await pressed(page, "Apply all of it");
  assert.match(await printed(context), /Brigade of Salt \(banned in Karvia\)/);
  await page.goto(`${here.server.address}/desk/register/brigade-of-salt`);
  await pressedLink(page, "Change: Brigade of Salt");
  await page.getByLabel("Forms to add").fill("Saltmen");
  await pressed(page, "See what it changes");
  assert.match(await text(page), /New form of Brigade of Salt: Saltmen/);
  await pressed(page, "Apply all of it");
  await page.goto(`${here.server.address}/en/labels/brigade-of-salt`);
  assert.match(await text(page), /In force: United Nations, High Court of Karvia/);
  await context.close();
});

forEverybody({
  title: "the register is for everybody",
  role: "editor",
  folder: FOLDER,
  here,
  paths: async (page) => {
    const entry = "/desk/register/un-xde.001";
    await page.goto(`${here.server.address}${entry}`);
    const links = await page
      .locator(`a[href^="${entry}/"]`)
      .evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
    const change = await waitingChange(page);
    return {
      list: "/desk/register",
      "new": "/desk/register/+new",
      import: "/desk/register/+import",
      days: "/desk/register/+days",
      day: "/desk/register/+days?day=2026-12-24",
      vanished: "/desk/register/+vanished",
      change: change,
      entry: entry,
      designation: links.find((link) => /designations\/[^+]/.test(link)) ?? "",
      name: links.filter((link) => /names\/[^+]/.test(link)).at(1) ?? "",
      log: "/desk/log",
      "public-list": "/en/labels",
      "public-one": "/ar/labels/al-nusrah-front",
    };
  },
});

/** A list that is read and left waiting, with names in doubt and rows that are refused. */
async function waitingChange(page: Page): Promise<string> {
  await page.goto(`${here.server.address}/desk/register/+import`);
  await page.locator("#format").selectOption("csv");
  await page.locator("details > summary").first().click();
  for (const [field, value] of [
    ["list", "xk-banned"],
    ["jurisdiction", "un"],
    ["wording", "banned in Karvia"],
    ["column-name", "Organisation"],
    ["column-alias", "Also"],
    ["column-from", "Since"],
  ] as const)
    await page.locator(`#${field}`).fill(value);
  const csv = "Organisation;Also;Since\nHarbour Guard;Guard;2026-01-15\nQuay Front;QF;not a day\n";
  await page.locator("#file").setInputFiles({ name: "banned.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await submitted(page, page.locator("button.main").click());
  return new URL(page.url()).pathname;
}

async function takeIn(page: Page, xml: string): Promise<void> {
  await page.goto(`${here.server.address}/desk/register`);
  await pressedLink(page, "Take in a list");
  const file = { name: "consolidated.xml", mimeType: "application/xml", buffer: Buffer.from(xml) };
  await page.getByLabel("File", { exact: true }).setInputFiles(file);
  await pressed(page, "Read and compare");
}

/** Presses Enter on a button and waits for the page it leads to. */
async function pressed(page: Page, button: string): Promise<void> {
  await page.getByRole("button", { name: button }).focus();
  await submitted(page, page.keyboard.press("Enter"));
}

async function pressedLink(page: Page, link: string): Promise<void> {
  await page.getByRole("link", { name: link }).focus();
  await submitted(page, page.keyboard.press("Enter"));
}

async function submitted(page: Page, act: Promise<void>): Promise<void> {
  const arrived = page.waitForEvent("load");
  await act;
  await arrived;
}

async function seen(page: Page, title: RegExp): Promise<void> {
  assert.match(await page.getByRole("heading", { level: 1 }).innerText(), title);
}

function text(page: Page): Promise<string> {
  return page.locator("main").innerText();
}

/** The story as readers have it. */
async function printed(context: BrowserContext): Promise<string> {
  const reader = await context.newPage();
  await reader.goto(here.server.address + story);
  const words = (await reader.locator("main").innerText()).replaceAll("\u00a0", " ");
  await reader.close();
  return words;
}
