/**
 * A story as the wire carries it: what every format writes, and what every reader gives back as far as its format can
 * say it. Labels stand in the words already; beside them they are data, for receivers whose law is another.
 */
import type { DocumentJson } from "#text/document/schema.ts";

export type WireStory = {
  /** Stays when the address changes, and from version to version. */
  readonly uri: string;
  /** Its page, whole; nothing for one that has none. */
  readonly address: string | null;
  /** 1 for the first. */
  readonly version: number;
  readonly status: WireStatus;
  /** What this version is to the one before it; nothing for the first. */
  readonly signal: WireSignal | null;
  /** For the desks that take it; never printed. */
  readonly note: string;
  /** BCP 47 */
  readonly language: string;
  readonly firstCreated: Date;
  readonly versionCreated: Date;
  readonly embargoedUntil: Date | null;
  /** 1 is flash, 9 can wait. */
  readonly urgency: number;
  readonly headline: string;
  readonly standfirst: string;
  readonly authors: readonly string[];
  /** The day as `yyyy-mm-dd`. */
  readonly dateline: { readonly place: string; readonly date: string } | null;
  readonly section: string | null;
  readonly topics: readonly WireNamed[];
  readonly provider: WireNamed;
  readonly rights: WireRights;
  /** Where the copy came from, when it is not the provider's own. */
  readonly origin: WireNamed | null;
  readonly sources: readonly WireNamed[];
  readonly speakers: readonly { readonly name: string; readonly office: string }[];
  readonly organisations: readonly WireOrganisation[];
  /** Newest first. */
  readonly corrections: readonly WireCorrection[];
  /** The lead picture first. */
  readonly pictures: readonly WirePicture[];
  /** What it is a translation of. */
  readonly original: WireRelated | null;
  readonly translations: readonly WireRelated[];
  /** The page that says how the provider works. */
  readonly principles: { readonly title: string; readonly href: string } | null;
  /** The body as it is printed, its labels in it. */
  readonly document: DocumentJson;
  /** The same as HTML without a script or a style. */
  readonly html: string;
  /** The same as plain text, an empty line between paragraphs. */
  readonly text: string;
};

export const WIRE_STATUSES = ["usable", "withheld", "canceled"] as const;
export type WireStatus = (typeof WIRE_STATUSES)[number];

export const WIRE_SIGNALS = ["update", "correction", "clarification", "retraction", "kill"] as const;
export type WireSignal = (typeof WIRE_SIGNALS)[number];

export type WireNamed = { readonly name: string; readonly uri: string | null };

export type WireRights = { readonly holder: string; readonly notice: string; readonly usageTerms: string };

export type WireOrganisation = WireNamed & {
  /** The register's own. */
  readonly id: string;
  /** What the law of the receiver asks to be said of it, that day. */
  readonly labels: readonly { readonly wording: string; readonly by: string }[];
};

export type WireCorrection = {
  readonly kind: Exclude<WireSignal, "update" | "kill">;
  readonly at: Date;
  readonly sentence: string;
};

export type WirePicture = {
  readonly uri: string;
  /** What the body calls it; nothing for the lead picture, which stands before it. */
  readonly media: string | null;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
  readonly usageTerms: string;
  readonly renditions: readonly WireRendition[];
};

export type WireRendition = {
  /** Whole address. */
  readonly href: string;
  readonly type: string;
  readonly width: number;
  readonly height: number;
};

export type WireRelated = { readonly uri: string; readonly headline: string; readonly language: string };

/** What stands first in a note of these kinds, in every language: receivers' programs look for the word. */
const SIGNAL_WORDS: Readonly<Record<WireSignal, string>> = {
  update: "UPDATE",
  correction: "CORRECTION",
  clarification: "CLARIFICATION",
  retraction: "RETRACTION",
  kill: "KILL",
};

/** The note of a version, its signal first. */
export function noteOf({ signal, note }: Pick<WireStory, "signal" | "note">): string {
  if (signal === null) return note;
  return note === "" ? SIGNAL_WORDS[signal] : `${SIGNAL_WORDS[signal]}: ${note}`;
}

/** A note as another agency wrote it: the signal it begins with, and the rest. */
export function signalledNote(written: string): { readonly signal: WireSignal | null; readonly note: string } {
  const [, word = "", rest = ""] = /^\s*([A-Z]{4,13})\b\s*[:.—–-]?\s*([\s\S]*)$/.exec(written) ?? [];
  const signal = WIRE_SIGNALS.find((one) => SIGNAL_WORDS[one] === word) ?? null;
  return signal === null ? { signal, note: written.trim() } : { signal, note: rest.trim() };
}

/** A correction as one line of text: its kind, its day, what was said of it. */
export function correctionLine({ kind, at, sentence }: WireCorrection): string {
  return `${SIGNAL_WORDS[kind]} ${at.toISOString()}: ${sentence}`;
}

/** The correction a line of that form tells of. */
export function correctionFrom(line: string): WireCorrection | undefined {
  const [, word = "", instant = "", sentence = ""] =
    /^([A-Z]{4,13}) (\d{4}-\d\d-\d\dT[\d:.]+Z): ([\s\S]*)$/.exec(line) ?? [];
  const kind = (["correction", "clarification", "retraction"] as const).find((one) => SIGNAL_WORDS[one] === word);
  const at = new Date(instant);
  return kind && !Number.isNaN(at.getTime()) ? { kind, at, sentence } : undefined;
}
