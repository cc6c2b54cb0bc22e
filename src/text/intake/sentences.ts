/** Where sentences begin and end. A line break ends one; abbreviations, initials and dates do not. */
import type { Span } from "./passages.ts";

// A copy without full stops is still cut, so that what quotes its sentence stays small.
const LONGEST_SENTENCE = 2000;

/** The sentences of a passage, in order, without the white space between them. */
export function sentencesIn(text: string): readonly Span[] {
  const sentences: Span[] = [];
  let from = 0;
  const close = (to: number) => {
    for (const sentence of pieces(text, from, to)) sentences.push(sentence);
    from = to;
  };
  for (const { index, 0: found } of text.matchAll(/\n|(?:[.!?…]+|[؟۔])["”’»“)\]]*(?=\s)/gu)) {
    const end = index + found.length;
    if (found === "\n" || endsSentence(text, index, end)) close(end);
  }
  close(text.length);
  return sentences;
}

/** The sentence an offset lies in; sentences sorted. */
export function sentenceAt(sentences: readonly Span[], offset: number): Span | undefined {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sentences[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return sentences[low];
}

function pieces(text: string, from: number, to: number): Span[] {
  const out: Span[] = [];
  let start = from;
  while (to - start > LONGEST_SENTENCE) {
    const space = text.lastIndexOf(" ", start + LONGEST_SENTENCE);
    const end = space > start ? space : start + LONGEST_SENTENCE;
    out.push(...trimmed(text, start, end));
    start = end;
  }
  out.push(...trimmed(text, start, to));
  return out;
}

function trimmed(text: string, from: number, to: number): Span[] {
  const inner = text.slice(from, to);
  const start = from + (inner.length - inner.trimStart().length);
  const end = from + inner.trimEnd().length;
  return start < end ? [{ start, end }] : [];
}

function endsSentence(text: string, index: number, end: number): boolean {
  const next = /^\s*(?:[—–-]\s+)?["“„«»‘([¿¡]*(?:(\p{Lu})|(\p{N})|(\p{Ll})|(\p{L}))/u.exec(text.slice(end, end + 12));
  if (!next) return true;
  if (next[3]) return false;
  return !(text.charAt(index) === "." && end - index <= 2 && isAbbreviation(text, index, end));
}

const ABBREVIATION =
  /(?:^|[\s(«“„"'‘])(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Lt|Sgt|Capt|Maj|Adm|Sen|Rep|Gov|Pres|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Nos|vs|approx|est|e\.g|i\.e|Nr|bzw|z\.\s?B|Mme|Mlle|Sra?|Hr|Fr|ул|им|тыс|стр|св|гр|проф|акад|ген|янв|февр?|апр|авг|сент?|окт|нояб?|дек|т\.\s?е|напр|см|ср)$/u;
// These end a sentence as often as they stand inside one: the next word tells.
const EITHER =
  /(?:^|[\s(«“„"'‘])(?:U\.S|U\.K|U\.N|D\.C|a\.m|p\.m|Inc|Ltd|Co|Corp|Jr|Sr|etc|г|гг|млн|млрд|руб|т\.\s?д|т\.\s?п|др|д)$/iu;
const STARTER =
  /^\s*["“«]?(?:The|This|That|These|Those|In|On|At|By|He|She|It|They|We|But|And|However|Moreover|After|Before|Since|When|While|If|As|There|Its|His|Her|Their|A|An|В|На|Но|Однако|По|Это|Он|Она|Они|Оно|Мы|Позже|Затем|При|Кроме|А|И|С|К|Ранее|Как|После|Для|Из|За|Такж?е)(?![\p{L}\p{N}])/u;

function isAbbreviation(text: string, index: number, end: number): boolean {
  const before = text.slice(Math.max(0, index - 12), index);
  const after = text.slice(end, end + 24);
  if (ABBREVIATION.test(before)) return true;
  if (EITHER.test(before)) return !STARTER.test(after);
  // An initial: a capital standing alone ("J. Smith", "А. С. Петров").
  if (/(?:^|[\s.(«“„"'‘-])\p{Lu}$/u.test(before))
    return !/^(?:I|Я)$/.test(before.trim().slice(-1)) || !STARTER.test(after);
  // German days and numbered lines: "16. Februar", "1. Parties agree".
  return (
    /(?:^|\s)\d{1,2}$/.test(before) &&
    (/^\s*\p{Lu}\p{Ll}+\s+(?:1\d|20)\d\d/u.test(after) ||
      /^\s*(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)/u.test(
        after,
      ) ||
      (/^\d{1,2}$/.test(before.trim()) && index < 4))
  );
}
