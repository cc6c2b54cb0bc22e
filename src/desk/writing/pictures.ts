/** Where the pictures of a text are. */
import type { ArticleText } from "#agency/articles/working-copy.ts";
import { fileName } from "#agency/media/media.ts";
import { picturesAmong } from "#agency/media/queries.ts";
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
