import { expect, test } from "bun:test";
import { type SiteRefusal, siteFrom } from "./embeds.ts";

type Row = { readonly rule: string; readonly typed: string; readonly is: string | { readonly refusal: SiteRefusal } };

const ROWS: readonly Row[] = [
  { rule: "a site is its address", typed: "https://paper.example", is: "https://paper.example" },
  { rule: "a page names its site", typed: "https://paper.example/a/b?utm_source=c#d", is: "https://paper.example" },
  { rule: "a name alone is reached with encryption", typed: "Paper.example", is: "https://paper.example" },
  { rule: "a port of its own belongs to it", typed: "paper.example:8443", is: "https://paper.example:8443" },
  { rule: "the usual port does not", typed: "https://paper.example:443/", is: "https://paper.example" },
  {
    rule: "other letters are written as browsers do",
    typed: "https://газета.example",
    is: "https://xn--80aahjj1e.example",
  },
  { rule: "a page is tried on one's own machine", typed: "http://localhost:3000", is: "http://localhost:3000" },
  { rule: "or by its number", typed: "http://127.0.0.1:3000", is: "http://127.0.0.1:3000" },
  { rule: "or by its longer one", typed: "http://[::1]:3000", is: "http://[::1]:3000" },
  { rule: "nobody else goes without encryption", typed: "http://paper.example", is: { refusal: "not-secure" } },
  { rule: "nor who is named like it", typed: "http://localhost.paper.example", is: { refusal: "not-secure" } },
  { rule: "a word is no site", typed: "paper", is: { refusal: "no-site" } },
  { rule: "nor is nothing", typed: "", is: { refusal: "no-site" } },
  { rule: "nor a sign for many", typed: "https://*.paper.example", is: { refusal: "no-site" } },
  { rule: "nor a script", typed: "javascript:alert(1)", is: { refusal: "no-site" } },
  { rule: "nor a file", typed: "file:///paper.html", is: { refusal: "no-site" } },
  { rule: "nor an address with a name in it", typed: "https://a@paper.example", is: { refusal: "no-site" } },
  { rule: "nor are we", typed: "https://strait.example/en/", is: { refusal: "own" } },
];

for (const { rule, typed, is } of ROWS)
  test(rule, () => {
    const site = siteFrom(typed, "https://strait.example");
    expect("origin" in site ? site.origin : site).toEqual(is);
    if ("origin" in site) expect(new URL(site.origin).host).toBe(site.host);
  });
