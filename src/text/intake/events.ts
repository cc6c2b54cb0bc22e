/** Dated background in a sentence: "Back in 2003", "on 7 May 1999", «в 2003 году». */
import {
  type DateOrder,
  datesIn,
  isJustPast,
  isoOf,
  isYear,
  liesBehind,
  nearestPastYear,
  westernDigits,
} from "./dates.ts";
import type { Span } from "./passages.ts";

export type DatePrecision = "day" | "month" | "year";
export type FoundEvent = Span & { readonly date: string; readonly precision: DatePrecision };

export type EventContext = {
  readonly order: DateOrder;
  /** The dateline's day, else today: what lies after it is no background. */
  readonly day: string;
  /** The dateline's day, when there is one: the story's own day is no event of its background. */
  readonly own: string | null;
  /** The sentence looks ahead. */
  readonly forward: boolean;
};

/** Each date of a sentence that dates something past, in order; spans cover the words of the date. */
export function eventsIn(sentence: string, context: EventContext): readonly FoundEvent[] {
  if (!/[\d٠-٩۰-۹]/.test(sentence)) return [];
  const figures = westernDigits(sentence);
  const dated = datesIn(figures, context.order);
  const written = dated.flatMap((date): FoundEvent[] => {
    if (date.impossible || date.shortYear) return [];
    if (date.day === null && date.year === null) return [];
    const isPastDay = context.forward ? isJustPast(date, context.day) : liesBehind(date, context.day);
    const year = date.year ?? (isPastDay ? nearestPastYear(date, context.day) : null);
    if (year === null) return [];
    const day = isoOf({ ...date, year });
    return [{ start: date.start, end: date.end, date: day, precision: date.day === null ? "month" : "day" }];
  });
  const years = yearsIn(figures).filter(
    ({ start, end }) => !dated.some((date) => start < date.end && date.start < end),
  );
  return [...written, ...years]
    .sort((a, b) => a.start - b.start)
    .filter(({ date, precision }) => isPast(date, precision, context))
    .filter(({ date }, at, all) => all.findIndex((other) => other.date === date) === at);
}

function isPast(date: string, precision: DatePrecision, { day, own, forward }: EventContext): boolean {
  if (date === own) return false;
  const until = day.slice(0, date.length);
  if (date > until) return false;
  // "this year" of a sentence that looks ahead is not background.
  return !(date === until && (forward || precision === "day"));
}

const YEAR = String.raw`(?<year>1[0-9]\d\d|20\d\d|21\d\d)`;
// Counted things, and what numbers stand before them: "in 2003 soldiers" is a number unless the sentence begins so.
const COUNTED =
  /^[\s\u00a0](?:people|persons|troops|soldiers|men|women|children|students|workers|voters|votes|cases|deaths|dollars|euros|roubles|rubles|pounds|kilomet(?:er|re)s|km|met(?:er|re)s|miles|tons|tonnes|kg|houses|homes|villages|ships|aircraft|vehicles|tanks|units|pages|hours|days|weeks|months|years|times|hp|kcal|человек|людей|солдат|военных|рублей|долларов|евро|километров|км|метров|тонн|домов|случаев|мест|голосов|дней|часов|раз|штук|Menschen|Soldaten|Euro|personnes|soldats|euros)(?![\p{L}])/iu;
const NOT_AFTER = String.raw`(?<![\p{N}.,$€£₽#№/\-–]|[$€£₽#№]\s)`;
const NOT_BEFORE = String.raw`(?![\p{L}\p{N}])(?!['’]?(?:s|х|х)(?![\p{L}]))(?![.,:/]\d)(?!\s?(?:%|€|\$|₽|°|процент))`;

const BEFORE_YEAR =
  /(?:^|[\s(“"«—–-])(?:(?:back\s)?in|by|since|until|till|before|after|from|to|between|during|throughout|around|circa|of|as of|and|early|mid|late|in (?:early|mid|late|the (?:spring|summer|autumn|fall|winter|beginning|end|middle) of)|spring|summer|autumn|fall|winter|the year|year|im Jahre?|im|seit|bis|ab|vor|nach|von|zwischen|Anfang|Ende|Mitte|Jahr|en|depuis|avant|après|jusqu['’]en|fin|début|dès|année|desde|hasta|entre|dal|nel|w|roku|في|منذ|عام|سنة|حتى|قبل|بعد|العام)[\s\u00a0]$|(?:early|mid|late)-$/iu;
const LIST_BEFORE =
  /(?:1[0-9]\d\d|20\d\d)(?:\s?[–—-]\s?|\s(?:and|to|till|until|or|и|по|до|или|bis|und|et|à)\s|,\s(?:and\s)?)$/u;
const RU_PREPOSITION =
  /(?:^|[\s(«—–-])(?:в|во|к|ко|с|со|до|после|по|на|от|около|весной|летом|осенью|зимой|начале|конце|середине|начала|конца|году|год|года|у|від|після|протягом)[\s\u00a0]$/iu;
const RU_YEAR_WORD =
  /^(?:-(?:м|го|й|му))?[\s\u00a0]?(?:гг?\.|годах|годов|года|году|годом|годы|год|роках|років|року|році|рік|роки)(?![\p{L}])|^-(?:м|го|му|й)(?![\p{L}])/iu;
// "the 2014 election": an adjective only before what happens in years.
const YEARLY =
  /^\s(?:\p{Ll}+\s)?(?:war|elections?|vote|agreement|treaty|accords?|referendum|crisis|coup|revolution|uprising|invasion|summit|olympics|world cup|census|earthquake|floods?|attacks?|law|act|constitution|ceasefire|protests?|campaign|budget|season|report)(?![\p{L}])/iu;

function yearsIn(text: string): FoundEvent[] {
  const found: FoundEvent[] = [];
  for (const match of text.matchAll(
    new RegExp(
      `${NOT_AFTER}${YEAR}${NOT_BEFORE}|(?<=(?:1[0-9]|20)\\d\\d\\s?[–—-]\\s?)${YEAR.replace("year", "second")}${NOT_BEFORE}`,
      "gu",
    ),
  )) {
    const year = match.groups?.["year"] ?? match.groups?.["second"] ?? "";
    const span = { start: match.index, end: match.index + year.length };
    if (isYear(Number(year)) && isWrittenAsYear(text, span)) found.push({ ...span, date: year, precision: "year" });
  }
  return found;
}

function isWrittenAsYear(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  const after = text.slice(end, end + 40);
  if (RU_YEAR_WORD.test(after)) return true;
  const isRange =
    /^\s?[–—-]\s?(?:1[0-9]|20)\d\d(?!\d)/.test(after) &&
    (BEFORE_YEAR.test(before) ||
      RU_YEAR_WORD.test(after.replace(/^\s?[–—-]\s?\d{4}/, "")) ||
      /^\s?[–—-]\s?\d{4}[\s,.;)]/.test(after));
  const isCounted = COUNTED.test(after);
  if (LIST_BEFORE.test(before)) return !isCounted && listStartsAsYear(text, start);
  if (RU_PREPOSITION.test(before) && /\p{Script=Cyrillic}/u.test(before))
    return !isCounted && /^[\s,.;:)–—-]*$|^[,.;)]/.test(after.slice(0, 1) || ".") && isYearRange(text, end);
  if (isRange) return true;
  if (!BEFORE_YEAR.test(before)) return /(?:^|\s)(?:the|its|his|their|a)\s$/iu.test(before) && YEARLY.test(after);
  // "In 2010 people left" counts no people; "with 2010 people" does.
  return !isCounted || (/^(?:\p{L}+\s){0,2}$/u.test(before.trimStart()) && start < 12);
}

/** Russian needs the word for "year" somewhere: `с 2003 по 2011 год`. */
function isYearRange(text: string, end: number): boolean {
  return (
    /^(?:\s(?:по|до|и)\s\d{4})?[\s\u00a0]?(?:гг?\.|год)/u.test(text.slice(end)) ||
    /^(?:[,.;)]|$)/.test(text.slice(end, end + 1))
  );
}

/** The years of a list are years when the first one is: "from 2003 to 2011", "in 2003 and 2011". */
function listStartsAsYear(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 60), start);
  const first = /(?:1[0-9]|20)\d\d(?:(?:\s?[–—-]\s?|,\s(?:and\s)?|\s\p{L}{1,5}\s)(?:1[0-9]|20)?\d?\d?)*$/u.exec(before);
  if (!first) return false;
  const at = Math.max(0, start - 60) + first.index;
  return isWrittenAsYear(text, { start: at, end: at + 4 });
}
