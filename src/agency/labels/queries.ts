import type { Selectable } from "kysely";
import type { Db } from "#store/db.ts";
import { keptStatement, type ValueOf } from "#store/kept.ts";
import type { DesignationRow, FormRow, NameRow } from "#store/schema.ts";
import { compile, type Matcher, NAME_DOUBTS, NAME_KINDS, type NameForm, type Wording } from "#text/labels/labels.ts";
import type { KeptDesignation, KeptName, KeptOrganisation, KeptRegister } from "./register.ts";

/** The whole register, in the order it was imported. */
export async function registerOf(db: Db): Promise<KeptRegister> {
  return { organisations: await organisationsAmong(db) };
}

type Asked = {
  /** Forms an editor took away are told apart; without it they are left out. */
  readonly withOff?: boolean;
};

/** Organisations of the register in its order; without `ids` all of them. */
export async function organisationsAmong(
  db: Db,
  ids?: readonly string[],
  { withOff = false }: Asked = {},
): Promise<readonly KeptOrganisation[]> {
  if (ids && ids.length > MOST_AT_ONCE) {
    const first = await organisationsAmong(db, ids.slice(0, MOST_AT_ONCE), { withOff });
    return [...first, ...(await organisationsAmong(db, ids.slice(MOST_AT_ONCE), { withOff }))];
  }
  if (ids?.length === 0) return [];
  const organisations = await db
    .selectFrom("organisation")
    .select("id")
    .$if(ids !== undefined, (query) => query.where("id", "in", ids ?? []))
    .orderBy("position")
    .orderBy("id")
    .execute();
  const [names, forms, designations] = await Promise.all([
    db
      .selectFrom("name")
      .selectAll()
      .$if(ids !== undefined, (query) => query.where("organisation_id", "in", ids ?? []))
      .orderBy("organisation_id")
      .orderBy("position")
      .execute(),
    db
      .selectFrom("form")
      .select(["name_id", "text", "how", "is_doubtful", "is_off"])
      .$if(!withOff, (query) => query.where("is_off", "=", 0))
      .$if(withOff, (query) => query.orderBy("text"))
      .$if(ids !== undefined, (query) =>
        query.where(
          "name_id",
          "in",
          db
            .selectFrom("name")
            .select("id")
            .where("organisation_id", "in", ids ?? []),
        ),
      )
      .execute(),
    db
      .selectFrom("designation")
      .selectAll()
      .$if(ids !== undefined, (query) => query.where("organisation_id", "in", ids ?? []))
      .orderBy("organisation_id")
      .orderBy("starts_on")
      .orderBy("id")
      .execute(),
  ]);
  const formsByName = Map.groupBy(forms, ({ name_id }) => name_id);
  const namesByOrganisation = Map.groupBy(names, ({ organisation_id }) => organisation_id);
  const designationsByOrganisation = Map.groupBy(designations, ({ organisation_id }) => organisation_id);
  return organisations.map(({ id }) => ({
    id,
    names: (namesByOrganisation.get(id) ?? []).map((row) => nameFrom(row, formsByName.get(row.id) ?? [], withOff)),
    designations: (designationsByOrganisation.get(id) ?? []).map(designationFrom),
  }));
}

const MOST_AT_ONCE = 1_000;

function nameFrom(row: Selectable<NameRow>, all: readonly FormSeen[], withOff: boolean): KeptName {
  const doubt = NAME_DOUBTS.find((one) => one === row.doubt);
  return {
    text: row.text,
    language: row.language,
    kind: NAME_KINDS.find((kind) => kind === row.kind) ?? "alias",
    match: row.match === "auto" || row.match === "ask" ? row.match : null,
    wording: row.wording === null ? null : wordingFrom(row.wording),
    ...(doubt && { doubt }),
    list: row.list,
    decidedBy: row.decided_by,
    forms: all.filter(({ is_off }) => is_off === 0).map(formFrom),
    ...(withOff && { off: all.filter(({ is_off }) => is_off === 1).map(formFrom) }),
  };
}

type FormSeen = Pick<Selectable<FormRow>, "text" | "how" | "is_doubtful" | "is_off">;

function formFrom({ text, how, is_doubtful }: FormSeen): NameForm {
  return {
    text,
    how: how === "given" || how === "editor" ? how : "generated",
    ...(is_doubtful === 1 && { isDoubtful: true }),
  };
}

function designationFrom(row: Selectable<DesignationRow>): KeptDesignation {
  return {
    jurisdiction: row.jurisdiction,
    authority: row.authority,
    decision: row.decision,
    from: row.starts_on,
    until: row.ends_on,
    wording: wordingFrom(row.wording),
    reference: row.reference,
    ...(row.remark !== null && { remark: row.remark }),
    list: row.list,
    vanishedOn: row.vanished_on,
    wordedBy: row.worded_by,
    heldBy: row.held_by,
  };
}

// One matcher a language of the register in use, and of the one before it while pages are still printed with it.
const MOST_MATCHERS = 16;
const matchers = new Map<string, Promise<Matcher>>();

/** The register made ready to search texts of a language with; worked out once for each state of the register. */
export async function matcherFor(db: Db, language: string): Promise<Matcher> {
  const key = `${await registerDigest(db)} ${language}`;
  const kept = matchers.get(key);
  if (kept) return kept;
  const made = registerOf(db).then((register) => compile(register, language));
  made.catch(() => matchers.delete(key));
  matchers.set(key, made);
  for (const [oldest] of matchers) {
    if (matchers.size <= MOST_MATCHERS) break;
    matchers.delete(oldest);
  }
  return made;
}

/** Changes when, and only when, the register does. */
export async function registerDigest(db: Db): Promise<string> {
  return (await keptDigest(db, {}))[0]?.value ?? NO_REGISTER;
}

const keptDigest = keptStatement((db) => db.selectFrom("setting").select("value").where("key", "=", "register.digest"));

/** The digest of a register nobody has put anything into. */
export const NO_REGISTER = "empty";

/** What an organisation is called on pages of a language: its full name there, else its first name in it, else its first name. */
export async function organisationNames(
  db: Db,
  ids: readonly string[],
  language: string,
): Promise<{ readonly id: string; readonly name: string; readonly language: string }[]> {
  if (ids.length === 0) return [];
  const names = await namesAmong(db, { ids });
  const byOrganisation = Map.groupBy(names, ({ organisation_id }) => organisation_id);
  return ids.flatMap((id) => {
    const name = bestName(byOrganisation.get(id) ?? [], language);
    return name ? [{ id, name: name.text, language: name.language }] : [];
  });
}

const namesAmong = keptStatement((db, value: ValueOf<{ ids: readonly string[] }>) =>
  db
    .selectFrom("name")
    .select(["organisation_id", "text", "language", "kind"])
    .where("organisation_id", "in", value("ids"))
    .orderBy("position"),
);

export function bestName<Name extends { readonly language: string; readonly kind: string }>(
  names: readonly Name[],
  language: string,
): Name | undefined {
  const base = new Intl.Locale(language).language;
  const own = names.filter((name) => name.language === base || name.language === language);
  return own.find(({ kind }) => kind === "full") ?? own[0] ?? names.find(({ kind }) => kind === "full") ?? names[0];
}

function wordingFrom(json: string): Wording {
  return JSON.parse(json);
}
