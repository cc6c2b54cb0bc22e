import { type Selectable, sql } from "kysely";
import { readPolicy } from "#agency/labels/policy.ts";
import type { Db } from "#store/db.ts";
import { keptStatement, type ValueOf } from "#store/kept.ts";
import type { EditionRow } from "#store/schema.ts";
import { DATELINE_STYLES } from "#text/typography/dates.ts";
import type { Edition } from "./editions.ts";

/** All editions in the order of the menus; the first is the default one. */
export async function editions(db: Db): Promise<Edition[]> {
  return (await allEditions(db, {})).map(editionFrom);
}

const allEditions = keptStatement((db) => db.selectFrom("edition").selectAll().orderBy("position").orderBy("code"));

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
  return (await sectionsIn(db, { editionId })).map((row) => ({ ...row, description: "" }));
}

const sectionsIn = keptStatement((db, value: ValueOf<{ editionId: string }>) =>
  db
    .selectFrom("section")
    .select(["id", "slug", "name"])
    .where("edition_id", "=", value("editionId"))
    .orderBy("position")
    .orderBy("slug"),
);

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

/** How many articles stand in each section or on each topic, by its id; what holds none is left out. */
export async function placesInUse(
  db: Db,
  editionId: string,
  kind: "section" | "topic",
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await (kind === "section"
    ? sql<{ id: string; articles: number }>`
        select article.section_id as id, cast(count(*) as integer) as articles
          from article
          join section on section.id = article.section_id
         where section.edition_id = ${editionId}
         group by article.section_id`
    : sql<{ id: string; articles: number }>`
        select article_topic.topic_id as id, cast(count(*) as integer) as articles
          from article_topic
          join topic on topic.id = article_topic.topic_id
         where topic.edition_id = ${editionId}
         group by article_topic.topic_id`
  ).execute(db);
  return new Map(rows.map(({ id, articles }) => [id, articles]));
}

/** The slug of the topic that another one with this slug went into. */
export async function topicNow(db: Db, editionId: string, slug: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("topic_redirect")
    .innerJoin("topic", "topic.id", "topic_redirect.topic_id")
    .select("topic.slug")
    .where("topic_redirect.edition_id", "=", editionId)
    .where("topic_redirect.slug", "=", slug)
    .executeTakeFirst();
  return row?.slug;
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
