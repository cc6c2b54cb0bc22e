/** A story is corrected, another retracted, a name withheld by two people, with and without JavaScript; then for everybody's eyes. */
import assert from "node:assert/strict";
import { createHash, generateKeyPairSync } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import type { BrowserContext, Page } from "playwright-core";
import { signedIn } from "../colleague.ts";
import { forEverybody } from "../everybody.ts";
import { axeFaults, widerThanWindow } from "../faults.ts";
import { openedFor } from "../opened.ts";

const FOLDER = ".screenshots/record";
// What is looked for in files of sources is over within a minute, and its own words go after that.
const WAITED_MS = 150_000;
const NAME = "Zyxwanna Qvortrup";

const here = openedFor({
  folder: FOLDER,
  environment: { DATELINE_WITNESSES: `http://127.0.0.1:9 ${silentWitness()}` },
});
/** Paths of what the first journeys leave behind. */
const left = { corrected: "", retracted: "", withheld: "", deskStory: "" };

for (const javaScriptEnabled of [false, true]) {
  const how = javaScriptEnabled ? "with JavaScript" : "without JavaScript";

  test(`an editor corrects a story, and readers find it everywhere, ${how}`, async () => {
    const { context, page } = await desk(javaScriptEnabled, "editor", `Edda${javaScriptEnabled}`);
    const story = await begin(page, `Ships sail from Brussel ${javaScriptEnabled}`, "They left Brussel on Monday.");
    await rewrite(page, story, "They left Brussels on Monday.");
    await page.goto(`${here.server.address}${story}/details`);
    assert.equal(await page.getByLabel("Wrong words").isVisible(), false);
    await page.getByLabel("Correction").check();
    assert.equal((await page.getByLabel("Wrong words").inputValue()).trim(), "Brussel");
    assert.equal((await page.getByLabel("Right words").inputValue()).trim(), "Brussels");
    await page.getByLabel("What readers are told", { exact: true }).first().fill("We misspelt the name of the city.");
    await page.getByLabel("Who asked for it").fill("Hanna Example");
    await acceptFindings(page);
    await page.screenshot({ path: `${FOLDER}/change-${javaScriptEnabled}.png`, fullPage: true });
    await press(page, "Publish the changes");
    await page.getByRole("link", { name: "See it on the site" }).click();
    assert.match(
      await page.locator(".article-foot").innerText(),
      /Corrected on .*\n*.*We misspelt the name of the city\./,
    );
    left.corrected = new URL(page.url()).pathname;
    left.deskStory = story;
    await page.getByRole("link", { name: "History of this story" }).click();
    assert.match(await page.locator(".version").first().innerText(), /Correction Version 2/);
    assert.equal(await page.locator(".changes del").first().innerText(), "Brussel");
    assert.equal(await page.locator(".changes ins").first().innerText(), "Brussels");
    await page.getByRole("link", { name: "Read version 1" }).click();
    assert.match(await page.locator(".notice").first().innerText(), /This is version 1/);
    await page.getByRole("link", { name: "Corrections" }).click();
    assert.match(await page.locator(".version").first().innerText(), /We misspelt the name of the city\./);
    assert.doesNotMatch(await page.content(), /Hanna/);
    const feed = await (await fetch(`${here.server.address}/en/corrections/feed.xml`)).text();
    assert.match(feed, /We misspelt the name of the city\./);
    await context.close();
  });

  test(`an editor retracts a story: its page says why and nothing else of it, ${how}`, async () => {
    const { context, page } = await desk(javaScriptEnabled, "editor", `Rolf${javaScriptEnabled}`);
    const story = await begin(page, `Ships collide ${javaScriptEnabled}`, "Two ships collided near Porto.");
    await page.goto(`${here.server.address}${story}/details`);
    await page.getByLabel("Why it does not hold, for readers").fill("There was no collision.");
    await press(page, "Retract");
    await page.getByRole("link", { name: "See it on the site" }).click();
    left.retracted = new URL(page.url()).pathname;
    const said = await page.locator("main").innerText();
    assert.match(said, /Retracted on/);
    assert.match(said, /There was no collision\./);
    assert.doesNotMatch(said, /Porto/);
    await context.close();
  });

  test(`a name is withheld by two people, and is in no page and no file afterwards, ${how}`, async () => {
    const { context, page } = await desk(javaScriptEnabled, "editor", `Wim${javaScriptEnabled}`);
    const story = await begin(page, `${NAME} found ${javaScriptEnabled}`, `${NAME} is well.`);
    await page.goto(`${here.server.address}${story}/details`);
    await page.getByRole("link", { name: "Withhold something from this story" }).click();
    await page.getByLabel("The words, one form a line").fill(`${NAME}\nQvortrup`);
    await page.getByLabel("Where", { exact: true }).selectOption({ index: 1 });
    await page.getByLabel("Kind of reason").selectOption("child");
    await press(page, "Ask");
    assert.match(await page.locator("main").innerText(), /somebody else has to decide/);
    const asking = page.url();
    assert.ok((await filesWith(NAME)).length > 0, "the name is in no file to begin with");

    const other = await desk(javaScriptEnabled, "administrator", `Ada${javaScriptEnabled}`);
    await other.page.goto(asking);
    assert.match(await other.page.locator("main").innerText(), /Zyxwanna Qvortrup found/);
    // Axe is a script itself.
    if (javaScriptEnabled)
      assert.deepEqual([...(await axeFaults(other.page)), ...(await widerThanWindow(other.page))], []);
    await other.page.screenshot({ path: `${FOLDER}/deciding-${javaScriptEnabled}.png`, fullPage: true });
    await press(other.page, "Withhold it");
    assert.match(await other.page.locator("main").innerText(), /It is withheld/);
    await other.context.close();
    await page.goto(`${here.server.address}${story}/details`);
    await page.getByRole("link", { name: "See it on the site" }).click();
    left.withheld = new URL(page.url()).pathname;
    assert.match(await page.locator("main").innerText(), /something was withheld from this story: to protect a child/);
    for (const path of [
      "/en/",
      "/en/feed.xml",
      "/en/atom.xml",
      "/en/feed.json",
      left.withheld,
      `${left.withheld}/history`,
    ])
      assert.doesNotMatch(await (await fetch(here.server.address + path)).text(), /qvortrup/i, path);
    // The job that empties the write-ahead log runs as soon as there is a worker.
    for (const until = Date.now() + WAITED_MS; (await filesWith("Qvortrup")).length > 0; ) {
      assert.ok(Date.now() < until, `the name is still in ${await filesWith("Qvortrup")}`);
      await page.goto(`${here.server.address}${left.withheld}`);
    }
    await context.close();
  });
}

forEverybody({
  title: "the record is for everybody",
  role: "administrator",
  folder: FOLDER,
  here,
  paths: async (page, language) => {
    return {
      corrected: left.corrected,
      history: `${left.corrected}/history`,
      version: `${left.corrected}/history/1`,
      retracted: left.retracted,
      withheld: left.withheld,
      corrections: "/en/corrections",
      "corrections-own": `/${language}/corrections`,
      "history-own": `${await storyIn(page, language)}/history`,
      front: "/en/",
      log: `/${language}/log`,
      "desk-home": "/desk/",
      "desk-details": `${left.deskStory}/details`,
      "desk-withhold": `/desk/withhold?article=${left.deskStory.split("/").at(-1)}`,
    };
  },
});

/** The key of a witness that nobody has ever heard of (C2SP signed-note: its number, its kind, its bytes). */
function silentWitness(): string {
  const { x = "" } = generateKeyPairSync("ed25519").publicKey.export({ format: "jwk" });
  const key = Buffer.concat([Buffer.of(4), Buffer.from(x, "base64url")]);
  const id = createHash("sha256").update("silent.example/w1\n").update(key).digest("hex").slice(0, 8);
  return `silent.example/w1+${id}+${key.toString("base64")}`;
}

type Role = "editor" | "administrator";

async function desk(
  javaScriptEnabled: boolean,
  role: Role,
  name: string,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await signedIn(here.browser, here.server, { name, role }, { javaScriptEnabled });
  const page = await context.newPage();
  page.on("dialog", (dialog) => void dialog.accept());
  return { context, page };
}

/** A short item, published; answers its address at the desk. */
async function begin(page: Page, headline: string, text: string): Promise<string> {
  await page.goto(`${here.server.address}/desk/articles/new`);
  await page.getByLabel("Headline").fill(headline);
  await page.getByLabel("Text", { exact: true }).fill(text);
  await page.getByRole("button", { name: "Begin writing" }).first().click();
  await page.waitForURL(/\/desk\/articles\/[0-9a-f-]{36}/);
  const story = new URL(page.url()).pathname.split("/").slice(0, 4).join("/");
  await page.goto(`${here.server.address}${story}/details`);
  await acceptFindings(page);
  await press(page, "Publish now");
  return story;
}

/** Without the editor: as the form of a browser without JavaScript sends it. */
async function rewrite(page: Page, story: string, body: string): Promise<void> {
  const html = await (await page.request.get(here.server.address + story)).text();
  const version = /name="version"[^>]*value="(\d+)"/.exec(html)?.[1] ?? "0";
  const headline = /<textarea[^>]*name="headline"[^>]*>\s*([^<]*)</.exec(html)?.[1] ?? "";
  const form = { version, headline: headline.trim(), body };
  const sent = await page.request.post(here.server.address + story, {
    form,
    headers: { "sec-fetch-site": "same-origin" },
  });
  assert.ok(sent.ok(), `${story} was not saved: ${sent.status()}`);
}

async function acceptFindings(page: Page): Promise<void> {
  for (const box of await page.locator("input[name=accepted]").all()) await box.check();
}

async function press(page: Page, name: string): Promise<void> {
  const before = page.url();
  await page.getByRole("button", { name, exact: true }).click();
  await page.waitForLoadState();
  assert.ok(
    !page.url().endsWith("/move"),
    `${before} refused "${name}": ${await page.locator(".problem").allInnerTexts()}`,
  );
}

async function storyIn(page: Page, language: string): Promise<string> {
  await page.goto(`${here.server.address}/${language}/`);
  return (await page.locator(".headline a").first().getAttribute("href")) ?? "";
}

async function filesWith(name: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(here.server.data, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    // A file may be gone between the list and the look.
    const bytes = entry.isFile() ? await readFile(path).catch(() => undefined) : undefined;
    if (bytes?.toString("latin1").toLowerCase().includes(name.toLowerCase())) found.push(path);
  }
  return found;
}
