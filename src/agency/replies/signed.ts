/** Tokens that carry what they say: fields signed for one purpose, each after its length, so that none can be spliced. */
import { createHmac, timingSafeEqual } from "node:crypto";

export type Fields = readonly string[];

export function signed(key: string, purpose: string, fields: Fields): string {
  return `${Buffer.from(JSON.stringify(fields)).toString("base64url")}.${mac(key, purpose, fields)}`;
}

/** The fields of a token we signed for this purpose; nothing of any other. */
export function fieldsOfSigned(key: string, purpose: string, token: string): Fields | undefined {
  const [payload = "", signature = "", ...more] = token.split(".");
  const fields = fieldsIn(payload);
  return more.length === 0 && fields && isSame(signature, mac(key, purpose, fields)) ? fields : undefined;
}

/** The fields of a token, whoever signed it: for nothing but a guess that is looked at again. */
export function fieldsSaid(token: string): Fields | undefined {
  return fieldsIn(token.split(".", 1)[0] ?? "");
}

/** Each field after its length: no two lists of fields are one string of bytes (what CVE-2025-68113 was about). */
export function framed(fields: Fields): Buffer {
  const lengths = fields.map((field) => Buffer.byteLength(field, "utf8"));
  const bytes = Buffer.alloc(lengths.reduce((sum, length) => sum + LENGTH_BYTES + length, 0));
  let at = 0;
  for (const [number, field] of fields.entries()) {
    at = bytes.writeUInt32BE(lengths[number] ?? 0, at);
    at += bytes.write(field, at, "utf8");
  }
  return bytes;
}

const LENGTH_BYTES = 4;

function fieldsIn(payload: string): Fields | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
    return Array.isArray(read) && read.every((field) => typeof field === "string") ? read : undefined;
  } catch {
    return undefined; // not JSON: nothing we have signed
  }
}

function mac(key: string, purpose: string, fields: Fields): string {
  return createHmac("sha256", key)
    .update(framed([purpose, ...fields]))
    .digest("base64url");
}

function isSame(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
}
