/** Replies on a page that is not ours: another origin with a policy as strict as there is, without JavaScript and with it. */
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { openBrowser, openServer } from "../browser.ts";
import { signedIn } from "../colleague.ts";
import { axeFaults, widerThanWindow } from "../faults.ts";
import { looks } from "../looks.ts";
import { PAYLOADS } from "../payloads.ts";
import { approveAll, arrived, doTheSum, fill, MINE } from "../reply-form.ts";
import { until } from "../until.ts";

const FOLDER = ".screenshots/embed";
const STORY = "/en/outer-quay";

let server: Awaited<ReturnType<typeof openServer>>;
let paper: Paper;
let stranger: Paper;
let browser: Browser;
let administrator: BrowserContext;

before(async () => {
  [server, paper, stranger, browser] = await Promise.all([
    openServer(),
    openPaper(),
    openPaper(),
    openBrowser(),
    mkdir(FOLDER, { recursive: true }),
  ]);
  administrator = await signedIn(browser, server, { name: "Ada", role: "administrator" });
  const page = await administrator.newPage();
  await page.goto(`${server.address}/desk/house/embed`);
  await page.getByLabel("The site, or any page of it").fill(`${paper.address}/news/1?from=desk`);
  await page.getByRole("button", { name: "Add" }).click();
  assert.match(await page.locator(".house-list").innerText(), new RegExp(paper.address));
  await page.close();
});

after(async () => {
  await browser.close();
  await Promise.all([server.stop(), paper.stop(), stranger.stop()]);
});

// --- The page that is not ours ---

type Paper = { readonly address: string; readonly stop: () => Promise<void> };

// What an outlet that thinks of nothing but itself may have: every rule here would hurt, did it get in.
const SHEET = `
  html { font: 18px/1.4 Georgia, serif; color: #1a1a1a; background: #fff; }
  body { max-width: 46rem; margin: 0 auto; padding: 1rem; }
  html.dark { color: #eee; background: #161616; }
  html.dark a { color: #9cf; }
  a { color: #036; }
  dateline-thread { margin-block-start: 2rem; }
  section, article, header { border: 9px solid red; float: right; }
  .reply, .threads, .said { display: none; }
  button { position: fixed; inset: 0; }
  p { text-indent: 3em; }
`;

/** On 127.0.0.1, where we are `localhost`: to a browser another site. */
async function openPaper(): Promise<Paper> {
  const listener = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://paper");
    if (pathname === "/paper.css") {
      response.writeHead(200, { "content-type": "text/css" }).end(SHEET);
      return;
    }
    if (pathname === "/copy.js") {
      fetch(`${server.address}/embed.js`)
        .then((answer) => answer.text())
        .then((script) => response.writeHead(200, { "content-type": "text/javascript" }).end(script))
        .catch(() => response.writeHead(502).end());
      return;
    }
    const script = searchParams.get("script") ?? `${server.address}/embed.js`;
    if (searchParams.get("policy") !== "none") {
      const whose = script.startsWith("/") ? "'self'" : server.address;
      response.setHeader(
        "content-security-policy",
        `default-src 'none'; style-src 'self'; script-src ${whose}; connect-src ${server.address}; base-uri 'none'; ` +
          "require-trusted-types-for 'script'; trusted-types 'none'",
      );
      response.setHeader("cross-origin-embedder-policy", "require-corp");
    }
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(
      pageOf({
        language: searchParams.get("language") ?? "en",
        look: searchParams.get("look") ?? "light",
        script,
        links: (searchParams.get("story") ?? STORY).split(" "),
      }),
    );
  });
  await new Promise<void>((done) => listener.listen(0, "127.0.0.1", done));
  // A server that listens on a port has an address of that kind.
  const { port } = listener.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((done) => {
        listener.close(() => done());
        listener.closeAllConnections();
      }),
  };
}

type PaperPage = {
  readonly language: string;
  readonly look: string;
  readonly script: string;
  readonly links: readonly string[];
};

function pageOf({ language, look, script, links }: PaperPage): string {
  const threads = links.map(
    (story) =>
      `<dateline-thread><a href="${server.address}${story}/replies">Replies at the Strait Agency</a></dateline-thread>`,
  );
  return `<!doctype html><html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}" class="${look}">
<head><meta charset="utf-8"><title>The Harbour Post</title><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/paper.css"></head>
<body><main><h1>The outer quay</h1><p>As the Strait Agency reports.</p>${threads.join("\n")}</main>
<script type="module" src="${script}"></script></body></html>`;
}

async function reader(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width: 1000, height: 900 }, ...options });
}

/** The thread on a page of the paper, once it is there. */
async function openThread(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await page.locator("dateline-thread .replies").first().waitFor();
  return page;
}

// --- What must hold ---

test("without JavaScript the link leads to the replies, where one is written and held", async () => {
  const context = await reader({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(paper.address);
  await page.getByRole("link", { name: "Replies at the Strait Agency" }).click();
  await page.waitForURL(`${server.address}${STORY}/replies`);
  await fill(page, "Ada Reader", "Read in the Harbour Post, written here.");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await doTheSum(page);
  await page.waitForURL(MINE);
  assert.match(await page.locator("main").innerText(), /Waiting for a moderator/);
  await approveAll(administrator, server.address);
  await context.close();
  const other = await reader();
  const there = await openThread(other, paper.address);
  assert.equal(await there.locator(".reply", { hasText: "Read in the Harbour Post" }).count(), 1);
  await other.close();
});

test("a reply is written in a window of ours, held, told of on their page and seen there, and no cookie goes along", async () => {
  const context = await reader();
  const before = await context.newPage();
  await before.goto(server.address + STORY);
  await fill(before, "Ben", "A reader this device is known of.");
  await before.getByRole("button", { name: "Send", exact: true }).click();
  await arrived(before);
  const cookies = async () => (await context.cookies()).map(({ domain, name, value }) => `${domain} ${name}=${value}`);
  const known = await cookies();
  assert.match(known.join(), /^localhost guest=/);
  await before.close();

  const page = await context.newPage();
  const faults: string[] = [];
  const asked: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || /content security/i.test(message.text())) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("request", async (request) => {
    if (!request.url().startsWith(server.address)) return;
    asked.push(request.url());
    const headers = await request.allHeaders();
    if ("cookie" in headers) faults.push(`a cookie went to ${request.url()}`);
  });
  page.on("response", async (response) => {
    if ("set-cookie" in (await response.allHeaders())) faults.push(`${response.url()} sets a cookie`);
  });
  await page.goto(paper.address);
  const thread = page.locator("dateline-thread");
  await thread.locator(".replies").waitFor();
  const size = await thread.locator(".reply").count();
  const counted = async () => Number(/\d+/.exec(await thread.locator("h2").innerText())?.[0]);
  assert.equal(await counted(), size);
  // What the paper's sheet does to its own page it does not do here, and the other way about.
  assert.equal(await thread.locator(".said").first().isVisible(), true);
  assert.equal(await page.locator("main > p").evaluate((p) => getComputedStyle(p).textIndent), "54px");

  await thread.locator("section").scrollIntoViewIfNeeded();
  await until("the line is open", () => asked.some((url) => url.endsWith("/live")));
  const replies = `/embed/${encodeURIComponent(new URL(paper.address).host)}${STORY}/replies`;
  assert.deepEqual(asked.map((url) => new URL(url).pathname).sort(), ["/embed.js", replies, `${replies}/live`]);
  const [ours] = await Promise.all([
    context.waitForEvent("page"),
    thread.getByRole("link", { name: "Write a reply" }).click(),
  ]);
  // With the name of their site, which the writer may say or not.
  await ours.waitForURL((url) => url.pathname === `${STORY}/replies/write` && url.searchParams.has("from"));
  // There the device is known: what was missing in their page was not missing everywhere.
  const headers = await (await ours.reload())?.request().allHeaders();
  assert.match(headers?.["cookie"] ?? "", /guest=/);
  assert.equal(await ours.evaluate(() => window.opener), null);
  await fill(ours, "Ben", "Said to the Harbour Post's readers, too.");
  await ours.getByRole("button", { name: "Send", exact: true }).click();
  await arrived(ours);
  await ours.close();
  await approveAll(administrator, server.address);
  const button = thread.getByRole("button", { name: /^2 new replies$/ });
  await button.waitFor();
  assert.equal(await thread.locator("[role=status]").innerText(), "2 new replies");
  const place = await page.evaluate(() => scrollY);
  await button.click();
  const fresh = thread.locator(".reply", { hasText: "Said to the Harbour Post" });
  await fresh.waitFor();
  assert.ok(Math.abs((await page.evaluate(() => scrollY)) - place) < 400);
  assert.equal(await button.isVisible(), false);
  assert.equal(await counted(), size + 2);

  const [answering] = await Promise.all([
    context.waitForEvent("page"),
    fresh.getByRole("link", { name: "Answer Ben" }).click(),
  ]);
  await answering.locator("#reply-form [name=parent]").waitFor({ state: "attached" });
  await answering.close();
  assert.deepEqual(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]), [
    "",
    0,
    0,
  ]);
  assert.deepEqual(await cookies(), known);
  assert.deepEqual(faults, []);
  await context.close();
});

test("a page of a site nobody named is told so in a sentence, with the way to the replies", async () => {
  const context = await reader();
  const page = await openThread(context, stranger.address);
  const host = new URL(stranger.address).host;
  const said = await page.locator("dateline-thread section").innerText();
  assert.match(said, new RegExp(`${host} is not among the sites that may show replies from`));
  assert.equal(await page.locator("dateline-thread .reply").count(), 0);
  const link = page.locator("dateline-thread a[href]").last();
  assert.equal(await link.getAttribute("href"), `${server.address}${STORY}/replies`);
  await page.screenshot({ path: `${FOLDER}/refused.png` });
  // Nor can it take what another site is handed.
  const address = `${server.address}/embed/${encodeURIComponent(new URL(paper.address).host)}${STORY}/replies`;
  assert.equal(
    await page.evaluate(
      (url) =>
        fetch(url).then(
          () => "read",
          () => "refused",
        ),
      address,
    ),
    "refused",
  );
  await context.close();
});

test("a copy of the script on their own site finds us by the link", async () => {
  const context = await reader();
  const page = await openThread(context, `${paper.address}/?script=/copy.js`);
  assert.ok((await page.locator("dateline-thread .reply").count()) > 0);
  await context.close();
});

test("where nothing can be had the link stays in sight", async () => {
  const context = await reader();
  const page = await context.newPage();
  await page.route("**/embed/**", (route) => route.abort());
  await page.goto(paper.address);
  await page.waitForLoadState("networkidle");
  assert.equal(await page.getByRole("link", { name: "Replies at the Strait Agency" }).isVisible(), true);
  await context.close();
});

test("hostile words run nothing in their page", async () => {
  const said = PAYLOADS.slice(0, 40).join("\n\n");
  const context = await reader();
  const page = await context.newPage();
  await page.goto(`${server.address}${STORY}/replies/write`);
  await fill(page, "<img src=x onerror=alert(1)>", said);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await arrived(page);
  await approveAll(administrator, server.address);
  const ran: string[] = [];
  await context.exposeBinding("ranHere", (_, what: string) => void ran.push(what));
  const there = await context.newPage();
  there.on("dialog", (dialog) => {
    ran.push(dialog.message());
    void dialog.dismiss();
  });
  const strange = () => there.evaluate(strangeThings);
  // Without a policy, which would hide what the script lets through.
  await there.goto(`${paper.address}/?policy=none`);
  await there.locator("dateline-thread .reply", { hasText: "onerror" }).waitFor();
  assert.deepEqual(await strange(), []);

  // Whatever our own site may come to send: each of them as it stands in the middle of its page.
  await there.route("**/embed/*/en/hostile-*/**", async (route) => {
    const at = Number(/hostile-(\d+)/.exec(route.request().url())?.[1]);
    await route.fulfill({
      headers: { "access-control-allow-origin": paper.address, "content-type": "text/html; charset=utf-8" },
      body: `<!doctype html><main><section class="replies"><p>${at}</p><div>${PAYLOADS[at]}</div></section></main>`,
    });
  });
  const all = PAYLOADS.map((_, at) => `/en/hostile-${at}`).join("+");
  await there.goto(`${paper.address}/?policy=none&story=${all}`);
  await until(
    "every hostile page was taken in",
    async () => (await there.locator("dateline-thread section").count()) === PAYLOADS.length,
  );
  await there.evaluate(async () => {
    for (const thread of document.querySelectorAll("dateline-thread"))
      for (const one of thread.shadowRoot?.querySelectorAll<HTMLElement>("*") ?? [])
        for (const event of ["mouseover", "focus", "click", "toggle"])
          if (!(one instanceof HTMLAnchorElement)) one.dispatchEvent(new Event(event));
  });
  assert.deepEqual(await strange(), []);
  assert.deepEqual(ran, []);
  await context.close();
});

/** Runs in the page: what stands in a thread and should not, and whether anything ran. */
function strangeThings(): string[] {
  const found = "xssRan" in window ? ["a payload ran"] : [];
  for (const thread of document.querySelectorAll("dateline-thread")) {
    for (const one of thread.shadowRoot?.querySelectorAll("*") ?? []) {
      if (/^(script|style|iframe|img|svg|math|object|embed|form|input|link|meta|base|video|audio)$/.test(one.localName))
        found.push(one.localName);
      for (const { name } of one.attributes) if (/^on|^style$|^src|^srcdoc$|^formaction$/.test(name)) found.push(name);
      if (one instanceof HTMLAnchorElement && one.hasAttribute("href") && !/^https?:$/.test(one.protocol))
        found.push(one.href);
    }
  }
  return found;
}

test("a page that is put together by a script may bring a thread later, lead it elsewhere and take it away", async () => {
  const context = await reader();
  const page = await openThread(context, `${paper.address}/?policy=none`);
  await page.evaluate((href) => {
    document.querySelector("dateline-thread")?.remove();
    const thread = document.createElement("dateline-thread");
    document.querySelector("main")?.append(thread);
    const link = document.createElement("a");
    link.textContent = "Replies";
    link.href = href;
    thread.append(link);
  }, `${server.address}/en/ferry-strike?utm_source=paper#top`);
  const of = (story: string) => page.locator(`dateline-thread section p a[href$="${story}"]`);
  await of("/en/ferry-strike").first().waitFor();
  await page.evaluate((href) => {
    const link = document.querySelector<HTMLAnchorElement>("dateline-thread a");
    if (link) link.href = href;
  }, `${server.address}${STORY}/replies`);
  await of(STORY).first().waitFor();
  assert.equal(await of("/en/ferry-strike").count(), 0);
  assert.equal(await page.locator("dateline-thread section").count(), 1);
  await context.close();
});

test("a thread is used by keyboard, and what an answer answers is found in it", async () => {
  const context = await reader();
  const page = await openThread(context, `${paper.address}/?story=/en/ferry-strike`);
  const root = (await page.locator("dateline-thread .reply").first().getAttribute("id")) ?? "";
  const writing = await context.newPage();
  await writing.goto(`${server.address}/en/ferry-strike/replies/${root.replace("reply-", "")}`);
  await fill(writing, "Cleo", "An answer to what was said first of all.");
  await writing.getByRole("button", { name: "Send", exact: true }).click();
  await arrived(writing);
  await approveAll(administrator, server.address);
  await page.reload();
  await page.locator("dateline-thread .answers-whom").last().focus();
  await page.keyboard.press("Enter");
  const focused = () =>
    page.evaluate(() => {
      const inside = document.querySelector("dateline-thread")?.shadowRoot?.activeElement;
      return { id: inside?.id, name: inside?.className };
    });
  assert.equal((await focused()).id, root);
  assert.equal(new URL(page.url()).hash, "");
  await page.locator("h1").click();
  const met: string[] = [];
  for (let step = 0; step < 80 && !met.includes("write"); step++) {
    await page.keyboard.press("Tab");
    met.push((await focused()).name ?? "");
  }
  assert.ok(met.includes("write"), `the keyboard met ${met}`);
  await context.close();
});

for (const [language, look, width] of looks({
  everyDay: [
    ["en", "light", 1280],
    ["ar", "dark", 390],
  ],
  more: [["ru", "light", 390]],
})) {
  test(`a thread is for everybody: ${language}, ${look}, ${width} pixels`, async () => {
    const context = await reader({ viewport: { width, height: 900 }, locale: language });
    const page = await context.newPage();
    await page.goto(`${server.address}/${language}/`);
    const stories = await page
      .locator("main a[href]")
      .evaluateAll(
        (links, home) =>
          links
            .map((link) => link.getAttribute("href") ?? "")
            .filter((href) => new RegExp(`^${home}[a-z0-9-]+$`).test(href)),
        `/${language}/`,
      );
    const story = language === "en" ? "/en/ferry-strike" : (stories[0] ?? "");
    if (language !== "en") {
      await page.goto(`${server.address}${story}/replies/write`);
      await fill(
        page,
        language === "ar" ? "هناء" : "Ханна",
        language === "ar" ? "كنت هناك ورأيت ما حدث." : "Я была там и всё видела.",
      );
      await page.locator("#reply-form button").first().click();
      await page.waitForURL(MINE);
      await approveAll(administrator, server.address);
    }
    await page.close();
    const there = await openThread(context, `${paper.address}/?language=${language}&look=${look}&story=${story}`);
    const section = there.locator("dateline-thread section");
    assert.equal(await section.getAttribute("dir"), language === "ar" ? "rtl" : "ltr");
    assert.equal(await section.getAttribute("lang"), language);
    assert.equal(
      await section.evaluate((list) => getComputedStyle(list).color),
      look === "dark" ? "rgb(238, 238, 238)" : "rgb(26, 26, 26)",
    );
    await there.screenshot({ path: `${FOLDER}/${language}-${width}-${look}.png`, fullPage: true });
    // axe comes in as text, which a policy like the paper's refuses.
    const checked = await openThread(
      context,
      `${paper.address}/?policy=none&language=${language}&look=${look}&story=${story}`,
    );
    assert.deepEqual([...(await axeFaults(checked)), ...(await widerThanWindow(checked))], []);
    await context.close();
  });
}
