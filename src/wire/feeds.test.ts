import { expect, test } from "bun:test";
import { Readable } from "node:stream";
import * as extractor from "@extractus/feed-extractor";
import { parseFeed as rowanParse } from "@rowanmanning/feed-parser";
import FeedMe from "feedme";
import FeedParser from "feedparser";
import jsonfeedToAtom from "jsonfeed-to-atom";
import RssParser from "rss-parser";
import { publishArticle } from "#agency/articles/actions.ts";
import { changeDetails } from "#agency/articles/details.ts";
import { moveArticle } from "#agency/articles/move.ts";
import { postReply } from "#agency/replies/actions.ts";
import { decideReplies } from "#agency/replies/decisions.ts";
import { setSetting } from "#agency/settings/actions.ts";
import { type Door, openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";
import { childrenOf, descendantsOf, lineOf, type XmlNode, xmlTree } from "#text/wire/xml-tree.ts";

const KEYS = { address: "an address key", index: "an index key", challenge: "a challenge key" };

type Seen = { readonly title: string; readonly link: string; readonly at: number };

/** What programs of others make of one feed: four of one in XML, three of one in JSON. */
async function readByOthers(text: string, isJson: boolean): Promise<Readonly<Record<string, readonly Seen[]>>> {
  // A channel may be without items (RSS 2.0); one of the four takes that for no feed.
  const isEmpty = !isJson && !/<(item|entry)>/.test(text);
  const extracted = isJson ? extractor.extractFromJson(text) : isEmpty ? {} : extractor.extractFromXml(text);
  const byExtractor = (extracted.entries ?? []).map(({ title = "", link = "", published }) => ({
    title,
    link,
    at: Date.parse(String(published)),
  }));
  if (isJson) return { extractor: byExtractor, feedme: byFeedMe(text), jsonfeedToAtom: await byJsonfeedToAtom(text) };
  const rss = await new RssParser().parseString(text);
  const rowan = rowanParse(text);
  const stream = new FeedParser({});
  Readable.from([text]).pipe(stream);
  const items: FeedParser.Item[] = [];
  for await (const item of stream) items.push(item);
  return {
    extractor: byExtractor,
    rssParser: rss.items.map(({ title = "", link = "", isoDate = "" }) => ({ title, link, at: Date.parse(isoDate) })),
    rowan: rowan.items.map(({ title, url, published }) => ({
      title: title ?? "",
      link: url ?? "",
      at: Number(published),
    })),
    feedparser: items.map(({ title, link, pubdate }) => ({
      title: title ?? "",
      link: link ?? "",
      at: Number(pubdate),
    })),
  };
}

function byFeedMe(text: string): readonly Seen[] {
  const parser = new FeedMe(true);
  parser.end(text);
  return (parser.done()?.items ?? []).map(({ title, url, date_published }) => ({
    title: String(title),
    link: String(url),
    at: Date.parse(String(date_published)),
  }));
}

/** It knows version 1 by its name alone; 1.1 has the same and adds to it. What it makes is read as every Atom feed. */
async function byJsonfeedToAtom(text: string): Promise<readonly Seen[]> {
  const atom = jsonfeedToAtom({ ...JSON.parse(text), version: "https://jsonfeed.org/version/1" });
  return xmlTree(atom).children.flatMap((entry) =>
    typeof entry === "string" || entry.name !== "entry"
      ? []
      : {
          title: lineOf(childrenOf(entry, "title")[0]),
          link: childrenOf(entry, "link")[0]?.attributes["href"] ?? "",
          at: Date.parse(lineOf(childrenOf(entry, "published")[0])),
        },
  );
}

const ATOM = "http://www.w3.org/2005/Atom";

/** RSS 2.0: what a channel and an item must have, one sentence for each that is missing. */
function rssFaults(text: string): string[] {
  const rss = xmlTree(text);
  const [channel] = childrenOf(rss, "channel");
  if (rss.name !== "rss" || rss.attributes["version"] !== "2.0" || !channel) return ["it is no RSS 2.0"];
  const plain = (node: XmlNode, name: string) => childrenOf(node, name).filter(({ space }) => space === undefined);
  const faults = ["title", "link", "description"].filter((name) => lineOf(plain(channel, name)[0]) === "");
  const ids = new Set<string>();
  const itemFaults = plain(channel, "item").flatMap((item) => {
    const [guid] = plain(item, "guid");
    const id = lineOf(guid);
    const isTwice = ids.has(id);
    ids.add(id);
    const date = lineOf(plain(item, "pubDate")[0]);
    return [
      ...(lineOf(plain(item, "title")[0]) === "" && lineOf(plain(item, "description")[0]) === ""
        ? ["title or description"]
        : []),
      ...(id === "" || isTwice ? [`guid ${id}`] : []),
      ...(guid?.attributes["isPermaLink"] === "false" ? [] : ["a guid that is no address says so"]),
      ...(/^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} (GMT|[+-]\d{4})$/.test(date) ? [] : [`RFC 822 date: ${date}`]),
      ...plain(item, "enclosure").flatMap(({ attributes }) =>
        attributes["url"]?.startsWith("https://") && Number(attributes["length"]) > 0 && attributes["type"]
          ? []
          : ["enclosure"],
      ),
    ];
  });
  const self = childrenOf(channel, "link").filter(
    ({ space, attributes }) => space === ATOM && attributes["rel"] === "self",
  );
  return [...faults, ...itemFaults, ...(self.length === 1 ? [] : ["atom:link self"])];
}

/** RFC 4287: what a feed and an entry must have. */
function atomFaults(text: string): string[] {
  const feed = xmlTree(text);
  if (feed.name !== "feed" || feed.space !== ATOM) return ["it is no Atom feed"];
  const one = (node: XmlNode, name: string) => childrenOf(node, name).filter(({ space }) => space === ATOM);
  const isInstant = (said: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(said);
  const mustOnce = (node: XmlNode) =>
    ["id", "title", "updated"].filter((name) => one(node, name).length !== 1 || lineOf(one(node, name)[0]) === "");
  const hasAuthor = one(feed, "author").length > 0;
  const entries = one(feed, "entry");
  const ids = new Set(entries.map((entry) => lineOf(one(entry, "id")[0])));
  return [
    ...mustOnce(feed),
    ...(isInstant(lineOf(one(feed, "updated")[0])) ? [] : ["feed updated"]),
    ...(ids.size === entries.length ? [] : ["ids twice"]),
    ...(one(feed, "link").filter(({ attributes }) => attributes["rel"] === "self").length === 1 ? [] : ["link self"]),
    ...entries.flatMap((entry) => [
      ...mustOnce(entry),
      ...(isInstant(lineOf(one(entry, "updated")[0])) ? [] : ["entry updated"]),
      ...(hasAuthor || one(entry, "author").length > 0 ? [] : ["author"]),
      ...one(entry, "author").flatMap((author) => (one(author, "name").length === 1 ? [] : ["author without a name"])),
      ...(one(entry, "content").length === 1 || one(entry, "link").length > 0 ? [] : ["content or link"]),
      ...one(entry, "category").flatMap(({ attributes }) => (attributes["term"] ? [] : ["category without a term"])),
    ]),
  ];
}

/** JSON Feed 1.1. */
function jsonFaults(text: string): string[] {
  const feed = JSON.parse(text);
  const items: Readonly<Record<string, unknown>>[] = feed.items ?? [];
  const ids = new Set(items.map(({ id }) => id));
  const isText = (value: unknown) => typeof value === "string" && value !== "";
  return [
    ...(feed.version === "https://jsonfeed.org/version/1.1" ? [] : ["version"]),
    ...(isText(feed.title) ? [] : ["title"]),
    ...(Array.isArray(feed.items) && ids.size === items.length ? [] : ["items, each with an id of its own"]),
    ...Object.keys(feed).filter((name) => !JSON_FEED.has(name) && !name.startsWith("_")),
    ...items.flatMap((item) => [
      ...(isText(item["id"]) ? [] : ["id"]),
      ...(isText(item["content_html"]) || isText(item["content_text"]) ? [] : ["content"]),
      ...["date_published", "date_modified"].filter((name) => Number.isNaN(Date.parse(String(item[name])))),
    ]),
  ];
}

const JSON_FEED = new Set(
  "version title items home_page_url feed_url description user_comment next_url icon favicon authors language expired hubs".split(
    " ",
  ),
);

const FORMATS = [
  { file: "feed.xml", type: "application/rss+xml", faults: rssFaults, isJson: false },
  { file: "atom.xml", type: "application/atom+xml", faults: atomFaults, isJson: false },
  { file: "feed.json", type: "application/feed+json", faults: jsonFaults, isJson: true },
];

test("the checks find what is missing", () => {
  expect(rssFaults('<rss version="2.0"><channel><item/></channel></rss>').length).toBeGreaterThan(5);
  expect(atomFaults(`<feed xmlns="${ATOM}"><entry/></feed>`).length).toBeGreaterThan(5);
  expect(jsonFaults('{"items":[{"id":""}],"invented":1}').length).toBeGreaterThan(5);
});

/** Every feed a page of the site names, and those of OPML: the whole address book of feeds. */
async function allFeeds(door: Door): Promise<string[]> {
  const opml = xmlTree(await door.text("/wire/feeds.opml"));
  return descendantsOf(opml, "outline").flatMap(({ attributes }) => attributes["xmlUrl"] ?? []);
}

/** OPML does not name them: one of a story that is spoken about, and one of a story that is not. */
async function feedsOfReplies(door: Door): Promise<string[]> {
  const stories = door.db.selectFrom("article").select("slug").where("state", "=", "published").limit(1);
  const edition = door.db.selectFrom("edition").select("id").where("code", "=", "en");
  const spoken = door.db.selectFrom("reply").select("article_id").where("state", "=", "shown");
  const found = await Promise.all([
    stories.where("edition_id", "=", edition).where("id", "in", spoken).executeTakeFirstOrThrow(),
    stories.where("edition_id", "=", edition).where("id", "not in", spoken).executeTakeFirstOrThrow(),
  ]);
  return found.map(({ slug }) => `https://strait.example/en/${slug}/replies/feed.xml`);
}

for (const engine of engines) {
  test(`${engine}: every feed is read alike by programs of others, and has all its specification asks for`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const addresses = [...(await allFeeds(door)), ...(await feedsOfReplies(door))];
    expect(addresses.length).toBeGreaterThan(40);
    expect(new Set(addresses).size).toBe(addresses.length);
    // What is written hangs on no engine; a real PostgreSQL answers more slowly.
    const looked = addresses.filter((one, at) => engine === "sqlite" || at % 9 === 0 || one.includes("/replies/"));
    let items = 0;
    for (const address of looked) {
      for (const { file, type, faults, isJson } of FORMATS) {
        const path = new URL(address).pathname.replace(/feed\.xml$/, file);
        const response = await door.get(path);
        expect([path, response.status, response.headers.get("content-type")]).toEqual([
          path,
          200,
          `${type}; charset=utf-8`,
        ]);
        const text = await response.text();
        expect({ path, faults: faults(text) }).toEqual({ path, faults: [] });
        const [first, ...others] = Object.entries(await readByOthers(text, isJson));
        const ours = JSON.parse(await door.text(path.replace(file, "feed.json"))).items.map(
          (item: { title: string; url: string; date_published: string }): Seen => ({
            title: item.title,
            link: item.url,
            at: Math.floor(Date.parse(item.date_published) / 1000) * 1000,
          }),
        );
        items += ours.length;
        for (const [program, seen] of [first ?? ["none", []], ...others]) {
          const tidy = seen.map((one) => ({ ...one, at: Math.floor(one.at / 1000) * 1000 }));
          expect([program, path, tidy]).toEqual([program, path, ours]);
        }
      }
    }
    expect(items).toBeGreaterThan(30);
    for (const path of [
      "/xx/feed.xml",
      "/en/sections/none/feed.xml",
      "/en/topics/none/atom.xml",
      "/en/people/none/feed.json",
    ])
      expect([path, (await door.get(path)).status]).toEqual([path, 404]);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: an item keeps its id when its address changes, its corrections are told, and a kill leaves a mark`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const { id, slug, headline } = await door.db
      .selectFrom("article")
      .innerJoin("edition", "edition.id", "article.edition_id")
      .select(["article.id", "article.slug", "article.headline"])
      .where("edition.code", "=", "en")
      .where("state", "=", "published")
      .orderBy("published_at", "desc")
      .limit(1)
      .executeTakeFirstOrThrow();
    const etag = (await door.get("/en/feed.xml")).headers.get("etag") ?? "";
    expect((await door.get("/en/feed.xml", { "if-none-match": etag })).status).toBe(304);
    expect(await door.text("/en/atom.xml")).toContain(`urn:uuid:${id}`);
    await door.as("editor").get("/desk/");
    const by = door.as("editor").staff;
    await moveArticle(door.db, {
      articleId: id,
      move: "retract",
      by,
      note: "It was invented.",
      at: new Date("2026-11-20T12:10:00Z"),
    });
    const retracted = JSON.parse(await door.text("/en/feed.json")).items.find((one: { id: string }) =>
      one.id.endsWith(id),
    );
    expect(retracted.title).toStartWith("Retracted: ");
    expect(retracted.content_html).toContain("Retraction: It was invented.");
    expect(retracted.url).toEndWith(`/en/${slug}`);
    await moveArticle(door.db, { articleId: id, move: "kill", by, note: "", at: new Date("2026-11-20T12:20:00Z") });
    const atom = await door.text("/en/atom.xml");
    expect(atom).toContain(`<at:deleted-entry ref="urn:uuid:${id}" when="2026-11-20T12:20:00.000Z"/>`);
    expect(atom).not.toContain(headline.slice(0, 20));
    expect(atomFaults(atom)).toEqual([]);
    expect((await door.get("/en/feed.xml", { "if-none-match": etag })).status).toBe(200);
    expect(JSON.parse(await door.text("/en/feed.json"))._dateline.gone).toContainEqual({
      id: `urn:uuid:${id}`,
      at: "2026-11-20T12:20:00.000Z",
    });
  });

  test(`${engine}: every feed a story stood in tells that it was retracted or taken back, those of places it has left too`, async () => {
    await using door = await openDoor(engine, { demo: true });
    await door.as("editor").get("/desk/");
    const by = door.as("editor").staff;
    const story = await door.db
      .selectFrom("article")
      .innerJoin("edition", "edition.id", "article.edition_id")
      .innerJoin("section", "section.id", "article.section_id")
      .innerJoin("article_topic", "article_topic.article_id", "article.id")
      .innerJoin("topic", "topic.id", "article_topic.topic_id")
      .innerJoin("byline", "byline.revision_id", "article.published_revision_id")
      .innerJoin("person", "person.id", "byline.person_id")
      .select(["article.id", "article.headline", "edition.id as edition_id", "section.id as section_id"])
      .select(["section.slug as section", "topic.slug as topic", "person.slug as person"])
      .where("edition.code", "=", "en")
      .where("article.state", "=", "published")
      .where("article.mark", "is", null)
      .orderBy("article.published_at")
      .limit(1)
      .executeTakeFirstOrThrow();
    const { id, headline } = story;
    const urn = `urn:uuid:${id}`;
    const next = await door.db
      .selectFrom("section")
      .select(["id", "slug"])
      .where("edition_id", "=", story.edition_id)
      .where("id", "!=", story.section_id)
      .limit(1)
      .executeTakeFirstOrThrow();
    const elsewhere = await door.db
      .selectFrom("topic")
      .select("slug")
      .where("edition_id", "=", story.edition_id)
      .where("id", "not in", (on) => on.selectFrom("article_topic").select("topic_id").where("article_id", "=", id))
      .execute();
    expect(elsewhere.length).toBeGreaterThan(0);
    const places = [
      `sections/${story.section}`,
      `sections/${next.slug}`,
      `topics/${story.topic}`,
      `people/${story.person}`,
    ];
    const at = (minute: number) => new Date(`2026-11-20T12:${minute}:00Z`);
    // It leaves its section and its topic; who follows them has it nonetheless.
    const details = { sectionId: next.id, topicIds: [] };
    await changeDetails(door.db, { articleId: id, details, by: by.id, at: at(10) });
    expect(await door.text(`/en/sections/${story.section}/atom.xml`)).not.toContain(urn);
    await moveArticle(door.db, { articleId: id, move: "retract", by, note: "It was invented.", at: at(20) });
    for (const place of places) {
      const { items } = JSON.parse(await door.text(`/en/${place}/feed.json`));
      const told = items.find((one: { id: string }) => one.id === urn);
      expect([place, told?.title]).toEqual([place, expect.stringMatching(/^Retracted: /)]);
      expect([place, rssFaults(await door.text(`/en/${place}/feed.xml`))]).toEqual([place, []]);
    }
    const [correction] = await door.db
      .selectFrom("version")
      .select("id")
      .where("article_id", "=", id)
      .where("kind", "=", "retraction")
      .execute();
    await moveArticle(door.db, { articleId: id, move: "kill", by, note: "", at: at(30) });
    const when = "2026-11-20T12:30:00.000Z";
    for (const place of [...places, "corrections"]) {
      const ref = place === "corrections" ? `urn:uuid:${correction?.id}` : urn;
      const atom = await door.text(`/en/${place}/atom.xml`);
      expect([place, atom.includes(`<at:deleted-entry ref="${ref}" when="${when}"/>`)]).toEqual([place, true]);
      expect([place, atomFaults(atom)]).toEqual([place, []]);
      expect(JSON.parse(await door.text(`/en/${place}/feed.json`))._dateline.gone).toContainEqual({
        id: ref,
        at: when,
      });
      const rss = await door.text(`/en/${place}/feed.xml`);
      expect([place, rssFaults(rss)]).toEqual([place, []]);
      const stub = childrenOf(childrenOf(xmlTree(rss), "channel")[0] ?? xmlTree(rss), "item").find(
        (item) => lineOf(childrenOf(item, "guid")[0]) === ref,
      );
      expect([place, stub && childrenOf(stub, "title").map(lineOf)]).toEqual([place, ["Taken back"]]);
      expect(rss + atom).not.toContain(headline.slice(0, 20));
    }
    for (const { slug } of elsewhere)
      expect([slug, (await door.text(`/en/topics/${slug}/atom.xml`)).includes(urn)]).toEqual([slug, false]);
  });

  test(`${engine}: feeds of replies tell what was taken back and never what readers did not have, and move with their story`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const story = await door.db
      .selectFrom("article")
      .innerJoin("edition", "edition.id", "article.edition_id")
      .select(["article.id", "article.slug"])
      .where("edition.code", "=", "en")
      .where("article.slug", "=", "ferry-strike")
      .executeTakeFirstOrThrow();
    const by = door.as("editor").staff.id;
    const say = async (text: string) => {
      const typed = { name: "Ada Reader", email: "", text, quote: "", kind: "reply", parent: "" } as const;
      const asked = { challenge: undefined, guestToken: undefined, keys: KEYS };
      const at = new Date("2026-11-20T12:01:00Z");
      const posted = await postReply(door.db, { articleId: story.id, ...typed, ...asked, at });
      return "replyId" in posted ? posted.replyId : "";
    };
    const decide = (id: string, to: "shown" | "refused", time: string) =>
      decideReplies(door.db, { chosen: { ids: [id] }, to, reason: "other", note: "", by, at: new Date(time) });
    const [reply, never] = [await say("They always do."), await say("Nobody reads this.")];
    await decide(reply, "shown", "2026-11-20T12:05:00Z");
    await decide(never, "refused", "2026-11-20T12:05:00Z");
    const home = `/en/${story.slug}/replies`;
    expect(await door.text(`${home}/atom.xml`)).toContain("They always do.");
    expect(await door.text(`${home}/atom.xml`)).not.toContain("deleted-entry");
    await decide(reply, "refused", "2026-11-20T12:10:00Z");
    const [ref, when] = [`urn:uuid:${reply}`, "2026-11-20T12:10:00.000Z"];
    const atom = await door.text(`${home}/atom.xml`);
    expect(atom.match(/<at:deleted-entry [^>]*>/g)).toEqual([`<at:deleted-entry ref="${ref}" when="${when}"/>`]);
    expect(atomFaults(atom)).toEqual([]);
    expect(JSON.parse(await door.text(`${home}/feed.json`))._dateline.gone).toEqual([{ id: ref, at: when }]);
    const rss = await door.text(`${home}/feed.xml`);
    expect(rssFaults(rss)).toEqual([]);
    expect(rss).toContain(ref);
    expect(rss + atom).not.toContain("They always do.");
    // It is shown again.
    await decide(reply, "shown", "2026-11-20T12:11:00Z");
    expect(await door.text(`${home}/atom.xml`)).not.toContain("deleted-entry");

    const details = { slug: "elsewhere-now" };
    await changeDetails(door.db, { articleId: story.id, details, by, at: new Date("2026-11-20T12:20:00Z") });
    for (const { file } of FORMATS) {
      const answer = await door.get(`${home}/${file}`);
      const to = `/en/elsewhere-now/replies/${file}`;
      expect([answer.status, answer.headers.get("location")]).toEqual([308, to]);
      expect([to, (await door.get(to)).status]).toEqual([to, 200]);
    }
    expect((await door.get("/en/never-was/replies/feed.xml")).status).toBe(404);
    // A link that was set before then keeps its card.
    const card = await door.get(`/wire/oembed?url=https://strait.example/en/${story.slug}`);
    expect([card.status, (await card.json()).url]).toEqual([200, "https://strait.example/en/elsewhere-now"]);
  });

  test(`${engine}: the feeds of a story's replies are gone with it, at its former address too, and come back with it`, async () => {
    await using door = await openDoor(engine, { demo: true });
    await door.as("editor").get("/desk/");
    const by = door.as("editor").staff;
    const { id } = await door.db
      .selectFrom("article")
      .innerJoin("edition", "edition.id", "article.edition_id")
      .select("article.id")
      .where("edition.code", "=", "en")
      .where("article.slug", "=", "ferry-strike")
      .executeTakeFirstOrThrow();
    const details = { slug: "strike-of-the-ferries" };
    await changeDetails(door.db, { articleId: id, details, by: by.id, at: new Date("2026-11-20T12:01:00Z") });
    const home = "/en/strike-of-the-ferries/replies";
    const statuses = () => Promise.all(FORMATS.map(async ({ file }) => (await door.get(`${home}/${file}`)).status));
    const move = (move: "kill" | "withdraw" | "bring-back", minute: number) =>
      moveArticle(door.db, { articleId: id, move, by, note: "Not so.", at: new Date(`2026-11-20T12:${minute}:00Z`) });
    for (const [takingBack, minute] of [
      ["withdraw", 10],
      ["kill", 20],
    ] as const) {
      expect(await statuses()).toEqual([200, 200, 200]);
      await move(takingBack, minute);
      expect(await statuses()).toEqual([410, 410, 410]);
      expect((await door.get("/en/strike-of-the-ferries")).status).toBe(410);
      for (const { file } of FORMATS) {
        const answer = await door.get(`${home}/${file}`);
        expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
        expect(await answer.text()).toBe("We have taken this back. Please do not use what you have of it.\n");
        const former = await door.get(`/en/ferry-strike/replies/${file}`);
        expect([former.status, former.headers.get("location")]).toEqual([308, `${home}/${file}`]);
      }
      await move("bring-back", minute + 1);
      await publishArticle(door.db, { articleId: id, by: by.id, at: new Date(`2026-11-20T12:${minute + 2}:00Z`) });
    }
    expect(await statuses()).toEqual([200, 200, 200]);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: pages lead programs to their feeds, their cards and the search; sitemaps name every page that is there`, async () => {
    await using door = await openDoor(engine, { demo: true });
    const section = await door.text("/en/sections/world");
    for (const file of ["feed.xml", "atom.xml", "feed.json"])
      expect(section).toContain(`href="/en/sections/world/${file}"`);
    expect(await door.text("/en/topics/harbour")).toContain('href="/en/topics/harbour/feed.xml"');
    expect(await door.text("/en/people/ilse-marand")).toContain('href="/en/people/ilse-marand/atom.xml"');
    expect(await door.text("/en/corrections")).toContain('href="/en/corrections/feed.json"');
    expect(await door.text("/en/")).toContain(
      'rel="search" type="application/opensearchdescription+xml" href="/en/opensearch.xml"',
    );
    const search = xmlTree(await door.text("/en/opensearch.xml"));
    expect(lineOf(childrenOf(search, "ShortName")[0]).length).toBeLessThanOrEqual(16);
    expect(childrenOf(search, "Url")[0]?.attributes["template"]).toBe(
      "https://strait.example/en/search?q={searchTerms}",
    );

    const locations = async (path: string) =>
      descendantsOf(xmlTree(await door.text(path)), "loc")
        .filter(({ space }) => !space?.includes("image"))
        .map(lineOf);
    const maps = await locations("/sitemap.xml");
    const pages = (await Promise.all(maps.map((map) => locations(new URL(map).pathname)))).flat();
    expect(new Set(pages).size).toBe(pages.length);
    const published = await door.db.selectFrom("article").select("slug").where("state", "=", "published").execute();
    for (const { slug } of published)
      expect(pages.filter((page) => page.endsWith(`/${slug}`)).length).toBeGreaterThan(0);
    const some = engine === "sqlite" ? pages : pages.filter((_, at) => at % 10 === 0);
    for (const page of some) expect([page, (await door.get(new URL(page).pathname)).status]).toEqual([page, 200]);
    const month = maps.find((map) => map.endsWith("/en/2026-11.xml")) ?? "";
    const urls = childrenOf(xmlTree(await door.text(new URL(month).pathname)), "url");
    const sisters = urls.map((url) => childrenOf(url, "link").map(({ attributes }) => attributes["hreflang"]));
    expect(sisters.some((languages) => languages.includes("en") && languages.includes("ru"))).toBe(true);
    expect(urls.some((url) => childrenOf(url, "image").length === 1)).toBe(true);
    for (const wrong of [
      "/sitemap/en/2026-13.xml",
      "/sitemap/en/1999-01.xml",
      "/sitemap/xx/pages.xml",
      "/sitemap/en/x.xml",
    ])
      expect([wrong, (await door.get(wrong)).status]).toEqual([wrong, 404]);
    expect(await door.text("/robots.txt")).toContain("Sitemap: https://strait.example/sitemap.xml\n");

    const story = await door.db
      .selectFrom("article")
      .innerJoin("edition", "edition.id", "article.edition_id")
      .select(["article.slug", "article.published_at"])
      .where("edition.code", "=", "en")
      .where("state", "=", "published")
      .orderBy("published_at", "desc")
      .limit(1)
      .executeTakeFirstOrThrow();
    const address = `https://strait.example/en/${story.slug}`;
    door.setNow(new Date(Date.parse(story.published_at ?? "") + 3_600_000).toISOString());
    expect(await locations("/news-sitemap.xml")).toContain(address);
    expect(descendantsOf(xmlTree(await door.text("/news-sitemap.xml")), "language").map(lineOf)).toContain("en");
    const page = await door.text(`/en/${story.slug}`);
    for (const { file, type } of FORMATS)
      expect(page).toContain(
        `rel="alternate" type="${type}" href="/en/${story.slug}/replies/${file}" title="Replies: `,
      );
    const card = /type="application\/json\+oembed" href="([^"]+)"/.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const embed = await door.get(new URL(card).pathname + new URL(card).search);
    expect(await embed.json()).toMatchObject({
      version: "1.0",
      type: "link",
      url: address,
      provider_name: "Strait News",
    });
    const encoded = encodeURIComponent(address);
    const small = JSON.parse(await door.text(`/wire/oembed?url=${encoded}&maxwidth=10`));
    expect(small.thumbnail_url).toBeUndefined();
    expect(lineOf(childrenOf(xmlTree(await door.text(`/wire/oembed?url=${encoded}&format=xml`)), "type")[0])).toBe(
      "link",
    );
    expect((await door.get(`/wire/oembed?url=${encoded}&format=yaml`)).status).toBe(501);
    for (const other of [
      "https://elsewhere.example/en/x",
      `${address}/history`,
      "nothing",
      "https://strait.example/en/%E0%A4%A",
    ])
      expect((await door.get(`/wire/oembed?url=${encodeURIComponent(other)}`)).status).toBe(404);
    expect(door.broken).toEqual([]);
  });

  test(`${engine}: trust.txt says whom the agency belongs to, and robots.txt does not contradict it`, async () => {
    await using door = await openDoor(engine, { demo: true });
    expect(await door.text("/trust.txt")).not.toContain("datatrainingallowed");
    expect(await door.text("/robots.txt")).not.toContain("GPTBot");
    await setSetting(door.db, { key: "trust.belongto", value: "https://press.example/\nhttps://guild.example/" });
    await setSetting(door.db, { key: "trust.datatrainingallowed", value: "no" });
    const trust = await door.text("/trust.txt");
    expect(trust).toContain("belongto=https://press.example/\nbelongto=https://guild.example/\n");
    expect(trust).toContain("datatrainingallowed=no\n");
    expect(await door.text("/robots.txt")).toMatch(/User-agent: GPTBot\n(User-agent: .*\n)*Disallow: \/\n/);
    const about = await door.text("/en/about");
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(about)?.[1] ?? "");
    expect(data).toMatchObject({
      "@type": "AboutPage",
      mainEntity: {
        "@type": "NewsMediaOrganization",
        publishingPrinciples: "https://strait.example/en/how-we-work",
        correctionsPolicy: "https://strait.example/en/corrections",
      },
    });
  });
}
