/**
 * Finds the names of a register in a text: one pass, longest match, whole words only. What stands around
 * a name (suffixes, quotation marks, labels, addresses) is left to `mentions.ts`.
 */
import { remembered } from "#lib/remembered.ts";
import { mayBeSurname } from "./declined.ts";
import { baseLanguage, unquoted } from "./forms.ts";
import { saysItsKind } from "./kinds.ts";
import {
  foldedSign,
  foldedWord,
  isInvisible,
  isWordSign,
  lookalikeOf,
  numberOf,
  type PlainWord,
  readPlainWord,
  visibleBefore,
  visibleFrom,
  wordEnd,
} from "./letters.ts";
import type { Designation, Organisation, OrganisationName, Register } from "./register.ts";
import { type LabelReader, labelReader } from "./typed.ts";
import { NONE, ROOT, WordTree } from "./word-tree.ts";

/** One reading of a match: whose name it is, and which of its names. */
export type Candidate = {
  /** With all its names and designations. */
  readonly organisation: Organisation;
  readonly name: OrganisationName;
  /** Told by a form that is in doubt. */
  readonly isDoubtful?: true;
};

export type Match = { readonly start: number; readonly end: number; readonly candidates: readonly Candidate[] };

/** A register made ready to look through texts of one language. */
export type Matcher = {
  /** The first part of its tag: `pt` for `pt-BR`. */
  readonly language: string;
  /** By its id; nothing for one the register does not have. */
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
  const names: Names = {
    tree: new WordTree(),
    units: new Uint8Array(0x10000),
    words: new Int32Array(FIRST_WORDS / 32),
  };
  for (const organisation of register.organisations) {
    for (const name of organisation.names) {
      const certain: readonly [Candidate] = [{ organisation, name }];
      for (const spelling of spellingsOf(name, own, "certain")) plant(names, spelling, certain);
      const doubtful: readonly [Candidate] = [{ organisation, name, isDoubtful: true }];
      for (const spelling of spellingsOf(name, own, "doubtful")) plant(names, spelling, doubtful);
    }
  }
  const byId = new Map(register.organisations.map((organisation) => [organisation.id, organisation]));
  return {
    language: own,
    organisation: (id) => byId.get(id),
    matches: (text) => matchesIn(text, names),
    matchAt: (text, at) => longestAt(text, at, names),
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

/** Names by their words, and what tells beforehand that no name begins with a word. */
type Names = {
  readonly tree: WordTree<readonly Candidate[]>;
  /** Units some name begins with. */
  readonly units: Uint8Array;
  /** Numbers of words some name begins with, a bit each. */
  readonly words: Int32Array;
};

// Eight for each of 65,000 names, so that few words are looked up in vain; small enough to stay at hand.
const FIRST_WORDS = 2 ** 19;

function isFirstWord(words: Int32Array, number: number): boolean {
  const at = number % FIRST_WORDS;
  return (((words[at >> 5] ?? 0) >> (at & 31)) & 1) === 1;
}

/** What a certain form already says is planted before what is in doubt. */
function spellingsOf(
  { text, language, forms }: OrganisationName,
  own: string,
  which: "certain" | "doubtful",
): Iterable<string> {
  const bare = unquoted(text);
  // An editor may have taken even the name itself away.
  const registered = which === "certain" && forms.some((form) => form.text === bare) ? [bare] : [];
  if (baseLanguage(language) !== own) return registered;
  const spellings = new Set<string>();
  const isCertain = which === "certain";
  for (const { text: form, isDoubtful = false } of forms) {
    if (isDoubtful && isCertain) continue;
    for (const { text, isSure } of spelled(form, own)) if (isCertain === (isSure && !isDoubtful)) spellings.add(text);
  }
  return spellings;
}

type Spelled = { readonly text: string; readonly isSure: boolean };

/** A form with the capitals a text may give it: of a sentence, of a title, of a headline. */
function* spelled(form: string, own: string): Generator<Spelled> {
  yield { text: form, isSure: true };
  // A handful of languages have capitals of their own: Turkish i is İ.
  const upper = form.toLocaleUpperCase(own);
  const isName = !isSmall(form) || !mayBeSurname(form);
  yield { text: raised(form, own), isSure: isName };
  yield { text: upper, isSure: isName };
  const isPhrase = /\s/.test(form);
  // «Красный Рассвет»: some write the name of an organisation like a title, its small words small or not.
  if (isPhrase) for (const words of [SMALL_TOO, EVERY_WORD]) yield { text: titled(form, words, own), isSure: true };
  // «Красный рассвет»: others raise only the first word, as at the beginning of any sentence.
  if (isPhrase && ONE_CAPITAL.has(own)) yield { text: untitled(form, own), isSure: false };
  if (OFTEN_BARE.has(own)) yield { text: withoutAccents(upper), isSure: isPhrase };
  // Wires leave the accents out, or those of capitals alone; a single word so may be another.
  for (const text of barer(form)) yield { text, isSure: isPhrase };
  if (own === "it")
    yield { text: upper.replace(ACCENTED_AT_END, (letter) => `${withoutAccents(letter)}'`), isSure: true };
  // `благодійне товариство «Бустан»`: what stands before the name in quotation marks says what it is.
  if (QUOTED_INSIDE.test(form)) yield { text: form.charAt(0).toLocaleLowerCase(own) + form.slice(1), isSure: true };
  yield* roundItsKind(form, own);
  // `31 de Abril`, `31 de abril`.
  for (const month of monthsOf(own))
    if (form.includes(` ${month}`))
      yield { text: form.replace(` ${month}`, ` ${changedFirst(month, own)}`), isSure: true };
}

// What kind of organisation it is stands first there, and small before a name with capitals: `brigata Falco Rosso`.
const KIND_FIRST = new Set(["fr", "es", "it", "pt", "pl", "ru", "uk", "ar", "fa", "he"]);

// Columns hold roofs, wings are a building's, and a body has cells: small, they are as often those.
const OF_OTHER_THINGS =
  /^(?:colon|colum|kolum|колон|cell|célul|ala$|aile|asa$|corp|cuerp|red$|rede$|rete$|rése|band|forz|forç|fuerz|force|fond|banc|banqu|bank|orde|ordi|ordr|zakon|крыл|крил|сет|мереж|сил|sie[cć]|skrzyd|sił|komór|ячей|осеред|групп|груп|grup|group|gruppo|estado|état|stato|państw|государ|держав)/iu;

const FEW_WORDS = 3;

/** No article and no preposition. */
function isLong(word: string): boolean {
  return word.length > 3 || /^\p{Lu}/u.test(word);
}

// batalhão do mártir Harun Selvi
const RANKS =
  /(?<=\s|^)(?:M[aá]rt[iy]r\p{L}*|Martir\p{L}*|Im[aã]m?|Cheikh|Jeque|Xeque|Sceicco|Szejka?|Comandante|Commandant|Capit[aá]n|Capitano|G[eé]n[eé]ra[lł]e?a?|Мученик\p{L}*|Имам\p{L}*|Шейх\p{L}*|Генерал\p{L}*)(?=\s)/gu;

/** `Brigata «Falco Rosso»`, `brigata Falco Rosso`, `“Red Falcon” Brigade`: newsrooms set off what the name is from what bears it. */
function* roundItsKind(form: string, own: string): Generator<Spelled> {
  const words = form.split(" ");
  const isCapitals = form === form.toLocaleUpperCase(own) && form !== form.toLocaleLowerCase(own);
  if (words.length < 2 || isCapitals || QUOTED_INSIDE.test(form)) return;
  if (KIND_FIRST.has(own)) {
    const [kind = "", ...rest] = words;
    const bearer = rest.join(" ");
    const small = kind.charAt(0).toLocaleLowerCase(own) + kind.slice(1);
    const isKind = saysItsKind(kind, own);
    // `exército de Porto Âmbar` may be one of clay; `exército Porto Âmbar` is itself.
    const isApposed = /^\p{Lu}/u.test(bearer) || form.split(/[ -]/).filter(isLong).length > FEW_WORDS;
    const isSure = isKind && isApposed && !OF_OTHER_THINGS.test(small);
    if (small !== kind && /(?:^|[\s’'-])\p{Lu}/u.test(bearer)) yield { text: `${small} ${bearer}`, isSure };
    if (!isKind) return;
    const smallRank = bearer.replace(RANKS, (title) => title.toLocaleLowerCase(own));
    if (smallRank !== bearer) yield { text: `${small} ${smallRank}`, isSure };
    // Spółka Żeglugowa Selwand, spółka żeglugowa Selwand.
    const said = rest.slice(0, -1).join(" ").toLocaleLowerCase(own);
    if (said !== "" && /^\p{Lu}\p{Ll}{3}/u.test(rest.at(-1) ?? ""))
      yield { text: `${small} ${said} ${rest.at(-1)}`, isSure: false };
    if (/^\p{Ll}/u.test(bearer)) return;
    for (const one of new Set([kind, small])) yield { text: `${one} «${bearer}»`, isSure: true };
    return;
  }
  const kind = words.at(-1) ?? "";
  if (words.length > 2 && saysItsKind(kind, own))
    yield { text: `“${words.slice(0, -1).join(" ")}” ${kind}`, isSure: true };
}

const CAPITALS = /\p{Lu}\p{M}*/gu;
// `SOCIETA'`, as typewriters had it.
const ACCENTED_AT_END = /[ÀÈÉÌÒÙ](?=\s|$)/gu;
const QUOTED_INSIDE = /\s[«“„"]/u;
const MOST_APART = 3;

/** A form without its accents: without all, those of its capitals, those of some of its words, the circumflexes. */
function barer(form: string): ReadonlySet<string> {
  const bare = new Set<string>();
  if (!NOT_PLAIN.test(form)) return bare;
  for (const one of [withoutAccents(form), form.replace(CAPITALS, withoutAccents), withoutCircumflexes(form)])
    bare.add(one);
  const words = form.split(" ");
  const marked = [...words.keys()].filter((at) => NOT_PLAIN.test(words[at] ?? ""));
  // `Organização Kizilcam`: the accents of its own language kept, those of another left out.
  if (marked.length <= MOST_APART)
    for (let some = 1; some < 2 ** marked.length; some++)
      bare.add(
        words
          .map((word, at) => ((some >> marked.indexOf(at)) & 1 && marked.includes(at) ? withoutAccents(word) : word))
          .join(" "),
      );
  bare.delete(form);
  return bare;
}

function raised(text: string, own: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0);
  return first.toLocaleUpperCase(own) + text.slice(first.length);
}

function isSmall(text: string): boolean {
  return /^\p{Ll}/u.test(text);
}

const SMALL_TOO = /(?<=^|\s)\p{Ll}(?=[^\s]{3})/gu;
const EVERY_WORD = /(?<=^|\s)\p{Ll}/gu;

function titled(form: string, words: RegExp, own: string): string {
  return form.replace(words, (letter) => letter.toLocaleUpperCase(own));
}

// Where titles have a capital only at their beginning.
const ONE_CAPITAL = new Set(["ru", "uk"]);

function untitled(form: string, own: string): string {
  return form.replace(/(?<=\s)\p{Lu}(?=\p{Ll}{2})/gu, (letter) => letter.toLocaleLowerCase(own));
}

// Newsrooms there leave the accents of capitals out: LIGUE POUR L’EGALITE.
const OFTEN_BARE = new Set(["fr", "es", "it", "pt"]);

/** Latin letters without their marks; a letter of another script keeps its own, which make it another letter. */
function withoutAccents(text: string): string {
  if (!NOT_PLAIN.test(text)) return text;
  return text
    .normalize("NFD")
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, "")
    .replace(/[ıłŁøØđĐßæÆœŒ]/g, (letter) => BARE[letter] ?? letter)
    .normalize("NFC");
}

const NOT_PLAIN = /[\u00c0-\u024f\u1e00-\u1eff]|(?:[\u0300-\u036f])/;
const BARE: Readonly<Record<string, string>> = {
  ı: "i",
  ł: "l",
  Ł: "L",
  ø: "o",
  Ø: "O",
  đ: "d",
  Đ: "D",
  ß: "ss",
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
};

/** Turkish writes â, î and û seldom. */
function withoutCircumflexes(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\u0302/g, "")
    .normalize("NFC");
}

/** Months of languages that write them small in a text and large in a name; as they are written in a date. */
const WITH_SMALL_MONTHS = ["es", "fr", "it", "pt", "pl", "ru", "uk"];

const monthsOf = remembered(WITH_SMALL_MONTHS.length * 2, (language): readonly string[] => {
  if (!WITH_SMALL_MONTHS.includes(language)) return [];
  const format = new Intl.DateTimeFormat(language, { day: "numeric", month: "long", timeZone: "UTC" });
  const small = Array.from({ length: 12 }, (_, month) => {
    const parts = format.formatToParts(Date.UTC(2001, month, 15));
    return parts.find(({ type }) => type === "month")?.value ?? "";
  });
  return small.flatMap((month) => [month, changedFirst(month, language)]);
});

function changedFirst(word: string, own: string): string {
  const first = word.charAt(0);
  const upper = first.toLocaleUpperCase(own);
  return (first === upper ? first.toLocaleLowerCase(own) : upper) + word.slice(1);
}

function plant({ tree, units, words }: Names, spelling: string, its: readonly [Candidate]) {
  const tokens = tokensOf(spelling);
  const [first] = tokens;
  if (first === undefined) return;
  const step = tokens.reduce((at, token) => tree.plant(at, token), ROOT);
  const known = tree.valueAt(step);
  const [candidate] = its;
  // Most spellings are one name's, and all of them share its list.
  if (!known) tree.put(step, its);
  else if (!known.some((one) => one.organisation === candidate.organisation && one.name === candidate.name))
    tree.put(step, [...known, candidate]);
  const at = numberOf(first) % FIRST_WORDS;
  words[at >> 5] = (words[at >> 5] ?? 0) | (1 << (at & 31));
  for (const sign of spellingsOfFirst(spelling)) units[sign.charCodeAt(0)] = 1;
}

/** Units a text may begin this name with: composed or not, with or without its dots. */
function spellingsOfFirst(spelling: string): readonly string[] {
  const begun = spelling.slice(firstWord(spelling));
  const folded = foldedWord(begun);
  const first = folded.charAt(0);
  const figure = /[0-9]/.test(first) ? String.fromCharCode(0x660 + Number(first), 0x6f0 + Number(first)) : "";
  const dotted = { е: "ё", Е: "Ё", ا: "أإآٱ", ي: "ىی", ك: "ک" }[first] ?? figure;
  return [
    ...begun.charAt(0),
    ...folded.charAt(0),
    ...begun.normalize("NFD").charAt(0),
    ...begun.normalize("NFC").charAt(0),
    ...dotted,
    ...(lookalikeOf(folded.charAt(0)) ?? ""),
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

/** The word or sign at a place, a word with the space before it; a gap wider than one line break is no part of any name. */
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
  if (end === undefined) return undefined;
  const next = wordEnd(text, end);
  return next > end ? { folded: ` ${foldedWord(text.slice(end, next))}`, end: next } : { folded: " ", end };
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

function* matchesIn(text: string, names: Names): Generator<Match> {
  for (let at = nextBeginning(text, 0, names); at < text.length; ) {
    const match = longestAt(text, at, names);
    if (match) yield match;
    at = nextBeginning(text, match ? match.end : at + 1, names);
  }
}

/** The first place from `from` on where a name may begin. */
function nextBeginning(text: string, from: number, { units, words }: Names): number {
  const { length } = text;
  for (let at = from; at < length; at++) {
    if (units[text.charCodeAt(at)] !== 1) continue;
    // Nearly every word stands after a space.
    if (at > 0 && text.charCodeAt(at - 1) !== 0x20 && !isWordStart(text, at)) continue;
    if (!readPlainWord(text, at, WORD) || isFirstWord(words, WORD.number)) return at;
  }
  return length;
}

function isWordStart(text: string, at: number): boolean {
  const before = visibleBefore(text, at);
  return before < 0 || !isWordSign(text, before);
}

function longestAt(text: string, start: number, { tree }: Names): Match | undefined {
  return longestFrom(text, { start, at: start, step: ROOT }, tree);
}

type Reached = { readonly start: number; readonly at: number; readonly step: number };

function longestFrom(text: string, from: Reached, tree: Names["tree"]): Match | undefined {
  const { start } = from;
  let { at, step } = from;
  let found: Match | undefined;
  let other: Match | undefined;
  while (step !== NONE) {
    if (step !== ROOT) {
      const joined = byOtherJoint(text, { start, at, step }, tree);
      if (joined) other = longer(other, longestFrom(text, joined, tree) ?? matchOf(joined, tree));
    }
    if (readPlainWord(text, at, WORD)) {
      step = tree.after(step, WORD.number, text, at, WORD.end);
      at = WORD.end;
    } else {
      const token = tokenAt(text, at);
      if (!token) break;
      step = tree.afterWord(step, token.folded);
      at = token.end;
    }
    const candidates = step === NONE ? undefined : tree.valueAt(step);
    if (candidates) found = { start, end: at, candidates };
  }
  return longer(found, other);
}

function longer(one: Match | undefined, other: Match | undefined): Match | undefined {
  return !one || (other && other.end > one.end) ? other : one;
}

function matchOf({ start, at, step }: Reached, tree: Names["tree"]): Match | undefined {
  const candidates = tree.valueAt(step);
  return candidates && { start, end: at, candidates };
}

/** `Al Fajr` for `Al-Fajr`, and `Roter-Morgen-Kämpfer`: a space where the name has a hyphen, and the other way round. */
function byOtherJoint(text: string, { start, at, step }: Reached, tree: Names["tree"]): Reached | undefined {
  const sign = text.charAt(at);
  const isHyphen = JOINING.includes(sign);
  if (sign === "" || (!isHyphen && !SPACES.includes(sign)) || !isWordSign(text, at + 1)) return undefined;
  const before = isHyphen ? step : tree.afterWord(step, "-");
  if (before === NONE) return undefined;
  const end = wordEnd(text, at + 1);
  const word = foldedWord(text.slice(at + 1, end));
  const next = tree.afterWord(before, isHyphen ? ` ${word}` : word);
  return next === NONE ? undefined : { start, at: end, step: next };
}

// No dash: it parts what stands on its sides.
const JOINING = "-‐‑－־";
const SPACES = " \u00a0\u202f\n";

// One for all: a word is used up before the next is read.
const WORD: PlainWord = { number: 0, end: 0 };

function* wordingsOf({ organisations }: Register): Generator<string> {
  for (const { names, designations } of organisations) {
    for (const { wording } of [...names, ...designations] as readonly (OrganisationName | Designation)[]) {
      if (wording) yield* Object.values(wording);
    }
  }
}
