import { sql } from "kysely";
import type { Db } from "#store/db.ts";

export type PersonOnStaff = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly office: string;
  readonly about: string;
};

/** The people an edition names on its pages, in the order they were given, among equals by name. */
export async function peopleOf(db: Db, editionId: string): Promise<PersonOnStaff[]> {
  return db
    .selectFrom("person")
    .select(["id", "slug", "name", "office", "about"])
    .where("edition_id", "=", editionId)
    .orderBy("position")
    .orderBy("name")
    .orderBy("id")
    .execute();
}

/** How many stories name each person as an author in any of their texts, by the person's id; who has none is left out. */
export async function storiesOfPeople(db: Db, editionId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; stories: number }>`
    select byline.person_id as id,
           cast(count(distinct revision.article_id) as integer) as stories
      from byline
      join revision on revision.id = byline.revision_id
      join person on person.id = byline.person_id
     where person.edition_id = ${editionId}
     group by byline.person_id`.execute(db);
  return new Map(rows.map(({ id, stories }) => [id, stories]));
}

export async function personBySlug(db: Db, editionId: string, slug: string): Promise<PersonOnStaff | undefined> {
  return db
    .selectFrom("person")
    .select(["id", "slug", "name", "office", "about"])
    .where("edition_id", "=", editionId)
    .where("slug", "=", slug)
    .executeTakeFirst();
}
