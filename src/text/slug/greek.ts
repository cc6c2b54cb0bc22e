/** Greek in Latin letters, by ELOT 743 without its marks. */

export function isGreek(word: string): boolean {
  return /^\p{Script=Greek}/u.test(word);
}

/** One word in small letters. */
export function greekInLatin(word: string): string {
  // A dialytika keeps two vowels apart; every other mark is only stress.
  const bare = word.normalize("NFD").replace(/[\u0300-\u0307\u0309-\u036f]/g, "");
  return bare
    .replace(/μπ/g, (_, at: number) => (at === 0 ? "b" : "mp"))
    .replace(/([αεη])υ(?!\u0308)/g, (_, vowel: string, at: number) => `${vowel}${isVoiced(bare, at + 2) ? "v" : "f"}`)
    .replace(/ου(?!\u0308)/g, "ou")
    .replace(/γ(?=[γξχ])/g, "n")
    .replace(/\p{Script=Greek}/gu, (letter) => LETTERS[letter] ?? "")
    .replace(/[^a-z0-9]/g, "");
}

/** Before vowels and voiced consonants upsilon is read v, before the others and at the end f. */
function isVoiced(word: string, at: number): boolean {
  return /^[αεηιουωβγδζλμνρ]/.test(word.slice(at));
}

const LETTERS: Readonly<Record<string, string>> = {
  α: "a",
  β: "v",
  γ: "g",
  δ: "d",
  ε: "e",
  ζ: "z",
  η: "i",
  θ: "th",
  ι: "i",
  κ: "k",
  λ: "l",
  μ: "m",
  ν: "n",
  ξ: "x",
  ο: "o",
  π: "p",
  ρ: "r",
  σ: "s",
  ς: "s",
  τ: "t",
  υ: "y",
  φ: "f",
  χ: "ch",
  ψ: "ps",
  ω: "o",
};
