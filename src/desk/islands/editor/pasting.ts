/** What is pasted or dropped from elsewhere: cleaned by Dateline, so that the same rules hold as for wire copy. */
import type { Editor } from "@tiptap/core";
import { Mapping } from "@tiptap/pm/transform";
import type { EditorView } from "@tiptap/pm/view";
import type { DocumentJson, NodeJson } from "#text/document/schema.ts";

type PutPictures = (files: readonly File[], at: number) => void;

/** Handles foreign HTML and pictures; what was copied in an editor of ours, and plain text, the editor pastes itself. */
export function pasting(editor: () => Editor, putPictures: PutPictures) {
  const taken = (data: DataTransfer | null, at: number | undefined) => {
    const pictures = [...(data?.files ?? [])].filter(({ type }) => type.startsWith("image/"));
    // A word processor sends a picture of the text along with the text.
    if (pictures.length === 0 || data?.types.includes("text/html")) return takenHtml(editor(), data, at);
    putPictures(pictures, at ?? editor().state.selection.from);
    return true;
  };
  return {
    handlePaste: (_: EditorView, event: ClipboardEvent) => taken(event.clipboardData, undefined),
    handleDrop(view: EditorView, event: DragEvent, _: unknown, isMoved: boolean) {
      if (isMoved) return false;
      return taken(event.dataTransfer, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos);
    },
  };
}

function takenHtml(editor: Editor, data: DataTransfer | null, at: number | undefined): boolean {
  const html = data?.getData("text/html") ?? "";
  if (!data || html === "" || html.includes("data-pm-slice")) return false;
  void putIn(editor, html, data.getData("text/plain"), at);
  return true;
}

/** Puts the cleaned copy where it was pasted, wherever that is by the time it comes back. */
async function putIn(editor: Editor, html: string, plain: string, at: number | undefined): Promise<void> {
  const since = new Mapping();
  const follow = ({ transaction }: { transaction: { mapping: Mapping } }) => since.appendMapping(transaction.mapping);
  const { from, to } = at === undefined ? editor.state.selection : { from: at, to: at };
  editor.on("transaction", follow);
  const clean = (await cleaned(html)) ?? paragraphsOf(plain);
  editor.off("transaction", follow);
  const place = { from: since.map(from, -1), to: since.map(to, 1) };
  const [only, ...others] = clean;
  // One paragraph is words for the paragraph it is pasted into.
  const content = only?.type === "paragraph" && others.length === 0 ? (only.content ?? []) : clean;
  editor
    .chain()
    .insertContentAt(place, [...content], { errorOnInvalidContent: false })
    .scrollIntoView()
    .run();
}

async function cleaned(html: string): Promise<readonly NodeJson[] | undefined> {
  try {
    const response = await fetch("/desk/paste", { method: "POST", body: JSON.stringify({ html }) });
    if (!response.ok) return undefined;
    const { document }: { document: DocumentJson } = await response.json();
    return document.content;
  } catch {
    return undefined; // offline: its plain words come in
  }
}

function paragraphsOf(plain: string): readonly NodeJson[] {
  return plain
    .split(/\n\s*\n|\r\n?|\n/)
    .filter((words) => words.trim() !== "")
    .map((text) => ({ type: "paragraph", content: [{ type: "text", text: text.trim() }] }));
}
