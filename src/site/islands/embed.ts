/**
 * For pages that are not ours: `<dateline-thread>` shows the replies to the story its link names. They come as HTML, of which
 * nothing is taken over but words, places and links, into a tree of its own that no style gets in or out of. No cookie goes
 * along, nothing is kept in the page, and what is written is written on our site. Without this script, or where it may show
 * nothing, the link stands as it is.
 */
import look from "../styles/embed.css" with { type: "text" };
import { listenFor, putNew, tellOfNew } from "./threads.ts";

const TAGS = new Set(
  "a abbr article b bdi blockquote br button code del details div em h2 header i ins li ol p pre q s section small span strong sub summary sup time ul".split(
    " ",
  ),
);
const ATTRIBUTES = new Set(
  "aria-label aria-labelledby class data-count data-live data-new datetime dir hidden id lang role start title".split(
    " ",
  ),
);
const LATER = ":scope > p > .more";

let sheet: CSSStyleSheet | undefined;

class DatelineThread extends HTMLElement {
  #address = "";
  #leave = () => {};
  // Pages that are put together by scripts have their link later than us, or another one after a while.
  readonly #watch = new MutationObserver(() => this.#see());

  connectedCallback(): void {
    this.#watch.observe(this, { childList: true, subtree: true, attributes: true, attributeFilter: ["href"] });
    this.#see();
  }

  disconnectedCallback(): void {
    this.#watch.disconnect();
    this.#leave();
    this.#address = "";
  }

  #see(): void {
    const address = addressFor(this.querySelector("a"));
    if (address === undefined || address === this.#address) return;
    this.#address = address;
    void this.#show(address);
  }

  async #show(address: string): Promise<void> {
    const list = await listAt(address);
    if (address !== this.#address) return;
    this.#leave();
    // A link nobody took the place of stays in sight.
    if (!list) return this.shadowRoot?.replaceChildren(document.createElement("slot"));
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(look);
    }
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    root.replaceChildren(list);
    this.#leave = live(list, address);
  }
}

/** Where the replies a link leads to, or those to the story it leads to, are for pages of this site. */
function addressFor(link: HTMLAnchorElement | null): string | undefined {
  const url = URL.parse(link?.href ?? "");
  const story = url && /^(\/[^/]+\/[^/]+?)(?:\/replies)?\/?$/.exec(url.pathname)?.[1];
  return story ? `${url.origin}/embed/${encodeURIComponent(location.host)}${story}/replies` : undefined;
}

/** Parsed without a script or a picture of it being run or fetched, and as pages that demand trusted types allow. */
function listAt(address: string): Promise<HTMLElement | undefined> {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open("GET", address);
    request.responseType = "document";
    request.onloadend = () => {
      const section = request.responseXML?.querySelector("main > .replies");
      const list = section && taken(section, request.responseURL);
      done(list instanceof HTMLElement ? list : undefined);
    };
    request.send();
  });
}

/** The same in this page, whatever else may have stood in it: no script, no style, no address but of pages. */
function taken(node: Node, base: string): Node | undefined {
  if (node instanceof Text) return document.createTextNode(node.data);
  if (!(node instanceof Element) || !TAGS.has(node.localName)) return undefined;
  const copy = document.createElement(node.localName);
  for (const { name, value } of node.attributes) if (ATTRIBUTES.has(name)) copy.setAttribute(name, value);
  if (copy instanceof HTMLButtonElement) copy.type = "button";
  if (copy instanceof HTMLAnchorElement) lead(copy, node.getAttribute("href") ?? "", base);
  for (const child of node.childNodes) {
    const inside = taken(child, base);
    if (inside) copy.append(inside);
  }
  return copy;
}

function lead(link: HTMLAnchorElement, href: string, base: string): void {
  if (href.startsWith("#")) {
    link.setAttribute("href", href);
    return;
  }
  const url = URL.parse(href, base);
  if (!url || !/^https?:$/.test(url.protocol)) return;
  link.href = url.href;
  link.target = "_blank";
  link.rel = "noopener nofollow ugc";
}

/** What a list does once it stands; answers how to stop it. */
function live(list: HTMLElement, first: string): () => void {
  let last = first;
  const button = list.querySelector<HTMLButtonElement>(".new-replies");
  const says = document.createElement("p");
  says.className = "unseen";
  says.setAttribute("role", "status");
  list.append(says);

  async function more(link: HTMLAnchorElement): Promise<void> {
    const { href } = link;
    const fresh = await listAt(href);
    if (!fresh || !link.isConnected) return;
    last = href;
    putNew(fresh, list)?.querySelector("a")?.focus({ preventScroll: true });
    passOn(fresh, list);
  }

  async function bringNew(): Promise<void> {
    // They stand on the first page, or after all that were asked for.
    for (const address of new Set([first, last])) {
      const fresh = await listAt(address);
      const added = fresh && putNew(fresh, list);
      if (!fresh) continue;
      list.dataset["count"] = fresh.dataset["count"] ?? "";
      if (button) button.hidden = true;
      says.textContent = "";
      if (address === last) passOn(fresh, list);
      if (added) return added.querySelector("a")?.focus({ preventScroll: true });
    }
    list.querySelector<HTMLElement>(LATER)?.focus();
  }

  list.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest("a");
    const place = link?.getAttribute("href")?.startsWith("#") ? link.hash.slice(1) : "";
    if (link && (place !== "" || link.matches(LATER))) event.preventDefault();
    if (place !== "") goTo(list, place);
    else if (link?.matches(LATER)) void more(link);
    else if (event.target.closest(".new-replies")) void bringNew();
  });

  const line = list.dataset["live"];
  if (!button || line === undefined) return () => {};
  return listenFor(list, new URL(line, first).href, (shown) => {
    tellOfNew(button, { many: shown - Number(list.dataset["count"]), says: list.dataset["new"] ?? "{}" });
    says.textContent = button.hidden ? "" : button.textContent;
  });
}

/** The way to later replies is that of the last page there is. */
function passOn(fresh: Element, list: Element): void {
  const [next, here] = [fresh.querySelector(LATER)?.closest("p"), list.querySelector(LATER)?.closest("p")];
  if (next && here) here.replaceWith(next);
  else if (next) list.querySelector(".threads")?.after(next);
  else here?.remove();
}

function goTo(list: Element, id: string): void {
  const reply = list.querySelector<HTMLElement>(`[id="${CSS.escape(id)}"]`);
  if (!reply) return;
  const folded = reply.closest("details");
  if (folded) folded.open = true;
  reply.tabIndex = -1;
  reply.focus();
}

// A page may have the script twice.
if (!customElements.get("dateline-thread")) customElements.define("dateline-thread", DatelineThread);
