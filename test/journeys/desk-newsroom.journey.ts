/**
 * A newsroom's first day: from the printed link to readers, with JavaScript and without. Its pictures, in `.screenshots/guide/`,
 * are those of `docs/guide/`: `npm run guide` takes them over.
 */
import assert from "node:assert/strict";
import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { after, before, test } from "node:test";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { withAuthenticator } from "../authenticator.ts";
import { openBrowser, type Server, withServer } from "../browser.ts";
import { type Mailbox, openMailbox } from "../mailbox.ts";
import { answeredFrom, inZone, nextMinute, zoneOf } from "../minute.ts";
import { until } from "../until.ts";

const PICTURES = ".screenshots/guide";
const VIEWPORT = { width: 1000, height: 760 };
// What the guide may weigh for a reader of the repository.
const MOST_PICTURE_BYTES = 600_000;
// From the printed link to a story that is read.
const MOST_INTERACTIONS = 9;

let browser: Browser;
let mail: Mailbox;

before(async () => {
  await rm(PICTURES, { recursive: true, force: true });
  await mkdir(PICTURES, { recursive: true });
  [browser, mail] = await Promise.all([openBrowser(), openMailbox()]);
});

after(async () => {
  await browser.close();
  await mail[Symbol.asyncDispose]();
});

test("a new administrator invites an editor by mail, whose story with a picture and a quotation is read at its minute", async () => {
  await withServer(
    async (server) => {
      const desk = await pageOn(server);
      await withAuthenticator(desk);
      await desk.goto(printedLink(server));
      await desk.getByLabel("Your name").fill("Ilse Berg");
      await desk.getByLabel("Your e-mail address").fill("ilse@harbour.example");
      await picture(desk, "link");
      await desk.getByRole("button", { name: "Go on with a passkey" }).click();
      await desk.getByRole("button", { name: "Add a passkey" }).click();
      await desk.waitForURL("**/desk/");
      await picture(desk, "today");

      await desk.goto("/desk/staff");
      await desk.getByLabel("Name", { exact: true }).fill("Ines Tallow");
      await desk.getByLabel("E-mail address").fill("ines@harbour.example");
      await desk.getByLabel("Role").selectOption("editor");
      await picture(desk, "invite");
      await desk.getByRole("button", { name: "Invite" }).click();
      await until("the letter of the invitation", () => mail.letters.length === 1);

      const editor = await pageOn(server);
      await editor.goto(/http:\S+\/desk\/sign-in\/\S+/.exec(mail.letters[0]?.text ?? "")?.[0] ?? "no link");
      await editor.getByLabel("Password").fill("a quiet harbour at noon");
      await editor.getByRole("button", { name: "Go on with a password" }).click();
      await writeStory(editor);
      await describeItsPicture(editor);

      const story = `${server.address}/en/night-ferries-return`;
      const publishAt = await schedule(editor);
      const reader = await pageOn(server);
      assert.equal((await reader.goto(story))?.status(), 404);
      const readAt = await answeredFrom(reader, story, publishAt);
      assert.ok(readAt >= publishAt.getTime(), "it came out before its minute");
      assert.equal(await reader.getByAltText("Waves break over the quay").count(), 1);
      assert.match(await reader.locator("figure", { has: reader.locator("img") }).innerText(), /Rita Lund/);
      assert.equal(await reader.locator(".quotation").getAttribute("data-speaker"), "Nora Valent");
      assert.deepEqual(await reader.context().cookies(), []);
      await picture(reader, "story", { fullPage: true });
    },
    { demo: false, environment: { DATELINE_SMTP: mail.smtp } },
  );
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with a passkey" : "without JavaScript";
  test(`from the printed link to a published story are at most nine interactions, ${how}`, async () => {
    await withServer(
      async (server) => {
        const page = await pageOn(server, { javaScriptEnabled });
        if (javaScriptEnabled) await withAuthenticator(page);
        const hand = handOn(page);
        await hand.follow(printedLink(server));
        await hand.fill("Your name", "Ilse Berg");
        await hand.fill("Your e-mail address", "ilse@harbour.example");
        if (javaScriptEnabled) {
          await hand.press("button", "Go on with a passkey");
          await hand.press("button", "Add a passkey");
        } else {
          await hand.fill("Password", "a quiet harbour at noon");
          await hand.press("button", "Go on with a password");
        }
        await hand.press("link", "New story");
        await hand.fill("Headline", "Port of Talmira opens");
        await hand.fill("Text", "The port opened **at noon**.");
        if (javaScriptEnabled) await picture(page, "new");
        await hand.press("button", "Publish now");
        assert.match(await page.locator(".where").innerText(), /Published/);

        const reader = await pageOn(server);
        await reader.goto("/en/");
        await reader.getByRole("link", { name: "Port of Talmira opens" }).first().click();
        assert.equal(await reader.locator("article strong").innerText(), "at noon");
        assert.ok(hand.count() <= MOST_INTERACTIONS, `it took ${hand.count()}`);
      },
      { demo: false },
    );
  });
}

test("the guide has its pictures, and they weigh little", async () => {
  const named = [...(await readFile("docs/guide/first-story.md", "utf8")).matchAll(/\]\((\w+\.jpg)\)/g)].map(
    ([, name]) => name,
  );
  assert.deepEqual(new Set(await readdir(PICTURES)), new Set(named));
  const sizes = await Promise.all(named.map(async (name) => (await stat(`${PICTURES}/${name}`)).size));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  assert.ok(all < MOST_PICTURE_BYTES, `they weigh ${all} bytes`);
});

async function pageOn({ address }: Server, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: address, viewport: VIEWPORT, ...options });
  return context.newPage();
}

function printedLink({ output }: Server): string {
  return /http:\/\/localhost:\d+\/desk\/sign-in\/\S+/.exec(output())?.[0] ?? "no link was printed";
}

/** What a person does and is counted: an address followed, a field filled in, a link or a button pressed. */
function handOn(page: Page) {
  let done = 0;
  return {
    follow: async (address: string) => {
      done++;
      await page.goto(address);
    },
    fill: async (field: string, words: string) => {
      done++;
      await page.getByLabel(field, { exact: true }).fill(words);
    },
    press: async (role: "button" | "link", name: string) => {
      done++;
      await page.getByRole(role, { name, exact: true }).click();
    },
    count: () => done,
  };
}

async function writeStory(page: Page): Promise<void> {
  await page.getByRole("link", { name: "New story" }).click();
  await page.getByLabel("Headline").fill("Night ferries return");
  await page.getByRole("button", { name: "Begin writing" }).click();
  await page.locator("#body-text").click();
  await page.keyboard.type("The night ferries sail again from Monday.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("“We have seen enough,”");
  await page.keyboard.press("Shift+Home");
  await page.getByRole("button", { name: "Quoted words" }).click();
  const quotation = page.locator("#ask-quotation");
  await quotation.getByLabel("Who speaks").fill("Nora Valent");
  await quotation.getByLabel("Their office").fill("harbour master");
  await quotation.getByRole("button", { name: "Keep" }).click();

  await page.getByRole("button", { name: "Choose a picture" }).click();
  const dialog = page.locator("#ask-choose");
  await dialog.getByText("Add one from this device").click();
  await dialog.getByLabel("Files").setInputFiles("test/newsroom/pictures/storm.jpg");
  await page.locator("#picture-shown").waitFor();
  await page.getByRole("textbox", { name: "Alternative text" }).fill("Waves break over the quay");
  await page.locator("#copy-state", { hasText: /^Saved at/ }).waitFor();
  await picture(page, "write", { fullPage: true });
}

/** Whose it is and under what it may be printed is said once, in the library. */
async function describeItsPicture(page: Page): Promise<void> {
  const library = await page.context().newPage();
  await library.goto("/desk/pictures");
  await library.locator("main a[href^='/desk/pictures/']").first().click();
  await library.getByLabel("Credit").fill("Rita Lund");
  await library.getByLabel("Licence").fill("Our own");
  await picture(library, "picture");
  await library.getByRole("button", { name: "Keep", exact: true }).click();
  await library.getByRole("status").waitFor();
  await library.close();
}

/** Ticks what pre-flight asks, and says when it comes out. */
async function schedule(page: Page): Promise<Date> {
  await page.getByRole("link", { name: "Details" }).click();
  for (const tick of await page.locator("input[name=accepted]").all()) await tick.check();
  const publishAt = nextMinute();
  await page.getByLabel("Comes out at").fill(inZone(publishAt, await zoneOf(page)));
  await picture(page, "details");
  await page.getByRole("button", { name: "Schedule", exact: true }).click();
  assert.match(await page.locator(".where").innerText(), /Scheduled/);
  return publishAt;
}

async function picture(page: Page, name: string, { fullPage = false } = {}): Promise<void> {
  await page.screenshot({ path: `${PICTURES}/${name}.jpg`, type: "jpeg", quality: 70, fullPage });
}
