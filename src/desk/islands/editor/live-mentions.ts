/** Names of organisations as they are typed: marked in the text with the label that will print, and listed beside it. */
import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Mapping } from "@tiptap/pm/transform";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { type CopyData, WHO } from "../../writing/copy-data.ts";
import type { LiveMention, LiveMentions } from "../../writing/mentions.ts";

const key = new PluginKey<DecorationSet>("mentions");

/** Keeps the marks where their words are while the text changes under them. */
export function mentionMarks(): Plugin {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, marks) => transaction.getMeta(key) ?? marks.map(transaction.mapping, transaction.doc),
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

type Place = { readonly from: number; readonly to: number };

/** Asks for the mentions of the text as it is, and shows them where their words are by the time of the answer. */
export function watchMentions(
  editor: Editor,
  {
    words,
    asked,
    list,
    section,
  }: {
    words: CopyData["words"];
    asked: () => Promise<LiveMentions | undefined>;
    list: HTMLElement;
    section: HTMLElement;
  },
): () => void {
  let latest = 0;
  return async () => {
    const mine = ++latest;
    const since = new Mapping();
    const sent = editor.state.doc;
    const follow = ({ transaction }: { transaction: { mapping: Mapping } }) => since.appendMapping(transaction.mapping);
    editor.on("transaction", follow);
    const told = await asked();
    editor.off("transaction", follow);
    if (!told || mine !== latest || editor.isDestroyed) return;
    section.hidden = false;
    showMarks(editor, told, sent, since);
    showList(editor, told, sent, since, { words, list });
  };
}

function showMarks(editor: Editor, { body, labels }: LiveMentions, sent: Node, since: Mapping): void {
  const { doc, tr } = editor.state;
  const marks = [
    ...body.flatMap((mention) => {
      const place = placeOf(sent, mention.path, mention, since, doc);
      return place ? [Decoration.inline(place.from, place.to, { class: `named is-${mention.decision}` })] : [];
    }),
    ...labels.flatMap(({ path, at, print }) => {
      const place = placeOf(sent, path, { from: at, to: at }, since, doc);
      return place
        ? [Decoration.widget(place.from, () => printedLabel(print), { side: -1, key: print, ignoreSelection: true })]
        : [];
    }),
  ];
  editor.view.dispatch(tr.setMeta(key, DecorationSet.create(doc, marks)).setMeta("addToHistory", false));
}

function printedLabel(print: string): HTMLElement {
  const label = document.createElement("span");
  label.className = "label will-print";
  label.contentEditable = "false";
  label.textContent = print;
  return label;
}

/** Where a place in a block stood when it was asked about, and has moved to since; nothing when it is gone. */
function placeOf(
  sent: Node,
  path: readonly number[],
  { from, to }: Place,
  since: Mapping,
  now: Node,
): Place | undefined {
  let node = sent;
  let start = 0;
  for (const at of path) {
    const child = node.maybeChild(at);
    if (!child) return undefined;
    for (let before = 0; before < at; before++) start += node.child(before).nodeSize;
    start += 1;
    node = child;
  }
  const moved = { from: since.map(start + from, 1), to: since.map(start + to, -1) };
  if (from === to) moved.to = moved.from = since.map(start + from, -1);
  return moved.to <= now.content.size && moved.from <= moved.to ? moved : undefined;
}

type ListOptions = { readonly words: CopyData["words"]; readonly list: HTMLElement };

function showList(editor: Editor, told: LiveMentions, sent: Node, since: Mapping, { words, list }: ListOptions): void {
  const { mentions: said, labelAs } = words;
  const items: HTMLElement[] = told.lines.flatMap(({ place, print, mentions }) =>
    mentions.map((mention) => {
      const item = itemOf(mention, said);
      item.append(line(said[place], "where"), line(`${said.prints} ${print}`, "prints"));
      return item;
    }),
  );
  const order = told.body.toSorted((one, other) => Number(other.decision === "ask") - Number(one.decision === "ask"));
  const named = new Set<string>();
  for (const mention of order) {
    const place = placeOf(sent, mention.path, mention, since, editor.state.doc);
    if (!place) continue;
    const isDecided = mention.decision !== "none" || mention.chosen !== null;
    // Those nothing is to be decided of stand here once, however often they are named.
    const kind = `${mention.words} ${mention.reason}`;
    if (!isDecided && named.has(kind)) continue;
    named.add(kind);
    const item = itemOf(mention, said);
    item.append(choicesFor(editor, mention, place, said, labelAs));
    items.push(item);
  }
  if (items.length === 0) items.push(listItem(line(said.nothing, "quiet")));
  for (const note of told.notes) items.push(listItem(line(`${said.below} ${note}`, "prints")));
  list.replaceChildren(...items);
  // The names are in the language of the text, what is said of them in that of the desk.
  for (const name of list.querySelectorAll("strong")) name.lang = editor.view.dom.lang;
}

function itemOf(
  { words, decision, reason, organisations }: LiveMention,
  said: CopyData["words"]["mentions"],
): HTMLElement {
  const name = document.createElement("strong");
  name.textContent = words;
  name.dir = "auto";
  const head = document.createElement("p");
  head.append(name, ` ${said[decision]}`);
  const item = listItem(head);
  item.className = `is-${decision}`;
  const [organisation] = organisations;
  if (decision === "label" && organisation && organisation.name !== words)
    item.append(line(organisation.name, "quiet"));
  if (reason !== "") item.append(line(reason, "quiet"));
  return item;
}

function choicesFor(
  editor: Editor,
  mention: LiveMention,
  place: Place,
  said: CopyData["words"]["mentions"],
  labelAs: string,
): HTMLElement {
  const choices = document.createElement("p");
  choices.className = "choices";
  const choice = (words: string, decision: LiveMention["chosen"], organisation: string | null) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words;
    button.addEventListener("click", () => decideOn(editor, place, mention, decision, organisation));
    choices.append(button);
  };
  const own = mention.organisations.length === 1 ? (mention.organisations[0]?.id ?? null) : null;
  if (mention.decision === "ask") {
    if (own !== null) choice(said.labelIt, "label", own);
    else for (const { id, name } of mention.organisations) choice(labelAs.replace(WHO, name), "label", id);
  }
  if (mention.decision !== "none") choice(said.notThisOne, "none", own);
  if (mention.chosen !== null) choice(said.leaveToRegister, null, null);
  return choices;
}

/** An editor's word on one mention, kept as an attribute of its mark; its label is never typed into the text. */
function decideOn(
  editor: Editor,
  { from, to }: Place,
  { typed }: LiveMention,
  decision: LiveMention["chosen"],
  organisation: string | null,
): void {
  const { state, view } = editor;
  const type = state.schema.marks["mention"];
  if (!type) return;
  const change = state.tr.removeMark(from, to, type);
  if (decision !== null || typed !== null) change.addMark(from, to, type.create({ organisation, typed, decision }));
  view.dispatch(change);
  view.focus();
}

function listItem(...children: readonly HTMLElement[]): HTMLLIElement {
  const item = document.createElement("li");
  item.append(...children);
  return item;
}

function line(words: string, className: string): HTMLParagraphElement {
  const paragraph = document.createElement("p");
  paragraph.className = className;
  paragraph.dir = "auto";
  paragraph.textContent = words;
  return paragraph;
}
