/** Events of the newsroom: told once for every story that speaks of them, in each edition's language. */
import type { EventDate } from "#text/events/dates.ts";

export type EventText = { readonly title: string; readonly words: string };

/** What a form of the desk says of an event. */
export type EventDraft = {
  readonly date: EventDate;
  /** By language (BCP 47); a language with an empty title is left out. */
  readonly texts: Readonly<Record<string, EventText>>;
  /** Ids of the source ledger. */
  readonly sourceIds: readonly string[];
};

export type KeptEvent = EventDraft & { readonly id: string; readonly version: number };

export type EventUse = {
  readonly articleId: string;
  readonly headline: string;
  readonly editionCode: string;
  readonly language: string;
  readonly state: string;
  /** The story's own words about it; empty when it only shows it in its list. */
  readonly sentence: string;
  /** The event was mended since somebody last compared the story with it. */
  readonly isOld: boolean;
};

/** An event as a page shows it below a story. */
export type ShownEvent = EventText & { readonly edtf: string };

/** What became another below a published story; without `before` the event is new there, without `after` it is gone. */
export type EventChange = {
  readonly at: Date;
  readonly before?: ShownEvent | undefined;
  readonly after?: ShownEvent | undefined;
};

export type EventRefusal = "no-date" | "no-title" | "too-long" | "changed";

export const LONGEST_TITLE = 200;
export const LONGEST_WORDS = 2_000;
export const MOST_SOURCES = 20;

/** Why an event cannot be kept like this. */
export function eventRefusal({ texts }: Pick<EventDraft, "texts">): EventRefusal | undefined {
  const all = Object.values(texts);
  if (all.length === 0) return "no-title";
  return all.some(({ title, words }) => title.length > LONGEST_TITLE || words.length > LONGEST_WORDS)
    ? "too-long"
    : undefined;
}

/** Its text in a language, else in English, else in the first there is; the language tells which. */
export function textIn(
  { texts }: Pick<KeptEvent, "texts">,
  language: string,
): (EventText & { readonly language: string }) | undefined {
  const [first] = Object.keys(texts);
  const chosen = [language, language.split("-")[0] ?? "", "en", first ?? ""].find((one) => texts[one] !== undefined);
  const text = chosen === undefined ? undefined : texts[chosen];
  return text && chosen !== undefined ? { ...text, language: chosen } : undefined;
}

/** What a page in a language shows of it. */
export function shownIn(event: KeptEvent | undefined, language: string): ShownEvent | undefined {
  const text = event && textIn(event, language);
  return text && { edtf: event.date.edtf, title: text.title, words: text.words };
}

export type TimelineLine = { readonly slug: string; readonly title: string; readonly about: string };

export type KeptTimeline = TimelineLine & {
  readonly id: string;
  readonly editionId: string;
  readonly changedAt: Date;
};

export type TimelineRefusal = "no-title" | "too-long" | "bad-slug" | "taken-slug";

export function timelineRefusal({ slug, title, about }: TimelineLine): TimelineRefusal | undefined {
  if (title === "") return "no-title";
  if (title.length > LONGEST_TITLE || about.length > LONGEST_WORDS) return "too-long";
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length <= 80 ? undefined : "bad-slug";
}

export function addressOfTimeline(editionCode: string, slug: string): string {
  return `/${editionCode}/timeline/${slug}`;
}

export function topicOfTimeline(id: string): string {
  return `timeline:${id}`;
}
