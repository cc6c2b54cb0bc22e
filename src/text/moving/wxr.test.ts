import { expect, test } from "bun:test";
import { readWxr, type WxrItem, type WxrPart, XmlProblem } from "./wxr.ts";

async function* cut(text: string, length: number) {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}

async function partsOf(text: string, length = 1000): Promise<WxrPart[]> {
  const all: WxrPart[] = [];
  for await (const parts of readWxr(cut(text, length))) all.push(...parts);
  return all;
}

function itemsOf(parts: readonly WxrPart[]): readonly WxrItem[] {
  return parts.filter((part) => part.kind === "item");
}

const HEAD = `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0"
  xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
  <title>The Strait Courier</title>
  <link>https://courier.example</link>
  <language>en-GB</language>
  <wp:wxr_version>1.2</wp:wxr_version>
  <wp:base_site_url>https://courier.example</wp:base_site_url>
  <wp:base_blog_url>https://courier.example/news/</wp:base_blog_url>`;

const WHOLE = `${HEAD}
  <wp:author><wp:author_id>2</wp:author_id><wp:author_login><![CDATA[mira]]></wp:author_login>
    <wp:author_display_name><![CDATA[Mira Oduya]]></wp:author_display_name></wp:author>
  <wp:category><wp:category_nicename>ports</wp:category_nicename><wp:category_parent>economy</wp:category_parent>
    <wp:cat_name><![CDATA[Ports & ferries]]></wp:cat_name></wp:category>
  <wp:tag><wp:tag_slug>strike</wp:tag_slug><wp:tag_name><![CDATA[Strike]]></wp:tag_name></wp:tag>
  <item>
    <title>Ferries &amp; strikes</title>
    <link>https://courier.example/news/2018/02/ferries/</link>
    <dc:creator><![CDATA[mira]]></dc:creator>
    <guid isPermaLink="false">https://courier.example/news/?p=41</guid>
    <content:encoded><![CDATA[<!-- wp:paragraph --><p>One ]]]]><![CDATA[> two</p>]]></content:encoded>
    <excerpt:encoded><![CDATA[]]></excerpt:encoded>
    <wp:post_id>41</wp:post_id>
    <wp:post_date>2018-02-16 12:00:00</wp:post_date>
    <wp:post_date_gmt>2018-02-16 09:00:00</wp:post_date_gmt>
    <wp:comment_status>open</wp:comment_status>
    <wp:post_name>ferries</wp:post_name>
    <wp:status>publish</wp:status>
    <wp:post_parent>0</wp:post_parent>
    <wp:post_type>post</wp:post_type>
    <wp:post_password></wp:post_password>
    <wp:is_sticky>1</wp:is_sticky>
    <category><![CDATA[Ports & ferries]]></category>
    <category domain="category" nicename="ports"><![CDATA[Ports & ferries]]></category>
    <category domain="post_tag" nicename="strike"><![CDATA[Strike]]></category>
    <wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value><![CDATA[77]]></wp:meta_value></wp:postmeta>
    <wp:comment>
      <wp:comment_id>9</wp:comment_id>
      <wp:comment_author><![CDATA[Ann]]></wp:comment_author>
      <wp:comment_author_email>ann@reader.example</wp:comment_author_email>
      <wp:comment_author_IP>192.0.2.7</wp:comment_author_IP>
      <wp:comment_date_gmt>2018-02-16 10:00:00</wp:comment_date_gmt>
      <wp:comment_content><![CDATA[I was there.]]></wp:comment_content>
      <wp:comment_approved>1</wp:comment_approved>
      <wp:comment_parent>0</wp:comment_parent>
      <wp:comment_user_id>0</wp:comment_user_id>
    </wp:comment>
  </item>
</channel>
</rss>
`;

test("an export says its site, its people, its terms and its items with their comments, whatever it is cut into", async () => {
  const parts = await partsOf(WHOLE);
  expect(parts.map(({ kind }) => kind)).toEqual(["site", "author", "term", "term", "item"]);
  expect(parts[0]).toMatchObject({
    title: "The Strait Courier",
    address: "https://courier.example/news",
    language: "en-GB",
    version: "1.2",
  });
  expect(parts[1]).toMatchObject({ login: "mira", name: "Mira Oduya" });
  expect(parts[2]).toMatchObject({ taxonomy: "category", slug: "ports", name: "Ports & ferries", parent: "economy" });
  for (const length of [1, 7, 64]) expect(await partsOf(WHOLE, length)).toEqual(parts);
});

test("an item says what it is, where it was and when it came out, and a category stands in it once", async () => {
  const [item] = itemsOf(await partsOf(WHOLE));
  expect(item).toMatchObject({
    line: 19,
    id: "41",
    type: "post",
    status: "publish",
    title: "Ferries & strikes",
    link: "https://courier.example/news/2018/02/ferries/",
    slug: "ferries",
    author: "mira",
    content: "<!-- wp:paragraph --><p>One ]]> two</p>",
    at: new Date("2018-02-16T09:00:00Z"),
    localTime: "2018-02-16 12:00:00",
    isSticky: true,
    hasPassword: false,
    parentId: "",
    terms: [
      { taxonomy: "category", slug: "ports", name: "Ports & ferries" },
      { taxonomy: "post_tag", slug: "strike", name: "Strike" },
    ],
  });
  expect(item?.meta.get("_thumbnail_id")).toBe("77");
});

test("a comment comes with its item, and the address of its reader's machine is not even read", async () => {
  const parts = await partsOf(WHOLE);
  const [comment] = itemsOf(parts)[0]?.comments ?? [];
  expect(comment).toMatchObject({
    id: "9",
    parentId: "",
    author: "Ann",
    email: "ann@reader.example",
    content: "I was there.",
    approved: "1",
    at: new Date("2018-02-16T10:00:00Z"),
  });
  expect(JSON.stringify(parts)).not.toContain("192.0.2.7");
});

test("the names of version 1.0 and those of another prefix say the same", async () => {
  const [other] = itemsOf(
    await partsOf(
      WHOLE.replaceAll("wp:", "old:")
        .replaceAll("xmlns:wp", "xmlns:old")
        .replaceAll("export/1.2/", "export/1.0/")
        .replaceAll("http://wordpress", "https://wordpress"),
    ),
  );
  expect(other?.id).toBe("41");
  expect(other?.comments).toHaveLength(1);
});

test("a draft's zeros are no moment", async () => {
  const draft = WHOLE.replace("2018-02-16 09:00:00", "0000-00-00 00:00:00").replace(
    "2018-02-16 12:00:00",
    "2018-02-30 12:00:00",
  );
  expect(itemsOf(await partsOf(draft))[0]).toMatchObject({ at: null, localTime: "" });
});

test("an export without anything in it still says its site", async () => {
  expect(await partsOf(`${HEAD}</channel></rss>`)).toMatchObject([{ kind: "site", title: "The Strait Courier" }]);
});

test("an export that ends in the middle is refused with its line, and what is no export at once", async () => {
  const middle = WHOLE.slice(0, WHOLE.indexOf("<wp:post_password>"));
  expect(partsOf(middle)).rejects.toThrow(/^line 34, column \d+: the file ends in the middle: <item> is never closed$/);
  expect(partsOf("<html><body/></html>")).rejects.toThrow(XmlProblem);
  expect(partsOf("<html><body/></html>")).rejects.toThrow("begins with <html>, and an export of WordPress with <rss>");
});
