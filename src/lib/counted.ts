/** Words that go with a number, by the plural rules of a language; a form left out does not compile. */
import { remembered } from "./remembered.ts";

type Forms = {
  readonly en: "one" | "other";
  readonly ru: "one" | "few" | "many" | "other";
  readonly ar: "zero" | "one" | "two" | "few" | "many" | "other";
};

/** `{n}` in a form stands for the number, printed as the language prints numbers. */
export function counted<L extends keyof Forms>(
  language: L,
  forms: Readonly<Record<Forms[L], string>>,
): (n: number) => string {
  const known: Readonly<Record<string, string>> = forms;
  return (n) => (known[rulesOf(language).select(n)] ?? "").replaceAll("{n}", figuresOf(language).format(n));
}

// Made when they are first asked for: there are a hundred such words, and a start needs none of them.
const MOST_LANGUAGES = 100;
const rulesOf = remembered(MOST_LANGUAGES, (language) => new Intl.PluralRules(language));
const figuresOf = remembered(MOST_LANGUAGES, (language) => new Intl.NumberFormat(language));
