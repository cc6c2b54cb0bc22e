/** The agency's logo: a picture of its library, served in the widths its sizes were made in. */
import { picturesAmong } from "#agency/media/queries.ts";
import type { Agency } from "#agency/settings/queries.ts";
import type { Db } from "#store/db.ts";
import { servedAs } from "./cards.ts";
import type { Picture } from "./views/values.ts";

/** Nothing where none was chosen, or the picture is no longer kept. Its name stands beside it, so it says nothing itself. */
export async function logoOf(db: Db, { logo }: Agency): Promise<Picture | undefined> {
  if (logo === null) return undefined;
  const kept = (await picturesAmong(db, [logo])).get(logo);
  return kept && { ...servedAs(kept), alt: "" };
}
