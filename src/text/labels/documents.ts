/** Labels in a document: a printed copy with them, and the copy without. A stored body never holds a label. */
import { joined, textNode } from "../document/nodes.ts";
import { type Plain, printPlain } from "../document/plain.ts";
import type { DocumentJson, LabelAttrs, MentionAttrs, NodeJson, TypedLabel } from "../document/schema.ts";
import { type Flow, NO_PROSE, plainFlow, type Range } from "./flow.ts";
import type { Matcher } from "./matcher.ts";
import { type Mark, type Mention, mentionsOf } from "./mentions.ts";
import {
  type DecidedMention,
  type EditionPolicy,
  labelled,
  type Notice,
  type PlacedLabel,
  type PlacedNote,
} from "./policy.ts";

/**
 * Every mention of a document, in order; offsets are those of its plain text, labels left out. Names that an
 * author or an editor marked are among them, also those no register knows.
 */
export function mentionsIn(document: DocumentJson, matcher: Matcher): readonly Mention[] {
  const plain = printPlain(withoutLabels(document));
  return mentionsOf(flowOf(document, plain), matcher, marksIn(plain));
}

/**
 * A printed copy: labels after the mentions as policy, register and day say, notices above or below, and notes at the
 * end. `mentions` are those of the same document; `beside` those of what its page prints outside it, which notices cover.
 * Labels of an earlier printing are replaced.
 */
export function withLabels(
  document: DocumentJson,
  mentions: readonly Mention[],
  policy: EditionPolicy,
  day: string,
  beside: readonly Mention[] = [],
): DocumentJson {
  const body = withoutLabels(document);
  const printed = policy.surfaces.body ? policy : { ...policy, scope: "none" as const };
  const { labels, notes, notices } = labelled(mentions, printed, day, { beside });
  const content = labels.length > 0 ? placeLabels(body, labels) : body.content;
  const top = notices.filter(({ place }) => place === "top").map(noticeNode);
  const end = [
    ...notices.filter(({ place }) => place === "bottom").map(noticeNode),
    ...(notes.length > 0 ? [notesNode(notes)] : []),
  ];
  const isSame = top.length + end.length === 0 && content === body.content;
  return isSame ? body : { ...body, content: [...top, ...content, ...end] };
}

/** The document without labels and notes: what `withLabels` was given, to the letter. */
export function withoutLabels(document: DocumentJson): DocumentJson {
  const content = document.content.flatMap((node) => unlabelled(node) ?? []);
  const isSame =
    content.length === document.content.length && content.every((node, at) => node === document.content[at]);
  return isSame ? document : { ...document, content };
}

function unlabelled(node: NodeJson): NodeJson | undefined {
  if (node.type === "notes") return undefined;
  if (!node.content) return node;
  const kept = node.content.some(({ type }) => type === "label")
    ? withoutInlineLabels(node.content)
    : node.content.flatMap((child) => unlabelled(child) ?? []);
  // A notice is a paragraph of nothing but its label.
  if (kept.length === 0 && node.content.length > 0) return undefined;
  const isSame = kept.length === node.content.length && kept.every((child, at) => child === node.content?.[at]);
  return isSame ? node : { ...node, content: kept };
}

/** Text that a label divided is one text again; other neighbours stay apart, as they were. */
function withoutInlineLabels(content: readonly NodeJson[]): NodeJson[] {
  const out: NodeJson[] = [];
  let isAfterLabel = false;
  for (const node of content) {
    if (node.type === "label") {
      isAfterLabel = true;
      continue;
    }
    const last = out.at(-1);
    const pair = isAfterLabel && last ? joined([last, node]) : [];
    if (pair.length === 1 && pair[0]) out[out.length - 1] = pair[0];
    else out.push(node);
    isAfterLabel = false;
  }
  return out;
}

export function flowOf(document: DocumentJson, { text, blocks, pieces }: Plain): Flow {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, node } of pieces) {
    if (!node.marks?.some(({ type }) => type === "code")) continue;
    parts.push(text.slice(at, start), NO_PROSE.repeat(end - start));
    at = end;
  }
  parts.push(text.slice(at));
  return {
    text: parts.join(""),
    sections: blocks.flatMap(({ node, start }) => (node.type === "heading" ? [start] : [])),
    setOff: setOffIn(document, blocks),
    captions: blocks.filter(({ node }) => node.type === "picture"),
  };
}

function setOffIn(document: DocumentJson, blocks: Plain["blocks"]): readonly Range[] {
  const ranges = new Map<string, Range>();
  for (const { path, node, start, end } of blocks) {
    const quotation = node.type === "pull_quote" ? path.length : depthOfBlockquote(document, path);
    if (quotation === undefined) continue;
    const key = path.slice(0, quotation).join(" ");
    ranges.set(key, { start: ranges.get(key)?.start ?? start, end });
  }
  return [...ranges.values()];
}

function depthOfBlockquote(document: DocumentJson, path: readonly number[]): number | undefined {
  let content: readonly NodeJson[] = document.content;
  for (const [depth, at] of path.entries()) {
    const node = content[at];
    if (node?.type === "blockquote") return depth + 1;
    content = node?.content ?? [];
  }
  return undefined;
}

/** One mark may lie over several pieces of text: half a name in italics. */
function marksIn({ pieces }: Plain): readonly Mark[] {
  const marks: { key: string; mark: Mark }[] = [];
  for (const { start, end, node } of pieces) {
    const found = node.marks?.find(({ type }) => type === "mention");
    if (!found) continue;
    const key = JSON.stringify(found.attrs);
    const last = marks.at(-1);
    if (last && last.key === key && last.mark.end === start) last.mark = { ...last.mark, end };
    else marks.push({ key, mark: { start, end, ...mentionAttrs(found.attrs ?? {}) } });
  }
  return marks.map(({ mark }) => mark);
}

function mentionAttrs(attrs: Readonly<Record<string, unknown>>): MentionAttrs {
  const { organisation, typed, decision } = attrs;
  return {
    organisation: typeof organisation === "string" ? organisation : null,
    typed: isTypedLabel(typed) ? typed : null,
    decision: decision === "label" || decision === "none" ? decision : null,
  };
}

function isTypedLabel(value: unknown): value is TypedLabel {
  return (
    typeof value === "object" &&
    value !== null &&
    "words" in value &&
    "as" in value &&
    typeof value.as === "string" &&
    typeof value.words === "string"
  );
}

function placeLabels(document: DocumentJson, labels: readonly PlacedLabel[]): readonly NodeJson[] {
  const { blocks } = printPlain(document);
  const byPath = new Map<string, { at: number; label: PlacedLabel }[]>();
  let block = 0;
  for (const label of labels) {
    while ((blocks[block]?.end ?? Number.POSITIVE_INFINITY) < label.at) block++;
    const its = blocks[block];
    if (!its) throw new Error(`a label stands at ${label.at}, after the end of its document`);
    const key = its.path.join(" ");
    byPath.set(key, [...(byPath.get(key) ?? []), { at: label.at - its.start, label }]);
  }
  return withBlocks(document.content, "", byPath);
}

type Placements = ReadonlyMap<string, readonly { readonly at: number; readonly label: PlacedLabel }[]>;

function withBlocks(content: readonly NodeJson[], path: string, placements: Placements): readonly NodeJson[] {
  return content.map((node, at) => {
    const here = path === "" ? `${at}` : `${path} ${at}`;
    const labels = placements.get(here);
    if (labels) return { ...node, content: withInline(node.content ?? [], labels) };
    if (!node.content || node.content[0]?.type === "text") return node;
    return { ...node, content: withBlocks(node.content, here, placements) };
  });
}

function withInline(
  content: readonly NodeJson[],
  labels: Placements extends ReadonlyMap<string, infer L> ? L : never,
): NodeJson[] {
  const out: NodeJson[] = [];
  let start = 0;
  let next = 0;
  for (const node of content) {
    const length = node.type === "text" ? (node.text ?? "").length : 1;
    const end = start + length;
    let from = start;
    for (let placed = labels[next]; placed && placed.at <= end; placed = labels[++next]) {
      if (node.type === "text" && placed.at > from)
        out.push(textNode((node.text ?? "").slice(from - start, placed.at - start), node.marks));
      if (node.type !== "text" && from === start) out.push(node);
      from = Math.max(from, node.type === "text" ? placed.at : end);
      out.push(labelNode(placed.label));
    }
    if (from === start) out.push(node);
    else if (node.type === "text" && from < end) out.push(textNode((node.text ?? "").slice(from - start), node.marks));
    start = end;
  }
  return out;
}

function labelNode({ organisations, wording, print, style, covers }: PlacedLabel): NodeJson {
  const attrs: LabelAttrs = { organisations, wording, print, style, ...(covers > 0 && { covers }) };
  return { type: "label", attrs };
}

function notesNode(notes: readonly PlacedNote[]): NodeJson {
  return {
    type: "notes",
    content: notes.map(({ marker, wording, organisations }) => ({
      type: "note",
      attrs: { marker, organisations },
      content: [{ type: "text", text: wording }],
    })),
  };
}

function noticeNode({ text, wording, organisations, size }: Notice): NodeJson {
  const attrs: LabelAttrs = { organisations, wording, print: text, style: "notice", ...(size !== 100 && { size }) };
  return { type: "paragraph", content: [{ type: "label", attrs }] };
}

/** A printed copy parted from the notices at its top, for a page that has its headline between them. */
export function noticesApart(copy: DocumentJson): { readonly notices: DocumentJson; readonly rest: DocumentJson } {
  const first = copy.content.findIndex((node) => !isNotice(node));
  const at = first === -1 ? copy.content.length : first;
  return {
    notices: { ...copy, content: copy.content.slice(0, at) },
    rest: at === 0 ? copy : { ...copy, content: copy.content.slice(at) },
  };
}

function isNotice({ type, content = [] }: NodeJson): boolean {
  return type === "paragraph" && content.length === 1 && content[0]?.attrs?.["style"] === "notice";
}

/**
 * What is decided of each mention: labelled and with what words, asked about, or not labelled and why. `mentions` are
 * those of the same document.
 */
export function decisionsOn(
  mentions: readonly Mention[],
  policy: EditionPolicy,
  day: string,
): readonly DecidedMention[] {
  return labelled(mentions, policy, day).mentions;
}

/** The mentions of one line of text, in order. */
export function mentionsInText(text: string, matcher: Matcher): readonly Mention[] {
  return mentionsOf({ ...plainFlow(text), sections: [] }, matcher);
}

/** A piece of a line of text; `label` marks one that is a label, the space before it included. */
export type LabelledSegment = { readonly text: string; readonly label?: { readonly organisations: readonly string[] } };

/**
 * One line of text with its labels apart: a headline, a standfirst, a caption, an alternative text. Such a line has
 * no place for a note, so every style prints in brackets. Where labels are one notice for the whole text, a line on the
 * page of the notice prints none (`isUnderNotice`); one that goes out alone labels each organisation once.
 */
export function labelText(
  text: string,
  matcher: Matcher,
  policy: EditionPolicy,
  day: string,
  { isUnderNotice = false }: { readonly isUnderNotice?: boolean } = {},
): readonly LabelledSegment[] {
  if (policy.scope === "document" && isUnderNotice) return [{ text }];
  const { labels } = labelled(mentionsInText(text, matcher), asLine(policy), day);
  return inSegments(text, labels);
}

/** The policy for a line that stands by itself. */
export function asLine(policy: EditionPolicy): EditionPolicy {
  return { ...policy, style: "inline", scope: policy.scope === "document" ? "first" : policy.scope };
}

export function inSegments(text: string, labels: readonly PlacedLabel[]): readonly LabelledSegment[] {
  const segments: LabelledSegment[] = [];
  let from = 0;
  for (const { at, print, organisations } of labels) {
    if (at > from) segments.push({ text: text.slice(from, at) });
    segments.push({ text: print, label: { organisations } });
    from = at;
  }
  if (from < text.length || segments.length === 0) segments.push({ text: text.slice(from) });
  return segments;
}
