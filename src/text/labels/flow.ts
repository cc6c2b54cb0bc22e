/** A text as the engine reads it, whatever it was printed from: its words in one string, and what divides them. */
import { goesOn, type Quoted, quotedIn } from "./quotation-marks.ts";

export type Range = { readonly start: number; readonly end: number };

export type Flow = {
  /** Blocks are separated by an empty line; what is not the author's prose (code, tags) stands as U+FFFC or not at all. */
  readonly text: string;
  /** Where sections begin, ascending: the headings. */
  readonly sections: readonly number[];
  /** Quotations set off from the text, ascending; without marks of their own, a label follows their end. */
  readonly setOff: readonly Range[];
  /** Captions, ascending; a policy may leave them unlabelled. */
  readonly captions: readonly Range[];
};

/** Stands for what is no prose, so that no name reaches over it. */
export const NO_PROSE = "\ufffc";

/** Plain text: blocks between empty lines, Markdown's `#` lines as headings. */
export function plainFlow(text: string): Flow {
  const sections: number[] = [];
  const heading = /^ {0,3}#{1,6}[ \t]/gm;
  for (let found = heading.exec(text); found; found = heading.exec(text)) sections.push(found.index);
  return { text, sections, setOff: [], captions: [] };
}

/** What stands between two paragraphs; nothing reaches over it but a quotation that goes on with its mark. */
const PARAGRAPH_GAP = String.raw`\n[^\S\n]*\n|\u2029`;
const GAP_HERE = new RegExp(PARAGRAPH_GAP, "y");

/** Whether a paragraph ends at a place. */
export function isParagraphEnd(text: string, at: number): boolean {
  GAP_HERE.lastIndex = at;
  return GAP_HERE.test(text);
}

export type Paragraph = Range & { readonly quoted: readonly Quoted[] };

/** The paragraph a place is in. Asked for places in ascending order, so that the text is walked once. */
export function paragraphsOf(text: string): (at: number) => Paragraph {
  const gap = new RegExp(PARAGRAPH_GAP, "g");
  let bounds = { start: 0, end: -1 };
  let current: Paragraph = { ...bounds, quoted: [] };
  return (at) => {
    if (at >= current.start && at < current.end) return current;
    while (bounds.end < at) {
      const start = bounds.end === -1 ? 0 : bounds.end;
      gap.lastIndex = start + (bounds.end === -1 ? 0 : 1);
      bounds = { start, end: gap.exec(text)?.index ?? text.length };
      if (bounds.end === text.length) break;
    }
    current = { ...bounds, quoted: quotedIn(text, bounds.start, bounds.end) };
    return current;
  };
}

/**
 * Where a quotation that a paragraph leaves open ends: in a later one, when each between begins with
 * the mark again. Nothing when it never ends, and so is none.
 */
export function endsOfOpenQuotations(text: string): (paragraph: Paragraph, quoted: Quoted) => number | undefined {
  const known = new Map<number, number | undefined>();
  return (paragraph, quoted) => {
    if (known.has(paragraph.end)) return known.get(paragraph.end);
    const passed = [paragraph.end];
    let end: number | undefined;
    for (let from = paragraph.end; ; ) {
      const start = firstSign(text, from);
      if (start >= text.length || !goesOn(text, start, quoted)) break;
      const next = paragraphFrom(text, start);
      const head = quotedIn(text, start, next).find(({ open }) => open === start);
      if (!head) break;
      end = head.end;
      if (end !== undefined) break;
      if (known.has(next)) {
        end = known.get(next);
        break;
      }
      passed.push(next);
      from = next;
    }
    for (const at of passed) known.set(at, end);
    return end;
  };
}

function firstSign(text: string, from: number): number {
  const sign = /\S/gu;
  sign.lastIndex = from;
  return sign.exec(text)?.index ?? text.length;
}

function paragraphFrom(text: string, start: number): number {
  const gap = new RegExp(PARAGRAPH_GAP, "g");
  gap.lastIndex = start;
  return gap.exec(text)?.index ?? text.length;
}

/** The range of an ascending list that a place is in. */
export function rangeAt<Its extends Range>(ranges: readonly Its[], at: number): Its | undefined {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (!range) return undefined;
    if (at < range.start) high = middle - 1;
    else if (at >= range.end) low = middle + 1;
    else return range;
  }
  return undefined;
}
