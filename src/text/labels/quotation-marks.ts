/** Pairs the quotation marks of one paragraph, in the customs of English, Russian, German, French, Arabic and others. */
import { isWordSign } from "./letters.ts";

export type Quoted = {
  /** Of the opening mark. */
  readonly open: number;
  /** After the closing mark; nothing when the paragraph ends before it. */
  readonly end: number | undefined;
  /** The closing marks that would end it. */
  readonly closers: string;
};

/** Quoted passages between `from` and `to`, outer before inner, in order of their opening marks. */
export function quotedIn(text: string, from: number, to: number): readonly Quoted[] {
  const open: Open[] = [];
  const found: Open[] = [];
  // Cut out first: looking for the next mark in the whole text would read on to its end from every paragraph without one.
  for (const { index, 0: mark } of text.slice(from, to).matchAll(ANY_MARK)) {
    const at = from + index;
    const begun = open.findLastIndex(({ closers }) => closers.includes(mark));
    if (begun !== -1 && closes(text, at, to, mark)) {
      const quoted = open[begun];
      if (quoted) quoted.end = at + 1;
      // An inner mark that was never closed is an apostrophe or a slip.
      for (const slip of open.splice(begun).slice(1)) slip.slipped = true;
    } else if (OPENERS.has(mark) && opens(text, at, to, mark)) {
      const quoted = { open: at, end: undefined, closers: OPENERS.get(mark) ?? "", slipped: false };
      open.push(quoted);
      found.push(quoted);
      // Nobody quotes so deep: the outermost was never meant to close here.
      if (open.length > DEEPEST) open.shift();
    }
  }
  return found.filter(({ slipped }) => !slipped);
}

const DEEPEST = 12;

/** Whether a mark at the head of a paragraph goes on with a quotation that an earlier paragraph left open. */
export function goesOn(text: string, at: number, quoted: Quoted): boolean {
  const mark = text.charAt(at);
  return OPENERS.get(mark) === quoted.closers || quoted.closers.includes(mark);
}

type Open = { readonly open: number; end: number | undefined; readonly closers: string; slipped: boolean };

const OPENERS: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["“", "”"],
  ["”", "”“"],
  ["„", '“”"'],
  ["‟", "”"],
  ["«", "»"],
  ["»", "«»"],
  ["‘", "’"],
  ["‚", "‘’"],
  ["'", "'"],
  ["‹", "›"],
  ["「", "」"],
  ["『", "』"],
  ["＂", "＂"],
  ["״", "״"],
]);
const ANY_MARK = /["“”„‟«»‘’‚'‹›「」『』＂״]/g;

/** Whether a mark that could close does: `’` between letters is an apostrophe, and often after an s. */
function closes(text: string, at: number, to: number, mark: string): boolean {
  const isWordAfter = at + 1 < to && isWordSign(text, at + 1);
  if (mark === "’" || mark === "'") return !isWordAfter && !isPossessive(text, at, to, mark);
  if (isGershayim(text, at, mark)) return false;
  if (mark === '"' || mark === "»" || mark === "«" || mark === "”") return !(isWordAfter && isGapBefore(text, at));
  return true;
}

/** `the Talibs’ war,’ he said`: the mark after an s is possessive when a word follows and the closing mark is yet to come. */
function isPossessive(text: string, at: number, to: number, mark: string): boolean {
  if (!/^[sS]/.test(text.charAt(at - 1)) || !/^ \p{L}/u.test(text.slice(at + 1, at + 3))) return false;
  const later = text.slice(at + 1, Math.min(to, at + 400));
  const opener = mark === "’" ? "‘" : undefined;
  const upToNext = opener && later.includes(opener) ? later.slice(0, later.indexOf(opener)) : later;
  return mark === "’" ? /’(?!\p{L})/u.test(upToNext) : /[^\s\p{L}]'(?!\p{L})|\p{L}'(?=[.,;:!?])/u.test(upToNext);
}

/** תש"ק, צה״ל: the mark of a Hebrew acronym stands before its last letter. */
function isGershayim(text: string, at: number, mark: string): boolean {
  return (
    (mark === '"' || mark === "״" || mark === "”") &&
    HEBREW.test(text.charAt(at - 1)) &&
    HEBREW.test(text.charAt(at + 1))
  );
}

const HEBREW = /\p{Script=Hebrew}/u;
// ל"המחתרת", و"كتائب": small words that are written together with a quotation.
const DRAWN_IN = /(?<![\p{L}\p{M}])(?:[ובלמשכה]{1,3}|[وفبلكـ]{1,3}|ال)$/u;

function isDrawnIn(text: string, at: number): boolean {
  return DRAWN_IN.test(text.slice(Math.max(0, at - 5), at)) && /^\p{L}{2}/u.test(text.slice(at + 1, at + 3));
}

function opens(text: string, at: number, to: number, mark: string): boolean {
  if (at + 1 >= to) return false;
  const isFree = at === 0 || isGapBefore(text, at) || !isWordSign(text, at - 1) || isDrawnIn(text, at);
  switch (mark) {
    case "“":
    case "„":
    case "«":
    case "‹":
    case "「":
    case "『":
      return true;
    case "‘":
    case "‚":
      return isFree;
    case "'":
      // Not the year '90, not the feet of 6'.
      return (at === 0 || isGapBefore(text, at)) && /\p{L}/u.test(text.charAt(at + 1));
    default:
      return isFree && !/\s/u.test(text.charAt(at + 1));
  }
}

function isGapBefore(text: string, at: number): boolean {
  return at === 0 || /[\s([{—–/-]/u.test(text.charAt(at - 1));
}
