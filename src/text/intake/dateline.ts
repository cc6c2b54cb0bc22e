/** Datelines: the place and the day a story was written, on a line of their own or run in at the head of the text. */
import { type DateOrder, dateAt, isoOf, nearestPastYear, type WrittenDate, westernDigits } from "./dates.ts";

export type FoundDateline = {
  /** As it was typed, capitals taken down; empty when only a day was given. */
  readonly place: string;
  readonly date: WrittenDate | undefined;
  /** The agency in brackets or between strokes: `(Northern News)`, `/NORTHERN NEWS/`. */
  readonly agency: string | null;
  /** How much of the line it takes, the white space after it included. */
  readonly length: number;
  readonly ownLine: boolean;
  /** Neither day nor agency: a word in capitals and a dash, which may also be an acronym and its explanation. */
  readonly bare: boolean;
};

// A page says when it came out with these words before the day.
const OPENING =
  /^\s*(?:(?:dateline|дата и место|место)\s*:\s*|(?:(?:first |last )?(?:posted|published|updated|modified)(?: on| at)?|date|дата(?: публикации)?|опубликовано|обновлено|veröffentlicht(?: am)?|publié(?: le)?)\s*:?\s+(?=[\d٠-٩]|\p{Lu}))?[([]?\s*/iu;

// A dateline is short; what is longer is a sentence.
const LONGEST_DATELINE = 120;

/** The dateline a line consists of, or begins with. */
export function datelineIn(line: string, order: DateOrder): FoundDateline | undefined {
  const head = westernDigits(line.slice(0, LONGEST_DATELINE + 60));
  const opening = OPENING.exec(head)?.[0].length ?? 0;
  const found = placeFirst(head, opening, order) ?? dateFirst(head, opening, order) ?? placeAndAgency(head, opening);
  if (!found || found.at > LONGEST_DATELINE) return undefined;
  return ended(head, found, line.length > head.length);
}

type Partly = {
  readonly place: string;
  readonly date: WrittenDate | undefined;
  readonly agency: string | null;
  readonly at: number;
};

const CAPITAL = String.raw`[\p{Lu}\p{Lt}]`;
const ARABIC_WORD = String.raw`[\p{Script=Arabic}]{2,}`;
const PLACE_WORD = String.raw`(?:(?:St|ST|Ste|Mt|MT|Ft|FT|г|с|пос)\.\s)?(?:${CAPITAL}[\p{L}\p{M}]*(?:[-‐'’ʼ][\p{L}\p{M}]+)*|al-${CAPITAL}[\p{L}\p{M}]+)`;
const SMALL_WORD = `(?:de|del|la|le|les|di|da|do|dos|am|an|der|upon|sur|на|of|i|y)`;
const REGION = String.raw`,\s(?:${CAPITAL}\.(?:${CAPITAL}\.)+|${PLACE_WORD}(?:\s${PLACE_WORD}){0,2}\.?)`;
const PLACE = new RegExp(
  String.raw`(?:${PLACE_WORD}(?:\/${PLACE_WORD})?(?:[ \u00a0](?:${SMALL_WORD}[ \u00a0]){0,2}${PLACE_WORD}){0,3}(?:${REGION})?|${ARABIC_WORD}(?: ${ARABIC_WORD}){0,2})`,
  "uy",
);
const WEEKDAY = `(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)`;
const WEEKDAY_FIRST = new RegExp(String.raw`${WEEKDAY},?\s+`, "iuy");
const ENDS_WITH_WEEKDAY = new RegExp(`${WEEKDAY}$`, "iu");
const BETWEEN = new RegExp(
  String.raw`\s*(?:[,،.:|·•/—–-]\s*|\s)(?:(?:on\s)?${WEEKDAY},?\s*)?(?:(?:le|den|am|el|il|on)\s)?`,
  "iuy",
);
const TIME =
  /\s?[,|·•]?\s*(?:at\s|в\s)?\d{1,2}[:.]\d{2}(?:\s?(?:[ap]\.?m\.?|h|GMT|UTC|CET|CEST|EST|EDT|BST|MSK|МСК|мск))?(?:\s?[+-]\d{1,2})?/iuy;

function placeFirst(line: string, at: number, order: DateOrder): Partly | undefined {
  const place = placeAt(line, at);
  if (!place) return undefined;
  for (const end of place.ends) {
    const agency = agencyAt(line, end);
    const afterAgency = agency?.end ?? end;
    const between = matchAt(BETWEEN, line, afterAgency);
    const dateStart = afterAgency + (between?.[0].length ?? 0);
    const date = between ? dateIn(line, dateStart, order) : undefined;
    if (!date) continue;
    const after = date.end + (matchAt(TIME, line, date.end)?.[0].length ?? 0);
    const later = agency ?? agencyAt(line, after);
    return { place: line.slice(at, end), date, agency: later?.name ?? null, at: Math.max(after, later?.end ?? 0) };
  }
  return undefined;
}

function dateFirst(line: string, at: number, order: DateOrder): Partly | undefined {
  const weekday = matchAt(WEEKDAY_FIRST, line, at)?.[0].length ?? 0;
  const date = dateIn(line, at + weekday, order);
  if (!date) return undefined;
  const after = date.end + (matchAt(TIME, line, date.end)?.[0].length ?? 0);
  const between = matchAt(/\.?\s*[,،.|·•/—–-]\s*|\s+/uy, line, after);
  const place = between ? placeAt(line, after + between[0].length) : undefined;
  if (!between || !place) {
    const agency = agencyAt(line, after);
    return { place: "", date, agency: agency?.name ?? null, at: agency?.end ?? after };
  }
  const start = after + between[0].length;
  for (const end of place.ends) {
    const agency = agencyAt(line, end);
    const rest = line.slice(agency?.end ?? end);
    if (closes(rest))
      return { place: line.slice(start, end), date, agency: agency?.name ?? null, at: agency?.end ?? end };
  }
  return undefined;
}

/** `PARIS (Agency) - `: no day is given. */
function placeAndAgency(line: string, at: number): Partly | undefined {
  const place = placeAt(line, at);
  for (const end of place?.ends ?? []) {
    const agency = agencyAt(line, end);
    if (agency && /^\s*(?:[—–-]{1,2}|:)\s/.test(line.slice(agency.end))) {
      return { place: line.slice(at, end), date: undefined, agency: agency.name, at: agency.end };
    }
    // Without an agency only a place in capitals with a long dash is told from a word and its explanation.
    const name = line.slice(at, end);
    if (/^[\p{Lu}\s.,'’-]{4,}$/u.test(name) && /^\s+(?:—|--)\s+\p{Lu}/u.test(line.slice(end))) {
      return { place: name, date: undefined, agency: null, at: end };
    }
  }
  return undefined;
}

// Words that begin sentences, not names of places.
const NOT_A_PLACE =
  /^(?:In|On|At|By|After|Since|From|Until|Before|During|The(?! Hague)|A|An|As|Late|Early|Last|Next|This|Only|And|But|When|While|It|He|She|They|We|Updated?|Published|Posted|Date|Today|В|На|К|С|По|После|До|Ещ[её]|С|От|Из|И|А|Но|Утром|Вечером|Дата|Опубликовано|Обновлено|Am|Im|Seit|Nach|Vor|Le|Depuis|Après|Dès|في|يوم|منذ|بعد|قبل|من|إلى|وفي|كما|وقد|قال|أعلن)(?![\p{L}\p{M}'’-])/u;

/** A place at an offset: where it may end, longest first. */
function placeAt(line: string, at: number): { readonly ends: readonly number[] } | undefined {
  const found = matchAt(PLACE, line, at);
  if (!found || NOT_A_PLACE.test(found[0])) return undefined;
  const ends = [found[0].length];
  for (const { index } of found[0].matchAll(/[,\s]/g)) if (!/[,\s]$/.test(found[0].slice(0, index))) ends.push(index);
  return {
    ends: [...new Set(ends.filter((end) => !ENDS_WITH_WEEKDAY.test(found[0].slice(0, end))))]
      .sort((a, b) => b - a)
      .map((length) => at + length),
  };
}

function dateIn(line: string, at: number, order: DateOrder): WrittenDate | undefined {
  const date = dateAt(line, at, order);
  if (!date || date.day === null) return undefined;
  return { ...date, start: at + date.start, end: at + date.end };
}

const AGENCY_WORDS = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N} .&'’«»“”"-]{0,50}`;
const AGENCY = new RegExp(String.raw`[.,]?\s*(?:\((${AGENCY_WORDS})\)|\/\s?(${AGENCY_WORDS}?)\s?\/\.?)`, "uy");

function agencyAt(line: string, at: number): { readonly name: string; readonly end: number } | undefined {
  const found = matchAt(AGENCY, line, at);
  if (!found) return undefined;
  return { name: (found[1] ?? found[2] ?? "").trim(), end: at + found[0].length };
}

const AGENCY_NAME = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]|\.(?=\p{L}))*(?: [\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]|\.(?=\p{L}))*){0,2}`;
/** `MOSCOW, Feb 16 — Northern News. The ferry …` */
const NAMED_AGENCY = new RegExp(
  String.raw`^\s*[.,]?\s*(?:[—–]|--?)\s*(${AGENCY_NAME}(?: «[^»]{2,40}»)?)(?:\.\s+|\s+[—–-]\s+)(?=["“«„]?\p{Lu})`,
  "u",
);
/** `Москва. 16 февраля. СЕВЕР.RU - Паром …` */
const CAPITAL_AGENCY =
  /^\s*[.,]\s*(\p{Lu}[\p{Lu}\p{N}.-]+(?: \p{Lu}[\p{Lu}\p{N}.-]+){0,2})\s+[—–-]\s+(?=["“«„]?\p{Lu})/u;

/** What may follow: the end of the line, a full stop, a dash, a colon; the text goes on after it. */
function ended(line: string, { place, date, agency, at }: Partly, goesOn: boolean): FoundDateline | undefined {
  const rest = line.slice(at);
  const found = (length: number, later: string | null, ownLine: boolean): FoundDateline => ({
    place: placeName(place),
    date,
    agency: agency ?? later,
    length,
    ownLine,
    bare: date === undefined && (agency ?? later) === null,
  });
  if (!goesOn && /^\s*[)\]]?\s*[.:—–-]*\s*$/.test(rest)) return found(line.length, null, true);
  // A day alone at the head of a paragraph begins a sentence more often than it dates the story.
  if (place === "" && agency === null) return undefined;
  const named = NAMED_AGENCY.exec(rest) ?? CAPITAL_AGENCY.exec(rest);
  if (named?.[1]?.split(" ").every((word) => /^«?[\p{Lu}\p{N}]/u.test(word)))
    return found(at + named[0].length, named[1], false);
  const close = /^\s*[)\]]?\s*(?:(?:[—–]|--?|:)\s*|\.\s*(?:(?:[—–]|--?)\s*)?)(?=\S)/u.exec(rest);
  if (close && beginsText(rest.slice(close[0].length))) return found(at + close[0].length, null, false);
  const bracket = /^\s*[)\]]\s+(?=\S)/.exec(rest);
  if (bracket) return found(at + bracket[0].length, null, false);
  if (agency !== null) return found(at + (/^\s*/.exec(rest)?.[0].length ?? 0), null, false);
  return undefined;
}

function closes(rest: string): boolean {
  return /^\s*(?:$|[.:)\]—–]|--?\s)/.test(rest);
}

function beginsText(rest: string): boolean {
  return /^["“„«‘'([]*[\p{Lu}\p{N}\p{Lo}]/u.test(rest) || /^[\p{Ll}]/u.test(rest);
}

/** `BRUSSELS` → `Brussels`; `NEW YORK` → `New York`; `D.C.` and short abbreviations stay. */
function placeName(place: string): string {
  return place.replaceAll(/\s+/g, " ").trim().split(", ").map(loweredPart).join(", ");
}

function loweredPart(name: string): string {
  if (name !== name.toUpperCase() || name === name.toLowerCase()) return name;
  return name.replaceAll(/[\p{L}\p{M}]+(?:\.[\p{L}]+\.?)*/gu, (word, at: number) => {
    if (word.includes(".") || /^(?:UAE|USA|UK|US|DC|DRC|США|ОАЭ|ЦАР|ДНР|ЛНР)$/.test(word)) return word;
    const small = word.toLowerCase();
    const isSmallWord = at > 0 && /^(?:de|del|la|le|les|di|da|do|dos|am|an|der|upon|sur|на|of|the)$/.test(small);
    return isSmallWord ? small : word.charAt(0) + small.slice(1);
  });
}

/** The day a dateline means; a missing year is the last one that puts the day before today, or tomorrow for copy from farther east. */
export function datelineDay(date: WrittenDate, today: string): string | undefined {
  if (date.impossible || date.day === null) return undefined;
  const { month, day } = date;
  if (date.year !== null) return isoOf({ year: date.year, month, day });
  const tomorrow = new Date(Date.parse(`${today}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return isoOf({ year: nearestPastYear({ month, day }, tomorrow), month, day });
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
