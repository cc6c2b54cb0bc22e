/**
 * What a story takes from other outlets: "X reported on February 15th", «по данным X».
 * An outlet is told by the verb of reporting and by traits of its name; people and offices are none.
 */
import { type DateOrder, datesIn, isoOf, nearestPastYear, type WrittenDate } from "./dates.ts";
import { lastWeekday, shifted, WEEKDAY_NAMES, weekdayNamed } from "./days.ts";
import type { Span } from "./passages.ts";
import { capitalRunsIn, type People, type Run, runsIn } from "./people.ts";

export type Attribution = {
  readonly outlet: string;
  /** `yyyy-mm-dd` */
  readonly date: string | null;
  readonly sentence: string;
  /** Where the day is written, in the sentence; its words are no event. */
  readonly dated: Span | null;
};

export type AttributionContext = {
  readonly people: People;
  readonly order: DateOrder;
  /** The dateline's day, else today. */
  readonly day: string;
  /** Names the copy uses otherwise than to cite them: see `namesNotCited`. */
  readonly notCited: () => ReadonlySet<string>;
};

type Strength = "reports" | "cited" | "statement";
type Cited = { readonly outlet: string; readonly at: number; readonly end: number; readonly strength: Strength };

/** The outlets a sentence rests on, each once. */
export function attributionsIn(sentence: string, context: AttributionContext): readonly Attribution[] {
  if (!MAY_CITE.test(sentence)) return [];
  const cited = [...latinCitations(sentence), ...russianCitations(sentence), ...arabicCitations(sentence)]
    .filter((one) => isOutlet(one, sentence, context))
    .sort((a, b) => a.at - b.at);
  const seen = new Set<string>();
  return cited.flatMap((one) => {
    const outlet = one.outlet;
    if (seen.has(outlet)) return [];
    seen.add(outlet);
    const dated = dayOf(sentence, one, context);
    return [{ outlet, date: dated?.day ?? null, sentence, dated: dated?.span ?? null }];
  });
}

/** Names that stand in a copy as places or parties to the story: an outlet is named only to be cited. */
export function namesNotCited(texts: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const text of texts) {
    for (const { start, end, text: name } of capitalRunsIn(text)) {
      const isCited =
        BEFORE_NAME.test(text.slice(Math.max(0, start - 60), start)) ||
        AFTER_NAME.test(text.slice(end, end + 60)) ||
        RU_CITING.test(text.slice(Math.max(0, start - 50), start));
      if (!isCited) names.add(name);
    }
  }
  return names;
}

const RU_CITING =
  /(?:данным|информации|сообщению|сообщениям|сведениям|ссылкой на|ссылаясь на|сообща\p{L}+|сообщил\p{L}*|переда\p{L}+|пиш[еу]т|интервью)\s(?:\p{Ll}[\p{L}-]*\s){0,3}[«"“]?$/iu;

const REPORTS =
  "(?:has |have |had )?(?:also |first |later |previously |earlier )*(?:reported|reports|reporting|report|writes|wrote|written|learned|learnt|published|revealed|broadcast|aired|cited|cites|quoted|quotes|has information|had information|obtained information|broke the (?:news|story))";
const KINDS =
  "(?:news agency|press agency|news site|news channel|news website|wire service|agency|newspaper|daily|weekly|magazine|broadcaster|radio(?: station)?|television|TV(?: channel| station)?|channel|website|site|portal|outlet|service|correspondents?)";
const MAY_CITE = new RegExp(
  [
    String.raw`\b(?:report|reports|reported|reporting|writes|wrote|learned|learnt|information that|published|revealed|broadcast|aired|cite[sd]?|citing|quot(?:es|ed|ing)|according|told|statement|interview|news of)\b`,
    "сообщ|переда|пиш[еу]т|написал|информир|данным|информаци|ссылк|рассказал|заявил|интервью|публикац|цитиру|уточня",
    String.raw`\b(?:berichtet|berichtete|meldet|meldete|schreibt|schrieb|laut|Angaben|zufolge|rapporte|rapporté|écrit|selon|d['’]après|según|informó|informa)\b`,
    "повідом|за даними|пише",
    "ذكر|أفاد|نقل|وفقا|بحسب|قالت|نشر|وكالة",
  ].join("|"),
  "iu",
);

const AFTER_NAME = new RegExp(
  String.raw`^(?:,)?\s(?:${KINDS}\s)?(?:${REPORTS}|(?:berichtete?|meldete?|schreibt|schrieb|rapporte|a rapporté|écrit|a écrit|informó|informa|повідоми(?:в|ла|ло)|пише))(?![\p{L}])`,
  "iu",
);
const SAID_IN_STATEMENT =
  /^(?:\s\p{Ll}+)?\s(?:said|announced|stated|wrote|confirmed)\s(?:\p{Ll}+\s){0,4}?in (?:a|an|its|the)\s(?:[\p{L}-]+\s){0,2}(?:statement|report|press release|announcement|article|story|dispatch|broadcast|note|post)(?!\p{L})/iu;
const BEFORE_NAME =
  /(?:^|[\s,(“"«—–-])(?:(?<cited>according to|as (?:reported|quoted|cited|told) (?:by|to)|(?:first )?reported by|citing|quoting|with reference to|quoted by|cited by|(?:a|the) (?:\p{L}+ )?report (?:by|in|from)|reports? (?:by|from)|an? (?:interview|article) (?:with|to|in|for)|told|in a report by|laut|nach Angaben (?:von|der|des)|wie|selon|d['’]après|rapporte|a rapporté|según|за даними|за повідомленням)|(?<reports>reports|reported|writes|wrote|berichtet|meldet|schreibt))\s(?:(?:the|a|an|der|die|das|le|la|el|by|its?)\s)*(?:(?!(?:in|at|on|near|outside|during|after|from|that)\s)\p{Ll}[\p{L}-]*(?:'s)?\s){0,3}$/iu;

/** English, German, French and others that write names with capitals and verbs after them. */
function* latinCitations(sentence: string): Generator<Cited> {
  for (const run of runsIn(sentence)) {
    if (!/^\p{Script=Latin}/u.test(run.text) && !/повідом|даними|пише/u.test(sentence)) continue;
    for (const name of namesIn(sentence, run)) {
      const after = sentence.slice(name.end, name.end + 120);
      const before = sentence.slice(Math.max(0, name.start - 60), name.start);
      const lead = BEFORE_NAME.exec(before);
      const reports =
        AFTER_NAME.exec(after) ??
        (/^wie$/i.test(lead?.groups?.["cited"] ?? "")
          ? /^\s(?:berichtet|meldet|schreibt|mitteilt)/u.exec(after)
          : null);
      const stated = SAID_IN_STATEMENT.exec(after);
      if (reports) yield { ...name, at: name.start, end: name.end + reports[0].length, strength: "reports" };
      else if (stated) yield { ...name, at: name.start, end: name.end + stated[0].length, strength: "statement" };
      else if (
        lead?.groups?.["reports"] &&
        /[,”"»]\s*(?:as\s)?$/u.test(before.slice(0, lead.index + 1).trimEnd() || ",")
      )
        yield { ...name, at: name.start, strength: "reports" };
      else if (lead?.groups?.["cited"] && !/^wie$/i.test(lead.groups["cited"]))
        yield { ...name, at: name.start, strength: "cited" };
    }
  }
}

type Name = { readonly outlet: string; readonly start: number; readonly end: number };

/** The names a run of capitals holds: "The Northern Post and Radio Free Isles" are two. */
function namesIn(sentence: string, run: Run): Name[] {
  const opener =
    /^(?:According|Citing|Quoting|As|Reports?|But|And|Meanwhile|Earlier|Later|However|On|In|Laut|Selon|Wie|Meanwhile)\s/u.exec(
      run.text,
    )?.[0].length ?? 0;
  const joined = joinedBefore(sentence, run.start + opener);
  const start = joined ?? run.start + opener;
  const text = withoutDate(sentence.slice(start, run.end).replace(/['’]s$/u, ""));
  const before = sentence.slice(Math.max(0, start - 30), start);
  const article = /^(?:The|the)\s/u.exec(text);
  const name = article && (start === 0 || /^[\s“"«—–-]*$/.test(before)) && !isNewspaper(text) ? text.slice(4) : text;
  const own: Name = { outlet: name, start, end: run.end };
  const other = /(?:^|[\s,])((?:\p{Lu}[\p{L}’'-]*\s){0,3}\p{Lu}[\p{L}’'-]*) and (?:the )?$/u.exec(
    sentence.slice(Math.max(0, start - 80), start),
  );
  if (!other?.[1] || joined !== undefined) return [own];
  return [{ outlet: other[1].replace(/^The /, ""), start: start - other[0].trimStart().length, end: run.end }, own];
}

/** "Deutsche Welle" after "On February 15th" is not called "February". */
function withoutDate(text: string): string {
  return text.replace(new RegExp(`^(?:${WEEKDAY_NAMES})\\s`, "iu"), "").trim();
}

/** `Voice of the Isles`: the capitals before "of", when they belong to one name. */
function joinedBefore(sentence: string, start: number): number | undefined {
  const before = /(?:^|\s)((?:\p{Lu}[\p{L}’'-]*\s){1,3})(?:of|de|du|des|del|di)\s(?:the\s|la\s|l['’])?$/u.exec(
    sentence.slice(Math.max(0, start - 60), start),
  );
  if (
    !before?.[1] ||
    /^(?:Ministry|Department|Office|Bank|University|House|Head|Secretary|Minister|President|In|On|At|Because|Instead|Out)\s/u.test(
      before[1],
    )
  )
    return undefined;
  return start - before[0].trimStart().length;
}

const RU_VERB =
  "сообщает|сообщают|сообщил[аио]?|передает|передаёт|передают|передал[аио]?|пишет|пишут|написал[аио]?|информирует|информируют|проинформировал[аио]?|отмечает|отмечают|уточняет|уточняют|уточнил[аио]?|рассказывает|рассказал[аио]?|цитирует|цитируют|публикует|опубликовал[аио]?|утверждает";
const RU_KIND =
  "(?:(?:информационн|российск|немецк|британск|американск|французск|местн|государственн|итальянск|турецк|китайск|арабск|украинск|белорусск|японск|северн|южн|ежедневн|деловой|деловое|деловая|интернет)\\p{L}*[-\\s])*(?:информагентств|агентств|телеканал|телекомпани|телерадиокомпани|радиостанци|радио|газет|издани|журнал|портал|сайт|еженедельник|интернет-издани|интернет-портал|канал|телеграм-канал|корреспондент|собкор|обозревател|служб)\\p{L}*";
const RU_DATE =
  "(?:,?\\s(?:в\\s)?(?:\\p{L}+,\\s)?(?:\\d{1,2}\\s\\p{L}+(?:\\s\\d{4}(?:\\s(?:года|г\\.))?)?|понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье|вчера|сегодня|накануне)(?:,|\\s\\d{1,2}\\s\\p{L}+,?)?)?";
const RU_OUTLET = String.raw`(?:(?<kind>${RU_KIND})(?:\s(?:ИА|РИА|агентства|газеты|издания|телеканала|журнала|радио))?\s)?(?:[«"“„](?<quoted>[^»"”“]{2,60})[»"”“]|(?<plain>(?:[\p{Lu}][\p{L}\p{M}\p{N}.-]*|\p{Lu}+)(?:\s(?:\p{Lu}[\p{L}\p{M}\p{N}.-]*|\d+(?=\s|[,.]|$)|of|the|de)){0,4}))`;
const RU_BEFORE = new RegExp(
  String.raw`(?<![\p{L}])(?:(?<report>(?:как |об этом |о чем |о чём )?(?:${RU_VERB}))${RU_DATE}|(?<by>по (?:данным|информации|сообщению|сообщениям|сведениям|версии)|со ссылкой на|с ссылкой на|ссылаясь на|в публикации|в материале|в эфире|в интервью|агентству|газете|телеканалу|изданию|журналу))\s(?:со ссылкой на\s|на\s)?${RU_OUTLET}`,
  "giu",
);
const RU_AFTER = new RegExp(
  String.raw`(?:(?<kind>${RU_KIND})\s)?(?:[«"“„](?<quoted>[^»"”“]{2,60})[»"”“]|(?<plain>\p{Lu}[\p{L}\p{M}\p{N}.-]*(?:\s\p{Lu}[\p{L}\p{M}\p{N}.-]*){0,4}))\s(?:также\s|ранее\s|первым\s|первой\s)?(?:${RU_VERB})(?![\p{L}])`,
  "gu",
);

function* russianCitations(sentence: string): Generator<Cited> {
  if (!/\p{Script=Cyrillic}/u.test(sentence)) return;
  for (const found of sentence.matchAll(RU_BEFORE)) {
    const { kind, quoted, plain, report } = found.groups ?? {};
    // The pattern ignores case, so that sentences may begin with it; names keep their capitals.
    if (plain !== undefined && !/^\p{Lu}/u.test(plain)) continue;
    const outlet = cleanOutlet(quoted ?? capitalsOf(plain ?? ""));
    if (outlet === "") continue;
    const strength = kind !== undefined || quoted !== undefined || report ? "reports" : "cited";
    yield { outlet, at: found.index, end: found.index + found[0].length, strength };
  }
  for (const found of sentence.matchAll(RU_AFTER)) {
    const outlet = cleanOutlet(found.groups?.["quoted"] ?? found.groups?.["plain"] ?? "");
    if (outlet !== "") yield { outlet, at: found.index, end: found.index + found[0].length, strength: "reports" };
  }
}

/** Of `ИА Красная` … only words that begin with capitals, up to the first that does not. */
function capitalsOf(name: string): string {
  return /^(?:(?:\p{Lu}[\p{L}\p{M}\p{N}.-]*|\d+|of|the|de)(?:\s|$))+/u.exec(`${name} `)?.[0].trim() ?? "";
}

function cleanOutlet(name: string): string {
  return name.replace(/[.,]+$/, "").trim();
}

const AR_CITED =
  /(?:و?(?:ذكرت|أفادت|نقلت|قالت|نشرت|أوردت|كشفت)|(?:وفقا|وفقاً|نقلا|نقلاً)\s(?:ل|عن\s)|بحسب(?:\sما\sذكرت)?)\s?(?:ل)?(?<outlet>(?:وكالة|صحيفة|قناة|شبكة|إذاعة|موقع|مجلة)\s(?:[«"“](?<quoted>[^»"”]{2,50})[»"”]|[\p{Script=Arabic}\p{M}]+(?:\s(?!أن|إن|في|يوم|عن|أنه|أنها|من|الذي|التي|اليوم|أمس)[\p{Script=Arabic}\p{M}]+){0,3}))/gu;

function* arabicCitations(sentence: string): Generator<Cited> {
  for (const found of sentence.matchAll(AR_CITED)) {
    const { outlet = "", quoted } = found.groups ?? {};
    yield { outlet: quoted ?? outlet, at: found.index, end: found.index + found[0].length, strength: "reports" };
  }
}

/** Words in the names of outlets. */
const TRAIT =
  /(?<![\p{L}])(?:news|times|post|press|agency|agence|radio|tv|television|channel|herald|tribune|journal|gazette|daily|weekly|chronicle|telegraph|telegram|guardian|mail|independent|observer|mirror|globe|broadcast(?:er|ing)?|wire|media|today|online|magazine|review|bulletin|courier|echo|voice|welle|zeitung|rundschau|spiegel|presse|nachrichten|rundfunk|funk|monde|figaro|libération|matin|diario|giornale|corriere|gazzetta|stampa|dispatch|examiner|inquirer|argus|sentinel|monitor|reporter|standard|express|record|register|ledger|advertiser|новости|вести|вестник|известия|ведомости|правда|газета|агентство|телеканал|радио|тв|журнал|время|коммерсант|курьер|обозрение|листок|хроника|интерфакс|информ\p{L}*|риа|иа|тасс|медиа|вечерн\p{L}+|комсомол\p{L}+|весна|эхо|голос|труд|огон[её]к|сегодня|онлайн)(?![\p{L}])|\.(?:com|ru|net|org|news|info|fm|tv|by|ua|de|io)$|(?:fax|факс|tele|press|пресс|news|медиа)(?![\p{L}])|(?<![\p{L}])(?:inter|tele|интер|теле)\p{L}+/iu;

function isNewspaper(name: string): boolean {
  return /(?:Times|Post|Guardian|Telegraph|Independent|Observer|Herald|Tribune|Journal|Gazette|Chronicle|Mail|Mirror|Sun|Star|Globe|Economist|Press|Echo|Courier|Standard|Express)$/u.test(
    name,
  );
}

/** Bodies that say and report much, and are no outlets. */
const BODY =
  /(?<![\p{L}])(?:ministry|ministries|minister|department|police|government|parliament|senate|congress|council|commission|committee|court|army|navy|force|forces|staff|bank|university|institute|office|administration|authority|authorities|union|united nations|nations|un|eu|nato|who|imf|osce|iaea|opec|unicef|unesco|unhcr|fbi|cia|nasa|pentagon|kremlin|white house|state|states|embassy|party|company|corporation|inc|ltd|hospital|center|centre|foundation|fund|federation|republic|kingdom|president|hussain|secretary|мид|мвд|мчс|фсб|фсо|мо|ск|гибдд|цб|цик|оон|нато|ес|евросоюз|воз|мвф|обсе|магатэ|сша|рф|минобороны|минфин|минздрав|мин\p{L}+|рос(?!сия сегодня|сийск)\p{L}+|генпрокуратур\p{L}*|пентагон\p{L}*|кремл\p{L}*|госдеп\p{L}*|белый дом|правительств\p{L}*|полици\p{L}*|министерств\p{L}*|комитет\p{L}*|комисси\p{L}*|парти\p{L}*|компани\p{L}*|совет\p{L}*|университет\p{L}*|институт\p{L}*|банк\p{L}*|цру|ведомств\p{L}*)(?![\p{L}])/iu;

const NEVER =
  /^(?:Как|Так|Также|Ранее|Позже|Об|Что|По|Однако|He|She|They|It|We|I|Who|This|That|The|There|Officials?|Police|Witnesses|Sources?|Reporters?|Journalists?|Media|Он|Она|Они|Это|Мы|Я|СМИ|Источник\p{L}*|ЧП|России|Россия|Украины|Ирак\p{L}*|Сири\p{L}*)$/u;

function isOutlet({ outlet, strength }: Cited, sentence: string, { people, notCited }: AttributionContext): boolean {
  if (outlet.length < 2 || NEVER.test(outlet) || isMonthOrDay(outlet)) return false;
  if (TRAIT.test(outlet) && !people.find(outlet)) return true;
  if (people.find(outlet) || isPersonIn(sentence, outlet) || BODY.test(outlet))
    return strength === "statement" && !people.find(outlet) && !isPersonIn(sentence, outlet);
  if (strength !== "cited") return !looksRussianPerson(outlet);
  // "According to Baghdad": what the copy also names otherwise is a place or a party to the story.
  return !notCited().has(outlet) && !looksRussianPerson(outlet);
}

function isMonthOrDay(name: string): boolean {
  return (
    weekdayNamed(name) !== undefined || /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{Ll}*\.?$/u.test(name)
  );
}

function isPersonIn(sentence: string, outlet: string): boolean {
  for (const run of runsIn(sentence)) if (run.text.includes(outlet) && run.isPerson) return !TRAIT.test(outlet);
  return false;
}

function looksRussianPerson(name: string): boolean {
  return (
    /^\p{Script=Cyrillic}[\p{L}-]+(?:\s\p{L}+){0,2}$/u.test(name) &&
    /(?:ов|ова|ев|ева|ёв|ёва|ин|ина|ын|ына|ский|ская|цкий|цкая|енко|ян|дзе|швили|берг|вич|вна)$/u.test(name) &&
    !TRAIT.test(name)
  );
}

type Dated = { readonly day: string; readonly span: Span };

const LEADS_TO_DATE =
  /^(?:\s(?:the|a|an|its|this)\s\p{Ll}+)?(?:[,\s]*(?:that day|earlier|late|early|back|also|first|the news|the story|about it|об этом|the|its|in|on|am|le|в|во|ещё|еще|утром|вечером|днём|днем|from|of|dated|за|от)?)*[,\s]*$/iu;

/** The day that stands right beside the citation. */
function dayOf(sentence: string, cited: Cited, { order, day }: AttributionContext): Dated | undefined {
  const dates = datesIn(sentence, order).filter((date) => date.day !== null && !date.impossible);
  const inside = dates.find(({ start, end }) => start >= cited.at && end <= cited.end);
  const after = dates.find(
    ({ start }) => start >= cited.end && start - cited.end < 40 && LEADS_TO_DATE.test(sentence.slice(cited.end, start)),
  );
  const before = dates.findLast(
    ({ end }) =>
      end <= cited.at &&
      cited.at - end < 40 &&
      /^[,\s]*(?:the|об этом|as|wie|die|der|\p{Ll}+\s\p{Ll}+|\p{Ll}+)?\s*$/u.test(sentence.slice(end, cited.at)),
  );
  const written = inside ?? after ?? before;
  if (written) return { day: dayWritten(written, day), span: { start: written.start, end: written.end } };
  return relativeDay(sentence, cited, day);
}

function dayWritten({ year, month, day }: WrittenDate, before: string): string {
  return isoOf({ year: year ?? nearestPastYear({ month, day }, before), month, day });
}

const RELATIVE = new RegExp(
  String.raw`^(?:\s(?:the|a|an|its|this)\s\p{Ll}+)?[,\s]*(?:(?:earlier|late|early)\s)?(?:on\s|last\s|в\s|во\s|am\s|ce\s)?(?:(?<weekday>${WEEKDAY_NAMES})|(?<yesterday>yesterday|вчера|накануне|gestern|hier|أمس)|(?<today>today|earlier today|сегодня|heute|aujourd['’]hui|اليوم))(?![\p{L}])`,
  "iu",
);

function relativeDay(sentence: string, cited: Cited, day: string): Dated | undefined {
  const after = RELATIVE.exec(sentence.slice(cited.end, cited.end + 60));
  const inside = new RegExp(
    String.raw`(?<![\p{L}])(?:(?<weekday>${WEEKDAY_NAMES})|(?<yesterday>вчера|накануне)|(?<today>сегодня))(?![\p{L}])`,
    "iu",
  ).exec(sentence.slice(cited.at, cited.end));
  const before = new RegExp(
    String.raw`(?:^|\s)(?:on\s|в\s)?(?:(?<weekday>${WEEKDAY_NAMES})|(?<yesterday>yesterday|вчера)|(?<today>today|сегодня)),?\s(?:the\s|об этом\s)?$`,
    "iu",
  ).exec(sentence.slice(Math.max(0, cited.at - 40), cited.at));
  const found = after ?? inside ?? before;
  if (!found) return undefined;
  const { weekday, yesterday } = found.groups ?? {};
  const named = weekday === undefined ? undefined : weekdayNamed(weekday);
  const start = found === after ? cited.end : cited.at;
  const span = { start, end: start };
  if (named !== undefined) return { day: lastWeekday(named, day), span };
  return { day: yesterday === undefined ? day : shifted(day, -1), span };
}
