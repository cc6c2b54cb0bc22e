/** RSS in all its versions, Atom and JSON Feed, as they really come: an item is lost to nothing but its own emptiness. */

import { type Token, Tokenizer } from "parse5";
import { RAW_TEXT } from "#text/document/html-elements.ts";
import { type CopyPicture, NO_COPY, type WireCopy } from "../copy.ts";
import { asHtml, escaped } from "../loose-xml.ts";
import { childAt, childrenOf, descendantsOf, lineOf, wordsOf, type XmlNode } from "../xml-tree.ts";
import { instantFrom } from "./dates.ts";

export type ReadFeed = {
  readonly title: string;
  readonly language: string | null;
  /** Where it says subscribers are told at once. */
  readonly hub: string | null;
  /** What it calls itself. */
  readonly self: string | null;
  /** How long it asks to be left alone after each time: RSS `ttl`, or the syndication module's period. */
  readonly ttlMinutes: number | null;
  /** Hours (0 to 23, UTC) and days (0 is Sunday) at which it asks not to be asked. */
  readonly skips: { readonly hours: readonly number[]; readonly days: readonly number[] };
  readonly items: readonly WireCopy[];
};

const NO_SKIPS: ReadFeed["skips"] = { hours: [], days: [] };
const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const PERIOD_MINUTES: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 24 * 60,
  weekly: 7 * 24 * 60,
  monthly: 30 * 24 * 60,
  yearly: 365 * 24 * 60,
};

const ATOM = "http://www.w3.org/2005/Atom";
const XHTML = "http://www.w3.org/1999/xhtml";

/** Items wherever they stand: in the channel, beside it (RSS 1.0), or in a feed in something else. */
export function readXmlFeed(root: XmlNode, address: string | undefined): ReadFeed {
  const isAtom =
    ["feed", "entry"].includes(root.name) ||
    (descendantsOf(root, "entry").length > 0 && descendantsOf(root, "item").length === 0);
  const head = isAtom ? root : (descendantsOf(root, "channel")[0] ?? root);
  const base = resolved(baseOf(root) ?? baseOf(head), address) ?? address ?? linkOf(head, address);
  const language = root.attributes["xml:lang"] || lineOf(childAt(head, "language")) || null;
  const links = childrenOf(head, "link").filter(({ attributes }) => attributes["href"]);
  const linked = (rel: string) =>
    resolved(links.find(({ attributes }) => attributes["rel"] === rel)?.attributes["href"], base);
  const title = plainWords(head, "title");
  const name = isAtom ? "entry" : "item";
  const found = root.name === name ? [root] : descendantsOf(root, name);
  const items = [
    ...found.map((item) => itemFrom(item, { base, language, feedTitle: title })),
    ...descendantsOf(root, "deleted-entry").map(tombstone),
  ];
  return {
    title,
    language: tag(language),
    hub: linked("hub") ?? null,
    self: linked("self") ?? null,
    ttlMinutes: ttlOf(head),
    skips: skipsOf(head),
    items: items.filter(saysSomething),
  };
}

function ttlOf(head: XmlNode): number | null {
  const ttl = Number(lineOf(childAt(head, "ttl")));
  if (Number.isFinite(ttl) && ttl > 0) return ttl;
  const period = PERIOD_MINUTES[lineOf(childAt(head, "updatePeriod")).toLowerCase()];
  const times = Number(lineOf(childAt(head, "updateFrequency")) || "1");
  return period !== undefined && times >= 1 ? period / times : null;
}

/** RSS 2.0: `skipHours` (0 to 23, and in old feeds 24 for midnight) and `skipDays`. A feed that forbids all forbids none. */
function skipsOf(head: XmlNode): ReadFeed["skips"] {
  const said = (name: string, of: string) => {
    const list = childAt(head, name);
    return list ? childrenOf(list, of).map(lineOf) : [];
  };
  const hours = [
    ...new Set(
      said("skipHours", "hour")
        .filter((hour) => /^\d{1,2}$/.test(hour))
        .map((hour) => Number(hour) % 24),
    ),
  ];
  const days = [
    ...new Set(
      said("skipDays", "day")
        .map((day) => DAYS.indexOf(day.toLowerCase()))
        .filter((day) => day >= 0),
    ),
  ];
  return { hours: hours.length < 24 ? hours : [], days: days.length < 7 ? days : [] };
}

/** RFC 6721: what was in an Atom feed and is taken back. */
function tombstone(entry: XmlNode): WireCopy {
  return {
    ...NO_COPY,
    id: entry.attributes["ref"] ?? null,
    status: "canceled",
    signal: "kill",
    note: textOf(lineOf(childAt(entry, "comment"))),
    versionCreated: instantFrom(entry.attributes["when"] ?? ""),
    address: resolved(childrenOf(entry, "link")[0]?.attributes["href"], undefined) ?? null,
  };
}

type Around = { readonly base: string | undefined; readonly language: string | null; readonly feedTitle: string };

function itemFrom(item: XmlNode, { base: outer, language, feedTitle }: Around): WireCopy {
  const base = resolved(baseOf(item), outer) ?? outer;
  const address = linkOf(item, base) ?? null;
  const guid = lineOf(childAt(item, "guid")) || lineOf(childAt(item, "id")) || item.attributes["rdf:about"] || "";
  const [content, summary] = wordsOfItem(item);
  const dates = (...names: string[]) =>
    names.map((name) => instantFrom(lineOf(childAt(item, name)))).find((one) => one !== null) ?? null;
  const firstCreated = dates("published", "pubDate", "issued", "date", "created", "pubdate");
  const html = content || summary;
  const linksFrom = address ?? base;
  return {
    ...NO_COPY,
    id: guid || address,
    language: tag(item.attributes["xml:lang"] ?? language),
    firstCreated: firstCreated ?? dates("updated", "modified"),
    versionCreated: dates("updated", "modified") ?? firstCreated,
    headline: plainWords(item, "title") || firstWords(html) || lineOf(childAt(item, "title")),
    standfirst: content && summary && textOf(summary) !== textOf(content) ? textOf(summary) : "",
    authors: authorsOf(item),
    topics: childrenOf(item, "category", "subject")
      .map((one) => textOf(one.attributes["label"] ?? one.attributes["term"] ?? wordsOf(one)))
      .filter(Boolean),
    provider: textOf(lineOf(childAt(item, "source", "title")) || lineOf(childAt(item, "source"))) || feedTitle || null,
    rights: { holder: "", notice: plainWords(item, "rights") || plainWords(item, "copyright"), usageTerms: "" },
    pictures: picturesOf(item, base),
    address,
    body: { format: "html", words: withBase(html, linksFrom) },
  };
}

/** An item that has neither a title nor words nor an address is no item. */
function saysSomething({ headline, body, address, id }: WireCopy): boolean {
  return headline !== "" || body.words.trim() !== "" || address !== null || id !== null;
}

/** The whole text and what stands above it, as HTML. */
function wordsOfItem(item: XmlNode): readonly [content: string, summary: string] {
  const [encoded] = childrenOf(item, "encoded", "fullitem");
  const bodies = childrenOf(item, "body").filter(({ space }) => space === XHTML || space === undefined);
  const contents = childrenOf(item, "content").filter(({ attributes }) => !attributes["url"] && !attributes["src"]);
  const content = encoded ?? contents.find((one) => isHtml(one)) ?? contents[0] ?? bodies[0];
  const summaries = childrenOf(item, "description", "summary");
  const summary = summaries.find(({ space }) => space === undefined || space === ATOM) ?? summaries[0];
  const full = [content, ...contents, ...bodies]
    .map((one) => (one ? htmlOf(one) : ""))
    .find((html) => /<img\b/i.test(html) || textOf(html) !== "");
  return [full ?? "", summary ? htmlOf(summary) : ""];
}

function isHtml({ attributes }: XmlNode): boolean {
  return attributes["type"] === undefined || /html/.test(attributes["type"]);
}

/** RFC 4287 §3.1 for Atom; in RSS whatever is escaped is HTML, and tags that are not are too. */
function htmlOf(node: XmlNode): string {
  const { attributes, children } = node;
  const holdsTags = children.some((one) => typeof one !== "string");
  if (holdsTags) return asHtml(children);
  if ((attributes["type"] ?? "").startsWith("image/")) return "";
  // Atom 0.3 §3.1.2
  const words = attributes["mode"] === "base64" ? fromBase64(wordsOf(node)) : wordsOf(node);
  if (node.space === ATOM && (attributes["type"] ?? "text") === "text") return escaped(words);
  // Plain words with line ends and no tag keep their paragraphs.
  return /<[a-z!/]/i.test(words)
    ? words
    : words
        .split(/\n\s*\n/)
        .map((one) => `<p>${one.trim()}</p>`)
        .join("\n");
}

function fromBase64(words: string): string {
  return Buffer.from(words, "base64").toString("utf8");
}

function plainWords(node: XmlNode, name: string): string {
  const all = childrenOf(node, name);
  const own =
    all.find(({ space }) => space === undefined || space === ATOM) ?? all.find(({ space }) => !space?.includes("mrss"));
  return own ? textOf(htmlOf(own)) : "";
}

/** The words of HTML on one line; scripts and styles have none. */
export function textOf(html: string): string {
  if (!/[<&]/.test(html)) return html.replaceAll(/\s+/g, " ").trim();
  // A stream of tags and no tree: what is nested a million times takes no longer than what is not.
  const words: string[] = [];
  let silent: string | undefined;
  const hear = ({ chars }: Token.CharacterToken) => {
    if (silent === undefined) words.push(chars);
  };
  const tokenizer: Tokenizer = new Tokenizer(
    {},
    {
      onStartTag({ tagName }) {
        const raw = RAW_TEXT.get(tagName);
        if (raw !== undefined) tokenizer.state = raw;
        if (WITHOUT_WORDS.has(tagName)) silent ??= tagName;
        if (/^(p|div|br|li|h\d)$/.test(tagName)) words.push(" ");
      },
      onEndTag({ tagName }) {
        if (tagName === silent) silent = undefined;
      },
      onCharacter: hear,
      onWhitespaceCharacter: hear,
      onNullCharacter() {},
      onComment() {},
      onDoctype() {},
      onEof() {},
    },
  );
  tokenizer.write(html, true);
  return words.join("").replaceAll(/\s+/g, " ").trim();
}

const WITHOUT_WORDS = new Set(["script", "style", "template"]);

const LONGEST_FIRST_WORDS = 100;

/** The first words of a text stand for a title that is not there. */
function firstWords(html: string): string {
  const words = textOf(html);
  if (words.length <= LONGEST_FIRST_WORDS) return words;
  const cut = words.slice(0, LONGEST_FIRST_WORDS);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 40))}…`.toWellFormed();
}

// Twenty authors in one line; no name has as many letters.
const LONGEST_NAME = 1_000;

function authorsOf(item: XmlNode): string[] {
  const names = childrenOf(item, "creator", "author").map((one) =>
    textOf(lineOf(childAt(one, "name")) || lineOf(one)).slice(0, LONGEST_NAME),
  );
  // RSS asks for an address with the name in brackets behind it.
  const bare = names.map((name) => /^\S+@\S+\s+\((.+)\)$/.exec(name)?.[1] ?? name.replace(/^(\S+)@\S+$/, "$1"));
  return [...new Set(bare.filter((name) => name !== ""))];
}

/** Of the sizes of one picture the largest. A thumbnail, or the picture of an episode, stands for one where there is no other. */
function picturesOf(item: XmlNode, base: string | undefined): CopyPicture[] {
  const groups = descendantsOf(item, "group").map((group) => ({ all: named(group, "content"), group }));
  const inGroups = new Set(groups.flatMap(({ all }) => all));
  const read = (nodes: readonly XmlNode[], around = item) => nodes.flatMap((node) => pictureFrom(node, around, base));
  const whole = [
    ...groups.flatMap(({ all, group }) => read(all.toSorted(byWidth), group).slice(0, 1)),
    ...read(named(item, "content").filter((one) => !inGroups.has(one))),
    ...read(childrenOf(item, "enclosure")),
    ...read(childrenOf(item, "link").filter(({ attributes }) => attributes["rel"] === "enclosure")),
  ];
  const others = read([...named(item, "thumbnail").toSorted(byWidth), ...childrenOf(item, "image")]);
  const found = whole.length > 0 ? whole : others.slice(0, 1);
  return [...new Map(found.toReversed().map((one) => [one.href, one])).values()].toReversed();
}

/** Of the media module: what has an address. */
function named(node: XmlNode, name: string): XmlNode[] {
  return descendantsOf(node, name).filter(({ attributes }) => attributes["url"]);
}

function byWidth(one: XmlNode, other: XmlNode): number {
  const width = ({ attributes }: XmlNode) => Number(attributes["width"]) || 0;
  return width(other) - width(one);
}

function pictureFrom(node: XmlNode, around: XmlNode, base: string | undefined): CopyPicture[] {
  const { attributes, name } = node;
  // RSS 1.0 and 2.0 name a picture's address in an element, iTunes in an attribute.
  const href = resolved(attributes["url"] ?? attributes["href"] ?? lineOf(childAt(node, "url")), base);
  const isPicture = attributes["medium"] === "image" || name === "thumbnail" || name === "image";
  const type = attributes["type"] ?? (isPicture ? "image/*" : "");
  const isNamedSo = href !== undefined && /\.(jpe?g|png|gif|webp|avif)$/i.test(new URL(href).pathname);
  if (href === undefined || !(type.startsWith("image/") || isNamedSo)) return [];
  const said = (what: string) => lineOf(childAt(node, what)) || lineOf(childAt(around, what));
  return [
    {
      href,
      type: type || "image/*",
      alt: textOf(lineOf(childAt(node, "description"))),
      caption: "",
      credit: textOf(said("credit") || lineOf(childAt(node, "copyright"))),
      usageTerms: "",
    },
  ];
}

function baseOf(node: XmlNode): string | undefined {
  return node.attributes["xml:base"];
}

/** The address of the page an item or a feed is about. */
function linkOf(node: XmlNode, base: string | undefined): string | undefined {
  const links = childrenOf(node, "link");
  const said = links.map(({ attributes, ...link }) => ({
    rel: attributes["rel"] ?? "alternate",
    href: attributes["href"] ?? lineOf({ attributes, ...link }),
  }));
  const own =
    said.find(({ rel, href }) => rel === "alternate" && href !== "") ??
    said.find(({ rel, href }) => href !== "" && !["self", "hub", "enclosure", "replies", "edit", "next"].includes(rel));
  const guid = childAt(node, "guid");
  const permanent =
    guid && guid.attributes["isPermaLink"] !== "false" && /^https?:/i.test(lineOf(guid)) ? lineOf(guid) : undefined;
  return resolved(own?.href, base) ?? resolved(permanent, base);
}

/** A whole address of the web, or nothing: what leads to a program, a file or nowhere is no address. */
export function resolved(href: string | undefined, base: string | undefined): string | undefined {
  const written = href?.trim();
  if (!written) return undefined;
  const url = URL.parse(written, base);
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

/** Where a picture is: on the web, or, named without a place, among the files that came with its story. */
export function pictureAt(href: string | undefined, files: string | undefined): string | undefined {
  const name = /^(?:\.\/)?([^/\\:?#]{1,200})$/.exec(href?.trim() ?? "")?.[1];
  if (files === undefined || name === undefined || /^\.+$/.test(name)) return resolved(href, undefined);
  return files + encodeURIComponent(name);
}

/** Says where relative links in a text lead from; `intake` resolves against it. */
function withBase(html: string, base: string | undefined): string {
  return base !== undefined && /\b(?:href|src)\s*=/i.test(html)
    ? `<base href="${escaped(base).replaceAll('"', "&quot;")}">${html}`
    : html;
}

function tag(language: string | null): string | null {
  const written = language?.trim().replaceAll("_", "-") ?? "";
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(written) ? written : null;
}

type Json = Readonly<Record<string, unknown>>;

/** JSON Feed 1 and 1.1, and what calls itself that. */
export function readJsonFeed(feed: Json, address: string | undefined): ReadFeed {
  const language = tag(words(feed["language"]) || null);
  const base = resolved(words(feed["home_page_url"]), address) ?? address;
  const title = textOf(escaped(words(feed["title"])));
  const hubs = list(feed["hubs"]);
  const items = list(feed["items"]).map((item): WireCopy => {
    const link = resolved(words(item["url"]), base) ?? resolved(words(item["external_url"]), base) ?? null;
    const html = words(item["content_html"]) || escaped(words(item["content_text"])).replaceAll("\n", "<br>");
    const firstCreated = instantFrom(words(item["date_published"]));
    const summary = words(item["summary"]).trim();
    return {
      ...NO_COPY,
      id: words(item["id"]) || link,
      language: tag(words(item["language"]) || null) ?? language,
      firstCreated: firstCreated ?? instantFrom(words(item["date_modified"])),
      versionCreated: instantFrom(words(item["date_modified"])) ?? firstCreated,
      headline: textOf(escaped(words(item["title"]))) || firstWords(html || escaped(summary)),
      standfirst: html === "" ? "" : summary,
      authors: [...list(item["authors"]), ...list([item["author"]])]
        .map((one) => words(one["name"]).trim())
        .filter(Boolean),
      topics: (Array.isArray(item["tags"]) ? item["tags"] : []).map(words).filter(Boolean),
      provider: title || null,
      pictures: jsonPictures(item, base),
      address: link,
      body: { format: "html", words: withBase(html || escaped(summary), link ?? base) },
    };
  });
  return {
    title,
    language,
    hub: hubs.map((one) => resolved(words(one["url"]), base)).find((one) => one !== undefined) ?? null,
    self: resolved(words(feed["feed_url"]), address) ?? null,
    ttlMinutes: null,
    skips: NO_SKIPS,
    items: [...items, ...goneOf(feed)].filter(saysSomething),
  };
}

/** Its `image`, and what is attached as a picture, whose title says what it shows. */
function jsonPictures(item: Json, base: string | undefined): CopyPicture[] {
  const attached = list(item["attachments"]).filter((one) => words(one["mime_type"]).startsWith("image/"));
  const image = words(item["image"]) || (attached.length === 0 ? words(item["banner_image"]) : "");
  const all = [
    ...attached.map((one) => ({
      href: words(one["url"]),
      type: words(one["mime_type"]),
      alt: textOf(escaped(words(one["title"]))),
    })),
    { href: image, type: "image/*", alt: "" },
  ];
  const pictures = all.flatMap(({ href: written, ...one }) => {
    const href = resolved(written, base);
    return href === undefined ? [] : [{ ...one, href, caption: "", credit: "", usageTerms: "" }];
  });
  const lead = resolved(image, base);
  const first = pictures.filter(({ href }) => href === lead);
  return [...first.slice(0, 1), ...pictures.filter(({ href }) => href !== lead)];
}

/** What another Dateline says it has taken back, in the extension of its JSON Feed. */
function goneOf(feed: Json): WireCopy[] {
  const [own] = list([feed["_dateline"]]);
  return list(own?.["gone"]).map((one) => ({
    ...NO_COPY,
    id: words(one["id"]) || null,
    status: "canceled" as const,
    signal: "kill" as const,
    note: words(one["note"]),
    versionCreated: instantFrom(words(one["at"])),
  }));
}

/** Ids are to be words; some programs send numbers. */
function words(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

function list(value: unknown): Json[] {
  return (Array.isArray(value) ? value : []).filter(
    (one): one is Json => typeof one === "object" && one !== null && !Array.isArray(one),
  );
}
