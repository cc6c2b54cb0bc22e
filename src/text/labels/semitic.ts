/** Small words that Arabic and Hebrew write together with a name, and the endings of Persian. */
import { type Declined, UNDECLINED } from "./declined.ts";

/** وداعش and to داعش; the article after `to` loses its alef; ة is often written ه. */
export function arabicForms(name: string): Declined {
  if (!/^\p{Script=Arabic}{3}/u.test(name)) return UNDECLINED;
  // المقاتلون, المقاتلين: a plural of people after a word that governs it.
  const governed = name.replace(/^(\p{L}{3,})ون(?=\s|$)/u, "$1ين");
  const spellings = [name, governed, name.replace(/ة(?=\s|$)/gu, "ه")];
  const certain = [...new Set(spellings)].flatMap((one) => [
    ...(one === name ? [] : [one]),
    ...withArabicPrefixes(one),
  ]);
  return { certain, doubtful: [] };
}

function withArabicPrefixes(name: string): readonly string[] {
  const bare = ["و", "ف", "ب", "ل", "ك", "وب", "وك", "فب"].map((word) => `${word}${name}`);
  const isDefinite = name.startsWith("ال");
  return [
    ...bare,
    ...(isDefinite ? [`لل${name.slice(2)}`, `ولل${name.slice(2)}`, `فلل${name.slice(2)}`] : [`ول${name}`, `فل${name}`]),
  ];
}

const HEBREW_PREFIXES = [
  "ו",
  "ה",
  "ב",
  "ל",
  "מ",
  "ש",
  "כ",
  "וה",
  "וב",
  "ול",
  "ומ",
  "וש",
  "שה",
  "שב",
  "של",
  "מה",
  "כש",
  "לכש",
];

export function hebrewForms(name: string): Declined {
  // ג'יש: a sign makes another sound of its first letter.
  if (!/^\p{Script=Hebrew}['’׳]?\p{Script=Hebrew}/u.test(name)) return UNDECLINED;
  const made = HEBREW_PREFIXES.map((word) => `${word}${name}`);
  // In, to and like swallow the article: המחתרת, במחתרת. Of one word the ה may be no article.
  const bare = /^ה\p{L}{2}/u.test(name) ? name.slice(1) : "";
  const swallowed = bare === "" ? [] : [bare, ...SWALLOWING.map((word) => `${word}${bare}`)];
  // Three letters with one before them may be another word.
  const isShort = name.replace(/\P{L}/gu, "").length < SHORTEST_HEBREW;
  if (isShort) return { certain: [], doubtful: made };
  return /\s/.test(name)
    ? { certain: [...made, ...swallowed], doubtful: [] }
    : { certain: made, doubtful: swallowed.slice(1) };
}

const SWALLOWING = ["ב", "ל", "כ", "וב", "ול", "שב", "של"];

const SHORTEST_HEBREW = 4;

/** طالبان‌ها: the zero-width joint is not seen, so an ending is part of the word; some write a space for it, some it for a space. */
export function persianForms(name: string): Declined {
  if (!/\p{Script=Arabic}{3}$/u.test(name.replaceAll("\u200c", ""))) return UNDECLINED;
  const spellings = [...new Set([name, name.replaceAll("\u200c", " "), ...joinedOnce(name), ...ofHe(name)])];
  const certain = spellings.flatMap((one) => [
    ...(one === name ? [] : [one]),
    ...["ها", "های", "هایی", "ی", "یی", "ای"].map((ending) => `${one}${ending}`),
  ]);
  return { certain, doubtful: [] };
}

/** `سپیده‌ی سرخ`: between a word that ends in ه and what is said of it some write the sound that joins them. */
function ofHe(name: string): readonly string[] {
  const joined = name.replace(/ه (?=\p{L})/u, "ه\u200cی ");
  return joined === name ? [] : [joined];
}

/** A name with one of its spaces as a joint, which is not seen. */
function joinedOnce(name: string): readonly string[] {
  return [...name.matchAll(/ /g)].map(({ index }) => `${name.slice(0, index)}\u200c${name.slice(index + 1)}`);
}
