/** The register as it is kept: what a list gave, what an editor said, and what an import would change. */
import type { Designation, NameForm, Organisation, OrganisationName } from "#text/labels/labels.ts";

export type KeptRegister = { readonly organisations: readonly KeptOrganisation[] };

export type KeptOrganisation = {
  readonly id: string;
  readonly names: readonly KeptName[];
  readonly designations: readonly KeptDesignation[];
};

export type KeptName = OrganisationName & {
  /** The published list that gives it this name; `null` for one kept by hand. */
  readonly list: string | null;
  /** Who at the desk said `auto` or `ask`, or gave it words of its own. */
  readonly decidedBy: string | null;
  /** Forms an editor took away; only where they were asked for. Who gives them gives all forms, and nothing else is kept. */
  readonly off?: readonly NameForm[];
};

export type KeptDesignation = Designation & {
  readonly list: string | null;
  /** The day its list no longer had it; whether it has ended is an editor's to say, and until then it holds. */
  readonly vanishedOn: string | null;
  /** Who at the desk gave it its words. */
  readonly wordedBy: string | null;
  /** Who at the desk said that it holds although its list has it no longer. */
  readonly heldBy: string | null;
};

export const FATES = ["added", "changed", "unchanged", "vanished", "skipped", "refused"] as const;
export type Fate = (typeof FATES)[number];
export type Counts = Readonly<Record<Fate, number>>;
export const NO_COUNTS: Counts = { added: 0, changed: 0, unchanged: 0, vanished: 0, skipped: 0, refused: 0 };

/** An organisation as a file of Dateline's own says it, whole but for what editors did to forms: nothing in it is a list's. */
export function keptByHand({ id, names, designations }: Organisation, kept?: KeptOrganisation): KeptOrganisation {
  const before = new Map((kept?.names ?? []).map((name) => [keyOfName(name), name]));
  return {
    id,
    names: names.map((name) => {
      const known = before.get(keyOfName(name));
      return { ...name, list: null, decidedBy: null, ...(known && formsOn(known, name)) };
    }),
    designations: designations.map((one) => ({ ...one, list: null, vanishedOn: null, wordedBy: null, heldBy: null })),
  };
}

/**
 * What an entry of a list makes of an organisation that is kept: its names and designations of that list are those of the
 * entry; what editors and other lists gave it stays, and so do the list's names in languages this file is not in.
 */
export function mergedWith(kept: KeptOrganisation | undefined, entry: Organisation, list: string): KeptOrganisation {
  const listed = entry.names.map((name): KeptName => ({ ...name, list, decidedBy: null }));
  const languages = new Set(listed.map(({ language }) => language));
  const before = kept?.names ?? [];
  const same = (name: KeptName) => listed.find((one) => one.text === name.text && one.language === name.language);
  const stays = (name: KeptName) => name.list !== list || !languages.has(name.language);
  const names = before.flatMap((name): KeptName[] => {
    const again = same(name);
    if (!again) return stays(name) ? [name] : [];
    return [name.list === list ? { ...again, ...decisionOn(name), ...formsOn(name, again) } : name];
  });
  const known = new Set(before.map(keyOfName));
  return {
    id: entry.id,
    names: [...names, ...listed.filter((name) => !known.has(keyOfName(name)))],
    designations: [
      ...(kept?.designations ?? []).filter((one) => one.list !== list),
      ...entry.designations.map((one) => ({
        ...one,
        ...wordsOn(kept, one, list),
        list,
        vanishedOn: null,
        heldBy: null,
      })),
    ],
  };
}

/** A name of an organisation is told by its letters and its language. */
export function keyOfName({ text, language }: Pick<KeptName, "text" | "language">): string {
  return `${language} ${text}`;
}

/** What an editor took away of a name stays away, and what one added or vouched for stays. */
function formsOn({ forms, off = [] }: KeptName, again: OrganisationName): Partial<Pick<KeptName, "forms" | "off">> {
  const own = forms.filter(({ how }) => how === "editor");
  if (off.length === 0 && own.length === 0) return {};
  const away = new Set(off.map(({ text }) => text));
  const vouched = new Set(own.map(({ text }) => text));
  const made = again.forms.filter(({ text, isDoubtful }) => !away.has(text) && !(isDoubtful && vouched.has(text)));
  const known = new Set([...away, ...made.map(({ text }) => text)]);
  return { forms: [...made, ...own.filter(({ text }) => !known.has(text))], off };
}

function decisionOn({ match, wording, doubt, decidedBy }: KeptName): Partial<KeptName> | undefined {
  return decidedBy === null ? undefined : { match, wording, decidedBy, ...(doubt && { doubt }) };
}

function wordsOn(
  kept: KeptOrganisation | undefined,
  { decision }: Designation,
  list: string,
): Pick<KeptDesignation, "wordedBy"> & Partial<Pick<KeptDesignation, "wording">> {
  const worded = kept?.designations.find((one) => one.list === list && one.decision === decision && one.wordedBy);
  return worded ? { wordedBy: worded.wordedBy, wording: worded.wording } : { wordedBy: null };
}

/** Whether nothing a reader or an editor could see differs. Names keep their order; designations and forms have none of their own. */
export function isSame(one: KeptOrganisation, other: KeptOrganisation): boolean {
  return inOneOrder(one) === inOneOrder(other);
}

function inOneOrder({ id, names, designations }: KeptOrganisation): string {
  const sorted = (all: readonly unknown[]) => all.map((one) => JSON.stringify(one)).sort();
  const fields = (value: object) =>
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([first], [second]) => (first < second ? -1 : 1));
  return JSON.stringify([
    id,
    names.map(({ forms, wording, off: _, ...name }) => [
      fields(name),
      wording && fields(wording),
      sorted(forms.filter(({ how }) => how !== "editor").map(fields)),
    ]),
    sorted(designations.map(({ wording, ...one }) => [fields(one), fields(wording)])),
  ]);
}

/** Whether a name of it is to be asked about because nobody has decided otherwise. */
export function isInDoubt({ names }: KeptOrganisation): boolean {
  return names.some(({ doubt, decidedBy }) => doubt !== undefined && decidedBy === null);
}

/** Whether a designation begins or ends after `from`, on `to` at the latest. */
export function turnsBetween({ designations }: Pick<Organisation, "designations">, from: string, to: string): boolean {
  return designations.some(({ from: begins, until }) =>
    [begins, until].some((day) => day !== null && from < day && day <= to),
  );
}
