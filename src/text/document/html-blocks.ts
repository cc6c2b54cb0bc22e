/** What the paragraphs, items and spaces of word processors, and of our own pages, are. */
import { type Attributes, hasClass, headingLevel, isQuoteLine, styleOf, wholeNumber } from "./html-elements.ts";
import type { LooseLine } from "./loose-lines.ts";

/** What the words of an element become. */
export type Block =
  | { readonly type: "paragraph" | "pull_quote" }
  | { readonly type: "heading"; readonly attrs: { readonly level: number } };
export const PARAGRAPH: Block = { type: "paragraph" };

export function blockOf(name: string, attributes: Attributes): Block {
  const isHeading = attributes.get("role") === "heading";
  const level = isHeading ? (wholeNumber(attributes.get("aria-level")) ?? 2) : headingLevel(name);
  if (level > 0) return { type: "heading", attrs: { level: Math.min(6, level) } };
  if (name !== "p") return PARAGRAPH;
  if (hasClass(attributes, "MsoTitle")) return { type: "heading", attrs: { level: 1 } };
  return attributes.get("class") === "pull-quote" ? { type: "pull_quote" } : PARAGRAPH;
}

/** Word's paragraphs that are items of a list, or lines of a quotation. */
export function lineOf(attributes: Attributes): LooseLine | undefined {
  if (attributes.size === 0) return undefined;
  const [, level] = /mso-list\s*:\s*\w+\s+level([1-9])/i.exec(styleOf(attributes)) ?? [];
  if (level !== undefined) return { as: "item", level: Number(level), numbers: [] };
  return isQuoteLine(attributes) ? { as: "quote" } : undefined;
}

// As deep as word processors go; what claims to be deeper cannot be followed.
const DEEPEST_ITEM = 9;

/** How deep an item is in a list that is not nested: as Word on the web counts, and as Slack does, from nought. */
export function levelOf(attributes: Attributes): number | undefined {
  const counted = wholeNumber(attributes.get("data-aria-level"));
  const indented = wholeNumber(attributes.get("data-stringify-indent"));
  const level = counted ?? (indented === undefined ? undefined : indented + 1);
  return level === undefined ? undefined : Math.min(level, DEEPEST_ITEM);
}

/** Spaces that only keep others apart: Word's tabs and runs, those Safari makes. */
export function isSpace(attributes: Attributes): boolean {
  if (attributes.size === 0) return false;
  const isTyped = /mso-(?:tab-count|spacerun)\s*:/i.test(styleOf(attributes));
  return isTyped || hasClass(attributes, "Apple-converted-space") || hasClass(attributes, "Apple-tab-span");
}

/** A link from the text to a note below it, or back. */
export function isNoteLink(element: string, attributes: Attributes): boolean {
  return element === "a" && /^#.*(?:ftn|edn|note|fn)/i.test(attributes.get("href") ?? "");
}
