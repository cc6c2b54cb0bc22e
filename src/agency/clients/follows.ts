/** What a client finds in what it was sent, and the words it looks for again and again. */
import { editions } from "#agency/editions/queries.ts";
import { type Labeller, labellerFor } from "#agency/labels/labeller.ts";
import { searchArticles } from "#agency/search/queries.ts";
import type { Db } from "#store/db.ts";
import { together } from "#store/db.ts";
import type { Client, Delivery } from "./clients.ts";
import { deliveriesAmong, headlinesOf, type StoryName } from "./queries.ts";

const MOST_FOLLOWED = 30;
export const LONGEST_WORDS = 200;
// A word that is in more stories needs a second word.
const MOST_FOUND = 300;

/** The newest version of each story that was sent to it and holds these words, newest first. */
export async function foundFor(db: Db, client: Client, words: string): Promise<readonly Delivery[]> {
  const taken = client.editions.length === 0 ? undefined : new Set(client.editions);
  const all = (await editions(db)).filter(({ code }) => taken?.has(code) ?? true);
  const found = await Promise.all(all.map((edition) => searchArticles(db, edition, words, { limit: MOST_FOUND })));
  return deliveriesAmong(
    db,
    client.id,
    found.flat().map(({ articleId }) => articleId),
  );
}

export type Followed = { readonly words: string; readonly fresh: number };

/** In the order they were begun, each with how much has come since the client last looked. */
export async function followedBy(db: Db, client: Client): Promise<readonly Followed[]> {
  const rows = await db
    .selectFrom("wire_follow")
    .select(["words", "seen_number"])
    .where("client_id", "=", client.id)
    .orderBy("made_at")
    .orderBy("words")
    .limit(MOST_FOLLOWED)
    .execute();
  return Promise.all(
    rows.map(async ({ words, seen_number }) => {
      const found = await foundFor(db, client, words);
      return { words, fresh: found.filter(({ number }) => number > seen_number).length };
    }),
  );
}

type Words = { readonly client: Client; readonly words: string; readonly at: Date };

/** Answers whether there was room for it. */
export async function follow(db: Db, { client, words, at }: Words): Promise<boolean> {
  return together(db, async (db) => {
    const { many } = await db
      .selectFrom("wire_follow")
      .select((row) => row.fn.countAll<number | string>().as("many"))
      .where("client_id", "=", client.id)
      .executeTakeFirstOrThrow();
    if (Number(many) >= MOST_FOLLOWED) return false;
    await db
      .insertInto("wire_follow")
      .values({ client_id: client.id, words, seen_number: client.lastNumber, made_at: at.toISOString() })
      .onConflict((known) => known.columns(["client_id", "words"]).doNothing())
      .execute();
    return true;
  });
}

export async function unfollow(db: Db, { client, words }: Pick<Words, "client" | "words">): Promise<void> {
  await db.deleteFrom("wire_follow").where("client_id", "=", client.id).where("words", "=", words).execute();
}

/** The client has looked at what there is under these words. */
export async function noteSeen(db: Db, { client, words }: Pick<Words, "client" | "words">): Promise<void> {
  await db
    .updateTable("wire_follow")
    .set({ seen_number: client.lastNumber })
    .where("client_id", "=", client.id)
    .where("words", "=", words)
    .where("seen_number", "<", client.lastNumber)
    .execute();
}

type Headlines = {
  readonly client: Client;
  readonly deliveries: readonly Pick<Delivery, "articleId" | "isAhead">[];
  readonly at: Date;
};

export type LabelledName = Pick<StoryName, "headline" | "embargoedUntil">;

/** What stories are called now, with labels as the client's law asks; what was taken back has no name. */
export async function labelledHeadlines(
  db: Db,
  { client, deliveries, at }: Headlines,
): Promise<ReadonlyMap<string, LabelledName>> {
  const names = await headlinesOf(db, deliveries);
  const labellers = new Map<string, Labeller>();
  const { jurisdictions } = client;
  for (const edition of await editions(db))
    labellers.set(
      edition.id,
      await labellerFor(db, { ...edition, ...(jurisdictions && { jurisdictions }) }, at, "wire"),
    );
  const labelled = [...names].map(([id, { headline, editionId, publishedAt, embargoedUntil }]) => {
    const line = labellers.get(editionId)?.line(headline, "headline", publishedAt);
    return [id, { headline: line?.map(({ text }) => text).join("") ?? headline, embargoedUntil }] as const;
  });
  return new Map(labelled);
}
