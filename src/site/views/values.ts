/**
 * What each public page is made of: plain values, ready to print. Pages build them
 * from queries, views turn them into HTML; no view reads a row or the clock.
 */

import type { Direction } from "#lib/direction.ts";
import type { Placing, Surface } from "#text/labels/labels.ts";
import type { LanguageMarks } from "#text/replies/language.ts";

/** `href` is a path within the site, or a whole address for a page elsewhere. */
export type Link = { readonly href: string; readonly text: string };

/** A day, month, year or instant: what `<time datetime>` says, and what a reader reads. */
export type Moment = { readonly iso: string; readonly text: string };

/**
 * One line of text with its labels apart, so that they print in their quiet colour.
 * `label` marks a segment that is a label as the policy prints it, the space before it
 * included; `href` leads to why it stands there.
 */
export type Segment = {
  readonly text: string;
  readonly label?: { readonly href?: string | undefined } | undefined;
};
export type LabelledText = readonly Segment[];

export type Picture = {
  readonly src: string;
  readonly srcset?: string | undefined;
  /** The same in types that not every browser knows, the smallest first. */
  readonly sources?: readonly { readonly type: string; readonly srcset: string }[];
  /** The class that keeps what matters in sight where it is cropped. */
  readonly focus?: string | undefined;
  readonly width: number;
  readonly height: number;
  /** Empty for a picture that says nothing the text does not. */
  readonly alt: string;
  readonly caption?: LabelledText | undefined;
  readonly credit?: string | undefined;
};

// --- What every page has -------------------------------------------------------------------

export type Edition = {
  readonly code: string;
  readonly name: string;
  /** BCP 47 */
  readonly language: string;
  /** Its front page. */
  readonly href: string;
};

/** One line of the language switch. */
export type EditionLink = {
  readonly name: string;
  readonly language: string;
  /** This page in that edition where there is one, else that edition's front page. */
  readonly href: string;
  readonly current: boolean;
  /** The whole address of this page in that edition, for `hreflang`; absent where `href` is only its front page. */
  readonly alternate?: string | undefined;
};

export type Feed = { readonly href: string; readonly type: string; readonly title: string };

/** Addresses of the files a page needs; see `assets/assets.ts`. */
export type AssetAddresses = {
  readonly styles: string;
  readonly icon: string;
  readonly touchIcon: string;
  /** The agency's own colours, where it has chosen any. */
  readonly agencyStyles?: string | undefined;
  /** Faces every page of a script needs at once; fetched beside the stylesheet. */
  readonly faces: Readonly<Record<Script, readonly string[]>>;
  /** Scripts that help to write a reply, and to hear of new ones. */
  readonly islands?: Readonly<Record<"replies" | "writing" | "work" | "mine", string>> | undefined;
};

export type Script = "latin" | "cyrillic" | "arabic";

/** What surrounds every page of an edition. */
export type Frame = {
  readonly agency: string;
  /** Stands before the agency's name, which says what it shows. */
  readonly logo?: Picture | undefined;
  /** A line below the agency's name on the front page. */
  readonly motto?: string | undefined;
  readonly edition: Edition;
  readonly direction: Direction;
  /** Every edition, this one included, in menu order. */
  readonly editions: readonly EditionLink[];
  readonly sections: readonly (Link & { readonly current?: boolean | undefined })[];
  /** Where the search form goes: `/en/search`. */
  readonly search: string;
  /** Links of the foot: people, how we label, archive. Absent ones are not printed. `links` are the foot's own menu. */
  readonly foot: {
    readonly links?: readonly Link[] | undefined;
    /** Where readers write to. */
    readonly contact?: string | undefined;
    readonly people?: string | undefined;
    readonly corrections?: string | undefined;
    readonly labels?: string | undefined;
    readonly log?: string | undefined;
    readonly archive?: string | undefined;
  };
  /** The edition's own feeds and the page's. */
  readonly feeds: readonly Feed[];
  readonly assets: AssetAddresses;
};

/** What the head says about one page. */
export type Head = {
  /** Without the agency's name, which the layout adds; empty on a front page. */
  readonly title: string;
  readonly description: string;
  /** Whole address; absent on pages that have none (404, 5xx). */
  readonly canonical?: string | undefined;
  /** Search results and refusals stay out of indexes. */
  readonly indexed?: boolean | undefined;
  readonly openGraph?: OpenGraph | undefined;
  /** A schema.org object; printed as data, never executed. */
  readonly structuredData?: Readonly<Record<string, unknown>> | undefined;
  /** The same as data, for machines: a path. */
  readonly data?: { readonly href: string; readonly title: string } | undefined;
  /** The same in other programs' formats: what a link to it stands for, how the wire has it. Whole addresses or paths. */
  readonly alternates?: readonly { readonly type: string; readonly href: string; readonly title: string }[] | undefined;
};

export type OpenGraph = {
  readonly type: "website" | "article" | "profile";
  /** Whole address of the picture. */
  readonly image?:
    | { readonly url: string; readonly width: number; readonly height: number; readonly alt: string }
    | undefined;
  readonly publishedAt?: string | undefined;
  readonly changedAt?: string | undefined;
  readonly section?: string | undefined;
};

export type Page = { readonly frame: Frame; readonly head: Head };

/** Neighbours of a page of a long list, newest first. */
export type Paging = { readonly newer?: string | undefined; readonly older?: string | undefined };

// --- An article in a list ------------------------------------------------------------------

export type Card = {
  readonly href: string;
  readonly headline: LabelledText;
  /** Empty when there is none. */
  readonly standfirst: LabelledText;
  readonly section?: Link | undefined;
  readonly published: Moment;
  readonly authors: readonly Person[];
  readonly picture?: Picture | undefined;
  /** "Corrected", "Retracted". */
  readonly mark?: string | undefined;
};

export type Person = {
  readonly name: string;
  readonly href?: string | undefined;
  readonly office?: string | undefined;
  /** When the name is written in another language than the page. */
  readonly language?: string | undefined;
};

// --- The pages -----------------------------------------------------------------------------

export type FrontPageValues = Page & {
  /** The day the page was printed for. */
  readonly day: Moment;
  /** What is happening now, with where to read on. */
  readonly banner?: { readonly text: LabelledText; readonly href: string | null } | undefined;
  /** Editors' order: the first is the lead, the next ones stand beside it. */
  readonly cards: readonly Card[];
  /** Newest of each section, without those already in `cards`. */
  readonly sections: readonly { readonly section: Link; readonly cards: readonly Card[] }[];
};

export type SectionPageValues = Page & {
  readonly name: LabelledText;
  readonly cards: readonly Card[];
  readonly paging: Paging;
};

export type TopicPageValues = Page & {
  readonly name: LabelledText;
  /** Empty when there is none. */
  readonly description: LabelledText;
  readonly cards: readonly Card[];
  readonly paging: Paging;
};

export type ArticlePageValues = Page & {
  readonly article: ArticleValues;
  /** More of the section, or of the topics; at most six print. */
  readonly more: readonly Card[];
  /** Said above an article that is not published yet, to whoever has the link to it, and above an old version. */
  readonly preview?: string;
  /** From an old version to what readers see now. */
  readonly current?: Link;
};

export type ArticleValues = {
  readonly href: string;
  /** Ready HTML of what a law asks to stand above everything else. */
  readonly notices?: string | undefined;
  readonly headline: LabelledText;
  readonly standfirst: LabelledText;
  readonly section?: Link | undefined;
  readonly topics: readonly Link[];
  /** As the edition prints it: "BRUSSELS, Feb. 16 —"; `iso` is its day. */
  readonly dateline?: { readonly text: string; readonly iso?: string | undefined } | undefined;
  readonly authors: readonly Person[];
  readonly published: Moment;
  /** Absent when it never changed after it came out. */
  readonly changed?: Moment | undefined;
  /** Where the copy came from; `href` may be missing. */
  readonly origin?:
    | { readonly name: string; readonly href?: string | undefined; readonly language?: string | undefined }
    | undefined;
  readonly translatedFrom?: { readonly href: string; readonly language: string } | undefined;
  readonly picture?: Picture | undefined;
  /** Ready HTML of the document printer, its notes included. Headings begin at h2. */
  readonly body: string;
  /** Whether readers may fold labels of the body that repeat one above. */
  readonly folds: boolean;
  /** In order of their numbers; ids as the printer's citations point at them. */
  readonly sources: readonly Source[];
  /** Who speaks in the text, each once, as their quotations name them. */
  readonly quoted?: readonly { readonly speaker: string; readonly office?: string | undefined }[] | undefined;
  /** Its quotations held against their sources, where the agency shows that. */
  readonly checked?: readonly CheckedQuote[] | undefined;
  /** Names labelled in this text, each with the page that says why: for machines, since each label in the text leads there. */
  readonly labelled: readonly Link[];
  /** This article in other editions. */
  readonly translations: readonly { readonly href: string; readonly language: string }[];
  /** Its printed form; a preview has none. */
  /** Where it is proved that this text is in the log. */
  readonly proof?: string | undefined;
  readonly print?: string | undefined;
  readonly time: TimeInStory;
  /** Its public history; a preview has none. */
  readonly history?: string | undefined;
  /** What it told does not hold: nothing of it is printed but its headline. */
  readonly isRetracted: boolean;
  /** Corrections, clarifications, the retraction; the newest first. */
  readonly notes: readonly Note[];
  /** What was withheld from it, a sentence each. */
  readonly withheld: readonly string[];
};

/** What readers are told of a correction, a clarification or a retraction. */
export type Note = {
  readonly id: string;
  /** "Corrected on 2 March 2026" */
  readonly title: string;
  readonly day: Moment;
  readonly sentence: LabelledText;
  readonly words?: { readonly old: LabelledText; readonly new: LabelledText } | undefined;
  /** "Asked for by …" */
  readonly credited?: string | undefined;
  /** Told above the text. */
  readonly isGrave: boolean;
};

/** A version in the history of an article. */
export type VersionValues = {
  readonly number: number;
  /** The page that shows it. */
  readonly href: string;
  readonly kind: string;
  readonly moment: Moment;
  readonly isCurrent: boolean;
  /** Shown closed: nothing in it changed what the story says. */
  readonly isFolded: boolean;
  readonly sentence: LabelledText;
  readonly note?: Note | undefined;
  /** Nothing where no text was changed: the first version, a retraction, other labels. */
  readonly changes?: readonly Change[] | undefined;
};

/** An event below an article that came, went or was mended; of one that was mended, what became another. */
export type EventChangeValues = {
  readonly moment: Moment;
  readonly kind: "added" | "removed" | "mended";
  readonly event: string;
  readonly changes: readonly Change[];
};

/** A line of the text that was changed. */
export type Change = {
  readonly part: string;
  readonly stretches: readonly { readonly kind: "same" | "removed" | "added"; readonly text: string }[];
};

export type HistoryPageValues = Page & {
  readonly headline: LabelledText;
  readonly href: string;
  readonly versions: readonly VersionValues[];
  readonly events: readonly EventChangeValues[];
  readonly withheld: readonly string[];
  readonly paging: Paging;
};

export type CorrectionsPageValues = Page & {
  readonly corrections: readonly (Note & { readonly article: Link; readonly history: string })[];
  readonly paging: Paging;
};

export type Source = {
  /** The element's id: `source-1`. */
  readonly id: string;
  readonly name: string;
  readonly kind: SourceKind;
  /** Its page here; a confidential source has none. */
  readonly href?: string | undefined;
  /** The source itself, elsewhere. */
  readonly url?: string | undefined;
  readonly language?: string | undefined;
  /** What stands for a page that does not answer any more. */
  readonly dead?:
    | { readonly since: Moment; readonly digest?: string | undefined; readonly quoted: readonly string[] }
    | undefined;
};

export type SourceKind = "outlet" | "person" | "document" | "page" | "confidential";

/** A quotation and how it compares with its source. */
export type CheckedQuote = {
  readonly words: string;
  /** Empty when nobody is named. */
  readonly speaker: string;
  readonly verdict: "same" | "shortened" | "altered" | "translated" | "not-found";
  readonly source: string;
  readonly href?: string | undefined;
  /** Which page of the source the words stand on. */
  readonly page?: number | undefined;
  /** Of the source. */
  readonly language?: string | undefined;
  /** What was said, in the language it was said in. */
  readonly original?: string | undefined;
  readonly difference?: readonly { readonly kind: "same" | "removed" | "added"; readonly text: string }[] | undefined;
};

export type SourcePageValues = Page & {
  readonly name: string;
  readonly kind: SourceKind;
  /** Empty when there is none. */
  readonly office: string;
  readonly language?: string | undefined;
  readonly date?: Moment | undefined;
  readonly url?: string | undefined;
  /** Since when its address does not answer. */
  readonly dead?: Moment | undefined;
  readonly kept?: { readonly at: Moment; readonly digest: string } | undefined;
  /** Stories that rest on it. */
  readonly cards: readonly Card[];
  readonly paging: Paging;
};

/** Something that happened, as the page tells it. */
export type EventLine = {
  /** The element's id. */
  readonly id: string;
  /** `iso` is empty where HTML cannot write it. */
  readonly when: Moment;
  readonly title: LabelledText;
  readonly words: LabelledText;
  /** When it is told in another language than the page's. */
  readonly language?: string | undefined;
  readonly sources: readonly { readonly text: string; readonly href?: string }[];
};

/** What a story tells of time. */
export type TimeInStory = {
  /** By time. */
  readonly events: readonly EventLine[];
  readonly timelines: readonly Link[];
  /** What became of what it said was still to come. */
  readonly became: readonly {
    readonly sentence: LabelledText;
    readonly state: "kept" | "missed" | "moved";
    readonly outcome: LabelledText;
    readonly story?: Link;
  }[];
  /** The stories it looks back to. */
  readonly before: readonly Link[];
};

/** A reply as the page shows it. */
export type ReplyValues = {
  readonly id: string;
  readonly depth: number;
  readonly name: string;
  readonly isStaff: boolean;
  /** Of the newsroom, and in the story's own byline. */
  readonly isAuthor: boolean;
  readonly isFeatured: boolean;
  readonly isGone: boolean;
  /** Ready HTML of the document printer. */
  readonly body: string;
  /** The language its words are in, where that is another than the page's, and their direction. */
  readonly marks: LanguageMarks;
  /** The sentence of the story it speaks of, and whether it stands there still. */
  readonly quote?: { readonly text: string; readonly state: "there" | "changed" | "gone" } | undefined;
  readonly written: Moment;
  readonly edited?: Moment | undefined;
  /** Its page: it and what was said to it. */
  readonly href: string;
  /** Where it is answered. */
  readonly answer: string;
  /** Who it answers; `isNear` is what stands above it, which eyes see. */
  readonly answers?: { readonly name: string; readonly id: string; readonly isNear: boolean } | undefined;
  /** Where links from before it was moved here end. */
  readonly formerAnchor?: string | undefined;
};

/** By the time threads began, or what editors chose alone. */
export type ReplyOrder = "oldest" | "newest" | "featured";

/** A reply in its thread: ready HTML of its own view, and what its place asks to know of it. */
export type PlacedReply = Pick<ReplyValues, "depth" | "href"> & { readonly html: string };

export type ThreadValues = {
  readonly root: PlacedReply;
  readonly answers: readonly PlacedReply[];
  /** How many more there are on its page. */
  readonly more: number;
};

/** The replies below a story. */
export type RepliesValues = {
  readonly order: ReplyOrder;
  readonly count: number;
  /** Ready HTML of each. */
  readonly threads: readonly string[];
  /** The page of replies; later and first ones. */
  readonly all: string;
  readonly later?: string | undefined;
  /** Where a script hears of new ones. */
  readonly live?: string | undefined;
  readonly form: ReplyFormValues;
  /** When they close by the clock, where that is still to come. */
  readonly until?: Date | undefined;
};

export type ReplyFormValues = {
  /** Where it is sent; absent when replies are closed. */
  readonly action?: string | undefined;
  readonly typed: {
    readonly name: string;
    readonly email: string;
    readonly text: string;
    readonly quote: string;
    readonly isCorrection: boolean;
    /** Whether its writer wants letters about it. */
    readonly tells: boolean;
    /** The site whose page led here; empty for none. */
    readonly site: string;
  };
  readonly parent?: { readonly id: string; readonly name: string } | undefined;
  readonly problem?: string | undefined;
  /** What helps to write, for those with JavaScript. */
  readonly islands?: AssetAddresses["islands"] | undefined;
  /** The story's sentences, to choose one from: as they are sent, and as they are shown. */
  readonly sentences?: readonly { readonly value: string; readonly text: string }[] | undefined;
};

/** What surrounds replies on a page that is not ours. */
export type EmbedFrame = {
  readonly agency: string;
  readonly code: string;
  readonly language: string;
  readonly direction: Direction;
};

export type EmbedPageValues = {
  readonly frame: EmbedFrame;
  readonly article: Link;
  readonly replies: RepliesValues;
  /** The form, on our site. */
  readonly write: string;
  /** Where that page finds later ones and hears of new ones: not where ours does. */
  readonly later: string | undefined;
  readonly live: string | undefined;
};

export type EmbedRefusedValues = { readonly frame: EmbedFrame; readonly sentence: string; readonly read: string };

export type RepliesPageValues = Page & {
  readonly article: Link;
  readonly replies: RepliesValues;
  readonly isFirst: boolean;
};

export type ReplyHistoryPageValues = Page & {
  readonly article: Link;
  /** As it stands now. */
  readonly reply: ReplyValues;
  readonly earlier: readonly { readonly body: string; readonly marks: LanguageMarks; readonly until: Moment }[];
};

export type ThreadPageValues = Page & {
  readonly article: Link;
  readonly thread: ThreadValues;
  readonly form: ReplyFormValues;
};

/** The form on a page of its own. */
export type WritePageValues = Page & { readonly article: Link; readonly form: ReplyFormValues };

/** After a reply was sent: the form again, or the last step. */
export type ReplyStepPageValues = Page & {
  readonly article: Link;
  readonly form: ReplyFormValues;
  readonly title: string;
  /** Ready HTML of how it will look. */
  readonly preview?: { readonly body: string; readonly marks: LanguageMarks } | undefined;
  readonly step?: { readonly token: string; readonly sum: string; readonly byMail: boolean } | undefined;
  /** That a link is on its way; then there is no form. */
  readonly letter?: string | undefined;
};

export type TimelinePageValues = Page & {
  readonly title: LabelledText;
  readonly about: LabelledText;
  /** Those with a place in the picture, in the order of the list. */
  readonly picture: TimePicture;
  readonly events: readonly (EventLine & { readonly stories: readonly Link[] })[];
  /** The same as data: TimelineJS and iCalendar. */
  readonly json: string;
  readonly calendar: string;
};

/** Across in hundredths of the width, down in rows. */
export type TimePicture = {
  readonly rows: number;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  readonly marks: readonly {
    /** The number in the list. */
    readonly number: number;
    readonly id: string;
    readonly title: string;
    readonly from: number;
    readonly to: number;
    readonly row: number;
    /** Its words stand before it, where there is no room behind. */
    readonly isBefore: boolean;
    readonly isVague: boolean;
  }[];
};

/** On paper: the article alone; `address` is its whole address in full. */
export type PrintPageValues = Page & { readonly article: ArticleValues; readonly address: string };

/** See `LabelPolicy` in `text/labels`; words for each are in `words/`. */
export type LabelRule = {
  /** Jurisdiction codes: `un`, `ru`. */
  readonly jurisdictions: readonly string[];
  readonly scope: "every" | "first" | "section" | "document" | "none";
  readonly style: "inline" | "note" | "abbr";
  readonly quotations: "after" | "inside";
  readonly asOf: "today" | "publication" | Moment;
  /** Where labels are printed, and where they are not. */
  readonly surfaces: Readonly<Record<"on" | "off", readonly Surface[]>>;
  /** The edition's own words, printed instead of those of the register. */
  readonly ownWords: readonly { readonly jurisdiction: string; readonly words: string }[];
  /** The one notice of the scope `document`, else nothing. */
  readonly notice?: Placing | undefined;
  /** Statements on whole texts. */
  readonly notices: readonly (Placing & {
    readonly on: "every" | "naming";
    readonly jurisdiction?: string | undefined;
    readonly words: string;
    readonly basis: string;
  })[];
  /** Readers may fold labels that repeat one above. */
  readonly folds: boolean;
};

export type LogPageValues = Page & {
  /** The public address of the site. */
  readonly site: string;
  readonly vkey: string;
  readonly size: number;
  readonly checkpoint: string;
  /** Whether an authority has said when a checkpoint was there. */
  readonly isStamped: boolean;
  /** The newest entries, newest first. */
  readonly acts: readonly {
    readonly number: number;
    readonly kind: string;
    readonly at: Moment;
    readonly href?: string;
    readonly headline?: string;
    /** Of the headline. */
    readonly language?: string;
  }[];
};

export type LabelsPageValues = Page & {
  readonly rule: LabelRule;
  /** How many there are on all its pages. */
  readonly total: number;
  /** One page of those whose designation one of the edition's jurisdictions holds now or held once, by name. */
  readonly organisations: readonly {
    readonly href: string;
    readonly name: string;
    readonly language?: string | undefined;
    /** What is printed after its name today; absent when nothing is. */
    readonly wording?: string | undefined;
    readonly designations: readonly Designation[];
  }[];
  readonly leaf: NumberedLeaf;
};

/** Which of the numbered pages of a list this is, with its neighbours. */
export type NumberedLeaf = {
  readonly page: number;
  readonly pages: number;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
};

/** A line of what happened to an organisation. */
export type Happened = {
  readonly day: Moment;
  /** By somebody's decision, or in the agency's register. */
  readonly by: "decision" | "register";
  readonly lines: readonly string[];
  readonly isToCome: boolean;
};

export type Designation = {
  readonly jurisdiction: string;
  readonly authority: string;
  readonly decision: string;
  readonly from: Moment;
  /** The first day it no longer holds; absent while no end is set. */
  readonly until?: Moment | undefined;
  readonly inForce: boolean;
  readonly wording: string;
  /** Where to read it: a page of the web, or words such as the number of a gazette. */
  readonly reference?: string | undefined;
};

export type OrganisationPageValues = Page & {
  readonly name: string;
  readonly language?: string | undefined;
  readonly names: readonly {
    readonly text: string;
    readonly language: string;
    readonly kind: "full" | "short" | "acronym" | "alias" | "derived" | "product";
    /** Not labelled by itself. */
    readonly isAsked: boolean;
  }[];
  /** In force first, then by day, newest first. */
  readonly designations: readonly Designation[];
  /** In order of the days. */
  readonly history: readonly Happened[];
  /** The page of the rule they follow. */
  readonly labels: string;
  /** Articles that mention it. */
  readonly cards: readonly Card[];
  readonly paging: Paging;
};

export type SearchPageValues = Page & {
  /** As the reader typed it; empty before a search. */
  readonly query: string;
  /** Absent before a search. */
  readonly total?: number | undefined;
  readonly results: readonly Card[];
  readonly paging: Paging;
};

export type StandingPageValues = Page & {
  readonly title: LabelledText;
  /** Ready HTML of the document printer. */
  readonly body: string;
  readonly changed: Moment;
  /** Where readers write to, on the page of contact. */
  readonly contact?: string | undefined;
  /** What the law asks an imprint to say. */
  readonly legal: readonly { readonly fact: LegalFact; readonly text: string }[];
};

export type LegalFact = "legal-name" | "address" | "responsible" | "registration";

export type PeoplePageValues = Page & {
  /** The first paragraph of what is said of each; empty when there is none. */
  readonly people: readonly (Person & { readonly about: LabelledText })[];
};

export type PersonPageValues = Page & {
  readonly person: Person;
  /** Its paragraphs. */
  readonly about: readonly LabelledText[];
  readonly cards: readonly Card[];
  readonly paging: Paging;
};

export type ArchivePageValues = Page & {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  /** The month's articles by day, newest day first. */
  readonly days: readonly { readonly day: Moment; readonly cards: readonly Card[] }[];
  /** Every year something came out in, newest first, each with its months that have articles. */
  readonly years: readonly {
    readonly year: number;
    readonly months: readonly { readonly month: number; readonly href: string; readonly articles: number }[];
  }[];
};

/** Also for any other refusal of an address: what is there instead. */
export type NotFoundPageValues = Page & {
  readonly latest: readonly Card[];
  /** What was here once, and why it is not any more. */
  readonly gone?: { readonly title: string; readonly sentence: string; readonly note?: string };
};

/** Stands when nothing else does: it needs no database. */
export type BrokenPageValues = {
  readonly agency: string;
  readonly language: string;
  readonly direction: Direction;
  readonly home: string;
  readonly assets: AssetAddresses;
  /** What the reader may quote to the agency. */
  readonly reference?: string | undefined;
};
