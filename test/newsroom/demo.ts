/**
 * What the invented agency is written down as. These are plain values with the trade's own
 * names; `test/newsroom.ts` turns them into rows.
 */
import type { NodeJson } from "#text/document/schema.ts";

export type EditionCode = "en" | "ru" | "ar";

export type DemoEdition = {
  readonly code: EditionCode;
  /** As the language switch says it. */
  readonly name: string;
  /** The agency's own name in this language. */
  readonly masthead: string;
  /** One sentence under it. */
  readonly motto: string;
  /** BCP 47 */
  readonly language: string;
  readonly timeZone: string;
  readonly dateOrder: "day-first" | "month-first";
  readonly datelineStyle: "place-date" | "date-place" | "capitals";
  readonly jurisdictions: readonly string[];
  /** What differs from the policy every edition starts with. */
  readonly labels: {
    readonly scope: "every" | "first" | "section" | "document" | "none";
    readonly style: "inline" | "note" | "abbr";
    readonly quotations: "after" | "inside";
  };
  readonly labelsAsOf: "today" | "publication";
  readonly sections: readonly DemoSection[];
  readonly topics: readonly DemoTopic[];
  readonly people: readonly DemoPerson[];
};

/** The slug of a section, a topic or a person is the same in every edition; its name is not. */
export type DemoSection = { readonly slug: SectionSlug; readonly name: string };
export type DemoTopic = { readonly slug: TopicSlug; readonly name: string; readonly description: string };
export type DemoPerson = {
  readonly slug: PersonSlug;
  readonly name: string;
  readonly office: string;
  /** An empty line parts paragraphs. */
  readonly about: string;
};

export type SectionSlug = "world" | "region" | "economy" | "science" | "culture" | "sport";

export type TopicSlug =
  | "crossing"
  | "harbour"
  | "water"
  | "public-money"
  | "security-council"
  | "heritage"
  | "orbit"
  | "sea"
  | "football"
  | "newsroom";

export type PersonSlug =
  | "ilse-marand"
  | "vera-linden"
  | "yusuf-kanaan"
  | "tomas-harrow"
  | "leyla-nasser"
  | "pavel-orlin"
  | "mina-castell"
  | "samir-dabbas";

/** A source of the ledger; `id` is what citations and quotations in the bodies point to. */
export type DemoSource = {
  readonly id: string;
  readonly kind: "outlet" | "person" | "document" | "page";
  readonly name: string;
  readonly language: string | null;
  readonly url: string | null;
};

/** A picture of `test/newsroom/pictures/`. */
export type DemoPicture = {
  readonly file: string;
  /** `image/jpeg` */
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly credit: string;
  readonly licence: string;
};

export type DemoArticle = {
  readonly edition: EditionCode;
  readonly slug: string;
  readonly headline: string;
  readonly standfirst: string;
  readonly section: SectionSlug;
  readonly topics: readonly TopicSlug[];
  readonly authors: readonly PersonSlug[];
  readonly dateline: { readonly place: string; readonly date: string };
  /** ISO-8601 UTC */
  readonly publishedAt: string;
  readonly origin?: { readonly name: string; readonly url?: string };
  readonly picture?: { readonly file: string; readonly alt: string; readonly caption: string };
  /** Blocks of the document. Pictures in it name their file: see `withMedia` in `body.ts`. */
  readonly body: readonly NodeJson[];
  /** The edition this text was translated from; that edition has an article of the same story. */
  readonly translatedFrom?: EditionCode;
  /** Its place on the edition's front page; 0 is the lead. */
  readonly front?: number;
};

export type DemoStory = { readonly key: string; readonly articles: readonly DemoArticle[] };
