import { articleToIndex } from "#agency/articles/queries.ts";
import { type Db, together } from "#store/db.ts";
import { bump } from "#store/topics.ts";
import { printPlain } from "#text/document/plain.ts";
import { stemsOf } from "./search.ts";

/** Makes an article findable as it is published now; one that is not published is forgotten. Safe to run twice. */
export async function indexArticle(db: Db, { articleId }: { articleId: string }): Promise<void> {
  await together(db, async (db) => {
    const article = await articleToIndex(db, articleId);
    await db.deleteFrom("search_entry").where("article_id", "=", articleId).execute();
    if (article) {
      const { language } = article;
      const text = [article.standfirst, article.caption, printPlain(article.document).text].join("\n");
      await db
        .insertInto("search_entry")
        .values({
          article_id: articleId,
          edition_id: article.editionId,
          published_at: article.publishedAt,
          headline_stems: (await stemsOf(article.headline, language)).join(" "),
          text_stems: (await stemsOf(text, language)).join(" "),
        })
        .execute();
    }
    const editions = await db.selectFrom("edition").select("code").execute();
    await bump(
      db,
      editions.map(({ code }) => `search:${code}`),
    );
  });
}
