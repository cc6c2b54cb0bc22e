/** A line of a difference: what went struck out, what came underlined. */
import type { Stretch } from "#text/diff/words.ts";

export const Marked = ({ stretches }: { readonly stretches: readonly Stretch[] }) => (
  <>
    {stretches.map(({ kind, text }) => {
      if (kind === "removed") return <del>{text}</del>;
      return kind === "added" ? <ins>{text}</ins> : text;
    })}
  </>
);
