/**
 * HTML of any quality → the document. Reads a stream of tags instead of building
 * a tree, so that time is linear and depth costs nothing. What is page furniture
 * by its words, not by its tags, is left to `text/intake`.
 */
import { type Token, type TokenHandler, Tokenizer } from "parse5";
import { itemsOf, paragraphsOf } from "./fit.ts";
import { type Block, blockOf, isNoteLink, isSpace, levelOf, lineOf, PARAGRAPH } from "./html-blocks.ts";
import {
  type Attributes,
  hasClass,
  headingLevel,
  isInline,
  isLeftOut,
  isNamedFurniture,
  RAW_TEXT,
  SKIPPED,
  saysNothing,
  styleOf,
  WITHOUT_END,
  wholeNumber,
  withoutRedirect,
} from "./html-elements.ts";
import {
  blocksOf,
  captionOf,
  type Frame,
  type FrameKind,
  isFurniture,
  isList,
  NO_CAPTION,
  newFrame,
  withoutParts,
} from "./html-frames.ts";
import { cleanText, paragraphsIn } from "./html-lines.ts";
import { CAPTION_PARTS, marksOfElement, marksOfStyle, withMarks } from "./html-marks.ts";
import { isWebAddress, safeHref } from "./links.ts";
import { gathered, type LooseLine, numbersOf } from "./loose-lines.ts";
import { textBlock, textNode, textOf } from "./nodes.ts";
import type { DocumentJson, MarkJson, NodeJson } from "./schema.ts";

export type HtmlSource = {
  /** Where the page was read; relative links are resolved against it. Without it the page's own `<base>` or canonical address serves, and where there is none, relative links lose their address and keep their words. */
  readonly address?: string;
  /** The public address of our own site, without a slash at its end; links into it become paths. Without it they stay as they are. */
  readonly home?: string;
  /** The kept picture an `<img>` shows, with the credit it is kept with; without it, or for `undefined`, a picture becomes the words of its caption or its `alt`. */
  readonly picture?: (src: string) => { readonly id: string; readonly credit: string } | undefined;
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

// Deeper lists, tables and quotations are read as if they were not nested further: a real page has a handful of levels.
const DEEPEST = 50;
const WIDEST_SPAN = 100;
const NO_ATTRIBUTES: Attributes = new Map();
const NO_MARKS: readonly MarkJson[] = [];

type OpenMark = {
  readonly element: string;
  /** The marks of the words in it. */
  readonly marks: readonly MarkJson[];
  /** Elements in it mark nothing: they draw a sign as a letter. */
  readonly isPlain: boolean;
  /** For the sign of a note: how many words of the line stood before it. */
  readonly note?: number;
};

/** Something whose words are left out; those of a list's sign are heard. */
type Skipping = { readonly element: string; depth: number; readonly sign?: string[] };

class Reader implements TokenHandler {
  readonly #source: HtmlSource;
  readonly #tokenizer = new Tokenizer({}, this);
  readonly #frames: Frame[] = [newFrame("page", "", {}, 0)];
  readonly #marks: OpenMark[] = [];
  readonly #openMarks = new Map<string, number>();
  readonly #dropped: { element: string; lines: string[] }[] = [];
  /** Blocks that are lines of a list or a quotation to be. */
  readonly #loose = new Map<NodeJson, LooseLine>();
  /** Items that say themselves how deep they are. */
  readonly #levels = new Map<NodeJson, number>();
  #inline: NodeJson[] = [];
  // Words of one text node, joined once: a tokenizer gives every word and every space by itself.
  #words: string[] = [];
  #wordMarks: readonly MarkJson[] = [];
  #afterSpace = true;
  #block: Block = PARAGRAPH;
  #line: LooseLine | undefined;
  /** The marks of words straight in the block. */
  #blockMarks: readonly MarkJson[] = NO_MARKS;
  #isInTableHead = false;
  #articles = 0;
  #skipping: Skipping | undefined;
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
    const content = gathered(this.#frames[0]?.blocks ?? [], this.#loose);
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
    const raw = RAW_TEXT.get(name);
    if (raw !== undefined) this.#tokenizer.state = raw;

    this.#countNested(name);
    if (name === "title") this.#titleWords = [];
    else if (SKIPPED.has(name)) this.#skip(name, attributes, token.selfClosing);
    else if (isLeftOut(name, attributes)) this.#leaveOut(name);
    else if (isNamedFurniture(name, attributes)) this.#leaveOut(name);
    else this.#start(name, attributes);
  }

  onEndTag(token: Token.TagToken) {
    const name = token.tagName;
    if (this.#skipping) {
      if (name === this.#skipping.element) this.#skipping.depth -= 1;
      if (this.#skipping.depth === 0) this.#endSkipped(this.#skipping);
      return;
    }
    if (name === "title") this.#endTitle();
    else if (name === "br") this.#break();
    else this.#end(name);
  }

  onCharacter(token: Token.CharacterToken) {
    if (this.#titleWords) this.#titleWords.push(token.chars);
    else if (this.#skipping) this.#skipping.sign?.push(token.chars);
    else this.#append(token.chars);
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

  #startSkipped(skipping: Skipping, name: string, attributes: Attributes) {
    if (name === skipping.element) skipping.depth += 1;
    // The text of a script in a skipped <noscript> may look like tags.
    const raw = RAW_TEXT.get(name);
    if (raw !== undefined && skipping.element !== "svg" && skipping.element !== "math") this.#tokenizer.state = raw;
    if (name === "source" && (skipping.element === "video" || skipping.element === "audio")) {
      this.#embed(attributes);
    }
  }

  /** The sign before an item says what kind of list it is in, and where that begins. */
  #endSkipped({ sign }: Skipping) {
    this.#skipping = undefined;
    if (sign && this.#line?.as === "item") this.#line = { ...this.#line, numbers: numbersOf(sign.join("")) };
  }

  #leaveOut(name: string) {
    if (WITHOUT_END.has(name)) return;
    if (isInline(name)) this.#skipping = { element: name, depth: 1 };
    else this.#openDropped(name);
  }

  #skip(name: string, attributes: Attributes, selfClosing: boolean) {
    if (name === "iframe" || name === "video" || name === "audio") this.#embed(attributes);
    const isForeign = name === "svg" || name === "math";
    if (!(isForeign && selfClosing)) this.#skipping = { element: name, depth: 1 };
  }

  #start(name: string, attributes: Attributes) {
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
        this.#startItem(attributes);
        return;
      case "blockquote":
        this.#open("quote", name);
        return;
      case "table":
        this.#open("table", name);
        return;
      case "thead":
      case "tbody":
      case "tfoot":
        this.#isInTableHead = name === "thead";
        this.#flush();
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
        if (isInline(name)) this.#startInline(name, attributes);
        else this.#startBlock(name, attributes);
    }
  }

  #openDropped(name: string) {
    if (this.#droppedRound(name)) this.#flush();
    else this.#open("dropped", name);
  }

  #startBlock(name: string, attributes: Attributes) {
    if (WITHOUT_END.has(name)) return;
    if (name === "div" && attributes.get("class") === "embed") {
      this.#open("card", name);
      return;
    }
    this.#flush();
    if (name === "h1") this.#markPage();
    this.#block = blockOf(name, attributes);
    this.#line = lineOf(attributes);
    this.#blockMarks = this.#block === PARAGRAPH ? marksOfStyle(attributes).adds : NO_MARKS;
  }

  #startInline(name: string, attributes: Attributes) {
    if (isSpace(attributes)) {
      this.#writeSpace(" ");
      this.#skipping = { element: name, depth: 1 };
    } else if (/mso-list\s*:\s*ignore/i.test(styleOf(attributes))) {
      this.#skipping = { element: name, depth: 1, sign: [] };
    } else {
      if (attributes.get("data-stringify-type") === "paragraph-break") this.#endParagraph();
      this.#openMark(name, attributes);
    }
  }

  #end(name: string) {
    const around = this.#droppedRound(name);
    if (around && around.nested > 0) {
      this.#flush();
      around.nested -= 1;
    } else if (name === "q") this.#append("”");
    else if (isInline(name) && this.#openMarks.get(name)) this.#closeMark(name);
    else if (this.#close(name)) return;
    else if (!isInline(name)) {
      this.#flush();
      if (headingLevel(name) > 0 || name === "p") this.#endBlock();
      if (name === "thead") this.#isInTableHead = false;
      if (name === "article" || name === "main") this.#articles = Math.max(0, this.#articles - 1);
    }
  }

  #open(kind: FrameKind, element: string, attrs: Readonly<Record<string, unknown>> = {}) {
    this.#flush();
    this.#endBlock();
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

  #endBlock() {
    this.#block = PARAGRAPH;
    this.#line = undefined;
    this.#blockMarks = NO_MARKS;
  }

  #closeTop(byItsOwnTag: boolean) {
    this.#flush();
    this.#endBlock();
    const frame = this.#frames.pop();
    if (!frame) return;
    while (this.#marks.length > frame.marks) this.#popMark();
    if (isFurniture(frame, byItsOwnTag)) {
      const lines = frame.blocks.flatMap((block) => paragraphsOf([block]).map(textOf));
      if (lines.length > 0) this.#dropped.push({ element: frame.element, lines });
      return;
    }
    const blocks = gathered(frame.blocks, this.#loose);
    if (frame.kind === "caption") this.#caption(blocks);
    else if (frame.kind === "list") this.#placeList(frame, blocks);
    else if (frame.kind === "item") this.#placeItem(frame, blocks);
    else for (const block of blocksOf(frame, blocks)) this.#place(block);
  }

  /** A caption belongs to the figure round it; anywhere else its words are paragraphs. */
  #caption(blocks: readonly NodeJson[]) {
    const figure = this.#top();
    if (figure.kind === "figure") figure.caption = captionOf(blocks);
    else for (const block of blocks) this.#place(withoutParts(block));
  }

  /** A list whose items say how deep they are is one of many that look like one. */
  #placeList(frame: Frame, blocks: readonly NodeJson[]) {
    if (!blocks.some((item) => this.#levels.has(item))) {
      for (const block of blocksOf(frame, blocks)) this.#place(block);
      return;
    }
    const { ordered, start } = frame.attrs;
    for (const [at, item] of blocks.entries()) {
      const numbers = ordered === true ? [Number(start) + at] : [];
      this.#loose.set(item, { as: "item", level: this.#levels.get(item) ?? 1, numbers });
      this.#place(item);
    }
  }

  #placeItem(frame: Frame, blocks: readonly NodeJson[]) {
    const { level } = frame.attrs;
    for (const item of blocksOf(frame, blocks)) {
      if (typeof level === "number") this.#levels.set(item, level);
      this.#place(item);
    }
  }

  #startItem(attributes: Attributes) {
    this.#flush();
    for (let at = this.#frames.length - 1; at > 0; at--) {
      const kind = this.#frames[at]?.kind;
      if (kind === "item") {
        while (this.#frames.length > at) this.#closeTop(false);
        break;
      }
      if (kind === "list" || kind === "cell" || kind === "quote") break;
    }
    if (this.#top().kind === "list") this.#open("item", "li", { level: levelOf(attributes) });
  }

  #startCell(name: string, attributes: Attributes) {
    if (!this.#closeInTable(["cell"])) return;
    if (this.#top().kind !== "row") this.#open("row", "tr");
    this.#open("cell", name, {
      isHeader: name === "th" || this.#isInTableHead,
      colspan: Math.min(wholeNumber(attributes.get("colspan")) || 1, WIDEST_SPAN),
      rowspan: Math.min(wholeNumber(attributes.get("rowspan")) || 1, WIDEST_SPAN),
    });
    if (name === "td") this.#blockMarks = marksOfStyle(attributes).adds;
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
    const isLoose = home?.kind === "list" && block.type !== "list_item" && !isList(block);
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
    const { takes, adds } = marksOfStyle(attributes);
    const isPlain = (this.#marks.at(-1)?.isPlain ?? false) || hasClass(attributes, "emoji");
    const before = this.#marksNow();
    const own = [...this.#marksOf(element, attributes), ...adds];
    const isSame = own.length === 0 && takes.length === 0;
    const marks = isSame || isPlain ? before : withMarks([...before, ...own], takes);
    const open: OpenMark = { element, marks, isPlain };
    this.#marks.push(isNoteLink(element, attributes) ? { ...open, note: this.#words.length } : open);
    this.#openMarks.set(element, (this.#openMarks.get(element) ?? 0) + 1);
  }

  #marksOf(element: string, attributes: Attributes): readonly MarkJson[] {
    if (element === "a") return this.#linkOf(attributes);
    const part = attributes.get("class") ?? "";
    if (CAPTION_PARTS.includes(part) && this.#top().kind === "caption") return [{ type: part }];
    return marksOfElement(element, attributes);
  }

  #linkOf(attributes: Attributes): readonly MarkJson[] {
    const typed = withoutRedirect(attributes.get("href") ?? "");
    const href = this.#atHome(safeHref(typed, this.#address()));
    return href === undefined ? [] : [{ type: "link", attrs: { href, title: attributes.get("title") || null } }];
  }

  #address(): string | undefined {
    return this.#source.address ?? this.#base ?? this.#canonical;
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
    const mark = this.#marks.pop();
    if (mark === undefined) return undefined;
    this.#openMarks.set(mark.element, (this.#openMarks.get(mark.element) ?? 1) - 1);
    if (mark.note !== undefined) this.#setApart(mark.note);
    return mark.element;
  }

  /** The sign of a note stands in brackets, so that its number is none of the sentence's; before the note itself a space follows. */
  #setApart(from: number) {
    const sign = this.#words.slice(from).join("").trim();
    if (!/^(?:\d{1,3}|[ivxl]{1,6}|\*+)$/i.test(sign)) return;
    const isFirst = from === 0 && this.#inline.length === 0;
    this.#words.splice(from, this.#words.length, `[${sign}]${isFirst ? " " : ""}`);
    this.#afterSpace = isFirst;
  }

  #marksNow(): readonly MarkJson[] {
    return this.#marks.at(-1)?.marks ?? this.#blockMarks;
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

  #endParagraph() {
    this.#break();
    this.#break();
  }

  #picture(attributes: Attributes) {
    const kept = this.#source.picture?.(attributes.get("src") ?? "");
    const alt = cleanText(attributes.get("alt") ?? "")
      .replace(/\s+/g, " ")
      .trim();
    if (kept) {
      this.#flush();
      this.#place({ type: "picture", attrs: { media: kept.id, alt, credit: kept.credit } });
    } else if (alt !== "" && !saysNothing(alt)) {
      this.#sayInstead(alt);
    }
  }

  /** The words of a picture that is not kept here: its caption, unless it has one. */
  #sayInstead(alt: string) {
    const top = this.#top();
    if (top.kind !== "figure") this.#append(alt);
    else if (top.caption === NO_CAPTION) top.caption = { ...NO_CAPTION, words: [textNode(alt)] };
  }

  #embed(attributes: Attributes) {
    const url = safeHref(attributes.get("src") ?? "", this.#address());
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
    const block = this.#block;
    for (const content of paragraphsIn(inline, block.type !== "paragraph")) {
      const node = textBlock(block.type, content, "attrs" in block ? block.attrs : undefined);
      if (this.#line && block.type === "paragraph") this.#loose.set(node, this.#line);
      // What else stands in an item is no item of its own.
      if (this.#line?.as === "item") this.#line = undefined;
      this.#place(node);
    }
  }
}

function webAddress(href: string | undefined): string | undefined {
  return href !== undefined && isWebAddress(href) ? href : undefined;
}
