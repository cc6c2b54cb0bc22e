import { expect, test } from "bun:test";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { printHtml } from "#text/document/html.ts";
import { printPlain } from "#text/document/plain.ts";
import { intakeOf } from "../copy.ts";
import { readWire } from "./wire.ts";

type Case = readonly [name: string, wrapping: string, fragment: string, expected: Expected];

/** What is left out is not looked at. */
type Expected = {
  readonly problem?: true;
  readonly items?: number | null;
  readonly title?: string;
  readonly id?: string | null;
  readonly link?: string | null;
  readonly at?: string | null;
  readonly text?: string;
  readonly authors?: readonly string[];
  readonly topics?: readonly string[];
  readonly pictures?: readonly string[];
  /** What stands nowhere in the body that is kept. */
  readonly no?: readonly string[];
};

// Checked by use: a case of another shape fails its own test.
const CASES = readFileSync("src/text/cases/wire/feeds.jsonl", "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line) as Case);

const RSS = [
  "<rss version='2.0'><channel><title>F</title><link>https://f.example/</link>",
  "</channel></rss>",
] as const;
const ATOM = [
  "<feed xmlns='http://www.w3.org/2005/Atom'><title>F</title><link href='https://f.example/'/>",
  "</feed>",
] as const;

function bytesOf(wrapping: string, fragment: string): Uint8Array {
  if (wrapping === "base64") return Uint8Array.from(Buffer.from(fragment, "base64"));
  const [before, after] = wrapping === "rss" ? RSS : wrapping === "atom" ? ATOM : ["", ""];
  return new TextEncoder().encode(before + fragment + after);
}

const EDITION = { language: "en", dateOrder: "day-first", today: "2026-11-26" } as const;

test("there are three hundred cases and more, each of a name of its own", () => {
  expect(CASES.length).toBeGreaterThanOrEqual(300);
  expect(new Set(CASES.map(([name]) => name)).size).toBe(CASES.length);
});

for (const [name, wrapping, fragment, expected] of CASES) {
  test(`a feed: ${name}`, () => {
    const read = readWire(bytesOf(wrapping, fragment), { address: "https://f.example/feed.xml" });
    if (expected.problem) {
      expect(read).toMatchObject({ problem: expect.stringMatching(/^(The|This) .+\.$/s) });
      return;
    }
    if ("problem" in read) {
      if (expected.items !== null) throw new Error(read.problem);
      return;
    }
    if (typeof expected.items === "number") expect(read.items.length).toBe(expected.items);
    const [first] = read.items;
    if (!first) return;
    const { document } = intakeOf(first, EDITION);
    const seen = {
      title: first.headline,
      id: first.id,
      link: first.address,
      at: first.firstCreated?.toISOString() ?? null,
      text: printPlain(document).text,
      authors: first.authors,
      topics: first.topics,
      pictures: first.pictures.map(({ href }) => href),
    };
    const { problem: _, items: __, no = [], ...asked } = expected;
    expect(seen).toMatchObject(asked);
    const kept = `${printHtml(document)} ${first.headline.includes("<script") ? "" : first.headline}`;
    for (const wrong of ["<script", "<iframe", "<style", "javascript:", ...no]) expect(kept).not.toContain(wrong);
  });
}

// Items of no words and no address say nothing that could be taken in: in these they have a source alone, or a picture.
const SAYS_NOTHING = /entry_source_|item_category_image/;
const CORPUS = join(process.env["DATELINE_CORPORA"] ?? "", "feedparser", "tests");
const KINDS = ["wellformed", "illformed", "entities", "encoding"];

test("the feeds of feedparser are read or refused in a sentence, no item is lost and no script is left", () => {
  if (!process.env["DATELINE_CORPORA"] || !existsSync(CORPUS)) {
    process.stderr.write("The feeds of feedparser were not read: they are not in DATELINE_CORPORA/feedparser/tests.\n");
    return;
  }
  let [read, refused, items] = [0, 0, 0];
  const wrong: string[] = [];
  for (const file of KINDS.flatMap((kind) => filesOf(kind))) {
    const bytes = new Uint8Array(readFileSync(join(CORPUS, file)));
    const feed = readWire(bytes, { address: `https://f.example/${file}` });
    if ("problem" in feed) {
      refused += 1;
      if (!/^[A-Z].+\.$/s.test(feed.problem)) wrong.push(`${file}: ${feed.problem}`);
      continue;
    }
    read += 1;
    items += feed.items.length;
    if (feed.items.length < wordyItemsIn(bytes) && !SAYS_NOTHING.test(file)) wrong.push(`${file} lost an item`);
    for (const item of feed.items) {
      const html = printHtml(intakeOf(item, EDITION).document);
      if (/<(?:script|iframe|style|object|embed)|javascript:|<[^>]*\son\w+\s*=/i.test(html))
        wrong.push(`${file}: ${html}`);
    }
  }
  process.stderr.write(`Feeds of feedparser: ${read} read with ${items} items, ${refused} refused.\n`);
  expect(wrong).toEqual([]);
  expect(read).toBeGreaterThan(2_000);
});

function filesOf(kind: string): readonly string[] {
  const all = readdirSync(join(CORPUS, kind), { recursive: true, encoding: "utf8" });
  return all.filter((name) => name.endsWith(".xml")).map((name) => join(kind, name));
}

/** How many items there are, where one of them has a word; comments tell what a file is for, and an element alone is none. */
function wordyItemsIn(bytes: Uint8Array): number {
  const text = new TextDecoder()
    .decode(bytes)
    .replaceAll(/<!--[\s\S]*?-->|&lt;[\s\S]*?&gt;/g, "")
    .replaceAll(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, inside: string) => inside.replaceAll(/<[^>]*>/g, ""));
  const begin = /<(?:\w+:)?(?:item|entry)[\s>]/g;
  const says = /<(?:\w+:)?(?:title|description|summary|content|encoded|body|fullitem)\b[^>]*>\s*[^<\s]/;
  return says.test(text.slice(text.search(begin))) ? (text.match(begin)?.length ?? 0) : 0;
}
