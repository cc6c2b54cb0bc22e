/** The body in the editor: Tiptap on the document's own schema, its keys, its undo, its tables. */
import { Editor, Extension, type JSONContent } from "@tiptap/core";
import { dropCursor } from "@tiptap/pm/dropcursor";
import { gapCursor } from "@tiptap/pm/gapcursor";
import { history } from "@tiptap/pm/history";
import { type EditorState, type Plugin, EditorState as State, TextSelection } from "@tiptap/pm/state";
import { goToNextCell, tableEditing } from "@tiptap/pm/tables";
import type { EditorProps } from "@tiptap/pm/view";
import { type DocumentJson, documentSchema, type NodeJson } from "#text/document/schema.ts";
import { TOOLS, type ToolName } from "../../writing/tools.ts";
import { documentExtensions } from "./extensions.ts";
import { pictureView } from "./pictures.ts";

export type BodyOptions = {
  readonly element: HTMLElement;
  readonly document: DocumentJson;
  /** BCP 47 and direction of the text. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** Addresses of pictures by their ids. */
  readonly pictures: Map<string, string>;
  readonly plugins: readonly Plugin[];
  readonly editorProps: EditorProps;
  readonly use: (tool: ToolName) => void;
  readonly toTools: () => void;
  readonly save: () => void;
};

export function openBody(options: BodyOptions): Editor {
  const { element, document, language, direction, pictures, editorProps } = options;
  return new Editor({
    element,
    content: asTiptap(document),
    schemaSpec: documentSchema.spec,
    extensions: [...documentExtensions({ picture: pictureView(pictures) }), keys(options), machinery(options.plugins)],
    // The desk's policy forbids style that is not a file of its own.
    injectCSS: false,
    enableContentCheck: true,
    // Tiptap would go on with an empty text, and that would be saved: without an editor the form is still there.
    onContentError({ error }) {
      throw error;
    },
    editorProps: {
      ...editorProps,
      attributes: {
        id: "body-text",
        class: "body",
        role: "textbox",
        "aria-multiline": "true",
        "aria-labelledby": "body-label",
        lang: language,
        dir: direction,
        spellcheck: "true",
      },
    },
  });
}

/** Puts another text in the place of the one that is written, as near to where the cursor was as it allows; what came before cannot be undone into it. */
export function replaceBody(editor: Editor, document: DocumentJson): void {
  const { view, state } = editor;
  const doc = editor.schema.nodeFromJSON(document);
  const fresh: EditorState = State.create({ doc, plugins: state.plugins });
  const at = Math.min(state.selection.from, doc.content.size);
  view.updateState(fresh.apply(fresh.tr.setSelection(TextSelection.near(doc.resolve(at)))));
}

/** Tiptap's name for the same JSON: it does not write to what it is given, but its type says it might. */
export function asTiptap(json: DocumentJson | NodeJson): JSONContent {
  return json as unknown as JSONContent;
}

export function documentOf(editor: Editor): DocumentJson {
  // The editor's schema is the document's.
  return editor.getJSON() as DocumentJson;
}

function keys({ use, toTools, save }: BodyOptions) {
  return Extension.create({
    name: "keys",
    priority: 200,
    addKeyboardShortcuts() {
      const { editor } = this;
      const done = (act: () => void) => () => {
        act();
        return true;
      };
      return {
        ...Object.fromEntries(TOOLS.map(({ name, keys }) => [keys, done(() => use(name))])),
        "Mod-y": done(() => use("redo")),
        "Mod-s": done(save),
        "Alt-F10": done(toTools),
        "Shift-Enter": () => editor.commands.insertContent({ type: "hard_break" }),
        Enter: () => leavesCaption(editor) || editor.commands.splitListItem("list_item"),
        Tab: () => goToNextCell(1)(editor.state, editor.view.dispatch) || editor.commands.sinkListItem("list_item"),
        "Shift-Tab": () =>
          goToNextCell(-1)(editor.state, editor.view.dispatch) || editor.commands.liftListItem("list_item"),
      };
    },
  });
}

/** A caption and a pull quote are one line: what comes after them is a paragraph of its own. */
function leavesCaption(editor: Editor): boolean {
  const { $from } = editor.state.selection;
  const { name } = $from.parent.type;
  if (name !== "picture" && name !== "pull_quote") return false;
  const after = $from.after();
  return editor
    .chain()
    .insertContentAt(after, { type: "paragraph" })
    .setTextSelection(after + 1)
    .run();
}

function machinery(plugins: readonly Plugin[]) {
  return Extension.create({
    name: "machinery",
    addProseMirrorPlugins: () => [
      history(),
      gapCursor(),
      dropCursor({ class: "drop-here", color: false }),
      tableEditing(),
      ...plugins,
    ],
  });
}
