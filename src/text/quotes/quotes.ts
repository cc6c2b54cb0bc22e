/** Quotations against the text they are taken from. Words are compared; the signs between them are the writer's own. */
import { type Stretch, wordDifference } from "../diff/words.ts";
import { languageOf } from "../intake/language.ts";
import { sentencesIn } from "../intake/sentences.ts";
import { type FoundWords, foundIn } from "./found.ts";
import { type Fragment, fragmentsOf } from "./fragments.ts";
import { type Letters, lettersOf } from "./letters.ts";
import { nearestIn, type WordPlaces, wordPlaces } from "./nearest.ts";
import { type Spoken, spokenIn } from "./speakers.ts";
import { notesIn, toldIn } from "./told.ts";

export type { Stretch } from "../diff/words.ts";

/** A text that quotations are looked for in, read once however many there are. */
export type QuotedSource = {
  readonly text: string;
  /** BCP 47, as given or as the text reads; nothing when it cannot be told. */
  readonly language: string | undefined;
  /** As it stands, and without what somebody else put into the speakers' words. */
  readonly readings: () => readonly Letters[];
  readonly words: () => WordPlaces;
  /** Who is said to have said what. */
  readonly spoken: () => readonly Spoken[];
};

export type Verdict = Borne & {
  /** Where the source's text is in pages, the one the passage begins on; the first is page 1. */
  readonly page?: number;
};

type Borne =
  /** Word for word; `passage` is how the source has it. */
  | { readonly verdict: "same"; readonly passage: string }
  /** Word for word but for what an ellipsis says was left out: so many words. */
  | { readonly verdict: "shortened"; readonly passage: string; readonly leftOut: number }
  /** The words differ; what is removed stands in the source, what is added only in the quotation. */
  | { readonly verdict: "altered"; readonly difference: readonly Stretch[] }
  /**
   * The source is in another language. `original` is what was said, when an editor has named the words and the source
   * has them; else `likely` are passages that may be it, the likeliest first.
   */
  | { readonly verdict: "translated"; readonly original?: string; readonly likely: readonly string[] }
  | { readonly verdict: "not-found" };

export function quotedSource(text: string, language?: string): QuotedSource {
  let readings: readonly Letters[] | undefined;
  let words: WordPlaces | undefined;
  let spoken: readonly Spoken[] | undefined;
  const read = () => {
    readings ??= readingsWithout(text);
    return readings;
  };
  return {
    text,
    language: language ?? languageOf(text),
    readings: read,
    words: () => {
      words ??= wordPlaces(lettersOf(text, notesIn(text)));
      return words;
    },
    spoken: () => {
      spoken ??= spokenIn(text);
      return spoken;
    },
  };
}

function readingsWithout(text: string): readonly Letters[] {
  const notes = notesIn(text);
  const told = toldIn(text);
  const both = [...notes, ...told].sort((one, other) => one.start - other.start);
  const passed = [[], notes, told, notes.length > 0 && told.length > 0 ? both : []];
  return passed.filter((spans, at) => at === 0 || spans.length > 0).map((spans) => lettersOf(text, spans));
}

export type Quoted = {
  /** With or without its quotation marks. */
  readonly words: string;
  /** BCP 47 of the text that quotes. */
  readonly language: string;
  /** The same in the language it was said in, as an editor has named it. */
  readonly original?: string;
};

/** The quotation as the source bears it out. One that is nothing but marks is not found. */
export function checkQuotation({ words, language, original }: Quoted, source: QuotedSource): Verdict {
  const found = foundWords(words, source);
  if (found) return verdictOf(found, source);
  if (!isSameLanguage(language, source.language) || !sharesScript(words, source))
    return translated({ words, original }, source);
  return nearly(words, language, source);
}

/** The reading by which the least is left out. */
function foundWords(words: string, source: QuotedSource): FoundWords | undefined {
  for (const fragments of readingsOf(words)) {
    let best: FoundWords | undefined;
    for (const letters of source.readings()) {
      const found = foundIn(letters, fragments);
      if (found && (!best || found.leftOut < best.leftOut)) best = found;
      if (best?.leftOut === 0) break;
    }
    if (best) return best;
  }
  return undefined;
}

/** Brackets in a word are letters that were raised or changed; where that is not borne out, they stand for others. */
function readingsOf(words: string): readonly (readonly Fragment[])[] {
  const glued = fragmentsOf(words, { glued: true });
  return words.includes("[") ? [glued, fragmentsOf(words, { glued: false })] : [glued];
}

function verdictOf({ start, end, leftOut }: FoundWords, source: QuotedSource): Verdict {
  const passage = evened(source.text.slice(start, end));
  const page = pageAt(source, start);
  return leftOut === 0 ? { verdict: "same", passage, ...page } : { verdict: "shortened", passage, leftOut, ...page };
}

/** Pages have a form feed between them. */
function pageAt({ text }: QuotedSource, start: number): { readonly page?: number } {
  return text.includes("\f") ? { page: text.slice(0, start).split("\f").length } : {};
}

function isSameLanguage(one: string, other: string | undefined): boolean {
  return other === undefined || primary(one) === primary(other);
}

/** Where the language of a source cannot be told, its script still may. */
function sharesScript(words: string, { language, text }: QuotedSource): boolean {
  if (language !== undefined) return true;
  const [here, there] = [scriptOf(text.slice(0, LONGEST_READ)), scriptOf(words)];
  return here === undefined || there === undefined || here === there;
}

const SCRIPTS = ["Latin", "Cyrillic", "Arabic", "Hebrew", "Greek", "Han", "Hangul", "Thai", "Georgian", "Armenian"].map(
  (script) => ({ script, letters: new RegExp(`\\p{Script=${script}}`, "gu") }),
);

function scriptOf(text: string): string | undefined {
  const counted = SCRIPTS.map(({ script, letters }) => ({ script, count: text.match(letters)?.length ?? 0 }));
  const most = counted.reduce((one, other) => (other.count > one.count ? other : one));
  return most.count === 0 ? undefined : most.script;
}

function primary(language: string): string {
  return language.toLowerCase().split(/[-_]/)[0] ?? "";
}

// Sharing less than this of their letters, the passage is about the same thing and not the same words.
const LIKE_ENOUGH = 0.5;

function nearly(words: string, language: string, source: QuotedSource): Verdict {
  const nearest = nearestIn(source.words(), words);
  if (!nearest || nearest.likeness < LIKE_ENOUGH) return { verdict: "not-found" };
  const passage = forComparison(source.text.slice(nearest.start, nearest.end));
  const quoted = forComparison(words);
  const difference = wordDifference(asLargeAs(quoted, passage), quoted, language);
  return { verdict: "altered", difference, ...pageAt(source, nearest.start) };
}

function translated(
  { words, original }: { readonly words: string; readonly original: string | undefined },
  source: QuotedSource,
): Verdict {
  if (original === undefined || !/[\p{L}\p{N}]/u.test(original))
    return { verdict: "translated", likely: likelyOriginals(words, source) };
  const found = foundWords(original, source);
  if (found)
    return {
      verdict: "translated",
      original: evened(source.text.slice(found.start, found.end)),
      likely: [],
      ...pageAt(source, found.start),
    };
  return nearly(original, source.language ?? "und", source);
}

const MOST_LIKELY = 3;
const LONGEST_READ = 200_000;

/** Sentences of a foreign text with the figures and names of the quotation, of about its length. */
function likelyOriginals(words: string, { text }: QuotedSource): readonly string[] {
  const wanted = marksOf(words);
  const read = text.slice(0, LONGEST_READ);
  const sentences = sentencesIn(read).map(({ start, end }) => read.slice(start, end).trim());
  return sentences
    .map((sentence) => ({ sentence, score: likenessOf(wanted, words, sentence) }))
    .filter(({ score }) => score >= 0.5)
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST_LIKELY)
    .map(({ sentence }) => evened(sentence));
}

/** What survives a translation: figures, and words with capitals inside a sentence. */
function marksOf(words: string): ReadonlySet<string> {
  const figures = lettersOf(words).folded.match(/\d+/g) ?? [];
  const names = words.match(/(?<=[\p{L},] )\p{Lu}[\p{L}\p{M}]{2,}/gu) ?? [];
  return new Set([...figures, ...names.map((name) => name.toLowerCase())]);
}

function likenessOf(wanted: ReadonlySet<string>, words: string, sentence: string): number {
  const has = marksOf(sentence);
  const shared = [...wanted].filter((mark) => has.has(mark)).length;
  const marks = wanted.size === 0 ? 0 : shared / wanted.size;
  const length = Math.min(words.length, sentence.length) / Math.max(words.length, sentence.length, 1);
  const speaks = /[«„“"”»]/.test(sentence) ? 0.25 : 0;
  return marks * 0.5 + length * 0.25 + speaks;
}

/** A passage on one line, words that a line's end broke made whole. */
function evened(text: string): string {
  return text
    .replaceAll(/(?<=\p{L})[-\u00ad¬⸗=][ \t]*(?:\r?\n|\f)[ \t]*(?=\p{L})/gu, "")
    .replaceAll(/[\u00ad\u200b\ufeff]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** Evened, and with one kind of mark, so that only words differ. */
function forComparison(text: string): string {
  return evened(text)
    .replaceAll(/[\u0640\u064b-\u065f\u0670]/g, "")
    .replaceAll(/[«»“”„‟]/g, '"')
    .replaceAll(/['’‘ʼ`´]/g, "’")
    .replaceAll(/[‐‑]/g, "-")
    .replaceAll(/[−–—]/g, "–")
    .replaceAll(/^[\s"’.,;:!?…–]+|[\s"’.,;:!?…–]+$/g, "");
}

/** The passage with its first letter as large as the quotation's: where a sentence is cut is the writer's choice. */
function asLargeAs(quoted: string, passage: string): string {
  const first = passage.charAt(0);
  return first.toLowerCase() === quoted.charAt(0).toLowerCase() ? quoted.charAt(0) + passage.slice(1) : passage;
}
