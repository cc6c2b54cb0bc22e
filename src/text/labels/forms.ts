/**
 * The forms a text may show a name in, made once when a register is read. Matching never stems:
 * Snowball makes талибан of «Талибаном» but талиба of «Талибана», and one stem of «Мета» and «метан».
 */
import { type Declined, UNDECLINED } from "./declined.ts";
import { germanForms } from "./german.ts";
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
  for (const written of [withoutSigns, shortened]) add([...forms.keys()].flatMap(written), "generated");
  add(dotted(name, kind), "generated", name.replace(/\P{L}/gu, "").length < SUREST_ACRONYM);
  add(made.doubtful, "generated", true);
  if (ACRONYM_AS_WORD.has(baseLanguage(language))) add(likeWord(name, kind), "generated", true);
  if (SMALL_ADHERENTS.has(baseLanguage(language)) && ADHERENTS.test(name))
    add(
      [...forms.keys()].map((form) => form.charAt(0).toLocaleLowerCase(language) + form.slice(1)),
      "generated",
      true,
    );
  return [...forms.values()];
}

/** `Jamaat al-Bustan` for `Jama'at al-Bustan`: few write the signs for Arabic letters that Latin has not. */
function withoutSigns(form: string): readonly string[] {
  return /(?:^|[ -])(?:[aeuo]u?[lnrstdz]|ash)[- ]/iu.test(form) && SIGN_OF_LETTER.test(form)
    ? [form.replaceAll(new RegExp(SIGN_OF_LETTER, "gu"), "")]
    : [];
}

// Not that of `People's` or of `dell'Arno`.
const SIGN_OF_LETTER = /(?<=\p{L}{2})['’ʻʼʿʾ‘](?=\p{L}{2}|[ -]|$)/u;

/** «Батальон им. Орлова» for «Батальон имени Орлова». */
function shortened(form: string): readonly string[] {
  const [, full, short] = NAMED_AFTER.find(([pattern]) => pattern.test(form)) ?? [];
  return full && short ? [form.replace(full, short)] : [];
}

const NAMED_AFTER: readonly (readonly [RegExp, string, string])[] = [
  [/ имени (?=\p{Lu})/u, " имени ", " им. "],
  [/ імені (?=\p{Lu})/u, " імені ", " ім. "],
  [/ imienia (?=\p{Lu})/u, " imienia ", " im. "],
];

/** `V.G.B.` for `VGB` and the other way round. Of three letters they are a person's initials or a word as often. */
function dotted(name: string, kind: string): readonly string[] {
  if (kind !== "acronym") return [];
  if (/^[A-Z]{2,6}$/.test(name)) return [`${name.split("").join(".")}.`];
  return /^(?:[A-Z]\.){2,6}$/.test(name) ? [name.replaceAll(".", "")] : [];
}

const SUREST_ACRONYM = 4;

/** `Fdrb`: newspapers write acronyms like names. One that can be spoken (`Faro`, `Wald`) is a town or a word, too. */
function likeWord(name: string, kind: string): readonly string[] {
  if (kind !== "acronym" || !/^[A-Z]{4,}$/.test(name) || !/[^AEIOUY]{3}/.test(name)) return [];
  return [`${name.charAt(0)}${name.slice(1).toLowerCase()}`];
}

const ACRONYM_AS_WORD = new Set(["de", "en", "es", "fr", "it", "pt"]);

/** What the people of somebody or something are called, in one word: a list writes it large, these languages small. */
const ADHERENTS = /^\p{Lu}\p{L}{3,}(?:ist(?:a|as|e|es|i)|yści|iści|исты?|исти|іст[иі]?|овцы|евцы|івці|ївці)$/u;
const SMALL_ADHERENTS = new Set(["es", "fr", "it", "pt", "pl", "ru", "uk"]);

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
  ru: russianForms,
  uk: ukrainianForms,
  de: germanForms,
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
  const inSentence = [
    ...small,
    ...transliterations(name),
    ...(/\bSt\. /.test(name) ? [name.replaceAll("St. ", "St ")] : []),
  ];
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

/** Written in capitals alone, and so the same in every case. */
function isAcronym(name: string, kind: string): boolean {
  return kind === "acronym" || (name === name.toUpperCase() && name !== name.toLowerCase());
}
