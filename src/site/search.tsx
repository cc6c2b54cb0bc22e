import { articlesAmong } from "#agency/articles/queries.ts";
import { searchArticles } from "#agency/search/queries.ts";
import { CARDS_A_LEAF, cardsFor, leafOf, placeFrom } from "./cards.ts";
import { frameFor, headFor, samePageElsewhere } from "./frame.ts";
import { SearchPage } from "./views/search.tsx";
import type { PrintPage } from "./visit.ts";

// Longer than any question a reader asks; the rest is cut, not refused.
const LONGEST_QUERY = 200;
// Nobody reads on so far; a word that is in more stories needs a second word.
const MOST_COUNTED = 1_000;

export const printSearch: PrintPage = async (visit) => {
  const { db, edition, words } = visit;
  const query = (visit.query["q"] ?? "").trim().slice(0, LONGEST_QUERY);
  const found = await searchArticles(db, edition, query, { limit: MOST_COUNTED });
  const before = placeFrom(visit.query["before"]);
  const from = before ? found.findIndex(({ articleId }) => articleId === before.id) + 1 : 0;
  const ids = found.slice(from, from + CARDS_A_LEAF + 1).map(({ articleId }) => articleId);
  const { cards, paging } = leafOf(visit, await articlesAmong(db, edition.id, ids));
  return {
    html: (
      <SearchPage
        frame={await frameFor(visit, { elsewhere: samePageElsewhere(visit) })}
        head={headFor(visit, { title: words.search.title, description: words.search.title, indexed: false })}
        query={query}
        {...(query !== "" && { total: found.length })}
        results={(await cardsFor(visit, "excerpt"))(cards)}
        paging={paging}
      />
    ),
    topics: [`search:${edition.code}`, `front:${edition.code}`],
  };
};
