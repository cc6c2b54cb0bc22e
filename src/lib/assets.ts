/** Files under names that hold their digest, so that a browser may keep them for ever. */
import { createHash } from "node:crypto";

export type Asset = {
  /** `/assets/paper.3f2a….css` */
  readonly address: string;
  readonly type: string;
  readonly bytes: Uint8Array;
};

const TYPES: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  png: "image/png",
  svg: "image/svg+xml",
  woff2: "font/woff2",
};

const DIGEST_LENGTH = 10; // 60 bits: a name never comes back for other bytes

export function assetOf(name: string, ending: string, bytes: Uint8Array): Asset {
  const digest = createHash("sha256").update(bytes).digest("base64url").slice(0, DIGEST_LENGTH);
  return { address: `/assets/${name}.${digest}.${ending}`, type: TYPES[ending] ?? "application/octet-stream", bytes };
}
