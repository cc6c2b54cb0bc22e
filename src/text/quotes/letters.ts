/**
 * A text as the letters a quotation is compared by: marks, spaces and the ways of writing one letter are left out, and
 * every letter knows where it stood and what stood before it. One pass over the text.
 */

/** What parts a letter from the one before it. A line that ends in the middle of a word parts nothing. */
export const GAP = { none: 0, hyphen: 1, brokenWord: 2, line: 3, space: 4 } as const;

export type Letters = {
  readonly text: string;
  /** One UTF-16 unit for each letter, figure and sign that counts, in small letters. */
  readonly folded: string;
  /** The same as they were written. */
  readonly raised: string;
  /** Where in the text each unit stands. */
  readonly at: Int32Array;
  /** One of `GAP` for each unit. */
  readonly gaps: Uint8Array;
};

export type Passed = { readonly start: number; readonly end: number };

/** What is `passed` over, in the order of the text, is no part of it: it parts what stands around it. */
export function lettersOf(text: string, passed: readonly Passed[] = []): Letters {
  // A ligature is two letters, at most four in Arabic's presentation forms; the arrays grow when a text has many.
  const reading = new Reading(text);
  let next = 0;
  for (let at = 0; at < text.length; ) {
    let over = passed[next];
    while (over && over.end <= at) over = passed[++next];
    if (over && over.start <= at) {
      reading.part(GAP.space);
      at = over.end;
    } else at += reading.read(at);
  }
  return reading.letters();
}

const APOSTROPHES = "'’‘ʼ`´′ʹ＇";
const HYPHENS = "-‐‑\u00ad";
// What printers of other times, and machines that read them, set where a line breaks a word.
const LINE_HYPHENS = "¬⸗=";
const DASHES = "-−–‒";
const UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u0640";
const GROUPS = " \u00a0\u202f\u2009'’٬";
const SIGNS = "%‰٪$€£¥₽₴₹§№&+=@#°";

/** What one spelling of a letter is for another; the same letters in any of the five languages of the corpus. */
const SAME: Readonly<Record<string, string>> = {
  ё: "е",
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ی: "ي",
  ک: "ك",
  ى: "ي",
  ß: "ss",
  ſ: "s",
  ä: "ae",
  ö: "oe",
  ü: "ue",
  œ: "oe",
  æ: "ae",
  "٪": "%",
};

class Reading {
  readonly #text: string;
  readonly #folded: string[] = [];
  readonly #raised: string[] = [];
  readonly #at: number[] = [];
  readonly #gaps: number[] = [];
  #gap: number = GAP.space;

  constructor(text: string) {
    this.#text = text;
  }

  part(gap: number): void {
    if (gap > this.#gap || this.#gap === GAP.none) this.#gap = gap;
  }

  /** Reads what stands at an offset; how many units it was. */
  read(at: number): number {
    const code = this.#text.codePointAt(at) ?? 0;
    // `nº 5` and `n° 5`
    const sign = code === 0xba ? "°" : String.fromCodePoint(code);
    if (code < 0x80) {
      if (isAsciiLetter(code)) this.#keep(sign, at);
      else this.#between(sign, at);
      return 1;
    }
    if (UNSEEN.includes(sign)) this.#unseen(sign, at);
    else if (/\p{M}/u.test(sign)) this.#mark(sign);
    else if (SUPERSCRIPT.test(sign)) this.part(GAP.space);
    else if (/[\p{L}\p{N}]/u.test(sign)) this.#letter(sign, code, at);
    else this.#between(sign, at);
    return sign.length;
  }

  letters(): Letters {
    return {
      text: this.#text,
      folded: this.#folded.join(""),
      raised: this.#raised.join(""),
      at: Int32Array.from(this.#at),
      gaps: Uint8Array.from(this.#gaps),
    };
  }

  #letter(sign: string, code: number, at: number): void {
    if (/[٠-٩۰-۹]/.test(sign)) this.#keep(String(code & 0xf), at);
    else if (FRACTION.test(sign)) this.#fraction(sign, at);
    else if (code >= 0xfb00 || RAISED_LETTER.test(sign)) for (const one of sign.normalize("NFKC")) this.#keep(one, at);
    else this.#keep(sign, at);
  }

  /** `1½` is `1 1/2`, and not `11/2`. */
  #fraction(sign: string, at: number): void {
    this.part(GAP.space);
    for (const one of sign.normalize("NFKC")) this.#keep(one === "\u2044" ? "/" : one, at);
  }

  #keep(sign: string, at: number): void {
    const small = sign.toLowerCase();
    const folded = SAME[small] ?? small;
    // What becomes several letters is as large as the letters around it.
    const isRaised = folded.length > sign.length && sign !== small && standsInCapitals(this.#text, at);
    for (let index = 0; index < folded.length; index++) {
      this.#folded.push(folded.charAt(index));
      if (folded.length === sign.length) this.#raised.push(raisedOf(sign.charAt(index), folded.charAt(index)));
      else this.#raised.push(isRaised ? folded.charAt(index).toUpperCase() : folded.charAt(index));
      this.#at.push(at);
      this.#gaps.push(this.#gap);
      this.#gap = GAP.none;
    }
  }

  /** Marks belong to the letter before them; vowels of Arabic and Hebrew are written or left out at will. */
  #mark(sign: string): void {
    const last = this.#folded.length - 1;
    if (last < 0 || /[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/.test(sign)) return;
    const composed = `${this.#raised[last]}${sign}`.normalize("NFC");
    if (composed.length !== 1) return;
    this.#folded.pop();
    this.#raised.pop();
    this.#gap = this.#gaps.pop() ?? GAP.none;
    this.#keep(composed, this.#at.pop() ?? 0);
  }

  #unseen(sign: string, at: number): void {
    if (sign === "\u00ad" && lineEndsAfter(this.#text, at)) this.part(GAP.brokenWord);
  }

  /** A sign between letters: some count, some hold a word or a number together, the others part. */
  #between(sign: string, at: number): void {
    const before = this.#text.charAt(at - 1);
    const after = this.#text.charAt(at + 1);
    const isTouching = this.#gap === GAP.none && this.#folded.length > 0;
    if (isTouching && isFigure(before) && isFigure(after) && this.#inNumber(sign, at)) return;
    if (isTouching && APOSTROPHES.includes(sign) && isLetter(before) && isLetter(after)) this.#keep("'", at);
    else if (isTouching && LINE_HYPHENS.includes(sign) && isLetter(before) && lineEndsAfter(this.#text, at))
      this.part(GAP.brokenWord);
    else if (SIGNS.includes(sign)) this.#sign(sign, at);
    else if (DASHES.includes(sign) && isFigure(after) && /^[\s(]?$/.test(before)) this.#sign("-", at);
    else if (sign === "\n" || sign === "\r" || sign === "\f") this.#line(at);
    else if (sign === " " || sign === "\t") this.part(this.#isAtLineEnd(at) ? this.#gap : GAP.space);
    else if (HYPHENS.includes(sign) && isTouching)
      this.part(lineEndsAfter(this.#text, at) || LOST_LINE_END.test(this.#around(at)) ? GAP.brokenWord : GAP.hyphen);
    else this.part(GAP.space);
  }

  #sign(sign: string, at: number): void {
    this.part(GAP.space);
    this.#keep(sign, at);
    this.part(GAP.line);
  }

  /** `1,000` is `1000`; `1,5` and `1.5` are one number, and `15` is another. */
  #inNumber(sign: string, at: number): boolean {
    const groups = /^\d{3}(?!\d)/.test(digitsAt(this.#text, at + 1));
    const head = /(?:^|[^\d])([1-9]\d{0,2}|\d{3})$/.exec(digitsBefore(this.#text, at))?.[1];
    if (GROUPS.includes(sign) || sign === "." || sign === ",") {
      if (groups && head !== undefined) return true;
    }
    if (!".,:٫/".includes(sign)) return false;
    this.#keep(sign === "/" ? "/" : ".", at);
    return true;
  }

  /** An empty line parts; the end of a line alone may stand in a word. */
  #line(at: number): void {
    if (/^\r?\n[ \t]*\r?\n/.test(this.#text.slice(at, at + 20))) this.part(GAP.space);
    else if (this.#gap !== GAP.brokenWord) this.part(GAP.line);
  }

  #around(at: number): string {
    return this.#text.slice(Math.max(0, at - 1), at + 3);
  }

  /** Spaces around the end of a line are its own. */
  #isAtLineEnd(at: number): boolean {
    return (
      this.#gap !== GAP.space &&
      (this.#gap === GAP.brokenWord || this.#gap === GAP.line || lineEndsAfter(this.#text, at))
    );
  }
}

// `engin- eers`: a line's end that a copy out of a page has made a space.
const LOST_LINE_END = /^\p{Ll}[-\u2010] \p{Ll}/u;
const FRACTION = /[\u00bc-\u00be\u2150-\u215e]/;
const RAISED_LETTER = /[\u02b0-\u02b8\u1d2c-\u1d6a]/;
const SUPERSCRIPT = /[\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089]/;

function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

function raisedOf(written: string, folded: string): string {
  return written === folded ? written : written.toLowerCase() === written ? folded : folded.toUpperCase().charAt(0);
}

function isFigure(sign: string): boolean {
  return /[0-9٠-٩۰-۹]/.test(sign);
}

function standsInCapitals(text: string, at: number): boolean {
  const after = text
    .slice(at + 1, at + 3)
    .replace(/^\p{M}/u, "")
    .charAt(0);
  return /\p{Lu}/u.test(after) || (!/\p{L}/u.test(after) && /\p{Lu}/u.test(text.charAt(at - 1)));
}

function isLetter(sign: string): boolean {
  return /[\p{L}\p{M}]/u.test(sign);
}

function lineEndsAfter(text: string, at: number): boolean {
  return /^[ \t\u00ad-]*(?:\r?\n|\f)/.test(text.slice(at + 1, at + 12));
}

function digitsAt(text: string, at: number): string {
  return western(text.slice(at, at + 5));
}

function digitsBefore(text: string, at: number): string {
  return western(text.slice(Math.max(0, at - 5), at));
}

function western(text: string): string {
  return text.replaceAll(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}
