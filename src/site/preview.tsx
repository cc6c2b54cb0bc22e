/** What is not published yet, as its page will print it, for whoever was given the link. */
import { previewedArticle } from "#agency/articles/previews.ts";
import { unpublishedArticle } from "#agency/articles/queries.ts";
import type { Route } from "#lib/routes.ts";
import { reading } from "#store/db.ts";
import { printInstant } from "#text/typography/dates.ts";
import { articlePage } from "./article.tsx";
import { printNotFound } from "./not-found.tsx";
import { ArticlePage } from "./views/article.tsx";
import { type EditionVisit, enter, type PrintPage, response, type SiteWorld } from "./visit.ts";

export function previewRoute(world: SiteWorld): Route {
  return {
    method: "GET",
    address: "/preview/{token}",
    kept: "not-kept",
    answer: (visit) =>
      reading(world.db, async (db) => {
        const shown = await previewedArticle(db, { token: visit.steps["token"] ?? "", at: world.now() });
        const edition = await db
          .selectFrom("edition")
          .select("code")
          .where("id", "=", shown?.editionId ?? "")
          .executeTakeFirst();
        const { visit: own } = await enter(db, world, visit, edition?.code);
        const printed = shown && (await printPreview(own, shown));
        return unkept(await response(own, printed ?? (await printNotFound(own))));
      }),
  };
}

async function printPreview(
  visit: EditionVisit,
  { articleId, endsAt }: { articleId: string; endsAt: Date },
): ReturnType<PrintPage> {
  const { db, edition, words, at } = visit;
  const article = await unpublishedArticle(db, { articleId, at });
  if (!article) return undefined;
  const { values, page } = await articlePage(visit, article);
  const until = printInstant(endsAt, edition.timeZone, edition.language);
  const { print: _, proof: __, history: ___, ...shown } = values;
  const head = { title: page.head.title, description: "", indexed: false };
  return {
    html: <ArticlePage frame={page.frame} head={head} article={shown} more={[]} preview={words.previewUntil(until)} />,
    topics: [],
  };
}

/** Only for whom it was given to: no cache, no index, and no word to the pages it links to. */
function unkept(answer: Response): Response {
  const { headers } = answer;
  headers.set("cache-control", "private, no-store");
  headers.set("x-robots-tag", "noindex, nofollow, noarchive");
  return answer;
}
