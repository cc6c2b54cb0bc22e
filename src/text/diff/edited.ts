/**
 * A body that was edited as Markdown. Markdown cannot say all a body holds, so what its author did not touch stays as
 * it was: whole blocks, and in a block that was touched every mark whose words still stand.
 */
import { parseMarkdown, printMarkdown } from "../document/markdown.ts";
import { joined, numberAttr, sameMarks, textAttr, textBlock, textNode, textOf } from "../document/nodes.ts";
import { type DocumentJson, documentSchema, type MarkJson, type NodeJson } from "../document/schema.ts";
import { matchedInOrder } from "./matching.ts";
import { likeness, sequenceDifference, wordDifference } from "./words.ts";

/** The body `before`, whose Markdown was edited into `markdown`. `language` as in `wordDifference`. */
export function editedBody(before: DocumentJson, markdown: string, language = "und"): DocumentJson {
  const sent = parseMarkdown(markdown).content;
  const kept = keptBlocks(before.content, sent);
  const content: NodeJson[] = [];
  let gone: NodeJson[] = [];
  let come: NodeJson[] = [];
  const close = () => {
    content.push(...mended(gone, come, language));
    gone = [];
    come = [];
  };
  let at = 0;
  for (const { block, from, to } of kept) {
    if (from === undefined) {
      gone.push(block);
      continue;
    }
    come.push(...sent.slice(at, from));
    close();
    content.push(block);
    at = to;
  }
  come.push(...sent.slice(at));
  close();
  return { type: "doc", content: content.length > 0 ? content : [{ type: "paragraph" }] };
}

type Kept = { readonly block: NodeJson; readonly from: number | undefined; readonly to: number };

/** Each block of the body, with where it stands in what was sent; nowhere when it was touched. */
function keptBlocks(blocks: readonly NodeJson[], sent: readonly NodeJson[]): readonly Kept[] {
  const echoes = blocks.map((block) => echoOf(block).map((node) => JSON.stringify(node)));
  const places = placesOf(
    echoes.flat(),
    sent.map((node) => JSON.stringify(node)),
  );
  let next = 0;
  return blocks.map((block, at) => {
    const own = places.slice(next, next + (echoes[at]?.length ?? 0));
    next += own.length;
    const [from] = own;
    const isWhole = from !== undefined && own.every((place, step) => place === from + step);
    return { block, from: isWhole ? from : undefined, to: (from ?? 0) + own.length };
  });
}

/** What comes back of a block whose Markdown nobody touches. */
function echoOf(block: NodeJson): readonly NodeJson[] {
  const markdown = printMarkdown({ type: "doc", content: [block] });
  return markdown === "" ? [] : parseMarkdown(markdown).content;
}

/** For each item before, where it is after. */
function placesOf(before: readonly string[], after: readonly string[]): readonly (number | undefined)[] {
  const places: (number | undefined)[] = [];
  let at = 0;
  for (const { kind } of sequenceDifference(before, after)) {
    if (kind !== "added") places.push(kind === "same" ? at : undefined);
    if (kind !== "removed") at += 1;
  }
  return places;
}

/** Blocks that came in the place of others, with what those held beside their words. */
function mended(gone: readonly NodeJson[], come: readonly NodeJson[], language: string): readonly NodeJson[] {
  if (gone.length === 0) return come;
  const old = gone.flatMap((block) => textBlocksIn(block, block));
  const fresh = come.flatMap((block) => textBlocksIn(block, block));
  const oldOf = forerunners(old, fresh, language);
  return come.map((block) => {
    const [first] = textBlocksIn(block, block).flatMap(({ node }) => oldOf.get(node)?.block ?? []);
    const filled = withMarksOf(block, oldOf, language);
    return first ? inFormOf(first, filled) : filled;
  });
}

/** For the words of each block that came, the block they were in: the same words, else in the gaps those most alike. */
function forerunners(
  old: readonly TextBlock[],
  fresh: readonly TextBlock[],
  language: string,
): ReadonlyMap<NodeJson, TextBlock> {
  const found = new Map<NodeJson, TextBlock>();
  const pair = (before: TextBlock | undefined, after: TextBlock | undefined) => {
    if (before && after) found.set(after.node, before);
  };
  const [olds, freshes] = [old, fresh].map((blocks) => blocks.map(({ node }) => textOf(node)));
  let [at, to] = [0, 0];
  const gap = (end: number, endTo: number) => {
    const alike = (row: number, column: number) =>
      likeness(olds?.[at + row] ?? "", freshes?.[to + column] ?? "", language);
    for (const [row, column] of matchedInOrder(end - at, endTo - to, alike)) pair(old[at + row], fresh[to + column]);
  };
  for (const [before, after] of placesOf(olds ?? [], freshes ?? []).entries()) {
    if (after === undefined) continue;
    gap(before, after);
    pair(old[before], fresh[after]);
    [at, to] = [before + 1, after + 1];
  }
  gap(old.length, fresh.length);
  return found;
}

type TextBlock = { readonly node: NodeJson; readonly block: NodeJson };

function textBlocksIn(node: NodeJson, block: NodeJson): readonly TextBlock[] {
  if (documentSchema.nodes[node.type]?.inlineContent) return [{ node, block }];
  return (node.content ?? []).flatMap((child) => textBlocksIn(child, block));
}

function withMarksOf(node: NodeJson, oldOf: ReadonlyMap<NodeJson, TextBlock>, language: string): NodeJson {
  const old = oldOf.get(node)?.node;
  if (old) return textBlock(node.type, markedAs(old, node, language), node.attrs);
  return node.content ? { ...node, content: node.content.map((child) => withMarksOf(child, oldOf, language)) } : node;
}

/** A block in the form its forerunner had, where Markdown has none for it. */
function inFormOf(old: NodeJson, block: NodeJson): NodeJson {
  if (block.type === "blockquote" && old.type === "blockquote") {
    const attrs = whoOf(block) === whoOf(old) ? old.attrs : { ...block.attrs, source: old.attrs?.["source"] ?? null };
    return textBlock("blockquote", block.content ?? [], attrs);
  }
  const [only, ...others] = block.content ?? [];
  if (block.type === "blockquote" && old.type === "pull_quote" && others.length === 0) {
    return textBlock("pull_quote", only?.content ?? []);
  }
  return block.type === "table" && old.type === "table" ? tableInFormOf(old, block) : block;
}

function whoOf(quotation: NodeJson): string {
  return [textAttr(quotation, "speaker"), textAttr(quotation, "office")].filter(Boolean).join(", ");
}

/** A table of as many rows and columns keeps its merged cells and its header cells. */
function tableInFormOf(old: NodeJson, table: NodeJson): NodeJson {
  const rows = old.content ?? [];
  const [echo] = echoOf(old);
  const hasSameGrid =
    rows.length === table.content?.length &&
    rows.every((_, at) => cellsOf(echo, at).length === cellsOf(table, at).length && !wouldLoseWords(old, table, at));
  if (!hasSameGrid) return table;
  const content = rows.map((row, at) => ({
    ...row,
    content: (row.content ?? []).map((cell, of) => {
      const place = columnOf(row, of);
      const [was, is] = [cellsOf(echo, at)[place], cellsOf(table, at)[place]];
      const isSame = JSON.stringify(was?.content) === JSON.stringify(is && withoutLostMarks(is).content);
      return isSame || !is?.content ? cell : { ...cell, content: is.content };
    }),
  }));
  return { type: "table", content };
}

function cellsOf(table: NodeJson | undefined, row: number): readonly NodeJson[] {
  return table?.content?.[row]?.content ?? [];
}

/** In Markdown a merged cell stands in its first column, and those after it are empty. */
function columnOf(row: NodeJson, of: number): number {
  return (row.content ?? []).slice(0, of).reduce((sum, cell) => sum + numberAttr(cell, "colspan", 1), 0);
}

function wouldLoseWords(old: NodeJson, table: NodeJson, at: number): boolean {
  const row = old.content?.[at];
  const taken = new Set((row?.content ?? []).map((_, of) => (row ? columnOf(row, of) : 0)));
  return cellsOf(table, at).some((cell, column) => !taken.has(column) && textOf(cell) !== "");
}

// What Markdown has no signs for.
const LOST = ["citation", "quotation", "event", "mention"];

function withoutLostMarks(node: NodeJson): NodeJson {
  if (node.type === "text")
    return textNode(
      node.text ?? "",
      (node.marks ?? []).filter(({ type }) => !LOST.includes(type)),
    );
  return node.content ? { ...node, content: joined(node.content.map(withoutLostMarks)) } : node;
}

type Run = { readonly mark: MarkJson; readonly start: number; readonly end: number };

/** The words of a block with the marks the same words had before. */
function markedAs(old: NodeJson, fresh: NodeJson, language: string): readonly NodeJson[] {
  const runs = lostRuns(old.content ?? []);
  if (runs.length === 0) return fresh.content ?? [];
  const stays = staysOf(textOf(old), textOf(fresh), language);
  const found = runs.flatMap((run) => placeOfRun(run, stays) ?? []);
  return found.reduce<readonly NodeJson[]>(withRun, fresh.content ?? []);
}

function lostRuns(nodes: readonly NodeJson[]): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const node of nodes) {
    const end = at + textOf(node).length;
    for (const mark of node.marks ?? []) {
      if (!LOST.includes(mark.type)) continue;
      const before = runs.findIndex((run) => run.end === at && sameMarks([run.mark], [mark]));
      const open = runs[before];
      if (open) runs[before] = { ...open, end };
      else runs.push({ mark, start: at, end });
    }
    at = end;
  }
  return runs;
}

type Stay = { readonly start: number; readonly end: number; readonly to: number };

/** Stretches that stayed: where they stood, and where they begin now. */
function staysOf(before: string, after: string, language: string): readonly Stay[] {
  const stays: Stay[] = [];
  let at = 0;
  let to = 0;
  for (const { kind, text } of wordDifference(before, after, language)) {
    if (kind === "same") stays.push({ start: at, end: at + text.length, to });
    if (kind !== "added") at += text.length;
    if (kind !== "removed") to += text.length;
  }
  return stays;
}

/** A name has to stand as it stood; a sentence or a quotation keeps its mark while half of it does. */
function placeOfRun({ mark, start, end }: Run, stays: readonly Stay[]): Run | undefined {
  const parts = stays.filter((stay) => stay.start < end && stay.end > start);
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return undefined;
  const from = first.to + Math.max(0, start - first.start);
  const to = last.to + Math.min(end, last.end) - last.start;
  const stayed = parts.reduce((sum, stay) => sum + Math.min(end, stay.end) - Math.max(start, stay.start), 0);
  const isThere = mark.type === "mention" ? stayed === end - start && to - from === stayed : stayed * 2 >= end - start;
  return isThere ? { mark, start: from, end: to } : undefined;
}

const MARK_ORDER = Object.keys(documentSchema.marks);

function withRun(nodes: readonly NodeJson[], { mark, start, end }: Run): readonly NodeJson[] {
  let at = 0;
  return joined(
    nodes.flatMap((node) => {
      const from = at;
      at += textOf(node).length;
      if (node.type !== "text" || at <= start || from >= end) return [node];
      const text = node.text ?? "";
      const [one, other] = [Math.max(0, start - from), Math.min(text.length, end - from)];
      return [
        textNode(text.slice(0, one), node.marks),
        textNode(text.slice(one, other), withMark(node.marks ?? [], mark)),
        textNode(text.slice(other), node.marks),
      ];
    }),
  );
}

/** Several citations may stand on one word; of every other kind there is one, and code holds no mention. */
function withMark(marks: readonly MarkJson[], mark: MarkJson): readonly MarkJson[] {
  if (mark.type === "mention" && marks.some(({ type }) => type === "code")) return marks;
  if (marks.some((one) => sameMarks([one], [mark]))) return marks;
  const others = mark.type === "citation" ? marks : marks.filter(({ type }) => type !== mark.type);
  return MARK_ORDER.flatMap((name) => [...others, mark].filter(({ type }) => type === name));
}
