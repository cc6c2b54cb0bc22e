import type { Selectable } from "kysely";
import { readPolicy } from "#agency/labels/policy.ts";
import type { Db } from "#store/db.ts";
import type { EditionRow } from "#store/schema.ts";
import { DATELINE_STYLES } from "#text/typography/dates.ts";
import type { Edition } from "./editions.ts";

/** All editions in the order of the menus; the first is the default one. */
export async function editions(db: Db): Promise<Edition[]> {
  const rows = await db.selectFrom("edition").selectAll().orderBy("position").orderBy("code").execute();
  return rows.map(editionFrom);
}

export async function editionByCode(db: Db, code: string): Promise<Edition | undefined> {
  const row = await db.selectFrom("edition").selectAll().where("code", "=", code).executeTakeFirst();
  return row && editionFrom(row);
}

export type NamedPlace = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
};

/** The sections of an edition in the order of its menu. */
export async function sectionsOf(db: Db, editionId: string): Promise<NamedPlace[]> {
  const rows = await db
    .selectFrom("section")
    .select(["id", "slug", "name"])
    .where("edition_id", "=", editionId)
    .orderBy("position")
    .orderBy("slug")
    .execute();
  return rows.map((row) => ({ ...row, description: "" }));
}

/** The topics of an edition, by name. */
export async function topicsOf(db: Db, editionId: string): Promise<NamedPlace[]> {
  return db
    .selectFrom("topic")
    .select(["id", "slug", "name", "description"])
    .where("edition_id", "=", editionId)
    .orderBy("name")
    .orderBy("id")
    .execute();
}

export async function topicBySlug(db: Db, editionId: string, slug: string): Promise<NamedPlace | undefined> {
  return db
    .selectFrom("topic")
    .select(["id", "slug", "name", "description"])
    .where("edition_id", "=", editionId)
    .where("slug", "=", slug)
    .executeTakeFirst();
}

function editionFrom(row: Selectable<EditionRow>): Edition {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    language: row.language,
    timeZone: row.time_zone,
    dateOrder: row.date_order === "month-first" ? "month-first" : "day-first",
    datelineStyle: DATELINE_STYLES.find((style) => style === row.dateline_style) ?? "place-date",
    jurisdictions: JSON.parse(row.jurisdictions),
    labelPolicy: readPolicy(JSON.parse(row.label_policy)),
    labelsAsOf: row.labels_as_of,
  };
}
