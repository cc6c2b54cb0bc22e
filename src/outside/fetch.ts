/**
 * Fetches an address somebody gave us, from the public network alone: what it names is looked up once, every address
 * found is checked, the connection goes to just those, and each redirect is checked anew. Within bounds of size and time.
 */
import { lookup } from "node:dns/promises";
import { type IncomingMessage, request as overHttp } from "node:http";
import { request as overHttps } from "node:https";
import { BlockList, isIP } from "node:net";
import type { Readable, Transform } from "node:stream";
import { createBrotliDecompress, createGunzip } from "node:zlib";
import { MOST_ROBOTS_BYTES, mayFetch } from "./robots.ts";

export type Fetched = {
  /** Where the answer came from, after redirects. */
  readonly address: string;
  readonly status: number;
  /** The `content-type` as it was sent; empty when it was not. */
  readonly type: string;
  /** Names and values as they were sent, in their order. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Unpacked. */
  readonly bytes: Uint8Array;
  /** Where it has moved to for good: as far as every redirect on the way said so (301, 308); nothing when it has not. */
  readonly moved?: string;
};

export type FetchProblem =
  /** No address of the web, or one with a name and password in it. */
  | "not-an-address"
  /** It leads to this machine, a private network or an unusual port. */
  | "not-public"
  | "unknown-host"
  /** Its robots.txt asks us not to, or could not be read. */
  | "robots"
  | "no-answer"
  | "too-slow"
  | "too-large"
  | "too-many-redirects";

export type FetchOptions = {
  /** Who asks, as servers see it: `Dateline (+https://news.example)`. */
  readonly agent: string;
  readonly accept?: string;
  /** What else the first server is told: `if-none-match`. Servers it leads to are told the same. */
  readonly headers?: Readonly<Record<string, string>>;
  /** By what name the robots.txt of every server on the way is obeyed; without it none is asked for. */
  readonly robots?: string;
  readonly mostBytes?: number;
  /** 5 when left out; with 0 an answer that leads elsewhere is refused. */
  readonly mostRedirects?: number;
  /** For the whole of it, redirects included. */
  readonly timeoutMs?: number;
  readonly network?: Network;
};

/** Which part of the world may be reached; tests put their own loopback in its place. */
export type Network = {
  readonly resolve: (host: string) => Promise<readonly string[]>;
  readonly isPublic: (ip: string, port: string) => boolean;
  readonly isUsualPort: (port: string) => boolean;
};

const MOST_BYTES = 5 * 1024 * 1024;
const TIMEOUT_MS = 10_000;
const MOST_REDIRECTS = 5;

export async function fetchPublic(
  address: string,
  options: FetchOptions,
): Promise<{ fetched: Fetched } | { problem: FetchProblem }> {
  const signal = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
  let next = address;
  let moved: string | undefined;
  let isForGood = true;
  try {
    for (let hop = 0; hop <= (options.mostRedirects ?? MOST_REDIRECTS); hop++) {
      const url = webAddress(next);
      const ips = await Promise.race([publicHosts(url, options.network ?? PUBLIC), tooLate(signal)]);
      await obeyRobots(url, ips, options, signal);
      const answer = await answerFrom(url, ips, options, signal);
      if ("fetched" in answer) return { fetched: { ...answer.fetched, ...(moved !== undefined && { moved }) } };
      next = new URL(answer.redirect, url).href;
      isForGood &&= FOR_GOOD.has(answer.status);
      if (isForGood) moved = next;
    }
    return { problem: "too-many-redirects" };
  } catch (cause) {
    if (cause instanceof Refused) return { problem: cause.problem };
    if (signal.aborted) return { problem: "too-slow" };
    // Sockets, TLS and broken answers fail in a hundred ways; for who asked they are one.
    return { problem: "no-answer" };
  }
}

export type PostOptions = {
  readonly agent: string;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  readonly network?: Network;
};

// What a service says to a message is a line or two.
const MOST_ANSWER_BYTES = 64 * 1024;

/** Sends bytes to an address somebody gave us, by the same guard; no redirect is followed. */
export async function postPublic(
  address: string,
  { agent, body, headers, timeoutMs = TIMEOUT_MS, network = PUBLIC }: PostOptions,
): Promise<Pick<Fetched, "status" | "headers" | "bytes"> | { readonly problem: FetchProblem }> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const url = webAddress(address);
    const ips = await Promise.race([publicHosts(url, network), tooLate(signal)]);
    const answer = await answerFrom(url, ips, { agent, mostBytes: MOST_ANSWER_BYTES, sent: { body, headers } }, signal);
    return "fetched" in answer ? answer.fetched : { problem: "too-many-redirects" };
  } catch (cause) {
    if (cause instanceof Refused) return { problem: cause.problem };
    return { problem: signal.aborted ? "too-slow" : "no-answer" };
  }
}

/** Where a host of the public network is, for who speaks something else than HTTP to it; its port has to be the usual one. */
export async function publicHost(
  url: URL,
  network: Network = PUBLIC,
): Promise<{ readonly ip: string } | { readonly problem: FetchProblem }> {
  try {
    const [ip] = await publicHosts(url, network);
    return ip === undefined ? { problem: "unknown-host" } : { ip };
  } catch (cause) {
    if (cause instanceof Refused) return { problem: cause.problem };
    throw cause;
  }
}

class Refused extends Error {
  readonly problem: FetchProblem;
  constructor(problem: FetchProblem) {
    super(problem);
    this.problem = problem;
  }
}

function webAddress(address: string): URL {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "")
    throw new Refused("not-an-address");
  return url;
}

/** A look-up of a name cannot be stopped, only left behind. */
function tooLate(signal: AbortSignal): Promise<never> {
  return new Promise((_, late) => signal.addEventListener("abort", () => late(signal.reason), { once: true }));
}

/** The addresses a host stands for. One private one among them and none is used: it is how a guard is got round. */
async function publicHosts({ hostname, port }: URL, network: Network): Promise<readonly string[]> {
  if (!network.isUsualPort(port)) throw new Refused("not-public");
  const bare = hostname.replace(/^\[|\]$/g, "");
  const ips = isIP(bare) > 0 ? [bare] : await network.resolve(bare).catch(() => []);
  if (ips.length === 0) throw new Refused("unknown-host");
  if (!ips.every((ip) => network.isPublic(ip, port))) throw new Refused("not-public");
  return ips;
}

/**
 * RFC 9309 §2.3.1: a robots.txt that is not there forbids nothing; one that the server cannot give just now forbids all.
 * It is taken from the very server that is asked next; where it leads elsewhere, it is as if it were not there.
 */
async function obeyRobots(
  url: URL,
  ips: readonly string[],
  { robots, agent }: FetchOptions,
  signal: AbortSignal,
): Promise<void> {
  if (robots === undefined) return;
  const answer = await answerFrom(
    new URL("/robots.txt", url),
    ips,
    { agent, accept: "text/plain", mostBytes: MOST_ROBOTS_BYTES, isCut: true },
    signal,
  );
  if ("redirect" in answer || (answer.fetched.status >= 400 && answer.fetched.status < 500)) return;
  if (answer.fetched.status >= 500) throw new Refused("robots");
  const text = new TextDecoder().decode(answer.fetched.bytes);
  if (!mayFetch(text, robots, url.pathname + url.search)) throw new Refused("robots");
}

type Asking = FetchOptions & {
  readonly sent?: Pick<PostOptions, "body" | "headers">;
  /** What is longer is read as far as that, and not refused. */
  readonly isCut?: boolean;
};

type Answer = { readonly fetched: Fetched } | { readonly redirect: string; readonly status: number };

function answerFrom(
  url: URL,
  ips: readonly string[],
  { agent, accept = "*/*", mostBytes = MOST_BYTES, headers: told = {}, isCut = false, sent }: Asking,
  signal: AbortSignal,
): Promise<Answer> {
  const ask = url.protocol === "https:" ? overHttps : overHttp;
  return new Promise((answer, fail) => {
    const request = ask(
      url,
      {
        signal,
        agent: false,
        method: sent ? "POST" : "GET",
        headers: {
          "user-agent": agent,
          accept,
          "accept-encoding": "gzip, br",
          ...told,
          ...(sent && { ...sent.headers, "content-length": String(sent.body.byteLength) }),
        },
        // Where the connection goes was decided above; nothing is looked up a second time.
        lookup: (_, { all }, found) => {
          const entries = ips.map((ip) => ({ address: ip, family: isIP(ip) }));
          const [first] = entries;
          if (all) found(null, entries);
          else if (first) found(null, first.address, first.family);
        },
      },
      (response) => {
        const { statusCode = 0, headers, rawHeaders } = response;
        if (REDIRECTS.has(statusCode) && headers.location !== undefined) {
          response.destroy();
          answer({ redirect: headers.location, status: statusCode });
          return;
        }
        bytesOf(response, mostBytes, isCut).then(
          (bytes) => {
            request.destroy();
            answer({
              fetched: {
                address: url.href,
                status: statusCode,
                type: headers["content-type"] ?? "",
                headers: pairsOf(rawHeaders),
                bytes,
              },
            });
          },
          (cause) => {
            request.destroy();
            fail(cause);
          },
        );
      },
    );
    request.once("error", fail);
    // A server that wants to speak something else answers neither as a response nor as an error.
    request.once("upgrade", (_, socket) => {
      socket.destroy();
      fail(new Refused("no-answer"));
    });
    signal.addEventListener(
      "abort",
      () => {
        request.destroy();
        fail(signal.reason);
      },
      { once: true },
    );
    request.end(sent?.body);
  });
}

function pairsOf(raw: readonly string[]): readonly (readonly [string, string])[] {
  return raw.flatMap((name, at) => (at % 2 === 0 ? [[name, raw[at + 1] ?? ""] as const] : []));
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const FOR_GOOD = new Set([301, 308]);

/** RFC 9110 §8.4: asked for are two ways of packing; what comes in another is nothing that can be read. */
async function bytesOf(response: IncomingMessage, most: number, isCut: boolean): Promise<Uint8Array> {
  const packing = (response.headers["content-encoding"] ?? "").trim().toLowerCase();
  if (!isCut && Number(response.headers["content-length"] ?? 0) > most) throw new Refused("too-large");
  if (packing === "" || packing === "identity") return bytesWithin(response, most, isCut);
  const unpack = UNPACKED[packing];
  if (!unpack) throw new Refused("no-answer");
  const unpacked = unpack();
  // What breaks off before its end breaks what is read of it, too.
  response.once("error", (cause) => unpacked.destroy(cause));
  response.once("aborted", () => unpacked.destroy(new Error("the answer broke off")));
  return bytesWithin(response.pipe(unpacked), most, isCut);
}

const UNPACKED: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  br: createBrotliDecompress,
};

/** Counted after unpacking, so that a small answer cannot become a large one. */
async function bytesWithin(stream: Readable, most: number, isCut: boolean): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.byteLength;
    chunks.push(chunk);
    if (bytes <= most) continue;
    stream.destroy();
    if (!isCut) throw new Refused("too-large");
    break;
  }
  return new Uint8Array(Buffer.concat(chunks).subarray(0, most));
}

// What the IANA special-purpose address registries (RFC 6890 and its updates) keep from the public network.
const NOT_PUBLIC_4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const;

// Global unicast is 2000::/3. Inside it: protocol assignments, Teredo among them, documentation, and 6to4, which hides an IPv4 address.
const NOT_PUBLIC_6 = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const;

const keptFromPublic = new BlockList();
for (const [net, bits] of NOT_PUBLIC_4) keptFromPublic.addSubnet(net, bits, "ipv4");
for (const [net, bits] of NOT_PUBLIC_6) keptFromPublic.addSubnet(net, bits, "ipv6");

const globalUnicast = new BlockList();
globalUnicast.addSubnet("2000::", 3, "ipv6");

/** Whether an IP address is one of the public network. */
export function isPublicIp(ip: string): boolean {
  if (isIP(ip) === 4) return !keptFromPublic.check(ip, "ipv4");
  if (isIP(ip) === 6) return globalUnicast.check(ip, "ipv6") && !keptFromPublic.check(ip, "ipv6");
  return false;
}

const PUBLIC: Network = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  isPublic: isPublicIp,
  isUsualPort: (port) => port === "",
};

// The guard is asked for the usual port of whatever is spoken without its number: the web's, SFTP's, IMAP's.
const USUAL = ["80", "443", "22", "143", "993"];

/** The public network, and beside it what the operator opens by name: `10.0.0.5` or `10.0.0.5:8443`, no wider than that. */
export function networkBeside(opened: readonly string[]): Network {
  const places = opened.map((one) => {
    const [, six, four, port = ""] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d+))?$/.exec(one) ?? [];
    return { ip: six ?? four ?? "", port };
  });
  const isOpened = (ip: string, port: string) =>
    places.some((place) => place.ip === ip && (place.port === port || (port === "" && USUAL.includes(place.port))));
  return {
    resolve: PUBLIC.resolve,
    isPublic: (ip, port) => (isPublicIp(ip) && port === "") || isOpened(ip, port),
    isUsualPort: (port) => port === "" || places.some((place) => place.port === port),
  };
}
