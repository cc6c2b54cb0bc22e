/** Sections and topics of an edition: added by their slug, or given a new name. */
import { newId } from "#lib/ids.ts";
import { type Db, together } from "#store/db.ts";
import { bump } from "#store/topics.ts";

export async function keepSection(
  db: Db,
  {
    editionId,
    slug,
    name,
    position,
    at,
  }: { editionId: string; slug: string; name: string; position: number; at: Date },
): Promise<string> {
  return together(db, async (db) => {
    const { id } = await db
      .insertInto("section")
      .values({ id: newId(at), edition_id: editionId, slug, name, position })
      .onConflict((conflict) => conflict.columns(["edition_id", "slug"]).doUpdateSet({ name, position }))
      .returning("id")
      .executeTakeFirstOrThrow();
    await bump(db, ["editions"]);
    return id;
  });
}

export async function keepTopic(
  db: Db,
  {
    editionId,
    slug,
    name,
    description,
    at,
  }: { editionId: string; slug: string; name: string; description: string; at: Date },
): Promise<string> {
  return together(db, async (db) => {
    const { id } = await db
      .insertInto("topic")
      .values({ id: newId(at), edition_id: editionId, slug, name, description })
      .onConflict((conflict) => conflict.columns(["edition_id", "slug"]).doUpdateSet({ name, description }))
      .returning("id")
      .executeTakeFirstOrThrow();
    await bump(db, ["editions"]);
    return id;
  });
}
