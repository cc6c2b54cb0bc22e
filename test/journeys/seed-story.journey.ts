/**
 * One story with everything an old page of an agency holds, from pasted wire copy to its correction: what it rests on, what
 * it quotes, when things happened, what is still to come, and every place where a correction shows. Without JavaScript.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { BrowserContext, Page } from "playwright-core";
import { dateline } from "../browser.ts";
import { signedIn } from "../colleague.ts";
import { openedFor } from "../opened.ts";

const COPY = `The League’s new mission in Talmira

16.02.2018, Brussel.

The League plans to send more instructors to Talmira in the near future, Strait Wire reported on February 15th.

During the meeting in Brussels, ministers decided to help the coast guard of Talmira against the Reef Front (organization banned in Orvane). “We have just agreed to start planning for a mission in Talmira that has been requested by its government,” the League’s Secretary General Jonas Sollberg said after the meeting.

Sollberg did not specify how large the mission will become, but Strait Wire has information that several hundred people could be sent. The mission is scheduled to start in the middle of the year.

Back in 2003, the League closed the strait to overthrow the harbour council. By 2010, most of its ships were withdrawn. But in 2011 unrest began in the towns of the coast. In 2013 the Reef Front (organization banned in Orvane) appeared on the outer islands. In 2014 a coalition started an operation against the Reef Front’s (organization banned in Orvane) camps.

Source: Dawn Coast News Agency

Leave a Reply

Your email address will not be published.

seventeen − 16 =

Loading Facebook Comments ...`;

let context: BrowserContext;
let page: Page;
let story = "";
let shown = "";

const here = openedFor({
  demo: false,
  ready: async ({ browser, server }) => {
    context = await signedIn(browser, server, { name: "Edda", role: "editor" }, { javaScriptEnabled: false });
    page = await context.newPage();
  },
});

test("the copy is read, and what it names, quotes, dates and promises is found", async () => {
  await page.goto(`${here.server.address}/desk/wire-copy`);
  await page.getByLabel("The copy").fill(COPY);
  await page.getByRole("button", { name: "Read it" }).click();
  for (const [name, count] of [
    ["attribution", 2],
    ["quotation", 1],
    ["event", 5],
    ["label", 3],
  ] as const)
    assert.equal(await page.locator(`input[name=${name}]:checked`).count(), count, name);
  assert.match(
    await page.locator("main").innerText(),
    /scheduled to start in the middle of the year\. \(2018-06-01 – 2018-07-31\)/,
  );
  await page.getByRole("button", { name: "Make it a draft" }).click();
  await page.waitForURL(/\/desk\/articles\/[\w-]+/);
  story = new URL(page.url()).pathname;
});

test("its five dates become events, and it is published", async () => {
  for (let left = 5; left > 0; left--) {
    await page.goto(`${here.server.address}${story}/events`);
    assert.equal(await page.getByRole("button", { name: "Keep it as a new event" }).count(), left);
    await page.getByRole("button", { name: "Keep it as a new event" }).first().click();
    await page.waitForLoadState();
  }
  await publish("Publish now");
  await page.getByRole("link", { name: "See it on the site" }).click();
  shown = new URL(page.url()).pathname;
});

test("readers see its sources, its quotation, its timeline and no furniture of the old page", async () => {
  const said = await seen(shown, /In 2014 a coalition/);
  assert.match(said, /Brussel, 16 February 2018/);
  assert.match(said, /Reef Front \(organization banned in Orvane\) appeared/);
  assert.doesNotMatch(said, /Facebook|seventeen|Your email address/);
  assert.match(said, /First published by Dawn Coast News Agency/);
  assert.match(said, /Sources\n+.*Strait Wire/);
  const cited = page.locator(".body a.citation");
  assert.equal(await cited.count(), 2, "two sentences rest on one outlet");
  assert.equal(new Set(await cited.evaluateAll((all) => all.map((one) => one.getAttribute("href")))).size, 1);
  const years = await page.locator("time").evaluateAll((all) => all.map((one) => one.getAttribute("datetime")));
  for (const year of ["2003", "2010", "2011", "2013", "2014"]) assert.ok(years.includes(year), `${year} in ${years}`);
  await page.locator("#source-1 a, .sources a").first().click();
  assert.match(await page.locator("main").innerText(), /Strait Wire[\s\S]*The League’s new mission in Talmira/);
});

test("what it says is still to come is in the diary, due in the middle of 2018", async () => {
  await page.goto(`${here.server.address}/desk/diary`);
  const due = await page.locator("main").innerText();
  assert.match(
    due,
    /The mission is scheduled to start in the middle of the year\.\s+between 1 June 2018 and 31 July 2018/,
  );
});

test("correcting Brussel to Brussels shows in page, history, corrections, feeds and log", async () => {
  await page.goto(here.server.address + story);
  await page.getByLabel("Place of the dateline").fill("Brussels");
  await page.getByRole("button", { name: "Save" }).click();
  await page.goto(`${here.server.address}${story}/details`);
  await page.getByLabel("Correction").check();
  assert.equal((await page.getByLabel("Wrong words").inputValue()).trim(), "Brussel");
  assert.equal((await page.getByLabel("Right words").inputValue()).trim(), "Brussels");
  await publish("Publish the changes");
  const said = await seen(shown, /We misspelt the name of the city\./);
  assert.match(said, /Brussels, 16 February 2018/);
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').first().textContent()) ?? "{}");
  assert.match(JSON.stringify(data), /CorrectionComment.*misspelt/);
  await page.goto(`${here.server.address}${shown}/history`);
  assert.equal(await page.locator(".changes del").first().innerText(), "Brussel");
  assert.equal(await page.locator(".changes ins").first().innerText(), "Brussels");
  assert.match(await seen("/en/corrections", /misspelt/), /Brussels/);
  for (const path of ["/en/corrections/feed.xml", "/en/feed.json", "/en/feed.xml", "/en/atom.xml"])
    assert.match(await textAt(path), /misspelt/, path);
  const proof = JSON.parse(await textAt(`${shown}/proof.json`));
  const kinds = proof.entries.map(({ entry }: { entry: string }) => JSON.parse(entry).kind);
  assert.deepEqual(kinds, ["correction", "publication"]);
  assert.match(proof.entries[0].opened[0].content, /"dateline_place":"Brussels"/);
  assert.match(await seen("/log", /Corrected/), /Corrected: The League’s new mission in Talmira/);
  const verified = await dateline(["verify", here.server.address]);
  assert.deepEqual([verified.status, verified.err], [0, ""], verified.out);
});

async function publish(how: string): Promise<void> {
  await page.goto(`${here.server.address}${story}/details`);
  if (how === "Publish the changes") {
    await page.getByLabel("Correction").check();
    await page.getByLabel("What readers are told", { exact: true }).first().fill("We misspelt the name of the city.");
  }
  for (const box of await page.locator("input[name=accepted]").all()) await box.check();
  await page.getByRole("button", { name: how, exact: true }).click();
  await page.waitForLoadState();
  assert.ok(!page.url().endsWith("/move"), `refused: ${await page.locator(".problem").allInnerTexts()}`);
}

const WAITED_MS = 30_000;

/** A page once it says something that a job has to do first. */
async function seen(path: string, words: RegExp): Promise<string> {
  for (const until = Date.now() + WAITED_MS; ; ) {
    await page.goto(here.server.address + path);
    const said = await page.locator("main").innerText();
    if (words.test(said)) return said;
    assert.ok(Date.now() < until, `${path} does not say ${words}: ${said}`);
  }
}

async function textAt(path: string): Promise<string> {
  return (await fetch(here.server.address + path)).text();
}
