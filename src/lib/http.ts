/** What edges say about a response beside its bytes: the topics it depends on, and how long it may be kept. */

// The name CDNs read; the press takes it off before a reader sees it.
export const TOPICS_HEADER = "surrogate-key";
// Set by a page that changes by the clock: the instant after which it has to be printed again.
export const KEPT_UNTIL_HEADER = "dateline-kept-until";

/** Names the topics a printed page depends on: it is printed again when one of them moves. */
export function dependsOn(headers: Headers, topics: Iterable<string>): void {
  headers.set(TOPICS_HEADER, [...new Set(topics)].join(" "));
}

export function topicsOf(headers: Headers): string[] {
  return headers.get(TOPICS_HEADER)?.split(" ").filter(Boolean) ?? [];
}

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self'; " +
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), browsing-topics=()",
  "cross-origin-opener-policy": "same-origin",
};

const FONT_HEADERS: Readonly<Record<string, string>> = { "x-content-type-options": "nosniff" };

/** Headers every answer of Dateline carries. A font shows and runs nothing, so it needs but one of them. */
export function secure(headers: Headers): void {
  const isFont = headers.get("content-type")?.startsWith("font/") ?? false;
  for (const [name, value] of Object.entries(isFont ? FONT_HEADERS : SECURITY_HEADERS)) headers.set(name, value);
}

/**
 * Whether a form was sent from another site: told by `Sec-Fetch-Site`, else by comparing `Origin`
 * with the request's own `Host`. A request that carries neither comes from no browser's form.
 */
export function isCrossSite({ headers }: Request): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site !== "same-origin" && site !== "none";
  const origin = headers.get("origin");
  return origin !== null && URL.parse(origin)?.host !== headers.get("host");
}

/** Nothing of such an answer is kept by a cache, the browser's own included. */
export function unkept(response: Response): Response {
  response.headers.set("cache-control", "private, no-store");
  return response;
}

const clients = new WeakMap<Request, string>();

/** Remembers from which address a request came; said by who listens. */
export function noteClient(request: Request, address: string): void {
  clients.set(request, address);
}

/** The address a request came from; nothing where it is not known, as in a test or behind a proxy nobody trusts. */
export function clientOf(request: Request): string | undefined {
  return clients.get(request);
}

const FORWARDED = ["forwarded", "x-forwarded-for", "x-real-ip", "via"];
const own = new WeakSet<Request>();

/** Remembers a request that was made on this machine, and not by somebody elsewhere through a proxy on it. */
export function noteOwn(request: Request, peer: string | undefined): void {
  const isNear = /^(127\.|::1$)/.test(peer?.replace(/^::ffff:/, "") ?? "");
  if (isNear && !FORWARDED.some((header) => request.headers.has(header))) own.add(request);
}

export function isOwn(request: Request): boolean {
  return own.has(request);
}

/**
 * The address a request came from, of what the connection says and, where that is a proxy somebody trusts, of the last
 * hop it names. A connection from this machine itself is a proxy nobody told of: then nothing is known.
 */
export function clientAddress(
  headers: Headers,
  peer: string | undefined,
  trusted: readonly string[],
): string | undefined {
  const address = peer?.replace(/^::ffff:/, "");
  if (address === undefined) return undefined;
  if (!trusted.includes(address)) return /^(127\.|::1$)/.test(address) ? undefined : address;
  const hops = (headers.get("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim());
  return hops.findLast((hop) => hop !== "" && !trusted.includes(hop));
}
