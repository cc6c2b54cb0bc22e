/**
 * Figures, dates and names of a text that its cited sources have otherwise. Careful rather than complete: what is
 * listed is worth a look, and what a source may mean is let be.
 */
import { datesIn, isYear, type WrittenDate, westernDigits } from "../intake/dates.ts";
import { sentencesIn } from "../intake/sentences.ts";
import { type Figure, figuresIn, isSameFigure } from "./figures.ts";

export type ClaimSource = {
  readonly text: string;
  /** Days its page does not say of itself: when it came out, when it was fetched (`2018-02-15`). */
  readonly days?: readonly string[];
};

export type Passage = {
  /** A paragraph of the text. */
  readonly text: string;
  /** What is said to rest on a source; its place in the list of sources. */
  readonly cited: readonly { readonly start: number; readonly end: number; readonly source: number }[];
};

export type Differing = {
  readonly kind: "figure" | "date" | "name";
  /** As the text has it. */
  readonly words: string;
  /** What a source has in its place, where that can be told. */
  readonly instead: string | null;
  /** The place of the source in the list. */
  readonly source: number;
};

/** What differs, in the order of the text, each once. */
export function differingClaims(passages: readonly Passage[], sources: readonly ClaimSource[]): readonly Differing[] {
  const read = sources.map(readSource);
  const found = passages.flatMap((passage) => [
    ...sentencesIn(passage.text).flatMap(({ start, end }) => {
      const sentence = { text: passage.text.slice(start, end), sources: citedAt(passage, start, end) };
      return [...differingFigures(sentence, read), ...differingDates(sentence, read)];
    }),
  ]);
  const all = [...found, ...differingNames(passages.map(({ text }) => text).join("\n"), read)];
  return all.filter((one, at) => all.findIndex((other) => other.kind === one.kind && other.words === one.words) === at);
}

type ReadSource = ClaimSource & {
  readonly figures: readonly Figure[];
  readonly dates: readonly WrittenDate[];
  readonly years: ReadonlySet<number>;
  readonly names: ReadonlyMap<string, string>;
  readonly words: ReadonlySet<string>;
};

function readSource(source: ClaimSource): ReadSource {
  const dates = datesIn(source.text, "day-first");
  return {
    ...source,
    figures: figuresIn(source.text),
    dates,
    years: new Set([
      ...[...westernDigits(source.text).matchAll(YEAR)].map(([year]) => Number(year)),
      ...dates.flatMap(({ year }) => year ?? []),
      ...(source.days ?? []).map((day) => Number(day.slice(0, 4))),
    ]),
    names: new Map(namesIn(source.text).map((name) => [name.toLowerCase(), name])),
    words: new Set(source.text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []),
  };
}

const YEAR = /(?<![\d.,])[12]\d{3}(?![\d%]|[.,]\d)/g;

function citedAt({ cited }: Passage, start: number, end: number): readonly number[] {
  return [...new Set(cited.filter((one) => one.start < end && one.end > start).map(({ source }) => source))];
}

type Sentence = { readonly text: string; readonly sources: readonly number[] };

/**
 * In a sentence that rests on sources: each number none of them has. Elsewhere a number is only told of when a source
 * says another one of the same thing.
 */
function differingFigures({ text, sources }: Sentence, read: readonly ReadSource[]): Differing[] {
  const dates = datesIn(text, "day-first");
  const claims = figuresIn(text).filter(
    (figure) =>
      !isBareYear(figure) &&
      isWorthAsking(figure) &&
      !dates.some(({ start, end }) => figure.start < end && figure.end > start),
  );
  return claims.flatMap((figure): Differing[] => {
    const all = sources.length > 0 ? sources : read.keys().toArray();
    if (all.some((at) => read[at]?.figures.some((its) => isSameFigure(figure, its)))) return [];
    const about = thingOf(text, figure);
    for (const at of all) {
      const source = read[at];
      const other = source && about !== "" && source.figures.find((its) => thingOf(source.text, its) === about);
      if (other && !isBareYear(other))
        return [{ kind: "figure", words: figure.words, instead: other.words, source: at }];
    }
    const [first] = sources;
    return first === undefined || !figure.inFigures
      ? []
      : [{ kind: "figure", words: figure.words, instead: null, source: first }];
  });
}

// Small numbers in words are ways of speaking; small ones in figures count rounds, grades and places.
const SMALLEST_FIGURE = 3;
const SMALLEST_WORD = 13;

function isWorthAsking({ values, inFigures, isPerCent }: Figure): boolean {
  const least = inFigures ? SMALLEST_FIGURE : SMALLEST_WORD;
  return isPerCent || values.some((value) => value >= least);
}

function isBareYear({ words, values: [value = 0] }: Figure): boolean {
  return /^\d{4}$/.test(westernDigits(words)) && isYear(value);
}

/** What a number counts: its per cent, or the beginning of the word behind it. */
function thingOf(text: string, { end, isPerCent }: Figure): string {
  const after = /^[\s-]+(?:of |de |d['’])?([\p{L}\p{M}]{4,})/u.exec(text.slice(end, end + 40))?.[1];
  const thing = (after ?? "").toLowerCase().slice(0, 5);
  if (isPerCent) return `% ${thing}`;
  return STOPS.has(thing) ? "" : thing;
}

const STOPS = new Set(
  "that with from have were when after years this года годам году jahre jahren janvi avec dans".split(" "),
);

/** In a sentence that rests on sources: each day, month or year none of them has. */
function differingDates({ text, sources }: Sentence, read: readonly ReadSource[]): Differing[] {
  const [first] = sources;
  if (first === undefined) return [];
  const cited = sources.flatMap((at) => read[at] ?? []);
  const dates = datesIn(text, "day-first").filter(({ impossible }) => !impossible);
  const wrong = dates.filter((date) => !cited.some((source) => hasDate(source, date)));
  const years = [...westernDigits(text).matchAll(YEAR)].filter(
    ({ index, 0: year }) =>
      !dates.some(({ start, end }) => index < end && index + year.length > start) &&
      isYear(Number(year)) &&
      figuresIn(text).some(({ start, words }) => start === index && westernDigits(words) === year),
  );
  return [
    ...wrong.map(({ start, end }) => ({ words: text.slice(start, end), instead: null })),
    ...years
      .filter(({ 0: year }) => !cited.some((source) => source.years.has(Number(year))))
      .map(({ index, 0: year }) => ({ words: text.slice(index, index + year.length), instead: null })),
  ].map((one) => ({ kind: "date" as const, ...one, source: first }));
}

/** A source that leaves the year out means its own; one that gives only a month is as exact as it is. */
function hasDate({ dates, days = [] }: ReadSource, { year, month, day }: WrittenDate): boolean {
  const written = dates.some(
    (its) => isSameDay(its, month, day) && (its.year === null || year === null || its.year === year),
  );
  return written || days.some((own) => own.slice(5) === `${two(month)}-${two(day ?? Number(own.slice(8)))}`);
}

function isSameDay(its: WrittenDate, month: number, day: number | null): boolean {
  if (its.month === month) return its.day === null || day === null || its.day === day;
  // 02/03 may be read either way.
  return its.ambiguous && its.day === month && its.month === day;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

/** Names that no source has but some source has almost. */
function differingNames(text: string, read: readonly ReadSource[]): Differing[] {
  return [...new Set(namesIn(text))].flatMap((name) => {
    const small = name.toLowerCase();
    if (read.some(({ words }) => words.has(small))) return [];
    for (const [at, { names }] of read.entries()) {
      const near = [...names].find(([other]) => isMisspelt(small, other));
      if (near && !text.includes(near[1]))
        return [{ kind: "name", words: name, instead: near[1], source: at } as const];
    }
    return [];
  });
}

// Shorter names are too often two different ones.
const SHORTEST_NAME = 6;

/** Words with a capital inside a sentence: where one begins, any word has one. */
function namesIn(text: string): string[] {
  return text.match(/(?<=[\p{L}\p{N},;:»”")]\s["“«„(]?)\p{Lu}[\p{L}\p{M}]{5,}/gu) ?? [];
}

/** One letter other, missing, too many or in the wrong place, and not merely another case or number of the same word. */
function isMisspelt(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1 || Math.min(one.length, other.length) < SHORTEST_NAME)
    return false;
  let from = 0;
  while (from < one.length && one[from] === other[from]) from += 1;
  const [restOne, restOther] = [one.slice(from), other.slice(from)];
  // Endings are declined: "Talmira", "Talmiru"; "American", "Americans".
  if (restOne.length <= LONGEST_ENDING && restOther.length <= LONGEST_ENDING) return false;
  return (
    restOne.slice(1) === restOther.slice(1) ||
    restOne.slice(1) === restOther ||
    restOne === restOther.slice(1) ||
    (restOne[0] === restOther[1] && restOne[1] === restOther[0] && restOne.slice(2) === restOther.slice(2))
  );
}

const LONGEST_ENDING = 2;
