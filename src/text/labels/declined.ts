/** What the rules of a language make of a name, those forms apart that they only perhaps make of it. */
export type Declined = { readonly certain: readonly string[]; readonly doubtful: readonly string[] };

export const UNDECLINED: Declined = { certain: [], doubtful: [] };

/** «Світанку-77», `Świtu 77`: a number at the end of a name stays as it is. */
export function beforeNumber(name: string, forms: (words: string) => Declined): Declined {
  const [, words = name, number = ""] = /^(.*\p{L})([ –-]\p{Nd}+)$/u.exec(name) ?? [];
  const { certain, doubtful } = forms(words);
  const numbered = (all: readonly string[]) => (number === "" ? all : all.map((form) => `${form}${number}`));
  return { certain: numbered(certain), doubtful: numbered(doubtful) };
}

/** One Cyrillic word that ends as family names do: талибов is a genitive, but who begins with a capital may be Mr Талибов. */
export function mayBeSurname(form: string): boolean {
  return /^\p{Script=Cyrillic}{2,}(?:[оеё]в|[ії]в|[иы]н)$/iu.test(form);
}

/**
 * A Cyrillic acronym read as a word and not by its letters takes small endings: бойцы ИГИЛа, but бойцы ДКР. One that ends like
 * a noun of its language changes its last letter, as that noun does: оружие «ЛИРЫ», perhaps.
 */
export function spokenAcronym(
  name: string,
  { small, large }: { readonly small: readonly string[]; readonly large: readonly string[] },
): Declined {
  if (/^\p{Lu}+[АЕИОУЭЯЮЫІЇЄ][БВГҐДЖЗКЛМНПРСТФХЧШЩ]$/u.test(name))
    return { certain: small.map((ending) => `${name}${ending}`), doubtful: [] };
  if (/^\p{Lu}{2,}[БВГҐДЖЗКЛМНПРСТФХЧШЩ]А$/u.test(name))
    return { certain: [], doubtful: large.map((ending) => `${name.slice(0, -1)}${ending}`) };
  return UNDECLINED;
}

export type Agreement = (adjective: string, noun: string) => "singular" | "plural" | "not";

/** One word in its cases, in an order the language keeps; each case may have several endings. */
export type Paradigm = readonly (readonly string[])[];

/**
 * A name declined by its head: adjectives before the first noun and that noun change together, what follows stays.
 * Where a word's own paradigm is unknown nothing is made, for half a name in another case would be no form at all.
 */
export function declinedByHead(name: string, rules: HeadRules): readonly string[] {
  // Судноплавна і торговельна компанія: two adjectives of one noun change as one.
  const [joined, one = "", and = "", other = ""] = /(\S+) (і|й|та|и|i|oraz) (\S+)(?= )/u.exec(name) ?? [];
  const [first, second] = [rules.adjective(one), rules.adjective(other)];
  if (joined === undefined || !first || !second) return declined(name, rules);
  const both = first.map((its, at) =>
    its.flatMap((word) => (second[at] ?? []).map((its) => `${word}${HELD}${and}${HELD}${its}`)),
  );
  const pair = `${one}${HELD}${and}${HELD}${other}`;
  const adjective = (word: string) => (word === pair ? both : rules.adjective(word));
  const agree: Agreement | undefined =
    rules.agree && ((word, noun) => rules.agree?.(word === pair ? other : word, noun) ?? "singular");
  return declined(name.replace(joined, pair), { ...rules, adjective, ...(agree && { agree }) }).map((form) =>
    form.replaceAll(HELD, " "),
  );
}

// Stands for a space inside what is one word to the rules.
const HELD = "\u0001";

type HeadRules = {
  readonly adjective: (word: string) => Paradigm | undefined;
  readonly noun: (word: string, isPlural: boolean) => Paradigm | undefined;
  /** Whether an adjective and a noun can belong together: in one gender, or both in the plural. */
  readonly agree?: Agreement;
};

function declined(name: string, { adjective, noun, agree }: HeadRules): readonly string[] {
  const words = name.split(" ");
  const most = words.findIndex((word, at) => at === words.length - 1 || !adjective(word));
  const headOf = (first: number) => {
    const its = words.slice(0, first).map((word) => agree?.(word, words[first] ?? "") ?? "singular");
    return words
      .slice(0, first + 1)
      .map((word, at) =>
        its.includes("not") ? undefined : at < first ? adjective(word) : noun(word, its.includes("plural")),
      );
  };
  // A first noun may end like an adjective (`Tarcza`): then what follows it is no noun that it could belong to.
  const firsts = Array.from({ length: most + 1 }, (_, less) => most - less);
  const first = firsts.find((one) => headOf(one).every((paradigm) => paradigm !== undefined));
  if (first === undefined) return [];
  const head = headOf(first);
  const cases = head[0]?.length ?? 0;
  const rest = words.slice(first + 1);
  return Array.from({ length: cases }, (_, at) =>
    head
      .map((paradigm) => paradigm?.[at] ?? [])
      .reduce<string[][]>((begun, choice) => begun.flatMap((form) => choice.map((word) => [...form, word])), [[]])
      .map((form) => [...form, ...rest].join(" ")),
  ).flat();
}

/** An ending put in the place of the last letters of a word. */
export function ending(word: string, cut: number, endings: readonly (string | readonly string[])[]): Paradigm {
  const stem = word.slice(0, word.length - cut);
  return endings.map((one) => [one].flat().map((each) => `${stem}${each}`));
}
