/** What became of an organisation of the register: worked out from how it was and how it is, written down, and read again. */
import { chunksOf } from "#lib/chunks.ts";
import { newId } from "#lib/ids.ts";
import type { Db } from "#store/db.ts";
import type { NameForm } from "#text/labels/labels.ts";
import { type KeptDesignation, type KeptName, type KeptOrganisation, keyOfName } from "./register.ts";

/** Which designation is meant, as it was before what is told. */
export type DesignationNamed = Pick<KeptDesignation, "jurisdiction" | "authority" | "decision" | "from" | "until">;

export const NAME_FIELDS = ["kind", "match", "wording", "doubt"] as const;
export type NameField = (typeof NAME_FIELDS)[number];

export const DESIGNATION_FIELDS = [
  "jurisdiction",
  "authority",
  "decision",
  "from",
  "until",
  "wording",
  "reference",
  "vanished",
  "held",
] as const;
export type DesignationField = (typeof DESIGNATION_FIELDS)[number];

/** Values that were not there are empty. `tag` is the language of a wording. */
type Changed<Field> = {
  readonly field: Field;
  readonly tag?: string;
  readonly before: string;
  readonly after: string;
};

export type RegisterChange =
  | { readonly what: "name"; readonly did: "added" | "removed"; readonly name: string; readonly language: string }
  | ({ readonly what: "name-field"; readonly name: string } & Changed<NameField>)
  | { readonly what: "form"; readonly did: "added" | "removed"; readonly name: string; readonly form: string }
  | { readonly what: "designation"; readonly did: "added" | "removed"; readonly designation: DesignationNamed }
  | ({ readonly what: "designation-field"; readonly designation: DesignationNamed } & Changed<DesignationField>);

/**
 * Everything a reader or an editor could see that differs, names first; nothing when nothing does. Of an organisation that
 * is new only its designations are told: its names stand beside them.
 */
export function changesOf(before: KeptOrganisation | undefined, after: KeptOrganisation): readonly RegisterChange[] {
  if (!before) return designationChanges([], after);
  return [...nameChanges(before.names, after.names), ...designationChanges(before.designations, after)];
}

function nameChanges(before: readonly KeptName[], after: readonly KeptName[]): readonly RegisterChange[] {
  const [was, is] = [before, after].map((all) => new Map(all.map((name) => [keyOfName(name), name])));
  const gone = before.filter((name) => !is?.has(keyOfName(name)));
  const told = ({ text, language }: KeptName) => ({ name: text, language });
  return [
    ...after.flatMap((name): readonly RegisterChange[] => {
      const earlier = was?.get(keyOfName(name));
      return earlier ? fieldsOfName(earlier, name) : [{ what: "name", did: "added", ...told(name) }];
    }),
    ...gone.map((name): RegisterChange => ({ what: "name", did: "removed", ...told(name) })),
  ];
}

function fieldsOfName(before: KeptName, after: KeptName): readonly RegisterChange[] {
  const name = after.text;
  const fields: Changed<NameField>[] = [
    { field: "kind", before: before.kind, after: after.kind },
    { field: "match", before: before.match ?? "", after: after.match ?? "" },
    ...wordingChanges(before.wording ?? {}, after.wording ?? {}),
    { field: "doubt", before: openDoubt(before), after: openDoubt(after) },
  ];
  const [was, is] = [before, after].map(({ forms }) => new Map(forms.map((one) => [one.text, one])));
  const form = (did: "added" | "removed", text: string): RegisterChange => ({ what: "form", did, name, form: text });
  return [
    ...fields.filter(isOther).map((field): RegisterChange => ({ what: "name-field", name, ...field })),
    ...after.forms.flatMap((one) => (isNew(one, was?.get(one.text)) ? [form("added", one.text)] : [])),
    ...before.forms.flatMap(({ text }) => (is?.has(text) ? [] : [form("removed", text)])),
  ];
}

/** A form in doubt is only asked about: it is added once somebody vouches for it. */
function isNew(form: NameForm, before: NameForm | undefined): boolean {
  return before === undefined || (before.isDoubtful === true && form.isDoubtful !== true);
}

function openDoubt({ doubt, decidedBy }: KeptName): string {
  return doubt === undefined || decidedBy !== null ? "" : doubt;
}

function designationChanges(
  before: readonly KeptDesignation[],
  { designations }: KeptOrganisation,
): readonly RegisterChange[] {
  const left = [...before];
  const pairs = designations.map((one) => ({ one, was: takenFrom(left, one) }));
  return [
    ...pairs.flatMap(({ one, was }): readonly RegisterChange[] =>
      was ? fieldsOfDesignation(was, one) : [{ what: "designation", did: "added", designation: named(one) }],
    ),
    ...left.map((one): RegisterChange => ({ what: "designation", did: "removed", designation: named(one) })),
  ];
}

/** The same decision as it was: told by its number, its authority and its first day, as far as these stayed. */
function takenFrom(left: KeptDesignation[], one: KeptDesignation): KeptDesignation | undefined {
  const sameAs = (...fields: readonly (keyof DesignationNamed)[]) =>
    left.findIndex((other) => fields.every((field) => other[field] === one[field]) && other.list === one.list);
  const at = [
    sameAs("jurisdiction", "authority", "decision", "from"),
    sameAs("jurisdiction", "authority", "decision"),
    sameAs("jurisdiction", "decision"),
    sameAs("jurisdiction", "from"),
    sameAs("decision", "from"),
  ].find((place) => place !== -1);
  return at === undefined ? undefined : left.splice(at, 1)[0];
}

function fieldsOfDesignation(before: KeptDesignation, after: KeptDesignation): readonly RegisterChange[] {
  const fields: Changed<DesignationField>[] = [
    ...(["jurisdiction", "authority", "decision", "from"] as const).map((field) => ({
      field,
      before: before[field],
      after: after[field],
    })),
    { field: "until", before: before.until ?? "", after: after.until ?? "" },
    ...wordingChanges(before.wording, after.wording),
    { field: "reference", before: before.reference ?? "", after: after.reference ?? "" },
    { field: "vanished", before: before.vanishedOn ?? "", after: after.vanishedOn ?? "" },
    { field: "held", before: before.heldBy === null ? "" : "yes", after: after.heldBy === null ? "" : "yes" },
  ];
  return fields
    .filter(isOther)
    .map((field): RegisterChange => ({ what: "designation-field", designation: named(before), ...field }));
}

function wordingChanges(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>) {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].map((tag) => ({
    field: "wording" as const,
    tag,
    before: before[tag] ?? "",
    after: after[tag] ?? "",
  }));
}

function isOther({ before, after }: Changed<unknown>): boolean {
  return before !== after;
}

function named({ jurisdiction, authority, decision, from, until }: KeptDesignation): DesignationNamed {
  return { jurisdiction, authority, decision, from, until };
}

type Written = { readonly organisationId: string; readonly changes: readonly RegisterChange[] };

/** Writes down what became of organisations, part of the action that did it. */
export async function writeHistory(db: Db, written: readonly Written[], { by, at }: Hand): Promise<void> {
  const rows = written
    .filter(({ changes }) => changes.length > 0)
    .map(({ organisationId, changes }) => ({
      id: newId(at),
      organisation_id: organisationId,
      made_by: by,
      made_at: at.toISOString(),
      changes: JSON.stringify(changes),
    }));
  for (const some of chunksOf(rows, ROWS_A_STATEMENT)) await db.insertInto("register_change").values(some).execute();
}

export type Hand = { readonly by: string; readonly at: Date };

// Rows of five columns stay well below what one statement takes on either engine.
const ROWS_A_STATEMENT = 500;

export type HistoryEntry = {
  readonly id: string;
  readonly by: string;
  readonly at: Date;
  readonly changes: readonly RegisterChange[];
};

/** What became of an organisation, the last change first. */
export async function historyOf(
  db: Db,
  organisationId: string,
  { limit }: { readonly limit: number },
): Promise<readonly HistoryEntry[]> {
  const rows = await db
    .selectFrom("register_change")
    .select(["id", "made_by", "made_at", "changes"])
    .where("organisation_id", "=", organisationId)
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ id, made_by, made_at, changes }) => ({
    id,
    by: made_by,
    at: new Date(made_at),
    changes: JSON.parse(changes),
  }));
}
