/** The editor of an article: makes the form of the page one that saves itself, shows labels as they will print, and knows who else is there. */
import type { Editor } from "@tiptap/core";
import type { ArticleText } from "#agency/articles/working-copy.ts";
import { directionOf } from "#lib/direction.ts";
import { type CopyData, type SentCopy, WHO } from "../writing/copy-data.ts";
import type { LiveMentions } from "../writing/mentions.ts";
import { documentOf, openBody, replaceBody } from "./editor/body.ts";
import { ask, dialogNamed } from "./editor/dialogs.ts";
import { type Answer, Keeping } from "./editor/keeping.ts";
import { mentionMarks, watchMentions } from "./editor/live-mentions.ts";
import { part, showState, textFromPage, textIntoPage, watchFields } from "./editor/page.ts";
import { pasting } from "./editor/pasting.ts";
import { offerSources } from "./editor/sources.ts";
import { enterToolbar, wakeToolbar } from "./editor/toolbar.ts";
import { toolsWith } from "./editor/tools.ts";
import { holdSitting, left, shelfFor } from "./editor/unsent.ts";

// Long enough for a name to be typed to its end.
const MENTIONS_PAUSE_MS = 500;
// What `fetch` sends on after the page has gone, at most; longer texts stay in the browser until the page is opened again.
const MOST_KEPT_ALIVE_BYTES = 60_000;

// Printed into the page by `views/write.tsx`.
const data = JSON.parse(part("copy-data").textContent) as CopyData;
const address = `/desk/articles/${data.article}`;
const sitting = crypto.randomUUID();
const shelf = shelfFor(localStorage, data.staff, data.article);
const tools = toolsWith(async () => undefined);

const editor: Editor = openBody({
  element: part("body-editor"),
  document: data.copy.text.document,
  language: data.language,
  direction: directionOf(data.language),
  pictures: new Map(Object.entries(data.pictures)),
  plugins: [mentionMarks()],
  editorProps: pasting(() => editor),
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
void offerUnsent();
void stayHere();

function text(): ArticleText {
  return textFromPage(documentOf(editor));
}

function setText(text: ArticleText): void {
  textIntoPage(text);
  replaceBody(editor, text.document);
  lookSoon(MENTIONS_PAUSE_MS, () => void lookForMentions());
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
  watchFields(changed);
  editor.on("update", changed);
  editor.on("blur", () => void keeping.send());
  part("copy-decide").addEventListener("click", () => void decide());
  part<HTMLFormElement>("copy").addEventListener("submit", (event) => {
    event.preventDefault();
    void keeping.send();
  });
  document.addEventListener("keydown", (event) => {
    const isSave = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s";
    if (!isSave || event.defaultPrevented) return;
    event.preventDefault();
    void keeping.send();
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
  part("conflict-who").textContent = data.words.saidBy.replace(WHO, conflict.savedBy);
  showCompared("conflict", conflict.html);
  const { does } = await ask("conflict");
  if (does === "mine" || does === "theirs") await keeping.decide(does);
}

/** Words an editor before this one kept in the browser and never got acknowledged: offered back, unless they did arrive. */
async function offerUnsent(): Promise<void> {
  for (const unsent of await left(shelf)) {
    const { status, body } = await sent(`${address}/comparison`, { text: unsent.text }, false);
    if (status !== 200) return;
    const { html } = body as SentCopy & { readonly html?: string };
    if (html === undefined) {
      shelf.forget(unsent.sitting);
      continue;
    }
    showCompared("unsent", html);
    const { does } = await ask("unsent");
    if (does === "theirs") {
      const aside = await sent(`${address}/set-aside`, { text: unsent.text }, false);
      if (aside.status === 200) shelf.forget(unsent.sitting);
    } else if (does === "mine") {
      setText(unsent.text);
      return keeping.resume(unsent);
    }
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
    if (newer && newer.version > keeping.version && keeping.isAtRest) keeping.adopt(newer);
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
