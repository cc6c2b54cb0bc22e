/** The editor of an article: makes the form of the page one that saves itself, shows labels as they will print, and knows who else is there. */
import type { Editor } from "@tiptap/core";
import type { ArticleText } from "#agency/articles/working-copy.ts";
import { directionOf } from "#lib/direction.ts";
import { type CopyData, type SentCopy, WHO } from "../writing/copy-data.ts";
import type { LiveMentions } from "../writing/mentions.ts";
import { documentOf, openBody, replaceBody } from "./editor/body.ts";
import { type Chosen, choosePicture, uploadOrChoose, wakeChooser } from "./editor/choosing.ts";
import { ask, dialogNamed } from "./editor/dialogs.ts";
import { type Answer, Keeping } from "./editor/keeping.ts";
import { mentionMarks, watchMentions } from "./editor/live-mentions.ts";
import { part, showState, textFromPage, textIntoPage, wakeLeadPicture, watchFields } from "./editor/page.ts";
import { pasting } from "./editor/pasting.ts";
import { offerSources } from "./editor/sources.ts";
import { enterToolbar, wakeToolbar } from "./editor/toolbar.ts";
import { insertPicture, toolsWith } from "./editor/tools.ts";
import { holdSitting, leftBy, shelfFor, type Unsent } from "./editor/unsent.ts";

// Long enough for a name to be typed to its end.
const MENTIONS_PAUSE_MS = 500;
// What `fetch` sends on after the page has gone, at most; longer texts stay in the browser until the page is opened again.
const MOST_KEPT_ALIVE_BYTES = 60_000;

// Printed into the page by `views/write.tsx`.
const data = JSON.parse(part("copy-data").textContent) as CopyData;
const address = `/desk/articles/${data.article}`;
const sitting = crypto.randomUUID();
const shelf = shelfFor(localStorage, data.staff, data.article);
const pictures = new Map<string, string>();
const tools = toolsWith(choose);
learnPictures(data.copy);

const editor: Editor = openBody({
  element: part("body-editor"),
  document: data.copy.text.document,
  language: data.language,
  direction: directionOf(data.language),
  pictures,
  plugins: [mentionMarks()],
  editorProps: pasting(() => editor, putPictures),
  use: (tool) => void tools[tool].use(editor),
  toTools: () => enterToolbar(part("tools")),
  save: () => void keeping.send(),
});

const keeping = new Keeping(
  {
    send: (path, body, last) => sent(`${address}/${path}`, body, last),
    later: laterOnce(),
    shelf,
    text,
    setText,
    show(state) {
      showState(state, data);
      if (state.state === "conflict" && !dialogNamed("conflict").open) void decide();
    },
  },
  { sitting, version: data.copy.version },
);

const lookForMentions = watchMentions(editor, {
  words: data.words,
  asked: async () => {
    const { status, body } = await sent(`${address}/mentions`, { text: text() }, false);
    return status === 200 ? (body as LiveMentions) : undefined;
  },
  list: part("mentions-list"),
  section: part("mentions"),
});
const lookSoon = laterOnce();
const hereSoon = laterOnce();

holdSitting(sitting);
wakePage();
showState({ state: "unchanged" }, data);
void lookForMentions();
offerUnsent();
void stayHere();

function text(): ArticleText {
  return textFromPage(documentOf(editor));
}

function setText(text: ArticleText): void {
  textIntoPage(text, pictures);
  replaceBody(editor, text.document);
  lookSoon(MENTIONS_PAUSE_MS, () => void lookForMentions());
}

/** Where the pictures of a copy are: heard before its text is shown. */
function learnPictures(copy: SentCopy): void {
  for (const [id, src] of Object.entries(copy.pictures)) pictures.set(id, src);
}

async function choose(): Promise<Chosen | undefined> {
  const picture = await choosePicture();
  if (picture) pictures.set(picture.id, picture.src);
  return picture;
}

async function putPictures(files: readonly File[], at: number): Promise<void> {
  for (const file of files) {
    const picture = await uploadOrChoose(file);
    if (!picture) continue;
    pictures.set(picture.id, picture.src);
    insertPicture(editor, picture, Math.min(at, editor.state.doc.content.size));
  }
}

function changed(): void {
  keeping.changed();
  lookSoon(MENTIONS_PAUSE_MS, () => void lookForMentions());
}

/** The form becomes the editor's page. */
function wakePage(): void {
  part("body").hidden = true;
  part<HTMLTextAreaElement>("body").disabled = true;
  part("body-hint").hidden = true;
  part("body-editor").hidden = false;
  part("body-label").addEventListener("click", () => editor.commands.focus());
  wakeToolbar(
    part("tools"),
    editor,
    (tool) => void tools[tool].use(editor),
    (tool) => tools[tool].isOn?.(editor),
  );
  offerSources(data.sources);
  wakeChooser();
  wakeLeadPicture(pictures, choose, changed);
  watchFields(changed);
  editor.on("update", changed);
  editor.on("blur", () => void keeping.send());
  part("copy-decide").addEventListener("click", () => void decide());
  part<HTMLFormElement>("copy").addEventListener("submit", (event) => {
    event.preventDefault();
    void keeping.send();
  });
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
    const act = { s: () => void keeping.send(), "/": () => void ask("help") }[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });
  window.addEventListener("online", () => void keeping.send());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void keeping.send({ last: true });
    else void stayHere();
  });
  window.addEventListener("pagehide", () => {
    void keeping.send({ last: true });
    void sent(`${address}/here`, { sitting, version: keeping.version, gone: true }, true);
  });
  window.addEventListener("beforeunload", (event) => {
    if (keeping.wouldLose) event.preventDefault();
  });
}

/** Both texts with their difference: go on with one, the other is kept as a revision. */
async function decide(): Promise<void> {
  const { conflict } = keeping;
  if (!conflict) return;
  learnPictures(conflict);
  part("conflict-who").textContent = data.words.saidBy.replace(WHO, conflict.savedBy);
  showCompared("conflict", conflict.html);
  const { does } = await ask("conflict");
  if (does === "mine" || does === "theirs") await keeping.decide(does);
}

/** Words that editors before this one kept in the browser and never got acknowledged, one after another as they are found closed. */
function offerUnsent(): void {
  let before = Promise.resolve();
  for (const { sitting } of shelf.all()) {
    const found = leftBy(shelf, sitting);
    before = before.then(async () => offer(await found));
  }
}

/** Offers them back with a comparison, unless they did arrive. */
async function offer(unsent: Unsent | undefined): Promise<void> {
  if (!unsent) return;
  const { status, body } = await sent(`${address}/comparison`, { text: unsent.text }, false);
  if (status !== 200) return;
  const { html } = body as SentCopy & { readonly html?: string };
  if (html === undefined) return shelf.forget(unsent.sitting);
  learnPictures(body as SentCopy);
  showCompared("unsent", html);
  const { does } = await ask("unsent");
  if (does === "mine") {
    // What was written here meanwhile gives way to it, and is not lost either.
    if (!keeping.isAtRest && (await sent(`${address}/set-aside`, { text: text() }, false)).status !== 200) return;
    setText(unsent.text);
    keeping.resume(unsent);
  } else if (does === "theirs") {
    const aside = await sent(`${address}/set-aside`, { text: unsent.text }, false);
    if (aside.status === 200) shelf.forget(unsent.sitting);
  }
}

/** The comparison is printed by the desk itself, every word of it escaped. */
function showCompared(dialog: string, html: string): void {
  const compared = dialogNamed(dialog).querySelector(".compared");
  if (compared) compared.innerHTML = html;
}

/** Says that this editor is open, hears who else is, and takes up what somebody else saved while nothing was typed here. */
async function stayHere(): Promise<void> {
  const { status, body } = await sent(`${address}/here`, { sitting, version: keeping.version }, false);
  if (status === 200) {
    const { others, newer } = body as { others: readonly string[]; newer: SentCopy | null };
    const here = others.length === 0 ? "" : data.words.here.replace(WHO, others.join(", "));
    if (part("others-here").textContent !== here) part("others-here").textContent = here;
    // A dialog is about words of the text as it stands.
    const isAsking = document.querySelector("dialog[open]") !== null;
    if (newer && newer.version > keeping.version && keeping.isAtRest && !isAsking) {
      learnPictures(newer);
      keeping.adopt(newer);
    }
  }
  hereSoon(data.hereEveryMs, () => void stayHere());
}

async function sent(path: string, body: unknown, last: boolean): Promise<Answer> {
  const json = JSON.stringify(body);
  const keepalive = last && new Blob([json]).size < MOST_KEPT_ALIVE_BYTES;
  try {
    const headers = { "content-type": "application/json" };
    const response = await fetch(path, { method: "POST", body: json, headers, keepalive });
    const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false;
    return { status: response.status, body: isJson ? await response.json() : undefined };
  } catch {
    return {}; // not reached: whoever sent it knows what to do
  }
}

/** Runs one thing later, in place of the one before. */
function laterOnce(): (ms: number, act: () => void) => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return (ms, act) => {
    clearTimeout(waiting);
    waiting = setTimeout(act, ms);
  };
}
