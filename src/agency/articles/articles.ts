/** Articles: the text of a story in one edition, and the words that cannot be their addresses. */
import type { Mark } from "#agency/corrections/corrections.ts";
import type { Focus, Rendition } from "#agency/media/media.ts";
import type { DocumentJson } from "#text/document/schema.ts";

export type Dateline = { readonly place: string; readonly date: string };

export type Named = { readonly slug: string; readonly name: string };

export type Picture = {
  /** Of what is shown: another than the text names when that was replaced. */
  readonly id: string;
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly focus: Focus;
  readonly renditions: readonly Rendition[];
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
};

/** An article as lists show it. */
export type ArticleCard = {
  readonly id: string;
  readonly slug: string;
  readonly headline: string;
  readonly standfirst: string;
  readonly section: (Named & { readonly id: string }) | null;
  readonly authors: readonly Author[];
  readonly picture: Picture | null;
  readonly publishedAt: Date;
  readonly changedAt: Date;
  /** Of one that is retracted nothing is shown but its headline. */
  readonly mark: Mark | null;
};

export type PublishedArticle = ArticleCard & {
  readonly editionId: string;
  readonly storyId: string;
  readonly document: DocumentJson;
  readonly dateline: Dateline | null;
  readonly origin: { readonly name: string; readonly url: string | null } | null;
  readonly translatedFrom: string | null;
  readonly topics: readonly Named[];
  /** The same story in other editions. */
  readonly siblings: readonly Sibling[];
};

export type Author = Named & { readonly office: string };

export type Sibling = {
  readonly articleId: string;
  readonly editionCode: string;
  readonly language: string;
  readonly slug: string;
  readonly headline: string;
};

// Second steps of addresses under an edition that are not articles, and words kept for later ones.
const FIXED_SLUGS = new Set(
  "sections topics people search corrections timeline labels sources archive feed atom about contact imprint privacy how-we-work replies wire desk history print log proof".split(
    " ",
  ),
);

export function isFixedWord(slug: string): boolean {
  return FIXED_SLUGS.has(slug);
}

export function addressOfArticle(editionCode: string, slug: string): string {
  return `/${editionCode}/${slug}`;
}
