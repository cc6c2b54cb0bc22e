/** What stands where nothing is, and what stands when printing broke. */
import { newestArticles } from "#agency/articles/queries.ts";
import { directionOf } from "#lib/direction.ts";
import { wholePage } from "#lib/html.ts";
import { cardsFor } from "./cards.ts";
import { frameFor } from "./frame.ts";
import { houseAt } from "./houses.ts";
import { BrokenPage } from "./views/broken.tsx";
import { MovingPage } from "./views/moving.tsx";
import { NotFoundPage } from "./views/not-found.tsx";
import type { PrintPage, SiteWorld } from "./visit.ts";

export const LATEST_CARDS = 6;

export const printNotFound: PrintPage = async (visit) => {
  const { db, edition, words } = visit;
  const latest = await newestArticles(db, edition.id, { limit: LATEST_CARDS });
  const { title, sentence } = words.notFound;
  return {
    status: 404,
    html: (
      <NotFoundPage
        frame={await frameFor(visit)}
        head={{ title, description: sentence, indexed: false }}
        latest={(await cardsFor(visit))(latest)}
      />
    ),
    topics: [`front:${edition.code}`],
  };
};

/** Needs no store: for some seconds it takes nothing. What a form held is in the page, to be sent once more. */
export function movingPage(
  { db, assets }: SiteWorld,
  { url, method }: Request,
  sent: readonly (readonly [name: string, value: string])[],
): Response {
  const { pathname, search } = new URL(url);
  const { agency, language, home } = houseAt(db, pathname);
  const values = { agency, language, direction: directionOf(language), home, assets };
  const again = { method, address: pathname + search, sent };
  return new Response(wholePage(`${<MovingPage {...values} {...again} />}`), {
    status: 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-language": language,
      "cache-control": "no-store",
      "retry-after": String(AGAIN_AFTER_S),
    },
  });
}

// A move is over in seconds.
const AGAIN_AFTER_S = 5;

/** Needs no store: it is what stands when the store does not answer. */
export function brokenPage({ db, assets }: SiteWorld, { url }: Request, reference: string): Response {
  const { agency, language, home } = houseAt(db, new URL(url).pathname);
  const direction = directionOf(language);
  const values = { agency, language, direction, home, assets, reference };
  return new Response(wholePage(`${<BrokenPage {...values} />}`), {
    status: 500,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-language": language,
      "cache-control": "no-store",
    },
  });
}
