/** A front page before it takes hold, for the desk alone. */
import type { Arrangement } from "#agency/front/front.ts";
import { frontAt } from "#agency/front/queries.ts";
import { reading } from "#store/db.ts";
import { frontArranged } from "./front.tsx";
import { enter, response, type SiteWorld } from "./visit.ts";

/** The front page of an edition as `arrangement` would make it now; kept by nobody. */
export async function frontPreview(
  world: SiteWorld,
  request: Request,
  { editionCode, arrangement }: { editionCode: string; arrangement: Arrangement },
): Promise<Response> {
  return reading(world.db, async (db) => {
    const path = `/${editionCode}/`;
    const { visit } = await enter(db, world, { request, path, steps: {}, query: {} }, editionCode);
    const { banner } = await frontAt(db, visit.edition.id, visit.at);
    return response(visit, { html: await frontArranged(visit, arrangement, banner), topics: [] });
  });
}
