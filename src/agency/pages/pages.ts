/** Standing pages: what an agency says of itself in an edition, at an address that stays. */
import type { DocumentJson } from "#text/document/schema.ts";

/** Pages every agency is asked for, in the order they stand in; each has its name for its address. */
export const USUAL_PAGES = ["about", "how-we-work", "contact", "imprint", "privacy"] as const;

export type UsualPage = (typeof USUAL_PAGES)[number];

/** The page that says how the agency works, to which its structured data point. */
export const PRINCIPLES: UsualPage = "how-we-work";

export function isUsualPage(slug: string): slug is UsualPage {
  const usual: readonly string[] = USUAL_PAGES;
  return usual.includes(slug);
}

/** A page in a list. */
export type ListedPage = {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  /** Readers see it. */
  readonly isShown: boolean;
  readonly changedAt: Date;
};

/** What a page said from a moment on. */
export type PageRevision = {
  readonly id: string;
  readonly title: string;
  readonly document: DocumentJson;
  /** A member of staff, or a name. */
  readonly madeBy: string;
  readonly madeAt: Date;
};

/** What a page is about to say. */
export type PageDraft = Pick<ListedPage, "slug" | "title"> & Pick<PageRevision, "document">;

/** A page with what it says now. */
export type StandingPage = ListedPage & { readonly revision: PageRevision };

export type PageRefusal = "no-title" | "long-title" | "bad-slug" | "taken-slug" | "no-text";

export const LONGEST_TITLE = 120;
const LONGEST_SLUG = 60;

export function isPageSlug(slug: string): boolean {
  return slug.length <= LONGEST_SLUG && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug);
}

export function addressOfPage(editionCode: string, slug: string): string {
  return `/${editionCode}/${slug}`;
}
