/** Days, instants and datelines in words, pinned so that every runtime prints the same. */
import type { DatelineStyle, DayStyle } from "#text/typography/dates.ts";

export const dayCases: readonly {
  readonly rule: string;
  readonly language: string;
  readonly day: string;
  readonly style?: DayStyle;
  readonly printed: string;
}[] = [
  { rule: "an English day begins with the day", language: "en", day: "2018-02-16", printed: "16 February 2018" },
  { rule: "an American day begins with the month", language: "en-US", day: "2018-02-16", printed: "February 16, 2018" },
  {
    rule: "a Russian day ends with its word for year",
    language: "ru",
    day: "2018-02-16",
    printed: "16 февраля 2018 года",
  },
  { rule: "an Arabic day has figures everybody reads", language: "ar", day: "2018-02-16", printed: "16 فبراير 2018" },
  {
    rule: "an Arabic day of another country keeps the calendar and the figures",
    language: "ar-SA",
    day: "2018-02-16",
    printed: "16 فبراير 2018",
  },
  { rule: "a German day has its full stop", language: "de", day: "2018-02-16", printed: "16. Februar 2018" },
  { rule: "a French day is plain", language: "fr", day: "2018-02-16", printed: "16 février 2018" },
  { rule: "a day has no zero before it", language: "en", day: "2026-11-03", printed: "3 November 2026" },
  { rule: "a short day shortens the month", language: "en", day: "2018-02-16", style: "short", printed: "16 Feb 2018" },
  { rule: "a short Russian day", language: "ru", day: "2018-02-16", style: "short", printed: "16 февр. 2018 г." },
  { rule: "a day in figures", language: "ru", day: "2018-02-06", style: "numeric", printed: "06.02.2018" },
  { rule: "an American day in figures", language: "en-US", day: "2018-02-06", style: "numeric", printed: "02/06/2018" },
  { rule: "a month", language: "en", day: "2018-02", printed: "February 2018" },
  { rule: "a Russian month stands in the nominative", language: "ru", day: "2018-02", printed: "февраль 2018 года" },
  { rule: "a month in figures", language: "en", day: "2018-02", style: "numeric", printed: "02.2018" },
  { rule: "a year is its figures", language: "ru", day: "2003", printed: "2003" },
  { rule: "an early year has no zeros before it", language: "en", day: "0476", printed: "476" },
  { rule: "a day that does not exist comes back as it was", language: "en", day: "2018-02-31", printed: "2018-02-31" },
  { rule: "what is no day comes back as it was", language: "en", day: "soon", printed: "soon" },
  {
    rule: "a language nobody knows is printed as English",
    language: "zz",
    day: "2018-02-16",
    printed: "16 February 2018",
  },
  {
    rule: "a language tag nobody can read is printed as English",
    language: "not a tag",
    day: "2018-02-16",
    printed: "16 February 2018",
  },
];

export const datelineCases: readonly {
  readonly rule: string;
  readonly language: string;
  readonly style: DatelineStyle;
  readonly place?: string;
  readonly printed: string;
}[] = [
  { rule: "place and date", language: "en", style: "place-date", printed: "Brussels, 16 February 2018" },
  {
    rule: "place and date in Arabic, with its comma",
    language: "ar",
    style: "place-date",
    place: "بروكسل",
    printed: "بروكسل، 16 فبراير 2018",
  },
  { rule: "date and place", language: "en", style: "date-place", printed: "16.02.2018, Brussels." },
  {
    rule: "capitals, month shortened as agencies do",
    language: "en",
    style: "capitals",
    printed: "BRUSSELS, Feb. 16 —",
  },
  {
    rule: "Russian capitals, month in full",
    language: "ru",
    style: "capitals",
    place: "Брюссель",
    printed: "БРЮССЕЛЬ, 16 февраля —",
  },
  {
    rule: "Turkish capitals keep the dot",
    language: "tr",
    style: "capitals",
    place: "İzmir",
    printed: "İZMİR, 16 Şubat —",
  },
  { rule: "without a place the day stands alone", language: "en", style: "capitals", place: "", printed: "Feb. 16 —" },
];

export const instantCases: readonly {
  readonly rule: string;
  readonly language: string;
  readonly timeZone: string;
  readonly at: string;
  readonly printed: string;
}[] = [
  {
    rule: "an instant is what the clocks of the edition show",
    language: "en",
    timeZone: "Europe/Brussels",
    at: "2018-02-16T23:05:00Z",
    printed: "17 February 2018, 00:05",
  },
  {
    rule: "American clocks count to twelve",
    language: "en-US",
    timeZone: "America/New_York",
    at: "2018-02-16T23:05:00Z",
    printed: "February 16, 2018, 6:05 PM",
  },
  {
    rule: "summer time counts",
    language: "ru",
    timeZone: "Europe/Riga",
    at: "2026-07-01T06:00:00Z",
    printed: "1 июля 2026 года, 09:00",
  },
  {
    rule: "Arabic clocks count to twenty-four",
    language: "ar",
    timeZone: "Asia/Beirut",
    at: "2026-01-01T21:30:00Z",
    printed: "1 يناير 2026، 23:30",
  },
];

export const numberCases: readonly { readonly number: number; readonly language: string; readonly words: string }[] = [
  { number: 0, language: "en", words: "zero" },
  { number: 17, language: "en", words: "seventeen" },
  { number: 40, language: "en", words: "forty" },
  { number: 99, language: "en", words: "ninety-nine" },
  { number: 0, language: "ru", words: "ноль" },
  { number: 17, language: "ru", words: "семнадцать" },
  { number: 21, language: "ru", words: "двадцать один" },
  { number: 90, language: "ru", words: "девяносто" },
  { number: 10, language: "ar", words: "عشرة" },
  { number: 11, language: "ar", words: "أحد عشر" },
  { number: 17, language: "ar", words: "سبعة عشر" },
  { number: 21, language: "ar", words: "واحد وعشرون" },
  { number: 80, language: "ar", words: "ثمانون" },
  { number: 100, language: "en", words: "100" },
  { number: 1.5, language: "en", words: "1.5" },
  { number: -1, language: "ru", words: "-1" },
  { number: 7, language: "fi", words: "7" },
];
