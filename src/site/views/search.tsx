/** Search: the form, and what it found. */
import { wordsFor } from "../words/words.ts";
import { River } from "./card.tsx";
import { Layout } from "./layout.tsx";
import { Notice } from "./notice.tsx";
import { Paging } from "./paging.tsx";
import { SearchForm } from "./search-form.tsx";
import type { SearchPageValues } from "./values.ts";

export const SearchPage = ({ frame, head, query, total, results, paging }: SearchPageValues) => {
  const { language } = frame.edition;
  const { words } = wordsFor(language);
  return (
    <Layout frame={frame} head={head} kind="list">
      <header class="list-head">
        <h1>{words.search.title}</h1>
      </header>
      <SearchForm action={frame.search} query={query} words={words} />
      {total === undefined && <p class="hint">{words.search.hint}</p>}
      {total === 0 && (
        <Notice>
          <p>{words.search.nothing(query)}</p>
          <p>{words.search.nothingHint}</p>
        </Notice>
      )}
      {total !== undefined && total > 0 && (
        <section aria-labelledby="results">
          <h2 class="results-name" id="results">
            {words.search.found(total)}
          </h2>
          <River cards={results} level={3} words={words} language={language} />
        </section>
      )}
      <Paging paging={paging} words={words} />
    </Layout>
  );
};
