/**
 * WordPress eXtended RSS, read as it arrives: the site, its authors and terms, and its items with their comments. It says
 * what the file says; what becomes of it is the importer's. Addresses of readers' machines are not even read.
 */
import { type XmlEvent, type XmlOpen, XmlProblem, xmlEvents } from "#lib/xml.ts";

export type WxrPart =
  | ({ readonly kind: "site" } & WxrSite)
  | ({ readonly kind: "author" } & WxrAuthor)
  | ({ readonly kind: "term" } & WxrTerm)
  | ({ readonly kind: "item" } & WxrItem);

/** What the file says of the site before its first author, term or item. */
export type WxrSite = {
  readonly title: string;
  /** Its front page, without a slash at its end; empty when the file gives none. */
  readonly address: string;
  readonly language: string;
  readonly version: string;
};

export type WxrAuthor = { readonly login: string; readonly name: string; readonly line: number };

export type WxrTerm = {
  /** `category`, `post_tag`, or what a plug-in has made. */
  readonly taxonomy: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  /** The slug of the term above it, or empty. */
  readonly parent: string;
  readonly line: number;
};

export type WxrItem = {
  /** Where it begins in the file. */
  readonly line: number;
  /** Unique in its site; empty when the file gives none. */
  readonly id: string;
  /** `post`, `page`, `attachment`, `nav_menu_item` … */
  readonly type: string;
  /** `publish`, `draft`, `pending`, `future`, `private`, `trash`, `inherit` … */
  readonly status: string;
  readonly title: string;
  /** Its address, and the one feeds knew it by. */
  readonly link: string;
  readonly guid: string;
  readonly slug: string;
  /** The login of its author. */
  readonly author: string;
  readonly content: string;
  readonly excerpt: string;
  /** When it came or comes out; null where the file gives no moment that is one. */
  readonly at: Date | null;
  /** The same on the site's own clock, `2018-02-16 10:30:00`, which alone drafts have; empty when there is none. */
  readonly localTime: string;
  readonly changedAt: Date | null;
  readonly parentId: string;
  readonly isSticky: boolean;
  readonly hasPassword: boolean;
  readonly takesComments: boolean;
  readonly terms: readonly { readonly taxonomy: string; readonly slug: string; readonly name: string }[];
  /** Of a key that comes again, the last value. */
  readonly meta: ReadonlyMap<string, string>;
  /** Where an attachment's file is. */
  readonly file: string;
  readonly comments: readonly WxrComment[];
};

export type WxrComment = {
  readonly line: number;
  readonly id: string;
  /** The id of the comment it answers; empty for the first of a thread. */
  readonly parentId: string;
  readonly author: string;
  readonly email: string;
  readonly url: string;
  readonly at: Date | null;
  readonly content: string;
  /** `1` shown, `0` held, `spam`, `trash`. */
  readonly approved: string;
  /** Empty or `comment`; `pingback`, `trackback` … */
  readonly type: string;
  /** Who wrote it of those who had an account there, `0` for a reader. */
  readonly userId: string;
};

/** What is in the file cannot be taken as a site's export; its message goes on after a line and column. */
export { XmlProblem } from "#lib/xml.ts";

/** The parts of an export in the order of the file, some at a time. The site comes first, even where it says nothing. */
export async function* readWxr(chunks: AsyncIterable<string>): AsyncGenerator<readonly WxrPart[]> {
  const reader = new Reader();
  for await (const events of xmlEvents(chunks)) {
    const parts: WxrPart[] = [];
    for (const event of events) reader.take(event, parts);
    if (parts.length > 0) yield parts;
  }
  const rest = reader.end();
  if (rest.length > 0) yield rest;
}

/** An element with what stands in it: enough for the shallow records of an export. */
type Element = {
  readonly key: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
  text: string;
  readonly inside: Element[];
};

// An item is a text and its comments; what is larger is held by no site of this world.
const MOST_CHARACTERS = 64 * 1024 * 1024;

class Reader {
  /** The keys of what is open, from the root on. */
  readonly #path: string[] = [];
  readonly #elements: Element[] = [];
  readonly #site = { title: "", address: "", blog: "", language: "", version: "" };
  #isSaid = false;
  #characters = 0;

  take(event: XmlEvent, parts: WxrPart[]): void {
    if (event.kind === "open") this.#open(event);
    else if (event.kind === "text") this.#text(event.text);
    else this.#close(parts);
  }

  /** The site of a file without anything else in it. */
  end(): WxrPart[] {
    return this.#isSaid ? [] : [this.#siteSaid()];
  }

  #open(event: XmlOpen): void {
    const key = keyOf(event);
    const { line, column, attributes } = event;
    if (this.#path.length === 0 && key !== "rss")
      throw new XmlProblem(`begins with <${event.name}>, and an export of WordPress with <rss>`, { line, column });
    this.#path.push(key);
    if (this.#path.length < 3) return;
    const element: Element = { key, attributes, line, text: "", inside: [] };
    this.#elements.at(-1)?.inside.push(element);
    if (this.#elements.length === 0) this.#characters = 0;
    this.#elements.push(element);
  }

  #text(text: string): void {
    const element = this.#elements.at(-1);
    if (!element) return;
    this.#characters += text.length;
    if (this.#characters > MOST_CHARACTERS)
      throw new XmlProblem(`has a <${this.#elements[0]?.key}> larger than 64 MB`, { line: element.line, column: 1 });
    element.text += text;
  }

  #close(parts: WxrPart[]): void {
    this.#path.pop();
    const element = this.#elements.pop();
    if (!element || this.#elements.length > 0) return;
    if (this.#isHead(element)) return;
    const part = partOf(element);
    if (!part) return;
    if (!this.#isSaid) parts.push(this.#siteSaid());
    this.#isSaid = true;
    parts.push(part);
  }

  #isHead({ key, text }: Element): boolean {
    const said = text.trim();
    const site = this.#site;
    if (key === "title") site.title ||= said;
    else if (key === "link") site.address ||= said;
    else if (key === "language") site.language ||= said;
    else if (key === "wp:wxr_version") site.version ||= said;
    else if (key === "wp:base_blog_url") site.blog ||= said;
    else return false;
    return true;
  }

  #siteSaid(): WxrPart {
    const { title, address, blog, language, version } = this.#site;
    return { kind: "site", title, language, version, address: (blog || address).replace(/\/+$/, "") };
  }
}

/** `wp:post_id` whatever prefix the file has for it, and whichever of its versions the format is in. */
function keyOf({ name, local, space }: XmlOpen): string {
  if (space === undefined) return name;
  if (/^https?:\/\/wordpress\.org\/export\/[\d.]+\/excerpt\/?$/.test(space)) return `excerpt:${local}`;
  if (/^https?:\/\/wordpress\.org\/export\//.test(space)) return `wp:${local}`;
  if (/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content\/?$/.test(space)) return `content:${local}`;
  if (/^https?:\/\/purl\.org\/dc\/elements\/1\.1\/?$/.test(space)) return `dc:${local}`;
  return space === "" ? local : `{${space}}${local}`;
}

function partOf(element: Element): WxrPart | undefined {
  switch (element.key) {
    case "item":
      return { kind: "item", ...itemOf(element) };
    case "wp:author":
      return authorOf(element);
    case "wp:category":
      return termOf(element, "category", "category_nicename", "cat_name", "category_description", "category_parent");
    case "wp:tag":
      return termOf(element, "post_tag", "tag_slug", "tag_name", "tag_description", "");
    case "wp:term":
      return termOf(element, "", "term_slug", "term_name", "term_description", "term_parent");
    default:
      return undefined;
  }
}

function authorOf(element: Element): WxrPart | undefined {
  const login = said(element, "wp:author_login");
  const whole = ["wp:author_first_name", "wp:author_last_name"].map((name) => said(element, name)).filter(Boolean);
  const name = said(element, "wp:author_display_name") || whole.join(" ") || login;
  return login === "" ? undefined : { kind: "author", login, name, line: element.line };
}

function termOf(
  element: Element,
  taxonomy: string,
  slug: string,
  name: string,
  description: string,
  parent: string,
): WxrPart {
  return {
    kind: "term",
    taxonomy: taxonomy || said(element, "wp:term_taxonomy"),
    slug: said(element, `wp:${slug}`),
    name: said(element, `wp:${name}`) || said(element, `wp:${slug}`),
    description: said(element, `wp:${description}`),
    parent: parent === "" ? "" : said(element, `wp:${parent}`),
    line: element.line,
  };
}

function itemOf(element: Element): WxrItem {
  const localTime = momentWords(said(element, "wp:post_date"));
  return {
    line: element.line,
    id: said(element, "wp:post_id"),
    type: said(element, "wp:post_type") || "post",
    status: said(element, "wp:status") || "publish",
    title: said(element, "title"),
    link: said(element, "link"),
    guid: said(element, "guid"),
    slug: said(element, "wp:post_name"),
    author: said(element, "dc:creator") || said(element, "wp:author"),
    content: written(element, "content:encoded"),
    excerpt: written(element, "excerpt:encoded").trim(),
    at: utc(said(element, "wp:post_date_gmt")) ?? rfc822(said(element, "pubDate")),
    localTime,
    changedAt: utc(said(element, "wp:post_modified_gmt")),
    parentId: withoutZero(said(element, "wp:post_parent")),
    isSticky: said(element, "wp:is_sticky") === "1",
    hasPassword: said(element, "wp:post_password") !== "",
    takesComments: said(element, "wp:comment_status") === "open",
    terms: element.inside.flatMap(termOfItem),
    meta: new Map(
      element.inside
        .filter(({ key }) => key === "wp:postmeta")
        .map((meta) => [said(meta, "wp:meta_key"), written(meta, "wp:meta_value")]),
    ),
    file: said(element, "wp:attachment_url"),
    comments: element.inside.filter(({ key }) => key === "wp:comment").map(commentOf),
  };
}

/** Version 1.0 had every category twice: without its slug, and with it. */
function termOfItem({ key, attributes, text }: Element) {
  const slug = attributes["nicename"] ?? "";
  if (key !== "category" || slug === "") return [];
  const domain = attributes["domain"] ?? "category";
  return [{ taxonomy: domain === "tag" ? "post_tag" : domain, slug, name: text.trim() || slug }];
}

function commentOf(element: Element): WxrComment {
  return {
    line: element.line,
    id: said(element, "wp:comment_id"),
    parentId: withoutZero(said(element, "wp:comment_parent")),
    author: said(element, "wp:comment_author"),
    email: said(element, "wp:comment_author_email"),
    url: said(element, "wp:comment_author_url"),
    at: utc(said(element, "wp:comment_date_gmt")) ?? utc(said(element, "wp:comment_date")),
    content: written(element, "wp:comment_content"),
    approved: said(element, "wp:comment_approved"),
    type: said(element, "wp:comment_type"),
    userId: withoutZero(said(element, "wp:comment_user_id")),
  };
}

/** The words of an element in another, without white space around them; of one that comes again, the first that says anything. */
function said(element: Element, key: string): string {
  for (const one of element.inside) {
    const words = one.key === key ? one.text.trim() : "";
    if (words !== "") return words;
  }
  return "";
}

function written(element: Element, key: string): string {
  return element.inside.find((one) => one.key === key)?.text ?? "";
}

function withoutZero(id: string): string {
  return id === "0" ? "" : id;
}

const MOMENT = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)$/;

/** The moment as it is written, where it is one: drafts have zeros. */
function momentWords(words: string): string {
  return utc(words) === null ? "" : words;
}

/** `2018-02-16 10:30:00`, in UTC. */
function utc(words: string): Date | null {
  if (!MOMENT.test(words) || words.startsWith("0000")) return null;
  const at = new Date(`${words.replace(" ", "T")}Z`);
  return Number.isNaN(at.getTime()) || at.getUTCDate() !== Number(words.slice(8, 10)) ? null : at;
}

/** `Thu, 05 Jan 2012 14:30:46 +0000`; WordPress writes a year before Christ for drafts. */
function rfc822(words: string): Date | null {
  const at = new Date(words);
  return words === "" || Number.isNaN(at.getTime()) || at.getUTCFullYear() < 1 ? null : at;
}
