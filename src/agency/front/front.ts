/** Front pages: which stories editors gave a place, for how long, and the order of the sections below them. */
import type { ArticleCard } from "#agency/articles/articles.ts";
import type { NamedPlace } from "#agency/editions/queries.ts";

/** A story's place on a front page; the first is the lead. */
export type FrontPlace = {
  readonly articleId: string;
  /** When it gives its place up and follows by time; nothing while editors leave it. */
  readonly until: Date | null;
};

export type Arrangement = {
  readonly places: readonly FrontPlace[];
  readonly sections: readonly FrontSection[];
};

/** A section that is not among an arrangement's stands below those that are. */
export type FrontSection = { readonly sectionId: string; readonly isShown: boolean };

/** An arrangement with when it takes hold. */
export type FrontPlan = Arrangement & {
  readonly id: string;
  readonly startsAt: Date;
  readonly madeBy: string;
  readonly madeAt: Date;
};

/** A line above a front page while something is happening. */
export type Banner = { readonly text: string; readonly href: string | null; readonly until: Date | null };

export const NOTHING_ARRANGED: Arrangement = { places: [], sections: [] };

// More than a front page has room for.
export const MOST_PLACES = 12;
export const LONGEST_BANNER = 140;

/** The ids that hold a place at `at`, in order. */
export function placedAt({ places }: Arrangement, at: Date): readonly string[] {
  return places.filter(({ until }) => until === null || until > at).map(({ articleId }) => articleId);
}

/** Cards in order: those with a place, then the others by time. */
export function inPlaces(
  placed: readonly string[],
  cards: readonly ArticleCard[],
  newest: readonly ArticleCard[],
): readonly ArticleCard[] {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const first = placed.flatMap((id) => byId.get(id) ?? []);
  const taken = new Set(first.map(({ id }) => id));
  return [...first, ...newest.filter(({ id }) => !taken.has(id))];
}

/** The sections as an arrangement orders them, those it hides left out. */
export function sectionsInOrder({ sections }: Arrangement, all: readonly NamedPlace[]): readonly NamedPlace[] {
  const place = new Map(sections.map(({ sectionId }, index) => [sectionId, index]));
  const hidden = new Set(sections.flatMap(({ sectionId, isShown }) => (isShown ? [] : [sectionId])));
  const placeOf = ({ id }: NamedPlace) => place.get(id) ?? sections.length;
  return all.filter(({ id }) => !hidden.has(id)).toSorted((one, other) => placeOf(one) - placeOf(other));
}
