/**
 * Finished responses, kept in memory and served without a router or a database. The press
 * knows no page: it is handed something that prints, and told which topics moved.
 */
import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { KEPT_UNTIL_HEADER, secure, TOPICS_HEADER, topicsOf } from "#lib/http.ts";

export type Press = {
  /** A finished response for a GET or HEAD of a public address. */
  readonly serve: (request: Request) => Promise<Response>;
  /** Pages that named one of these topics are printed again when next asked for. */
  readonly moved: (topics: readonly string[]) => void;
  readonly size: () => { readonly pages: number; readonly bytes: number };
};

export type PressOptions = {
  /** Prints a page; its headers name its topics. Called once however many readers ask. */
  readonly print: (request: Request) => Promise<Response>;
  /** The one name a page is kept under: its path and declared parameters in order; nothing for an address that is not kept. */
  readonly keyFor: (url: URL) => PageKey | undefined;
  readonly now: () => Date;
  /** Told before a page is served, so that what another process wrote a moment ago counts. */
  readonly look?: (() => void) | undefined;
  readonly budgetBytes?: number;
  /** For pages readers make up: searches and what is not found. */
  readonly smallBudgetBytes?: number;
};

export type PageKey = { readonly key: string; readonly shelf: "pages" | "made-up" };

const BUDGET_BYTES = 64 * 1024 * 1024;
const SMALL_BUDGET_BYTES = 4 * 1024 * 1024;
// Readers get the last good copy while a new one is printed, but never one older than this.
const LAST_GOOD_COPY_MS = 1_000;
// Below this a compressed copy saves less than its header costs.
const WORTH_COMPRESSING_BYTES = 512;
const BROTLI_QUALITY = 5;
const GZIP_LEVEL = 6;

type Encoding = "identity" | "gzip" | "br";

type Copy = { readonly bytes: Uint8Array<ArrayBuffer>; readonly headers: Headers; readonly etag: string };

type Kept = {
  readonly status: number;
  readonly copies: Partial<Record<Encoding, Copy>> & { readonly identity: Copy };
  readonly topics: readonly string[];
  /** The press's own clock when printing began: whatever moved later makes the page stale. */
  readonly begunAt: number;
  readonly keptUntilMs: number;
  readonly weight: number;
  staleSinceMs: number | undefined;
};

type Shelf = { readonly kept: Map<string, Kept>; readonly budget: number; weight: number };

export function openPress(options: PressOptions): Press {
  const shelves: Record<PageKey["shelf"], Shelf> = {
    pages: { kept: new Map(), budget: options.budgetBytes ?? BUDGET_BYTES, weight: 0 },
    "made-up": { kept: new Map(), budget: options.smallBudgetBytes ?? SMALL_BUDGET_BYTES, weight: 0 },
  };
  const printing = new Map<string, Promise<Kept>>();
  const movedAt = new Map<string, number>();
  let clock = 0;

  const hasMoved = (kept: Kept) => kept.topics.some((topic) => (movedAt.get(topic) ?? 0) > kept.begunAt);
  const isFresh = (kept: Kept) => options.now().getTime() < kept.keptUntilMs && !hasMoved(kept);

  const printOnce = (key: PageKey, request: Request): Promise<Kept> => {
    const underWay = printing.get(key.key);
    if (underWay) return underWay;
    const print = printed(options, request, clock)
      .then((kept) => {
        keep(shelves, key, kept);
        return kept;
      })
      .finally(() => printing.delete(key.key));
    printing.set(key.key, print);
    return print;
  };

  const pageFor = async (key: PageKey, request: Request): Promise<Kept> => {
    const kept = find(shelves, key);
    if (!kept) return printAsOfNow(key, request);
    if (isFresh(kept)) return kept;
    kept.staleSinceMs ??= options.now().getTime();
    const alreadyPrinting = printing.has(key.key);
    const print = printOnce(key, request);
    // Whoever asks first waits for the new page; those who come meanwhile get the last good one.
    if (!alreadyPrinting || options.now().getTime() - kept.staleSinceMs >= LAST_GOOD_COPY_MS) return print;
    print.catch(() => undefined); // reported to the one who waits for it
    return kept;
  };

  /** A page that moved while it was being printed for the first time is printed once more. */
  const printAsOfNow = async (key: PageKey, request: Request): Promise<Kept> => {
    const kept = await printOnce(key, request);
    return hasMoved(kept) ? printOnce(key, request) : kept;
  };

  return {
    async serve(request) {
      const key = options.keyFor(new URL(request.url));
      if (!key) return finished(await printed(options, request, clock), request);
      options.look?.();
      return finished(await pageFor(key, request), request);
    },
    moved(topics) {
      clock += 1;
      for (const topic of topics) movedAt.set(topic, clock);
    },
    size() {
      const all = Object.values(shelves);
      return {
        pages: all.reduce((sum, { kept }) => sum + kept.size, 0),
        bytes: all.reduce((sum, { weight }) => sum + weight, 0),
      };
    },
  };
}

async function printed({ print, now }: PressOptions, request: Request, begunAt: number): Promise<Kept> {
  const response = await print(
    new Request(request.url, { method: "GET", headers: { accept: request.headers.get("accept") ?? "*/*" } }),
  );
  const bytes = new Uint8Array(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  const topics = topicsOf(headers);
  const until = headers.get(KEPT_UNTIL_HEADER);
  headers.delete(TOPICS_HEADER);
  headers.delete(KEPT_UNTIL_HEADER);
  const copies = copiesOf(bytes, headers);
  const lasts = response.status < 500 && topics.length > 0;
  return {
    status: response.status,
    copies,
    topics,
    begunAt,
    keptUntilMs: lasts ? (until ? Date.parse(until) : Number.POSITIVE_INFINITY) : now().getTime(),
    weight: Object.values(copies).reduce((sum, copy) => sum + copy.bytes.byteLength + 1_000, 0),
    staleSinceMs: undefined,
  };
}

function copiesOf(bytes: Uint8Array<ArrayBuffer>, headers: Headers): Kept["copies"] {
  const digest = createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
  secure(headers);
  if (!headers.has("cache-control")) headers.set("cache-control", "public, max-age=0, must-revalidate");
  const copy = (body: Uint8Array<ArrayBuffer>, encoding: Encoding): Copy => {
    const etag = `"${digest}${encoding === "identity" ? "" : `-${encoding}`}"`;
    const own = new Headers(headers);
    own.set("etag", etag);
    own.set("content-length", String(body.byteLength));
    if (encoding !== "identity") own.set("content-encoding", encoding);
    if (compressible) own.set("vary", "accept-encoding");
    return { bytes: body, headers: own, etag };
  };
  const compressible = bytes.byteLength >= WORTH_COMPRESSING_BYTES && isText(headers.get("content-type") ?? "");
  const identity = copy(bytes, "identity");
  if (!compressible) return { identity };
  return {
    identity,
    gzip: copy(new Uint8Array(gzipSync(bytes, { level: GZIP_LEVEL })), "gzip"),
    br: copy(
      new Uint8Array(
        brotliCompressSync(bytes, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
            [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
            [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          },
        }),
      ),
      "br",
    ),
  };
}

function isText(type: string): boolean {
  return /^(text\/|application\/(json|feed\+json|rss\+xml|atom\+xml|xml|manifest\+json|javascript)|image\/svg)/.test(
    type,
  );
}

function find(shelves: Record<PageKey["shelf"], Shelf>, { key, shelf }: PageKey): Kept | undefined {
  // Not-found answers to good addresses stand on the shelf of made-up ones, so both are looked at.
  for (const { kept } of [shelves[shelf], shelves["made-up"]]) {
    const page = kept.get(key);
    if (!page) continue;
    // Last read, last to go: a Map remembers the order of its entries.
    kept.delete(key);
    kept.set(key, page);
    return page;
  }
  return undefined;
}

function keep(shelves: Record<PageKey["shelf"], Shelf>, { key, shelf }: PageKey, page: Kept): void {
  for (const each of Object.values(shelves)) take(each, key);
  if (page.status >= 500 || page.topics.length === 0) return;
  const onto = page.status === 200 ? shelves[shelf] : shelves["made-up"];
  if (page.weight > onto.budget) return;
  onto.kept.set(key, page);
  onto.weight += page.weight;
  for (const [oldest] of onto.kept) {
    if (onto.weight <= onto.budget) return;
    take(onto, oldest);
  }
}

function take(shelf: Shelf, key: string): void {
  const page = shelf.kept.get(key);
  if (!page) return;
  shelf.kept.delete(key);
  shelf.weight -= page.weight;
}

function finished({ status, copies }: Kept, request: Request): Response {
  const copy = copies[encodingFor(request.headers.get("accept-encoding"), copies)] ?? copies.identity;
  if (status === 200 && matches(request.headers.get("if-none-match"), copies)) {
    const headers = new Headers(copy.headers);
    headers.delete("content-length");
    headers.delete("content-encoding");
    headers.delete("content-type");
    return new Response(null, { status: 304, headers });
  }
  return new Response(request.method === "HEAD" ? null : copy.bytes, { status, headers: copy.headers });
}

/** RFC 9110 §13.1.2: weak comparison; a copy in any encoding is the same page. */
function matches(asked: string | null, copies: Kept["copies"]): boolean {
  if (asked === null) return false;
  if (asked.trim() === "*") return true;
  const etags = Object.values(copies).map(({ etag }) => etag);
  return asked.split(",").some((one) => etags.includes(one.trim().replace(/^W\//, "")));
}

/** RFC 9110 §12.5.3, for the encodings we keep: the best one the reader takes, brotli before gzip at equal weight. */
function encodingFor(asked: string | null, copies: Kept["copies"]): Encoding {
  if (!asked) return "identity";
  const weights = new Map(
    asked.split(",").map((one) => {
      const [name = "", ...parameters] = one.split(";").map((part) => part.trim().toLowerCase());
      const q = parameters.find((parameter) => parameter.startsWith("q="));
      return [name, q === undefined ? 1 : Number(q.slice(2)) || 0];
    }),
  );
  const weightOf = (encoding: Encoding) => weights.get(encoding) ?? weights.get("*") ?? 0;
  const br = copies.br ? weightOf("br") : 0;
  const gzip = copies.gzip ? weightOf("gzip") : 0;
  if (br === 0 && gzip === 0) return "identity";
  return br >= gzip ? "br" : "gzip";
}
