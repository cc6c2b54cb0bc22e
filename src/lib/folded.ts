/** Words as lists are searched by them: small letters without marks, and what finds them in a column that holds such words. */

/** Small letters without their marks: "Ёлка" and "елка" are the same. */
export function folded(words: string): string {
  return words.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/** The same, with one space between words and no other sign. */
export function foldedWords(words: string): string {
  return folded(words)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

// More words, and longer ones, than anybody types to find one line: engines refuse what is far beyond.
const MOST_WORDS = 8;
const LONGEST_WORD = 60;

// No folded column holds just a space.
const NOWHERE = " ";

/** What a folded column must be `like`, all of them: none for no words at all, and what nothing is like for signs alone. */
export function patternsOf(words: string): string[] {
  if (words.trim() === "") return [];
  const wanted = foldedWords(words).split(" ").filter(Boolean).slice(0, MOST_WORDS);
  return wanted.length === 0 ? [NOWHERE] : wanted.map((word) => `%${word.slice(0, LONGEST_WORD)}%`);
}
