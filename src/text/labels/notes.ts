/** Notes that stand apart from the mentions they belong to: `* wording` lines, and the notice for a whole text. */
import type { Range } from "./flow.ts";
import type { Matcher } from "./matcher.ts";

export type Notes = {
  /** Lines that are notes, ascending: their words are no mentions. */
  readonly lines: readonly Range[];
  /** The markers that stand at a place, those that a note explains; one after another with a space between. */
  readonly markersAt: (text: string, at: number) => readonly string[];
  /** Whether the note of a marker is about one of these: it names nobody, or one of them. */
  readonly isAbout: (marker: string, organisations: ReadonlySet<string>) => boolean;
  /** Organisations a notice at the end of the text names. */
  readonly noticed: ReadonlySet<string>;
};

/** A line that may be a note, or an item of a list that says a ban: `* Red Dawn BANNED IN RUSSIA`. */
export type NoteLine = Range & {
  readonly marker: string;
  /** Organisations named in it; `null` where its words are the register's or name nobody, and so are surely a note's. */
  readonly names: ReadonlySet<string> | null;
};

/** Whom the notes of each marker name; `null` where one of them names nobody. */
export type Explained = ReadonlyMap<string, ReadonlySet<string> | null>;

/** Whom each marker stands at. */
export type MarkersUsed = ReadonlyMap<string, ReadonlySet<string>>;

const MARKER = "\\*{1,40}|[†‡✱]|[¹²³⁴⁵⁶⁷⁸⁹]{1,3}";
const NOTE = new RegExp(`^[ \\t]*(${MARKER})[ \\t]*([^\\s*].*)$`, "gmu");
const MARKER_HERE = new RegExp(MARKER, "yu");

/** Between the names and the words of a notice. */
export const NOTICE_DASH = " — ";

/** Lines that begin with a marker and say a label, ascending. */
export function noteLinesIn(text: string, matcher: Matcher): readonly NoteLine[] {
  const lines: NoteLine[] = [];
  for (const { index, 0: line, 1: marker = "", 2: said = "" } of text.matchAll(NOTE)) {
    const label = said.trim();
    if (label.length > LONGEST_NOTE || !matcher.labels.knows(label)) continue;
    const names = matcher.labels.isWording(label) ? null : namedIn(label, matcher);
    // A note has no note of its own.
    if (names && new RegExp(`\\S${RegExp.escape(marker)}`, "u").test(said)) continue;
    lines.push({ start: index, end: index + line.length, marker, names });
  }
  return lines;
}

function namedIn(words: string, matcher: Matcher): ReadonlySet<string> | null {
  const named = [...matcher.matches(words)].flatMap(({ candidates }) =>
    candidates.map(({ organisation }) => organisation.id),
  );
  return named.length > 0 ? new Set(named) : null;
}

/** A line that names somebody is a note where its marker stands at one of those, and else an item of a list. */
export function explainedBy(lines: readonly NoteLine[], used: MarkersUsed): Explained {
  const explained = new Map<string, ReadonlySet<string> | null>();
  for (const { marker, names } of lines.filter((line) => isNote(line, used))) {
    const known = explained.get(marker);
    explained.set(marker, known === null || names === null ? null : new Set([...(known ?? []), ...names]));
  }
  return explained;
}

function isNote({ marker, names }: NoteLine, used: MarkersUsed): boolean {
  return names === null || !names.isDisjointFrom(used.get(marker) ?? NOBODY);
}

const NOBODY: ReadonlySet<string> = new Set();

type Round = {
  /** Of the whole text, where this is a piece of it. */
  readonly used: MarkersUsed;
  readonly explained: Explained;
  /** A notice stands only at the end of the whole. */
  readonly isEnd: boolean;
  /** Whom a notice names that stands in another piece. */
  readonly noticed: Iterable<string>;
};

export function notesIn(
  text: string,
  matcher: Matcher,
  candidates: readonly NoteLine[],
  { used, explained, isEnd, noticed }: Round,
): Notes {
  const lines: readonly Range[] = candidates.filter((line) => isNote(line, used));
  const notice = isEnd ? noticeIn(text, beforeNotes(text, lines), matcher) : { lines: [], noticed: new Set<string>() };
  return {
    lines: notice.lines.length > 0 ? [...lines, ...notice.lines].sort((one, other) => one.start - other.start) : lines,
    noticed: new Set([...notice.noticed, ...noticed]),
    markersAt: (text, at) => markersAt(text, at, explained),
    isAbout: (marker, organisations) => {
      const names = explained.get(marker);
      return names === null || (names !== undefined && !names.isDisjointFrom(organisations));
    },
  };
}

/** Notes that are not settled: every line may be one, and every marker be explained by it. */
export function unsettledNotes(markers: ReadonlySet<string>): Notes {
  return {
    lines: [],
    noticed: NOBODY,
    markersAt: (text, at) => markersAt(text, at, markers),
    isAbout: () => true,
  };
}

const LONGEST_NOTE = 2000;

function markersAt(text: string, from: number, known: Pick<ReadonlySet<string>, "has" | "size">): readonly string[] {
  const markers: string[] = [];
  for (let at = from; known.size > 0; at = MARKER_HERE.lastIndex + 1) {
    MARKER_HERE.lastIndex = at;
    const marker = MARKER_HERE.exec(text)?.[0];
    if (marker === undefined || !known.has(marker)) break;
    markers.push(marker);
    if (text.charAt(MARKER_HERE.lastIndex) !== " ") break;
  }
  return markers;
}

/** Where a text ends without the notes below it. */
function beforeNotes(text: string, notes: readonly Range[]): number {
  let end = text.trimEnd().length;
  for (const note of notes.toReversed()) {
    if (note.end < end) break;
    end = note.start;
    while (end > 0 && /\s/u.test(text.charAt(end - 1))) end--;
  }
  return end;
}

/** The last lines of a text before its notes, each `names — words of a label`. */
function noticeIn(
  text: string,
  last: number,
  matcher: Matcher,
): { lines: readonly Range[]; noticed: ReadonlySet<string> } {
  const lines: Range[] = [];
  const noticed = new Set<string>();
  for (let end = last; end > 0; ) {
    const start = text.lastIndexOf("\n", end - 1) + 1;
    const line = text.slice(start, Math.min(end, start + LONGEST_NOTE));
    const dash = line.lastIndexOf(NOTICE_DASH);
    if (dash === -1 || !matcher.labels.knows(line.slice(dash + NOTICE_DASH.length))) break;
    const names = [...matcher.matches(line.slice(0, dash))];
    if (names.length === 0 || line.slice(0, dash).split(", ").length !== names.length) break;
    for (const { candidates } of names) for (const { organisation } of candidates) noticed.add(organisation.id);
    lines.unshift({ start, end });
    end = start - 1;
  }
  return { lines, noticed };
}
