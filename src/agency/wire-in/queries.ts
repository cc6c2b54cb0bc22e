/** What the desk and the worker read of channels and of what they brought. */
import type { Expression, Selectable, SqlBool } from "kysely";
import { patternsOf } from "#lib/folded.ts";
import type { Db } from "#store/db.ts";
import type { WireChannelRow } from "#store/schema.ts";
import type { WireCopy } from "#text/wire/copy.ts";
import type { WireSignal, WireStatus } from "#text/wire/story.ts";
import type { ChannelKind, ChannelState, LettersTaken } from "./channels.ts";
import type { Alarm } from "./matching.ts";
import type { LeftOut } from "./places.ts";

export type Channel = {
  readonly id: string;
  readonly kind: ChannelKind;
  readonly name: string;
  readonly address: string;
  readonly language: string | null;
  readonly editionId: string | null;
  readonly rightsHolder: string;
  readonly usageTerms: string;
  readonly everyMinutes: number | null;
  readonly state: ChannelState;
  readonly dueAt: Date | null;
  readonly askedAt: Date | null;
  readonly heardAt: Date | null;
  readonly failures: number;
  readonly problem: string | null;
  readonly problemAt: Date | null;
  readonly etag: string | null;
  readonly modified: string | null;
  readonly robotsAt: Date | null;
  readonly movedFrom: string | null;
  readonly digest: string | null;
  readonly hasToken: boolean;
  /** What its hub signs with, or the password of a mailbox. */
  readonly sealed: string | null;
  readonly letters: LettersTaken;
  /** How far a mailbox was read. */
  readonly cursor: string | null;
  readonly hub: string | null;
  readonly hubTopic: string | null;
  readonly hubState: string | null;
  readonly hubUntil: Date | null;
  /** When it was last asked to tell us. */
  readonly hubAt: Date | null;
};

const MOST_CHANNELS = 500;

/** Every channel by its name. */
export async function channels(db: Db): Promise<Channel[]> {
  const rows = await db
    .selectFrom("wire_channel")
    .selectAll()
    .orderBy("name")
    .orderBy("id")
    .limit(MOST_CHANNELS)
    .execute();
  return rows.map(channelFrom);
}

export async function channelById(db: Db, id: string): Promise<Channel | undefined> {
  const row = await db.selectFrom("wire_channel").selectAll().where("id", "=", id).executeTakeFirst();
  return row && channelFrom(row);
}

/** The channels that brought an item, the first first. */
export async function channelsOfItem(db: Db, itemId: string): Promise<Channel[]> {
  const rows = await db
    .selectFrom("wire_channel")
    .innerJoin("wire_name", "wire_name.channel_id", "wire_channel.id")
    .selectAll("wire_channel")
    .where("wire_name.item_id", "=", itemId)
    .orderBy("wire_name.made_at")
    .orderBy("wire_channel.id")
    .limit(MOST_CHANNELS)
    .execute();
  return [...new Map(rows.map((row) => [row.id, channelFrom(row)])).values()];
}

/** The channel a token lets somebody send to. */
export async function channelOfToken(db: Db, tokenDigest: string): Promise<Channel | undefined> {
  const row = await db
    .selectFrom("wire_channel")
    .selectAll()
    .where("token_digest", "=", tokenDigest)
    .executeTakeFirst();
  return row && channelFrom(row);
}

/** Channels to be asked by now, those that have waited longest first. */
export async function channelsDue(db: Db, { at, limit }: { at: Date; limit: number }): Promise<Channel[]> {
  const rows = await db
    .selectFrom("wire_channel")
    .selectAll()
    .where("due_at", "<=", at.toISOString())
    .orderBy("due_at")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(channelFrom);
}

/** When the next one is to be asked; nothing when none is. */
export async function nextChannelDue(db: Db): Promise<Date | undefined> {
  const row = await db
    .selectFrom("wire_channel")
    .select("due_at")
    .where("due_at", "is not", null)
    .orderBy("due_at")
    .limit(1)
    .executeTakeFirst();
  return row?.due_at ? new Date(row.due_at) : undefined;
}

function channelFrom(row: Selectable<WireChannelRow>): Channel {
  return {
    id: row.id,
    // The words are written by `actions.ts` alone.
    kind: row.kind as ChannelKind,
    state: row.state as ChannelState,
    name: row.name,
    address: row.address,
    language: row.language,
    editionId: row.edition_id,
    rightsHolder: row.rights_holder,
    usageTerms: row.usage_terms,
    everyMinutes: row.every_minutes,
    dueAt: instant(row.due_at),
    askedAt: instant(row.asked_at),
    heardAt: instant(row.heard_at),
    failures: row.failures,
    problem: row.problem,
    problemAt: instant(row.problem_at),
    etag: row.etag,
    modified: row.modified,
    robotsAt: instant(row.robots_at),
    movedFrom: row.moved_from,
    digest: row.digest,
    hasToken: row.token_digest !== null,
    sealed: row.sealed,
    letters: { days: row.letter_days, senders: row.letter_senders, marksSeen: row.marks_seen === 1 },
    cursor: row.cursor,
    hub: row.hub,
    hubTopic: row.hub_topic,
    hubState: row.hub_state,
    hubUntil: instant(row.hub_until),
    hubAt: instant(row.hub_at),
  };
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

export const ITEM_STATES = ["new", "used", "ignored"] as const;

export type ItemState = (typeof ITEM_STATES)[number];

/** An item as the queue shows it. */
export type ItemLine = {
  readonly id: string;
  readonly channelId: string;
  readonly channel: string;
  readonly headline: string;
  readonly language: string | null;
  readonly state: ItemState;
  readonly status: WireStatus;
  readonly signal: WireSignal | null;
  readonly versions: number;
  readonly embargoUntil: Date | null;
  readonly urgency: number | null;
  readonly alarm: Alarm | null;
  readonly changedAt: Date;
};

export type ItemFilter = {
  readonly state?: ItemState | undefined;
  readonly channelId?: string | undefined;
  readonly language?: string | undefined;
  readonly words?: string;
  readonly after?: { readonly at: string; readonly id: string } | undefined;
};

/** Newest first. */
export async function itemLines(
  db: Db,
  filter: ItemFilter,
  { limit }: { readonly limit: number },
): Promise<ItemLine[]> {
  const { state, channelId, language, words = "", after } = filter;
  const rows = await lines(db)
    .$if(state !== undefined, (query) => query.where("wire_item.state", "=", state ?? ""))
    .$if(language !== undefined, (query) =>
      query.where(({ eb, or }) =>
        or([eb("wire_item.language", "=", language ?? ""), eb("wire_item.language", "like", `${language}-%`)]),
      ),
    )
    .$if(channelId !== undefined, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom("wire_name")
            .select("wire_name.name")
            .whereRef("wire_name.item_id", "=", "wire_item.id")
            .where("wire_name.channel_id", "=", channelId ?? ""),
        ),
      ),
    )
    .$if(after !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple("wire_item.changed_at", "wire_item.id"), "<", tuple(after?.at ?? "", after?.id ?? "")),
      ),
    )
    .where(({ and, eb }) =>
      and(patternsOf(words).map((pattern): Expression<SqlBool> => eb("wire_item.words", "like", pattern))),
    )
    .orderBy("wire_item.changed_at", "desc")
    .orderBy("wire_item.id", "desc")
    .limit(limit)
    .execute();
  return rows.map(lineFrom);
}

/** Items that were killed, corrected or changed after a draft was made of them, until somebody has seen it. */
export async function alarms(db: Db, { limit }: { readonly limit: number }): Promise<ItemLine[]> {
  const rows = await lines(db)
    .where("wire_item.alarm", "is not", null)
    .orderBy("wire_item.alarm_at", "desc")
    .orderBy("wire_item.id", "desc")
    .limit(limit)
    .execute();
  return rows.map(lineFrom);
}

function lines(db: Db) {
  return db
    .selectFrom("wire_item")
    .innerJoin("wire_channel", "wire_channel.id", "wire_item.channel_id")
    .select([
      "wire_item.id",
      "wire_item.channel_id",
      "wire_channel.name as channel",
      "wire_item.headline",
      "wire_item.language",
      "wire_item.state",
      "wire_item.status",
      "wire_item.signal",
      "wire_item.versions",
      "wire_item.embargo_until",
      "wire_item.urgency",
      "wire_item.alarm",
      "wire_item.changed_at",
    ]);
}

type LineRow = Awaited<ReturnType<ReturnType<typeof lines>["execute"]>>[number];

function lineFrom(row: LineRow): ItemLine {
  return {
    id: row.id,
    channelId: row.channel_id,
    channel: row.channel,
    headline: row.headline,
    language: row.language,
    // Words of `arrivals.ts` and `actions.ts`.
    state: row.state as ItemState,
    status: row.status as WireStatus,
    signal: row.signal as WireSignal | null,
    alarm: row.alarm as Alarm | null,
    versions: row.versions,
    embargoUntil: instant(row.embargo_until),
    urgency: row.urgency,
    changedAt: new Date(row.changed_at),
  };
}

export type ItemVersion = {
  readonly id: string;
  readonly channel: string;
  readonly copy: WireCopy;
  readonly format: string;
  readonly madeAt: Date;
  /** The one that holds. */
  readonly holds: boolean;
};

export type Item = ItemLine & {
  readonly channels: readonly { readonly id: string; readonly name: string; readonly at: Date }[];
  /** The first to arrive first. */
  readonly all: readonly ItemVersion[];
  readonly uses: readonly ItemUse[];
};

export type ItemUse = {
  readonly articleId: string;
  readonly headline: string;
  readonly state: string;
  readonly versionId: string;
  readonly edition: string;
};

const MOST_VERSIONS = 100;

export async function itemById(db: Db, id: string): Promise<Item | undefined> {
  const row = await lines(db).select("wire_item.version_id").where("wire_item.id", "=", id).executeTakeFirst();
  if (!row) return undefined;
  const versions = await db
    .selectFrom("wire_version")
    .innerJoin("wire_channel", "wire_channel.id", "wire_version.channel_id")
    .select([
      "wire_version.id",
      "wire_channel.name",
      "wire_version.copy",
      "wire_version.format",
      "wire_version.made_at",
    ])
    .where("item_id", "=", id)
    .orderBy("wire_version.made_at", "desc")
    .orderBy("wire_version.id", "desc")
    .limit(MOST_VERSIONS)
    .execute();
  const by = await db
    .selectFrom("wire_name")
    .innerJoin("wire_channel", "wire_channel.id", "wire_name.channel_id")
    .select(["wire_channel.id", "wire_channel.name", "wire_name.made_at"])
    .where("wire_name.item_id", "=", id)
    .orderBy("wire_name.made_at")
    .orderBy("wire_channel.name")
    .limit(MOST_VERSIONS)
    .execute();
  return {
    ...lineFrom(row),
    channels: [
      ...new Map(by.map((one) => [one.id, { id: one.id, name: one.name, at: new Date(one.made_at) }])).values(),
    ],
    all: versions
      .map((version) => ({
        id: version.id,
        channel: version.name,
        copy: copyFrom(version.copy),
        format: version.format,
        madeAt: new Date(version.made_at),
        holds: version.id === row.version_id,
      }))
      .toSorted(inOrder),
    uses: await usesOf(db, id),
  };
}

/** As they arrived; those of one moment as their sender made them. */
function inOrder(one: ItemVersion, other: ItemVersion): number {
  const said = ({ copy }: ItemVersion) => copy.versionCreated?.getTime() ?? 0;
  return (
    one.madeAt.getTime() - other.madeAt.getTime() ||
    said(one) - said(other) ||
    (one.copy.version ?? 0) - (other.copy.version ?? 0)
  );
}

async function usesOf(db: Db, itemId: string): Promise<ItemUse[]> {
  const rows = await db
    .selectFrom("wire_use")
    .innerJoin("article", "article.id", "wire_use.article_id")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .select(["article.id", "article.headline", "article.state", "wire_use.version_id", "edition.code"])
    .where("wire_use.item_id", "=", itemId)
    .orderBy("wire_use.made_at")
    .orderBy("article.id")
    .limit(MOST_VERSIONS)
    .execute();
  return rows.map(({ id, headline, state, version_id, code }) => ({
    articleId: id,
    headline: headline ?? "",
    state,
    versionId: version_id,
    edition: code,
  }));
}

export type CameByWire = {
  readonly item: ItemLine;
  readonly copy: WireCopy;
  readonly usageTerms: string;
  /** What came with it and is not in its draft, until somebody has seen that. */
  readonly left: readonly LeftOut[];
};

/** A kill stays one after somebody has seen it. */
export function isTakenBack({ status, alarm }: Pick<ItemLine, "status" | "alarm">): boolean {
  return status !== "usable" || alarm === "kill";
}

/** Where an article came from by the wire; nothing for one of our own. */
export async function wireOf(db: Db, articleId: string): Promise<CameByWire | undefined> {
  const use = await db
    .selectFrom("wire_use")
    .innerJoin("wire_version", "wire_version.id", "wire_use.version_id")
    .innerJoin("wire_channel", "wire_channel.id", "wire_version.channel_id")
    .select(["wire_use.item_id", "wire_use.left_out", "wire_version.copy", "wire_channel.usage_terms"])
    .where("wire_use.article_id", "=", articleId)
    .executeTakeFirst();
  if (!use) return undefined;
  const line = await lines(db).where("wire_item.id", "=", use.item_id).executeTakeFirst();
  if (!line) return undefined;
  // As `places.ts` wrote it.
  const left = JSON.parse(use.left_out) as readonly LeftOut[];
  return { item: lineFrom(line), copy: copyFrom(use.copy), usageTerms: use.usage_terms, left };
}

/** As `arrivals.ts` wrote it; instants are text in JSON. */
function copyFrom(text: string): WireCopy {
  return JSON.parse(text, (name, value: unknown) =>
    typeof value === "string" && INSTANTS.has(name) && value !== "" ? new Date(value) : value,
  ) as WireCopy;
}

const INSTANTS = new Set(["firstCreated", "versionCreated", "embargoedUntil", "at"]);
