/** The words of a line as they are read from HTML: cleaned, cut into paragraphs, without white space that means nothing. */
import { joined, textNode } from "./nodes.ts";
import type { NodeJson } from "./schema.ts";

/** A line of words cut into paragraphs: two line breaks in a row begin a new one, except in a line that cannot be cut. */
export function paragraphsIn(inline: readonly NodeJson[], isOneLine: boolean): readonly (readonly NodeJson[])[] {
  const paragraphs: NodeJson[][] = [[]];
  let breaks = 0;
  for (const node of inline) {
    if (node.type === "hard_break") {
      breaks += 1;
      continue;
    }
    const text = node.text ?? "";
    if (text.trim() === "" && (breaks > 0 || paragraphs.at(-1)?.length === 0)) continue;
    if (breaks > 1 && !isOneLine) paragraphs.push([]);
    const current = paragraphs.at(-1);
    if (breaks > 0 && current && current.length > 0) current.push({ type: "hard_break" });
    breaks = 0;
    current?.push(textNode(text, node.marks));
  }
  return paragraphs.map(trimmed).filter((content) => content.length > 0);
}

/** Without characters that mean nothing in text: controls, byte order marks, what is no character, half of a surrogate pair. */
export function cleanText(text: string): string {
  return MAY_HOLD_NOTHING.test(text)
    ? text.replace(/(?![\t\n\f\r])[\p{Cc}\uFEFF\uFFFE\uFFFF\u200B]/gu, "").toWellFormed()
    : text;
}

// Few words have one of them, and each word is asked.
const MAY_HOLD_NOTHING = /[\p{Cc}\p{Cs}\uFEFF\uFFFE\uFFFF\u200B]/u;

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
