/**
 * What a printed page is sent as: compressed as its reader asks, with the ETag and the headers of that copy. A copy is
 * made when it is first asked for and belongs to the page from then on.
 */
import { createHash } from "node:crypto";
import { brotliCompressSync, constants, zstdCompressSync } from "node:zlib";
import { CDN_HEADERS } from "#lib/cdn.ts";
import { secure } from "#lib/http.ts";
import { gzipped } from "#lib/runtime/gzip.ts";

export type Encoding = "identity" | "gzip" | "br" | "zstd";

/** `quickly` takes less time and leaves more bytes: for a page that may be printed again at once. */
export type Packing = "quickly" | "closely";

type Copy = {
  readonly packing: Packing;
  readonly tag: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly headers: Headers;
  /** What a reader is sent who has the page already. */
  readonly unchanged: Headers;
};

export type Copies = {
  readonly status: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Those all copies have in common. */
  readonly headers: Headers;
  readonly digest: string;
  readonly isCompressible: boolean;
  readonly made: Map<Encoding, Copy>;
  /** How many copies were made, those that gave way to others too. */
  packed: number;
};

/** What an entry weighs beside its bytes: headers, keys, topics. */
const COPY_WEIGHT_BYTES = 1_000;

// Below this a compressed copy saves less than its header costs.
const WORTH_COMPRESSING_BYTES = 512;
// A page with fifty replies, 63 kB, packed closely: gzip 8.1 kB in 0.3 ms, brotli 6.5 kB in 0.9 ms; quickly: 8.5 and 7.8 kB in 0.2 ms each.
const GZIP_LEVEL = { quickly: 3, closely: 6 } as const;
const BROTLI_QUALITY = { quickly: 2, closely: 5 } as const;
const ZSTD_LEVEL = { quickly: 3, closely: 6 } as const;

export function copiesOf(status: number, bytes: Uint8Array<ArrayBuffer>, given: Headers): Copies {
  const headers = new Headers(given);
  secure(headers);
  if (!headers.has("cache-control")) headers.set("cache-control", "public, max-age=0, must-revalidate");
  const isCompressible = bytes.byteLength >= WORTH_COMPRESSING_BYTES && isText(headers.get("content-type") ?? "");
  if (isCompressible) headers.set("vary", "accept-encoding");
  return { status, bytes, headers, digest: digestOf(bytes), isCompressible, made: new Map(), packed: 0 };
}

export function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
}

export function weightOf({ bytes, made }: Copies): number {
  let weight = COPY_WEIGHT_BYTES + bytes.byteLength;
  for (const [encoding, copy] of made) {
    weight += COPY_WEIGHT_BYTES + (encoding === "identity" ? 0 : copy.bytes.byteLength);
  }
  return weight;
}

/**
 * The answer for one reader: the page in the best encoding asked for, or that it has not changed. A copy that was packed
 * quickly gives way to one that is packed closely, where that is asked for.
 */
export function answered(copies: Copies, request: Request, packing: Packing = "closely"): Response {
  const copy = copyFor(copies, request.headers.get("accept-encoding"), packing);
  const has = request.headers.get("if-none-match");
  if (has !== null && copies.status === 200) {
    const tag = tagHeld(has, copy.tag, copies.digest);
    if (tag !== undefined) return new Response(null, { status: 304, headers: unchangedAs(copy, tag) });
  }
  return new Response(request.method === "HEAD" ? null : copy.bytes, { status: copies.status, headers: copy.headers });
}

function copyFor(copies: Copies, asked: string | null, packing: Packing): Copy {
  const encoding = copies.isCompressible && asked !== null ? encodingFor(asked) : "identity";
  const known = copies.made.get(encoding);
  if (known && (known.packing === packing || known.packing === "closely")) return known;
  const made =
    encoding === "identity"
      ? copyOf(copies, encoding, copies.bytes)
      : copyOf(copies, encoding, COMPRESSED[encoding](copies.bytes, packing), packing);
  copies.made.set(encoding, made);
  copies.packed += 1;
  return made;
}

// RFC 9111 §4.3.4: the tag tells a cache which of the copies it holds is meant.
function unchangedAs({ unchanged, tag }: Copy, held: string): Headers {
  if (held === tag) return unchanged;
  const headers = new Headers(unchanged);
  headers.set("etag", held);
  return headers;
}

// RFC 9110 §15.4.5: what a 304 says; the reader has every other header already.
const SAID_AGAIN = ["cache-control", "content-location", "etag", "expires", "vary", ...CDN_HEADERS];

/** The copy in an encoding whose bytes are known. */
export function copyOf(
  { headers, digest }: Copies,
  encoding: Encoding,
  body: Uint8Array<ArrayBuffer>,
  packing: Packing = "closely",
): Copy {
  const own = new Headers(headers);
  const tag = tagOf(digest, encoding, packing);
  own.set("etag", tag);
  const unchanged = new Headers();
  for (const name of SAID_AGAIN) {
    const value = own.get(name);
    if (value !== null) unchanged.set(name, value);
  }
  own.set("content-length", String(body.byteLength));
  if (encoding !== "identity") own.set("content-encoding", encoding);
  return { packing, tag, bytes: body, headers: own, unchanged };
}

/** RFC 9110 §8.8.3.3: other bytes, another tag. */
function tagOf(digest: string, encoding: Encoding, packing: Packing): string {
  if (encoding === "identity") return `"${digest}"`;
  return packing === "closely" ? `"${digest}-${encoding}"` : `"${digest}-${encoding}-${packing}"`;
}

type Compress = (bytes: Uint8Array<ArrayBuffer>, packing: Packing) => Uint8Array<ArrayBuffer>;

const COMPRESSED: Readonly<Record<Exclude<Encoding, "identity">, Compress>> = {
  gzip: (bytes, packing) => trimmed(gzipped(bytes, GZIP_LEVEL[packing])),
  br: (bytes, packing) =>
    trimmed(
      brotliCompressSync(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY[packing],
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        },
      }),
    ),
  zstd: (bytes, packing) =>
    trimmed(zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: ZSTD_LEVEL[packing] } })),
};

/** Memory of its own, exactly as large: what a compressor hands over may be the beginning of more. */
function trimmed(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}

function isText(type: string): boolean {
  return /^(text\/|application\/(json|feed\+json|rss\+xml|atom\+xml|xml|manifest\+json|javascript)|image\/svg)/.test(
    type,
  );
}

/**
 * Which copy of this page a reader has, its `own` first; nothing where it has none. RFC 9110 §13.1.2: weak comparison; a
 * copy in any encoding is the same page.
 */
function tagHeld(asked: string, own: string, digest: string): string | undefined {
  if (asked.trim() === "*") return own;
  const tags = asked.split(",").map((one) => one.trim().replace(/^W\//, ""));
  const held = tags.filter((tag) => tag.startsWith(`"${digest}`) && COPY.test(tag.slice(digest.length + 1)));
  return held.includes(own) ? own : held[0];
}

const COPY = /^(-(gzip|br|zstd)(-quickly)?)?"$/;

// Browsers send a handful of spellings; readers who make up others do not fill the memory with them.
const MOST_SPELLINGS = 64;
const spellings = new Map<string, Encoding>();

function encodingFor(asked: string): Encoding {
  const known = spellings.get(asked);
  if (known !== undefined) return known;
  const encoding = bestEncoding(asked);
  if (spellings.size < MOST_SPELLINGS && asked.length <= 100) spellings.set(asked, encoding);
  return encoding;
}

// The smallest first: what is asked for at equal weight is sent in the first of them.
const PREFERRED = ["br", "zstd", "gzip"] as const;

/** RFC 9110 §12.5.3, for the encodings we make. */
function bestEncoding(asked: string): Encoding {
  const weights = new Map(
    asked.split(",").map((one) => {
      const [name = "", ...parameters] = one.split(";").map((part) => part.trim().toLowerCase());
      const q = parameters.find((parameter) => parameter.startsWith("q="));
      return [name, q === undefined ? 1 : Number(q.slice(2)) || 0];
    }),
  );
  let best: Encoding = "identity";
  let weight = 0;
  for (const encoding of PREFERRED) {
    const asks = weights.get(encoding) ?? weights.get("*") ?? 0;
    if (asks > weight) [best, weight] = [encoding, asks];
  }
  return best;
}
