/** So many published articles as rows, for what has to be fast with a hundred thousand of them. */
import { type Db, together } from "#store/db.ts";

const AT_ONCE = 500;

/** Articles of one edition; `text` makes the paragraphs of the one at a place, `headline` its headline. */
export async function publishMany(
  db: Db,
  {
    count,
    at,
    text,
    headline = (place) => `Story ${place}`,
  }: {
    count: number;
    at: Date;
    text: (place: number) => readonly string[];
    headline?: (place: number) => string;
  },
): Promise<void> {
  const edition = await db.selectFrom("edition").select("id").orderBy("position").executeTakeFirstOrThrow();
  const moment = at.toISOString();
  for (let from = 0; from < count; from += AT_ONCE) {
    const places = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, place) => from + place);
    const idOf = (place: number) => `many-${String(place).padStart(7, "0")}`;
    await together(db, async (db) => {
      await db
        .insertInto("story")
        .values(places.map((place) => ({ id: idOf(place), made_at: moment })))
        .execute();
      await db
        .insertInto("article")
        .values(
          places.map((place) => ({
            id: idOf(place),
            story_id: idOf(place),
            edition_id: edition.id,
            section_id: null,
            slug: idOf(place),
            state: "published",
            published_at: moment,
            changed_at: moment,
            headline: headline(place),
            made_at: moment,
          })),
        )
        .execute();
      await db
        .insertInto("revision")
        .values(
          places.map((place) => ({
            id: idOf(place),
            article_id: idOf(place),
            kind: "publication",
            headline: headline(place),
            standfirst: "",
            document: JSON.stringify({
              type: "doc",
              content: text(place).map((words) => ({ type: "paragraph", content: [{ type: "text", text: words }] })),
            }),
            dateline_place: null,
            dateline_date: null,
            picture_id: null,
            picture_alt: "",
            picture_caption: "",
            note: "",
            made_by: "the test",
            made_at: moment,
          })),
        )
        .execute();
      await db
        .updateTable("article")
        .set((row) => ({ published_revision_id: row.ref("id") }))
        .where("id", "in", places.map(idOf))
        .execute();
    });
  }
}
