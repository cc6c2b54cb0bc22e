import { type ArticleState, stateOf } from "#agency/articles/flow.ts";
import { patternsOf } from "#lib/folded.ts";
import type { Db } from "#store/db.ts";
import { keptStatement, type ValueOf } from "#store/kept.ts";
import { nodesOf } from "#text/document/find.ts";
import { textAttr } from "#text/document/nodes.ts";
import { readDocument } from "#text/document/schema.ts";
import { agencyFrom, settingsOf } from "../settings/queries.ts";
import { type Focus, fileName, type PictureFacts, type Rendition } from "./media.ts";

export type KeptPicture = {
  /** Of what is shown: another than was asked for when that was replaced. */
  readonly id: string;
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly credit: string;
  readonly focus: Focus;
  readonly renditions: readonly Rendition[];
};

/** What is shown for each of `ids` that is kept, by the id that was asked for. */
export async function picturesAmong(db: Db, ids: readonly string[]): Promise<Map<string, KeptPicture>> {
  if (ids.length === 0) return new Map();
  const rows = await shownFor(db, { ids });
  const renditions = await renditionsAmong(
    db,
    rows.map(({ id }) => id),
  );
  return new Map(
    rows.map(({ asked, focus_x: x, focus_y: y, ...row }) => [
      asked,
      { ...row, focus: { x, y }, renditions: renditions.get(row.id) ?? [] },
    ]),
  );
}

const shownFor = keptStatement((db, value: ValueOf<{ ids: readonly string[] }>) =>
  db
    .selectFrom("media as named")
    .innerJoin("media", (media) =>
      media.on(({ eb, fn }) => eb("media.id", "=", fn.coalesce("named.replaced_by", "named.id"))),
    )
    .select(["named.id as asked", "media.id", "media.type", "media.width", "media.height", "media.credit"])
    .select(["media.focus_x", "media.focus_y"])
    .where("named.id", "in", value("ids")),
);

/** By picture; small ones first. A picture whose sizes are not made yet has none. */
export async function renditionsAmong(db: Db, ids: readonly string[]): Promise<Map<string, Rendition[]>> {
  if (ids.length === 0) return new Map();
  return Map.groupBy(await renditionsOf(db, { ids: [...new Set(ids)] }), ({ media_id }) => media_id);
}

const renditionsOf = keptStatement((db, value: ValueOf<{ ids: readonly string[] }>) =>
  db
    .selectFrom("rendition")
    .select(["media_id", "type", "width", "height"])
    .where("media_id", "in", value("ids"))
    .orderBy("width")
    .orderBy("type"),
);

/** How many bytes each file of these pictures has, by the file's name. */
export async function bytesOfFiles(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const own = await db.selectFrom("media").select(["id", "type", "bytes"]).where("id", "in", ids).execute();
  const made = await db
    .selectFrom("rendition")
    .select(["media_id as id", "type", "width", "bytes"])
    .where("media_id", "in", ids)
    .execute();
  const named = [
    ...own.map(({ id, type, bytes }) => [fileName(id, type), bytes] as const),
    ...made.map(({ id, type, width, bytes }) => [fileName(id, type, width), bytes] as const),
  ];
  return new Map(named.flatMap(([name, bytes]) => (name === undefined ? [] : [[name, bytes] as const])));
}

/** A picture as the library shows it. */
export type LibraryPicture = Omit<KeptPicture, "renditions"> &
  PictureFacts & {
    readonly name: string;
    readonly bytes: number;
    readonly keptBy: string | null;
    readonly keptAt: Date;
    readonly hiddenAt: Date | null;
    readonly replacedBy: string | null;
    /** The width of its smallest WebP, which stands for it in lists; nothing until its sizes are made. */
    readonly smallWidth: number | null;
  };

export async function libraryPicture(db: Db, id: string): Promise<LibraryPicture | undefined> {
  const row = await library(db).where("media.id", "=", id).executeTakeFirst();
  return row && pictureFrom(row);
}

/** The picture that came of bytes that were sent before. */
export async function pictureOfUpload(db: Db, uploadDigest: string): Promise<LibraryPicture | undefined> {
  const row = await library(db).where("media.upload_digest", "=", uploadDigest).limit(1).executeTakeFirst();
  return row && pictureFrom(row);
}

/** Where a picture stands in the library. */
export type LibraryPlace = { readonly keptAt: string; readonly id: string };

export type LibraryLeaf = {
  /** All of these words, each anywhere in what is known of the picture. */
  readonly words?: string;
  /** Hidden and replaced ones instead of the others. */
  readonly hidden?: boolean;
  readonly before?: LibraryPlace | undefined;
  readonly limit: number;
};

/** Newest first. */
export async function libraryPictures(
  db: Db,
  { words = "", hidden = false, before, limit }: LibraryLeaf,
): Promise<LibraryPicture[]> {
  let query = library(db).where((picture) =>
    hidden
      ? picture.or([picture("media.hidden_at", "is not", null), picture("media.replaced_by", "is not", null)])
      : picture.and([picture("media.hidden_at", "is", null), picture("media.replaced_by", "is", null)]),
  );
  for (const pattern of patternsOf(words)) query = query.where("media.words", "like", pattern);
  if (before) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple("media.made_at", "media.id"), "<", tuple(before.keptAt, before.id)),
    );
  }
  const rows = await query.orderBy("media.made_at", "desc").orderBy("media.id", "desc").limit(limit).execute();
  return rows.map(pictureFrom);
}

/** The pictures a published article shows, its lead picture first, as far as they are kept. */
export async function picturesOfArticle(db: Db, articleId: string): Promise<string[]> {
  const row = await db
    .selectFrom("article")
    .innerJoin("revision", "revision.id", "article.published_revision_id")
    .select(["revision.picture_id", "revision.document"])
    .where("article.id", "=", articleId)
    .where("article.state", "=", "published")
    .executeTakeFirst();
  if (!row) return [];
  const inText = nodesOf(readDocument(JSON.parse(row.document)), "picture").map((node) => textAttr(node, "media"));
  const kept = await picturesAmong(db, [...(row.picture_id === null ? [] : [row.picture_id]), ...inText]);
  return [...kept.keys()];
}

/** The names of pictures' files, by the pictures' ids. */
export async function pictureNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom("media").select(["id", "name"]).where("id", "in", ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Whether readers see a picture, in an article or as the logo, or will at an hour that is set. */
export async function isBeforeReaders(db: Db, id: string): Promise<boolean> {
  const replaced = await db.selectFrom("media").select("id").where("replaced_by", "=", id).execute();
  const ids = [id, ...replaced.map((one) => one.id)];
  const { logo } = agencyFrom(await settingsOf(db, "agency"));
  if (logo !== null && ids.includes(logo)) return true;
  const use = await db.selectFrom("picture_use").select("article_id").where("media_id", "in", ids).executeTakeFirst();
  if (use) return true;
  const scheduled = await db
    .selectFrom("article")
    .innerJoin("revision", "revision.id", "article.scheduled_revision_id")
    .select("article.id")
    .where("article.state", "=", "scheduled")
    .where((text) =>
      text.or(ids.flatMap((one) => [text("picture_id", "=", one), text("document", "like", `%"${one}"%`)])),
    )
    .executeTakeFirst();
  return scheduled !== undefined;
}

export type PictureUse = {
  readonly articleId: string;
  readonly headline: string;
  readonly edition: string;
  readonly state: ArticleState;
};

/** The articles that show a picture to readers, and those on their way that will, last touched first. */
export async function usesOf(db: Db, id: string, { limit }: { limit: number }): Promise<PictureUse[]> {
  const shown = db.selectFrom("picture_use").select("article_id").where("media_id", "=", id);
  const shownInstead = db
    .selectFrom("media")
    .innerJoin("picture_use", "picture_use.media_id", "media.id")
    .select("picture_use.article_id")
    .where("media.replaced_by", "=", id);
  const onTheirWay = db
    .selectFrom("article as open")
    .innerJoin("working_copy", "working_copy.article_id", "open.id")
    .select("open.id as article_id")
    .where("open.state", "in", ["draft", "in-review", "ready", "scheduled"])
    .where(({ eb, or }) =>
      or([eb("working_copy.picture_id", "=", id), eb("working_copy.document", "like", `%"${id}"%`)]),
    );
  const rows = await db
    .selectFrom("article")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .select(["article.id as articleId", "article.headline", "edition.name as edition", "article.state"])
    .where("article.id", "in", shown.union(shownInstead).union(onTheirWay))
    .orderBy("article.touched_at", "desc")
    .orderBy("article.id")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, state: stateOf(row.state) }));
}

function library(db: Db) {
  return db
    .selectFrom("media")
    .select([
      "media.id",
      "media.type",
      "media.width",
      "media.height",
      "media.bytes",
      "media.name",
      "media.alt",
      "media.caption",
      "media.credit",
      "media.licence",
      "media.copyright",
      "media.focus_x",
      "media.focus_y",
      "media.kept_by",
      "media.made_at",
      "media.hidden_at",
      "media.replaced_by",
    ])
    .select(({ selectFrom }) =>
      selectFrom("rendition")
        .select(({ fn }) => fn.min("rendition.width").as("width"))
        .whereRef("rendition.media_id", "=", "media.id")
        .where("rendition.type", "=", "image/webp")
        .as("small_width"),
    );
}

type LibraryRow = Awaited<ReturnType<ReturnType<typeof library>["execute"]>>[number];

function pictureFrom(row: LibraryRow): LibraryPicture {
  const { focus_x, focus_y, kept_by, made_at, hidden_at, replaced_by, small_width, ...picture } = row;
  return {
    ...picture,
    focus: { x: focus_x, y: focus_y },
    keptBy: kept_by,
    keptAt: new Date(made_at),
    hiddenAt: hidden_at === null ? null : new Date(hidden_at),
    replacedBy: replaced_by,
    smallWidth: small_width,
  };
}
