/** Notes that stand apart from the mentions they belong to: `* wording` lines, and the notice for a whole text. */
import type { Range } from "./flow.ts";
import type { Matcher } from "./matcher.ts";

export type Notes = {
  /** Lines that are notes, ascending: their words are no mentions. */
  readonly lines: readonly Range[];
  /** The words of each marker in use. */
  readonly words: ReadonlyMap<string, string>;
  /** The markers that stand at a place, those that a note explains; one after another with a space between. */
  readonly markersAt: (text: string, at: number) => readonly string[];
  /** Organisations a notice at the end of the text names. */
  readonly noticed: ReadonlySet<string>;
};

const MARKER = "\\*{1,40}|[†‡✱]|[¹²³⁴⁵⁶⁷⁸⁹]{1,3}";
const NOTE = new RegExp(`^[ \\t]*(${MARKER})[ \\t]*([^\\s*].*)$`, "gmu");
const MARKER_HERE = new RegExp(MARKER, "yu");

/** Between the names and the words of a notice. */
export const NOTICE_DASH = " — ";

/** `round` is what the rest of a text says where this is a piece of it: a notice stands only at the end of the whole. */
export function notesIn(
  text: string,
  matcher: Matcher,
  round?: { readonly isEnd: boolean; readonly words: ReadonlyMap<string, string>; readonly noticed: Iterable<string> },
): Notes {
  const lines: Range[] = [];
  const words = new Map<string, string>(round?.words);
  for (const { index, 0: line, 1: marker = "", 2: said = "" } of text.matchAll(NOTE)) {
    const label = said.trim();
    if (label.length > LONGEST_NOTE || !matcher.labels.knows(label)) continue;
    lines.push({ start: index, end: index + line.length });
    words.set(marker, label);
  }
  const notice =
    round?.isEnd === false
      ? { lines: [], noticed: new Set<string>() }
      : noticeIn(text, beforeNotes(text, lines), matcher);
  const all =
    notice.lines.length > 0 ? [...lines, ...notice.lines].sort((one, other) => one.start - other.start) : lines;
  const noticed = new Set([...notice.noticed, ...(round?.noticed ?? [])]);
  return { lines: all, words, noticed, markersAt: (text, at) => markersAt(text, at, words) };
}

const LONGEST_NOTE = 2000;

function markersAt(text: string, from: number, words: ReadonlyMap<string, string>): readonly string[] {
  const markers: string[] = [];
  for (let at = from; words.size > 0; at = MARKER_HERE.lastIndex + 1) {
    MARKER_HERE.lastIndex = at;
    const marker = MARKER_HERE.exec(text)?.[0];
    if (marker === undefined || !words.has(marker)) break;
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
