/** How long what nobody was told stays: never anything that was published, nor what came out of a decision. */

/** What is forgotten after some days, in the order in which the page lists it. */
export const FORGOTTEN = ["drafts", "previews", "sign-ins", "jobs", "wire"] as const;

export type Forgotten = (typeof FORGOTTEN)[number];

/** Days until it is forgotten. */
export type Retention = Readonly<Record<Forgotten, number>>;

/** Until an administrator says otherwise. */
export const USUAL_RETENTION: Retention = { drafts: 365, previews: 90, "sign-ins": 365, jobs: 14, wire: 90 };

// A week to notice that something went wrong; ten years is longer than anybody looks back.
export const LEAST_DAYS = 7;
export const MOST_DAYS = 3_650;

/** The acts of signing in and out: they say where somebody was, so they alone leave the audit again. */
export const SIGN_INS = ["staff.sign-in", "staff.sign-out"] as const;

const DAY_MS = 24 * 60 * 60 * 1_000;

/** What is older than this is forgotten. */
export function forgottenBefore(days: number, at: Date): Date {
  return new Date(at.getTime() - days * DAY_MS);
}
