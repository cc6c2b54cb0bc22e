/** Three ways to find the names of a register in a text: ours, modern-ahocorasick, and one alternation of a regular expression. */
import AhoCorasick from "modern-ahocorasick";
import { compile, type Register, readRegister } from "#text/labels/labels.ts";
import { inventedNames } from "./names.ts";

export const MATCHERS = ["Dateline", "modern-ahocorasick", "regular expression"] as const;
export type MatcherName = (typeof MATCHERS)[number];

/** How many names stand in a text, none inside another. */
export type Counting = (text: string) => number;

/** A register with so many forms, and the forms themselves, which are what the others look for. */
export function registerOfForms(forms: number): { readonly register: Register; readonly texts: readonly string[] } {
  const organisations: object[] = [];
  const texts: string[] = [];
  for (const [at, text] of inventedNames(forms).entries()) {
    const organisation = { id: `o${at}`, names: [{ text, lang: "en", kind: "short" }], designations: [] };
    const read = readRegister({ organisations: [organisation] });
    if ("problems" in read) throw new Error(read.problems.join("\n"));
    const its = read.register.organisations.flatMap(({ names }) => names.flatMap((name) => name.forms));
    if (texts.length + its.length > forms) break;
    organisations.push(...read.register.organisations);
    texts.push(...its.map((form) => form.text));
  }
  return { register: { organisations: organisations as Register["organisations"] }, texts };
}

export const COMPILED: Readonly<Record<MatcherName, (given: ReturnType<typeof registerOfForms>) => Counting>> = {
  Dateline: ({ register }) => {
    const matcher = compile(register, "en");
    return (text) => {
      let count = 0;
      for (const _ of matcher.matches(text)) count++;
      return count;
    };
  },
  "modern-ahocorasick": ({ texts }) => {
    const matcher = new AhoCorasick([...texts]);
    return (text) => matcher.search(text, { strategy: "leftmost-longest" }).length;
  },
  "regular expression": ({ texts }) => {
    const longestFirst = texts.toSorted((one, other) => other.length - one.length);
    const expressions = inAsFewAsCompile(longestFirst);
    return (text) => {
      let count = 0;
      for (const expression of expressions) for (const _ of text.matchAll(expression)) count++;
      return count;
    };
  },
};

/** JavaScriptCore refuses an expression of 50,000 names: it is halved until each part compiles. */
function inAsFewAsCompile(texts: readonly string[]): readonly RegExp[] {
  try {
    const expression = new RegExp(texts.map((text) => RegExp.escape(text)).join("|"), "g");
    // Compiled when it is first used.
    expression.exec("");
    expression.lastIndex = 0;
    return [expression];
  } catch (cause) {
    if (texts.length < 2) throw cause;
    const middle = Math.ceil(texts.length / 2);
    return [...inAsFewAsCompile(texts.slice(0, middle)), ...inAsFewAsCompile(texts.slice(middle))];
  }
}
