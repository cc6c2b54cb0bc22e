/** The corpus of languages, one after another. */
import { russian, ukrainian } from "./east-slavic.ts";
import { english } from "./english.ts";
import { odd } from "./odd.ts";
import { arabic, hebrew, persian } from "./right-to-left.ts";
import { french, german, italian, polish, portuguese, spanish, turkish } from "./west.ts";

export const ABROAD_CASES = [
  english,
  russian,
  ukrainian,
  german,
  french,
  spanish,
  italian,
  portuguese,
  polish,
  turkish,
  arabic,
  persian,
  hebrew,
  odd,
].flat();
