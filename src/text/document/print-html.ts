/**
 * The document → HTML: the one place where ready-made HTML is made. What a page
 * prints round the body (headline, sources, timeline) is left to its view.
 */
import { directionOf } from "#lib/direction.ts";
import { isWebAddress, safeHref } from "./links.ts";
import { listAttr, numberAttr, textAttr, textOf } from "./nodes.ts";
import type { DocumentJson, MarkJson, NodeJson } from "./schema.ts";

export type HtmlOptions = {
  /** Address of an organisation's page, which the words of its label link to. Without it, or for `undefined`, they are plain words. */
  readonly labelHref?: (organisation: string) => string | undefined;
  /** The number a source has in the list of sources below the text. Without it, or for `undefined`, cited words are no link and show no number. */
  readonly sourceNumber?: (source: string) => number | undefined;
  /** Where cited words lead to. Without it, or for `undefined`, to `#source-N`, N being the number. */
  readonly sourceHref?: (source: string) => string | undefined;
  /** A kept picture by the id of its file. Without it, or for `undefined`, the picture and its caption are left out. */
  readonly picture?: (media: string) => PrintedPicture | undefined;
  /** Added to every heading's level; the result stays within 1 and 6. Without it levels are printed as they are. */
  readonly headingOffset?: number;
  /** Put before every element id, so that several bodies can stand on one page. Without it ids stand bare. */
  readonly idPrefix?: string;
  /** Sizes of notices are written as styles, for readers that know no style sheet of ours. Without it they are classes. */
  readonly areSizesStyled?: boolean;
  /** The words of an alternative text with their labels. Without it they are printed as they are kept. */
  readonly altText?: (alt: string) => string;
  /** A line that names people, offices or credits, with its labels. Without it such lines are printed as they are kept. */
  readonly line?: (text: string) => readonly LineSegment[];
  /** The language of labels that stand in a text of another. Without it they say none. */
  readonly labelLanguage?: string | undefined;
  /** Labels are notes of somebody else than who says the words round them, for those who cannot see it. Without it they are part of the text. */
  readonly areLabelsNotes?: boolean;
  /** Labels that repeat one above have the class `again`, so that a style sheet may fold them. Without it none has. */
  readonly marksRepeats?: boolean;
  /** Words for those who cannot see: they never stand in the text. Without it, English. */
  readonly words?: PrintWords;
};

/** A piece of a line; `label` marks one that is a label, the space before it included. */
export type LineSegment = { readonly text: string; readonly label?: { readonly organisations: readonly string[] } };

export type PrintedPicture = {
  readonly src: string;
  readonly srcset?: string;
  readonly sizes?: string;
  /** The same picture in types not every reader knows, the first that is known is taken. Without it the image stands alone. */
  readonly sources?: readonly { readonly type: string; readonly srcset: string }[];
  readonly width: number;
  readonly height: number;
  /** Printed below the caption; the document's own credit goes before it. */
  readonly credit?: string;
};

export type PrintWords = {
  /** Name of the region a wide table scrolls in. */
  readonly table: string;
  /** Name of the link from a note back to its first marker. */
  readonly backToText: string;
  /** Name of a marker: which note it leads to. The words of the note are read there, once. */
  readonly note: (number: number) => string;
  /** Name of a citation that has no words of its own to link. */
  readonly source: (number: number) => string;
};

/** HTML of the body: escaped, without style or script of its own, its text content the words of the plain print. */
export function printHtml(document: DocumentJson, options: HtmlOptions = {}): string {
  const { words = ENGLISH, idPrefix = "" } = options;
  const printing = { options, words, said: new Set<string>(), ...notesOf(document, idPrefix) };
  return printBlocks(document.content, printing);
}

const ENGLISH: PrintWords = {
  table: "Table",
  backToText: "Back to the text",
  note: (number) => `Note ${number}`,
  source: (number) => `Source ${number}`,
};

type Printing = {
  readonly options: HtmlOptions;
  readonly words: PrintWords;
  readonly notes: ReadonlyMap<string, Note>;
  /** Markers whose first place in the text is printed: notes lead back to it. */
  readonly marked: Set<string>;
  /** Labels in brackets that stand above. */
  readonly said: Set<string>;
};

type Note = { readonly id: string; readonly markerId: string; readonly number: number };

function notesOf(document: DocumentJson, prefix: string): Pick<Printing, "notes" | "marked"> {
  const notes = document.content.filter((node) => node.type === "notes").flatMap((node) => node.content ?? []);
  return {
    notes: new Map(
      notes.map((note, at) => [
        textAttr(note, "marker"),
        { id: `${prefix}note-${at + 1}`, markerId: `${prefix}note-${at + 1}-marker`, number: at + 1 },
      ]),
    ),
    marked: new Set(),
  };
}

function printBlocks(nodes: readonly NodeJson[] = [], printing: Printing): string {
  return nodes
    .map((node) => printBlock(node, printing))
    .filter((html) => html !== "")
    .join("\n");
}

function printBlock(node: NodeJson, printing: Printing): string {
  switch (node.type) {
    case "paragraph":
      return printParagraph(node, printing);
    case "heading":
      return printHeading(node, printing);
    case "bullet_list":
      return `<ul>\n${printItems(node, printing)}\n</ul>`;
    case "ordered_list":
      return `<ol${startOf(node)}>\n${printItems(node, printing)}\n</ol>`;
    case "blockquote":
      return printBlockquote(node, printing);
    case "pull_quote":
      return `<p class="pull-quote">${printInline(node.content, printing)}</p>`;
    case "picture":
      return printPicture(node, printing);
    case "table":
      return printTable(node, printing);
    case "embed":
      return printEmbed(node, printing);
    case "rule":
      return "<hr>";
    case "notes":
      return `<div class="notes" data-label="notes">\n${(node.content ?? []).map((note) => printNote(note, printing)).join("\n")}\n</div>`;
    default:
      throw new Error(`a document has no block called ${node.type}`);
  }
}

/** A paragraph without words is nothing to a reader. */
function printParagraph(node: NodeJson, printing: Printing): string {
  const [only, ...more] = node.content ?? [];
  if (only?.type === "label" && more.length === 0 && textAttr(only, "style") === "notice") {
    return printNotice(only, printing);
  }
  const words = printInline(node.content, printing);
  return words && `<p>${words}</p>`;
}

/** A notice on the whole text; a law may ask for letters larger than the text's. */
function printNotice(node: NodeJson, printing: Printing): string {
  const size = numberAttr(node, "size", 100);
  const styled = printing.options.areSizesStyled && size !== 100 ? `font-size: ${size}%` : undefined;
  const shape = attributes({
    class: size === 100 ? "text-notice" : `text-notice size-${size}`,
    dir: "auto",
    style: styled,
  });
  return `<p${shape}>${printLabel(node, printing)}</p>`;
}

function printHeading(node: NodeJson, printing: Printing): string {
  const level = numberAttr(node, "level", 2) + (printing.options.headingOffset ?? 0);
  const tag = `h${Math.min(6, Math.max(1, Math.round(level)))}`;
  const words = printInline(node.content, printing);
  return words && `<${tag}>${words}</${tag}>`;
}

function startOf(node: NodeJson): string {
  const start = numberAttr(node, "start", 1);
  return start === 1 ? "" : ` start="${Math.round(start)}"`;
}

function printItems(node: NodeJson, printing: Printing): string {
  const items = (node.content ?? []).map(({ content = [] }) => {
    const [first, ...rest] = content;
    const words = first?.type === "paragraph" ? printInline(first.content, printing) : printBlocks(content, printing);
    const more = first?.type === "paragraph" && rest.length > 0 ? `\n${printBlocks(rest, printing)}` : "";
    return `<li>${words}${more}</li>`;
  });
  return items.join("\n");
}

function printBlockquote(node: NodeJson, printing: Printing): string {
  const quote = `<blockquote>\n${printBlocks(node.content, printing)}\n</blockquote>`;
  const cited = citationOf(textAttr(node, "source"), printing);
  const isInLink = cited !== undefined;
  const speaker = printLine(textAttr(node, "speaker"), printing, { isInLink });
  const office = printLine(textAttr(node, "office"), printing, { isInLink });
  const who = [
    speaker && `<span class="speaker">${speaker}</span>`,
    office && `<span class="office">${office}</span>`,
  ].filter(Boolean);
  if (who.length === 0 && !cited) return quote;
  const caption = cited ? citedWords(who.join(", "), cited, printing) : who.join(", ");
  return `<figure class="quotation-block">\n${quote}\n<figcaption>${caption}</figcaption>\n</figure>`;
}

function printPicture(node: NodeJson, printing: Printing): string {
  const picture = printing.options.picture?.(textAttr(node, "media"));
  if (!picture) return "";
  const image = `<img${attributes({
    src: picture.src,
    srcset: picture.srcset,
    sizes: picture.srcset === undefined ? undefined : picture.sizes,
    width: picture.width,
    height: picture.height,
    alt: printing.options.altText?.(textAttr(node, "alt")) ?? textAttr(node, "alt"),
    loading: "lazy",
    decoding: "async",
  })}>`;
  const sources = (picture.sources ?? []).map(
    ({ type, srcset }) => `<source${attributes({ type, srcset, sizes: picture.sizes })}>`,
  );
  const shown = sources.length > 0 ? `<picture>${sources.join("")}${image}</picture>` : image;
  const caption = printInline(node.content, printing);
  const credit = printLine(textAttr(node, "credit") || (picture.credit ?? ""), printing);
  const below = [caption, credit && `<span class="credit">${credit}</span>`].filter(Boolean).join(" ");
  return `<figure class="picture">\n${shown}\n${below && `<figcaption>${below}</figcaption>\n`}</figure>`;
}

/** A wide table scrolls by itself; it can be reached and scrolled by keyboard, so it has a name. */
function printTable(node: NodeJson, printing: Printing): string {
  const rows = node.content ?? [];
  const firstBodyRow = rows.findIndex((row) => !isHeaderRow(row));
  const headRows = firstBodyRow > 0 ? rows.slice(0, firstBodyRow) : [];
  const bodyRows = rows.slice(headRows.length);
  const head = headRows.length > 0 ? `<thead>\n${printRows(headRows, printing)}\n</thead>\n` : "";
  const body = `<tbody>\n${printRows(bodyRows, printing)}\n</tbody>`;
  return `<div class="table"${attributes({ role: "group", "aria-label": printing.words.table, tabindex: 0 })}>\n<table>\n${head}${body}\n</table>\n</div>`;
}

function isHeaderRow(row: NodeJson): boolean {
  return (row.content ?? []).every((cell) => cell.type === "table_header");
}

function printRows(rows: readonly NodeJson[], printing: Printing): string {
  return rows
    .map((row) => `<tr>\n${(row.content ?? []).map((cell) => printCell(cell, row, printing)).join("\n")}\n</tr>`)
    .join("\n");
}

function printCell(cell: NodeJson, row: NodeJson, printing: Printing): string {
  const colspan = numberAttr(cell, "colspan", 1);
  const rowspan = numberAttr(cell, "rowspan", 1);
  // A header without words names nothing: the corner of a table is a plain cell.
  const isHeader = cell.type === "table_header" && textOf(cell).trim() !== "";
  const scope = isHeaderRow(row) ? (colspan > 1 ? "colgroup" : "col") : rowspan > 1 ? "rowgroup" : "row";
  const spans = { colspan: colspan > 1 ? colspan : undefined, rowspan: rowspan > 1 ? rowspan : undefined };
  const [only, ...others] = cell.content ?? [];
  const words = others.length === 0 ? printInline(only?.content, printing) : printBlocks(cell.content, printing);
  return isHeader ? `<th${attributes({ scope, ...spans })}>${words}</th>` : `<td${attributes(spans)}>${words}</td>`;
}

function printEmbed(node: NodeJson, printing: Printing): string {
  const href = safeHref(textAttr(node, "url"));
  const host = href === undefined || !isWebAddress(href) ? "" : new URL(href).host;
  const title = textAttr(node, "title") || host;
  const description = textAttr(node, "description");
  const line = title === host ? escaped(host) : printLine(title, printing, { isInLink: host !== "" });
  const words = host === "" ? line : `<a${attributes({ href })}>${line}</a>`;
  const below = description && `\n<p class="embed-description">${printLine(description, printing)}</p>`;
  const where = host && host !== title ? `\n<p class="embed-host">${escaped(host)}</p>` : "";
  return `<div class="embed">\n<p class="embed-title">${words}</p>${below}${where}\n</div>`;
}

/** A line that stands outside the text, with its labels; HTML allows no link inside another. */
function printLine(text: string, { options }: Printing, { isInLink = false } = {}): string {
  if (text === "" || !options.line) return escaped(text);
  return options
    .line(text)
    .map(({ text, label }) => {
      if (!label) return escaped(text);
      const words = text.trimStart();
      const space = text.slice(0, text.length - words.length);
      const href = isInLink ? undefined : firstOf(label.organisations, options.labelHref);
      return `<span class="label">${space}${linkedWords(words, href)}</span>`;
    })
    .join("");
}

function printNote(node: NodeJson, printing: Printing): string {
  const marker = textAttr(node, "marker");
  const note = printing.notes.get(marker);
  const back =
    note && printing.marked.has(marker)
      ? `<a${attributes({ class: "note-marker", href: `#${note.markerId}`, "aria-label": printing.words.backToText })}>${escaped(marker)}</a>`
      : escaped(marker);
  const words = printInline(node.content, printing);
  const href = firstOf(listAttr(node, "organisations"), printing.options.labelHref);
  const isLinked = (node.content ?? []).some((inline) => inline.marks?.some(isAnchor));
  const wording = href === undefined || isLinked ? words : `<a${attributes({ href })}>${words}</a>`;
  return `<p class="note"${attributes({ id: note?.id })}>${back} ${wording}</p>`;
}

// One piece of a line with the elements round it. `closes` are the citations that end with it.
type Piece = { readonly html: string; readonly wraps: readonly Wrap[]; readonly citations: readonly Citation[] };
type Wrap = { readonly key: string; readonly open: string; readonly close: string; readonly citation?: Citation };
type Citation = { readonly key: string; readonly number: number; readonly href: string };

/**
 * A line of words. Marks that overlap are nested so that the one that goes on
 * longest stands outside; links never stand in links, so a citation is broken
 * where a link or a label begins, and shows its number once, at its end.
 */
function printInline(nodes: readonly NodeJson[] = [], printing: Printing): string {
  const pieces = withAbbreviations(withInheritedMarks(nodes)).map((node) => pieceOf(node, printing));
  const ends = runEnds(pieces);
  const out: string[] = [];
  const open: { wrap: Wrap; at: number }[] = [];
  let unnumbered: Citation[] = [];

  const closeTo = (depth: number) => {
    while (open.length > depth) out.push(open.pop()?.wrap.close ?? "");
  };

  for (const [at, piece] of [...pieces, NOTHING].entries()) {
    for (const citation of pieces[at - 1]?.citations ?? []) {
      if (piece.citations.some((one) => one.key === citation.key)) continue;
      const own = open.find(({ wrap }) => wrap.citation?.key === citation.key);
      if (own) out[own.at] = citationTag(citation, true);
      else unnumbered.push(citation);
    }
    const gone = open.findIndex(({ wrap }) => !piece.wraps.some((one) => one.key === wrap.key));
    if (gone >= 0) closeTo(gone);
    if (unnumbered.length > 0 && !open.some(({ wrap }) => wrap.open.startsWith("<a "))) {
      out.push(...unnumbered.map((citation) => bareCitation(citation, printing)));
      unnumbered = [];
    }
    const missing = piece.wraps.filter((wrap) => !open.some((one) => one.wrap.key === wrap.key));
    const endOf = (wrap: Wrap) => ends.get(wrap.key)?.find((end) => end > at) ?? at;
    for (const wrap of missing.toSorted((one, other) => endOf(other) - endOf(one))) {
      open.push({ wrap, at: out.length });
      out.push(wrap.open);
    }
    out.push(piece.html);
  }
  return out.join("");
}

const NOTHING: Piece = { html: "", wraps: [], citations: [] };

/** Where each run of one element ends: ends in rising order, by the element's key. */
function runEnds(pieces: readonly Piece[]): ReadonlyMap<string, readonly number[]> {
  const ends = new Map<string, number[]>();
  for (const [at, piece] of pieces.entries()) {
    for (const { key } of piece.wraps) {
      const its = ends.get(key);
      if (!its) ends.set(key, [at + 1]);
      else if (its.at(-1) === at) its[its.length - 1] = at + 1;
      else its.push(at + 1);
    }
  }
  return ends;
}

const GOES_ON_ROUND_LABELS = ["citation", "quotation", "event"];

/** A label between two pieces of one quotation or citation belongs to it, though it carries no marks itself. */
function withInheritedMarks(nodes: readonly NodeJson[]): readonly NodeJson[] {
  return nodes.map((node, at) => {
    if (node.type !== "label" || (node.marks && node.marks.length > 0)) return node;
    const before = nodes[at - 1]?.marks ?? [];
    const after = new Set((nodes[at + 1]?.marks ?? []).map(keyOf));
    const shared = before.filter((mark) => GOES_ON_ROUND_LABELS.includes(mark.type) && after.has(keyOf(mark)));
    return shared.length > 0 ? { ...node, marks: shared } : node;
  });
}

/** Before a label of the style `abbr` the words it is about get a mark of their own, for the printer alone. */
function withAbbreviations(nodes: readonly NodeJson[]): readonly NodeJson[] {
  const out: NodeJson[] = [];
  for (const node of nodes) {
    if (node.type === "label" && textAttr(node, "style") === "abbr") abbreviate(out, node);
    out.push(node);
  }
  return out;
}

function abbreviate(out: NodeJson[], label: NodeJson) {
  const abbr: MarkJson = { type: "abbr", attrs: { title: textAttr(label, "wording") } };
  let left = coveredBy(out, label);
  for (let at = out.length - 1; at >= 0 && left > 0; at--) {
    const node = out[at];
    if (node?.type !== "text" || node.text === undefined) return;
    const cut = Math.max(0, node.text.length - left);
    left -= node.text.length - cut;
    const covered = { ...node, text: node.text.slice(cut), marks: [...(node.marks ?? []), abbr] };
    out.splice(at, 1, ...(cut > 0 ? [{ ...node, text: node.text.slice(0, cut) }] : []), covered);
  }
}

/** How many characters before the label its mention takes: what the label says, else the mention mark, else one word. */
function coveredBy(before: readonly NodeJson[], label: NodeJson): number {
  const said = numberAttr(label, "covers", 0);
  if (said > 0) return said;
  const mention = before.at(-1)?.marks?.find((mark) => mark.type === "mention");
  if (mention) {
    const from = before.findLastIndex((node) => !node.marks?.some((mark) => keyOf(mark) === keyOf(mention)));
    return textOf({ type: "paragraph", content: before.slice(from + 1) }).length;
  }
  return /\S+$/u.exec(before.at(-1)?.text ?? "")?.[0].length ?? 0;
}

function pieceOf(node: NodeJson, printing: Printing): Piece {
  const marks = node.marks ?? [];
  const citations = marks.flatMap((mark) => (mark.type === "citation" ? citationFor(mark, printing) : []));
  const html = inlineHtml(node, printing);
  const wraps = marks.filter((mark) => !isAnchor(mark)).flatMap((mark) => wrapOf(mark));
  // A label brings its own link.
  const anchor = node.type === "label" ? undefined : anchorOf(marks, citations);
  return { html, citations, wraps: anchor ? [anchor, ...wraps] : wraps };
}

function inlineHtml(node: NodeJson, printing: Printing): string {
  switch (node.type) {
    case "text":
      return escaped(node.text ?? "");
    case "hard_break":
      return "<br>";
    case "label":
      return printLabel(node, printing);
    default:
      throw new Error(`a line of a document has nothing called ${node.type}`);
  }
}

function isAnchor(mark: MarkJson): boolean {
  return mark.type === "link" || mark.type === "citation";
}

function anchorOf(marks: readonly MarkJson[], citations: readonly Citation[]): Wrap | undefined {
  const link = marks.find((mark) => mark.type === "link");
  const href = link && safeHref(textAttr(link, "href"));
  if (link && href !== undefined) {
    const title = textAttr(link, "title") || undefined;
    return { key: keyOf(link), open: `<a${attributes({ href, title })}>`, close: "</a>" };
  }
  const [citation] = citations;
  return citation && { key: citation.key, open: citationTag(citation, false), close: "</a>", citation };
}

function citationFor(mark: MarkJson, printing: Printing): readonly Citation[] {
  const citation = citationOf(textAttr(mark, "source"), printing);
  return citation ? [citation] : [];
}

function citationOf(source: string, { options }: Printing): Citation | undefined {
  const number = source === "" ? undefined : options.sourceNumber?.(source);
  if (number === undefined) return undefined;
  return { key: `citation ${source}`, number, href: options.sourceHref?.(source) ?? `#source-${number}` };
}

function citationTag({ href, number }: Citation, isLast: boolean): string {
  return `<a${attributes({ class: "citation", href, "data-number": isLast ? number : undefined })}>`;
}

function bareCitation({ href, number }: Citation, { words }: Printing): string {
  return `<a${attributes({ class: "citation", href, "data-number": number, "aria-label": words.source(number) })}></a>`;
}

function citedWords(html: string, citation: Citation, printing: Printing): string {
  return html === "" ? bareCitation(citation, printing) : `${citationTag(citation, true)}${html}</a>`;
}

function wrapOf(mark: MarkJson): readonly Wrap[] {
  const key = keyOf(mark);
  switch (mark.type) {
    case "quotation":
      return [{ key, open: `<span${quotationAttributes(mark)}>`, close: "</span>" }];
    case "event":
      return [eventWrap(key, textAttr(mark, "date"))];
    case "abbr":
      return [{ key, open: `<abbr${attributes({ title: textAttr(mark, "title") })}>`, close: "</abbr>" }];
    case "strong":
    case "em":
    case "code":
      return [{ key, open: `<${mark.type}>`, close: `</${mark.type}>` }];
    default:
      return [];
  }
}

/** Speaker and office are kept out of the text; a style sheet or an island may show them. */
function quotationAttributes(mark: MarkJson): string {
  return attributes({
    class: "quotation",
    "data-speaker": textAttr(mark, "speaker") || undefined,
    "data-office": textAttr(mark, "office") || undefined,
  });
}

/** A date HTML does not know (`99`, a typing error) is marked without `<time>`, which would be invalid. */
function eventWrap(key: string, date: string): Wrap {
  return /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(date) && !date.startsWith("0000")
    ? { key, open: `<time${attributes({ class: "event", datetime: date })}>`, close: "</time>" }
    : { key, open: '<span class="event">', close: "</span>" };
}

/** The text content is exactly what the label prints; the space before it stands outside the link. */
function printLabel(node: NodeJson, printing: Printing): string {
  const print = textAttr(node, "print");
  const style = textAttr(node, "style");
  if (print === "") return "";
  const html = style === "note" ? printMarker(print, printing) : printWording(node, print, printing);
  const shape = isAgain(node, style, printing) ? "label again" : "label";
  const { labelLanguage: lang, areLabelsNotes = false } = printing.options;
  const apart = { lang, dir: lang && directionOf(lang), role: areLabelsNotes ? "note" : undefined };
  return `<span${attributes({ class: shape, "data-label": style, ...apart })}>${html}</span>`;
}

function isAgain(node: NodeJson, style: string, { options, said }: Printing): boolean {
  if (!options.marksRepeats || style !== "inline") return false;
  const key = JSON.stringify([listAttr(node, "organisations"), textAttr(node, "wording")]);
  const again = said.has(key);
  said.add(key);
  return again;
}

function printMarker(print: string, { notes, marked, words }: Printing): string {
  const marker = print.trim();
  const note = notes.get(marker);
  if (!note) return escaped(print);
  const id = marked.has(marker) ? undefined : note.markerId;
  marked.add(marker);
  const link = attributes({ class: "note-marker", id, href: `#${note.id}`, "aria-label": words.note(note.number) });
  return print.replace(marker, () => `<a${link}>${escaped(marker)}</a>`);
}

function printWording(node: NodeJson, print: string, { options }: Printing): string {
  const wording = textAttr(node, "wording");
  const at = wording === "" ? -1 : print.indexOf(wording);
  if (at < 0) return escaped(print);
  const organisations = listAttr(node, "organisations");
  const parts = wording.split("; ");
  // Each organisation has a wording of its own, or several share one, whose link can lead to one of them only.
  const linked =
    parts.length > 1 && parts.length === organisations.length
      ? parts.map((part, one) => linkedWords(part, options.labelHref?.(organisations[one] ?? ""))).join("; ")
      : linkedWords(wording, firstOf(organisations, options.labelHref));
  return `${escaped(print.slice(0, at))}${linked}${escaped(print.slice(at + wording.length))}`;
}

function linkedWords(words: string, href: string | undefined): string {
  return href === undefined ? escaped(words) : `<a${attributes({ href })}>${escaped(words)}</a>`;
}

function firstOf(organisations: readonly string[], href: HtmlOptions["labelHref"]): string | undefined {
  for (const organisation of organisations) {
    const found = href?.(organisation);
    if (found !== undefined) return found;
  }
  return undefined;
}

function keyOf(mark: MarkJson): string {
  return `${mark.type} ${JSON.stringify(mark.attrs ?? {})}`;
}

function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${escaped(String(value))}"`))
    .join("");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Safe as text and between quotation marks; controls, which HTML cannot hold, are left out. */
function escaped(text: string): string {
  return text
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (sign) => (sign === "\n" || sign === "\t" ? sign : ""))
    .toWellFormed()
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");
}
