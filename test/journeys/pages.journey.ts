/** Every public page of the invented agency: valid, light, whole by itself, and nobody else's. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { BrowserContextOptions, Page } from "playwright-core";
import { htmlFaults } from "../faults.ts";
import { openedFor } from "../opened.ts";
import { oneOfEachKind, tour, type Visited } from "../tour.ts";

const MOST_FIRST_VIEW_BYTES = 30_000;
const MOST_FONT_BYTES = 45_000;

let pages: readonly Visited[];

const here = openedFor({
  ready: async ({ server }) => {
    pages = await tour(server.address);
  },
});

const articles = (edition: string) =>
  pages.filter((page) => page.edition === edition && page.kind === "/{edition}/{slug}");

test("every link leads to a page, in three editions, with at least eight stories in each", () => {
  assert.deepEqual(
    pages.filter(({ status }) => status !== 200).map(({ path, status }) => `${path}: ${status}`),
    [],
  );
  for (const edition of ["en", "ru", "ar"]) assert.ok(articles(edition).length >= 8, `${edition} has few stories`);
});

test("every kind of page and every article is valid HTML", async () => {
  const looked = new Set([...oneOfEachKind(pages), ...["en", "ru", "ar"].flatMap(articles)]);
  const faults = await Promise.all(
    [...looked].map(async ({ path, html }) => (await htmlFaults(html)).map((fault) => `${path}: ${fault}`)),
  );
  assert.deepEqual(faults.flat(), []);
});

test("every page says its language, its direction and its own address, and forbids what is inline", () => {
  const faults = pages.flatMap(({ path, edition, html, headers }) => {
    const language = edition === "" ? "en" : edition;
    const policy = headers.get("content-security-policy") ?? "";
    return [
      ...(html.includes(`<html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}"`)
        ? []
        : [`${path}: language`]),
      ...(/<link rel="canonical" href="http/.test(html) || path.includes("search") ? [] : [`${path}: canonical`]),
      ...(policy.includes("default-src 'none'") && !policy.includes("unsafe") ? [] : [`${path}: ${policy}`]),
      ...(headers.get("x-content-type-options") === "nosniff" ? [] : [`${path}: nosniff`]),
      ...(headers.has("set-cookie") ? [`${path}: a cookie`] : []),
      ...(/\sstyle="|<style|\son[a-z]+="/.test(html) ? [`${path}: inline style or script`] : []),
    ];
  });
  assert.deepEqual(faults, []);
});

test("every article carries its structured data as NewsArticle", () => {
  const faults = articles("en").flatMap(({ path, html }) => {
    const [, json = "{}"] = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html) ?? [];
    const data: unknown = JSON.parse(json);
    const said = JSON.stringify(data);
    return said.includes('"NewsArticle"') && said.includes('"headline"') && said.includes('"datePublished"')
      ? []
      : [path];
  });
  assert.deepEqual(faults, []);
});

test("no page is wider than a phone, in any edition, whatever words it holds", async () => {
  const wide: string[] = [];
  await inPage({ viewport: { width: 390, height: 844 } }, async (page) => {
    for (const { path } of oneOfEachKind(pages)) {
      await page.goto(here.server.address + path);
      const over = await page.evaluate(widerThanItsWindow);
      if (over > 0) wide.push(`${path}: ${over} px too wide`);
      await page.evaluate(writeLongWords);
      const overWithLongWords = await page.evaluate(widerThanItsWindow);
      if (overWithLongWords > 0) wide.push(`${path}: ${overWithLongWords} px too wide with long words`);
    }
  });
  assert.deepEqual(wide, []);
});

function widerThanItsWindow(): number {
  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
}

// `.state` is one of three words of ours that stay on their line.
function writeLongWords(): void {
  for (const element of document.querySelectorAll("main :is(h1, h2, h3, p, a, dd, li, span):not(:has(*), .state)"))
    element.textContent = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamte";
}

test("no page asks anything of another host, or writes to the console", async () => {
  const asked = new Set<string>();
  const said: string[] = [];
  await inPage({}, async (page) => {
    page.on("request", (request) => asked.add(new URL(request.url()).origin));
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    for (const { path } of oneOfEachKind(pages)) {
      await page.goto(here.server.address + path);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
    }
  });
  assert.deepEqual([...asked], [here.server.address]);
  assert.deepEqual(said, []);
});

for (const edition of ["en", "ru", "ar"]) {
  test(`the first view of an article is light: ${edition}`, async () => {
    const longest = articles(edition).toSorted((a, b) => b.html.length - a.html.length)[0];
    assert.ok(longest);
    const weight = await weightOf(longest.path);
    const heavy = `${longest.path}: ${JSON.stringify(weight)}`;
    assert.ok(weight.page > 0 && weight.page <= MOST_FIRST_VIEW_BYTES, heavy);
    assert.ok(weight.fonts <= MOST_FONT_BYTES, heavy);
  });
}

test("without JavaScript a reader goes from the front page to a story, and finds another by a word", async () => {
  await inPage({ javaScriptEnabled: false }, async (page) => {
    await page.goto(`${here.server.address}/en/`);
    const lead = page.locator("main h2 a, main h3 a").first();
    const headline = (await lead.innerText()).trim();
    await lead.click();
    assert.ok((await page.locator("h1").innerText()).includes(headline.slice(0, 20)));
    assert.ok((await page.locator("article p").count()) > 3);

    await page.goto(`${here.server.address}/en/search`);
    const word = headline.match(/\p{L}+/gu)?.toSorted((a, b) => b.length - a.length)[0] ?? "";
    await page.locator('main input[name="q"]').fill(word);
    await page.locator("main form button").click();
    assert.ok(
      (await page.locator("main").innerText()).includes(headline.slice(0, 20)),
      `"${word}" did not find "${headline}"`,
    );
  });
});

test("JavaScript changes nothing a reader reads", async () => {
  for (const edition of ["en", "ru", "ar"]) {
    const path = articles(edition)[0]?.path ?? "";
    const read = async (javaScriptEnabled: boolean) =>
      inPage({ javaScriptEnabled }, async (page) => {
        await page.goto(here.server.address + path);
        // What folds a reply away is no text, and stands there only where it works.
        await page.locator(".reply .act button").evaluateAll((buttons) => {
          for (const button of buttons) button.remove();
        });
        return page.locator("body").innerText();
      });
    assert.equal(await read(true), await read(false), path);
  }
});

test("a wrong address is told so in the edition's words, with a way onward", async () => {
  const response = await fetch(`${here.server.address}/ru/net-takogo-adresa`);
  const html = await response.text();
  assert.equal(response.status, 404);
  assert.deepEqual(await htmlFaults(html), []);
  assert.ok(html.includes('lang="ru"') && html.includes('href="/ru/"'));
});

async function inPage<T>(options: BrowserContextOptions, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await here.browser.newContext(options);
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Bytes over the wire for a reader who has nothing yet: the page with its styles and scripts, and each font. */
async function weightOf(path: string): Promise<{ page: number; fonts: number; each: Record<string, number> }> {
  return inPage({ viewport: { width: 390, height: 844 } }, async (page) => {
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    const asked = new Map<string, { type: string; url: string }>();
    const each: Record<string, number> = {};
    const weight = { page: 0, fonts: 0, each };
    session.on("Network.responseReceived", ({ requestId, type, response }) => {
      asked.set(requestId, { type, url: response.url });
    });
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      const { type = "", url = "" } = asked.get(requestId) ?? {};
      if (type === "Font") {
        weight.fonts += encodedDataLength;
        weight.each[url.slice(url.lastIndexOf("/") + 1)] = encodedDataLength;
      } else if (["Document", "Stylesheet", "Script"].includes(type)) weight.page += encodedDataLength;
    });
    await page.goto(here.server.address + path, { waitUntil: "networkidle" });
    return weight;
  });
}
