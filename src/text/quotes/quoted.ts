/** What a body quotes and what it rests on, as its marks say. */
import { nodesOf } from "../document/find.ts";
import { textAttr, textOf } from "../document/nodes.ts";
import type { DocumentJson, NodeJson } from "../document/schema.ts";
import type { Passage } from "./claims.ts";

export type QuotedWords = {
  /** As they stand, their marks included. */
  readonly words: string;
  /** Empty when nobody is named. */
  readonly speaker: string;
  readonly office: string;
  /** The id of the source the quotation itself names; empty when it names none. */
  readonly source: string;
  /** Ids of the sources it may be from: its own first, then those its paragraph rests on. */
  readonly sources: readonly string[];
};

/** Every direct quotation in the order of the text; one that runs over several pieces of text is one. */
export function quotedWords(document: DocumentJson): readonly QuotedWords[] {
  return document.content.flatMap(quotedIn);
}

function quotedIn(node: NodeJson): readonly QuotedWords[] {
  if (node.type === "blockquote") return [quotedBy(node, (node.content ?? []).map(textOf).join("\n\n"), node)];
  if (TEXT_BLOCKS.has(node.type)) return inlineQuotations(node);
  return (node.content ?? []).flatMap(quotedIn);
}

const TEXT_BLOCKS = new Set(["paragraph", "heading", "pull_quote", "picture"]);

function inlineQuotations(block: NodeJson): readonly QuotedWords[] {
  const found: QuotedWords[] = [];
  let open: { node: NodeJson; words: string } | undefined;
  const close = () => {
    if (open) found.push(quotedBy(open.node, open.words, block));
    open = undefined;
  };
  for (const node of block.content ?? []) {
    const mark = node.marks?.find(({ type }) => type === "quotation");
    const isOther = open && (!mark || KEPT.some((name) => textAttr(mark, name) !== textAttr(open?.node ?? mark, name)));
    if (isOther) close();
    if (mark) open = { node: open?.node ?? { ...mark }, words: `${open?.words ?? ""}${textOf(node)}` };
  }
  close();
  return found;
}

const KEPT = ["speaker", "office", "source"] as const;

function quotedBy(node: NodeJson, words: string, around: NodeJson): QuotedWords {
  const own = textAttr(node, "source");
  const cited = citationsIn(around).map(({ id }) => id);
  return {
    words,
    speaker: textAttr(node, "speaker"),
    office: textAttr(node, "office"),
    source: own,
    sources: [...new Set([own, ...cited])].filter((id) => id !== ""),
  };
}

/** The ids of the sources a body cites or quotes, in the order they first stand in it. */
export function sourcesOf(document: DocumentJson): readonly string[] {
  const found: string[] = [];
  const visit = (node: NodeJson) => {
    if (node.type === "blockquote") found.push(textAttr(node, "source"));
    for (const mark of node.marks ?? []) {
      if (mark.type === "citation" || mark.type === "quotation") found.push(textAttr(mark, "source"));
    }
    for (const child of node.content ?? []) visit(child);
  };
  for (const node of document.content) visit(node);
  return [...new Set(found)].filter((id) => id !== "");
}

type Cited = { readonly id: string; readonly start: number; readonly end: number };

/** What of a block's words rests on which source. */
function citationsIn(block: NodeJson): readonly Cited[] {
  const found: Cited[] = [];
  let at = 0;
  const visit = (node: NodeJson) => {
    if (node.content) {
      for (const child of node.content) visit(child);
      return;
    }
    const end = at + textOf(node).length;
    for (const mark of node.marks ?? []) {
      if (mark.type === "citation") found.push({ id: textAttr(mark, "source"), start: at, end });
    }
    at = end;
  };
  visit(block);
  return found;
}

/** The paragraphs of a body as `differingClaims` reads them; `placeOf` says where a source stands in the list, if it does. */
export function passagesFor(document: DocumentJson, placeOf: (id: string) => number | undefined): readonly Passage[] {
  return nodesOf(document, "paragraph").map((block) => ({
    text: textOf(block),
    cited: citationsIn(block).flatMap(({ id, start, end }) => {
      const source = placeOf(id);
      return source === undefined ? [] : [{ start, end, source }];
    }),
  }));
}
