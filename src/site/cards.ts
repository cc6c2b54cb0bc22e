/** Articles as lists print them: with their labels, their day, their picture. */
import {
  type ArticleCard,
  type Author,
  addressOfArticle,
  type Picture as StoredPicture,
} from "#agency/articles/articles.ts";
import type { Place } from "#agency/articles/queries.ts";
import { type Labeller, labellerFor, type Way } from "#agency/labels/labeller.ts";
import { fileName, focusClass, type Rendition, topicOfPicture } from "#agency/media/media.ts";
import { dayIn } from "#lib/days.ts";
import type { LabelledSegment, Surface } from "#text/labels/labels.ts";
import { printDay, printInstant } from "#text/typography/dates.ts";
import { homeOf } from "./frame.ts";
import { plain } from "./views/labelled.tsx";
import type { Card, LabelledText, Moment, Paging, Person, Picture } from "./views/values.ts";
import type { EditionVisit } from "./visit.ts";

/** Prints cards for one visit; the law of labels is worked out once for all of them. */
export async function cardsFor(visit: EditionVisit, way?: Way): Promise<(cards: readonly ArticleCard[]) => Card[]> {
  const labeller = await labellerFor(visit.db, visit.edition, visit.at, way);
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
      section: {
        href: `${homeOf(edition)}sections/${card.section.slug}`,
        text: plain(line(card.section.name, "headline")),
      },
    }),
    published: momentOf(visit, card.publishedAt),
    authors: card.authors.map((author) => personOf(edition, author)),
    ...(card.picture && {
      picture: { ...pictureOf(card.picture), alt: plain(line(card.picture.alt, "alt")) },
    }),
    ...(card.mark && { mark: visit.words.record.marks[card.mark] }),
  };
}

/** Segments of the label engine, with the page that says why a label stands there. */
export function labelled(edition: { readonly code: string }, segments: readonly LabelledSegment[]): LabelledText {
  return segments.flatMap(({ text, label }) => {
    if (text === "") return [];
    const [organisation] = label?.organisations ?? [];
    if (!label) return { text };
    return { text, label: organisation === undefined ? {} : { href: organisationAddress(edition, organisation) } };
  });
}

/** The headline of a story that is named on another page, as one line with its labels; its edition's law is `labeller`. */
export function headlineIn(
  labeller: Labeller | undefined,
  { headline, publishedAt }: { readonly headline: string; readonly publishedAt: Date },
): string {
  return labeller ? plain(labeller.line(headline, "headline", publishedAt)) : headline;
}

export function organisationAddress(edition: { readonly code: string }, organisation: string): string {
  return `${homeOf(edition)}labels/${encodeURIComponent(organisation)}`;
}

export function personOf(edition: { readonly code: string }, { slug, name, office }: Author): Person {
  return { name, office, href: `${homeOf(edition)}people/${slug}` };
}

export function pictureOf({ alt, credit, focus, ...kept }: StoredPicture): Picture {
  return { ...servedAs(kept), alt, focus: focusClass(focus), ...(credit !== "" && { credit }) };
}

type Served = {
  readonly id: string;
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly renditions: readonly Rendition[];
};

// Enough for the width of a page; who knows no `srcset` is not sent more.
const PLAIN_WIDTH = 1_600;

/** Addresses of a picture in every type and width there is; of the whole one alone until its sizes are made. */
export function servedAs({ id, type, width, height, renditions }: Served) {
  const of = (wanted: string) => renditions.filter((one) => one.type === wanted);
  const srcset = (some: readonly Rendition[]) =>
    some.map((one) => `${mediaAddress(id, one.type, one.width)} ${one.width}w`).join(", ");
  const plain = of(type);
  const src = plain.find((one) => one.width >= Math.min(width, PLAIN_WIDTH));
  const sources = ["image/avif", "image/webp"].filter((one) => one !== type && of(one).length > 0);
  return {
    src: mediaAddress(id, type, src?.width),
    width,
    height,
    ...(plain.length > 0 && { srcset: srcset(plain) }),
    ...(sources.length > 0 && { sources: sources.map((one) => ({ type: one, srcset: srcset(of(one)) })) }),
  };
}

function mediaAddress(id: string, type: string, width?: number): string {
  const name = fileName(id, type, width);
  if (!name) throw new Error(`picture ${id} is of type ${type}, which is not shown`);
  return `/media/${name}`;
}

/** What a page with these cards depends on beside the articles themselves. */
export function topicsOfPictures(cards: readonly Pick<ArticleCard, "picture">[]): string[] {
  return cards.flatMap(({ picture }) => (picture ? [topicOfPicture(picture.id)] : []));
}

export function momentOf({ edition }: EditionVisit, at: Date): Moment {
  return { iso: at.toISOString(), text: printInstant(at, edition.timeZone, edition.language) };
}

export function dayMomentOf({ edition }: EditionVisit, at: Date): Moment {
  const day = dayIn(edition.timeZone, at);
  return { iso: day, text: printDay(day, edition.language) };
}

/** What search engines and social cards show of a description before they cut it themselves. */
export const LONGEST_DESCRIPTION = 300;

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
