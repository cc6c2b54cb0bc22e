/** The small Markdown of replies: paragraphs, emphasis, links, quotations, lists, code. What else is typed stays as it was typed. */
import { parseMarkdown } from "../document/markdown.ts";
import type { DocumentJson, MarkJson, NodeJson } from "../document/schema.ts";

const BLOCKS = new Set(["paragraph", "blockquote", "bullet_list", "ordered_list", "list_item"]);
const MARKS = new Set(["link", "strong", "em", "code"]);

/** A reply as a document: headings become paragraphs, and pictures, tables and rules their words. */
export function replyDocument(text: string): DocumentJson {
  const blocks = parseMarkdown(text).content.flatMap(allowed);
  return { type: "doc", content: blocks.length > 0 ? blocks : [{ type: "paragraph" }] };
}

function allowed(node: NodeJson): NodeJson[] {
  const { type, content = [] } = node;
  if (BLOCKS.has(type)) {
    const { attrs: _, ...bare } = node;
    const kept = type === "ordered_list" && node.attrs ? { ...bare, attrs: node.attrs } : bare;
    return [{ ...kept, content: type === "paragraph" ? content.flatMap(inline) : content.flatMap(allowed) }];
  }
  const isInline = content.some((child) => child.type === "text" || child.type === "hard_break");
  if (isInline) return [{ type: "paragraph", content: content.flatMap(inline) }];
  return content.flatMap(allowed);
}

function inline(node: NodeJson): NodeJson[] {
  if (node.type === "hard_break") return [{ type: "hard_break" }];
  if (node.type !== "text") return [];
  const marks = (node.marks ?? []).filter(({ type }) => MARKS.has(type));
  const { marks: _, ...bare } = node;
  return [marks.length > 0 ? { ...bare, marks: marks satisfies MarkJson[] } : bare];
}
