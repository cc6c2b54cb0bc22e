/**
 * The forms a text may show a name in, made once when a register is read. Matching never stems:
 * Snowball makes талибан of «Талибаном» but талиба of «Талибана», and one stem of «Мета» and «метан».
 */
import { type Declined, UNDECLINED } from "./declined.ts";
import { polishForms } from "./polish.ts";
import { romanceForms } from "./romance.ts";
import { russianForms } from "./russian.ts";
import { arabicForms, hebrewForms, persianForms } from "./semitic.ts";
import { turkishForms } from "./turkish.ts";
import { ukrainianForms } from "./ukrainian.ts";

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
  const add = (texts: readonly string[], how: NameForm["how"], isDoubtful = false) => {
    for (const one of texts) if (!forms.has(one)) forms.set(one, { text: one, how, ...(isDoubtful && { isDoubtful }) });
  };
  add([name, ...given.map(unquoted)], "given");
  const made = (DECLINED[baseLanguage(language)] ?? undeclined)(name, kind);
  add(made.certain, "generated");
  add(made.doubtful, "generated", true);
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

const DECLINED: Readonly<Record<string, (name: string, kind: string) => Declined>> = {
  en: (name, kind) => ({ certain: englishForms(name, kind), doubtful: [] }),
  ru: (name, kind) => ({ certain: russianForms(name, kind), doubtful: [] }),
  uk: ukrainianForms,
  de: (name, kind) => ({ certain: germanForms(name, kind), doubtful: [] }),
  fr: romanceForms("fr"),
  es: romanceForms("es"),
  it: romanceForms("it"),
  pt: romanceForms("pt"),
  pl: polishForms,
  tr: turkishForms,
  ar: arabicForms,
  fa: persianForms,
  he: hebrewForms,
};

function undeclined(): Declined {
  return UNDECLINED;
}

// The possessive is read from the text as a suffix, so that its apostrophe may be any.
function englishForms(name: string, kind: string): readonly string[] {
  const small = LEADING_ARTICLE.test(name) ? [`${name.charAt(0).toLowerCase()}${name.slice(1)}`] : [];
  const inSentence = [...small, ...transliterations(name)];
  // `Islamic States` would be another thing, and `NRFs` is no NRF: only a word by itself, or a derived name, has a plural.
  const hasPlural = kind === "derived" || kind === "product" || !/\s/.test(name);
  if (!hasPlural || isAcronym(name, kind) || !/[a-z]$/.test(name)) return inSentence;
  if (/(?:s|x|z|ch|sh)$/.test(name)) return /s$/.test(name) ? inSentence : [...inSentence, `${name}es`];
  return [...inSentence, /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`];
}

/** `The Base`, `Al-Qaida`: inside a sentence the article has a small letter. */
const LEADING_ARTICLE = /^(?:The |(?:A[lnrstz]|Ash|El)-)(?=\p{Lu})/u;

/** How else English writes an Arabic article: `al-Nusra`, `an-Nusra`, `al Nusra`, `el-Nusra`. */
function transliterations(name: string): readonly string[] {
  const [, before = "", rest = ""] = /^(.* )?(?:[Aa][lnrstdz]|[Aa]sh|[Ee]l|[Uu]l)[- ](\p{Lu}.*)$/u.exec(name) ?? [];
  if (rest === "" || !/-|^[Aa]l /u.test(name)) return [];
  const sun = /^Sh/u.test(rest) ? "ash" : /^[NRSTDZ]/u.test(rest) ? `a${rest.charAt(0).toLowerCase()}` : "al";
  const made = ["al-", "al ", "el-", `${sun}-`].map((article) => `${before}${article}${rest}`);
  return [...new Set(made)].filter((form) => form !== name);
}

/** An adjective before its noun takes every ending; a noun takes the -s of the genitive. */
function germanForms(name: string, kind: string): readonly string[] {
  if (isAcronym(name, kind)) return [];
  const people = kind === "derived" && !/\s/.test(name);
  if (people && /(?:ist|ant|ent|it|er)$/.test(name)) {
    const many = /er$/.test(name) ? ["s", "n"] : ["en"];
    return [...many, "in", "innen"].map((one) => `${name}${one}`);
  }
  const words = name.split(" ");
  const adjectives = words.findIndex((word) => !GERMAN_ADJECTIVE.test(word));
  const noun = words[adjectives];
  if (noun === undefined || !/\p{L}$/u.test(noun)) return [];
  const rest = words.slice(adjectives + 1);
  const nouns = /[szxß]$/.test(noun) ? [noun, `${noun}es`] : [noun, `${noun}s`, `${noun}es`];
  if (adjectives === 0) return nouns.slice(1).map((one) => [one, ...rest].join(" "));
  return ["e", "er", "es", "en", "em"].flatMap((ending) =>
    nouns.map((one) =>
      [...words.slice(0, adjectives).map((word) => word.replace(/e[rsnm]?$/, ending)), one, ...rest].join(" "),
    ),
  );
}

const GERMAN_ADJECTIVE =
  /^\p{L}*(?:isch|lich|ig|bar|sam|los|haft|neu|rot|grün|schwarz|weiß|frei|jung|alt|groß|national|radikal|sozial|deutsch)(?:e[rsnm]?)$/iu;

/** Written in capitals alone, and so the same in every case. */
function isAcronym(name: string, kind: string): boolean {
  return kind === "acronym" || (name === name.toUpperCase() && name !== name.toLowerCase());
}
