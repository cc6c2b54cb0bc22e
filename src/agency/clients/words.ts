import type { Db } from "#store/db.ts";
import { printPlain } from "#text/document/plain.ts";
import { readDocument } from "#text/document/schema.ts";
import type { FilteredStory } from "./clients.ts";

/** What of a story that is out, or is sent ahead, clients' filters look at. */
export async function articleText(db: Db, articleId: string): Promise<FilteredStory | undefined> {
  const row = await db
    .selectFrom("article")
    .innerJoin("edition", "edition.id", "article.edition_id")
    .innerJoin("revision", (on) =>
      on.on((row) =>
        row.or([
          row.and([
            row("article.state", "=", "published"),
            row("revision.id", "=", row.ref("article.published_revision_id")),
          ]),
          row.and([
            row("article.ahead", "=", "sent"),
            row("revision.id", "=", row.ref("article.scheduled_revision_id")),
          ]),
        ]),
      ),
    )
    .leftJoin("section", "section.id", "article.section_id")
    .select(["edition.code", "section.slug", "revision.headline", "revision.standfirst", "revision.document"])
    .where("article.id", "=", articleId)
    .executeTakeFirst();
  if (!row) return undefined;
  const topics = await db
    .selectFrom("article_topic")
    .innerJoin("topic", "topic.id", "article_topic.topic_id")
    .select("topic.slug")
    .where("article_topic.article_id", "=", articleId)
    .execute();
  const body = printPlain(readDocument(JSON.parse(row.document))).text;
  return {
    edition: row.code,
    section: row.slug,
    topics: topics.map(({ slug }) => slug),
    words: [row.headline, row.standfirst, body].join("\n"),
  };
}
