/** Markdown (CommonMark and tables) → the document. Raw HTML in it goes through the HTML reader. */
import MarkdownIt, { type Token } from "markdown-it";
import { cellParagraphs, itemsOf, paragraphsOf, quoteOf } from "./fit.ts";
import { isInline } from "./html-elements.ts";
import { MARKS } from "./html-marks.ts";
import { safeHref } from "./links.ts";
import { joined, textBlock, textNode, textOf } from "./nodes.ts";
import { parseHtml } from "./parse-html.ts";
import type { DocumentJson, MarkJson, NodeJson } from "./schema.ts";

export type MarkdownSource = {
  /** Where the copy was read; relative links are resolved against it. Without it they lose their address and keep their words. */
  readonly address?: string;
};

/** What a picture's address begins with in our own print: `![alt](media:ID "credit")`, its caption on the next line. */
export const MEDIA = "media:";

/** What the last line of a quotation begins with when it says who speaks: a dash in two strokes, which no dialogue begins with. */
export const SPEAKER_SIGN = "-- ";

/** The body of Markdown copy. Never throws; links to unsafe addresses keep their words. */
export function parseMarkdown(markdown: string, { address }: MarkdownSource = {}): DocumentJson {
  const frames: Frame[] = [{ type: "doc", attrs: {}, content: [] }];
  const speakers = new Set<NodeJson>();
  const place = (blocks: readonly NodeJson[]) => frames.at(-1)?.content.push(...blocks);

  for (const token of parser.parse(markdown, {})) {
    if (token.type === "inline") {
      const line = lineOf(token, frames.at(-1)?.type ?? "", address);
      // As it was typed: a sign that is escaped is none.
      if (token.content.startsWith(SPEAKER_SIGN)) for (const block of line) speakers.add(block);
      place(line);
    } else if (token.nesting === 1) frames.push({ type: token.type, attrs: attrsOf(token), content: [] });
    else if (token.nesting === -1) place(blocksOf(frames.pop(), speakers));
    else place(leafOf(token, address));
  }
  const content = frames[0]?.content ?? [];
  return { type: "doc", content: content.length > 0 ? content : [{ type: "paragraph" }] };
}

const parser = new MarkdownIt({ html: true }).disable(["strikethrough"]);
// Every address is judged by `safeHref`, which keeps the words of a link it refuses.
parser.validateLink = () => true;
parser.normalizeLink = (address) => address;

type Frame = {
  readonly type: string;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly content: NodeJson[];
};

function attrsOf(token: Token): Readonly<Record<string, unknown>> {
  if (token.type === "heading_open") return { level: Number(token.tag.slice(1)) };
  if (token.type === "ordered_list_open") return { start: Number(token.attrGet("start") ?? 1) };
  return {};
}

/** Where a line of words stands decides what it is; only a heading and a cell do not open a frame of their own paragraphs. */
function lineOf(token: Token, frame: string, address: string | undefined): readonly NodeJson[] {
  const inline = inlineOf(token.children ?? [], address);
  if (frame !== "paragraph_open") return [textBlock("paragraph", inline)];
  const [first, ...rest] = token.children ?? [];
  const src = first?.type === "image" ? attr(first, "src") : "";
  if (!first || !src.startsWith(MEDIA)) return [textBlock("paragraph", inline)];

  const caption = inlineOf(rest[0]?.type === "softbreak" ? rest.slice(1) : rest, address);
  const attrs = { media: src.slice(MEDIA.length), alt: altOf(first), credit: attr(first, "title") };
  return [textBlock("picture", caption, attrs)];
}

function altOf(image: Token): string {
  return (image.children ?? []).map((child) => child.content || (child.type === "softbreak" ? " " : "")).join("");
}

function blocksOf(frame: Frame | undefined, speakers: ReadonlySet<NodeJson>): readonly NodeJson[] {
  if (!frame) return [];
  const { type, attrs, content } = frame;
  switch (type) {
    case "heading_open":
      return [textBlock("heading", content[0]?.content ?? [], attrs)];
    case "bullet_list_open":
      return content.length > 0 ? [{ type: "bullet_list", content }] : [];
    case "ordered_list_open":
      return content.length > 0 ? [{ type: "ordered_list", attrs, content }] : [];
    case "list_item_open":
      return itemsOf(content.length > 0 ? content : [{ type: "paragraph" }]);
    case "blockquote_open":
      return spokenQuote(paragraphsOf(content), speakers);
    case "table_open":
      return tableOf(content);
    case "tr_open":
      return [{ type: "table_row", content }];
    case "th_open":
      return [{ type: "table_header", attrs: ONE_CELL, content: cellParagraphs(content) }];
    case "td_open":
      return [{ type: "table_cell", attrs: ONE_CELL, content: cellParagraphs(content) }];
    default:
      return content;
  }
}

/** What stands at the foot of a quotation after the sign, `Mira Holt, harbour master`, is who speaks. */
function spokenQuote(paragraphs: readonly NodeJson[], speakers: ReadonlySet<NodeJson>): readonly NodeJson[] {
  const last = paragraphs.at(-1);
  if (!last || paragraphs.length < 2 || !speakers.has(last)) return quoteOf(paragraphs, "", "");
  const [speaker = "", ...office] = textOf(last).slice(SPEAKER_SIGN.length).split(", ");
  return quoteOf(paragraphs.slice(0, -1), speaker.trim(), office.join(", ").trim());
}

const ONE_CELL = { colspan: 1, rowspan: 1 };

/** Markdown cannot say a table without a header row: a header row without words stands for none. */
function tableOf(rows: readonly NodeJson[]): readonly NodeJson[] {
  const [head, ...body] = rows;
  const content = head && textOf(head) === "" && body.length > 0 ? body : rows;
  return content.length > 0 ? [{ type: "table", content }] : [];
}

function leafOf(token: Token, address: string | undefined): readonly NodeJson[] {
  switch (token.type) {
    case "hr":
      return [{ type: "rule" }];
    case "fence":
    case "code_block":
      return [codeParagraph(token.content)];
    case "html_block":
      return htmlBlocks(token.content, address);
    default:
      return [];
  }
}

function codeParagraph(code: string): NodeJson {
  const lines = code.replace(/\n+$/, "").split("\n");
  const content = lines.flatMap((line, at) => [
    ...(at > 0 ? [{ type: "hard_break" }] : []),
    ...(line === "" ? [] : [textNode(line, [{ type: "code" }])]),
  ]);
  return textBlock("paragraph", content);
}

function htmlBlocks(html: string, address: string | undefined): readonly NodeJson[] {
  const { content } = parseHtml(html, address === undefined ? {} : { address });
  return content.filter((block) => block.type !== "paragraph" || textOf(block) !== "");
}

type Open = { readonly ends: string; readonly mark: MarkJson | undefined };

function inlineOf(tokens: readonly Token[], address: string | undefined): readonly NodeJson[] {
  const open: Open[] = [];
  const out: NodeJson[] = [];
  const write = (text: string, ...more: readonly MarkJson[]) => {
    out.push(textNode(text, marksOf([...open.map(({ mark }) => mark), ...more])));
  };
  for (const token of tokens) {
    if (token.nesting === 1) open.push({ ends: token.type.replace("_open", "_close"), mark: markOf(token, address) });
    else if (token.nesting === -1) close(open, token.type);
    else if (token.type === "hardbreak") out.push({ type: "hard_break" });
    else if (token.type === "softbreak") write(" ");
    else if (token.type === "code_inline") write(token.content, { type: "code" });
    else if (token.type === "image") write(altOf(token));
    else if (token.type === "html_inline") readTag(token.content, open, out, write);
    else write(token.content);
  }
  return joined(out);
}

function close(open: Open[], ends: string) {
  const at = open.findLastIndex((one) => one.ends === ends);
  if (at >= 0) open.splice(at, 1);
}

// More emphasis at once is no copy; the bound keeps a hostile line linear.
const MOST_OPEN = 100;

/** Tags for emphasis, code and line breaks are read, others are left out; `<x>` that HTML does not know is an author's own words. */
function readTag(html: string, open: Open[], out: NodeJson[], write: (text: string) => void) {
  const [, slash, given] = /^<(\/?)([a-z][a-z0-9-]*)/i.exec(html) ?? [];
  const name = given?.toLowerCase();
  if (name === undefined) return;
  const mark = MARKS.get(name);
  if (name === "br") out.push({ type: "hard_break" });
  else if (slash) close(open, `</${name}`);
  else if (mark && open.length < MOST_OPEN) open.push({ ends: `</${name}`, mark });
  else if (!isInline(name) && !BLOCKS.has(name)) write(html);
}

const BLOCKS = new Set("div p span img input script style button iframe form section article figure svg".split(" "));

function markOf(token: Token, address: string | undefined): MarkJson | undefined {
  if (token.type === "strong_open") return { type: "strong" };
  if (token.type === "em_open") return { type: "em" };
  if (token.type !== "link_open") return undefined;
  const href = safeHref(attr(token, "href"), address);
  return href === undefined ? undefined : { type: "link", attrs: { href, title: attr(token, "title") || null } };
}

function attr(token: Token, name: string): string {
  return String(token.attrGet(name) ?? "");
}

const ORDER = ["link", "strong", "em", "code"];

function marksOf(marks: readonly (MarkJson | undefined)[]): readonly MarkJson[] {
  return ORDER.flatMap((type) => marks.findLast((mark) => mark?.type === type) ?? []);
}
