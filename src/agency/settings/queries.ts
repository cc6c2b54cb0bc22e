import type { Db } from "#store/db.ts";
import { keptStatement, type ValueOf } from "#store/kept.ts";
import { isColour, LIGHTS, type Light } from "./colours.ts";

/** What the agency says of itself; a name it has not set is Dateline's. */
export type Agency = {
  readonly name: string;
  /** A line below its name; empty when there is none. */
  readonly motto: string;
  /** A picture of the library that stands before its name. */
  readonly logo: string | null;
  /** Where readers write to: `mailto:` or a page. */
  readonly contact: string | null;
  /** What the law asks an imprint to say; empty where nothing was set. */
  readonly legal: Readonly<Record<LegalFact, string>>;
  /** The accents it has chosen itself. */
  readonly accents: Readonly<Partial<Record<Light, string>>>;
};

export const LEGAL_FACTS = ["legal-name", "address", "responsible", "registration"] as const;

export type LegalFact = (typeof LEGAL_FACTS)[number];

/** The agency as an edition calls it: by its name in that edition, else by its one name. */
export async function agency(db: Db, editionCode?: string): Promise<Agency> {
  return agencyFrom(await settingsOf(db, "agency"), editionCode);
}

/** What was set of one part of the house, by the whole key. */
export async function settingsOf(db: Db, part: string): Promise<Readonly<Record<string, string>>> {
  const rows = await settingsLike(db, { pattern: `${part}.%` });
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
}

const settingsLike = keptStatement((db, value: ValueOf<{ pattern: string }>) =>
  db.selectFrom("setting").select(["key", "value"]).where("key", "like", value("pattern")).orderBy("key"),
);

/** The agency as its settings would make it. What is set empty is as if it were not set. */
export function agencyFrom(set: Readonly<Record<string, string>>, editionCode?: string): Agency {
  const said = (key: string) => set[`agency.${key}`] || undefined;
  // It becomes part of a style sheet, so nothing but a colour is one.
  const [light, dark] = LIGHTS.map((one) => said(`accent.${one}`)).map((accent) =>
    accent !== undefined && isColour(accent) ? accent : undefined,
  );
  return {
    name: said(`name.${editionCode}`) ?? said("name") ?? "Dateline",
    motto: said(`motto.${editionCode}`) ?? said("motto") ?? "",
    logo: said("logo") ?? null,
    contact: said("contact") ?? null,
    legal: {
      "legal-name": said("legal-name") ?? "",
      address: said("address") ?? "",
      responsible: said("responsible") ?? "",
      registration: said("registration") ?? "",
    },
    accents: { ...(light !== undefined && { light }), ...(dark !== undefined && { dark }) },
  };
}
