/**
 * Sections and topics of an edition: added, renamed, put in order, and removed when nothing stands in them. A topic
 * may go into another one; whoever knows its old address is led on.
 */
import { changesBetween, lastHand, markOf } from "#agency/settings/meanwhile.ts";
import { newId } from "#lib/ids.ts";
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { bump } from "#store/topics.ts";
import type { Edition } from "./editions.ts";
import { moved } from "./order.ts";
import { type NamedPlace, placesInUse, sectionsOf, topicNow, topicsOf } from "./queries.ts";

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

export type PlaceKind = "section" | "topic";

/** `slug` tells them apart and is never changed; a section has no description. */
export type PlaceLine = { readonly slug: string; readonly name: string; readonly description: string };

export type PlaceRefusal = "no-name" | "long-name" | "bad-slug" | "taken-slug";

const LONGEST_PLACE = 80;
const LONGEST_DESCRIPTION = 500;

type Hand = { readonly edition: Edition; readonly kind: PlaceKind; readonly by: string; readonly at: Date };

/** Why a name or an address cannot be kept. */
function placeRefusal({ slug, name, description }: PlaceLine): PlaceRefusal | undefined {
  if (name === "") return "no-name";
  if (name.length > LONGEST_PLACE || description.length > LONGEST_DESCRIPTION) return "long-name";
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length <= LONGEST_PLACE ? undefined : "bad-slug";
}

type PlaceToChange = Hand & {
  readonly line: PlaceLine;
  /** The mark of what the form began from; `null` for a place that is new. */
  readonly from: string | null;
};

/** Adds a section or a topic, or gives one another name. */
export async function changePlace(
  db: Db,
  { edition, kind, line, from, by, at }: PlaceToChange,
): Promise<{ readonly changedBy: string } | { readonly refusal: PlaceRefusal } | undefined> {
  const refusal = placeRefusal(line);
  if (refusal) return { refusal };
  const { slug, name, description } = line;
  return together(db, async (db) => {
    const subject = `${kind}:${edition.code}/${slug}`;
    const all = await placesOf(db, edition.id, kind);
    const before = all.find((one) => one.slug === slug);
    const isOld = kind === "topic" && (await topicNow(db, edition.id, slug)) !== undefined;
    if (from === null && (before || isOld)) return { refusal: "taken-slug" };
    if (from !== null && markOf(before) !== from) return { changedBy: await lastHand(db, subject) };

    const position = before ? all.indexOf(before) : all.length;
    if (kind === "topic") await keepTopic(db, { editionId: edition.id, slug, name, description, at });
    else await keepSection(db, { editionId: edition.id, slug, name, position, at });
    const was = before && { name: before.name, description: before.description };
    const detail = changesBetween(was ?? {}, { name, description });
    if (Object.keys(detail).length > 0) await note(db, { by, act: `${kind}.set`, subject, detail, at });
    return undefined;
  });
}

/** Puts a section one place further up or down in the menu. */
export async function moveSection(
  db: Db,
  { edition, slug, places, by, at }: Omit<Hand, "kind"> & { readonly slug: string; readonly places: 1 | -1 },
): Promise<void> {
  await together(db, async (db) => {
    const before = await sectionsOf(db, edition.id);
    const after = moved(before, (section) => section.slug === slug, places);
    for (const [position, { id }] of after.entries())
      await db.updateTable("section").set({ position }).where("id", "=", id).execute();
    const inWords = (all: readonly NamedPlace[]) => ({ order: all.map(({ name }) => name).join(", ") });
    const detail = changesBetween(inWords(before), inWords(after));
    if (Object.keys(detail).length === 0) return;
    await note(db, { by, act: "section.order", subject: `sections:${edition.code}`, detail, at });
    await bump(db, ["editions"]);
  });
}

/** Removes a section or topic nothing stands in; answers how many articles do. */
export async function removePlace(
  db: Db,
  { edition, kind, slug, by, at }: Hand & { readonly slug: string },
): Promise<{ readonly inUse: number }> {
  return together(db, async (db) => {
    const place = (await placesOf(db, edition.id, kind)).find((one) => one.slug === slug);
    if (!place) return { inUse: 0 };
    const inUse = (await placesInUse(db, edition.id, kind)).get(place.id) ?? 0;
    if (inUse > 0) return { inUse };
    await db.deleteFrom(kind).where("id", "=", place.id).execute();
    await note(db, {
      by,
      act: `${kind}.remove`,
      subject: `${kind}:${edition.code}/${slug}`,
      detail: { name: place.name },
      at,
    });
    await bump(db, ["editions"]);
    return { inUse: 0 };
  });
}

/** Puts everything on one topic under another; the first one's address leads to the second. */
export async function mergeTopics(
  db: Db,
  { edition, slug, into, by, at }: Omit<Hand, "kind"> & { readonly slug: string; readonly into: string },
): Promise<boolean> {
  return together(db, async (db) => {
    const topics = await topicsOf(db, edition.id);
    const [gone, kept] = [slug, into].map((wanted) => topics.find((topic) => topic.slug === wanted));
    if (!gone || !kept || gone.id === kept.id) return false;
    const both = db.selectFrom("article_topic").select("article_id").where("topic_id", "=", kept.id);
    await db.deleteFrom("article_topic").where("topic_id", "=", gone.id).where("article_id", "in", both).execute();
    await db.updateTable("article_topic").set({ topic_id: kept.id }).where("topic_id", "=", gone.id).execute();
    await db.updateTable("topic_redirect").set({ topic_id: kept.id }).where("topic_id", "=", gone.id).execute();
    await db.deleteFrom("topic").where("id", "=", gone.id).execute();
    await db
      .insertInto("topic_redirect")
      .values({ edition_id: edition.id, slug, topic_id: kept.id, made_at: at.toISOString() })
      .execute();
    const detail = { name: gone.name, into };
    await note(db, { by, act: "topic.merge", subject: `topic:${edition.code}/${slug}`, detail, at });
    await bump(db, ["editions"]);
    return true;
  });
}

function placesOf(db: Db, editionId: string, kind: PlaceKind): Promise<readonly NamedPlace[]> {
  return kind === "section" ? sectionsOf(db, editionId) : topicsOf(db, editionId);
}
