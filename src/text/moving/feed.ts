/**
 * A feed (RSS of every version, Atom, JSON Feed) as stories: how a site without any other export is moved. What is wrong with
 * the file is found strictly; what an item says is read as the wire reads it.
 */
import { parseFeed } from "feedsmith";
import { JsonProblem, jsonPieces, type Way } from "#lib/json-pieces.ts";
import { type XmlEvent, type XmlOpen, xmlEvents } from "#lib/xml.ts";
import type { CopyPicture, WireCopy } from "#text/wire/copy.ts";
import { picturesOf } from "#text/wire/pictures.ts";
import { readWireText } from "#text/wire/read/wire.ts";
import { OldFileProblem, type OldNamed, type OldPart, type OldSite, type OldStory } from "./story.ts";

/** A feed without its items, read in a first run through it, and how many it has. */
export type FeedFrame = {
  readonly site: OldSite;
  /** The text of a feed with this item and no other, and nothing else of what stands beside it. */
  readonly around: (item: string) => string;
  readonly items: number;
};

/** The file once through: whether it is whole and a feed. `step` is told how many items there are. */
export async function lookThroughFeed(pieces: FeedPieces, step: (items: number) => void): Promise<FeedFrame> {
  let items = 0;
  const isJson = await isJsonFeed(pieces());
  const shell = isJson ? new JsonShell() : new XmlShell();
  for await (const some of isJson ? jsonItems(pieces(), shell) : xmlItems(pieces(), shell)) {
    items += some.length;
    step(items);
  }
  return { site: siteOf(shell.whole()), around: shell.around(), items };
}

/** The parts of a feed, some at a time. */
export async function* feedParts(pieces: FeedPieces, { site, around }: FeedFrame): AsyncGenerator<readonly OldPart[]> {
  yield [{ kind: "site", site }];
  let before = 0;
  const isJson = await isJsonFeed(pieces());
  for await (const some of isJson ? jsonItems(pieces()) : xmlItems(pieces()))
    for (const item of some) yield [partFrom(before++, item, around(item), site.address)];
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

  whole(): string {
    return JSON.stringify({ ...this.#fields, items: [] });
  }

  around(): FeedFrame["around"] {
    return (item) => `{"items":[${item}]}`;
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
  #whole = "";
  readonly #open: XmlOpen[] = [];
  #around: FeedFrame["around"] | undefined;

  add(event: XmlEvent): void {
    this.#whole += written(event);
    if (event.kind === "open") this.#open.push(event);
    if (event.kind === "close") this.#open.pop();
  }

  /** What the first item stands in, the others stand in too. */
  itemHere(): void {
    if (this.#around) return;
    const before = this.#open.map(written).join("");
    const after = this.#open
      .toReversed()
      .map(({ name }) => `</${name}>`)
      .join("");
    this.#around = (item) => before + item + after;
  }

  whole(): string {
    return this.#whole;
  }

  around(): FeedFrame["around"] {
    return this.#around ?? ((item) => item);
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
        if (shell instanceof XmlShell) shell.itemHere();
      }
      if (item === undefined) {
        if (shell instanceof XmlShell) shell.add(event);
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

function siteOf(text: string): OldSite {
  const { format, feed } = read(text);
  const home =
    format === "atom"
      ? feed.links?.find(({ rel }) => rel === undefined || rel === "alternate")?.href
      : format === "json"
        ? feed.home_page_url
        : feed.link;
  const title = format === "atom" ? feed.title?.value : feed.title;
  return { title: title ?? "", address: originOf(home) };
}

function partFrom(at: number, item: string, text: string, home: string): OldPart {
  const where = { row: `item ${at + 1}`, id: "" };
  const read = readWireText(text, { address: home || undefined });
  if ("problem" in read) return leftOut(where, `it cannot be read: ${read.problem.replace(/\.$/, "")}`);
  const [copy] = read.items;
  if (!copy || (copy.headline === "" && copy.body.words.trim() === ""))
    return leftOut({ ...where, id: copy?.id ?? "" }, "it has neither a headline nor a text");
  if (copy.id === null) return leftOut(where, "it has neither an id nor an address, so it could not be told apart");
  return { kind: "story", story: storyFrom({ ...where, id: copy.id }, copy, item) };
}

function leftOut(where: { readonly row: string; readonly id: string }, why: string): OldPart {
  return { kind: "left-out", left: { ...where, fate: "refused", why } };
}

function storyFrom(where: { readonly row: string; readonly id: string }, copy: WireCopy, item: string): OldStory {
  const link = copy.address ?? "";
  const at = copy.firstCreated;
  const [section = null, ...topics] = copy.topics.map(named);
  const pictures = picturesOf(copy);
  const [lead, ...beside] = pictures.filter(({ shownAs }) => shownAs.length === 0);
  return {
    ...where,
    kind: "story",
    state: "published",
    title: escaped(copy.headline),
    standfirst: escaped(copy.standfirst),
    html: [copy.body.words.replace(/^<base [^>]*>/, ""), ...beside.map(figureOf)].join("\n"),
    slug: lastStep(link),
    addresses: [...new Set([link, where.id].filter((one) => /^https?:\/\//.test(one)))],
    authors: copy.authors.filter((name) => !isMailbox(name, item)).map(named),
    section,
    topics,
    at,
    picture: lead?.href ?? null,
    pictureWords: new Map(
      pictures.map(({ href, alt, caption, credit, usageTerms }) => [
        href,
        { alt, caption, credit, licence: usageTerms },
      ]),
    ),
    notes: at === null ? ["it has no date, so it stands under today's"] : [],
  };
}

function named(name: string): OldNamed {
  return { slug: "", name };
}

function figureOf({ href, alt, caption }: CopyPicture): string {
  const quoted = (words: string) => escaped(words).replaceAll('"', "&quot;");
  return `<figure><img src="${quoted(href)}" alt="${quoted(alt)}"><figcaption>${escaped(caption)}</figcaption></figure>`;
}

/** A feed that gives an address in place of an author gives no name. */
function isMailbox(name: string, item: string): boolean {
  return /^[\w.+-]+$/.test(name) && item.includes(`${name}@`);
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
