import type { Files } from "#lib/files.ts";
import { foldedWords } from "#lib/folded.ts";
import { note } from "#store/audit.ts";
import { type Db, together } from "#store/db.ts";
import { enqueue } from "#store/queue.ts";
import { bump } from "#store/topics.ts";
import {
  digestOf,
  type Focus,
  fileName,
  type Kept,
  type PictureFacts,
  type Rendition,
  topicOfPicture,
} from "./media.ts";
import { picturesOfArticle } from "./queries.ts";

export type Picture = Partial<PictureFacts> & {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly credit: string;
  readonly licence: string;
  /** Of the file, as it was sent. */
  readonly name?: string;
  /** Digest of the bytes as they were sent. */
  readonly uploadDigest?: string;
  readonly by?: string;
  readonly at: Date;
};

/** Keeps a picture's bytes, then its row: a row never names a file that is not there. The same bytes twice are one picture. */
export async function keepPicture(db: Db, files: Files, picture: Picture): Promise<Kept> {
  const { bytes, type, width, height, credit, licence, name = "", by, at } = picture;
  const id = digestOf(bytes);
  const file = fileName(id, type);
  if (!file) throw new Error(`pictures of type ${type} are not kept`);
  await files.keep(file, bytes);
  const facts = { alt: "", caption: "", copyright: "", ...given(picture), credit, licence };
  await together(db, async (db) => {
    const kept = await db
      .insertInto("media")
      .values({
        id,
        type,
        width,
        height,
        bytes: bytes.byteLength,
        ...facts,
        name,
        words: foldedWords([name, ...Object.values(facts)].join(" ")),
        upload_digest: picture.uploadDigest ?? null,
        kept_by: by ?? null,
        made_at: at.toISOString(),
      })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!kept) return;
    if (by !== undefined) await note(db, { by, act: "picture.keep", subject: `picture:${id}`, detail: { name }, at });
    await enqueue(db, "media.sizes", { id }, at, { key: id });
  });
  return { id, type, width, height };
}

function given({ alt, caption, copyright }: Partial<PictureFacts>) {
  return {
    ...(alt !== undefined && { alt }),
    ...(caption !== undefined && { caption }),
    ...(copyright !== undefined && { copyright }),
  };
}

/** Says which other widths and types of a picture there are, once their files are kept; pages that show it are printed again. */
export async function keepRenditions(
  db: Db,
  { id, renditions }: { id: string; renditions: readonly (Rendition & { readonly bytes: number })[] },
): Promise<void> {
  await together(db, async (db) => {
    for (const rendition of renditions) {
      await db
        .insertInto("rendition")
        .values({ media_id: id, ...rendition })
        .onConflict((conflict) => conflict.columns(["media_id", "type", "width"]).doNothing())
        .execute();
    }
    await bump(db, await topicsShowing(db, id));
  });
}

/** Keeps what the desk says of a picture. Answers whether there is such a picture. */
export async function describePicture(
  db: Db,
  { id, facts, focus, by, at }: { id: string; facts: PictureFacts; focus: Focus; by: string; at: Date },
): Promise<boolean> {
  return together(db, async (db) => {
    const before = await db
      .selectFrom("media")
      .select(["name", "alt", "caption", "credit", "licence", "copyright", "focus_x", "focus_y"])
      .where("id", "=", id)
      .executeTakeFirst();
    if (!before) return false;
    const { name, ...known } = before;
    const now = { ...facts, focus_x: focus.x, focus_y: focus.y };
    await db
      .updateTable("media")
      .set({ ...now, words: foldedWords([name, ...Object.values(facts)].join(" ")) })
      .where("id", "=", id)
      .execute();
    await note(db, {
      by,
      act: "picture.describe",
      subject: `picture:${id}`,
      detail: { before: known, after: now },
      at,
    });
    await bump(db, await topicsShowing(db, id));
    return true;
  });
}

/** Takes a picture out of the library, or back into it. What shows it goes on showing it. */
export async function hidePicture(
  db: Db,
  { id, hidden, by, at }: { id: string; hidden: boolean; by: string; at: Date },
): Promise<void> {
  await together(db, async (db) => {
    const hiddenAt = hidden ? at.toISOString() : null;
    await db.updateTable("media").set({ hidden_at: hiddenAt }).where("id", "=", id).execute();
    await note(db, { by, act: hidden ? "picture.hide" : "picture.unhide", subject: `picture:${id}`, at });
  });
}

/**
 * From now on `other` is shown wherever `id` was; revisions go on naming `id`, and its file stays at its address.
 * Answers false when that would lead in a circle or there is no such picture.
 */
export async function replacePicture(
  db: Db,
  { id, other, by, at }: { id: string; other: string; by: string; at: Date },
): Promise<boolean> {
  return together(db, async (db) => {
    const rows = await db.selectFrom("media").select(["id", "replaced_by"]).where("id", "in", [id, other]).execute();
    const replacement = rows.find((row) => row.id === other);
    if (id === other || rows.length !== 2 || replacement?.replaced_by !== null) return false;
    await db
      .updateTable("media")
      .set({ replaced_by: other })
      .where((picture) => picture.or([picture("id", "=", id), picture("replaced_by", "=", id)]))
      .execute();
    await note(db, { by, act: "picture.replace", subject: `picture:${id}`, detail: { by: other }, at });
    await bump(db, await topicsShowing(db, other));
    return true;
  });
}

/** Notes which pictures an article shows to readers: none when it is not published. */
export async function noteUses(db: Db, { articleId }: { articleId: string }): Promise<void> {
  await together(db, async (db) => {
    const shown = await picturesOfArticle(db, articleId);
    await db.deleteFrom("picture_use").where("article_id", "=", articleId).execute();
    for (const id of shown) {
      await db.insertInto("picture_use").values({ media_id: id, article_id: articleId }).execute();
    }
    // Sizes may have come after the article and before this note, when nobody knew which lists show the picture.
    await bump(db, (await Promise.all(shown.map((id) => topicsShowing(db, id)))).flat());
  });
}

/** What pages that show a picture depend on: the picture, those it stands for, and the lists of the editions that use them. */
async function topicsShowing(db: Db, id: string): Promise<string[]> {
  const pictures = await db
    .selectFrom("media")
    .leftJoin("picture_use", "picture_use.media_id", "media.id")
    .leftJoin("article", "article.id", "picture_use.article_id")
    .leftJoin("edition", "edition.id", "article.edition_id")
    .select(["media.id", "edition.code"])
    .distinct()
    .where((picture) => picture.or([picture("media.id", "=", id), picture("media.replaced_by", "=", id)]))
    .execute();
  return pictures.flatMap((one) => [topicOfPicture(one.id), ...(one.code === null ? [] : [`front:${one.code}`])]);
}
