/** Subscribers of feeds (W3C WebSub): what they may ask for, and when one that fails is tried again. */
import { type ListedPlace, placesOf } from "#agency/articles/places.ts";
import { formerArticle } from "#agency/articles/queries.ts";
import { editionByCode } from "#agency/editions/queries.ts";
import { topicOfReplies } from "#agency/replies/replies.ts";
import type { Room, Waiting } from "#lib/fairly.ts";
import { newId } from "#lib/ids.ts";
import { type Db, together } from "#store/db.ts";
import { holdDue } from "#store/due.ts";
import { enqueue } from "#store/queue.ts";
import { topicVersions } from "#store/topics.ts";

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const USUAL_LEASE_MS = 10 * DAY_MS;
const [SHORTEST_LEASE_MS, LONGEST_LEASE_MS] = [HOUR_MS, 30 * DAY_MS];
// WebSub §5.1: less than 200 bytes.
const LONGEST_SECRET_BYTES = 199;
const LONGEST_CALLBACK = 2_000;
// One server that serves many readers; nobody needs more feeds than there are.
const MOST_OF_A_HOST = 2_000;
const MOST_SUBSCRIPTIONS = 50_000;
// After ten failures in a row, over about three days, a subscriber has to ask again.
const MOST_FAILURES = 10;
const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 12 * HOUR_MS;

export type Subscribing = {
  readonly mode: "subscribe" | "unsubscribe";
  /** The whole address of a feed. */
  readonly topic: string;
  readonly callback: string;
  readonly secret: string | null;
  readonly leaseSeconds: number;
};

export type SubscribingProblem = "bad-mode" | "bad-topic" | "bad-callback" | "long-secret" | "bad-lease" | "too-many";

/** What was asked, or why it cannot be. `isTopic` says whether there is such a feed. */
export function askedFrom(
  fields: Readonly<Record<string, string>>,
  isTopic: (address: string) => boolean,
): Subscribing | SubscribingProblem {
  const { mode = "", topic = "", callback = "", secret = "", lease = "" } = fields;
  if (mode !== "subscribe" && mode !== "unsubscribe") return "bad-mode";
  if (!isTopic(topic)) return "bad-topic";
  const url = callback.length <= LONGEST_CALLBACK ? URL.parse(callback) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== "" || url.hash !== "") return "bad-callback";
  if (Buffer.byteLength(secret) > LONGEST_SECRET_BYTES) return "long-secret";
  if (lease !== "" && !/^\d{1,12}$/.test(lease)) return "bad-lease";
  const asked = lease === "" ? USUAL_LEASE_MS : Number(lease) * 1000;
  const leaseSeconds = Math.min(LONGEST_LEASE_MS, Math.max(SHORTEST_LEASE_MS, asked)) / 1000;
  return { mode, topic, callback: url.href, secret: secret === "" ? null : secret, leaseSeconds };
}

/** Asks the callback, later, whether its owner means it; until it has said so nothing is changed. */
export async function askToSubscribe(
  db: Db,
  { asked, at }: { readonly asked: Subscribing; readonly at: Date },
): Promise<"asked" | "too-many"> {
  return together(db, async (db) => {
    if (asked.mode === "subscribe" && (await isFull(db, asked.callback))) return "too-many";
    // One that asks twice is asked back once, about what it said last (WebSub §5.1): its secret, its lease, or that it wants no more.
    const payload = { ...asked, askedAt: at.toISOString() };
    const key = `websub.verify:${asked.topic}:${asked.callback}`;
    await enqueue(db, "websub.verify", payload, at, { key, isLatest: true });
    return "asked";
  });
}

async function isFull(db: Db, callback: string): Promise<boolean> {
  const count = async (host?: string) => {
    const { all } = await db
      .selectFrom("websub_subscription")
      .select((one) => one.fn.countAll<number | string>().as("all"))
      .$if(host !== undefined, (query) => query.where("host", "=", host ?? ""))
      .executeTakeFirstOrThrow();
    return Number(all);
  };
  return (await count(new URL(callback).host)) >= MOST_OF_A_HOST || (await count()) >= MOST_SUBSCRIPTIONS;
}

/** What the callback has confirmed, unless it asked for something else since and has confirmed that. */
export async function keepSubscription(
  db: Db,
  { asked, askedAt, at }: { readonly asked: Subscribing; readonly askedAt: string; readonly at: Date },
): Promise<void> {
  const { mode, topic, callback, secret, leaseSeconds } = asked;
  const moment = at.toISOString();
  if (mode === "unsubscribe") {
    // Its row stays until leases that have run out are forgotten: an earlier request may still be on its way.
    await db
      .updateTable("websub_subscription")
      .set({ lease_until: moment, due_at: null, asked_at: askedAt })
      .where("topic", "=", topic)
      .where("callback", "=", callback)
      .where("asked_at", "<=", askedAt)
      .execute();
    return;
  }
  const kept = {
    secret,
    lease_until: new Date(at.getTime() + leaseSeconds * 1000).toISOString(),
    failures: 0,
    asked_at: askedAt,
    replies_version: await repliesVersion(db, topic),
  };
  await db
    .insertInto("websub_subscription")
    .values({
      id: newId(at),
      topic,
      callback,
      host: new URL(callback).host,
      ...kept,
      due_at: null,
      held_until: null,
      last_error: null,
      told_at: null,
      made_at: moment,
    })
    .onConflict((known) =>
      known
        .columns(["topic", "callback"])
        .doUpdateSet({ ...kept, due_at: null, last_error: null })
        .where("websub_subscription.asked_at", "<=", askedAt),
    )
    .execute();
}

/** Which state the replies are in that a feed tells of; nothing for every other feed, and for a story that is not there. */
async function repliesVersion(db: Db, topic: string): Promise<number | null> {
  const [, code = "", slug = "", word] = new URL(topic).pathname.split("/");
  if (word !== "replies") return null;
  const edition = await editionByCode(db, code);
  // A former address of the story too: who follows it is told what stands at the present one.
  const article = edition && (await formerArticle(db, edition.id, decodeURIComponent(slug)));
  if (!article) return null;
  const of = topicOfReplies(article.id);
  return (await topicVersions(db, [of])).get(of) ?? 0;
}

/** Marks who follows the replies to a story where these have changed since it was told. */
export async function markRepliesDue(db: Db, { at }: { readonly at: Date }): Promise<void> {
  const followed = await db
    .selectFrom("websub_subscription")
    .select(["topic", (row) => row.fn.min("replies_version").as("version")])
    .where("replies_version", "is not", null)
    .where("lease_until", ">", at.toISOString())
    .groupBy("topic")
    .orderBy("topic")
    .limit(MOST_SUBSCRIPTIONS)
    .execute();
  for (const { topic, version } of followed) {
    const now = await repliesVersion(db, topic);
    // A story that is not there any more has no feed: whoever asks for it is told so.
    if (now === version) continue;
    await together(db, async (db) => {
      await markDue(db, { topics: [topic], at });
      await db.updateTable("websub_subscription").set({ replies_version: now }).where("topic", "=", topic).execute();
    });
  }
}

export type Subscriber = Waiting & {
  readonly id: string;
  readonly topic: string;
  readonly callback: string;
  readonly secret: string | null;
};

/** Marks everybody who follows one of these feeds as to be told. */
export async function markDue(
  db: Db,
  { topics, at }: { readonly topics: readonly string[]; readonly at: Date },
): Promise<void> {
  if (topics.length === 0) return;
  await together(db, async (db) => {
    await db
      .updateTable("websub_subscription")
      .set({ due_at: at.toISOString() })
      .where("topic", "in", topics)
      .where("lease_until", ">", at.toISOString())
      // Who waits for a later try keeps waiting: what they get then is the newest.
      .where("due_at", "is", null)
      .execute();
    await enqueue(db, "websub.tell", {}, at, { key: "websub.tell" });
  });
}

/** Takes who is to be told by now. Whoever is marked from here on is told once more. */
export async function takeSubscribers(
  db: Db,
  { at, room }: { readonly at: Date; readonly room: Room },
): Promise<Subscriber[]> {
  return together(db, async (db) => {
    const held = await holdDue(db, "websub_subscription", { at, room });
    if (held.length === 0) return [];
    return db
      .updateTable("websub_subscription")
      .set({ due_at: null })
      .where(
        "id",
        "in",
        held.map(({ id }) => id),
      )
      .returning(["id", "topic", "callback", "host", "secret", "failures"])
      .execute();
  });
}

export type Told = "told" | "gone" | { readonly error: string };

/** How telling one went: back to rest, gone, or to be tried again later and later. */
export async function noteTold(
  db: Db,
  { subscriber, told, at }: { readonly subscriber: Subscriber; readonly told: Told; readonly at: Date },
): Promise<void> {
  const failures = subscriber.failures + 1;
  if (told === "gone" || (typeof told === "object" && failures >= MOST_FAILURES)) {
    await db.deleteFrom("websub_subscription").where("id", "=", subscriber.id).execute();
    return;
  }
  const next = new Date(at.getTime() + Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 3 ** (failures - 1)));
  const outcome =
    told === "told"
      ? { failures: 0, last_error: null, told_at: at.toISOString() }
      : { failures, due_at: next.toISOString(), last_error: told.error.slice(0, 200) };
  await db
    .updateTable("websub_subscription")
    .set({ ...outcome, held_until: null })
    .where("id", "=", subscriber.id)
    .execute();
}

/** When somebody is to be told next: one that waits for a later try, or was held by who was killed meanwhile. */
export async function nextTelling(db: Db): Promise<Date | undefined> {
  const [due, held] = await Promise.all([
    db
      .selectFrom("websub_subscription")
      .select((row) => row.fn.min("due_at").as("at"))
      .where("due_at", "is not", null)
      .where("held_until", "is", null)
      .executeTakeFirst(),
    db
      .selectFrom("websub_subscription")
      .select((row) => row.fn.min("held_until").as("at"))
      .where("held_until", "is not", null)
      .executeTakeFirst(),
  ]);
  const [first] = [due?.at, held?.at].flatMap((at) => (at ? [at] : [])).toSorted();
  return first === undefined ? undefined : new Date(first);
}

/** Leases that have run out. */
export async function forgetLapsed(db: Db, { at }: { readonly at: Date }): Promise<void> {
  await db.deleteFrom("websub_subscription").where("lease_until", "<=", at.toISOString()).execute();
}

/**
 * Every feed a story stands in, and where its corrections are told: whole addresses. With them those of places it has
 * left: once, and again when it is taken back.
 */
export async function feedsOfArticle(
  db: Db,
  { articleId, url, at }: { readonly articleId: string; readonly url: string; readonly at: Date },
): Promise<string[]> {
  const row = await db
    .selectFrom("article")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .select(["edition.code", "article.gone", "article.mark"])
    .where("article.id", "=", articleId)
    .executeTakeFirst();
  if (!row) return [];
  const isTakenBack = row.gone !== null || row.mark === "retracted";
  const left = await db
    .updateTable("former_place")
    .set({ told_at: at.toISOString() })
    .where("article_id", "=", articleId)
    .$if(!isTakenBack, (query) => query.where("told_at", "is", null))
    .returning(["kind", "thing_id"])
    .execute();
  const folders = ["", "corrections/", ...(await foldersOf(db, [...(await placesOf(db, articleId)), ...left]))];
  return folders.flatMap((folder) =>
    ["feed.xml", "atom.xml", "feed.json"].map((file) => `${url}/${row.code}/${folder}${file}`),
  );
}

const FOLDERS = { section: "sections", topic: "topics", person: "people" } as const;

/** A place that is there no more has no feed. */
async function foldersOf(db: Db, places: readonly ListedPlace[]): Promise<string[]> {
  const found = await Promise.all(
    places.map(async ({ kind, thing_id }) => {
      const row = await db.selectFrom(kind).select("slug").where("id", "=", thing_id).executeTakeFirst();
      return row && `${FOLDERS[kind]}/${encodeURIComponent(row.slug)}/`;
    }),
  );
  return found.flatMap((folder) => folder ?? []);
}
