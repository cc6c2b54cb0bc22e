/**
 * Mentions of registered organisations in a text: the name with all that belongs to it, where its label
 * would stand, and whether somebody typed one already. What is to be labelled is decided in `policy.ts`.
 */
import type { MentionAttrs } from "../document/schema.ts";
import { addressesOf } from "./addresses.ts";
import { isBorrowed } from "./borrowed.ts";
import { endsOfOpenQuotations, type Flow, type Paragraph, paragraphsOf, type Range, rangeAt } from "./flow.ts";
import { APOSTROPHES, isWordSign, visibleBefore, visibleFrom, wordEnd, wordStart } from "./letters.ts";
import type { Candidate, Match, Matcher } from "./matcher.ts";
import {
  explainedBy,
  type MarkersUsed,
  type NoteLine,
  type Notes,
  noteLinesIn,
  notesIn,
  unsettledNotes,
} from "./notes.ts";

export type Mention = {
  /** The register's id; `null` for a name that an author marked and no register knows. */
  readonly organisation: string | null;
  /** As it is registered; as it stands for a name that is not. */
  readonly name: string;
  /** Offsets in the text; `end` is after the suffix, compound and closing mark a label would follow. */
  readonly start: number;
  readonly end: number;
  /** After the words themselves, their suffix included, before any closing mark. */
  readonly wordsEnd: number;
  /** After the last of its own names: others that stand in the same compound are mentions too. */
  readonly taken: number;
  /** Where a label inside a quotation would stand. */
  readonly inner: number;
  /** After the mark that closes the direct quotation it is in. */
  readonly quotationEnd: number | null;
  /** The text was cut before that mark. */
  readonly isQuotationCut?: boolean;
  /** Whose name it may be; several when organisations share it. */
  readonly candidates: readonly Candidate[];
  /** A label typed in the text for it alone, by words or by the marker of a note. */
  readonly isLabelled: boolean;
  /** The words of labels typed where its own would follow, which may be another's. */
  readonly typedAfter: readonly string[];
  /** The markers typed where its own would stand; of several, one for each organisation of a compound. */
  readonly markers: readonly string[];
  /** A `*` without a note stands where its marker would: another star could not be told from it. */
  readonly isStarred: boolean;
  /** Counts sections: every heading begins one. */
  readonly section: number;
  readonly isCaption: boolean;
  /** Short and in capitals among capitals, where it may be an ordinary word. */
  readonly isShouted: boolean;
  /** Beside a noun of things that bear the names of others: a rowing club, a street, a film. */
  readonly isBorrowed: boolean;
  /** What an author or an editor said of this one. */
  readonly mark: Mark | null;
};

export type Mark = Range & MentionAttrs;

/** Every mention of a text, in order. `marks` are names marked in a document; what a mark covers is one mention. */
export function mentionsOf(
  flow: Flow,
  matcher: Matcher,
  marks: readonly Mark[] = [],
  notes: Notes = notesOf(flow, matcher),
): readonly Mention[] {
  const { text } = flow;
  const reader = new Reader(flow, matcher, notes);
  const found: Mention[] = [];
  let after = 0;
  let nextMark = 0;
  const takeMarksBefore = (end: number) => {
    for (let mark = marks[nextMark]; mark && mark.start < end; mark = marks[++nextMark]) {
      if (mark.start < after) continue;
      const mention = reader.marked(mark);
      found.push(mention);
      after = Math.max(after, mention.taken, mark.end);
    }
  };

  for (const match of matcher.matches(text)) {
    takeMarksBefore(match.end);
    if (match.start < after || reader.isNoProse(match)) continue;
    const mention = reader.mention(match, null);
    found.push(mention);
    after = mention.taken;
  }
  takeMarksBefore(Number.POSITIVE_INFINITY);
  return withLabelsTyped(found, flow, matcher);
}

/** The notes of a text and the notice at its end. */
function notesOf(flow: Flow, matcher: Matcher): Notes {
  const lines = noteLinesIn(flow.text, matcher);
  const used = markersUsed(flow, matcher, lines, new Set(lines.flatMap(({ names, marker }) => (names ? marker : []))));
  return notesIn(flow.text, matcher, lines, { used, explained: explainedBy(lines, used), isEnd: true, noticed: [] });
}

/** Whom each of these markers stands at. In a line that it begins a marker is none of a name's. */
export function markersUsed(
  flow: Flow,
  matcher: Matcher,
  lines: readonly NoteLine[],
  markers: ReadonlySet<string>,
): MarkersUsed {
  const used = new Map<string, Set<string>>();
  if (markers.size === 0) return used;
  for (const mention of mentionsOf(flow, matcher, [], unsettledNotes(markers)))
    for (const marker of mention.markers) {
      if (rangeAt(lines, mention.start)?.marker === marker) continue;
      const whom = used.get(marker) ?? new Set();
      for (const { organisation } of mention.candidates) whom.add(organisation.id);
      used.set(marker, whom);
    }
  return used;
}

/** Reads what stands round a name, walking forward through one text. */
class Reader {
  readonly #flow: Flow;
  readonly #text: string;
  readonly #matcher: Matcher;
  readonly #notes: Notes;
  readonly #isAddress: (start: number, end: number) => boolean;
  readonly #paragraphAt: (at: number) => Paragraph;
  readonly #endOfOpen: ReturnType<typeof endsOfOpenQuotations>;
  #compound: Range = { start: 0, end: 0 };
  #section = 0;
  #lastEnd = 0;
  #quotations: { paragraph: Paragraph | undefined; ranges: readonly Range[] } = { paragraph: undefined, ranges: [] };
  #lastBracket = -1;
  #nextBracket = -1;
  readonly #setOffEnds = new Map<Range, number>();

  constructor(flow: Flow, matcher: Matcher, notes: Notes) {
    this.#flow = flow;
    this.#text = flow.text;
    this.#matcher = matcher;
    this.#notes = notes;
    this.#isAddress = addressesOf(flow.text);
    this.#paragraphAt = paragraphsOf(flow.text);
    this.#endOfOpen = endsOfOpenQuotations(flow.text);
  }

  /** Names in addresses, handles and hashtags, in labels and in the notes that belong to them. */
  isNoProse({ start, end }: Match): boolean {
    return (
      isInNumber(this.#text, start, end) ||
      this.#isAddress(start, end) ||
      rangeAt(this.#notes.lines, start) !== undefined ||
      this.#isInLabel(start)
    );
  }

  marked(mark: Mark): Mention {
    const organisation = mark.organisation === null ? undefined : this.#matcher.organisation(mark.organisation);
    const start = this.#firstWord(mark);
    const match = this.#matcher.matchAt(this.#text, start);
    const inMark = match && match.end <= mark.end ? match.candidates : [];
    const known = organisation ? inMark.filter((one) => one.organisation === organisation) : inMark;
    const [name] = organisation?.names ?? [];
    const candidates = known.length > 0 || !organisation || !name ? known : [{ organisation, name }];
    const end = match && known.length > 0 ? match.end : mark.end;
    return this.mention({ start, end: Math.max(end, start), candidates }, mark);
  }

  mention(match: Match, mark: Mark | null): Mention {
    const paragraph = this.#paragraphAt(match.start);
    const reach = this.#reach(match, paragraph, mark?.end ?? 0);
    const quotationEnd = this.#quotationEnd(reach.start, reach.end, paragraph);
    const organisations = new Set(reach.candidates.map(({ organisation }) => organisation.id));
    const markers = [reach.end, reach.wordsEnd]
      .map((at) => this.#notes.markersAt(this.#text, at))
      .find((its) => its.some((marker) => this.#notes.isAbout(marker, organisations)));
    const [candidate] = reach.candidates;
    const nounsFrom = this.#lastEnd;
    this.#lastEnd = reach.taken;
    return {
      organisation: candidate?.organisation.id ?? mark?.organisation ?? null,
      name: candidate?.name.text ?? this.#text.slice(match.start, match.end),
      start: reach.start,
      end: reach.end,
      wordsEnd: reach.wordsEnd,
      taken: reach.taken,
      inner: reach.inner,
      quotationEnd,
      candidates: reach.candidates,
      isLabelled:
        markers !== undefined ||
        isNoticed(reach.candidates, this.#notes) ||
        this.#isLabelledInside(reach, quotationEnd),
      typedAfter: [],
      markers: markers ?? [],
      isStarred: this.#text.charAt(reach.end) === "*",
      section: this.#sectionAt(match.start),
      isCaption: rangeAt(this.#flow.captions, match.start) !== undefined,
      isShouted: isShouted(this.#text, match, paragraph),
      isBorrowed: isBorrowed(this.#text, { start: match.start, end: match.end, nounsFrom }, this.#matcher.language),
      mark,
    };
  }

  #firstWord({ start, end }: Mark): number {
    let at = start;
    while (at < end && !isWordSign(this.#text, at)) at++;
    return at < end ? at : start;
  }

  /** A label typed before the place where one would stand: inside the quotation, before the closing mark. */
  #isLabelledInside({ end, inner, wordsEnd }: Reach, quotationEnd: number | null): boolean {
    const place = quotationEnd ?? end;
    return [end, inner, wordsEnd].some((at) => at !== place && this.#typedAt(at) !== undefined);
  }

  #typedAt(at: number) {
    return this.#matcher.labels.at(this.#text, at);
  }

  /** A name said in brackets that are a label is part of the label. */
  #isInLabel(at: number): boolean {
    const nearest = this.#bracketBefore(at);
    const least = Math.max(this.#paragraphAt(at).start, at - LONGEST_LABEL);
    let depth = 0;
    let levels = 0;
    for (let place = nearest >= least ? at - 1 : -1; place >= least && levels < MOST_LEVELS; place--) {
      const sign = this.#text.charAt(place);
      if (sign === ")" || sign === "]") depth++;
      if (sign !== "(" && sign !== "[") continue;
      if (depth-- > 0) continue;
      depth = 0;
      levels++;
      const label = this.#typedAt(place);
      if (label && label.end > at) return true;
    }
    return false;
  }

  /** The last opening bracket before a place; walks forward, so that text without brackets is not searched again. */
  #bracketBefore(at: number): number {
    while (this.#nextBracket < at) {
      if (this.#nextBracket >= 0) this.#lastBracket = this.#nextBracket;
      BRACKET.lastIndex = this.#nextBracket + 1;
      this.#nextBracket = BRACKET.exec(this.#text)?.index ?? Number.POSITIVE_INFINITY;
    }
    return this.#lastBracket;
  }

  /** From the bare name to all that belongs to it. */
  #reach(match: Match, paragraph: Paragraph, markEnd: number): Reach {
    const text = this.#text;
    const closing = closingMarks(paragraph);
    const { start, end } = this.#compoundRound(match);
    let reach: Reach = { start, end, wordsEnd: end, taken: match.end, inner: end, candidates: match.candidates };
    const words = (to: number): Reach => ({ ...reach, end: to, wordsEnd: to, inner: to });
    for (let before = -1; before !== reach.end; ) {
      before = reach.end;
      reach = words(suffixEnd(text, reach.end, this.#matcher));
      // `ISIL’s-Taliban`: names after the suffix stand in the same word, which is walked once.
      if (reach.end > before) this.#compound = { start, end: reach.end };
      const more = this.#ownNamesEnd(reach);
      if (more > reach.end) reach = { ...words(more), taken: more };
      const inBrackets = this.#ownNameInBrackets(reach, match, paragraph);
      if (inBrackets) reach = { ...words(inBrackets.end), taken: inBrackets.end, candidates: inBrackets.candidates };
      if (reach.end === before) {
        const marked = throughClosingMarks(text, reach, closing);
        const ended = marked.end > reach.end ? endingAtMark(text, marked.end, this.#matcher) : marked.end;
        const closed = { ...marked, end: ended };
        // After a name in quotation marks its suffix, its compound or its acronym may follow.
        const afterMark =
          ended > marked.end ||
          suffixEnd(text, closed.end, this.#matcher) > closed.end ||
          this.#ownNameInBrackets(closed, match, paragraph) !== undefined;
        reach = afterMark ? { ...closed, wordsEnd: closed.end, inner: closed.end } : closed;
        if (!afterMark) break;
        before = -1;
      }
    }
    return reach.end < markEnd ? { ...reach, end: markEnd, wordsEnd: markEnd, inner: markEnd } : reach;
  }

  /** The whole of a hyphenated compound; names in one compound share it. */
  #compoundRound({ start, end }: Range): Range {
    if (start >= this.#compound.start && end <= this.#compound.end) return this.#compound;
    const compound = { start: compoundStart(this.#text, start), end: compoundEnd(this.#text, end, this.#matcher) };
    if (compound.start !== start || compound.end !== end) this.#compound = compound;
    return compound;
  }

  /** `ISIS/ISIL`: two names of one organisation, one mention. */
  #ownNamesEnd(reach: Reach): number {
    if (this.#text.charAt(reach.end) !== "/") return reach.end;
    const next = this.#matcher.matchAt(this.#text, reach.end + 1);
    return next && shared(reach.candidates, next.candidates).length > 0 ? next.end : reach.end;
  }

  /** A name directly followed by its own acronym, or another of its names, in brackets that close in the same paragraph. */
  #ownNameInBrackets(
    reach: Reach,
    match: Match,
    paragraph: Paragraph,
  ): { end: number; candidates: readonly Candidate[] } | undefined {
    const text = this.#text;
    const most = Math.min(paragraph.end, reach.end + LONGEST_LABEL);
    const open = /^\s{0,4}\(/u.exec(text.slice(reach.end, Math.min(most, reach.end + 6)))?.[0].length;
    if (open === undefined || this.#typedAt(reach.end)) return undefined;
    let candidates: readonly Candidate[] | undefined;
    const initials = () => initialsOf(text.slice(match.start, match.end));
    for (let at = reach.end + open; at < most; ) {
      if (text.charAt(at) === ")") return candidates && { end: at + 1, candidates };
      if (!isWordSign(text, at)) {
        if (!/[\s"“”„«»‘’',;:/–—-]/u.test(text.charAt(at))) return undefined;
        at++;
        continue;
      }
      const name = this.#matcher.matchAt(text, at);
      const own = name ? shared(candidates ?? reach.candidates, name.candidates) : [];
      const end = own.length > 0 && name ? name.end : wordEnd(text, at);
      const word = text.slice(at, end);
      if (own.length > 0) candidates = own;
      else if (initials().includes(word)) candidates ??= reach.candidates;
      else if (!LINKING.test(word.toLowerCase()) && !(candidates && /^\p{Lu}{2,}$/u.test(word))) return undefined;
      at = end;
    }
    return undefined;
  }

  /** After the mark that closes the outermost quotation round a mention that holds more than the mention. */
  #quotationEnd(start: number, end: number, paragraph: Paragraph): number | null {
    const quotation = rangeAt(this.#quotationsOf(paragraph), start);
    if (quotation && quotation.end >= end && !isNameAlone(this.#text, quotation.start, start, end, quotation.end)) {
      return quotation.end;
    }
    const setOff = rangeAt(this.#flow.setOff, start);
    return setOff ? this.#endOfSetOff(setOff) : null;
  }

  /** The outermost quotations of a paragraph, those that end in a later one included. */
  #quotationsOf(paragraph: Paragraph): readonly Range[] {
    if (this.#quotations.paragraph === paragraph) return this.#quotations.ranges;
    const ranges: Range[] = [];
    for (const quoted of paragraph.quoted) {
      if (quoted.open < (ranges.at(-1)?.end ?? 0)) continue;
      const end = quoted.end ?? this.#endOfOpen(paragraph, quoted);
      if (end !== undefined) ranges.push({ start: quoted.open, end });
    }
    this.#quotations = { paragraph, ranges };
    return ranges;
  }

  /** The last word of a quotation set off from the text; labels typed there follow it. */
  #endOfSetOff(setOff: Range): number {
    const known = this.#setOffEnds.get(setOff);
    if (known !== undefined) return known;
    let end = setOff.end;
    for (
      let open = this.#bracketClosedAt(end, setOff.start);
      open !== undefined;
      open = this.#bracketClosedAt(end, setOff.start)
    ) {
      const label = this.#matcher.labels.at(this.#text, open);
      if (label?.end !== end) break;
      end = open;
      while (end > setOff.start && /\s/u.test(this.#text.charAt(end - 1))) end--;
    }
    this.#setOffEnds.set(setOff, end);
    return end;
  }

  #bracketClosedAt(end: number, from: number): number | undefined {
    if (!")]".includes(this.#text.charAt(end - 1) || "-")) return undefined;
    let depth = 0;
    for (let at = end - 1; at >= Math.max(from, end - LONGEST_LABEL); at--) {
      const sign = this.#text.charAt(at);
      if (sign === ")" || sign === "]") depth++;
      if ((sign === "(" || sign === "[") && --depth === 0) return at;
    }
    return undefined;
  }

  #sectionAt(at: number): number {
    while ((this.#flow.sections[this.#section] ?? Number.POSITIVE_INFINITY) <= at) this.#section++;
    return this.#section;
  }
}

type Reach = Range & {
  readonly wordsEnd: number;
  readonly taken: number;
  readonly inner: number;
  readonly candidates: readonly Candidate[];
};

// Longer than any label that stands in brackets.
const LONGEST_LABEL = 400;
// A label has brackets in it seldom, and in those again never.
const MOST_LEVELS = 3;
const BRACKET = /[([]/g;
// Said between two names of one organisation: `(also known as ISIS)`, «(далее — ИГ)».
const LINKING =
  /^(?:or|and|also|known|called|as|aka|hereinafter|hereafter|referred|to|by|its|arabic|acronym|formerly|previously|now|the|in|short|for|и|или|также|он|она|оно|же|известн\p{L}+|как|ранее|прежде|бывш\p{L}+|далее|сокращенно|сокращённо|по|арабски|арабск\p{L}+|название|называем\p{L}+|назыв|бывш|сокр|ou|auch|oder|früher|dit|و|أو|او)$/u;

/** `Wave 88,000`: a name that ends in a figure, and the figure goes on. */
function isInNumber(text: string, start: number, end: number): boolean {
  const goesOn = /^[.,:’']\p{Nd}/u.test(text.slice(end, end + 3)) && /\p{Nd}$/u.test(text.slice(start, end));
  return (
    goesOn ||
    (/^\p{Nd}/u.test(text.slice(start, end)) && /\p{Nd}[.,:’']$/u.test(text.slice(Math.max(0, start - 3), start)))
  );
}

function suffixEnd(text: string, end: number, matcher: Matcher): number {
  const at = visibleFrom(text, end);
  if (APOSTROPHES.includes(text.charAt(at)) && text.charAt(at) !== "") {
    const letters = wordEnd(text, at + 1);
    // ISIL’s, ISIL’ll, IŞİD’den: a suffix is short. Kurds’ has none.
    const isAnotherName = (matcher.matchAt(text, at + 1)?.end ?? 0) > letters;
    if (letters > at + 1)
      return letters - at <= longestSuffix(matcher) && !isAnotherName ? compoundEnd(text, letters, matcher) : end;
    if (/[sSxXzZ]/.test(text.charAt(visibleBefore(text, at)))) return at + 1;
    return end;
  }
  return compoundEnd(text, end, matcher);
}

// The apostrophe and five letters.
const LONGEST_SUFFIX = 6;
// Turkish piles its endings up: Tarvan’dakilerdenmiş.
const LONGEST_PILED = 16;

function longestSuffix({ language }: Matcher): number {
  return language === "tr" ? LONGEST_PILED : LONGEST_SUFFIX;
}

/** `“Tarvan”nin`: letters that stand right at a closing mark, so that no label parts them from it. */
function endingAtMark(text: string, mark: number, matcher: Matcher): number {
  const end = wordEnd(text, mark);
  const letters = text.slice(mark, end);
  return letters.length < longestSuffix(matcher) && /^\p{Ll}+$/u.test(letters) ? end : mark;
}
const COMPOUND_HYPHENS = "-‐‑–﹣－־";

/** The last name of a compound may have more words than one: `Red Dawn-Northern State`. */
function compoundEnd(text: string, end: number, matcher: Matcher): number {
  let reached = end;
  while (true) {
    const at = visibleFrom(text, reached);
    const isJoint =
      at < text.length &&
      (COMPOUND_HYPHENS.includes(text.charAt(at)) || (reached > end && APOSTROPHES.includes(text.charAt(at))));
    const word = isJoint ? visibleFrom(text, at + 1) : at;
    const next = wordEnd(text, word);
    if (!isJoint || next <= at + 1) return reached;
    reached = Math.max(next, matcher.matchAt(text, word)?.end ?? 0);
  }
}

function compoundStart(text: string, start: number): number {
  let reached = start;
  while (true) {
    const at = visibleBefore(text, reached);
    const isJoint = at > 0 && COMPOUND_HYPHENS.includes(text.charAt(at));
    const next = isJoint ? wordStart(text, at) : at;
    if (!isJoint || next >= at) return reached;
    reached = next;
  }
}

/** Closing marks of a paragraph with the opening mark of each. */
function closingMarks({ quoted }: Paragraph): ReadonlyMap<number, number> {
  let marks = closings.get(quoted);
  if (!marks) {
    marks = new Map(quoted.flatMap(({ open, end }) => (end === undefined ? [] : [[end - 1, open] as const])));
    closings.set(quoted, marks);
  }
  return marks;
}

const closings = new WeakMap<Paragraph["quoted"], ReadonlyMap<number, number>>();

function throughClosingMarks(text: string, reach: Reach, closing: ReadonlyMap<number, number>): Reach {
  let { end, inner } = reach;
  while (true) {
    const at = closingMarkAt(text, end, closing);
    const open = at === undefined ? undefined : closing.get(at);
    if (at === undefined || open === undefined || open >= reach.start) return { ...reach, end, inner };
    if (inner === end && isNameAlone(text, open, reach.start, end, at + 1)) inner = at + 1;
    end = at + 1;
  }
}

/** A mark right after the name, or a closing guillemet with its French space before it. */
function closingMarkAt(text: string, end: number, closing: ReadonlyMap<number, number>): number | undefined {
  const at = visibleFrom(text, end);
  if (closing.has(at)) return at;
  const spaced = /^[ \u00a0\u2009\u202f]$/.test(text.charAt(at)) && "»«›".includes(text.charAt(at + 1) || "-");
  return spaced && closing.has(at + 1) ? at + 1 : undefined;
}

function isNameAlone(text: string, open: number, start: number, end: number, closed: number): boolean {
  const before = text.slice(open + 1, Math.min(start, open + 1 + LONGEST_SUFFIX));
  if (start - open > LONGEST_SUFFIX || !/^[\s"“„«‘'(]*$/u.test(before)) return false;
  return closed <= end || /^[\s"”“»’')]*$/u.test(text.slice(end, Math.min(closed, end + LONGEST_SUFFIX)));
}

function shared(one: readonly Candidate[], other: readonly Candidate[]): readonly Candidate[] {
  return one.filter(({ organisation }) => other.some((its) => its.organisation === organisation));
}

/** What a name's acronym may be: its capitals, and the first letters of all its words. */
function initialsOf(name: string): readonly string[] {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < 2) return [];
  const letters = words.map((word) => word.charAt(0));
  return [letters.join("").toUpperCase(), letters.filter((letter) => letter !== letter.toLowerCase()).join("")].filter(
    (initials) => initials.length > 1,
  );
}

// `IS` in a headline of capitals is mostly the verb.
const LONGEST_WORDLIKE = 2;
const LOOKED_ROUND = 40;

function isShouted(text: string, { start, end }: Match, paragraph: Paragraph): boolean {
  if (end - start > LONGEST_WORDLIKE || !/^\p{Lu}+$/u.test(text.slice(start, end))) return false;
  const before = unbracketed(text.slice(Math.max(paragraph.start, start - LOOKED_ROUND - LONGEST_LABEL), start));
  const after = unbracketed(text.slice(end, Math.min(paragraph.end, end + LOOKED_ROUND + LONGEST_LABEL)));
  const round = `${before.slice(-LOOKED_ROUND)} ${after.slice(0, LOOKED_ROUND)}`;
  return /\p{Lu}{2}/u.test(round) && !/\p{Ll}/u.test(round);
}

/** Without what is said in brackets, whole or cut off: a label does not make capitals a sentence. */
function unbracketed(words: string): string {
  return words.replace(/^[^([]*[)\]]|[([][^([)\]]*(?:[)\]]|$)/g, "");
}

function isNoticed(candidates: readonly Candidate[], { noticed }: Notes): boolean {
  return candidates.some(({ organisation }) => noticed.has(organisation.id));
}

/** Labels typed where they would be printed: after the mention, a compound, or the closing mark of a quotation. */
function withLabelsTyped(mentions: readonly Mention[], { text }: Flow, matcher: Matcher): readonly Mention[] {
  const places = Map.groupBy(mentions, placeOf);
  const labels = new Map([...places.keys()].map((place) => [place, labelsFrom(text, place, matcher)]));
  return mentions.map((mention) => ({ ...mention, typedAfter: labels.get(placeOf(mention)) ?? [] }));
}

/** Where its label would follow; several mentions of a compound or a quotation share one place. */
export function placeOf({ quotationEnd, end }: Mention): number {
  return quotationEnd ?? end;
}

function labelsFrom(text: string, place: number, matcher: Matcher): readonly string[] {
  const labels: string[] = [];
  for (let label = matcher.labels.at(text, place); label; label = matcher.labels.at(text, label.end))
    labels.push(label.words);
  return labels;
}
