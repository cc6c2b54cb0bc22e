/** WARC 1.1 (ISO 28500:2017): what was retrieved, with when and from where, each record a gzip member of its own. */
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";

export type Retrieved = {
  /** UUID of the record. */
  readonly id: string;
  readonly at: Date;
  /** Who wrote it: `Dateline 0.1.0`. */
  readonly software: string;
  /** Where it was; without an address it was handed over by a person. */
  readonly address: string | null;
  /** How the server answered; without it the bytes are a resource of that type. */
  readonly answer?: { readonly status: number; readonly headers: readonly (readonly [string, string])[] };
  readonly type: string;
  readonly bytes: Uint8Array;
};

/** A file of two records: what wrote it, and what was retrieved. */
export function warcOf(retrieved: Retrieved): Uint8Array {
  const { id, at, software, address, answer, type, bytes } = retrieved;
  const info = Buffer.from(`software: ${line(software)}\r\nformat: WARC File Format 1.1\r\n`);
  const block = answer ? Buffer.concat([headOf(answer, bytes.byteLength), bytes]) : Buffer.from(bytes);
  return Buffer.concat([
    record(
      [
        ["WARC-Type", "warcinfo"],
        ["WARC-Record-ID", `<urn:uuid:${infoId(id)}>`],
        ["WARC-Date", at.toISOString()],
        ["Content-Type", "application/warc-fields"],
      ],
      info,
    ),
    record(
      [
        ["WARC-Type", answer ? "response" : "resource"],
        ["WARC-Record-ID", `<urn:uuid:${id}>`],
        ["WARC-Warcinfo-ID", `<urn:uuid:${infoId(id)}>`],
        ["WARC-Date", at.toISOString()],
        ["WARC-Target-URI", address ?? `urn:uuid:${id}`],
        ["WARC-Payload-Digest", digest(bytes)],
        ["WARC-Block-Digest", digest(block)],
        ["Content-Type", answer ? "application/http;msgtype=response" : line(type) || "application/octet-stream"],
      ],
      block,
    ),
  ]);
}

/** The record of what wrote the file is told from the other by its last digit. */
function infoId(id: string): string {
  return id.replace(/.$/, (last) => ((Number.parseInt(last, 16) + 1) % 16).toString(16));
}

function record(fields: readonly (readonly [string, string])[], block: Uint8Array): Uint8Array {
  const all = [...fields, ["Content-Length", String(block.byteLength)] as const];
  const head = `WARC/1.1\r\n${all.map(([name, value]) => `${name}: ${line(value)}\r\n`).join("")}\r\n`;
  return gzipSync(Buffer.concat([Buffer.from(head), block, Buffer.from("\r\n\r\n")]));
}

// The bytes stand unpacked, so the server's words on how they were packed and how long they were would be wrong.
const NOT_KEPT = new Set(["content-encoding", "transfer-encoding", "content-length"]);

function headOf({ status, headers }: NonNullable<Retrieved["answer"]>, length: number): Buffer {
  const kept = headers.filter(([name]) => !NOT_KEPT.has(name.toLowerCase()));
  const lines = [...kept, ["Content-Length", String(length)] as const];
  return Buffer.from(
    `HTTP/1.1 ${status}\r\n${lines.map(([name, value]) => `${line(name)}: ${line(value)}\r\n`).join("")}\r\n`,
    "latin1",
  );
}

function digest(bytes: Uint8Array): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

/** What a server or a person wrote never begins a field of its own. */
function line(text: string): string {
  return text.replaceAll(/[\r\n\0]+/g, " ").trim();
}
