import { articlesAmong } from "#agency/articles/queries.ts";
import { searchArticles } from "#agency/search/queries.ts";
import { CARDS_A_LEAF, cardsFor, leafOf, placeFrom } from "./cards.ts";
import { frameFor, headFor } from "./frame.ts";
import { SearchPage } from "./views/search.tsx";
import type { PrintPage } from "./visit.ts";

// Longer than any question a reader asks; the rest is cut, not refused.
const LONGEST_QUERY = 200;

export const printSearch: PrintPage = async (visit) => {
  const { db, edition, words } = visit;
  const query = (visit.query["q"] ?? "").trim().slice(0, LONGEST_QUERY);
  const found = await searchArticles(db, edition, query, {
    limit: CARDS_A_LEAF + 1,
    before: placeFrom(visit.query["before"]),
  });
  const articles = await articlesAmong(
    db,
    edition.id,
    found.map(({ articleId }) => articleId),
  );
  const { cards, paging } = leafOf(visit, articles);
  return {
    html: (
      <SearchPage
        frame={await frameFor(visit)}
        head={headFor(visit, { title: words.search.title, description: words.search.title, indexed: false })}
        query={query}
        results={(await cardsFor(visit))(cards).map((card) => ({ ...card, excerpt: [] }))}
        paging={paging}
      />
    ),
    topics: [`search:${edition.code}`, `front:${edition.code}`],
  };
};
