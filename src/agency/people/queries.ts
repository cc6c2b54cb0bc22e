import type { Db } from "#store/db.ts";

export type PersonOnStaff = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly office: string;
  readonly about: string;
};

/** The people an edition names on its pages, by name. */
export async function peopleOf(db: Db, editionId: string): Promise<PersonOnStaff[]> {
  return db
    .selectFrom("person")
    .select(["id", "slug", "name", "office", "about"])
    .where("edition_id", "=", editionId)
    .orderBy("name")
    .orderBy("id")
    .execute();
}

export async function personBySlug(db: Db, editionId: string, slug: string): Promise<PersonOnStaff | undefined> {
  return db
    .selectFrom("person")
    .select(["id", "slug", "name", "office", "about"])
    .where("edition_id", "=", editionId)
    .where("slug", "=", slug)
    .executeTakeFirst();
}
