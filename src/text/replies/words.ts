/** Words of a reply as a rule looks for them: by their look, whatever letters, spaces or signs they are disguised with. */
import { lookOf } from "./cleaned.ts";

/** Words by their look, one space between and at either end; letters that stand alone in a row are one word: `v i a g r a`. */
export function looksOfWords(text: string): string {
  const words = text
    .normalize("NFKC")
    .split(/[^\p{L}\p{M}\p{N}$€@]+/u)
    .map((word) => lookOf(word.replaceAll("$", "s").replaceAll("@", "a").replaceAll("€", "e")))
    .filter(Boolean);
  return ` ${words.join(" ")} `.replaceAll(/ (?:\S ){3,}/gu, (row) => ` ${row.replaceAll(" ", "")} `);
}

/** Of a list of words and phrases, the first a text holds; a `*` at the end of one stands for any ending. */
export function wordFound(looks: string, words: readonly string[]): string | undefined {
  return words.find((word) => {
    const isBeginning = word.endsWith("*");
    const look = looksOfWords(isBeginning ? word.slice(0, -1) : word);
    return look.trim() !== "" && looks.includes(isBeginning ? look.trimEnd() : look);
  });
}

/** The hosts a text links to, small and without `www.`. */
export function hostsIn(text: string): readonly string[] {
  const links = text.matchAll(/(?:https?:\/\/|www\.)([^\s/?#)\]>"'<:]+)/giu);
  return [...links].map(([, host = ""]) =>
    host
      .toLowerCase()
      .replace(/^www\./, "")
      .replace(/\.$/, ""),
  );
}
