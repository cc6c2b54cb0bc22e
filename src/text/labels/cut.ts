/**
 * Text made shorter with its labels: the one place where anything public is cut. A cut never falls inside a mention or
 * between a mention and what was typed to label it; the labels and the sign of the cut count towards the length.
 */
import { textNode } from "../document/nodes.ts";
import { type Plain, printPlain } from "../document/plain.ts";
import type { DocumentJson, NodeJson } from "../document/schema.ts";
import {
  asLine,
  flowOf,
  inSegments,
  type LabelledSegment,
  mentionsIn,
  mentionsInText,
  withLabels,
  withoutLabels,
} from "./documents.ts";
import { type Range, rangeAt } from "./flow.ts";
import { wordStart } from "./letters.ts";
import type { Matcher } from "./matcher.ts";
import type { Mention } from "./mentions.ts";
import { type EditionPolicy, knowingWords, labelled, type PlacedLabel, type PlacedNote } from "./policy.ts";

export type Cutting = {
  readonly matcher: Matcher;
  readonly policy: EditionPolicy;
  readonly day: string;
  /** How many UTF-16 units may be printed at most, 1 or more, labels and the sign of the cut among them. */
  readonly longest: number;
  /** Whether notes may be printed below, as in a letter; without it every style prints in brackets, as in a headline. */
  readonly hasNotes?: boolean;
};

export type CutText = {
  readonly segments: readonly LabelledSegment[];
  /** To be printed below; their words do not count towards the length. */
  readonly notes: readonly PlacedNote[];
  readonly isCut: boolean;
};

/** The sign that something was left out. */
export const CUT_SIGN = "…";

/**
 * A text with its labels, as much of it as fits: to the end of a word where one fits, else to the end of a letter. What
 * begins with a name that does not fit with its label is the sign of the cut alone.
 */
export function cutText(text: string, { policy, hasNotes = false, ...cutting }: Cutting): CutText {
  const matcher = knowingWords(cutting.matcher, policy);
  const line = asLine(policy);
  const printed = hasNotes && policy.style === "note" ? { ...line, style: policy.style } : line;
  const { at, mentions } = cutIn(text, mentionsInText(text, matcher), { ...cutting, matcher, policy: printed });
  const { labels, notes } = placedIn(mentions, at, printed, cutting.day);
  const isCut = at < text.length;
  const kept = isCut ? endingIn(text, at, mentions) : text;
  const segments = inSegments(kept, labels);
  return { segments: isCut ? withSign(segments, kept) : segments, notes, isCut };
}

/**
 * A printed copy of as much of a document as fits, with its labels, its notices and the notes of the markers that are
 * left. A table is kept or left out as a whole. Notes and notices do not count towards the length.
 */
export function cutDocument(document: DocumentJson, cutting: Omit<Cutting, "hasNotes">): DocumentJson {
  const { policy, day } = cutting;
  const matcher = knowingWords(cutting.matcher, policy);
  const body = withoutLabels(document);
  const plain = printPlain(body);
  // Names in code are not read as such, before the cut or after it.
  const { text } = flowOf(body, plain);
  const { at, mentions } = cutIn(text, mentionsIn(body, matcher), { ...cutting, matcher }, tablesOf(plain, body));
  if (at === plain.text.length) return withLabels(body, mentions, policy, day);
  const end = endingIn(plain.text, at, mentions).length;
  return withLabels(
    shortened(body, plain, end),
    mentions.map((one) => within(one, end)),
    policy,
    day,
  );
}

type Found = {
  /** Where the text ends; its length when all of it fits. */
  readonly at: number;
  /** The mentions before it. */
  readonly mentions: readonly Mention[];
};

function cutIn(
  text: string,
  mentions: readonly Mention[],
  { longest, ...law }: Omit<Cutting, "hasNotes">,
  whole: readonly Range[] = [],
): Found {
  if (text.length + lengthOf(placedIn(mentions, text.length, law.policy, law.day).labels) <= longest) {
    return { at: text.length, mentions };
  }
  const together = joined([...whole, ...togetherIn(text, mentions, law.matcher)]);
  const isInside = (at: number) => {
    const range = rangeAt(together, at);
    return range !== undefined && range.start < at;
  };
  for (const at of placesToCut(text, Math.min(longest, text.length))) {
    if (isInside(at)) continue;
    const kept = mentions.filter(({ start }) => start < at);
    const words = endingIn(text, at, kept);
    const { labels } = placedIn(kept, at, law.policy, law.day);
    const length = words.length + lengthOf(labels) + signAfter(words).length;
    // Reading the text again is the dearer question.
    if (length <= longest && readsTheSame(text.slice(0, at), kept, law)) return { at, mentions: kept };
  }
  return { at: 0, mentions: [] };
}

/** Ends of words from behind, then, where no word fits, ends of letters. */
function* placesToCut(text: string, most: number): Generator<number> {
  const head = text.slice(0, most + 1);
  // A no-break space holds its words together.
  for (const { index } of [...head.matchAll(/(?<=\S)[^\S\u00a0\u202f]/gu)].toReversed()) yield index;
  const [word = ""] = /^\s*\S*/u.exec(head) ?? [];
  for (const { index } of [...LETTERS.segment(word)].toReversed()) if (index > 0) yield index;
}

const LETTERS = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * Whether a reader of the shorter text meets the same names. The stump of a word may read like one, and what was part of
 * another thing's name or among capitals may not be any more: where it would be labelled then, no cut is made.
 */
function readsTheSame(
  text: string,
  kept: readonly Mention[],
  { matcher, policy, day }: Pick<Cutting, "matcher" | "policy" | "day">,
): boolean {
  const found = labelled(mentionsInText(text, matcher), policy, day).mentions;
  const starts = new Set(found.map(({ start }) => start));
  const reaches = kept.map(({ start, end, taken }) => ({ start, end: Math.max(end, taken) }));
  const before = labelled(kept, policy, day).mentions;
  const asked = new Set(before.flatMap(({ start, decision }) => (decision === "ask" ? [start] : [])));
  return (
    kept.every(({ start, mark }) => mark !== null || starts.has(start)) &&
    found.every(({ start }) => rangeAt(reaches, start) !== undefined) &&
    found.every(({ start, decision }) => decision !== "label" || !asked.has(start))
  );
}

/** Stretches that are kept or left out as one: a mention, and a label somebody typed with what it stands after. */
function togetherIn(text: string, mentions: readonly Mention[], matcher: Matcher): readonly Range[] {
  const ranges: Range[] = mentions.map((one) => ({ start: one.start, end: endOfMention(text, one, matcher) }));
  for (const { index } of text.matchAll(/[([]/g)) {
    const label = matcher.labels.at(text, index);
    if (label) ranges.push({ start: startOfLabelled(text, index), end: label.end });
  }
  return ranges;
}

function endOfMention(text: string, mention: Mention, matcher: Matcher): number {
  const { end, wordsEnd, inner, taken, quotationEnd, isLabelled, typedAfter, markers } = mention;
  const reach = Math.max(end, wordsEnd, inner, taken);
  const typed = [end, wordsEnd, inner, quotationEnd].flatMap((at) =>
    at === null ? [] : afterLabels(text, at, matcher),
  );
  if (typed.length > 0) return Math.max(reach, ...typed);
  // A note or a notice stands at the end of its text.
  return isLabelled || markers.length > 0 || typedAfter.length > 0 ? text.length : reach;
}

/** After the labels that stand at a place, one after another. */
function afterLabels(text: string, at: number, matcher: Matcher): readonly number[] {
  const label = matcher.labels.at(text, at);
  if (!label) return [];
  return [label.end, ...afterLabels(text, label.end, matcher)];
}

function startOfLabelled(text: string, bracket: number): number {
  const before = text.slice(0, bracket).trimEnd().length;
  return before === 0 ? bracket : wordStart(text, before - 1);
}

function joined(ranges: readonly Range[]): readonly Range[] {
  const out: Range[] = [];
  for (const range of ranges.toSorted((one, other) => one.start - other.start)) {
    const last = out.at(-1);
    if (last && range.start < last.end) out[out.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else out.push(range);
  }
  return out;
}

/** The labels of a text that ends at `at`. In a quotation that does not end any more they stand inside. */
function placedIn(mentions: readonly Mention[], at: number, policy: EditionPolicy, day: string) {
  return labelled(
    mentions.map((one) => within(one, at)),
    policy,
    day,
  );
}

function within(mention: Mention, end: number): Mention {
  return mention.quotationEnd === null || mention.quotationEnd <= end
    ? mention
    : { ...mention, quotationEnd: null, isQuotationCut: true };
}

function lengthOf(labels: readonly PlacedLabel[]): number {
  return labels.reduce((sum, { print }) => sum + print.length, 0);
}

/** Without the space and the open bracket before the cut, unless they are a name's. */
function endingIn(text: string, at: number, mentions: readonly Mention[]): string {
  const end = text.slice(0, at).replace(/[\s([{]+$/u, "").length;
  const names = mentions.map((one) => Math.min(at, Math.max(one.end, one.taken, one.quotationEnd ?? 0)));
  return text.slice(0, Math.max(end, ...names));
}

function withSign(segments: readonly LabelledSegment[], kept: string): readonly LabelledSegment[] {
  const sign = signAfter(kept);
  const last = segments.at(-1);
  if (!last || last.label) return [...segments, { text: sign }];
  return [...segments.slice(0, -1), { text: last.text + sign }];
}

/** The sign, after the ends of what the text turned round or set apart: left open, it would turn what follows. */
function signAfter(kept: string): string {
  const open: string[] = [];
  for (const [sign] of kept.matchAll(/[\u202a-\u202e\u2066-\u2069]/gu)) {
    if (sign === END_OF_SET_APART || sign === END_OF_TURNED) open.pop();
    else open.push(sign >= FIRST_SET_APART ? END_OF_SET_APART : END_OF_TURNED);
  }
  return open.toReversed().join("") + CUT_SIGN;
}

const FIRST_SET_APART = "\u2066";
const END_OF_SET_APART = "\u2069";
const END_OF_TURNED = "\u202c";

function tablesOf({ blocks }: Plain, { content }: DocumentJson): readonly Range[] {
  const tables = new Map<string, Range>();
  for (const { path, start, end } of blocks) {
    const depth = depthOfTable(content, path);
    if (depth === undefined) continue;
    const key = path.slice(0, depth).join(" ");
    tables.set(key, { start: tables.get(key)?.start ?? start, end });
  }
  return [...tables.values()];
}

function depthOfTable(nodes: readonly NodeJson[], path: readonly number[]): number | undefined {
  let content = nodes;
  for (const [depth, at] of path.entries()) {
    const node = content[at];
    if (node?.type === "table") return depth + 1;
    content = node?.content ?? [];
  }
  return undefined;
}

/** The document up to a place of its plain text, the sign of the cut at its end. */
function shortened(document: DocumentJson, { text, blocks }: Plain, end: number): DocumentJson {
  const last = blocks.findLast(({ start }) => start < end);
  if (!last) return { ...document, content: [{ type: "paragraph", content: [{ type: "text", text: CUT_SIGN }] }] };
  const words = lastWords(last.node.content ?? [], end - last.start, signAfter(text.slice(0, end)));
  return { ...document, content: upTo(document.content, last.path, words) };
}

function upTo(
  nodes: readonly NodeJson[],
  [at = 0, ...path]: readonly number[],
  words: readonly NodeJson[],
): NodeJson[] {
  const node = nodes[at];
  if (!node) return [...nodes];
  const content = path.length === 0 ? words : upTo(node.content ?? [], path, words);
  return [...nodes.slice(0, at), { ...node, content }];
}

function lastWords(content: readonly NodeJson[], length: number, sign: string): readonly NodeJson[] {
  const out: NodeJson[] = [];
  let left = length;
  for (const node of content) {
    if (left <= 0) break;
    const words = node.type === "text" ? (node.text ?? "") : "";
    out.push(words.length > left ? textNode(words.slice(0, left), node.marks) : node);
    left -= node.type === "text" ? words.length : 1;
  }
  return [...out, textNode(sign)];
}
