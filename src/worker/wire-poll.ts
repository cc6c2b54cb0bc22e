/**
 * Asks the channels of the wire whose time has come, several at once and each host one at a time. What a channel said and
 * that it was asked is one commit: killed in between, it is asked again, and what came twice is kept once.
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { type Heard, noteFailed, noteHeard } from "#agency/wire-in/actions.ts";
import { keepArrivals } from "#agency/wire-in/arrivals.ts";
import {
  afterAnswer,
  afterFailure,
  freshMsFrom,
  isLetIn,
  NO_WISHES,
  retryAfterFrom,
  sendersIn,
  unreadProblem,
  type Wishes,
} from "#agency/wire-in/channels.ts";
import { mailboxAt } from "#agency/wire-in/mailbox.ts";
import { type Channel, channelsDue, nextChannelDue } from "#agency/wire-in/queries.ts";
import { opened } from "#lib/sealed.ts";
import { type DroppedFile, droppedIn, layAside } from "#outside/drop-folder.ts";
import { type Fetched, fetchPublic } from "#outside/fetch.ts";
import { type Read, readMailbox } from "#outside/mailbox.ts";
import { statedSize } from "#outside/pictures.ts";
import { type Db, together } from "#store/db.ts";
import { enqueue } from "#store/queue.ts";
import { fileInFolder } from "#text/wire/pictures.ts";
import { readPlainFile } from "#text/wire/read/plain-file.ts";
import { type ReadWire, readWire, TOO_LARGE, type WireProblem } from "#text/wire/read/wire.ts";
import type { Outside } from "./outside.ts";
import { type Handler, handler } from "./work.ts";

const AT_ONCE = 8;
const AT_A_TIME = 200;
const MOST_BYTES = 10 * 1024 * 1024;
const TIMEOUT_MS = 20_000;
const ROBOT = "Dateline";
// RFC 9309 §2.4: a robots.txt is not relied on for longer than a day.
const ROBOTS_EVERY_MS = 24 * 60 * 60 * 1000;
const ACCEPT =
  "application/atom+xml, application/rss+xml, application/feed+json, application/json;q=0.9, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1";

type Ask = Pick<Outside, "url" | "network">;
type Poll = Ask & Pick<Outside, "wireFolder" | "wireKey" | "clientNetwork">;

export function wirePoll(outside: Poll, random: () => number = Math.random): Handler {
  return handler(z.object({}), async (_, { db, at, signal }) => {
    const due = await channelsDue(db, { at, limit: AT_A_TIME });
    const waiting = [...byHost(due).values()].values();
    const one = async () => {
      for (const some of waiting)
        for (const channel of some) {
          if (signal.aborted) return;
          await askOne(db, outside, { channel, random: random(), at });
        }
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, due.length) }, one));
    await askAgain(db, at);
  });
}

/** Asks for the job again when the next channel is due. */
async function askAgain(db: Db, at: Date): Promise<void> {
  const next = await nextChannelDue(db);
  if (next) await enqueue(db, "wire.poll", {}, next > at ? next : at, { key: "wire.poll" });
}

/** Channels of one server are asked one after another. */
function byHost(due: readonly Channel[]): ReadonlyMap<string, readonly Channel[]> {
  return Map.groupBy(due, ({ kind, address, id }) => {
    if (kind === "mailbox") return mailboxAt(address)?.host ?? id;
    return kind === "feed" ? (URL.parse(address)?.host ?? id) : id;
  });
}

type Asking = { readonly channel: Channel; readonly random: number; readonly at: Date };

async function askOne(db: Db, outside: Poll, asking: Asking): Promise<void> {
  const { channel } = asking;
  switch (channel.kind) {
    case "feed":
      return askFeed(db, outside, asking);
    case "folder":
      return lookIn(db, outside, asking);
    case "mailbox":
      return askMailbox(db, outside, asking);
    case "webhook":
      return;
  }
}

async function askFeed(db: Db, outside: Ask, { channel, random, at }: Asking): Promise<void> {
  const asksRobots = channel.robotsAt === null || at.getTime() - channel.robotsAt.getTime() >= ROBOTS_EVERY_MS;
  const answer = await fetchFeed(outside, channel, { asksRobots });
  const failed = (problem: string, retryAfter: Date | null = null, isGone = false) =>
    noteFailed(db, {
      channel,
      problem,
      isGone,
      dueAt: afterFailure({ failures: channel.failures + 1, retryAfter, random, at }),
      at,
    });
  if ("problem" in answer) return failed(answer.problem);
  const { fetched } = answer;
  const header = headersOf(fetched);
  const heard = (wishes: Wishes, more: Partial<Heard> = {}) => ({
    dueAt: beforeLeaseEnds(channel, afterAnswer({ ...channel, isHeldByHub: isHeld(channel, at), wishes, random, at })),
    askedRobots: asksRobots,
    moved: fetched.moved,
    ...more,
  });
  const freshMs = freshMsFrom(header("cache-control"));
  if (fetched.status === 304) {
    await noteHeard(db, { channel, heard: heard({ ...NO_WISHES, freshMs }), at });
    return;
  }
  if (fetched.status !== 200)
    return failed(String(fetched.status), retryAfterFrom(header("retry-after"), at), fetched.status === 410);
  const digest = createHash("sha256").update(fetched.bytes).digest("hex");
  const read = readWire(fetched.bytes, { address: fetched.address });
  if ("problem" in read) return failed(unreadProblem(read));
  const kept = heard(wishesOf(read, freshMs), {
    etag: header("etag") ?? null,
    modified: header("last-modified") ?? null,
    digest,
    ...hubOf(read, fetched, header("link")),
  });
  // One commit: what it said, and that it has said it.
  const isAsking = asksHub(outside, channel, { kept, at });
  await together(db, async (db) => {
    // The same bytes again are from a server that knows no conditions.
    if (digest !== channel.digest)
      await keepArrivals(db, {
        channelId: channel.id,
        format: read.format,
        copies: read.items,
        language: channel.language,
        at,
      });
    await noteHeard(db, { channel, heard: kept, at });
    if (isAsking)
      await enqueue(db, "wire.subscribe", { channelId: channel.id }, at, { key: `wire.subscribe:${channel.id}` });
  });
}

/** A file is kept, then laid aside: killed in between, it is read again and changes nothing. */
async function lookIn(db: Db, { wireFolder }: Poll, { channel, random, at }: Asking): Promise<void> {
  const folder = join(wireFolder, channel.address);
  let problem: string | undefined;
  const unread: string[] = [];
  try {
    for await (const file of droppedIn(folder)) {
      const { name, isOld } = file;
      const read = readDropped(file, fileInFolder(channel.address, ""));
      if ("problem" in read) {
        // The rest of it may still come.
        if (!isOld) continue;
        unread.push(`${read.why}: ${name}`);
        await layAside(folder, name, "failed", at.toISOString());
        continue;
      }
      const { format, items } = read;
      await keepArrivals(db, { channelId: channel.id, format, copies: items, language: channel.language, at });
      await layAside(folder, name, "done", at.toISOString());
    }
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause)) throw cause;
    problem = `unread: ${cause.message}`;
  }
  const dueAt = afterAnswer({ ...channel, isHeldByHub: false, wishes: NO_WISHES, random, at });
  // A file that could not be read lies aside; the folder itself is well.
  const told = unread.length > 0 ? `aside: ${unread.length}: ${unread.at(-1)}` : undefined;
  if (problem === undefined) await noteHeard(db, { channel, heard: { dueAt, told }, at });
  else await noteFailed(db, { channel, problem, dueAt, at });
}

/** A picture is no story of its own: it waits among what was laid aside for the one that names it. */
function readDropped({ name, bytes }: DroppedFile, files: string): Pick<ReadWire, "format" | "items"> | WireProblem {
  if (!bytes) return TOO_LARGE;
  if (statedSize(bytes)) return NO_STORY;
  const read = readWire(bytes, { files });
  return "problem" in read && /\.te?xt$/i.test(name) ? (readPlainFile(bytes) ?? read) : read;
}

const NO_STORY = { format: "text", items: [] } as const;

const DAY_MS = 24 * 60 * 60 * 1000;
const MINUTE_MS = 60 * 1000;

/** Letters and how far the box was read are one commit: killed in between, they are asked for again and kept once. */
async function askMailbox(
  db: Db,
  { wireKey, network, clientNetwork = network }: Poll,
  { channel, random, at }: Asking,
): Promise<void> {
  const place = mailboxAt(channel.address);
  const password = channel.sealed === null ? undefined : opened(wireKey, channel.sealed);
  const { letters: taken, cursor } = channel;
  const answer =
    place === undefined || password === undefined
      ? { problem: "mail-locked" }
      : await readMailbox({
          at: place,
          password,
          network: clientNetwork,
          cursor,
          since: new Date(at.getTime() - taken.days * DAY_MS),
          marksSeen: taken.marksSeen,
          keep: (read) => keepLetters(db, { channel, read, random, at }),
        });
  if (answer === undefined) return;
  const dueAt = afterFailure({ failures: channel.failures + 1, retryAfter: null, random, at });
  await noteFailed(db, { channel, problem: answer.problem, dueAt, at });
}

async function keepLetters(db: Db, { channel, read, random, at }: Asking & { readonly read: Read }): Promise<void> {
  const { readLetter } = await import("#text/wire/read/letter.ts");
  const senders = sendersIn(channel.letters.senders);
  let passed = 0;
  const copies: Pick<ReadWire, "format" | "items">[] = [];
  for (const { bytes, received } of read.letters) {
    // What is too large stays in the mailbox, where somebody can look at it.
    const letter = bytes && (await readLetter(bytes, { received }));
    if (letter === undefined) passed += 1;
    else if (isLetIn(letter.from, senders)) copies.push(...letter.read);
  }
  const usual = afterAnswer({ ...channel, isHeldByHub: false, wishes: NO_WISHES, random, at });
  const dueAt = read.hasMore ? new Date(at.getTime() + MINUTE_MS) : usual;
  const told = passed > 0 ? `passed: ${passed}` : undefined;
  await together(db, async (db) => {
    for (const { format, items } of copies)
      await keepArrivals(db, { channelId: channel.id, format, copies: items, language: channel.language, at });
    await noteHeard(db, { channel, heard: { dueAt, cursor: read.cursor, told }, at });
  });
}

/** A hub is asked once a day at most, until it holds, and again in the last quarter of what it promised. */
function asksHub({ url }: Ask, channel: Channel, { kept, at }: { readonly kept: Heard; readonly at: Date }): boolean {
  const { hostname } = new URL(url);
  const isReached = hostname !== "localhost" && !/^[\d.]+$|^\[/.test(hostname);
  if (!isReached || kept.hub === null || kept.hub === undefined) return false;
  if (kept.hub !== channel.hub || kept.hubTopic !== channel.hubTopic) return true;
  const waitedMs = at.getTime() - (channel.hubAt?.getTime() ?? 0);
  if (!isHeld(channel, at)) return waitedMs >= DAY_MS;
  const leftMs = (channel.hubUntil?.getTime() ?? 0) - at.getTime();
  return leftMs < waitedMs / 3;
}

function fetchFeed({ url, network }: Ask, channel: Channel, { asksRobots }: { readonly asksRobots: boolean }) {
  return fetchPublic(channel.address, {
    agent: `Dateline (+${url})`,
    accept: ACCEPT,
    mostBytes: MOST_BYTES,
    timeoutMs: TIMEOUT_MS,
    headers: {
      ...(channel.etag !== null && { "if-none-match": channel.etag }),
      ...(channel.modified !== null && { "if-modified-since": channel.modified }),
    },
    ...(asksRobots && { robots: ROBOT }),
    ...(network && { network }),
  });
}

function headersOf({ headers }: Fetched): (name: string) => string | undefined {
  return (name) => headers.find(([known]) => known.toLowerCase() === name)?.[1];
}

function wishesOf({ feed }: ReadWire, freshMs: number): Wishes {
  return { ttlMinutes: feed?.ttlMinutes ?? null, skips: feed?.skips ?? NO_WISHES.skips, freshMs };
}

/** WebSub §4: what the headers say goes before what the feed says. */
function hubOf({ feed }: ReadWire, { address }: Fetched, link: string | undefined): Pick<Heard, "hub" | "hubTopic"> {
  const linked = (rel: string) => {
    const found = [...(link ?? "").matchAll(/<([^<>]{1,2000})>([^,<]{0,300})/g)].find(([, , parameters = ""]) =>
      new RegExp(`\\brel\\s*=\\s*"?[^"]*\\b${rel}\\b`, "i").test(parameters),
    );
    return found && (URL.parse(found[1] ?? "", address)?.href ?? undefined);
  };
  const hub = linked("hub") ?? feed?.hub ?? null;
  return { hub, hubTopic: hub === null ? null : (linked("self") ?? feed?.self ?? address) };
}

/** A lease that runs out is noticed when it does. */
function beforeLeaseEnds(channel: Channel, dueAt: Date): Date {
  const { hubState, hubUntil, askedAt } = channel;
  const isLater = hubState === "held" && hubUntil !== null && hubUntil < dueAt && hubUntil > (askedAt ?? hubUntil);
  return isLater ? hubUntil : dueAt;
}

function isHeld({ hubState, hubUntil }: Channel, at: Date): boolean {
  return hubState === "held" && hubUntil !== null && hubUntil > at;
}
