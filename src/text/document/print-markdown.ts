/**
 * The document → Markdown. Parsing it gives the document back for all Markdown can
 * say: not citations, speakers within a line, events, mentions, merged cells and cards, whose words stay.
 */
import { safeHref } from "./links.ts";
import { joined, numberAttr, sameMarks, textAttr, textNode, textOf } from "./nodes.ts";
import { MEDIA, SPEAKER_SIGN } from "./parse-markdown.ts";
import type { DocumentJson, MarkJson, NodeJson } from "./schema.ts";

/** Markdown of the body; ends with a line end unless it is empty. */
export function printMarkdown(document: DocumentJson): string {
  const markdown = printBlocks(document.content);
  return markdown === "" ? "" : `${markdown}\n`;
}

function printBlocks(nodes: readonly NodeJson[]): string {
  const out: string[] = [];
  let before: { readonly type: string; readonly isOther: boolean } | undefined;
  for (const node of nodes) {
    // Two lists in a row are one to Markdown unless their signs differ.
    const isOther = before?.type === node.type && !before.isOther;
    const block = printBlock(node, isOther);
    if (block === "") continue;
    before = { type: node.type, isOther };
    out.push(block);
  }
  return out.join("\n\n");
}

function printBlock(node: NodeJson, isOther: boolean): string {
  switch (node.type) {
    case "paragraph":
      return printLine(node.content);
    case "heading":
      return `${"#".repeat(Math.min(6, numberAttr(node, "level", 2)))} ${withoutClosingHashes(onOneLine(node.content))}`.trimEnd();
    case "bullet_list":
      return printList(node, () => (isOther ? "*" : "-"));
    case "ordered_list":
      return printList(node, (at) => `${Math.max(0, numberAttr(node, "start", 1)) + at}${isOther ? ")" : "."}`);
    case "blockquote":
      return quoted([printBlocks(node.content ?? []), speakerLine(node)].filter(Boolean).join("\n\n"));
    case "pull_quote":
      return quoted(printLine(node.content));
    case "picture":
      return printPicture(node);
    case "table":
      return printTable(node);
    case "embed":
      return printEmbed(node);
    case "rule":
      return "---";
    case "notes":
      return (node.content ?? []).map(printNote).join("\n\n");
    default:
      throw new Error(`a document has no block called ${node.type}`);
  }
}

function printList(node: NodeJson, sign: (at: number) => string): string {
  const items = node.content ?? [];
  const isTight = items.every((item) => (item.content ?? []).length < 2);
  const lines = items.map((item, at) => {
    const start = `${sign(at)} `;
    const words = printBlocks(item.content ?? []).replaceAll("\n", `\n${" ".repeat(start.length)}`);
    return `${start}${words}`.replace(/[ \t]+$/gm, "");
  });
  return lines.join(isTight ? "\n" : "\n\n");
}

function quoted(words: string): string {
  return words === "" ? "" : `> ${words.replaceAll("\n", "\n> ")}`.replace(/[ \t]+$/gm, "");
}

function speakerLine(node: NodeJson): string {
  const who = [textAttr(node, "speaker"), textAttr(node, "office")].filter(Boolean).join(", ");
  return who && `${SPEAKER_SIGN}${escapedText(who)}`;
}

function printPicture(node: NodeJson): string {
  const credit = textAttr(node, "credit");
  const target = addressAndTitle(`${MEDIA}${textAttr(node, "media")}`, credit);
  const caption = printLine(node.content);
  return `![${escapedText(textAttr(node, "alt"))}](${target})${caption && `\n${caption}`}`;
}

function printEmbed(node: NodeJson): string {
  const href = safeHref(textAttr(node, "url"));
  const words = escapedText(textAttr(node, "title") || textAttr(node, "url"));
  const link = href === undefined ? words : `[${words}](${addressAndTitle(href, "")})`;
  const description = escapedText(textAttr(node, "description"));
  return [link, description].filter(Boolean).join("\\\n");
}

function printNote(node: NodeJson): string {
  return atLineStart(`${escapedText(textAttr(node, "marker"))} ${printLine(node.content)}`);
}

function printTable(node: NodeJson): string {
  const rows = (node.content ?? []).map(cellsOf);
  const width = Math.max(...rows.map((cells) => cells.length));
  const [first] = node.content ?? [];
  const hasHead = (first?.content ?? []).every((cell) => cell.type === "table_header");
  const all = hasHead ? rows : [[], ...rows];
  const lines = all.map((cells) => `| ${Array.from({ length: width }, (_, at) => cells[at] ?? "").join(" | ")} |`);
  lines.splice(1, 0, `|${" --- |".repeat(width)}`);
  return lines.join("\n");
}

function cellsOf(row: NodeJson): string[] {
  return (row.content ?? []).flatMap((cell) => {
    const words = (cell.content ?? []).map((paragraph) => onOneLine(paragraph.content)).join("<br>");
    const empty = Array.from({ length: Math.max(0, numberAttr(cell, "colspan", 1) - 1) }, () => "");
    return [words.replaceAll("|", "\\|"), ...empty];
  });
}

/** The words of a paragraph; a line break is a backslash at the end of its line. */
function printLine(nodes: readonly NodeJson[] = []): string {
  return linesOf(nodes).map(printWords).map(atLineStart).join("\\\n");
}

/** For headings and cells, which end with their line. */
function onOneLine(nodes: readonly NodeJson[] = []): string {
  return linesOf(nodes).map(printWords).join("<br>");
}

/** Hashes at the end of a heading belong to the sign at its start. */
function withoutClosingHashes(line: string): string {
  return line.replace(/#(?=#*$)/, "\\#");
}

function linesOf(nodes: readonly NodeJson[]): readonly (readonly NodeJson[])[] {
  const lines: NodeJson[][] = [[]];
  for (const node of nodes) {
    if (node.type === "hard_break") lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines;
}

type Sign = { readonly kind: "open" | "close" | "text"; readonly text: string; readonly emphasis?: "strong" | "em" };

function printWords(nodes: readonly NodeJson[]): string {
  const signs = signsOf(sayable(nodes));
  return atEnds(signs.map(starsAreClear(signs) ? withStars : withTags).join(""));
}

const SAID = ["link", "strong", "em", "code"];

/** Only what Markdown says, with the spaces at either end of emphasis outside it, where Markdown wants them. */
function sayable(nodes: readonly NodeJson[]): readonly NodeJson[] {
  const said = joined(nodes.map((node) => textNode(spaced(textOf(node)), (node.marks ?? []).filter(isSaid))));
  return joined(said.flatMap((node, at) => withSpacesOutside(node, said[at - 1], said[at + 1])));
}

function isSaid(mark: MarkJson): boolean {
  return SAID.includes(mark.type) && (mark.type !== "link" || safeHref(textAttr(mark, "href")) !== undefined);
}

function spaced(text: string): string {
  return text.replace(/[\n\r]+/g, " ");
}

function withSpacesOutside(node: NodeJson, before: NodeJson | undefined, after: NodeJson | undefined): NodeJson[] {
  const text = node.text ?? "";
  const marks = node.marks ?? [];
  if (marks.some((mark) => mark.type === "code") || !marks.some(isEmphasis)) return [node];
  const words = text.trim();
  if (words === "") return [textNode(text, sharedMarks(sharedMarks(marks, before?.marks), after?.marks))];
  const from = text.indexOf(words);
  return [
    textNode(text.slice(0, from), sharedMarks(marks, before?.marks)),
    textNode(words, marks),
    textNode(text.slice(from + words.length), sharedMarks(marks, after?.marks)),
  ];
}

function isEmphasis(mark: MarkJson): boolean {
  return mark.type === "strong" || mark.type === "em";
}

/** Emphasis that goes on in the neighbour, and every other mark. */
function sharedMarks(marks: readonly MarkJson[], neighbour: readonly MarkJson[] = []): readonly MarkJson[] {
  return marks.filter((mark) => !isEmphasis(mark) || neighbour.some((other) => other.type === mark.type));
}

/** Opening and closing signs round the words, the mark that goes on longest outside. */
function signsOf(nodes: readonly NodeJson[]): readonly Sign[] {
  const signs: Sign[] = [];
  const open: MarkJson[] = [];
  const closeTo = (depth: number) => {
    while (open.length > depth) signs.push(closing(open.pop()));
  };
  for (const [at, node] of nodes.entries()) {
    const marks = (node.marks ?? []).filter((mark) => mark.type !== "code");
    const gone = open.findIndex((mark) => !has(marks, mark));
    if (gone >= 0) closeTo(gone);
    const missing = marks.filter((mark) => !has(open, mark));
    for (const mark of missing.toSorted((one, other) => endOf(nodes, at, other) - endOf(nodes, at, one))) {
      open.push(mark);
      // A bang before a link would make it a picture.
      const last = signs.at(-1);
      if (mark.type === "link" && last?.text.endsWith("!")) {
        signs[signs.length - 1] = { ...last, text: `${last.text.slice(0, -1)}\\!` };
      }
      signs.push(opening(mark));
    }
    const isCode = node.marks?.some((mark) => mark.type === "code");
    signs.push({ kind: "text", text: isCode ? codeSpan(node.text ?? "") : escapedText(node.text ?? "") });
  }
  closeTo(0);
  return signs;
}

function has(marks: readonly MarkJson[], mark: MarkJson): boolean {
  return marks.some((one) => sameMarks([one], [mark]));
}

function endOf(nodes: readonly NodeJson[], from: number, mark: MarkJson): number {
  const end = nodes.findIndex((node, at) => at > from && !has(node.marks ?? [], mark));
  return end < 0 ? nodes.length : end;
}

function opening({ type }: MarkJson): Sign {
  return type === "strong" || type === "em" ? { kind: "open", text: "", emphasis: type } : { kind: "open", text: "[" };
}

function closing(mark: MarkJson | undefined): Sign {
  if (mark?.type === "strong" || mark?.type === "em") return { kind: "close", text: "", emphasis: mark.type };
  const href = (mark && safeHref(textAttr(mark, "href"))) ?? "";
  return { kind: "close", text: `](${addressAndTitle(href, mark ? textAttr(mark, "title") : "")})` };
}

function addressAndTitle(address: string, title: string): string {
  const target = /^[^()<>\s\\]+$/.test(address)
    ? address
    : `<${address.replace(/[<>\\]/g, "\\$&").replace(/\s+/g, " ")}>`;
  return title === "" ? target : `${target} "${title.replace(/\s+/g, " ").replace(/["\\&]/g, "\\$&")}"`;
}

function codeSpan(code: string): string {
  const longest = Math.max(0, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(code) ? " " : "";
  return `${fence}${pad}${code}${pad}${fence}`;
}

function withStars({ emphasis, text }: Sign): string {
  return emphasis ? (emphasis === "strong" ? "**" : "*") : text;
}

function withTags({ kind, emphasis, text }: Sign): string {
  return emphasis ? `<${kind === "close" ? "/" : ""}${emphasis}>` : text;
}

/**
 * Whether every run of stars can be read in one way only: as opening or as closing
 * (CommonMark 6.2, left- and right-flanking runs). Inside words and between signs
 * they could be either, and tags are printed in their place.
 */
function starsAreClear(signs: readonly Sign[]): boolean {
  return signs.every((sign, at) => {
    if (!sign.emphasis || signs[at - 1]?.emphasis) return true;
    const end = signs.findIndex((one, later) => later > at && !one.emphasis);
    const run = signs.slice(at, end < 0 ? signs.length : end);
    if (run.some((one) => one.kind !== sign.kind)) return false;
    const before = classOf(signs[at - 1]?.text.slice(-2), -1);
    const after = classOf(end < 0 ? undefined : signs[end]?.text, 0);
    return sign.kind === "open" ? opensOnly(before, after) : opensOnly(after, before);
  });
}

type LetterClass = "space" | "sign" | "letter";

function classOf(text: string | undefined, at: 0 | -1): LetterClass {
  const letter = [...(text ?? "")].at(at);
  if (letter === undefined || /\s/u.test(letter)) return "space";
  return /[\p{P}\p{S}]/u.test(letter) ? "sign" : "letter";
}

/** `outside` and `inside` are what stands on either side of the stars; closing is the same seen in a mirror. */
function opensOnly(outside: LetterClass, inside: LetterClass): boolean {
  return inside === "letter" ? outside !== "letter" : inside === "sign" && outside === "space";
}

/** White space at either end of a line is lost to Markdown unless it is written by its number. */
function atEnds(line: string): string {
  const start = /^\s+/u.exec(line)?.[0] ?? "";
  const end = start.length < line.length ? (/\s+$/u.exec(line)?.[0] ?? "") : "";
  const middle = line.slice(start.length, line.length - end.length);
  return `${[...start].map(byNumber).join("")}${middle}${[...end].map(byNumber).join("")}`;
}

function byNumber(letter: string): string {
  return `&#${letter.codePointAt(0)};`;
}

/** Signs that mean something wherever they stand. */
function escapedText(text: string): string {
  return text
    .replace(/[\\`*[\]<]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/&(?=[#a-z])/gi, "\\&");
}

/** Signs that mean something at the start of a line. */
function atLineStart(line: string): string {
  return line.replace(/^[#>+=~|:-]/, "\\$&").replace(/^(\d{1,9})([.)])/, "$1\\$2");
}
