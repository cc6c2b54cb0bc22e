/** A browser in which nothing may run, be called from elsewhere or stand as markup that was only meant as words. */
import type { APIResponse, BrowserContext, Page } from "playwright-core";

export type Watch = {
  /** Reads an answer with the browser's parser; its HTML, or nothing for an answer that is none. */
  readonly read: (answer: APIResponse) => Promise<string>;
  /** Opens an answer as it was sent, at its own address; how many were: none for one that is no page. */
  readonly show: (answer: APIResponse, html: string) => Promise<number>;
  readonly open: (path: string) => Promise<void>;
  /** What was seen, in sentences, each once. */
  readonly signs: () => readonly string[];
};

export async function watch(context: BrowserContext, home: string): Promise<Watch> {
  const signs = new Set<string>();
  const page = await context.newPage();
  // The parser's own page has nothing that could run.
  const parser = await context.newPage();
  let where = "";
  let sent: { address: string; status: number; headers: Record<string, string>; body: string } | undefined;
  // One route for good: taking one away while files of a page are on their way leaves them waiting.
  await page.route("**", (route) => {
    const isSent =
      sent !== undefined && route.request().isNavigationRequest() && route.request().url() === sent.address;
    const answer = isSent ? sent : undefined;
    if (isSent) sent = undefined;
    return answer ? route.fulfill(answer) : route.continue();
  });
  const sign = (what: string) => signs.add(`${where}: ${what}`);
  page.on("dialog", (dialog) => {
    // A browser asks before it leaves what was typed; every other question is a payload's.
    if (dialog.type() !== "beforeunload") sign(`a dialog opened, ${dialog.message()}`);
    void dialog.accept();
  });
  page.on("popup", (popup) => sign(`a window opened, ${popup.url()}`));
  page.on("request", (request) => {
    if (/^(?:https?|wss?):/.test(request.url()) && !request.url().startsWith(`${home}/`))
      sign(`it called ${request.url()}`);
  });
  page.on("console", (message) => {
    if (/content security policy|refused to/i.test(message.text())) sign(`the policy stopped it: ${message.text()}`);
  });
  const look = async (on: Page, html?: string) => {
    for (const what of await on.evaluate(markupSigns, html)) sign(what);
  };
  return {
    async read(answer) {
      where = answer.url();
      if (answer.status() >= 500) sign(`answered ${answer.status()}`);
      if (!(answer.headers()["content-type"] ?? "").startsWith("text/html")) return "";
      const html = await answer.text();
      await look(parser, html);
      return html;
    },
    async show(answer, html) {
      where = answer.url();
      if (html === "") return 0;
      // Its body has been unpacked on the way.
      const { "content-encoding": _, "content-length": __, ...headers } = answer.headers();
      sent = { address: where, status: answer.status(), headers, body: html };
      await page.goto(where);
      await look(page);
      return 1;
    },
    async open(path) {
      where = path;
      await page.goto(home + path);
      await look(page);
    },
    signs: () => [...signs],
  };
}

/** Runs in the page: what stands in it, or in the HTML given, that no page of ours has by itself. */
function markupSigns(html: string | undefined): string[] {
  const root = html === undefined ? document : new DOMParser().parseFromString(html, "text/html");
  const found: string[] = [];
  if (html === undefined && Reflect.get(window, "xssRan") !== undefined) found.push("a payload ran");
  const never =
    "iframe, frame, frameset, object, embed, applet, portal, base, meta[http-equiv], foreignObject, xml, x-el";
  for (const { outerHTML } of root.querySelectorAll(never)) found.push(`it holds ${outerHTML.slice(0, 200)}`);
  for (const element of root.querySelectorAll("*")) {
    const outer = element.outerHTML.slice(0, 200);
    const isData = /^application\/(?:ld\+)?json$/.test(element.getAttribute("type") ?? "");
    const isOurs = (element.getAttribute("src") ?? "").startsWith("/assets/");
    if (element.localName === "script" && !isData && !isOurs) found.push(`it holds ${outer}`);
    for (const { name, value } of element.attributes) {
      const address = value.replaceAll(/[\p{Cc}\s]/gu, "").toLowerCase();
      const leads = [
        "href",
        "src",
        "action",
        "formaction",
        "xlink:href",
        "data",
        "poster",
        "ping",
        "background",
        "srcset",
        "style",
      ];
      if (name.startsWith("on")) found.push(`it has ${name} on ${outer}`);
      if (leads.includes(name) && /^(?:javascript|vbscript|data:text)/.test(address))
        found.push(`it leads to ${outer}`);
      if (leads.includes(name) && name !== "href" && address.includes("evil.example"))
        found.push(`it would call ${outer}`);
      if (name === "href" && element.localName === "link" && address.includes("evil.example"))
        found.push(`it would call ${outer}`);
    }
  }
  return found;
}
