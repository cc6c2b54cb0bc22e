import type { Files } from "#lib/files.ts";
import { foldedWords } from "#lib/folded.ts";
import { newId } from "#lib/ids.ts";
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { enqueue } from "#store/queue.ts";
import { bump } from "#store/topics.ts";
import { readDocument } from "#text/document/schema.ts";
import { sourcesOf } from "#text/quotes/quoted.ts";
import { ledgerSource, sourceAt, topicsTelling } from "./queries.ts";
import { type OpenKind, type SnapshotWay, topicOfSource } from "./sources.ts";

/** What is entered of a source. */
export type SourceFacts = {
  readonly kind: OpenKind;
  readonly name: string;
  readonly office: string;
  readonly language: string | null;
  readonly url: string | null;
  readonly publishedOn: string | null;
  readonly notes: string;
};

type Seeded = Pick<SourceFacts, "kind" | "name" | "language" | "url"> & {
  readonly id: string;
  readonly shown?: boolean;
};

/** Puts a source into the ledger under an id of its own; one that is there already stays as it is. */
export async function keepSource(db: Db, { source, at }: { source: Seeded; at: Date }): Promise<void> {
  const { id, kind, name, language, url, shown = false } = source;
  const made_at = at.toISOString();
  await db
    .insertInto("source")
    .values({
      id,
      kind,
      name,
      language,
      url,
      made_at,
      words: wordsOf({ name, office: "", url }),
      shown_at: shown ? made_at : null,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

/**
 * Enters a source and asks for its page to be kept. An address the ledger knows already is the source it knows; the
 * answer is its id.
 */
export async function addSource(
  db: Db,
  { source, by, at }: { source: SourceFacts; by: string; at: Date },
): Promise<string> {
  return together(db, async (db) => {
    const known = source.url === null ? undefined : await sourceAt(db, source.url);
    if (known) return known.id;
    const id = newId(at);
    await db
      .insertInto("source")
      .values({ id, ...rowOf(source), made_at: at.toISOString() })
      .execute();
    await note(db, { by, act: "source.add", subject: `source:${id}`, detail: { name: source.name }, at });
    await askForPage(db, { id, by, at });
    return id;
  });
}

// Outlets whose names begin alike.
const MOST_NEAR = 100;

type Outlet = { readonly name: string; readonly language: string | null; readonly by: string; readonly at: Date };

/** The outlet of that name, however its letters are raised; entered where the ledger knows none. Answers its id. */
export async function outletNamed(db: Db, { name, language, by, at }: Outlet): Promise<string> {
  return together(db, async (db) => {
    const called = foldedWords(name);
    const near = await db
      .selectFrom("source")
      .select(["id", "name"])
      .where("kind", "=", "outlet")
      .where("is_confidential", "=", 0)
      .where("words", "like", `${called}%`)
      .orderBy("made_at")
      .orderBy("id")
      .limit(MOST_NEAR)
      .execute();
    const known = near.find((one) => foldedWords(one.name) === called);
    const facts = { kind: "outlet", name, office: "", language, url: null, publishedOn: null, notes: "" } as const;
    return known?.id ?? addSource(db, { source: facts, by, at });
  });
}

/** Changes what is known of a source; another address is fetched. False when there is no such source, or it is confidential. */
export async function describeSource(
  db: Db,
  { id, source, by, at }: { id: string; source: SourceFacts; by: string; at: Date },
): Promise<boolean> {
  return together(db, async (db) => {
    const before = await ledgerSource(db, id);
    if (!before || before.kind === "confidential") return false;
    const moved = before.url !== source.url;
    const { kind, name, office, language, url, publishedOn, notes } = before;
    const was = { kind, name, office, language, url, publishedOn, notes };
    const changed = KEPT.filter((key) => was[key] !== source[key]);
    if (changed.length === 0) return true;
    await db
      .updateTable("source")
      .set({
        ...rowOf(source),
        ...(source.kind === "person" && kind !== "person" && { shown_at: null }),
        ...(moved && { fetch_state: null, asked_at: null, failed_at: null, dead_at: null }),
      })
      .where("id", "=", id)
      .execute();
    const detail = Object.fromEntries(
      changed.map((key) => [key, key === "notes" ? "…" : `${was[key]} → ${source[key]}`]),
    );
    await note(db, { by, act: "source.change", subject: `source:${id}`, detail, at });
    await bump(db, await topicsTelling(db, id));
    if (moved) await askForPage(db, { id, by, at });
    return true;
  });
}

const KEPT = ["kind", "name", "office", "language", "url", "publishedOn", "notes"] as const;

function rowOf({ kind, name, office, language, url, publishedOn, notes }: SourceFacts) {
  return { kind, name, office, language, url, published_on: publishedOn, notes, words: wordsOf({ name, office, url }) };
}

function wordsOf({ name, office, url }: Pick<SourceFacts, "name" | "office" | "url">): string {
  return foldedWords(`${name} ${office} ${url ?? ""}`);
}

/** Says that a person's name may be shown to readers, or not any more. False when it is no person. */
export async function showPerson(
  db: Db,
  { id, shown, by, at }: { id: string; shown: boolean; by: string; at: Date },
): Promise<boolean> {
  return together(db, async (db) => {
    const source = await ledgerSource(db, id);
    if (source?.kind !== "person") return false;
    if ((source.shownAt !== null) === shown) return true;
    await db
      .updateTable("source")
      .set({ shown_at: shown ? at.toISOString() : null })
      .where("id", "=", id)
      .execute();
    await note(db, { by, act: shown ? "source.show" : "source.hide", subject: `source:${id}`, at });
    await bump(db, await topicsTelling(db, id));
    return true;
  });
}

/** Asks for a source's page to be fetched and kept; a source without an address has none. */
export async function askForPage(db: Db, { id, by, at }: { id: string; by: string; at: Date }): Promise<void> {
  await together(db, async (db) => {
    const asked = await db
      .updateTable("source")
      .set({ fetch_state: "waiting" })
      .where("id", "=", id)
      .where("url", "is not", null)
      .returning("id")
      .executeTakeFirst();
    if (asked) await enqueue(db, "source.fetch", { sourceId: id, by }, at, { key: `source.fetch ${id}` });
  });
}

export type KeptPage = {
  readonly id: string;
  readonly sourceId: string;
  readonly how: SnapshotWay;
  readonly address: string | null;
  readonly type: string;
  readonly title: string;
  readonly language: string | null;
  readonly text: string;
  readonly digest: string;
  readonly bytesDigest: string;
  readonly bytes: number;
};

// Its row follows in the same breath; where none has come by then, none will.
const ROW_WITHIN_MS = 10 * 60 * 1000;

type SourceFile = { readonly id: string; readonly file: { readonly name: string; readonly bytes: Uint8Array } };

/**
 * Keeps the bytes of what a source said, before the row that names them: where that does not come, whatever was in its
 * way, the job `source.stray` destroys them, so that no file is kept that nobody looks into.
 */
export async function keepSourceFile(db: Db, files: Files, { id, file, at }: SourceFile & { at: Date }): Promise<void> {
  await enqueue(db, "source.stray", { snapshot: id }, new Date(at.getTime() + ROW_WITHIN_MS));
  await files.keep(file.name, file.bytes);
}

/**
 * Puts down what a source said, its bytes being among the files already. What it said last is not put down twice; answers
 * whether it was put down, so that no file stays that nothing names.
 */
export async function keepSnapshot(
  db: Db,
  { page, by, at }: { page: KeptPage; by: string; at: Date },
): Promise<boolean> {
  return together(db, async (db) => {
    const { id, sourceId, how, address, type, title, language, text, digest, bytesDigest, bytes } = page;
    const source = await ledgerSource(db, sourceId);
    // A confidential source has nothing that could be looked for.
    if (!source || source.kind === "confidential") return false;
    const last = await db
      .selectFrom("snapshot")
      .select(["digest", "bytes_digest"])
      .where("source_id", "=", sourceId)
      .orderBy("made_at", "desc")
      .orderBy("id", "desc")
      .limit(1)
      .executeTakeFirst();
    await db.updateTable("source").set({ fetch_state: "kept" }).where("id", "=", sourceId).execute();
    if (last && saysTheSame(last, page)) return false;
    await db
      .insertInto("snapshot")
      .values({
        id,
        source_id: sourceId,
        how,
        address,
        type,
        title,
        language,
        text,
        digest,
        bytes_digest: bytesDigest,
        bytes,
        made_by: by,
        made_at: at.toISOString(),
      })
      .execute();
    if (how !== "fetched")
      await note(db, { by, act: "source.keep", subject: `source:${sourceId}`, detail: { how, snapshot: id }, at });
    await bump(db, [topicOfSource(sourceId)]);
    return true;
  });
}

/** What was kept last against what is kept now; where neither has words, by its bytes. */
function saysTheSame(
  last: { readonly digest: string; readonly bytes_digest: string },
  { text, digest, bytesDigest }: KeptPage,
): boolean {
  return last.digest === digest && (text !== "" || last.bytes_digest === bytesDigest);
}

/** Puts down why a page could not be fetched or read; what was kept before stays. */
export async function noteFetch(db: Db, { id, state }: { id: string; state: string }): Promise<void> {
  await db.updateTable("source").set({ fetch_state: state }).where("id", "=", id).execute();
}

// A server that is down for a night is not gone.
const DEAD_AFTER_MS = 20 * 60 * 60 * 1000;

/** Puts down how a source's address answered: it is dead when it fails on two days, and alive when it answers once. */
export async function noteAnswer(
  db: Db,
  { id, answers, at }: { id: string; answers: boolean; at: Date },
): Promise<void> {
  await together(db, async (db) => {
    const before = await db
      .selectFrom("source")
      .select(["failed_at", "dead_at"])
      .where("id", "=", id)
      .executeTakeFirst();
    if (!before) return;
    const asked_at = at.toISOString();
    const failed = before.failed_at;
    const isDead =
      !answers &&
      (before.dead_at !== null || (failed !== null && at.getTime() - new Date(failed).getTime() >= DEAD_AFTER_MS));
    const dead_at = isDead ? (before.dead_at ?? failed) : null;
    await db
      .updateTable("source")
      .set({ asked_at, failed_at: answers ? null : (failed ?? asked_at), dead_at })
      .where("id", "=", id)
      .execute();
    if (dead_at !== before.dead_at) await bump(db, await topicsTelling(db, id));
  });
}

/** Notes which sources an article rests on for readers: none when it is not published. */
export async function noteSources(db: Db, { articleId }: { articleId: string }): Promise<void> {
  await together(db, async (db) => {
    const row = await db
      .selectFrom("article")
      .innerJoin("revision", "revision.id", "article.published_revision_id")
      .select("revision.document")
      .where("article.id", "=", articleId)
      .where("article.state", "=", "published")
      .executeTakeFirst();
    const cited = row ? sourcesOf(readDocument(JSON.parse(row.document))) : [];
    const known =
      cited.length === 0 ? [] : await db.selectFrom("source").select("id").where("id", "in", cited).execute();
    const removed = await db
      .deleteFrom("article_source")
      .where("article_id", "=", articleId)
      .returning("source_id")
      .execute();
    if (known.length > 0)
      await db
        .insertInto("article_source")
        .values(known.map(({ id }) => ({ article_id: articleId, source_id: id })))
        .execute();
    const touched = new Set([...removed.map(({ source_id }) => source_id), ...known.map(({ id }) => id)]);
    await bump(db, [...touched].map(topicOfSource));
  });
}

type Original = {
  readonly articleId: string;
  readonly quotation: { readonly key: string; readonly words: string };
  readonly original: string;
  readonly by: string;
  readonly at: Date;
};

/** Says what a translated quotation is in the language it was said in; empty words take that back. */
export async function nameOriginal(db: Db, { articleId, quotation, original, by, at }: Original): Promise<void> {
  const { key: words, words: quoted } = quotation;
  await together(db, async (db) => {
    await db.deleteFrom("quotation_original").where("article_id", "=", articleId).where("words", "=", words).execute();
    if (original !== "")
      await db
        .insertInto("quotation_original")
        .values({ article_id: articleId, words, quoted, original, made_by: by, made_at: at.toISOString() })
        .execute();
    await note(db, { by, act: "quotation.original", subject: `article:${articleId}`, detail: { original }, at });
    await bump(db, [`article:${articleId}`]);
  });
}
