/** What came out, month by month, in the edition's own time. */
import type { ArticleCard } from "#agency/articles/articles.ts";
import { articlesBetween, articlesPerSpan, reachOfArchive } from "#agency/articles/queries.ts";
import { dayIn, startOfDay } from "#lib/days.ts";
import { printDay } from "#text/typography/dates.ts";
import { cardsFor, dayMomentOf } from "./cards.ts";
import { frameFor, headFor, homeOf } from "./frame.ts";
import { ArchivePage } from "./views/archive.tsx";
import type { ArchivePageValues } from "./views/values.ts";
import type { EditionVisit, PrintPage } from "./visit.ts";

// More than any small agency prints in a month, and still a page a browser shows.
const MOST_CARDS_A_MONTH = 1_000;

type Month = { readonly year: number; readonly month: number };

export const printArchive: PrintPage = async (visit) => {
  const { db, edition, words, agency } = visit;
  const month = monthFrom(visit.steps["yyyy"], visit.steps["mm"]);
  const reach = await reachOfArchive(db, edition.id);
  if (!month || !isWithin(visit, month, reach)) return undefined;

  const articles = await articlesBetween(db, edition.id, {
    from: startOf(visit, month),
    until: startOf(visit, next(month)),
    limit: MOST_CARDS_A_MONTH,
  });
  const cards = await cardsFor(visit);
  const byDay = Map.groupBy(articles, ({ publishedAt }) => dayIn(edition.timeZone, publishedAt));
  const days = [...byDay.values()].flatMap((ofDay: readonly ArticleCard[]) =>
    ofDay[0] ? [{ day: dayMomentOf(visit, ofDay[0].publishedAt), cards: cards(ofDay) }] : [],
  );
  const title = `${words.archive}: ${printDay(yyyyMm(month), edition.language)}`;
  return {
    html: (
      <ArchivePage
        frame={await frameFor(visit)}
        head={headFor(visit, { title, description: `${title}. ${agency.name}` })}
        year={month.year}
        month={month.month}
        days={days}
        years={reach ? await yearsOf(visit, reach) : []}
      />
    ),
    topics: [`front:${edition.code}`],
  };
};

function monthFrom(yyyy = "", mm = ""): Month | undefined {
  if (!/^\d{4}$/.test(yyyy) || !/^(0[1-9]|1[0-2])$/.test(mm)) return undefined;
  return { year: Number(yyyy), month: Number(mm) };
}

/** A month before the first article or after this one is not in the archive. */
function isWithin(visit: EditionVisit, month: Month, reach: { first: Date } | undefined): boolean {
  const now = monthOf(visit, visit.at);
  const first = reach ? monthOf(visit, reach.first) : now;
  return index(month) >= Math.min(index(first), index(now)) && index(month) <= index(now);
}

async function yearsOf(
  visit: EditionVisit,
  { first, last }: { first: Date; last: Date },
): Promise<ArchivePageValues["years"]> {
  const months: Month[] = [];
  for (let month = monthOf(visit, first); index(month) <= index(monthOf(visit, last)); month = next(month))
    months.push(month);
  const end = months.at(-1);
  if (!end) return [];
  const starts = [...months, next(end)].map((month) => startOf(visit, month));
  const counts = await articlesPerSpan(visit.db, visit.edition.id, starts);
  const filled = months
    .map((month, at) => ({ ...month, href: archiveAddress(visit, month), articles: counts[at] ?? 0 }))
    .filter(({ articles }) => articles > 0);
  return [...Map.groupBy(filled, ({ year }) => year)]
    .map(([year, ofYear]) => ({ year, months: ofYear.map(({ month, href, articles }) => ({ month, href, articles })) }))
    .reverse();
}

function archiveAddress({ edition }: EditionVisit, { year, month }: Month): string {
  return `${homeOf(edition)}archive/${yyyyMm({ year, month }).replace("-", "/")}`;
}

function monthOf({ edition }: EditionVisit, at: Date): Month {
  const [year, month] = dayIn(edition.timeZone, at).split("-");
  return { year: Number(year), month: Number(month) };
}

function startOf({ edition }: EditionVisit, { year, month }: Month): Date {
  return startOfDay(edition.timeZone, `${yyyyMm({ year, month })}-01`);
}

function yyyyMm({ year, month }: Month): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
}

function next({ year, month }: Month): Month {
  return month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
}

function index({ year, month }: Month): number {
  return year * 12 + month;
}
