/** What a browser fetches when it opens a page for the first time. */
import type { Browser } from "playwright-core";

export type Fetched = {
  readonly requests: number;
  /** As they came over the wire, headers included. */
  readonly bytes: number;
  /** Asked of other hosts, which do not answer here. */
  readonly elsewhere: number;
};

const QUIET_MS = 2_000;

export async function firstVisit(browser: Browser, url: string): Promise<Fetched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    const tools = await context.newCDPSession(page);
    await tools.send("Network.enable");
    const { host } = new URL(url);
    let [requests, bytes, elsewhere] = [0, 0, 0];
    tools.on("Network.requestWillBeSent", ({ request }) => {
      if (!request.url.startsWith("http")) return;
      requests += 1;
      if (new URL(request.url).host !== host) elsewhere += 1;
    });
    tools.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(url, { waitUntil: "load" });
    // What is fetched when it is scrolled to belongs to reading the replies.
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await page.waitForTimeout(QUIET_MS);
    return { requests, bytes, elsewhere };
  } finally {
    await context.close();
  }
}
