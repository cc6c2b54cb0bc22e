/** Outlets that take the wire: what they may take, how it reaches them, and what they have to say that they have read. */
import { LABEL_WAYS, type LabelWay } from "#agency/wire/stories.ts";
import { isLanguage } from "#lib/languages.ts";
import type { Format } from "#text/wire/formats.ts";

/** What of the wire a client takes. Empty lists ask for nothing, so that everything fits. */
export type WireFilter = {
  /** Codes. */
  readonly editions: readonly string[];
  /** `code/slug` */
  readonly sections: readonly string[];
  readonly topics: readonly string[];
  /** Words or phrases, found whole in headline, standfirst or body. */
  readonly keywords: readonly string[];
};

/** What the desk says of a client. */
export type ClientSaid = WireFilter & {
  readonly name: string;
  /** Where notices go beside every channel; may be empty. */
  readonly email: string;
  readonly language: string;
  readonly labels: LabelWay;
  /** Whose law its labels follow; that of each edition when there are none. */
  readonly jurisdictions: readonly string[] | null;
  /** Instead of those every story carries; may be empty. */
  readonly terms: string;
  /** Whether it may have copy before its embargo ends. */
  readonly takesEmbargoed: boolean;
};

export type Client = ClientSaid & {
  readonly id: string;
  readonly lastNumber: number;
  readonly closedAt: Date | null;
  readonly pulled: { readonly number: number; readonly at: Date } | null;
  readonly madeAt: Date;
};

/** What a token opens. */
export const SCOPES = ["wire", "articles", "sources", "labels", "events", "corrections"] as const;
export type Scope = (typeof SCOPES)[number];

export function isScope(text: string): text is Scope {
  const scopes: readonly string[] = SCOPES;
  return scopes.includes(text);
}

export type ClientToken = {
  readonly id: string;
  readonly scopes: readonly Scope[];
  readonly hint: string;
  readonly madeAt: Date;
  readonly usedAt: Date | null;
};

export const CHANNEL_KINDS = ["webhook", "mail", "sftp"] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

export type Channel = {
  readonly id: string;
  readonly clientId: string;
  readonly kind: ChannelKind;
  readonly address: string;
  /** Sealed. */
  readonly secret: string | null;
  readonly format: Format;
  readonly doneNumber: number;
  readonly failures: number;
  readonly lastError: string | null;
  readonly toldAt: Date | null;
  readonly pausedAt: Date | null;
};

export const DELIVERY_KINDS = ["story", "update", "correction", "retraction", "kill", "withdrawal"] as const;
export type DeliveryKind = (typeof DELIVERY_KINDS)[number];

/** What takes a text back overtakes what waits: nobody is to print what they get before it. */
export function isUrgent(kind: DeliveryKind): boolean {
  return kind === "kill" || kind === "retraction" || kind === "withdrawal";
}

/** What a client has to say that it has read. */
export function isNotice(kind: DeliveryKind): boolean {
  return kind === "correction" || isUrgent(kind);
}

/** The setting that says how long a notice may stay unacknowledged. */
const ACKNOWLEDGE_SETTING = "wire.acknowledge-minutes";
const USUAL_ACKNOWLEDGE_MINUTES = 60;

const MINUTE_MS = 60_000;

export function acknowledgeWithinMs(set: Readonly<Record<string, string>>): number {
  const minutes = Number(set[ACKNOWLEDGE_SETTING] || USUAL_ACKNOWLEDGE_MINUTES);
  return (Number.isSafeInteger(minutes) && minutes > 0 ? minutes : USUAL_ACKNOWLEDGE_MINUTES) * MINUTE_MS;
}

export type Delivery = {
  readonly clientId: string;
  readonly number: number;
  readonly articleId: string;
  /** As this client counts: it rises with each number of the same story. */
  readonly version: number;
  readonly kind: DeliveryKind;
  readonly at: Date;
  readonly acknowledgeBy: Date | null;
  readonly acknowledgedAt: Date | null;
  readonly acknowledgedHow: string | null;
  readonly escalatedAt: Date | null;
  /** Sent under an embargo, or what tells that such a text does not come out. */
  readonly isAhead: boolean;
  /** How many of `version` are of this client alone, for the law its labels follow. */
  readonly relabelled: number;
  /** What it was sent for, where its words are those of the number before. */
  readonly reason: "labels" | null;
};

export type ClientField = "name" | "email" | "language" | "keywords" | "terms" | "jurisdictions";

const LONGEST_NAME = 100;
const LONGEST_TERMS = 2_000;
const MOST_KEYWORDS = 100;
const LONGEST_KEYWORD = 100;

export type ClientTyped = {
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly editions: readonly string[];
  readonly sections: readonly string[];
  readonly topics: readonly string[];
  /** One a line. */
  readonly keywords: string;
  readonly labels: string;
  /** Codes with spaces between. */
  readonly jurisdictions: string;
  readonly terms: string;
  readonly takesEmbargoed: boolean;
};

/** What was typed about a client, or which fields cannot stand. `emailFrom` reads an address. */
export function clientFrom(
  typed: ClientTyped,
  emailFrom: (text: string) => string | undefined,
): ClientSaid | { readonly refused: readonly ClientField[] } {
  const name = typed.name.replaceAll(/\s+/g, " ").trim();
  const email = typed.email === "" ? "" : emailFrom(typed.email);
  const keywords = linesOf(typed.keywords);
  const jurisdictions = typed.jurisdictions
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean);
  const terms = typed.terms.trim();
  const refused: ClientField[] = [
    ...(name === "" || name.length > LONGEST_NAME ? (["name"] as const) : []),
    ...(email === undefined ? (["email"] as const) : []),
    ...(isLanguage(typed.language) ? [] : (["language"] as const)),
    ...(keywords.length > MOST_KEYWORDS || keywords.some((word) => word.length > LONGEST_KEYWORD)
      ? (["keywords"] as const)
      : []),
    ...(jurisdictions.every((code) => /^[a-z]{2,3}(-[a-z0-9]{1,3})?$/.test(code)) ? [] : (["jurisdictions"] as const)),
    ...(terms.length > LONGEST_TERMS ? (["terms"] as const) : []),
  ];
  if (refused.length > 0 || email === undefined) return { refused };
  const { language, editions, sections, topics, takesEmbargoed } = typed;
  const labels = LABEL_WAYS.find((way) => way === typed.labels) ?? "text";
  return {
    ...{ name, email, language, editions, sections, topics, keywords, labels, terms, takesEmbargoed },
    jurisdictions: jurisdictions.length > 0 ? jurisdictions : null,
  };
}

function linesOf(text: string): string[] {
  const lines = text.split("\n").map((line) => line.replaceAll(/\s+/g, " ").trim());
  return [...new Set(lines.filter(Boolean))];
}

/** What of a story filters look at. */
export type FilteredStory = {
  readonly edition: string;
  readonly section: string | null;
  readonly topics: readonly string[];
  /** Headline, standfirst and body. */
  readonly words: string;
};

/** Whether a story is for who takes this much: in one of its editions, and in one of its sections or topics, or with one of its words. */
export function isFor(filter: WireFilter, story: FilteredStory): boolean {
  const { editions, sections, topics, keywords } = filter;
  if (editions.length > 0 && !editions.includes(story.edition)) return false;
  if (sections.length + topics.length + keywords.length === 0) return true;
  const at = (slug: string) => `${story.edition}/${slug}`;
  return (
    (story.section !== null && sections.includes(at(story.section))) ||
    story.topics.some((topic) => topics.includes(at(topic))) ||
    keywords.some((word) => patternOf(word).test(story.words))
  );
}

const patterns = new Map<string, RegExp>();
const MOST_PATTERNS = 5_000;

/** A word is found whole, in capitals or not; a space in it stands for any white space. */
function patternOf(word: string): RegExp {
  const known = patterns.get(word);
  if (known) return known;
  const source = word.split(" ").map(RegExp.escape).join("\\s+");
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, "iu");
  if (patterns.size >= MOST_PATTERNS) patterns.clear();
  patterns.set(word, pattern);
  return pattern;
}

const LONGEST_ADDRESS = 2_000;

/** Where a channel leads, as it is kept; nothing for what cannot be sent to. */
export function channelAddress(
  kind: ChannelKind,
  typed: string,
  emailFrom: (text: string) => string | undefined,
): string | undefined {
  if (kind === "mail") return emailFrom(typed);
  const url = typed.length <= LONGEST_ADDRESS ? URL.parse(typed) : null;
  if (url === null || url.hash !== "" || url.password !== "") return undefined;
  // Whoever signs in over SFTP has a name; its password is a field of its own.
  if (kind === "sftp")
    return url.protocol === "sftp:" && url.username !== "" && url.search === "" ? url.href : undefined;
  return /^https?:$/.test(url.protocol) && url.username === "" ? url.href : undefined;
}
