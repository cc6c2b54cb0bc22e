/** Long alternations of regular expressions, put so that few of their words are tried at each place of a text. */

/**
 * `said|says|told` → `s(?:aid|ays)|t(?:old)`: the source of an expression that matches the same, several times as fast where
 * the words are many. Words keep their order among those of one first letter; what begins with no letter stands behind them.
 */
export function byFirstLetter(source: string): string {
  const words = alternativesIn(source);
  const groups = Map.groupBy(words, (word) => /^\p{L}(?![?*+{])/u.exec(word)?.[0] ?? "");
  const others = groups.get("") ?? [];
  groups.delete("");
  return [...[...groups].map(([letter, some]) => `${letter}(?:${endsOf(some, letter)})`), ...others].join("|");
}

function endsOf(words: readonly string[], letter: string): string {
  return words.map((word) => word.slice(letter.length)).join("|");
}

/** The alternatives of a source that is not in brackets; those inside brackets belong to one of them. */
function alternativesIn(source: string): readonly string[] {
  const words = [""];
  let depth = 0;
  for (const sign of source) {
    if (sign === "(") depth += 1;
    if (sign === ")") depth -= 1;
    if (sign === "|" && depth === 0) words.push("");
    else words[words.length - 1] += sign;
  }
  return words;
}
