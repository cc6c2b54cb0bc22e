/** What of a source is not its speakers' words: notes in square brackets, and who spoke, told between two halves of a sentence. */
import { quotedIn } from "../intake/quotations.ts";
import { sentencesIn } from "../intake/sentences.ts";
import { tellsWhoSpoke } from "../intake/speech.ts";
import type { Passed } from "./letters.ts";
import { denies } from "./replaced.ts";

const LONGEST_NOTE = 80;
const NOTE = new RegExp(String.raw`\[[^\]]{0,${LONGEST_NOTE}}\]`, "g");

/** `[applause]`, `[1]`; a word that turns the sense is part of the text, whoever put it in. */
export function notesIn(text: string): readonly Passed[] {
  return [...text.matchAll(NOTE)].flatMap(({ index, 0: note }) =>
    denies(note) ? [] : [{ start: index, end: index + note.length }],
  );
}

const LONGEST_TOLD = 200;

/** `“We agreed,” said the chair, “to keep it”`; `« Nous avons, dit-elle, décidé »`: the words between the halves. */
export function toldIn(text: string): readonly Passed[] {
  const found: Passed[] = [];
  for (const { index, 0: paragraph } of text.matchAll(PARAGRAPH)) {
    for (const { start, end } of toldInParagraph(paragraph)) found.push({ start: index + start, end: index + end });
  }
  return found;
}

const PARAGRAPH = /\S(?:(?!\n[ \t\r]*\n|\f).)*/gs;

function toldInParagraph(text: string): readonly Passed[] {
  if (!/[“”„«»"‘’‹›]/.test(text)) return [];
  const quoted = quotedIn(text);
  const between = quoted.flatMap((one, at) => {
    const next = quoted[at + 1];
    return next && joins(text, one, next, quoted[at + 2]) ? [{ start: one.end, end: next.start }] : [];
  });
  const inside = quoted.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(SAID_IN_FRENCH)].map(({ index, 0: told }) => ({
      start: start + index,
      end: start + index + told.length,
    })),
  );
  return [...between, ...inside].sort((one, other) => one.start - other.start);
}

type Part = { readonly start: number; readonly end: number; readonly goesOn?: true };

/** Whether two quotations are one that says in between who speaks: the second has no speaker of its own. */
function joins(text: string, one: Part, next: Part, later: Part | undefined): boolean {
  const between = text.slice(one.end, next.start).replaceAll(/\s+/g, " ");
  if (between.length > LONGEST_TOLD) return false;
  if (next.goesOn) return true;
  if (!/[,،.—–-]\s*$/.test(between) || sentencesIn(between.replace(/^[^\p{L}]+/u, "")).length > 1) return false;
  if (!tellsWhoSpoke(between)) return false;
  const isSentence = /\.\s*$/.test(between);
  const after = text
    .slice(next.end, Math.min(later?.start ?? text.length, next.end + LONGEST_TOLD))
    .replaceAll(/\s+/g, " ");
  return !isSentence || !tellsWhoSpoke(after.slice(0, sentencesIn(after)[0]?.end ?? 0));
}

const SAID_IN_FRENCH =
  /, (?:(?:dit|déclare|affirme|ajoute|explique|précise|indique|souligne|poursuit|insiste)(?:-(?:t-)?(?:il|elle|on)|\s\p{L}[^,«»“”"]{1,60})|(?:a|ont|avait)(?:-(?:t-)?(?:il|elle)s?)?\s(?:dit|déclaré|affirmé|ajouté|expliqué|précisé|indiqué|souligné|annoncé|poursuivi|insisté)(?:\s[^,«»“”"]{1,60})?),/gu;
