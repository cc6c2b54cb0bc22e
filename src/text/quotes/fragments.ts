/** A quotation as its writer set it: the words that are somebody's, and what was left out or put in between. */

export type Fragment = {
  readonly words: string;
  /** What stands before it: nothing, something left out, or the editor's own words. */
  readonly after: "start" | "ellipsis" | "brackets";
  /** Brackets stand in the middle of a word: `agree[d]`, `[re]open`. */
  readonly startsInWord: boolean;
  readonly endsInWord: boolean;
  /** The editor's own words directly before it, and behind it where nothing follows; empty without any. */
  readonly before: string;
  readonly behind: string;
};

/**
 * The fragments of a quotation in order; `glued` reads brackets inside a word as letters of it (`[W]e` is "We"),
 * otherwise they are the editor's. What has no letter is no fragment.
 */
export function fragmentsOf(quotation: string, { glued }: { readonly glued: boolean }): readonly Fragment[] {
  const text = glued ? quotation.replaceAll(IN_WORD, "$<before>$<after>") : quotation;
  const fragments: Fragment[] = [];
  let from = 0;
  let after: Fragment["after"] = "start";
  let startsInWord = false;
  let before = "";
  const take = (end: number, endsInWord: boolean) => {
    const words = text.slice(from, end);
    if (!/[\p{L}\p{N}]/u.test(words)) return;
    const place = fragments.length === 0 ? "start" : after;
    fragments.push({ words, after: place, startsInWord, endsInWord, before, behind: "" });
    after = "start";
    before = "";
  };
  for (const { index, 0: found } of text.matchAll(BETWEEN)) {
    const end = index + found.length;
    const isEllipsis = /^[[(<]?[\s.…‥]+[\])>]?$/.test(found);
    take(index, !isEllipsis && isLetter(text.charAt(index - 1)));
    if (isEllipsis || after !== "ellipsis") after = isEllipsis ? "ellipsis" : "brackets";
    if (!isEllipsis) before = `${before} ${found.slice(1, -1)}`.trim();
    startsInWord = !isEllipsis && isLetter(text.charAt(end));
    from = end;
  }
  take(text.length, false);
  return fragments.map((one, at) => (at === fragments.length - 1 ? { ...one, behind: before } : one));
}

// Dots that leave something out, brackets, and round brackets an editor has signed.
const BETWEEN =
  /\[[^[\]]{0,300}\]|\((?:…|\. ?\. ?\.)\)|<(?:…|\.\.\.)>|\([^()]{0,300}(?:\bEd\.|[Ee]ditor’?'?s? note|[Рр]ед\.|[Пп]рим\.|\bRed\.|\bRedaktion|\bNDLR|\bN\.D\.L\.R\.|note de la rédaction|المحرر)[^()]{0,20}\)|…|‥|\.\s?\.\s?\.(?:\s?\.)?|\.\./g;

const IN_WORD = /\[(?<before>\p{L}{1,20})\](?=\p{L})|(?<=\p{L})\[(?<after>\p{L}{1,20})\]/gu;

function isLetter(sign: string): boolean {
  return /\p{L}/u.test(sign);
}
