/** Two bodies of an article, block by block and in each block word by word. Labels are never part: they are not stored. */
import { nodesOf } from "../document/find.ts";
import { textAttr, textOf } from "../document/nodes.ts";
import type { DocumentJson, MarkJson, NodeJson } from "../document/schema.ts";
import { matchedInOrder } from "./matching.ts";
import { likeness, type Step, type Stretch, sequenceDifference, wordDifference } from "./words.ts";

/** What a line of a body is: a block's own words, or something an author set beside them. */
export type LinePart =
  | "paragraph"
  | "heading"
  | "list-item"
  | "quotation"
  | "pull-quote"
  | "caption"
  | "cell"
  | "speaker"
  | "link"
  | "date"
  | "credit"
  | "alt"
  | "embed"
  | "rule";

export type Line = { readonly part: LinePart; readonly text: string };

/** A line that stayed, was changed inside, went or came. */
export type LineDifference = {
  readonly kind: "same" | "changed" | "removed" | "added";
  readonly part: LinePart;
  readonly stretches: readonly Stretch[];
};

/** How the body `after` came out of the body `before`. `language` as in `wordDifference`. */
export function documentDifference(before: DocumentJson, after: DocumentJson, language = "und"): LineDifference[] {
  return lineDifference(linesOf(before), linesOf(after), language);
}

/** Everything a body says, a line each: its blocks, and after each block who speaks in it, where its links lead … */
export function linesOf(document: DocumentJson): Line[] {
  return document.content.flatMap((node) => linesOfBlock(node, "paragraph"));
}

function linesOfBlock(node: NodeJson, paragraph: LinePart): Line[] {
  switch (node.type) {
    case "paragraph":
      return withMarks(node, paragraph);
    case "heading":
      return withMarks(node, "heading");
    case "pull_quote":
      return withMarks(node, "pull-quote");
    case "picture":
      return [
        ...withMarks(node, "caption"),
        ...said("alt", textAttr(node, "alt")),
        ...said("credit", textAttr(node, "credit")),
      ];
    case "blockquote":
      return [...within(node, "quotation"), ...spoken(node)];
    case "list_item":
      return within(node, "list-item");
    case "table_cell":
    case "table_header":
      return within(node, "cell");
    case "embed":
      return said("embed", [textAttr(node, "title"), textAttr(node, "url")].filter(Boolean).join(" · "));
    case "rule":
      return [{ part: "rule", text: "* * *" }];
    default:
      return within(node, paragraph);
  }
}

function within(node: NodeJson, paragraph: LinePart): Line[] {
  return (node.content ?? []).flatMap((child) => linesOfBlock(child, paragraph));
}

function withMarks(node: NodeJson, part: LinePart): Line[] {
  const marks = nodesOf({ type: "doc", content: [node] }, "text").flatMap((text) => text.marks ?? []);
  const once = new Map(marks.flatMap(saidByMark).map((line) => [keyOf(line), line]));
  return [...said(part, textOf(node)), ...once.values()];
}

function saidByMark(mark: MarkJson): Line[] {
  switch (mark.type) {
    case "quotation":
      return spoken(mark);
    case "link":
      return said("link", textAttr(mark, "href"));
    case "event":
      return said("date", textAttr(mark, "date"));
    default:
      return [];
  }
}

function spoken(of: NodeJson | MarkJson): Line[] {
  return said("speaker", [textAttr(of, "speaker"), textAttr(of, "office")].filter(Boolean).join(", "));
}

function said(part: LinePart, text: string): Line[] {
  return text === "" ? [] : [{ part, text }];
}

function keyOf({ part, text }: Line): string {
  return `${part} ${text}`;
}

function lineDifference(before: readonly Line[], after: readonly Line[], language: string): LineDifference[] {
  const steps = sequenceDifference(before.map(keyOf), after.map(keyOf));
  const out: LineDifference[] = [];
  let gone: Line[] = [];
  let come: Line[] = [];
  const close = () => {
    out.push(...paired(gone, come, language));
    gone = [];
    come = [];
  };
  for (const step of steps) {
    const line = lineOf(step);
    if (step.kind === "removed") gone.push(line);
    else if (step.kind === "added") come.push(line);
    else {
      close();
      out.push(whole("same", line));
    }
  }
  close();
  return out;
}

function lineOf({ item }: Step<string>): Line {
  const space = item.indexOf(" ");
  // The key was made from a line a moment ago.
  return { part: item.slice(0, space) as LinePart, text: item.slice(space + 1) };
}

/** Lines of one gap: those that are alike as changed, in the one order both sides allow, the rest as gone and come. */
function paired(gone: readonly Line[], come: readonly Line[], language: string): LineDifference[] {
  const out: LineDifference[] = [];
  let at = 0;
  let other = 0;
  const alike = (row: number, column: number) => {
    const [one, two] = [gone[row], come[column]];
    return one && two && one.part === two.part ? likeness(one.text, two.text, language) : 0;
  };
  for (const [row, column] of matchedInOrder(gone.length, come.length, alike)) {
    for (const line of gone.slice(at, row)) out.push(whole("removed", line));
    for (const line of come.slice(other, column)) out.push(whole("added", line));
    const [one, two] = [gone[row], come[column]];
    if (one && two)
      out.push({ kind: "changed", part: two.part, stretches: wordDifference(one.text, two.text, language) });
    at = row + 1;
    other = column + 1;
  }
  for (const line of gone.slice(at)) out.push(whole("removed", line));
  for (const line of come.slice(other)) out.push(whole("added", line));
  return out;
}

function whole(kind: "same" | "removed" | "added", { part, text }: Line): LineDifference {
  return { kind, part, stretches: [{ kind, text }] };
}
