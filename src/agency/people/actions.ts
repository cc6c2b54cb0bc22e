import { newId } from "#lib/ids.ts";
import { type Db, together } from "#store/db.ts";
import { bump } from "#store/topics.ts";

export type PersonToKeep = {
  readonly edition: { readonly id: string; readonly code: string };
  readonly slug: string;
  readonly name: string;
  readonly office: string;
  readonly about: string;
  readonly at: Date;
};

/** Adds a person to an edition's staff, or changes what it says of them. */
export async function keepPerson(db: Db, { edition, slug, name, office, about, at }: PersonToKeep): Promise<string> {
  return together(db, async (db) => {
    const { id } = await db
      .insertInto("person")
      .values({ id: newId(at), edition_id: edition.id, slug, name, office, about })
      .onConflict((conflict) => conflict.columns(["edition_id", "slug"]).doUpdateSet({ name, office, about }))
      .returning("id")
      .executeTakeFirstOrThrow();
    await bump(db, [`people:${edition.code}`]);
    return id;
  });
}
