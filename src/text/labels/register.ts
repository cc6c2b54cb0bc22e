/**
 * A register of designated organisations, and how a file of one is read. It says nothing about
 * who ought to be on it: every designation names who decided, since when and where to read it.
 */
import { z } from "zod";
import { isDay } from "#lib/days.ts";
import { formsOf, type NameForm } from "./forms.ts";

/** Everybody who may be named, in any jurisdiction; designations say whose law it is. */
export type Register = { readonly organisations: readonly Organisation[] };

export type Organisation = {
  /** Its own in the register; never printed in copy. */
  readonly id: string;
  /** At least one, in any languages. Of one with several readings the first is told. */
  readonly names: readonly OrganisationName[];
  readonly designations: readonly Designation[];
};

export const NAME_KINDS = ["full", "short", "acronym", "alias", "derived", "product"] as const;
/** `derived`: what its people are called; `product`: what it owns. Neither is the organisation, so both have words of their own. */
export type NameKind = (typeof NAME_KINDS)[number];

export type OrganisationName = {
  /** As it is registered, in the nominative, with the capitals of a sentence. */
  readonly text: string;
  /** BCP 47; only its first part counts. */
  readonly language: string;
  readonly kind: NameKind;
  /** What the register says; `null` where it is silent, which is auto except for a product or a derived name without words of its own. */
  readonly match: "auto" | "ask" | null;
  /** Printed instead of the designation's, by language. */
  readonly wording: Wording | null;
  /** Why whoever took it in proposed to ask about it. */
  readonly doubt?: NameDoubt;
  /** Every way a text may show the name in its own language, itself first; made at import, seen and changed by editors. */
  readonly forms: readonly NameForm[];
};

export const NAME_DOUBTS = [
  "short",
  "ordinary-word",
  "surname",
  "person",
  "low-quality",
  "one-word",
  "unlike-organisation",
  "shared-kind",
] as const;
/**
 * Too short, a word of the language, a family name, a person's name, a weak alias by the list's own word, a single word
 * that nobody has vouched for, a few words that do not say that they name an organisation.
 */
export type NameDoubt = (typeof NAME_DOUBTS)[number];

/** Whether a person decides about every mention by this name: the register says so, or it names a part and has no words of its own. */
export function isAskedAbout({ match, kind, wording }: Pick<OrganisationName, "match" | "kind" | "wording">): boolean {
  return match === "ask" || (match === null && isPartOf(kind) && wording === null);
}

/** What belongs to an organisation is not the organisation. */
export function isPartOf(kind: NameKind): boolean {
  return kind === "product" || kind === "derived";
}

/** Somebody's decision about an organisation, for as long as it holds. */
export type Designation = {
  /** In small letters: a country's two, or a code of the register's own. */
  readonly jurisdiction: string;
  /** Who decided, and by what; empty where the register does not say. */
  readonly authority: string;
  readonly decision: string;
  /** First day it holds. */
  readonly from: string;
  /** First day it no longer holds; `null` while it does. */
  readonly until: string | null;
  /** What the label says; without words in any language its mentions are asked about. */
  readonly wording: Wording;
  /** Where to read it. */
  readonly reference: string | null;
  /** What the list says of it beside that. */
  readonly remark?: string;
};

/** Words by language. */
export type Wording = Readonly<Record<string, string>>;

/**
 * A register from the JSON of a file, its forms generated. More fields than these are allowed. What cannot be
 * read is told in sentences that say where; then nothing of the file is used.
 */
export function readRegister(
  json: unknown,
): { readonly register: Register } | { readonly problems: readonly [string, ...string[]] } {
  const read = registerFile.safeParse(json);
  if (!read.success)
    return problemsOr(
      read.error.issues.map((issue) => sentence(issue, json)),
      { organisations: [] },
    );
  return problemsOr(twiceNamed(read.data), { organisations: read.data.organisations });
}

/** One organisation of a file, the one at a place of its list; its problems say which one that is. */
export function readOrganisation(
  json: unknown,
  place: number,
): { readonly organisation: Organisation } | { readonly problems: readonly string[] } {
  const read = organisationInFile.safeParse(json);
  if (read.success) return { organisation: read.data };
  const whole = { organisations: { [place]: json } };
  return {
    problems: read.error.issues.map((issue) =>
      sentence({ ...issue, path: ["organisations", place, ...issue.path] }, whole),
    ),
  };
}

function problemsOr(
  [first, ...rest]: readonly string[],
  register: Register,
): { readonly register: Register } | { readonly problems: readonly [string, ...string[]] } {
  return first === undefined ? { register } : { problems: [first, ...rest] };
}

/** The codes of the jurisdictions a register knows, in order of the alphabet. */
export function jurisdictionsOf({ organisations }: Register): readonly string[] {
  return [...new Set(organisations.flatMap(({ designations }) => designations.map((one) => one.jurisdiction)))].sort();
}

const required = z.string().trim().min(1, "is empty");
const day = z.string().refine(isDay, "is not a day such as 2014-12-29");

const wording = z
  .record(z.string(), required.regex(/^[^\n\r]*$/, "has a line break; a label stands in one line"))
  .transform(
    (words): Wording => Object.fromEntries(Object.entries(words).map(([tag, one]) => [tag.toLowerCase(), one])),
  );

const nameInFile = z
  .looseObject({
    text: required.regex(/[\p{L}\p{N}]/u, "has no letter or digit to look for"),
    lang: required,
    kind: z.enum(NAME_KINDS).default("full"),
    match: z.enum(["auto", "ask"]).nullish(),
    wording: wording.nullish(),
    doubt: z.enum(NAME_DOUBTS).nullish(),
    forms: z.array(required).nullish(),
  })
  .transform(
    ({ text, lang, kind, match, wording, doubt, forms }): OrganisationName => ({
      text,
      language: lang,
      kind,
      match: match ?? null,
      wording: wording && Object.keys(wording).length > 0 ? wording : null,
      ...(doubt && { doubt }),
      forms: formsOf({ text, language: lang, kind, given: forms ?? [] }),
    }),
  );

const designationInFile = z
  .looseObject({
    jurisdiction: required.toLowerCase(),
    authority: z.string().nullish(),
    decision: z.string().nullish(),
    from: day,
    until: day.nullish(),
    wording: wording.nullish(),
    reference: z.string().nullish(),
  })
  .refine(({ from, until }) => !until || from <= until, "ends before it begins")
  .transform(
    ({ jurisdiction, authority, decision, from, until, wording, reference }): Designation => ({
      jurisdiction,
      authority: authority ?? "",
      decision: decision ?? "",
      from,
      until: until ?? null,
      wording: wording ?? {},
      reference: reference || null,
    }),
  );

const organisationInFile = z.looseObject({
  id: required,
  names: z.array(nameInFile).min(1, "is empty; at least one name is needed to find it"),
  designations: z.array(designationInFile).default([]),
});

const registerFile = z.looseObject({ organisations: z.array(organisationInFile) });

function twiceNamed({ organisations }: Register): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { id } of organisations) (seen.has(id) ? twice : seen).add(id);
  return [...twice].map((id) => `Two organisations have the id "${id}"; an id names one organisation.`);
}

/** `organisations[0].names[1].lang is missing.` */
function sentence(issue: z.core.$ZodIssue, json: unknown): string {
  const where = issue.path.reduce<string>(
    (before, step) => (typeof step === "number" ? `${before}[${step}]` : `${before}${before && "."}${String(step)}`),
    "",
  );
  return `${where || "The register"} ${complaint(issue, issue.path.reduce(valueAt, json))}.`;
}

function complaint(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined) return "is missing";
  if (issue.code === "invalid_type")
    return `is ${shown(value)}; it should be ${KIND_OF_VALUE[issue.expected] ?? issue.expected}`;
  if (issue.code === "invalid_value") return `is ${shown(value)}; it should be one of ${issue.values.join(", ")}`;
  return typeof value === "string" && value !== "" ? `(${shown(value)}) ${issue.message}` : issue.message;
}

const KIND_OF_VALUE: Readonly<Record<string, string>> = {
  string: "text",
  array: "a list",
  object: "an object",
  record: "an object of words by language",
};

function valueAt(json: unknown, step: PropertyKey): unknown {
  return typeof json === "object" && json !== null ? Reflect.get(json, step) : undefined;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
