/**
 * Copy too large to be held, labelled piece by piece: it is cut between blocks, where no name, label or quotation reaches
 * over, so that the labels are those of the whole. What is told far from its place (notes, a notice) takes a first reading.
 */
import {
  type CopyFormat,
  type CopyMention,
  type LabelOptions,
  noticesSaid,
  printedCopy,
  sourceOf,
  told,
} from "./copy.ts";
import { rangeAt } from "./flow.ts";
import type { Matcher } from "./matcher.ts";
import { type Mention, markersUsed, mentionsOf } from "./mentions.ts";
import { type Explained, explainedBy, type MarkersUsed, type NoteLine, noteLinesIn, notesIn } from "./notes.ts";
import {
  type Carried,
  carriedFor,
  type DecidedMention,
  knowingWords,
  labelled,
  type Named,
  type Notice,
  type NoticeRule,
  namedFor,
  noticeBy,
  noticesFor,
  type PlacedNote,
} from "./policy.ts";
import type { Cut, Source } from "./source.ts";

export type CopyPiece = {
  /** As it came. */
  readonly source: string;
  /** With its labels; the notes of the whole copy are in the last. */
  readonly text: string;
  /** Offsets are those of the whole copy. */
  readonly mentions: readonly CopyMention[];
};

/** Why copy cannot be read in pieces, as a sentence. */
export class Uncut extends Error {}

export type PieceOptions = LabelOptions & {
  /** Not told by its look, which is that of the whole: `formatByLook` of its beginning is a good guess. */
  readonly format: CopyFormat;
  /** About how many UTF-16 units a piece has; 131,072 when left out. */
  readonly size?: number;
};

const PIECE = 128 * 1024;
// A notice and the notes under it stand in the last piece together.
const TAIL_OF_PIECE = 0.25;
const LONGEST_PARAGRAPH = 16;

/**
 * Copy with its labels and every mention, some at a time. `read` is asked two to five times for the same copy and gives it
 * in whatever chunks. HTML and Markdown whose blocks never end are refused with `Uncut`.
 */
export async function* labelPieces(
  read: () => AsyncIterable<string>,
  options: PieceOptions,
): AsyncGenerator<CopyPiece> {
  const { policy, day, format, size = PIECE } = options;
  const matcher = knowingWords(options.matcher, policy);
  const printed = policy.style === "abbr" ? { ...policy, style: "inline" as const } : policy;
  const whole = await wholeOf(read, { ...options, matcher, size });
  const isUnderOne = policy.scope === "document";
  const noticed: DecidedMention[] = [];
  let notes: readonly PlacedNote[] = [];
  let at = 0;
  let section = 0;
  for await (const { source: piece, isLast } of piecesOf(read(), { format, size, matcher })) {
    const source = sourceOf(piece, format);
    const here = notesOfPiece(source, matcher, whole, isLast);
    const { lines } = noticesSaid(source.flow.text, policy);
    const found = mentionsOf(source.flow, matcher, [], here)
      .filter(({ start }) => rangeAt(lines, start) === undefined)
      .map((mention) => ({ ...mention, section: mention.section + section }));
    const { mentions, labels, notes: known } = labelled(found, printed, day, { carried: whole.carried });
    forgetPlaces(whole.carried.seen);
    notes = known;
    if (isUnderOne && whole.above === undefined) noticed.push(...labelledAmong(mentions));
    const notices = [
      ...(isLast ? [...whole.statements.filter(isBelow), ...noticesFor(noticed, policy)] : []),
      ...(at === 0 ? [...whole.statements.filter((one) => !isBelow(one)), ...unwritten(whole.above, source)] : []),
    ];
    const ends = { notes: isLast ? notes : [], notices };
    const from = at;
    yield {
      source: piece,
      text: printedCopy(piece, source, { labels, ...ends }, { format, lineEnd: whole.lineEnd }),
      mentions: mentions.map((one) => told(one, from + source.startOf(one.start), from + source.wordsEndOf(one.end))),
    };
    at += piece.length;
    section += source.flow.sections.length;
  }
}

function labelledAmong(mentions: readonly DecidedMention[]): readonly DecidedMention[] {
  return mentions.filter(({ decision }) => decision === "label");
}

function unwritten(notices: readonly Notice[] = [], { flow }: Source): readonly Notice[] {
  const written = new Set(flow.text.split("\n"));
  return notices.filter(({ text }) => !written.has(text));
}

function isBelow({ place }: Notice): boolean {
  return place === "bottom";
}

/** Places are those of one piece; the next has its own. */
function forgetPlaces(seen: Set<string>) {
  for (const key of seen) if (key.startsWith("at ")) seen.delete(key);
}

function notesOfPiece({ flow }: Source, matcher: Matcher, whole: NotesOfWhole, isLast: boolean) {
  return notesIn(flow.text, matcher, noteLinesIn(flow.text, matcher), { ...whole, isEnd: isLast });
}

type NotesOfWhole = {
  readonly used: MarkersUsed;
  readonly explained: Explained;
  readonly noticed: ReadonlySet<string>;
};

type Whole = NotesOfWhole & {
  readonly lineEnd: string;
  readonly carried: Carried;
  /** That a law asks for on the whole text, those it has already left out. */
  readonly statements: readonly Notice[];
  /** The notice of the scope `document` where it stands on top, before what it is about has been read again. */
  readonly above?: readonly Notice[];
};

/** What has to be known of all of it beforehand. */
async function wholeOf(
  read: () => AsyncIterable<string>,
  { matcher, policy, day, format, size }: PieceOptions & { readonly size: number },
): Promise<Whole> {
  const { lineEnd, ...notes } = await notesOfWhole(read, { matcher, format, size });
  const said = new Set<NoticeRule>();
  const named = new Map((policy.notices ?? []).map((rule) => [rule, new Map<string, Named>()]));
  const pieces = named.size > 0 ? piecesOf(read(), { format, size, matcher }) : [];
  for await (const { source: piece, isLast } of pieces) {
    const source = sourceOf(piece, format);
    const { rules, lines } = noticesSaid(source.flow.text, policy);
    for (const rule of rules) said.add(rule);
    const mentions = mentionsOf(source.flow, matcher, [], notesOfPiece(source, matcher, notes, isLast)).filter(
      ({ start }) => rangeAt(lines, start) === undefined,
    );
    for (const [rule, names] of named)
      for (const one of namedFor(rule, mentions, policy, day)) names.set(`${one.organisation} ${one.name}`, one);
  }
  const statements = [...named].flatMap(([rule, names]) =>
    said.has(rule) ? [] : noticeBy(rule, [...names.values()], policy),
  );
  const whole = { ...notes, lineEnd, statements };
  if (policy.scope === "document" && policy.notice?.place === "top") {
    const above = await noticeAbove(read, { matcher, policy, day, format, size }, whole);
    return { ...whole, carried: carriedFor([]), above };
  }
  if (policy.style !== "note" || policy.scope === "none") return { ...whole, carried: carriedFor([]) };
  return { ...whole, carried: await markersIn(read, { matcher, format, size }, whole) };
}

/** The notes and the notice, and how lines end. Where a line may be an item of a list, its marker is looked for in a second reading. */
async function notesOfWhole(
  read: () => AsyncIterable<string>,
  cutting: Cutting,
): Promise<NotesOfWhole & { readonly lineEnd: string }> {
  const { format, matcher } = cutting;
  const named = new Map<string, NoteLine>();
  let end = "";
  let lineEnd = "\n";
  for await (const { source: piece } of piecesOf(read(), cutting)) {
    if (piece.includes("\r\n")) lineEnd = "\r\n";
    end = sourceOf(piece, format).flow.text;
    for (const line of noteLinesIn(end, matcher)) named.set(JSON.stringify([line.marker, ...(line.names ?? [])]), line);
  }
  const lines = [...named.values()];
  const unsure = new Set(lines.flatMap(({ marker, names }) => (names ? marker : [])));
  const used = new Map<string, Set<string>>();
  const again = unsure.size > 0 ? piecesOf(read(), cutting) : [];
  for await (const { source: piece } of again) {
    const { flow } = sourceOf(piece, format);
    const here = markersUsed(flow, matcher, noteLinesIn(flow.text, matcher), unsure);
    for (const [marker, whom] of here) used.set(marker, new Set([...(used.get(marker) ?? []), ...whom]));
  }
  const found = { used, explained: explainedBy(lines, used) };
  const { noticed } = notesIn(end, matcher, noteLinesIn(end, matcher), { ...found, isEnd: true, noticed: [] });
  return { ...found, noticed, lineEnd };
}

/** What stands on top names whom the last piece names, too. */
async function noticeAbove(
  read: () => AsyncIterable<string>,
  { matcher, policy, day, format, size }: PieceOptions & { readonly size: number },
  whole: NotesOfWhole,
): Promise<readonly Notice[]> {
  const carried = carriedFor([]);
  const noticed: DecidedMention[] = [];
  for await (const { source: piece, isLast } of piecesOf(read(), { format, size, matcher })) {
    const source = sourceOf(piece, format);
    const { lines } = noticesSaid(source.flow.text, policy);
    const found = mentionsOf(source.flow, matcher, [], notesOfPiece(source, matcher, whole, isLast)).filter(
      ({ start }) => rangeAt(lines, start) === undefined,
    );
    noticed.push(...labelledAmong(labelled(found, policy, day, { carried }).mentions));
    forgetPlaces(carried.seen);
  }
  return noticesFor(noticed, policy);
}

/** A marker is chosen only when all that the copy has are known. */
async function markersIn(
  read: () => AsyncIterable<string>,
  { matcher, format, size }: { readonly matcher: Matcher; readonly format: CopyFormat; readonly size: number },
  whole: NotesOfWhole,
): Promise<Carried> {
  const taken = new Map<string, string>();
  const starred = new Set<string>();
  for await (const { source: piece, isLast } of piecesOf(read(), { format, size, matcher })) {
    const source = sourceOf(piece, format);
    const mentions: readonly Mention[] = mentionsOf(
      source.flow,
      matcher,
      [],
      notesOfPiece(source, matcher, whole, isLast),
    );
    const its = carriedFor(mentions);
    for (const [organisation, marker] of its.taken) taken.set(organisation, marker);
    for (const organisation of its.starred) starred.add(organisation);
  }
  return { seen: new Set(), notes: new Map(), taken, used: new Set(taken.values()), starred };
}

type Piece = { readonly source: string; readonly isLast: boolean };
type Cutting = { readonly format: CopyFormat; readonly size: number; readonly matcher: Matcher };

async function* piecesOf(chunks: AsyncIterable<string>, cutting: Cutting): AsyncGenerator<Piece> {
  const tail = Math.ceil(cutting.size * TAIL_OF_PIECE);
  let rest = "";
  let wanted = cutting.size + tail;
  for await (const chunk of chunks) {
    rest += chunk;
    while (rest.length >= wanted) {
      const cut = cutIn(rest, rest.length - tail, cutting);
      if (cut === undefined) {
        // Looked through again only when it has doubled.
        wanted = rest.length * 2;
        continue;
      }
      yield { source: rest.slice(0, cut), isLast: false };
      rest = rest.slice(cut);
      wanted = cutting.size + tail;
    }
  }
  yield { source: rest, isLast: true };
}

/** The last place before `most` at which copy may be cut; where a paragraph is too long for that, between its words. */
function cutIn(copy: string, most: number, { format, size, matcher }: Cutting): number | undefined {
  const cut = format === "text" ? cutInText(copy, most) : cutInMarkup(copy, most, format);
  if (cut !== undefined || copy.length < size * LONGEST_PARAGRAPH) return cut;
  if (format !== "text")
    throw new Uncut(
      `No block of it ends within ${Math.round(copy.length / 1024 / 1024)} MB, so it cannot be read in pieces.`,
    );
  return cutInParagraph(copy, most, matcher);
}

// What a paragraph begins with that goes on with nothing: a quotation goes on with its mark, a label with its bracket.
const BEGINS = /^[\p{L}\p{Nd}]/u;
const GAP = /\n[^\S\n]*\n(?=[\p{L}\p{Nd}])/gu;

function cutInText(copy: string, most: number): number | undefined {
  // From behind, in steps, so that a long piece is not looked through for its last paragraph.
  for (let reach = LOOKED_BACK; ; reach *= 4) {
    const from = Math.max(0, most - reach);
    const last = [...copy.slice(from, most).matchAll(GAP)].at(-1);
    if (last) return from + last.index + last[0].length;
    if (from === 0) return undefined;
  }
}

const LOOKED_BACK = 16 * 1024;

function cutInMarkup(copy: string, most: number, format: "html" | "markdown"): number | undefined {
  const { cuts, flow } = sourceOf(copy, format);
  const isSafe = ({ source, flow: place }: Cut) =>
    source > 0 && source <= most && BEGINS.test(flow.text.slice(place, place + 200).trimStart());
  const end = copy.search(/<\/body\s*>/i);
  const cut = cuts.findLast((one) => isSafe(one) && (end === -1 || one.source <= end));
  if (!cut) return undefined;
  // Readers of Markdown look for the end of a comment in what comes after.
  const isInComment = copy.lastIndexOf("<!--", cut.source) > copy.lastIndexOf("-->", cut.source);
  return isInComment ? undefined : cut.source;
}

// Room for the longest name, its quotation and its label.
const ROUND_CUT = 2000;

function cutInParagraph(copy: string, most: number, matcher: Matcher): number {
  const from = Math.max(0, most - LOOKED_BACK);
  const gaps = [...copy.slice(from, most).matchAll(/\n(?=\S)|\s(?=[\p{L}\p{Nd}])/gu)].toReversed();
  const ends = [...gaps.filter(([gap]) => gap === "\n"), ...gaps.filter(([gap]) => gap !== "\n")];
  for (const { index } of ends) {
    const cut = from + index + 1;
    const before = Math.max(0, cut - ROUND_CUT);
    const round = copy.slice(before, cut + ROUND_CUT);
    const reaches = [...matcher.matches(round)].some(
      ({ start, end }) => start < cut - before && end > cut - before - 1,
    );
    if (!reaches && !isInBrackets(copy.slice(before, cut))) return cut;
  }
  return most;
}

function isInBrackets(words: string): boolean {
  return words.lastIndexOf("(") > words.lastIndexOf(")") || words.lastIndexOf("[") > words.lastIndexOf("]");
}
