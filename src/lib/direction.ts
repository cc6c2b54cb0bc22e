/** Which way a language is written. */
import { remembered } from "./remembered.ts";

export type Direction = "ltr" | "rtl";

// Languages written from right to left in their usual script (Unicode CLDR, script metadata).
const RIGHT_TO_LEFT = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "khw", "ks", "ps", "sd", "ug", "ur", "yi"]);
const RIGHT_TO_LEFT_SCRIPTS = new Set(["Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"]);

// Reading a tag costs more than a page asks for it often.
const MOST_LANGUAGES = 500;

export const directionOf = remembered(MOST_LANGUAGES, (language): Direction => {
  const { language: base, script } = new Intl.Locale(language);
  const leftward = script ? RIGHT_TO_LEFT_SCRIPTS.has(script) : RIGHT_TO_LEFT.has(base);
  return leftward ? "rtl" : "ltr";
});
