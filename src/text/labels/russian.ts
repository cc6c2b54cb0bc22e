/**
 * Case forms of Russian names of organisations. A name is declined by its head: the adjectives before
 * the first noun and that noun; what follows it stays. Where the rules are in doubt nothing is made.
 */
import { type Declined, mayBeSurname, spokenAcronym } from "./declined.ts";

/** Every form of a name but the one it is registered in; none for acronyms and foreign words that do not decline. */
export function russianForms(name: string, kind: string): Declined {
  const words = name.split(" ");
  if (kind === "acronym" || name === name.toUpperCase()) return spokenAcronym(name, ENDINGS);
  const forms = [
    ...headsOf(words).flatMap((head) => declinedAt(words, head)),
    ...(kind === "derived" ? pluralsOf(name) : []),
  ];
  const inSentence = LEADING_ARTICLE.test(name)
    ? [name, ...forms].map((form) => `${form.charAt(0).toLowerCase()}${form.slice(1)}`)
    : [];
  const made = [...new Set([...forms, ...inSentence])].filter((form) => form !== name);
  // «Волки» without «Волков»: the genitive of many is a family name.
  const isDoubtful = (form: string) => /^\p{Lu}/u.test(form) && mayBeSurname(form) && !mayBeSurname(name);
  return { certain: made.filter((form) => !isDoubtful(form)), doubtful: made.filter(isDoubtful) };
}

const ENDINGS = { small: ["а", "у", "ом", "ем", "е"], large: ["Ы", "Е", "У", "ОЙ"] };

/** Inside a sentence аль-Каида has a small article. */
const LEADING_ARTICLE = /^(?:А[лнрсздт]ь?|Аш|Эль)-(?=\p{Lu})/u;

/** A derived name in one word is what its people are called: one талиб, many талибы. */
function pluralsOf(name: string): readonly string[] {
  if (!/^\p{Script=Cyrillic}+$/u.test(name) || !/[бвгджзклмнпрстфхц]$/iu.test(name)) return [];
  const stem = name.replace(/ец$/iu, "ц");
  const many = `${stem}${/[гкхжшчщ]$/iu.test(stem) ? "и" : "ы"}`;
  const paradigm = plural(many);
  return paradigm ? [many, ...CASES.flatMap((grammarCase) => paradigm[grammarCase])] : [];
}

/** Places of the words that change together. */
type Head = readonly number[];

/** Usually one head; names of several foreign words are declined now by the first, now by the last of them. */
function headsOf(words: readonly string[]): readonly Head[] {
  const plain = words.findIndex((word) => !/^[\p{Script=Cyrillic}-]+$/u.test(word));
  const declinable = plain === -1 ? words : words.slice(0, plain);
  if (declinable.length === 0) return [];

  const noun = declinable.findIndex((word, at) => !isAdjective(word, declinable[at + 1]));
  if (noun === -1) return [declinable.map((_, at) => at)];
  const first = range(noun + 1);
  const article = declinable.findIndex((word) => ARABIC_ARTICLE.test(word));
  const isIndeclinable =
    noun === 0 && declinable.length > 1 && simpleNoun(declinable[0] ?? "", undefined) === undefined;
  if (noun === 0 && (article > 0 || (isIndeclinable && /^\p{Lu}/u.test(declinable.at(-1) ?? "")))) {
    // «Джейш аль-Камара» and, less often, «Джейша аль-Камар».
    return article > 0 && !isIndeclinable ? [[declinable.length - 1], [0]] : [[declinable.length - 1]];
  }
  const isForeign =
    noun === 0 && declinable.length > 1 && declinable.every((word) => /^\p{Lu}.*[^аеёиоуыэюяьй]$/u.test(word));
  return isForeign ? [[0], [declinable.length - 1], range(declinable.length)] : [first];
}

const ARABIC_ARTICLE = /^[ауэи](?:ль?|[тшнсдрз])-/iu;

function range(length: number): Head {
  return Array.from({ length }, (_, at) => at);
}

type Case = "gen" | "dat" | "acc" | "ins" | "pre";
const CASES: readonly Case[] = ["gen", "dat", "acc", "ins", "pre"];
type Agreement = "m" | "f" | "n" | "pl";
/**
 * For each case the word in it. The accusative is that of a thing: that of a person is the
 * genitive, and is among the forms already.
 */
type Paradigm = Readonly<Record<Case, readonly string[]>>;

function declinedAt(words: readonly string[], head: Head): readonly string[] {
  const adjectives = head.filter((at) => isAdjective(words[at] ?? "", words[at + 1]));
  const agreement = adjectives.map((at) => agreementOf(words[at] ?? "")).find((one) => one !== undefined);
  const paradigms = new Map<number, Paradigm>();
  for (const at of head) {
    const word = words[at] ?? "";
    const paradigm = adjectives.includes(at) ? adjective(word) : noun(word, agreement);
    // Half a name in another case would be no form at all.
    if (!paradigm) return [];
    paradigms.set(at, paradigm);
  }
  return CASES.flatMap((grammarCase) =>
    combined(words.map((word, at) => paradigms.get(at)?.[grammarCase] ?? [word])).map((form) => form.join(" ")),
  );
}

function combined(choices: readonly (readonly string[])[]): string[][] {
  return choices.reduce<string[][]>(
    (begun, choice) => begun.flatMap((form) => choice.map((word) => [...form, word])),
    [[]],
  );
}

/** Adjectives and participles; `movement` and `герой` end like some of them. */
function isAdjective(word: string, next: string | undefined): boolean {
  if (/[нтвлсрд]ие$/iu.test(word))
    return next !== undefined && /[ыи]$|ья$/iu.test(next) && /(?:дн|вн|шн|жн|рн)ие$/iu.test(word);
  if (/(?:ой|ий)$/iu.test(word) && (next === undefined || !agreementOf(word))) return /.{2}[кгхжшчщ]ий$/iu.test(word);
  return agreementOf(word) !== undefined;
}

function agreementOf(word: string): Agreement | undefined {
  if (/.{2}(?:ый|ой|ий)(?:ся)?$/iu.test(word)) return "m";
  if (/.{2}(?:ая|яя)(?:ся)?$/iu.test(word)) return "f";
  if (/.{2}(?:ое|ее)(?:ся)?$/iu.test(word)) return "n";
  if (/.{2}(?:ые|ие)(?:ся)?$/iu.test(word)) return "pl";
  return undefined;
}

function adjective(word: string): Paradigm | undefined {
  const [, beginning = "", reflexive = ""] = /^(.*?)(ся)?$/iu.exec(word) ?? [];
  const stem = beginning.slice(0, -2);
  const ending = beginning.slice(-2).toLowerCase();
  const isSoft =
    ending === "яя" ||
    (ending === "ее" && !/[жшчщц]$/iu.test(stem)) ||
    (/и[йе]$/.test(ending) && !/[гкхжшчщ]$/iu.test(stem));
  // After these letters Russian writes и for ы; after hushers е for an о without stress.
  const y = isSoft || /[гкхжшчщ]$/iu.test(stem) ? "и" : "ы";
  const o = isSoft || (/[жшчщц]$/iu.test(stem) && !/о[йе]$/.test(ending)) ? "е" : "о";
  const whole = (...endings: readonly string[]) => endings.map((one) => `${stem}${one}${reflexive}`);
  switch (agreementOf(word)) {
    case "m":
    case "n": {
      const gen = whole(`${o}го`);
      return { gen, dat: whole(`${o}му`), acc: [word], ins: whole(`${y}м`), pre: whole(`${o}м`) };
    }
    case "f": {
      const oblique = whole(`${o}й`);
      return {
        gen: oblique,
        dat: oblique,
        acc: whole(isSoft ? "юю" : "ую"),
        ins: [...oblique, ...whole(`${o}ю`)],
        pre: oblique,
      };
    }
    case "pl": {
      const gen = whole(`${y}х`);
      return { gen, dat: whole(`${y}м`), acc: [word], ins: whole(`${y}ми`), pre: gen };
    }
    default:
      return undefined;
  }
}

/** A noun by its ending; of a hyphenated one the last part, and the first too when it is a Russian plural («Братья-мусульмане»). */
function noun(word: string, agreement: Agreement | undefined): Paradigm | undefined {
  const hyphen = word.lastIndexOf("-");
  if (hyphen === -1) return simpleNoun(word, agreement);
  const first = word.slice(0, hyphen);
  const firsts = /(?:братья|воины|люди|бойцы|студенты|рабочие)$/iu.test(first) ? simpleNoun(first, "pl") : undefined;
  const second = noun(word.slice(hyphen + 1), firsts ? "pl" : agreement);
  if (!second) return undefined;
  const joined = (grammarCase: Case) =>
    (firsts?.[grammarCase] ?? [first]).flatMap((one) => second[grammarCase].map((other) => `${one}-${other}`));
  return { gen: joined("gen"), dat: joined("dat"), acc: joined("acc"), ins: joined("ins"), pre: joined("pre") };
}

function simpleNoun(word: string, agreement: Agreement | undefined): Paradigm | undefined {
  const irregular = IRREGULAR[word.toLowerCase()];
  if (irregular) return likeIts(word, irregular);
  const lower = word.toLowerCase();
  if (agreement === "pl" || PLURAL_NOUN.test(lower)) return plural(word);
  if (/ия$/.test(lower)) return endings(word, 1, { gen: "и", dat: "и", acc: "ю", ins: ["ей", "ею"], pre: "и" });
  if (/ь$/.test(lower)) return softSign(word, agreement);
  if (/[^аеёиоуыэюя]а$/.test(lower)) return feminineA(word);
  if (/я$/.test(lower)) return endings(word, 1, { gen: "и", dat: "е", acc: "ю", ins: ["ей", "ею"], pre: "е" });
  if (/(?:ств|войск|крыл|бюр?в|дел|слов|прав)о$/.test(lower))
    return endings(word, 1, { gen: "а", dat: "у", acc: "о", ins: "ом", pre: "е" });
  if (/ие$/.test(lower)) return endings(word, 1, { gen: "я", dat: "ю", acc: "е", ins: "ем", pre: "и" });
  if (/ье$/.test(lower)) return endings(word, 1, { gen: "я", dat: "ю", acc: "е", ins: "ем", pre: "е" });
  if (/(?:щ|ц)е$/.test(lower)) return endings(word, 1, { gen: "а", dat: "у", acc: "е", ins: "ем", pre: "е" });
  if (/ий$/.test(lower)) return endings(word, 1, { gen: "я", dat: "ю", acc: "й", ins: "ем", pre: "и" });
  if (/й$/.test(lower)) return endings(word, 1, { gen: "я", dat: "ю", acc: "й", ins: "ем", pre: "е" });
  if (/[бвгджзклмнпрстфхцчшщ]$/.test(lower)) return masculine(word);
  return undefined;
}

function masculine(word: string): Paradigm {
  const stems = [word];
  // Отец, отца; союз of two vowels that fall out is rare in names, so both spellings are made.
  if (/[бвгджзклмнпрстфхчшщ]ец$/iu.test(word)) stems.push(`${word.slice(0, -2)}${/лец$/iu.test(word) ? "ь" : ""}ц`);
  if (/[бвгджзлмнпрстфчшж]ок$/iu.test(word)) stems.push(`${word.slice(0, -2)}к`);
  // Зверёк, зверька; ветерок, ветерка; a register may write ё as е, which human беглец and человек share.
  if (/[бвдзлмнпрст][её]к$/iu.test(word)) stems.push(`${word.slice(0, -2)}ьк`);
  if (/[чшж][её]к$/iu.test(word)) stems.push(`${word.slice(0, -2)}к`);
  const ins = /[жшчщц]$/iu.test(word) ? ["ем", "ом"] : ["ом"];
  const whole = (...all: readonly string[]) => stems.flatMap((stem) => all.map((ending) => `${stem}${ending}`));
  return { gen: whole("а"), dat: whole("у"), acc: [word], ins: whole(...ins), pre: whole("е") };
}

function feminineA(word: string): Paradigm {
  const y = /[гкхжшчщ]а$/iu.test(word) ? "и" : "ы";
  const ins = /[жшчщц]а$/iu.test(word) ? ["ей", "ею", "ой", "ою"] : ["ой", "ою"];
  return endings(word, 1, { gen: y, dat: "е", acc: "у", ins, pre: "е" });
}

/** The gender of a noun in -ь is told by its adjective or its suffix; otherwise it is in doubt. */
function softSign(word: string, agreement: Agreement | undefined): Paradigm | undefined {
  const isFeminine =
    agreement === "f" ||
    (agreement === undefined &&
      /(?:ость|есть|знь|[жшчщ]ь|бовь|ковь|мять|ать|часть|сеть|цепь|смерть|степь|нефть|кровь|площадь|область)$/iu.test(
        word,
      ));
  if (isFeminine) return endings(word, 1, { gen: "и", dat: "и", acc: "ь", ins: "ью", pre: "и" });
  const isMasculine = agreement === "m" || /(?:тель|арь|ырь|огонь|день|путь)$/iu.test(word);
  if (!isMasculine || /путь$/iu.test(word)) return undefined;
  const stem = /(?:день|огонь)$/iu.test(word) ? word.replace(/[ео]нь$/iu, "нь") : word;
  return { ...endings(stem, 1, { gen: "я", dat: "ю", acc: "", ins: "ем", pre: "е" }), acc: [word] };
}

const PLURAL_NOUN =
  /(?:ники|исты|цы|тели|ане|яне|чане|еры|оры|иоты|онеры|анты|енты|рады|силы|войска|отряды|бригады|полки|волки|мусульмане|братья|дети|люди|штабы|группы|дружины|части|воины|бойцы|боевики|талибы|сторонники|тигры|львы|ястребы|вии|ции|рмии|[иаяу]ки|[бвгджзклмнпрстфхц]ы)$/;

/** Dative, instrumental and prepositional are certain; the genitive is made where the ending tells it. */
function plural(word: string): Paradigm | undefined {
  const lower = word.toLowerCase();
  if (!/[ыиая]$|[ая]не$/.test(lower)) return undefined;
  const stem = word.slice(0, -1);
  const isSoft = /(?:[^гкхжшчщ]и|я)$/.test(lower);
  const a = isSoft ? "я" : "а";
  return {
    gen: genitivePlural(word),
    dat: [`${stem}${a}м`],
    acc: [word],
    ins: [`${stem}${a}ми`],
    pre: [`${stem}${a}х`],
  };
}

function genitivePlural(word: string): readonly string[] {
  const lower = word.toLowerCase();
  const stem = word.slice(0, -1);
  if (/[ая]не$/.test(lower)) return [stem];
  if (/ии$/.test(lower)) return [`${stem}й`];
  if (/цы$|[аеёоуыэюя]и$/.test(lower)) return [`${stem}ев`];
  if (/[жшчщ]и$|[лнрт]и$/.test(lower)) return [`${stem}ей`];
  if (/(?:бригад|сил|групп|дружин|школ|служб|команд|структур|войск)[ыа]$/.test(lower)) return [stem];
  return /[ыи]$/.test(lower) ? [`${stem}ов`] : [];
}

function endings(word: string, cut: number, by: Readonly<Record<Case, string | readonly string[]>>): Paradigm {
  const stem = word.slice(0, word.length - cut);
  const whole = (one: string | readonly string[]) => [one].flat().map((ending) => `${stem}${ending}`);
  return { gen: whole(by.gen), dat: whole(by.dat), acc: whole(by.acc), ins: whole(by.ins), pre: whole(by.pre) };
}

const IRREGULAR: Readonly<Record<string, Paradigm>> = {
  братья: { gen: ["братьев"], dat: ["братьям"], acc: ["братья"], ins: ["братьями"], pre: ["братьях"] },
  сыновья: { gen: ["сыновей"], dat: ["сыновьям"], acc: ["сыновья"], ins: ["сыновьями"], pre: ["сыновьях"] },
  дети: { gen: ["детей"], dat: ["детям"], acc: ["дети"], ins: ["детьми"], pre: ["детях"] },
  люди: { gen: ["людей"], dat: ["людям"], acc: ["люди"], ins: ["людьми"], pre: ["людях"] },
  рабочие: { gen: ["рабочих"], dat: ["рабочим"], acc: ["рабочие"], ins: ["рабочими"], pre: ["рабочих"] },
  львы: { gen: ["львов"], dat: ["львам"], acc: ["львы"], ins: ["львами"], pre: ["львах"] },
  знамя: { gen: ["знамени"], dat: ["знамени"], acc: ["знамя"], ins: ["знаменем"], pre: ["знамени"] },
  племя: { gen: ["племени"], dat: ["племени"], acc: ["племя"], ins: ["племенем"], pre: ["племени"] },
  время: { gen: ["времени"], dat: ["времени"], acc: ["время"], ins: ["временем"], pre: ["времени"] },
  путь: { gen: ["пути"], dat: ["пути"], acc: ["путь"], ins: ["путём"], pre: ["пути"] },
};

function likeIts(word: string, paradigm: Paradigm): Paradigm {
  if (!/^\p{Lu}/u.test(word)) return paradigm;
  const raised = (forms: readonly string[]) => forms.map((form) => form.charAt(0).toUpperCase() + form.slice(1));
  return {
    gen: raised(paradigm.gen),
    dat: raised(paradigm.dat),
    acc: raised(paradigm.acc),
    ins: raised(paradigm.ins),
    pre: raised(paradigm.pre),
  };
}
