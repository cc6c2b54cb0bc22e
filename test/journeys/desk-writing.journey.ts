/** Writing an article in a real browser: by keyboard, on and off the network, two at once, in every direction and width. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { dateline } from "../browser.ts";
import { axeFaults } from "../faults.ts";
import { openedFor } from "../opened.ts";

type Member = { readonly name: string; readonly email: string; readonly language: string };

const ILSE: Member = { name: "Ilse Brandt", email: "ilse@strait.example", language: "en" };
const OMAR: Member = { name: "Omar Said", email: "omar@strait.example", language: "en" };
const EVA: Member = { name: "Eva Lind", email: "eva@strait.example", language: "en" };
const LAYLA: Member = { name: "Layla Haddad", email: "layla@strait.example", language: "ar" };

const PASSWORD = "a long enough password";

const here = openedFor();
const cookies = new Map<string, Awaited<ReturnType<Browser["newContext"]>>>();

test("a story is formatted by keyboard alone, and is saved while it is typed", async () => {
  await atDesk(ILSE, {}, async (page) => {
    await openStory(page, "en", "Museum of the Strait");
    const body = page.locator("#body-text");
    await toEnd(page);
    // The story ends with a list: the second Enter leaves it.
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.keyboard.type("It was ");
    await page.keyboard.press("Control+b");
    await page.keyboard.type("not");
    await page.keyboard.press("Control+b");
    await page.keyboard.type(" sold.");
    await page.keyboard.press("Enter");
    await page.keyboard.type("## What is next");
    await page.keyboard.press("Enter");
    await page.keyboard.type("- a hearing");
    await page.keyboard.press("Enter");
    await page.keyboard.type("a vote");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Said on Monday");

    // A tool without a key of its own in mind: to the toolbar, along it, and back.
    await page.keyboard.press("Shift+Home");
    await settled(page);
    await page.keyboard.press("Alt+F10");
    for (let tool = 0; (await focusedTool(page)) !== "event"; tool++) {
      assert.ok(tool < 30, "the arrows do not reach the tool");
      await page.keyboard.press("ArrowRight");
    }
    await page.keyboard.press("Enter");
    await page.keyboard.type("2026-11-23");
    await page.keyboard.press("Enter");

    await says(page, /^Saved at/);
    const last = body.locator("> *:last-child");
    assert.equal(await last.locator(".event").getAttribute("data-date"), "2026-11-23");
    assert.equal(await body.locator("h2").last().innerText(), "What is next");
    assert.deepEqual(await body.locator("ul").last().locator("li").allInnerTexts(), ["a hearing", "a vote"]);
    await page.reload();
    assert.equal(await body.locator("strong").last().innerText(), "not");
    assert.equal(await body.locator("> *:last-child .event").innerText(), "Said on Monday");
  });
});

test("a quotation gets its speaker and a source that was found by its name", async () => {
  await atDesk(ILSE, {}, async (page) => {
    await openStory(page, "en", "squid season");
    await toEnd(page);
    await page.keyboard.press("Enter");
    await page.keyboard.type("“Enough,”");
    await page.keyboard.press("Shift+Home");
    await settled(page);
    await page.keyboard.press("Control+Alt+q");
    const dialog = page.locator("#ask-quotation");
    await dialog.getByLabel("Who speaks").fill("Nora Valent");
    await dialog.getByLabel("Find a source").fill("harbour");
    await dialog.locator("option", { hasText: "notice to shipping" }).first().waitFor({ state: "attached" });
    await dialog
      .getByLabel("Source", { exact: true })
      .selectOption({ label: await labelWith(dialog, "notice to shipping") });
    await dialog.getByRole("button", { name: "Keep" }).click();
    await says(page, /^Saved at/);
    const quoted = page.locator("#body-text .quotation").last();
    assert.equal(await quoted.getAttribute("data-speaker"), "Nora Valent");
    assert.equal(await quoted.getAttribute("data-source"), "harbour-notice-41");
  });
});

test("a dialog is answered as often as it is asked", async () => {
  await atDesk(ILSE, {}, async (page) => {
    await openStory(page, "en", "squid season");
    for (const word of ["one", "two", "three"]) {
      await toEnd(page);
      await page.keyboard.press("Enter");
      await page.keyboard.type(word);
      await page.keyboard.press("Shift+Home");
      await settled(page);
      await page.keyboard.press("Control+k");
      const dialog = page.locator("#ask-link");
      await dialog.getByLabel("Address").fill(`https://strait.example/${word}`);
      await dialog.getByRole("button", { name: "Keep" }).click();
      await page.locator(`#body-text a[href="https://strait.example/${word}"]`).waitFor();
      assert.equal(await dialog.isVisible(), false);
    }
  });
});

test("names of the register show their label while they are typed, and an editor leaves one out", async () => {
  await atDesk(ILSE, {}, async (page) => {
    await openStory(page, "en", "Student satellite");
    await page.locator("#headline").click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" and ISIL");
    await toEnd(page);
    await page.keyboard.type(" ISIL was not there.");
    const inText = page.locator("#body-text .will-print");
    await inText.waitFor();
    const inList = page.locator("#mentions-list li", { hasText: "In the headline" });
    assert.match(await inList.innerText(), /Will print:.* and ISIL \(/);
    await page.locator("#mentions-list").getByRole("button", { name: "Not this one" }).click();
    await inText.waitFor({ state: "detached" });
    await says(page, /^Saved at/);
    assert.ok(!(await page.locator("#body-text").innerText()).includes("("), "a label was typed into the text");
  });
});

test("copy from a page elsewhere comes in clean", async () => {
  await atDesk(ILSE, {}, async (page) => {
    await openStory(page, "en", "outer quay");
    await toEnd(page);
    await page.keyboard.press("Enter");
    await page.locator("#body-text").evaluate((body) => {
      const copied = new DataTransfer();
      copied.setData(
        "text/html",
        `<p style="color:red" onclick="x()">First <b>strong</b></p><script>document.title="ran"</script><ul><li>item</ul>`,
      );
      copied.setData("text/plain", "First strong");
      body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: copied, bubbles: true, cancelable: true }));
    });
    const item = page.locator("#body-text li", { hasText: "item" });
    await item.waitFor();
    assert.equal(await page.locator("#body-text strong").last().innerText(), "strong");
    assert.equal(await page.locator("#body-text [style], #body-text script").count(), 0);
    await says(page, /^Saved at/);
  });
});

test("a picture is chosen from the library, and another is added on the way", async () => {
  await atDesk(ILSE, {}, async (page) => {
    await openStory(page, "en", "goalkeeper");
    await toEnd(page);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+Alt+p");
    const dialog = page.locator("#ask-choose");
    await dialog.getByLabel("Find a picture").fill("ferry");
    await dialog.locator("#choose-from button").first().waitFor();
    assert.deepEqual(await axeFaults(page), []);
    await dialog.getByText("Add one from this device").click();
    await dialog.getByLabel("Credit").fill("Vera Lund");
    await dialog.getByLabel("Licence").fill("CC BY 4.0");
    await page.keyboard.press("Enter");
    assert.deepEqual(await axeFaults(page), []);
    await dialog.getByLabel("Files").setInputFiles("test/newsroom/pictures/storm.jpg");
    const picture = page.locator("#body-text figure.picture").last();
    await picture.locator("img[src^='/media/']").waitFor();
    await page.keyboard.type("Waves at the quay.");
    assert.match(await picture.innerText(), /Waves at the quay\./);

    const before = await page.locator("#picture").inputValue();
    await page.getByRole("button", { name: "Choose a picture" }).click();
    await dialog.locator("#choose-from button").first().click();
    // A story that has a picture already shows one all the while.
    await page.waitForFunction(
      (before) => document.querySelector<HTMLInputElement>("#picture")?.value !== before,
      before,
    );
    await page.locator("#picture-shown").waitFor();
    const [lead, inText] = await Promise.all([
      page.locator("#picture").inputValue(),
      picture.locator("img").getAttribute("src"),
    ]);
    // "Saved at" may still tell of the words above.
    await page.waitForFunction(
      async (chosen) => {
        const html = await (await fetch(location.href)).text();
        const saved = new DOMParser().parseFromString(html, "text/html").querySelector("#picture");
        // The list of pictures there are has the same value.
        return saved?.getAttribute("value") === chosen;
      },
      lead,
      { polling: 300 },
    );
    await page.reload();
    assert.equal(await page.locator("#picture").inputValue(), lead);
    assert.equal(await picture.locator("img").getAttribute("src"), inText);
  });
});

test("off the network words are kept in the browser, and sent when it is back", async () => {
  await atDesk(ILSE, {}, async (page) => {
    await openStory(page, "en", "Gale closes");
    await page.context().setOffline(true);
    await writeAtEnd(page, " Kept offline.");
    await says(page, "Kept in this browser, will be sent.");
    await page.context().setOffline(false);
    await says(page, /^Saved at/);
    await page.reload();
    assert.match(await page.locator("#body-text").innerText(), /Kept offline\.$/);
  });
});

test("who is signed out while writing loses nothing: the page says so, and offers the words back", async () => {
  await atDesk(EVA, {}, async (page) => {
    const address = await openStory(page, "en", "charcoal");
    await page.request.post(`${here.server.address}/desk/sign-out`, { form: {} });
    await writeAtEnd(page, " Written while signed out.");
    await says(page, /^You are signed out\./);
    assert.ok(await page.getByRole("link", { name: "Sign in in another tab" }).isVisible());

    await page.goto(address);
    await page.getByLabel("E-mail").fill(EVA.email);
    await page.locator("input[type=password]").fill(PASSWORD);
    await page.keyboard.press("Enter");
    const dialog = page.locator("#ask-unsent");
    await dialog.locator("ins", { hasText: "Written while signed out." }).waitFor();
    assert.deepEqual(await axeFaults(page), []);
    await dialog.getByRole("button", { name: "Go on with it" }).click();
    await says(page, /^Saved at/);
    assert.match(await page.locator("#body-text").innerText(), /Written while signed out\.$/);
  });
});

test("two who write one story see each other, and neither goes over the other in silence", async () => {
  await atDesk(ILSE, {}, async (ilse) =>
    atDesk(OMAR, {}, async (omar) => {
      const address = await openStory(ilse, "en", "Neval falls");
      await omar.goto(address);
      await omar.locator("#others-here", { hasText: "Also here: Ilse Brandt" }).waitFor();

      await writeAtEnd(ilse, " Ilse wrote this.");
      await says(ilse, /^Saved at/);
      await writeAtEnd(omar, " Omar wrote that.");
      const dialog = omar.locator("#ask-conflict");
      await dialog.locator("del", { hasText: "Ilse" }).waitFor();
      assert.match(await dialog.innerText(), /Ilse Brandt has saved this story while you were writing\./);
      assert.deepEqual(await dialog.locator("ins").allInnerTexts(), ["Omar", "that"]);
      assert.deepEqual(await axeFaults(omar), []);
      await omar.keyboard.press("Escape");
      await says(omar, /^Somebody else has saved\./);

      await omar.getByRole("button", { name: "See both texts" }).click();
      await dialog.getByRole("button", { name: "Go on with yours" }).click();
      await says(omar, /^Saved at/);
      await ilse.reload();
      const text = await ilse.locator("#body-text").innerText();
      assert.ok(text.includes("Omar wrote that.") && !text.includes("Ilse wrote this."));
      await ilse.goto(`${address}/history`);
      assert.ok(
        (await ilse.locator("main").innerText()).includes("Ilse Brandt"),
        "the other text is not in the history",
      );
    }),
  );
});

test("an Arabic story is written from right to left, and at a desk that is", async () => {
  await atDesk(LAYLA, { viewport: { width: 390, height: 844 } }, async (page) => {
    await openStory(page, "ar", "");
    assert.equal(await page.locator("html").getAttribute("dir"), "rtl");
    assert.equal(await page.locator("#body-text").getAttribute("dir"), "rtl");
    await writeAtEnd(page, " انتهى.");
    await says(page, /^حُفظ في/);
    await page.keyboard.press("Alt+F10");
    await page.keyboard.press("ArrowLeft");
    assert.equal(await focusedTool(page), "redo");
    await usable(page);
  });
});

for (const [colorScheme, width] of [
  ["light", 390],
  ["dark", 1280],
] as const) {
  test(`the page and its dialogs are usable by everybody, ${colorScheme} at ${width} pixels`, async () => {
    await atDesk(ILSE, { colorScheme, viewport: { width, height: 900 } }, async (page) => {
      await openStory(page, "en", "paper trail");
      await page.locator("#body-text .will-print").first().waitFor();
      await usable(page);
      for (const name of [
        "help",
        "link",
        "quotation",
        "citation",
        "event",
        "blockquote",
        "picture",
        "embed",
        "table",
      ]) {
        await page.evaluate((id) => document.querySelector<HTMLDialogElement>(id)?.showModal(), `#ask-${name}`);
        assert.deepEqual(await axeFaults(page), [], name);
        await page.keyboard.press("Escape");
      }
    });
  });
}

test("the first paint does not wait for the editor", async () => {
  await atDesk(ILSE, {}, async (page) => {
    const address = await openStory(page, "en", "Museum of the Strait");
    let letItCome = () => {};
    const mayCome = new Promise<void>((done) => {
      letItCome = done;
    });
    await page.route("**/desk-editor.*.js", async (route) => {
      await mayCome;
      await route.continue();
    });
    await page.goto(address, { waitUntil: "commit" });
    await page.locator("textarea#body").waitFor();
    assert.ok(await page.locator("#headline").isVisible());
    await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
    assert.equal(await page.locator("#body-text").count(), 0);
    letItCome();
    await page.locator("#body-text").waitFor();
  });
});

async function usable(page: Page): Promise<void> {
  assert.deepEqual(await axeFaults(page), []);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(over, 0, `${over} px too wide`);
}

/** A page of somebody who is signed in: by their invitation the first time, with what their browser kept of it later. */
async function atDesk<T>(who: Member, options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await here.browser.newContext(options);
  try {
    const page = await context.newPage();
    page.on("pageerror", (error) => {
      throw error;
    });
    await context.addCookies(await cookiesOf(who));
    return await work(page);
  } finally {
    await context.close();
  }
}

async function cookiesOf(who: Member) {
  const known = cookies.get(who.email);
  if (known) return known.cookies();
  const { name, email, language } = who;
  const invited = await dateline([
    "staff",
    "invite",
    email,
    "--role",
    "editor",
    "--name",
    name,
    "--language",
    language,
    "--data",
    here.server.data,
    "--json",
  ]);
  assert.equal(invited.status, 0, invited.err);
  const { link }: { link: string } = JSON.parse(invited.out);
  // The desk speaks the language the first visit was made in.
  const context = await here.browser.newContext({ locale: language });
  const page = await context.newPage();
  await page.goto(here.server.address + new URL(link).pathname);
  await page.locator("input[name=password]").fill(PASSWORD);
  await page.locator("form.door button").last().click();
  await page.waitForURL(/\/desk\/$/);
  cookies.set(email, context);
  return context.cookies();
}

/** Opens the editor on the story of an edition whose headline has these words; answers its address. */
async function openStory(page: Page, edition: string, words: string): Promise<string> {
  await page.goto(`${here.server.address}/desk/articles?edition=${edition}&words=${encodeURIComponent(words)}`);
  const address = here.server.address + (await page.locator(".stories a").first().getAttribute("href"));
  await page.goto(address);
  await page.locator("#body-text").waitFor();
  return address;
}

async function writeAtEnd(page: Page, words: string): Promise<void> {
  await toEnd(page);
  await page.keyboard.type(words);
}

async function toEnd(page: Page): Promise<void> {
  await page.locator("#body-text > p").last().click();
  await page.keyboard.press("Control+End");
  await settled(page);
}

/** Keys follow each other here faster than the editor hears where the cursor went: it has until the next frame but one. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  });
}

async function says(page: Page, words: string | RegExp): Promise<void> {
  await page.locator("#copy-state", { hasText: words }).waitFor();
}

async function focusedTool(page: Page): Promise<string | undefined> {
  return page.evaluate(() =>
    document.activeElement instanceof HTMLElement ? document.activeElement.dataset["tool"] : "",
  );
}

async function labelWith(dialog: Locator, words: string): Promise<string> {
  return (await dialog.locator("option", { hasText: words }).first().textContent()) ?? "";
}
