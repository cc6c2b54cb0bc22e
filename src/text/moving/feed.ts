/** A feed (RSS, Atom, JSON Feed) as stories: how a site without any other export is moved. */
import { parseFeed } from "feedsmith";
import { JsonProblem, jsonPieces, type Way } from "#lib/json-pieces.ts";
import { type XmlEvent, xmlEvents } from "#lib/xml.ts";
import { OldFileProblem, type OldNamed, type OldPart, type OldStory } from "./story.ts";

/** A feed without its items, read in a first run through it, and how many it has. */
export type FeedFrame = {
  /** The text of a feed with these items and no others. */
  readonly around: (items: readonly string[]) => string;
  readonly items: number;
};

// Read by a library that takes texts; a few megabytes at a time.
const AT_A_TIME = 50;

/** The file once through: whether it is whole and a feed. `step` is told how many items there are. */
export async function lookThroughFeed(pieces: FeedPieces, step: (items: number) => void): Promise<FeedFrame> {
  let items = 0;
  const isJson = await isJsonFeed(pieces());
  const shell = isJson ? new JsonShell() : new XmlShell();
  for await (const some of isJson ? jsonItems(pieces(), shell) : xmlItems(pieces(), shell)) {
    items += some.length;
    step(items);
  }
  const around = shell.whole();
  const { format } = read(around([]));
  if (format === "rdf")
    throw new OldFileProblem("is a feed in RDF, which is not read here; give RSS 2.0, Atom or JSON Feed");
  return { around, items };
}

/** The parts of a feed, some at a time. */
export async function* feedParts(pieces: FeedPieces, { around }: FeedFrame): AsyncGenerator<readonly OldPart[]> {
  yield [sitePart(around([]))];
  let before = 0;
  let waiting: string[] = [];
  const isJson = await isJsonFeed(pieces());
  const flush = () => {
    const parts = [...itemParts(around(waiting), before)];
    before += waiting.length;
    waiting = [];
    return parts;
  };
  for await (const some of isJson ? jsonItems(pieces()) : xmlItems(pieces()))
    for (const item of some) {
      waiting.push(item);
      if (waiting.length === AT_A_TIME) yield flush();
    }
  if (waiting.length > 0) yield flush();
}

/** The text of the file from its beginning, as often as it is asked for. */
export type FeedPieces = () => AsyncIterable<string>;

async function isJsonFeed(chunks: AsyncIterable<string>): Promise<boolean> {
  let head = "";
  for await (const chunk of chunks) {
    head += chunk.replace(/^\ufeff/, "");
    if (head.trim() !== "") break;
  }
  return head.trimStart().startsWith("{");
}

/** Everything of a JSON Feed but its items. */
class JsonShell {
  readonly #fields: Record<string, unknown> = {};

  set(key: string, value: unknown): void {
    this.#fields[key] = value;
  }

  whole(): FeedFrame["around"] {
    const { items: _, ...fields } = this.#fields;
    const begun = JSON.stringify(fields).slice(0, -1);
    return (items) => `${begun}${begun === "{" ? "" : ","}"items":[${items.join(",")}]}`;
  }
}

async function* jsonItems(chunks: AsyncIterable<string>, shell?: JsonShell | XmlShell): AsyncGenerator<string[]> {
  const isWanted = ([key, at, ...more]: Way) =>
    key === "items" ? typeof at === "number" && more.length === 0 : key !== undefined;
  try {
    for await (const found of jsonPieces(chunks, { isWanted }))
      yield found.flatMap(({ way: [key], value }) => {
        if (key === "items") return [JSON.stringify(value)];
        if (shell instanceof JsonShell) shell.set(String(key), value);
        return [];
      });
  } catch (cause) {
    if (!(cause instanceof JsonProblem)) throw cause;
    throw new OldFileProblem(`is no feed: it ${cause.message}`, { cause });
  }
}

/** Everything of an RSS or Atom feed but its items, as it would be written with none. */
class XmlShell {
  #before = "";
  #after = "";
  #hasItems = false;

  add(text: string): void {
    if (this.#hasItems) this.#after += text;
    else this.#before += text;
  }

  /** The items stand where the first of them stood. */
  itemsHere(): void {
    this.#hasItems = true;
  }

  whole(): FeedFrame["around"] {
    return (items) => this.#before + items.join("") + this.#after;
  }
}

/** What is kind to broken XML would lose what stands behind the break: it is read strictly first, and written anew. */
async function* xmlItems(chunks: AsyncIterable<string>, shell?: JsonShell | XmlShell): AsyncGenerator<string[]> {
  let item: string | undefined;
  let depth = 0;
  let itemDepth = 0;
  for await (const events of xmlEvents(chunks)) {
    const found: string[] = [];
    for (const event of events) {
      if (event.kind === "close") depth -= 1;
      const isItem = event.kind === "open" && depth <= 2 && (event.local === "item" || event.local === "entry");
      if (item === undefined && isItem) {
        item = "";
        itemDepth = depth;
        if (shell instanceof XmlShell) shell.itemsHere();
      }
      if (item === undefined) {
        if (shell instanceof XmlShell) shell.add(written(event));
      } else {
        item += written(event);
        if (event.kind === "close" && depth === itemDepth) {
          found.push(item);
          item = undefined;
        }
      }
      if (event.kind === "open") depth += 1;
    }
    if (found.length > 0) yield found;
  }
}

function written(event: XmlEvent): string {
  if (event.kind === "text") return escaped(event.text).replaceAll(">", "&gt;");
  if (event.kind === "close") return `</${event.name}>`;
  const attributes = Object.entries(event.attributes).map(
    ([name, value]) => ` ${name}="${escaped(value).replaceAll('"', "&quot;")}"`,
  );
  return `<${event.name}${attributes.join("")}>`;
}

function read(text: string): ReturnType<typeof parseFeed> {
  try {
    return parseFeed(text);
  } catch (cause) {
    throw new OldFileProblem("is no feed", { cause });
  }
}

function sitePart(text: string): OldPart {
  const { format, feed } = read(text);
  const home =
    format === "rss"
      ? feed.link
      : format === "atom"
        ? feed.links?.find(({ rel }) => rel === undefined || rel === "alternate")?.href
        : format === "json"
          ? feed.home_page_url
          : undefined;
  const title = format === "atom" ? feed.title?.value : feed.title;
  return { kind: "site", site: { title: title ?? "", address: originOf(home) } };
}

function* itemParts(text: string, before: number): Generator<OldPart> {
  for (const [at, said] of saidIn(text).entries()) yield storyPart(before + at, said);
}

type Feed<Format> = Extract<ReturnType<typeof parseFeed>, { format: Format }>["feed"];

function saidIn(text: string): readonly Said[] {
  const { format, feed } = read(text);
  if (format === "rss") return rssItems(feed);
  if (format === "atom") return atomItems(feed);
  return format === "json" ? jsonFeedItems(feed) : [];
}

function rssItems(feed: Feed<"rss">): Said[] {
  return (feed.items ?? []).map((item) => ({
    id: item.guid?.value ?? item.link ?? "",
    title: item.title ?? "",
    html: item.content?.encoded ?? item.description ?? "",
    standfirst: item.content?.encoded === undefined ? "" : (item.description ?? ""),
    link: item.link ?? "",
    authors: [
      ...(item.dc?.creators ?? []),
      ...(item.authors ?? []).map(({ name, email }) => name ?? nameOfMailbox(email ?? "")),
    ],
    categories: (item.categories ?? []).map(({ name }) => name ?? ""),
    date: item.pubDate ?? item.dc?.dates?.[0],
  }));
}

function atomItems(feed: Feed<"atom">): Said[] {
  return (feed.entries ?? []).map((entry) => ({
    id: entry.id ?? "",
    title: entry.title?.value ?? "",
    html: entry.content?.value ?? entry.summary?.value ?? "",
    standfirst: entry.content?.value === undefined ? "" : (entry.summary?.value ?? ""),
    link: entry.links?.find(({ rel }) => rel === undefined || rel === "alternate")?.href ?? "",
    authors: (entry.authors ?? []).map(({ name }) => name ?? ""),
    categories: (entry.categories ?? []).map(({ label, term }) => label ?? term ?? ""),
    date: entry.published ?? entry.updated,
  }));
}

function jsonFeedItems(feed: Feed<"json">): Said[] {
  return (feed.items ?? []).map((item) => ({
    id: item.id ?? item.url ?? "",
    title: item.title ?? "",
    html: item.content_html ?? escaped(item.content_text ?? ""),
    standfirst: item.summary ?? "",
    link: item.url ?? "",
    authors: (item.authors ?? []).map(({ name }) => name ?? ""),
    categories: item.tags ?? [],
    date: item.date_published,
  }));
}

type Said = {
  readonly id: string;
  readonly title: string;
  readonly html: string;
  readonly standfirst: string;
  readonly link: string;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  readonly date: unknown;
};

function storyPart(at: number, { id, title, html, standfirst, link, authors, categories, date }: Said): OldPart {
  const where = { row: `item ${at + 1}`, id: id || link };
  if (title === "" && html.trim() === "")
    return { kind: "left-out", left: { ...where, fate: "refused", why: "it has neither a headline nor a text" } };
  if (where.id === "")
    return {
      kind: "left-out",
      left: { ...where, fate: "refused", why: "it has neither an id nor an address, so it could not be told apart" },
    };
  const moment = typeof date === "string" ? new Date(date) : null;
  const named = categories.flatMap((name): OldNamed[] => (name.trim() === "" ? [] : [{ slug: "", name: name.trim() }]));
  const [section = null, ...topics] = named;
  const story: OldStory = {
    ...where,
    kind: "story",
    state: "published",
    title,
    standfirst,
    html,
    slug: lastStep(link),
    addresses: [...new Set([link, id].filter((one) => /^https?:\/\//.test(one)))],
    authors: authors.flatMap((name) => (name.trim() === "" ? [] : [{ slug: "", name: name.trim() }])),
    section,
    topics,
    at: moment === null || Number.isNaN(moment.getTime()) ? null : moment,
    picture: null,
    notes: moment === null || Number.isNaN(moment.getTime()) ? ["it has no date, so it stands under today's"] : [],
  };
  return { kind: "story", story };
}

/** `desk@news.example (Mira Oduya)`: the name, and never the address. */
function nameOfMailbox(mailbox: string): string {
  return /\(([^()]+)\)/.exec(mailbox)?.[1] ?? (mailbox.includes("@") ? "" : mailbox);
}

function originOf(address: string | undefined): string {
  return URL.parse(address ?? "")?.origin ?? "";
}

function lastStep(link: string): string {
  const steps = URL.parse(link)?.pathname.split("/").filter(Boolean) ?? [];
  return (steps.at(-1) ?? "").replace(/\.(?:html?|php|aspx?)$/i, "");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
