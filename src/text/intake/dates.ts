/**
 * Dates as copy writes them, in the months of many languages: which day or month is
 * meant, what is ambiguous, what cannot be. What a date means for a story is decided elsewhere.
 */
import { isDay } from "#lib/days.ts";
import type { Span } from "./passages.ts";

export type DateOrder = "day-first" | "month-first";

export type WrittenDate = Span & {
  readonly year: number | null;
  readonly month: number;
  readonly day: number | null;
  /** Two small numbers: the edition's order decided which is the month. */
  readonly ambiguous: boolean;
  /** No calendar has such a day. */
  readonly impossible: boolean;
  /** The year was written with two digits. */
  readonly shortYear: boolean;
};

type Reading = Omit<WrittenDate, "start" | "end">;
type Parts = { readonly year?: number | null; readonly month: number; readonly day?: number | null };

/** Every date with at least a month in figures or words, from left to right. Years alone are not here. */
export function datesIn(text: string, order: DateOrder): readonly WrittenDate[] {
  const figures = westernDigits(text);
  const dates: WrittenDate[] = [];
  let from = 0;
  for (const { index } of figures.matchAll(/\d+/g)) {
    if (index < from) continue;
    const date = dateAtFigures(figures, index, from, order);
    if (date) {
      dates.push(date);
      from = date.end;
    }
  }
  return dates;
}

/** The date that begins at an offset, if one does. */
export function dateAt(text: string, at: number, order: DateOrder): WrittenDate | undefined {
  return datesIn(text.slice(at, at + 60), order).find(({ start }) => start === 0);
}

/** Arabic-Indic and Persian figures as the ones dates are computed with; offsets stay. */
export function westernDigits(text: string): string {
  return /[٠-٩۰-۹]/.test(text)
    ? text.replaceAll(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    : text;
}

export function isoOf({ year, month, day }: { year: number; month: number; day?: number | null }): string {
  const parts = [String(year).padStart(4, "0"), String(month).padStart(2, "0")];
  if (day) parts.push(String(day).padStart(2, "0"));
  return parts.join("-");
}

/** The year that puts a day or month last before (or on) a given day. */
export function nearestPastYear({ month, day }: { month: number; day: number | null }, before: string): number {
  const year = Number(before.slice(0, 4));
  return isoOf({ year, month, day: day ?? 1 }) <= before ? year : year - 1;
}

// Copy leaves out the year of its own year, and in January that of the last autumn.
const UNDATED_YEAR_DAYS = 100;

/** Whether a day without a year lies behind a day: "on 12 March" in February is not last year's. */
export function liesBehind({ month, day }: { month: number; day: number | null }, before: string): boolean {
  const past = nearestPastYear({ month, day }, before);
  const daysTo = (year: number) =>
    Math.abs(Date.parse(before) - Date.parse(isoOf({ year, month, day: day ?? 1 }))) / 86_400_000;
  const isThisYear = past === Number(before.slice(0, 4));
  return daysTo(past) <= daysTo(past + 1) && (isThisYear || daysTo(past) <= UNDATED_YEAR_DAYS);
}

// A strike "that began on Feb. 20" did so last month, whatever else the sentence looks forward to.
const JUST_PAST_DAYS = 30;

/** Whether a date without a year lies so shortly before a day that it is not meant for next year. */
export function isJustPast(date: { month: number; day: number | null }, before: string): boolean {
  if (date.day === null) return false;
  const last = isoOf({ ...date, year: nearestPastYear(date, before) });
  return last < before && (Date.parse(before) - Date.parse(last)) / 86_400_000 <= JUST_PAST_DAYS;
}

function dateAtFigures(text: string, at: number, floor: number, order: DateOrder): WrittenDate | undefined {
  return (
    isoDate(text, at) ?? numericDate(text, at, order) ?? dayThenMonth(text, at) ?? monthThenFigures(text, at, floor)
  );
}

const ISO = /(?<![\d.:/-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d])(?![-/.]\d)/y;
const NUMERIC = /(?<![\d.:/-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)(?![-/.]\d)/y;
const YEAR_WORD = String.raw`(?:\s?(?:гг?\.|года|году|год|року|р\.|م(?![\p{L}])))?`;
const DAY_MONTH =
  /(?<![\d.,:/])(\d{1,2})(?:\s?(?:st|nd|rd|th|er|º|ª|\.|-?го|-е))?(?:\s?[-–—]\s?(\d{1,2})(?:st|nd|rd|th|\.)?)?\s{1,2}(?:of |de |d['’])?/uy;
const YEAR_AFTER = new RegExp(
  String.raw`(?:,?\s(?:of |de |del )?|\s?,\s?)(\d{4})(?![\d,.]*\d)(?!\p{L})${YEAR_WORD}`,
  "uy",
);

function isoDate(text: string, at: number): WrittenDate | undefined {
  const found = matchAt(ISO, text, at);
  if (!found) return undefined;
  const [whole, year, , month, day] = found;
  return {
    start: at,
    end: endOfYear(text, at + whole.length),
    ...read({ year: Number(year), month: Number(month), day: Number(day) }),
  };
}

function numericDate(text: string, at: number, order: DateOrder): WrittenDate | undefined {
  const found = matchAt(NUMERIC, text, at);
  if (!found) return undefined;
  const [whole, first = "", sign, second = "", yearText = ""] = found;
  // "10-12-14" is a score or a count more often than a date.
  if (yearText.length === 2 && sign === "-") return undefined;
  const monthFirst = order === "month-first" && Number(first) <= 12 ? true : Number(second) > 12 && Number(first) <= 12;
  const [day, month] = monthFirst ? [Number(second), Number(first)] : [Number(first), Number(second)];
  const year = yearText.length === 2 ? Number(yearText) + (Number(yearText) > 60 ? 1900 : 2000) : Number(yearText);
  const ambiguous = Number(first) <= 12 && Number(second) <= 12 && first !== second && Number(first) !== Number(second);
  return {
    start: at,
    end: endOfYear(text, at + whole.length),
    ...read({ year, month, day }),
    ambiguous,
    shortYear: yearText.length === 2,
  };
}

function endOfYear(text: string, at: number): number {
  return at + (matchAt(/\s?(?:гг?\.|года|году|год|року)(?!\p{L})/uy, text, at)?.[0].length ?? 0);
}

function dayThenMonth(text: string, at: number): WrittenDate | undefined {
  const lead = matchAt(DAY_MONTH, text, at);
  if (!lead) return undefined;
  const month = monthFrom(text, at + lead[0].length);
  if (!month) return undefined;
  const year = yearAfter(text, month.end);
  // Of "16–18 February" the first day is meant; both must be days.
  const day = Number(lead[1]);
  return {
    start: at,
    end: year?.end ?? month.end,
    ...read({ year: year?.year ?? null, month: month.month, day }),
  };
}

function monthThenFigures(text: string, at: number, floor: number): WrittenDate | undefined {
  const month = monthBefore(text, at, floor);
  if (!month) return undefined;
  const day = matchAt(
    /(\d{1,2})(?:st|nd|rd|th)?(?:\s?[–-]\s?\d{1,2}(?:st|nd|rd|th)?)?(?![\d\p{L}%])(?![.,:]\d)/uy,
    text,
    at,
  );
  if (day) {
    const end = at + day[0].length;
    const year = yearAfter(text, end);
    return {
      start: month.start,
      end: year?.end ?? end,
      ...read({ year: year?.year ?? null, month: month.month, day: Number(day[1]) }),
    };
  }
  const year = matchAt(new RegExp(String.raw`(\d{4})(?![\d\p{L}])(?![.,:]\d)${YEAR_WORD}`, "uy"), text, at);
  if (!year || !isYear(Number(year[1]))) return undefined;
  return { start: month.start, end: at + year[0].length, ...read({ year: Number(year[1]), month: month.month }) };
}

function yearAfter(text: string, at: number): { readonly year: number; readonly end: number } | undefined {
  const found = matchAt(YEAR_AFTER, text, at);
  if (!found || !isYear(Number(found[1]))) return undefined;
  return { year: Number(found[1]), end: at + found[0].length };
}

/** Whether a number can be the year of something a story tells. */
export function isYear(number: number): boolean {
  return number >= 1000 && number <= 2199;
}

function read({ year = null, month, day = null }: Parts): Reading {
  const impossible =
    month < 1 ||
    month > 12 ||
    (year !== null && !isYear(year)) ||
    (day !== null && !isDay(isoOf({ year: year ?? 2000, month, day })));
  return { year, month, day, ambiguous: false, impossible, shortYear: false };
}

/** A month's name that begins at an offset; some have two words, Levantine and Egyptian names may stand side by side. */
export function monthFrom(text: string, at: number): { readonly month: number; readonly end: number } | undefined {
  const found = matchAt(/(\p{L}+)(?:\s(\p{L}+))?/uy, text, at);
  if (!found) return undefined;
  const [, first = "", second] = found;
  const two = second === undefined ? undefined : MONTHS.get(`${first} ${second}`.toLowerCase());
  const one = monthNamed(first);
  const month = two ?? one;
  if (month === undefined) return undefined;
  let end = at + (two === undefined ? first.length : `${first} ${second}`.length);
  if (text.charAt(end) === "." && SHORT_MONTHS.has(first.toLowerCase())) end++;
  const twin = matchAt(/\s?\/\s?/y, text, end);
  const other = twin && monthFrom(text, end + twin[0].length);
  return { month, end: other && other.month === month ? other.end : end };
}

function monthBefore(
  text: string,
  at: number,
  floor: number,
): { readonly month: number; readonly start: number } | undefined {
  const before = text.slice(Math.max(floor, at - 40), at);
  const found = /(?:(?<!\p{L})(\p{L}+)\s)?(?<!\p{L})(\p{L}+)(\.?),?\s{1,2}(?:de |of )?$/u.exec(before);
  if (!found) return undefined;
  const [whole, first, last = "", stop] = found;
  const start = at - whole.length;
  const two = first === undefined ? undefined : MONTHS.get(`${first} ${last}`.toLowerCase());
  if (two !== undefined) return { month: two, start };
  const month = monthNamed(last);
  if (month === undefined || (stop && !SHORT_MONTHS.has(last.toLowerCase()))) return undefined;
  const own = first === undefined ? start : start + whole.indexOf(last, first.length);
  const twin = /(?<!\p{L})(\p{L}+(?: \p{L}+)?)\s?\/\s?$/u.exec(before.slice(0, before.length - (at - own)));
  const isTwin = twin?.[1] !== undefined && MONTHS.get(twin[1].toLowerCase()) === month;
  return { month, start: isTwin ? own - twin[0].length : own };
}

function monthNamed(word: string): number | undefined {
  // "may" and "march" are verbs unless they begin with a capital.
  if (/^(?:may|march|mar|august|mars)$/.test(word) && word !== "mars") return undefined;
  return MONTHS.get(word.toLowerCase());
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

// Twelve lists, January first; names of one month are parted by commas.
const MONTH_NAMES = `
january,jan,январь,января,январе,январю,янв,січень,січня,січні,januar,jänner,janvier,janv,enero,gennaio,janeiro,ocak,stycznia,styczniu,يناير,كانون الثاني,جانفي
february,feb,февраль,февраля,феврале,февралю,фев,февр,лютий,лютого,лютому,februar,février,fevrier,févr,febrero,febbraio,fevereiro,şubat,lutego,lutym,فبراير,شباط,فيفري
march,mar,март,марта,марте,марту,мар,березень,березня,березні,märz,mars,marzo,março,mart,marca,marcu,مارس,آذار,اذار
april,apr,апрель,апреля,апреле,апрелю,апр,квітень,квітня,квітні,avril,abril,aprile,nisan,kwietnia,kwietniu,أبريل,ابريل,إبريل,نيسان,أفريل
may,май,мая,мае,маю,травень,травня,травні,mai,mayo,maggio,maio,mayıs,maja,maju,مايو,أيار,ايار,ماي
june,jun,июнь,июня,июне,июню,июн,червень,червня,червні,juni,juin,junio,giugno,junho,haziran,czerwca,czerwcu,يونيو,يونيه,حزيران,جوان
july,jul,июль,июля,июле,июлю,июл,липень,липня,липні,juli,juillet,juil,julio,luglio,julho,temmuz,lipca,lipcu,يوليو,يوليه,تموز,جويلية
august,aug,август,августа,августе,августу,авг,серпень,серпня,серпні,août,aout,agosto,ağustos,sierpnia,sierpniu,أغسطس,اغسطس,آب,اب,أوت
september,sep,sept,сентябрь,сентября,сентябре,сентябрю,сен,сент,вересень,вересня,вересні,septembre,septiembre,settembre,setembro,eylül,września,wrześniu,سبتمبر,أيلول,ايلول
october,oct,октябрь,октября,октябре,октябрю,окт,жовтень,жовтня,жовтні,oktober,okt,octobre,octubre,ottobre,outubro,ekim,października,październiku,أكتوبر,اكتوبر,تشرين الأول,تشرين الاول
november,nov,ноябрь,ноября,ноябре,ноябрю,ноя,нояб,листопад,листопада,листопаді,novembre,noviembre,novembro,kasım,listopada,listopadzie,نوفمبر,تشرين الثاني
december,dec,декабрь,декабря,декабре,декабрю,дек,грудень,грудня,грудні,dezember,dez,décembre,déc,diciembre,dicembre,dezembro,aralık,grudnia,grudniu,ديسمبر,كانون الأول,كانون الاول`;

const SHORT_MONTHS = new Set(
  "jan feb mar apr jun jul aug sep sept oct okt nov dec dez янв фев февр мар апр июн июл авг сен сент окт ноя нояб дек janv févr juil déc".split(
    " ",
  ),
);

const MONTHS: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.trim()
    .split("\n")
    .flatMap((line, at) => line.split(",").map((name) => [name, at + 1] as const)),
);
