/**
 * Replies on their way to another program: what leaves of one, and each of the four files written piece by piece. No
 * address of a reader is among it, and nothing is derived from one; what readers here do not see leaves only where the
 * other program keeps such things from its readers, too.
 */
import { printHtml } from "../document/html.ts";
import { printMarkdown } from "../document/markdown.ts";
import { replyDocument } from "../replies/document.ts";

export type LeavingThread = {
  readonly id: string;
  /** Its number for programs that count, unique among threads. */
  readonly number: number;
  /** The story's own address, and its path alone. */
  readonly address: string;
  readonly path: string;
  readonly slug: string;
  readonly title: string;
  readonly standfirst: string;
  readonly at: Date;
};

export type LeavingReply = {
  /** What the other program calls it: its old id there, or one made from ours. */
  readonly id: string;
  /** Of what it answers; empty for the first of a thread. */
  readonly parentId: string;
  /** Of the first reply of its thread; its own where it is that. */
  readonly rootId: string;
  /** `place`: it is gone, or does not leave, and has answers that do: no name and no word of it. */
  readonly as: "shown" | "held" | "spam" | "trash" | "place";
  readonly name: string;
  /** The small Markdown of replies. */
  readonly text: string;
  /** The sentence of the story it speaks of, which no other program has a place for: it goes before the words. */
  readonly quote: string;
  readonly at: Date;
  readonly editedAt: Date | null;
  readonly isFeatured: boolean;
};

/** A story and what is said under it, some at a time; it may be walked through more than once. */
export type Leaving = () => AsyncIterable<{
  readonly thread: LeavingThread;
  readonly replies: () => AsyncIterable<readonly LeavingReply[]>;
}>;

/** A reply as HTML on one line: line ends are lost by programs that read it, and would part or glue words. */
export function htmlLeaving({ text, quote }: Pick<LeavingReply, "text" | "quote">): string {
  const quoted = quote === "" ? [] : [{ type: "blockquote", content: paragraph(quote) } as const];
  const document = { type: "doc", content: [...quoted, ...replyDocument(text).content] } as const;
  return printHtml(document)
    .replaceAll(/(?<=>)\n+|\n+(?=<)/g, "")
    .replaceAll("\n", " ");
}

function paragraph(words: string) {
  return [{ type: "paragraph", content: [{ type: "text", text: words }] }] as const;
}

/** Disqus' export: all threads, then all posts. What it says of people is their name. */
export async function* disqusFile(leaving: Leaving, { site }: { site: string }): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="utf-8"?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<category dsq:id="1"><forum>${xml(site)}</forum><title>General</title><isDefault>true</isDefault></category>
`;
  for await (const { thread } of leaving())
    yield `<thread dsq:id="${xml(thread.id)}"><id>${xml(thread.path)}</id><forum>${xml(site)}</forum><category dsq:id="1"/><link>${xml(thread.address)}</link><title>${xml(thread.title)}</title><message/><createdAt>${seconds(thread.at)}</createdAt><isClosed>false</isClosed><isDeleted>false</isDeleted></thread>\n`;
  for await (const { thread, replies } of leaving())
    for await (const some of replies()) yield some.map((reply) => disqusPost(thread, reply)).join("");
  yield "</disqus>\n";
}

function disqusPost(thread: LeavingThread, reply: LeavingReply): string {
  const isGone = reply.as === "place";
  const parent = reply.parentId === "" ? "" : `<parent dsq:id="${xml(reply.parentId)}"/>`;
  // Its readers want these two elements; an address that is none keeps them from stopping at their absence.
  const author = `<author><email/><name>${xml(reply.name)}</name><isAnonymous>true</isAnonymous></author><ipAddress>0.0.0.0</ipAddress>`;
  return `<post dsq:id="${xml(reply.id)}"><id>${xml(reply.id)}</id><message>${cdata(isGone ? "" : htmlLeaving(reply))}</message><createdAt>${seconds(reply.at)}</createdAt><isDeleted>${isGone}</isDeleted><isSpam>false</isSpam>${author}<thread dsq:id="${xml(thread.id)}"/>${parent}</post>\n`;
}

/** Remark42's backup: what belongs to all, then a comment a line. */
export async function* remark42File(leaving: Leaving, { site }: { site: string }): AsyncGenerator<string> {
  yield `${JSON.stringify({ version: 1, users: [], posts: [] })}\n`;
  for await (const { thread, replies } of leaving())
    for await (const some of replies())
      yield some.map((reply) => `${JSON.stringify(remark42Comment(thread, reply, site))}\n`).join("");
}

function remark42Comment(thread: LeavingThread, reply: LeavingReply, site: string) {
  const isGone = reply.as === "place";
  return {
    id: reply.id,
    pid: reply.parentId,
    text: isGone ? "" : htmlLeaving(reply),
    orig: isGone ? "" : markdownLeaving(reply),
    // Two of one name are two people there, too; whose device wrote what is told to nobody.
    user: isGone
      ? { name: "deleted", id: "deleted", picture: "", ip: "", admin: false }
      : { name: html(reply.name), id: `anonymous_${reply.id}`, picture: "", ip: "", admin: false },
    locator: { site, url: thread.address },
    score: 0,
    votes: {},
    voted_ips: {},
    time: reply.at.toISOString(),
    ...(reply.editedAt && !isGone && { edit: { time: reply.editedAt.toISOString(), summary: "" } }),
    ...(reply.isFeatured && !isGone && { pin: true }),
    ...(isGone && { delete: true }),
    imported: true,
    title: thread.title,
  };
}

/** What was typed, as far as a reply may hold it: what Remark42 gives whoever changes it. */
function markdownLeaving({ text, quote }: LeavingReply): string {
  const said = printMarkdown(replyDocument(text)).trim();
  const quoted = quote === "" ? "" : printMarkdown({ type: "doc", content: [...paragraph(quote)] }).trim();
  return quoted === "" ? said : `${quoted.replaceAll(/^/gm, "> ")}\n\n${said}`;
}

/** WordPress eXtended RSS: a post for each story, with its headline and no text, and its comments. */
export async function* wxrFile(
  leaving: Leaving,
  { title, address, language }: { title: string; address: string; language: string },
): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:dsq="http://www.disqus.com/">
<channel>
<title>${xml(title)}</title>
<link>${xml(address)}</link>
<language>${xml(language)}</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>${xml(address)}</wp:base_site_url>
<wp:base_blog_url>${xml(address)}</wp:base_blog_url>
`;
  for await (const { thread, replies } of leaving()) {
    yield wxrItem(thread);
    for await (const some of replies()) yield some.map(wxrComment).join("");
    yield "</item>\n";
  }
  yield "</channel>\n</rss>\n";
}

function wxrItem({ number, path, address, slug, title, standfirst, at }: LeavingThread): string {
  return `<item>
<title>${cdata(title)}</title>
<link>${xml(address)}</link>
<guid isPermaLink="true">${xml(address)}</guid>
<pubDate>${at.toUTCString().replace("GMT", "+0000")}</pubDate>
<content:encoded><![CDATA[]]></content:encoded>
<excerpt:encoded>${cdata(standfirst)}</excerpt:encoded>
<dsq:thread_identifier>${xml(path)}</dsq:thread_identifier>
<wp:post_id>${number}</wp:post_id>
<wp:post_date>${spaced(at)}</wp:post_date>
<wp:post_date_gmt>${spaced(at)}</wp:post_date_gmt>
<wp:comment_status>open</wp:comment_status>
<wp:ping_status>closed</wp:ping_status>
<wp:post_name>${cdata(slug)}</wp:post_name>
<wp:status>publish</wp:status>
<wp:post_parent>0</wp:post_parent>
<wp:menu_order>0</wp:menu_order>
<wp:post_type>post</wp:post_type>
<wp:post_password></wp:post_password>
<wp:is_sticky>0</wp:is_sticky>
`;
}

// A place has no state of its own there: what lies in the bin keeps its answers where they are.
const APPROVED = { shown: "1", held: "0", spam: "spam", trash: "trash", place: "trash" } as const;

function wxrComment(reply: LeavingReply): string {
  return `<wp:comment><wp:comment_id>${reply.id}</wp:comment_id><wp:comment_author>${cdata(reply.name)}</wp:comment_author><wp:comment_author_email></wp:comment_author_email><wp:comment_author_url></wp:comment_author_url><wp:comment_author_IP></wp:comment_author_IP><wp:comment_date>${spaced(reply.at)}</wp:comment_date><wp:comment_date_gmt>${spaced(reply.at)}</wp:comment_date_gmt><wp:comment_content>${cdata(reply.as === "place" ? "" : htmlLeaving(reply))}</wp:comment_content><wp:comment_approved>${APPROVED[reply.as]}</wp:comment_approved><wp:comment_type>comment</wp:comment_type><wp:comment_parent>${reply.parentId || 0}</wp:comment_parent><wp:comment_user_id>0</wp:comment_user_id></wp:comment>\n`;
}

/** Isso's tables as version 5 of its schema has them; Isso adds what it lacks when it is started on the file. */
export const ISSO_SCHEMA = [
  "create table threads (id integer primary key, uri varchar(256) unique, title varchar(256))",
  "create table comments (tid references threads(id), id integer primary key, parent integer, created float not null, modified float, mode integer, remote_addr varchar, text varchar not null, author varchar, email varchar, website varchar, likes integer default 0, dislikes integer default 0, voters blob not null, notification integer default 0)",
  "pragma user_version = 5",
] as const;

export const ISSO_THREAD = "insert into threads (id, uri, title) values (?, ?, ?)";
export const ISSO_COMMENT =
  "insert into comments (tid, id, parent, created, modified, mode, remote_addr, text, author, voters) values (?, ?, ?, ?, ?, ?, '0.0.0.0', ?, ?, zeroblob(256))";

export function issoThread({ number, path, title }: LeavingThread): readonly (string | number)[] {
  return [number, path, title];
}

/** Answers of answers stand below the first of their thread: Isso shows two levels, and nobody what lies deeper. */
export function issoComment(thread: LeavingThread, reply: LeavingReply): readonly (string | number | null)[] {
  const isGone = reply.as === "place";
  return [
    thread.number,
    Number(reply.id),
    reply.parentId === "" ? null : Number(reply.rootId),
    reply.at.getTime() / 1000,
    reply.editedAt ? reply.editedAt.getTime() / 1000 : null,
    isGone ? 4 : reply.as === "held" ? 2 : 1,
    isGone ? "" : htmlLeaving(reply),
    isGone ? null : reply.name,
  ];
}

// What no document of XML may hold, even written as a number (XML 1.0, §2.2).
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function xml(text: string): string {
  return text.replaceAll(NOT_XML, "").replaceAll(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(NOT_XML, "").replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}

// Names are kept by Remark42 as HTML.
const LETTERS: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&#34;",
  "'": "&#39;",
};

function html(text: string): string {
  return text.replaceAll(/[&<>"']/g, (letter) => LETTERS[letter] ?? letter);
}

/** Some read no fraction of a second. */
function seconds(at: Date): string {
  return at.toISOString().replace(/\.\d+Z$/, "Z");
}

function spaced(at: Date): string {
  return at.toISOString().slice(0, 19).replace("T", " ");
}
