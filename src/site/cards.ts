/** Articles as lists print them: with their labels, their day, their picture. */
import {
  type ArticleCard,
  type Author,
  addressOfArticle,
  type Picture as StoredPicture,
} from "#agency/articles/articles.ts";
import type { Place } from "#agency/articles/queries.ts";
import type { Labeller } from "#agency/labels/labeller.ts";
import { labellerFor } from "#agency/labels/labeller.ts";
import { fileName } from "#agency/media/media.ts";
import { dayIn } from "#lib/days.ts";
import type { LabelledSegment, Surface } from "#text/labels/labels.ts";
import { printDay, printInstant } from "#text/typography/dates.ts";
import { homeOf } from "./frame.ts";
import type { Card, LabelledText, Moment, Paging, Person, Picture } from "./views/values.ts";
import type { EditionVisit } from "./visit.ts";

/** Prints cards for one visit; the law of labels is worked out once for all of them. */
export async function cardsFor(visit: EditionVisit): Promise<(cards: readonly ArticleCard[]) => Card[]> {
  const labeller = await labellerFor(visit.db, visit.edition, visit.at);
  return (cards) => cards.map((card) => cardOf(visit, labeller, card));
}

function cardOf(visit: EditionVisit, labeller: Labeller, card: ArticleCard): Card {
  const { edition } = visit;
  const line = (text: string, surface: Surface) => labelled(edition, labeller.line(text, surface, card.publishedAt));
  return {
    href: addressOfArticle(edition.code, card.slug),
    headline: line(card.headline, "headline"),
    standfirst: line(card.standfirst, "standfirst"),
    ...(card.section && {
      section: { href: `${homeOf(edition)}sections/${card.section.slug}`, text: card.section.name },
    }),
    published: momentOf(visit, card.publishedAt),
    authors: card.authors.map((author) => personOf(edition, author)),
    ...(card.picture && { picture: pictureOf(card.picture) }),
  };
}

/** Segments of the label engine, with the page that says why a label stands there. */
export function labelled(edition: { readonly code: string }, segments: readonly LabelledSegment[]): LabelledText {
  return segments.map(({ text, label }) => {
    const [organisation] = label?.organisations ?? [];
    if (!label) return { text };
    return { text, label: organisation === undefined ? {} : { href: organisationAddress(edition, organisation) } };
  });
}

export function organisationAddress(edition: { readonly code: string }, organisation: string): string {
  return `${homeOf(edition)}labels/${encodeURIComponent(organisation)}`;
}

export function personOf(edition: { readonly code: string }, { slug, name, office }: Author): Person {
  return { name, office, href: `${homeOf(edition)}people/${slug}` };
}

export function pictureOf({ id, type, width, height, alt, credit }: StoredPicture): Picture {
  return { src: mediaAddress(id, type), width, height, alt, ...(credit !== "" && { credit }) };
}

export function mediaAddress(id: string, type: string): string {
  const name = fileName(id, type);
  if (!name) throw new Error(`picture ${id} is of type ${type}, which is not shown`);
  return `/media/${name}`;
}

export function momentOf({ edition }: EditionVisit, at: Date): Moment {
  return { iso: at.toISOString(), text: printInstant(at, edition.timeZone, edition.language) };
}

export function dayMomentOf({ edition }: EditionVisit, at: Date): Moment {
  const day = dayIn(edition.timeZone, at);
  return { iso: day, text: printDay(day, edition.language) };
}

// A leaf of a list: enough for a long scroll, few enough for a light page.
export const CARDS_A_LEAF = 30;

/** The `before` parameter of a list's next leaf; text that names no place is as if it were not given. */
export function placeFrom(before: string | undefined): Place | undefined {
  const [publishedAt, id] = before?.split("_") ?? [];
  if (!publishedAt || !id || Number.isNaN(Date.parse(publishedAt))) return undefined;
  return { publishedAt, id };
}

/** One leaf out of a list that was asked for one article more than fits. */
export function leafOf(
  { path, query }: EditionVisit,
  cards: readonly ArticleCard[],
): { readonly cards: readonly ArticleCard[]; readonly paging: Paging } {
  const leaf = cards.slice(0, CARDS_A_LEAF);
  const last = leaf.at(-1);
  const address = (before?: string) => {
    const parameters = new URLSearchParams({ ...query, ...(before !== undefined && { before }) });
    if (before === undefined) parameters.delete("before");
    return parameters.size === 0 ? path : `${path}?${parameters}`;
  };
  return {
    cards: leaf,
    paging: {
      ...(query["before"] !== undefined && { newer: address() }),
      ...(cards.length > leaf.length && last && { older: address(`${last.publishedAt.toISOString()}_${last.id}`) }),
    },
  };
}
