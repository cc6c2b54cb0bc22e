/** Letters as a matcher sees them: what belongs to a word, and which spellings are one. */

/** A run of letters, digits, marks and underscores; what is invisible inside it belongs to it. */
export function isWordSign(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return KINDS[unit] === WORD;
  if (unit < 0xd800 || unit > 0xdfff) return kindOf(unit) === WORD;
  const point = text.codePointAt(unit >= 0xdc00 ? at - 1 : at) ?? 0;
  return point > 0xffff && IN_WORD.test(String.fromCodePoint(point));
}

/** Soft hyphens, zero-width signs and marks of direction, which a reader does not see. */
export function isInvisible(unit: number): boolean {
  return unit >= 0x80 && kindOf(unit) === INVISIBLE;
}

/** Where the word that holds `at` ends; `at` itself when no word stands there. */
export function wordEnd(text: string, at: number): number {
  let end = at;
  for (let place = at; place < text.length; place++) {
    if (isWordSign(text, place)) end = place + 1;
    else if (!isInvisible(text.charCodeAt(place))) break;
  }
  return end;
}

/** A word of a text, told by a number that equal words share. */
export type PlainWord = { number: number; end: number };

/**
 * Reads the word that begins at `at`, or after a space there, into `word`, if it can be compared as it stands; false for one that has to be folded
 * first, and where no word begins. Asked for every capital of a text, it makes nothing new.
 */
export function readPlainWord(text: string, at: number, word: PlainWord): boolean {
  // The space before a word is part of what is compared.
  const begun = text.charCodeAt(at) === SPACE ? at + 1 : at;
  let number = begun === at ? 0 : SPACE;
  let place = begun;
  let scripts = 0;
  for (; place < text.length; place++) {
    const unit = text.charCodeAt(place);
    const part = PARTS[unit] || partOf(unit);
    if ((part & PLAIN_SIGN) === 0) {
      if (part === FOLDED_SIGN) return false;
      break;
    }
    scripts |= part;
    number = nextNumber(number, unit);
  }
  if (scripts === (PLAIN_SIGN | LATIN | CYRILLIC)) return false;
  word.number = number;
  word.end = place;
  return place > begun;
}

const SPACE = 0x20;

/** The number of a word that is not read from a text. */
export function numberOf(word: string): number {
  let number = 0;
  for (let at = 0; at < word.length; at++) number = nextNumber(number, word.charCodeAt(at));
  return number;
}

/** Stays within thirty bits, which every runtime keeps as a whole number. */
function nextNumber(number: number, unit: number): number {
  return (Math.imul(number, 31) + unit) & 0x3fff_ffff;
}

/** Where the word that ends right before `at` begins; `at` itself when none does. */
export function wordStart(text: string, at: number): number {
  let start = at;
  for (let place = at - 1; place >= 0; place--) {
    if (isWordSign(text, place)) start = place;
    else if (!isInvisible(text.charCodeAt(place))) break;
  }
  return start;
}

/** The first place from `at` on that holds something visible. */
export function visibleFrom(text: string, at: number): number {
  let place = at;
  while (place < text.length && isInvisible(text.charCodeAt(place))) place++;
  return place;
}

/** The last visible place before `at`, or -1. */
export function visibleBefore(text: string, at: number): number {
  let place = at - 1;
  while (place >= 0 && isInvisible(text.charCodeAt(place))) place--;
  return place;
}

/** One spelling for all that count as one: composed, without invisible signs, stress marks and points, ё as е, the kinds of alef, yeh and kaf as one, Arabic figures as European ones, letters of one script, capitals kept. */
export function foldedWord(word: string): string {
  if (PLAIN.test(word)) return MIXED.test(word) ? inOneScript(word) : word;
  return inOneScript(word)
    .normalize("NFC")
    .replace(INVISIBLES, "")
    .replace(/ё/g, "е")
    .replace(/Ё/g, "Е")
    .replace(CYRILLIC_STRESS, "")
    .replace(ARABIC_VOWELS, "")
    .replace(HEBREW_POINTS, "")
    .replace(/ۀ/g, "ه")
    .replace(/[أإآٱ]/g, "ا")
    .replace(/[ىی]/g, "ي")
    .replace(/ک/g, "ك")
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/** `Кpасный` with a Latin p: a slip of the keyboard, or somebody who would not be found. Cyrillic where every Latin letter could be. */
function inOneScript(word: string): string {
  if (!MIXED.test(word)) return word;
  const cyrillic = word.replace(/[A-Za-z]/g, (letter) => lookalikeOf(letter) ?? letter);
  if (!/[A-Za-z]/.test(cyrillic)) return cyrillic;
  const latin = word.replace(/[\u0400-\u047f]/g, (letter) => lookalikeOf(letter) ?? letter);
  return /[\u0400-\u047f]/.test(latin) ? word : latin;
}

/** The letter of the other script that nobody can tell from this one. */
export function lookalikeOf(letter: string): string | undefined {
  const latin = LATIN_LOOKALIKES.indexOf(letter);
  if (latin !== -1) return CYRILLIC_LOOKALIKES.charAt(latin);
  const cyrillic = CYRILLIC_LOOKALIKES.indexOf(letter);
  return cyrillic === -1 ? undefined : LATIN_LOOKALIKES.charAt(cyrillic);
}

const LATIN_LOOKALIKES = "ABCEHIJKMOPTXYaceijopxy";
const CYRILLIC_LOOKALIKES = "АВСЕНІЈКМОРТХУасеіјорху";

export const APOSTROPHES = "'’‘ʼʹ`´′＇׳";
const HYPHENS = "-‐‑‒–—−﹣－־";
const DOUBLE_QUOTES = '"“”„‟«»＂״';

/** One sign for each kind of apostrophe, hyphen, quotation mark and space; any other sign stands for itself. */
export function foldedSign(sign: string): string {
  if (APOSTROPHES.includes(sign)) return "'";
  if (HYPHENS.includes(sign)) return "-";
  if (DOUBLE_QUOTES.includes(sign)) return '"';
  return /\s/u.test(sign) ? " " : sign;
}

const PLAIN = /^[\x20-\x7e\u0400\u0402-\u0450\u0452-\u047f]*$/;
const MIXED = /[A-Za-z][^A-Za-z]*[\u0400-\u047f]|[\u0400-\u047f][^\u0400-\u047f]*[A-Za-z]/;
const INVISIBLES =
  /\u034f|[\u00ad\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[\ufe00-\ufe0f]/g;
// Primers and dictionaries write Талиба́н; й and ё are composed before this.
const CYRILLIC_STRESS = /(?<=\p{Script=Cyrillic})[\u0300\u0301]/gu;
const HEBREW_POINTS = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]/g;
// The last three are a hamza and a long mark that composed with nothing: سپیدهٔ.
const ARABIC_VOWELS = /[\u064b-\u0652\u0670\u0653-\u0655]/g;

const WORD = 1;
const INVISIBLE = 2;
const OTHER = 3;
// Raised figures are notes at a word, and ʼ and ʹ are apostrophes, whatever Unicode says of them.
const IN_WORD = /[[\p{L}\p{N}\p{M}_]--[¹²³⁰⁴-⁹ʼʹ]]/v;
// Filled for ASCII at once and for the rest when it is met.
const KINDS = new Uint8Array(0x10000);
for (let unit = 0; unit < 0x80; unit++) KINDS[unit] = IN_WORD.test(String.fromCharCode(unit)) ? WORD : OTHER;

// What a unit is to a word that is read as it stands: a part of it, a part that has to be folded first, or its end.
const PLAIN_SIGN = 1;
const FOLDED_SIGN = 2;
const END = 4;
// Said of a plain sign, too: letters of both in one word are folded.
const LATIN = 8;
const CYRILLIC = 16;
const PARTS = new Uint8Array(0x10000);

function partOf(unit: number): number {
  const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
  const isEnd = !isSurrogate && kindOf(unit) === OTHER;
  const isPlain = !isSurrogate && kindOf(unit) === WORD && PLAIN.test(String.fromCharCode(unit));
  const script = unit >= 0x400 ? CYRILLIC : /[A-Za-z]/.test(String.fromCharCode(unit)) ? LATIN : 0;
  const part = isEnd ? END : isPlain ? PLAIN_SIGN | script : FOLDED_SIGN;
  PARTS[unit] = part;
  return part;
}

function kindOf(unit: number): number {
  const known = KINDS[unit];
  if (known) return known;
  const sign = String.fromCharCode(unit);
  // Variation selectors and the grapheme joiner are marks to Unicode, but nobody sees them.
  const kind = sign.replace(INVISIBLES, "") === "" ? INVISIBLE : IN_WORD.test(sign) ? WORD : OTHER;
  KINDS[unit] = kind;
  return kind;
}
