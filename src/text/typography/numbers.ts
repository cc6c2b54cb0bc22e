/** Numbers from 0 to 99 in words, as they are counted, for English, Russian and Arabic. */

/** The number in words; figures where the language or the number has none here. */
export function numberInWords(number: number, language: string): string {
  if (!Number.isInteger(number) || number < 0 || number > 99) return String(number);
  const words = LANGUAGES[language.toLowerCase().split(/[-_]/)[0] ?? ""];
  if (!words) return String(number);
  const small = words.small[number];
  if (small !== undefined) return small;
  const tens = words.tens[Math.floor(number / 10) - 2] ?? "";
  const ones = number % 10 === 0 ? undefined : words.small[number % 10];
  return ones === undefined ? tens : words.join(tens, ones);
}

type NumberWords = {
  /** 0 to 19 */
  readonly small: readonly string[];
  /** 20, 30 … 90 */
  readonly tens: readonly string[];
  readonly join: (tens: string, ones: string) => string;
};

const LANGUAGES: Readonly<Record<string, NumberWords>> = {
  en: {
    small:
      "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
        " ",
      ),
    tens: "twenty thirty forty fifty sixty seventy eighty ninety".split(" "),
    join: (tens, ones) => `${tens}-${ones}`,
  },
  ru: {
    small:
      "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать".split(
        " ",
      ),
    tens: "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто".split(" "),
    join: (tens, ones) => `${tens} ${ones}`,
  },
  ar: {
    small: [
      ..."صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة".split(" "),
      ..."أحد اثنا ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة".split(" ").map((ones) => `${ones} عشر`),
    ],
    tens: "عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون".split(" "),
    // Ones come first, joined by "and": واحد وعشرون.
    join: (tens, ones) => `${ones} و${tens}`,
  },
};
