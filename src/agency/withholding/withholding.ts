/**
 * What law or somebody's safety takes away from the record. One member of staff asks, another decides; the words or the
 * picture give way wherever they stand, and what is left says when, for what kind of reason and by which roles.
 */
import type { Role } from "#agency/staff/staff.ts";

/** Why, as readers are told: never more than the kind of reason. */
export const REASONS = ["court", "child", "victim", "source", "erasure", "safety"] as const;

export type Reason = (typeof REASONS)[number];

/** The roles that hold the right to decide. */
export type DecidingRole = Extract<Role, "editor" | "administrator">;

/** What a story is told to have lost. */
export type Tombstone = {
  readonly id: string;
  readonly at: Date;
  readonly reason: Reason;
  readonly roles: readonly [asked: DecidingRole, decided: DecidingRole];
};

/** `destroy`: nobody has it any more. `seal`: a court may have it opened with the key that is shown once. */
export const WAYS = ["destroy", "seal"] as const;

export type Way = (typeof WAYS)[number];

export const LONGEST_FORMS = 4_000;
export const LONGEST_NOTE = 2_000;
// A name in all its cases and spellings; more is a text, not a name.
const MOST_FORMS = 50;
// One letter would empty every text.
const SHORTEST_FORM = 2;

/** What stands in a text in the place of what was withheld, by the language of the text. */
const PLACEHOLDERS: Readonly<Record<string, string>> = { en: "[withheld]", ru: "[изъято]", ar: "[محجوب]" };

export function placeholderIn(language: string): string {
  return PLACEHOLDERS[language.toLowerCase().split("-", 1)[0] ?? ""] ?? "[withheld]";
}

export type AskRefusal = "nothing-named" | "form-short" | "too-many" | "too-long" | "no-picture";

/** The forms of what is to be withheld, one a line. */
export function formsFrom(text: string): readonly string[] {
  const lines = text.split("\n").map((line) => line.trim().replaceAll(/\s+/g, " "));
  return [...new Set(lines.filter((line) => line !== ""))];
}

export function refusalOfForms(forms: readonly string[], hasPicture: boolean): AskRefusal | undefined {
  if (forms.length === 0 && !hasPicture) return "nothing-named";
  if (forms.some((form) => (form.match(/[\p{L}\p{N}]/gu) ?? []).length < SHORTEST_FORM)) return "form-short";
  if (forms.length > MOST_FORMS) return "too-many";
  return forms.join("\n").length > LONGEST_FORMS ? "too-long" : undefined;
}

export function wayFrom(text: string): Way | undefined {
  return WAYS.find((one) => one === text);
}

export function reasonFrom(text: string): Reason | undefined {
  return REASONS.find((one) => one === text);
}
