/** Where an article was and is not: its new address, or why it was taken back. */
import { addressOfArticle } from "#agency/articles/articles.ts";
import { formerArticle, newestArticles } from "#agency/articles/queries.ts";
import { dayIn } from "#lib/days.ts";
import { printDay } from "#text/typography/dates.ts";
import { cardsFor } from "./cards.ts";
import { frameFor } from "./frame.ts";
import { LATEST_CARDS } from "./not-found.tsx";
import { NotFoundPage } from "./views/not-found.tsx";
import type { EditionVisit, PrintPage } from "./visit.ts";

/** `step` is what stands behind the slug: `/print`. */
export async function printFormer(visit: EditionVisit, step = ""): ReturnType<PrintPage> {
  const { db, edition, steps } = visit;
  const slug = steps["slug"] ?? "";
  const former = await formerArticle(db, edition.id, slug);
  if (!former) return undefined;
  const topics = [`article:${former.id}`];
  if (former.slug !== slug) return { movedTo: addressOfArticle(edition.code, former.slug) + step, topics };
  return former.gone && printGone(visit, former.gone, topics);
}

type Gone = { readonly how: "withdrawn" | "killed"; readonly at: Date; readonly note: string | null };

async function printGone(visit: EditionVisit, { how, at, note }: Gone, topics: readonly string[]) {
  const { db, edition, words } = visit;
  const title = words.gone[how].title;
  const sentence = words.gone[how].sentence(printDay(dayIn(edition.timeZone, at), edition.language));
  const latest = await newestArticles(db, edition.id, { limit: LATEST_CARDS });
  return {
    status: 410,
    html: (
      <NotFoundPage
        frame={await frameFor(visit)}
        head={{ title, description: sentence, indexed: false }}
        latest={(await cardsFor(visit))(latest)}
        gone={{ title, sentence, ...(how === "withdrawn" && note !== null && { note }) }}
      />
    ),
    topics: [...topics, `front:${edition.code}`],
  };
}
