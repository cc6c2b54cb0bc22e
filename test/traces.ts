/** What an address leaves behind where it is written down: itself in several codes, and what is commonly made of one. */
import { createHash } from "node:crypto";

/** Byte strings, none of which may stand in a page, a line of a log, or a file. */
function tracesOf(address: string): readonly (readonly [how: string, bytes: Buffer])[] {
  const forms = [...new Set([address, address.toLowerCase(), encodeURIComponent(address)])];
  const digests = ["md5", "sha1", "sha256"].flatMap((hash) =>
    (["hex", "base64", "base64url"] as const).map(
      (code) =>
        [`${hash} in ${code}`, createHash(hash).update(address.toLowerCase()).digest(code).slice(0, 20)] as const,
    ),
  );
  return [
    ...forms.flatMap((form) => [
      ["itself", Buffer.from(form)] as const,
      ["itself in UTF-16", Buffer.from(form, "utf16le")] as const,
      ["itself in hex", Buffer.from(Buffer.from(form).toString("hex"))] as const,
      ...base64sOf(form).map((said) => ["itself in base64", Buffer.from(said)] as const),
    ]),
    ...digests.map(([how, said]) => [how, Buffer.from(said)] as const),
  ];
}

/** What of it stays the same wherever in a base64 text it begins. */
function base64sOf(form: string): readonly string[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.from(`${"x".repeat(before)}${form}`).toString("base64");
    return text.slice(before === 0 ? 0 : 4, Math.floor(text.length / 4) * 4 - 4);
  });
}

/** How it stands there, each way once. */
export function tracesIn(bytes: Buffer, addresses: readonly string[]): readonly string[] {
  return addresses.flatMap((address) =>
    tracesOf(address).flatMap(([how, trace]) => (bytes.includes(trace) ? [`${address}: ${how}`] : [])),
  );
}
