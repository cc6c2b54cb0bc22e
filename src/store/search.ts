/** Which articles hold all the stems asked for. Making stems of words is the trade's; how they are looked up, the engine's. */
import { type Db, engineOf, type Found, type SearchFor } from "./db.ts";

export type { Found, SearchFor };

/**
 * Newest first; `before` takes the last of one page and gives the next. Articles of the very same instant stand in
 * an order of the engine's own that does not change. Without stems, or with one that is not a word, there is nothing to find.
 */
export async function matchingArticles(db: Db, wanted: SearchFor): Promise<Found[]> {
  if (wanted.stems.length === 0 || !wanted.stems.every(isWord)) return [];
  return engineOf(db).matchingArticles(db, wanted);
}

function isWord(stem: string): boolean {
  return /^[\p{L}\p{N}\p{M}]+$/u.test(stem);
}
