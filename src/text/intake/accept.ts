/** What intake marked in a body, one by one, so that an editor can keep each, change it or take it off. */
import { joined, sameMarks, textNode, textOf } from "#text/document/nodes.ts";
import { type DocumentJson, documentSchema, type MarkJson, type NodeJson } from "#text/document/schema.ts";
import { sentenceAt, sentencesIn } from "./sentences.ts";

export type MarkedWords = {
  readonly mark: MarkJson;
  readonly words: string;
  /** The sentence they begin in. */
  readonly sentence: string;
};

/** The words under each mark of a type, in the order of the text; a mark over several pieces of text comes once. */
export function markedWords(document: DocumentJson, type: string): readonly MarkedWords[] {
  return linesIn(document.content).flatMap((line) => {
    const text = textOf(line);
    const sentences = sentencesIn(text);
    return runsIn(line, type).map(({ mark, from, to }) => {
      const sentence = sentenceAt(sentences, from);
      return {
        mark,
        words: text.slice(from, to),
        sentence: sentence ? text.slice(sentence.start, sentence.end) : text,
      };
    });
  });
}

/**
 * The body with each mark of a type as `decide` wants it, which is asked in the order of `markedWords`: the mark, or
 * nothing to take it off. A mention that is taken off gets its typed label back as words.
 */
export function withDecided(
  document: DocumentJson,
  type: string,
  decide: (at: number, mark: MarkJson) => MarkJson | undefined,
): DocumentJson {
  let at = 0;
  const decided = (node: NodeJson): NodeJson => {
    if (!isLine(node)) return node.content ? { ...node, content: node.content.map(decided) } : node;
    const runs = runsIn(node, type).map((run) => ({ ...run, now: decide(at++, run.mark) }));
    return runs.length > 0 ? { ...node, content: withRuns(node.content ?? [], runs) } : node;
  };
  return { type: "doc", content: document.content.map(decided) };
}

function linesIn(nodes: readonly NodeJson[]): readonly NodeJson[] {
  return nodes.flatMap((node) => (isLine(node) ? [node] : linesIn(node.content ?? [])));
}

function isLine(node: NodeJson): boolean {
  return documentSchema.nodes[node.type]?.inlineContent === true;
}

type Run = { readonly mark: MarkJson; readonly from: number; readonly to: number };

function runsIn(line: NodeJson, type: string): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const node of line.content ?? []) {
    const to = at + textOf(node).length;
    const mark = markOf(node, type);
    const last = runs.at(-1);
    if (mark && last?.to === at && sameMarks([last.mark], [mark])) runs[runs.length - 1] = { ...last, to };
    else if (mark) runs.push({ mark, from: at, to });
    at = to;
  }
  return runs;
}

function markOf(node: NodeJson, type: string): MarkJson | undefined {
  return node.marks?.find((mark) => mark.type === type);
}

type Decided = Run & { readonly now: MarkJson | undefined };

function withRuns(nodes: readonly NodeJson[], runs: readonly Decided[]): readonly NodeJson[] {
  let at = 0;
  return joined(
    nodes.flatMap((node) => {
      const from = at;
      at += textOf(node).length;
      const run = runs.find((one) => one.from <= from && from < one.to);
      if (!run || !markOf(node, run.mark.type)) return [node];
      const marks = (node.marks ?? []).flatMap((mark) => (mark.type === run.mark.type ? (run.now ?? []) : mark));
      const { marks: _, ...bare } = node;
      const own: NodeJson = marks.length > 0 ? { ...bare, marks } : bare;
      return at === run.to && !run.now ? [own, textNode(typedLabelOf(run.mark), marks)] : [own];
    }),
  );
}

function typedLabelOf({ attrs }: MarkJson): string {
  const typed = attrs?.["typed"];
  return typeof typed === "object" && typed !== null && "as" in typed ? String(typed.as) : "";
}
