import { moved } from "#agency/editions/order.ts";
import { changesBetween, lastHand, markOf } from "#agency/settings/meanwhile.ts";
import { newId } from "#lib/ids.ts";
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { bump } from "#store/topics.ts";
import { peopleOf, storiesOfPeople } from "./queries.ts";

type EditionNamed = { readonly id: string; readonly code: string };

export type PersonToKeep = {
  readonly edition: EditionNamed;
  readonly slug: string;
  readonly name: string;
  readonly office: string;
  readonly about: string;
  readonly at: Date;
};

/** Adds a person to an edition's staff, behind the others, or changes what it says of them. */
export async function keepPerson(db: Db, { edition, slug, name, office, about, at }: PersonToKeep): Promise<string> {
  return together(db, async (db) => {
    const position = (await peopleOf(db, edition.id)).length;
    const { id } = await db
      .insertInto("person")
      .values({ id: newId(at), edition_id: edition.id, slug, name, office, about, position })
      .onConflict((conflict) => conflict.columns(["edition_id", "slug"]).doUpdateSet({ name, office, about }))
      .returning("id")
      .executeTakeFirstOrThrow();
    await bump(db, [`people:${edition.code}`]);
    return id;
  });
}

export type PersonRefusal = "no-name" | "long-name" | "bad-slug" | "taken-slug";

const LONGEST_NAME = 80;
const LONGEST_ABOUT = 4_000;

type PersonToChange = PersonToKeep & {
  /** The mark of what the form began from; `null` for a person who is new. */
  readonly from: string | null;
  readonly by: string;
};

/** As `keepPerson`, from a form of the desk. */
export async function changePerson(
  db: Db,
  person: PersonToChange,
): Promise<{ readonly changedBy: string } | { readonly refusal: PersonRefusal } | undefined> {
  const refusal = refusalOf(person);
  if (refusal) return { refusal };
  const { edition, slug, name, office, about, from, by, at } = person;
  return together(db, async (db) => {
    const subject = `person:${edition.code}/${slug}`;
    const before = (await peopleOf(db, edition.id)).find((one) => one.slug === slug);
    if (from === null && before) return { refusal: "taken-slug" };
    if (from !== null && markOf(before) !== from) return { changedBy: await lastHand(db, subject) };
    await keepPerson(db, person);
    const was = before && { name: before.name, office: before.office, about: before.about };
    const detail = changesBetween(was ?? {}, { name, office, about });
    if (Object.keys(detail).length > 0) await note(db, { by, act: "person.set", subject, detail, at });
    return undefined;
  });
}

type Hand = { readonly edition: EditionNamed; readonly slug: string; readonly by: string; readonly at: Date };

/** Puts a person one place further up or down on the page of people. */
export async function movePerson(
  db: Db,
  { edition, slug, places, by, at }: Hand & { readonly places: 1 | -1 },
): Promise<void> {
  await together(db, async (db) => {
    const before = await peopleOf(db, edition.id);
    const after = moved(before, (person) => person.slug === slug, places);
    for (const [position, { id }] of after.entries())
      await db.updateTable("person").set({ position }).where("id", "=", id).execute();
    const inWords = (all: readonly { name: string }[]) => ({ order: all.map(({ name }) => name).join(", ") });
    const detail = changesBetween(inWords(before), inWords(after));
    if (Object.keys(detail).length === 0) return;
    await note(db, { by, act: "person.order", subject: `people:${edition.code}`, detail, at });
    await bump(db, [`people:${edition.code}`]);
  });
}

/** Removes a person no text names as its author; answers how many do. */
export async function removePerson(db: Db, { edition, slug, by, at }: Hand): Promise<{ readonly inUse: number }> {
  return together(db, async (db) => {
    const person = (await peopleOf(db, edition.id)).find((one) => one.slug === slug);
    if (!person) return { inUse: 0 };
    const inUse = (await storiesOfPeople(db, edition.id)).get(person.id) ?? 0;
    if (inUse > 0) return { inUse };
    await db.deleteFrom("person").where("id", "=", person.id).execute();
    const subject = `person:${edition.code}/${slug}`;
    await note(db, { by, act: "person.remove", subject, detail: { name: person.name }, at });
    await bump(db, [`people:${edition.code}`]);
    return { inUse: 0 };
  });
}

function refusalOf({ slug, name, office, about }: PersonToKeep): PersonRefusal | undefined {
  if (name === "") return "no-name";
  if (name.length > LONGEST_NAME || office.length > LONGEST_NAME || about.length > LONGEST_ABOUT) return "long-name";
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length <= LONGEST_NAME ? undefined : "bad-slug";
}
