/** What a reader does with the last step: reads the sum in the label, and works it out. */

const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** `seventeen − 16 =`. */
export function answerTo(sum: string): string {
  const [, left = "", sign, right = ""] = /^(.+) ([+−×]) (.+) =$/.exec(sum) ?? [];
  const [a, b] = [valueIn(left), valueIn(right)];
  return String(sign === "+" ? a + b : sign === "−" ? a - b : a * b);
}

function valueIn(words: string): number {
  if (/^\d+$/.test(words)) return Number(words);
  const rest = words.replace("one hundred and ", "").replace("one hundred", "zero");
  const [tens = "", ones = "zero"] = rest.split("-");
  const value = TENS.includes(tens) ? 20 + 10 * TENS.indexOf(tens) + SMALL.indexOf(ones) : SMALL.indexOf(rest);
  return value + (words.startsWith("one hundred") ? 100 : 0);
}

/** The token of the last step on a page, and the answer to its sum. */
export function solved(page: string): { token: string; answer: string; sum: string } {
  const token = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? "";
  const sum = /<label for="reply-answer">([^<]+)<\/label>/.exec(page)?.[1] ?? "";
  return { token, answer: answerTo(sum), sum };
}
