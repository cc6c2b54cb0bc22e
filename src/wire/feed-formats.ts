/** What a feed is, and its three formats: RSS 2.0, Atom (RFC 4287), JSON Feed 1.1. It knows no store. */

import { directionOf } from "#lib/direction.ts";

export type Feed = {
  readonly title: string;
  readonly home: string;
  readonly self: string;
  /** Where subscribers are told at once (WebSub). */
  readonly hubs: readonly string[];
  readonly language: string;
  readonly updated: Date;
  readonly publisher: string;
  readonly copyright: string;
  /** The newest state of the publication log: whoever keeps a feed can prove later what had been logged. */
  readonly log: { readonly about: string; readonly key: string; readonly checkpoint: string };
  readonly items: readonly FeedItem[];
  /** What stood here and was taken back. */
  readonly gone: readonly { readonly id: string; readonly at: Date }[];
  /** What is said of that where a format knows no mark for it. */
  readonly takenBack: { readonly title: string; readonly sentence: string };
  /** What it depends on beside what every feed does. */
  readonly topics?: readonly string[];
};

export type FeedItem = {
  /** Stays when the address changes. */
  readonly id: string;
  readonly address: string;
  readonly headline: string;
  /** Else the first words of the text. */
  readonly standfirst: string;
  readonly html: string;
  /** Of its words, where that is not the feed's. */
  readonly language?: string | undefined;
  readonly publishedAt: Date;
  readonly changedAt: Date;
  readonly authors: readonly { readonly name: string; readonly url: string }[];
  /** Section first, then topics. */
  readonly categories: readonly string[];
  readonly picture: FeedPicture | null;
};

export type FeedPicture = {
  /** Whole address. */
  readonly url: string;
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number | undefined;
  readonly alt: string;
  readonly credit: string;
};

// What writes them is loaded with the first feed: readers of pages need not wait for it at the start.
export const FEED_FORMATS = [
  { file: "feed.xml", type: "application/rss+xml", print: asRss },
  { file: "atom.xml", type: "application/atom+xml", print: asAtom },
  { file: "feed.json", type: "application/feed+json", print: asJsonFeed },
] as const;

async function asRss(feed: Feed): Promise<string> {
  const { generateRssFeed } = await import("feedsmith");
  const { title, home, self, hubs, language, updated, log, items, gone, takenBack, copyright } = feed;
  return withCheckpoint(
    "rss",
    "channel",
    log,
    generateRssFeed({
      title,
      link: home,
      description: title,
      language,
      copyright,
      lastBuildDate: updated,
      atom: {
        links: [
          { href: self, rel: "self", type: "application/rss+xml" },
          ...hubs.map((href) => ({ href, rel: "hub" })),
        ],
      },
      items: [
        ...items.map((item) => ({
          title: item.headline,
          link: item.address,
          guid: { value: item.id, isPermaLink: false },
          pubDate: item.publishedAt,
          ...(item.standfirst !== "" && { description: escaped(item.standfirst) }),
          dc: { creators: item.authors.map((author) => author.name) },
          ...(item.categories.length > 0 && { categories: item.categories.map((name) => ({ name })) }),
          content: { encoded: inItsLanguage(item) },
          atom: { updated: item.changedAt },
          ...(item.picture && pictureInRss(item.picture)),
        })),
        // RSS knows no tombstone: under the id a reader has it by stands that it is taken back, without a word of it. Its
        // address is made of its headline.
        ...gone.map(({ id, at }) => ({
          title: takenBack.title,
          description: escaped(takenBack.sentence),
          guid: { value: id, isPermaLink: false },
          pubDate: at,
          atom: { updated: at },
        })),
      ],
    }),
  );
}

/** An enclosure has to say its length; readers that know Media RSS are told who made it and what it shows. */
function pictureInRss({ url, type, width, height, bytes, alt, credit }: FeedPicture) {
  return {
    ...(bytes !== undefined && { enclosures: [{ url, length: bytes, type }] }),
    media: {
      contents: [
        {
          url,
          type,
          medium: "image" as const,
          width,
          height,
          ...(alt !== "" && { description: { value: alt, type: "plain" } }),
          ...(credit !== "" && { credits: [{ value: credit, role: "author" }] }),
        },
      ],
    },
  };
}

async function asAtom(feed: Feed): Promise<string> {
  const { generateAtomFeed } = await import("feedsmith");
  const { title, home, self, hubs, language, updated, publisher, log, items, gone, copyright } = feed;
  const xml = generateAtomFeed({
    id: self,
    title: { value: title },
    updated,
    xml: { lang: language },
    authors: [{ name: publisher }],
    rights: { value: copyright },
    links: [
      { href: self, rel: "self", type: "application/atom+xml" },
      { href: home, rel: "alternate", type: "text/html", hreflang: language },
      ...hubs.map((href) => ({ href, rel: "hub" })),
    ],
    entries: items.map((item) => ({
      id: item.id,
      title: { value: item.headline },
      published: item.publishedAt,
      updated: item.changedAt,
      links: [
        { href: item.address, rel: "alternate", type: "text/html", hreflang: language },
        ...(item.picture
          ? [
              {
                href: item.picture.url,
                rel: "enclosure",
                type: item.picture.type,
                ...(item.picture.bytes !== undefined && { length: item.picture.bytes }),
              },
            ]
          : []),
      ],
      // RFC 4287 §4.1.2: an entry without authors of its own has the feed's.
      authors: item.authors.map(({ name, url }) => ({ name, uri: url })),
      ...(item.categories.length > 0 && { categories: item.categories.map((term) => ({ term })) }),
      ...(item.standfirst !== "" && { summary: { value: item.standfirst } }),
      content: { type: "html", value: inItsLanguage(item) },
    })),
  });
  return withCheckpoint("feed", "feed", log, withTombstones(xml, gone));
}

/** RFC 6721: what stood in the feed and is not to be shown any more. */
function withTombstones(xml: string, gone: Feed["gone"]): string {
  if (gone.length === 0) return xml;
  const deleted = gone.map(({ id, at }) => `<at:deleted-entry ref="${escaped(id)}" when="${at.toISOString()}"/>`);
  const end = xml.lastIndexOf("</feed>");
  const head = xml.slice(0, end).replace("<feed ", `<feed xmlns:at="http://purl.org/atompub/tombstones/1.0" `);
  return `${head}${deleted.join("")}${xml.slice(end)}`;
}

// The elements of a feed may be followed by those of others (RSS 2.0, "Extending RSS"; RFC 4287 §6.4). This one is called
// after the description of what stands in it.
const CHECKPOINT_SPACE = "https://c2sp.org/tlog-checkpoint";

function withCheckpoint(outermost: string, within: string, { checkpoint }: Feed["log"], xml: string): string {
  const end = xml.lastIndexOf(`</${within}>`);
  const head = xml.slice(0, end).replace(`<${outermost} `, `<${outermost} xmlns:tlog="${CHECKPOINT_SPACE}" `);
  return wellFormed(`${head}<tlog:checkpoint>${escaped(checkpoint)}</tlog:checkpoint>${xml.slice(end)}`);
}

async function asJsonFeed({ title, home, self, hubs, language, publisher, log, items, gone }: Feed): Promise<string> {
  const { generateJsonFeed } = await import("feedsmith");
  const feed = generateJsonFeed({
    title,
    home_page_url: home,
    feed_url: self,
    language,
    authors: [{ name: publisher, url: home }],
    ...(hubs.length > 0 && { hubs: hubs.map((url) => ({ type: "WebSub", url })) }),
    items: items.map((item) => ({
      id: item.id,
      url: item.address,
      title: item.headline,
      content_html: inItsLanguage(item),
      ...(item.standfirst !== "" && { summary: item.standfirst }),
      ...(item.picture && {
        image: item.picture.url,
        attachments: [
          {
            url: item.picture.url,
            mime_type: item.picture.type,
            ...(item.picture.alt !== "" && { title: item.picture.alt }),
            ...(item.picture.bytes !== undefined && { size_in_bytes: item.picture.bytes }),
          },
        ],
      }),
      date_published: item.publishedAt,
      date_modified: item.changedAt,
      ...(item.authors.length > 0 && { authors: item.authors.map(({ name, url }) => ({ name, url })) }),
      ...(item.categories.length > 0 && { tags: [...item.categories] }),
      language: item.language ?? language,
    })),
  });
  const takenBack = gone.map(({ id, at }) => ({ id, at: at.toISOString() }));
  // JSON Feed 1.1, "Extensions": a name that begins with an underscore.
  const ours = { ...log, ...(takenBack.length > 0 && { gone: takenBack }) };
  // A feed without items has to say so: JSON Feed 1.1, "items".
  return `${JSON.stringify({ items: [], ...Object(feed), _dateline: ours }, null, 2)}\n`;
}

/** The headline stays in the feed's language, so that only the words can say theirs, and their direction with it. */
function inItsLanguage({ html, language }: FeedItem): string {
  return language === undefined ? html : `<div lang="${language}" dir="${directionOf(language)}">\n${html}\n</div>`;
}

/** XML 1.0 §2.2: what a text may hold as a character and XML may not, even as a reference. */
function wellFormed(xml: string): string {
  return xml.toWellFormed().replace(/[^\P{Cc}\t\n\r\u0080-\u009F]|[\uFFFE\uFFFF]/gu, "");
}

/** Words as HTML; RSS readers take a description for it (RSS 2.0, "description"). */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
