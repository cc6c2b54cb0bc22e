/** Small words for reading and making nodes of the document as plain JSON, shared by parsers and printers. */
import type { MarkJson, NodeJson } from "./schema.ts";

/** An attribute that is text; empty when there is none. */
export function textAttr(node: NodeJson | MarkJson, name: string): string {
  const value = node.attrs?.[name];
  return typeof value === "string" ? value : "";
}

/** An attribute that is a number. */
export function numberAttr(node: NodeJson | MarkJson, name: string, otherwise: number): number {
  const value = node.attrs?.[name];
  return typeof value === "number" && Number.isFinite(value) ? value : otherwise;
}

/** An attribute that is a list of texts. */
export function listAttr(node: NodeJson | MarkJson, name: string): readonly string[] {
  const value = node.attrs?.[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

/** The words of a node, and of what is in it; a line break is `\n`, a printed label its `print`. */
export function textOf(node: NodeJson): string {
  if (node.type === "text") return node.text ?? "";
  if (node.type === "hard_break") return "\n";
  if (node.type === "label") return textAttr(node, "print");
  return (node.content ?? []).map(textOf).join("");
}

export function sameMarks(one: readonly MarkJson[] = [], other: readonly MarkJson[] = []): boolean {
  if (one === other) return true;
  if (one.length !== other.length) return false;
  return one.every((mark, at) => {
    const its = other[at];
    return its !== undefined && its.type === mark.type && JSON.stringify(its.attrs) === JSON.stringify(mark.attrs);
  });
}

export function textNode(text: string, marks: readonly MarkJson[] = []): NodeJson {
  return marks.length > 0 ? { type: "text", text, marks } : { type: "text", text };
}

/** A block of text; without words it has no `content`, as ProseMirror writes it. */
export function textBlock(type: string, content: readonly NodeJson[], attrs?: Record<string, unknown>): NodeJson {
  return { type, ...(attrs && { attrs }), ...(content.length > 0 && { content }) };
}

/** Neighbouring text of the same marks as one node; empty text left out. */
export function joined(inline: readonly NodeJson[]): NodeJson[] {
  const out: NodeJson[] = [];
  for (const node of inline) {
    if (node.type === "text" && !node.text) continue;
    const last = out.at(-1);
    if (last?.type === "text" && node.type === "text" && sameMarks(last.marks, node.marks)) {
      out[out.length - 1] = textNode(`${last.text}${node.text}`, last.marks);
    } else {
      out.push(node);
    }
  }
  return out;
}
