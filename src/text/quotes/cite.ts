/** Sentences of a body and the sources they rest on, changed one by one: what a form can do that has no editor. */

import { joined, textAttr, textOf } from "../document/nodes.ts";
import { type DocumentJson, documentSchema, type MarkJson, type NodeJson } from "../document/schema.ts";
import { sentencesIn } from "../intake/sentences.ts";

export type CitableSentence = {
  readonly words: string;
  /** Ids of the sources it rests on, wherever in it. */
  readonly sources: readonly string[];
};

/** The sentences of every paragraph, in the order of the text. */
export function citableSentences(document: DocumentJson): readonly CitableSentence[] {
  return paragraphsIn(document.content).flatMap((paragraph) => {
    const text = textOf(paragraph);
    return sentencesIn(text).map(({ start, end }) => ({
      words: text.slice(start, end),
      sources: [...new Set(citedBetween(paragraph, start, end))],
    }));
  });
}

/** The body with the sentence at a place resting on a source too. */
export function withCitation(document: DocumentJson, place: number, source: string): DocumentJson {
  return changedAt(document, place, (marks) =>
    marks.some((mark) => isOf(mark, source)) ? marks : inOrder([...marks, { type: "citation", attrs: { source } }]),
  );
}

/** The body with the sentence at a place not resting on a source any more. */
export function withoutCitation(document: DocumentJson, place: number, source: string): DocumentJson {
  return changedAt(document, place, (marks) => marks.filter((mark) => !isOf(mark, source)));
}

function paragraphsIn(nodes: readonly NodeJson[]): readonly NodeJson[] {
  return nodes.flatMap((node) => (node.type === "paragraph" ? [node] : paragraphsIn(node.content ?? [])));
}

function citedBetween(paragraph: NodeJson, start: number, end: number): string[] {
  const found: string[] = [];
  let at = 0;
  for (const node of paragraph.content ?? []) {
    const until = at + textOf(node).length;
    if (at < end && until > start) {
      for (const mark of node.marks ?? []) if (mark.type === "citation") found.push(textAttr(mark, "source"));
    }
    at = until;
  }
  return found;
}

type Change = (marks: readonly MarkJson[]) => readonly MarkJson[];

function changedAt(document: DocumentJson, place: number, change: Change): DocumentJson {
  let before = 0;
  const changed = (node: NodeJson): NodeJson => {
    if (node.type !== "paragraph") return node.content ? { ...node, content: node.content.map(changed) } : node;
    const sentences = sentencesIn(textOf(node));
    const own = sentences[place - before];
    before += sentences.length;
    return own ? { ...node, content: between(node, own.start, own.end, change) } : node;
  };
  return { type: "doc", content: document.content.map(changed) };
}

/** The pieces of a paragraph, those between two offsets with other marks. */
function between(paragraph: NodeJson, start: number, end: number, change: Change): readonly NodeJson[] {
  let at = 0;
  const pieces = (paragraph.content ?? []).flatMap((node) => {
    const text = textOf(node);
    const [from, to] = [Math.max(0, start - at), Math.min(text.length, end - at)];
    at += text.length;
    if (from >= to) return [node];
    if (node.type !== "text") return [withMarks(node, change)];
    const inner = withMarks({ ...node, text: text.slice(from, to) }, change);
    return [{ ...node, text: text.slice(0, from) }, inner, { ...node, text: text.slice(to) }];
  });
  return joined(pieces);
}

function withMarks({ marks: own = [], ...node }: NodeJson, change: Change): NodeJson {
  const marks = change(own);
  return marks.length > 0 ? { ...node, marks } : node;
}

function isOf(mark: MarkJson, source: string): boolean {
  return mark.type === "citation" && textAttr(mark, "source") === source;
}

const RANKS = Object.keys(documentSchema.marks);

/** ProseMirror keeps marks in the order of the schema. */
function inOrder(marks: readonly MarkJson[]): readonly MarkJson[] {
  return marks.toSorted((one, other) => RANKS.indexOf(one.type) - RANKS.indexOf(other.type));
}
