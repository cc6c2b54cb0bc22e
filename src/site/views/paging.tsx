/** The way to the neighbours of a page of a long list. */
import type { Words } from "../words/words.ts";
import type { Paging as PagingValues } from "./values.ts";

export const Paging = ({ paging, words }: { paging: PagingValues; words: Words }) =>
  paging.newer === undefined && paging.older === undefined ? null : (
    <nav class="paging" aria-label={words.pages}>
      {paging.newer !== undefined && (
        <a href={paging.newer} rel="prev">
          {words.newer}
        </a>
      )}
      {paging.older !== undefined && (
        <a class="older" href={paging.older} rel="next">
          {words.older}
        </a>
      )}
    </nav>
  );
