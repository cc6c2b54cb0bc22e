/** An edition: one language, one front page, one policy for labels. */
import type { WholePolicy } from "#agency/labels/policy.ts";
import type { DatelineStyle } from "#text/typography/dates.ts";

export type Edition = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** BCP 47 */
  readonly language: string;
  readonly timeZone: string;
  readonly dateOrder: "day-first" | "month-first";
  readonly datelineStyle: DatelineStyle;
  readonly jurisdictions: readonly string[];
  readonly labelPolicy: WholePolicy;
  /** The day whose law its labels follow. */
  readonly labelsAsOf: LabelsAsOf;
};

/** `today`, the article's day of publication, or one day for all (`yyyy-mm-dd`). */
export type LabelsAsOf = "today" | "publication" | (string & {});

// First steps of addresses that are not editions, and words kept for later ones.
const FIXED_CODES = new Set(
  "about admin api assets desk embed favicon feed healthz hub log media metrics news-sitemap preview readyz replies robots search sitemap static trust users well-known wire".split(
    " ",
  ),
);

/** Why a code cannot name an edition, as a sentence; nothing when it can. */
export function codeProblem(code: string): string | undefined {
  if (FIXED_CODES.has(code))
    return `"${code}" is a fixed word in Dateline's addresses and cannot be the code of an edition.`;
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(code) || code.length > 20) {
    return `"${code}" cannot be the code of an edition: use small Latin letters, figures and hyphens, such as en or pt-br.`;
  }
  return undefined;
}
