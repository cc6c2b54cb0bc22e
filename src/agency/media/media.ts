/** Pictures: kept once under the digest of their bytes, and never changed. */
import { createHash } from "node:crypto";

export type Kept = { readonly id: string; readonly type: string; readonly width: number; readonly height: number };

const ENDINGS: Readonly<Record<string, string>> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "image/svg+xml": "svg",
};

/** The name of a picture's file, or nothing for a type Dateline does not show. */
export function fileName(id: string, type: string): string | undefined {
  const ending = ENDINGS[type];
  return ending && `${id}.${ending}`;
}

/** The type a file name was given for, or nothing for a name that is not one of ours. */
export function typeOfFile(name: string): string | undefined {
  const ending = /^[0-9a-f]{32}\.([a-z]+)$/.exec(name)?.[1];
  return Object.keys(ENDINGS).find((type) => ENDINGS[type] === ending);
}

// 128 bits name a picture: a picture made on purpose to share a name gains nothing but its own place.
export function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 32);
}
