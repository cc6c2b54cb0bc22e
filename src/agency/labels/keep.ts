/** Organisations written into the register as rows, many at a time. What editors did to their forms stays done. */
import { chunksOf } from "#lib/chunks.ts";
import { newId } from "#lib/ids.ts";
import type { Db } from "#store/db.ts";
import { changesOf, type Hand, writeHistory } from "./history.ts";
import { organisationsAmong } from "./queries.ts";
import type { KeptOrganisation } from "./register.ts";

// Rows of ten columns stay well below what one statement takes on either engine.
const ROWS_A_STATEMENT = 500;

/**
 * Puts organisations into the register as they are told, whole: an organisation of the same id is replaced, and what became
 * of it is written down. Part of an action.
 */
export async function putOrganisations(
  db: Db,
  organisations: readonly KeptOrganisation[],
  hand: Hand,
  /** The list whose names have been made ready; without it they are made now. */
  { readyBy }: { readonly readyBy?: string } = {},
): Promise<void> {
  for (const some of chunksOf(organisations, ROWS_A_STATEMENT)) {
    const ids = some.map(({ id }) => id);
    const before = new Map((await organisationsAmong(db, ids)).map((one) => [one.id, one]));
    await putSome(db, some, { at: hand.at, readyBy });
    // What editors did to forms stays done, so one that was there is read again; one that is new is as it was given.
    const after = new Map((await organisationsAmong(db, [...before.keys()])).map((one) => [one.id, one]));
    const written = some.map((one) => ({
      organisationId: one.id,
      changes: changesOf(before.get(one.id), after.get(one.id) ?? one),
    }));
    await writeHistory(db, written, hand);
  }
}

type Putting = { readonly at: Date; readonly readyBy: string | undefined };

async function putSome(db: Db, organisations: readonly KeptOrganisation[], { at, readyBy }: Putting): Promise<void> {
  const ids = organisations.map(({ id }) => id);
  const made = readyBy === undefined ? await namesMade(db, organisations, at) : undefined;
  await db.deleteFrom("name").where("organisation_id", "in", ids).execute();
  await db.deleteFrom("designation").where("organisation_id", "in", ids).execute();
  const { last } = await db
    .selectFrom("organisation")
    .select((row) => row.fn.max("position").as("last"))
    .executeTakeFirstOrThrow();
  const from = (last ?? -1) + 1;
  const changed_at = at.toISOString();
  await db
    .insertInto("organisation")
    .values(ids.map((id, place) => ({ id, position: from + place, changed_at })))
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ changed_at }))
    .execute();
  if (made) await putNames(db, made);
  else await takeNames(db, readyBy ?? "", ids);
  const designations = organisations.flatMap(({ id, designations }) =>
    designations.map((one) => designationRow(id, one, at)),
  );
  for (const some of chunksOf(designations, ROWS_A_STATEMENT))
    await db.insertInto("designation").values(some).execute();
}

type NamesMade = {
  readonly names: readonly ReturnType<typeof nameRow>["row"][];
  readonly forms: readonly { name_id: string; text: string; how: string; is_doubtful: number; is_off: number }[];
};

/** The rows of all names and their forms, with what editors did to forms. */
async function namesMade(db: Db, organisations: readonly KeptOrganisation[], at: Date): Promise<NamesMade> {
  const own = await editedForms(
    db,
    organisations.map(({ id }) => id),
  );
  const names = organisations.flatMap((one) => one.names.map((name, position) => nameRow(one.id, name, position, at)));
  return {
    names: names.map(({ row }) => row),
    forms: names.flatMap(({ row, forms, off }) => (off ? wholeFormRows(row, forms, off) : formRows(row, forms, own))),
  };
}

async function putNames(db: Db, { names, forms }: NamesMade): Promise<void> {
  for (const some of chunksOf(names, ROWS_A_STATEMENT)) await db.insertInto("name").values(some).execute();
  for (const some of chunksOf(forms, ROWS_A_STATEMENT)) await db.insertInto("form").values(some).execute();
}

/** Names of a list made ready before it counts, so that the commit in which it does is short. Part of an action. */
export async function makeNamesReady(
  db: Db,
  importId: string,
  organisations: readonly KeptOrganisation[],
  at: Date,
): Promise<void> {
  const { names, forms } = await namesMade(db, organisations, at);
  for (const some of chunksOf(names, ROWS_A_STATEMENT))
    await db
      .insertInto("register_import_name")
      .values(some.map((row) => ({ ...row, import_id: importId })))
      .execute();
  for (const some of chunksOf(forms, ROWS_A_STATEMENT))
    await db.insertInto("register_import_form").values(some).execute();
}

const NAME_COLUMNS = [
  "id",
  "organisation_id",
  "text",
  "language",
  "kind",
  "match",
  "wording",
  "position",
  "list",
  "doubt",
  "decided_by",
] as const;
const FORM_COLUMNS = ["name_id", "text", "how", "is_doubtful", "is_off"] as const;

/** What was made ready of some organisations becomes their names. */
async function takeNames(db: Db, importId: string, ids: readonly string[]): Promise<void> {
  await db
    .insertInto("name")
    .columns(NAME_COLUMNS)
    .expression((from) =>
      from
        .selectFrom("register_import_name")
        .select(NAME_COLUMNS)
        .where("import_id", "=", importId)
        .where("organisation_id", "in", ids),
    )
    .execute();
  await db
    .insertInto("form")
    .columns(FORM_COLUMNS)
    .expression((from) =>
      from
        .selectFrom("register_import_form")
        .select(FORM_COLUMNS)
        .where("name_id", "in", (name) =>
          name
            .selectFrom("register_import_name")
            .select("id")
            .where("import_id", "=", importId)
            .where("organisation_id", "in", ids),
        ),
    )
    .execute();
}

type Edited = { readonly text: string; readonly how: string; readonly is_off: number };

/** What editors added and took away, by the name it belongs to: a name that comes back in an import finds them again. */
async function editedForms(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Edited[]>> {
  const rows = await db
    .selectFrom("form")
    .innerJoin("name", "name.id", "form.name_id")
    .select(["name.organisation_id", "name.language", "name.text as name", "form.text", "form.how", "form.is_off"])
    .where("name.organisation_id", "in", ids)
    .where((form) => form.or([form("form.how", "=", "editor"), form("form.is_off", "=", 1)]))
    .orderBy("form.text")
    .execute();
  return Map.groupBy(rows, (row) => keyOf(row.organisation_id, row.language, row.name));
}

function keyOf(organisation: string, language: string, name: string): string {
  return JSON.stringify([organisation, language, name]);
}

type Name = KeptOrganisation["names"][number];

function nameRow(organisation_id: string, name: Name, position: number, at: Date) {
  const row = {
    id: newId(at),
    organisation_id,
    text: name.text,
    language: name.language,
    kind: name.kind,
    match: name.match,
    wording: name.wording && JSON.stringify(name.wording),
    position,
    list: name.list,
    doubt: name.doubt ?? null,
    decided_by: name.decidedBy,
  };
  return { row, forms: name.forms, off: name.off };
}

function formRows(
  row: ReturnType<typeof nameRow>["row"],
  forms: Name["forms"],
  own: ReadonlyMap<string, readonly Edited[]>,
) {
  const edited = own.get(keyOf(row.organisation_id, row.language, row.text)) ?? [];
  const off = new Set(edited.flatMap(({ text, is_off }) => (is_off === 1 ? text : [])));
  const rows = new Map(
    forms.map(({ text, how, isDoubtful = false }) => [
      text,
      { name_id: row.id, text, how: how as string, is_doubtful: Number(isDoubtful), is_off: Number(off.has(text)) },
    ]),
  );
  for (const { text, how, is_off } of edited)
    if (how === "editor" && rows.get(text)?.is_doubtful !== 0)
      rows.set(text, { name_id: row.id, text, how, is_doubtful: 0, is_off });
  return [...rows.values()];
}

/** All forms of a name as an editor left them. */
function wholeFormRows({ id }: ReturnType<typeof nameRow>["row"], forms: Name["forms"], off: Name["forms"]) {
  const rows = [...off.map((form) => ({ ...form, is_off: 1 })), ...forms.map((form) => ({ ...form, is_off: 0 }))].map(
    ({ text, how, isDoubtful = false, is_off }) =>
      [text, { name_id: id, text, how: how as string, is_doubtful: Number(isDoubtful), is_off }] as const,
  );
  return [...new Map(rows).values()];
}

function designationRow(organisation_id: string, one: KeptOrganisation["designations"][number], at: Date) {
  return {
    id: newId(at),
    organisation_id,
    jurisdiction: one.jurisdiction,
    authority: one.authority,
    decision: one.decision,
    starts_on: one.from,
    ends_on: one.until,
    wording: JSON.stringify(one.wording),
    reference: one.reference,
    list: one.list,
    vanished_on: one.vanishedOn,
    worded_by: one.wordedBy,
    held_by: one.heldBy,
    remark: one.remark ?? null,
  };
}
