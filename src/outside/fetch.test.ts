import { afterAll, describe, expect, test } from "bun:test";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { type FetchOptions, fetchPublic, isPublicIp, type Network, networkBeside } from "./fetch.ts";

const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(`${request.headers.host?.split(":")[0]}${request.url}`);
  const answers: Record<string, () => void> = {
    "/story": () => response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end("<p>The port is open"),
    "/moved": () => response.writeHead(301, { location: "/story" }).end(),
    "/inside": () => response.writeHead(302, { location: "http://desk.internal/secret" }).end(),
    "/metadata": () => response.writeHead(302, { location: "http://169.254.169.254/latest" }).end(),
    "/file": () => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
    "/round": () => response.writeHead(302, { location: "/round" }).end(),
    "/large": () => response.writeHead(200).end("x".repeat(20_000)),
    "/bomb": () => response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("x".repeat(5_000_000))),
    "/packed": () => response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("packed words")),
    "/broken": () => response.writeHead(200, { "content-encoding": "gzip" }).end("not gzip at all"),
    "/silent": () => response.writeHead(200).write("one word and then nothing"),
    "/gone": () => response.writeHead(410).end("gone"),
    "/hung-up": () => void request.socket.destroy(),
  };
  (answers[request.url ?? ""] ?? (() => response.writeHead(404).end()))();
});
await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
const { port } = server.address() as AddressInfo;
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

// The one public host of this world is our own loopback; everything else is as it is.
const network: Network = {
  resolve: async (host) => {
    const hosts: Record<string, string[]> = {
      "news.example": ["127.0.0.1"],
      "desk.internal": ["10.0.0.7"],
      "two-faced.example": ["127.0.0.1", "192.168.1.1"],
    };
    const found = hosts[host];
    if (!found) throw new Error("no such host");
    return found;
  },
  isPublic: (ip) => ip === "127.0.0.1" || isPublicIp(ip),
  isUsualPort: (asked) => asked === "" || asked === String(port),
};
const options: FetchOptions = { agent: "Dateline", network, mostBytes: 10_000, timeoutMs: 5_000 };
const at = (path: string) => fetchPublic(`http://news.example:${port}${path}`, options);
const text = async (path: string) => {
  const answer = await at(path);
  return "fetched" in answer ? new TextDecoder().decode(answer.fetched.bytes) : answer.problem;
};

test("a page comes with where it came from, its status and its type", async () => {
  const answer = await at("/moved");
  expect(answer).toMatchObject({
    fetched: { address: `http://news.example:${port}/story`, status: 200, type: "text/html; charset=utf-8" },
  });
  expect(await text("/story")).toBe("<p>The port is open");
  expect(await text("/packed")).toBe("packed words");
  expect(await at("/gone")).toMatchObject({ fetched: { status: 410 } });
});

const REFUSED: readonly { rule: string; path: string; problem: string }[] = [
  { rule: "a redirect to a private host", path: "/inside", problem: "not-public" },
  { rule: "a redirect to a cloud's metadata", path: "/metadata", problem: "not-public" },
  { rule: "a redirect to a file", path: "/file", problem: "not-an-address" },
  { rule: "redirects in a ring", path: "/round", problem: "too-many-redirects" },
  { rule: "an answer over the bound", path: "/large", problem: "too-large" },
  { rule: "an answer that unpacks to more than the bound", path: "/bomb", problem: "too-large" },
  { rule: "an answer that is not what it says", path: "/broken", problem: "no-answer" },
  { rule: "a connection that is cut", path: "/hung-up", problem: "no-answer" },
];

describe("refused or not answered", () => {
  for (const { rule, path, problem } of REFUSED) {
    test(rule, async () => expect(await at(path)).toEqual({ problem } as never));
  }

  test("an answer that does not end in time", async () => {
    const answer = await fetchPublic(`http://news.example:${port}/silent`, { ...options, timeoutMs: 200 });
    expect(answer).toEqual({ problem: "too-slow" });
  });

  test("a host with one private address among public ones is not asked at all", async () => {
    asked.length = 0;
    expect(await fetchPublic(`http://two-faced.example:${port}/story`, options)).toEqual({ problem: "not-public" });
    expect(asked).toEqual([]);
  });

  for (const address of [
    "ftp://news.example/",
    "javascript:alert(1)",
    "news",
    "",
    "http://user:word@news.example/",
    "https://",
  ]) {
    test(`"${address}" is no address`, async () => {
      expect(await fetchPublic(address, options)).toEqual({ problem: "not-an-address" });
    });
  }

  for (const address of [
    "http://127.0.0.2/",
    "http://2130706434/",
    "http://0x7f.0.0.2/",
    "http://0177.0.0.2/",
    "http://[::1]/",
    "http://[::ffff:10.0.0.1]/",
    "http://[64:ff9b::a00:1]/",
    "http://[fe80::1]/",
    "http://0.0.0.0/",
    "http://news.example:22/",
    // Other alphabets and signs that spell the same.
    "http://１２７.0.0.2/",
    "http://127。0。0。2/",
    "http://%31%32%37.0.0.2/",
    "http://127.0.0.2./",
    "http:///127.0.0.2/",
    "http://[::127.0.0.2]/",
    "http://[64:ff9b:1::a00:1]/",
    "http://[fec0::1]/",
    "http://[100::1]/",
    "https://93.184.216.34:80/",
  ]) {
    test(`${address} is not public`, async () => {
      expect(await fetchPublic(address, options)).toEqual({ problem: "not-public" });
    });
  }

  test("a host nobody knows", async () => {
    expect(await fetchPublic("http://nowhere.example/", options)).toEqual({ problem: "unknown-host" });
  });
});

test("what the operator opens is opened at its own port, and opens no other", async () => {
  const { isPublic, isUsualPort } = networkBeside(["10.0.0.5:8443", "[fd00::5]:993", "10.0.0.6"]);
  const may = (ip: string, port: string) => isUsualPort(port) && isPublic(ip, port);
  expect([may("10.0.0.5", "8443"), may("fd00::5", ""), may("10.0.0.6", ""), may("93.184.216.34", "")]).toEqual(
    Array(4).fill(true),
  );
  expect([may("10.0.0.5", ""), may("10.0.0.6", "8443"), may("93.184.216.34", "8443"), may("10.0.0.7", "")]).toEqual(
    Array(4).fill(false),
  );
});

const IPS: readonly [string, boolean][] = [
  ["93.184.216.34", true],
  ["172.15.255.255", true],
  ["172.16.0.1", false],
  ["100.63.255.255", true],
  ["100.64.0.1", false],
  ["192.0.2.1", false],
  ["224.0.0.1", false],
  ["255.255.255.255", false],
  ["2606:2800:220:1::1", true],
  ["2001:db8::1", false],
  ["2002:7f00:1::", false],
  ["fc00::1", false],
  ["ff02::1", false],
  ["::", false],
  ["::ffff:127.0.0.1", false],
  ["not an address", false],
];
for (const [ip, expected] of IPS) {
  test(`${ip} is ${expected ? "" : "not "}of the public network`, () => expect(isPublicIp(ip)).toBe(expected));
}
