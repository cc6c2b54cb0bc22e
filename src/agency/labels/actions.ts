import { addVersion } from "#agency/corrections/record.ts";
import { editions } from "#agency/editions/queries.ts";
import { dayIn } from "#lib/days.ts";
import { newId } from "#lib/ids.ts";
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { enqueue } from "#store/queue.ts";
import { bump } from "#store/topics.ts";
import type { Register } from "#text/labels/labels.ts";
import { putOrganisations } from "./keep.ts";
import { labellerFor } from "./labeller.ts";
import { type LabelsSeen, notedOf, type PublishedText, publishedTexts, seesTheSame } from "./published.ts";
import { NO_REGISTER, organisationsAmong, registerOf } from "./queries.ts";
import { isSame, keptByHand, turnsBetween } from "./register.ts";

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
  { register, by = "command line", at }: { register: Register; by?: string; at: Date },
): Promise<ImportedRegister> {
  return together(db, async (db) => {
    await holdRegister(db);
    const kept = await organisationsAmong(db, undefined, { withOff: true });
    const known = new Map(kept.map((one) => [one.id, one]));
    const all = register.organisations.map((one) => keptByHand(one, known.get(one.id)));
    const added = all.filter(({ id }) => !known.has(id));
    const changed = all.filter((one) => {
      const before = known.get(one.id);
      return before !== undefined && !isSame(before, one);
    });
    await putOrganisations(db, [...added, ...changed], { by, at });
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

/** Lets nobody else change the register before this action has ended: of two that compared with the same one, the second hears so. */
export async function holdRegister(db: Db): Promise<void> {
  await db
    .insertInto("setting")
    .values({ key: "register.digest", value: NO_REGISTER })
    .onConflict((conflict) => conflict.column("key").doUpdateSet((row) => ({ value: row.ref("setting.value") })))
    .execute();
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

/** Notes which organisations a published article names and how they are labelled; one that is not published names none. Safe to run twice. */
export async function noteMentions(db: Db, { articleId, at }: { articleId: string; at: Date }): Promise<void> {
  await together(db, async (db) => {
    const texts = await publishedTexts(db, { after: "", limit: 1, articleId });
    if (texts.length === 0) {
      await db.deleteFrom("article_mention").where("article_id", "=", articleId).execute();
      await db.deleteFrom("article_label").where("article_id", "=", articleId).execute();
    }
    await noteTexts(db, texts, at);
    const [text] = texts;
    if (text) await bump(db, [`mentions:${text.edition.code}`]);
  });
}

// Few enough that the job ends within its hold and writers in between do not wait long.
const ARTICLES_A_JOB = 500;

export type Stretch = {
  /** The last article noted. */
  readonly after: string;
  /** Only articles that name one of these; all of them when left out. */
  readonly mentioning?: readonly string[] | undefined;
};

/** Notes the mentions and labels of all published articles again, a stretch at a time: the next stretch is the next job. */
export async function noteAllMentions(db: Db, { after, mentioning, at }: Stretch & { at: Date }): Promise<void> {
  await together(db, async (db) => {
    const texts = await publishedTexts(db, { after, limit: ARTICLES_A_JOB, ...(mentioning && { mentioning }) });
    await noteTexts(db, texts, at);
    const last = texts.at(-1);
    if (!last) return;
    // Clients have copies of them, labelled by whatever law they have chosen.
    await enqueue(db, "wire.labels", { after, to: last.articleId, ...(mentioning && { mentioning }) }, at);
    if (texts.length === ARTICLES_A_JOB)
      await enqueue(db, "labels.mentions.all", { after: last.articleId, ...(mentioning && { mentioning }) }, at);
  });
}

/** Writes down what differs from what was noted. Other labels under the same text are a label change, and go on the record. */
async function noteTexts(db: Db, texts: readonly PublishedText[], at: Date): Promise<void> {
  if (texts.length === 0) return;
  const ids = texts.map(({ articleId }) => articleId);
  const [mentions, labels] = await Promise.all([
    db.selectFrom("article_mention").selectAll().where("article_id", "in", ids).orderBy("organisation_id").execute(),
    db.selectFrom("article_label").selectAll().where("article_id", "in", ids).execute(),
  ]);
  const mentionsBefore = Map.groupBy(mentions, ({ article_id }) => article_id);
  const labelsBefore = new Map(labels.map((row) => [row.article_id, row]));
  const topics = new Set<string>();
  for (const text of texts) {
    const { articleId, edition } = text;
    const noted = notedOf(text, await labellerFor(db, edition, at));
    const named = (mentionsBefore.get(articleId) ?? []).map(({ organisation_id }) => organisation_id);
    if (noted.mentioned.join("\n") !== named.join("\n")) {
      await keepMentions(db, articleId, noted.mentioned);
      topics.add(`mentions:${edition.code}`);
    }
    const before = labelsBefore.get(articleId);
    if (await keepLabels(db, text, noted.labels, before, at)) {
      for (const topic of [`article:${articleId}`, `front:${edition.code}`]) topics.add(topic);
    }
  }
  await bump(db, [...topics]);
}

async function keepMentions(db: Db, article_id: string, mentioned: readonly string[]): Promise<void> {
  await db.deleteFrom("article_mention").where("article_id", "=", article_id).execute();
  if (mentioned.length === 0) return;
  await db
    .insertInto("article_mention")
    .values(mentioned.map((organisation_id) => ({ article_id, organisation_id })))
    .execute();
}

/** Answers whether the labels readers see of one and the same text have changed. */
async function keepLabels(
  db: Db,
  { articleId, revisionId }: PublishedText,
  seen: LabelsSeen,
  before: { readonly revision_id: string; readonly labels: string } | undefined,
  at: Date,
): Promise<boolean> {
  const labels = JSON.stringify(seen);
  if (before?.revision_id === revisionId && before.labels === labels) return false;
  const noted = { revision_id: revisionId, labels, noted_at: at.toISOString() };
  await db
    .insertInto("article_label")
    .values({ article_id: articleId, ...noted })
    .onConflict((conflict) => conflict.column("article_id").doUpdateSet(noted))
    .execute();
  const known: LabelsSeen | undefined = before && JSON.parse(before.labels);
  if (!known || before?.revision_id !== revisionId || seesTheSame(known, seen)) return false;
  const id = await note(db, {
    by: "register",
    act: "labels.change",
    subject: `article:${articleId}`,
    detail: { before: known, after: seen },
    at,
  });
  await addVersion(db, { articleId, revisionId, kind: "label-change", noteId: id, by: "register", at });
  return true;
}

/**
 * At midnight of an edition designations begin and end. Articles that name such an organisation are noted again, and with
 * that their pages are printed again and the change is on the record. Safe to run at any time and twice.
 */
export async function turnDay(db: Db, { at }: { at: Date }): Promise<void> {
  await together(db, async (db) => {
    const days = new Map((await editions(db)).map(({ code, timeZone }) => [code, dayIn(timeZone, at)]));
    const keyOf = (code: string) => `labels.day:${code}`;
    const known = await db
      .selectFrom("setting")
      .selectAll()
      .where("key", "in", [...days.keys()].map(keyOf))
      .execute();
    const turned = known.flatMap(({ key, value }) => {
      const today = days.get(key.slice(keyOf("").length)) ?? value;
      return value < today ? [{ from: value, to: today }] : [];
    });
    for (const [code, value] of days)
      await db
        .insertInto("setting")
        .values({ key: keyOf(code), value })
        .onConflict((conflict) => conflict.column("key").doUpdateSet({ value }))
        .execute();
    if (turned.length === 0) return;
    const { organisations } = await registerOf(db);
    const mentioning = organisations
      .filter((one) => turned.some(({ from, to }) => turnsBetween(one, from, to)))
      .map(({ id }) => id);
    if (mentioning.length > 0) await enqueue(db, "labels.mentions.all", { after: "", mentioning }, at);
  });
}
