/**
 * What a published list says of one organisation, made ready for the register. A foreign list is somebody else's
 * spelling of names: those that could be anything else in a text are proposed to be asked about, with the reason.
 */
import { baseLanguage, formsOf } from "../labels/forms.ts";
import type { Designation, NameKind, Organisation, OrganisationName } from "../labels/register.ts";
import { doubtAbout } from "./doubt.ts";

/** Why a file is not taken in at all, as a sentence. */
export class ListProblem extends Error {}

/** One row of a list with what is to become of it. `organisation` is there unless the row is left out. */
export type ListedRow = {
  /** Counted from 1, in order of the file. */
  readonly row: number;
  /** What the list calls the entry. */
  readonly entry: string | null;
  readonly organisation?: Organisation;
  readonly fate: "read" | "skipped" | "refused";
  readonly reason?: string;
};

/** Rows as they are read, some at a time. A file that cannot be read whole throws a `ListProblem` and counts for nothing. */
export type ListReading = AsyncGenerator<readonly ListedRow[]>;

export type ListedName = {
  readonly text: string;
  /** Told by its letters when left out, else the language of the list. */
  readonly language?: string;
  readonly kind: NameKind;
  /** The list itself calls it a weak alias, or the name is a person's. */
  readonly weak?: "low-quality" | "person";
};

/** Names of a list as names of the register, each once, their forms made and doubtful ones marked. */
export function namesFrom(listed: readonly ListedName[], language: string): readonly OrganisationName[] {
  const names = new Map<string, OrganisationName>();
  for (const one of listed) {
    for (const { text, kind } of withoutBrackets(one)) {
      const lang = one.language ?? languageOf(text, language);
      const written = cased(text, kind);
      const key = `${lang} ${written.toLowerCase()}`;
      if (!/[\p{L}\p{N}]/u.test(written) || names.has(key)) continue;
      const doubt = one.weak ?? doubtAbout(written, lang, kind);
      names.set(key, {
        text: written,
        language: lang,
        kind,
        match: doubt ? "ask" : null,
        wording: null,
        ...(doubt && { doubt }),
        forms: formsOf({ text: written, language: lang, kind }),
      });
    }
  }
  return [...names.values()];
}

/** An entry whose names and designations have been read; nothing when it has no name that could be looked for. */
export function organisationOf(
  id: string,
  names: readonly OrganisationName[],
  designations: readonly Designation[],
): Organisation | undefined {
  return names.length > 0 ? { id, names, designations } : undefined;
}

/** `un-qde.115`: the list and what it calls the entry, in letters that may stand in an address. */
export function idIn(list: string, entry: string): string {
  return `${list}-${entry
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}.]+/gu, "-")}`.replace(/-+$/, "");
}

/** `Islamic State in Iraq and the Levant (ISIL)`: a full name with its acronym or another name after it. */
function withoutBrackets({ text, kind }: ListedName): readonly { text: string; kind: NameKind }[] {
  const tidy = text.replace(/\s+/g, " ").trim();
  const [, before = "", inside = ""] = /^(.{3,}?) ?\(([^()]{2,80})\)$/u.exec(tidy) ?? [];
  if (before === "") return [{ text: tidy, kind }];
  const isAcronym = /^[\p{Lu}\p{N}’'-]{2,12}$/u.test(inside);
  return [
    { text: before.trim(), kind },
    { text: inside.trim(), kind: isAcronym ? "acronym" : "alias" },
  ];
}

// Lists write names in capitals; in a sentence these words among them are small.
const SMALL = new Set(
  "of the and for in on to de du des la le et al bin ibn und der die das für von e da do dos y del per di".split(" "),
);

/** A name in capitals as a sentence would write it; a single word of six letters at most is an acronym and stays. */
function cased(text: string, kind: NameKind): string {
  if (text !== text.toUpperCase() || kind === "acronym" || !/\p{Lu}{2}/u.test(text)) return text;
  const words = text.split(" ");
  if (words.length === 1 && text.length <= LONGEST_ACRONYM && !text.includes("-")) return text;
  return words
    .map((word, at) => (at > 0 && SMALL.has(word.toLowerCase()) ? word.toLowerCase() : raisedParts(word)))
    .join(" ");
}

const LONGEST_ACRONYM = 6;

function raisedParts(word: string): string {
  const [, article = "", rest = ""] = /^([DL]['’])(\p{L}+)$/u.exec(word) ?? [];
  if (article !== "") return `${article.toLowerCase()}${raisedParts(rest)}`;
  return word.toLowerCase().replace(/(?<![\p{L}\p{M}’'])\p{L}/gu, (letter) => letter.toUpperCase());
}

/**
 * The language of a name by its script, and where several languages share it by letters that only one of them has;
 * else that of the list, if it is written in this script, else the script's largest.
 */
function languageOf(text: string, otherwise: string): string {
  const own = baseLanguage(otherwise);
  if (/\p{Script=Arabic}/u.test(text)) return arabicLanguageOf(text, own);
  if (/\p{Script=Hebrew}/u.test(text)) return "he";
  if (/\p{Script=Cyrillic}/u.test(text)) {
    if (/[іїєґ]/iu.test(text)) return "uk";
    return CYRILLIC_LANGUAGES.has(own) && !/[ыэъё]/iu.test(text) ? own : "ru";
  }
  if (/\p{Script=Hangul}/u.test(text)) return "ko";
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return "ja";
  if (/\p{Script=Han}/u.test(text)) return "zh";
  if (/\p{Script=Greek}/u.test(text)) return "el";
  return /\p{Script=Latin}/u.test(text) && !/^(?:ar|fa|he|ru|uk|ko|ja|zh|el)$/.test(otherwise) ? otherwise : "en";
}

// Languages that share the script with Russian and have none of its ы, э, ъ and ё.
const CYRILLIC_LANGUAGES = new Set(["uk", "mk", "sr", "bg"]);

function arabicLanguageOf(text: string, own: string): string {
  if (/[پچژگ]/u.test(text)) return own === "ur" || own === "ps" ? own : "fa";
  // Arabic alone has ة and writes its yeh with points and its kaf with a hamza.
  if (/[ةيكىأإؤ]/u.test(text)) return "ar";
  return own === "fa" || own === "ur" || own === "ps" ? own : "ar";
}
