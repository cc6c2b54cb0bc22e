/** Whose words a source says they are: right words in the wrong mouth are a mistake that no comparison of words finds. */
import { peopleIn } from "../intake/people.ts";
import { quotationsIn } from "../intake/quotations.ts";
import { sentencesIn } from "../intake/sentences.ts";
import { lettersOf } from "./letters.ts";

export type Spoken = { readonly letters: string; readonly speaker: string };

// A longer text is a collection of many, and reading it for people takes seconds.
const LONGEST_READ = 200_000;

/** Every quotation of a source that names its speaker. */
export function spokenIn(text: string): readonly Spoken[] {
  if (text.length > LONGEST_READ) return [];
  const texts = text.split(/\r?\n[ \t]*\r?\n|\f/).map((one) => one.replaceAll(/\s+/g, " ").trim());
  const paragraphs = texts.map((one) => ({ text: one, sentences: sentencesIn(one) }));
  return quotationsIn(paragraphs, peopleIn(texts)).quotations.flatMap(({ text, speaker }) =>
    isNamed(speaker) ? [{ letters: lettersOf(text).folded, speaker }] : [],
  );
}

/** Who says the words in the source, where that is somebody else than `speaker`; nothing where either names nobody. */
export function otherSpeaker(spoken: readonly Spoken[], words: string, speaker: string): string | undefined {
  const letters = lettersOf(words).folded;
  if (letters.length < SHORTEST_HELD || !isNamed(speaker)) return undefined;
  const saying = spoken.filter((one) => one.letters.includes(letters) || letters.includes(one.letters));
  if (saying.some((one) => isSamePerson(one.speaker, speaker))) return undefined;
  return saying[0]?.speaker;
}

// "No." and "Never." are said by everybody.
const SHORTEST_HELD = 12;

/** `the chair` names nobody. */
function isNamed(speaker: string): boolean {
  return /(?:^|[\s-])\p{Lu}/u.test(speaker);
}

/** One name they share, in whatever case of the language; names in two scripts are not held against each other. */
function isSamePerson(one: string, other: string): boolean {
  if (/\p{Script=Latin}/u.test(one) !== /\p{Script=Latin}/u.test(other)) return true;
  return namesOf(one).some((name) => namesOf(other).some((its) => isSameName(name, its)));
}

const SHARED = 4;
const ENDING = 3;

function isSameName(one: string, other: string): boolean {
  if (one === other) return true;
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  return same >= SHARED && Math.max(one.length, other.length) - same <= ENDING;
}

function namesOf(speaker: string): readonly string[] {
  return speaker.match(/\p{Lu}[\p{L}\p{M}]{2,}/gu)?.map((name) => lettersOf(name).folded) ?? [];
}
