/** Channels kept by the desk, how asking them went, and what becomes of an item. */
import { randomBytes } from "node:crypto";
import { newId } from "#lib/ids.ts";
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { enqueue } from "#store/queue.ts";
import { type ChannelFacts, USUAL_LETTERS } from "./channels.ts";
import { digestOf } from "./matching.ts";
import type { LeftOut } from "./places.ts";
import { type Channel, channelById } from "./queries.ts";

type By = { readonly by: string; readonly at: Date };

/** A channel that is asked at once. */
export async function addChannel(
  db: Db,
  { facts, sealed = null, by, at }: By & { readonly facts: ChannelFacts; readonly sealed?: string | null },
): Promise<string> {
  const id = newId(at);
  return together(db, async (db) => {
    await db
      .insertInto("wire_channel")
      .values({
        id,
        kind: facts.kind,
        ...columnsOf(facts),
        sealed,
        state: "on",
        due_at: isAsked(facts) ? at.toISOString() : null,
        failures: 0,
        made_by: by,
        made_at: at.toISOString(),
      })
      .execute();
    await note(db, { by, act: "wire.channel-add", subject: `wire:${id}`, detail: { name: facts.name }, at });
    if (isAsked(facts)) await askLater(db, at);
    return id;
  });
}

/** False when there is no such channel. What it is of stays; another address begins anew, as if it had never been asked. */
export async function changeChannel(
  db: Db,
  {
    id,
    facts,
    sealed,
    by,
    at,
  }: By & {
    readonly id: string;
    readonly facts: ChannelFacts;
    /** Another password of a mailbox; the one that is kept when it is left out. */
    readonly sealed?: string | undefined;
  },
): Promise<boolean> {
  return together(db, async (db) => {
    const before = await channelById(db, id);
    if (!before || before.kind !== facts.kind) return false;
    const hasMoved = before.address !== facts.address || sealed !== undefined;
    const isElsewhere = before.address !== facts.address;
    await db
      .updateTable("wire_channel")
      .set({
        ...columnsOf(facts),
        ...(hasMoved && { ...NEVER_ASKED, state: "on", due_at: isAsked(facts) ? at.toISOString() : null }),
        ...(isElsewhere && { cursor: null }),
        ...(sealed !== undefined && { sealed }),
      })
      .where("id", "=", id)
      .execute();
    await note(db, { by, act: "wire.channel-change", subject: `wire:${id}`, detail: { name: facts.name }, at });
    if (hasMoved && isAsked(facts)) await askLater(db, at);
    return true;
  });
}

const NEVER_ASKED = {
  etag: null,
  modified: null,
  digest: null,
  robots_at: null,
  moved_from: null,
  failures: 0,
  problem: null,
  problem_at: null,
  hub: null,
  hub_topic: null,
  hub_state: null,
  hub_until: null,
  hub_at: null,
} as const;

function columnsOf({ letters = USUAL_LETTERS, ...facts }: ChannelFacts) {
  return {
    name: facts.name,
    address: facts.address,
    language: facts.language,
    edition_id: facts.editionId,
    rights_holder: facts.rightsHolder,
    usage_terms: facts.usageTerms,
    every_minutes: facts.everyMinutes,
    letter_days: letters.days,
    letter_senders: letters.senders,
    marks_seen: letters.marksSeen ? 1 : 0,
  };
}

/** A webhook is sent to; everything else is asked. */
function isAsked({ kind }: Pick<ChannelFacts, "kind">): boolean {
  return kind !== "webhook";
}

/** Nothing is asked while it is paused; going on begins at once. */
export async function pauseChannel(
  db: Db,
  { id, paused, by, at }: By & { readonly id: string; readonly paused: boolean },
): Promise<boolean> {
  return together(db, async (db) => {
    const channel = await channelById(db, id);
    if (!channel) return false;
    const isDue = !paused && isAsked(channel);
    await db
      .updateTable("wire_channel")
      .set({
        state: paused ? "paused" : "on",
        due_at: isDue ? at.toISOString() : null,
        ...(!paused && { failures: 0 }),
      })
      .where("id", "=", id)
      .execute();
    const act = paused ? "wire.channel-pause" : "wire.channel-resume";
    await note(db, { by, act, subject: `wire:${id}`, detail: { name: channel.name }, at });
    if (isDue) await askLater(db, at);
    return true;
  });
}

/** Asks it now, whenever it was due. */
export async function askChannel(db: Db, { id, at }: { readonly id: string; readonly at: Date }): Promise<void> {
  await together(db, async (db) => {
    await db
      .updateTable("wire_channel")
      .set({ due_at: at.toISOString() })
      .where("id", "=", id)
      .where("state", "=", "on")
      .where("kind", "<>", "webhook")
      .execute();
    await askLater(db, at);
  });
}

async function askLater(db: Db, at: Date): Promise<void> {
  await enqueue(db, "wire.poll", {}, at, { key: "wire.poll" });
}

/** A token nobody else knows; told this once, and the one before it opens nothing any more. */
export async function makeToken(db: Db, { id, by, at }: By & { readonly id: string }): Promise<string | undefined> {
  const token = randomBytes(24).toString("base64url");
  return together(db, async (db) => {
    const channel = await channelById(db, id);
    if (!channel) return undefined;
    await db
      .updateTable("wire_channel")
      .set({ token_digest: digestOf(token) })
      .where("id", "=", id)
      .execute();
    const detail = { name: channel.name };
    await note(db, { by, act: "wire.channel-token", subject: `wire:${id}`, detail, at });
    return token;
  });
}

/** What a hub is told: where it sends to, and what it signs with. A hub that was asked before is told the same again. */
export async function askHub(
  db: Db,
  {
    id,
    tokenDigest,
    sealed,
    at,
  }: { readonly id: string; readonly tokenDigest: string; readonly sealed: string; readonly at: Date },
): Promise<void> {
  await db
    .updateTable("wire_channel")
    .set((row) => ({
      token_digest: tokenDigest,
      sealed,
      hub_at: at.toISOString(),
      hub_state: row.case().when("hub_state", "=", "held").then("held").else("asked").end(),
    }))
    .where("id", "=", id)
    .execute();
}

/** The hub has asked back, or has said no. */
export async function noteHub(
  db: Db,
  { id, state, until }: { readonly id: string; readonly state: "held" | "refused"; readonly until: Date | null },
): Promise<void> {
  await db
    .updateTable("wire_channel")
    .set({ hub_state: state, hub_until: until?.toISOString() ?? null })
    .where("id", "=", id)
    .execute();
}

export type Heard = {
  readonly dueAt: Date | null;
  readonly etag?: string | null;
  readonly modified?: string | null;
  readonly digest?: string | null;
  /** Where it moved to for good. */
  readonly moved?: string | undefined;
  readonly askedRobots?: boolean;
  readonly hub?: string | null;
  readonly hubTopic?: string | null;
  readonly cursor?: string;
  /** What the desk has to know of an answer that was well otherwise. */
  readonly told?: string | undefined;
};

/** It answered as it should. */
export async function noteHeard(
  db: Db,
  { channel, heard, at }: { readonly channel: Channel; readonly heard: Heard; readonly at: Date },
): Promise<void> {
  const moment = at.toISOString();
  await db
    .updateTable("wire_channel")
    .set({
      asked_at: moment,
      heard_at: moment,
      failures: 0,
      ...problemAfter(channel, { told: heard.told, at }),
      ...(heard.cursor !== undefined && { cursor: heard.cursor }),
      ...(heard.etag !== undefined && { etag: heard.etag }),
      ...(heard.modified !== undefined && { modified: heard.modified }),
      ...(heard.digest !== undefined && { digest: heard.digest }),
      ...(heard.askedRobots && { robots_at: moment }),
      ...(heard.hub !== undefined && { hub: heard.hub, hub_topic: heard.hubTopic ?? null }),
      // Another hub has promised nothing yet.
      ...(heard.hub !== undefined && heard.hub !== channel.hub && { hub_state: null, hub_until: null }),
      ...(heard.moved !== undefined && { address: heard.moved, moved_from: channel.address }),
    })
    .where("id", "=", channel.id)
    // How far one mailbox was read says nothing of another that was named meanwhile.
    .$if(heard.cursor !== undefined, (update) => update.where("address", "=", channel.address))
    .execute();
  await nextLook(db, { channel, dueAt: heard.dueAt });
}

// A look a few minutes later must not take away what nobody has read yet.
const TOLD_MS = 7 * 24 * 60 * 60 * 1000;

/** What was told of an answer that was well stands for a week, and a failure until the next answer. */
function problemAfter(
  { problem, problemAt, failures }: Channel,
  { told, at }: { readonly told: string | undefined; readonly at: Date },
) {
  if (told !== undefined) return { problem: told.slice(0, LONGEST_PROBLEM), problem_at: at.toISOString() };
  const isTold = problem !== null && problemAt !== null && failures === 0 && /^(?:passed|aside):/.test(problem);
  return isTold && at.getTime() - problemAt.getTime() < TOLD_MS ? {} : { problem: null };
}

/** It did not; `isGone` when its server says that it will not again. */
export async function noteFailed(
  db: Db,
  {
    channel,
    problem,
    dueAt,
    isGone = false,
    at,
  }: {
    readonly channel: Channel;
    readonly problem: string;
    readonly dueAt: Date;
    readonly isGone?: boolean;
    readonly at: Date;
  },
): Promise<void> {
  const moment = at.toISOString();
  await db
    .updateTable("wire_channel")
    .set({
      asked_at: moment,
      failures: channel.failures + 1,
      problem: problem.slice(0, LONGEST_PROBLEM),
      problem_at: moment,
      ...(isGone && { state: "gone" }),
    })
    .where("id", "=", channel.id)
    .execute();
  await nextLook(db, { channel, dueAt: isGone ? null : dueAt });
}

const LONGEST_PROBLEM = 500;

/** Somebody at the desk may have paused it, or asked for it again, while it was being asked. */
async function nextLook(
  db: Db,
  { channel, dueAt }: { readonly channel: Channel; readonly dueAt: Date | null },
): Promise<void> {
  await db
    .updateTable("wire_channel")
    .set({ due_at: dueAt?.toISOString() ?? null })
    .where("id", "=", channel.id)
    .where("due_at", "=", channel.dueAt?.toISOString() ?? null)
    .execute();
}

/** Whether anything was decided: only what nobody has decided on is ignored, and only that is taken back. */
export async function decideItem(
  db: Db,
  { id, to, by, at }: By & { readonly id: string; readonly to: "ignored" | "new" },
): Promise<boolean> {
  return together(db, async (db) => {
    const decided = await db
      .updateTable("wire_item")
      .set({ state: to, decided_by: by, decided_at: at.toISOString() })
      .where("id", "=", id)
      .where("state", "=", to === "ignored" ? "new" : "ignored")
      .returning("headline")
      .executeTakeFirst();
    if (!decided) return false;
    const act = to === "ignored" ? "wire.ignore" : "wire.bring-back";
    await note(db, { by, act, subject: `wire:${id}`, detail: { name: decided.headline }, at });
    return true;
  });
}

/** Notes that a draft was made of an item, and what is not in it; from now on the desk is told of what happens to it. */
export async function noteUse(
  db: Db,
  {
    id,
    articleId,
    left = [],
    by,
    at,
  }: By & { readonly id: string; readonly articleId: string; readonly left?: readonly LeftOut[] },
): Promise<void> {
  await together(db, async (db) => {
    const item = await db
      .updateTable("wire_item")
      .set({ state: "used", decided_by: by, decided_at: at.toISOString() })
      .where("id", "=", id)
      .returning(["headline", "version_id"])
      .executeTakeFirstOrThrow();
    await db
      .insertInto("wire_use")
      .values({
        article_id: articleId,
        item_id: id,
        version_id: item.version_id,
        left_out: JSON.stringify(left),
        made_by: by,
        made_at: at.toISOString(),
      })
      .execute();
    await note(db, { by, act: "wire.use", subject: `article:${articleId}`, detail: { headline: item.headline }, at });
  });
}

/** What is still not in the draft of an item; nothing of it once somebody has seen what was. */
export async function keepLeftOut(
  db: Db,
  { articleId, left }: { readonly articleId: string; readonly left: readonly LeftOut[] },
): Promise<void> {
  await db
    .updateTable("wire_use")
    .set({ left_out: JSON.stringify(left) })
    .where("article_id", "=", articleId)
    .execute();
}

/** Somebody has seen what happened to an item after it was used. False when nothing was to be seen. */
export async function seeAlarm(db: Db, { id, by, at }: By & { readonly id: string }): Promise<boolean> {
  return together(db, async (db) => {
    const seen = await db
      .selectFrom("wire_item")
      .select(["alarm", "version_id", "headline"])
      .where("id", "=", id)
      .where("alarm", "is not", null)
      .executeTakeFirst();
    if (!seen) return false;
    await db.updateTable("wire_item").set({ alarm: null, alarm_at: null }).where("id", "=", id).execute();
    await db.updateTable("wire_use").set({ version_id: seen.version_id }).where("item_id", "=", id).execute();
    const detail = { name: seen.headline, alarm: seen.alarm };
    await note(db, { by, act: "wire.seen", subject: `wire:${id}`, detail, at });
    return true;
  });
}
