import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
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
    const read = readWire(bytesOf(wrapping, fragment), "https://f.example/feed.xml");
    if (expected.problem) {
      expect(read).toEqual({ problem: expect.stringMatching(/^(The|This) .+\.$/s) });
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
