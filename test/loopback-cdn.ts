/**
 * A cache on loopback that keeps what it is told it may and drops what it is asked to, as the documents of each service say:
 * Fastly's `POST /service/ID/purge` (at most 256 keys, `Fastly-Key`), Cloudflare's `POST /client/v4/zones/ID/purge_cache` (at most
 * 100 tags, a bearer's token, `success` in the answer), Varnish with vmod_xkey's example VCL, and a plain `PURGE` of one address.
 */
import type { Cdn, CdnKind } from "#lib/cdn.ts";

export type LoopbackCdn = {
  readonly cdn: Cdn;
  /** What the cache gives its readers: what it holds, else what the site says, kept where that says so. */
  readonly get: (path: string) => Promise<{ readonly text: string; readonly from: "cache" | "site" }>;
  /** Requests it was told to drop something by, refused ones too. */
  readonly asked: readonly string[];
  /** From here on it answers so; 200 again for what it does by itself. */
  readonly setStatus: (status: number) => void;
} & AsyncDisposable;

type Held = { readonly text: string; readonly keys: readonly string[] };

const TOKEN = "loopback-token";
const SERVICE = "SU1Z0isxPaozGVKXdv0eY";

export function loopbackCdn(kind: CdnKind, site: (path: string) => Promise<Response>): LoopbackCdn {
  const held = new Map<string, Held>();
  const asked: string[] = [];
  let status = 200;

  const drop = (keys: readonly string[]) => {
    let dropped = 0;
    for (const [path, page] of held)
      if (page.keys.some((key) => keys.includes(key))) dropped += Number(held.delete(path));
    return dropped;
  };

  const answers: Readonly<Record<CdnKind, (request: Request, path: string) => Promise<Response>>> = {
    async fastly(request, path) {
      if (request.headers.get("fastly-key") !== TOKEN) return new Response("", { status: 401 });
      if (path === `/service/${SERVICE}/purge_all`) {
        held.clear();
        return Response.json({ status: "ok" });
      }
      const { surrogate_keys: keys } = await request.json();
      if (path !== `/service/${SERVICE}/purge` || keys.length > 256) return new Response("", { status: 400 });
      drop(keys);
      return Response.json(Object.fromEntries(keys.map((key: string, at: number) => [key, `id-${at}`])));
    },
    async cloudflare(request, path) {
      if (
        request.headers.get("authorization") !== `Bearer ${TOKEN}` ||
        path !== `/client/v4/zones/${SERVICE}/purge_cache`
      )
        return Response.json(
          { success: false, errors: [{ code: 10_000, message: "Authentication error" }] },
          { status: 403 },
        );
      const { tags, purge_everything } = await request.json();
      if (purge_everything) held.clear();
      // A limit that was passed is told with status 200 and no success.
      else if (tags.length > 100) return Response.json({ success: false, errors: [{ code: 1094 }] });
      else drop(tags);
      return Response.json({ success: true, errors: [], result: { id: SERVICE } });
    },
    async varnish(request) {
      if (request.method !== "PURGE") return new Response("", { status: 405 });
      const count = drop((request.headers.get("xkey") ?? "").split(/[ ,]+/));
      return new Response("", { status: 200, statusText: `Invalidated ${count} objects` });
    },
    async purge(request, path) {
      if (request.method !== "PURGE") return new Response("", { status: 405 });
      return new Response("", { status: held.delete(path) ? 200 : 404 });
    },
  };

  const server = Bun.serve({
    port: 0,
    hostname: "127.0.0.1",
    async fetch(request) {
      const { pathname, search } = new URL(request.url);
      asked.push(`${request.method} ${pathname}`);
      return status === 200 ? answers[kind](request, pathname + search) : new Response("try later", { status });
    },
  });
  const endpoint = `http://127.0.0.1:${server.port}`;

  return {
    cdn: cdnOf(kind, endpoint),
    asked,
    setStatus: (now) => {
      status = now;
    },
    async get(path) {
      const known = held.get(path);
      if (known) return { text: known.text, from: "cache" };
      const answer = await site(path);
      const text = await answer.text();
      if (lifetimeOf(kind, answer.headers) > 0) held.set(path, { text, keys: keysOf(kind, answer.headers) });
      return { text, from: "site" };
    },
    [Symbol.asyncDispose]: () => server.stop(true),
  };
}

function cdnOf(kind: CdnKind, endpoint: string): Cdn {
  if (kind === "fastly") return { kind, endpoint, service: SERVICE, token: TOKEN };
  if (kind === "cloudflare") return { kind, endpoint, zone: SERVICE, token: TOKEN };
  return { kind, endpoint };
}

function lifetimeOf(kind: CdnKind, headers: Headers): number {
  const header = {
    fastly: "surrogate-control",
    cloudflare: "cdn-cache-control",
    varnish: "cdn-cache-control",
    purge: "x-accel-expires",
  };
  return Number(/^(?:max-age=)?(\d+)$/.exec(headers.get(header[kind]) ?? "")?.[1] ?? 0);
}

function keysOf(kind: CdnKind, headers: Headers): string[] {
  const header = { fastly: "surrogate-key", cloudflare: "cache-tag", varnish: "xkey", purge: "no-such-header" };
  return (headers.get(header[kind]) ?? "").split(/[ ,]+/).filter(Boolean);
}
