/** Which addresses a link of the body may lead to. Everything else is printed as plain words. */

const SAFE_SCHEMES = ["https:", "http:", "mailto:", "tel:"];
// An address that can stand between quotation marks and in Markdown as it is; any other is printed the way URL writes it.
const PLAIN_ADDRESS = /^[^\s\p{Cc}\p{Cs}<>"'`\\^{|}]+$/u;
const ROOTED_PATH = /^\/(?![/\\])/;

/**
 * The address a link may lead to, or nothing: web, mail and telephone addresses, and paths from the root of the site.
 * `base` is the address of the page the link stood on; without it an address relative to that page is refused.
 */
export function safeHref(href: string, base?: string): string | undefined {
  const typed = href.trim();
  if (typed.startsWith("#")) return undefined;
  if (base === undefined && ROOTED_PATH.test(typed)) return PLAIN_ADDRESS.test(typed) ? typed : pathOf(typed);

  const url = URL.parse(typed, base ?? (typed.startsWith("//") ? "https://base.invalid" : undefined));
  if (!url || !SAFE_SCHEMES.includes(url.protocol)) return undefined;
  return /^[a-z]+:/i.test(typed) && PLAIN_ADDRESS.test(typed) ? typed : url.href;
}

/** Whether an address leads to a page of the web. */
export function isWebAddress(href: string): boolean {
  return /^https?:/.test(URL.parse(href)?.protocol ?? "");
}

function pathOf(typed: string): string | undefined {
  const url = URL.parse(typed, "https://base.invalid");
  if (url?.host !== "base.invalid") return undefined;
  return url.pathname + url.search + url.hash;
}
