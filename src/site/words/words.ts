/**
 * The words of the public pages, one typed file a language. A language without its
 * own file gets the English words; `wordsFor` tells, so that the operator can be told.
 */
import type { DesignationField } from "#agency/labels/history.ts";
import type { PrintWords } from "#text/document/html.ts";
import type { Surface } from "#text/labels/labels.ts";
import type { CheckedQuote, LegalFact, SourceKind } from "../views/values.ts";
import { ar } from "./ar.ts";
import type { DoorWords } from "./doors.ts";
import { en } from "./en.ts";
import type { RecordWords } from "./record.ts";
import { ru } from "./ru.ts";

/** Words that change with a number; the number is printed in the language's own figures. */
export type Counted = (n: number) => string;

import type { Reason, ReplyRefusal, ReplyState } from "#agency/replies/replies.ts";

export type Words = {
  /** BCP 47 of the words themselves: `en` where they are a fallback. */
  readonly language: string;

  // Around every page
  readonly skip: string;
  readonly sections: string;
  readonly editions: string;
  readonly aboutEdition: string;
  readonly frontPage: string;
  readonly feeds: string;

  // Lists
  readonly latest: string;
  readonly moreOf: (section: string) => string;
  readonly allOf: (section: string) => string;
  readonly section: string;
  readonly topic: string;
  readonly newer: string;
  readonly older: string;
  readonly pages: string;
  readonly nothingYet: string;
  readonly stories: Counted;

  // Standing pages
  readonly legal: Readonly<Record<LegalFact, string>>;

  // An article
  /** Before names of authors; empty where the language has no such word. */
  readonly by: string;
  readonly published: string;
  readonly changed: string;
  readonly origin: string;
  readonly translatedFrom: (languageName: string) => string;
  readonly alsoIn: string;
  readonly topics: string;
  readonly quoted: string;
  readonly sources: string;
  readonly sourceKinds: Readonly<Record<SourceKind, string>>;
  readonly source: {
    readonly date: string;
    readonly language: string;
    readonly address: string;
    readonly open: string;
    /** Before the day since when an address has not answered. */
    readonly dead: string;
    readonly kept: string;
    readonly digest: string;
    readonly rests: string;
    readonly restsNothing: string;
  };
  readonly checkedQuotes: string;
  /** Behind the name of a source that has pages. */
  readonly onPage: (n: number) => string;
  readonly verdicts: Readonly<Record<CheckedQuote["verdict"], string>>;
  /** For those who cannot see: what stands in the text itself. */
  readonly inText: PrintWords;
  readonly foldLabels: string;
  readonly printVersion: string;
  readonly printedFrom: string;
  readonly backToArticle: string;
  readonly moreStories: string;

  readonly doors: DoorWords;
  readonly replies: {
    readonly title: string;
    readonly count: (n: number) => string;
    readonly none: string;
    readonly allOf: string;
    readonly next: string;
    readonly first: string;
    readonly backToArticle: string;
    readonly thread: string;
    readonly moreOfThread: (n: number) => string;
    readonly permalink: (name: string) => string;
    readonly answer: (name: string) => string;
    readonly answerShort: string;
    readonly answers: (name: string) => string;
    readonly staff: string;
    readonly author: string;
    readonly featured: string;
    readonly edited: string;
    /** What a reply that was changed said before. */
    readonly history: string;
    readonly now: string;
    /** Before a moment. */
    readonly until: string;
    readonly orders: {
      readonly label: string;
      readonly oldest: string;
      readonly newest: string;
      readonly featured: string;
      readonly feed: string;
    };
    readonly gone: string;
    readonly ofArticle: string;
    readonly note: string;
    readonly folded: string;
    readonly write: string;
    readonly writeTo: (name: string) => string;
    readonly closed: string;
    readonly name: string;
    readonly email: string;
    readonly emailHint: string;
    readonly text: string;
    readonly textHint: string;
    readonly correction: string;
    readonly fromSite: (host: string) => string;
    readonly send: string;
    readonly preview: string;
    readonly previewTitle: string;
    readonly rules: string;
    readonly lastStep: string;
    readonly lastStepHint: string;
    readonly answerHint: string;
    readonly finish: string;
    readonly tooMany: { readonly title: string; readonly sentence: string };
    readonly problems: Readonly<
      Record<ReplyRefusal | "wrong" | "no-sentence" | "void" | "expired" | "crossed" | "too-large", string>
    >;
    readonly banned: (reason: string, until: string) => string;
    readonly spent: { readonly title: string; readonly sentence: string };
    readonly mine: {
      readonly title: string;
      readonly introduction: string;
      readonly keepLink: string;
      readonly sent: string;
      readonly states: Readonly<Record<ReplyState, string>>;
      readonly reasons: Readonly<Record<Reason, string>>;
      readonly because: string;
      readonly see: string;
      readonly edit: string;
      readonly keep: string;
      readonly withdraw: string;
      readonly appeal: string;
      readonly appealHint: string;
      readonly appealSend: string;
      readonly appealed: string;
      readonly download: string;
      readonly erase: string;
      readonly eraseHint: string;
      readonly eraseSure: string;
      readonly erased: string;
      readonly none: string;
      readonly tooLate: string;
    };
  };

  readonly time: {
    readonly events: string;
    readonly timelines: string;
    readonly kind: string;
    readonly picture: (events: number) => string;
    readonly zoom: string;
    readonly closer: readonly [whole: string, near: string, nearest: string];
    readonly noEvents: string;
    readonly toldIn: string;
    readonly sources: string;
    readonly asData: string;
    readonly calendar: string;
    readonly became: string;
    readonly states: Readonly<Record<"kept" | "missed" | "moved", string>>;
    readonly readOn: string;
    readonly before: string;
  };

  // How we label
  readonly howWeLabel: string;
  readonly labels: {
    readonly introduction: string;
    readonly rule: string;
    readonly noRule: string;
    readonly jurisdictions: string;
    readonly scopeTitle: string;
    readonly scopes: Readonly<Record<"every" | "first" | "section" | "document" | "none", string>>;
    readonly styles: Readonly<Record<"inline" | "note" | "abbr", string>>;
    /** Of names that may mean something else, too. */
    readonly asked: string;
    readonly asOfTitle: string;
    readonly asOfToday: string;
    readonly asOfPublication: string;
    readonly asOfDay: (day: string) => string;
    readonly neutrality: string;
    readonly organisations: string;
    readonly noOrganisations: string;
    readonly printed: string;
    readonly printsNothing: string;
    readonly quotationsTitle: string;
    readonly quotations: Readonly<Record<"after" | "inside", string>>;
    readonly surfacesTitle: string;
    readonly surfaces: Readonly<Record<Surface, string>>;
    readonly everywhere: string;
    readonly notIn: (places: string) => string;
    readonly ownWordsTitle: string;
    readonly noticeTitle: string;
    readonly places: Readonly<Record<"top" | "bottom", string>>;
    readonly asLarge: string;
    readonly larger: (percent: string) => string;
    readonly noticesTitle: string;
    readonly noticeOn: Readonly<Record<"every" | "naming", string>>;
    readonly noticeFor: (jurisdiction: string) => string;
    readonly basis: string;
    readonly foldsTitle: string;
    readonly folds: string;
    readonly asData: string;
    readonly pages: string;
    readonly pageOf: (page: number, pages?: number) => string;
    readonly before: string;
    readonly after: string;
  };

  // An organisation
  readonly organisation: {
    readonly kind: string;
    readonly introduction: string;
    readonly names: string;
    readonly nameKinds: Readonly<Record<"full" | "short" | "acronym" | "alias" | "derived" | "product", string>>;
    /** Of a name that may mean something else. */
    readonly nameAsked: string;
    readonly designations: string;
    readonly noDesignations: string;
    readonly jurisdiction: string;
    readonly authority: string;
    readonly decision: string;
    readonly from: string;
    readonly until: string;
    readonly noEnd: string;
    readonly inForce: string;
    readonly ended: string;
    readonly notYet: string;
    readonly wording: string;
    readonly reference: string;
    readonly readDecision: string;
    readonly mentionedIn: string;
    readonly notMentioned: string;
    readonly history: string;
    readonly historySentence: string;
    readonly toCome: string;
    readonly begins: (whose: string) => string;
    readonly ends: (whose: string) => string;
    readonly inRegister: string;
    readonly entered: (whose: string) => string;
    readonly takenOut: (whose: string) => string;
    readonly nameAdded: (name: string) => string;
    readonly nameRemoved: (name: string) => string;
    readonly fields: Readonly<Record<DesignationField, string>>;
    readonly changed: (what: string, before?: string, after?: string) => string;
    readonly held: string;
    readonly nothing: string;
  };

  // Search
  readonly search: {
    readonly title: string;
    readonly label: string;
    readonly button: string;
    readonly hint: string;
    readonly found: Counted;
    readonly nothing: (query: string) => string;
    readonly nothingHint: string;
    readonly results: string;
  };

  // People
  readonly people: string;
  readonly peopleIntroduction: string;
  readonly storiesBy: (name: string) => string;

  // Archive
  readonly archive: string;
  readonly archiveMonths: string;
  readonly noStoriesInMonth: string;

  // What was changed
  readonly record: RecordWords;

  // What went wrong
  /** Above an article that is not published, for whoever was given the link. */
  // The publication log
  readonly log: {
    readonly title: string;
    readonly introduction: string;
    readonly whatTitle: string;
    readonly what: readonly string[];
    readonly provesTitle: string;
    readonly proves: readonly { readonly title: string; readonly text: string }[];
    readonly checkTitle: string;
    readonly check: readonly string[];
    readonly command: string;
    readonly format: string;
    readonly nowTitle: string;
    readonly entries: Counted;
    readonly checkpoint: string;
    readonly key: string;
    readonly timestamps: string;
    readonly newestTitle: string;
    /** By the kind of an entry. */
    readonly kinds: Readonly<Record<string, string>>;
    /** In the foot of a story. */
    readonly proof: string;
  };

  readonly previewUntil: (time: string) => string;
  /** What the address of an article says that was taken back. */
  readonly gone: Readonly<
    Record<"withdrawn" | "killed", { readonly title: string; readonly sentence: (day: string) => string }>
  >;
  readonly notFound: { readonly title: string; readonly sentence: string; readonly onward: string };
  /** Nothing can be written for some seconds; what was sent is in the page. */
  /** While the database moves or does not answer; `Kept` where a form was sent and the page holds it. */
  readonly waiting: {
    readonly title: string;
    readonly sentences: Readonly<Record<"moving" | "movingKept" | "away" | "awayKept", string>>;
    readonly chooseAgain: string;
    readonly again: string;
    readonly look: string;
  };
  readonly broken: {
    readonly title: string;
    readonly sentence: string;
    readonly onward: string;
    readonly reference: string;
  };
};

const ALL = new Map<string, Words>(Object.entries({ ar, en, ru }));

/** `own` is false where the words are a fallback: the language has no file of its own. */
export function wordsFor(language: string): { readonly words: Words; readonly own: boolean } {
  const words = ALL.get(mainLanguage(language));
  return { words: words ?? en, own: words !== undefined };
}

// `pt-BR` and `pt` share their words.
function mainLanguage(language: string): string {
  return language.toLowerCase().split("-", 1)[0] ?? language;
}
