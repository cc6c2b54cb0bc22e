/** Readers and their replies, without JavaScript and with it: read, write, be held, seen, answered, told by letter, change, take back, erase. */
import assert from "node:assert/strict";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, BrowserContext } from "playwright-core";
import { openBrowser, openServer } from "../browser.ts";
import { signedIn } from "../colleague.ts";
import { pageFaults, widerThanWindow } from "../faults.ts";
import { looks } from "../looks.ts";
import { type Mailbox, openMailbox } from "../mailbox.ts";
import { notHeard, readingOrder } from "../reading-order.ts";
import { approveAll, arrived, doTheSum, fill, MINE } from "../reply-form.ts";
import { tracesIn } from "../traces.ts";
import { until } from "../until.ts";

const FOLDER = ".screenshots/replies";
const STORY = "/en/outer-quay";

let server: Awaited<ReturnType<typeof openServer>>;
let browser: Browser;
let mailbox: Mailbox;
let moderator: BrowserContext;

before(async () => {
  mailbox = await openMailbox();
  [server, browser] = await Promise.all([
    openServer({ environment: { DATELINE_SMTP: mailbox.smtp } }),
    openBrowser(),
    mkdir(FOLDER, { recursive: true }),
  ]);
  moderator = await signedIn(browser, server, { name: "Mona", role: "moderator" });
});

after(async () => {
  await browser.close();
  await server.stop();
  await mailbox[Symbol.asyncDispose]();
});

const approve = () => approveAll(moderator, server.address);

async function letterTo(address: string, words: string): Promise<string> {
  await until(`a letter to ${address} that says "${words}"`, () =>
    mailbox.letters.some(({ to, text }) => to.includes(address) && text.includes(words)),
  );
  return mailbox.letters.findLast(({ to, text }) => to.includes(address) && text.includes(words))?.text ?? "";
}

function linkIn(letter: string, path: string): string {
  return new RegExp(`${server.address}(${path}[^\\s]+)`).exec(letter)?.[1] ?? "";
}

for (const javaScriptEnabled of [false, true]) {
  const how = javaScriptEnabled ? "with JavaScript" : "without JavaScript";
  test(`a reader writes, is held, seen, answered and told by letter, changes, takes back and erases, ${how}`, async () => {
    const [ada, ben] = await Promise.all([
      browser.newContext({ javaScriptEnabled }),
      browser.newContext({ javaScriptEnabled, viewport: { width: 390, height: 800 } }),
    ]);
    const said = `I was on that boat, ${how}.`;
    const address = `ada-${javaScriptEnabled}@readers.example`;
    const page = await ada.newPage();
    await page.goto(server.address + STORY);
    await fill(page, "Ada Reader", said, address);
    await page.getByRole("button", { name: "Send", exact: true }).click();
    if (!javaScriptEnabled) {
      assert.match(await page.locator("h1").innerText(), /One last step/);
      await page.screenshot({ path: `${FOLDER}/last-step.png`, fullPage: true });
      await doTheSum(page);
    }
    await (javaScriptEnabled ? arrived(page) : page.waitForURL(MINE));
    const mine = page.url().split("?")[0] ?? "";
    assert.match(await page.locator("main").innerText(), /Waiting for a moderator/);
    await page.screenshot({ path: `${FOLDER}/mine-${javaScriptEnabled}.png`, fullPage: true });

    const confirm = linkIn(await letterTo(address, "address"), "/replies/confirm/");
    await page.goto(server.address + confirm);
    await page.screenshot({ path: `${FOLDER}/confirm.png`, fullPage: true });
    await page.getByRole("button", { name: "Yes, this is my address" }).click();
    assert.match(await page.locator(".thanks").innerText(), /confirmed/);

    await approve();
    const other = await ben.newPage();
    await other.goto(server.address + STORY);
    const reply = other.locator(".reply", { hasText: said });
    assert.equal(await reply.count(), 1);
    await reply.getByRole("link", { name: "Answer Ada Reader" }).click();
    await other.locator("#reply-form [name=parent]").waitFor({ state: "attached" });
    await fill(other, "Ben", `So was I, ${how}.`);
    await other.getByRole("button", { name: "Send", exact: true }).click();
    if (!javaScriptEnabled) await doTheSum(other);
    await (javaScriptEnabled ? arrived(other) : other.waitForURL(MINE));
    await letterTo(address, "is shown now");
    await approve();
    assert.ok((await other.goto(server.address + STORY))?.ok());
    assert.match(await other.locator("#replies").innerText(), new RegExp(`So was I, ${how}`));

    await page.goto(mine);
    await page.getByText("Change", { exact: true }).first().click();
    await page.locator(".own-reply textarea[name=text]").first().fill(`${said} It was cold.`);
    await page.getByRole("button", { name: "Keep the change" }).first().click();
    await other.reload();
    assert.match(await other.locator("#replies").innerText(), /It was cold/);
    await page.getByRole("button", { name: "Take it back" }).first().click();
    await other.reload();
    assert.doesNotMatch(await other.locator("#replies").innerText(), /It was cold/);
    assert.match(await other.locator("#replies").innerText(), /This reply was taken back/);
    await page.getByLabel("Yes, erase everything I wrote here").check();
    await page.getByRole("button", { name: "Erase everything" }).click();
    assert.equal((await page.goto(mine))?.status(), 404);
    await ada.close();
    await ben.close();
  });
}

test("a screen reader goes from the count through each reply, its note apart, to its acts, and then through the form", async () => {
  // With its first reply let through the device needs no sum, in whatever language.
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const [story, name, text] of [
    ["/en/ferry-strike", "Iris", "I heard ISIL had a hand in it."],
    ["/ar/idrab-al-abbarat", "نور", "سمعت أن داعش لها يد في هذا."],
  ] as const) {
    await page.goto(server.address + story);
    await page.locator(".reply .act a").first().click();
    await fill(page, name, text);
    await page.locator("#reply-form button").first().click();
    if (name === "Iris") await doTheSum(page);
    await page.waitForURL(MINE);
    if (name === "Iris") await approve();
  }
  for (const [story, heard] of [
    [
      "/en/ferry-strike",
      {
        heading: /^heading: Replies \d+ replies$/,
        reply: [
          /^article: Iris to Marta Olen$/,
          /^StaticText: Iris$/,
          /^\w+: to Marta Olen$/,
          /^link: Where the reply of Iris stands: /,
          /^time: /,
          /^StaticText: I heard ISIL$/,
          /^note: $/,
          /^StaticText: {2}\[Editors’ note: $/,
          /^link: on the UN sanctions list$/,
          /^StaticText: {2}had a hand in it\.$/,
          /^link: Answer Iris$/,
          /^link: Report the reply of Iris$/,
        ],
        form: [
          /^form: Write a reply$/,
          /^heading: Write a reply$/,
          /^textbox: Name$/,
          /^textbox: E-mail, if you like \(It will not be published\..+\)$/,
          /^textbox: Your reply \(.+A first reply is read by a moderator.+\)$/,
          /^checkbox: Write to me when it is decided on or answered$/,
          /^checkbox: This is a correction, for the newsroom alone$/,
          /^button: Send$/,
          /^button: Preview$/,
        ],
      },
    ],
    [
      "/ar/idrab-al-abbarat",
      {
        heading: /^heading: الردود ردان$/,
        reply: [
          /^article: نور جوابًا على سلمى الدرّي$/,
          /^StaticText: نور$/,
          /^\w+: جوابًا على سلمى الدرّي$/,
          /^link: مكان رد نور: /,
          /^time: /,
          /^StaticText: سمعت أن داعش$/,
          /^note: $/,
          /^StaticText: {2}\[ملاحظة التحرير: $/,
          /^StaticText: {2}لها يد في هذا\.$/,
          /^link: أجب نور$/,
          /^link: .*نور$/,
        ],
        form: [
          /^form: اكتب ردًا$/,
          /^heading: اكتب ردًا$/,
          /^textbox: الاسم$/,
          /^textbox: البريد الإلكتروني، إن شئت \(لن يُنشر\..+\)$/,
          /^textbox: ردك \(.+يقرأ مشرف الرد الأول.+\)$/,
          /^checkbox: راسلوني عند البت فيه أو الرد عليه$/,
          /^checkbox: هذا تصحيح، للتحرير وحده$/,
          /^button: أرسل$/,
          /^button: معاينة$/,
        ],
      },
    ],
  ] as const) {
    for (const path of [story, `${story}/replies`]) {
      await page.goto(server.address + path);
      assert.deepEqual(notHeard(await readingOrder(page), [heard.heading, ...heard.reply, ...heard.form]), []);
    }
    await page.goto(`${server.address}${story}/replies/write`);
    const [form, heading, name, email, ...rest] = heard.form;
    // Which sentence it is about is asked between who writes and what they write.
    const all = [form, heading, name, email, /^group: /, /^radio: /, ...rest];
    assert.deepEqual(notHeard(await readingOrder(page), all), []);
  }
  await context.close();
});

test("a sentence of the story is chosen without JavaScript, and stands above the reply", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(server.address + STORY);
  await page.getByRole("link", { name: "Reply to this sentence" }).click();
  await page.locator(".sentences input").nth(2).check();
  const sentence = await page.locator(".sentences input").nth(2).getAttribute("value");
  await fill(page, "Cleo", "About that sentence.");
  await page.screenshot({ path: `${FOLDER}/sentences.png`, fullPage: true });
  await page.getByRole("button", { name: "Preview" }).click();
  assert.equal(await page.locator(".chosen blockquote").innerText(), sentence);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await doTheSum(page);
  await approve();
  await page.goto(server.address + STORY);
  const reply = page.locator(".reply", { hasText: "About that sentence." });
  assert.match(await reply.locator("blockquote").innerText(), /From the story/);
  assert.ok((await reply.locator("blockquote").innerText()).includes(sentence?.slice(0, 20) ?? "nothing"));
  await context.close();
});

test("a chosen passage is offered with JavaScript, without the labels that stand in it", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(server.address + STORY);
  await page.evaluate(() => {
    const paragraph = document.querySelector(".reading .body p");
    if (paragraph) getSelection()?.selectAllChildren(paragraph);
  });
  await page.getByRole("button", { name: "Reply to this sentence" }).click();
  const chosen = await page.locator("#reply-form .chosen blockquote").innerText();
  assert.ok(chosen.length > 20);
  assert.equal(await page.evaluate(() => document.activeElement?.id), "reply-text");
  await fill(page, "Dora", "About this passage.");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await arrived(page);
  await context.close();
});

test("what is typed outlives a lost line, a closed page and a token that is too old", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(server.address + STORY);
  await fill(page, "Emil", "Words that must not be lost.");
  const again = await context.newPage();
  await page.close();
  await again.goto(server.address + STORY);
  await until("the words are in the form again", async () =>
    (await again.locator("#reply-text").inputValue()).includes("must not be lost"),
  );
  await context.setOffline(true);
  await again.getByRole("button", { name: "Send", exact: true }).click();
  await until("the page says that the reply is kept", async () =>
    /offline/.test(await again.locator(".script-says").innerText()),
  );
  await again.screenshot({ path: `${FOLDER}/offline.png` });
  await context.setOffline(false);
  await arrived(again);
  await again.goto(server.address + STORY);
  assert.equal(await again.locator("#reply-text").inputValue(), "");
  await context.close();
});

test("a token that is refused is worked for again in place, and a second refusal brings the sum with every word", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  let asked = 0;
  await page.route("**/replies/challenge", async (route) => {
    asked += 1;
    const answer = await route.fetch();
    const { token, bits } = (await answer.json()) as { token: string; bits: number };
    await route.fulfill({ json: { token: asked < 2 ? `${token}x` : token, bits } });
  });
  await page.goto(server.address + STORY);
  await fill(page, "Fay", "Sent with an old token.");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await arrived(page);
  assert.equal(asked, 2);
  asked = -10;
  await page.goto(server.address + STORY);
  await context.clearCookies();
  await fill(page, "Fay", "Never a good token.");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.locator("[name=answer]").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("name")), "answer");
  await doTheSum(page);
  await page.waitForURL(MINE);
  assert.match(await page.locator("main").innerText(), /Never a good token/);
  await context.close();
});

test("new replies are told of while somebody reads, come when they are asked for, and nothing jumps", async () => {
  const [reader, writer] = await Promise.all([browser.newContext(), browser.newContext()]);
  const page = await reader.newPage();
  await page.goto(`${server.address}/en/ferry-strike`);
  await page.locator("#replies").scrollIntoViewIfNeeded();
  const other = await writer.newPage();
  await other.goto(`${server.address}/en/ferry-strike`);
  await fill(other, "Gus", "Said while you were reading.");
  await other.getByRole("button", { name: "Send", exact: true }).click();
  await arrived(other);
  await approve();
  const button = page.getByRole("button", { name: "1 new reply" });
  await button.waitFor();
  await page.screenshot({ path: `${FOLDER}/new-reply.png` });
  assert.equal(await page.locator(".reply", { hasText: "Said while" }).count(), 0);
  const before = await page.evaluate(() => scrollY);
  await button.click();
  await page.locator(".reply", { hasText: "Said while" }).waitFor();
  assert.ok(Math.abs((await page.evaluate(() => scrollY)) - before) < 400);
  // Who is not to be heard is folded away, in this browser alone, and stays so.
  const said = page.locator(".reply", { hasText: "Gus" }).locator(".said");
  await page.getByRole("button", { name: "Fold Gus away" }).click();
  assert.equal(await said.isVisible(), false);
  await page.reload();
  assert.equal(await said.isVisible(), false);
  await page.screenshot({ path: `${FOLDER}/folded.png`, fullPage: true });
  await page.getByRole("button", { name: "Show Gus again" }).click();
  assert.equal(await said.isVisible(), true);
  assert.deepEqual(await reader.cookies(), []);
  await reader.close();
  await writer.close();
});

for (const [language, story, colorScheme, width] of looks({
  everyDay: [
    ["en", "outer-quay", "light", 1280],
    ["ar", "", "light", 390],
  ],
  more: [
    ["ru", "", "dark", 390],
    ["ar", "", "dark", 1280],
  ],
})) {
  test(`the doors are for everybody: ${language}, ${colorScheme}, ${width} pixels`, async () => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, locale: language });
    const page = await context.newPage();
    await page.goto(`${server.address}/${language}/`);
    const first = await page
      .locator("main a[href]")
      .evaluateAll(
        (links, home) =>
          links
            .map((link) => link.getAttribute("href") ?? "")
            .find((href) => new RegExp(`^${home}[a-z0-9-]+$`).test(href)),
        `/${language}/`,
      );
    const path = story === "" ? first : `/${language}/${story}`;
    const faults: string[] = [];
    const look = async (name: string, address: string) => {
      const response = await page.goto(server.address + address);
      const found = await pageFaults(page, (await response?.text()) ?? "");
      faults.push(...found.map((fault) => `${name}: ${fault}`));
      await page.screenshot({ path: `${FOLDER}/${name}-${language}-${width}-${colorScheme}.png`, fullPage: true });
    };
    await look("write", `${path}/replies/write`);
    await look("way-back", "/replies/mine");
    const plain = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, javaScriptEnabled: false });
    const without = await plain.newPage();
    await without.goto(`${server.address}${path}/replies`);
    await fill(without, "Hana", "A long enough reply.");
    await without.locator("#reply-form button").first().click();
    await without.screenshot({ path: `${FOLDER}/step-${language}-${width}-${colorScheme}.png`, fullPage: true });
    assert.deepEqual(await widerThanWindow(without), []);
    assert.equal(await without.locator("form").count(), 2);
    assert.deepEqual(faults, []);
    await context.close();
    await plain.close();
  });
}

test("no address that was typed stands in what the server said, nor in a file of its data", async () => {
  const typed = [false, true].map((javaScriptEnabled) => `ada-${javaScriptEnabled}@readers.example`);
  for (const address of typed)
    assert.ok(
      mailbox.letters.some(({ to }) => to.includes(address)),
      `${address} was not used`,
    );
  const found = tracesIn(Buffer.from(server.output()), typed).map((how) => `what it said: ${how}`);
  let files = 0;
  for (const entry of await readdir(server.data, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    files += 1;
    const bytes = await readFile(join(entry.parentPath, entry.name));
    found.push(...tracesIn(bytes, typed).map((how) => `${entry.name}: ${how}`));
  }
  assert.ok(files > 3);
  assert.deepEqual(found, []);
});
