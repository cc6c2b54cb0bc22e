/** Published articles by the thousand, as rows: what the measurements of a large archive read. */

import { addressOfArticle } from "#agency/articles/articles.ts";
import { editions } from "#agency/editions/queries.ts";
import { newId } from "#lib/ids.ts";
import { type Db, together } from "#store/db.ts";

const AT_ONCE = 500;
const MINUTE_MS = 60_000;
const PARAGRAPH =
  "The ferries of the strait have stood still since the morning, and the union says that they will until the pay of the crews is settled. ";

export type Archive = { readonly articles: number; readonly paragraphs: number };

/** Adds articles to the default edition, each with its first revision published; answers their addresses. */
export async function fillArchive(db: Db, { articles, paragraphs }: Archive): Promise<string[]> {
  const [edition] = await editions(db);
  if (!edition) throw new Error("an archive needs an edition");
  const document = JSON.stringify({
    type: "doc",
    content: Array.from({ length: paragraphs }, (_, number) => ({
      type: "paragraph",
      content: [{ type: "text", text: `${number}. ${PARAGRAPH}${randomWords(number)}` }],
    })),
  });
  const newest = Date.parse("2026-03-02T09:00:00Z");
  const addresses: string[] = [];
  for (let from = 0; from < articles; from += AT_ONCE) {
    const rows = Array.from({ length: Math.min(AT_ONCE, articles - from) }, (_, at) => {
      const published = new Date(newest - (articles - from - at) * MINUTE_MS);
      return {
        id: newId(published),
        story: newId(published),
        revision: newId(published),
        slug: `archive-${from + at}`,
        at: published.toISOString(),
      };
    });
    addresses.push(...rows.map(({ slug }) => addressOfArticle(edition.code, slug)));
    await together(db, async (db) => {
      await db
        .insertInto("story")
        .values(rows.map(({ story, at }) => ({ id: story, made_at: at })))
        .execute();
      await db
        .insertInto("article")
        .values(
          rows.map(({ id, story, slug, at }) => ({
            id,
            story_id: story,
            edition_id: edition.id,
            section_id: null,
            slug,
            state: "draft",
            published_revision_id: null,
            published_at: at,
            changed_at: at,
            origin_name: null,
            origin_url: null,
            translated_from: null,
            made_at: at,
          })),
        )
        .execute();
      await db
        .insertInto("revision")
        .values(
          rows.map(({ id, revision, slug, at }) => ({
            id: revision,
            article_id: id,
            kind: "publication",
            headline: `Ferries stand still: ${slug}`,
            standfirst: "No ship has left the harbour since six in the morning.",
            document,
            dateline_place: null,
            dateline_date: null,
            picture_id: null,
            picture_alt: "",
            picture_caption: "",
            note: "",
            made_by: "the bench",
            made_at: at,
          })),
        )
        .execute();
      for (const { id, revision } of rows) {
        await db
          .updateTable("article")
          .set({ state: "published", published_revision_id: revision })
          .where("id", "=", id)
          .execute();
      }
    });
  }
  return addresses;
}

/** So that a text compresses as one that somebody wrote, and not to nothing. */
function randomWords(seed: number): string {
  let state = seed + 1;
  return Array.from({ length: 12 }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state.toString(36).slice(-6);
  }).join(" ");
}
