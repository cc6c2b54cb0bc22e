/** Language tags, and the names of languages and jurisdictions as a language writes them. */
import { remembered } from "./remembered.ts";

/** Whether a text is a language tag (BCP 47) with a language in it: `en`, `pt-BR`. */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1 && /^[a-z]{2,3}(-|$)/i.test(tag);
  } catch {
    return false; // getCanonicalLocales throws for what is no language tag
  }
}

export function languageName(language: string, inLanguage: string): string {
  return languagesIn(inLanguage).of(language) ?? language;
}

// Making one costs a hundred times what using it does.
const MOST_LANGUAGES = 500;
const languagesIn = remembered(MOST_LANGUAGES, (language) => new Intl.DisplayNames(language, { type: "language" }));
const regionsIn = remembered(MOST_LANGUAGES, (language) => new Intl.DisplayNames(language, { type: "region" }));

/** Parts of a line one after another, with the comma the language writes. */
export function withCommas(parts: readonly string[], language: string): string {
  return parts.filter(Boolean).join(/^(?:ar|fa|ur)\b/i.test(language) ? "، " : ", ");
}

/** A language in its own words: "Русский". */
export function ownLanguageName(language: string): string {
  const name = languageName(language, language);
  const first = name.slice(0, 1).toLocaleUpperCase(language);
  return first + name.slice(1);
}

/** `ru` → "Russia", `un` → "United Nations"; a code that names no region stays as it is. */
export function jurisdictionName(code: string, inLanguage: string): string {
  const isRegion = /^[a-z]{2}$/i.test(code);
  return isRegion ? (regionsIn(inLanguage).of(code.toUpperCase()) ?? code) : code.toUpperCase();
}
