/**
 * Words as search knows them: the stems of an edition's language, the same on both engines
 * and for what is searched and what is found. Labels never reach it: it reads stored copy.
 */
type Stemmer = { readonly stem: (word: string) => string };

// Snowball's names of the languages it knows (BCP 47 base language → algorithm).
const ALGORITHMS: Readonly<Record<string, string>> = {
  ar: "arabic",
  ca: "catalan",
  cs: "czech",
  da: "danish",
  de: "german",
  en: "english",
  es: "spanish",
  eu: "basque",
  fi: "finnish",
  fr: "french",
  ga: "irish",
  hu: "hungarian",
  hy: "armenian",
  it: "italian",
  nb: "norwegian",
  nl: "dutch",
  no: "norwegian",
  pt: "portuguese",
  ro: "romanian",
  ru: "russian",
  sl: "slovene",
  sv: "swedish",
  ta: "tamil",
  tr: "turkish",
};

const known = new Map<string, Stemmer>();

/** The stems of a text in order, one for each word; a language without a stemmer keeps its words as they are. */
export async function stemsOf(text: string, language: string): Promise<string[]> {
  const stemmer = await stemmerFor(language);
  const words = folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => rootOf(word, stemmer));
}

// Cut until nothing comes off: Snowball takes "паром" for a case form and makes "пар" of it, but "паром" of "паромы".
function rootOf(word: string, stemmer: Stemmer): string {
  const stem = stemmer.stem(word) || word;
  return stem.length < word.length ? rootOf(stem, stemmer) : stem;
}

// Unicode: Arabic harakat and superscript alef.
const ARABIC_VOWEL_MARKS = /[\u064B-\u065F]|\u0670/gu;

/** Small letters, ё as е, marks of vowels and stress off: what writers leave out and readers do not type. */
function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("ё", "е")
    .normalize("NFC")
    .replaceAll("\u00AD", "")
    .replaceAll("\u0640", "")
    .replace(ARABIC_VOWEL_MARKS, "")
    .replace(/[’‘ʼ']s\b/gu, "");
}

async function stemmerFor(language: string): Promise<Stemmer> {
  const base = new Intl.Locale(language).language;
  const kept = known.get(base);
  if (kept) return kept;
  const algorithm = ALGORITHMS[base];
  // Half a megabyte of rules, which nobody waits for who only reads.
  const { default: stemmers } = await import("snowball-stemmers");
  const stemmer: Stemmer = algorithm ? stemmers.newStemmer(algorithm) : { stem: (word) => word };
  known.set(base, stemmer);
  return stemmer;
}
