/** A browser in which nothing may run, be called from elsewhere or stand as markup that was only meant as words. */
import type { BrowserContext, Page } from "playwright-core";

/** A page as it was sent. */
export type Answer = {
  readonly address: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Nothing when it is no page. */
  readonly html: string;
  /** What a browser shows of it. */
  readonly body: string;
  /** In a window of its own: only the first field of a window that asks for the focus gets it. */
  readonly isAlone?: boolean;
};

export type Watch = {
  /** Opens an answer as it was sent, at its own address, when enough others wait with it. */
  readonly show: (answer: Answer) => Promise<void>;
  /** Opens those that wait still. */
  readonly showRest: () => Promise<void>;
  readonly open: (path: string) => Promise<void>;
  /** A piece of HTML put into the page at `path`, as an island would put it there. */
  readonly put: (path: string, html: string) => Promise<void>;
  /** Something done on the page at `path`. */
  readonly within: <T>(path: string, work: (page: Page) => Promise<T>) => Promise<T>;
  /** What was seen, in sentences, each once. */
  readonly signs: () => readonly string[];
};

// Beside others a page opens in half the time.
const TOGETHER = 10;
// What is looked for is not speed: a machine with other work may take its time over ten pages.
const PATIENCE_MS = 5 * 60_000;
const PHONE_HEIGHT = 700;
// Of a payload that goes on and on, enough to know it by.
const MOST_LETTERS = 200;

type WatchOptions = {
  /** Told of each sign as it is seen. */
  readonly tell?: (sign: string) => void;
  /** Windows so many pixels wide, none of which a page may be wider than. */
  readonly width?: number;
};

/** Each answer is read by the browser's parser as well, so that markup is seen that scripts of the page take away. */
export async function watch(
  context: BrowserContext,
  home: string,
  { tell = () => {}, width }: WatchOptions = {},
): Promise<Watch> {
  const signs = new Set<string>();
  context.setDefaultTimeout(PATIENCE_MS);
  const tab = await watchedTab(context, home, width);
  let waiting: Answer[] = [];
  let opening = Promise.resolve();

  const heard = async (seen: Promise<readonly string[]>) => {
    for (const sign of await seen) {
      if (!signs.has(sign)) tell(sign);
      signs.add(sign);
    }
  };
  /** The next are sent while these open. */
  async function start(answers: readonly Answer[]): Promise<void> {
    await opening;
    opening = heard(tab.show(answers));
    opening.catch(() => {}); // whoever waits for it next hears it
  }
  async function showRest(): Promise<void> {
    const answers = waiting;
    waiting = [];
    if (answers.length > 0) await start(answers);
    await opening;
  }

  return {
    async show(answer) {
      // A browser has nothing to show of it, and says so with a page of its own.
      if (answer.status >= 400 && answer.body === "") return;
      if (answer.isAlone) return start([answer]);
      waiting.push(answer);
      if (waiting.length < TOGETHER) return;
      const answers = waiting;
      waiting = [];
      await start(answers);
    },
    showRest,
    async open(path) {
      await showRest();
      await heard(tab.within(path, async () => {}));
    },
    async put(path, html) {
      await showRest();
      await heard(tab.within(path, (page) => page.evaluate(putThere, html)));
    },
    async within<T>(path: string, work: (page: Page) => Promise<T>): Promise<T> {
      await showRest();
      const done: T[] = [];
      await heard(tab.within(path, async (page) => void done.push(await work(page))));
      return done[0] as T; // the line above has waited for it
    },
    signs: () => [...signs],
  };
}

async function watchedTab(context: BrowserContext, home: string, width: number | undefined) {
  const page = await context.newPage();
  if (width !== undefined) await page.setViewportSize({ width, height: PHONE_HEIGHT });
  const size = width === undefined ? "" : ` width=${width} height=${PHONE_HEIGHT}`;
  // The parser's own page has nothing that could run.
  const parser = await context.newPage();
  const sent = await fulfilling(page);
  const shell = `${home}/desk/watched`;
  let where = "";
  let seen: string[] = [];
  const sign = (what: string) => void seen.push(`${where}: ${what.slice(0, MOST_LETTERS)}`);
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

  /** What is seen of an address while `work` is done. */
  async function seenAt(at: string, work: () => Promise<void>): Promise<readonly string[]> {
    where = at;
    seen = [];
    await work();
    return seen;
  }

  async function lookAt(on: Page, htmls: readonly string[] = []): Promise<void> {
    for (const what of await on.evaluate(markupSigns, htmls)) sign(what);
    if (width === undefined || on === parser) return;
    for (const what of await on.evaluate(layoutSigns)) sign(what);
  }

  function seenOf(answer: Answer): Promise<readonly string[]> {
    return seenAt(shortened(answer.address), async () => {
      await lookAt(parser, [answer.html]);
      sent.forget();
      sent.answer(answer.address, answer);
      await page.goto(answer.address);
      await lookAt(page);
    });
  }

  /** In a frame each, beside one another; which of them no frame shows is answered. */
  async function seenOfAll(answers: readonly Answer[]): Promise<readonly Answer[]> {
    const frames = answers.map(
      ({ address }, at) => `<iframe data-watched name=f${at}${size} src="${escaped(address)}"></iframe>`,
    );
    const headers = { "content-type": "text/html" };
    const unshown: Answer[] = [];
    await lookAt(
      parser,
      answers.map(({ html }) => html),
    );
    sent.forget();
    for (const answer of answers) sent.answer(answer.address, withoutFrameRule(answer));
    sent.answer(shell, { address: shell, status: 200, headers, html: "", body: `<!doctype html>${frames.join("")}` });
    await page.goto(shell);
    const open = page.frames().filter((frame) => frame.parentFrame() === page.mainFrame());
    if (page.url() !== shell || open.length !== answers.length) sign(`it led away, to ${page.url()}`);
    for (const frame of open) {
      const answer = answers[Number(frame.name().slice(1))];
      if (frame.url().startsWith("chrome-error:") && answer) unshown.push(answer);
      else if (!frame.url().startsWith(`${home}/`)) sign(`it led away, to ${frame.url()}`);
    }
    await lookAt(page);
    return unshown;
  }

  return {
    async show(answers: readonly Answer[]): Promise<readonly string[]> {
      const [first, second] = answers;
      if (!first || !second) return first ? seenOf(first) : [];
      const unshown: Answer[] = [];
      const together = await seenAt(answers.map(({ address }) => shortened(address)).join(" "), async () => {
        unshown.push(...(await seenOfAll(answers)));
      });
      const alone: string[] = [];
      for (const answer of together.length > 0 ? answers : unshown) alone.push(...(await seenOf(answer)));
      return alone.length > 0 ? alone : together;
    },
    within: (path: string, work: (page: Page) => Promise<void>) =>
      seenAt(path, async () => {
        await page.goto(home + path);
        await work(page);
        await lookAt(page);
      }),
  };
}

function shortened(address: string): string {
  return address.length > MOST_LETTERS ? `${address.slice(0, MOST_LETTERS)}…` : address;
}

function escaped(address: string): string {
  return address.replaceAll("&", "&amp;").replaceAll('"', "%22");
}

/** Runs in the page. */
function putThere(html: string): void {
  document.body.innerHTML = html;
}

/** Answers that a page gets when it asks for their addresses, once each and in their order. */
async function fulfilling(
  page: Page,
): Promise<{ readonly answer: (address: string, answer: Answer) => void; readonly forget: () => void }> {
  const answers = new Map<string, Answer[]>();
  const wire = await page.context().newCDPSession(page);
  // Documents alone pass through here: Playwright's own routes would turn the browser's cache off for everything.
  wire.on("Fetch.requestPaused", ({ requestId, request }) => {
    const answer = answers.get(request.url)?.shift();
    void (answer
      ? wire.send("Fetch.fulfillRequest", {
          requestId,
          responseCode: answer.status,
          responseHeaders: Object.entries(answer.headers).map(([name, value]) => ({ name, value })),
          body: Buffer.from(answer.body).toString("base64"),
        })
      : wire.send("Fetch.continueRequest", { requestId }));
  });
  await wire.send("Fetch.enable", { patterns: [{ resourceType: "Document" }] });
  return {
    forget: () => answers.clear(),
    answer(address, answer) {
      const url = new URL(address);
      url.hash = "";
      answers.set(url.href, [...(answers.get(url.href) ?? []), answer]);
    },
  };
}

/** The same, but that a frame may hold it. */
function withoutFrameRule(answer: Answer): Answer {
  const { "x-frame-options": _, "content-security-policy": policy, ...headers } = answer.headers;
  const rest = policy?.replace(/;?\s*frame-ancestors[^;]*/, "");
  return { ...answer, headers: rest === undefined ? headers : { ...headers, "content-security-policy": rest } };
}

/** Runs in the page: what stands in it and its frames, or in the HTMLs given, that no page of ours has by itself. */
function markupSigns(htmls: readonly string[]): string[] {
  const found: string[] = [];
  const frames = [...document.querySelectorAll("iframe[data-watched]")] as HTMLIFrameElement[];
  // A frame that shows no page of this site has no document to be looked at; who opened it sees where it went.
  const shown = frames.length > 0 ? frames.flatMap(({ contentDocument }) => contentDocument ?? []) : [document];
  for (const { defaultView } of [document, ...shown])
    if (defaultView && Reflect.get(defaultView, "xssRan") !== undefined) found.push("a payload ran");
  const parsed = htmls.map((html) => new DOMParser().parseFromString(html, "text/html"));
  const never =
    "iframe, frame, frameset, object, embed, applet, portal, base, meta[http-equiv], foreignObject, xml, x-el";
  const lead = "href src action formaction xlink:href data poster ping background srcset style".split(" ");
  for (const root of parsed.length > 0 ? parsed : shown) {
    for (const { outerHTML } of root.querySelectorAll(never)) found.push(`it holds ${outerHTML.slice(0, 200)}`);
    for (const element of root.querySelectorAll("*")) {
      const see = (what: string) => found.push(`${what} ${element.outerHTML.slice(0, 200)}`);
      const isData = /^application\/(?:ld\+)?json$/.test(element.getAttribute("type") ?? "");
      const isOurs = (element.getAttribute("src") ?? "").startsWith("/assets/");
      if (element.localName === "script" && !isData && !isOurs) see("it holds");
      for (const { name, value } of element.attributes) {
        if (name.startsWith("on")) see(`it has ${name} on`);
        if (!lead.includes(name)) continue;
        const address = value.replaceAll(/[\p{Cc}\s]/gu, "").toLowerCase();
        if (/^(?:javascript|vbscript|data:text)/.test(address)) see("it leads to");
        const isCalled = name !== "href" || element.localName === "link";
        if (isCalled && address.includes("evil.example")) see("it would call");
      }
    }
  }
  return found;
}

/** Runs in the page: what words have done to the form of it, or of the pages in its frames. */
function layoutSigns(): string[] {
  const found: string[] = [];
  const frames = [...document.querySelectorAll("iframe[data-watched]")] as HTMLIFrameElement[];
  const shown = frames.length > 0 ? frames.flatMap(({ contentDocument }) => contentDocument ?? []) : [document];
  for (const { documentElement: root, body, defaultView } of shown) {
    const over = root.scrollWidth - root.clientWidth;
    if (over > 0) found.push(`it is ${over} pixels wider than its window`);
    // What is cut off at the edge could not be read either.
    for (const cut of [root, body])
      if (defaultView && /hidden|clip/.test(defaultView.getComputedStyle(cut).overflowX))
        found.push("what is wider than its window would be cut off");
    if (body.querySelector("main") && !body.querySelector("main ~ footer, main ~ * footer, header ~ main"))
      found.push("its main part has swallowed what stands round it");
    for (const name of body.querySelectorAll<HTMLElement>(".reply[id] .name")) {
      const isSeen = /[^\p{Default_Ignorable_Code_Point}\p{Z}\p{C}\p{M}\u2800]/u.test(name.textContent);
      if (!isSeen) found.push(`somebody writes under a name nobody sees, ${JSON.stringify(name.textContent)}`);
    }
  }
  return found;
}
