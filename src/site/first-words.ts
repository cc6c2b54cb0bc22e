/** The beginning of a body, for those who only list it. */
import { nodesOf } from "#text/document/find.ts";
import { textOf } from "#text/document/nodes.ts";
import type { DocumentJson } from "#text/document/schema.ts";

// What search engines and social cards show of a description before they cut it themselves.
const LONGEST_DESCRIPTION = 300;

export function firstWords(document: DocumentJson): string {
  const [first] = nodesOf(document, "paragraph");
  const text = first ? textOf(first) : "";
  if (text.length <= LONGEST_DESCRIPTION) return text;
  const cut = text.slice(0, LONGEST_DESCRIPTION);
  return `${cut.slice(0, cut.lastIndexOf(" "))} …`;
}
