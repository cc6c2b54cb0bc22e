/**
 * The text of an article while it is being written: one copy an article, saved over and over, each time
 * against the version it began from. What has to last is kept as a revision, which never changes.
 */
import type { Selectable } from "kysely";
import { newId } from "#lib/ids.ts";
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import type { RevisionRow, WorkingCopyRow } from "#store/schema.ts";
import { type DocumentJson, readDocument } from "#text/document/schema.ts";
import { followWords } from "./comments.ts";
import { noteWriting } from "./writers.ts";

export type ArticleText = {
  readonly headline: string;
  readonly standfirst: string;
  readonly document: DocumentJson;
  /** Either half may be empty while it is being written. */
  readonly dateline: { readonly place: string; readonly date: string } | null;
  readonly picture: { readonly id: string; readonly alt: string; readonly caption: string } | null;
  /** People of the edition, in the order of the byline. */
  readonly authorIds: readonly string[];
};

export type WorkingCopy = {
  /** Rises by one at every save; 0 is the newest revision, of which no copy has been saved yet. */
  readonly version: number;
  readonly text: ArticleText;
  readonly savedBy: string;
  readonly savedAt: Date;
};

/** One open editor. Its turns rise with every save it sends, also with those whose answer it never saw. */
export type Sitting = { readonly id: string; readonly turn: number };

type Save = {
  readonly articleId: string;
  /** The version the text was made from. */
  readonly from: number;
  readonly text: ArticleText;
  readonly by: string;
  readonly at: Date;
  readonly sitting?: Sitting;
};

type Saved = { readonly version: number } | { readonly conflict: WorkingCopy };

/** The copy being written, else the newest revision as version 0; nothing when there is no such article. */
export async function workingCopy(db: Db, articleId: string): Promise<WorkingCopy | undefined> {
  const row = await copyRow(db, articleId);
  if (row) return { version: row.version, text: textOf(row), savedBy: row.saved_by, savedAt: new Date(row.saved_at) };
  const revision = await newestRevision(db, articleId);
  return revision && { version: 0, text: revision.text, savedBy: revision.madeBy, savedAt: revision.madeAt };
}

/**
 * Saves over the version the text was made from, and over nothing else: a copy that somebody else has saved meanwhile
 * is answered as a conflict and stays. A sitting goes on over its own saves, whose answers may have been lost on
 * the way, and one of its saves that comes late changes nothing.
 */
export async function saveCopy(db: Db, save: Save): Promise<Saved> {
  return together(db, async (db) => {
    for (;;) {
      const saved = await tried(db, save);
      if (saved) return saved;
    }
  });
}

/** Saves over a copy after a conflict with it; what is overruled is kept as a revision of whoever wrote it. */
export async function overrule(db: Db, save: Save): Promise<Saved> {
  return together(db, async (db) => {
    const theirs = await existing(db, save.articleId);
    const saved = await saveCopy(db, save);
    // A sitting that overruled before, and never heard so, has gone over its own text.
    if ("version" in saved && theirs.version === save.from)
      await setAside(db, {
        articleId: save.articleId,
        text: theirs.text,
        writer: theirs.savedBy,
        by: save.by,
        at: save.at,
      });
    return saved;
  });
}

type SetAside = {
  readonly articleId: string;
  readonly text: ArticleText;
  readonly by: string;
  /** Whose text it is, when somebody else put theirs over it. */
  readonly writer?: string;
  readonly at: Date;
};

/** Keeps a text that is not to be the copy: whoever gives theirs up after a conflict finds it among the revisions. */
export async function setAside(db: Db, { articleId, text, by, writer = by, at }: SetAside): Promise<string> {
  return together(db, async (db) => {
    const same = await newestWith(db, articleId, text);
    if (same !== undefined) return same;
    const revisionId = await addRevision(db, { articleId, text, by: writer, at });
    await note(db, { by, act: "article.set-aside", subject: `article:${articleId}`, detail: { revisionId }, at });
    return revisionId;
  });
}

/** An immutable revision that holds the copy: the newest one when nothing differs from it, else a new one. */
export async function keepRevision(
  db: Db,
  { articleId, by, at }: { articleId: string; by: string; at: Date },
): Promise<string> {
  return together(db, async (db) => {
    const { text } = await existing(db, articleId);
    return (await newestWith(db, articleId, text)) ?? addRevision(db, { articleId, text, by, at });
  });
}

/** The text of one of an article's revisions; nothing when it has no such revision. */
export async function revisionText(
  db: Db,
  { articleId, revisionId }: { articleId: string; revisionId: string },
): Promise<ArticleText | undefined> {
  const row = await db
    .selectFrom("revision")
    .selectAll()
    .where("article_id", "=", articleId)
    .where("id", "=", revisionId)
    .executeTakeFirst();
  return row && (await revisionFrom(db, row)).text;
}

/** One look and one try; nothing when somebody else was faster in between. */
async function tried(db: Db, save: Save): Promise<Saved | undefined> {
  const { articleId, from, text, sitting } = save;
  const there = await copyRow(db, articleId);
  if (!there) {
    const { version } = await existing(db, articleId);
    return from === version ? insertCopy(db, save) : { conflict: await existing(db, articleId) };
  }
  const isOwn = sitting !== undefined && there.sitting === sitting.id;
  if (isOwn && sitting.turn <= (there.turn ?? 0)) return { version: there.version };
  if (from !== there.version && !isOwn) {
    return isSameText(textOf(there), text) ? { version: there.version } : { conflict: await existing(db, articleId) };
  }
  return updateCopy(db, save, there.version);
}

async function insertCopy(db: Db, save: Save): Promise<Saved | undefined> {
  const saved = await db
    .insertInto("working_copy")
    .values({ article_id: save.articleId, version: 1, ...columnsOf(save) })
    .onConflict((taken) => taken.column("article_id").doNothing())
    .returning("version")
    .executeTakeFirst();
  if (saved) await noteSave(db, save);
  return saved;
}

async function updateCopy(db: Db, save: Save, version: number): Promise<Saved | undefined> {
  const saved = await db
    .updateTable("working_copy")
    .set({ version: version + 1, ...columnsOf(save) })
    .where("article_id", "=", save.articleId)
    .where("version", "=", version)
    .returning("version")
    .executeTakeFirst();
  if (saved) await noteSave(db, save);
  return saved;
}

async function noteSave(db: Db, { articleId, text: { headline, document }, by, at }: Save): Promise<void> {
  await noteWriting(db, { articleId, headline, by, at });
  await followWords(db, { articleId, document });
}

function columnsOf({ text, by, at, sitting }: Save) {
  return {
    ...textColumns(text),
    author_ids: JSON.stringify(text.authorIds),
    saved_by: by,
    saved_at: at.toISOString(),
    sitting: sitting?.id ?? null,
    turn: sitting?.turn ?? null,
  };
}

function textColumns({ headline, standfirst, document, dateline, picture }: ArticleText) {
  return {
    headline,
    standfirst,
    document: JSON.stringify(document),
    dateline_place: dateline?.place || null,
    dateline_date: dateline?.date || null,
    picture_id: picture?.id ?? null,
    picture_alt: picture?.alt ?? "",
    picture_caption: picture?.caption ?? "",
  };
}

type TextColumns = ReturnType<typeof textColumns>;

function textFrom(row: TextColumns, authorIds: readonly string[]): ArticleText {
  const { dateline_place: place, dateline_date: date, picture_id: id } = row;
  return {
    headline: row.headline,
    standfirst: row.standfirst,
    document: readDocument(JSON.parse(row.document)),
    dateline: place === null && date === null ? null : { place: place ?? "", date: date ?? "" },
    picture: id === null ? null : { id, alt: row.picture_alt, caption: row.picture_caption },
    authorIds,
  };
}

function textOf(row: Selectable<WorkingCopyRow>): ArticleText {
  return textFrom(row, JSON.parse(row.author_ids));
}

/** Whether two texts would be kept as the same. */
export function isSameText(one: ArticleText, other: ArticleText): boolean {
  const written = (text: ArticleText) => JSON.stringify([textColumns(text), text.authorIds]);
  return written(one) === written(other);
}

async function existing(db: Db, articleId: string): Promise<WorkingCopy> {
  const copy = await workingCopy(db, articleId);
  if (!copy) throw new Error(`there is no article ${articleId}`);
  return copy;
}

async function copyRow(db: Db, articleId: string): Promise<Selectable<WorkingCopyRow> | undefined> {
  return db.selectFrom("working_copy").selectAll().where("article_id", "=", articleId).executeTakeFirst();
}

async function newestRevision(db: Db, articleId: string) {
  const row = await db
    .selectFrom("revision")
    .selectAll()
    .where("article_id", "=", articleId)
    .orderBy("made_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && revisionFrom(db, row);
}

async function revisionFrom(db: Db, row: Selectable<RevisionRow>) {
  const authors = await db
    .selectFrom("byline")
    .select("person_id")
    .where("revision_id", "=", row.id)
    .orderBy("position")
    .execute();
  const text = textFrom(
    row,
    authors.map(({ person_id }) => person_id),
  );
  return { id: row.id, text, madeBy: row.made_by, madeAt: new Date(row.made_at) };
}

/** The newest revision, when it holds this very text. */
async function newestWith(db: Db, articleId: string, text: ArticleText): Promise<string | undefined> {
  const newest = await newestRevision(db, articleId);
  const wouldBe = { ...text, authorIds: await stillThere(db, text.authorIds) };
  return newest && isSameText(newest.text, wouldBe) ? newest.id : undefined;
}

async function addRevision(
  db: Db,
  { articleId, text, by, at }: { articleId: string; text: ArticleText; by: string; at: Date },
): Promise<string> {
  const id = newId(at);
  await db
    .insertInto("revision")
    .values({
      id,
      article_id: articleId,
      kind: "draft",
      ...textColumns(text),
      note: "",
      made_by: by,
      made_at: at.toISOString(),
    })
    .execute();
  const authors = await stillThere(db, text.authorIds);
  if (authors.length > 0) {
    await db
      .insertInto("byline")
      .values(authors.map((person_id, position) => ({ revision_id: id, person_id, position })))
      .execute();
  }
  return id;
}

/** Somebody may have been taken off the edition's pages since the copy named them. */
async function stillThere(db: Db, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const people = await db.selectFrom("person").select("id").where("id", "in", ids).execute();
  return ids.filter((id) => people.some((person) => person.id === id));
}
