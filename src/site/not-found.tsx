/** What stands where nothing is, and what stands when printing broke. */
import { newestArticles } from "#agency/articles/queries.ts";
import { wholePage } from "#lib/html.ts";
import { cardsFor } from "./cards.ts";
import { frameFor } from "./frame.ts";
import { BrokenPage } from "./views/broken.tsx";
import { NotFoundPage } from "./views/not-found.tsx";
import type { AssetAddresses } from "./views/values.ts";
import type { PrintPage } from "./visit.ts";

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

/** Needs no store: it is what stands when the store does not answer. */
export function brokenPage({ assets, reference }: { assets: AssetAddresses; reference: string }): Response {
  const html = (
    <BrokenPage agency="Dateline" language="en" direction="ltr" home="/" assets={assets} reference={reference} />
  );
  return new Response(wholePage(`${html}`), {
    status: 500,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
  });
}
