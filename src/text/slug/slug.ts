/** The last step of an article's address, made from its headline. Which words an address may not be is the caller's to say. */
import { wordsInLatin } from "./transliteration.ts";

// Long enough for a headline, short enough for a line of a mail.
const LONGEST_SLUG = 80;
// What comes later in a pasted "headline" never reaches the address.
const LONGEST_READ = 2000;
// A headline in a script without a table (Chinese, say) still needs an address; `withNumber` tells such articles apart.
const WITHOUT_LETTERS = "article";

/**
 * The slug of a headline: Latin small letters and figures with hyphens between words, at most 80 characters, cut at
 * a word, never empty. `language` (BCP 47) decides how letters are read that several languages share.
 */
export function slugFor(headline: string, language: string): string {
  return cutAtWord(wordsInLatin(headline.slice(0, LONGEST_READ), language), LONGEST_SLUG) || WITHOUT_LETTERS;
}

/** Whether a text could be a slug. */
export function isSlug(text: string): boolean {
  return text.length <= LONGEST_SLUG && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);
}

/** The slug for another article of the same headline: `ferry-strike-2`. */
export function withNumber(slug: string, number: number): string {
  const ending = `-${number}`;
  return `${cutAtWord(slug.split("-"), LONGEST_SLUG - ending.length)}${ending}`;
}

/** As many words as fit; a first word that is longer by itself is cut inside. */
function cutAtWord(words: readonly string[], longest: number): string {
  let slug = (words[0] ?? "").slice(0, longest);
  for (const word of words.slice(1)) {
    if (slug.length + 1 + word.length > longest) break;
    slug += `-${word}`;
  }
  return slug;
}
