/** What each part of the house says now, in a line or a few. */
import { menuLinks } from "#agency/editions/menus.ts";
import { sectionsOf, topicsOf } from "#agency/editions/queries.ts";
import { standingPages } from "#agency/pages/queries.ts";
import { peopleOf } from "#agency/people/queries.ts";
import type { DeskVisit } from "../visit.ts";
import type { HousePart } from "../words/house.ts";

type Now = (visit: DeskVisit) => Promise<readonly string[]>;

const NOW: Readonly<Partial<Record<HousePart, Now>>> = {
  sections: (visit) => eachEdition(visit, async ({ id }) => (await sectionsOf(visit.db, id)).map(({ name }) => name)),
  topics: (visit) => eachEdition(visit, async ({ id }) => (await topicsOf(visit.db, id)).map(({ name }) => name)),
  people: (visit) => eachEdition(visit, async ({ id }) => (await peopleOf(visit.db, id)).map(({ name }) => name)),
  menus: (visit) =>
    eachEdition(visit, async (edition) => (await menuLinks(visit.db, edition, "head")).map(({ text }) => text)),
  pages: (visit) => eachEdition(visit, async ({ id }) => (await standingPages(visit.db, id)).map(({ title }) => title)),
};

export async function nowOf(visit: DeskVisit, part: HousePart): Promise<readonly string[]> {
  return (await NOW[part]?.(visit)) ?? [];
}

/** A line for each edition with its name before it. */
async function eachEdition(
  { editions, words }: DeskVisit,
  names: (edition: DeskVisit["editions"][number]) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  return Promise.all(
    editions.map(async (edition) => {
      const list = await names(edition);
      return `${edition.name}: ${list.length > 0 ? list.join(", ") : words.house.nothing}`;
    }),
  );
}
