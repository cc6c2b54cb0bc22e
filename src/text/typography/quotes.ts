/** Straight quotation marks → those of a language, the inner ones told from the outer by what is open. */

type Marks = { readonly outer: readonly [string, string]; readonly inner: readonly [string, string] };

const MARKS: Readonly<Record<string, Marks>> = {
  en: { outer: ["“", "”"], inner: ["‘", "’"] },
  ru: { outer: ["«", "»"], inner: ["„", "“"] },
  ar: { outer: ["«", "»"], inner: ["“", "”"] },
  de: { outer: ["„", "“"], inner: ["‚", "‘"] },
  fr: { outer: ["«", "»"], inner: ["“", "”"] },
};

// Marks that many levels out are open by mistake.
const DEEPEST = 10;

// What may stand right before a mark that opens, besides white space and the start of the text.
const BEFORE_OPENING = /[\s([{—–\-/«„“‘‚"'¿¡]/u;

type Reading = {
  readonly whole: string;
  readonly marks: Marks;
  /** Closing marks of the quotations open so far, the innermost last. */
  readonly open: string[];
  /** Where the last straight apostrophe stands that could close a quotation. */
  readonly lastClosing: number;
};

/**
 * The parts of one text, every second of them (addresses) read for context only. A language without marks of its own
 * here keeps its straight ones.
 */
export function withQuotes(parts: readonly string[], language: string): string[] {
  const marks = MARKS[language];
  if (!marks) return [...parts];
  const whole = parts.join("");
  const closings = [...whole.matchAll(/(?<=[\p{L}.,!?])'(?!\p{L})/gu)];
  const reading: Reading = { whole, marks, open: [], lastClosing: closings.at(-1)?.index ?? -1 };
  let start = 0;
  return parts.map((part, number) => {
    const from = start;
    start += part.length;
    return number % 2 === 1 ? part : part.replace(SIGNS, (sign, at: number) => printed(sign, from + at, reading));
  });
}

const SIGNS = /["'“”‘’«»„‚]/gu;

function printed(sign: string, at: number, reading: Reading): string {
  if (sign === "'") return apostrophe(at, reading);
  if (sign !== '"') return noted(sign, at, reading);

  const { whole, marks, open } = reading;
  const before = whole[at - 1];
  const after = whole[at + 1];
  const opens = (before === undefined || BEFORE_OPENING.test(before)) && after !== undefined && !/\s/.test(after);
  if (opens) {
    const pair = open.slice(-DEEPEST).includes(marks.outer[1]) ? marks.inner : marks.outer;
    open.push(pair[1]);
    return pair[0];
  }
  // 5" and 6' are inches and feet.
  if (open.length === 0 && /\d/.test(before ?? "")) return sign;
  return open.pop() ?? marks.outer[1];
}

/** Marks that are already printed ones open and close like the others. */
function noted(sign: string, at: number, { whole, marks, open }: Reading): string {
  const pair = [marks.outer, marks.inner].find(([opening]) => opening === sign);
  const isApostrophe = sign === "’" && /\p{L}/u.test(whole[at + 1] ?? "");
  if (open.at(-1) === sign && !isApostrophe) open.pop();
  else if (pair) open.push(pair[1]);
  return sign;
}

/** Between letters, for left-out figures and after a word it is an apostrophe; English also quotes with it. */
function apostrophe(at: number, { whole, marks, open, lastClosing }: Reading): string {
  const before = whole[at - 1] ?? " ";
  const after = whole[at + 1] ?? " ";
  if (/[\p{L}\p{N}]/u.test(before) && /\p{L}/u.test(after)) return "’";
  if (marks !== MARKS["en"]) return "'";
  if (/\p{L}/u.test(before) || (open.at(-1) === "’" && !/[\s\d]/.test(before))) {
    if (open.at(-1) === "’") open.pop();
    return "’";
  }
  if (!BEFORE_OPENING.test(before)) return "'";
  if (/\d/.test(after)) return "’";
  if (!/\p{L}/u.test(after)) return "'";
  if (lastClosing <= at) return "’";
  open.push("’");
  return "‘";
}
