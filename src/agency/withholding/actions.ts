import { createHash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import { fileName } from "#agency/media/media.ts";
import { fileOfSnapshot, topicOfSource } from "#agency/sources/sources.ts";
import { may, type StaffMember } from "#agency/staff/staff.ts";
import { newId } from "#lib/ids.ts";
import { sealed } from "#lib/sealed.ts";
import { note } from "#store/audit.ts";
import { type Db, engineOf, together } from "#store/db.ts";
import { appendEntry, LOG_TOPIC, LOGGED, type LoggedName, type Part } from "#store/log.ts";
import { enqueue } from "#store/queue.ts";
import type { SnapshotRow } from "#store/schema.ts";
import { TABLES, type TableName } from "#store/tables.ts";
import { recall } from "#store/topics.ts";
import { type Held, rowsHolding, type Wanted } from "./find.ts";
import { isBehind, type Look } from "./kept-files.ts";
import { wantedBy } from "./queries.ts";
import { forgetOfWire, withoutDigests } from "./wire-digests.ts";
import { type AskRefusal, type Reason, refusalOfForms, type Way } from "./withholding.ts";

export type AskToWithhold = {
  readonly forms: readonly string[];
  readonly pictureId: string | null;
  /** Only in this story, in all its editions; wherever it is found when null. */
  readonly storyId: string | null;
  readonly reason: Reason;
  readonly how: Way;
  /** For whoever decides. */
  readonly note: string;
  readonly by: StaffMember;
  readonly at: Date;
};

/** Asks for something to be withheld. Nothing is taken away before somebody else agrees. */
export async function askToWithhold(db: Db, asked: AskToWithhold): Promise<{ id: string } | { refusal: AskRefusal }> {
  const { forms, pictureId, storyId, reason, how, by, at } = asked;
  if (!may(by, "record.withhold")) throw new Error(`${by.id} may not ask to withhold anything`);
  const refusal = refusalOfForms(forms, pictureId !== null);
  if (refusal) return { refusal };
  return together(db, async (db) => {
    if (pictureId !== null && !(await isPicture(db, pictureId))) return { refusal: "no-picture" };
    const id = newId(at);
    await db
      .insertInto("withholding")
      .values({
        id,
        state: "asked",
        story_id: storyId,
        words: JSON.stringify(forms),
        picture_id: pictureId,
        note: asked.note,
        reason,
        how,
        sealed: null,
        asked_by: by.id,
        asked_role: by.role,
        asked_at: at.toISOString(),
        decided_by: null,
        decided_role: null,
        decided_at: null,
      })
      .execute();
    await note(db, {
      by: by.id,
      act: "record.withhold-ask",
      subject: `withholding:${id}`,
      detail: { reason, how },
      at,
    });
    if (forms.length > 0 && storyId === null) await enqueue(db, "record.snapshots", { asking: id }, at);
    return { id };
  });
}

async function isPicture(db: Db, id: string): Promise<boolean> {
  return (await db.selectFrom("media").select("id").where("id", "=", id).executeTakeFirst()) !== undefined;
}

type Decide = { readonly id: string; readonly by: StaffMember; readonly at: Date };

/** Nothing is withheld; what was to be is forgotten. */
export async function dropWithholding(db: Db, { id, by, at }: Decide): Promise<boolean> {
  if (!may(by, "record.withhold")) return false;
  return together(db, async (db) => {
    const dropped = await db
      .updateTable("withholding")
      .set({ state: "dropped", ...FORGOTTEN, ...decision({ by, at }) })
      .where("id", "=", id)
      .where("state", "=", "asked")
      .returning("id")
      .executeTakeFirst();
    if (!dropped) return false;
    await note(db, { by: by.id, act: "record.withhold-drop", subject: `withholding:${id}`, at });
    await enqueue(db, "record.destroy", { files: [] }, at);
    return true;
  });
}

const FORGOTTEN = { words: null, picture_id: null, note: null, looked_at: null, in_files: null } as const;

function decision({ by, at }: Omit<Decide, "id">) {
  return { decided_by: by.id, decided_role: by.role, decided_at: at.toISOString() };
}

export type WithholdRefusal = "not-there" | "same-person" | "nothing-found" | "not-looked";

export type Withheld = {
  readonly articles: number;
  /** Opens what was sealed; told this once and kept nowhere. */
  readonly key: string | undefined;
};

type Withhold = Decide & {
  /** What the files of what was kept of sources hold of it; nothing where none can be meant. */
  readonly look: Look | undefined;
  /** The picture's file, and those that were found, where they are to be sealed too. */
  readonly picture?: Uint8Array | undefined;
  readonly files?: ReadonlyMap<string, Uint8Array> | undefined;
};

/**
 * Takes what was asked for out of everything the store holds. All pages are called back, the bytes are destroyed by the job
 * `record.destroy`, and the log says that it was done. `not-looked` is to be asked again with a new look.
 */
export async function withhold(
  db: Db,
  { id, by, at, look, picture, files: sealedFiles }: Withhold,
): Promise<{ done: Withheld } | { refusal: WithholdRefusal }> {
  if (!may(by, "record.withhold")) return { refusal: "not-there" };
  return together(db, async (db) => {
    const asked = await db
      .updateTable("withholding")
      .set((row) => ({ state: row.ref("state") }))
      .where("id", "=", id)
      .where("state", "=", "asked")
      .returning(["asked_by", "asked_role", "reason", "how", "picture_id"])
      .executeTakeFirst();
    const wanted = asked && (await wantedBy(db, id));
    if (!asked || !wanted) return { refusal: "not-there" };
    if (asked.asked_by === by.id) return { refusal: "same-person" };
    if (look ? await isBehind(db, look) : wanted.forms.length > 0 && !wanted.articleIds)
      return { refusal: "not-looked" };
    const isFound = wanted.pictures.length > 0 || (look?.found.length ?? 0) > 0 || (await isAnywhere(db, wanted));
    if (!isFound) return { refusal: "nothing-found" };

    await db
      .updateTable("withholding")
      .set({ state: "confirmed", ...decision({ by, at }) })
      .where("id", "=", id)
      .execute();
    const taken = withSnapshots(await takeOut(db, id, wanted), await takeSnapshots(db, look?.found ?? []));
    const files = [...(await takePictures(db, wanted.pictures)), ...snapshotFiles(taken.rows)];
    const key = asked.how === "seal" ? randomBytes(KEY_BYTES).toString("base64url") : undefined;
    const before = JSON.stringify({
      rows: taken.before,
      ...(picture && { picture: inText(picture) }),
      ...(sealedFiles && { files: Object.fromEntries([...sealedFiles].map(([name, bytes]) => [name, inText(bytes)])) }),
    });
    await db
      .updateTable("withholding")
      .set({ state: "done", ...FORGOTTEN, sealed: key === undefined ? null : sealed(key, before) })
      .where("id", "=", id)
      .execute();
    await keepArticles(db, id, taken.articleIds);
    await note(db, {
      by: by.id,
      act: "record.withhold",
      subject: `withholding:${id}`,
      detail: { reason: asked.reason, how: asked.how, articles: taken.articleIds.length },
      at,
    });
    const facts = { reason: asked.reason, role: `${asked.asked_role} and ${by.role}` };
    await logWithheld(db, await loggedOf(db, taken.rows), { facts, at });
    await followUp(db, taken, { files, isEverywhere: wanted.forms.length > 0 && !wanted.articleIds, at });
    return { done: { articles: taken.articleIds.length, key } };
  });
}

const KEY_BYTES = 32;

function inText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}

async function isAnywhere(db: Db, wanted: Wanted): Promise<boolean> {
  for await (const _ of rowsHolding(db, wanted)) return true;
  return false;
}

type Taken = {
  readonly articleIds: readonly string[];
  /** Rows that may be in the log. */
  readonly rows: readonly { readonly table: TableName; readonly id: string }[];
  readonly before: readonly unknown[];
  /** Of which something was kept that is not any more. */
  readonly sources: readonly string[];
};

// Readers are told at those whose words they saw.
const SHOWN: readonly TableName[] = ["article", "revision", "version", "correction"];

async function takeOut(db: Db, id: string, wanted: Wanted): Promise<Taken> {
  const articleIds = new Set<string>();
  const rows: Taken["rows"][number][] = [];
  const before: unknown[] = [];
  const sources: string[] = [];
  for await (const held of rowsHolding(db, wanted)) {
    await rewrite(db, id, held);
    const { table, row, articleId, values } = held;
    if (articleId !== undefined && SHOWN.includes(table)) articleIds.add(articleId);
    rows.push({ table, id: String(row["id"]) });
    const was = values ? Object.fromEntries(Object.keys(values).map((column) => [column, row[column]])) : row;
    before.push({ table, key: keyOf(table, row), was });
    if (table === "snapshot") sources.push(String(row["source_id"]));
  }
  return { articleIds: [...articleIds].sort(), rows, before, sources };
}

/** What was kept of sources and holds it in its file alone. */
async function takeSnapshots(db: Db, ids: readonly string[]): Promise<readonly SnapshotRow[]> {
  const gone: SnapshotRow[] = [];
  for (const id of ids) gone.push(...(await db.deleteFrom("snapshot").where("id", "=", id).returningAll().execute()));
  return gone;
}

function withSnapshots(taken: Taken, snapshots: readonly SnapshotRow[]): Taken {
  return {
    articleIds: taken.articleIds,
    rows: [...taken.rows, ...snapshots.map(({ id }) => ({ table: "snapshot" as const, id }))],
    before: [...taken.before, ...snapshots.map((was) => ({ table: "snapshot", key: { id: was.id }, was }))],
    sources: [...taken.sources, ...snapshots.map(({ source_id }) => source_id)],
  };
}

function keyOf(table: TableName, row: Held["row"]): Held["row"] {
  return Object.fromEntries(TABLES[table].key.map((column) => [column, row[column]]));
}

// Tables whose triggers let a withholding through, and want to be told which.
const KEPT: readonly TableName[] = ["revision", "version", "correction", "audit"];

async function rewrite(db: Db, id: string, held: Held): Promise<void> {
  const { table, row } = held;
  const values = (await isTwin(db, held)) ? undefined : held.values;
  const where = sql.join(
    TABLES[table].key.map((column) => sql`${sql.ref(column)} = ${row[column]}`),
    sql` and `,
  );
  if (!values) {
    await sql`delete from ${sql.table(table)} where ${where}`.execute(db);
    return;
  }
  const set = Object.entries({
    ...values,
    ...(KEPT.includes(table) && { withheld: id }),
    // Whoever has it open is told that it has changed, and does not save over it.
    // A digest of a sentence of which all but a name is left would tell the name to whoever guesses.
    ...(table === "diary_entry" && digestOfLeft(row, values)),
    ...withoutDigests(held),
    ...(table === "reply" && { sketch: "" }),
    ...(table === "working_copy" && { version: Number(row["version"]) + 1, sitting: null, turn: null }),
  }).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  await sql`update ${sql.table(table)} set ${sql.join(set)} where ${where}`.execute(db);
  await forgetOfWire(db, held);
  // What replies are told to be alike by confirms what a reply said to whoever guesses it.
  if (table === "reply") await db.deleteFrom("reply_mark").where("cluster_id", "in", clusterOf(row)).execute();
}

function clusterOf({ id, cluster_id }: Held["row"]): string[] {
  return [id, cluster_id].flatMap((one) => (typeof one === "string" ? [one] : []));
}

/** Two sentences of a diary that differed in the name alone are one now. */
async function isTwin(db: Db, { table, row, values }: Held): Promise<boolean> {
  const digest = table === "diary_entry" && values ? digestOfLeft(row, values)["digest"] : undefined;
  if (digest === undefined) return false;
  const twin = await db
    .selectFrom("diary_entry")
    .select("id")
    .where("article_id", "=", String(row["article_id"]))
    .where("digest", "=", String(digest))
    .executeTakeFirst();
  return twin !== undefined;
}

/** As the diary has it: of the sentence, and the day it was moved to. */
function digestOfLeft({ digest }: Held["row"], { sentence }: Held["row"]): Held["row"] {
  if (typeof sentence !== "string") return {};
  const [, moved] = String(digest).split(" ");
  return { digest: [sha256(sentence), ...(moved === undefined ? [] : [moved])].join(" ") };
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The names of their files. */
async function takePictures(db: Db, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const pictures = await db.selectFrom("media").select(["id", "type"]).where("id", "in", ids).execute();
  const renditions = await db
    .selectFrom("rendition")
    .select(["media_id", "type", "width"])
    .where("media_id", "in", ids)
    .execute();
  await db.deleteFrom("rendition").where("media_id", "in", ids).execute();
  await db.deleteFrom("picture_use").where("media_id", "in", ids).execute();
  await db.deleteFrom("job").where("kind", "=", "media.sizes").where("key", "in", ids).execute();
  await db.updateTable("media").set({ replaced_by: null }).where("replaced_by", "in", ids).execute();
  await db.deleteFrom("media").where("id", "in", ids).execute();
  return [
    ...pictures.map(({ id, type }) => fileName(id, type)),
    ...renditions.map(({ media_id, type, width }) => fileName(media_id, type, width)),
  ].flatMap((name) => name ?? []);
}

/** What a source said is kept as a file too. */
function snapshotFiles(rows: Taken["rows"]): string[] {
  return rows.flatMap(({ table, id }) => (table === "snapshot" ? [fileOfSnapshot(id)] : []));
}

async function keepArticles(db: Db, withholding_id: string, articleIds: readonly string[]): Promise<void> {
  for (const article_id of articleIds) {
    await db.insertInto("withheld_article").values({ withholding_id, article_id }).execute();
    await db.deleteFrom("search_entry").where("article_id", "=", article_id).execute();
  }
  await engineOf(db).forgetSearched(db);
}

/** Those of the rows that an entry of the log holds a digest of. */
async function loggedOf(db: Db, rows: Taken["rows"]): Promise<Part[]> {
  const parts: Part[] = [];
  for (const { table, id } of rows) {
    if (!isLogged(table)) continue;
    const salt = await db
      .selectFrom("log_salt")
      .select("entry")
      .where("kept_in", "=", table)
      .where("row_id", "=", id)
      .limit(1)
      .executeTakeFirst();
    if (salt) parts.push({ of: table, id });
  }
  return parts;
}

function isLogged(table: TableName): table is LoggedName & TableName {
  return Object.hasOwn(LOGGED, table);
}

// An entry has room for a few hundred digests.
const PARTS_AN_ENTRY = 200;

/** An entry an article, which names the text at its address where that lost words: the page proves that it is the one logged. */
async function logWithheld(
  db: Db,
  parts: readonly Part[],
  { facts, at }: { readonly facts: Readonly<Record<string, string>>; readonly at: Date },
): Promise<void> {
  const entry = { kind: "withheld", facts, at };
  if (parts.length === 0) await appendEntry(db, { ...entry, parts: [], withholds: [] });
  for (const [articleId, its] of await byArticle(db, parts)) {
    const shown = await shownRevision(db, articleId);
    // What readers see now stands in the last entry about it.
    const ordered = its.toSorted((one, other) => Number(one.id === shown) - Number(other.id === shown));
    for (let from = 0; from < ordered.length; from += PARTS_AN_ENTRY) {
      const some = ordered.slice(from, from + PARTS_AN_ENTRY);
      const revisionId = some.find(({ of, id }) => of === "revision" && id === shown)?.id;
      await appendEntry(db, { ...entry, articleId, revisionId, parts: some, withholds: some });
    }
  }
}

/** Rows by the article they belong to; those of none stand under nothing. */
async function byArticle(db: Db, parts: readonly Part[]): Promise<ReadonlyMap<string | undefined, readonly Part[]>> {
  const articles = new Map<string, string>();
  for (const table of ["revision", "version", "correction"] as const) {
    const ids = parts.flatMap(({ of, id }) => (of === table ? [id] : []));
    for (let from = 0; from < ids.length; from += PARTS_AN_ENTRY) {
      const some = ids.slice(from, from + PARTS_AN_ENTRY);
      const rows = await db.selectFrom(table).select(["id", "article_id"]).where("id", "in", some).execute();
      for (const { id, article_id } of rows) articles.set(`${table}:${id}`, article_id);
    }
  }
  return Map.groupBy(parts, ({ of, id }) => articles.get(`${of}:${id}`));
}

async function shownRevision(db: Db, articleId: string | undefined): Promise<string | undefined> {
  if (articleId === undefined) return undefined;
  const article = await db
    .selectFrom("article")
    .select("published_revision_id")
    .where("id", "=", articleId)
    .where("state", "=", "published")
    .executeTakeFirst();
  return article?.published_revision_id ?? undefined;
}

/** Every page of every edition may name a story: none that was printed before is shown again. */
async function followUp(
  db: Db,
  { articleIds, sources }: Taken,
  { files, isEverywhere, at }: { readonly files: readonly string[]; readonly isEverywhere: boolean; readonly at: Date },
): Promise<void> {
  const topics = [...articleIds.map((id) => `article:${id}`), ...sources.map(topicOfSource)];
  await recall(db, ["editions", "settings", LOG_TOPIC, ...topics]);
  for (const articleId of articleIds) {
    await enqueue(db, "search.index", { articleId }, at);
    await enqueue(db, "labels.mentions", { articleId }, at);
    await enqueue(db, "media.uses", { articleId }, at);
  }
  await enqueue(db, "record.destroy", { files, withheldAt: at.toISOString(), isEverywhere }, at);
}
