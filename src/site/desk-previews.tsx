/** How public pages will look once something takes hold; for the desk alone, kept by nobody. */
import type { Arrangement } from "#agency/front/front.ts";
import { frontAt } from "#agency/front/queries.ts";
import { addressOfPage, type PageDraft } from "#agency/pages/pages.ts";
import { type Agency, agencyFrom } from "#agency/settings/queries.ts";
import { reading } from "#store/db.ts";
import { agencySheet } from "./agency-sheet.ts";
import { frontArranged } from "./front.tsx";
import { logoOf } from "./logo.ts";
import { standingPageOf } from "./standing-page.tsx";
import { type EditionVisit, enter, type Printed, response, type SiteWorld } from "./visit.ts";

type OfEdition<Draft> = { readonly editionCode: string } & Draft;

export function previewsOf(world: SiteWorld) {
  return {
    /** The front page as `arrangement` would make it now. */
    front: (request: Request, { editionCode, arrangement }: OfEdition<{ arrangement: Arrangement }>) =>
      previewed(world, request, `/${editionCode}/`, async (visit) => {
        const { banner } = await frontAt(visit.db, visit.edition.id, visit.at);
        return { html: await frontArranged(visit, arrangement, banner), topics: [] };
      }),

    /** A standing page with a text that is not kept yet. */
    page: (request: Request, { editionCode, draft }: OfEdition<{ draft: PageDraft }>) =>
      previewed(world, request, addressOfPage(editionCode, draft.slug), (visit) =>
        standingPageOf(visit, draft, visit.at),
      ),

    /** The colours an agency would have, as a style sheet. */
    colours: (accents: Agency["accents"]) => {
      const sheet = agencySheet(accents);
      return new Response(new Uint8Array(sheet?.bytes ?? []), {
        headers: { "content-type": "text/css; charset=utf-8" },
      });
    },

    /** The front page of an agency that has set what is in `set`, in the colours of the sheet at `styles`. */
    agency: (
      request: Request,
      { editionCode, set, styles }: OfEdition<{ set: Readonly<Record<string, string>>; styles: string }>,
    ) =>
      previewed(world, request, `/${editionCode}/`, async (visit) => {
        const { arrangement, banner } = await frontAt(visit.db, visit.edition.id, visit.at);
        const agency = agencyFrom(set, editionCode);
        return {
          html: await frontArranged(
            { ...visit, agency, logo: await logoOf(visit.db, agency), agencyStyles: styles },
            arrangement,
            banner,
          ),
          topics: [],
        };
      }),
  };
}

function previewed(
  world: SiteWorld,
  request: Request,
  path: string,
  print: (visit: EditionVisit) => Promise<Printed>,
): Promise<Response> {
  const [, editionCode] = path.split("/");
  return reading(world.db, async (db) => {
    const { visit } = await enter(db, world, { request, path, steps: {}, query: {} }, editionCode);
    return response(visit, await print(visit));
  });
}
