import type { Edition } from "#agency/editions/editions.ts";
import type { Db } from "#store/db.ts";
import { type Found, matchingArticles } from "#store/search.ts";
import { stemsOf } from "./search.ts";

// A reader's question has a handful of words; a pasted paragraph asks for its first ones.
const MOST_STEMS = 12;

/** Published articles that hold every word of the query in any of its forms, newest first; none for a query without words. */
export async function searchArticles(
  db: Db,
  edition: Edition,
  query: string,
  { limit }: { limit: number },
): Promise<Found[]> {
  const stems = [...new Set(await stemsOf(query, edition.language))].slice(0, MOST_STEMS);
  if (stems.length === 0) return [];
  return matchingArticles(db, {
    editionId: edition.id,
    stems,
    limit,
  });
}
