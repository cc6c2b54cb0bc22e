/** A stylesheet without what only its writers need: comments, line ends, spaces round signs. */

/** Strings and `url()` stay as they are. Spaces round `+`, `-`, `*` and `/` stay too: `calc()` needs them. */
export function minified(css: string): string {
  const parts = css.match(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\/\*[\s\S]*?\*\/|[^"'/]+|\//g) ?? [];
  const kept = parts.filter((part) => !part.startsWith("/*"));
  return kept
    .map((part) => (/^["']/.test(part) ? part : withoutSpaces(part)))
    .join("")
    .replaceAll(";}", "}")
    .trim();
}

// A space before `:` or `(` may mean "inside" or "and", so it stays.
function withoutSpaces(css: string): string {
  return css
    .replace(/\s+/g, " ")
    .replace(/ ?([{};,>]) ?/g, "$1")
    .replace(/: /g, ":");
}
