/** The words of the desk, one typed file a language: a part that is added does not compile until all have it. */
import type { ArticleState, Move } from "#agency/articles/flow.ts";
import type { Role } from "#agency/staff/staff.ts";
import type { ArticleTab } from "../views/article-tabs.tsx";
import type { CheckCode, Rule, Severity } from "#agency/preflight/preflight.ts";
import type { Role } from "#agency/staff/staff.ts";
import type { FetchProblem } from "#outside/fetch.ts";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import { ru } from "./ru.ts";

type Trouble = { readonly title: string; readonly sentence: string };

export type DeskWords = {
  /** BCP 47 of the words themselves. */
  readonly language: string;

  /** Around every page. */
  readonly frame: {
    readonly desk: string;
    readonly skip: string;
    readonly menu: string;
    readonly site: string;
    readonly signOut: string;
    readonly notFound: string;
    readonly notFoundSentence: string;
    readonly tooLarge: Trouble;
    readonly notAForm: Trouble;
    readonly places: Readonly<
      Record<"home" | "articles" | "pictures" | "front" | "house" | "staff" | "audit" | "me", string>
    >;
    /** What a form has just done, said once on the page that follows. */
    readonly said: Readonly<Record<Said, string>>;
  };

  readonly roles: Readonly<Record<Role, string>>;

  /** The desk's front. */
  readonly home: {
    readonly title: string;
    readonly welcome: (name: string) => string;
  };

  /** Stories on their way to readers. */
  readonly flow: {
    readonly tabs: Readonly<Record<ArticleTab | "label", string>>;
    readonly states: Readonly<Record<ArticleState, string>>;
    readonly moves: Readonly<Record<Move, string>>;
  readonly preflight: {
    readonly title: string;
    readonly introduction: string;
    readonly clear: string;
    readonly severities: Readonly<Record<Severity, { readonly title: string; readonly sentence: string }>>;
    /** What was found and how to mend it; `detail` is what the finding names beside a passage. */
    readonly findings: Readonly<
      Record<CheckCode, { readonly found: (detail: string) => string; readonly mend: string; readonly rule: string }>
    >;
    /** Why a link does not answer, by what was noted of it; a number is the status of its server. */
    readonly linkStates: Readonly<Record<Exclude<FetchProblem, "too-large">, string>>;
    readonly linkStatus: (status: string) => string;
    readonly checkLinks: string;
    readonly toText: string;
    readonly toDetails: string;
    readonly rulesTitle: string;
    readonly rulesIntroduction: string;
    readonly rules: Readonly<Record<Rule, string>>;
    readonly alwaysBlocks: string;
    readonly keepRules: string;
  };
};

/** What a form can say it has done. */
export type Said = "kept" | "removed" | "sent" | "links-asked";

const ALL = new Map<string, DeskWords>(Object.entries({ ar, en, ru }));

export const DESK_LANGUAGES: readonly string[] = [...ALL.keys()];

/** The words of a language the desk speaks, else English. */
export function deskWordsFor(language: string): DeskWords {
  return ALL.get(language.toLowerCase().split("-", 1)[0] ?? "") ?? en;
}
