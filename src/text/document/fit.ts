/** Blocks as read, made to fit the places of the schema that hold less than any block. */
import { textBlock } from "./nodes.ts";
import type { NodeJson } from "./schema.ts";

/** An item begins with a paragraph; one that holds nothing but lists gives their items up to the list it stood in. */
export function itemsOf(blocks: readonly NodeJson[]): readonly NodeJson[] {
  const [first, ...rest] = blocks;
  if (!first) return [];
  if (blocks.every((block) => block.type === "bullet_list" || block.type === "ordered_list")) {
    return blocks.flatMap((list) => list.content ?? []);
  }
  if (first.type === "paragraph") return [{ type: "list_item", content: blocks }];
  const start = first.type === "heading" ? textBlock("paragraph", first.content ?? []) : undefined;
  return [{ type: "list_item", content: start ? [start, ...rest] : [{ type: "paragraph" }, ...blocks] }];
}

export function quoteOf(paragraphs: readonly NodeJson[], speaker: string, office: string): readonly NodeJson[] {
  if (paragraphs.length === 0) return [];
  const attrs = { speaker: speaker || null, office: office || null, source: null };
  return [{ type: "blockquote", attrs, content: paragraphs }];
}

export function cellParagraphs(blocks: readonly NodeJson[]): readonly NodeJson[] {
  const paragraphs = paragraphsOf(blocks);
  return paragraphs.length > 0 ? paragraphs : [{ type: "paragraph" }];
}

/** The words of blocks as paragraphs, for places that hold nothing else. */
export function paragraphsOf(blocks: readonly NodeJson[]): readonly NodeJson[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case "paragraph":
        return [block];
      case "heading":
      case "picture":
        return block.content ? [textBlock("paragraph", block.content)] : [];
      case "embed":
      case "rule":
        return [];
      default:
        return paragraphsOf(block.content ?? []);
    }
  });
}
