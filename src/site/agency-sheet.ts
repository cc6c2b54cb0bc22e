/** The agency's own colours as a style sheet, laid over the paper's. */

import { USUAL_ACCENTS } from "#agency/settings/colours.ts";
import { type Agency, agency } from "#agency/settings/queries.ts";
import { type Asset, assetOf } from "#lib/assets.ts";
import type { Db } from "#store/db.ts";

/** Nothing for an agency that has chosen none. */
export function agencySheet({ light, dark }: Agency["accents"]): Asset | undefined {
  if (light === undefined && dark === undefined) return undefined;
  return assetOf("agency", "css", Buffer.from(sheetOf({ light, dark })));
}

/** The sheet of that address, as long as its colours are the agency's. */
export async function agencySheetAt(db: Db, address: string): Promise<Asset | undefined> {
  const sheet = agencySheet((await agency(db)).accents);
  return sheet?.address === address ? sheet : undefined;
}

function sheetOf({ light, dark }: { light: string | undefined; dark: string | undefined }): string {
  const day = light === undefined ? "" : `:root{--accent:${light}}`;
  const night = dark === undefined ? "" : `@media (prefers-color-scheme:dark){:root{--accent:${dark}}}`;
  // The paper's own accent of the dark is named again, else that of the day would stand in it.
  return day + (night || `@media (prefers-color-scheme:dark){:root{--accent:${USUAL_ACCENTS.dark}}}`);
}
