/** Which language a reader writes, for the voice that reads it out and the side it begins at. Told anew at each print: no row keeps it. */
import { type Direction, directionOf } from "#lib/direction.ts";
import { remembered } from "#lib/remembered.ts";
import { sureLanguageOf } from "../intake/language.ts";

/** As attributes of the element its words stand in. */
export type LanguageMarks = { readonly lang: string | undefined; readonly dir: Direction | "auto" };

/** `lang` only where the words are surely in another language than the page; where that is unsure their first letter says the direction. */
export function languageMarks(text: string, pageLanguage: string): LanguageMarks {
  const language = languageOfReply(text);
  if (language === undefined) return { lang: undefined, dir: "auto" };
  return { lang: language === baseOf(pageLanguage) ? undefined : language, dir: directionOf(language) };
}

const MOST_LANGUAGES = 500;
const baseOf = remembered(MOST_LANGUAGES, (language) => {
  const base = new Intl.Locale(language).language;
  return base === "no" ? "nb" : base;
});

/** BCP 47 code; nothing where the words are too few to be sure. */
export function languageOfReply(text: string): string | undefined {
  return sureLanguageOf(ownWords(text));
}

/** Without what is quoted, written in no language or an address. */
function ownWords(text: string): string {
  return text
    .replaceAll(/^[ \t]*>.*$/gm, "")
    .replaceAll(/`[^`\n]*`/g, "")
    .replaceAll(/(?:https?:\/\/|www\.)\S+/giu, "");
}
