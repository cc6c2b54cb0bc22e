/** What an editor may change of an organisation by hand, and why something cannot be. A list's own words stay the list's. */
import { isDay } from "#lib/days.ts";
import { isLanguage } from "#lib/languages.ts";
import { isWebAddress } from "#text/document/links.ts";
import { formsOf, type NameForm, type NameKind, type Wording } from "#text/labels/labels.ts";
import { isSlug, slugFor, withNumber } from "#text/slug/slug.ts";
import type { KeptDesignation, KeptName, KeptOrganisation } from "./register.ts";

// A name is at most the longest title of a body that was ever listed; a label is read in the middle of a sentence.
const LONGEST_NAME = 300;
const LONGEST_WORDING = 200;
const LONGEST_LINE = 500;
// A verb of a rich language has fewer.
const MOST_FORMS = 300;

/** A name as a form sends it. */
export type NameTyped = {
  readonly text: string;
  readonly language: string;
  readonly kind: NameKind;
  readonly match: "auto" | "ask" | null;
  readonly wording: Wording;
  /** Known forms that stay. */
  readonly forms: readonly string[];
  /** Forms added by hand. */
  readonly more: readonly string[];
};

export type NameRefusal =
  | "no-name"
  | "long-name"
  | "language"
  | "taken-name"
  | "wording"
  | "forms"
  | "last-name"
  | "name-of-list";

type Outcome<Refusal> = { readonly after: KeptOrganisation } | { readonly refusal: Refusal };

/** The organisation with the name at a place changed, or one more. The words and the language of a list's name stay. */
export function withName(
  organisation: KeptOrganisation,
  place: number | undefined,
  typed: NameTyped,
  by: string,
): Outcome<NameRefusal> {
  const known = place === undefined ? undefined : organisation.names[place];
  const refusal = nameRefusal(organisation, known, typed);
  if (refusal) return { refusal };
  const name = known && known.list !== null ? ofList(known, typed, by) : byHand(known, typed);
  const names = known ? organisation.names.map((one) => (one === known ? name : one)) : [...organisation.names, name];
  return { after: { ...organisation, names } };
}

/** Whether a name is asked about because a list left it in doubt and nobody has decided. */
export function isInDoubt({ doubt, decidedBy }: KeptName): boolean {
  return doubt !== undefined && decidedBy === null;
}

/** Names in doubt that somebody has looked at: they are labelled by themselves from then on. */
export function withoutDoubts(
  organisation: KeptOrganisation,
  names: readonly KeptName[],
  by: string,
): KeptOrganisation {
  const decided = (name: KeptName): KeptName =>
    names.includes(name) && isInDoubt(name) ? { ...name, match: "auto", decidedBy: by } : name;
  return { ...organisation, names: organisation.names.map(decided) };
}

function nameRefusal(
  { names }: KeptOrganisation,
  known: KeptName | undefined,
  { text, language, wording, more }: NameTyped,
): NameRefusal | undefined {
  if (hasOddWords(wording)) return "wording";
  if (more.length > MOST_FORMS || more.some((form) => form.length > LONGEST_NAME || !hasLetters(form))) return "forms";
  if (known && known.list !== null) return undefined;
  if (!hasLetters(text)) return "no-name";
  if (text.length > LONGEST_NAME || /\n/.test(text)) return "long-name";
  if (!isLanguage(language)) return "language";
  const isTaken = names.some((one) => one !== known && one.text === text && one.language === language);
  return isTaken ? "taken-name" : undefined;
}

function ofList(known: KeptName, typed: NameTyped, by: string): KeptName {
  const wording = wordingOrNone(typed.wording);
  const isSame =
    typed.match === known.match &&
    isSameWording(wording ?? {}, known.wording ?? {}) &&
    // Who looked at a name in doubt and left it has decided.
    known.doubt === undefined;
  return {
    ...known,
    ...formsLeft(known, typed),
    match: typed.match,
    wording,
    decidedBy: isSame ? known.decidedBy : by,
  };
}

function byHand(known: KeptName | undefined, typed: NameTyped): KeptName {
  const { text, language, kind, match } = typed;
  const { doubt: _, ...before } = known ?? { list: null, decidedBy: null, forms: [] };
  const isOther = known?.text !== text || known.language !== language || known.kind !== kind;
  const given = (known?.forms ?? []).filter(({ how, text }) => how === "given" && text !== known?.text);
  const forms = isOther ? formsOf({ text, language, kind, given: given.map((form) => form.text) }) : known.forms;
  return {
    ...before,
    text,
    language,
    kind,
    match,
    wording: wordingOrNone(typed.wording),
    ...(isOther ? madeAnew(known, forms, typed) : formsLeft(known, typed)),
  };
}

/** Forms as they were ticked, with what was added. What was made by rule and is not wanted is put away, so that no import brings it back. */
function formsLeft({ forms, off = [] }: KeptName, typed: NameTyped): Pick<KeptName, "forms" | "off"> {
  const ticked = new Set([...typed.forms, ...typed.more]);
  const all = withoutVouchedFor([...forms, ...off], typed);
  const known = new Set(all.map(({ text }) => text));
  return {
    forms: inOrder([...all.filter(({ text }) => ticked.has(text)), ...added(typed.more, known)]),
    off: inOrder(all.filter(({ text, how }) => !ticked.has(text) && how !== "editor")),
  };
}

/** The forms of a name that is another one now; those an editor had added stay if they are still ticked. */
function madeAnew(
  known: KeptName | undefined,
  made: readonly NameForm[],
  typed: NameTyped,
): Pick<KeptName, "forms" | "off"> {
  const ticked = new Set(typed.forms);
  const own = (known?.forms ?? []).filter(({ how, text }) => how === "editor" && ticked.has(text));
  const certain = withoutVouchedFor(made, { more: [...typed.more, ...own.map(({ text }) => text)] });
  const all = [...certain, ...own.filter(({ text }) => !certain.some((form) => form.text === text))];
  const taken = new Set((known?.off ?? []).map(({ text }) => text));
  return {
    forms: inOrder([
      ...all.filter(({ text }) => !taken.has(text)),
      ...added(typed.more, new Set(all.map(({ text }) => text))),
    ]),
    off: inOrder(all.filter(({ text }) => taken.has(text))),
  };
}

/** A form in doubt that an editor writes is the editor's, and no longer in doubt. */
function withoutVouchedFor(forms: readonly NameForm[], { more }: Pick<NameTyped, "more">): readonly NameForm[] {
  return forms.filter(({ text, isDoubtful }) => !isDoubtful || !more.includes(text));
}

function added(more: readonly string[], known: ReadonlySet<string>): readonly NameForm[] {
  return [...new Set(more)].filter((text) => !known.has(text)).map((text) => ({ text, how: "editor" }));
}

/** As the store gives them, so that an organisation is told to be the same by its letters. */
function inOrder(forms: readonly NameForm[]): readonly NameForm[] {
  return forms.toSorted((one, other) => (one.text < other.text ? -1 : 1));
}

export function withoutName(organisation: KeptOrganisation, place: number): Outcome<NameRefusal> {
  const known = organisation.names[place];
  if (known && known.list !== null) return { refusal: "name-of-list" };
  if (organisation.names.length < 2) return { refusal: "last-name" };
  return { after: { ...organisation, names: organisation.names.filter((one) => one !== known) } };
}

/** A designation as a form sends it; a day that is not set is empty. */
export type DesignationTyped = {
  readonly jurisdiction: string;
  readonly authority: string;
  readonly decision: string;
  readonly from: string;
  readonly until: string;
  readonly wording: Wording;
  readonly reference: string;
};

export type DesignationRefusal =
  | "jurisdiction"
  | "authority"
  | "decision"
  | "from"
  | "until"
  | "until-early"
  | "wording"
  | "no-wording"
  | "reference"
  | "of-list";

/** The organisation with the designation at a place changed, or one more. Of a list's only the words are an editor's, and the end of one its list has no longer. */
export function withDesignation(
  organisation: KeptOrganisation,
  place: number | undefined,
  typed: DesignationTyped,
  by: string,
): Outcome<DesignationRefusal> {
  const known = place === undefined ? undefined : organisation.designations[place];
  const listed = known && known.list !== null ? known : undefined;
  const meant = listed ? asListed(listed, typed) : typed;
  const refusal = designationRefusal(meant, listed !== undefined);
  if (refusal) return { refusal };
  const one: KeptDesignation = {
    ...(known ?? { list: null, vanishedOn: null, wordedBy: null, heldBy: null }),
    jurisdiction: meant.jurisdiction.toLowerCase(),
    authority: meant.authority,
    decision: meant.decision,
    from: meant.from,
    until: meant.until === "" ? null : meant.until,
    wording: meant.wording,
    reference: meant.reference === "" ? null : meant.reference,
    ...(listed && !isSameWording(listed.wording, meant.wording) && { wordedBy: by }),
  };
  const designations = known
    ? organisation.designations.map((other) => (other === known ? one : other))
    : [...organisation.designations, one];
  return { after: { ...organisation, designations } };
}

function asListed(listed: KeptDesignation, typed: DesignationTyped): DesignationTyped {
  const { jurisdiction, authority, decision, from, until, reference, vanishedOn } = listed;
  return {
    jurisdiction,
    authority,
    decision,
    from,
    until: vanishedOn === null ? (until ?? "") : typed.until,
    wording: typed.wording,
    reference: reference ?? "",
  };
}

function designationRefusal(typed: DesignationTyped, isListed: boolean): DesignationRefusal | undefined {
  const { jurisdiction, authority, decision, from, until, wording, reference } = typed;
  if (until !== "" && !isDay(until)) return "until";
  if (until !== "" && isDay(from) && until < from) return "until-early";
  if (hasOddWords(wording)) return "wording";
  if (Object.keys(wording).length === 0) return "no-wording";
  if (isListed) return undefined;
  if (!/^[a-z0-9][a-z0-9-]{0,19}$/i.test(jurisdiction)) return "jurisdiction";
  if (authority === "" || authority.length > LONGEST_LINE) return "authority";
  if (decision.length > LONGEST_LINE) return "decision";
  if (!isDay(from)) return "from";
  return reference === "" || (isWebAddress(reference) && reference.length <= LONGEST_LINE) ? undefined : "reference";
}

export function withoutDesignation(organisation: KeptOrganisation, place: number): Outcome<DesignationRefusal> {
  const known = organisation.designations[place];
  if (known && known.list !== null) return { refusal: "of-list" };
  return { after: { ...organisation, designations: organisation.designations.filter((one) => one !== known) } };
}

/** Designations its lists have no longer end on a day. */
export function endedOn(organisation: KeptOrganisation, day: string): KeptOrganisation {
  return {
    ...organisation,
    designations: organisation.designations.map((one) => (isVanished(one) ? { ...one, until: day } : one)),
  };
}

/** Designations its lists have no longer hold all the same. */
export function heldStill(organisation: KeptOrganisation, by: string): KeptOrganisation {
  return {
    ...organisation,
    designations: organisation.designations.map((one) =>
      isVanished(one) ? { ...one, vanishedOn: null, heldBy: by } : one,
    ),
  };
}

/** Its list has it no longer, and nobody has said what that means. */
export function isVanished({
  vanishedOn,
  until,
  heldBy,
}: Pick<KeptDesignation, "vanishedOn" | "until" | "heldBy">): boolean {
  return vanishedOn !== null && until === null && heldBy === null;
}

/** What an organisation added by hand is called in addresses: short, and nobody else's. */
export function idFor(name: string, language: string, isTaken: (id: string) => boolean): string {
  const slug = slugFor(name, language);
  for (let number = 1; ; number++) {
    const id = number === 1 ? slug : withNumber(slug, number);
    if (!isTaken(id)) return id;
  }
}

export function isOrganisationId(id: string): boolean {
  return isSlug(id) && id.length <= LONGEST_ID;
}

const LONGEST_ID = 80;

function wordingOrNone(wording: Wording): Wording | null {
  return Object.keys(wording).length === 0 ? null : wording;
}

function isSameWording(one: Wording, other: Wording): boolean {
  const sorted = (wording: Wording) => JSON.stringify(Object.entries(wording).sort(([a], [b]) => (a < b ? -1 : 1)));
  return sorted(one) === sorted(other);
}

function hasOddWords(wording: Wording): boolean {
  return Object.entries(wording).some(
    ([tag, words]) => !isLanguage(tag) || words.length > LONGEST_WORDING || /\n/.test(words) || !hasLetters(words),
  );
}

function hasLetters(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
