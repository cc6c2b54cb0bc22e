/** Plain text → the document: paragraphs by empty lines, lines wrapped by hand joined, Markdown's headings kept. */
import { textBlock, textNode } from "#text/document/nodes.ts";
import type { DocumentJson, NodeJson } from "#text/document/schema.ts";

/** Every kind of line end as `\n`. */
export function evenLines(text: string): string {
  return text.replace(/^\ufeff/, "").replaceAll(/\r\n?|[\u0085\u2028\u2029\v\f]/g, "\n");
}

/** The document of a plain text; `standsAlone` names lines that are never joined with their neighbours. */
export function parsePlain(text: string, standsAlone: (line: string) => boolean): DocumentJson {
  const content: NodeJson[] = [];
  for (const block of text.split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)) {
    for (const paragraph of paragraphsIn(
      block.split("\n").filter((line) => line.trim() !== ""),
      standsAlone,
    )) {
      content.push(blockOf(paragraph));
    }
  }
  return { type: "doc", content: content.length > 0 ? content : [{ type: "paragraph" }] };
}

function blockOf(text: string): NodeJson {
  const heading = /^(#{1,6})\s+(\S.*?)\s*#*$/.exec(text);
  if (heading) return textBlock("heading", [textNode(heading[2] ?? "")], { level: heading[1]?.length ?? 1 });
  return textBlock("paragraph", [textNode(text)]);
}

function paragraphsIn(lines: readonly string[], standsAlone: (line: string) => boolean): string[] {
  const width = Math.max(0, ...lines.slice(0, 2000).map((line) => line.trim().length));
  const paragraphs: string[] = [];
  // A line that is a paragraph by itself need not be asked.
  const alone = lines.length > 1 ? lines.map((line) => standsAlone(line.trim())) : [];
  let open: string[] = [];
  const close = () => {
    if (open.length > 0) paragraphs.push(open.join(" "));
    open = [];
  };
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    if (before !== undefined && (alone[at] || alone[at - 1] || !continues(before, line, width))) close();
    open.push(line.trim());
  }
  close();
  return paragraphs;
}

// Typewriters, mail and telegraph wrap at 60 to 80; nobody wraps a line by hand after 120.
const WIDEST_WRAP = 120;
const NARROWEST_WRAP = 40;

/** A line goes on in the next when that begins small, or when its next word would not have fitted any more. */
function continues(line: string, next: string, width: number): boolean {
  if (isIndented(next) && !isIndented(line)) return false;
  if (/^#{1,6}\s/.test(next) || /^#{1,6}\s/.test(line) || /^\s*(?:[-•*–—]|\d{1,2}[.)])\s/.test(next)) return false;
  const length = line.trim().length;
  if (length > WIDEST_WRAP) return false;
  if (/^\s*[\p{Ll}]/u.test(next)) return true;
  const word = /^\s*\S+/.exec(next)?.[0].trim().length ?? 0;
  const isFull = length >= NARROWEST_WRAP && width <= WIDEST_WRAP && length + 1 + word > width;
  return isFull && !(/[.!?…]["”»]?$/.test(line.trim()) && length < width * 0.85);
}

function isIndented(line: string): boolean {
  return /^(?:\t| {2,})\S/.test(line);
}
