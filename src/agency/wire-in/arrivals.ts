/**
 * Copy as it arrives: each item once, however many channels bring it and however often, in the order of its versions and
 * not of its coming. Everything is kept in the commit of its batch, so that a batch that comes twice changes nothing.
 */
import { chunksOf } from "#lib/chunks.ts";
import { newId } from "#lib/ids.ts";
import { type Db, together } from "#store/db.ts";
import { bump } from "#store/topics.ts";
import { sureLanguageOf } from "#text/intake/language.ts";
import { likeness, likenessOf } from "#text/replies/likeness.ts";
import type { WireCopy } from "#text/wire/copy.ts";
import type { WireFormat } from "#text/wire/read/wire.ts";
import type { WireSignal, WireStatus } from "#text/wire/story.ts";
import {
  type Alarm,
  type Arrival,
  alarmOf,
  arrivalOf,
  beginsAlike,
  headlineMark,
  isKill,
  type KeptVersion,
  NOT_KNOWN_AGAIN,
  standingOf,
  worse,
} from "./matching.ts";

/** What became of a batch, in numbers of items. */
export type Arrived = {
  readonly fresh: number;
  readonly changed: number;
  /** Here already, word for word, or the same story from another channel. */
  readonly known: number;
  /** Items that drafts were made of, and that were killed or corrected by this batch. */
  readonly alarms: number;
};

type Batch = {
  readonly channelId: string;
  readonly format: WireFormat;
  readonly copies: readonly WireCopy[];
  /** Of copy that does not say its own. */
  readonly language?: string | null;
  readonly at: Date;
};

// The same story comes by all channels within days; a text that comes back a year later is told again.
const ALIKE_DAYS = 14;
const DAY_MS = 24 * 60 * 60 * 1000;
// A changed headline and a cut last paragraph; two reports of one event by two reporters share far less.
const SAME_STORY = 0.8;
const MOST_CANDIDATES = 50;
// Seen is noted once a day: it only says that the channel still carries it.
const SEEN_EVERY_MS = DAY_MS;

export async function keepArrivals(
  db: Db,
  { channelId, format, copies, language = null, at }: Batch,
): Promise<Arrived> {
  if (copies.length === 0) return { fresh: 0, changed: 0, known: 0, alarms: 0 };
  return together(db, async (db) => {
    // Feeds begin with the newest; ids and lists are in the order in which things were said.
    const arrivals = copies
      .map((copy) => arrivalOf({ ...copy, language: copy.language ?? language }, { format, at }))
      .reverse()
      .toSorted((one, other) => timeOf(one) - timeOf(other));
    const seen = await hereAlready(db, { channelId, arrivals });
    const isNew = arrivals.some((arrival) => !seen.isKept(arrival));
    // On PostgreSQL several processes bring copy in: from here on one at a time, each seeing what the last one kept.
    if (isNew) await bump(db, ["wire-in"]);
    const here = isNew ? await hereAlready(db, { channelId, arrivals }) : seen;
    const arrived = { fresh: 0, changed: 0, known: 0, alarms: 0 };
    for (const arrival of arrivals) {
      const became = await keepOne(db, { here, arrival, channelId, at });
      if (became === "alarm") arrived.alarms += 1;
      arrived[became === "alarm" ? "changed" : became] += 1;
    }
    await noteSeen(db, { channelId, arrivals, at });
    return arrived;
  });
}

type Became = "fresh" | "changed" | "known" | "alarm";

async function keepOne(db: Db, { here, arrival, channelId, at }: Under & { readonly here: Here }): Promise<Became> {
  const named = here.items.get(arrival.name);
  const found = named ?? (await itemOf(db, { arrival, channelId, at }));
  const itemId = found ?? (await keepItem(db, { arrival, channelId, at }));
  if (named === undefined && found !== undefined) await nameItem(db, { arrival, channelId, itemId, at });
  here.items.set(arrival.name, itemId);
  if (found === undefined) return "fresh";
  return here.isKept(arrival) ? "known" : keepVersion(db, { arrival, channelId, itemId, at });
}

function timeOf({ copy }: Arrival): number {
  return (copy.versionCreated ?? copy.firstCreated)?.getTime() ?? 0;
}

type Under = { readonly arrival: Arrival; readonly channelId: string; readonly at: Date };

// As many as an engine takes in one statement, with room for the rest of it.
const A_STATEMENT = 500;

type Here = {
  /** Items this channel has brought before, by what it calls them. */
  readonly items: Map<string, string>;
  /** Whether the very same is kept. */
  readonly isKept: (arrival: Arrival) => boolean;
};

async function hereAlready(
  db: Db,
  { channelId, arrivals }: { readonly channelId: string; readonly arrivals: readonly Arrival[] },
): Promise<Here> {
  const items = new Map<string, string>();
  for (const some of chunksOf(arrivals, A_STATEMENT)) {
    const names = some.map(({ name }) => name);
    const rows = await db
      .selectFrom("wire_name")
      .select(["name", "item_id"])
      .where("channel_id", "=", channelId)
      .where("name", "in", names)
      .execute();
    for (const row of rows) items.set(row.name, row.item_id);
  }
  const versions = new Set<string>();
  for (const some of chunksOf([...new Set(items.values())], A_STATEMENT)) {
    const rows = await db
      .selectFrom("wire_version")
      .select(["item_id", "digest"])
      .where("item_id", "in", some)
      .execute();
    for (const { item_id, digest } of rows) versions.add(`${item_id} ${digest}`);
  }
  return { items, isKept: ({ name, digest }) => versions.has(`${items.get(name)} ${digest}`) };
}

/** The item that another channel has brought already, by its name, by its words, or by its headline and its beginning. */
async function itemOf(db: Db, { arrival, channelId, at }: Under): Promise<string | undefined> {
  if (arrival.isGlobal) {
    const named = await db
      .selectFrom("wire_name")
      .select("item_id")
      .where("name", "=", arrival.name)
      .orderBy("made_at")
      .limit(1)
      .executeTakeFirst();
    if (named) return named.item_id;
  }
  // Notices that something is killed are all alike.
  if (isKill(arrival.copy)) return undefined;
  const since = new Date(at.getTime() - ALIKE_DAYS * DAY_MS).toISOString();
  if (arrival.textDigest !== null) {
    const said = await db
      .selectFrom("wire_version")
      .innerJoin("wire_item", "wire_item.id", "wire_version.item_id")
      .select("item_id")
      .where("text_digest", "=", arrival.textDigest)
      .where("wire_version.made_at", ">=", since)
      .where("wire_item.status", "<>", "canceled")
      .orderBy("wire_version.made_at")
      .limit(1)
      .executeTakeFirst();
    if (said) return said.item_id;
  }
  return itemAlike(db, { arrival, channelId, since });
}

type Alike = { readonly arrival: Arrival; readonly channelId: string; readonly since: string };

/** In other channels alone: two items of one channel that are nearly alike are two, as who sends them says. */
async function itemAlike(db: Db, { arrival, channelId, since }: Alike): Promise<string | undefined> {
  const headline = headlineMark(arrival.copy);
  const alike = arrival.textDigest === null ? undefined : likenessOf(arrival.text);
  const marks = [...(headline ? [headline] : []), ...bandMarks(alike)];
  if (marks.length === 0) return undefined;
  const candidates = await db
    .selectFrom("wire_mark")
    .innerJoin("wire_item", "wire_item.id", "wire_mark.item_id")
    .select(["wire_item.id", "wire_item.words", "wire_mark.mark", "wire_mark.sketch", "wire_item.channel_id"])
    .where("mark", "in", marks)
    .where("wire_mark.made_at", ">=", since)
    .where("wire_item.status", "<>", "canceled")
    .orderBy("wire_mark.made_at", "desc")
    .limit(MOST_CANDIDATES)
    .execute();
  const found = candidates.find(({ words, mark, sketch, channel_id }) => {
    if (channel_id === channelId) return false;
    if (alike && likeness(sketch, alike.sketch) >= SAME_STORY) return true;
    return mark === headline && beginsAlike(arrival.text, words);
  });
  return found?.id;
}

function bandMarks(alike: ReturnType<typeof likenessOf>): string[] {
  return alike ? alike.bands.map((band, at) => `${at}:${band}`) : [];
}

async function nameItem(
  db: Db,
  { arrival, channelId, itemId, at }: Under & { readonly itemId: string },
): Promise<void> {
  const moment = at.toISOString();
  await db
    .insertInto("wire_name")
    .values({ channel_id: channelId, name: arrival.name, item_id: itemId, made_at: moment, seen_at: moment })
    .onConflict((known) => known.columns(["channel_id", "name"]).doNothing())
    .execute();
}

async function keepItem(db: Db, { arrival, channelId, at }: Under): Promise<string> {
  const itemId = newId(at);
  const versionId = newId(at);
  const moment = at.toISOString();
  await db
    .insertInto("wire_item")
    .values({
      id: itemId,
      channel_id: channelId,
      version_id: versionId,
      versions: 1,
      state: "new",
      ...shown(arrival),
      alarm: null,
      alarm_at: null,
      decided_by: null,
      decided_at: null,
      made_at: moment,
      changed_at: moment,
    })
    .execute();
  await insertVersion(db, { arrival, channelId, itemId, versionId, at });
  await nameItem(db, { arrival, channelId, itemId, at });
  await markItem(db, { arrival, itemId, at });
  return itemId;
}

/** What the lists of the desk show of the version that holds. */
function shown({ copy, words, text }: Arrival) {
  return {
    status: copy.status,
    signal: copy.signal,
    // Many feeds do not say it; lists are filtered by it all the same.
    language: copy.language ?? sureLanguageOf(`${copy.headline}\n${text}`) ?? null,
    headline: copy.headline.slice(0, LONGEST_HEADLINE),
    words,
    embargo_until: copy.embargoedUntil?.toISOString() ?? null,
    urgency: copy.urgency,
  };
}

function namedBy(arrival: Arrival) {
  const { headline, words } = shown(arrival);
  return { headline, words };
}

// What a feed without titles gives as one may be its whole text.
const LONGEST_HEADLINE = 500;

type Versioned = Under & { readonly itemId: string; readonly versionId: string };

async function insertVersion(db: Db, { arrival, channelId, itemId, versionId, at }: Versioned): Promise<void> {
  const { copy, digest, textDigest, format } = arrival;
  await db
    .insertInto("wire_version")
    .values({
      id: versionId,
      item_id: itemId,
      channel_id: channelId,
      digest,
      text_digest: textDigest,
      number: copy.version,
      said_at: copy.versionCreated?.toISOString() ?? null,
      status: copy.status,
      signal: copy.signal,
      format,
      copy: JSON.stringify(copy),
      made_at: at.toISOString(),
    })
    .execute();
}

async function markItem(
  db: Db,
  { arrival, itemId, at }: { readonly arrival: Arrival; readonly itemId: string; readonly at: Date },
): Promise<void> {
  const headline = headlineMark(arrival.copy);
  const alike = arrival.textDigest === null ? undefined : likenessOf(arrival.text);
  const marks = [...(headline ? [headline] : []), ...bandMarks(alike)];
  if (marks.length === 0 || isKill(arrival.copy)) return;
  await db
    .insertInto("wire_mark")
    .values(marks.map((mark) => ({ mark, item_id: itemId, sketch: alike?.sketch ?? "", made_at: at.toISOString() })))
    .onConflict((known) =>
      known.columns(["mark", "item_id"]).doUpdateSet({ sketch: alike?.sketch ?? "", made_at: at.toISOString() }),
    )
    .execute();
}

/** Puts a version where it belongs. Answers whether it was one, and whether somebody has to be told at once. */
async function keepVersion(
  db: Db,
  { arrival, channelId, itemId, at }: Under & { readonly itemId: string },
): Promise<"known" | "changed" | "alarm"> {
  const held = await heldVersion(db, itemId);
  if (held.digests.has(arrival.digest)) return "known";
  const { copy } = arrival;
  const standing = standingOf(copy, { channelId, kept: held.kept });
  if (standing === "beside") return "known";
  const versionId = newId(at);
  await insertVersion(db, { arrival, channelId, itemId, versionId, at });
  const moment = at.toISOString();
  if (standing === "older") {
    await db
      .updateTable("wire_item")
      // A kill that came before its story is known by the story's headline now.
      .set((item) => ({ versions: item("versions", "+", 1), ...(held.headline === "" && namedBy(arrival)) }))
      .where("id", "=", itemId)
      .execute();
    return "changed";
  }
  const happened = alarmOf(copy, { embargoWas: held.embargoUntil, at });
  const isUsed = held.state === "used";
  // A notice of a kill seldom repeats the headline; the desk knows the story by it.
  const own = shown(arrival);
  const named = own.headline === "" ? { ...own, headline: held.headline, words: held.words } : own;
  await db
    .updateTable("wire_item")
    .set((item) => ({
      ...named,
      language: own.language ?? held.language,
      version_id: versionId,
      versions: item("versions", "+", 1),
      changed_at: moment,
      ...(isUsed && { alarm: worse(happened, held.alarm), alarm_at: moment }),
    }))
    .where("id", "=", itemId)
    .execute();
  await markItem(db, { arrival, itemId, at });
  return isUsed ? "alarm" : "changed";
}

type Held = {
  readonly kept: KeptVersion;
  readonly digests: ReadonlySet<string>;
  readonly state: string;
  readonly headline: string;
  readonly words: string;
  readonly language: string | null;
  readonly alarm: Alarm | null;
  readonly embargoUntil: Date | null;
};

async function heldVersion(db: Db, itemId: string): Promise<Held> {
  const row = await db
    .selectFrom("wire_item")
    .innerJoin("wire_version", "wire_version.id", "wire_item.version_id")
    .select([
      "wire_version.channel_id",
      "wire_version.number",
      "wire_version.said_at",
      "wire_version.status",
      "wire_version.signal",
      "wire_item.state",
      "wire_item.headline",
      "wire_item.words",
      "wire_item.language",
      "wire_item.alarm",
      "wire_item.embargo_until",
    ])
    .where("wire_item.id", "=", itemId)
    .executeTakeFirstOrThrow();
  const all = await db.selectFrom("wire_version").select("digest").where("item_id", "=", itemId).execute();
  return {
    kept: {
      channelId: row.channel_id,
      number: row.number,
      saidAt: row.said_at === null ? null : new Date(row.said_at),
      // Words of our own writing, in `insertVersion`.
      isKill: isKill({ status: row.status as WireStatus, signal: row.signal as WireSignal | null }),
      isWithheld: all.some(({ digest }) => digest === NOT_KNOWN_AGAIN),
    },
    digests: new Set(all.map(({ digest }) => digest)),
    state: row.state,
    headline: row.headline,
    words: row.words,
    language: row.language,
    alarm: row.alarm as Alarm | null,
    embargoUntil: row.embargo_until === null ? null : new Date(row.embargo_until),
  };
}

async function noteSeen(
  db: Db,
  { channelId, arrivals, at }: { readonly channelId: string; readonly arrivals: readonly Arrival[]; readonly at: Date },
): Promise<void> {
  const before = new Date(at.getTime() - SEEN_EVERY_MS).toISOString();
  for (const some of chunksOf(arrivals, A_STATEMENT))
    await db
      .updateTable("wire_name")
      .set({ seen_at: at.toISOString() })
      .where("channel_id", "=", channelId)
      .where(
        "name",
        "in",
        some.map(({ name }) => name),
      )
      .where("seen_at", "<", before)
      .execute();
}
