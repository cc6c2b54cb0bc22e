/**
 * Finds the names of a register in a text: one pass, longest match, whole words only. What stands around
 * a name (suffixes, quotation marks, labels, addresses) is left to `mentions.ts`.
 */
import { baseLanguage, unquoted } from "./forms.ts";
import {
  foldedSign,
  foldedWord,
  isInvisible,
  isWordSign,
  plainWordNumber,
  visibleBefore,
  visibleFrom,
  wordEnd,
} from "./letters.ts";
import type { Designation, Organisation, OrganisationName, Register } from "./register.ts";
import { type LabelReader, labelReader } from "./typed.ts";

/** One reading of a match: whose name it is, and which of its names. */
export type Candidate = {
  readonly organisation: Organisation;
  readonly name: OrganisationName;
  /** Told by a form that is in doubt. */
  readonly isDoubtful?: true;
};

export type Match = { readonly start: number; readonly end: number; readonly candidates: readonly Candidate[] };

/** A register made ready to look through texts of one language. */
export type Matcher = {
  readonly language: string;
  readonly organisation: (id: string) => Organisation | undefined;
  /** Every name in a text, in order, none inside another. */
  readonly matches: (text: string) => Iterable<Match>;
  /** The longest name that begins at a place where a word begins. */
  readonly matchAt: (text: string, at: number) => Match | undefined;
  /** Reads labels typed in a text, in any wording of the register or in the usual shapes. */
  readonly labels: LabelReader;
  /** The same reader, which knows these words, too. */
  readonly labelsWith: (words: readonly string[]) => LabelReader;
};

/**
 * Names of the text's own language are looked for in all their forms, with the first letter raised and in capitals;
 * names of other languages only as they are registered. The work for a text does not grow with the register.
 */
export function compile(register: Register, language: string): Matcher {
  const own = baseLanguage(language);
  const root: Root = { ...newStep(), units: new Uint8Array(0x10000), words: new Uint8Array(FIRST_WORDS) };
  for (const organisation of register.organisations) {
    for (const name of organisation.names) {
      const certain: Candidate = { organisation, name };
      for (const spelling of spellingsOf(name, own, "certain")) plant(root, spelling, certain);
      const doubtful: Candidate = { organisation, name, isDoubtful: true };
      for (const spelling of spellingsOf(name, own, "doubtful")) plant(root, spelling, doubtful);
    }
  }
  const byId = new Map(register.organisations.map((organisation) => [organisation.id, organisation]));
  return {
    language: own,
    organisation: (id) => byId.get(id),
    matches: (text) => matchesIn(text, root),
    matchAt: (text, at) => longestAt(text, at, root),
    labels: labelReader(wordingsOf(register)),
    labelsWith: (words) => labelReader([...wordingsOf(register), ...words]),
  };
}

/** A matcher for each language, made when it is first asked for and kept. */
export function matchersOf(register: Register): (language: string) => Matcher {
  const made = new Map<string, Matcher>();
  return (language) => {
    const matcher = made.get(language) ?? compile(register, language);
    made.set(language, matcher);
    return matcher;
  };
}

/** A word or a sign further on in a name. */
type Step = {
  /** Where one word goes on, and the word; a map where several do. */
  word: string;
  only: Step | undefined;
  several: Map<string, Step> | undefined;
  ends: readonly Candidate[];
};

// Most steps of a large register go on with one word or with none: maps would be most of its memory.
const NO_ENDS: readonly Candidate[] = [];

/** Most words of a text begin no name: that is seen by a unit and a number, before anything is looked up. */
type Root = Step & { readonly units: Uint8Array; readonly words: Uint8Array };

// One byte for a number of a first word; eight for each of 50,000 names, so that few words are looked up in vain.
const FIRST_WORDS = 2 ** 19;

/** What a certain form already says is planted before what is in doubt. */
function spellingsOf(
  { text, language, forms }: OrganisationName,
  own: string,
  which: "certain" | "doubtful",
): Iterable<string> {
  const registered = which === "certain" ? [unquoted(text)] : [];
  if (baseLanguage(language) !== own) return registered;
  const spellings = new Set<string>();
  const made = forms.filter(({ isDoubtful = false }) => isDoubtful === (which === "doubtful"));
  for (const form of [...registered, ...made.map((one) => one.text)]) {
    spellings.add(form);
    spellings.add(raised(form));
    // A handful of languages have capitals of their own: Turkish i is İ.
    spellings.add(form.toLocaleUpperCase(own));
  }
  return spellings;
}

function raised(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0);
  return first.toUpperCase() + text.slice(first.length);
}

function plant(root: Root, spelling: string, candidate: Candidate) {
  let step: Step = root;
  for (const token of tokensOf(spelling)) {
    let next = stepAfter(step, token);
    if (!next) {
      next = newStep();
      addStep(step, token, next);
      if (step === root) root.words[plainWordNumber(token, 0) % FIRST_WORDS] = 1;
    }
    step = next;
  }
  if (step === root) return;
  if (!step.ends.some((one) => one.organisation === candidate.organisation && one.name === candidate.name))
    step.ends = [...step.ends, candidate];
  for (const sign of spellingsOfFirst(spelling)) root.units[sign.charCodeAt(0)] = 1;
}

function newStep(): Step {
  return { word: "", only: undefined, several: undefined, ends: NO_ENDS };
}

function stepAfter({ word, only, several }: Step, token: string): Step | undefined {
  if (several) return several.get(token);
  return word === token ? only : undefined;
}

function addStep(step: Step, token: string, next: Step) {
  if (!step.only) {
    step.word = token;
    step.only = next;
    return;
  }
  step.several ??= new Map([[step.word, step.only]]);
  step.several.set(token, next);
}

/** Units a text may begin this name with: composed or not, with or without its dots. */
function spellingsOfFirst(spelling: string): readonly string[] {
  const begun = spelling.slice(firstWord(spelling));
  const folded = foldedWord(begun);
  const dotted = { е: "ё", Е: "Ё", ا: "أإآٱ", ي: "ىی", ك: "ک" }[folded.charAt(0)] ?? "";
  return [
    ...begun.charAt(0),
    ...folded.charAt(0),
    ...begun.normalize("NFD").charAt(0),
    ...begun.normalize("NFC").charAt(0),
    ...dotted,
  ];
}

/** Words and signs of a name from its first word on; any white space is one sign. */
function tokensOf(name: string): string[] {
  const tokens: string[] = [];
  let at = firstWord(name);
  while (at < name.length) {
    const token = tokenAt(name, at);
    if (!token) break;
    tokens.push(token.folded);
    at = token.end;
  }
  while (tokens.at(-1) === " ") tokens.pop();
  return tokens;
}

function firstWord(name: string): number {
  let at = 0;
  while (at < name.length && !isWordSign(name, at)) at++;
  return at;
}

type Token = { readonly folded: string; readonly end: number };

/** The word or sign at a place; a gap wider than one line break is no part of any name. */
function tokenAt(text: string, at: number): Token | undefined {
  const place = visibleFrom(text, at);
  if (place >= text.length) return undefined;
  if (isWordSign(text, place)) {
    const end = wordEnd(text, place);
    return { folded: foldedWord(text.slice(place, end)), end };
  }
  const sign = foldedSign(text.charAt(place));
  if (sign !== " ") return { folded: sign, end: place + 1 };
  const end = gapEnd(text, place);
  return end === undefined ? undefined : { folded: " ", end };
}

// Hard-wrapped copy is indented by this much at most; a wider gap is a column of a table.
const WIDEST_GAP = 16;

function gapEnd(text: string, from: number): number | undefined {
  let breaks = 0;
  let at = from;
  while (at < text.length && (/\s/u.test(text.charAt(at)) || isInvisible(text.charCodeAt(at)))) {
    if (LINE_BREAKS.includes(text.charAt(at)) && ++breaks > 1) return undefined;
    if (text.charAt(at) === "\u2029" || ++at - from > WIDEST_GAP) return undefined;
  }
  return at;
}

// A carriage return is part of the line feed that follows it.
const LINE_BREAKS = "\n\u0085\u2028";

function* matchesIn(text: string, root: Root): Generator<Match> {
  for (let at = nextBeginning(text, 0, root); at < text.length; ) {
    const match = longestAt(text, at, root);
    if (match) yield match;
    at = nextBeginning(text, match ? match.end : at + 1, root);
  }
}

/** The first place from `from` on where a name may begin. */
function nextBeginning(text: string, from: number, { units, words }: Root): number {
  const { length } = text;
  for (let at = from; at < length; at++) {
    if (units[text.charCodeAt(at)] !== 1 || !isWordStart(text, at)) continue;
    const number = plainWordNumber(text, at);
    if (number === -1 || words[number % FIRST_WORDS] === 1) return at;
  }
  return length;
}

function isWordStart(text: string, at: number): boolean {
  const before = visibleBefore(text, at);
  return before < 0 || !isWordSign(text, before);
}

function longestAt(text: string, start: number, root: Step): Match | undefined {
  let step: Step | undefined = root;
  let found: Match | undefined;
  let at = start;
  while (step) {
    const token = tokenAt(text, at);
    if (!token) break;
    step = stepAfter(step, token.folded);
    at = token.end;
    if (step && step.ends.length > 0) found = { start, end: at, candidates: step.ends };
  }
  return found;
}

function* wordingsOf({ organisations }: Register): Generator<string> {
  for (const { names, designations } of organisations) {
    for (const { wording } of [...names, ...designations] as readonly (OrganisationName | Designation)[]) {
      if (wording) yield* Object.values(wording);
    }
  }
}
