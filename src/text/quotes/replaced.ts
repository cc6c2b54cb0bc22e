/**
 * The editor's own words in a quotation and what of the source they stand for: a name for a pronoun is nobody's words
 * changed, a denial put in or taken out is, and so are another figure and a sentence passed over.
 */
import { sentencesIn } from "../intake/sentences.ts";
import { lettersOf } from "./letters.ts";

/** Whether what stands in brackets may stand for what the source has there; with an ellipsis, words may be left out besides. */
export function standsFairly(
  replaced: string,
  words: string,
  { isEllipsis, isInWord }: { readonly isEllipsis: boolean; readonly isInWord: boolean },
): boolean {
  if (isInWord && DENYING_PREFIX.test(words) !== DENYING_PREFIX.test(/\p{L}*$/u.exec(replaced)?.[0] ?? ""))
    return false;
  if (isEllipsis) return !denies(words) || denies(replaced);
  if (words === "") return true;
  return denies(words) === denies(replaced) && hasFigures(replaced, words) && !passesSentence(replaced);
}

const REACH = 80;

/** Whether brackets at an end of a quotation leave the sense of the words beside them: `around` is the source on that side. */
export function cutFairly(around: string, words: string, side: "before" | "behind"): boolean {
  if (words === "") return true;
  const near = side === "before" ? around.slice(-REACH) : around.slice(0, REACH);
  const sentence = (side === "before" ? /[^.!?…\n]*$/ : /^[^.!?…\n]*/).exec(near)?.[0] ?? "";
  if (denies(words)) return denies(sentence);
  const beside =
    (side === "before" ? /[\p{L}\p{M}’']+[^\p{L}]*$/u : /^[^\p{L}]*[\p{L}\p{M}’']+/u).exec(sentence)?.[0] ?? "";
  return !denies(beside);
}

/** Where brackets in a source are somebody's note, and not a word that turns its sense. */
export function denies(words: string): boolean {
  return DENIAL.test(
    words
      .normalize("NFC")
      .replaceAll("’", "'")
      .replaceAll(/[\u0640\u064b-\u065f\u0670]/g, ""),
  );
}

const DENIAL =
  /(?<!\p{L})(?:n'(?=\p{L})|(?:not|no|never|nor|neither|none|nobody|nothing|nowhere|cannot|without|\p{L}+n't|nicht|kein\p{L}*|nie|niemals|nichts|niemand\p{L}*|ohne|weder|ne|pas|jamais|rien|aucune?|sans|не|ни|нет|нельзя|никогда|никто|никого|никому|ничего|никак\p{L}*|без|[وف]?(?:لا|لم|لن|ليس\p{L}*)|غير|دون|بدون|بلا|كلا)(?!\p{L}))/iu;

// `[un]lawful` for "lawful", and the other way round.
const DENYING_PREFIX = /(?:^|\s)(?:un|in|im|il|ir|dis|non|не|без|бес)$/iu;

/** A figure in brackets where the source has a figure is that figure. */
function hasFigures(replaced: string, words: string): boolean {
  const there = figuresOf(words);
  const here = figuresOf(replaced);
  return there === "" || here === "" || there === here;
}

function figuresOf(words: string): string {
  return (lettersOf(words).folded.match(/\d+(?:\.\d+)?/g) ?? []).join(" ");
}

function passesSentence(replaced: string): boolean {
  return sentencesIn(replaced.replace(/^[^\p{L}\p{N}]+/u, "")).length > 1;
}
