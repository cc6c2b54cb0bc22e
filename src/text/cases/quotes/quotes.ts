/** The corpus of quotations: five languages, five verdicts. A bug of the quote check is first a row here. */
import { ARABIC_PAGE, arabic } from "./arabic.ts";
import type { QuoteCase } from "./case.ts";
import { ENGLISH_PAGE, english } from "./english.ts";
import { FRENCH_PAGE, french } from "./french.ts";
import { GERMAN_PAGE, german } from "./german.ts";
import { RUSSIAN_PAGE, russian } from "./russian.ts";

export type LanguageCases = {
  /** BCP 47 of the quotations, and of sources that do not say otherwise. */
  readonly language: string;
  readonly page: string;
  readonly cases: readonly QuoteCase[];
};

export const quoteCases: readonly LanguageCases[] = [
  { language: "en", page: ENGLISH_PAGE, cases: english },
  { language: "ru", page: RUSSIAN_PAGE, cases: russian },
  { language: "ar", page: ARABIC_PAGE, cases: arabic },
  { language: "de", page: GERMAN_PAGE, cases: german },
  { language: "fr", page: FRENCH_PAGE, cases: french },
];
