/**
 * What is put down for clients: every version of a story under the client's own next number, once, in the commit that
 * counts. Who was sent a story hears of all that becomes of it, whatever their filters say by then.
 */
import { type Ahead, aheadFrom } from "#agency/articles/ahead.ts";
import { articleText } from "#agency/clients/words.ts";
import { settingsOf } from "#agency/settings/queries.ts";
import { labelsDigest, wireItem } from "#agency/wire/stories.ts";
import { chunksOf } from "#lib/chunks.ts";
import type { Room, Waiting } from "#lib/fairly.ts";
import { newId } from "#lib/ids.ts";
import { note } from "#store/audit.ts";
import { type Db, engineOf, together } from "#store/db.ts";
import { holdDue } from "#store/due.ts";
import { enqueue, enqueueAll, type Payload } from "#store/queue.ts";
import type { WireStory } from "#text/wire/story.ts";
import {
  acknowledgeWithinMs,
  type Channel,
  type Client,
  type DeliveryKind,
  isFor,
  isNotice,
  isUrgent,
} from "./clients.ts";
import { allClients, channelsAmong, clientById } from "./queries.ts";

// A statement of the smaller engine takes 32,766 values.
const ROWS_A_STATEMENT = 500;

// As long as tries to send are kept: a text of longer ago is sent again for its words alone.
const RELABELLED_MS = 90 * 24 * 60 * 60 * 1000;

type PutDown = {
  readonly articleId: string;
  readonly url: string;
  /** Nobody is given a story they were not sent. */
  readonly knownAlone?: boolean;
  /** Only this one; everybody when left out. */
  readonly clientId?: string | undefined;
  readonly at: Date;
};

/**
 * Puts the newest version of a story down for everybody who takes it and does not have it, and for who has it with labels
 * that are others by now; answers for how many.
 */
export async function putDown(db: Db, { articleId, url, knownAlone = false, clientId, at }: PutDown): Promise<number> {
  const item = await wireItem(db, { articleId, url, at, isAhead: true });
  if (!item) return 0;
  const { story, wordsVersion } = item;
  const isTakenBack = story.status !== "usable";
  const ahead = await aheadNow(db, articleId);
  const [all, known, filtered, settings] = await Promise.all([
    clientId === undefined ? allClients(db) : clientById(db, clientId).then((client) => (client ? [client] : [])),
    newestSent(db, articleId, clientId === undefined ? undefined : [clientId]),
    isTakenBack || knownAlone ? undefined : articleText(db, articleId),
    settingsOf(db, "wire"),
  ]);
  const labelsFor = labelsUnder(db, { articleId, url, at, story });
  const since = new Date(at.getTime() - RELABELLED_MS).toISOString();
  const kind = kindOf(story);
  const due: Due[] = [];
  for (const client of all) {
    const { id, closedAt, takesEmbargoed, ...filter } = client;
    const had = known.get(id);
    // Before it is out nobody hears of it but those who may have it, and those who have it already.
    if (ahead !== null && !had?.isAhead && !(ahead === "sent" && takesEmbargoed)) continue;
    if (!had) {
      if (closedAt === null && filtered && isFor(filter, filtered))
        due.push({ id, kind: "story", labels: await labelsFor(client), wordsVersion, reason: null });
    } else if (had.version < wordsVersion) {
      // Whose account is closed may have it open again one day: what was taken back meanwhile waits for them.
      if (closedAt === null || isNotice(kind))
        due.push({ id, kind, labels: await labelsFor(client), wordsVersion, reason: null });
    } else if (closedAt === null && !isTakenBack && had.labels !== null && had.madeAt >= since) {
      const labels = await labelsFor(client);
      if (labels !== had.labels) due.push({ id, kind: "update", labels, wordsVersion, reason: "labels" });
    }
  }
  if (due.length === 0) return 0;
  const written = new Set(all.flatMap(({ id, email, closedAt }) => (email !== "" && closedAt === null ? [id] : [])));
  await together(db, async (db) => {
    const notices: Payload[] = [];
    for (const some of chunksOf(due.toSorted(byId), ROWS_A_STATEMENT)) {
      const put = await putDownFor(db, {
        some,
        known,
        articleId,
        version: story.version,
        isAhead: ahead !== null,
        within: acknowledgeWithinMs(settings),
        at,
      });
      notices.push(...put.filter(({ kind }) => isNotice(kind)).map(({ id, number }) => ({ clientId: id, number })));
    }
    await enqueue(db, "wire.deliver", {}, at, { key: "wire.deliver" });
    if (notices.length === 0) return;
    await enqueue(db, "wire.escalate", {}, new Date(at.getTime() + acknowledgeWithinMs(settings)));
    // Beside every channel.
    const letters = notices.filter(({ clientId }) => written.has(String(clientId)));
    await enqueueAll(
      db,
      letters.map((payload) => ({ kind: "wire.notice", payload })),
      at,
    );
  });
  return due.length;
}

type Law = Pick<Client, "labels" | "jurisdictions">;

/** The digest of a story's labels as a client gets them, worked out once for each law and way; nothing where there is no text. */
function labelsUnder(
  db: Db,
  {
    story,
    ...asked
  }: { readonly articleId: string; readonly url: string; readonly at: Date; readonly story: WireStory },
): (client: Law) => Promise<string | null> {
  const known = new Map<string, string | null>();
  return async ({ labels, jurisdictions }) => {
    if (story.status !== "usable") return null;
    const key = JSON.stringify([labels, jurisdictions]);
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const isOurs = labels === "text" && jurisdictions === null;
    const item = isOurs
      ? { story }
      : await wireItem(db, { ...asked, labels, isAhead: true, ...(jurisdictions && { jurisdictions }) });
    const digest = item ? labelsDigest(item.story) : null;
    known.set(key, digest);
    return digest;
  };
}

// Each is printed once under every law somebody takes it under.
const STORIES_A_ROUND = 50;

/** A stretch of stories, by their ids. */
export type Relabelling = {
  readonly after: string;
  /** The last of them; to the end of all stories when left out. */
  readonly to?: string | undefined;
  /** Only those that name one of these organisations; all of them when left out. */
  readonly mentioning?: readonly string[] | undefined;
  /** Only what this client was sent, and to them alone; everybody when left out. */
  readonly clientId?: string | undefined;
};

/** Sends stories again to whom they were sent lately with other labels than they have now, a round at a time: the next is the next job. */
export async function relabel(
  db: Db,
  { after, to, mentioning, clientId, url, at }: Relabelling & { readonly url: string; readonly at: Date },
): Promise<void> {
  const since = new Date(at.getTime() - RELABELLED_MS).toISOString();
  const sent = await db
    .selectFrom("article")
    .select("id")
    .where("state", "=", "published")
    .where("id", ">", after)
    .$if(to !== undefined, (query) => query.where("id", "<=", to ?? ""))
    .$if(mentioning !== undefined, (query) =>
      query.where("id", "in", (mention) =>
        mention
          .selectFrom("article_mention")
          .select("article_id")
          .where("organisation_id", "in", mentioning ?? []),
      ),
    )
    .where((row) =>
      row.exists(
        row
          .selectFrom("wire_delivery")
          .select("wire_delivery.number")
          .whereRef("wire_delivery.article_id", "=", "article.id")
          .where("wire_delivery.made_at", ">=", since)
          .$if(clientId !== undefined, (query) => query.where("wire_delivery.client_id", "=", clientId ?? "")),
      ),
    )
    .orderBy("id")
    .limit(STORIES_A_ROUND)
    .execute();
  for (const { id } of sent) await putDown(db, { articleId: id, url, knownAlone: true, clientId, at });
  const last = sent.at(-1);
  if (last && sent.length === STORIES_A_ROUND)
    await enqueue(db, "wire.labels", { after: last.id, to, mentioning, clientId }, at);
}

function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id < other.id ? -1 : 1;
}

async function aheadNow(db: Db, articleId: string): Promise<Ahead | null> {
  const row = await db.selectFrom("article").select("ahead").where("id", "=", articleId).executeTakeFirst();
  return aheadFrom(row?.ahead ?? null);
}

type Had = {
  readonly number: number;
  readonly version: number;
  /** Whether it was sent that under an embargo. */
  readonly isAhead: boolean;
  readonly labels: string | null;
  readonly relabelled: number;
  readonly madeAt: string;
};

/** What each client was sent last of a story; of `clients` alone where they are named. */
async function newestSent(db: Db, articleId: string, clients?: readonly string[]): Promise<Map<string, Had>> {
  const rows = await db
    .selectFrom("wire_delivery")
    .select(["client_id", "number", "version", "is_ahead", "labels", "relabelled", "made_at"])
    .where("article_id", "=", articleId)
    .$if(clients !== undefined, (query) => query.where("client_id", "in", clients ?? []))
    .where("number", "=", (row) =>
      row
        .selectFrom("wire_delivery as later")
        .select((later) => later.fn.max("later.number").as("number"))
        .whereRef("later.article_id", "=", "wire_delivery.article_id")
        .whereRef("later.client_id", "=", "wire_delivery.client_id"),
    )
    .execute();
  return new Map(
    rows.map(({ client_id, number, version, is_ahead, labels, relabelled, made_at }) => [
      client_id,
      { number, version, isAhead: is_ahead === 1, labels, relabelled, madeAt: made_at },
    ]),
  );
}

function kindOf({ status, signal }: WireStory): DeliveryKind {
  if (signal === "kill") return "kill";
  if (status === "withheld") return "withdrawal";
  if (status === "canceled") return "retraction";
  return signal === "correction" || signal === "clarification" ? "correction" : "update";
}

type Due = {
  readonly id: string;
  readonly kind: DeliveryKind;
  readonly labels: string | null;
  readonly wordsVersion: number;
  readonly reason: "labels" | null;
};

type ForSome = {
  readonly some: readonly Due[];
  /** What they had when it was decided that they are due. */
  readonly known: ReadonlyMap<string, Had>;
  readonly articleId: string;
  readonly version: number;
  readonly isAhead: boolean;
  readonly within: number;
  readonly at: Date;
};

type Put = Due & { readonly number: number };

async function putDownFor(
  db: Db,
  { some, known, articleId, version, isAhead, within, at }: ForSome,
): Promise<readonly Put[]> {
  const ids = some.map(({ id }) => id);
  // Held in one order, so that two stories that come out at once do not wait for each other.
  if (engineOf(db).skipsLocked)
    await db.selectFrom("wire_client").select("id").where("id", "in", ids).orderBy("id").forUpdate().execute();
  // Another worker may have put it down meanwhile; now nobody can.
  const have = await newestSent(db, articleId, ids);
  const fresh = some.filter(({ id, wordsVersion, reason }) =>
    reason === "labels" ? have.get(id)?.number === known.get(id)?.number : (have.get(id)?.version ?? 0) < wordsVersion,
  );
  if (fresh.length === 0) return [];
  const numbered = await db
    .updateTable("wire_client")
    .set((row) => ({ last_number: row("last_number", "+", 1) }))
    .where(
      "id",
      "in",
      fresh.map(({ id }) => id),
    )
    .returning(["id", "last_number"])
    .execute();
  const numbers = new Map(numbered.map(({ id, last_number }) => [id, last_number]));
  await db
    .insertInto("wire_delivery")
    .values(
      fresh.map(({ id, kind, labels, reason }) => ({
        client_id: id,
        number: numbers.get(id) ?? 0,
        article_id: articleId,
        version,
        kind,
        is_urgent: Number(isUrgent(kind)),
        is_ahead: Number(isAhead),
        labels,
        relabelled: (have.get(id)?.relabelled ?? 0) + Number(have.get(id)?.version === version),
        reason,
        made_at: at.toISOString(),
        acknowledge_by: isNotice(kind) ? new Date(at.getTime() + within).toISOString() : null,
        acknowledged_at: null,
        acknowledged_how: null,
        escalated_at: null,
      })),
    )
    .execute();
  await db
    .updateTable("client_channel")
    .set({ due_at: at.toISOString() })
    .where(
      "client_id",
      "in",
      fresh.map(({ id }) => id),
    )
    .where("paused_at", "is", null)
    // Who waits for a later try keeps waiting, unless a text was taken back: that is tried at once.
    .$if(!fresh.some(({ kind }) => isUrgent(kind)), (query) => query.where("due_at", "is", null))
    .execute();
  return fresh.map((one) => ({ ...one, number: numbers.get(one.id) ?? 0 }));
}

// --- Sending ---

// After ten failures in a row, over about three days, a channel is paused and the desk told.
const MOST_FAILURES = 10;
const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 12 * 60 * 60 * 1000;
const LONGEST_ERROR = 200;

/** A channel somebody has taken to send on. */
export type TakenChannel = Channel & Waiting;

/** Takes channels that are due. */
export async function takeChannels(
  db: Db,
  { at, room }: { readonly at: Date; readonly room: Room },
): Promise<TakenChannel[]> {
  return together(db, async (db) => {
    const held = await holdDue(db, "client_channel", { at, room });
    const rows = await channelsAmong(
      db,
      held.map(({ id }) => id),
    );
    const hosts = new Map(held.map(({ id, host }) => [id, host]));
    return rows.map((channel) => ({ ...channel, host: hosts.get(channel.id) ?? "" }));
  });
}

export type Owed = { readonly number: number; readonly isUrgent: boolean };

/** What a channel is to send next: what takes a text back, then the others in order. */
export async function owedTo(
  db: Db,
  { id, clientId, doneNumber }: Pick<Channel, "id" | "clientId" | "doneNumber">,
  limit: number,
): Promise<Owed[]> {
  const [rows, ahead] = await Promise.all([
    db
      .selectFrom("wire_delivery")
      .select("number")
      .where("client_id", "=", clientId)
      .where("number", ">", doneNumber)
      .orderBy("number")
      .limit(limit)
      .execute(),
    db
      .selectFrom("wire_delivery")
      .select("number")
      .where("client_id", "=", clientId)
      .where("number", ">", doneNumber)
      .where("is_urgent", "=", 1)
      .orderBy("number")
      .limit(limit)
      .execute(),
  ]);
  const overtook = await overtaken(db, id, doneNumber);
  const urgent = ahead.filter(({ number }) => !overtook.has(number));
  const first = new Set(urgent.map(({ number }) => number));
  return [
    ...urgent.map(({ number }) => ({ number, isUrgent: true })),
    ...rows.filter(({ number }) => !first.has(number)).map(({ number }) => ({ number, isUrgent: false })),
  ].filter(({ number }) => !overtook.has(number));
}

/** Numbers that were sent before their turn. */
async function overtaken(db: Db, channelId: string, doneNumber: number): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom("wire_sent")
    .select("number")
    .where("channel_id", "=", channelId)
    .where("number", ">", doneNumber)
    .where("error", "is", null)
    .execute();
  return new Set(rows.map(({ number }) => number));
}

/** One is sent: everything up to the first that is not is done. */
export async function noteSent(
  db: Db,
  { channel, number, at }: { readonly channel: Channel; readonly number: number; readonly at: Date },
): Promise<number> {
  return together(db, async (db) => {
    await db
      .insertInto("wire_sent")
      .values({ id: newId(at), channel_id: channel.id, number, sent_at: at.toISOString(), error: null })
      .execute();
    const sent = await overtaken(db, channel.id, channel.doneNumber);
    let done = channel.doneNumber;
    while (sent.has(done + 1)) done += 1;
    await db
      .updateTable("client_channel")
      .set({ done_number: done, failures: 0, last_error: null, told_at: at.toISOString() })
      .where("id", "=", channel.id)
      // Somebody has asked meanwhile that it is sent again from an earlier one.
      .where("done_number", "=", channel.doneNumber)
      .execute();
    return done;
  });
}

/** One could not be sent: later, and later still; or not any more, until somebody at the desk says so. */
export async function noteFailed(
  db: Db,
  {
    channel,
    number,
    error,
    forGood = false,
    at,
  }: {
    readonly channel: Channel;
    readonly number: number;
    readonly error: string;
    readonly forGood?: boolean;
    readonly at: Date;
  },
): Promise<Date | undefined> {
  return together(db, async (db) => {
    const said = error.slice(0, LONGEST_ERROR);
    const failures = channel.failures + 1;
    const isPaused = forGood || failures >= MOST_FAILURES;
    const next = new Date(at.getTime() + Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 3 ** (failures - 1)));
    await db
      .insertInto("wire_sent")
      .values({ id: newId(at), channel_id: channel.id, number, sent_at: at.toISOString(), error: said })
      .execute();
    await db
      .updateTable("client_channel")
      .set({
        failures,
        last_error: said,
        held_until: null,
        due_at: isPaused ? null : next.toISOString(),
        ...(isPaused && { paused_at: at.toISOString() }),
      })
      .where("id", "=", channel.id)
      .execute();
    if (!isPaused) return next;
    const detail = { kind: channel.kind, error: said };
    await note(db, { by: "the wire", act: "client.pause", subject: `client:${channel.clientId}`, detail, at });
    return undefined;
  });
}

/** What a channel has learned of where it leads to, sealed. */
export async function rememberSecret(
  db: Db,
  { channelId, secret }: { readonly channelId: string; readonly secret: string },
): Promise<void> {
  await db.updateTable("client_channel").set({ secret }).where("id", "=", channelId).execute();
}

/** A channel that has sent all it is owed rests; what was put down meanwhile wakes it again. */
export async function letGo(db: Db, { id, at }: { readonly id: string; readonly at: Date }): Promise<boolean> {
  return together(db, async (db) => {
    const row = await db
      .selectFrom("client_channel")
      .innerJoin("wire_client", "wire_client.id", "client_channel.client_id")
      .select(["client_channel.done_number", "wire_client.last_number", "wire_client.closed_at"])
      .where("client_channel.id", "=", id)
      .executeTakeFirst();
    const isBehind = row !== undefined && row.closed_at === null && row.done_number < row.last_number;
    await db
      .updateTable("client_channel")
      .set({ held_until: null, due_at: isBehind ? at.toISOString() : null })
      .where("id", "=", id)
      .execute();
    return isBehind;
  });
}

/** When a channel has to be looked at again: one that waits for a later try, or was held by who was killed meanwhile. */
export async function nextSending(db: Db): Promise<Date | undefined> {
  const due = db.selectFrom("client_channel").where("due_at", "is not", null);
  const [free, held] = await Promise.all([
    due
      .select((row) => row.fn.min("due_at").as("at"))
      .where("held_until", "is", null)
      .executeTakeFirst(),
    due
      .select((row) => row.fn.min("held_until").as("at"))
      .where("held_until", "is not", null)
      .executeTakeFirst(),
  ]);
  const [first] = [free?.at, held?.at].flatMap((at) => (at ? [at] : [])).toSorted();
  return first === undefined ? undefined : new Date(first);
}

const SENT_KEPT_MS = 90 * 24 * 60 * 60 * 1000;

/** Forgets tries of long ago, and what opens nothing any more. */
export async function forgetTries(db: Db, { at }: { readonly at: Date }): Promise<void> {
  await db
    .deleteFrom("wire_sent")
    .where("sent_at", "<", new Date(at.getTime() - SENT_KEPT_MS).toISOString())
    .execute();
  await db.deleteFrom("wire_token").where("expires_at", "<=", at.toISOString()).execute();
}

/** Notices nobody has acknowledged in time, each once: the desk sees them until somebody does. Answers how many. */
export async function escalate(db: Db, { at }: { readonly at: Date }): Promise<number> {
  return together(db, async (db) => {
    const late = await db
      .selectFrom("wire_delivery")
      .select(["client_id", "number", "kind", "article_id"])
      .where("acknowledge_by", "<=", at.toISOString())
      .where("acknowledged_at", "is", null)
      .where("escalated_at", "is", null)
      .orderBy("acknowledge_by")
      .limit(ROWS_A_STATEMENT)
      .execute();
    for (const { client_id, number, kind, article_id } of late) {
      await db
        .updateTable("wire_delivery")
        .set({ escalated_at: at.toISOString() })
        .where("client_id", "=", client_id)
        .where("number", "=", number)
        .execute();
      const detail = { number, kind, article: article_id };
      await note(db, { by: "the wire", act: "client.unread", subject: `client:${client_id}`, detail, at });
    }
    if (late.length === ROWS_A_STATEMENT) await enqueue(db, "wire.escalate", {}, at, { key: "wire.escalate" });
    return late.length;
  });
}
