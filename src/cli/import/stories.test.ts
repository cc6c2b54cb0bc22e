import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filesIn } from "#outside/files.ts";
import { openDoor } from "#test/door.ts";
import { engines, type Place } from "#test/engines.ts";
import { pictureServer } from "#test/picture-server.ts";
import { jpeg } from "#test/pictures.ts";
import { configFrom } from "../../config.ts";
import type { Command, World } from "../command.ts";
import { run } from "../run.ts";
import { importGhost } from "./ghost.ts";
import { importRss } from "./rss.ts";

const folder = mkdtempSync(join(tmpdir(), "dateline-stories-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hand = { files: async ({ data }: { readonly data: string }) => filesIn(join(data, "media")) };

type Told = {
  readonly rows: number;
  readonly imported: number;
  readonly fates: readonly {
    readonly row: string;
    readonly id: string;
    readonly fate: string;
    readonly reason?: string;
  }[];
};

/** As the report was printed. */
function told(out: string): Told {
  return JSON.parse(out) as Told;
}

let now = new Date("2026-11-20T12:00:00Z");

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
    now: () => now,
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

for (const engine of engines) {
  test(`${engine}: a site of Ghost moves here with its authors, tags and old addresses, and without its readers`, async () => {
    await using door = await openDoor(engine);
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

  test(`${engine}: whatever comes first in an export of Ghost, its posts find their people, tags and pictures`, async () => {
    await using door = await openDoor(engine);
    const [{ data } = {}] = GHOST.db;
    const { posts, ...others } = data ?? { posts: [] };
    const older = { data: { posts: posts.map((post) => ({ ...post, id: `old-${post.id}` })), ...others } };
    const linked = JSON.stringify(older).replaceAll('"post_id":"p1"', '"post_id":"old-p1"');
    const { status, out } = await ran(importGhost(hand), door.store, linked);
    expect([status, JSON.parse(out).imported]).toEqual([0, 3]);
    expect(await door.text("/en/ferries")).toContain('href="/en/sections/world"');
    expect(await door.text("/en/ferries")).toContain("Mira Oduya");
  });

  test(`${engine}: pictures of Ghost, above posts and in their cards, are kept or have the reason in a row of their own`, async () => {
    using server = await pictureServer({
      "/content/images/2018/02/quay.jpg": await jpeg({ width: 90 }),
      "/content/images/2018/02/crane.jpg": await jpeg({ width: 80 }),
      "/content/images/hall.jpg": await jpeg({ width: 70 }),
      "/content/images/drawing.svg": Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      "/content/images/vast.jpg": (response) => {
        response.writeHead(200, { "content-length": String(50 * 1024 * 1024) });
        response.write("the first of many");
      },
      "/content/images/down.jpg": 503,
      "/content/images/inward.jpg": (response) =>
        void response.writeHead(301, { location: "http://127.0.0.1:22/" }).end(),
    });
    await using door = await openDoor(engine);
    const image = (path: string, alt = "") =>
      `<figure class="kg-card kg-image-card"><img src="__GHOST_URL__/content/images/${path}" class="kg-image" alt="${alt}" srcset="__GHOST_URL__/content/images/size/w600/${path} 600w"><figcaption>Of ${path}</figcaption></figure>`;
    const bookmark = `<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://elsewhere.example/"><div class="kg-bookmark-content"><div class="kg-bookmark-title">Elsewhere</div><img class="kg-bookmark-icon" src="https://elsewhere.example/icon.png" alt=""></div><div class="kg-bookmark-thumbnail"><img src="https://elsewhere.example/thumb.jpg" alt=""></div></a></figure>`;
    const broken = ["drawing.svg", "vast.jpg", "down.jpg", "inward.jpg", "gone.jpg"];
    const post = {
      id: "p1",
      title: "The harbour",
      slug: "harbour",
      html: `<p>Words.</p>${image("size/w1000/2018/02/crane.jpg", "A crane")}${bookmark}<div class="kg-gallery-image"><img src="__GHOST_URL__/content/images/hall.jpg" width="2" height="2" alt="A hall"></div>${broken.map((path) => image(path)).join("")}`,
      status: "published",
      visibility: "public",
      type: "post",
      published_at: "2018-02-16T09:00:00.000Z",
      feature_image: "__GHOST_URL__/content/images/2018/02/quay.jpg",
    };
    const meta = {
      post_id: "p1",
      feature_image_alt: "A quay at dawn",
      feature_image_caption: "Seen from <em>the hill</em>",
    };
    const site = JSON.stringify({ db: [{ data: { posts: [post], posts_meta: [meta] } }] });
    const moving = importGhost({ ...hand, network: server.network });
    const words = ["--site", server.at("", "ghost.example"), "--fetch"];
    const dry = await ran(moving, door.store, site, ...words, "--dry-run");
    const { status, out, err } = await ran(moving, door.store, site, ...words);
    expect([status, err]).toEqual([0, ""]);
    const [own, ...fates] = told(out).fates;
    expect(own).toMatchObject({ row: "post 1", id: "p1", fate: "imported" });
    const said = fates.map(({ row, id, fate, reason = "" }) => [
      row,
      new URL(id).pathname,
      fate,
      reason.replace(id, ""),
    ]);
    const at = (path: string) => ["post 1, picture", `/content/images/${path}`] as const;
    expect(said).toEqual([
      [...at("size/w1000/2018/02/crane.jpg"), "imported", ""],
      [...at("hall.jpg"), "imported", ""],
      [...at("drawing.svg"), "refused", " is no picture that is taken: JPEG, PNG, WebP, AVIF and GIF are"],
      [...at("vast.jpg"), "refused", " could not be fetched: it is larger than 40 MB"],
      [...at("down.jpg"), "refused", " answers 503"],
      [...at("inward.jpg"), "refused", " could not be fetched: it leads into a private network"],
      [...at("gone.jpg"), "refused", " is not on the old site any more"],
      [...at("2018/02/quay.jpg"), "imported", ""],
    ]);
    expect(told(dry.out).fates.map(({ id, fate }) => [id, fate])).toEqual(
      told(out).fates.map(({ id, fate }) => [id, fate]),
    );
    const media = await door.db
      .selectFrom("media")
      .select(["name", "alt", "caption", "width"])
      .orderBy("width")
      .execute();
    expect(media).toEqual([
      { name: "hall.jpg", alt: "", caption: "", width: 70 },
      { name: "crane.jpg", alt: "", caption: "", width: 80 },
      { name: "quay.jpg", alt: "A quay at dawn", caption: "Seen from the hill", width: 90 },
    ]);
    expect(server.asked.filter((path) => path.includes("thumb") || path.includes("icon"))).toEqual([]);
    const page = await door.text("/en/harbour");
    for (const alt of ["A crane", "A hall", "A quay at dawn"]) expect(page).toContain(`alt="${alt}"`);
    for (const words of ["Seen from the hill", "Of gone.jpg", "Elsewhere"]) expect(page).toContain(words);
    expect(page).not.toContain("ghost.example");
    now = new Date(now.getTime() + 60_000);
    const again = await ran(moving, door.store, site, ...words);
    expect(told(again.out)).toMatchObject({ imported: 0 });
    expect(await door.db.selectFrom("media").select("id").execute()).toHaveLength(3);

    // Without either way to them it is said how pictures come along, and nothing is asked for.
    const before = server.asked.length;
    const plain = await ran(moving, door.store, site.replace('"p1"', '"p9"'), "--site", server.at("", "ghost.example"));
    expect(
      told(plain.out)
        .fates.slice(1)
        .every(({ fate, reason }) => fate === "skipped" && /--media/.test(reason ?? "")),
    ).toBe(true);
    expect(server.asked.length).toBe(before);
  });
}

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

const RDF = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel rdf:about="https://old.example/"><title>Old</title><link>https://old.example/</link><description>All</description>
<items><rdf:Seq><rdf:li rdf:resource="https://old.example/2018/ferries.html"/></rdf:Seq></items></channel>
<item rdf:about="https://old.example/2018/ferries.html"><title>Ferries stop</title><link>https://old.example/2018/ferries.html</link><description>No boats.</description>
<content:encoded><![CDATA[<p>Crews stopped work on Friday.</p>]]></content:encoded><dc:creator>Mira Oduya</dc:creator><dc:subject>World</dc:subject><dc:subject>Ports</dc:subject><dc:date>2018-02-16T09:00:00Z</dc:date></item></rdf:RDF>`;

for (const engine of engines) {
  test.each([
    ["RSS", RSS],
    ["RSS 1.0", RDF],
    ["Atom", ATOM],
    ["JSON Feed", JSON_FEED],
  ])(`${engine}: a feed in %s is moved here with its whole texts`, async (_, feed) => {
    await using door = await openDoor(engine);
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

  test(`${engine}: the pictures of a feed stand above its stories, whichever way it names them`, async () => {
    const widths = [91, 92, 93, 94, 95, 96];
    const answers = await Promise.all(widths.map(async (width) => [`/${width}.jpg`, await jpeg({ width })] as const));
    using server = await pictureServer({ ...Object.fromEntries(answers), "/92-small.jpg": await jpeg({ width: 30 }) });
    await using door = await openDoor(engine);
    const at = (width: number | string) => server.at(`/${width}.jpg`);
    const items = [
      `<media:group><media:content url="${at("92-small")}" medium="image" width="30"/><media:content url="${at(92)}" medium="image" width="92"><media:description>A quay</media:description><media:credit>I. Vale</media:credit></media:content></media:group><media:thumbnail url="${at("92-small")}"/>`,
      `<enclosure url="${at(91)}" type="image/jpeg" length="9"/>`,
      `<media:thumbnail url="${at(93)}" width="93"/>`,
      `<itunes:image href="${at(94)}"/>`,
      `<enclosure url="${at("gone")}" type="image/jpeg" length="9"/>`,
    ].map(
      (inside, number) =>
        `<item><title>Story ${number}</title><guid isPermaLink="false">tag:${number}</guid><pubDate>Fri, 16 Feb 2018 09:00:00 GMT</pubDate><description>Words.</description>${inside}</item>`,
    );
    const feed = `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>Old</title><link>https://old.example/</link>${items.join("")}</channel></rss>`;
    const json = JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "Old",
      items: [
        {
          id: "j",
          title: "Story J",
          content_text: "Words.",
          image: at(95),
          attachments: [{ url: at(96), mime_type: "image/jpeg", title: "A hall" }],
        },
      ],
    });
    const moving = importRss({ ...hand, network: server.network });
    const first = told((await ran(moving, door.store, feed, "--fetch")).out);
    expect(first.fates.filter(({ fate }) => fate === "refused")).toEqual([
      {
        row: "item 5, picture",
        id: at("gone"),
        fate: "refused",
        reason: `${at("gone")} is not on the old site any more`,
      },
    ]);
    await ran(moving, door.store, json, "--fetch");
    const leads = await door.db
      .selectFrom("article")
      .innerJoin("revision", "revision.id", "article.published_revision_id")
      .leftJoin("media", "media.id", "revision.picture_id")
      .select(["article.slug", "media.width", "revision.picture_alt as alt", "media.credit"])
      .orderBy("article.slug")
      .execute();
    expect(leads).toEqual([
      { slug: "story-0", width: 92, alt: "A quay", credit: "I. Vale" },
      { slug: "story-1", width: 91, alt: "", credit: "" },
      { slug: "story-2", width: 93, alt: "", credit: "" },
      { slug: "story-3", width: 94, alt: "", credit: "" },
      { slug: "story-4", width: null, alt: "", credit: null },
      { slug: "story-j", width: 95, alt: "", credit: "" },
    ]);
    expect(await door.text("/en/story-j")).toContain('alt="A hall"');
    expect(server.asked).not.toContain("/92-small.jpg");
  });

  test.each([
    ["RSS", (items: string) => RSS.replace(ITEM, items), 120],
    [
      "JSON Feed",
      (items: string) => `{"items":[${items}],"version":"https://jsonfeed.org/version/1.1","title":"Old"}`,
      120,
    ],
  ])(
    `${engine}: a feed in %s with more items than are read at once has each of them in the report, in its order`,
    async (format, around, count) => {
      await using door = await openDoor(engine);
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
}

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
