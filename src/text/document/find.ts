/** Finding nodes, marks and dated background in a document. */
import { sentencesIn } from "#text/intake/sentences.ts";
import { textAttr, textOf } from "./nodes.ts";
import type { DocumentJson, MarkJson, NodeJson } from "./schema.ts";

/** Every node of a type, in the order of the text. */
export function nodesOf(document: DocumentJson, type: string): NodeJson[] {
  return [...everyNode(document.content)].filter((node) => node.type === type);
}

/** Every mark of a type, in the order of the text; a mark over several pieces of text comes once for each. */
export function marksOf(document: DocumentJson, type: string): MarkJson[] {
  return [...everyNode(document.content)].flatMap(({ marks = [] }) => marks.filter((mark) => mark.type === type));
}

export type BackgroundEvent = {
  /** `2003`, `2018-02` or `2018-02-15`. */
  readonly date: string;
  /** The sentence its date stands in, without labels. */
  readonly sentence: string;
};

/** Dated background in order of date, then of the text. A sentence with two dates comes once for each. */
export function eventsIn(document: DocumentJson): BackgroundEvent[] {
  const paragraphs = nodesOf(document, "paragraph");
  return paragraphs
    .flatMap(eventsOf)
    .sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
}

function eventsOf(paragraph: NodeJson): BackgroundEvent[] {
  const dated = datesIn(paragraph);
  if (dated.length === 0) return [];
  const text = textOf(paragraph);
  return sentencesIn(text).flatMap(({ start, end }) => {
    const dates = new Set(dated.filter(({ at }) => at >= start && at < end).map(({ date }) => date));
    return [...dates].map((date) => ({ date, sentence: text.slice(start, end) }));
  });
}

function datesIn({ content = [] }: NodeJson): { at: number; date: string }[] {
  let at = 0;
  return content.flatMap((node) => {
    const start = at;
    at += textOf(node).length;
    return (node.marks ?? []).flatMap((mark) =>
      mark.type === "event" ? [{ at: start, date: textAttr(mark, "date") }] : [],
    );
  });
}

function* everyNode(nodes: readonly NodeJson[]): Generator<NodeJson> {
  for (const node of nodes) {
    yield node;
    if (node.content) yield* everyNode(node.content);
  }
}
