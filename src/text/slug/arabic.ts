/**
 * Arabic script in Latin letters, for addresses. Short vowels are not written in
 * Arabic and are not invented here: a wrong vowel misleads more than a missing one.
 */

const SHADDA = "\u0651";

export function isArabic(word: string): boolean {
  return /^\p{Script=Arabic}/u.test(word) && !/^[٠-٩۰-۹]/.test(word);
}

/** One word; the article stands apart: `الميناء` → `al`, `mina`. */
export function arabicInLatin(word: string): string[] {
  const [, article, rest] = /^(و?ال)(\p{L}{2}.*)$/u.exec(word) ?? [];
  if (article === undefined || rest === undefined) return [lettersInLatin(word)];
  return [article === "وال" ? "wal" : "al", lettersInLatin(rest)];
}

function lettersInLatin(word: string): string {
  // Composed text puts the doubling sign after the vowel it is read before.
  const letters = [...word.replace(/([\u064e-\u0650])\u0651/gu, `${SHADDA}$1`)];
  const latin = letters.map((letter, at) => {
    if (letter === "و") return isVowelAt(letters, at) ? "u" : "w";
    if (letter === "ي" || letter === "ی") return isVowelAt(letters, at) ? "i" : "y";
    if (letter === SHADDA) return LETTERS[letters[at - 1] ?? ""] ?? "";
    return LETTERS[letter] ?? "";
  });
  return latin.join("");
}

/** Waw and ya are long vowels between consonants and at the end, consonants at the start and beside another vowel. */
function isVowelAt(letters: readonly string[], at: number): boolean {
  return at > 0 && !VOWELS.includes(letters[at - 1] ?? "") && !VOWELS.includes(letters[at + 1] ?? "");
}

const VOWELS = ["ا", "آ", "أ", "إ", "ى", "ة", "و", "ي", "ی", "\u064e", "\u064f", "\u0650"];

const LETTERS: Readonly<Record<string, string>> = {
  ا: "a",
  أ: "a",
  إ: "i",
  آ: "a",
  ء: "",
  ؤ: "u",
  ئ: "i",
  ى: "a",
  ة: "a",
  ب: "b",
  ت: "t",
  ث: "th",
  ج: "j",
  ح: "h",
  خ: "kh",
  د: "d",
  ذ: "dh",
  ر: "r",
  ز: "z",
  س: "s",
  ش: "sh",
  ص: "s",
  ض: "d",
  ط: "t",
  ظ: "z",
  ع: "a",
  غ: "gh",
  ف: "f",
  ق: "q",
  ك: "k",
  ل: "l",
  م: "m",
  ن: "n",
  ه: "h",
  // Persian and Urdu
  پ: "p",
  چ: "ch",
  ژ: "zh",
  گ: "g",
  ک: "k",
  ہ: "h",
  ھ: "h",
  ٹ: "t",
  ڈ: "d",
  ڑ: "r",
  ں: "n",
  ے: "e",
  // Short vowels, where somebody wrote them
  "\u064e": "a",
  "\u064f": "u",
  "\u0650": "i",
  // Figures inside a word
  ...Object.fromEntries([..."٠١٢٣٤٥٦٧٨٩"].map((figure, at) => [figure, String(at)])),
  ...Object.fromEntries([..."۰۱۲۳۴۵۶۷۸۹"].map((figure, at) => [figure, String(at)])),
};
