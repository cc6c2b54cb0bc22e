/** What each tool does to the text, and whether it is on where the cursor stands. */
import type { Editor } from "@tiptap/core";
import { redo, undo } from "@tiptap/pm/history";
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, toggleHeaderRow } from "@tiptap/pm/tables";
import { safeHref } from "#text/document/links.ts";
import type { NodeJson } from "#text/document/schema.ts";
import type { ToolName } from "../../writing/tools.ts";
import { asTiptap } from "./body.ts";
import type { Chosen } from "./choosing.ts";
import { ask } from "./dialogs.ts";
import { askWithSource } from "./sources.ts";

type Tool = {
  readonly use: (editor: Editor) => unknown;
  readonly isOn?: (editor: Editor) => boolean;
};

const on = (name: string, attributes: Record<string, unknown> = {}) => ({
  isOn: (editor: Editor) => editor.isActive(name, attributes),
});

type ChoosePicture = () => Promise<Chosen | undefined>;

export function toolsWith(choosePicture: ChoosePicture): Readonly<Record<ToolName, Tool>> {
  return {
    undo: { use: ({ view }) => undo(view.state, view.dispatch) },
    redo: { use: ({ view }) => redo(view.state, view.dispatch) },
    paragraph: { use: (editor) => editor.commands.setNode("paragraph"), ...on("paragraph") },
    heading: {
      use: (editor) => editor.commands.toggleNode("heading", "paragraph", { level: 2 }),
      ...on("heading", { level: 2 }),
    },
    subheading: {
      use: (editor) => editor.commands.toggleNode("heading", "paragraph", { level: 3 }),
      ...on("heading", { level: 3 }),
    },
    strong: { use: (editor) => editor.commands.toggleMark("strong"), ...on("strong") },
    em: { use: (editor) => editor.commands.toggleMark("em"), ...on("em") },
    code: { use: (editor) => editor.commands.toggleMark("code"), ...on("code") },
    bullets: { use: (editor) => editor.commands.toggleList("bullet_list", "list_item"), ...on("bullet_list") },
    numbers: { use: (editor) => editor.commands.toggleList("ordered_list", "list_item"), ...on("ordered_list") },
    link: { use: useLink, ...on("link") },
    quotation: { use: (editor) => useSpoken(editor, "quotation"), ...on("quotation") },
    citation: { use: useCitation, ...on("citation") },
    event: { use: useEvent, ...on("event") },
    blockquote: { use: useBlockquote, ...on("blockquote") },
    pullQuote: { use: (editor) => editor.commands.toggleNode("pull_quote", "paragraph"), ...on("pull_quote") },
    picture: { use: (editor) => usePicture(editor, choosePicture), ...on("picture") },
    table: { use: useTable, ...on("table") },
    embed: { use: useEmbed, ...on("embed") },
    rule: { use: (editor) => editor.commands.insertContent({ type: "rule" }) },
    help: { use: () => ask("help") },
  };
}

type Values = Readonly<Record<string, string>>;

async function useLink(editor: Editor): Promise<void> {
  await askForMark(
    editor,
    "link",
    () => ask("link", textAttributes(editor, "link")),
    ({ href = "", title }) => {
      const safe = safeHref(/^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(href) ? `https://${href}` : href);
      return safe === undefined ? undefined : { href: safe, title: title || null };
    },
  );
}

async function useSpoken(editor: Editor, name: "quotation"): Promise<void> {
  await askForMark(editor, name, () => askWithSource(name, textAttributes(editor, name)), spoken);
}

async function useCitation(editor: Editor): Promise<void> {
  await askForMark(
    editor,
    "citation",
    () => askWithSource("citation", textAttributes(editor, "citation")),
    ({ source }) => (source ? { source } : undefined),
  );
}

async function useEvent(editor: Editor): Promise<void> {
  await askForMark(
    editor,
    "event",
    () => ask("event", textAttributes(editor, "event")),
    ({ date = "" }) =>
      date === "" ? undefined : { date, precision: ["year", "month", "day"][date.split("-").length - 1] ?? "day" },
  );
}

async function useBlockquote(editor: Editor): Promise<void> {
  if (!editor.isActive("blockquote")) {
    editor.commands.wrapIn("blockquote");
    if (!editor.isActive("blockquote")) return;
  }
  const { does, values } = await askWithSource("blockquote", textAttributes(editor, "blockquote"));
  if (does === "ok") editor.chain().focus().updateAttributes("blockquote", spoken(values)).run();
  else if (does === "remove") editor.chain().focus().lift("blockquote").run();
  else editor.commands.focus();
}

async function usePicture(editor: Editor, choosePicture: ChoosePicture): Promise<void> {
  if (!editor.isActive("picture")) {
    const picture = await choosePicture();
    editor.commands.focus();
    if (picture) insertPicture(editor, picture);
    return;
  }
  const { does, values } = await ask("picture", textAttributes(editor, "picture"));
  const { alt = "", credit = "" } = values;
  const chain = editor.chain().focus();
  if (does === "ok") chain.updateAttributes("picture", { alt, credit }).run();
  else if (does === "remove") chain.deleteNode("picture").run();
  else chain.run();
}

/** A picture with the words the library knows of it; its credit is printed from the library unless the text has another. */
export function insertPicture(editor: Editor, { id, alt, caption }: Chosen, at = editor.state.selection.from): void {
  const content = caption === "" ? [] : [{ type: "text", text: caption }];
  editor.commands.insertContentAt(at, { type: "picture", attrs: { media: id, alt, credit: "" }, content });
}

const TABLE_COMMANDS = {
  rowAfter: addRowAfter,
  columnAfter: addColumnAfter,
  headRow: toggleHeaderRow,
  deleteRow,
  deleteColumn,
  deleteTable,
} as const;

async function useTable(editor: Editor): Promise<void> {
  if (!editor.isActive("table")) {
    editor.chain().focus().insertContent(asTiptap(emptyTable())).run();
    const { $from } = editor.state.selection;
    // The cursor is left in the last cell: one begins in the first.
    for (let depth = $from.depth; depth > 0; depth--)
      if ($from.node(depth).type.name === "table") editor.commands.setTextSelection($from.start(depth) + 3);
    return;
  }
  const { does } = await ask("table");
  const command = Object.entries(TABLE_COMMANDS).find(([name]) => name === does)?.[1];
  editor.view.focus();
  command?.(editor.state, editor.view.dispatch);
}

const TABLE_ROWS = 3;
const TABLE_COLUMNS = 3;

function emptyTable(): NodeJson {
  const row = (cell: string): NodeJson => ({
    type: "table_row",
    content: Array.from({ length: TABLE_COLUMNS }, () => ({ type: cell, content: [{ type: "paragraph" }] })),
  });
  const rows = Array.from({ length: TABLE_ROWS - 1 }, () => row("table_cell"));
  return { type: "table", content: [row("table_header"), ...rows] };
}

async function useEmbed(editor: Editor): Promise<void> {
  const isThere = editor.isActive("embed");
  const { does, values } = await ask("embed", isThere ? textAttributes(editor, "embed") : {});
  const url = safeHref(values["url"] ?? "");
  editor.commands.focus();
  if (does === "remove") return void editor.commands.deleteSelection();
  if (does !== "ok" || url === undefined) return;
  const { title = "", description = "" } = values["title"] ? values : await cardOf(url);
  const attrs = { url, title, description };
  if (isThere) editor.commands.updateAttributes("embed", attrs);
  else editor.commands.insertContent({ type: "embed", attrs });
}

/** What the page at an address says of itself; nothing when it does not answer, for its address is a card too. */
async function cardOf(address: string): Promise<Values> {
  try {
    const response = await fetch("/desk/card", { method: "POST", body: JSON.stringify({ address }) });
    return response.ok ? await response.json() : {};
  } catch {
    return {}; // offline
  }
}

function spoken({ speaker, office, source }: Values) {
  return { speaker: speaker || null, office: office || null, source: source || null };
}

/** Asks for the attributes of a mark on the words that are chosen, else on the marked words or the word at the cursor. */
async function askForMark(
  editor: Editor,
  name: string,
  asked: () => ReturnType<typeof ask>,
  attributesFrom: (values: Values) => Readonly<Record<string, unknown>> | undefined,
): Promise<void> {
  if (editor.isActive(name)) editor.commands.extendMarkRange(name);
  else if (editor.state.selection.empty) chooseWord(editor);
  const { from, to } = editor.state.selection;
  const { does, values } = await asked();
  const attributes = does === "ok" ? attributesFrom(values) : undefined;
  const chain = editor.chain().focus();
  if (does === "remove") chain.unsetMark(name).run();
  else if (attributes && from === to) {
    const words = values["href"] ?? values["date"] ?? "";
    if (words !== "")
      chain.insertContent({ type: "text", text: words, marks: [{ type: name, attrs: attributes }] }).run();
  } else if (attributes) chain.setMark(name, attributes).run();
  else chain.run();
}

function chooseWord(editor: Editor): void {
  const { $from } = editor.state.selection;
  if (!$from.parent.isTextblock) return;
  // What is no text takes one place too, so that offsets are those of the block.
  const text = $from.parent.textBetween(0, $from.parent.content.size, undefined, "\ufffc");
  const before = /[\p{L}\p{N}\p{M}'’-]*$/u.exec(text.slice(0, $from.parentOffset))?.[0].length ?? 0;
  const after = /^[\p{L}\p{N}\p{M}'’-]*/u.exec(text.slice($from.parentOffset))?.[0].length ?? 0;
  editor.commands.setTextSelection({ from: $from.pos - before, to: $from.pos + after });
}

function textAttributes(editor: Editor, name: string): Record<string, string> {
  const entries = Object.entries(editor.getAttributes(name)).map(([key, value]) => [
    key,
    typeof value === "string" ? value : "",
  ]);
  return Object.fromEntries(entries);
}
