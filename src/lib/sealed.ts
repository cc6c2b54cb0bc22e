/** A secret that stands in the store and opens only with a key that does not. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

const METHOD = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const MOST_KEYS = 20;

export function sealed(key: string, secret: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(METHOD, keyOf(key), nonce);
  const hidden = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString("base64url");
}

/** Nothing when it was sealed with another key, or changed since. */
export function opened(key: string, text: string): string | undefined {
  const bytes = Buffer.from(text, "base64url");
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv(METHOD, keyOf(key), bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
  } catch {
    return undefined; // `final` throws when the tag does not fit
  }
}

const digests = new Map<string, Buffer>();

/** Of the few keys of an install each is worked out once. */
function keyOf(key: string): Buffer {
  const digest = digests.get(key) ?? createHash("sha256").update(key).digest();
  if (digests.size < MOST_KEYS) digests.set(key, digest);
  return digest;
}
