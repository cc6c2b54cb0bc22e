/**
 * What readers type, before it is kept: nothing in it may turn the page round it about, stand for somebody else, or
 * pile up over the lines above. The words stay as they were meant.
 */

// Controls, byte order marks, halves of surrogate pairs, code points that are no characters, and the controls that change the direction of what follows (UAX #9).
const UNSEEN =
  /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\p{Cs}\p{Noncharacter_Code_Point}\u{e0000}-\u{e007f}]/gu;
// What joins letters of Persian and Indic words, and figures of emoji, is writing and stays inside words.
const STRAY_JOINERS =
  /(?<![\p{L}\p{M}\p{Extended_Pictographic}])[\u200c\u200d]+|[\u200c\u200d]+(?![\p{L}\p{M}\p{Extended_Pictographic}])/gu;

// Vietnamese and pointed Hebrew put three marks on a letter; what piles up more is no writing.
const MOST_MARKS = 4;
const PILES = new RegExp(String.raw`(\p{M}{${MOST_MARKS}})\p{M}+`, "gu");

// A family of four is three joined figures; a row that is joined on and on is one letter as wide as it is long.
const MOST_JOINED = 5;
const JOINED = new RegExp(
  String.raw`(?:\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]*\u200d){${MOST_JOINED + 1},}`,
  "gu",
);

// Spaces, marks without a letter, and letters that are blank by design (fillers of Hangul, Braille without a dot).
const SEEN = /[^\p{Default_Ignorable_Code_Point}\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{M}\u2800]/u;

/** One line: a name. Nothing where nothing of it could be seen. */
export function cleanedLine(text: string): string {
  return ifSeen(evened(text.replaceAll(/\s+/gu, " ")).trim());
}

/** Lines and paragraphs; no more than one empty line between them. Nothing where nothing of it could be seen. */
export function cleanedText(text: string): string {
  const cleaned = text
    .replaceAll(/\r\n?|[\u2028\u2029\v\f]/g, "\n")
    .split("\n")
    .map((line) => evened(line.replaceAll("\t", "    ")).trimEnd())
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
  return ifSeen(cleaned);
}

function ifSeen(text: string): string {
  return SEEN.test(text) ? text : "";
}

function evened(line: string): string {
  return line
    .normalize("NFC")
    .replaceAll(UNSEEN, "")
    .replaceAll(STRAY_JOINERS, "")
    .replaceAll(PILES, "$1")
    .replaceAll(JOINED, (row) => row.replaceAll("\u200d", ""));
}

// Letters of other scripts that look like Latin ones, as Unicode's table of confusables pairs them.
const LOOKS: Readonly<Record<string, string>> = Object.fromEntries([
  ["а", "a"],
  ["α", "a"],
  ["ɑ", "a"],
  ["в", "b"],
  ["β", "b"],
  ["с", "c"],
  ["ϲ", "c"],
  ["ԁ", "d"],
  ["е", "e"],
  ["ε", "e"],
  ["ё", "e"],
  ["ɡ", "g"],
  ["н", "h"],
  ["һ", "h"],
  ["і", "i"],
  ["ı", "i"],
  ["ι", "i"],
  ["l", "i"],
  ["1", "i"],
  ["|", "i"],
  ["ј", "j"],
  ["к", "k"],
  ["κ", "k"],
  ["ӏ", "i"],
  ["м", "m"],
  ["μ", "m"],
  ["η", "n"],
  ["п", "n"],
  ["о", "o"],
  ["ο", "o"],
  ["0", "o"],
  ["σ", "o"],
  ["р", "p"],
  ["ρ", "p"],
  ["ԛ", "q"],
  ["г", "r"],
  ["ѕ", "s"],
  ["5", "s"],
  ["т", "t"],
  ["τ", "t"],
  ["υ", "u"],
  ["и", "u"],
  ["ν", "v"],
  ["ѵ", "v"],
  ["ѡ", "w"],
  ["ш", "w"],
  ["ω", "w"],
  ["х", "x"],
  ["χ", "x"],
  ["у", "y"],
  ["γ", "y"],
  ["ү", "y"],
  ["ζ", "z"],
] as const);

const HAS_A_LOOK = new RegExp(`[${Object.keys(LOOKS).join("")}]`, "gu");

/** What a name looks like at a glance: two names with one look are easily taken for each other. */
export function lookOf(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[\p{M}\s\p{P}\p{S}]/gu, "")
    .replaceAll(HAS_A_LOOK, (letter) => LOOKS[letter] ?? letter);
}
