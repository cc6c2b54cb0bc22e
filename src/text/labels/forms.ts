/**
 * The forms a text may show a name in, made once when a register is read. Matching never stems:
 * Snowball makes талибан of «Талибаном» but талиба of «Талибана», and one stem of «Мета» and «метан».
 */
import { russianForms } from "./russian.ts";

export type NameForm = {
  readonly text: string;
  /** `given`: the register says so; `generated`: by the rules of the language; `editor`: added at the desk. */
  readonly how: "given" | "generated" | "editor";
  /** Made where the rules of the language are in doubt: a mention by it is asked about. */
  readonly isDoubtful?: true;
};

export type NameToDecline = {
  readonly text: string;
  /** BCP 47; only its first part counts. */
  readonly language: string;
  readonly kind: string;
  /** Forms the register gives itself, in front of what is generated. */
  readonly given?: readonly string[];
};

/** The name itself first, then what the register gives, then what its language certainly makes of it; each once. */
export function formsOf({ text, language, kind, given = [] }: NameToDecline): readonly NameForm[] {
  const name = unquoted(text);
  const forms = new Map<string, NameForm>();
  const add = (texts: readonly string[], how: NameForm["how"]) => {
    for (const one of texts) if (!forms.has(one)) forms.set(one, { text: one, how });
  };
  add([name, ...given.map(unquoted)], "given");
  add(GENERATED[baseLanguage(language)]?.(name, kind) ?? [], "generated");
  return [...forms.values()];
}

/** `pt` for `pt-BR`. */
export function baseLanguage(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? tag;
}

/** A register may write a name in its quotation marks; a text may leave them out. */
export function unquoted(text: string): string {
  const inside = /^[«“„"]([^«»“”„"]+)[»”“"]$/u.exec(text.trim())?.[1];
  return (inside ?? text).trim();
}

const GENERATED: Readonly<Record<string, (name: string, kind: string) => readonly string[]>> = {
  en: englishForms,
  ru: russianForms,
  de: germanForms,
  ar: arabicForms,
};

// The possessive is read from the text as a suffix, so that its apostrophe may be any.
function englishForms(name: string, kind: string): readonly string[] {
  const inSentence = LEADING_ARTICLE.test(name) ? [`${name.charAt(0).toLowerCase()}${name.slice(1)}`] : [];
  // `Islamic States` would be another thing, and `NRFs` is no NRF: only a word by itself, or a derived name, has a plural.
  const hasPlural = kind === "derived" || kind === "product" || !/\s/.test(name);
  if (!hasPlural || isAcronym(name, kind) || !/[a-z]$/.test(name)) return inSentence;
  if (/(?:s|x|z|ch|sh)$/.test(name)) return /s$/.test(name) ? inSentence : [...inSentence, `${name}es`];
  return [...inSentence, /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`];
}

/** `The Base`, `Al-Qaida`: inside a sentence the article has a small letter. */
const LEADING_ARTICLE = /^(?:The |(?:A[lnrstz]|Ash|El)-)(?=\p{Lu})/u;

/** An adjective before its noun takes every ending; a noun takes the -s of the genitive. */
function germanForms(name: string, kind: string): readonly string[] {
  if (isAcronym(name, kind)) return [];
  const words = name.split(" ");
  const adjectives = words.findIndex((word) => !GERMAN_ADJECTIVE.test(word));
  const noun = words[adjectives];
  if (noun === undefined || !/\p{L}$/u.test(noun)) return [];
  const rest = words.slice(adjectives + 1);
  const nouns = /[szxß]$/.test(noun) ? [noun, `${noun}es`] : [noun, `${noun}s`, `${noun}es`];
  if (adjectives === 0) return nouns.slice(1, 2).map((one) => [one, ...rest].join(" "));
  return ["e", "er", "es", "en", "em"].flatMap((ending) =>
    nouns.map((one) =>
      [...words.slice(0, adjectives).map((word) => word.replace(/e[rsnm]?$/, ending)), one, ...rest].join(" "),
    ),
  );
}

const GERMAN_ADJECTIVE =
  /^\p{L}*(?:isch|lich|ig|bar|sam|los|haft|neu|rot|grün|schwarz|weiß|frei|jung|alt|groß|national|radikal|sozial|deutsch)(?:e[rsnm]?)$/iu;

/** Short words are written together with the name: وداعش and to داعش. */
function arabicForms(name: string): readonly string[] {
  if (!/^\p{Script=Arabic}{3}/u.test(name)) return [];
  const bare = ["و", "ف", "ب", "ل", "ك"].map((word) => `${word}${name}`);
  const article = name.startsWith("ال") ? [`لل${name.slice(2)}`, `ولل${name.slice(2)}`] : [`ول${name}`];
  return [...bare, ...article, `وب${name}`];
}

/** Written in capitals alone, and so the same in every case. */
function isAcronym(name: string, kind: string): boolean {
  return kind === "acronym" || (name === name.toUpperCase() && name !== name.toLowerCase());
}
