/**
 * A cache in front of the site: what answers say to it, and to it alone. Keys are the topics a page depends on, so that
 * what the press prints anew is what the cache is told to drop.
 */

export type Cdn =
  | { readonly kind: "fastly"; readonly endpoint: string; readonly service: string; readonly token: string }
  | { readonly kind: "cloudflare"; readonly endpoint: string; readonly zone: string; readonly token: string }
  /** Varnish with the module xkey. */
  | { readonly kind: "varnish"; readonly endpoint: string }
  /** Any that drops one address at a time when asked with the method PURGE. */
  | { readonly kind: "purge"; readonly endpoint: string };

export type CdnKind = Cdn["kind"];

// Long enough to carry a site through a bad day; what changes is dropped at once, by its keys.
const KEPT_S = 24 * 60 * 60;
// A page that ends by the clock (labels, dates) is asked for again so often: a cache counts from when it got it.
const KEPT_BY_THE_CLOCK_S = 30;

// Fastly and Cloudflare cut keys off after 16 KB; a page that has more would not be dropped by those.
const LONGEST_KEYS = 15_000;

const LIFETIME: Readonly<Record<CdnKind, string>> = {
  fastly: "surrogate-control",
  // RFC 9213: for caches of the site's own, and for no other.
  cloudflare: "cdn-cache-control",
  varnish: "cdn-cache-control",
  // nginx reads this one and takes it off.
  purge: "x-accel-expires",
};

const KEYS: Readonly<Partial<Record<CdnKind, readonly [header: string, between: string]>>> = {
  fastly: ["surrogate-key", " "],
  cloudflare: ["cache-tag", ","],
  varnish: ["xkey", " "],
};

/** Every header that speaks to a cache: a 304 says them again. */
export const CDN_HEADERS: readonly string[] = [
  ...new Set([...Object.values(LIFETIME), ...Object.values(KEYS).map(([header]) => header)]),
];

/** Says to caches how long they may keep an answer that depends on these topics and, by the clock, holds until then. */
export function tellCdn(
  headers: Headers,
  kinds: readonly CdnKind[],
  { topics, endsByTheClock }: { readonly topics: readonly string[]; readonly endsByTheClock: boolean },
): void {
  if (topics.length === 0) return;
  const lasts = endsByTheClock ? KEPT_BY_THE_CLOCK_S : KEPT_S;
  for (const kind of kinds) {
    const [header, between] = KEYS[kind] ?? [];
    const keys = topics.join(between);
    if (keys.length > LONGEST_KEYS) continue;
    if (header !== undefined) headers.set(header, keys);
    headers.set(LIFETIME[kind], kind === "purge" ? String(lasts) : `max-age=${lasts}`);
  }
}
