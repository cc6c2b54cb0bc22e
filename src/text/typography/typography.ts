/**
 * Typewriter signs → printed ones, on request only: quotation marks, apostrophes,
 * dashes, ellipses and spaces that must not break. No letter and no figure changes.
 */
import { withQuotes } from "./quotes.ts";

/**
 * The text with the signs of its language (English, Russian, Arabic, German, French); in other languages only
 * ellipses are set. Signs that are already printed ones are left alone, so that doing it twice changes nothing more.
 * Addresses of pages and mailboxes stay as they are.
 */
export function withTypography(text: string, language: string): string {
  const primary = language.toLowerCase().split(/[-_]/)[0] ?? "";
  const rules = LANGUAGES[primary] ?? [];
  const shielded = text.split(ADDRESS);
  // Split by a pattern in brackets, every second part is an address.
  const quoted = withQuotes(shielded, primary);
  return quoted
    .map((part, at) =>
      at % 2 === 1 ? part : [...EVERYWHERE, ...rules].reduce((so, [from, to]) => so.replace(from, to), part),
    )
    .join("");
}

const ADDRESS = /((?:https?:\/\/|www\.)[^\s<>"“”«»„]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+)/;

type Rule = readonly [RegExp, string];

const NBSP = "\u00a0";
const NARROW = "\u202f";

// "?.." and "!.." are Russian signs of their own, and more dots than three are somebody's wish.
const EVERYWHERE: readonly Rule[] = [[/(?<![.?!])\.{3}(?!\.)/g, "…"]];

const SHORT_DASH: readonly Rule[] = [[/(?<=\S) --? (?=\S)/g, " – "]];
const YEARS: readonly Rule[] = [[/(?<![\d-–])([12]\d{3})-([12]\d{3})(?![\d-–])/g, "$1–$2"]];

const LANGUAGES: Readonly<Record<string, readonly Rule[]>> = {
  en: [
    [/(?<=\S) --? (?=\S)/g, " — "],
    [/(?<=\p{L})--(?=\p{L})/gu, "—"],
    ...YEARS,
    [/\b(Mr|Mrs|Ms|Dr|Prof|St|Gen|Sgt|Lt|Col|Sen|Rep)\. (?=\p{Lu})/gu, `$1.${NBSP}`],
    [/(?<=\d) (?=(?:million|billion|trillion|km|kg|m|cm|mm|tonnes?|%)(?![\p{L}\p{N}]))/gu, NBSP],
  ],
  ru: [
    [/^--? (?=\S)/gm, `—${NBSP}`],
    [/(?<=\S)[ \u00a0](?:--?|—) (?=\S)/g, `${NBSP}— `],
    ...YEARS,
    [/(?<=[№§]) ?(?=\d)/g, NBSP],
    [/(?<=\d) (?=(?:г|гг|в|вв|тыс|млн|млрд|трлн|руб|км|кг|м|см|мм|га|%)(?![\p{L}\p{N}]))/gu, NBSP],
    [/(?<=(?:^|[\s(«„])(?:[вксоуияа]|на|не|но|по|за|до|от|из|об|во|со|ко)) (?=[\p{L}\p{N}«„"'])/giu, NBSP],
    [/(?<=(?:^|[\s(«„.])\p{Lu}\.) ?(?=\p{Lu}(?:\.|\p{Ll}))/gu, NBSP],
  ],
  ar: [...SHORT_DASH, ...YEARS],
  de: [
    ...SHORT_DASH,
    ...YEARS,
    [/\b(z|u|d|o|i)\. ?(?=(?:B|a|h|ä|d|R)\.)/gu, `$1.${NBSP}`],
    [/(?<=\d) (?=(?:Millionen|Milliarden|Mio|Mrd|km|kg|m|cm|mm|Euro|%)(?![\p{L}\p{N}]))/gu, NBSP],
  ],
  fr: [
    ...SHORT_DASH,
    ...YEARS,
    [/«[ \u00a0\u202f]?(?=\S)/g, `«${NBSP}`],
    [/(?<=\S)[ \u00a0\u202f]?»/g, `${NBSP}»`],
    [/(?<=[\p{L}\p{N}»)”’])[ \u00a0\u202f]?(?=[;!?])/gu, NARROW],
    [/(?<=[\p{L}\p{N}»)”’])[ \u00a0\u202f]?:(?=\s|$)/gu, `${NBSP}:`],
    [/(?<=\d) (?=(?:millions?|milliards?|km|kg|m|cm|mm|euros?|%)(?![\p{L}\p{N}]))/gu, NBSP],
  ],
};
