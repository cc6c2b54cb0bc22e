/** There is no page here, or not any more; what there is instead. */
import { wordsFor } from "../words/words.ts";
import { Card } from "./card.tsx";
import { Layout } from "./layout.tsx";
import { SearchForm } from "./search-form.tsx";
import type { NotFoundPageValues } from "./values.ts";

export const NotFoundPage = ({ frame, head, latest, gone }: NotFoundPageValues) => {
  const { language } = frame.edition;
  const { words } = wordsFor(language);
  return (
    <Layout frame={frame} head={head} kind="lost">
      <header class="list-head">
        <p class="kicker">{gone ? "410" : "404"}</p>
        <h1>{(gone ?? words.notFound).title}</h1>
        <p class="introduction">{(gone ?? words.notFound).sentence}</p>
        {gone?.note !== undefined && (
          <p class="introduction" dir="auto">
            {gone.note}
          </p>
        )}
        <p>
          <a class="onward" href={frame.edition.href}>
            {words.notFound.onward}
          </a>
        </p>
      </header>
      <SearchForm action={frame.search} words={words} />
      {latest.length > 0 && (
        <section class="block" aria-labelledby="latest">
          <h2 class="block-name" id="latest">
            {words.latest}
          </h2>
          <div class="more-grid">
            {latest.map((card) => (
              <Card card={card} rank="plain" level={3} words={words} language={language} />
            ))}
          </div>
        </section>
      )}
    </Layout>
  );
};
