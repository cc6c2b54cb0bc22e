/**
 * Wire copy → structure and findings, the door of this room. It reads what the copy says of
 * itself; which organisations a register knows, and what is published, is left to the caller.
 */
import { type HtmlSource, readHtml } from "#text/document/html.ts";
import { parseMarkdown } from "#text/document/markdown.ts";
import type { DocumentJson, MarkJson, NodeJson } from "#text/document/schema.ts";
import { looksLikeLabel } from "#text/labels/typed.ts";
import { namesNotCited } from "./attributions.ts";
import { datelineDay, datelineIn, type FoundDateline } from "./dateline.ts";
import type { DateOrder } from "./dates.ts";
import { isEmbargoLine } from "./embargo.ts";
import type { DatePrecision } from "./events.ts";
import { type Dropped, furnitureKind, furnitureKindBeside, furnitureOf } from "./furniture.ts";
import { languageOf } from "./language.ts";
import { type Origin, type OriginPart, originIn, originOf } from "./origin.ts";
import {
  documentOf,
  type Marked,
  offsetsAfter,
  type Passage,
  passagesOf,
  type Span,
  trimmedTo,
  without,
} from "./passages.ts";
import { peopleIn } from "./people.ts";
import { evenLines, parsePlain } from "./plain-copy.ts";
import { type Paragraph, quotationsIn } from "./quotations.ts";
import { sentenceAt, sentencesIn } from "./sentences.ts";
import { timesIn } from "./times.ts";
import { type LabelledName, type LabelNote, labelNoteIn, strayMarkersIn, typedLabelsIn } from "./typed-labels.ts";

export { decodeText } from "./decode.ts";
export type { Dropped } from "./furniture.ts";
export type { Origin } from "./origin.ts";

export type Copy = {
  readonly text: string;
  /** Told by its look when left out. */
  readonly format?: Format;
  /** Of HTML: where it was read, and which of its pictures are kept. */
  readonly source?: HtmlSource;
  /** Copy that came out long ago: nobody is told of its dated sentences, nor of what was to come then. */
  readonly isOld?: boolean;
};

export type Format = "text" | "html" | "markdown";

export type IntakeEdition = {
  /** BCP 47; the copy's language where it cannot be told. */
  readonly language: string;
  readonly dateOrder: DateOrder;
  /** `yyyy-mm-dd`: what a dateline without a year is counted from. */
  readonly today: string;
};

export type Finding = {
  /** Stable; a program may act on it. */
  readonly code: string;
  readonly severity: "block" | "ask" | "note";
  /** A sentence that says what to do. */
  readonly message: string;
};

export type Intake = {
  readonly headline: string;
  /** Empty when the copy has none. */
  readonly standfirst: string;
  /** BCP 47 */
  readonly language: string;
  /** `place` is empty when the copy gave a day alone. */
  readonly dateline: { readonly place: string; readonly date: string } | null;
  readonly origin: Origin | null;
  /** The body, without what is a field of its own and without label text. */
  readonly document: DocumentJson;
  readonly attributions: readonly {
    readonly outlet: string;
    readonly date: string | null;
    readonly sentence: string;
  }[];
  readonly quotations: readonly {
    readonly text: string;
    readonly speaker: string;
    readonly office: string | null;
    readonly sentence: string;
  }[];
  readonly events: readonly { readonly date: string; readonly precision: DatePrecision; readonly sentence: string }[];
  readonly forward: readonly { readonly sentence: string; readonly from: string | null; readonly to: string | null }[];
  /** Names with a label typed after them, in the order of the text, as the document's `mention` marks are. */
  readonly mentions: readonly {
    readonly organisation: null;
    readonly name: string;
    /** The label's words, without brackets. */
    readonly typed: string;
    readonly sentence: string;
  }[];
  readonly dropped: readonly Dropped[];
  readonly findings: readonly Finding[];
};

/** Reads one piece of copy. Never throws, whatever the copy. */
export function intake(copy: Copy, edition: IntakeEdition): Intake {
  const page = pageOf(copy);
  const story = storyOf(page, edition);
  const body = bodyOf(story, edition, copy.isOld ?? false);
  return {
    headline: story.headline,
    standfirst: story.standfirst,
    language: body.language,
    dateline: story.dateline,
    origin: story.origin,
    document: documentOf(page.document, body.became),
    attributions: body.attributions,
    quotations: body.quotations,
    events: body.events,
    forward: body.forward,
    mentions: body.mentions,
    dropped: story.dropped,
    findings: [...story.findings, ...body.findings],
  };
}

/** What is known of a story before its words are read, as wires say it in fields of their own. */
export type KnownStory = Pick<Intake, "headline" | "standfirst" | "dateline" | "origin"> & {
  /** The body with its typed labels still in it. */
  readonly document: DocumentJson;
};

/**
 * Reads a body whose headline, dateline and origin are known: no line of it is taken for one of them or for the
 * furniture of a page, so that nothing leaves the text but labels. Never throws.
 */
export function intakeKnown({ document, ...known }: KnownStory, edition: IntakeEdition): Intake {
  const passages = passagesOf(document);
  const taken = new Set<Line>();
  const notes = notesAmong("html", linesOf(passages), taken);
  const cuts = new Map<number, Span[]>();
  for (const line of taken) addTo(cuts, line.passage, withBreak(line, passages));
  const left = passages.map((passage, at) => without(passage, cuts.get(at) ?? []));
  const body = bodyOf({ ...known, dropped: [], notes, passages: left, findings: [] }, edition, false);
  return {
    ...known,
    language: body.language,
    document: documentOf(document, body.became),
    attributions: body.attributions,
    quotations: body.quotations,
    events: body.events,
    forward: body.forward,
    mentions: body.mentions,
    dropped: [],
    findings: body.findings,
  };
}

type Page = {
  readonly document: DocumentJson;
  readonly format: Format;
  /** The title of an HTML page. */
  readonly title: string;
  readonly dropped: readonly Dropped[];
};

function pageOf({ text: typed, format: given, source }: Copy): Page {
  const [front, text] = frontMatterOf(evenLines(typed));
  const format = given ?? (front === "" ? formatOf(text) : "markdown");
  if (format === "html") {
    const { document, title, dropped } = readHtml(HOLDS_BLOCKS.test(text) ? text : withParagraphs(text), source);
    return { document, format, title, dropped: dropped.flatMap(({ element, lines }) => furnitureOf(element, lines)) };
  }
  const document = format === "markdown" ? parseMarkdown(text) : parsePlain(text, standsAlone);
  return { document, format, title: /^title:\s*(["']?)(\S.*?)\1\s*$/m.exec(front)?.[2] ?? "", dropped: [] };
}

/** What makers of sites put above Markdown between two lines of dashes, and the copy without it. */
function frontMatterOf(text: string): readonly [front: string, text: string] {
  const front = /^\s*---\n((?:[\w-]+:.*\n(?:[ \t-].*\n)*){1,100})---(?:\n|$)/.exec(text);
  return front ? [front[1] ?? "", text.slice(front[0].length)] : ["", text];
}

const HOLDS_BLOCKS = /<(?:p|div|section|article|h[1-6]|table|ul|ol|blockquote)\b/i;

/** Copy out of an editor that keeps links and bold as tags, and paragraphs as empty lines. */
function withParagraphs(text: string): string {
  return text
    .split(/\n[^\S\n]*\n/)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join("\n");
}

const LOOKED_AT = 200_000;

/** By its look: a page begins with a tag; headings, links and bold of Markdown make it that, tags of blocks inside HTML. */
function formatOf(text: string): Format {
  const head = text.slice(0, LOOKED_AT);
  if (/^\s*<(?:!doctype html|\?xml|!--|[a-z][a-z\d-]{0,20}[\s/>])/i.test(head)) return "html";
  const isMarkdown =
    /^#{1,6}\s+\S/m.test(head) ||
    /\[[^\]\n]{1,200}\]\((?:https?:|\/|mailto:)[^)\s]{1,500}\)/.test(head) ||
    /(?<![\p{L}\p{N}*])\*\*\S(?:[^*\n]{0,200}\S)?\*\*(?![*\p{L}\p{N}])/u.test(head) ||
    /^\S.*\n(?:={3,}|-{3,})$/m.test(head);
  if (isMarkdown) return "markdown";
  const isHtml =
    /<(?:p|div|br|h[1-6]|article|section|table|ul|ol|blockquote|span|script|a\s[^>]{0,200}href)\b[^>]{0,400}\/?>/i.test(
      head,
    );
  return isHtml ? "html" : "text";
}

function standsAlone(line: string): boolean {
  if (line.length > 240) return false;
  return (
    furnitureKind(line) !== undefined ||
    datelineIn(line, "day-first")?.ownLine === true ||
    labelNoteIn(line) !== undefined ||
    isOriginLine(line)
  );
}

function isOriginLine(text: string): boolean {
  return originIn({ home: { type: "paragraph" }, text, marked: [] }) !== undefined;
}

type Line = Span & { readonly passage: number; readonly text: string };

type Story = {
  readonly headline: string;
  readonly standfirst: string;
  readonly dateline: Intake["dateline"];
  readonly origin: Origin | null;
  readonly dropped: readonly Dropped[];
  readonly notes: readonly LabelNote[];
  /** What is left: the body with its typed labels still in it. */
  readonly passages: readonly Passage[];
  readonly findings: readonly Finding[];
};

/** The parts of the page told apart line by line. */
function storyOf(page: Page, edition: IntakeEdition): Story {
  const passages = passagesOf(page.document);
  const all = linesOf(passages);
  const furniture = furnitureAmong(all);
  for (const line of linksRound(page, passages, all)) furniture.set(line, "navigation");
  const embargo = all.slice(0, HEAD_LINES).find(({ text }) => isEmbargoLine(text));
  if (embargo) furniture.set(embargo, "navigation");
  const lines = all.filter((line) => !furniture.has(line));
  const taken = new Set<Line>();
  const cuts = new Map<number, Span[]>();

  const headline = headlineOf(page, passages, lines, edition);
  if (headline.line) taken.add(headline.line);
  const notes = notesAmong(page.format, lines, taken);
  const origin = originAmong(passages, lines, taken);
  const dateline = datelineAmong(passages, lines, taken, edition);
  if (dateline.cut) addTo(cuts, dateline.cut.passage, dateline.cut);
  const standfirst = standfirstAmong(lines, headline.line, dateline.line, taken);
  for (const line of [...furniture.keys(), ...taken]) addTo(cuts, line.passage, withBreak(line, passages));

  const left = passages.map((passage, at) => {
    const cut = without(passage, cuts.get(at) ?? []);
    return trimmedTo(cut, { start: 0, end: cut.text.length });
  });
  const dropped = [
    ...page.dropped,
    ...[...furniture].map(([line, kind]) => ({ kind, text: line.text })),
    ...dateline.dropped,
  ];
  const hasBody = left.some(({ text }) => text !== "");
  return {
    headline: headline.text,
    standfirst,
    dateline: dateline.dateline,
    origin: origin ?? (dateline.agency === null ? null : { name: dateline.agency, url: null }),
    dropped,
    notes,
    passages: left,
    findings: [
      ...storyFindings(headline.text, hasBody, lines.length, origin),
      ...(embargo ? [embargoFinding(embargo.text)] : []),
      ...dateline.findings,
    ],
  };
}

function embargoFinding(text: string): Finding {
  return {
    code: "embargo",
    severity: "ask",
    message: `The copy says "${shortened(text.trim())}". Do not publish it before then.`,
  };
}

function storyFindings(headline: string, hasBody: boolean, lines: number, origin: Origin | null): Finding[] {
  const findings: Finding[] = [];
  if (lines === 0)
    return [
      {
        code: "empty",
        severity: "block",
        message: "The copy is empty: there are no words of a story in it. Check the file and send it again.",
      },
    ];
  if (headline === "")
    findings.push({
      code: "headline-missing",
      severity: "block",
      message: "The copy has no headline. Put one on its first line, without a full stop, and send it again.",
    });
  if (!hasBody && headline !== "")
    findings.push({
      code: "body-missing",
      severity: "block",
      message: "The copy has a headline and no text below it. Add the story and send it again.",
    });
  if (origin && origin.url === null)
    findings.push({
      code: "origin-unlinked",
      severity: "note",
      message: `The copy comes from ${origin.name}, and the original is not linked. Add its address.`,
    });
  return findings;
}

function addTo(cuts: Map<number, Span[]>, passage: number, cut: Span) {
  const list = cuts.get(passage);
  if (list) list.push(cut);
  else cuts.set(passage, [cut]);
}

/** A line goes with the break after it, so that its neighbours do not keep two. */
function withBreak({ passage, start, end }: Line, passages: readonly Passage[]): Span {
  return (passages[passage]?.text.length ?? end) > end
    ? { start, end: end + 1 }
    : { start: Math.max(0, start - 1), end };
}

function linesOf(passages: readonly Passage[]): Line[] {
  const lines: Line[] = [];
  for (const [passage, { text }] of passages.entries()) {
    let start = 0;
    for (const line of text.split("\n")) {
      if (line.trim() !== "") lines.push({ passage, start, end: start + line.length, text: line });
      start += line.length + 1;
    }
  }
  return lines;
}

function furnitureAmong(lines: readonly Line[]): Map<Line, Dropped["kind"]> {
  const kinds = lines.map(({ text }) => furnitureKind(text));
  // A field of a form is told by what stands beside it: from the top down, then from the bottom up.
  const beside = (at: number, neighbour: number) => {
    const line = lines[at];
    if (line && kinds[at] === undefined && kinds[neighbour] !== undefined) kinds[at] = furnitureKindBeside(line.text);
  };
  for (let at = 1; at < lines.length; at++) beside(at, at - 1);
  for (let at = lines.length - 2; at >= 0; at--) beside(at, at + 1);
  const found = new Map<Line, Dropped["kind"]>();
  for (const [at, line] of lines.entries()) {
    const kind = kinds[at];
    if (kind) found.set(line, kind);
  }
  return found;
}

const FEWEST_LINKS = 3;
const LONGEST_LINK = 120;

/** Menus a page does not mark as such: lines that are nothing but a link, above the headline, or several below the story. */
function linksRound({ title }: Page, passages: readonly Passage[], lines: readonly Line[]): Line[] {
  const isLink = (line: Line) => line.text.length <= LONGEST_LINK && isAllLink(passages[line.passage], line);
  const headline = lines.findIndex(
    ({ passage, text }) => passages[passage]?.home.attrs?.["level"] === 1 || (title !== "" && title.startsWith(text)),
  );
  const above = lines.slice(0, Math.max(0, headline)).filter(isLink);
  const last = lines.findLastIndex((line) => !isLink(line));
  const below = lines.slice(last + 1);
  return below.length >= FEWEST_LINKS && last >= 0 ? [...above, ...below] : above;
}

function isAllLink(passage: Passage | undefined, { start, end }: Line): boolean {
  return (
    passage?.marked.some(({ mark, ...span }) => mark.type === "link" && span.start <= start && span.end >= end) ?? false
  );
}

// Wire headlines reach 150 characters; a paragraph without a full stop is longer.
const LONGEST_HEADLINE = 180;
const HEAD_LINES = 8;

function headlineOf(
  page: Page,
  passages: readonly Passage[],
  lines: readonly Line[],
  edition: IntakeEdition,
): { text: string; line: Line | undefined } {
  const headings = lines.filter(({ passage }) => passages[passage]?.home.type === "heading");
  const first = headings.filter(({ passage }) => passages[passage]?.home.attrs?.["level"] === 1);
  const titled = first.find(({ text }) => page.title.includes(text)) ?? first[0];
  if (titled) return { text: titled.text.trim(), line: titled };
  const early = lines.slice(0, HEAD_LINES).find((line) => headings.includes(line));
  const isFirst =
    early &&
    lines.slice(0, lines.indexOf(early)).every(({ text }) => text.length < LONGEST_HEADLINE && !endsSentence(text));
  if (early && isFirst) return { text: early.text.trim(), line: early };
  const short = shortFirstLine(lines, edition);
  if (page.title !== "" && !(short && page.title.includes(short.text)))
    return { text: withoutSite(page.title), line: undefined };
  return { text: short?.text.trim() ?? "", line: short };
}

function shortFirstLine(lines: readonly Line[], { dateOrder }: IntakeEdition): Line | undefined {
  for (const line of lines.slice(0, HEAD_LINES)) {
    const text = line.text.trim();
    const dateline = datelineIn(text, dateOrder);
    if (dateline?.ownLine || isOriginLine(text) || isByline(text)) continue;
    const isHeadline =
      text.length <= LONGEST_HEADLINE &&
      !endsSentence(text) &&
      !/[,;:]$/.test(text) &&
      /\p{L}/u.test(text) &&
      !dateline;
    return isHeadline ? line : undefined;
  }
  return undefined;
}

function isByline(text: string): boolean {
  return /^(?:by|автор:?|von|par)\s+\p{Lu}[\p{L} ,.'’-]{2,80}(?:\s[|·•]\s.{1,80})?$/iu.test(text.trim());
}

function endsSentence(text: string): boolean {
  return /(?<!\.\.)\.["”»“’)]*$/.test(text.trim()) && !/(?:^|[\s.])\p{Lu}\.$/u.test(text.trim());
}

/** `Ferry back | Northern Post` → `Ferry back`. */
function withoutSite(title: string): string {
  const parted = /^(.{12,}?)\s+(?:[|·•»—–]|::|-)\s+([^|·•»]{1,60})$/u.exec(title);
  return (parted?.[1] ?? title).trim();
}

function notesAmong(format: Format, lines: readonly Line[], taken: Set<Line>): LabelNote[] {
  const notes: LabelNote[] = [];
  // A headline keeps its asterisk: a note that only it has a marker of stays where it is.
  const text = lines.filter((line) => !taken.has(line)).map((line) => line.text);
  for (const line of lines) {
    if (line.text.length > 300) continue;
    // Markdown reads the asterisk of a note as the bullet of a list.
    const bullet =
      format === "markdown" && looksLikeLabel(line.text.trim().replace(/[.;]+$/, ""))
        ? { marker: "*", words: line.text.trim().replace(/[.;]+$/, "") }
        : undefined;
    const note = labelNoteIn(line.text) ?? bullet;
    if (!note || notes.some(({ marker }) => marker === note.marker)) continue;
    const marked = new RegExp(String.raw`[\p{L}\p{N}»”"’)]${note.marker.replaceAll("*", "\\*")}(?![*\p{L}\p{N}])`, "u");
    if (!text.some((other) => other !== line.text && marked.test(other))) continue;
    notes.push(note);
    taken.add(line);
  }
  return notes;
}

// Below the story stand at most its source, its original, a translator and some notes.
const TAIL_LINES = 6;

function originAmong(passages: readonly Passage[], lines: readonly Line[], taken: Set<Line>): Origin | null {
  const parts: OriginPart[] = [];
  const long = lines.findIndex(({ text }) => text.length > LONGEST_HEADLINE);
  const head = long < 0 ? 0 : Math.min(long, HEAD_LINES);
  const tail = Math.max(head, lines.length - TAIL_LINES);
  for (const line of [...lines.slice(tail), ...lines.slice(0, head)]) {
    const passage = passages[line.passage];
    const part = passage && !taken.has(line) ? originIn(trimmedTo(passage, line)) : undefined;
    if (!part) continue;
    parts.push(part);
    taken.add(line);
  }
  return originOf(parts);
}

type DatelineFound = {
  readonly dateline: Intake["dateline"];
  readonly agency: string | null;
  readonly line: Line | undefined;
  /** A dateline run in at the head of a paragraph. */
  readonly cut: (Span & { readonly passage: number }) | undefined;
  readonly dropped: readonly Dropped[];
  readonly findings: readonly Finding[];
};

type Candidate = { readonly line: Line; readonly found: FoundDateline };

function datelineAmong(
  passages: readonly Passage[],
  lines: readonly Line[],
  taken: Set<Line>,
  edition: IntakeEdition,
): DatelineFound {
  const candidates = candidatesAmong(passages, lines, taken, edition);
  const placed = candidates.filter(({ found }) => found.place !== "");
  const chosen = placed[0] ?? candidates[0];
  if (!chosen) {
    const missing =
      'The copy has no dateline. Add the place and the day it was written, such as "Brussels, 16 February 2018".';
    return {
      ...NO_DATELINE,
      findings: lines.length === 0 ? [] : [{ code: "dateline-missing", severity: "ask", message: missing }],
    };
  }
  const { line, found } = chosen;
  const known = dayKnown(candidates);
  const day = found.date ? datelineDay(found.date, known ?? edition.today) : (known ?? edition.today);
  const typed = line.text.slice(0, found.length).trim();
  const findings = datelineFindings(
    { found, typed, day, hasDay: found.date !== undefined || known !== undefined },
    edition,
    placed[1],
  );
  if (day === undefined) return { ...NO_DATELINE, findings };

  if (found.ownLine) taken.add(line);
  // A day alone beside a dateline is when the page came out, not part of the story.
  const dates = candidates.filter((one) => one !== chosen && one.found.place === "" && one.found.ownLine);
  for (const one of dates) taken.add(one.line);
  return {
    dateline: { place: found.place, date: day },
    agency: found.agency,
    line: found.ownLine ? line : undefined,
    cut: found.ownLine ? undefined : { passage: line.passage, start: line.start, end: line.start + found.length },
    dropped: dates.map((one) => ({ kind: "navigation", text: one.line.text })),
    findings,
  };
}

/** The day a page says it came out, which tells the year of a dateline without one. */
function dayKnown(candidates: readonly Candidate[]): string | undefined {
  const dated = candidates.find(({ found }) => found.place === "" && found.date?.year);
  return dated?.found.date ? datelineDay(dated.found.date, "") : undefined;
}

const NO_DATELINE: DatelineFound = {
  dateline: null,
  agency: null,
  line: undefined,
  cut: undefined,
  dropped: [],
  findings: [],
};

/** Datelines in the order of the copy: own lines, and run-in ones at the head of paragraphs. */
function candidatesAmong(
  passages: readonly Passage[],
  lines: readonly Line[],
  taken: ReadonlySet<Line>,
  { dateOrder }: IntakeEdition,
): Candidate[] {
  const candidates: Candidate[] = [];
  const open = lines.filter((line) => !taken.has(line));
  for (const [at, line] of open.entries()) {
    const type = passages[line.passage]?.home.type;
    const found = type === "paragraph" || type === "heading" ? datelineIn(line.text, dateOrder) : undefined;
    if (!found) continue;
    const isHead = at < HEAD_LINES;
    if (found.place === "" && !(isHead && (found.ownLine || found.agency !== null))) continue;
    if (!found.ownLine && type !== "paragraph") continue;
    if (found.date === undefined && !(isHead && candidates.every((other) => other.found.place === ""))) continue;
    const above = candidates.length + open.slice(0, at).filter(({ text }) => isByline(text)).length;
    if (found.bare && (at > above + 1 || isWordOf(open, line, found))) continue;
    candidates.push({ line, found });
  }
  return candidates;
}

/** A word in capitals that the copy uses elsewhere is an acronym being explained, not a place. */
function isWordOf(lines: readonly Line[], line: Line, found: FoundDateline): boolean {
  const word = /^[\s([]*([\p{Lu}\p{M}.'’-]+)/u.exec(line.text)?.[1] ?? found.place;
  const used = new RegExp(String.raw`(?<![\p{L}])${word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\p{L}])`, "u");
  return lines.some((other) => (other === line ? used.test(other.text.slice(found.length)) : used.test(other.text)));
}

function datelineFindings(
  { found, typed, day, hasDay }: { found: FoundDateline; typed: string; day: string | undefined; hasDay: boolean },
  { today, dateOrder }: IntakeEdition,
  second: Candidate | undefined,
): Finding[] {
  const findings: Finding[] = [];
  if (day === undefined) {
    return [
      {
        code: "dateline-impossible",
        severity: "block",
        message: `The dateline "${typed}" names a day that does not exist. Correct it and send the copy again.`,
      },
    ];
  }
  if (!hasDay)
    findings.push({
      code: "dateline-date-missing",
      severity: "ask",
      message: `The dateline "${typed}" names no day, so ${day} was taken. Check it.`,
    });
  if (found.place === "")
    findings.push({
      code: "dateline-place-missing",
      severity: "ask",
      message: `The dateline "${typed}" names no place. Add it.`,
    });
  if (found.date?.ambiguous) {
    const order = dateOrder === "day-first" ? "the day first" : "the month first";
    findings.push({
      code: "dateline-ambiguous",
      severity: "note",
      message: `The dateline "${typed}" was read as ${day}, with ${order}, as this edition writes dates. Check it.`,
    });
  }
  if (day > today)
    findings.push({
      code: "dateline-future",
      severity: "ask",
      message: `The dateline's day, ${day}, is still to come. Check it before the copy goes out.`,
    });
  if (second) {
    const other = second.line.text.slice(0, second.found.length).trim();
    findings.push({
      code: "dateline-second",
      severity: "ask",
      message: `The copy has two datelines: "${typed}" was taken, "${other}" was left in the text. Keep the right one.`,
    });
  }
  return findings;
}

const LONGEST_STANDFIRST = 320;

/** The line between a headline and a dateline of its own; without such a dateline nothing tells it from the text. */
function standfirstAmong(
  lines: readonly Line[],
  headline: Line | undefined,
  dateline: Line | undefined,
  taken: Set<Line>,
): string {
  if (!headline || !dateline) return "";
  const from = lines.indexOf(headline) + 1;
  const line = lines[from];
  const isBetween =
    line &&
    lines.indexOf(dateline) === from + 1 &&
    !taken.has(line) &&
    !isByline(line.text) &&
    line.text.length <= LONGEST_STANDFIRST;
  if (!isBetween) return "";
  taken.add(line);
  return line.text.trim();
}

type Body = Pick<
  Intake,
  "language" | "attributions" | "quotations" | "events" | "forward" | "mentions" | "findings"
> & {
  readonly became: ReadonlyMap<NodeJson, readonly Passage[]>;
};

type Reading = {
  readonly passage: Passage;
  readonly paragraph: Paragraph;
  readonly named: readonly LabelledName[];
  readonly marks: Marked[];
};

/** What the sentences of the body say, and the body with its marks. */
function bodyOf(story: Story, edition: IntakeEdition, isOld: boolean): Body {
  const readings = story.passages.map((passage) => readingOf(passage, story.notes));
  const texts = readings.map(({ paragraph }) => paragraph.text);
  const language = languageOf(texts.join("\n")) ?? languageOf(story.headline) ?? edition.language;
  const people = peopleIn(texts);
  const day = story.dateline?.date ?? edition.today;
  const order = edition.dateOrder;
  const own = story.dateline?.date ?? null;

  const paragraphs = readings.map(({ passage, paragraph }) => (passage.home.type === "heading" ? null : paragraph));
  const { quotations, unclosed } = quotationsIn(paragraphs, people);
  for (const { speaker, office, parts } of quotations) {
    const mark: MarkJson = { type: "quotation", attrs: { speaker: speaker || null, office, source: null } };
    for (const { passage, start, end } of parts) readings[passage]?.marks.push({ start, end, mark });
  }

  let others: ReadonlySet<string> | undefined;
  const notCited = () => (others ??= namesNotCited(texts));
  const attributions: Intake["attributions"][number][] = [];
  const events: Intake["events"][number][] = [];
  const forward: Intake["forward"][number][] = [];
  for (const { passage, paragraph, marks } of readings) {
    if (isOld || passage.home.type === "heading" || isByline(paragraph.text)) continue;
    for (const { start, end } of paragraph.sentences) {
      const sentence = paragraph.text.slice(start, end);
      const { cited, ahead, events: dated } = timesIn(sentence, { people, order, day, own, notCited });
      for (const { outlet, date } of cited) attributions.push({ outlet, date, sentence });
      if (ahead) forward.push({ sentence, ...ahead });
      for (const event of dated) {
        events.push({ date: event.date, precision: event.precision, sentence });
        marks.push({
          start: start + event.start,
          end: start + event.end,
          mark: { type: "event", attrs: { date: event.date, precision: event.precision } },
        });
      }
    }
  }

  const mentions = readings.flatMap(({ paragraph, named }) => named.map((one) => mentionOf(one, paragraph)));
  const became = new Map<NodeJson, Passage[]>();
  for (const { passage, marks } of readings) {
    const keeps = passage.text !== "" || passage.home.type === "picture";
    if (keeps) became.set(passage.home, [{ ...passage, marked: [...passage.marked, ...marks] }]);
  }
  return {
    language,
    attributions,
    quotations: quotations
      .filter(({ speaker }) => speaker !== "")
      .map(({ text, speaker, office, sentence }) => ({ text, speaker, office, sentence })),
    events,
    forward,
    mentions,
    findings: bodyFindings(
      language,
      edition,
      quotations.filter(({ speaker }) => speaker === "").map(({ text }) => text),
      unclosed,
      texts,
    ),
    became,
  };
}

/** A passage with its typed labels taken out, and marks on the names they stood after. */
function readingOf(typed: Passage, notes: readonly LabelNote[]): Reading {
  const found = typedLabelsIn(typed.text, notes);
  const cuts = found.map(({ label }) => label);
  const after = offsetsAfter(cuts);
  const cut = without(typed, cuts);
  const named = found.map((one) => ({
    ...one,
    mention: { start: after(one.mention.start), end: after(one.mention.end) },
  }));
  const marks = named.map(
    ({ mention, typed }): Marked => ({
      ...mention,
      mark: { type: "mention", attrs: { organisation: null, typed, decision: null } },
    }),
  );
  return { passage: cut, paragraph: { text: cut.text, sentences: sentencesIn(cut.text) }, named, marks };
}

function mentionOf({ name, mention, typed }: LabelledName, { text, sentences }: Paragraph): Intake["mentions"][number] {
  const sentence = sentenceAt(sentences, mention.start);
  return {
    organisation: null,
    name,
    typed: typed.words,
    sentence: sentence ? text.slice(sentence.start, sentence.end) : "",
  };
}

function bodyFindings(
  language: string,
  edition: IntakeEdition,
  unattributed: readonly string[],
  unclosed: readonly string[],
  texts: readonly string[],
): Finding[] {
  const findings: Finding[] = [];
  if (language.split("-")[0] !== edition.language.split("-")[0]) {
    const names = new Intl.DisplayNames("en", { type: "language" });
    findings.push({
      code: "language-differs",
      severity: "ask",
      message: `The copy reads as ${names.of(language) ?? language}, and the edition is in ${edition.language}. Check that this is its edition.`,
    });
  }
  for (const text of unattributed) {
    findings.push({
      code: "quotation-unattributed",
      severity: "ask",
      message: `Nobody is named as the speaker of "${shortened(text)}". Say who said it.`,
    });
  }
  for (const text of unclosed) {
    findings.push({
      code: "quotation-unclosed",
      severity: "ask",
      message: `A quotation mark is opened and never closed: ${shortened(text)}. Close it.`,
    });
  }
  for (const name of new Set(texts.flatMap(strayMarkersIn))) {
    findings.push({
      code: "label-note-missing",
      severity: "ask",
      message: `An asterisk stands after "${name}", and no note explains it. Add the note or take the asterisk out.`,
    });
  }
  return findings;
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text;
}
