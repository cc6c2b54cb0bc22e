/** Labels in somebody else's words, set off as the newsroom's: ` (banned)` would look like theirs. */
import type { DocumentJson, NodeJson } from "../document/schema.ts";

/** A labelled document whose labels read ` [Editors’ note: banned]`; `note` is what stands before the colon. */
export function asNotes(document: DocumentJson, note: string): DocumentJson {
  return { ...document, content: document.content.map((node) => noted(node, note)) };
}

function noted(node: NodeJson, note: string): NodeJson {
  if (node.type === "label" && node.attrs?.["style"] === "inline")
    return { ...node, attrs: { ...node.attrs, print: ` [${note}: ${node.attrs["wording"]}]` } };
  return node.content ? { ...node, content: node.content.map((child) => noted(child, note)) } : node;
}
