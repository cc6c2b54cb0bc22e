import { expect, test } from "bun:test";
import { clientAddress, isCrossSite } from "./http.ts";

const PROXY = "10.0.0.1";

const CLIENTS = [
  {
    rule: "a reader who connects directly is who they are",
    peer: "203.0.113.9",
    hops: undefined,
    client: "203.0.113.9",
  },
  { rule: "nobody else says who they are", peer: "203.0.113.9", hops: "198.51.100.1", client: "203.0.113.9" },
  { rule: "a trusted proxy says who connected to it", peer: PROXY, hops: "198.51.100.1", client: "198.51.100.1" },
  {
    rule: "what its reader made up before that counts for nothing",
    peer: PROXY,
    hops: "1.1.1.1, 198.51.100.1",
    client: "198.51.100.1",
  },
  {
    rule: "trusted proxies behind each other are passed over",
    peer: PROXY,
    hops: "198.51.100.1, 10.0.0.1",
    client: "198.51.100.1",
  },
  { rule: "a trusted proxy that says nothing leaves it open", peer: PROXY, hops: undefined, client: undefined },
  {
    rule: "a proxy on this machine nobody told of leaves it open",
    peer: "127.0.0.1",
    hops: "198.51.100.1",
    client: undefined,
  },
  {
    rule: "an address in the other notation is the same",
    peer: "::ffff:203.0.113.9",
    hops: undefined,
    client: "203.0.113.9",
  },
  { rule: "a connection without an address leaves it open", peer: undefined, hops: undefined, client: undefined },
];

for (const { rule, peer, hops, client } of CLIENTS) {
  test(`clients: ${rule}`, () => {
    const headers = new Headers(hops === undefined ? {} : { "x-forwarded-for": hops });
    expect(clientAddress(headers, peer, [PROXY])).toBe(client);
  });
}

const FORMS: readonly {
  readonly rule: string;
  readonly headers: Record<string, string>;
  readonly isCrossSite: boolean;
}[] = [
  { rule: "the site's own form", headers: { "sec-fetch-site": "same-origin" }, isCrossSite: false },
  { rule: "a form somebody opened themselves", headers: { "sec-fetch-site": "none" }, isCrossSite: false },
  { rule: "another site's form", headers: { "sec-fetch-site": "cross-site" }, isCrossSite: true },
  { rule: "a form of another host of the same site", headers: { "sec-fetch-site": "same-site" }, isCrossSite: true },
  {
    rule: "an old browser on this host",
    headers: { origin: "https://news.example", host: "news.example" },
    isCrossSite: false,
  },
  {
    rule: "an old browser on another host",
    headers: { origin: "https://evil.example", host: "news.example" },
    isCrossSite: true,
  },
  { rule: "a page without an origin", headers: { origin: "null", host: "news.example" }, isCrossSite: true },
  { rule: "no browser at all", headers: { host: "news.example" }, isCrossSite: false },
];

for (const { rule, headers, isCrossSite: expected } of FORMS) {
  test(`forms: ${rule}`, () => {
    const request = new Request("https://news.example/desk/sign-in", { method: "POST", headers });
    expect(isCrossSite(request)).toBe(expected);
  });
}
