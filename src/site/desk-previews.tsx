/** How public pages will look once something takes hold; for the desk alone, kept by nobody. */
import type { Arrangement } from "#agency/front/front.ts";
import { frontAt } from "#agency/front/queries.ts";
import { addressOfPage, type PageDraft } from "#agency/pages/pages.ts";
import { type Agency, agencyFrom } from "#agency/settings/queries.ts";
import type { Visit } from "#lib/routes.ts";
import { type Db, reading, supposing } from "#store/db.ts";
import { agencySheet } from "./agency-sheet.ts";
import { frontArranged, printFront } from "./front.tsx";
import { printSection, printTopic } from "./lists.tsx";
import { logoOf } from "./logo.ts";
import { printPerson } from "./people.tsx";
import { standingPageOf } from "./standing-page.tsx";
import { type EditionVisit, enter, type Printed, type PrintPage, response, type SiteWorld } from "./visit.ts";

const PLACES: Readonly<Record<PlacePart, { readonly step: string; readonly print: PrintPage }>> = {
  sections: { step: "section", print: printSection },
  topics: { step: "topic", print: printTopic },
  people: { step: "person", print: printPerson },
};

type PlacePart = "sections" | "topics" | "people";

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

    /** The page of a section, a topic or a person once `change` is kept, else why it cannot be. */
    place<Refused>(
      request: Request,
      { editionCode, part, slug, change }: OfEdition<{ part: PlacePart; slug: string; change: Change<Refused> }>,
    ) {
      const { step, print } = PLACES[part];
      return supposed(world, change, (db) =>
        printedAt(db, world, { request, path: `/${editionCode}/${part}/${slug}`, steps: { [step]: slug } }, print),
      );
    },

    /** The front page once `change` is kept, else why it cannot be. */
    frontAfter<Refused>(request: Request, { editionCode, change }: OfEdition<{ change: Change<Refused> }>) {
      const front = { request, path: `/${editionCode}/`, steps: {} };
      return supposed(world, change, (db) => printedAt(db, world, front, printFront));
    },

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

/** Keeps something; answers why not where it does not. */
type Change<Refused> = (db: Db) => Promise<Refused | undefined>;

function supposed<Refused>(
  { db }: SiteWorld,
  change: Change<Refused>,
  print: (db: Db) => Promise<Response>,
): Promise<Response | Refused> {
  return supposing(db, async (db) => (await change(db)) ?? print(db));
}

function previewed(
  world: SiteWorld,
  request: Request,
  path: string,
  print: (visit: EditionVisit) => Promise<Printed>,
): Promise<Response> {
  return reading(world.db, (db) => printedAt(db, world, { request, path, steps: {} }, print));
}

async function printedAt(
  db: Db,
  world: SiteWorld,
  { request, path, steps }: Pick<Visit, "request" | "path" | "steps">,
  print: PrintPage,
): Promise<Response> {
  const [, editionCode] = path.split("/");
  const { visit } = await enter(db, world, { request, path, steps, query: {} }, editionCode);
  return response(visit, await print(visit));
}
