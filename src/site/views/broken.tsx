/** The page that stands when nothing else does: no menus, no queries, one way onward. */
import { wordsFor } from "../words/words.ts";
import { BarePage } from "./bare.tsx";
import type { BrokenPageValues } from "./values.ts";

export const BrokenPage = ({ reference, ...house }: BrokenPageValues) => {
  const { title, sentence, onward, reference: words } = wordsFor(house.language).words.broken;
  return (
    <BarePage {...house} title={title} sentence={sentence}>
      {reference !== undefined && (
        <p class="print">
          {words}: <code dir="ltr">{reference}</code>
        </p>
      )}
      <p>
        <a class="onward" href={house.home}>
          {onward}
        </a>
      </p>
    </BarePage>
  );
};
