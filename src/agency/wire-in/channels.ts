/** Channels the wire comes in by, and when each is asked again: politely, and less often the longer it fails. */
import { z } from "zod";
import { isWebAddress } from "#text/document/links.ts";
import type { WireProblem } from "#text/wire/read/wire.ts";
import { mailboxAt } from "./mailbox.ts";

export const CHANNEL_KINDS = ["feed", "folder", "webhook", "mailbox"] as const;

export type ChannelKind = (typeof CHANNEL_KINDS)[number];

export type ChannelState = "on" | "paused" | "gone";

/** What somebody at the desk says of a channel. */
export type ChannelFacts = {
  readonly kind: ChannelKind;
  readonly name: string;
  /** A feed's page, the name of a folder below the watched one, a mailbox as `mailboxAddress` writes it; empty for a webhook. */
  readonly address: string;
  readonly language: string | null;
  readonly editionId: string | null;
  readonly rightsHolder: string;
  readonly usageTerms: string;
  readonly everyMinutes: number | null;
  /** Of a mailbox alone. */
  readonly letters?: LettersTaken;
};

/** Which letters of a mailbox are taken, and what becomes of them there. */
export type LettersTaken = {
  /** How far back the first look goes. */
  readonly days: number;
  /** Addresses, or `@domain`, one a line; empty when anybody may send. */
  readonly senders: string;
  readonly marksSeen: boolean;
};

export const USUAL_LETTERS: LettersTaken = { days: 7, senders: "", marksSeen: false };

export type ChannelProblem =
  | "name"
  | "address"
  | "folder"
  | "mailbox"
  | "password"
  | "days"
  | "senders"
  | "language"
  | "every"
  | "long"
  | "taken";

const LONGEST_NAME = 100;
const LONGEST_ADDRESS = 2_000;
const LONGEST_TERMS = 1_000;
const LONGEST_SENDERS = 10_000;
const MOST_LETTER_DAYS = 365;
const LEAST_MINUTES = 5;
const MOST_MINUTES = 7 * 24 * 60;

const every = z.coerce.number().int().min(LEAST_MINUTES).max(MOST_MINUTES);

/** Why it cannot be kept like that, by field; nothing when it can. */
export function problemsOf(facts: ChannelFacts): readonly ChannelProblem[] {
  const { kind, name, address, language, rightsHolder, usageTerms, everyMinutes, letters = USUAL_LETTERS } = facts;
  const isLong =
    name.length > LONGEST_NAME ||
    address.length > LONGEST_ADDRESS ||
    rightsHolder.length + usageTerms.length > LONGEST_TERMS ||
    letters.senders.length > LONGEST_SENDERS;
  return [
    ...(name === "" ? (["name"] as const) : []),
    ...(kind === "feed" && !isWebAddress(address) ? (["address"] as const) : []),
    ...(kind === "folder" && !isFolderName(address) ? (["folder"] as const) : []),
    ...(kind === "mailbox" && !mailboxAt(address) ? (["mailbox"] as const) : []),
    ...(days.safeParse(letters.days).success ? [] : (["days"] as const)),
    ...(sendersIn(letters.senders).every(isSender) ? [] : (["senders"] as const)),
    ...(language !== null && !/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language) ? (["language"] as const) : []),
    ...(everyMinutes !== null && !every.safeParse(everyMinutes).success ? (["every"] as const) : []),
    ...(isLong ? (["long"] as const) : []),
  ];
}

const days = z.number().int().min(1).max(MOST_LETTER_DAYS);

/** Who is let in, as they are written, in small letters. */
export function sendersIn(text: string): readonly string[] {
  return text
    .split(/[\s,;]+/)
    .filter((one) => one !== "")
    .map((one) => one.toLowerCase());
}

function isSender(text: string): boolean {
  return /^[^@]*@[^@\s]+\.[^@\s.]+$/.test(text);
}

/** Whether an address is among those that are let in; nobody named lets everybody in. Who writes can say to be anybody. */
export function isLetIn(from: string, senders: readonly string[]): boolean {
  const address = from.toLowerCase();
  return (
    senders.length === 0 || senders.some((one) => one === address || (one.startsWith("@") && address.endsWith(one)))
  );
}

/** One step of a path, so that it leads nowhere else. */
export function isFolderName(name: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,99}$/u.test(name);
}

/** Why an answer was not read, as it is kept with its channel. */
export function unreadProblem({ why, feed }: WireProblem): string {
  return ["unread:", why, ...(feed === undefined ? [] : [feed])].join(" ");
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

// What an agency's own readers do: often enough for news, seldom enough for a small site.
const USUAL_MINUTES = 15;
// A hub tells at once; the feed is read now and then all the same, for what got lost.
const WITH_HUB_MINUTES = 6 * 60;
const FOLDER_MINUTES = 1;
const MAILBOX_MINUTES = 5;
const LONGEST_WAIT_MS = DAY_MS;
const FIRST_WAIT_MS = 5 * MINUTE_MS;
// No server's wish keeps a channel silent for longer without a person knowing.
const LONGEST_WISH_MS = 7 * DAY_MS;

/** What the last answer said about when to ask again. */
export type Wishes = {
  readonly ttlMinutes: number | null;
  readonly skips: { readonly hours: readonly number[]; readonly days: readonly number[] };
  /** `Cache-Control: max-age`, in milliseconds. */
  readonly freshMs: number;
};

export const NO_WISHES: Wishes = { ttlMinutes: null, skips: { hours: [], days: [] }, freshMs: 0 };

type Asked = {
  readonly kind: ChannelKind;
  readonly everyMinutes: number | null;
  readonly isHeldByHub: boolean;
  readonly wishes: Wishes;
  /** From 0 to 1: spreads channels that were asked together. */
  readonly random: number;
  readonly at: Date;
};

/** When a channel that answered is asked again. What an editor set is kept to, but never against what the feed asks for. */
export function afterAnswer({ kind, everyMinutes, isHeldByHub, wishes, random, at }: Asked): Date {
  const usual = { feed: USUAL_MINUTES, folder: FOLDER_MINUTES, webhook: USUAL_MINUTES, mailbox: MAILBOX_MINUTES }[kind];
  const wanted = everyMinutes ?? (isHeldByHub ? WITH_HUB_MINUTES : usual);
  const wish = Math.max((wishes.ttlMinutes ?? 0) * MINUTE_MS, wishes.freshMs);
  const waitMs = Math.max(wanted * MINUTE_MS, Math.min(wish, LONGEST_WAIT_MS));
  // Up to a tenth later: a hundred feeds of one server are not asked in one second for ever.
  return outsideSkips(new Date(at.getTime() + Math.round(waitMs * (1 + random / 10))), wishes.skips);
}

/** When a channel that failed is asked again: twice as long each time up to a day, and never before it said. */
export function afterFailure({
  failures,
  retryAfter,
  random,
  at,
}: {
  /** In a row, this one included. */
  readonly failures: number;
  readonly retryAfter: Date | null;
  readonly random: number;
  readonly at: Date;
}): Date {
  const full = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures - 1, 20));
  const own = at.getTime() + Math.round(full * (0.75 + random / 2));
  const wished = Math.min(retryAfter?.getTime() ?? 0, at.getTime() + LONGEST_WISH_MS);
  return new Date(Math.max(own, wished));
}

/** The first moment from `time` on that is in none of the hours and days the feed asked to be left alone (UTC). */
function outsideSkips(time: Date, { hours, days }: Wishes["skips"]): Date {
  const wanted = new Date(time);
  // A week has every hour and every day.
  for (let hour = 0; hour < 7 * 24; hour++) {
    if (!hours.includes(wanted.getUTCHours()) && !days.includes(wanted.getUTCDay())) return wanted;
    wanted.setTime((Math.floor(wanted.getTime() / HOUR_MS) + 1) * HOUR_MS);
  }
  return time;
}

/** `Retry-After` (RFC 9110 §10.2.3): seconds, or a date. */
export function retryAfterFrom(value: string | undefined, at: Date): Date | null {
  if (value === undefined) return null;
  if (/^\s*\d{1,9}\s*$/.test(value)) return new Date(at.getTime() + Number(value) * 1000);
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** How long an answer says it is fresh (RFC 9111 §5.2.2.1); nothing for one that is not to be kept. */
export function freshMsFrom(cacheControl: string | undefined): number {
  if (cacheControl === undefined || /\bno-(?:cache|store)\b/i.test(cacheControl)) return 0;
  return Number(/\bmax-age\s*=\s*"?(\d{1,9})/i.exec(cacheControl)?.[1] ?? 0) * 1000;
}
