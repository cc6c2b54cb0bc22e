import { articleToIndex } from "#agency/articles/queries.ts";
import { editionByCode } from "#agency/editions/queries.ts";
import { newId } from "#lib/ids.ts";
import { type Db, together } from "#store/db.ts";
import { enqueue } from "#store/queue.ts";
import { bump } from "#store/topics.ts";
import type { Register } from "#text/labels/labels.ts";
import { putOrganisations } from "./keep.ts";
import { labellerFor } from "./labeller.ts";
import { registerOf } from "./queries.ts";
import { isSame, keptByHand } from "./register.ts";

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
    const all = register.organisations.map(keptByHand);
    const added = all.filter(({ id }) => !known.has(id));
    const changed = all.filter((one) => {
      const before = known.get(one.id);
      return before !== undefined && !isSame(before, one);
    });
    await putOrganisations(db, [...added, ...changed], at);
    if (added.length + changed.length > 0) await registerMoved(db, at);
    const touched = new Set([...added, ...changed].map(({ id }) => id));
    return {
      organisations: all.length,
      added: added.map(({ id }) => id),
      changed: changed.map(({ id }) => id),
      unchanged: all.map(({ id }) => id).filter((id) => !touched.has(id)),
    };
  });
}

/** Says that the register is another one from here on: pages are printed again, mentions noted again. */
export async function registerMoved(db: Db, at: Date): Promise<void> {
  const value = newId(at);
  await db
    .insertInto("setting")
    .values({ key: "register.digest", value })
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ value }))
    .execute();
  await bump(db, ["register"]);
  await enqueue(db, "labels.mentions.all", { after: "" }, at, { key: "labels.mentions.all" });
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
