/** Finding nodes and marks in a document. */
import type { DocumentJson, MarkJson, NodeJson } from "./schema.ts";

/** Every node of a type, in the order of the text. */
export function nodesOf(document: DocumentJson, type: string): NodeJson[] {
  return [...everyNode(document.content)].filter((node) => node.type === type);
}

/** Every mark of a type, in the order of the text; a mark over several pieces of text comes once for each. */
export function marksOf(document: DocumentJson, type: string): MarkJson[] {
  return [...everyNode(document.content)].flatMap(({ marks = [] }) => marks.filter((mark) => mark.type === type));
}

function* everyNode(nodes: readonly NodeJson[]): Generator<NodeJson> {
  for (const node of nodes) {
    yield node;
    if (node.content) yield* everyNode(node.content);
  }
}
