import type { Db } from "#store/db.ts";

/** What the agency says of itself; a name it has not set is Dateline's. */
export type Agency = { readonly name: string; readonly contact: string | null };

/** The agency as an edition calls it: by its name in that edition, else by its one name. */
export async function agency(db: Db, editionCode?: string): Promise<Agency> {
  const rows = await db.selectFrom("setting").select(["key", "value"]).where("key", "like", "agency.%").execute();
  const said = new Map(rows.map(({ key, value }) => [key, value]));
  const name = said.get(`agency.name.${editionCode}`) ?? said.get("agency.name") ?? "Dateline";
  return { name, contact: said.get("agency.contact") ?? null };
}
