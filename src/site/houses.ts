/** What the house of each edition was called when it was last asked: what stands above a page when the store does not answer. */
import type { Db } from "#store/db.ts";

export type House = { readonly agency: string; readonly language: string; readonly home: string };

const houses = new WeakMap<Db, Map<string, House>>();
// Its own words need a name, and no store has been asked for one.
const NAMELESS: House = { agency: "Dateline", language: "en", home: "/" };

export function rememberHouse(
  db: Db,
  code: string,
  { isFirst, ...house }: House & { readonly isFirst: boolean },
): void {
  const known = houses.get(db) ?? new Map();
  houses.set(db, known);
  known.set(code, house);
  if (isFirst) known.set("", { ...house, home: "/" });
}

/** The house of the edition that `path` begins with, else that of the first. */
export function houseAt(db: Db, path: string): House {
  const known = houses.get(db);
  return known?.get(path.split("/")[1] ?? "") ?? known?.get("") ?? NAMELESS;
}
