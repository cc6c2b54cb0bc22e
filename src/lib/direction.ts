/** Which way a language is written. */

export type Direction = "ltr" | "rtl";

// Languages written from right to left in their usual script (Unicode CLDR, script metadata).
const RIGHT_TO_LEFT = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "khw", "ks", "ps", "sd", "ug", "ur", "yi"]);
const RIGHT_TO_LEFT_SCRIPTS = new Set(["Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"]);

export function directionOf(language: string): Direction {
  const { language: base, script } = new Intl.Locale(language);
  const leftward = script ? RIGHT_TO_LEFT_SCRIPTS.has(script) : RIGHT_TO_LEFT.has(base);
  return leftward ? "rtl" : "ltr";
}
