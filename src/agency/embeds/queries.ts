import type { Db } from "#store/db.ts";
import { type EmbedSite, MOST_SITES } from "./embeds.ts";

/** In the order of their hosts. */
export async function embedSites(db: Db): Promise<EmbedSite[]> {
  const rows = await db.selectFrom("embed_site").select(COLUMNS).orderBy("host").limit(MOST_SITES).execute();
  return rows.map(siteFromRow);
}

export async function embedSite(db: Db, host: string): Promise<EmbedSite | undefined> {
  const row = await db.selectFrom("embed_site").select(COLUMNS).where("host", "=", host).executeTakeFirst();
  return row && siteFromRow(row);
}

/** Whether a site of that name may show the replies of an edition. */
export async function isCarrier(db: Db, { host, edition }: { host: string; edition: string }): Promise<boolean> {
  const row = await db
    .selectFrom("embed_site")
    .leftJoin("edition", "edition.id", "embed_site.edition_id")
    .select(["embed_site.edition_id", "edition.code"])
    .where("embed_site.host", "=", host)
    .executeTakeFirst();
  return row !== undefined && (row.edition_id === null || row.code === edition);
}

const COLUMNS = ["host", "origin", "edition_id"] as const;

type Row = { readonly host: string; readonly origin: string; readonly edition_id: string | null };

function siteFromRow({ host, origin, edition_id }: Row): EmbedSite {
  return { host, origin, editionId: edition_id };
}
