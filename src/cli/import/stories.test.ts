import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filesIn } from "#outside/files.ts";
import { openDoor } from "#test/door.ts";
import type { Place } from "#test/engines.ts";
import { configFrom } from "../../config.ts";
import type { Command, World } from "../command.ts";
import { run } from "../run.ts";
import { importGhost } from "./ghost.ts";
import { importRss } from "./rss.ts";

const folder = mkdtempSync(join(tmpdir(), "dateline-stories-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hand = { files: async ({ data }: { readonly data: string }) => filesIn(join(data, "media")) };

async function ran(command: Command, where: Place, text: string, ...words: readonly string[]) {
  const path = join(folder, "old");
  writeFileSync(path, text);
  let out = "";
  let err = "";
  const world: World = {
    stdin: async function* () {},
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    errIsTerminal: false,
    now: () => new Date("2026-11-20T12:00:00Z"),
    config: ({ data = where.data, database = where.database }) => configFrom({ data, database }, {}),
  };
  const status = await run([command], [...command.name.split(" "), path, "--json", ...words], world);
  return { status, out, err };
}

const GHOST = {
  db: [
    {
      meta: { version: "6.0.0" },
      data: {
        settings: [{ key: "title", value: "The Strait Ghost" }],
        users: [{ id: "u1", name: "Mira Oduya", slug: "mira", email: "mira@ghost.example" }],
        tags: [
          { id: "t1", name: "World", slug: "world", visibility: "public" },
          { id: "t2", name: "Ports", slug: "ports", visibility: "public" },
          { id: "t3", name: "#hidden", slug: "hash-hidden", visibility: "internal" },
        ],
        posts: [
          {
            id: "p1",
            title: "Ferries & strikes",
            slug: "ferries",
            html: '<p>16.02.2018, Talmira.</p><p>Crews stopped work. <a href="__GHOST_URL__/older/">Older</a>.</p><p>Source: Orvane Radio</p>',
            status: "published",
            visibility: "public",
            type: "post",
            published_at: "2018-02-16T09:00:00.000Z",
            custom_excerpt: "No boats.",
          },
          {
            id: "p2",
            title: "For members",
            slug: "members",
            html: "<p>Some words for few.</p>",
            status: "published",
            visibility: "paid",
            type: "post",
            published_at: "2018-02-17T09:00:00.000Z",
          },
          {
            id: "p3",
            title: "About us",
            slug: "about-us",
            html: "<p>We write.</p>",
            status: "published",
            visibility: "public",
            type: "page",
          },
          { id: "p4", title: "", slug: "nothing", html: null, status: "draft", type: "post" },
        ],
        posts_authors: [{ post_id: "p1", author_id: "u1", sort_order: 0 }],
        posts_tags: [
          { post_id: "p1", tag_id: "t2", sort_order: 1 },
          { post_id: "p1", tag_id: "t1", sort_order: 0 },
          { post_id: "p1", tag_id: "t3", sort_order: 2 },
        ],
        members: [{ email: "qanary@reader.example" }],
      },
    },
  ],
};

test("a site of Ghost moves here with its authors, tags and old addresses, and without its readers", async () => {
  await using door = await openDoor("sqlite");
  const { status, out, err } = await ran(
    importGhost(hand),
    door.store,
    JSON.stringify(GHOST),
    "--site",
    "https://ghost.example/",
  );
  expect([status, err]).toEqual([0, ""]);
  const told = JSON.parse(out);
  expect([told.rows, told.imported, told.refused]).toEqual([4, 3, 1]);
  expect(out).toContain("it was for members alone there, so it is a draft");
  const page = await door.text("/en/ferries");
  for (const said of [
    "Ferries &amp; strikes",
    "Mira Oduya",
    'href="/en/sections/world"',
    'href="/en/topics/ports"',
    "Orvane Radio",
    'href="/older/"',
  ])
    expect(page).toContain(said);
  expect(page).not.toMatch(/#hidden|hash-hidden|>hidden</);
  const old = await door.get("/ferries/");
  expect([old.status, old.headers.get("location")]).toEqual([308, "/en/ferries"]);
  expect((await door.get("/en/members")).status).toBe(404);
  expect((await door.get("/en/about-us")).status).toBe(200);
  const again = await ran(importGhost(hand), door.store, JSON.stringify(GHOST), "--site", "https://ghost.example/");
  expect(JSON.parse(again.out)).toMatchObject({ imported: 0, skipped: 3, refused: 1 });
});

test("whatever comes first in an export of Ghost, its posts find their people, tags and pictures", async () => {
  await using door = await openDoor("sqlite");
  const [{ data } = {}] = GHOST.db;
  const { posts, ...others } = data ?? { posts: [] };
  const older = { data: { posts: posts.map((post) => ({ ...post, id: `old-${post.id}` })), ...others } };
  const linked = JSON.stringify(older).replaceAll('"post_id":"p1"', '"post_id":"old-p1"');
  const { status, out } = await ran(importGhost(hand), door.store, linked);
  expect([status, JSON.parse(out).imported]).toEqual([0, 3]);
  expect(await door.text("/en/ferries")).toContain('href="/en/sections/world"');
  expect(await door.text("/en/ferries")).toContain("Mira Oduya");
});

const ITEM = `<item><title>Ferries stop</title><link>https://old.example/2018/ferries.html</link><guid isPermaLink="false">tag:old.example,2018:1</guid>
  <pubDate>Fri, 16 Feb 2018 09:00:00 GMT</pubDate><category>World</category><category>Ports</category><author>mira@old.example (Mira Oduya)</author>
  <description>No boats.</description><content:encoded><![CDATA[<p>Crews stopped work on Friday.</p>]]></content:encoded></item>`;
const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Old</title><link>https://old.example/</link>${ITEM}<item><title></title></item></channel></rss>`;
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Old</title><id>urn:x</id><updated>2018-02-16T09:00:00Z</updated><link href="https://old.example/"/>
  <entry><id>urn:1</id><title>Ferries stop</title><updated>2018-02-16T09:00:00Z</updated><published>2018-02-16T09:00:00Z</published><link href="https://old.example/2018/ferries.html"/>
  <author><name>Mira Oduya</name></author><category term="World"/><category term="Ports"/><summary>No boats.</summary><content type="html">&lt;p&gt;Crews stopped work on Friday.&lt;/p&gt;</content></entry></feed>`;
const JSON_FEED = JSON.stringify({
  version: "https://jsonfeed.org/version/1.1",
  title: "Old",
  home_page_url: "https://old.example/",
  items: [
    {
      id: "1",
      url: "https://old.example/2018/ferries.html",
      title: "Ferries stop",
      content_html: "<p>Crews stopped work on Friday.</p>",
      summary: "No boats.",
      date_published: "2018-02-16T09:00:00Z",
      authors: [{ name: "Mira Oduya" }],
      tags: ["World", "Ports"],
    },
  ],
});

test.each([
  ["RSS", RSS],
  ["Atom", ATOM],
  ["JSON Feed", JSON_FEED],
])("a feed in %s is moved here with its whole texts", async (_, feed) => {
  await using door = await openDoor("sqlite");
  const { status, out, err } = await ran(importRss(hand), door.store, feed);
  expect([status, err]).toEqual([0, ""]);
  expect(JSON.parse(out)).toMatchObject({ imported: 1 });
  const page = await door.text("/en/ferries");
  for (const said of [
    "Ferries stop",
    "Crews stopped work on Friday.",
    "No boats.",
    "Mira Oduya",
    'href="/en/sections/world"',
    'href="/en/topics/ports"',
    "2018-02-16T09:00:00.000Z",
  ])
    expect(page).toContain(said);
  expect(page).not.toContain("mira@old.example");
  expect((await door.get("/2018/ferries.html")).headers.get("location")).toBe("/en/ferries");
});

test.each([
  ["RSS", (items: string) => RSS.replace(ITEM, items), 120],
  [
    "JSON Feed",
    (items: string) => `{"items":[${items}],"version":"https://jsonfeed.org/version/1.1","title":"Old"}`,
    120,
  ],
])(
  "a feed in %s with more items than are read at once has each of them in the report, in its order",
  async (format, around, count) => {
    await using door = await openDoor("sqlite");
    const items = Array.from({ length: count }, (_, at) =>
      format === "RSS"
        ? `<item><title>Story ${at} &amp; more</title><guid isPermaLink="false">tag:${at}</guid><description>Words &lt;b&gt;of&lt;/b&gt; ${at}.</description></item>`
        : JSON.stringify({ id: `tag:${at}`, title: `Story ${at} & more`, content_html: `Words <b>of</b> ${at}.` }),
    );
    const { out } = await ran(importRss(hand), door.store, around(items.join(format === "RSS" ? "" : ",")));
    const told: { imported: number; fates: { row: string; id: string }[] } = JSON.parse(out);
    expect(told.imported).toBe(count);
    expect(told.fates.slice(0, count).map(({ row, id }) => `${row} ${id}`)).toEqual(
      items.map((_, at) => `item ${at + 1} tag:${at}`),
    );
    expect(await door.text("/en/story-77-more")).toContain("Words <strong>of</strong> 77.");
  },
);

test.each([
  ["a feed that breaks off", importRss, RSS.slice(0, 400), /line 2, column \d+: the file ends in the middle/],
  ["a feed with an entity bomb", importRss, `<!DOCTYPE a [<!ENTITY b "b">]>${RSS}`, /has a document type/],
  ["what is no feed", importRss, "<a/>", /is no feed/],
  ["what is no export of Ghost", importGhost, "{}", /is no export of Ghost/],
  [
    "half an export of Ghost",
    importGhost,
    JSON.stringify(GHOST).slice(0, 300),
    /is no export of Ghost: it ends in the middle \(line 1, column 301\)/,
  ],
])("%s is refused, and nothing is kept", async (_, command, text, says) => {
  await using door = await openDoor("sqlite");
  const { status, err } = await ran(command(hand), door.store, text);
  expect([status, err]).toEqual([1, expect.stringMatching(says)]);
  expect(await door.db.selectFrom("article").select("id").execute()).toEqual([]);
});
