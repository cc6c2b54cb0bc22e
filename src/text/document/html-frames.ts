/** Elements that hold blocks while a page is read, and the blocks of the document they become when they end. */
import { cellParagraphs, itemsOf, paragraphsOf, quoteOf } from "./fit.ts";
import { paragraphsIn } from "./html-lines.ts";
import { CAPTION_PARTS, withMarks } from "./html-marks.ts";
import { isWebAddress } from "./links.ts";
import { joined, textAttr, textBlock, textNode, textOf } from "./nodes.ts";
import type { NodeJson } from "./schema.ts";

export type FrameKind =
  | "page"
  | "dropped"
  | "form"
  | "list"
  | "item"
  | "quote"
  | "table"
  | "row"
  | "cell"
  | "figure"
  | "caption"
  | "card"
  | "pre";

export type Frame = {
  readonly kind: FrameKind;
  readonly element: string;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly blocks: NodeJson[];
  /** How many marks were open when it began. */
  readonly marks: number;
  /** Elements of the same name open inside a dropped one. */
  nested: number;
  /** The form holds a headline or an article. */
  holdsPage: boolean;
  caption: Caption;
};

/** What stands below a figure: its words, and who is named in it apart from them. */
type Caption = {
  readonly words: readonly NodeJson[];
  readonly credit: string;
  readonly speaker: string;
  readonly office: string;
};

export const NO_CAPTION: Caption = { words: [], credit: "", speaker: "", office: "" };

// An .aspx page wraps everything in one form. Paragraphs of this length and number are a story, not the small print of a form.
const STORY_PARAGRAPH = 200;
const STORY_PARAGRAPHS = 4;

export function newFrame(kind: FrameKind, element: string, attrs: Frame["attrs"], marks: number): Frame {
  return { kind, element, attrs, blocks: [], marks, nested: 0, holdsPage: false, caption: NO_CAPTION };
}

/** Furniture that was never closed by its own tag may have swallowed the story, so its words are kept. */
export function isFurniture(frame: Frame, byItsOwnTag: boolean): boolean {
  if (!byItsOwnTag) return false;
  if (frame.kind === "dropped") return true;
  if (frame.kind !== "form" || frame.holdsPage) return false;
  const long = frame.blocks.filter((block) => block.type === "paragraph" && textOf(block).length >= STORY_PARAGRAPH);
  return long.length < STORY_PARAGRAPHS;
}

export function blocksOf(frame: Frame, blocks: readonly NodeJson[]): readonly NodeJson[] {
  switch (frame.kind) {
    case "list":
      return listOf(frame, blocks);
    case "item":
      return itemsOf(blocks);
    case "quote":
      return quoteOf(paragraphsOf(blocks), "", "");
    case "table":
      return tableOf(blocks);
    case "row":
      return blocks.length > 0 ? [{ type: "table_row", content: blocks }] : [];
    case "cell":
      return [cellOf(frame, blocks)];
    case "figure":
      return figureOf(frame, blocks);
    case "card":
      return cardOf(blocks);
    default:
      return blocks;
  }
}

function cellOf({ attrs: { isHeader, ...attrs } }: Frame, content: readonly NodeJson[]): NodeJson {
  return { type: isHeader === true ? "table_header" : "table_cell", attrs, content };
}

export function isList(block: NodeJson): boolean {
  return block.type === "bullet_list" || block.type === "ordered_list";
}

function listOf({ attrs }: Frame, blocks: readonly NodeJson[]): readonly NodeJson[] {
  const content = withListsInItems(blocks);
  if (content.length === 0) return [];
  return [
    attrs["ordered"] === true
      ? { type: "ordered_list", attrs: { start: attrs["start"] }, content }
      : { type: "bullet_list", content },
  ];
}

/** Word processors put a list straight into a list, after the item it belongs to; one without such an item gives its own up. */
function withListsInItems(blocks: readonly NodeJson[]): readonly NodeJson[] {
  const items: { readonly item: NodeJson; readonly lists: NodeJson[] }[] = [];
  for (const block of blocks) {
    if (!isList(block)) items.push({ item: block, lists: [] });
    else if (items.length > 0) items.at(-1)?.lists.push(block);
    else items.push(...(block.content ?? []).map((item) => ({ item, lists: [] })));
  }
  return items.map(({ item, lists }) =>
    lists.length > 0 ? { ...item, content: [...(item.content ?? []), ...lists] } : item,
  );
}

/** A table that only arranges a page (one column, or blocks in its cells) gives its content up. */
function tableOf(rows: readonly NodeJson[]): readonly NodeJson[] {
  const cells = rows.flatMap((row) => row.content ?? []);
  const arranges =
    rows.every((row) => (row.content ?? []).length < 2) ||
    cells.some((cell) => cell.content?.some((block) => !CELL_BLOCKS.includes(block.type)));
  if (arranges) return cells.flatMap((cell) => cell.content ?? []);

  const content = rows.map((row) => ({
    ...row,
    content: (row.content ?? []).map((cell) => ({ ...cell, content: cellParagraphs(cell.content ?? []) })),
  }));
  return [{ type: "table", content }];
}

const CELL_BLOCKS = ["paragraph", "bullet_list", "ordered_list"];

function figureOf({ caption }: Frame, blocks: readonly NodeJson[]): readonly NodeJson[] {
  const picture = blocks.findIndex((block) => block.type === "picture");
  if (picture >= 0) return blocks.map((block, at) => (at === picture ? captioned(block, caption) : block));
  const [only, ...others] = blocks;
  const { words, credit, speaker, office } = caption;
  if (only?.type === "blockquote" && others.length === 0) {
    if (speaker !== "" || office !== "") return quoteOf(only.content ?? [], speaker, office);
    const [first = "", ...rest] = textOf({ type: "paragraph", content: words })
      .replace(/^[—–-]\s*/, "")
      .split(", ");
    return quoteOf(only.content ?? [], first, rest.join(", "));
  }
  const line = joined([...words, textNode(words.length > 0 && credit !== "" ? " " : ""), textNode(credit)]);
  return line.length > 0 ? [...blocks, textBlock("paragraph", line)] : blocks;
}

/** A credit that is the kept picture's own stays there. */
function captioned(picture: NodeJson, { words, credit }: Caption): NodeJson {
  const own = textAttr(picture, "credit");
  const attrs = { ...picture.attrs, credit: credit === own ? "" : credit };
  return textBlock("picture", words.length > 0 ? words : (picture.content ?? []), attrs);
}

/** A card as our own pages print it: the title as a link, then the description and the host when there are any. */
function cardOf(blocks: readonly NodeJson[]): readonly NodeJson[] {
  const [title, ...below] = blocks;
  const link = title?.content?.flatMap(({ marks = [] }) => marks.filter(({ type }) => type === "link"))[0];
  const url = link ? textAttr(link, "href") : "";
  if (!title || !isWebAddress(url) || below.length > 2) return blocks;
  const { host } = new URL(url);
  const words = below.map(textOf);
  const name = textOf(title);
  const description = words.find((line) => line !== host) ?? "";
  return [{ type: "embed", attrs: { url, title: name === host ? "" : name, description } }];
}

export function captionOf(blocks: readonly NodeJson[]): Caption {
  const lines = paragraphsOf(blocks).map((paragraph) => paragraph.content ?? []);
  const all = joined(lines.flatMap((line, at) => (at > 0 ? [textNode(" "), ...line] : line)));
  const said = (part: string) =>
    all
      .filter((node) => node.marks?.some(({ type }) => type === part))
      .map(textOf)
      .join("");
  const words = all.filter((node) => !node.marks?.some(({ type }) => CAPTION_PARTS.includes(type)));
  const [line = []] = paragraphsIn(words, true);
  return { words: line, credit: said("credit"), speaker: said("speaker"), office: said("office") };
}

/** A caption that belongs to no figure is words like any others. */
export function withoutParts(block: NodeJson): NodeJson {
  if (block.type === "text") return textNode(block.text ?? "", withMarks(block.marks ?? [], CAPTION_PARTS));
  return block.content ? { ...block, content: joined(block.content.map(withoutParts)) } : block;
}
