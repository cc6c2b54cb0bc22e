/** Words of any of the known scripts in Latin letters, the way each language's own passports and road signs write them, without marks. */
import { arabicInLatin, isArabic } from "./arabic.ts";
import { greekInLatin, isGreek } from "./greek.ts";

/** Words in Latin small letters and figures; letters of scripts without a table are left out, and so are words of nothing else. */
export function wordsInLatin(text: string, language: string): string[] {
  const tables = tablesOf(language);
  // NFKC joins letters with their marks, and writes out ligatures, full-width and presentation forms.
  const words =
    withoutJoiners(text.normalize("NFKC").toLowerCase())
      .normalize("NFC")
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.flatMap((word) => wordInLatin(word, tables)).filter((word) => word !== "");
}

// Apostrophes, primes and Hebrew geresh stand inside words; soft hyphens and zero-width signs are no part of them.
const JOINERS = /['’‘‛ʼʻʹʾʿ`´′\u05f3\u05f4"“”״\u00ad\u200b-\u200f\u2060\ufeff\u0640]/g;

function withoutJoiners(text: string): string {
  return text.replace(JOINERS, (sign) => (sign === '"' || sign === "“" || sign === "”" ? " " : ""));
}

type Table = Readonly<Record<string, string>>;
type Tables = {
  readonly start: Table;
  readonly inside: Table;
  readonly endings: readonly (readonly [RegExp, string])[];
};

function wordInLatin(word: string, { start, inside, endings }: Tables): string[] {
  if (isArabic(word)) return arabicInLatin(word);
  if (isGreek(word)) return [greekInLatin(word)];
  const whole = endings.reduce((so, [ending, latin]) => so.replace(ending, latin), word);
  const letters = [...whole].map(
    (letter, at) => (at === 0 ? start[letter] : undefined) ?? inside[letter] ?? bare(letter),
  );
  return [letters.join("")];
}

/** A Latin letter without its marks, a figure as 0 to 9, nothing for the rest. */
function bare(letter: string): string {
  return letter.normalize("NFD").replace(/[^a-z0-9]/g, "");
}

const LATIN: Table = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ħ: "h",
  ı: "i",
  ŋ: "ng",
  ĸ: "k",
  ŧ: "t",
  ə: "a",
};

const CYRILLIC: Table = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  е: "e",
  // As in е: half of all writers leave the dots out, and both spellings should give one address.
  ё: "e",
  ж: "zh",
  з: "z",
  и: "i",
  й: "y",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
  // Letters of one language only read alike whatever the text around them.
  ґ: "g",
  є: "ie",
  і: "i",
  ї: "i",
  ў: "u",
  ђ: "dj",
  ј: "j",
  љ: "lj",
  њ: "nj",
  ћ: "c",
  џ: "dz",
  ѓ: "gj",
  ќ: "kj",
  ѕ: "dz",
  ә: "a",
  ғ: "gh",
  қ: "q",
  ң: "ng",
  ө: "o",
  ұ: "u",
  ү: "u",
  һ: "h",
};

// Cabinet of Ministers of Ukraine, resolution 55 of 27 January 2010.
const UKRAINIAN: Table = { ...CYRILLIC, г: "h", и: "y", й: "i", ю: "iu", я: "ia" };
const UKRAINIAN_START: Table = { є: "ye", ї: "yi", й: "y", ю: "yu", я: "ya" };

const BELARUSIAN: Table = { ...CYRILLIC, г: "h", е: "ie", ё: "io", й: "i", ю: "iu", я: "ia" };
const BELARUSIAN_START: Table = { е: "ye", ё: "yo", й: "y", ю: "yu", я: "ya" };

// Bulgarian Transliteration Act of 13 March 2009.
const BULGARIAN: Table = { ...CYRILLIC, х: "h", щ: "sht", ъ: "a", ь: "y" };

// Serbian is written in both alphabets: Cyrillic goes by Gaj's Latin, which loses its marks.
const SERBIAN: Table = { ...CYRILLIC, ж: "z", х: "h", ц: "c", ч: "c", ш: "s" };
const SERBIAN_LATIN: Table = { đ: "dj" };
const MACEDONIAN: Table = { ...CYRILLIC, х: "h", ц: "c", џ: "dj" };

const GERMAN: Table = { ä: "ae", ö: "oe", ü: "ue" };

// Unpointed Hebrew: vav and yod are consonants at the start of a word and vowels inside it.
const HEBREW: Table = {
  א: "a",
  ב: "b",
  ג: "g",
  ד: "d",
  ה: "h",
  ו: "o",
  ז: "z",
  ח: "h",
  ט: "t",
  י: "i",
  כ: "k",
  ך: "k",
  ל: "l",
  מ: "m",
  ם: "m",
  נ: "n",
  ן: "n",
  ס: "s",
  ע: "a",
  פ: "p",
  ף: "f",
  צ: "ts",
  ץ: "ts",
  ק: "k",
  ר: "r",
  ש: "sh",
  ת: "t",
};
const HEBREW_START: Table = { ו: "v", י: "y" };
// He at the end of a word stands for its last vowel: Haifa, Jaffa.
const HEBREW_ENDING = [/(?<=\p{L})ה$/u, "a"] as const;

// Figures other scripts write 0 to 9 with.
const FIGURES: Table = Object.fromEntries(
  ["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९"].flatMap((figures) =>
    [...figures].map((figure, at) => [figure, String(at)]),
  ),
);

const ALL: Table = { ...LATIN, ...CYRILLIC, ...HEBREW, ...FIGURES };

const OF_LANGUAGE: Readonly<Record<string, Partial<Tables>>> = {
  // "Новый" is read "novy"; a second y tells nobody anything.
  ru: { endings: [[/[ыи]й$/u, "y"]] },
  uk: { inside: { ...ALL, ...UKRAINIAN }, start: UKRAINIAN_START, endings: [[/зг/gu, "zgh"]] },
  be: { inside: { ...ALL, ...BELARUSIAN }, start: BELARUSIAN_START },
  bg: { inside: { ...ALL, ...BULGARIAN }, endings: [[/ия$/u, "ia"]] },
  sr: { inside: { ...ALL, ...SERBIAN, ...SERBIAN_LATIN } },
  mk: { inside: { ...ALL, ...MACEDONIAN } },
  de: { inside: { ...ALL, ...GERMAN } },
};

function tablesOf(language: string): Tables {
  const own = OF_LANGUAGE[language.toLowerCase().split(/[-_]/)[0] ?? ""];
  return {
    start: { ...HEBREW_START, ...own?.start },
    inside: own?.inside ?? ALL,
    endings: [HEBREW_ENDING, ...(own?.endings ?? [])],
  };
}
