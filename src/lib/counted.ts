/** Words that go with a number, by the plural rules of a language; a form left out does not compile. */

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
  const rules = new Intl.PluralRules(language);
  const figures = new Intl.NumberFormat(language);
  const known: Readonly<Record<string, string>> = forms;
  return (n) => (known[rules.select(n)] ?? "").replaceAll("{n}", figures.format(n));
}
