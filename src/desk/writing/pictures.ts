/** Where the pictures of a text are, and those of the library it may have. */
import type { ArticleText } from "#agency/articles/working-copy.ts";
import { fileName } from "#agency/media/media.ts";
import { type LibraryPicture, libraryPictures, picturesAmong } from "#agency/media/queries.ts";
import type { Db } from "#store/db.ts";
import { nodesOf } from "#text/document/find.ts";
import { textAttr } from "#text/document/nodes.ts";

/** Addresses of the pictures a text shows, by their ids. */
export async function pictureAddresses(
  db: Db,
  { document, picture }: Pick<ArticleText, "document" | "picture">,
): Promise<Record<string, string>> {
  const ids = nodesOf(document, "picture").map((node) => textAttr(node, "media"));
  const kept = await picturesAmong(db, picture ? [...ids, picture.id] : ids);
  return Object.fromEntries(
    [...kept].flatMap(([asked, { id, type }]) => {
      const name = fileName(id, type);
      return name === undefined ? [] : [[asked, `/media/${name}`]];
    }),
  );
}

export type LibraryPick = { readonly id: string; readonly src: string; readonly name: string; readonly credit: string };

// Enough for those of the day; others are found by a word.
const PICKS = 12;

/** The newest pictures of the library in which all of `words` are found. */
export async function picksFor(db: Db, words: string): Promise<readonly LibraryPick[]> {
  const found = await libraryPictures(db, { words, limit: PICKS });
  return found.map((picture) => {
    const { id, name, credit } = picture;
    return { id, name, credit, src: smallSrc(picture) };
  });
}

export function srcOf({ id, type }: LibraryPicture): string {
  return `/media/${fileName(id, type)}`;
}

/** Enough for a list; the whole picture until its sizes are made. */
export function smallSrc(picture: LibraryPicture): string {
  const { id, smallWidth } = picture;
  return smallWidth === null ? srcOf(picture) : `/media/${fileName(id, "image/webp", smallWidth)}`;
}
