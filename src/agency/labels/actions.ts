import { createHash } from "node:crypto";
import { articleToIndex } from "#agency/articles/queries.ts";
import { editionByCode } from "#agency/editions/queries.ts";
import { newId } from "#lib/ids.ts";
import { type Db, together } from "#store/db.ts";
import { enqueue } from "#store/queue.ts";
import { bump } from "#store/topics.ts";
import type { Organisation, Register } from "#text/labels/labels.ts";
import { labellerFor } from "./labeller.ts";
import { registerOf } from "./queries.ts";

export type ImportedRegister = {
  readonly organisations: number;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
};

/**
 * Takes a register in: organisations it names are added or replaced, others stay as they are. The same
 * register twice changes nothing. Pages that could change are printed again at once.
 */
export async function importRegister(
  db: Db,
  { register, at }: { register: Register; at: Date },
): Promise<ImportedRegister> {
  return together(db, async (db) => {
    const known = new Map((await registerOf(db)).organisations.map((one) => [one.id, one]));
    const added = register.organisations.filter(({ id }) => !known.has(id));
    const changed = register.organisations.filter((one) => {
      const before = known.get(one.id);
      return before !== undefined && !isSame(before, one);
    });
    let position = known.size;
    for (const organisation of added) await keepOrganisation(db, organisation, { position: position++, at });
    for (const organisation of changed) await replaceOrganisation(db, organisation, at);
    if (added.length + changed.length > 0) {
      await keepDigest(db);
      await bump(db, ["register"]);
      await enqueue(db, "labels.mentions.all", { after: "" }, at);
    }
    const touched = new Set([...added, ...changed].map(({ id }) => id));
    return {
      organisations: register.organisations.length,
      added: added.map(({ id }) => id),
      changed: changed.map(({ id }) => id),
      unchanged: register.organisations.map(({ id }) => id).filter((id) => !touched.has(id)),
    };
  });
}

/** Notes which organisations a published article names; one that is not published names none. Safe to run twice. */
export async function noteMentions(db: Db, { articleId, at }: { articleId: string; at: Date }): Promise<void> {
  await together(db, async (db) => {
    const article = await articleToIndex(db, articleId);
    const edition = article && (await editionByCode(db, article.editionCode));
    const mentioned = edition ? (await labellerFor(db, edition, at)).mentioned(article.document) : [];
    await db.deleteFrom("article_mention").where("article_id", "=", articleId).execute();
    if (mentioned.length > 0) {
      await db
        .insertInto("article_mention")
        .values(mentioned.map((organisation_id) => ({ article_id: articleId, organisation_id })))
        .execute();
    }
    if (edition) await bump(db, [`mentions:${edition.code}`]);
  });
}

// Few enough that the job ends within its hold and writers in between do not wait long.
const ARTICLES_A_JOB = 200;

/** Notes the mentions of all published articles again, a stretch at a time: the next stretch is the next job. */
export async function noteAllMentions(db: Db, { after, at }: { after: string; at: Date }): Promise<void> {
  const articles = await db
    .selectFrom("article")
    .select("id")
    .where("state", "=", "published")
    .where("id", ">", after)
    .orderBy("id")
    .limit(ARTICLES_A_JOB)
    .execute();
  for (const { id } of articles) await noteMentions(db, { articleId: id, at });
  const last = articles.at(-1);
  if (last && articles.length === ARTICLES_A_JOB) await enqueue(db, "labels.mentions.all", { after: last.id }, at);
}

async function replaceOrganisation(db: Db, organisation: Organisation, at: Date): Promise<void> {
  const { position } = await db
    .selectFrom("organisation")
    .select("position")
    .where("id", "=", organisation.id)
    .executeTakeFirstOrThrow();
  const names = db.selectFrom("name").select("id").where("organisation_id", "=", organisation.id);
  await db.deleteFrom("form").where("name_id", "in", names).execute();
  await db.deleteFrom("name").where("organisation_id", "=", organisation.id).execute();
  await db.deleteFrom("designation").where("organisation_id", "=", organisation.id).execute();
  await keepOrganisation(db, organisation, { position, at });
}

async function keepOrganisation(
  db: Db,
  { id, names, designations }: Organisation,
  { position, at }: { position: number; at: Date },
): Promise<void> {
  await db
    .insertInto("organisation")
    .values({ id, position, changed_at: at.toISOString() })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ changed_at: at.toISOString() }))
    .execute();
  for (const [place, name] of names.entries()) {
    const nameId = newId(at);
    await db
      .insertInto("name")
      .values({
        id: nameId,
        organisation_id: id,
        text: name.text,
        language: name.language,
        kind: name.kind,
        match: name.match,
        wording: name.wording && JSON.stringify(name.wording),
        position: place,
      })
      .execute();
    if (name.forms.length > 0) {
      await db
        .insertInto("form")
        .values(name.forms.map(({ text, how }) => ({ name_id: nameId, text, how })))
        .execute();
    }
  }
  if (designations.length > 0) {
    await db
      .insertInto("designation")
      .values(
        designations.map((one) => ({
          id: newId(at),
          organisation_id: id,
          jurisdiction: one.jurisdiction,
          authority: one.authority,
          decision: one.decision,
          starts_on: one.from,
          ends_on: one.until,
          wording: JSON.stringify(one.wording),
          reference: one.reference,
        })),
      )
      .execute();
  }
}

async function keepDigest(db: Db): Promise<void> {
  const value = createHash("sha256")
    .update(JSON.stringify(await registerOf(db)))
    .digest("hex");
  await db
    .insertInto("setting")
    .values({ key: "register.digest", value })
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ value }))
    .execute();
}

function isSame(one: Organisation, other: Organisation): boolean {
  return inOneOrder(one) === inOneOrder(other);
}

/** Names keep the order they were given in; designations and forms have none of their own. */
function inOneOrder({ id, names, designations }: Organisation): string {
  const sorted = (all: readonly unknown[]) => all.map((one) => JSON.stringify(one)).sort();
  return JSON.stringify([
    id,
    names.map(({ forms, ...name }) => [Object.entries(name).sort(), sorted(forms.map(({ text, how }) => [text, how]))]),
    sorted(designations.map((one) => Object.entries(one).sort())),
  ]);
}
