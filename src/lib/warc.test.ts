import { expect, test } from "bun:test";
import { createHash } from "node:crypto";
import { gunzipSync, inflateRawSync } from "node:zlib";
import { warcOf } from "./warc.ts";

const id = "019a1b2c-3d4e-7f50-8a6b-9c0d1e2f3a4b";
const at = new Date("2018-02-16T09:30:00.000Z");
const bytes = new TextEncoder().encode("<p>Où? Да. نعم.</p>");
const sha256 = (some: Uint8Array) => createHash("sha256").update(some).digest("hex");

/** The records of a file, each read from a gzip member of its own. */
function recordsOf(file: Uint8Array): { head: string; block: Buffer }[] {
  const records = [];
  let rest = Buffer.from(file);
  while (rest.length > 0) {
    expect(rest.subarray(0, 3)).toEqual(Buffer.from([0x1f, 0x8b, 8]));
    // Ours have no name and no extra field: ten bytes of head, then the deflated record, then eight of check.
    const { buffer, engine } = inflateRawSync(rest.subarray(10), { info: true }) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    const end = buffer.indexOf("\r\n\r\n");
    const head = buffer.subarray(0, end).toString();
    const length = Number(/\r\nContent-Length: (\d+)/.exec(head)?.[1]);
    const block = buffer.subarray(end + 4, end + 4 + length);
    expect(buffer.subarray(end + 4 + length).toString()).toBe("\r\n\r\n");
    records.push({ head, block });
    rest = rest.subarray(10 + engine.bytesWritten + 8);
  }
  return records;
}

test("what a server answered is a response record behind one that says what wrote it", () => {
  const headers = [
    ["Content-Type", "text/html"],
    ["Content-Encoding", "gzip"],
    ["Transfer-Encoding", "chunked"],
    ["X-Evil", "one\r\nWARC-Type: forged"],
  ] as const;
  const file = warcOf({
    id,
    at,
    software: "Dateline",
    address: "https://radio-fjord.example/a",
    answer: { status: 200, headers },
    type: "text/html",
    bytes,
  });
  const [info, response, ...more] = recordsOf(file);
  if (!info || !response) throw new Error("there are two records");
  expect(more).toEqual([]);
  expect(info.head).toStartWith("WARC/1.1\r\nWARC-Type: warcinfo\r\n");
  expect(info.block.toString()).toBe("software: Dateline\r\nformat: WARC File Format 1.1\r\n");
  expect(response.head.split("\r\n")).toEqual([
    "WARC/1.1",
    "WARC-Type: response",
    `WARC-Record-ID: <urn:uuid:${id}>`,
    expect.stringMatching(/^WARC-Warcinfo-ID: <urn:uuid:[0-9a-f-]{36}>$/),
    "WARC-Date: 2018-02-16T09:30:00.000Z",
    "WARC-Target-URI: https://radio-fjord.example/a",
    `WARC-Payload-Digest: sha256:${sha256(bytes)}`,
    `WARC-Block-Digest: sha256:${sha256(response.block)}`,
    "Content-Type: application/http;msgtype=response",
    `Content-Length: ${response.block.byteLength}`,
  ]);
  const [head = "", body] = response.block.toString().split("\r\n\r\n");
  expect(head.split("\r\n")).toEqual([
    "HTTP/1.1 200",
    "Content-Type: text/html",
    "X-Evil: one WARC-Type: forged",
    `Content-Length: ${bytes.byteLength}`,
  ]);
  expect(body).toBe("<p>Où? Да. نعم.</p>");
  // Read as one stream by whoever does not look for members.
  expect(gunzipSync(file).byteLength).toBeGreaterThan(response.block.byteLength);
});

test("what a person handed over is a resource record, with or without an address", () => {
  const given = { id, at, software: "Dateline", type: "text/plain; charset=utf-8", bytes };
  const [, resource] = recordsOf(warcOf({ ...given, address: null }));
  expect(resource?.head).toContain("WARC-Type: resource\r\n");
  expect(resource?.head).toContain(`WARC-Target-URI: urn:uuid:${id}\r\n`);
  expect(resource?.head).toContain("Content-Type: text/plain; charset=utf-8\r\n");
  expect(resource?.block).toEqual(Buffer.from(bytes));
  const [, empty] = recordsOf(warcOf({ ...given, address: "https://a.example/", bytes: new Uint8Array() }));
  expect(empty?.head).toContain("Content-Length: 0");
});
