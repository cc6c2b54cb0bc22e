/**
 * HTML of any quality → the document. Reads a stream of tags instead of building
 * a tree, so that time is linear and depth costs nothing. What is page furniture
 * by its words, not by its tags, is left to `text/intake`.
 */
import { type Token, type TokenHandler, Tokenizer, TokenizerMode } from "parse5";
import { cellParagraphs, itemsOf, paragraphsOf, quoteOf } from "./fit.ts";
import { isWebAddress, safeHref } from "./links.ts";
import { joined, textBlock, textNode, textOf } from "./nodes.ts";
import type { DocumentJson, MarkJson, NodeJson } from "./schema.ts";

export type HtmlSource = {
  /** Where the page was read; relative links are resolved against it. Without it the page's own `<base>` or canonical address serves, and where there is none, relative links lose their address and keep their words. */
  readonly address?: string;
  /** The public address of our own site, without a slash at its end; links into it become paths. Without it they stay as they are. */
  readonly home?: string;
  /** The id of a kept picture for an `<img>`; without it, or for `undefined`, a picture becomes the words of its caption or its `alt`. */
  readonly picture?: (src: string) => string | undefined;
};

export type HtmlPage = {
  readonly document: DocumentJson;
  /** The words of `<title>`, or empty. */
  readonly title: string;
  /** The `lang` of `<html>`. */
  readonly language: string | null;
  /** What was left out as navigation, form, aside, page footer or hidden text, in order; one text a block. */
  readonly dropped: readonly { readonly element: string; readonly lines: readonly string[] }[];
};

/** The body of an HTML page or fragment. Never throws; words without any block become paragraphs. */
export function parseHtml(html: string, source: HtmlSource = {}): DocumentJson {
  return readHtml(html, source).document;
}

/** The body of an HTML page with its title, its language and what was left out of it. */
export function readHtml(html: string, source: HtmlSource = {}): HtmlPage {
  const reader = new Reader(source);
  reader.read(html);
  return reader.page();
}

// Content that is never words of the story, whatever it holds.
const SKIPPED = new Set(
  "script style template noscript noembed noframes svg math object canvas select textarea button datalist iframe video audio map".split(
    " ",
  ),
);
/** Elements whose content holds no tags. */
export const RAW_TEXT: Readonly<Record<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  noembed: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
};
// Elements inside which a line goes on; every other element ends the paragraph.
export const INLINE = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr o:p q rp rt ruby s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);
const WITHOUT_END = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
export const MARKS: Readonly<Record<string, MarkJson>> = {
  b: { type: "strong" },
  strong: { type: "strong" },
  i: { type: "em" },
  em: { type: "em" },
  cite: { type: "em" },
  dfn: { type: "em" },
  code: { type: "code" },
  kbd: { type: "code" },
  samp: { type: "code" },
  tt: { type: "code" },
};
const MAY_BE_FURNITURE = new Set("div section ul ol".split(" "));
// What the makers of sites call the boxes round a story. A whole name only: "has-comments" may hold the story itself.
const FURNITURE_NAMES = new Set(
  (
    "comments comments-area comment-list commentlist comment-respond respond disqus_thread fb-comments " +
    "cookie-banner cookie-notice cookie-consent cookie-bar cookie-law-info-bar gdpr-banner " +
    "related related-posts related-articles related-stories jp-relatedposts yarpp " +
    "sharedaddy share-buttons social-share addtoany_share_save_container newsletter newsletter-signup breadcrumbs"
  ).split(" "),
);
const MARK_ORDER = ["link", "strong", "em", "code"];
// Deeper lists, tables and quotations are read as if they were not nested further: a real page has a handful of levels.
const DEEPEST = 50;
const WIDEST_SPAN = 100;
// An .aspx page wraps everything in one form. Paragraphs of this length and number are a story, not the small print of a form.
const STORY_PARAGRAPH = 200;
const STORY_PARAGRAPHS = 4;

type FrameKind =
  | "page"
  | "dropped"
  | "form"
  | "list"
  | "item"
  | "quote"
  | "table"
  | "row"
  | "cell"
  | "figure"
  | "caption"
  | "pre";

type Frame = {
  readonly kind: FrameKind;
  readonly element: string;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly blocks: NodeJson[];
  /** How many marks were open when it began. */
  readonly marks: number;
  /** Elements of the same name open inside a dropped one. */
  nested: number;
  /** The form holds a headline or an article. */
  holdsPage: boolean;
  caption: readonly NodeJson[];
};

type Attributes = ReadonlyMap<string, string>;
const NO_ATTRIBUTES: Attributes = new Map();

class Reader implements TokenHandler {
  readonly #source: HtmlSource;
  readonly #tokenizer = new Tokenizer({}, this);
  readonly #frames: Frame[] = [newFrame("page", "", {}, 0)];
  readonly #marks: { readonly element: string; readonly mark: MarkJson | undefined }[] = [];
  readonly #openMarks = new Map<string, number>();
  readonly #dropped: { element: string; lines: string[] }[] = [];
  #inline: NodeJson[] = [];
  // Words of one text node, joined once: a tokenizer gives every word and every space by itself.
  #words: string[] = [];
  #wordMarks: readonly MarkJson[] = [];
  #afterSpace = true;
  #activeMarks: readonly MarkJson[] | undefined;
  #heading = 0;
  #articles = 0;
  #skipping: { readonly element: string; depth: number } | undefined;
  #titleWords: string[] | undefined;
  #title = "";
  #language: string | null = null;
  #base: string | undefined;
  #canonical: string | undefined;

  constructor(source: HtmlSource) {
    this.#source = source;
  }

  read(html: string) {
    this.#tokenizer.write(html, true);
  }

  page(): HtmlPage {
    const content = this.#frames[0]?.blocks ?? [];
    return {
      document: { type: "doc", content: content.length > 0 ? content : [{ type: "paragraph" }] },
      title: this.#title,
      language: this.#language,
      dropped: this.#dropped,
    };
  }

  onStartTag(token: Token.TagToken) {
    const name = token.tagName;
    const attributes =
      token.attrs.length === 0 ? NO_ATTRIBUTES : new Map(token.attrs.map((one) => [one.name, one.value]));
    if (this.#skipping) {
      this.#startSkipped(this.#skipping, name, attributes);
      return;
    }
    const raw = RAW_TEXT[name];
    if (raw !== undefined) this.#tokenizer.state = raw;

    this.#countNested(name);
    if (name === "title") this.#titleWords = [];
    else if (SKIPPED.has(name)) this.#skip(name, attributes, token.selfClosing);
    else if (isHidden(attributes) && INLINE.has(name)) this.#skipping = { element: name, depth: 1 };
    else if (isHidden(attributes) && !WITHOUT_END.has(name)) this.#openDropped(name);
    else this.#start(name, attributes);
  }

  onEndTag(token: Token.TagToken) {
    const name = token.tagName;
    if (this.#skipping) {
      if (name === this.#skipping.element) this.#skipping.depth -= 1;
      if (this.#skipping.depth === 0) this.#skipping = undefined;
      return;
    }
    if (name === "title") this.#endTitle();
    else if (name === "br") this.#break();
    else this.#end(name);
  }

  onCharacter(token: Token.CharacterToken) {
    if (this.#titleWords) this.#titleWords.push(token.chars);
    else if (!this.#skipping) this.#append(token.chars);
  }

  onWhitespaceCharacter(token: Token.CharacterToken) {
    if (this.#titleWords) this.#titleWords.push(token.chars);
    else if (!this.#skipping) this.#writeSpace(token.chars);
  }

  onEof() {
    this.#endTitle();
    while (this.#frames.length > 1) this.#closeTop(false);
    this.#flush();
  }

  onComment() {}
  onDoctype() {}
  onNullCharacter() {}

  #top(): Frame {
    const top = this.#frames.at(-1);
    if (!top) throw new Error("the frame of the page is never closed");
    return top;
  }

  /** Inside a dropped element its end tag is the one that is left when those of the same name within it are closed. */
  #countNested(name: string) {
    const around = this.#droppedRound(name);
    if (around) around.nested += 1;
  }

  #droppedRound(name: string): Frame | undefined {
    return this.#frames.findLast((frame) => frame.kind === "dropped" && frame.element === name);
  }

  #startSkipped(skipping: { readonly element: string; depth: number }, name: string, attributes: Attributes) {
    if (name === skipping.element) skipping.depth += 1;
    // The text of a script in a skipped <noscript> may look like tags.
    const raw = RAW_TEXT[name];
    if (raw !== undefined && skipping.element !== "svg" && skipping.element !== "math") this.#tokenizer.state = raw;
    if (name === "source" && (skipping.element === "video" || skipping.element === "audio")) {
      this.#embed(attributes);
    }
  }

  #skip(name: string, attributes: Attributes, selfClosing: boolean) {
    if (name === "iframe" || name === "video" || name === "audio") this.#embed(attributes);
    const isForeign = name === "svg" || name === "math";
    if (!(isForeign && selfClosing)) this.#skipping = { element: name, depth: 1 };
  }

  #start(name: string, attributes: Attributes) {
    if (MAY_BE_FURNITURE.has(name) && isNamedFurniture(attributes)) {
      this.#openDropped(name);
      return;
    }
    switch (name) {
      case "html":
        this.#language = attributes.get("lang") || null;
        return;
      case "base":
        this.#base ??= webAddress(attributes.get("href"));
        return;
      case "link":
        if (attributes.get("rel") === "canonical") this.#canonical ??= webAddress(attributes.get("href"));
        return;
      case "br":
        this.#break();
        return;
      case "img":
        this.#picture(attributes);
        return;
      case "q":
        this.#append("“");
        return;
      case "nav":
      case "aside":
        this.#openDropped(name);
        return;
      case "footer":
        if (this.#articles === 0 && !this.#isInside("quote")) this.#openDropped(name);
        else this.#flush();
        return;
      case "form":
        this.#open("form", name);
        return;
      case "article":
      case "main":
        this.#articles += 1;
        this.#markPage();
        this.#flush();
        return;
      case "ul":
      case "menu":
        this.#open("list", name, { ordered: false });
        return;
      case "ol":
        this.#open("list", name, { ordered: true, start: wholeNumber(attributes.get("start")) ?? 1 });
        return;
      case "li":
        this.#startItem();
        return;
      case "blockquote":
        this.#open("quote", name);
        return;
      case "table":
        this.#open("table", name);
        return;
      case "tr":
        if (this.#closeInTable(["cell", "row"])) this.#open("row", name);
        return;
      case "td":
      case "th":
        this.#startCell(name, attributes);
        return;
      case "figure":
        this.#open("figure", name);
        return;
      case "figcaption":
        this.#open("caption", name);
        return;
      case "pre":
      case "xmp":
      case "listing":
        this.#open("pre", name);
        return;
      case "hr":
        this.#flush();
        this.#place({ type: "rule" });
        return;
      default:
        if (INLINE.has(name)) this.#openMark(name, attributes);
        else this.#startBlock(name);
    }
  }

  #openDropped(name: string) {
    if (this.#droppedRound(name)) this.#flush();
    else this.#open("dropped", name);
  }

  #startBlock(name: string) {
    if (WITHOUT_END.has(name)) return;
    this.#flush();
    const level = headingLevel(name);
    if (level === 1) this.#markPage();
    this.#heading = level;
  }

  #end(name: string) {
    const around = this.#droppedRound(name);
    if (around && around.nested > 0) {
      this.#flush();
      around.nested -= 1;
    } else if (name === "q") this.#append("”");
    else if (INLINE.has(name) && this.#openMarks.get(name)) this.#closeMark(name);
    else if (this.#close(name)) return;
    else if (!INLINE.has(name)) {
      this.#flush();
      if (headingLevel(name) > 0 || name === "p") this.#heading = 0;
      if (name === "article" || name === "main") this.#articles = Math.max(0, this.#articles - 1);
    }
  }

  #open(kind: FrameKind, element: string, attrs: Readonly<Record<string, unknown>> = {}) {
    this.#flush();
    this.#heading = 0;
    if (this.#frames.length < DEEPEST) this.#frames.push(newFrame(kind, element, attrs, this.#marks.length));
  }

  /** Closes the innermost open element of that name with all that is open in it; a cell keeps its inside from closing what is outside. */
  #close(name: string): boolean {
    for (let at = this.#frames.length - 1; at > 0; at--) {
      const frame = this.#frames[at];
      if (frame?.element === name) {
        while (this.#frames.length > at + 1) this.#closeTop(false);
        this.#closeTop(true);
        return true;
      }
      if (frame?.kind === "cell" && name !== "tr" && name !== "table") return false;
    }
    return false;
  }

  #closeTop(byItsOwnTag: boolean) {
    this.#flush();
    this.#heading = 0;
    const frame = this.#frames.pop();
    if (!frame) return;
    while (this.#marks.length > frame.marks) this.#popMark();
    if (isFurniture(frame, byItsOwnTag)) {
      const lines = frame.blocks.flatMap((block) => paragraphsOf([block]).map(textOf));
      if (lines.length > 0) this.#dropped.push({ element: frame.element, lines });
    } else if (frame.kind === "caption") {
      this.#caption(frame);
    } else {
      for (const block of blocksOf(frame)) this.#place(block);
    }
  }

  /** A caption belongs to the figure round it; anywhere else its words are paragraphs. */
  #caption(frame: Frame) {
    const figure = this.#top();
    if (figure.kind !== "figure") {
      for (const block of frame.blocks) this.#place(block);
      return;
    }
    const lines = paragraphsOf(frame.blocks).map((paragraph) => paragraph.content ?? []);
    figure.caption = joined(lines.flatMap((line, at) => (at > 0 ? [textNode(" "), ...line] : line)));
  }

  #startItem() {
    this.#flush();
    for (let at = this.#frames.length - 1; at > 0; at--) {
      const kind = this.#frames[at]?.kind;
      if (kind === "item") {
        while (this.#frames.length > at) this.#closeTop(false);
        break;
      }
      if (kind === "list" || kind === "cell" || kind === "quote") break;
    }
    if (this.#top().kind === "list") this.#open("item", "li");
  }

  #startCell(name: string, attributes: Attributes) {
    if (!this.#closeInTable(["cell"])) return;
    if (this.#top().kind !== "row") this.#open("row", "tr");
    this.#open("cell", name, {
      colspan: Math.min(wholeNumber(attributes.get("colspan")) || 1, WIDEST_SPAN),
      rowspan: Math.min(wholeNumber(attributes.get("rowspan")) || 1, WIDEST_SPAN),
    });
  }

  /** Closes the open cell or row of the innermost table; false, and no more than the end of a paragraph, outside a table. */
  #closeInTable(kinds: readonly FrameKind[]): boolean {
    this.#flush();
    const table = this.#frames.findLastIndex((frame) => frame.kind === "table");
    if (table < 0) return false;
    const first = this.#frames.findIndex((frame, at) => at > table && kinds.includes(frame.kind));
    while (first > 0 && this.#frames.length > first) this.#closeTop(false);
    return this.#top().kind === "table" || this.#top().kind === "row";
  }

  #place(block: NodeJson) {
    // Words straight inside a table stand before it, where browsers put them.
    const isCellOrRow = block.type === "table_row" || block.type === "table_cell" || block.type === "table_header";
    const home = isCellOrRow
      ? this.#top()
      : this.#frames.findLast((frame) => frame.kind !== "table" && frame.kind !== "row");
    const isLoose = home?.kind === "list" && block.type !== "list_item";
    home?.blocks.push(...(isLoose ? itemsOf([block]) : [block]));
  }

  #isInside(kind: FrameKind): boolean {
    return this.#frames.some((frame) => frame.kind === kind);
  }

  #markPage() {
    for (const frame of this.#frames) frame.holdsPage = true;
  }

  #openMark(element: string, attributes: Attributes) {
    if (element === "wbr" || (element === "a" && this.#openMarks.get("a"))) this.#closeMark(element);
    if (element === "wbr") return;
    this.#marks.push({ element, mark: this.#markOf(element, attributes) });
    this.#openMarks.set(element, (this.#openMarks.get(element) ?? 0) + 1);
    this.#activeMarks = undefined;
  }

  #markOf(element: string, attributes: Attributes): MarkJson | undefined {
    if (element === "a") {
      const base = this.#source.address ?? this.#base ?? this.#canonical;
      const href = this.#atHome(safeHref(attributes.get("href") ?? "", base));
      return href === undefined ? undefined : { type: "link", attrs: { href, title: attributes.get("title") || null } };
    }
    // Word processors write bold as a style, and a document's clipboard sits in a <b> that is not bold.
    const style = attributes.get("style") ?? "";
    if (/font-weight\s*:\s*(normal|[1-5]00)/i.test(style)) return undefined;
    if (/font-weight\s*:\s*(bold|[6-9]00)/i.test(style)) return MARKS["b"];
    if (/font-style\s*:\s*italic/i.test(style)) return MARKS["i"];
    return MARKS[element];
  }

  #atHome(href: string | undefined): string | undefined {
    const { home } = this.#source;
    return home !== undefined && href?.startsWith(`${home}/`) ? href.slice(home.length) : href;
  }

  /** What was opened inside and never closed ends with it. */
  #closeMark(element: string) {
    if (!this.#openMarks.get(element)) return;
    while (this.#popMark() !== element);
  }

  #popMark(): string | undefined {
    const element = this.#marks.pop()?.element;
    if (element !== undefined) this.#openMarks.set(element, (this.#openMarks.get(element) ?? 1) - 1);
    this.#activeMarks = undefined;
    return element;
  }

  #marksNow(): readonly MarkJson[] {
    if (this.#activeMarks) return this.#activeMarks;
    const byType = new Map(this.#marks.flatMap(({ mark }) => (mark ? [[mark.type, mark] as const] : [])));
    this.#activeMarks = MARK_ORDER.flatMap((type) => byType.get(type) ?? []);
    return this.#activeMarks;
  }

  /** White space runs together; only the line ends of what was set as typed are kept. */
  #writeSpace(space: string) {
    const lines = this.#top().kind === "pre" ? space.split("\n") : [space];
    for (const [at, gap] of lines.entries()) {
      if (at > 0) this.#break();
      if (gap !== "" && !this.#afterSpace) this.#append(" ");
    }
  }

  #append(given: string) {
    const text = cleanText(given);
    if (text === "") return;
    const marks = this.#marksNow();
    if (marks !== this.#wordMarks) this.#endWords();
    this.#wordMarks = marks;
    this.#words.push(text);
    this.#afterSpace = text.endsWith(" ");
  }

  #endWords() {
    if (this.#words.length > 0) this.#inline.push(textNode(this.#words.join(""), this.#wordMarks));
    this.#words = [];
  }

  #break() {
    this.#endWords();
    this.#inline.push({ type: "hard_break" });
    this.#afterSpace = true;
  }

  #picture(attributes: Attributes) {
    const media = this.#source.picture?.(attributes.get("src") ?? "");
    const alt = cleanText(attributes.get("alt") ?? "")
      .replace(/\s+/g, " ")
      .trim();
    if (media !== undefined) {
      this.#flush();
      this.#place({ type: "picture", attrs: { media, alt, credit: "" } });
    } else if (this.#top().kind === "figure") {
      if (this.#top().caption.length === 0 && alt !== "") this.#top().caption = [textNode(alt)];
    } else if (alt !== "") {
      this.#append(alt);
    }
  }

  #embed(attributes: Attributes) {
    const url = safeHref(attributes.get("src") ?? "", this.#source.address ?? this.#base ?? this.#canonical);
    if (url === undefined || !isWebAddress(url)) return;
    this.#flush();
    this.#place({ type: "embed", attrs: { url, title: attributes.get("title") ?? "", description: "" } });
  }

  #endTitle() {
    if (!this.#titleWords) return;
    this.#title ||= this.#titleWords.join("").replace(/\s+/g, " ").trim();
    this.#titleWords = undefined;
  }

  #flush() {
    this.#endWords();
    this.#afterSpace = true;
    if (this.#inline.length === 0) return;
    const inline = this.#inline;
    this.#inline = [];
    const isHeading = this.#heading > 0;
    for (const content of paragraphsIn(inline, isHeading)) {
      this.#place(
        isHeading ? textBlock("heading", content, { level: this.#heading }) : textBlock("paragraph", content),
      );
    }
  }
}

function newFrame(kind: FrameKind, element: string, attrs: Readonly<Record<string, unknown>>, marks: number): Frame {
  return { kind, element, attrs, blocks: [], marks, nested: 0, holdsPage: false, caption: [] };
}

function headingLevel(name: string): number {
  return /^h[1-6]$/.test(name) ? Number(name[1]) : 0;
}

/** `data-label` is what our own pages print labels with: a label never comes into a body by copying a page of ours. */
function isHidden(attributes: Attributes): boolean {
  return (
    attributes.has("hidden") ||
    attributes.has("data-label") ||
    attributes.get("role") === "navigation" ||
    /display\s*:\s*none/i.test(attributes.get("style") ?? "")
  );
}

function webAddress(href: string | undefined): string | undefined {
  return href !== undefined && isWebAddress(href) ? href : undefined;
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : undefined;
}

function isNamedFurniture(attributes: Attributes): boolean {
  const names = `${attributes.get("id") ?? ""} ${attributes.get("class") ?? ""}`.toLowerCase();
  return names.split(/\s+/).some((name) => FURNITURE_NAMES.has(name));
}

/** Furniture that was never closed by its own tag may have swallowed the story, so its words are kept. */
function isFurniture(frame: Frame, byItsOwnTag: boolean): boolean {
  if (!byItsOwnTag) return false;
  if (frame.kind === "dropped") return true;
  if (frame.kind !== "form" || frame.holdsPage) return false;
  const long = frame.blocks.filter((block) => block.type === "paragraph" && textOf(block).length >= STORY_PARAGRAPH);
  return long.length < STORY_PARAGRAPHS;
}

function blocksOf(frame: Frame): readonly NodeJson[] {
  switch (frame.kind) {
    case "list":
      return listOf(frame);
    case "item":
      return itemsOf(frame.blocks);
    case "quote":
      return quoteOf(paragraphsOf(frame.blocks), "", "");
    case "table":
      return tableOf(frame.blocks);
    case "row":
      return frame.blocks.length > 0 ? [{ type: "table_row", content: frame.blocks }] : [];
    case "cell":
      return [
        { type: frame.element === "th" ? "table_header" : "table_cell", attrs: frame.attrs, content: frame.blocks },
      ];
    case "figure":
      return figureOf(frame);
    default:
      return frame.blocks;
  }
}

function listOf({ attrs, blocks }: Frame): readonly NodeJson[] {
  if (blocks.length === 0) return [];
  const isOrdered = attrs["ordered"] === true;
  return [
    isOrdered
      ? { type: "ordered_list", attrs: { start: attrs["start"] }, content: blocks }
      : { type: "bullet_list", content: blocks },
  ];
}

/** A table that only arranges a page (one column, or blocks in its cells) gives its content up. */
function tableOf(rows: readonly NodeJson[]): readonly NodeJson[] {
  const cells = rows.flatMap((row) => row.content ?? []);
  const arranges =
    rows.every((row) => (row.content ?? []).length < 2) ||
    cells.some((cell) => cell.content?.some((block) => !CELL_BLOCKS.includes(block.type)));
  if (arranges) return cells.flatMap((cell) => cell.content ?? []);

  const content = rows.map((row) => ({
    ...row,
    content: (row.content ?? []).map((cell) => ({ ...cell, content: cellParagraphs(cell.content ?? []) })),
  }));
  return [{ type: "table", content }];
}

const CELL_BLOCKS = ["paragraph", "bullet_list", "ordered_list"];

function figureOf({ blocks, caption }: Frame): readonly NodeJson[] {
  const picture = blocks.findIndex((block) => block.type === "picture");
  if (picture >= 0) {
    return blocks.map((block, at) => (at === picture && caption.length > 0 ? { ...block, content: caption } : block));
  }
  const [only, ...others] = blocks;
  if (only?.type === "blockquote" && others.length === 0 && caption.length > 0) {
    const [speaker = "", ...office] = textOf({ type: "paragraph", content: caption })
      .replace(/^[—–-]\s*/, "")
      .split(", ");
    return quoteOf(only.content ?? [], speaker, office.join(", "));
  }
  return caption.length > 0 ? [...blocks, textBlock("paragraph", caption)] : blocks;
}

/** A line of words cut into paragraphs: two line breaks in a row begin a new one, except in a heading. */
function paragraphsIn(inline: readonly NodeJson[], isHeading: boolean): readonly (readonly NodeJson[])[] {
  const paragraphs: NodeJson[][] = [[]];
  let breaks = 0;
  for (const node of inline) {
    if (node.type === "hard_break") {
      breaks += 1;
      continue;
    }
    const text = node.text ?? "";
    if (text.trim() === "" && (breaks > 0 || paragraphs.at(-1)?.length === 0)) continue;
    if (breaks > 1 && !isHeading) paragraphs.push([]);
    const current = paragraphs.at(-1);
    if (breaks > 0 && current && current.length > 0) current.push({ type: "hard_break" });
    breaks = 0;
    current?.push(textNode(text, node.marks));
  }
  return paragraphs.map(trimmed).filter((content) => content.length > 0);
}

/** Without characters that mean nothing in text: controls, byte order marks, what is no character, half of a surrogate pair. */
function cleanText(text: string): string {
  return text.replace(/(?![\t\n\f\r])[\p{Cc}\uFEFF\uFFFE\uFFFF\u200B]/gu, "").toWellFormed();
}

/** Without white space at either end, round line breaks, and without neighbours that could be one. */
function trimmed(content: readonly NodeJson[]): readonly NodeJson[] {
  const lines: NodeJson[][] = [[]];
  for (const node of content) {
    if (node.type === "hard_break") lines.push([]);
    else lines.at(-1)?.push(node);
  }
  const kept = lines.map(trimmedLine).filter((line) => line.length > 0);
  return kept.flatMap((line, at) => (at > 0 ? [{ type: "hard_break" }, ...line] : line));
}

function trimmedLine(line: readonly NodeJson[]): readonly NodeJson[] {
  const nodes = joined(line);
  while (nodes[0] && (nodes[0].text ?? "").trim() === "") nodes.shift();
  while ((nodes.at(-1)?.text ?? "x").trim() === "") nodes.pop();
  const [first] = nodes;
  if (first) nodes[0] = textNode((first.text ?? "").trimStart(), first.marks);
  const last = nodes.at(-1);
  if (last) nodes[nodes.length - 1] = textNode((last.text ?? "").trimEnd(), last.marks);
  return nodes;
}
