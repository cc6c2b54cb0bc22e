/** Whole numbers from 0 to 199 in words; of other numbers and languages, their figures. */

type Numerals = {
  /** 0 to 19 */
  readonly small: readonly string[];
  /** 20, 30 … 90 */
  readonly tens: readonly string[];
  readonly hundred: string;
  /** 21: `tens` and `ones` of it. */
  readonly both: (tens: string, ones: string) => string;
  readonly overHundred: (hundred: string, rest: string) => string;
};

const NUMERALS: Readonly<Record<string, Numerals>> = {
  en: {
    small: (
      "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
      "eighteen nineteen"
    ).split(" "),
    tens: "twenty thirty forty fifty sixty seventy eighty ninety".split(" "),
    hundred: "one hundred",
    both: (tens, ones) => `${tens}-${ones}`,
    overHundred: (hundred, rest) => `${hundred} and ${rest}`,
  },
  ru: {
    small: (
      "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать " +
      "пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
    ).split(" "),
    tens: "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто".split(" "),
    hundred: "сто",
    both: (tens, ones) => `${tens} ${ones}`,
    overHundred: (hundred, rest) => `${hundred} ${rest}`,
  },
  ar: {
    small:
      "صفر,واحد,اثنان,ثلاثة,أربعة,خمسة,ستة,سبعة,ثمانية,تسعة,عشرة,أحد عشر,اثنا عشر,ثلاثة عشر,أربعة عشر,خمسة عشر,ستة عشر,سبعة عشر,ثمانية عشر,تسعة عشر".split(
        ",",
      ),
    tens: "عشرون,ثلاثون,أربعون,خمسون,ستون,سبعون,ثمانون,تسعون".split(","),
    hundred: "مئة",
    both: (tens, ones) => `${ones} و${tens}`,
    overHundred: (hundred, rest) => `${hundred} و${rest}`,
  },
};

export function numberInWords(number: number, language: string): string {
  const numerals = NUMERALS[language.toLowerCase().split(/[-_]/)[0] ?? ""];
  if (!numerals || !Number.isInteger(number) || number < 0 || number >= 200) return String(number);
  if (number < 100) return belowHundred(number, numerals);
  const rest = number % 100;
  return rest === 0 ? numerals.hundred : numerals.overHundred(numerals.hundred, belowHundred(rest, numerals));
}

function belowHundred(number: number, { small, tens, both }: Numerals): string {
  if (number < 20) return small[number] ?? "";
  const round = tens[Math.floor(number / 10) - 2] ?? "";
  return number % 10 === 0 ? round : both(round, small[number % 10] ?? "");
}
