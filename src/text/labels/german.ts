/**
 * Case forms of German names. An adjective before its noun takes every ending, the noun the -s of the genitive; what is made
 * of a word that only looks like an adjective is in doubt.
 */
import { type Declined, UNDECLINED } from "./declined.ts";

export function germanForms(name: string, kind: string): Declined {
  if (kind === "acronym" || (name === name.toUpperCase() && name !== name.toLowerCase())) return UNDECLINED;
  const people = kind === "derived" && !/\s/.test(name);
  if (people && /(?:ist|ant|ent|it|er)$/.test(name)) {
    const many = /er$/.test(name) ? ["s", "n"] : ["en"];
    return { certain: [...many, "in", "innen"].map((one) => `${name}${one}`), doubtful: [] };
  }
  const bare = name.replace(ARTICLE, "");
  const made = declined(bare);
  if (bare === name) return made;
  // `Basis` without the article of `Die Basis` may be any.
  const { certain, doubtful } = { certain: [bare, ...made.certain], doubtful: made.doubtful };
  return /\s/.test(bare) ? { certain, doubtful } : { certain: [], doubtful: [...certain, ...doubtful] };
}

const ARTICLE = /^(?:Der|Die|Das) (?=\p{Lu})/u;
const ENDINGS = ["e", "er", "es", "en", "em"];

function declined(name: string): Declined {
  const words = name.split(" ");
  const adjectives = words.findIndex((word, at) => !isAdjective(word, words[at + 1]));
  const noun = words[adjectives];
  if (noun === undefined || !/\p{L}$/u.test(noun)) return UNDECLINED;
  const rest = words.slice(adjectives + 1);
  // Patriotische Kräfte, Patriotischen Kräften.
  const many = /(?:e|er|el)$/.test(noun) ? [`${noun}n`] : [];
  const nouns = /[szxß]$/.test(noun) ? [noun, `${noun}es`] : [noun, `${noun}s`, `${noun}es`, ...many];
  if (adjectives === 0) {
    // Dorvash Tradings Konten: words of another language are one name, which has its -s at the end.
    const whole = rest.length > 0 && /[^szxß\P{L}]$/u.test(name) ? [`${name}s`] : [];
    return { certain: [...nouns.slice(1).map((one) => [one, ...rest].join(" ")), ...whole], doubtful: [] };
  }

  const before = words.slice(0, adjectives);
  const ended = (ending: string, one: string) =>
    [...before.map((word) => word.replace(/e[rsnm]?$/, ending)), one, ...rest].join(" ");
  // Der Eiserne Falke, des Eisernen Falken: only of a man or a beast, which the adjective tells.
  const weak = before.every((word) => /er$/.test(word)) && /e$/.test(noun) ? [ended("en", `${noun}n`)] : [];
  const made = [...ENDINGS.flatMap((ending) => nouns.map((one) => ended(ending, one))), ...weak].filter(
    (form) => form !== name,
  );
  if (before.every((word) => KNOWN.test(word))) return { certain: made, doubtful: [] };
  // Or the first word is the noun: die Ritter Karwiens, den Rittern Karwiens.
  const [first = "", ...more] = words;
  return { certain: [], doubtful: [...made, ...["s", "n"].map((ending) => [`${first}${ending}`, ...more].join(" "))] };
}

/** A word with the ending of an adjective before a noun; of Berliner and Unter nobody makes Berlinem. */
function isAdjective(word: string, next: string | undefined): boolean {
  return next !== undefined && /^\p{Lu}/u.test(next) && /^\p{Lu}?\p{Ll}{2,}e[rsnm]?$/u.test(word);
}

const KNOWN =
  /^\p{L}*(?:isch|lich|ig|bar|sam|los|haft|ern|voll|reich|end|iert|ell|iv|är|ös|mäßig|neu|rot|grün|schwarz|weiß|blau|gelb|grau|braun|golden|silbern|dunkl|hell|frei|jung|alt|groß|klein|hoh|tief|stark|wahr|treu|stolz|wild|still|hart|kalt|rein|gerecht|vereint|bewaffnet|verborgen|erst|zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt|letzt|national|radikal|sozial|liberal|zentral|deutsch)e[rsnm]?$/iu;
