/** A feed (RSS, Atom, JSON Feed) as stories: how a site without any other export is moved. */
import { parseFeed } from "feedsmith";
import { OldFileProblem, type OldNamed, type OldPart, type OldStory } from "./story.ts";

/** The parts of a feed. A feed is read whole; one that is no feed throws a sentence. */
export function* feedParts(text: string): Generator<OldPart> {
  const { format, feed } = read(text);
  if (format === "rss") yield* rssParts(feed);
  else if (format === "atom") yield* atomParts(feed);
  else if (format === "json") yield* jsonParts(feed);
  else throw new OldFileProblem("is a feed in RDF, which is not read here; give RSS 2.0, Atom or JSON Feed");
}

function read(text: string): ReturnType<typeof parseFeed> {
  try {
    return parseFeed(text);
  } catch (cause) {
    throw new OldFileProblem("is no feed", { cause });
  }
}

type Feed<Format> = Extract<ReturnType<typeof parseFeed>, { format: Format }>["feed"];

function* rssParts(feed: Feed<"rss">): Generator<OldPart> {
  yield { kind: "site", site: { title: feed.title ?? "", address: originOf(feed.link) } };
  for (const [at, item] of (feed.items ?? []).entries())
    yield storyPart(at, {
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
    });
}

function* atomParts(feed: Feed<"atom">): Generator<OldPart> {
  const home = feed.links?.find(({ rel }) => rel === undefined || rel === "alternate")?.href;
  yield { kind: "site", site: { title: feed.title?.value ?? "", address: originOf(home) } };
  for (const [at, entry] of (feed.entries ?? []).entries())
    yield storyPart(at, {
      id: entry.id ?? "",
      title: entry.title?.value ?? "",
      html: entry.content?.value ?? entry.summary?.value ?? "",
      standfirst: entry.content?.value === undefined ? "" : (entry.summary?.value ?? ""),
      link: entry.links?.find(({ rel }) => rel === undefined || rel === "alternate")?.href ?? "",
      authors: (entry.authors ?? []).map(({ name }) => name ?? ""),
      categories: (entry.categories ?? []).map(({ label, term }) => label ?? term ?? ""),
      date: entry.published ?? entry.updated,
    });
}

function* jsonParts(feed: Feed<"json">): Generator<OldPart> {
  yield { kind: "site", site: { title: feed.title ?? "", address: originOf(feed.home_page_url) } };
  for (const [at, item] of (feed.items ?? []).entries())
    yield storyPart(at, {
      id: item.id ?? item.url ?? "",
      title: item.title ?? "",
      html: item.content_html ?? escaped(item.content_text ?? ""),
      standfirst: item.summary ?? "",
      link: item.url ?? "",
      authors: (item.authors ?? []).map(({ name }) => name ?? ""),
      categories: item.tags ?? [],
      date: item.date_published,
    });
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
