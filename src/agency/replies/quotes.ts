/** Sentences of a story that readers speak of. Nobody can put words into the story's mouth: it said them, in some version. */
import type { Db } from "#store/db.ts";
import { readDocument } from "#text/document/schema.ts";
import { saysSo } from "#text/replies/sentences.ts";

// Who reads a page while it is changed speaks of the version before.
const MOST_VERSIONS = 50;

/** Whether the story says this, or said it in a version that readers saw. */
export async function wasSaid(
  db: Db,
  { articleId, quote }: { readonly articleId: string; readonly quote: string },
): Promise<boolean> {
  const rows = await db
    .selectFrom("version")
    .innerJoin("revision", "revision.id", "version.revision_id")
    .select("revision.document")
    .where("version.article_id", "=", articleId)
    .where("version.withheld", "is", null)
    .orderBy("version.number", "desc")
    .limit(MOST_VERSIONS)
    .execute();
  return rows.some(({ document }) => saysSo(readDocument(JSON.parse(document)), quote));
}
