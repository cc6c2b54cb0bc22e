import { createHash } from "node:crypto";
import type { Selectable } from "kysely";
import type { LabelWay } from "#agency/wire/stories.ts";
import { chunksOf } from "#lib/chunks.ts";
import type { Db } from "#store/db.ts";
import type { ClientChannelRow, WireClientRow, WireDeliveryRow } from "#store/schema.ts";
import { type Format, isFormat } from "#text/wire/formats.ts";
import {
  CHANNEL_KINDS,
  type Channel,
  type Client,
  type ClientToken,
  DELIVERY_KINDS,
  type Delivery,
  isScope,
  type Scope,
} from "./clients.ts";

const MOST_CLIENTS = 20_000;
const MOST_OF_ONE = 100;
// What a column of numbers holds; PostgreSQL refuses to be asked for more.
const MOST_NUMBER = 2 ** 31 - 1;

/** By name; those whose account is closed last. */
export async function allClients(db: Db, { limit = MOST_CLIENTS }: { limit?: number } = {}): Promise<Client[]> {
  const rows = await db
    .selectFrom("wire_client")
    .select(CLIENT_COLUMNS)
    .orderBy((row) => row.case().when("closed_at", "is", null).then(0).else(1).end())
    .orderBy("name")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(clientFromRow);
}

export async function clientById(db: Db, id: string): Promise<Client | undefined> {
  const row = await db.selectFrom("wire_client").select(CLIENT_COLUMNS).where("id", "=", id).executeTakeFirst();
  return row && clientFromRow(row);
}

const CLIENT_COLUMNS = [
  "id",
  "name",
  "email",
  "language",
  "editions",
  "sections",
  "topics",
  "keywords",
  "labels",
  "jurisdictions",
  "terms",
  "takes_embargoed",
  "last_number",
  "closed_at",
  "pulled_number",
  "pulled_at",
  "made_at",
] as const;

type ClientColumns = Pick<Selectable<WireClientRow>, (typeof CLIENT_COLUMNS)[number]>;

function clientFromRow(row: ClientColumns): Client {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    language: row.language,
    editions: JSON.parse(row.editions),
    sections: JSON.parse(row.sections),
    topics: JSON.parse(row.topics),
    keywords: JSON.parse(row.keywords),
    labels: row.labels === "data" ? "data" : ("text" satisfies LabelWay),
    jurisdictions: row.jurisdictions === null ? null : JSON.parse(row.jurisdictions),
    terms: row.terms,
    takesEmbargoed: row.takes_embargoed === 1,
    lastNumber: row.last_number,
    closedAt: momentOf(row.closed_at),
    pulled:
      row.pulled_number === null || row.pulled_at === null
        ? null
        : { number: row.pulled_number, at: new Date(row.pulled_at) },
    madeAt: new Date(row.made_at),
  };
}

function momentOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

export function digestOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The tokens that open something now, newest first; sessions and links are not among them. */
export async function tokensOf(db: Db, clientId: string): Promise<ClientToken[]> {
  const rows = await db
    .selectFrom("wire_token")
    .select(["id", "scopes", "hint", "made_at", "used_at"])
    .where("client_id", "=", clientId)
    .where("kind", "=", "token")
    .orderBy("made_at", "desc")
    .orderBy("id")
    .limit(MOST_OF_ONE)
    .execute();
  return rows.map(({ id, scopes, hint, made_at, used_at }) => ({
    id,
    scopes: scopesFrom(scopes),
    hint,
    madeAt: new Date(made_at),
    usedAt: momentOf(used_at),
  }));
}

function scopesFrom(json: string): Scope[] {
  const kept: readonly string[] = JSON.parse(json);
  return kept.filter(isScope);
}

export type Bearer = {
  readonly client: Client;
  readonly scopes: readonly Scope[];
  readonly tokenId: string;
  readonly usedAt: Date | null;
};

/** Whose token, link or session it is; nothing for one that opens nothing any more, or whose client's account is closed. */
export async function bearerOf(
  db: Db,
  { token, kind, at }: { readonly token: string; readonly kind: "token" | "link" | "session"; readonly at: Date },
): Promise<Bearer | undefined> {
  const row = await db
    .selectFrom("wire_token")
    .select(["id", "client_id", "scopes", "expires_at", "used_at"])
    .where("digest", "=", digestOf(token))
    .where("kind", "=", kind)
    .executeTakeFirst();
  if (!row || (row.expires_at !== null && row.expires_at <= at.toISOString())) return undefined;
  const client = await clientById(db, row.client_id);
  if (!client || client.closedAt !== null) return undefined;
  return { client, scopes: scopesFrom(row.scopes), tokenId: row.id, usedAt: momentOf(row.used_at) };
}

const CHANNEL_COLUMNS = [
  "id",
  "client_id",
  "kind",
  "address",
  "secret",
  "format",
  "done_number",
  "failures",
  "last_error",
  "told_at",
  "paused_at",
] as const;

type ChannelColumns = Pick<ClientChannelRow, (typeof CHANNEL_COLUMNS)[number]>;

export async function channelsOf(db: Db, clientId: string): Promise<Channel[]> {
  const rows = await db
    .selectFrom("client_channel")
    .select(CHANNEL_COLUMNS)
    .where("client_id", "=", clientId)
    .orderBy("made_at")
    .orderBy("id")
    .limit(MOST_OF_ONE)
    .execute();
  return rows.map(channelFromRow);
}

export async function channelById(db: Db, id: string): Promise<Channel | undefined> {
  const row = await db.selectFrom("client_channel").select(CHANNEL_COLUMNS).where("id", "=", id).executeTakeFirst();
  return row && channelFromRow(row);
}

/** Those that went well last time first. */
export async function channelsAmong(db: Db, ids: readonly string[]): Promise<Channel[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("client_channel")
    .select(CHANNEL_COLUMNS)
    .where("id", "in", ids)
    .orderBy("failures")
    .orderBy("id")
    .execute();
  return rows.map(channelFromRow);
}

function channelFromRow(row: ChannelColumns): Channel {
  return {
    id: row.id,
    clientId: row.client_id,
    kind: CHANNEL_KINDS.find((kind) => kind === row.kind) ?? "webhook",
    address: row.address,
    secret: row.secret,
    format: formatFrom(row.format),
    doneNumber: row.done_number,
    failures: row.failures,
    lastError: row.last_error,
    toldAt: momentOf(row.told_at),
    pausedAt: momentOf(row.paused_at),
  };
}

export function formatFrom(text: string): Format {
  return isFormat(text) ? text : "ninjs-3";
}

const DELIVERY_COLUMNS = [
  "client_id",
  "number",
  "article_id",
  "version",
  "kind",
  "made_at",
  "acknowledge_by",
  "acknowledged_at",
  "acknowledged_how",
  "escalated_at",
  "is_ahead",
  "relabelled",
  "reason",
] as const;

type DeliveryColumns = Pick<Selectable<WireDeliveryRow>, (typeof DELIVERY_COLUMNS)[number]>;

function deliveryFromRow(row: DeliveryColumns): Delivery {
  return {
    clientId: row.client_id,
    number: row.number,
    articleId: row.article_id,
    version: row.version + row.relabelled,
    kind: DELIVERY_KINDS.find((kind) => kind === row.kind) ?? "update",
    at: new Date(row.made_at),
    acknowledgeBy: momentOf(row.acknowledge_by),
    acknowledgedAt: momentOf(row.acknowledged_at),
    acknowledgedHow: row.acknowledged_how,
    escalatedAt: momentOf(row.escalated_at),
    isAhead: row.is_ahead === 1,
    relabelled: row.relabelled,
    reason: row.reason === "labels" ? row.reason : null,
  };
}

/** Nothing for a number that is none of the client's, whatever it is. */
export async function deliveryOf(db: Db, clientId: string, number: number): Promise<Delivery | undefined> {
  if (number > MOST_NUMBER) return undefined;
  const row = await db
    .selectFrom("wire_delivery")
    .select(DELIVERY_COLUMNS)
    .where("client_id", "=", clientId)
    .where("number", "=", number)
    .executeTakeFirst();
  return row && deliveryFromRow(row);
}

/** What its edition speaks. */
export async function languageOfStory(db: Db, articleId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("article")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .select("edition.language")
    .where("article.id", "=", articleId)
    .executeTakeFirst();
  return row?.language;
}

/** What comes after a number, in order. */
export async function deliveriesAfter(
  db: Db,
  clientId: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<Delivery[]> {
  const rows = await db
    .selectFrom("wire_delivery")
    .select(DELIVERY_COLUMNS)
    .where("client_id", "=", clientId)
    .where("number", ">", after)
    .orderBy("number")
    .limit(limit)
    .execute();
  return rows.map(deliveryFromRow);
}

/** The log of a client, newest first; before the number, when one is given. */
export async function newestDeliveries(
  db: Db,
  clientId: string,
  { before, limit }: { readonly before?: number | undefined; readonly limit: number },
): Promise<Delivery[]> {
  const rows = await db
    .selectFrom("wire_delivery")
    .select(DELIVERY_COLUMNS)
    .where("client_id", "=", clientId)
    .$if(before !== undefined, (query) => query.where("number", "<", before ?? 0))
    .orderBy("number", "desc")
    .limit(limit)
    .execute();
  return rows.map(deliveryFromRow);
}

const MOST_NOTICES = 100;

/** What a client has not said yet that it has read, newest first. */
export async function openNotices(db: Db, clientId: string): Promise<Delivery[]> {
  const rows = await db
    .selectFrom("wire_delivery")
    .select(DELIVERY_COLUMNS)
    .where("client_id", "=", clientId)
    .where("acknowledge_by", "is not", null)
    .where("acknowledged_at", "is", null)
    .orderBy("number", "desc")
    .limit(MOST_NOTICES)
    .execute();
  return rows.map(deliveryFromRow);
}

export type UnreadNotice = Delivery & { readonly clientName: string };

/** Notices whose time to be acknowledged is over, the longest overdue first. */
export async function overdueNotices(db: Db, at: Date): Promise<UnreadNotice[]> {
  const rows = await db
    .selectFrom("wire_delivery")
    .innerJoin("wire_client", "wire_client.id", "wire_delivery.client_id")
    .select(DELIVERY_COLUMNS.map((column) => `wire_delivery.${column}` as const))
    .select("wire_client.name")
    .where("wire_delivery.acknowledge_by", "<=", at.toISOString())
    .where("wire_delivery.acknowledged_at", "is", null)
    .where("wire_client.closed_at", "is", null)
    .orderBy("wire_delivery.acknowledge_by")
    .orderBy("wire_delivery.client_id")
    .orderBy("wire_delivery.number")
    .limit(MOST_NOTICES)
    .execute();
  return rows.map((row) => ({ ...deliveryFromRow(row), clientName: row.name }));
}

export type PausedChannel = Channel & { readonly clientName: string };

/** Channels nothing is sent to any more because sending failed too often. */
export async function pausedChannels(db: Db): Promise<PausedChannel[]> {
  const rows = await db
    .selectFrom("client_channel")
    .innerJoin("wire_client", "wire_client.id", "client_channel.client_id")
    .select(CHANNEL_COLUMNS.map((column) => `client_channel.${column}` as const))
    .select("wire_client.name")
    .where("client_channel.paused_at", "is not", null)
    .where("wire_client.closed_at", "is", null)
    .orderBy("client_channel.paused_at", "desc")
    .orderBy("client_channel.id")
    .limit(MOST_OF_ONE)
    .execute();
  return rows.map((row) => ({ ...channelFromRow(row), clientName: row.name }));
}

export type Try = {
  readonly channelId: string;
  readonly number: number;
  readonly at: Date;
  readonly error: string | null;
};

/** Every try to send these numbers on these channels, in order. */
export async function triesOf(
  db: Db,
  { channels, from, to }: { readonly channels: readonly string[]; readonly from: number; readonly to: number },
): Promise<Try[]> {
  if (channels.length === 0) return [];
  const rows = await db
    .selectFrom("wire_sent")
    .select(["channel_id", "number", "sent_at", "error"])
    .where("channel_id", "in", channels)
    .where("number", ">=", from)
    .where("number", "<=", to)
    .orderBy("sent_at")
    .orderBy("id")
    .limit(2_000)
    .execute();
  return rows.map(({ channel_id, number, sent_at, error }) => ({
    channelId: channel_id,
    number,
    at: new Date(sent_at),
    error,
  }));
}

export type StoryName = {
  readonly headline: string;
  readonly editionId: string;
  readonly publishedAt: Date;
  /** Of one that is not out yet. */
  readonly embargoedUntil: Date | null;
};

/** What the stories of these deliveries are called now, by their ids; what was killed has no name any more. */
export async function headlinesOf(
  db: Db,
  deliveries: readonly Pick<Delivery, "articleId" | "isAhead">[],
): Promise<ReadonlyMap<string, StoryName>> {
  if (deliveries.length === 0) return new Map();
  const all = [...new Set(deliveries.map(({ articleId }) => articleId))];
  const ahead = [...new Set(deliveries.flatMap(({ articleId, isAhead }) => (isAhead ? [articleId] : [])))];
  const [out, coming] = await Promise.all([
    named(db, "article.published_revision_id")
      .where("article.id", "in", all)
      .where("article.state", "=", "published")
      .execute(),
    ahead.length === 0
      ? []
      : named(db, "article.scheduled_revision_id")
          .where("article.id", "in", ahead)
          .where("article.ahead", "=", "sent")
          .execute(),
  ]);
  return new Map(
    [...out, ...coming].map(({ id, headline, edition_id, published_at, publish_at, made_at }) => [
      id,
      {
        headline,
        editionId: edition_id,
        publishedAt: new Date(published_at ?? publish_at ?? made_at),
        embargoedUntil: momentOf(publish_at),
      },
    ]),
  );
}

function named(db: Db, revision: "article.published_revision_id" | "article.scheduled_revision_id") {
  return db
    .selectFrom("article")
    .innerJoin("revision", "revision.id", revision)
    .select(["article.id", "article.edition_id", "article.published_at", "article.publish_at", "article.made_at"])
    .select("revision.headline");
}

const MOST_OF_A_STORY = 200;

/** Everything a client was sent of one story, newest first. */
export async function deliveriesOfStory(db: Db, clientId: string, articleId: string): Promise<Delivery[]> {
  const rows = await db
    .selectFrom("wire_delivery")
    .select(DELIVERY_COLUMNS)
    .where("client_id", "=", clientId)
    .where("article_id", "=", articleId)
    .orderBy("number", "desc")
    .limit(MOST_OF_A_STORY)
    .execute();
  return rows.map(deliveryFromRow);
}

/** Under which numbers a client had a story before this one, newest first; of a story that changed very often the last of them. */
export async function earlierNumbers(
  db: Db,
  { clientId, articleId, number }: Pick<Delivery, "clientId" | "articleId" | "number">,
): Promise<number[]> {
  const rows = await db
    .selectFrom("wire_delivery")
    .select("number")
    .where("client_id", "=", clientId)
    .where("article_id", "=", articleId)
    .where("number", "<", number)
    .orderBy("number", "desc")
    .limit(MOST_OF_A_STORY)
    .execute();
  return rows.map((row) => row.number);
}

/** Whether a client has this story under a later number. */
export async function isReplaced(
  db: Db,
  { clientId, articleId, number }: Pick<Delivery, "clientId" | "articleId" | "number">,
): Promise<boolean> {
  const later = await db
    .selectFrom("wire_delivery")
    .select("number")
    .where("client_id", "=", clientId)
    .where("article_id", "=", articleId)
    .where("number", ">", number)
    .limit(1)
    .executeTakeFirst();
  return later !== undefined;
}

const STORIES_A_QUESTION = 500;

/** The newest number a client has of each of these stories, newest first. */
export async function deliveriesAmong(db: Db, clientId: string, articleIds: readonly string[]): Promise<Delivery[]> {
  const newest = new Map<string, Delivery>();
  for (const ids of chunksOf([...new Set(articleIds)], STORIES_A_QUESTION)) {
    const rows = await db
      .selectFrom("wire_delivery")
      .select(DELIVERY_COLUMNS)
      .where("client_id", "=", clientId)
      .where("article_id", "in", ids)
      .orderBy("number")
      .execute();
    for (const row of rows) newest.set(row.article_id, deliveryFromRow(row));
  }
  return [...newest.values()].toSorted((one, other) => other.number - one.number);
}
