/** Tells a cache in front of the site what to drop, each in its own words. What it does not say yes to throws, and is asked again. */
import type { Cdn } from "#lib/cdn.ts";

export type Drop =
  | "all"
  | {
      readonly topics: readonly string[];
      /** Addresses (`/en/ferry-strike`) that were handed out depending on one of them, for caches that know no keys. */
      readonly addresses: readonly string[];
    };

const TIMEOUT_MS = 10_000;

/** Fastly: "Up to 256 surrogate keys can be purged in one batch request." */
const FASTLY_KEYS = 256;
/** Cloudflare: operations in one request, on every plan. */
const CLOUDFLARE_TAGS = 100;
/** A request's header is 8 KB at most in Varnish's default (`http_req_hdr_len`). */
const VARNISH_KEYS = 100;
const PURGES_AT_ONCE = 16;

export async function dropFrom(cdn: Cdn, url: string, drop: Drop): Promise<void> {
  await DROPPING[cdn.kind](cdn as never, url, drop); // each is given the kind it stands under
}

type Dropping = {
  readonly [Kind in Cdn["kind"]]: (cdn: Extract<Cdn, { kind: Kind }>, url: string, drop: Drop) => Promise<void>;
};

const DROPPING: Dropping = {
  async fastly({ endpoint, service, token }, _, drop) {
    const headers = { "fastly-key": token, accept: "application/json", "content-type": "application/json" };
    if (drop === "all") return expectOk(`${endpoint}/service/${service}/purge_all`, { method: "POST", headers });
    for (const keys of parts(drop.topics, FASTLY_KEYS)) {
      const body = JSON.stringify({ surrogate_keys: keys });
      await expectOk(`${endpoint}/service/${service}/purge`, { method: "POST", headers, body });
    }
  },
  async cloudflare({ endpoint, zone, token }, _, drop) {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const all =
      drop === "all" ? [{ purge_everything: true }] : parts(drop.topics, CLOUDFLARE_TAGS).map((tags) => ({ tags }));
    for (const what of all) {
      const address = `${endpoint}/client/v4/zones/${zone}/purge_cache`;
      await expectOk(address, { method: "POST", headers, body: JSON.stringify(what) }, async (answer) => {
        const said: unknown = await answer.json();
        if (typeof said !== "object" || said === null || !("success" in said) || said.success !== true)
          throw new Error(`${address} said ${JSON.stringify(said).slice(0, 500)}`);
      });
    }
  },
  async varnish({ endpoint }, url, drop) {
    // Every page depends on the editions or the settings: whoever drops those drops the site.
    const topics = drop === "all" ? ["editions", "settings", "assets"] : drop.topics;
    for (const keys of parts(topics, VARNISH_KEYS))
      await expectOk(endpoint, { method: "PURGE", headers: { host: hostOf(url), xkey: keys.join(" ") } });
  },
  async purge({ endpoint }, url, drop) {
    const waiting = (drop === "all" ? [] : drop.addresses).values();
    const one = async () => {
      for (const address of waiting) {
        const headers = { host: hostOf(url) };
        // 404 and 412 (nginx's and older Squid's) say that it was not there.
        await expectOk(`${endpoint}${address}`, { method: "PURGE", headers }, undefined, [404, 412]);
      }
    };
    await Promise.all(Array.from({ length: PURGES_AT_ONCE }, one));
  },
};

async function expectOk(
  address: string,
  init: RequestInit,
  look: (answer: Response) => Promise<void> = async (answer) => void (await answer.arrayBuffer()),
  also: readonly number[] = [],
): Promise<void> {
  const answer = await fetch(address, { ...init, redirect: "manual", signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (answer.ok || also.includes(answer.status)) return answer.ok ? look(answer) : undefined;
  throw new Error(`${address} answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
}

function hostOf(url: string): string {
  return new URL(url).host;
}

function parts<T>(all: readonly T[], most: number): T[][] {
  const count = Math.ceil(all.length / most);
  return Array.from({ length: count }, (_, at) => all.slice(at * most, (at + 1) * most));
}
