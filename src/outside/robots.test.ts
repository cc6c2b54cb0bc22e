import { afterAll, expect, test } from "bun:test";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fetchPublic, type Network } from "./fetch.ts";
import { mayFetch } from "./robots.ts";

const CASES: readonly { rule: string; robots: string; path: string; may: boolean }[] = [
  { rule: "an empty file forbids nothing", robots: "", path: "/a", may: true },
  { rule: "rules for everybody are for us", robots: "User-agent: *\nDisallow: /a", path: "/a/b", may: false },
  { rule: "and for nothing else", robots: "User-agent: *\nDisallow: /a", path: "/b", may: true },
  {
    rule: "our own group goes before everybody's",
    robots: "User-agent: *\nDisallow: /\n\nUser-agent: Dateline\nAllow: /",
    path: "/a",
    may: true,
  },
  {
    rule: "whatever its size, and with a version",
    robots: "user-agent: DATELINE/2.0\ndisallow: /",
    path: "/a",
    may: false,
  },
  { rule: "another robot's group is not ours", robots: "User-agent: otherbot\nDisallow: /", path: "/a", may: true },
  {
    rule: "two names share the rules below them",
    robots: "User-agent: otherbot\nUser-agent: dateline\nDisallow: /a",
    path: "/a",
    may: false,
  },
  {
    rule: "two groups of one name are one",
    robots: "User-agent: dateline\nDisallow: /a\n\nUser-agent: x\nDisallow: /c\n\nUser-agent: dateline\nDisallow: /b",
    path: "/b",
    may: false,
  },
  {
    rule: "the longest rule holds",
    robots: "User-agent: *\nDisallow: /a\nAllow: /a/public",
    path: "/a/public/x",
    may: true,
  },
  { rule: "of two as long the milder holds", robots: "User-agent: *\nDisallow: /a\nAllow: /a", path: "/a", may: true },
  { rule: "a star is anything", robots: "User-agent: *\nDisallow: /*/print", path: "/en/story/print", may: false },
  { rule: "a dollar is the end", robots: "User-agent: *\nDisallow: /*.pdf$", path: "/a.pdf?x", may: true },
  {
    rule: "and what ends there is forbidden",
    robots: "User-agent: *\nDisallow: /*.pdf$",
    path: "/b/a.pdf",
    may: false,
  },
  {
    rule: "a query belongs to the path",
    robots: "User-agent: *\nDisallow: /search?q=",
    path: "/search?q=x",
    may: false,
  },
  {
    rule: "comments and other lines are passed over",
    robots: "# hello\nSitemap: /x\nUser-agent: * # all\nCrawl-delay: 9\nDisallow: /a # not this",
    path: "/a",
    may: false,
  },
  { rule: "an empty rule forbids nothing", robots: "User-agent: *\nDisallow:", path: "/a", may: true },
  { rule: "line ends of any kind", robots: "User-agent: *\r\nDisallow: /a\rDisallow: /b", path: "/b", may: false },
  { rule: "letters are compared as they are sent", robots: "User-agent: *\nDisallow: /ä", path: "/%c3%a4", may: false },
  { rule: "the file itself may always be read", robots: "User-agent: *\nDisallow: /", path: "/robots.txt", may: true },
];

for (const { rule, robots, path, may } of CASES) {
  test(rule, () => expect(mayFetch(robots, "Dateline", path)).toBe(may));
}

test("a rule made to take long does not", () => {
  const begun = performance.now();
  const robots = `User-agent: *\n${`Disallow: /${"a*".repeat(19)}b$\n`.repeat(2_000)}${`Disallow: /${"*".repeat(5_000)}\n`.repeat(50)}`;
  expect(mayFetch(robots, "Dateline", `/${"a".repeat(1_000)}`)).toBe(true);
  expect(performance.now() - begun).toBeLessThan(5_000);
});

const answers = new Map<string, { status: number; body: string; headers?: Record<string, string> }>();
const asked: string[] = [];
const server = createServer((request, response) => {
  const key = `${request.headers.host?.split(":")[0]}${request.url}`;
  asked.push(key);
  const { status, body, headers } = answers.get(key) ?? { status: 404, body: "" };
  response.writeHead(status, headers).end(body);
});
await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
const { port } = server.address() as AddressInfo;
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const network: Network = { resolve: async () => ["127.0.0.1"], isPublic: () => true, isUsualPort: () => true };
const fetched = async (robots?: string) => {
  asked.length = 0;
  const options = { agent: "Dateline", network, ...(robots !== undefined && { robots }) };
  const answer = await fetchPublic(`http://one.example:${port}/page`, options);
  return "problem" in answer ? answer.problem : answer.fetched.status;
};

test("every server on the way is asked for its robots.txt first, and what one forbids is not asked for", async () => {
  answers.set("one.example/page", { status: 302, body: "", headers: { location: `http://two.example:${port}/other` } });
  answers.set("two.example/other", { status: 200, body: "words" });
  expect(await fetched("Dateline")).toBe(200);
  expect(asked).toEqual(["one.example/robots.txt", "one.example/page", "two.example/robots.txt", "two.example/other"]);
  answers.set("two.example/robots.txt", { status: 200, body: "User-agent: dateline\nDisallow: /other" });
  expect(await fetched("Dateline")).toBe("robots");
  expect(asked).not.toContain("two.example/other");
  expect(await fetched()).toBe(200);
});

test("a robots.txt that is not there forbids nothing, one the server cannot give forbids all", async () => {
  answers.clear();
  answers.set("one.example/page", { status: 200, body: "words" });
  for (const status of [401, 403, 404, 410]) {
    answers.set("one.example/robots.txt", { status, body: "User-agent: *\nDisallow: /" });
    expect([status, await fetched("Dateline")]).toEqual([status, 200]);
  }
  answers.set("one.example/robots.txt", { status: 301, body: "", headers: { location: "/elsewhere" } });
  expect(await fetched("Dateline")).toBe(200);
  answers.set("one.example/robots.txt", { status: 503, body: "" });
  expect(await fetched("Dateline")).toBe("robots");
  answers.set("one.example/robots.txt", { status: 200, body: "x".repeat(600 * 1024) });
  // RFC 9309 §2.5: what stands behind the part that is read says nothing.
  expect(await fetched("Dateline")).toBe(200);
  answers.set("one.example/robots.txt", { status: 200, body: `User-agent: *\nDisallow: /\n${"x".repeat(600 * 1024)}` });
  expect(await fetched("Dateline")).toBe("robots");
  expect(asked).toEqual(["one.example/robots.txt"]);
});
