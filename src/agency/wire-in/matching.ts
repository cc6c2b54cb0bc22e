/** Which item copy belongs to, and what it is to the versions that are here already. Rules alone; rows are `arrivals.ts`'s. */
import { createHash } from "node:crypto";
import { foldedWords } from "#lib/folded.ts";
import type { WireCopy } from "#text/wire/copy.ts";
import { textOf } from "#text/wire/read/feeds.ts";
import type { WireFormat } from "#text/wire/read/wire.ts";
import type { WireSignal, WireStatus } from "#text/wire/story.ts";

/** Copy with the words that stand in it. */
export type Arrival = {
  readonly copy: WireCopy;
  readonly format: WireFormat;
  /** A digest of what the channel calls it. */
  readonly name: string;
  /** The name says who made it (an address, a URN, a tag), so it is the same item whichever channel brings it. */
  readonly isGlobal: boolean;
  /** Of all that is told by it: two with one digest are one version. */
  readonly digest: string;
  /** Of its words alone; nothing when they are too few to tell it by. */
  readonly textDigest: string | null;
  /** Headline and text on one line. */
  readonly words: string;
  readonly text: string;
};

// What is shorter may be said twice of two things: "No further details are known."
const SHORTEST_TEXT = 120;
const LONGEST_NAME = 2_000;

/** `at` gives names that begin anew every day, as those of the old wires do, the day they are of. */
export function arrivalOf(copy: WireCopy, { format, at }: { readonly format: WireFormat; readonly at: Date }): Arrival {
  const { headline, standfirst, body, status, signal, note, embargoedUntil, version, corrections, pictures } = copy;
  const text = body.format === "html" ? textOf(body.words) : body.words.replaceAll(/\s+/g, " ").trim();
  const told = { headline, standfirst, text, status, signal, note, embargoedUntil, version, corrections };
  const called = copy.id ?? copy.address;
  const id = called?.slice(0, LONGEST_NAME) ?? digestOf(`${headline}\n${text}`);
  const isGlobal = called !== null && /^[a-z][a-z0-9+.-]*:\S{3,}/i.test(id);
  const words = foldedWords(text);
  return {
    copy,
    format,
    name: digestOf(format === "seven-bit" ? `${id} ${at.toISOString().slice(0, 10)}` : id),
    isGlobal,
    digest: digestOf(JSON.stringify([told, pictures.map(({ href }) => href)])),
    textDigest: words.length < SHORTEST_TEXT || isKill(copy) ? null : digestOf(words),
    words: foldedWords(`${headline} ${standfirst} ${text}`).slice(0, LONGEST_WORDS),
    text,
  };
}

// A keyword that stands only at the end of a text of ten pages is not looked for.
const LONGEST_WORDS = 20_000;

export function isKill({
  status,
  signal,
}: {
  readonly status: WireStatus;
  readonly signal: WireSignal | null;
}): boolean {
  return status === "canceled" || signal === "kill";
}

/** A version that is here, as far as another is compared with it. */
export type KeptVersion = {
  readonly channelId: string;
  readonly number: number | null;
  readonly saidAt: Date | null;
  readonly isKill: boolean;
  /** Words of it were withheld, and with them went what it was known again by. */
  readonly isWithheld: boolean;
};

/** Stands where the digest of a version was from which something was withheld. */
export const NOT_KNOWN_AGAIN = "";

/**
 * What a new version is to the one that holds: `newer` takes its place, `older` is kept behind it, `beside` is the same
 * story as another channel tells it, and is no version of its own.
 */
export type Standing = "newer" | "older" | "beside";

export function standingOf(
  copy: Pick<WireCopy, "version" | "versionCreated" | "status" | "signal">,
  { channelId, kept }: { readonly channelId: string; readonly kept: KeptVersion },
): Standing {
  const order = orderOf(copy, kept);
  // What does not say that it is later may be the very same, with the words in it.
  if (kept.isWithheld && order <= 0 && (kept.isKill || !isKill(copy))) return "beside";
  if (order !== 0) return order > 0 ? "newer" : "older";
  // Neither says which is later. A kill is never lost, and never undone by copy that does not say it is later.
  if (isKill(copy)) return "newer";
  if (kept.isKill) return "older";
  return channelId === kept.channelId ? "newer" : "beside";
}

/** Above 0 when the copy says it is later than what is kept, 0 when that cannot be told. */
function orderOf(copy: Pick<WireCopy, "version" | "versionCreated">, kept: KeptVersion): number {
  if (copy.version !== null && kept.number !== null && copy.version !== kept.number) return copy.version - kept.number;
  if (copy.versionCreated !== null && kept.saidAt !== null)
    return copy.versionCreated.getTime() - kept.saidAt.getTime();
  return 0;
}

/** What happened to an item that a draft was made of, the worst first. */
export const ALARMS = ["kill", "correction", "embargo", "update"] as const;

export type Alarm = (typeof ALARMS)[number];

export function alarmOf(
  copy: Pick<WireCopy, "status" | "signal" | "embargoedUntil">,
  { embargoWas, at }: { readonly embargoWas: Date | null; readonly at: Date },
): Alarm {
  if (isKill(copy) || copy.status === "withheld") return "kill";
  if (copy.signal !== null && copy.signal !== "update") return "correction";
  const holds = copy.embargoedUntil !== null && copy.embargoedUntil > at;
  return holds && copy.embargoedUntil?.getTime() !== embargoWas?.getTime() ? "embargo" : "update";
}

/** Of two things that happened, the one that has to be known first. */
export function worse(one: Alarm, other: Alarm | null): Alarm {
  return ALARMS.find((alarm) => alarm === one || alarm === other) ?? one;
}

// A headline of two words, "Weather forecast", is said every day.
const SHORTEST_HEADLINE = 20;
// As much of a text as every feed gives, however it cuts it.
const OPENING = 80;

/** A name for its headline, under which the same story is looked for in other channels; nothing for a short one. */
export function headlineMark({ headline }: Pick<WireCopy, "headline">): string | undefined {
  const words = foldedWords(headline);
  return words.length < SHORTEST_HEADLINE ? undefined : `h:${digestOf(words)}`;
}

/** Whether two texts under one headline begin alike, one of them perhaps cut short. `words` are headline and text, folded. */
export function beginsAlike(text: string, words: string): boolean {
  return words.includes(foldedWords(text).slice(0, OPENING));
}

export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
