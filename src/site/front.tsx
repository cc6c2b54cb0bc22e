import type { JSX } from "hono/jsx/jsx-runtime";
import type { ArticleCard } from "#agency/articles/articles.ts";
import { articlesOfSection } from "#agency/articles/queries.ts";
import { sectionsOf } from "#agency/editions/queries.ts";
import { type Arrangement, type Banner, sectionsInOrder } from "#agency/front/front.ts";
import { frontAt, frontPage } from "#agency/front/queries.ts";
import { labellerFor } from "#agency/labels/labeller.ts";
import { cardsFor, dayMomentOf, labelled } from "./cards.ts";
import { frameFor, headFor, homeOf } from "./frame.ts";
import { siteStructuredData } from "./structured-data.ts";
import { FrontPage } from "./views/front.tsx";
import { plain } from "./views/labelled.tsx";
import type { EditionVisit, PrintPage } from "./visit.ts";

// The lead, two beside it, five of the newest, one below the lead and three in a row under all of them.
const CARDS_ON_TOP = 12;
const CARDS_A_SECTION = 4;

export const printFront: PrintPage = async (visit) => {
  const { db, edition, at } = visit;
  const { arrangement, banner, changesAt } = await frontAt(db, edition.id, at);
  return {
    html: await frontArranged(visit, arrangement, banner),
    topics: [`front:${edition.code}`],
    namesToday: true,
    until: changesAt,
  };
};

/** The front page as an arrangement makes it; the desk looks at one before it takes hold. */
export async function frontArranged(
  visit: EditionVisit,
  arrangement: Arrangement,
  banner: Banner | undefined,
): Promise<JSX.Element> {
  const { db, edition, agency, at } = visit;
  const top = await frontPage(db, edition.id, { arrangement, at, limit: CARDS_ON_TOP });
  const cards = await cardsFor(visit);
  const labeller = await labellerFor(db, edition, visit.at);
  const home = homeOf(edition);
  const elsewhere = Object.fromEntries(visit.editions.map((one) => [one.code, homeOf(one)]));
  const sections = await sectionsBelow(visit, arrangement, top);
  return (
    <FrontPage
      frame={await frameFor({ ...visit, path: home }, { elsewhere })}
      head={headFor(visit, {
        title: "",
        description:
          top.length > 0
            ? top
                .slice(0, 3)
                .map(({ headline, publishedAt }) => plain(labeller.line(headline, "social", publishedAt)))
                .join(" · ")
            : agency.name,
        path: home,
        structuredData: siteStructuredData(visit),
      })}
      day={dayMomentOf(visit, visit.at)}
      {...(banner && {
        banner: { text: labelled(edition, labeller.line(banner.text, "headline", at)), href: banner.href },
      })}
      cards={cards(top)}
      sections={sections.map(({ slug, name, articles }) => ({
        section: { href: `${home}sections/${slug}`, text: name },
        cards: cards(articles),
      }))}
    />
  );
}

async function sectionsBelow({ db, edition }: EditionVisit, arrangement: Arrangement, top: readonly ArticleCard[]) {
  const shown = new Set(top.map(({ id }) => id));
  const sections = sectionsInOrder(arrangement, await sectionsOf(db, edition.id));
  const filled = await Promise.all(
    sections.map(async (section) => {
      const newest = await articlesOfSection(db, edition.id, section.id, { limit: CARDS_A_SECTION + shown.size });
      return { ...section, articles: newest.filter(({ id }) => !shown.has(id)).slice(0, CARDS_A_SECTION) };
    }),
  );
  return filled.filter(({ articles }) => articles.length > 0);
}
