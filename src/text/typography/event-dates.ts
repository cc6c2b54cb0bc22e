/** When something happened, in the words of a language: "summer 2018", "about 2003", "between May 2003 and 2011". */
import { type EventDate, type Season, seasonOf } from "../events/dates.ts";
import { printDay } from "./dates.ts";

type Phrases = {
  readonly seasons: Readonly<Record<Season, string>>;
  readonly season: (season: string, year: string) => string;
  readonly about: (when: string) => string;
  readonly between: (from: string, to: string) => string;
};

const PHRASES: Readonly<Record<string, Phrases>> = {
  en: {
    seasons: { spring: "spring", summer: "summer", autumn: "autumn", winter: "winter" },
    season: (season, year) => `${season} ${year}`,
    about: (when) => `about ${when}`,
    between: (from, to) => `between ${from} and ${to}`,
  },
  ru: {
    seasons: { spring: "весна", summer: "лето", autumn: "осень", winter: "зима" },
    season: (season, year) => `${season} ${year} года`,
    about: (when) => `примерно ${when}`,
    between: (from, to) => `в промежутке: ${from} — ${to}`,
  },
  ar: {
    seasons: { spring: "ربيع", summer: "صيف", autumn: "خريف", winter: "شتاء" },
    season: (season, year) => `${season} ${year}`,
    about: (when) => `نحو ${when}`,
    between: (from, to) => `بين ${from} و${to}`,
  },
  de: {
    seasons: { spring: "Frühjahr", summer: "Sommer", autumn: "Herbst", winter: "Winter" },
    season: (season, year) => `${season} ${year}`,
    about: (when) => `um ${when}`,
    between: (from, to) => `zwischen ${from} und ${to}`,
  },
  fr: {
    seasons: { spring: "printemps", summer: "été", autumn: "automne", winter: "hiver" },
    season: (season, year) => `${season} ${year}`,
    about: (when) => `vers ${when}`,
    between: (from, to) => `entre ${from} et ${to}`,
  },
  es: {
    seasons: { spring: "primavera", summer: "verano", autumn: "otoño", winter: "invierno" },
    season: (season, year) => `${season} de ${year}`,
    about: (when) => `hacia ${when}`,
    between: (from, to) => `entre ${from} y ${to}`,
  },
  uk: {
    seasons: { spring: "весна", summer: "літо", autumn: "осінь", winter: "зима" },
    season: (season, year) => `${season} ${year} року`,
    about: (when) => `приблизно ${when}`,
    between: (from, to) => `у проміжку: ${from} — ${to}`,
  },
};

/** In a language without phrases of its own the signs speak: `~ 2003`, `2003 – 2011`, and a season is its months. */
const SIGNS: Pick<Phrases, "about" | "between"> = {
  about: (when) => `~ ${when}`,
  between: (from, to) => `${from} – ${to}`,
};

export function printEventDate(date: EventDate, language: string): string {
  const phrases = PHRASES[language.toLowerCase().split(/[-_]/)[0] ?? ""];
  const { about, between } = phrases ?? SIGNS;
  const season = seasonOf(date);
  if (season) {
    const year = date.edtf.slice(0, 4);
    if (phrases) return phrases.season(phrases.seasons[season], String(Number(year)));
    return between(printDay(date.from.slice(0, 7), language), printDay(date.to.slice(0, 7), language));
  }
  if (date.precision === "about") return about(printDay(date.edtf.slice(0, -1), language));
  const [from = "", to = ""] = date.edtf.split("/");
  return date.precision === "between"
    ? between(printDay(from, language), printDay(to, language))
    : printDay(date.edtf, language);
}
