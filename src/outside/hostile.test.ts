/** A server that means harm, on loopback: every way it may try to lead the fetcher elsewhere, keep it, or fill it. */
import { afterAll, expect, test } from "bun:test";
import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { type FetchOptions, fetchPublic, isPublicIp, type Network } from "./fetch.ts";

const OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
const MEGABYTE = Buffer.alloc(1024 * 1024, 0x20);
const BOMB = Buffer.alloc(64 * 1024 * 1024);

/** Writes for as long as somebody reads. */
function forEver(socket: Socket, piece: string | Buffer, everyMs = 0): void {
  const write = () => {
    if (socket.destroyed) return;
    if (everyMs > 0) {
      socket.write(piece);
      setTimeout(write, everyMs);
    } else if (socket.write(piece)) setImmediate(write);
    else socket.once("drain", write);
  };
  write();
}

function packed(socket: Socket, encoding: string, bytes: Uint8Array): void {
  socket.write(`${OK}Content-Encoding: ${encoding}\r\nContent-Length: ${bytes.byteLength}\r\n\r\n`);
  socket.end(bytes);
}

const to = (address: string) => (socket: Socket) =>
  void socket.end(`HTTP/1.1 302 Found\r\nLocation: ${address}\r\nContent-Length: 0\r\n\r\n`);

const gzipBomb = gzipSync(BOMB);
const brotliBomb = brotliCompressSync(BOMB);

const EVILS: Readonly<Record<string, (socket: Socket) => void>> = {
  "/endless": (socket) => {
    socket.write(`${OK}\r\n`);
    forEver(socket, MEGABYTE);
  },
  "/endless-chunks": (socket) => {
    socket.write(`${OK}Transfer-Encoding: chunked\r\n\r\n`);
    forEver(socket, `400\r\n${"x".repeat(1024)}\r\n`);
  },
  "/gzip-bomb": (socket) => packed(socket, "gzip", gzipBomb),
  "/brotli-bomb": (socket) => packed(socket, "br", brotliBomb),
  "/bomb-in-a-bomb": (socket) => packed(socket, "gzip", gzipSync(gzipBomb)),
  "/endless-gzip": (socket) => {
    socket.write(`${OK}Content-Encoding: gzip\r\n\r\n`);
    forEver(socket, gzipSync(MEGABYTE));
  },
  "/drips": (socket) => {
    socket.write(`${OK}\r\n`);
    forEver(socket, "x", 20);
  },
  "/drips-gzip": (socket) => {
    socket.write(`${OK}Content-Encoding: gzip\r\n\r\n`);
    for (const [at, byte] of gzipSync("slow words").entries())
      setTimeout(() => socket.destroyed || socket.write(Uint8Array.of(byte)), at * 60);
  },
  "/drips-head": (socket) => forEver(socket, "x", 20),
  "/endless-head": (socket) => {
    socket.write(OK);
    forEver(socket, `X-${"y".repeat(1000)}: z\r\n`);
  },
  "/continues": (socket) => forEver(socket, "HTTP/1.1 100 Continue\r\n\r\n", 5),
  "/says-nothing": () => undefined,
  "/lies": (socket) => void socket.end(`${OK}Content-Length: 5000\r\n\r\nless`),
  "/lies-gzip": (socket) => {
    const bytes = gzipSync("half of it ".repeat(1_000));
    socket.write(`${OK}Content-Encoding: gzip\r\nContent-Length: ${bytes.byteLength}\r\n\r\n`);
    socket.end(bytes.subarray(0, bytes.byteLength / 2));
  },
  "/resets-gzip": (socket) => {
    socket.write(`${OK}Content-Encoding: gzip\r\nContent-Length: 5000\r\n\r\n`);
    socket.write(gzipSync("a page that breaks off").subarray(0, 20), () =>
      setTimeout(() => socket.resetAndDestroy(), 50),
    );
  },
  "/no-gzip": (socket) => packed(socket, "gzip", Buffer.from("plain words under a wrong name")),
  "/packed-strangely": (socket) => packed(socket, "zstd", Buffer.from("(\xb5/\xfd words", "latin1")),
  "/packed-twice": (socket) => packed(socket, "gzip, br", gzipSync("words")),
  "/nonsense": (socket) => void socket.end("\0\0\0\0 not http at all\r\n\r\n"),
  "/upgrades": (socket) => {
    socket.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n");
    forEver(socket, "x", 20);
  },
  "/to-mapped": to("http://[::ffff:127.0.0.2]/"),
  "/to-mapped-hex": to("http://[::ffff:7f00:2]/"),
  "/to-compatible": to("http://[::127.0.0.2]/"),
  "/to-decimal": to("http://2130706434/"),
  "/to-hex": to("http://0x7f000002/"),
  "/to-octal": to("http://0177.0.0.02/"),
  "/to-short": to("http://127.2/"),
  "/to-zero": to("http://0/"),
  "/to-private": to("http://192.168.0.1/"),
  "/to-metadata": to("//169.254.169.254/latest/meta-data/"),
  "/to-nat64": to("http://[64:ff9b::7f00:2]/"),
  "/to-6to4": to("http://[2002:7f00:2::]/"),
  "/to-inside": to("http://router.internal/"),
  "/to-dotted": to("http://router.internal./"),
  "/to-port": to("http://evil.example:25/"),
  "/to-words": to("http://evil.example\\@router.internal/"),
  "/to-login": to("http://evil.example@router.internal/"),
  "/to-file": to("file:///etc/passwd"),
  "/to-gopher": to("gopher://router.internal/"),
  "/to-nothing": to("http://"),
  "/round": to("/round"),
  "/long-way": to("http://evil.example/long-way"),
};

const reached: string[] = [];
const server = createServer((socket) => {
  socket.on("error", () => undefined); // the fetcher hangs up, which is what it should do
  socket.once("data", (data) => {
    const path = data.toString().split(" ")[1] ?? "";
    reached.push(path);
    (EVILS[path] ?? ((some: Socket) => void some.end(`${OK}Content-Length: 2\r\n\r\nok`)))(socket);
  });
});
await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
const { port } = server.address() as AddressInfo;
afterAll(() => void server.close());

const network: Network = {
  resolve: async (host) => (host.startsWith("router.internal") ? ["10.0.0.1"] : ["127.0.0.1"]),
  isPublic: (ip) => ip === "127.0.0.1" || isPublicIp(ip),
  isUsualPort: (asked) => asked === "" || asked === String(port),
};
const options: FetchOptions = { agent: "Dateline", network, mostBytes: 20_000, timeoutMs: 700 };
const at = (path: string) => `http://evil.example:${port}${path}`;

// Whatever it is, it is over soon after the time it was given.
const LONGEST_MS = 5_000;

const TOO_LARGE = ["/endless", "/endless-chunks", "/gzip-bomb", "/brotli-bomb", "/bomb-in-a-bomb", "/endless-gzip"];
const TOO_SLOW = ["/drips", "/drips-gzip", "/drips-head", "/continues", "/says-nothing", "/upgrades"];
const BROKEN = [
  "/lies",
  "/lies-gzip",
  "/resets-gzip",
  "/no-gzip",
  "/packed-strangely",
  "/packed-twice",
  "/nonsense",
  "/to-words",
  "/to-nothing",
];
const NOT_PUBLIC = Object.keys(EVILS).filter(
  (path) => /^\/to-/.test(path) && !/file|gopher|nothing|login|words/.test(path),
);
const NO_ADDRESS = ["/to-file", "/to-gopher", "/to-login"];

const EXPECTED: readonly (readonly [string, readonly string[]])[] = [
  ...TOO_LARGE.map((path) => [path, ["too-large"]] as const),
  ...TOO_SLOW.map((path) => [path, ["too-slow", "no-answer"]] as const),
  ["/endless-head", ["too-slow", "no-answer", "too-large"]],
  ...BROKEN.map((path) => [path, ["no-answer"]] as const),
  ...NOT_PUBLIC.map((path) => [path, ["not-public"]] as const),
  ...NO_ADDRESS.map((path) => [path, ["not-an-address"]] as const),
  ["/round", ["too-many-redirects"]],
];

for (const [path, problems] of EXPECTED) {
  test(`${path.slice(1)} is refused within its limits: ${problems.join(" or ")}`, async () => {
    const begun = performance.now();
    const answer = await fetchPublic(at(path), options);
    expect("problem" in answer ? answer.problem : "it was fetched").toBeOneOf([...problems]);
    expect(performance.now() - begun).toBeLessThan(LONGEST_MS);
  });
}

test("a bomb never unpacks into memory", async () => {
  await fetchPublic(at("/gzip-bomb"), options);
  Bun.gc(true);
  const before = process.memoryUsage().rss;
  for (let time = 0; time < 10; time++) await fetchPublic(at("/gzip-bomb"), options);
  expect(process.memoryUsage().rss - before).toBeLessThan(BOMB.byteLength);
});

test("a name that changes its mind between look-up and connection is not asked twice", async () => {
  const asked: string[] = [];
  const turning: Network = {
    ...network,
    resolve: async (host) => {
      asked.push(host);
      return asked.length === 1 ? ["127.0.0.1"] : ["10.0.0.1"];
    },
  };
  expect(await fetchPublic(at("/fine"), { ...options, network: turning })).toMatchObject({ fetched: { status: 200 } });
  expect(asked).toEqual(["evil.example"]);
});

test("a name that changes its mind before a redirect is refused there", async () => {
  let times = 0;
  const turning: Network = { ...network, resolve: async () => (times++ === 0 ? ["127.0.0.1"] : ["169.254.169.254"]) };
  reached.length = 0;
  expect(await fetchPublic(at("/round"), { ...options, network: turning })).toEqual({ problem: "not-public" });
  expect(reached).toEqual(["/round"]);
});

test("packing is known by its name in any letters, and a cookie is neither kept nor carried on", async () => {
  const heads: string[] = [];
  const polite = createServer((socket) => {
    socket.once("data", (data) => {
      heads.push(data.toString());
      if (heads.length === 1)
        socket.end("HTTP/1.1 302 Found\r\nSet-Cookie: who=me\r\nLocation: /next\r\nContent-Length: 0\r\n\r\n");
      else packed(socket, "GZip", gzipSync("words"));
    });
  });
  await new Promise<void>((listening) => polite.listen(0, "127.0.0.1", listening));
  const own = (polite.address() as AddressInfo).port;
  const anyPort: Network = { ...network, isUsualPort: () => true };
  const answer = await fetchPublic(`http://evil.example:${own}/`, { ...options, network: anyPort });
  polite.close();
  expect("fetched" in answer && Buffer.from(answer.fetched.bytes).toString()).toBe("words");
  expect(heads).toHaveLength(2);
  for (const head of heads) expect(head).not.toMatch(/^(cookie|referer|authorization):/im);
});

test("a look-up that never answers is left behind", async () => {
  const silent: Network = { ...network, resolve: () => new Promise(() => undefined) };
  expect(await fetchPublic(at("/fine"), { ...options, network: silent, timeoutMs: 100 })).toEqual({
    problem: "too-slow",
  });
});

test("the time is for the whole way: redirects do not begin it anew", async () => {
  let lookUps = 0;
  const begun = performance.now();
  const slow: Network = {
    ...network,
    resolve: async () => {
      lookUps += 1;
      await new Promise((later) => setTimeout(later, 300));
      return ["127.0.0.1"];
    },
  };
  expect(await fetchPublic(at("/round"), { ...options, network: slow })).toEqual({ problem: "too-slow" });
  expect(lookUps).toBeLessThan(4);
  expect(performance.now() - begun).toBeLessThan(LONGEST_MS);
});
