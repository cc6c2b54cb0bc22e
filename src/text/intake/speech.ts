/** Who speaks: the words of saying in several languages and the subject that stands with them. */
import { byFirstLetter } from "./alternatives.ts";
import type { Span } from "./passages.ts";
import { type People, type Person, type Run, runsIn } from "./people.ts";
import { sentencesIn } from "./sentences.ts";

export type Speaker = Person & { readonly pronoun: boolean };
/** A clause that names a speaker; offsets in the text it was read from. */
export type Tag = Span & { readonly speaker: Speaker };

const SAYING: Readonly<Record<string, string>> = {
  en: "said|says|say|told|tells|added|adds|argued|argues|noted|notes|stated|states|explained|explains|declared|declares|announced|announces|insisted|insists|warned|warns|stressed|stresses|emphasi[sz]ed|emphasi[sz]es|claimed|claims|replied|replies|answered|answers|asked|asks|recalled|recalls|concluded|concludes|remarked|remarks|commented|comments|admitted|admits|acknowledged|acknowledges|confirmed|confirms|continued|continues|wrote|writes|promised|promises|urged|urges|suggested|suggests|pointed out|points out|underlined|underlines|predicted|predicts|joked|jokes|recounted|tweeted|posted|quipped|complained|complains|testified|reported|reports|quoted",
  ru: "сказал(?:а|и)?|заявил(?:а|и|о)?|отметил(?:а|и)?|добавил(?:а|и)?|подчеркнул(?:а|и)?|сообщил(?:а|и|о)?|пояснил(?:а|и)?|объяснил(?:а|и)?|рассказал(?:а|и)?|уточнил(?:а|и)?|ответил(?:а|и)?|считает|считают|говорит|говорят|утверждает|утверждают|напомнил(?:а|и)?|предупредил(?:а|и)?|заключил(?:а|и)?|указал(?:а|и)?|признал(?:а|и)?|написал(?:а|и)?|пишет|пишут|констатировал(?:а|и)?|резюмировал(?:а|и)?|прокомментировал(?:а|и)?|полагает|полагают|уверен(?:а|ы)?|заметил(?:а|и)?|объявил(?:а|и|о)?|призвал(?:а|и)?|спросил(?:а|и)?|воскликнул(?:а|и)?|пообещал(?:а|и)?|обещает|отмечает|отмечают|подч[её]ркивает|поясняет|добавляет|заверил(?:а|и)?|подытожил(?:а|и)?|поделил(?:ся|ась)|приводит слова|цитирует|говорил(?:а|и)?",
  uk: "сказа(?:в|ла|ли)|заяви(?:в|ла|ли)|зазначи(?:в|ла|ли)|дода(?:в|ла|ли)|наголоси(?:в|ла|ли)|повідоми(?:в|ла|ли)|поясни(?:в|ла|ли)|розпові(?:в|ла|ли)|вважає|каже",
  de: "sagte|sagt|sagten|erklärte|erklärt|betonte|betont|meinte|meint|teilte|fügte|ergänzte|warnte|warnt|forderte|so|berichtete|schrieb",
  fr: "a déclaré|a dit|a affirmé|a ajouté|a expliqué|a précisé|a indiqué|a souligné|a annoncé|déclare|dit|affirme|ajoute|explique|précise|indique|souligne|selon",
  es: "dijo|declaró|afirmó|añadió|explicó|señaló|aseguró|dice|afirma|según",
  ar: "و?قال(?:ت|وا)?|و?أضاف(?:ت)?|و?أكد(?:ت)?|و?صرح(?:ت)?|و?أوضح(?:ت)?|و?ذكر(?:ت)?|و?أشار(?:ت)?|و?شدد(?:ت)?|و?تابع(?:ت)?|و?يقول|و?تقول|و?أعلن(?:ت)?",
};
const ofLanguages = (...languages: readonly string[]) =>
  new RegExp(
    `(?<![\\p{L}\\p{M}])(?:${byFirstLetter(languages.map((language) => SAYING[language] ?? "").join("|"))})(?![\\p{L}\\p{M}])`,
    "giu",
  );
const LATIN_VERB = ofLanguages("en", "de", "fr", "es");
const CYRILLIC_VERB = ofLanguages("ru", "uk");
const ARABIC_VERB = ofLanguages("ar");
const ANY_VERB = ofLanguages(...Object.keys(SAYING));

/** The verbs of the script a text is in: a search for all of them everywhere costs three times as much. */
function verbsOf(text: string): RegExp {
  const scripts = [
    isCyrillic(text) && CYRILLIC_VERB,
    isArabic(text) && ARABIC_VERB,
    isLatin(text) && LATIN_VERB,
  ].filter((one) => one !== false);
  const pattern = scripts.length === 1 ? (scripts[0] ?? ANY_VERB) : ANY_VERB;
  pattern.lastIndex = 0;
  return pattern;
}

const PRONOUN = /^(?:he|she|they|it|i|we|он|она|они|я|мы|er|sie|il|elle|ils|elles|él|ella|він|вона|вони)$/iu;
const LONGEST_TAG = 260;

/** Whether a clause only says who spoke, and how or when, and nothing that was said. */
export function onlySays(clause: string): boolean {
  const [verb] = clause.matchAll(verbsOf(clause));
  return (
    verb !== undefined &&
    /^(?:[.,;:]|$|\s(?:in|at|on|after|before|during|while|when|as|to|в|во|на|после|перед|при|auf|bei|à|lors)(?:\s|$))/u.test(
      clause.slice(verb.index + verb[0].length),
    )
  );
}

/** Whether words hold a verb of saying. */
export function tellsWhoSpoke(words: string): boolean {
  return [...words.matchAll(verbsOf(words))].length > 0 || /(?<!\p{L})dit-(?:il|elle|on)s?(?!\p{L})/iu.test(words);
}

/** Whether Cyrillic words between the dashes of a quotation say who spoke. */
export function saysInside(words: string): boolean {
  return isCyrillic(words) && tellsWhoSpoke(words);
}

/** The clause after a closing mark: `Stoltenberg said after the meeting`, `— сказал Столтенберг`. */
export function tagAfter(text: string, from: number, to: number, people: People): Tag | undefined {
  const window = text.slice(from, Math.min(to, from + LONGEST_TAG));
  const lead = /^[,.…!?]{0,3}\s*(?:[—–-]{1,2}\s*)?/u.exec(window)?.[0].length ?? 0;
  const [clause] = sentencesIn(window.slice(lead));
  if (!clause || clause.start > 1) return undefined;
  const words = window.slice(lead, lead + clause.end);
  const speaker = accordingTo(words, people) ?? speakerAround(words, people, 90);
  return speaker && { start: from + lead, end: from + lead + clause.end, speaker };
}

/** The clause before an opening mark: `He added: `, `По словам Столтенберга, `. */
export function tagBefore(text: string, from: number, to: number, people: People): Tag | undefined {
  const start = Math.max(from, to - LONGEST_TAG);
  const words = text.slice(start, to).trimEnd();
  const introduced = introducedBy(words, people) ?? accordingTo(words, people) ?? speakerOfLast(words, people);
  return introduced && { start, end: to, speaker: introduced };
}

/** `Jens Stoltenberg: “…”` */
function introducedBy(words: string, people: People): Speaker | undefined {
  if (!words.endsWith(":")) return undefined;
  const run = [...runsIn(words)].at(-1);
  return run && run.end === words.length - 1 && run.from <= 1 && (run.isPerson || people.find(run.name))
    ? speakerOf(run, people)
    : undefined;
}

const ACCORDING = new RegExp(
  String.raw`(?:^|[\s,])(?:${byFirstLetter(
    "according to|as quoted by|in the words of|по (?:словам|мнению|выражению|утверждению)|за словами|laut|nach Angaben von|selon|d['’]après|según|وفقا? ل|بحسب",
  )})\s*(?=\S)`,
  "giu",
);

function accordingTo(words: string, people: People): Speaker | undefined {
  const found = [...words.matchAll(ACCORDING)].at(-1);
  if (!found) return undefined;
  const rest = words.slice(found.index + found[0].length);
  // `According to the Daily Post, Lund told lawmakers that “…”`: the words are Lund's.
  const teller = speakerOfLast(rest, people);
  if (teller && people.find(teller.name)) return teller;
  if (/^(?:him|her|them|его|её|ее|их)(?!\p{L})/iu.test(rest)) return PRONOUN_SPEAKER;
  const run = [...runsIn(rest)].find(({ from }) => from <= 60);
  if (!run) return phraseSpeaker(rest, people);
  const speaker = speakerOf(run, people);
  // `по словам начальника порта Клайпеды Руты Даль`: capitals of the office stand before the name.
  const isInflected = run.from > 0 && !run.isPerson && isCyrillic(run.name);
  return isInflected ? { ...speaker, name: speaker.name.split(" ").slice(-2).join(" ") } : speaker;
}

const PRONOUN_SPEAKER: Speaker = { name: "", office: null, pronoun: true };

/** The first verb of saying in a clause after a quotation, its subject before or after it. */
function speakerAround(words: string, people: People, within: number): Speaker | undefined {
  for (const verb of words.matchAll(verbsOf(words))) {
    if (verb.index > within) return undefined;
    const before = words.slice(0, verb.index).trim();
    const after = words.slice(verb.index + verb[0].length);
    const speaker =
      before === "" || IS_ADVERBIAL.test(before)
        ? subjectAfter(after, people)
        : (subjectBefore(before, people) ?? (isCyrillic(verb[0]) ? subjectAfter(after, people) : undefined));
    if (speaker) return speaker;
  }
  return undefined;
}

/** The last verb of saying before a quotation: its subject stands before it, in Russian and Arabic also after it. */
function speakerOfLast(words: string, people: People): Speaker | undefined {
  for (const verb of [...words.matchAll(verbsOf(words))].reverse()) {
    const [before, after] = [words.slice(0, verb.index).trimEnd(), words.slice(verb.index + verb[0].length)];
    const isVerbFirst = isCyrillic(verb[0]) || isArabic(verb[0]);
    const isBefore = !isArabic(verb[0]) && !(isVerbFirst && ENDS_ADVERBIAL.test(before));
    const speaker =
      (isArabic(verb[0]) ? arabicSubject(after) : isBefore ? subjectBefore(before, people) : undefined) ??
      (isVerbFirst ? subjectAfter(after, people) : undefined);
    if (speaker) return speaker;
  }
  return undefined;
}

const isCyrillic = (word: string) => /\p{Script=Cyrillic}/u.test(word);
const isLatin = (word: string) => /\p{Script=Latin}/u.test(word);
const isArabic = (word: string) => /\p{Script=Arabic}/u.test(word);
const ADVERBIAL = "(?:об этом|в свою очередь|так|как|тогда|позже|при этом|later|then|however)";
const IS_ADVERBIAL = new RegExp(`^${ADVERBIAL}$`, "iu");
const ENDS_ADVERBIAL = new RegExp(String.raw`(?:^|[.,;:!?…—–-]\s*)${ADVERBIAL}$`, "iu");

const ADVERB = new RegExp(
  String.raw`(?:\s(?:${byFirstLetter(
    "also|later|then|further|again|once|previously|earlier|repeatedly|reportedly|has|had|have|is|was|are|were|in turn|quickly|также|позже|затем|потом|ранее|ещё|еще|при этом|в свою очередь|hat|avait|auch",
  )}))+$`,
  "iu",
);

// "в свою очередь" and the space before it.
const LONGEST_ADVERB = 16;

function subjectBefore(words: string, people: People): Speaker | undefined {
  // An expression that has to end where the words do is tried at each of them; its last word stands in the last few.
  const text = ADVERB.test(words.slice(-LONGEST_ADVERB)) ? words.replace(ADVERB, "") : words;
  const pronoun = /(?:^|[\s,;:—–-])(\p{L}+)$/u.exec(text)?.[1];
  if (pronoun && PRONOUN.test(pronoun)) return /^(?:it|i|we|я|мы|er)$/i.test(pronoun) ? undefined : PRONOUN_SPEAKER;
  const runs = [...runsIn(text)];
  const last = runs.at(-1);
  const isNamed = (run: Run) => run.isPerson || people.find(run.name) !== undefined;
  if (last && last.end === text.length) {
    // `a fisherman in Bodø said`: the place is part of the subject, not all of it.
    return isNamed(last) || !followsPreposition(text, last) ? speakerOf(last, people) : phraseBefore(text, people);
  }
  const appositive = /,\s[^,]{2,110},?$/u.exec(text);
  const named = appositive && runs.findLast(({ end }) => end === appositive.index);
  // `its harbour master, Ruta Dahl, said`: the name stands after what it is called.
  const isApposed = last && text.slice(last.end) === "," && last.start === (appositive?.index ?? 0) + 2;
  if (isApposed && (isNamed(last) || (last.name.includes(" ") && !(named && isNamed(named)))))
    return speakerOf(last, people);
  // `Anna Kovač, head of Northern Ferries, said`: the name stands before what it is called.
  if (named) return speakerOf(named, people);
  if (isCyrillic(text)) {
    const subject = runs.findLast((run) => !followsPreposition(text, run) && isNamed(run));
    if (subject) return speakerOf(subject, people);
  }
  return phraseBefore(appositive ? text.slice(0, appositive.index) : text, people);
}

/** Whom a sentence is about: the person it begins with, unless a preposition stands before the name. */
export function personSpokenOf(sentence: string, people: People): Speaker | undefined {
  const run = [...runsIn(sentence)].find((one) => one.isPerson || people.find(one.name));
  return run && run.from < FARTHEST_SUBJECT && !followsPreposition(sentence, run) ? speakerOf(run, people) : undefined;
}

// `Norway's former fisheries minister, Ole Hansen, disagreed`: as much may stand before the name of a subject.
const FARTHEST_SUBJECT = 40;

function followsPreposition(text: string, { from }: Run): boolean {
  return PREPOSITION.test(text.slice(Math.max(0, from - 10), from));
}

const PREPOSITION =
  /(?:^|\s)(?:в|во|на|из|с|со|от|при|для|к|ко|по|об?|у|над|под|in|at|on|from|to|of|for|with|near)\s(?:the\s)?$/iu;

function subjectAfter(words: string, people: People): Speaker | undefined {
  // `рассказал «Северному вестнику» капитан Олег Дёмин`: a name between marks is no quotation.
  const clause = /^[^«“„"]*/u.exec(words.replaceAll(/\s[«“„"]\p{Lu}[^«»“”„".!?,]{1,40}[»”“"](?=\s)/gu, ""))?.[0] ?? "";
  const pronoun = /^\s+(?:\p{L}+\s)?(он|она|они|he|she|they|er|sie|il|elle|він|вона|вони)(?![\p{L}])/iu.exec(clause);
  if (pronoun) return PRONOUN_SPEAKER;
  const candidates = [...runsIn(clause)].filter(
    (run) => !PREPOSITION.test(clause.slice(Math.max(0, run.start - 10), run.start)),
  );
  const near = candidates.find(
    (run) => clause.slice(0, run.from).trim() === "" || /^\s*(?:the|a|an)\s*$/i.test(clause.slice(0, run.from)),
  );
  const subject =
    near ?? candidates.find((run) => people.find(run.name)) ?? candidates.find(({ isPerson }) => isPerson);
  if (subject) return speakerOf(subject, people);
  return isCyrillic(clause) && candidates[0] && candidates[0].start < 60
    ? (phraseSpeaker(clause, people) ?? speakerOf(candidates[0], people))
    : phraseSpeaker(clause, people);
}

function speakerOf(run: Run, people: People): Speaker {
  const name = run.name;
  const known = people.find(name);
  const isSurname = known !== undefined && known.name !== name;
  return {
    name: isSurname ? known.name : name,
    office: run.office ?? known?.office ?? null,
    pronoun: false,
  };
}

const NOUN_PHRASE =
  /(?:^|[,;:—–]\s*|\s(?:and|but|that|as|when|while|because|и|но|что|как)\s)((?:(?:the|a|an|one|another|his|her|its|their|some|many|several|two|three)\s)?(?:[\p{L}\p{N}’'-]+\s){0,6}[\p{L}\p{N}’'-]+)$/iu;

/** `the ministry`, `a witness`, `police`: a subject without a name; an office known from the text becomes its person. */
function phraseBefore(text: string, people: People): Speaker | undefined {
  const phrase = NOUN_PHRASE.exec(text)?.[1]?.trim();
  if (
    phrase === undefined ||
    phrase.length > 70 ||
    /(?<!\p{L})(?:which|who|whom|this|that|there|what|it|как|так|когда|который|что|это|чем|if|to)(?!\p{L})/iu.test(
      phrase,
    )
  )
    return undefined;
  return personOfOffice(phrase, people) ?? { name: withoutArticleCase(phrase), office: null, pronoun: false };
}

function phraseSpeaker(words: string, people: People): Speaker | undefined {
  const phrase =
    /^\s*((?:[\p{L}\p{M}\p{N}’'-]+\s){0,5}?[\p{L}\p{M}\p{N}’'-]+)(?=\s*(?:[,.;:—–(]|$)|\s(?:in|at|on|after|before|during|when|while|as|to|by|with|в|во|на|после|перед|при|во время|журналистам|агентству|корреспонденту|в ходе|auf|bei|lors|à)(?:\s|$))/u.exec(
      words,
    )?.[1];
  if (
    phrase === undefined ||
    phrase.length > 70 ||
    phrase.trim() === "" ||
    /^(?:that|what|how|if|whether|it|что|как)(?!\p{L})/iu.test(phrase)
  )
    return undefined;
  return (
    personOfOffice(phrase.trim(), people) ?? { name: withoutArticleCase(phrase.trim()), office: null, pronoun: false }
  );
}

/** `the minister` is the one minister the copy has named; `a minister` is another. */
function personOfOffice(phrase: string, people: People): Speaker | undefined {
  const office = /^(?:the\s)?(?:[\p{L}’'-]+\s)?([\p{L}-]+)$/iu.exec(phrase);
  const holder =
    office?.[1] !== undefined && !/^(?:an?|one|another|some)\s/i.test(phrase) ? people.holding(office[1]) : undefined;
  return holder && { ...holder, pronoun: false };
}

function withoutArticleCase(phrase: string): string {
  return phrase.replace(/^(?:The|A|An)\s/u, (article) => article.toLowerCase());
}

const AR_OFFICE =
  /^(?:ال)?(?:أمين العام|رئيس(?:ة)?|وزير(?:ة)?|متحدث(?:ة)?|ناطق|مدير(?:ة)?|قائد|سفير(?:ة)?|أمير|ملك|نائب|عضو|زعيم|محافظ|قبطان)/u;

/** Arabic has no capitals: the subject runs from the verb to `إن`, a colon or the quotation; an office is parted from the last two words. */
function arabicSubject(after: string): Speaker | undefined {
  const words =
    /^\s+((?:[\p{Script=Arabic}\p{M}]+\s?){1,9}?)\s*(?=(?:إن|أن|بأن|في|خلال|يوم|بعد|عقب|للصحفيين|إنه|إنها)(?:\s|$)|[:،,«"“]|$)/u
      .exec(after)?.[1]
      ?.trim();
  if (!words) return undefined;
  const parts = words.split(/\s+/);
  if (!AR_OFFICE.test(words) || parts.length < 3) return { name: words, office: null, pronoun: false };
  return { name: parts.slice(-2).join(" "), office: parts.slice(0, -2).join(" "), pronoun: false };
}
