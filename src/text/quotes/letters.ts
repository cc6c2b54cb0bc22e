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

/** Without `brackets`, what stands in square brackets is no part of the text: `[applause]`, `[1]`. */
export function lettersOf(text: string, { brackets = true }: { readonly brackets?: boolean } = {}): Letters {
  // A ligature is two letters, at most four in Arabic's presentation forms; the arrays grow when a text has many.
  const reading = new Reading(text);
  for (let at = 0; at < text.length; ) {
    const end = brackets || text[at] !== "[" ? -1 : text.indexOf("]", at);
    if (end > at && end - at <= LONGEST_BRACKET) {
      reading.part(GAP.space);
      at = end + 1;
    } else at += reading.read(at);
  }
  return reading.letters();
}

const LONGEST_BRACKET = 80;

const APOSTROPHES = "'’‘ʼ`´ʹ＇";
const HYPHENS = "-‐‑\u00ad";
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
  ß: "ss",
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
    const sign = String.fromCodePoint(code);
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
    else if (code >= 0xfb00) for (const one of sign.normalize("NFKC")) this.#keep(one, at);
    else this.#keep(sign, at);
  }

  #keep(sign: string, at: number): void {
    const small = sign.toLowerCase();
    const folded = SAME[small] ?? small;
    for (let index = 0; index < folded.length; index++) {
      this.#folded.push(folded.charAt(index));
      // What becomes several letters has no other size than that of its first.
      this.#raised.push(
        folded.length === sign.length ? raisedOf(sign.charAt(index), folded.charAt(index)) : folded.charAt(index),
      );
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
    const small = composed.toLowerCase();
    this.#raised[last] = composed;
    this.#folded[last] = SAME[small] ?? small;
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
    else if (SIGNS.includes(sign)) this.#sign(sign, at);
    else if (DASHES.includes(sign) && isFigure(after) && /^[\s(]?$/.test(before)) this.#sign("-", at);
    else if (sign === "\n" || sign === "\r" || sign === "\f") this.#line(at);
    else if (sign === " " || sign === "\t") this.part(this.#isAtLineEnd(at) ? this.#gap : GAP.space);
    else if (HYPHENS.includes(sign) && isTouching)
      this.part(lineEndsAfter(this.#text, at) ? GAP.brokenWord : GAP.hyphen);
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

  /** Spaces around the end of a line are its own. */
  #isAtLineEnd(at: number): boolean {
    return (
      this.#gap !== GAP.space &&
      (this.#gap === GAP.brokenWord || this.#gap === GAP.line || lineEndsAfter(this.#text, at))
    );
  }
}

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
