/** Sentences that look ahead, and the days between which the desk should look again. */
import { type DateOrder, datesIn, isJustPast, isoOf, monthFrom, westernDigits } from "./dates.ts";
import {
  firstOfMonth,
  lastOfMonth,
  monthsLater,
  nextWeekday,
  shifted,
  WEEKDAY_NAMES,
  weekdayNamed,
  weekdayOf,
} from "./days.ts";
import type { Span } from "./passages.ts";

export type Window = { readonly from: string | null; readonly to: string | null };

const LATIN_AHEAD = new RegExp(
  [
    String.raw`\b(?:plans?|planned|planning|intends?|intending|aims?|aiming|hopes?|expects?|promised|pledged|vow(?:s|ed)|agreed|preparing|prepares?|set|due|slated|scheduled|expected|likely|bound|about|going)\s(?:\w+ly\s)?to\s(?!(?:be\s)?the\s(?:highest|largest|biggest|lowest))(?=\p{Ll})`,
    String.raw`\b(?:is|are|was|were|been|be)\s(?:now\s|also\s|currently\s|tentatively\s)?(?:scheduled|planned|slated|due|expected|set)\s(?:for|in|on|by|next|to)\b`,
    String.raw`(?<!\b(?:the|a|an|his|her|their|its|my|your|our|free|good|ill|political|last|no|own)\s)\b(?:will|shall|won['’]t)\b(?!\s(?:of|and testament|to (?:live|power|fight|win)))`,
    String.raw`\b\p{L}+['’]ll\b`,
    String.raw`\b(?:expires?|takes? (?:effect|place)|comes? into force|(?:starts?|begins?|opens?|ends?|closes?|resumes?|runs|meets) (?:on|at|next|until)|(?:is|are) to be (?=\p{Ll})|next (?:hearing|session|meeting|round|vote|sitting) (?:is|will))\b`,
    String.raw`\b(?:in the (?:near|coming|foreseeable) future|in the coming (?:days|weeks|months|years)|next (?:week|month|year|spring|summer|autumn|fall|winter|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|upcoming)\b`,
    String.raw`\b(?:wird|werden)\s(?!von\b|seit\b|durch\b)(?:[^.;]{1,120}\s)?\p{Ll}+(?:en|ern|eln)\b|\b(?:soll|sollen)\b|\bist\s(?:für\s[^.;]{1,60}\s)?geplant\b|\bvoraussichtlich\b|\bplant\b|\bplanen\b|nächste[nrs]?\s(?:Woche|Monat|Jahr)`,
    String.raw`\b(?:va|vont)\s\p{Ll}+(?:er|ir|re)\b|\b(?:prévoit|prévoient|prévue?s?|devrait|devraient|sera|seront|compte|entend)\b|(?:semaine prochaine|mois prochain|année prochaine|an prochain)`,
    String.raw`\b(?:planea|prevé|está previsto|será|serán|próxim[oa])\b`,
  ].join("|"),
  "iu",
);
const CYRILLIC_AHEAD = new RegExp(
  [
    "планиру(?:ет|ют|ется|ются)|намерен(?:а|о|ы)?(?!\\p{L})|намечен(?:а|о|ы)?(?!\\p{L})|запланирован(?:а|о|ы)?(?!\\p{L})|ожида(?:ется|ются)|предсто(?:ит|ят)|состо(?:ится|ятся)|собира(?:ется|ются)\\s|предполага(?:ется|ются)|рассчитыва(?:ет|ют)\\s|готовится\\sк|начн(?:ё|е)т(?:ся)?(?!\\p{L})|начнут(?:ся)?(?!\\p{L})|вступ(?:ит|ят)\\sв\\sсилу|завершится|завершатся|продолжится|появится|откроется|откроются|(?<!\\p{L})(?:буд(?:ет|ут|ем|ете|у))(?!\\p{L})|в\\s(?:самое\\s)?ближайш(?:ее|ие|ем)\\s|в\\sскором\\sвремени|на\\sследующ(?:ей|ий)\\s|в\\sследующем\\s|пообещал|обещает|(?<!\\p{L})долж(?:ен|на|но|ны)\\s(?:быть\\s|\\p{L}+о\\s)?(?:нача|состоя|заверш|закон|прой|прибы|вступ|появи|откры|поступ|продл|верну)",
    "(?<!\\p{L})(?:планує|планують|має намір|заплановано|очікується|відбудеться|буде|будуть)(?!\\p{L})",
  ].join("|"),
  "iu",
);
const ARABIC_AHEAD =
  /(?<!\p{L})(?:و?سوف|و?من المقرر|و?من المتوقع|و?من المنتظر|و?[تي]عتزم(?:ون)?|و?[تي]خطط(?:ون)?|و?س[يت][\p{Script=Arabic}]{3,}|(?:الأسبوع|الشهر|العام) المقبل|السنة المقبلة|في المستقبل القريب)(?!\p{L})/iu;

/** Whether a sentence speaks of something still to come. */
export function looksAhead(sentence: string): boolean {
  return (
    (/\p{Script=Latin}/u.test(sentence) && LATIN_AHEAD.test(sentence)) ||
    (/\p{Script=Cyrillic}/u.test(sentence) && CYRILLIC_AHEAD.test(sentence)) ||
    (/\p{Script=Arabic}/u.test(sentence) && ARABIC_AHEAD.test(sentence))
  );
}

export type WindowContext = {
  /** The day of the story. */
  readonly day: string;
  readonly order: DateOrder;
  /** Dates that say when somebody reported it. */
  readonly not: readonly Span[];
};

/** The days a forward sentence speaks of, counted from the day of the story. */
export function windowOf(sentence: string, { day, order, not }: WindowContext): Window {
  const text = not.reduce(
    (said, { start, end }) => `${said.slice(0, start)}${" ".repeat(end - start)}${said.slice(end)}`,
    westernDigits(sentence),
  );
  return dated(text, day, order) ?? ofMonthsOrYears(text, day) ?? relative(text, day) ?? NO_WINDOW;
}

const NO_WINDOW: Window = { from: null, to: null };

/** Before a date these words leave only its end: "by 3 March", «до 3 марта». */
const BY =
  /(?:^|[\s(])(?:by|until|till|before|no later than|not later than|by the end of|до|к|ко|не позднее|до конца|к концу|bis|vor|avant|jusqu['’]au|hasta|حتى|قبل)\s(?:the\s|le\s|zum\s)?$/iu;
const FROM =
  /(?:^|[\s(])(?:from|since|starting|after|as of|начиная с|с|со|после|ab|à partir d[ue]|dès|اعتبارا من|بعد)\s(?:the\s|le\s)?$/iu;

function within(text: string, at: number, window: { readonly from: string; readonly to: string }): Window {
  const before = text.slice(Math.max(0, at - 24), at);
  if (BY.test(before)) return { from: null, to: window.to };
  if (FROM.test(before)) return { from: window.from, to: null };
  return window;
}

function dated(text: string, day: string, order: DateOrder): Window | undefined {
  const windows = datesIn(text, order).flatMap((date) => {
    if (date.impossible) return [];
    const year = date.year ?? (isJustPast(date, day) ? undefined : nextYear(date.month, date.day, day));
    if (year === undefined) return [];
    const from = isoOf({ year, month: date.month, day: date.day ?? 1 });
    const to = date.day === null ? lastOfMonth(year, date.month) : from;
    return to < day ? [] : [{ from, to, at: date.start, end: date.end }];
  });
  const [first, second] = windows;
  if (!first) return undefined;
  const { from, to } = first;
  const isRange =
    second && /^\s?(?:to|till|until|through|and|по|до|и|bis|au|[–—-])\s?$/iu.test(text.slice(first.end, second.at));
  return isRange ? { from, to: second.to } : within(text, first.at, { from, to });
}

/** The year that puts a day or month next on or after a day. */
function nextYear(month: number, date: number | null, day: string): number {
  const year = Number(day.slice(0, 4));
  const to = date === null ? lastOfMonth(year, month) : isoOf({ year, month, day: date });
  return to >= day ? year : year + 1;
}

type Part =
  | "start"
  | "middle"
  | "end"
  | "first-half"
  | "second-half"
  | "q1"
  | "q2"
  | "q3"
  | "q4"
  | "spring"
  | "summer"
  | "autumn"
  | "winter";

const PARTS: readonly (readonly [part: Part, words: string])[] = [
  ["start", "early|(?:the )?(?:beginning|start) of|начал[еауо]м?|на початку|Anfang|début|au début d[ue']?|بداية|مطلع"],
  ["middle", "mid|(?:the )?middle of|середин[еуаы]|Mitte|mi|(?:au )?milieu d[ue']?|منتصف"],
  ["end", "late|(?:the )?end of|кон(?:це|ца|цу|ец)|наприкінці|Ende|fin|(?:la )?fin d[ue']?|نهاية|أواخر"],
  ["first-half", "(?:the )?first half of|перв(?:ой|ую|ая) половин[еуа]"],
  ["second-half", "(?:the )?second half of|втор(?:ой|ую|ая) половин[еуа]"],
  ["q1", "(?:the )?first quarter of|Q1|(?:в )?(?:первом|I) квартале"],
  ["q2", "(?:the )?second quarter of|Q2|(?:во )?(?:втором|II) квартале"],
  ["q3", "(?:the )?third quarter of|Q3|(?:в )?(?:третьем|III) квартале"],
  ["q4", "(?:the )?(?:fourth|last) quarter of|Q4|(?:в )?(?:четвертом|четвёртом|IV) квартале"],
  ["spring", "(?:the )?spring(?: of)?|весн(?:ой|у|ы|е)|Frühjahr|Frühling|printemps|ربيع"],
  ["summer", "(?:the )?summer(?: of)?|лет(?:ом|о|а|у)|Sommer|été|صيف"],
  ["autumn", "(?:the )?(?:autumn|fall)(?: of)?|осен(?:ью|ь|и)|Herbst|automne|خريف"],
  ["winter", "(?:the )?winter(?: of)?|зим(?:ой|у|ы|е)|Winter|hiver|شتاء"],
];
const ANY_PART = PARTS.map(([, words]) => words).join("|");
const YEAR = String.raw`(?<number>20\d\d|21\d\d)|(?<next>(?:the )?(?:next|coming|following) year|следующ(?:его|ем|ий|ему) год\p{L}*|будущ(?:его|ем) год\p{L}*|nächsten? Jahre?s?|kommenden Jahre?s?|l['’]année prochaine|l['’]an prochain|العام المقبل|السنة المقبلة)|(?<this>(?:the|this|the current) year|(?:этого |текущего |этом |текущем |нынешнего )?год(?:а|у)(?!\p{L})|dieses Jahres|des Jahres|de l['’]année|cette année|هذا العام|العام(?: الجاري)?)`;
const PART_OF_YEAR = new RegExp(
  String.raw`(?<![\p{L}])(?<part>${ANY_PART})(?:[\s-]+(?:of\s|de\s)?(?:${YEAR}))(?![\p{L}])`,
  "iu",
);
const PART_OF_MONTH = new RegExp(
  String.raw`(?<![\p{L}])(?<part>${PARTS.slice(0, 3)
    .map(([, words]) => words)
    .join(
      "|",
    )})[\s-]+(?:(?<this>(?:the|this) month|(?:этого )?месяца|des Monats|du mois|الشهر)|(?<next>next month|следующего месяца)|(?<month>\p{L}+(?:\s\p{L}+)?))`,
  "giu",
);
const NAMED_MONTH =
  /(?<![\p{L}])(?:in|this|next|by|until|before|from|since|for|в|во|к|до|с|на|у|im|en|bis|في|خلال)\s(?:early\s|late\s|mid-)?(?=\p{L})/giu;
const BARE_YEAR =
  /(?<![\p{L}\p{N}.,$€£-])(?:in|by|until|before|from|for|of|year|в|к|до|с|на|im Jahr|bis|en|في|عام|بحلول عام)\s(?<year>20\d\d|21\d\d)(?![\p{L}\p{N}])(?![.,]\d)/iu;
const BARE_NEXT_YEAR =
  /(?<![\p{L}])(?:(?<next>(?:in the |in )?(?:next|the coming) year|в следующем году|в будущем году|на следующий год|nächstes Jahr|im nächsten Jahr|l['’]an(?:née)? prochaine?|العام المقبل)|(?<later>later this year|before the year is out|до конца года)|(?<this>this year|в этом году|в текущем году|dieses Jahr|cette année))(?![\p{L}])/iu;
const SEASON =
  /(?<![\p{L}])(?:(?:this|next|in the|in|by)\s)(?<part>spring|summer|autumn|fall|winter)(?![\p{L}])|(?<![\p{L}])(?:этой |следующей |этим |следующим |ближайшей )?(?<ru>весной|летом|осенью|зимой)(?![\p{L}])/iu;

function ofMonthsOrYears(text: string, day: string): Window | undefined {
  const year = Number(day.slice(0, 4));
  const part = PART_OF_YEAR.exec(text);
  if (part?.groups) {
    const of = part.groups["number"] ? Number(part.groups["number"]) : part.groups["next"] ? year + 1 : year;
    return ahead(text, part.index, partOfYear(partNamed(part.groups["part"] ?? ""), of), day);
  }
  const month = partOfMonth(text, day) ?? namedMonth(text, day);
  if (month) return month;
  const bare = BARE_YEAR.exec(text);
  const number = Number(bare?.groups?.["year"] ?? 0);
  if (bare && number >= year)
    return within(text, bare.index + bare[0].length - 4, {
      from: number === year ? day : `${number}-01-01`,
      to: `${number}-12-31`,
    });
  const next = BARE_NEXT_YEAR.exec(text);
  if (next?.groups?.["next"]) return { from: `${year + 1}-01-01`, to: `${year + 1}-12-31` };
  if (next) return { from: day, to: `${year}-12-31` };
  const season = SEASON.exec(text);
  const named = season?.groups?.["part"] ?? season?.groups?.["ru"];
  if (!season || named === undefined) return undefined;
  const this_ = partOfYear(partNamed(named), year);
  return ahead(
    text,
    season.index,
    this_.to < day || /^next/i.test(season[0]) ? partOfYear(partNamed(named), year + 1) : this_,
    day,
  );
}

type Days = { readonly from: string; readonly to: string };

function ahead(text: string, at: number, days: Days, day: string): Window | undefined {
  return days.to < day ? undefined : within(text, at, days);
}

function partNamed(words: string): Part {
  return PARTS.find(([, pattern]) => new RegExp(`^(?:${pattern})$`, "iu").test(words))?.[0] ?? "middle";
}

function partOfYear(part: Part, year: number): Days {
  const months: Readonly<Record<Part, readonly [from: number, to: number]>> = {
    start: [1, 3],
    // The middle of a year is where its halves meet, a month to either side.
    middle: [6, 7],
    end: [10, 12],
    "first-half": [1, 6],
    "second-half": [7, 12],
    q1: [1, 3],
    q2: [4, 6],
    q3: [7, 9],
    q4: [10, 12],
    spring: [3, 5],
    summer: [6, 8],
    autumn: [9, 11],
    // The winter of a year begins in its December.
    winter: [12, 14],
  };
  const [from, to] = months[part];
  return { from: firstOfMonth(year, from), to: lastOfMonth(year, to) };
}

function partOfMonth(text: string, day: string): Window | undefined {
  const [year = 0, current = 1] = day.split("-").map(Number);
  for (const found of text.matchAll(PART_OF_MONTH)) {
    const { part = "", this: thisMonth, next, month: word = "" } = found.groups ?? {};
    const named = monthFrom(word, 0)?.month;
    const month = thisMonth ? current : next ? current + 1 : named;
    if (month === undefined) continue;
    const of = named === undefined || thisMonth || next ? year : nextYear(named, null, day);
    const first = firstOfMonth(of, month).slice(0, 8);
    const last = lastOfMonth(of, month);
    const days = {
      start: [`${first}01`, `${first}10`],
      middle: [`${first}11`, `${first}20`],
      end: [`${first}21`, last],
    };
    const kind = partNamed(part);
    const [from = last, to = last] = kind === "start" || kind === "middle" ? days[kind] : days.end;
    const window = ahead(text, found.index, { from, to }, day);
    if (window) return window;
  }
  return undefined;
}

/** "in March", «в марте»: the next one. */
function namedMonth(text: string, day: string): Window | undefined {
  for (const found of text.matchAll(NAMED_MONTH)) {
    const at = found.index + found[0].length;
    const named = monthFrom(text, at);
    if (!named || /^[\s.]?\d|^\p{L}/u.test(text.slice(named.end))) continue;
    const year = nextYear(named.month, null, day);
    return within(text, at, { from: firstOfMonth(year, named.month), to: lastOfMonth(year, named.month) });
  }
  return undefined;
}

const COUNT: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  одну: 1,
  один: 1,
  две: 2,
  два: 2,
  три: 3,
  четыре: 4,
  пять: 5,
  шесть: 6,
  семь: 7,
  восемь: 8,
  девять: 9,
  десять: 10,
  полгода: 6,
};
const COUNT_WORDS = Object.keys(COUNT).join("|");
const IN_TIME = new RegExp(
  String.raw`(?<![\p{L}])(?<lead>within(?: the next)?|in(?: the next)?|over the next|during the next|через|в течение|in den nächsten|dans(?: les)?|خلال)\s(?:(?<count>\d{1,3}|${COUNT_WORDS})\s)?(?<unit>days?|weeks?|months?|years?|день|дня|дней|недел[юияь]|недели|месяц(?:а|ев)?|год(?:а)?|лет|полгода|Tagen?|Wochen?|Monaten?|Jahren?|jours?|semaines?|mois|ans?)(?![\p{L}])`,
  "iu",
);

function relative(text: string, day: string): Window | undefined {
  const counted = inTime(text, day);
  if (counted) return counted;
  for (const [pattern, window] of RELATIVE) if (pattern.test(text)) return window(day);
  const weekday = new RegExp(
    String.raw`(?<![\p{L}])(?:on|next|this|by|до|в|во|к|am|ce|le|يوم)\s(?<day>${WEEKDAY_NAMES})(?![\p{L}])`,
    "iu",
  ).exec(text)?.groups?.["day"];
  const named = weekday === undefined ? undefined : weekdayNamed(weekday);
  if (named === undefined) return undefined;
  const next = nextWeekday(named, day);
  return { from: next, to: next };
}

function inTime(text: string, day: string): Window | undefined {
  const found = IN_TIME.exec(text);
  if (!found?.groups) return undefined;
  const { lead = "", count = "", unit = "" } = found.groups;
  const number =
    count === "" ? (/^(?:через|dans)$/i.test(lead) ? 1 : undefined) : (COUNT[count.toLowerCase()] ?? Number(count));
  if (number === undefined) return undefined;
  const to = later(day, number, unit.toLowerCase());
  const isSpan = /within|next|over|during|течение|nächsten|les|خلال/iu.test(lead);
  return { from: isSpan ? day : to, to };
}

function later(day: string, count: number, unit: string): string {
  if (/^(?:day|д|tag|jour)/u.test(unit)) return shifted(day, count);
  if (/^(?:week|недел|woche|semaine)/u.test(unit)) return shifted(day, count * 7);
  if (/^(?:month|месяц|monat|mois)/u.test(unit)) return monthsLater(day, count);
  if (unit === "полгода") return monthsLater(day, 6);
  return monthsLater(day, count * 12);
}

const RELATIVE: readonly (readonly [words: RegExp, window: (day: string) => Window])[] = [
  [
    /(?<![\p{L}])(?:tomorrow|завтра|morgen|demain|غدا|غداً)(?![\p{L}])/iu,
    (day) => ({ from: shifted(day, 1), to: shifted(day, 1) }),
  ],
  [
    /(?<![\p{L}])(?:послезавтра|übermorgen|the day after tomorrow)(?![\p{L}])/iu,
    (day) => ({ from: shifted(day, 2), to: shifted(day, 2) }),
  ],
  [
    /(?<![\p{L}])(?:next week|на следующей неделе|nächste(?:n|r)? Woche|(?:la )?semaine prochaine|الأسبوع المقبل|наступного тижня)(?![\p{L}])/iu,
    (day) => {
      const monday = nextWeekday(1, day);
      return { from: monday, to: shifted(monday, 6) };
    },
  ],
  [
    /(?<![\p{L}])(?:(?:later )?this week|by the end of the week|на этой неделе|до конца недели|к концу недели|diese Woche|cette semaine)(?![\p{L}])/iu,
    (day) => ({ from: day, to: shifted(day, (7 - weekdayOf(day)) % 7) }),
  ],
  [
    /(?<![\p{L}])(?:this weekend|at the weekend|over the weekend|в выходные|на выходных)(?![\p{L}])/iu,
    (day) => {
      const sunday = shifted(day, (7 - weekdayOf(day)) % 7);
      return { from: shifted(sunday, -1), to: sunday };
    },
  ],
  [
    /(?<![\p{L}])(?:next month|в следующем месяце|nächsten Monat|(?:le )?mois prochain|الشهر المقبل)(?![\p{L}])/iu,
    (day) => {
      const [year = 0, month = 1] = day.split("-").map(Number);
      return { from: firstOfMonth(year, month + 1), to: lastOfMonth(year, month + 1) };
    },
  ],
  [
    /(?<![\p{L}])(?:(?:later )?this month|by the end of the month|в этом месяце|до конца месяца|к концу месяца)(?![\p{L}])/iu,
    (day) => {
      const [year = 0, month = 1] = day.split("-").map(Number);
      return { from: day, to: lastOfMonth(year, month) };
    },
  ],
  [
    /(?<![\p{L}])(?:in the (?:coming|next few) days|в ближайшие дни|in den nächsten Tagen|dans les prochains jours)(?![\p{L}])/iu,
    (day) => ({ from: day, to: shifted(day, 7) }),
  ],
  [
    /(?<![\p{L}])(?:in the (?:coming|next few) weeks|в ближайшие недели|in den nächsten Wochen)(?![\p{L}])/iu,
    (day) => ({ from: day, to: monthsLater(day, 1) }),
  ],
  [
    /(?<![\p{L}])(?:in the (?:coming|next few) months|в ближайшие месяцы|in den nächsten Monaten)(?![\p{L}])/iu,
    (day) => ({ from: day, to: monthsLater(day, 3) }),
  ],
];
