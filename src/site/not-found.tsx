/** What stands where nothing is, and what stands when printing broke. */
import { formerAddress, formerPath } from "#agency/articles/moved.ts";
import { newestArticles } from "#agency/articles/queries.ts";
import { directionOf } from "#lib/direction.ts";
import type { Sent } from "#lib/form.ts";
import { wholePage } from "#lib/html.ts";
import type { Visit } from "#lib/routes.ts";
import type { Db } from "#store/db.ts";
import { cardsFor } from "./cards.ts";
import { frameFor } from "./frame.ts";
import { houseAt } from "./houses.ts";
import { BrokenPage } from "./views/broken.tsx";
import { NotFoundPage } from "./views/not-found.tsx";
import { WaitingPage } from "./views/waiting.tsx";
import type { Elsewhere, PrintPage, SiteWorld } from "./visit.ts";

export const LATEST_CARDS = 6;

/** An address readers knew on an old site leads to where what stood there is now. */
export const printNotFound: PrintPage = async (visit) => {
  const { db, edition, words } = visit;
  const former = await formerAddressOf(db, visit);
  if (former) return former;
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

async function formerAddressOf(db: Db, { request, path }: Visit): Promise<Elsewhere | undefined> {
  const { search } = new URL(request.url);
  const asked = [formerPath(path + search), formerPath(path)].flatMap((one) =>
    one === undefined ? [] : decodings(one),
  );
  for (const address of new Set(asked)) {
    const former = await formerAddress(db, address);
    if (former)
      return { movedTo: former.leadsTo, topics: former.articleId === null ? [] : [`article:${former.articleId}`] };
  }
  return undefined;
}

/** Old programs wrote letters of other scripts in small figures, browsers in large ones. */
function decodings(address: string): readonly string[] {
  return [
    address,
    address.replaceAll(/%[\dA-F]{2}/gi, (code) => code.toLowerCase()),
    address.replaceAll(/%[\dA-F]{2}/gi, (code) => code.toUpperCase()),
  ];
}

/** Needs no store: for some seconds it takes nothing, or does not answer. What a form held is in the page, to be sent once more. */
export function waitingPage(
  { db, assets }: SiteWorld,
  { url, method }: Request,
  why: "moving" | "away",
  sent: Sent | undefined,
): Response {
  const { pathname, search } = new URL(url);
  const { agency, language, home } = houseAt(db, pathname);
  const values = { agency, language, direction: directionOf(language), home, assets };
  const again = { why, method, address: pathname + search, sent };
  return new Response(wholePage(`${<WaitingPage {...values} {...again} />}`), {
    status: 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-language": language,
      "cache-control": "no-store",
      "retry-after": String(AGAIN_AFTER_S),
    },
  });
}

// A move is over in seconds, and so is the restart of a database.
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
