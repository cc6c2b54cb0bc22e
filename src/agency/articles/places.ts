/**
 * Where a published story is listed: its section, its topics, the people in its byline. What it leaves is remembered, for
 * whoever reads a feed of it there is to hear what becomes of it.
 */
import type { Db } from "#store/db.ts";
import type { FormerPlaceRow } from "#store/schema.ts";

export type ListedPlace = Pick<FormerPlaceRow, "kind" | "thing_id">;

/** All of them, whether the story is out or was taken back; the byline is that of what readers saw last. */
export async function placesOf(db: Db, articleId: string): Promise<readonly ListedPlace[]> {
  const article = await db
    .selectFrom("article")
    .select(["section_id", "published_revision_id"])
    .where("id", "=", articleId)
    .executeTakeFirst();
  if (!article) return [];
  const topics = await db.selectFrom("article_topic").select("topic_id").where("article_id", "=", articleId).execute();
  const people = await db
    .selectFrom("byline")
    .select("person_id")
    .where("revision_id", "=", article.published_revision_id)
    .execute();
  return [
    ...(article.section_id === null ? [] : [{ kind: "section" as const, thing_id: article.section_id }]),
    ...topics.map(({ topic_id }) => ({ kind: "topic" as const, thing_id: topic_id })),
    ...people.map(({ person_id }) => ({ kind: "person" as const, thing_id: person_id })),
  ];
}

/** Part of the action that changes them; `before` is what `placesOf` answered before it. A place it comes back to is no former one. */
export async function notePlacesLeft(
  db: Db,
  { articleId, before, at }: { readonly articleId: string; readonly before: readonly ListedPlace[]; readonly at: Date },
): Promise<void> {
  const now = await placesOf(db, articleId);
  const isAmong = (places: readonly ListedPlace[], one: ListedPlace) =>
    places.some(({ kind, thing_id }) => kind === one.kind && thing_id === one.thing_id);
  const left = before.filter((place) => !isAmong(now, place));
  for (const { kind, thing_id } of now.filter((place) => !isAmong(before, place)))
    await db
      .deleteFrom("former_place")
      .where("article_id", "=", articleId)
      .where("kind", "=", kind)
      .where("thing_id", "=", thing_id)
      .execute();
  if (left.length === 0) return;
  await db
    .insertInto("former_place")
    .values(left.map((place) => ({ ...place, article_id: articleId, left_at: at.toISOString(), told_at: null })))
    .onConflict((known) =>
      known.columns(["article_id", "kind", "thing_id"]).doUpdateSet({ left_at: at.toISOString(), told_at: null }),
    )
    .execute();
}
