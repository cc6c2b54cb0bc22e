/** Numbers as copy writes them, in figures and words of five languages: what each may mean, and where it stands. */
import { numberInWords } from "../typography/numbers.ts";

export type Figure = {
  /** As it is written, its "million" or "per cent" included. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
  /** One, or two where a sign may part thousands or decimals: `1.500`. */
  readonly values: readonly number[];
  /** How far a number that is said in round is from what it stands for: half of its last figure's place. */
  readonly roundedBy: number;
  /** "About", "more than": it is no claim to the last figure. */
  readonly isApproximate: boolean;
  readonly isPerCent: boolean;
  readonly inFigures: boolean;
};

/** Every number, from left to right. Those that are part of a name or of a time (`F-16`, `G7`, `12:30`) are left out. */
export function figuresIn(text: string): readonly Figure[] {
  const western = text.replaceAll(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
  const found: Figure[] = [];
  for (const match of western.matchAll(NUMBER)) {
    const { index, groups = {} } = match;
    const values = groups["figures"] === undefined ? wordValue(groups["word"] ?? "") : valuesOf(groups["figures"]);
    const factor = multiplier(groups["times"] ?? "");
    if (values.length === 0) continue;
    const end = index + match[0].length;
    found.push({
      words: text.slice(index, end),
      start: index,
      end,
      values: values.map((value) => value * factor),
      roundedBy: factor === 1 ? 0 : (factor * placeOf(groups["figures"] ?? "")) / 2,
      isApproximate: ABOUT.test(western.slice(Math.max(0, index - 24), index)),
      isPerCent: groups["percent"] !== undefined,
      inFigures: groups["figures"] !== undefined,
    });
  }
  return found;
}

/** Whether two numbers may be one: the same, or one of them said in round. */
export function isSameFigure(one: Figure, other: Figure): boolean {
  return one.values.some((value) =>
    other.values.some((its) => {
      const apart = Math.abs(value - its);
      if (apart <= Math.max(one.roundedBy, other.roundedBy) + 1e-9) return true;
      return (one.isApproximate || other.isApproximate) && apart <= Math.max(value, its) * ABOUT_PART;
    }),
  );
}

// "Around 3,000" may be 2,800 people and is not 2,000.
const ABOUT_PART = 0.1;

const ABOUT =
  /(?:about|around|some|nearly|almost|roughly|over|under|more than|less than|at least|up to|close to|около|почти|свыше|более|менее|примерно|порядка|больше|меньше|до|rund|etwa|fast|knapp|mehr als|über|unter|gegen|ungefähr|environ|près de|presque|plus de|moins de|quelque|au moins|نحو|حوالي|قرابة|أكثر من|أقل من|ما يقرب من|زهاء)\s*$/iu;

const TIMES: readonly (readonly [RegExp, number])[] = [
  [/^(?:hundred|hundert|cents?)$/iu, 1e2],
  [/^(?:thousand|тыс\.?|тысяч\p{L}*|tausend|mille|ألف|آلاف|ألفا|الف)$/iu, 1e3],
  [/^(?:million|millions|mn|m|млн\.?|миллион\p{L}*|millionen|mio\.?|مليون|ملايين|مليونا)$/iu, 1e6],
  [/^(?:bn|млрд\.?|миллиард\p{L}*|milliarden?|milliards?|mrd\.?|مليار|مليارات|مليارا)$/iu, 1e9],
  [/^(?:billion|billions)$/iu, 1e9],
  [/^(?:trillion|trillions|трлн\.?|триллион\p{L}*)$/iu, 1e12],
];

const TIMES_WORDS =
  "hundred|thousand|millions?|billions?|trillions?|bn|тыс\\.?|тысяч\\p{L}*|млн\\.?|миллион\\p{L}*|млрд\\.?|миллиард\\p{L}*|трлн\\.?|триллион\\p{L}*|hundert|tausend|[Mm]illionen|[Mm]io\\.?|[Mm]illiarden?|[Mm]rd\\.?|mille|milliards?|ألفا?|آلاف|مليونا?|ملايين|مليارا?|مليارات";

const PER_CENT = "%|٪|per ?cent|percent|[Pp]rozent|pour cent|процент\\p{L}*|بالمئة|بالمائة|في المئة|في المائة";

function multiplier(words: string): number {
  return TIMES.find(([pattern]) => pattern.test(words.trim()))?.[1] ?? 1;
}

/** One separator before three last figures may part thousands or decimals; what else it may be, it is. */
function valuesOf(figures: string): number[] {
  const plain = figures.replaceAll(/[\s'’\u00a0\u202f\u2009٬]/g, "").replaceAll("٫", ",");
  const signs = plain.replaceAll(/\d/g, "");
  if (signs === "") return [Number(plain)];
  if (signs.length > 1) {
    const last = signs.at(-1) ?? "";
    const isDecimal = signs.slice(0, -1) !== last.repeat(signs.length - 1);
    const whole = isDecimal ? plain.slice(0, plain.lastIndexOf(last)) : plain;
    const rest = isDecimal ? plain.slice(plain.lastIndexOf(last) + 1) : "";
    return [Number(`${whole.replaceAll(/[.,]/g, "")}${rest && `.${rest}`}`)];
  }
  const decimal = Number(plain.replace(",", "."));
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(plain) ? [Number(plain.replace(/[.,]/, "")), decimal] : [decimal];
}

/** What one of the last figure is worth: 0.1 for "1.5", 1 for "15", 1 for a word. */
function placeOf(figures: string): number {
  return 10 ** -(/[.,٫](\d+)$/.exec(figures)?.[1]?.length ?? 0);
}

function wordValue(word: string): number[] {
  const value = WORDS.get(word.toLowerCase().replaceAll(/[\s-]+/g, " "));
  return value === undefined ? [] : [value];
}

const GERMAN_ONES = ["", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"];
const GERMAN_TENS = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"];
const GERMAN_TEENS = "zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split(" ");
const FRENCH =
  "trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt".split(
    " ",
  );
const FRENCH_TENS = [
  ["trente", 30],
  ["quarante", 40],
  ["cinquante", 50],
  ["soixante", 60],
  ["soixante-dix", 70],
  ["septante", 70],
  ["quatre-vingts", 80],
  ["quatre-vingt-dix", 90],
  ["nonante", 90],
  ["cent", 100],
] as const;
const RUSSIAN_OBLIQUE =
  "трёх четырёх пяти шести семи восьми девяти десяти одиннадцати двенадцати тринадцати четырнадцати пятнадцати шестнадцати семнадцати восемнадцати девятнадцати двадцати".split(
    " ",
  );
const RUSSIAN_TENS_OBLIQUE = [
  ["тридцати", 30],
  ["сорока", 40],
  ["пятидесяти", 50],
  ["шестидесяти", 60],
  ["семидесяти", 70],
  ["восьмидесяти", 80],
  ["девяноста", 90],
  ["сто", 100],
  ["ста", 100],
  ["полтора", 1.5],
  ["полутора", 1.5],
] as const;

/** Words for numbers from three on: "one" and "two" are articles and pronouns as often as numbers. */
const WORDS: ReadonlyMap<string, number> = new Map<string, number>([
  ...["en", "ru", "ar"].flatMap((language) =>
    Array.from({ length: 97 }, (_, at) => [numberInWords(at + 3, language).replaceAll("-", " "), at + 3] as const),
  ),
  ...GERMAN_TEENS.map((word, at) => [word, at + 10] as const),
  ...GERMAN_ONES.flatMap((word, at) => (at > 2 ? [[word, at] as const] : [])),
  ...GERMAN_TENS.flatMap((tens, ten) =>
    GERMAN_ONES.map((ones, one) => [one === 0 ? tens : `${ones}und${tens}`, (ten + 2) * 10 + one] as const),
  ),
  ...FRENCH.map((word, at) => [word.replaceAll("-", " "), at + 3] as const),
  ...FRENCH_TENS.map(([word, value]) => [word.replaceAll("-", " "), value] as const),
  ...RUSSIAN_OBLIQUE.map((word, at) => [word, at + 3] as const),
  ...RUSSIAN_TENS_OBLIQUE,
]);

const WORD = [...WORDS.keys()]
  .sort((one, other) => other.length - one.length)
  .map((word) => word.replaceAll(" ", "[\\s-]"))
  .join("|");

const FIGURES = "\\d{1,3}(?:[ \\u00a0\\u202f\\u2009'’٬]\\d{3})+(?:[.,٫]\\d+)?|\\d+(?:[.,٫]\\d+)*";

// Not inside a word, a time, a fraction or a longer number, and not hung on a letter by a hyphen.
const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}_/:#@]|[.,]\\d*|\\p{L}[-‑])(?:(?<figures>${FIGURES})(?![\\p{N}:/]\\d|[-‑]?\\p{L}*\\d)|(?<word>${WORD})(?![\\p{L}\\p{N}]))(?:[\\s-](?<times>${TIMES_WORDS})(?![\\p{L}\\p{N}]))?(?:\\s?(?<percent>${PER_CENT})(?![\\p{L}\\p{N}]))?(?![\\p{L}\\p{N}]*[-‑]\\d)`,
  "giu",
);
