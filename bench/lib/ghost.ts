/** An export of Ghost as large as is wanted: posts with their text as Ghost keeps it, several times over, and readers' accounts. */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { SENTENCES } from "./wordpress.ts";

export async function writeGhost(file: string, posts: number): Promise<void> {
  await pipeline(Readable.from(pieces(posts)), createWriteStream(file));
}

const [AUTHORS, TAGS] = [9, 30];

function* pieces(posts: number): Generator<string> {
  const each = <Row>(count: number, row: (at: number) => Row) =>
    Array.from({ length: count }, (_, at) => JSON.stringify(row(at))).join(",");
  yield `{"db":[{"meta":{"version":"6.0.0"},"data":{"members":[${each(1000, (at) => ({ id: at, email: `reader-${at}@mail.example` }))}],"posts":[`;
  for (let number = 1; number <= posts; number++) yield (number === 1 ? "" : ",") + JSON.stringify(post(number));
  for (const [table, column, of, name] of [
    ["posts_authors", "author_id", AUTHORS, "author"],
    ["posts_tags", "tag_id", TAGS, "tag"],
  ] as const) {
    yield `],"${table}":[`;
    for (let number = 1; number <= posts; number++)
      yield (number === 1 ? "" : ",") +
        JSON.stringify({ id: number, post_id: `post-${number}`, [column]: `${name}-${number % of}`, sort_order: 0 });
  }
  yield `],"settings":[{"key":"title","value":"An old site"}],"tags":[${each(TAGS, (at) => ({ id: `tag-${at}`, slug: `tag-${at}`, name: `Tag ${at}` }))}],`;
  yield `"users":[${each(AUTHORS, (at) => ({ id: `author-${at}`, slug: `mira-${at}`, name: `Mira ${at}` }))}]}}]}`;
}

const PARAGRAPHS = 8;

/** About 2.5 kB of text, as a wire story has, which makes 25 kB of a file of Ghost. */
function post(number: number): Readonly<Record<string, unknown>> {
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, turn) =>
    SENTENCES.map((_, place) => SENTENCES[(place * (turn + 1) + number) % SENTENCES.length])
      .slice(0, 3)
      .join(" "),
  );
  const nodes = paragraphs.map((text) => ({
    type: "paragraph",
    version: 1,
    format: "",
    children: [{ text, type: "text" }],
  }));
  return {
    id: `post-${number}`,
    title: `Ferry crews walk out, day ${number}`,
    slug: `day-${number}`,
    html: `<p>16.02.2018, Talmira.</p>${paragraphs.map((text) => `<p>${text}</p>`).join("")}<p>Source: Orvane Radio</p>`,
    lexical: JSON.stringify({ root: { children: [...nodes, ...nodes, ...nodes, ...nodes] } }),
    mobiledoc: JSON.stringify({ sections: [...nodes, ...nodes] }),
    plaintext: paragraphs.join("\n\n"),
    status: "published",
    visibility: "public",
    type: "post",
    published_at: new Date(Date.UTC(2010, 0, 1) + number * 60 * 60 * 1000).toISOString(),
  };
}
