/** Finds a paragraph again after the text round it, or the paragraph itself, was written anew. */
import { likeness } from "./words.ts";

// Half of the words still there: below that it is another paragraph in the old one's place.
const SAME_PARAGRAPH = 0.5;

/**
 * Where the paragraph that read `words` and stood at `place` is among `paragraphs` now: the same words nearest to
 * there, else the paragraph most like them; nothing when it is gone. `language` as in `wordDifference`.
 */
export function placeOf(
  words: string,
  place: number,
  paragraphs: readonly string[],
  language = "und",
): number | undefined {
  if (paragraphs[place] === words) return place;
  const distance = (at: number) => Math.abs(at - place);
  const same = [...paragraphs.keys()].filter((at) => paragraphs[at] === words);
  if (same.length > 0) return same.reduce((best, at) => (distance(at) < distance(best) ? at : best));
  let best: { readonly at: number; readonly much: number } | undefined;
  for (const [at, paragraph] of paragraphs.entries()) {
    const much = likeness(words, paragraph, language);
    if (much < SAME_PARAGRAPH) continue;
    if (!best || much > best.much || (much === best.much && distance(at) < distance(best.at))) best = { at, much };
  }
  return best?.at;
}
