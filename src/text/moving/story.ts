/**
 * Stories on their way from another program, whatever their file was written in: what each says of itself, and which rows
 * of the file are none. What becomes of them here is the importer's.
 */

export type OldNamed = { readonly slug: string; readonly name: string };

export type OldStory = {
  /** Where it stands in the file, as a person would look for it: `line 12`. */
  readonly row: string;
  /** Its id there, unique in its site. */
  readonly id: string;
  readonly kind: "story" | "page";
  readonly state: "published" | "scheduled" | "draft";
  readonly title: string;
  readonly standfirst: string;
  /** The body, whose relative links belong to the first of `addresses`. */
  readonly html: string;
  readonly slug: string;
  /** Where readers found it, in full. */
  readonly addresses: readonly string[];
  readonly authors: readonly OldNamed[];
  readonly section: OldNamed | null;
  readonly topics: readonly OldNamed[];
  /** When it came or comes out; null for a draft, or where the file gives no moment. */
  readonly at: Date | null;
  /** The picture above it, by its address. */
  readonly picture: string | null;
  /** What the file says of pictures of this story, by their addresses; nothing where it keeps that elsewhere. */
  readonly pictureWords?: ReadonlyMap<string, OldPictureWords>;
  /** What was left out of it or is worth a look, in sentences. */
  readonly notes: readonly string[];
};

export type OldPictureWords = {
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
  /** Under which terms it may be shown. */
  readonly licence: string;
};

/** A picture of the old library. */
export type OldPicture = {
  readonly row: string;
  readonly id: string;
  /** Where its file is. */
  readonly address: string;
  readonly alt: string;
  readonly caption: string;
};

/** A row that is nothing a site of news has: a menu, a revision, a style. */
export type LeftOut = {
  readonly row: string;
  readonly id: string;
  readonly fate: "skipped" | "refused";
  readonly why: string;
};

export type OldSite = {
  readonly title: string /** Without a slash at its end; empty when the file does not say. */;
  readonly address: string;
};

export type OldPart<More = never> =
  | { readonly kind: "site"; readonly site: OldSite }
  | ({ readonly kind: "story"; readonly story: OldStory } & Below<More>)
  | ({ readonly kind: "picture"; readonly picture: OldPicture } & Below<More>)
  | ({ readonly kind: "left-out"; readonly left: LeftOut } & Below<More>);

/** What stands below it, and at which address that was read. */
type Below<More> = { readonly more?: More; readonly link?: string };

/** The file is nothing this importer reads; its message goes on after the file's name. */
export class OldFileProblem extends Error {}
